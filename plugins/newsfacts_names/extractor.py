"""Finds the names of an article: its capitalised words are labelled, and the labelled words joined to mentions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from newsfacts import Analysis, Language, Mention
from newsfacts_names.candidates import find_candidates
from newsfacts_names.corrections import corrected
from newsfacts_names.grammar import NameGrammar
from newsfacts_names.labelling import Labeller
from newsfacts_names.lexicon import NameLexicon, name_lexicon
from newsfacts_names.organizations import find_organizations
from newsfacts_names.persons import find_person_spans, name_persons
from newsfacts_names.places import find_places
from newsfacts_names.ru import RussianNameGrammar

__all__ = ["find_names"]

# By the code of the language.
_GRAMMARS: dict[str, Callable[[Language, NameLexicon], NameGrammar]] = {"ru": RussianNameGrammar}


class _Knowledge(NamedTuple):
    """What the plugin knows of a language."""

    lexicon: NameLexicon
    grammar: NameGrammar
    labeller: Labeller


def find_names(analysis: Analysis) -> Iterator[Mention]:
    """The mentions of persons, organisations and places; none in a language without a grammar.

    Raises:
        LexiconError: The language's data or weights are missing or broken.
    """
    if analysis.language.code not in _GRAMMARS:
        return
    lexicon, grammar, labeller = _knowledge_of(analysis.language)
    candidates = find_candidates(analysis, lexicon)
    labels = corrected(candidates, labeller.label(analysis, candidates), grammar)
    persons = find_person_spans(analysis, candidates, labels)
    yield from name_persons(analysis, persons, grammar)
    yield from find_organizations(analysis, lexicon, grammar, candidates, labels, persons)
    yield from find_places(analysis, candidates, labels)


@cache
def _knowledge_of(language: Language) -> _Knowledge:
    lexicon = name_lexicon(language.code)
    return _Knowledge(lexicon, _GRAMMARS[language.code](language, lexicon), Labeller(language, lexicon))
