"""Readings of words that the dictionary lacks, by pymorphy3's rules and tables without its objects in between.

A word with a prefix of its list is read as what follows; any other one as what follows its first letters, if that is a
word, and as the words that end alike. See https://pymorphy2.readthedocs.io/en/stable/internals/prediction.html.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsfacts.language import Reading
from newsfacts.languages.ru.paradigms import Cell, Paradigms

if TYPE_CHECKING:
    from pymorphy3.analyzer import MorphAnalyzer

__all__ = ["Guesser", "Prefixed"]

_LONGEST_START = 5
_SHORTEST_REST = 3
_SHORTEST_BY_ENDING = 4
# How much less than a word of the dictionary a guess of each kind counts.
_AFTER_PREFIX, _AFTER_START, _BY_ENDING = 0.75, 0.5, 0.5
_WEIGHT = attrgetter("weight")


class Prefixed(NamedTuple):
    """A form with something before it that stays as it is."""

    prefix: str
    cell: Cell


class _Guess(NamedTuple):
    """A way to read a word: what stays as it is before a form, the form, its cell, and how much the guess counts."""

    prefix: str
    form: str
    cell: Cell
    weight: float


class Guesser:
    """Guesses how words are read.

    Args:
        analyzer: Holds the dictionary.
        paradigms: Its paradigms.
        readings: Reads what follows a prefix.
    """

    def __init__(self, analyzer: MorphAnalyzer, paradigms: Paradigms, readings: Callable[[str], tuple[Reading, ...]]) -> None:
        from pymorphy3.lang.ru.config import KNOWN_PREFIXES

        dictionary = analyzer.dictionary
        self._words = dictionary.words
        self._substitutes = analyzer.char_substitutes
        # The tables of endings, by what stands before the stem; the longest first.
        self._endings = tuple(zip(dictionary.paradigm_prefixes, dictionary.prediction_suffixes_dawgs, strict=True))[::-1]
        self._longest_ending: int = dictionary.meta["compile_options"]["max_suffix_length"]
        self._cell = paradigms.cell
        self._readings = readings
        self._prefixes = frozenset(KNOWN_PREFIXES)
        self._longest_prefix = max(map(len, self._prefixes))

    def guess(self, low: str) -> tuple[Reading, ...]:
        """Readings of a word of small letters, their scores adding up to one; none where nothing is like it."""
        seen: set[tuple[str, str, int]] = set()
        guesses = self._after_prefixes(low, seen)
        if guesses is None:
            guesses = [*self._after_start(low, seen), *self._by_ending(low, seen)]
        scale = 1.0 / math.fsum([guess.weight for guess in guesses]) if guesses else 0.0
        return tuple([_reading(guess, guess.weight * scale) for guess in guesses])

    def _after_prefixes(self, low: str, seen: set[tuple[str, str, int]]) -> list[_Guess] | None:
        """What follows each prefix of the list that the word begins with, the longest first.

        None for a word without such a prefix; nothing where what follows one is like no word.
        """
        found: list[_Guess] | None = None
        for end in range(min(self._longest_prefix, len(low) - _SHORTEST_REST), 0, -1):
            if low[:end] not in self._prefixes:
                continue
            found = found or []
            for reading in self._readings(low[end:]):
                prefix, cell = reading.source if isinstance(reading.source, Prefixed) else ("", reading.source)
                if not isinstance(cell, Cell):
                    return []
                form = reading.word[len(prefix) :]
                if cell.productive and _is_new(low[:end] + reading.word, cell, seen):
                    found.append(_Guess(low[:end] + prefix, form, cell, _AFTER_PREFIX * reading.score))
        return found

    def _after_start(self, low: str, seen: set[tuple[str, str, int]]) -> Iterator[_Guess]:
        """The words of the dictionary that follow the first letters."""
        for end in range(1, 1 + min(_LONGEST_START, len(low) - _SHORTEST_REST)):
            for form, places in self._words.similar_items(low[end:], self._substitutes):
                for place in places:
                    cell = self._cell(*place)
                    if cell.productive and _is_new(low[:end] + form, cell, seen):
                        yield _Guess(low[:end], form, cell, _AFTER_START)

    def _by_ending(self, low: str, seen: set[tuple[str, str, int]]) -> list[_Guess]:
        """The words that end alike in as many letters as any does, the usual ones first."""
        found: list[_Guess] = []
        if len(low) < _SHORTEST_BY_ENDING:
            return found
        for prefix, endings in self._endings:
            if not low.startswith(prefix):
                continue
            alike: list[tuple[int, str, Cell]] = []
            total = 1
            for length in range(self._longest_ending, 0, -1):
                for ending, places in endings.similar_items(low[-length:], self._substitutes):
                    form = low[:-length] + ending
                    for count, *place in places:
                        cell = self._cell(*place)
                        if cell.productive:
                            total += count
                            if _is_new(form, cell, seen):
                                alike.append((count, form, cell))
                if total > 1:
                    break
            found += [_Guess("", form, cell, count / total * _BY_ENDING) for count, form, cell in alike]
        found.sort(key=_WEIGHT, reverse=True)
        return found


def _is_new(form: str, cell: Cell, seen: set[tuple[str, str, int]]) -> bool:
    """Whether no form of the same tag and paradigm was seen; from now on it is."""
    key = (form, cell.key, cell.paradigm)
    if key in seen:
        return False
    seen.add(key)
    return True


def _reading(guess: _Guess, score: float) -> Reading:
    prefix, form, cell, _ = guess
    lemma = prefix + cell.lemma(form)
    source = Prefixed(prefix, cell) if prefix else cell
    return Reading(prefix + form, lemma, cell.pos, cell.case, cell.number, cell.gender, cell.features, score, False, source)
