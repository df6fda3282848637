"""The shape of a built-in language's TOML file, and the arguments of `Language` that it gives."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from attrs import field, frozen

from newsfacts.language import fold
from newsfacts.lexicon import load

__all__ = ["LanguageData", "language_data"]


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


@frozen(kw_only=True)
class LanguageData:
    """A language's data file, ``languages/<code>/<code>.toml``.

    Attributes:
        abbreviations: Words that a stop follows without ending the sentence; those with a capital need it.
        sentence_openers: Words that begin a sentence after an abbreviation, with white space between.
        months: Forms and abbreviations of each month, twelve lists.
        numbers: Forms of each number word, by its value.
        scales: Forms of each power of a thousand, by its exponent of ten.
        function_words: Forms with white space between, by universal part of speech.
        places: Names of places, of one word or several, and their abbreviations.
        place_adjectives: The place by the adjective.
        generations: Words at the end of the names of sons who are called like their fathers.
    """

    abbreviations: list[str] = field(factory=list)
    sentence_openers: str = ""
    months: list[list[str]] = field(factory=list)
    numbers: dict[str, list[str]] = field(factory=dict)
    scales: dict[str, list[str]] = field(factory=dict)
    function_words: dict[str, str] = field(factory=dict)
    places: list[str] = field(factory=list)
    place_adjectives: dict[str, str] = field(factory=dict)
    generations: list[str] = field(factory=list)

    def knowledge(self) -> dict[str, Any]:
        """The arguments of `Language` that hold knowledge of words, by name."""
        parts_of_speech: dict[str, set[str]] = defaultdict(set)
        for part_of_speech, words in self.function_words.items():
            for word in _words(words):
                parts_of_speech[word].add(part_of_speech)
        return {
            "abbreviations": self.abbreviations,
            "sentence_openers": _words(self.sentence_openers),
            "months": {fold(form): number for number, forms in enumerate(self.months, 1) for form in forms},
            "numbers": {fold(form): value for value, forms in self.numbers.items() for form in forms},
            "scales": {fold(form): int(exponent) for exponent, forms in self.scales.items() for form in forms},
            "function_words": {word: frozenset(found) for word, found in parts_of_speech.items()},
            "places": frozenset(map(fold, self.places)),
            "generations": frozenset(map(fold, self.generations)),
            "place_adjectives": {fold(adjective): place for adjective, place in self.place_adjectives.items()},
        }


def language_data(code: str) -> LanguageData:
    """The data of a built-in language."""
    data: LanguageData = load(f"newsfacts.languages.{code}", f"{code}.toml", LanguageData)
    return data
