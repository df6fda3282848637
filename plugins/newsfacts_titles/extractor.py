"""The entry of the plugin: from the words of an article to the titles that its persons hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from newsfacts import Analysis, Language, LanguagePack, OfficialTitle
from newsfacts.linear import calibrated
from newsfacts_titles.borders import find_titles
from newsfacts_titles.completion import complete, distribute, share_in_series, with_what_follows
from newsfacts_titles.en import EnglishTitleGrammar
from newsfacts_titles.fields import take_apart
from newsfacts_titles.gaps import Gaps
from newsfacts_titles.grammar import TitleGrammar
from newsfacts_titles.holder_candidates import HolderCandidates
from newsfacts_titles.holders import find_holders
from newsfacts_titles.lexicon import TitleLexicon
from newsfacts_titles.mention_index import MentionIndex
from newsfacts_titles.reasons import reasons_of
from newsfacts_titles.ru import RussianTitleGrammar
from newsfacts_titles.status import status_of
from newsfacts_titles.text_units import TextUnits, TitlePhrase
from newsfacts_titles.title_index import TitleIndex
from newsfacts_titles.vocabulary import Vocabulary

__all__ = ["GRAMMARS", "find_official_titles", "own_pack", "pair_up", "vocabulary"]

GRAMMARS: dict[str, Callable[[Language, TitleLexicon], TitleGrammar]] = {"en": EnglishTitleGrammar, "ru": RussianTitleGrammar}


def find_official_titles(analysis: Analysis) -> Iterator[OfficialTitle]:
    """The titles that persons hold."""
    if not any(mention.type == "person" for mention in analysis.mentions):
        return
    pack = analysis.pack("titles") or own_pack(analysis.language.code)
    models = pack.models()
    units = TextUnits(analysis, vocabulary(analysis.language, pack))
    candidates = pair_up(units, find_titles(units, models))
    found = find_holders(candidates, models)
    fields = distribute(found, [take_apart(units, holder.title) for holder in found])
    if units.vocabulary.grammar.series_share:
        fields = share_in_series(candidates.index, found, fields)
    fields = with_what_follows(units, found, fields)
    statuses = [status_of(units, holder.title) for holder in found]
    for holder, own, status in zip(found, complete(analysis, found, fields, statuses), statuses, strict=True):
        title = holder.title
        fact = OfficialTitle(
            start=title.start,
            end=title.end,
            text=analysis.text[title.start : title.end],
            position=own.position,
            organization=own.organization,
            place=own.place,
            status=status,
            person=holder.mention,
            confidence=round(calibrated(models.get("confidence"), "title", holder.probability), 2),
        )
        analysis.explain(fact, partial(reasons_of, fact, holder, units, candidates, models))
        yield fact


def pair_up(units: TextUnits, titles: list[TitlePhrase]) -> HolderCandidates:
    """The persons that may hold the titles of a text."""
    namesakes = [*units.namesakes.values(), *(name for title in titles for name in units.names_quoted(title))]
    mentions = MentionIndex(units.analysis, units.vocabulary, namesakes)
    index = TitleIndex(mentions, titles, units.vocabulary)
    return HolderCandidates(index, Gaps(index, units.vocabulary), units.vocabulary)


def own_pack(code: str) -> LanguagePack:
    """The pack of a language that this package has the grammar, the words and the weights of."""
    return LanguagePack(plugin="titles", language=code, package="newsfacts_titles", grammar=GRAMMARS[code])


@cache
def vocabulary(language: Language, pack: LanguagePack | None = None) -> Vocabulary:
    """What is known of a language's words, made once.

    Args:
        language: The language.
        pack: Its grammar and where its words are; without one, those in this package.
    """
    given = pack or own_pack(language.code)
    return given.lexicon(TitleLexicon, lambda lexicon: Vocabulary(language, lexicon, given.made_grammar(language, lexicon)))
