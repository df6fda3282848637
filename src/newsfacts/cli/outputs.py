"""Where results go: standard output, a file, or a file an article in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from gzip import GzipFile
from itertools import chain
from pathlib import Path
from typing import IO, TextIO, cast

import click

from newsfacts.cli.inputs import Inputs
from newsfacts.cli.process import is_terminal, opened
from newsfacts.cli.reporting import Report
from newsfacts.errors import MissingExtraError, error_text
from newsfacts.exporting import Exporter, write_each
from newsfacts.plugins import Plugins, why_missing
from newsfacts.record import Record
from newsfacts.saving import whole_file
from newsfacts.suggestions import closest

__all__ = ["Output"]

_STANDARD_OUTPUT = 1
_DEFAULT = "table"
_PACKED = ".gz"


def _format_of(name: str, exporters: Mapping[str, Exporter], missing: str) -> str:
    fitting = [e for e in exporters.values() if name.casefold().endswith(e.suffix.casefold())]
    if fitting:
        return min(fitting, key=_rank).name
    if suffix := Path(name).suffix:
        known = ", ".join(sorted({exporter.suffix for exporter in exporters.values()}))
        problem = f"no format has the suffix {suffix!r}, only {known}; name one with -f{missing}"
        raise click.BadParameter(problem, param_hint="--output")
    return _DEFAULT


def _rank(exporter: Exporter) -> tuple[int, bool, bool]:
    return -len(exporter.suffix), exporter.name != exporter.suffix[1:], exporter.name != _DEFAULT


@contextmanager
def _packing(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """A stream that packs into a file; neither its name nor the hour is in it, so that the same facts are the same bytes."""
    with GzipFile("", "wb", fileobj=file, mtime=0) as packed:
        yield cast("IO[bytes]", packed)


class Output:
    """Where results go.

    Args:
        name: What ``--output`` says.
        standard: Standard output; None when it was closed from the beginning.
    """

    def __init__(self, name: str, standard: TextIO | None) -> None:
        self._name = name
        self._standard = standard
        if not name:
            raise click.BadParameter("it is empty; name a file, a folder or -", param_hint="--output")
        self._is_standard = name == "-"
        self._packs = name.casefold().endswith(_PACKED)
        self._is_folder = name.endswith(("/", os.sep)) or os.path.isdir(name)  # noqa: PTH112 - never raises

    @property
    def path(self) -> Path | None:
        """The file or the folder; None for standard output."""
        return None if self._is_standard else Path(self._name)

    @property
    def is_terminal(self) -> bool:
        """Whether people read it as it comes."""
        return self._is_standard and is_terminal(self._standard)

    def choose(self, format_: str | None, plugins: Plugins) -> Exporter:
        """The exporter that is asked for: by name, or else by a file's suffix, or else the default one.

        Of several with that suffix the one that is named like it comes first, then the default one.

        Raises:
            click.BadParameter: There is no such format, or none that has such a suffix; it names the plugins that are broken.
        """
        exporters = plugins.exporters
        missing = why_missing((*plugins.failures, *exporters.failures))
        if format_ is None:
            name = self._name[: -len(_PACKED)] if self._packs else self._name
            format_ = _DEFAULT if self._is_standard or self._is_folder else _format_of(name, exporters, missing)
        if format_ not in exporters:
            problem = f"{format_!r} is none of {', '.join(exporters)}{closest(format_, exporters)}{missing}"
            raise click.BadParameter(problem, param_hint="--format")
        exporter = exporters[format_]
        self._refuse_suffix_of_another(exporter, exporters)
        return exporter

    def _refuse_suffix_of_another(self, exporter: Exporter, exporters: Mapping[str, Exporter]) -> None:
        """Refuse a file whose suffix says another format than is asked for; one that no format has says nothing."""
        if self._is_standard or self._is_folder:
            return
        name = (self._name[: -len(_PACKED)] if self._packs else self._name).casefold()
        fitting = [e.name for e in exporters.values() if name.endswith(e.suffix.casefold())]
        if fitting and exporter.name not in fitting:
            problem = f"{self._name!r} is to be {exporter.name!r} by -f, and {fitting[0]!r} by its suffix"
            raise click.BadParameter(f"{problem}; name it *{exporter.suffix}, or leave -f out", param_hint="--output")

    def refuse(self, inputs: Inputs) -> None:
        """See to it, before anything is read or written, that the output is no input.

        Raises:
            click.UsageError: It is one.
        """
        if self._is_standard:
            if self._standard and inputs.holds(_STANDARD_OUTPUT):
                raise click.UsageError("standard output is a file that is an input too; write to another file")
        elif not self._is_folder and inputs.holds(Path(self._name)):
            problem = f"{self._name!r} is an input too and would be lost; name another file"
            raise click.BadParameter(problem, param_hint="--output")

    def write(self, results: Iterator[Record], exporter: Exporter, inputs: Inputs, report: Report) -> None:
        """Write results as they come.

        Raises:
            OSError: They cannot be written to standard output.
            click.ClickException: They cannot be written.
        """
        try:
            if self._is_standard:
                self._write_out(results, exporter)
            elif self._is_folder:
                self._write_each(results, exporter, inputs, report)
            else:
                self._write_file(results, exporter, report)
        except click.ClickException:
            raise
        except OSError as error:
            if self._is_standard:
                raise
            raise click.ClickException(self._described(error)) from error
        except MissingExtraError as error:
            raise click.ClickException(str(error)) from error
        except (Exception, SystemExit) as error:  # no plugin ends this process
            raise click.ClickException(f"format {exporter.name!r} failed: {self._described(error)}") from error

    def _write_out(self, results: Iterator[Record], exporter: Exporter) -> None:
        stream = opened(self._standard).buffer
        exporter.write_bytes(results, stream)
        stream.flush()

    def _write_each(self, results: Iterator[Record], exporter: Exporter, inputs: Inputs, report: Report) -> None:
        def lose(result: Record, error: BaseException) -> None:
            report.lose(f"{result.article.id}: not written: {self._described(error)}")

        write_each(results, exporter, Path(self._name), is_taken=inputs.holds, on_error=lose)

    def _write_file(self, results: Iterator[Record], exporter: Exporter, report: Report) -> None:
        first = next(results, None)
        if first is None and report.lost:
            report.say(f"nothing could be read, so {self._name} is left as it was")
            return
        with whole_file(Path(self._name)) as file, _packing(file) if self._packs else nullcontext(file) as stream:
            exporter.write_bytes(chain([first] if first else [], results), stream)

    def _described(self, error: BaseException) -> str:
        if isinstance(error, OSError):
            return f"{error.filename or self._name}: {error.strerror or error}"
        return error_text(error)
