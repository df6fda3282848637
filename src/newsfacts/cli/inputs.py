"""What is read: the articles of all inputs, and which files those are."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from glob import escape, glob, has_magic
from pathlib import Path

from attrs import evolve

from newsfacts.article import Article
from newsfacts.cli.process import is_terminal
from newsfacts.cli.reporting import Report
from newsfacts.errors import ReadError
from newsfacts.plugins import Plugins
from newsfacts.reading import open_source, read_all
from newsfacts.source import Source

__all__ = ["Inputs"]

_STANDARD_INPUT = 0


class Inputs:
    """The readable articles of all inputs; the others are named in the report.

    Args:
        names: Files, folders, patterns of names and ``-``.
        plugins: Whose readers read them.
        report: Where what cannot be read is named.
        output: The file or the folder that is written, which is not read where a folder or a pattern holds it.
        unsaid: An article with what is true of those that do not say it themselves: day and language.

    Attributes:
        size: The bytes of all inputs, or None when that cannot be known.
    """

    def __init__(
        self, names: Sequence[str], plugins: Plugins, report: Report, *, output: Path | None = None, unsaid: Article
    ) -> None:
        self._names = names = [file for name in names for file in _files(name, output)]
        self._plugins = plugins
        self._report = report
        self._unsaid = unsaid
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
                    yield self._completed(item)
                else:
                    self._report.lose(str(item))
            self._done, self._source = self.position, None

    def _completed(self, article: Article) -> Article:
        if self._unsaid.published and article.dated is None:
            article = evolve(article, published=self._unsaid.published)
        if self._unsaid.language and article.language is None:
            article = evolve(article, language=self._unsaid.language)
        return article

    def _read(self, name: str) -> Iterator[Article | ReadError]:
        try:
            if os.path.isdir(name):  # noqa: PTH112 - never raises
                raise ReadError(name, "is a folder without files to read")
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
        if is_terminal(sys.stdin):
            self._report.say("reads what you type, up to Ctrl-D on a line of its own; or name files: newsfacts extract FILE …")
            return Source(name="-", data=sys.stdin.buffer.read())  # a terminal would be asked for its end again at each read
        return Source(name="-", data=sys.stdin.buffer)


def _files(name: str, output: Path | None) -> list[str]:
    """The files that an input names: those in a folder and in the folders within, or those that a pattern fits.

    Hidden files are left out, and what is no regular file. Where there is none the name stays, and cannot be read.
    """
    if os.path.isdir(name):  # noqa: PTH112 - never raises
        found = [os.path.join(folder, file) for folder, file in _walk(name)]  # noqa: PTH118 - as it is named
        return [file for file in found if not _is_output(file, output, name)] or [name]
    if name == "-" or not has_magic(name) or os.path.lexists(name):
        return [name]
    matches = [match for match in sorted(_fitting(Path(name))) if os.path.isdir(match) or os.path.isfile(match)]  # noqa: PTH112, PTH113 - as above
    found = [file for match in matches for file in _files(match, output) if not _is_output(file, output, "")]
    return list(dict.fromkeys(found)) or [name]  # a folder may fit, and what is in it


def _fitting(pattern: Path) -> Iterator[str]:
    """What a pattern fits: «**» goes through folders within folders, but not through links, which may lead back."""
    parts = pattern.parts
    if "**" not in parts:
        yield from glob(str(pattern))  # noqa: PTH207 - which takes no absolute pattern
        return
    at = parts.index("**")
    rest = parts[at + 1 :]
    for top in glob(str(Path(*parts[:at]))) if at else [os.curdir]:  # noqa: PTH207 - as above
        if not rest:
            yield top
        for folder, _ in _folders(top) if rest else ():
            yield from _fitting(Path(escape(folder), *rest))


def _folders(top: str) -> Iterator[tuple[str, list[str]]]:
    """A folder and those within, each with the names of its files, without what is hidden."""
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(inner for inner in folders if not inner.startswith("."))
        yield folder, sorted(file for file in files if not file.startswith("."))


def _walk(name: str) -> Iterator[tuple[str, str]]:
    for folder, files in _folders(name):
        for file in files:
            if os.path.isfile(os.path.join(folder, file)):  # noqa: PTH113, PTH118 - never raises
                yield folder, file


def _is_output(file: str, output: Path | None, folder: str) -> bool:
    """Whether a file in a folder is what is written, by this run or by an earlier one into a folder within that folder."""
    if output is None:
        return False
    path, written = os.path.realpath(file), os.path.realpath(output)
    if path == written:
        return True
    return path.startswith(written + os.sep) and os.path.realpath(folder) != written


def _status(file: str | Path | int) -> os.stat_result | None:
    try:
        return os.stat(file)  # noqa: PTH116 - open files too
    except (OSError, ValueError):
        return None
