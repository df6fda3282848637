"""Stage 5: write results in the format that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import IO

from attrs import frozen

from newsfacts.result import Result

__all__ = ["Exporter"]


@frozen(kw_only=True)
class Exporter:
    """Writes results in one format.

    Attributes:
        name: What ``--format`` takes.
        suffix: The usual suffix of such a file, with its dot.
        write: Writes the results, in order and as they come, to a text stream.
    """

    name: str
    suffix: str
    write: Callable[[Iterable[Result], IO[str]], None]
