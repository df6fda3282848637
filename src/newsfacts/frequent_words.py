"""Which of the languages that share a script a text is in, by the most frequent words of each."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from attrs import frozen

from newsfacts.scripts import SCRIPTS, is_written_in

__all__ = ["is_in", "may_be_in"]

# Enough text to hold function words many times; the rest of a long article would only cost time.
_SAMPLE = 2_000
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")  # «U.S.» and «Ivan's» hold no word of one letter
# One word in four or five is one of these; a text of so many words that has fewer than this share is in another language.
_MANY, _LEAST_SHARE = 30, 0.03
# Names and quotations bring words of another language; that is the text's own when it has more than so many for each of ours.
_CLEARLY = 2
# One word may be another language's by chance, however often it comes: «v» between two teams is a Czech preposition.
_MOST_OF_ONE = 3


def may_be_in(code: str, text: str) -> bool:
    """Whether neither the letters of a text nor its most frequent words are those of another language.

    Args:
        code: The ISO 639 code; of a language that the table of words does not have only the letters are asked.
        text: The text; a table of results may have no frequent word at all.

    >>> may_be_in("ru", "Мост открыли после ремонта"), may_be_in("ru", "Мостът беше открит след ремонт")
    (True, False)
    """
    if not is_written_in(code, text):
        return False
    if code not in _frequent():
        return True
    sample = text[:_SAMPLE].lower()
    words = Counter(filter(_all().__contains__, _WORD.findall(sample)))
    return not any(
        _number(words, theirs) + (len(spelling.findall(sample)) if spelling else 0) > _CLEARLY * _number(words, ours)
        for theirs, spelling, ours in _rivals(code)
    )


def is_in(code: str, text: str) -> bool:
    """Whether a text is in a language: it may be, and if it is long it has the words that every text of it has.

    >>> is_in("en", "The bridge was opened"), is_in("en", "Die Brücke wurde gestern eröffnet")
    (True, False)
    """
    own = _frequent().get(code)
    if own is not None:
        words = _WORD.findall(text[:_SAMPLE].lower())
        if len(words) >= _MANY and sum(map(own.__contains__, words)) < _LEAST_SHARE * len(words):
            return False
    return may_be_in(code, text)


def _number(words: Counter[str], counted: frozenset[str]) -> int:
    """How many of some words are among those that are counted, one word at most a few times."""
    return sum(min(number, _MOST_OF_ONE) for word, number in words.items() if word in counted)


@frozen(kw_only=True)
class _Table:
    """The data file.

    Attributes:
        words: The words of each language, with white space between.
        spellings: Patterns, each found in any word that only the language can have.
    """

    words: dict[str, str]
    spellings: dict[str, str]


@cache
def _table() -> _Table:
    from newsfacts.lexicon import load

    table: _Table = load("newsfacts", "data/frequent_words.toml", _Table)
    return table


@cache
def _frequent() -> dict[str, frozenset[str]]:
    """The words of each language."""
    return {code: frozenset(words.split()) for code, words in _table().words.items()}


@cache
def _all() -> frozenset[str]:
    return frozenset().union(*_frequent().values())


@cache
def _rivals(code: str) -> list[tuple[frozenset[str], re.Pattern[str] | None, frozenset[str]]]:
    """Of each other language in the same script: the words that only it has of the two, its spelling, our own words."""
    own, spellings = _frequent()[code], {other: re.compile(pattern) for other, pattern in _table().spellings.items()}
    return [
        (theirs - own, spellings.get(other), own - theirs)
        for other, theirs in _frequent().items()
        if other != code and not _scripts(code).isdisjoint(_scripts(other))
    ]


def _scripts(code: str) -> set[str]:
    return {name for name, (_, languages) in SCRIPTS.items() if code in languages} or {"Latn"}
