"""Which corpora can be converted, and where they are had."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from attrs import frozen

from public import factrueval, nerel, polnear, slavicner

__all__ = ["CORPORA", "PublicCorpus"]


@frozen(kw_only=True)
class PublicCorpus:
    """A corpus that somebody has published.

    Attributes:
        name: What its corpora are called here; those of several parts have the part's name after it.
        repository: Its address. A clone has the name of the last part.
        parts: The folders of its parts within a clone, by the names of the parts.
        read: The records of a part.
    """

    name: str
    repository: str
    parts: dict[str, str]
    read: Callable[[Path, str], Iterable[dict[str, Any]]]

    @property
    def folder(self) -> str:
        """The name of a clone."""
        return self.repository.rsplit("/", 1)[-1]


CORPORA = (
    PublicCorpus(
        name="nerel",
        repository="https://github.com/nerel-ds/NEREL",
        parts={part: f"NEREL-v1.1/{part}" for part in ("train", "dev", "test")},
        read=nerel.read,
    ),
    PublicCorpus(
        name="factrueval",
        repository="https://github.com/dialogue-evaluation/factRuEval-2016",
        parts={"dev": "devset", "test": "testset"},
        read=factrueval.read,
    ),
    PublicCorpus(name="slavicner", repository="https://github.com/SlavicNLP/SlavicNER", parts={"ru": ""}, read=slavicner.read),
    PublicCorpus(
        name="polnear",
        repository="https://github.com/networkdynamics/PolNeAR",
        parts={part: f"data/{part}" for part in ("train", "dev", "test")},
        read=polnear.read,
    ),
)
