"""What the features of a plugin's models look at, in words: its file ``features.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsfacts.errors import LexiconError
from newsfacts.suggestions import suggestion

__all__ = ["Legend", "load_legend"]

_FILE = "features.toml"


class Legend:
    """What the features of one decision look at.

    Args:
        words: In words, by the beginning of a feature's name.

    Attributes:
        words: Likewise.

    >>> Legend({"e": "where it ends", "eV": "the cue's verb"}).summed([("eF", 30), ("eVsay", 5), ("e0", 3), ("?", 1)])
    (('where it ends', 33), ("the cue's verb", 5), ('?', 1))
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words

    def of(self, feature: str) -> str:
        """What a feature looks at; the feature itself where nothing is known of it."""
        return self.words.get(self.beginning_of(feature), feature)

    def beginning_of(self, feature: str) -> str:
        """The longest beginning of a feature's name that has words; empty where none has."""
        return next((feature[:length] for length in range(len(feature), 0, -1) if feature[:length] in self.words), "")

    def summed(self, weights: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
        """The weights of features, added up by what they look at, the heaviest first."""
        sums: dict[str, int] = {}
        for feature, weight in weights:
            words = self.of(feature)
            sums[words] = sums.get(words, 0) + weight
        heaviest_first = sorted(sums.items(), key=lambda entry: (-abs(entry[1]), entry[0]))
        return tuple((words, weight) for words, weight in heaviest_first if weight)


def load_legend(package: str, decision: str) -> Legend:
    """The legend of a decision: its table in the file ``features.toml`` of a plugin's package.

    Args:
        package: The package's import name.
        decision: The decision's name, as the weights have it.

    Raises:
        LexiconError: The file is missing, does not have the shape or has no such table.
    """
    from newsfacts.lexicon import load  # what reads files is not loaded before there is something to read

    tables: dict[str, dict[str, str]] = load(package, _FILE, dict[str, dict[str, str]])
    if decision not in tables:
        raise LexiconError(f"{package}/{_FILE}", [f"has no table [{decision}]{suggestion(decision, tables)}"])
    return Legend(tables[decision])
