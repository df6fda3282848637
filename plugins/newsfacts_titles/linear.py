"""A linear model of string features: how likely a yes is. Trained by benchmarks/train_titles.py."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp

__all__ = ["Weights", "load_weights", "probability"]

# Weight by feature. The file holds hundredths, to stay small.
Weights = dict[str, float]
_NOTHING = repeat(0.0)


@cache
def load_weights(language: str) -> dict[str, Weights]:
    """The trained weights of a language, by decision."""
    data = json.loads(files(__package__).joinpath("data", f"{language}.weights.json").read_text(encoding="utf-8"))
    return {decision: {name: value / 100 for name, value in weights.items()} for decision, weights in data.items()}


def probability(weights: Weights, features: Iterable[str]) -> float:
    """How likely the answer is yes for something with these features."""
    score = sum(map(weights.get, features, _NOTHING))
    return 1 / (1 + exp(-score)) if score > -30 else 0.0
