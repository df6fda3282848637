"""Logistic regression over named features: the weights that explain some examples best, with a penalty on large ones.

The penalised likelihood has one maximum, so that neither an order of examples nor a seed changes the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["Choice", "Example", "fit", "fit_calibration", "fit_choices"]

Example = tuple[list[str], int]
"""The features of a decision and its answer, 0 or 1."""

Choice = tuple[list[list[str]], int]
"""The features of each candidate, and which of them is right."""

Floats = NDArray[np.float64]
Objective = Callable[[Floats], tuple[float, Floats]]

# Of the search: how many steps at most, how many of them it remembers, how often it halves a step that went too far, how
# much of the promised gain a step must bring, and the relative gain below which it ends.
_STEPS = 150
_MEMORY = 8
_HALVINGS = 30
_SUFFICIENT = 1e-4
_ENOUGH = 1e-6


def fit(examples: Sequence[Example], *, penalty: float, power: float, rarest: int) -> dict[str, float]:
    """The weights of the features, as log odds.

    Args:
        examples: The decisions.
        penalty: How much the squares of weights cost.
        power: The cost of a feature's weight grows with this power of how often it occurs.
        rarest: How often a feature must occur to get a weight.
    """
    counts = Counter(feature for features, _ in examples for feature in features)
    number = {feature: n for n, feature in enumerate(f for f, count in counts.items() if count >= rarest)}
    rows = [[number[feature] for feature in features if feature in number] for features, _ in examples]
    lengths = np.array([len(row) for row in rows])
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    occurrences = np.array([n for row in rows for n in row])
    answers = np.array([answer for _, answer in examples], dtype=np.float64)
    costs = penalty * np.array([counts[feature] for feature in number], dtype=np.float64) ** power

    def objective(weights: Floats) -> tuple[float, Floats]:
        scores = np.add.reduceat(weights[occurrences], begins)
        errors = 1 / (1 + np.exp(-scores)) - answers
        loss = np.logaddexp(0, scores).sum() - answers @ scores + (costs * weights * weights).sum() / 2
        gradient = np.bincount(occurrences, np.repeat(errors, lengths), len(number)) + costs * weights
        return float(loss), gradient

    weights = minimum(objective, np.zeros(len(number)))
    return {feature: float(weights[n]) for feature, n in number.items()}


def fit_choices(choices: Sequence[Choice], *, penalty: float, power: float, rarest: int) -> dict[str, float]:
    """The weights of the features where one of several candidates is right; a candidate's odds are those of its sum.

    Args:
        choices: The decisions.
        penalty: How much the squares of weights cost.
        power: The cost of a feature's weight grows with this power of how often it occurs.
        rarest: In how many candidates a feature must occur to get a weight.
    """
    counts = Counter(feature for candidates, _ in choices for features in candidates for feature in features)
    number = {feature: n for n, feature in enumerate(f for f, count in counts.items() if count >= rarest)}
    rows = [[number[f] for f in features if f in number] for candidates, _ in choices for features in candidates]
    # The last place is of no feature: its weight stays nothing, and no row is empty.
    nothing = len(number)
    lengths = np.array([len(row) + 1 for row in rows])
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    occurrences = np.array([n for row in rows for n in (*row, nothing)])
    sizes = np.array([len(candidates) for candidates, _ in choices])
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = first + np.array([answer for _, answer in choices])
    costs = penalty * np.array([*(counts[feature] for feature in number), 1], dtype=np.float64) ** power
    gold = np.zeros(len(rows))
    gold[right] = 1

    def objective(point: Floats) -> tuple[float, Floats]:
        scores = np.add.reduceat(point[occurrences], begins)
        highest = np.repeat(np.maximum.reduceat(scores, first), sizes)
        odds = np.exp(scores - highest)
        totals = np.repeat(np.add.reduceat(odds, first), sizes)
        loss = (np.log(totals) + highest - scores)[right].sum() + (costs * point * point).sum() / 2
        errors = odds / totals - gold
        gradient = np.bincount(occurrences, np.repeat(errors, lengths), nothing + 1) + costs * point
        gradient[nothing] = 0
        return float(loss), gradient

    found = minimum(objective, np.zeros(nothing + 1))
    return {feature: float(found[n]) for feature, n in number.items()}


def fit_calibration(odds: Sequence[float], answers: Sequence[bool]) -> tuple[float, float]:
    """How log odds are to be shifted and stretched to tell how often the answer is yes (Platt scaling).

    Args:
        odds: What a model says, as log odds.
        answers: Whether it was right.

    Returns:
        The shift, and the factor.
    """
    said, right = np.array(odds), np.array(answers, dtype=np.float64)

    def objective(point: Floats) -> tuple[float, Floats]:
        scores = point[0] + point[1] * said
        errors = 1 / (1 + np.exp(-scores)) - right
        return float(np.logaddexp(0, scores).sum() - right @ scores), np.array([errors.sum(), errors @ said])

    shift, factor = minimum(objective, np.array([0.0, 1.0]))
    return float(shift), float(factor)


def minimum(objective: Objective, start: Floats) -> Floats:
    """Where a convex function is least, by L-BFGS (Nocedal and Wright, Numerical Optimization, 2006, algorithm 7.5).

    Args:
        objective: Gives the function's value and its gradient.
        start: Where to begin.
    """
    point = start
    value, gradient = objective(point)
    steps: list[tuple[Floats, Floats]] = []  # the last changes of the point and of the gradient
    for _ in range(_STEPS):
        direction = -_scaled(gradient, steps)
        length = 1.0
        for _ in range(_HALVINGS):
            new_value, new_gradient = objective(point + length * direction)
            if new_value <= value + _SUFFICIENT * length * float(gradient @ direction):
                break
            length /= 2
        change = length * direction
        if float(change @ (new_gradient - gradient)) > 0:
            steps = [*steps, (change, new_gradient - gradient)][-_MEMORY:]
        gain = value - new_value
        point, value, gradient = point + change, new_value, new_gradient
        if gain < _ENOUGH * abs(value):
            break
    return point


def _scaled(gradient: Floats, steps: Sequence[tuple[Floats, Floats]]) -> Floats:
    """The gradient times the inverse curvature that the last steps show."""
    scaled = gradient.copy()
    shares = []
    for change, bend in reversed(steps):
        share = (change @ scaled) / (change @ bend)
        shares.append(share)
        scaled -= share * bend
    if steps:
        change, bend = steps[-1]
        scaled *= (change @ bend) / (bend @ bend)
    else:
        scaled /= max(1.0, float(np.abs(gradient).sum()))
    for (change, bend), share in zip(steps, reversed(shares), strict=True):
        scaled += change * (share - (bend @ scaled) / (change @ bend))
    return scaled
