"""A linear model of string features: how likely a yes is. Trained by benchmarks/train_titles.py."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp

__all__ = ["Weights", "load_weights", "probability", "score"]

# Weight by feature, in hundredths: sums of whole numbers are the same in any order.
Weights = dict[str, int]
_NOTHING = repeat(0)


@cache
def load_weights(language: str) -> dict[str, Weights]:
    """The trained weights of a language, by decision."""
    weights: dict[str, Weights] = json.loads(
        files(__package__).joinpath("data", f"{language}.weights.json").read_text(encoding="utf-8")
    )
    return weights


def score(weights: Weights, features: Iterable[str]) -> int:
    """The sum of some features' weights; the answer is yes rather than no where that of all features is above zero."""
    return sum(map(weights.get, features, _NOTHING))


def probability(total: int) -> float:
    """How likely the answer is yes where all features have this score."""
    return 1 / (1 + exp(-total / 100)) if total > -3000 else 0.0
