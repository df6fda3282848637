"""Finds the names of an article: its capitalised words are labelled, and the labelled words joined to mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from newsfacts import Analysis, Language, LanguagePack, Mention
from newsfacts.linear import LinearModel
from newsfacts_names.candidates import find_candidates
from newsfacts_names.corrections import corrected
from newsfacts_names.en import EnglishNameGrammar
from newsfacts_names.foreign_names import without_foreign_names
from newsfacts_names.grammar import NameGrammar
from newsfacts_names.known_surnames import with_known_surnames
from newsfacts_names.labelling import DECISION, LABELS, Labeller
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.namesakes import without_namesakes
from newsfacts_names.organizations import find_organizations
from newsfacts_names.persons import find_person_spans, name_persons
from newsfacts_names.places import find_places
from newsfacts_names.ru import RussianNameGrammar
from newsfacts_names.syllabic_names import with_syllabic_names

__all__ = ["NameFinder", "find_names", "own_packs"]

# By the code of the language.
_GRAMMARS: dict[str, Callable[[Language, NameLexicon], NameGrammar]] = {"en": EnglishNameGrammar, "ru": RussianNameGrammar}


class NameFinder:
    """Finds the names in articles of one language.

    Args:
        language: The language.
        lexicon: Its words.
        model: Decides the labels of capitalised words.
        pack: Has its grammar; without one, that in this package is used.
    """

    def __init__(self, language: Language, lexicon: NameLexicon, model: LinearModel, pack: LanguagePack | None = None) -> None:
        self._lexicon = lexicon
        given = pack or own_packs()[language.code]
        self._grammar: NameGrammar = given.made_grammar(language, lexicon)
        self._labeller = Labeller(language, lexicon, model)

    def find(self, analysis: Analysis) -> Iterator[Mention]:
        """The mentions of persons, organisations and places."""
        lexicon, grammar = self._lexicon, self._grammar
        candidates = find_candidates(analysis, lexicon)
        labels = self._labeller.label(analysis, candidates)
        labels = without_foreign_names(analysis, candidates, labels, grammar)
        labels = corrected(analysis, candidates, labels, grammar)
        labels = grammar.mended(analysis, candidates, labels)
        labels = with_syllabic_names(analysis, candidates, labels, lexicon)
        labels = with_known_surnames(analysis, candidates, labels, lexicon)
        labels = without_namesakes(analysis, candidates, labels, lexicon)
        persons = find_person_spans(analysis, candidates, labels, lexicon.syllabic_families, lexicon.genders, lexicon.particles)
        yield from name_persons(analysis, persons, grammar)
        yield from find_organizations(analysis, lexicon, grammar, candidates, labels, persons)
        yield from find_places(analysis, candidates, labels)


def find_names(analysis: Analysis) -> Iterator[Mention]:
    """The mentions of persons, organisations and places; none in a language without a grammar.

    Raises:
        LexiconError: The language's data or weights are missing or broken.
    """
    pack = analysis.pack("names") or own_packs().get(analysis.language.code)
    if pack:
        yield from _finder(analysis.language, pack).find(analysis)


@cache
def own_packs() -> dict[str, LanguagePack]:
    """The packs of the languages that this package has the grammar, the words and the weights of, by code."""
    return {
        code: LanguagePack(plugin="names", language=code, package="newsfacts_names", grammar=grammar)
        for code, grammar in _GRAMMARS.items()
    }


@cache
def _finder(language: Language, pack: LanguagePack) -> NameFinder:
    model = pack.models(len(LABELS))[DECISION]
    return pack.lexicon(NameLexicon, lambda lexicon: NameFinder(language, lexicon, model, pack))
