"""Stage 1: turn files and streams into articles, each by the first reader that knows its format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsfacts.article import Article, Source
from newsfacts.errors import ReadError
from newsfacts.plugins import Plugins

__all__ = ["open_source", "read_all", "read_one"]


def open_source(path: str | Path) -> Source:
    """The bytes of a file.

    Raises:
        ReadError: There is no such file, or it cannot be opened.
    """
    try:
        return Source(name=str(path), data=Path(path).read_bytes())
    except OSError as error:
        raise ReadError(str(path), error.strerror or str(error)) from error


def read_all(source: Source, plugins: Plugins) -> Iterator[Article | ReadError]:
    """The articles of a source, in order, with an error in the place of each that cannot be read."""
    try:
        answer = plugins.first("newsfacts_read", source=source)
        if answer is None:
            yield ReadError(source.name, "no reader knows this format; give text, or JSON Lines with a 'text' key")
        elif isinstance(answer, Article):
            yield answer
        else:
            yield from answer
    except ReadError as error:
        yield error


def read_one(path: str | Path) -> Article:
    """The one article of a file.

    Raises:
        ReadError: It cannot be read, or does not hold exactly one article.
    """
    found = list(read_all(open_source(path), Plugins()))
    for item in found:
        if isinstance(item, ReadError):
            raise item
    if len(found) != 1 or isinstance(found[0], ReadError):
        raise ReadError(str(path), f"holds {len(found)} articles, not one; read it on the command line or with read_all")
    return found[0]
