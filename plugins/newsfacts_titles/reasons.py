"""Why a title was found: its borders, its holder and its status, decided once more for this one title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from newsfacts import Answer, Decision, OfficialTitle
from newsfacts.decisions import weighed
from newsfacts.legends import load_legend
from newsfacts.linear import LinearModel, probability
from newsfacts_titles.borders import left_steps, right_steps
from newsfacts_titles.holder_candidates import HolderCandidates
from newsfacts_titles.holders import Holder
from newsfacts_titles.pair_features import PairFeatures
from newsfacts_titles.text_units import TextUnits

__all__ = ["reasons_of"]

_PACKAGE = "newsfacts_titles"
_MOST_RIVALS = 2
_WORDS_BEFORE = 2  # of a title, which are shown beside its status


def reasons_of(
    fact: OfficialTitle, holder: Holder, units: TextUnits, candidates: HolderCandidates, models: Mapping[str, LinearModel]
) -> Iterator[Decision]:
    """The decisions behind a title.

    Args:
        fact: The title.
        holder: The phrase and the person that it was made of.
        units: The text.
        candidates: All titles and the persons that may hold them.
        models: The models of all decisions.
    """
    title, tokens = holder.title, units.tokens
    role = title.role
    yield Decision(
        question="which word makes it a title",
        answer=tokens[title.head].text,
        rule="a role noun of the lexicon",
        evidence={"lemma": role.lemma, "group": role.group},
    )
    before = " ".join(token.text for token in tokens[max(0, title.first - _WORDS_BEFORE) : title.first])
    yield _border("where the title begins", "left", models, _left(units, title.head, title.first + title.acting))
    yield _border("where the title ends", "right", models, _right(units, title.head, title.last))
    yield _holding(holder, candidates, models)
    yield Decision(
        question="whether it is held now",
        answer=fact.status,
        rule="the words before, within and after it",
        evidence={"before": before} if before else {},
    )


Step = tuple[bool, str, list[str]]  # whether the title takes the words in, the words, their features


def _left(units: TextUnits, head: int, first: int) -> Iterator[Step]:
    after = head
    for start, features in left_steps(units, head):
        yield start >= first, units.text[units.tokens[start].start : units.tokens[after - 1].end], features
        after = start


def _right(units: TextUnits, head: int, last: int) -> Iterator[Step]:
    before = units.after_role(head)
    for end, features in right_steps(units, head):
        yield end <= last, units.text[units.tokens[before].start : units.tokens[end - 1].end], features
        before = end


def _border(question: str, side: str, models: Mapping[str, LinearModel], steps: Iterable[Step]) -> Decision:
    """The last words that a title takes in on one side, and the first that it leaves out."""
    model, legend = models[side], load_legend(_PACKAGE, side)
    taken = Answer(text="at the role noun")
    for is_within, words, features in steps:
        sure = probability(model.total(features))
        if not is_within:
            rival = weighed(model, features, f"take in «{words}» too", sure, legend)
            return Decision(question=question, answer=taken, rivals=[rival])
        taken = weighed(model, features, f"«{words}» belongs to it", sure, legend)
    return Decision(question=question, answer=taken)


def _holding(holder: Holder, candidates: HolderCandidates, models: Mapping[str, LinearModel]) -> Decision:
    """Who holds the title, and who else might; each person is judged alone."""
    view = candidates.view(candidates.index.titles.index(holder.title))
    features, model = PairFeatures(candidates, models["rate"].weights), models["holder"]
    bound = candidates.bound(view)
    tied = candidates.tied(view) if bound is None else bound
    chosen = Answer(text=holder.mention.name)
    rivals: list[tuple[float, Answer]] = []
    for person in candidates.of(view) if tied is None else [tied]:
        standing, own, mention = features.pair(view, person)
        row = [*features.role_features(view, standing), *features.context_features(view, standing), *own]
        named = candidates.mentions.mentions[mention]
        sure = probability(model.total(row))
        answer = weighed(model, row, named.name, sure, load_legend(_PACKAGE, "holder"))
        if named is holder.mention:
            chosen = answer
        else:
            rivals.append((sure, answer))
    rivals.sort(key=itemgetter(0), reverse=True)
    return Decision(question="who holds it", answer=chosen, rivals=[answer for _, answer in rivals[:_MOST_RIVALS]])
