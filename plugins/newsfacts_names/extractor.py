"""Finds the names of an article: its capitalised words are labelled, and the labelled words joined to mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from newsfacts import Analysis, Language, Mention
from newsfacts.linear import LinearModel, load_models
from newsfacts_names.candidates import find_candidates
from newsfacts_names.corrections import corrected
from newsfacts_names.en import EnglishNameGrammar
from newsfacts_names.grammar import NameGrammar
from newsfacts_names.labelling import DECISION, LABELS, Labeller
from newsfacts_names.lexicon import NameLexicon, name_lexicon
from newsfacts_names.namesakes import without_namesakes
from newsfacts_names.organizations import find_organizations
from newsfacts_names.persons import find_person_spans, name_persons
from newsfacts_names.places import find_places
from newsfacts_names.ru import RussianNameGrammar
from newsfacts_names.syllabic_names import with_syllabic_names

__all__ = ["NameFinder", "find_names"]

# By the code of the language.
_GRAMMARS: dict[str, Callable[[Language, NameLexicon], NameGrammar]] = {"en": EnglishNameGrammar, "ru": RussianNameGrammar}


class NameFinder:
    """Finds the names in articles of one language.

    Args:
        language: The language; one that has a grammar.
        lexicon: Its words.
        model: Decides the labels of capitalised words.
    """

    def __init__(self, language: Language, lexicon: NameLexicon, model: LinearModel) -> None:
        self._lexicon = lexicon
        self._grammar = _GRAMMARS[language.code](language, lexicon)
        self._labeller = Labeller(language, lexicon, model)

    def find(self, analysis: Analysis) -> Iterator[Mention]:
        """The mentions of persons, organisations and places."""
        lexicon, grammar = self._lexicon, self._grammar
        candidates = find_candidates(analysis, lexicon)
        labels = corrected(candidates, self._labeller.label(analysis, candidates), grammar)
        labels = grammar.mended(analysis, candidates, labels)
        labels = with_syllabic_names(analysis, candidates, labels, lexicon)
        labels = without_namesakes(analysis, candidates, labels, lexicon)
        persons = find_person_spans(analysis, candidates, labels, lexicon.syllabic_families, lexicon.genders)
        yield from name_persons(analysis, persons, grammar)
        yield from find_organizations(analysis, lexicon, grammar, candidates, labels, persons)
        yield from find_places(analysis, candidates, labels)


def find_names(analysis: Analysis) -> Iterator[Mention]:
    """The mentions of persons, organisations and places; none in a language without a grammar.

    Raises:
        LexiconError: The language's data or weights are missing or broken.
    """
    if analysis.language.code in _GRAMMARS:
        yield from _finder(analysis.language).find(analysis)


@cache
def _finder(language: Language) -> NameFinder:
    models = load_models("newsfacts_names", f"data/{language.code}.weights.tsv.gz", len(LABELS))
    return NameFinder(language, name_lexicon(language.code), models[DECISION])
