"""The command line: ``newsfacts extract`` and ``newsfacts plugins``."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsfacts.article import Article, Source
from newsfacts.errors import MissingExtraError, NoExtractorsError, ReadError, WorkerError

if TYPE_CHECKING:
    from newsfacts.exporting import Exporter
    from newsfacts.plugins import Plugins
    from newsfacts.result import Result

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsfacts", message="%(prog)s %(version)s")
def main() -> None:
    """Facts of news articles: dateline, quotes with their speakers, money, officials' titles."""


@main.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT …]")
@click.option("-f", "--format", "format_", default="table", show_default=True, help="A format; see the list below.")
@click.option("-o", "--output", default="-", metavar="FILE|DIR/", help="A file, or a folder for a file an article.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Worker processes.")
@click.option("--progress/--no-progress", default=None, help="Show progress; by default on a terminal.")
def extract(inputs: tuple[str, ...], format_: str, output: str, jobs: int, progress: bool | None) -> None:
    """Extract the facts of articles: text, HTML, RSS, Atom, NewsML, NITF, ninjs, JSON Lines.

    "-" or no INPUT reads standard input. Formats: table, json, jsonl, jsonld, html, csv, parquet, arrow, and those of plugins.

    Exit status: 0 all well; 1 some inputs could not be read, each named on standard error; 2 wrong usage.
    """
    from newsfacts.exporting import Exporter
    from newsfacts.pipeline import Pipeline
    from newsfacts.plugins import Plugins

    plugins = Plugins()
    exporters: dict[str, Exporter] = plugins.gather("newsfacts_exporters", Exporter)
    if format_ not in exporters:
        raise click.BadParameter(f"{format_!r} is none of {', '.join(exporters)}", param_hint="--format")
    if any(Path(name).is_file() and Path(output).is_file() and Path(name).samefile(output) for name in inputs):
        raise click.BadParameter(f"{output!r} is an input too and would be emptied; name another file", param_hint="--output")
    try:
        pipeline = Pipeline()
    except NoExtractorsError as error:
        raise click.ClickException(str(error)) from error
    reading = _Inputs(inputs or ("-",), plugins)
    results = _with_worker_errors(pipeline.extract_many(reading, jobs=jobs), reading)
    show = sys.stderr.isatty() and not (output == "-" and sys.stdout.isatty()) if progress is None else progress
    with _progress(reading) if show else nullcontext(iter) as count:
        _write(count(results), exporters[format_], output)
    sys.exit(1 if reading.failed else 0)


def _write(results: Iterator[Result], exporter: Exporter, output: str) -> None:
    """Write results to standard output, to a file, or each to a file of its own in a folder."""
    from newsfacts.exporting import write_each

    try:
        if output == "-":
            exporter.write(results, sys.stdout.buffer if exporter.binary else sys.stdout)
        elif output.endswith(("/", os.sep)) or Path(output).is_dir():
            write_each(results, exporter, Path(output))
        else:
            # What the format lacks shows before a file is emptied.
            exporter.write((), io.BytesIO() if exporter.binary else io.StringIO())
            with exporter.open(Path(output)) as stream:
                exporter.write(results, stream)
    except OSError as error:
        raise click.ClickException(f"{error.filename or output}: {error.strerror or error}") from error
    except MissingExtraError as error:
        raise click.ClickException(str(error)) from error


class _Inputs:
    """The readable articles of all inputs; the others are named on standard error.

    Attributes:
        size: The bytes of all inputs, or None when that cannot be known.
        failed: Whether an article could not be read, or was lost.
    """

    def __init__(self, names: Sequence[str], plugins: Plugins) -> None:
        self._names = names
        self._plugins = plugins
        self._done = 0
        self._source: Source | None = None
        self.failed = False
        sizes = [
            Path(name).stat().st_size if Path(name).is_file() else None for name in names if name == "-" or Path(name).exists()
        ]
        self.size = None if None in sizes else sum(size for size in sizes if size)

    @property
    def position(self) -> int:
        """How many bytes have been read."""
        return self._done + (self._source.position if self._source else 0)

    def __iter__(self) -> Iterator[Article]:
        from newsfacts.reading import open_source, read_all

        for name in self._names:
            try:
                self._source = Source(name="-", data=sys.stdin.buffer) if name == "-" else open_source(name)
                found: Iterator[Article | ReadError] = read_all(self._source, self._plugins)
            except ReadError as error:
                found = iter([error])
            for item in found:
                if isinstance(item, Article):
                    yield item
                else:
                    self.report(str(item))
            self._done, self._source = self.position, None

    def report(self, problem: str) -> None:
        """Name on standard error what went wrong with an article."""
        self.failed = True
        click.echo(f"newsfacts: {problem}", err=True)


def _with_worker_errors(results: Iterator[Result], reading: _Inputs) -> Iterator[Result]:
    """The results as they come; an article that a worker died on is reported."""
    for result in results:
        for failure in result.failures:
            if isinstance(failure.error, WorkerError):
                reading.report(str(failure.error))
        yield result


@contextmanager
def _progress(reading: _Inputs) -> Iterator[Callable[[Iterator[Result]], Iterator[Result]]]:
    """Shows on standard error how many results pass by, how fast, and how long the rest of the inputs will take."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    counted = TextColumn("{task.fields[articles]:,} articles, {task.fields[rate]:,.0f}/s")
    columns = SpinnerColumn(), BarColumn(), counted, TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("extract", total=reading.size or None, articles=0, rate=0.0)

        def count(results: Iterator[Result]) -> Iterator[Result]:
            for number, result in enumerate(results, 1):
                yield result
                rate = number / (bar.tasks[task].elapsed or 1)
                bar.update(task, completed=reading.position, articles=number, rate=rate)

        yield count


@main.command()
@click.option("--block", multiple=True, metavar="NAME", help="Show this plugin as blocked.")
def plugins(block: tuple[str, ...]) -> None:
    """List the installed plugins, blocked and broken ones too."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from newsfacts.plugins import list_plugins

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for header in ("plugin", "distribution", "version", "kinds", "languages", "state"):
        table.add_column(header, overflow="fold")
    for plugin in list_plugins(block):
        state = "blocked" if plugin.blocked else f"broken: {plugin.error}" if plugin.error else "ok"
        table.add_row(
            plugin.name,
            plugin.distribution or "",
            plugin.version or "",
            ", ".join(plugin.kinds),
            ", ".join(plugin.languages),
            state,
        )
    console = Console(highlight=False, markup=False)
    console.print(table)


@main.command()
def schema() -> None:
    """Print the JSON Schema of results, with the kinds of all installed plugins."""
    import json

    from newsfacts.exporters.schema import json_schema
    from newsfacts.plugins import Plugins, installed_kinds

    try:
        made = json_schema(installed_kinds(Plugins()).values())
    except TypeError as error:
        raise click.ClickException(str(error)) from error
    click.echo(json.dumps(made, ensure_ascii=False, indent=1))
