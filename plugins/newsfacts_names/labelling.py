"""Labels for capitalised words: a greedy averaged perceptron over sparse features, its weights read from a data file."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat

from newsfacts import Analysis, Language
from newsfacts_names.capitals import LONGEST_NAME, Capital
from newsfacts_names.features import Features, Group, expand
from newsfacts_names.words import Words

__all__ = ["LABELS", "Labeller", "best_label", "labeller", "packed"]

# Nothing; a person's first and further words; an organisation's first and further words.
LABELS = ("O", "P", "p", "R", "r")
# A feature's weights, one for each label, are digits of this many bits in one number: so their sums are sums of numbers.
_BITS = 24
_MASK = (1 << _BITS) - 1
_PLACES = [_BITS * place for place in range(len(LABELS))]
# Raised by half of what a digit can hold, no digit is negative.
_RAISE = sum(1 << (_BITS - 1 + place) for place in _PLACES)
_NOTHING = repeat(0)
_GAPS_BETWEEN_ORGANIZATIONS = frozenset(("line", "stop", "far"))


class Labeller:
    """Labels the capitalised words of an article from left to right.

    Args:
        weights: Packed whole numbers for the labels, by feature.
        language: The language of the articles.
    """

    def __init__(self, weights: dict[str, int], language: Language) -> None:
        self._weights = weights
        self._words = Words(language.morphology.readings)
        self._score = lru_cache(maxsize=18_000)(self._score_of)

    def label(self, analysis: Analysis, capitals: Sequence[Capital]) -> list[str]:
        """A label for each word."""
        features = Features(analysis, capitals, self._words)
        score = self._score
        labels: list[str] = []
        for at, capital in enumerate(capitals):
            total = sum(map(score, features.groups(at) + features.history(at, labels)))
            labels.append(best_label(_unpacked(total), labels, capital))
        return labels

    def _score_of(self, group: Group) -> int:
        return sum(map(self._weights.get, expand(group, self._words), _NOTHING))


def packed(numbers: Iterable[int]) -> int:
    """Whole numbers as one, the first in its lowest bits."""
    return sum(number << (_BITS * place) for place, number in enumerate(numbers))


def _unpacked(number: int) -> list[int]:
    """The numbers that were packed, all raised by one and the same."""
    raised = number + _RAISE
    return [raised >> place & _MASK for place in _PLACES]


def best_label(score: Sequence[float], labels: Sequence[str], capital: Capital) -> str:
    """The label of the highest score among those that may follow the labels before."""
    best = LABELS[score.index(max(score))]
    if _may_follow(best, labels, capital):
        return best
    permitted = [i for i, label in enumerate(LABELS) if _may_follow(label, labels, capital)]
    return LABELS[max(permitted, key=score.__getitem__)]


def _may_follow(label: str, labels: Sequence[str], capital: Capital) -> bool:
    if label == "p":
        return capital.adjacent and bool(labels) and labels[-1] in "Pp" and labels[-LONGEST_NAME:].count("p") < LONGEST_NAME - 1
    if label == "r":
        return bool(labels) and labels[-1] in "Rr" and capital.gap not in _GAPS_BETWEEN_ORGANIZATIONS
    return True


@cache
def labeller(language: Language) -> Labeller:
    """The labeller of a language, with the weights that are shipped for it."""
    data = files("newsfacts_names").joinpath(f"data/{language.code}.weights.tsv.gz").read_bytes()
    lines = (line.split("\t", 1) for line in gzip.decompress(data).decode().split("\n"))
    return Labeller({feature: int(weights) for feature, weights in lines}, language)
