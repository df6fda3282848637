"""Where results go: standard output, a file, or a file an article in a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsfacts.cli.process import standard_output
from newsfacts.errors import MissingExtraError
from newsfacts.exporting import Exporter, write_each
from newsfacts.saving import whole_file

if TYPE_CHECKING:
    from newsfacts.cli.inputs import Inputs
    from newsfacts.cli.reporting import Report
    from newsfacts.result import Result

__all__ = ["choose", "refuse_inputs", "write"]

_STANDARD_OUTPUT = "-"
_DESCRIPTOR = 1
_DEFAULT = "table"


def choose(format_: str | None, output: str, exporters: Mapping[str, Exporter]) -> Exporter:
    """The exporter that is asked for: by name, or else by the output's suffix.

    Of several with that suffix the one that is named like it comes first, then the default one.

    Raises:
        click.BadParameter: There is no such format.
    """
    if format_ is None:
        fitting = [e for e in exporters.values() if output.casefold().endswith(e.suffix.casefold())]
        format_ = min(fitting, key=_rank).name if fitting else _DEFAULT
    if format_ not in exporters:
        raise click.BadParameter(f"{format_!r} is none of {', '.join(exporters)}", param_hint="--format")
    return exporters[format_]


def _rank(exporter: Exporter) -> tuple[int, bool, bool]:
    return -len(exporter.suffix), exporter.name != exporter.suffix[1:], exporter.name != _DEFAULT


def refuse_inputs(output: str, inputs: Inputs) -> None:
    """See to it, before anything is read or written, that an output is no input.

    Raises:
        click.UsageError: It is one.
    """
    if output == _STANDARD_OUTPUT:
        if sys.stdout and inputs.holds(_DESCRIPTOR):
            raise click.UsageError("standard output is a file that is an input too; write to another file")
    elif not _is_folder(output) and inputs.holds(Path(output)):
        raise click.BadParameter(f"{output!r} is an input too and would be lost; name another file", param_hint="--output")


def write(results: Iterator[Result], exporter: Exporter, output: str, inputs: Inputs, report: Report) -> None:
    """Write results to standard output, to a file, or each to a file of its own in a folder.

    Raises:
        OSError: They cannot be written to standard output.
        click.ClickException: They cannot be written.
    """
    try:
        if output == _STANDARD_OUTPUT:
            _write_out(results, exporter)
        else:
            _write_files(results, exporter, output, inputs, report)
    except (OSError, click.ClickException):
        raise
    except MissingExtraError as error:
        raise click.ClickException(str(error)) from error
    except (Exception, SystemExit) as error:  # no plugin ends this process
        raise click.ClickException(f"format {exporter.name!r} failed: {type(error).__name__}: {error}") from error


def _write_out(results: Iterator[Result], exporter: Exporter) -> None:
    stream = standard_output().buffer
    exporter.write_bytes(results, stream)
    stream.flush()


def _write_files(results: Iterator[Result], exporter: Exporter, output: str, inputs: Inputs, report: Report) -> None:
    def lose(result: Result, error: Exception) -> None:
        report.lose(f"{result.article.id}: not written: {_described(error, output)}")

    try:
        if _is_folder(output):
            write_each(results, exporter, Path(output), is_taken=inputs.holds, on_error=lose)
        else:
            _write_file(results, exporter, Path(output), report)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.ClickException(_described(error, output)) from error


def _write_file(results: Iterator[Result], exporter: Exporter, path: Path, report: Report) -> None:
    first = next(results, None)
    if first is None and report.lost:
        report.say(f"nothing could be read, so {path} is left as it was")
        return
    with whole_file(path) as stream:
        exporter.write_bytes(chain([first] if first else [], results), stream)


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or os.path.isdir(output)  # noqa: PTH112 - never raises


def _described(error: Exception, output: str) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or output}: {error.strerror or error}"
    return f"{type(error).__name__}: {error}"
