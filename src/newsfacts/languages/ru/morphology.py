"""Russian morphology: pymorphy3 with its C dictionary reader, loaded when the first word is asked for.

Words of the dictionary are read straight from its tables: what a reading needs is the same for all words of a paradigm,
so it is made once for each cell of a paradigm. pymorphy3 itself reads what is no plain word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsfacts.language import Reading, fold, shared
from newsfacts.languages.ru.guessing import Guesser, Prefixed
from newsfacts.languages.ru.paradigms import Cell, Paradigms
from newsfacts.languages.ru.universal import grammar_of, grammemes_for

if TYPE_CHECKING:
    from pymorphy3.analyzer import MorphAnalyzer, Parse
    from pymorphy3.dawg import ConditionalProbDistDAWG

__all__ = ["RussianMorphology"]

# A word's readings take about one kilobyte; these are nine words in ten of running text.
_CACHED_WORDS = 7_000
# A word that only pymorphy3 reads is inflected soon after it was read, if ever.
_CACHED_PARSES = 20
# Nobody writes a longer one; guesses look for words within words.
_LONGEST_WORD = 80
_SCORE = attrgetter("score")
_PROBABILITY_UNIT = 1_000_000  # pymorphy3 keeps probabilities as whole millionths
_PLAIN_WORD = re.compile(r"[а-яё]{2,}")
_LATIN_WORD = re.compile(r"(?![IVXLCDMivxlcdm]+\Z)[A-Za-z]+")
_FOREIGN = shared(["Foreign=Yes"])
# Regions as newspapers call them by a river, a sea or a town («Прикубанье», «Верхнеобье», «Рязанщина»), of which the dictionary
# has few: each ends like one that it has, and is read as that one is.
_REGIONS = (
    (
        re.compile(
            r"(?:верхне|за|западно|меж|нижне|по|под|пред|при|северо|средне|центрально|южно|восточно)"
            r"[а-яё]{2,}(?<=[бвгджзклмнпрстфхцчшщ])(?=ь(?:е|я|ю|ем)\Z)"
        ),
        "поволж",
    ),
    (re.compile(r"[а-яё]{2,}(?=щин(?:а|ы|е|у|ой|ою)\Z)"), "псков"),
)

# How names of firms and the like end that the dictionary lacks, in another case than the nominative: «директор „Тексома“» is
# of a «Тексом». Each is read as the example that ends so.
_OBLIQUE_NAMES = (
    (re.compile(r"[а-яё-]{2,}ств(?=(?:а|ом)\Z)"), "агентств"),
    (re.compile(r"[а-яё-]{2,}[бвгджзйклмнпрстфхцчшщ](?=(?:а|ом)\Z)"), "завод"),
    (re.compile(r"[а-яё-]{2,}[бвдзлмнпрстф](?=(?:ы|ой)\Z)"), "газет"),
)


class _Parsed(NamedTuple):
    """One of pymorphy3's parses of a word."""

    word: str
    number: int


