"""Stage 5: write results in the format that is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any

from attrs import frozen

from newsfacts.result import Result

__all__ = ["Exporter", "write_each"]

_LONGEST_NAME = 100
# What an article's file or address ends in, and the name of what is made of it need not.
_QUERY = re.compile(r"[?#].*", re.DOTALL)
_SUFFIX = re.compile(r"\.(?:html?|xml|json|txt)\Z", re.IGNORECASE)


@frozen(kw_only=True)
class Exporter:
    """Writes results in one format.

    Attributes:
        name: What ``--format`` takes.
        suffix: The usual suffix of such a file, with its dot.
        write: Writes the results, in order and as they come, to a text stream, or to a binary one.
        binary: Whether it takes a binary stream.
    """

    name: str
    suffix: str
    write: Callable[[Iterable[Result], IO[Any]], None]
    binary: bool = False

    def open(self, path: Path) -> IO[Any]:
        """Open a file for such a format."""
        return path.open("wb") if self.binary else path.open("w", encoding="utf-8", newline="")


def write_each(results: Iterable[Result], exporter: Exporter, folder: Path) -> None:
    """Write a file for each result, named after the article; a number is added to a name that is taken already.

    Args:
        results: The results, as they come.
        exporter: The format.
        folder: Where to; made when it is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for result in results:
        stem = name = _file_name(result.article.id or "article")
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        with exporter.open(folder / (name + exporter.suffix)) as stream:
            exporter.write([result], stream)


def _file_name(id_: str) -> str:
    """A name that every file system takes, out of an id that may be a path, an address or a URN."""
    _, address, rest = id_.partition("://")
    path = _QUERY.sub("", rest).partition("/")[2] if address else id_
    last = _SUFFIX.sub("", path.rstrip("/").rpartition("/")[2]) or id_
    name = "".join(c if c.isalnum() or c in "-_." else "-" for c in last).strip("-.")
    return name[:_LONGEST_NAME] or "article"
