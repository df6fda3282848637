"""The one linear model: named features have weights, their sum is a score, and the score a probability or a choice.

A weights file is gzip TSV, one line a feature: the decision, the feature, the weight. Weights are whole numbers, which add up
to the same in any order and on any machine: hundredths of the log odds where a decision gives probabilities. A decision
between yes and no has one weight, for yes; the weights of a decision between several answers are packed into one number
(`packed`), so that one sum adds them all.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp, log

from newsfacts.errors import LexiconError

__all__ = ["LinearModel", "calibrated", "choose", "load_models", "packed", "probability", "written_models"]

# A weight is a digit of this many bits in the packed number; sums of weights stay far below half of what it holds.
_BITS = 24
_MASK = (1 << _BITS) - 1
_NOTHING = repeat(0)
_MOST_KEPT = 20_000
# Below this score, in hundredths, the probability is below a millionth of a millionth, and `exp` would overflow at last.
_CERTAIN = 3_000


class LinearModel:
    """The weights of one decision.

    Args:
        weights: The weights by feature, packed.
        answers: Between how many answers it decides; 1 for yes or no.

    Attributes:
        weights: Likewise.
    """

    def __init__(self, weights: Mapping[str, int], answers: int = 1) -> None:
        self.weights = weights
        self._places = [_BITS * place for place in range(answers)]
        # Raised by half of what a digit can hold, no digit is negative.
        self._half = 1 << (_BITS - 1)
        self._raise = sum(self._half << place for place in self._places)
        self._kept: dict[Hashable, int] = {}
        self._get = weights.get

    def total(self, features: Iterable[str]) -> int:
        """The sum of some features' weights, packed; totals may be added."""
        return sum(map(self._get, features, _NOTHING))

    def kept_total(self, key: Hashable, features: Callable[[], Iterable[str]]) -> int:
        """The total of the features that always come with a key; they are only made the first time."""
        total = self._kept.get(key)
        if total is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            total = self._kept[key] = self.total(features())
        return total

    def scores(self, total: int) -> list[int]:
        """The score of each answer in a total.

        >>> model = LinearModel({"a": packed([3, -1]), "b": packed([0, 5])}, answers=2)
        >>> model.scores(model.total(["a", "b", "unknown"]))
        [3, 4]
        """
        raised = total + self._raise
        return [(raised >> place & _MASK) - self._half for place in self._places]


def packed(weights: Iterable[int]) -> int:
    """The weights of several answers as one number, the first in its lowest bits."""
    return sum(weight << (_BITS * place) for place, weight in enumerate(weights))


def probability(score: int) -> float:
    """How likely the answer is yes, of a score in hundredths of the log odds.

    >>> probability(0)
    0.5
    """
    return 1 / (1 + exp(-score / 100)) if score > -_CERTAIN else 0.0


def choose(scores: Sequence[int], nothing: float | None = None) -> tuple[int, float]:
    """The likeliest of several candidates, one of which is right, and how likely it is.

    Args:
        scores: Of each candidate, in hundredths of the log odds; the first of equals is taken.
        nothing: Where the first candidate stands for none of the others: how likely it must be to be chosen. The others share
            what speaks for any of them, so that the likeliest one may be less likely than none although one of them is right.

    >>> choose([0, 300])[0]
    1
    >>> choose([0, -50, -50])[0], choose([0, -50, -50], nothing=0.5)[0]
    (0, 1)
    """
    highest = max(scores)
    odds = [exp((score - highest) / 100) if score - highest > -_CERTAIN else 0.0 for score in scores]
    whole = sum(odds)
    first = 0 if nothing is None or odds[0] > nothing * whole or len(scores) == 1 else 1
    best = max(range(first, len(scores)), key=scores.__getitem__) if first or nothing is None else 0
    return best, odds[best] / whole


def calibrated(model: LinearModel | None, kind: str, chance: float) -> float:
    """How often facts are right that decisions call so likely; decisions that depend on one another say too much or too little.

    Args:
        model: A weight for ``kind``, the shift, and one for ``kind*``, the factor, both in hundredths: Platt scaling. None
            where nobody has judged such facts; the chance stays as it is then.
        kind: The kind of fact.
        chance: What the decisions say, multiplied.

    >>> round(calibrated(LinearModel({"quoted": -50, "quoted*": 80}), "quoted", 0.9), 2)
    0.78
    """
    if model is None or not 0 < chance < 1:
        return chance
    return probability(model.total([kind]) + round(model.total([f"{kind}*"]) * log(chance / (1 - chance))))


@cache
def load_models(package: str, path: str, answers: int = 1) -> dict[str, LinearModel]:
    """Read a package's weights file.

    Args:
        package: The import name of the package that the file lies in.
        path: The file's path inside the package, e.g. ``data/ru.weights.tsv.gz``.
        answers: Between how many answers its decisions decide.

    Returns:
        The models by decision; the same ones for equal arguments, so that what they keep is kept once.

    Raises:
        LexiconError: The file is missing or is no such table.
    """
    file = files(package).joinpath(path)
    weights: dict[str, dict[str, int]] = {}
    try:
        for line in gzip.decompress(file.read_bytes()).decode().splitlines():
            decision, feature, weight = line.split("\t")
            weights.setdefault(decision, {})[feature] = int(weight)
    except FileNotFoundError:
        raise LexiconError(str(file), ["no such file; is the package installed with its data?"]) from None
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise LexiconError(str(file), [f"is no table of weights: {error}"]) from error
    return {decision: LinearModel(own, answers) for decision, own in weights.items()}


def written_models(weights: Mapping[str, Mapping[str, int]]) -> bytes:
    """The bytes of a weights file, the same for the same weights.

    Args:
        weights: The weights by decision and feature, packed where there are several answers.
    """
    lines = [
        f"{decision}\t{feature}\t{weight}"
        for decision, features in sorted(weights.items())
        for feature, weight in sorted(features.items())
    ]
    return gzip.compress("\n".join(lines).encode(), 9, mtime=0)
