"""Stage 1: turn files and streams into articles, each by the first reader that knows its format."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import IO, Any

from newsfacts.article import Article
from newsfacts.checks import check_is
from newsfacts.errors import NewsfactsError, ReadError, error_text
from newsfacts.plugins import BUILT_IN, Plugins, installed_plugins, why_missing
from newsfacts.source import Source

__all__ = ["File", "open_source", "read", "read_all", "read_html", "read_one", "read_single"]

File = str | Path | IO[bytes] | IO[str]


def open_source(file: File) -> Source:
    """The content of a file.

    Args:
        file: A path, or an open file; one in text mode has been decoded, so what it declares of its encoding is ignored.

    Raises:
        ReadError: There is no such file, or it cannot be opened or read.
        TypeError: It is neither.
    """
    if not hasattr(file, "read"):
        check_is(file, (str, Path, bytes), "a file", "an open file will do, too")
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
        problem = "no reader knows this format; give text, a page, a feed item or JSON Lines"
        yield ReadError(source.name, problem + why_missing(plugins.failures))
    except ReadError as error:
        # Ours are asked last: a plugin that is broken may be the one that knows the format.
        missing = why_missing(plugins.failures) if reader in BUILT_IN else ""
        yield ReadError(error.source, error.problem + missing) if missing else error
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


def read_single(source: Source, plugins: Plugins) -> Article:
    """The one article of a source.

    Raises:
        ReadError: It cannot be read, or does not hold exactly one article.
    """
    found: list[Article] = []
    with closing(read_all(source, plugins)) as items:
        for item in items:
            if isinstance(item, ReadError):
                raise item
            found.append(item)
            if len(found) > 1:
                raise ReadError(source.name, "holds 2 articles or more, not one; newsfacts.read gives them one by one")
    if not found:
        raise ReadError(source.name, "holds 0 articles, not one")
    return found[0]


def read(file: File) -> Iterator[Article | ReadError]:
    """Read the articles of a file in any format that an installed reader knows: a feed, a package, JSON Lines, a page.

    Args:
        file: A path, or an open file; the content decides which format it is in.

    Yields:
        The articles in order, and in the place of each that cannot be read the error that says why.

    Raises:
        ReadError: There is no such file, or it cannot be opened or read.
    """
    yield from read_all(open_source(file), installed_plugins())


def read_one(file: File) -> Article:
    """Read the one article of a file in any format that an installed reader knows.

    Args:
        file: A path, or an open file; the content decides which format it is in.

    Raises:
        ReadError: The file cannot be read, or it does not hold exactly one article; `newsfacts.read` reads several.
    """
    return read_single(open_source(file), installed_plugins())


def read_html(page: str | bytes, *, url: str | None = None) -> Article:
    """Read a news page: its body without menus and advertising, and what the page says of it.

    Args:
        page: The page; bytes are decoded by what they declare and by what they are.
        url: Where it was fetched from.

    Raises:
        ReadError: The page holds no article.
        TypeError: It is neither a string nor bytes.
    """
    check_is(page, (str, bytes), "a page", "read_one reads a file")
    from newsfacts.readers.page.html_page import read_html as read_page

    return read_page(Source(name=url or "page", data=page if isinstance(page, bytes) else StringIO(page), url=url))