class RussianMorphology:
    """Readings and inflection of Russian words.

    Args:
        function_words: Parts of speech of closed classes by form: they part the conjunctions, which the dictionary does not.
    """

    def __init__(self, function_words: Mapping[str, frozenset[str]]) -> None:
        self._function_words = function_words
        self.readings = lru_cache(maxsize=_CACHED_WORDS)(self._readings)
        self._parse = lru_cache(maxsize=_CACHED_PARSES)(self._parse_by_library)

    def __reduce__(self) -> tuple[type[RussianMorphology], tuple[Mapping[str, frozenset[str]]]]:
        """Pickle without the dictionary and the cache: a worker process loads its own."""
        return RussianMorphology, (self._function_words,)

    @cached_property
    def _analyzer(self) -> MorphAnalyzer:
        from pymorphy3.analyzer import MorphAnalyzer

        return MorphAnalyzer()

    @cached_property
    def _probabilities(self) -> ConditionalProbDistDAWG:
        table: ConditionalProbDistDAWG = self._analyzer.prob_estimator.p_t_given_w
        return table

    @cached_property
    def _paradigms(self) -> Paradigms:
        return Paradigms(self._analyzer)

    @cached_property
    def _guesser(self) -> Guesser:
        return Guesser(self._analyzer, self._paradigms, self.readings)

    def _readings(self, word: str) -> tuple[Reading, ...]:
        """All readings of a word form, the likeliest first."""
        low = word.lower()
        if len(word) > _LONGEST_WORD:
            return _unread(low)
        # A letter alone may be an initial too, which pymorphy3 knows beside the dictionary.
        entries = self._entries(low) if len(low) > 1 else []
        if entries:
            return self._ranked(low, self._with_conjunctions(low, entries))
        if word.istitle() and (region := self._regions(low)):
            return self._ranked(low, region)
        if _LATIN_WORD.fullmatch(word):
            return (Reading(low, low, "X", None, None, None, _FOREIGN, 1.0),)
        if _PLAIN_WORD.fullmatch(low) and not self._probabilities.keys(f"{low}:") and (guesses := self._guesser.guess(low)):
            return guesses
        return self._readings_by_library(word, low)

    def _entries(self, low: str) -> list[tuple[str, Cell]]:
        """The dictionary's entries for a form in lower case; «е» may stand for «ё»."""
        words, substitutes = self._analyzer.dictionary.words, self._analyzer.char_substitutes
        cell = self._paradigms.cell
        return [(form, cell(*place)) for form, places in words.similar_items(low, substitutes) for place in places]

    def _regions(self, low: str) -> list[tuple[str, Cell]]:
        """The entries of a region's name by those of the one that it ends like; none for other words."""
        return self._like_examples(low, _REGIONS)

    def _like_examples(self, low: str, patterns: Iterable[tuple[re.Pattern[str], str]]) -> list[tuple[str, Cell]]:
        """The entries of a word by those of the example that ends as it does; none for other words."""
        for pattern, example in patterns:
            if match := pattern.match(low):
                return [(low, cell) for _, cell in self._entries(example + low[match.end() :])]
        return []

    def _with_conjunctions(self, low: str, entries: list[tuple[str, Cell]]) -> list[tuple[str, Cell]]:
        """The entries, a conjunction that only subordinates as such."""
        known = self._function_words.get(fold(low))
        if known is None or "SCONJ" not in known or "CCONJ" in known:
            return entries
        return [(form, cell._replace(pos="SCONJ") if cell.pos == "CCONJ" else cell) for form, cell in entries]

    def _ranked(self, low: str, entries: list[tuple[str, Cell]]) -> tuple[Reading, ...]:
        """The readings of a form's entries by their probability; alike where nothing is known of it."""
        table = self._probabilities
        counts = [table.get(low + cell.key, 0) for _, cell in entries] if table.keys(f"{low}:") else []
        if not any(counts):
            even = 1.0 / len(entries)
            return tuple([_reading(form, cell, even) for form, cell in entries])
        readings = [
            _reading(form, cell, count / _PROBABILITY_UNIT) for (form, cell), count in zip(entries, counts, strict=True)
        ]
        readings.sort(key=_SCORE, reverse=True)  # stable: equals stay in the dictionary's order
        return tuple(readings)

    def _readings_by_library(self, word: str, low: str) -> tuple[Reading, ...]:
        """Readings of initials, numbers, marks, words with hyphens and what is like no word."""
        known = len(low) == 1 and self._analyzer.word_is_known(word)
        try:
            parses = self._parse(word)
        except ValueError:  # pymorphy3 asks Unicode for every letter's name, and not every letter has one
            return _unread(low)
        return tuple(
            [Reading(p.word, p.normal_form, *grammar_of(p.tag), p.score, known, _Parsed(word, i)) for i, p in enumerate(parses)]
        )

    def guess_oblique(self, word: str) -> tuple[Reading, ...]:
        """The readings in other cases of a name that the dictionary lacks and that is declined like most firms' names."""
        low = word.lower()
        if not word[:1].isupper() or self.readings(word)[0].known:
            return ()
        entries = self._like_examples(low, _OBLIQUE_NAMES)
        oblique = [(form, cell) for form, cell in entries if cell.case != "Nom" and cell.number == "Sing"]
        return self._ranked(low, oblique) if oblique else ()

    def _parse_by_library(self, word: str) -> list[Parse]:
        return list(self._analyzer.parse(word))

    def inflect(self, reading: Reading, *features: str) -> str | None:
        """The reading's word in another form, in lower case, or None where it has none."""
        source = reading.source
        if source is None:
            return None
        if reading.features.issuperset(features):
            return reading.word
        if isinstance(source, _Parsed):
            grammemes = grammemes_for(features)
            guessed = None if grammemes is None else self._parse(source.word)[source.number].inflect(set(grammemes))
            return None if guessed is None else str(guessed.word)
        prefix, cell = source if isinstance(source, Prefixed) else ("", source)
        inflected = self._paradigms.inflect(reading.word[len(prefix) :], cell, features)
        return None if inflected is None else prefix + inflected


def _unread(low: str) -> tuple[Reading, ...]:
    """The reading of what is no word."""
    return (Reading(low, low, "X", None, None, None, frozenset(), 1.0),)


def _reading(form: str, cell: Cell, score: float) -> Reading:
    return Reading(form, cell.lemma(form), cell.pos, cell.case, cell.number, cell.gender, cell.features, score, True, cell)
