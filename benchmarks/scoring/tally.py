"""How many facts were right, and the figures that follow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from scoring.spans import match

__all__ = ["Tally", "compare"]

G = TypeVar("G")
F = TypeVar("F")


@frozen(kw_only=True)
class Tally:
    """What came of a task, in one document or in several together.

    Attributes:
        gold: How many facts are right.
        found: How many were found.
        correct: How many of the found are right.
        missed: The right ones that were not found, in words.
        wrong: The found ones that are not right, in words.
    """

    gold: int = 0
    found: int = 0
    correct: int = 0
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            gold=self.gold + other.gold,
            found=self.found + other.found,
            correct=self.correct + other.correct,
            missed=self.missed + other.missed,
            wrong=self.wrong + other.wrong,
        )

    def of(self, document: str | None) -> Tally:
        """The same with the document's name before each error."""
        missed, wrong = (tuple(f"{document}: {words}" for words in errors) for errors in (self.missed, self.wrong))
        return evolve(self, missed=missed, wrong=wrong)

    @property
    def precision(self) -> float:
        """The share of the found that is right."""
        return self.correct / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the right that was found."""
        return self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.correct / (self.found + self.gold) if self.correct else 0.0


def compare(
    gold: Sequence[G],
    found: Sequence[F],
    agreement: Callable[[G, F], float],
    gold_words: Callable[[G], str],
    found_words: Callable[[F], str],
) -> Tally:
    """The tally of a task in one document.

    Args:
        gold: What is right.
        found: What was found.
        agreement: How well two agree; zero for not at all.
        gold_words: Says what is right, for whoever looks for errors.
        found_words: Says what was found.
    """
    pairs = match(gold, found, agreement)
    right = set(pairs.values())
    return Tally(
        gold=len(gold),
        found=len(found),
        correct=len(pairs),
        missed=tuple(gold_words(g) for i, g in enumerate(gold) if i not in pairs),
        wrong=tuple(found_words(f) for j, f in enumerate(found) if j not in right),
    )
