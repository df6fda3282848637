"""The command line: ``newsfacts extract``, ``explain``, ``plugins``, ``new-plugin`` and ``schema``."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import closing, nullcontext
from typing import TYPE_CHECKING, cast

import click

from newsfacts.cli import completion
from newsfacts.cli.explain import explain
from newsfacts.cli.new_plugin import new_plugin
from newsfacts.cli.options import (
    block_option,
    given_once,
    inputs_argument,
    language_option,
    plugin_option,
    published_option,
    separated,
    traceback_option,
)
from newsfacts.cli.process import CommandLine, is_terminal, opened, own_output
from newsfacts.terminal import visible

if TYPE_CHECKING:
    from newsfacts.result import Result

__all__ = ["main"]


@click.group(cls=CommandLine, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsfacts", message="%(prog)s %(version)s")
def main() -> None:
    """Facts of news articles: dateline, quotes with their speakers, money, officials' titles."""


@main.command()
@inputs_argument
@click.option(
    "-f",
    "--format",
    "format_",
    metavar="NAME",
    shell_complete=completion.formats,
    help="A format; by default FILE's suffix says it, else table.",
)
@click.option(
    "-o",
    "--output",
    multiple=True,
    callback=given_once,
    metavar="FILE|DIR/",
    shell_complete=completion.files,
    help="A file, or a folder for a file an article.",
)
@published_option
@language_option
@click.option(
    "--only",
    multiple=True,
    metavar="KIND",
    shell_complete=completion.kinds,
    callback=separated,
    help="Write facts of this kind alone; may be given several times, or with commas.",
)
@block_option
@plugin_option
@click.option(
    "--minimum-confidence",
    "least",
    multiple=True,
    metavar="[KIND=]NUMBER",
    callback=separated,
    help="Leave out facts with less, 0 to 1: of all kinds, or of one («title=0.7»); for several kinds again, or with commas.",
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Worker processes.")
@click.option("--progress/--no-progress", default=None, help="Show progress; by default on a terminal.")
@traceback_option
@click.pass_context
def extract(
    context: click.Context,
    inputs: tuple[str, ...],
    format_: str | None,
    output: str | None,
    published: str | None,
    language: str | None,
    only: tuple[str, ...],
    block: tuple[str, ...],
    files: tuple[str, ...],
    least: tuple[str, ...],
    jobs: int,
    progress: bool | None,
    traceback: bool,
) -> None:
    """Extract the facts of articles: text, HTML, RSS, Atom, NewsML, NITF, ninjs, JSON Lines.

    An INPUT is a file, packed with gzip or not; a folder, with all files in it and in its folders; or a pattern ("news/*.xml").
    "-" or no INPUT reads standard input. Formats: table, json, jsonl, jsonld, html, csv, parquet, arrow,
    annotations (W3C Web Annotation), ftm (FollowTheMoney), labelstudio, and those of plugins; all text is UTF-8, whatever the
    locale. A FILE that ends in .gz is packed.

    A file appears whole or not at all: when nothing could be read, or the run is interrupted, the old file stays. No file that
    is an input is ever written to: as FILE it is refused, and in DIR/ the article gets a name with a number. Other files in
    DIR/ are replaced.

    Exit status: 0 all well; 1 some inputs could not be read or some results not be written; 2 wrong usage; 3 a plugin failed
    on some article or could not be loaded, and the facts of the others are written. Each is named on standard error; 1 wins
    over 3. When the reader of a pipe has had enough: 141, without a word.
    """
    from attrs import evolve

    from newsfacts.article import Article
    from newsfacts.cli.inputs import Inputs
    from newsfacts.cli.outputs import Output
    from newsfacts.cli.plugin_file import plugins_in
    from newsfacts.cli.progress import progress as showing_progress
    from newsfacts.cli.reporting import Report
    from newsfacts.cli.selection import check_kinds, selected
    from newsfacts.pipeline import Pipeline

    report = Report(traceback)
    context.with_resource(report.showing_warnings())
    target = Output("-" if output is None else output, context.with_resource(own_output()))
    with report.refusing("--published"):
        unsaid = Article(text="", published=published)
    with report.refusing("--language"):
        unsaid = evolve(unsaid, language=language)
    with report.refusing(blocked=block):
        pipeline = Pipeline(block=block, register=plugins_in(files), minimum_confidence=_least_confidences(least))
        check_kinds(only, pipeline.plugins)
    exporter = target.choose(format_, pipeline.plugins)
    report.fail_to_load((*pipeline.plugins.failures, *pipeline.plugins.exporters.failures))
    reading = Inputs(inputs or ("-",), pipeline.plugins, report, output=target.path, unsaid=unsaid)
    target.refuse(reading)
    if progress is None:
        progress = is_terminal(sys.stderr) and not target.is_terminal
    extracting = cast("Generator[Result, None, None]", pipeline.extract_many(reading, jobs=jobs))
    with (
        closing(extracting) as results,
        showing_progress(reading) if progress else nullcontext(iter) as count,
    ):
        seen = count(report.watch(results))
        target.write(selected(only, seen) if only else seen, exporter, reading, report)
    report.finish()
    context.exit(report.status)


def _least_confidences(values: tuple[str, ...]) -> float | dict[str, float]:
    """The least confidence of all kinds, or by kind.

    Raises:
        click.UsageError: A value is no number, there are several for a kind, or for all kinds and for one.
    """
    by_kind: dict[str, float] = {}
    for value in values:
        kind, _, number = value.rpartition("=")
        if kind in by_kind:
            of = kind or "all kinds"
            raise click.UsageError(f"--minimum-confidence {value}: {of} has a number already, {by_kind[kind]:g}; give one")
        try:
            by_kind[kind] = float(number)
        except ValueError:
            raise click.UsageError(f"--minimum-confidence {value}: {number!r} is no number; write 0.7 or title=0.7") from None
    if "" not in by_kind:
        return by_kind
    if len(values) > 1:
        raise click.UsageError("--minimum-confidence: give one number for all kinds, or one for each kind")
    return by_kind[""]


@main.command()
@click.option(
    "--block",
    multiple=True,
    metavar="NAME",
    callback=separated,
    shell_complete=completion.plugins,
    help="Show this plugin as blocked.",
)
@click.option(
    "--check",
    "checked",
    metavar="NAME|FILE.py",
    shell_complete=completion.plugins,
    help="Check one plugin, by its name or as a file, which is run.",
)
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="FILE",
    shell_complete=completion.files,
    help="Check it on these articles, too.",
)
@click.pass_context
def plugins(context: click.Context, block: tuple[str, ...], checked: str | None, articles: tuple[str, ...]) -> None:
    """List the plugins with their hooks, kinds, languages and formats: blocked and broken ones too, then what is built in.

    With --check one plugin is looked at: its hooks, the fields of its kinds of facts, its data files, and what it does on an
    article of each language that it serves: no failure, the same facts again, spans that are the text's, facts that can be
    pickled and loaded from JSON. Exit status: 0 no fault; 1 a fault; 2 wrong usage.
    """
    if checked is not None:
        from newsfacts.cli.plugin_check import check

        context.exit(0 if check(context, checked, articles) else 1)
    from rich import box
    from rich.table import Table

    from newsfacts.cli.reporting import Report
    from newsfacts.exporters.table import TableConsole
    from newsfacts.plugin_list import list_plugins

    report = Report()
    with report.showing_warnings(), report.refusing(blocked=block):
        found = list_plugins(block)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for header in ("plugin", "from", "hooks", "kinds", "languages", "formats", "state"):
        table.add_column(header, overflow="fold")
    for plugin in found:
        state = "blocked" if plugin.blocked else "broken" if plugin.error else "ok"
        source = " ".join(filter(None, (plugin.distribution, plugin.version)))
        offers = map(", ".join, (plugin.hooks, plugin.kinds, plugin.languages, plugin.formats))
        table.add_row(*map(visible, (plugin.name, source, *offers, state)))
    console = TableConsole(opened(sys.stdout))
    console.print(table)
    for plugin in found:
        if plugin.error:
            console.print(visible(f"{plugin.name} is broken: {plugin.error}"), soft_wrap=True)


@main.command()
def schema() -> None:
    """Print the JSON Schema of results, with the kinds of all installed plugins."""
    import json

    from newsfacts.contract_schema import json_schema
    from newsfacts.plugins import installed_plugins

    try:
        made = json_schema(installed_plugins().kinds.values())
    except TypeError as error:
        raise click.ClickException(str(error)) from error
    click.echo(json.dumps(made, ensure_ascii=False, indent=1), file=opened(sys.stdout))


main.add_command(explain)
main.add_command(new_plugin)
