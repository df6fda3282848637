"""Labels for capitalised words: a greedy averaged perceptron over sparse features, its weights read from a data file."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from newsfacts import Analysis, Reading
from newsfacts_names.features import Capital, Features, neighbour_features, own_features

__all__ = ["LABELS", "Labeller", "labeller"]

LABELS = ("O", "P", "p", "R", "r")  # nothing; a person's first and further words; an organisation's first and further words
Weights = dict[str, tuple[int, ...]]


class Labeller:
    """Labels the capitalised words of an article from left to right.

    Args:
        weights: A whole number for each label, by feature.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._own = lru_cache(maxsize=20_000)(self._own_score)
        self._beside = lru_cache(maxsize=40_000)(self._beside_score)

    def label(self, analysis: Analysis, capitals: Sequence[Capital]) -> list[str]:
        """A label for each word."""
        features = Features(analysis, capitals)
        readings = analysis.language.morphology.readings
        weights = self._weights
        labels: list[str] = []
        for at, capital in enumerate(capitals):
            before, after = features.around(at)
            score = [
                sum(x)
                for x in zip(
                    self._own(capital.token.text, readings),
                    self._beside("B", before, readings),
                    self._beside("N", after, readings),
                    strict=True,
                )
            ]
            for feature in [*features.context(at), *features.label_history(at, labels)]:
                row = weights.get(feature)
                if row:
                    for i, w in enumerate(row):
                        score[i] += w
            labels.append(best_label(score, labels[-1] if labels else "O", capital))
        return labels

    def _own_score(self, word: str, readings: Callable[[str], tuple[Reading, ...]]) -> list[int]:
        return self._sum(own_features(word, readings))

    def _beside_score(self, side: str, word: str, readings: Callable[[str], tuple[Reading, ...]]) -> list[int]:
        return self._sum(side + f for f in neighbour_features(word, readings))

    def _sum(self, features: Iterable[str]) -> list[int]:
        rows = [row for f in features if (row := self._weights.get(f))]
        return [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * len(LABELS)


def best_label(score: Sequence[float], last: str, capital: Capital) -> str:
    """The label of the highest score among those that may follow the last one."""
    best, top = "O", score[0]
    for i in (1, 2, 3, 4):
        if score[i] > top and _may_follow(LABELS[i], last, capital):
            best, top = LABELS[i], score[i]
    return best


def _may_follow(label: str, last: str, capital: Capital) -> bool:
    if label == "p":
        return last in ("P", "p") and capital.adjacent
    if label == "r":
        return last in ("R", "r") and capital.gap not in ("line", "stop", "far")
    return True


@cache
def labeller(language: str) -> Labeller:
    """The labeller of a language, with the weights that are shipped for it."""
    data = files(__package__).joinpath(f"data/{language}.weights.tsv.gz").read_bytes()
    weights: Weights = {}
    for line in gzip.decompress(data).decode().splitlines():
        feature, *numbers = line.split("\t")
        weights[feature] = tuple(map(int, numbers))
    return Labeller(weights)
