"""Stretches of text side by side: what they share, and which of two lists belong together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["Span", "hull", "match", "outermost", "overlap", "shared_part"]

Span = tuple[int, int]
G = TypeVar("G")
F = TypeVar("F")


def overlap(one: Span, other: Span) -> int:
    """How many characters are in both."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def shared_part(one: Span, other: Span) -> float:
    """What share of the characters that are in either is in both."""
    common = overlap(one, other)
    return common / (one[1] - one[0] + other[1] - other[0] - common) if common else 0.0


def hull(pieces: Sequence[Span]) -> Span:
    """From where the first piece begins to where the last one ends."""
    return min(start for start, _ in pieces), max(end for _, end in pieces)


def outermost(spans: Sequence[Span]) -> list[Span]:
    """The spans that lie in no other, each once."""
    different = list(dict.fromkeys(spans))
    return [s for s in different if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in different)]


def match(gold: Sequence[G], found: Sequence[F], agreement: Callable[[G, F], float]) -> dict[int, int]:
    """Which of the found belongs to which of the gold: each to one at most, those that agree best first.

    Args:
        gold: What is right.
        found: What is judged.
        agreement: How well two agree; zero for not at all.

    Returns:
        Places in ``found`` by places in ``gold``.
    """
    agreements = ((agreement(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    best_first = sorted((-value, i, j) for value, i, j in agreements if value > 0)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in best_first:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs
