"""The formats that newsfacts reads out of the box, offered through the same hook as anybody's."""

from __future__ import annotations

from collections.abc import Iterable

from newsfacts.article import Article, Source
from newsfacts.errors import ReadError
from newsfacts.hookspecs import hookimpl

__all__ = ["newsfacts_read"]


@hookimpl(trylast=True)
def newsfacts_read(source: Source) -> Article | Iterable[Article | ReadError]:
    """JSON Lines by the suffix or by content, and everything else as plain text."""
    from newsfacts.readers.jsonlines import is_json_lines, read_json_lines
    from newsfacts.readers.text import read_text

    return read_json_lines(source) if is_json_lines(source) else read_text(source)
