"""Which of the languages that share a script a text is in, by the most frequent words of each and by how it spells."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from attrs import frozen

from newsfacts.characters import UNSEEN
from newsfacts.scripts import ALPHABETS, SCRIPTS, is_written_in

__all__ = ["is_in", "may_be_in"]

# Enough text to hold function words many times; the rest of a long article would only cost time.
_SAMPLE = 2_000
# «U.S.» and «Ivan's» hold no word of one letter; before a number stands a model («Ту-154»), behind it an ending («58-й»).
_WORD = re.compile(r"(?<!\d-)\b[^\W\d_]+(?:[.'’-][^\W\d_]+)*\b(?!-\d)")
_UNSEEN = re.compile(f"[\u0300\u0301{UNSEEN}\u200b]")  # stress marks; a letter with a mark of its own is composed before
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
    sample = _sample(text)
    words = Counter(filter(_all().__contains__, _WORD.findall(sample)))
    own_spelling = _found("spellings", code, sample)
    for rival in _rivals(code):
        spelt = _found("spellings", rival.code, sample)
        if not spelt and rival.certain.isdisjoint(words):
            continue
        for_them = _number(words, rival.theirs) + spelt
        for_us = _number(words, rival.ours) + own_spelling
        # What they lack is asked last, where it can still decide: it costs the most.
        if for_them > _CLEARLY * for_us and for_them > _CLEARLY * (for_us + _found("lacking", rival.code, sample)):
            return False
    return True


def is_in(code: str, text: str) -> bool:
    """Whether a text is in a language: it may be, and if it is long it has the words or the letters that every text of it has.

    >>> is_in("en", "The bridge was opened"), is_in("en", "Die Brücke wurde gestern eröffnet")
    (True, False)
    """
    own = _frequent().get(code)
    if own is not None and code not in ALPHABETS:  # what has letters of its own may be a list of names
        words = _WORD.findall(_sample(text))
        if len(words) >= _MANY and sum(map(own.__contains__, words)) < _LEAST_SHARE * len(words):
            return False
    return may_be_in(code, text)


def _sample(text: str) -> str:
    """The beginning of a text in small letters, without what is not seen and cuts words."""
    return _UNSEEN.sub("", normalize("NFC", text[:_SAMPLE])).lower()


def _number(words: Counter[str], counted: frozenset[str]) -> int:
    """How many of some words are among those that are counted, one word at most a few times."""
    return sum(min(number, _MOST_OF_ONE) for word, number in words.items() if word in counted)


def _found(list_name: str, code: str, sample: str) -> int:
    """How often a language's pattern of a list is found; never where it has none."""
    pattern = _pattern(list_name, code)
    return len(pattern.findall(sample)) if pattern else 0


@frozen(kw_only=True)
class _Table:
    """The data file.

    Attributes:
        words: The words of each language, with white space between.
        also: The words that each has too, though they are frequent in a neighbour alone.
        lacking: Patterns of what no word of the language has.
        spellings: Patterns, each found in any word that only the language can have.
    """

    words: dict[str, str]
    also: dict[str, str]
    lacking: dict[str, str]
    spellings: dict[str, str]


class _Rival(NamedTuple):
    """Another language in the same script.

    Attributes:
        code: Its code.
        theirs: The words that are frequent in it alone of the two.
        certain: Those of them that the other does not have at all.
        ours: The words that are frequent in the other alone.
    """

    code: str
    theirs: frozenset[str]
    certain: frozenset[str]
    ours: frozenset[str]


@cache
def _table() -> _Table:
    from newsfacts.lexicon import load

    table: _Table = load("newsfacts", "data/frequent_words.toml", _Table)
    return table


@cache
def _pattern(list_name: str, code: str) -> re.Pattern[str] | None:
    patterns: dict[str, str] = getattr(_table(), list_name)
    return re.compile(patterns[code]) if code in patterns else None


@cache
def _frequent() -> dict[str, frozenset[str]]:
    """The words of each language."""
    return {code: frozenset(words.split()) for code, words in _table().words.items()}


@cache
def _all() -> frozenset[str]:
    return frozenset().union(*_frequent().values())


@cache
def _rivals(code: str) -> list[_Rival]:
    own, also = _frequent()[code], frozenset(_table().also.get(code, "").split())
    return [
        _Rival(other, theirs - own, theirs - own - also, own - theirs)
        for other, theirs in _frequent().items()
        if other != code and not _scripts(code).isdisjoint(_scripts(other))
    ]


def _scripts(code: str) -> set[str]:
    return {name for name, (_, languages) in SCRIPTS.items() if code in languages} or {"Latn"}
