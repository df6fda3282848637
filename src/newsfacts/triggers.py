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
            beginnings[min(letters, len(stem))].update(_written(stem[:letters]))
        for form in forms:
            beginnings[letters].update(_written(form[:letters]))
        self._beginnings = [(length, frozenset(starts)) for length, starts in sorted(beginnings.items(), reverse=True)]

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
    others: dict[str, str] = {}
    for letter, other in ALIKE:
        others[other] = others.get(other, other) + letter
    for letters in product(*[others.get(letter, letter) for letter in beginning]):
        word = "".join(letters)
        yield from (word, word.capitalize(), word.upper())
