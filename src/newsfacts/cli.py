"""The command line: ``newsfacts extract`` and ``newsfacts plugins``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsfacts.article import Article, Source
from newsfacts.errors import MissingExtraError, NoExtractorsError, ReadError

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

    "-" or no INPUT reads standard input. Formats: table, json, jsonl, jsonld, html, csv, parquet, and those of plugins.

    Exit status: 0 all well; 1 some inputs could not be read, each named on standard error; 2 wrong usage.
    """
    from newsfacts.pipeline import Pipeline
    from newsfacts.plugins import Plugins

    plugins = Plugins()
    exporters: dict[str, Exporter] = plugins.gather("newsfacts_exporters", lambda exporter: str(exporter.name))
    if format_ not in exporters:
        raise click.BadParameter(f"{format_!r} is none of {', '.join(exporters)}", param_hint="--format")
    try:
        pipeline = Pipeline()
    except NoExtractorsError as error:
        raise click.ClickException(str(error)) from error
    unread: list[ReadError] = []
    results = pipeline.extract_many(_articles(inputs or ("-",), plugins, unread), jobs=jobs)
    show = sys.stderr.isatty() and not (output == "-" and sys.stdout.isatty()) if progress is None else progress
    with _progress() if show else nullcontext(iter) as count:
        _write(count(results), exporters[format_], output)
    sys.exit(1 if unread else 0)


def _write(results: Iterator[Result], exporter: Exporter, output: str) -> None:
    """Write results to standard output, to a file, or each to a file of its own in a folder."""
    from newsfacts.exporting import write_each

    try:
        if output == "-":
            exporter.write(results, sys.stdout.buffer if exporter.binary else sys.stdout)
        elif output.endswith(("/", os.sep)) or Path(output).is_dir():
            write_each(results, exporter, Path(output))
        else:
            with exporter.open(Path(output)) as stream:
                exporter.write(results, stream)
    except OSError as error:
        raise click.ClickException(f"{error.filename or output}: {error.strerror or error}") from error
    except MissingExtraError as error:
        raise click.ClickException(str(error)) from error


def _articles(inputs: tuple[str, ...], plugins: Plugins, unread: list[ReadError]) -> Iterator[Article]:
    """The readable articles of all inputs; the others are named on standard error and gathered."""
    from newsfacts.reading import open_source, read_all

    for name in inputs:
        try:
            source = Source(name="-", data=sys.stdin.buffer) if name == "-" else open_source(name)
            found: Iterator[Article | ReadError] = read_all(source, plugins)
        except ReadError as error:
            found = iter([error])
        for item in found:
            if isinstance(item, Article):
                yield item
            else:
                unread.append(item)
                click.echo(f"newsfacts: {item}", err=True)


@contextmanager
def _progress() -> Iterator[Callable[[Iterator[Result]], Iterator[Result]]]:
    """Counts results on standard error as they pass by."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.completed} articles"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("extract", total=None)

        def count(results: Iterator[Result]) -> Iterator[Result]:
            for result in results:
                yield result
                bar.advance(task)

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
