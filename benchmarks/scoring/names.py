"""Names and phrases compared by their stems, so that inflection does not matter."""

from __future__ import annotations

import re
from itertools import takewhile
from operator import eq

from newsfacts import fold

__all__ = ["same_name", "same_phrase", "words_of"]

_WORD = re.compile(r"[^\W\d_]{2,}")
# Two forms of a word share so many letters at least, or all but so many of the shorter one, and the longer one goes on for
# so many at most.
_LEAST_SHARED = 3
_SHORTER_ENDING = 2
_LONGER_ENDING = 4


def words_of(text: str | None) -> list[str]:
    """The words of two letters and more, folded."""
    return _WORD.findall(fold(text or ""))


def same_name(one: str | None, other: str | None) -> bool:
    """Whether the last word of one name, its surname, is a word of the other."""
    these, those = words_of(one), words_of(other)
    if not these or not those:
        return False
    return any(_same_word(these[-1], word) for word in those) or any(_same_word(those[-1], word) for word in these)


def same_phrase(one: str | None, other: str | None) -> bool:
    """Whether at least half of the words of the shorter phrase are in the other."""
    shorter, longer = sorted((words_of(one), words_of(other)), key=len)
    if not shorter:
        return False
    return 2 * sum(any(_same_word(word, rival) for rival in longer) for word in shorter) >= len(shorter)


def _same_word(one: str, other: str) -> bool:
    """Whether two words may be forms of one."""
    short, long = sorted((len(one), len(other)))
    if short < _LEAST_SHARED:
        return one == other
    stem = sum(1 for _ in takewhile(bool, map(eq, one, other)))
    return stem >= max(_LEAST_SHARED, short - _SHORTER_ENDING) and long - stem <= _LONGER_ENDING
