"""Stage 1: turn files and streams into articles, each by the first reader that knows its format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from newsfacts.article import Article, Source
from newsfacts.errors import NewsfactsError, ReadError
from newsfacts.plugins import Plugins

__all__ = ["open_source", "read", "read_all", "read_one"]


def open_source(file: str | Path | IO[bytes] | IO[str]) -> Source:
    """The content of a file.

    Args:
        file: A path, or an open file; one in text mode has been decoded, so what it declares of its encoding is ignored.

    Raises:
        ReadError: There is no such file, or it cannot be opened or read.
    """
    name = str(file) if isinstance(file, str | Path) else str(getattr(file, "name", "file"))
    try:
        stream = Path(file).open("rb") if isinstance(file, str | Path) else file  # noqa: SIM115 - the source closes it
        return Source(name=name, data=stream)
    except OSError as error:
        raise ReadError(name, error.strerror or str(error)) from error


def read_all(source: Source, plugins: Plugins) -> Iterator[Article | ReadError]:
    """The articles of a source, in order, with an error in the place of each that cannot be read."""
    try:
        answer = plugins.first("newsfacts_read", source=source)
        if answer is None:
            yield ReadError(source.name, "no reader knows this format; give text, a page, a feed item or JSON Lines")
        elif isinstance(answer, Article):
            yield answer
        else:
            yield from answer
    except ReadError as error:
        yield error
    except NewsfactsError as error:
        yield ReadError(source.name, str(error))
    finally:
        source.close()


def read(file: str | Path | IO[bytes] | IO[str]) -> Iterator[Article | ReadError]:
    """Read the articles of a file in any format that an installed reader knows: a feed, a package, JSON Lines, a page.

    Args:
        file: A path, or an open file; the format is told by the content.

    Yields:
        The articles in order, and in the place of each that cannot be read the error that says why.

    Raises:
        ReadError: There is no such file, or it cannot be opened or read.
    """
    yield from read_all(open_source(file), Plugins())


def read_one(file: str | Path | IO[bytes] | IO[str]) -> Article:
    """The one article of a file.

    Raises:
        ReadError: It cannot be read, or does not hold exactly one article.
    """
    source = open_source(file)
    found = list(read_all(source, Plugins()))
    for item in found:
        if isinstance(item, ReadError):
            raise item
    if len(found) != 1 or isinstance(found[0], ReadError):
        raise ReadError(source.name, f"holds {len(found)} articles, not one; newsfacts.read gives them one by one")
    return found[0]
