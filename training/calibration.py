"""How far a confidence can be believed: found by judging facts of documents that the models were not trained on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from attrs import frozen
from logistic import fit_calibration

from newsfacts.linear import LinearModel, calibrated

__all__ = ["Judged", "calibration", "reliability"]


@frozen
class Judged:
    """A fact that was found in a document that the models were not trained on.

    Attributes:
        kind: Its kind; each has a calibration of its own.
        chance: How likely the models call it.
        right: Whether it is right.
    """

    kind: str
    chance: float
    right: bool


def calibration(judged: Sequence[Judged]) -> dict[str, int]:
    """The weights by which `newsfacts.linear.calibrated` makes a model's chance the share of right ones."""
    found: dict[str, int] = {}
    for kind in sorted({j.kind for j in judged}):
        own = [j for j in judged if j.kind == kind and 0 < j.chance < 1]
        shift, factor = fit_calibration([log(j.chance / (1 - j.chance)) for j in own], [j.right for j in own])
        found[kind], found[f"{kind}*"] = round(shift * 100), round(factor * 100)
    return found


def reliability(judged: Iterable[Judged], weights: dict[str, int]) -> str:
    """How often facts of each confidence are right, and how far that is from what the confidence says, as lines of text."""
    model = LinearModel(weights)
    tenths = [(0, 0, 0.0)] * 10
    for j in judged:
        chance = calibrated(model, j.kind, j.chance)
        tenth = min(9, int(chance * 10))
        count, good, said = tenths[tenth]
        tenths[tenth] = count + 1, good + j.right, said + chance
    lines = [
        f"confidence {tenth / 10:.1f}: {count} facts, {good / count:.2f} right, {said / count:.2f} said"
        for tenth, (count, good, said) in enumerate(tenths)
        if count
    ]
    error = sum(abs(good - said) for _, good, said in tenths) / max(1, sum(count for count, _, _ in tenths))
    return "\n".join([*lines, f"calibration error {error:.3f}"])
