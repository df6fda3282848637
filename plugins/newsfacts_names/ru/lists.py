"""Names in a list are in one case: «получили Лилия Сафина, Валерия Носова и Пётр Орлов»."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from newsfacts_names.declension import Fits

__all__ = ["InLists"]

_JOINTS = frozenset((" и ", ", ", "; ", ", а также "))
# In names; so many on either side are asked.
_FARTHEST = 3
# So likely the names of a list are in different cases after all.
_SURPRISE = 0.01


class InLists:
    """The names of one article, of which those in a list support each other's cases.

    Args:
        text: The article's.
        spans: Where the names are in it.
        cases: Gives by a name's index how likely each of its cases is by itself, the likeliest being one.
    """

    def __init__(self, text: str, spans: Sequence[tuple[int, int]], cases: Callable[[int], Mapping[str, float]]) -> None:
        self._is_joined = [at > 0 and text[spans[at - 1][1] : start] in _JOINTS for at, (start, _) in enumerate(spans)]
        self._cases = cases

    def fits(self, at: int, alone: Fits) -> Fits:
        """How well each case and gender fits a name.

        Args:
            at: The index of the name.
            alone: How well they do by the words around the name.
        """
        found = dict(alone)
        for other in self._others(at):
            cases = self._cases(other)
            for case, gender in found:
                found[case, gender] *= _SURPRISE + (1 - _SURPRISE) * cases.get(case, 0.0)
        return found

    def _others(self, at: int) -> list[int]:
        """The indices of the other names of a list, of those that are near."""
        first = last = at
        while self._is_joined[first] and at - first < _FARTHEST:
            first -= 1
        while last + 1 < len(self._is_joined) and self._is_joined[last + 1] and last - at < _FARTHEST:
            last += 1
        return [other for other in range(first, last + 1) if other != at]
