"""JSON Lines: a record an article."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator

from newsfacts.article import Article
from newsfacts.errors import ReadError
from newsfacts.readers.encoding import wide_encoding
from newsfacts.readers.item import attempted
from newsfacts.readers.jsons.records import read_record, results_once, warn_of_slips
from newsfacts.source import Source

__all__ = ["read_json_lines"]


def read_json_lines(source: Source) -> Iterator[Article | ReadError]:
    """Read a file with a record in each line, as `newsfacts.readers.jsons.records` has them, as far as it is asked for.

    A record without an id is named by file and line.

    Yields:
        An article for each record, or in its place the error that names file and line; an error for a file without records.
    """
    yield from results_once(_read_lines(source))


def _read_lines(source: Source) -> Iterator[Article | ReadError]:
    empty = True
    keys: set[str] = set()
    for number, line in enumerate(_lines(source), 1):
        stripped = line.removeprefix(b"\xef\xbb\xbf").strip()
        if stripped:
            empty, name = False, f"{source.name}:{number}"
            yield attempted(name, _read_line, stripped, name, keys)
    if empty:
        yield ReadError(source.name, "is empty; it needs a line with a record for each article")


def _read_line(line: bytes, name: str, keys: set[str]) -> Article:
    try:
        record = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise ReadError(name, f"is not UTF-8 (byte {error.start} of the line); convert it, e.g. with iconv") from error
    except json.JSONDecodeError as error:  # its own words have a line, which is always the first
        raise ReadError(name, f"is no JSON: {error.msg} (character {error.colno})") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(name, f"is no JSON: {error}") from error
    warn_of_slips(record, name, keys)
    return read_record(record, name)


def _lines(source: Source) -> Iterable[bytes]:
    """The lines in UTF-8, or in what only ought to be."""
    encoding = source.encoding or wide_encoding(source.head)
    return source.lines() if encoding is None else (line.encode() for line in _decoded_lines(source, encoding))


def _decoded_lines(source: Source, encoding: str) -> Iterator[str]:
    """The lines of a text in which a line feed may be several bytes, and its last byte part of another character."""
    try:
        decoder = codecs.getincrementaldecoder(encoding)("replace")
    except LookupError as error:
        raise ReadError(source.name, f"is said to be in {encoding!r}, which is no known encoding") from error
    pieces = [""]
    for number, piece in enumerate(source.lines()):
        first, *others = decoder.decode(b"\n" + piece if number else piece).split("\n")
        pieces.append(first)
        for other in others:
            yield "".join(pieces)
            pieces = [other]
    yield "".join([*pieces, decoder.decode(b"", final=True)])
