"""Organisations: names that are labelled so, and the phrases around the nouns of bodies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from newsfacts import Analysis, Mention, fold
from newsfacts_names.body_phrases import OPENING, BodyPhrases, Extent
from newsfacts_names.candidates import Candidate, is_inside_sentence
from newsfacts_names.grammar import NameGrammar
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.noun_phrases import nominative_phrase

__all__ = ["find_organizations"]

# What may be between two words of one organisation's name.
_GAPS_WITHIN = frozenset((" ", "&", "-", "clitic"))
# In characters; what is labelled as one longer name goes on as another one.
_LONGEST_NAME = 300


def find_organizations(
    analysis: Analysis,
    lexicon: NameLexicon,
    grammar: NameGrammar,
    candidates: Sequence[Candidate],
    labels: Sequence[str],
    persons: Sequence[Extent],
) -> Iterator[Mention]:
    """The mentions of bodies, firms and media.

    Args:
        analysis: The article.
        lexicon: The words of its language.
        grammar: The grammar of its language.
        candidates: Its capitalised words.
        labels: Their labels.
        persons: The spans of persons, in order; what is within one is no organisation.
    """
    names = _labelled(analysis, candidates, labels, lexicon)
    phrases = BodyPhrases(analysis, lexicon, grammar, names, persons)
    ends = dict(names)
    found = {extent for name in names if (extent := phrases.completed(name))}
    words = [token.text for token in analysis.tokens]
    for index in lexicon.body_triggers.among(words):
        if analysis.is_in_address(analysis.tokens[index].start):
            continue
        if extent := phrases.around(index):
            whole = ends.get(extent[0], 0)  # of «Senate | Ethics Committee»
            if whole <= extent[1] or not analysis.text.startswith(" ", extent[1]):
                found.add(extent)
    starts = [start for start, _ in persons]
    opened = [c for c, label in zip(candidates, labels, strict=True) if label == "O" and _opens(analysis, c)]
    common = {c.token.start for c in opened if analysis.readings(c.token.text)[0].lemma in lexicon.body_nouns}
    before = (-1, -1)
    spelled_out: Mapping[str, str] | None = None
    for start, end in sorted(found):
        person = bisect_right(starts, start) - 1
        is_end = before[0] < start and end == before[1]  # «Foreign Relations | Committee»
        text = analysis.text[start:end]
        is_event = " " in text and fold(text.rsplit(maxsplit=1)[-1]) in lexicon.events
        if is_end or is_event or (person >= 0 and end <= persons[person][1]):
            continue
        before = (start, end)
        name = _nominative(analysis, start, text, lexicon)
        if (start in common and " " not in name) or name.split(maxsplit=1)[0].lower() in lexicon.plain_bodies:
            name = name[0].lower() + name[1:]
        if name.isupper():
            spelled_out = grammar.spelled_out(analysis.text) if spelled_out is None else spelled_out
            name = spelled_out.get(name, name)
        yield Mention(start=start, end=end, text=text, type="organization", name=name)


def _opens(analysis: Analysis, candidate: Candidate) -> bool:
    """Whether a word has its capital from the sentence that it begins."""
    return candidate.token.text.istitle() and not is_inside_sentence(analysis, candidate.position)


def _nominative(analysis: Analysis, start: int, text: str, lexicon: NameLexicon) -> str:
    """The nominative of the name at an offset.

    In quotation marks a name stands in it after the noun of a body («банку „Тексом“»), and in another case where it depends on
    what is before it («в „Тексоме“», «аналитик „Тексома“»).
    """
    at = analysis.token_index(start) - 1
    if at < 1 or analysis.text[start - 1] not in OPENING:
        return nominative_phrase(analysis.language, text)
    before = analysis.readings(analysis.tokens[at - 1].text)[0]
    if before.lemma in lexicon.body_nouns or before.lemma in lexicon.legal_forms:
        return " ".join(text.split())
    is_governed = before.pos == "ADP" or before.lemma in lexicon.markets or "Animacy=Anim" in before.features
    return nominative_phrase(analysis.language, text, oblique=is_governed)


def _labelled(analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], lexicon: NameLexicon) -> list[Extent]:
    """The spans of the words that are labelled as one organisation, with nothing else than some gaps between.

    A preposition is within only before the place that a part of a body serves: «ГУ МВД по Омской области».
    """
    gaps = _GAPS_WITHIN | lexicon.body_particles
    spans: list[Extent] = []
    for candidate, label in zip(candidates, labels, strict=True):
        start, end, word = candidate.token
        if label == "r" and start - spans[-1][0] < _LONGEST_NAME:
            between = analysis.text[spans[-1][1] : start].strip()
            serves = between in lexicon.served and (
                analysis.language.is_place(word) or any(r.is_attributive for r in analysis.readings(word))
            )
            if candidate.gap in gaps or serves:
                spans[-1] = spans[-1][0], end
                continue
        if label in "Rr":
            spans.append((start, end))
    return spans
