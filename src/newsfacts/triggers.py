"""The cheap first test: which words begin as one of a word list does, in any way they may be written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import compress, count, product
from operator import itemgetter

from newsfacts.scripts import ALIKE

__all__ = ["Triggers"]

# Three letters let one word in thirty through and cost one look into a set.
_LETTERS = 3
# The letters that may be written for a folded one, itself among them.
_LETTERS_FOR: dict[str, str] = {}
for _letter, _other in ALIKE:
    _LETTERS_FOR[_other] = _LETTERS_FOR.get(_other, _other) + _letter


class Triggers:
    """The beginnings of some words: a word that has none of them is no form of any.

    Args:
        stems: What the forms of the words have in common, folded; a shorter stem lets more words through.
        letters: How many first letters are compared; of shorter stems all.
        forms: Words that have no other form, folded; however short one is, it lets no longer word through.

    >>> triggers = Triggers(["президент", "министр"])
    >>> triggers.among(["Вчера", "ПРЕЗИДЕНТОМ", "стал", "премьер", "премии"])
    [1, 3, 4]
    """

    def __init__(self, stems: Iterable[str], letters: int = _LETTERS, forms: Iterable[str] = ()) -> None:
        beginnings: dict[int, set[str]] = defaultdict(set)
        for stem in stems:
            beginnings[min(letters, len(stem))].add(stem[:letters])
        for form in forms:
            beginnings[letters].add(form[:letters])
        self._beginnings = [
            (length, frozenset(written for start in starts for written in _written(start)))
            for length, starts in sorted(beginnings.items(), reverse=True)
        ]

    def __contains__(self, word: str) -> bool:
        """Whether a word, as it is written, begins so."""
        return any(word[:length] in starts for length, starts in self._beginnings)

    def among(self, words: Sequence[str]) -> list[int]:
        """The places of the words that begin so, in order."""
        found: list[int] = []
        for length, starts in self._beginnings:
            beginnings = map(itemgetter(slice(length)), words)  # without a loop in Python: every word of a text is tested
            found += compress(count(), map(starts.__contains__, beginnings))
        return sorted(set(found)) if len(self._beginnings) > 1 else found


def _written(beginning: str) -> Iterable[str]:
    """The ways to write some folded letters: small, with a capital, in capitals, with other letters for the same."""
    for letters in product(*[_LETTERS_FOR.get(letter, letter) for letter in beginning]):
        word = "".join(letters)
        yield from (word, word.capitalize(), word.upper())
