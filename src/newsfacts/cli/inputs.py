"""What is read: the articles of all inputs, and which files those are."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsfacts.article import Article
from newsfacts.cli.reporting import Report
from newsfacts.errors import ReadError
from newsfacts.plugins import Plugins
from newsfacts.reading import open_source, read_all
from newsfacts.source import Source

__all__ = ["Inputs"]

_STANDARD_INPUT = 0


class Inputs:
    """The readable articles of all inputs; the others are named in the report.

    Attributes:
        size: The bytes of all inputs, or None when that cannot be known.
    """

    def __init__(self, names: Sequence[str], plugins: Plugins, report: Report) -> None:
        self._names = names
        self._plugins = plugins
        self._report = report
        self._done = 0
        self._source: Source | None = None
        self._standard_input_read = False
        found = [_status(_STANDARD_INPUT if name == "-" else name) for name in names]
        files = [status for status in found if status and stat.S_ISREG(status.st_mode)]
        self._files = {(file.st_dev, file.st_ino) for file in files}
        self._paths = {os.path.realpath(name) for name in names if name != "-"}
        self.size = sum(file.st_size for file in files) if len(files) == len(list(filter(None, found))) else None

    def holds(self, file: Path | int) -> bool:
        """Whether a file, given by path or open, is one of the inputs under whatever name; a device or a pipe never is."""
        status = _status(file)
        if status and not stat.S_ISREG(status.st_mode):
            return False
        if status and (status.st_dev, status.st_ino) in self._files:
            return True
        # Since the run began an input may have come, or another file may have taken its place.
        return isinstance(file, Path) and os.path.realpath(file) in self._paths

    @property
    def position(self) -> int:
        """How many bytes have been read."""
        return self._done + (self._source.position if self._source else 0)

    def __iter__(self) -> Iterator[Article]:
        for name in self._names:
            for item in self._read(name):
                if isinstance(item, Article):
                    yield item
                else:
                    self._report.lose(str(item))
            self._done, self._source = self.position, None

    def _read(self, name: str) -> Iterator[Article | ReadError]:
        try:
            self._source = self._standard_input() if name == "-" else open_source(name)
            yield from read_all(self._source, self._plugins)
        except ReadError as error:
            yield error

    def _standard_input(self) -> Source:
        if sys.stdin is None:
            raise ReadError("-", "standard input is closed")
        if self._standard_input_read:
            raise ReadError("-", "standard input was read already; name it once")
        self._standard_input_read = True
        return Source(name="-", data=sys.stdin.buffer)


def _status(file: str | Path | int) -> os.stat_result | None:
    try:
        return os.stat(file)  # noqa: PTH116 - open files too
    except (OSError, ValueError):
        return None
