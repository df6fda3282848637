"""A linear model of string features: how likely a yes is. Trained by training/titles.py."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp

__all__ = ["Model", "Weights", "load_weights", "model", "probability", "score"]

# Weight by feature, in hundredths: sums of whole numbers are the same in any order.
Weights = dict[str, int]
_NOTHING = repeat(0)
_MOST_KEPT = 2_000


class Model:
    """The weights of one decision, and the scores of features that come together again in other texts.

    Args:
        weights: The weights.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._kept: dict[Hashable, int] = {}

    def kept(self, key: Hashable, features: Callable[[], Iterable[str]]) -> int:
        """The score of the features that a key stands for."""
        total = self._kept.get(key)
        if total is None:
            if len(self._kept) == _MOST_KEPT:
                self._kept.clear()
            total = self._kept[key] = score(self.weights, features())
        return total


@cache
def load_weights(language: str) -> dict[str, Weights]:
    """The trained weights of a language, by decision."""
    weights: dict[str, Weights] = json.loads(
        files(__package__).joinpath("data", f"{language}.weights.json").read_text(encoding="utf-8")
    )
    return weights


@cache
def model(language: str, decision: str) -> Model:
    """The model of a decision in a language."""
    return Model(load_weights(language)[decision])


def score(weights: Weights, features: Iterable[str]) -> int:
    """The sum of some features' weights; the answer is yes rather than no where that of all features is above zero."""
    return sum(map(weights.get, features, _NOTHING))


def probability(total: int) -> float:
    """How likely the answer is yes where all features have this score."""
    return 1 / (1 + exp(-total / 100)) if total > -3000 else 0.0
