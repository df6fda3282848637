"""JSON Lines: a record an article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from newsfacts.article import Article, Source
from newsfacts.errors import ReadError
from newsfacts.readers.encoding import decode
from newsfacts.readers.records import read_record

__all__ = ["read_json_lines"]

_WIDE = (b"\xff\xfe", b"\xfe\xff")  # byte order marks of UTF-16 and UTF-32


def read_json_lines(source: Source) -> Iterator[Article | ReadError]:
    """Read a file with a record in each line, as `newsfacts.readers.records` has them, as far as it is asked for.

    A record without an id is named by file and line.

    Yields:
        An article for each record, or in its place the error that names file and line.
    """
    for number, line in enumerate(_lines(source), 1):
        stripped = line.removeprefix(b"\xef\xbb\xbf").strip()
        if stripped:
            name = f"{source.name}:{number}"
            try:
                yield read_record(json.loads(stripped.decode()), name)
            except ReadError as error:
                yield error
            except UnicodeDecodeError as error:
                yield ReadError(name, f"is not UTF-8 (byte {error.start} of the line); convert it, e.g. with iconv")
            except (ValueError, RecursionError) as error:
                yield ReadError(name, f"is no JSON: {error}")


def _lines(source: Source) -> Iterable[bytes]:
    if source.head.startswith(_WIDE):
        return (line.encode() for line in decode(source).split("\n"))
    return source.lines()
