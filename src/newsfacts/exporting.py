"""Stage 5: write results in the format that is asked for."""

from __future__ import annotations

import re
import sys
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any, TypeVar
from unicodedata import normalize

from attrs import field, frozen

from newsfacts.checks import matching
from newsfacts.errors import MissingExtraError
from newsfacts.record import Record
from newsfacts.saving import whole_file

__all__ = ["Exporter", "write_each"]

T = TypeVar("T")

# Of a file's name without number and suffix. File systems count bytes, mostly up to 255, and some count fewer.
_LONGEST_NAME = 100
_MOST_BYTES = 200
# The name of the list of the files in a folder, which no article's file gets.
_INDEX = "index"
# What an article's file or address ends in, and the name of what is made of it need not.
_QUERY = re.compile(r"[?#].*", re.DOTALL)
_SUFFIX = re.compile(r"\.(?:html?|xml|json|txt)\Z", re.IGNORECASE)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?![^.])", re.IGNORECASE)  # to Windows, whatever the suffix


@frozen(kw_only=True)
class Exporter:
    """Writes results in one format.

    Attributes:
        name: What ``--format`` takes.
        suffix: The usual suffix of such a file, with its dot.
        write: Writes the results, in order and as they come, to a text stream, or to a binary one.
        binary: Whether it takes a binary stream.
        write_index: Writes a list of the files in a folder, to a file ``index`` beside them, where the format has such a thing;
            it takes the files' names, each with the result in it, as they come.

    Raises:
        TypeError: The name or the suffix is no string.
        ValueError: The name is empty or holds spaces, or the suffix begins with no dot or could lead to another folder.
    """

    name: str = field(validator=matching(r"\S+", "a name without spaces, such as 'tsv'"))
    suffix: str = field(validator=matching(r"\.[^/\\\0]+", "the end of a file's name, such as '.tsv'"))
    write: Callable[[Iterable[Record], IO[Any]], None]
    binary: bool = False
    write_index: Callable[[Iterable[tuple[str, Record]], IO[Any]], None] | None = None

    def write_bytes(self, results: Iterable[Record], stream: IO[bytes]) -> None:
        r"""Write results to a binary stream; text is UTF-8, whatever the locale.

        Half a surrogate pair, which UTF-8 cannot hold, is written as ``\udcff``: in JSON that is the character itself.

        Raises:
            TypeError: The format's function has written nothing yet, but gave what would.
            ValueError: It has not taken all results.
        """
        self._write(self.write, results, stream)

    def write_index_bytes(self, files: Iterable[tuple[str, Record]], stream: IO[bytes]) -> None:
        """Write the list of the files in a folder, where the format has such a thing, as `write_bytes` writes results.

        Raises:
            TypeError: The format's function has written nothing yet, but gave what would.
            ValueError: It has not taken all files.
        """
        if self.write_index is not None:
            self._write(self.write_index, files, stream)

    def _write(self, write: Callable[[Iterable[T], IO[Any]], None], items: Iterable[T], stream: IO[bytes]) -> None:
        if self.binary:
            _written_by(write, iter(items), stream)
            return
        text = TextIOWrapper(stream, "utf-8", errors="backslashreplace", newline="", line_buffering=stream.isatty())
        try:
            _written_by(write, iter(items), text)
        finally:
            text.detach()  # the stream is the caller's to close


def _written_by(write: Callable[[Iterable[T], IO[Any]], None], items: Iterator[T], stream: IO[Any]) -> None:
    given: object = write(items, stream)  # type: ignore[func-returns-value] # a stranger's may return something
    if isinstance(given, Iterator | Awaitable):
        raise TypeError(f"its write gave a {type(given).__name__}; it must write before it returns")
    if next(items, None) is not None:
        raise ValueError("its write did not take all results")


def _raise(_result: Record, error: BaseException) -> None:
    raise error


def write_each(
    results: Iterable[Record],
    exporter: Exporter,
    folder: Path,
    *,
    is_taken: Callable[[Path], bool] = lambda _path: False,
    on_error: Callable[[Record, BaseException], None] = _raise,
) -> None:
    """Write a file for each result, named after the article, each whole or not at all; of several a list, too.

    Two articles never share a file: a number is added to a name that is taken already. Other files that are there are replaced.

    Args:
        results: The results, as they come.
        exporter: The format.
        folder: Where to; made when it is not there.
        is_taken: Whether a file must be left alone.
        on_error: Called with a result that could not be written and the error; raises it by default.

    Raises:
        MissingExtraError: The format needs what is not installed.
        OSError: The folder cannot be made, or the list not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = _Names(lambda name: is_taken(folder / (name + exporter.suffix)))
    index = names.new(_INDEX) + exporter.suffix if exporter.write_index else None
    written = _write_files(results, exporter, folder, names, on_error)
    first = [*islice(written, 2)]
    try:
        if index and len(first) > 1:
            with whole_file(folder / index) as stream:
                exporter.write_index_bytes(chain(first, written), stream)
    except (Exception, SystemExit):
        deque(written, maxlen=0)  # the files are written without a list as well
        raise
    deque(written, maxlen=0)


def _write_files(
    results: Iterable[Record],
    exporter: Exporter,
    folder: Path,
    names: _Names,
    on_error: Callable[[Record, BaseException], None],
) -> Iterator[tuple[str, Record]]:
    """Write a file for each result; gives the names of those that are written, each with its result, as they are."""
    for result in results:
        try:
            name = names.new(_file_name(result.article.id or "article")) + exporter.suffix
            with whole_file(folder / name) as stream:
                exporter.write_bytes([result], stream)
        except MissingExtraError:
            raise
        except (Exception, SystemExit) as error:
            on_error(result, error)
        else:
            yield name, result


class _Names:
    """File names, each given once.

    Args:
        is_taken: Whether somebody else has a name.
    """

    def __init__(self, is_taken: Callable[[str], bool]) -> None:
        self._is_taken = is_taken
        # The names that were given, as file systems compare them at their laxest, and the last number added to each.
        self._numbers: dict[str, int] = {}

    def new(self, wanted: str) -> str:
        """The name itself, or with the first number that makes it free."""
        number = self._numbers.get(_folded(wanted), 0) + 1
        while _folded(name := wanted if number == 1 else f"{wanted}-{number}") in self._numbers or self._is_taken(name):
            number += 1
        self._numbers[_folded(wanted)] = number
        self._numbers.setdefault(_folded(name), 1)
        return name


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def _file_name(id_: str) -> str:
    """A name that every file system takes, out of an id that may be a path, an address or a URN."""
    _, address, rest = id_.partition("://")
    path = _QUERY.sub("", rest).partition("/")[2] if address else id_
    last = _SUFFIX.sub("", path.rstrip("/").rpartition("/")[2]) or id_
    name = "".join(c if c.isalnum() or c in "-_." else "-" for c in last).strip("-.")
    if _DEVICE.match(name):
        name = f"article-{name}"
    encoding = sys.getfilesystemencoding()
    return name[:_LONGEST_NAME].encode(encoding, "ignore")[:_MOST_BYTES].decode(encoding, "ignore") or "article"
