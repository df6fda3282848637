"""Stage 1: turn files and streams into articles, each by the first reader that knows its format."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO, Any

from newsfacts.article import Article
from newsfacts.errors import NewsfactsError, ReadError, error_text
from newsfacts.plugins import Plugins
from newsfacts.source import Source

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
    except (OSError, ValueError) as error:  # a name with a null in it
        raise ReadError(name, getattr(error, "strerror", None) or str(error)) from error


def read_all(source: Source, plugins: Plugins) -> Generator[Article | ReadError]:
    """The articles of a source, in order, with an error in the place of each that cannot be read."""
    reader = ""
    try:
        for reader, call in plugins.implementations("newsfacts_read"):
            answer = call(source=source)
            if answer is not None:
                for item in [answer] if isinstance(answer, Article) else answer:
                    yield item if isinstance(item, Article | ReadError) else _no_article(source, reader, item)
                return
        yield ReadError(source.name, "no reader knows this format; give text, a page, a feed item or JSON Lines")
    except ReadError as error:
        yield error
    except NewsfactsError as error:
        yield ReadError(source.name, str(error))
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:
        problem = f"plugin {reader!r}: newsfacts_read raised {error_text(error)}"
        yield ReadError(source.name, f"{problem}; what stands after this is not read")
    finally:
        source.close()


def _no_article(source: Source, reader: str, item: Any) -> ReadError:
    return ReadError(source.name, f"plugin {reader!r}: newsfacts_read gave {type(item).__name__}, no Article and no ReadError")


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
    found: list[Article] = []
    with closing(read_all(source, Plugins())) as items:
        for item in items:
            if isinstance(item, ReadError):
                raise item
            found.append(item)
            if len(found) > 1:
                raise ReadError(source.name, "holds 2 articles or more, not one; newsfacts.read gives them one by one")
    if not found:
        raise ReadError(source.name, "holds 0 articles, not one")
    return found[0]
