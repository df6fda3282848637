"""``newsfacts explain``: why each fact of an article was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

import click

from newsfacts.cli.completion import kinds as known_kinds
from newsfacts.cli.options import (
    block_option,
    inputs_argument,
    language_option,
    plugin_option,
    published_option,
    separated,
    traceback_option,
)
from newsfacts.cli.process import opened, own_output
from newsfacts.terminal import is_unserved, unserved, visible

if TYPE_CHECKING:
    from newsfacts.explanation import Explanation

__all__ = ["explain"]


@click.command()
@inputs_argument
@click.option("-f", "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--only",
    multiple=True,
    metavar="KIND",
    shell_complete=known_kinds,
    callback=separated,
    help="Explain facts of this kind alone; may be given several times, or with commas.",
)
@published_option
@language_option
@block_option
@plugin_option
@traceback_option
@click.pass_context
def explain(
    context: click.Context,
    inputs: tuple[str, ...],
    format_: str,
    only: tuple[str, ...],
    published: str | None,
    language: str | None,
    block: tuple[str, ...],
    files: tuple[str, ...],
    traceback: bool,
) -> None:
    """Show for each fact of articles why it was found: the rules, what the models weighed, and what came next.

    INPUT and the exit status are those of "newsfacts extract". Of each fact the decisions behind it follow, each with its
    answer; under it the rule with what it found, or the likeliest answers: probability, score, and what speaks for and against.
    Weights are hundredths of the log odds; features that all answers of a decision share are left out.
    """
    from attrs import evolve

    from newsfacts.article import Article
    from newsfacts.cli.inputs import Inputs
    from newsfacts.cli.plugin_file import plugins_in
    from newsfacts.cli.reporting import Report
    from newsfacts.cli.selection import check_kinds
    from newsfacts.exporters.json import write_objects
    from newsfacts.pipeline import Pipeline

    report = Report(traceback)
    context.with_resource(report.showing_warnings())
    stream = opened(context.with_resource(own_output()))
    with report.refusing("--published"):
        unsaid = Article(text="", published=published)
    with report.refusing("--language"):
        unsaid = evolve(unsaid, language=language)
    with report.refusing(blocked=block):
        pipeline = Pipeline(block=block, register=plugins_in(files))
        check_kinds(only, pipeline.plugins)
    report.fail_to_load(pipeline.plugins.failures)

    def explained() -> Iterator[Explanation]:
        for article in Inputs(inputs or ("-",), pipeline.plugins, report, unsaid=unsaid):
            explanation = pipeline.explain(article)
            report.note(explanation.result)
            yield explanation

    if format_ == "json":
        write_objects((explanation.to_json(only, indent=1) for explanation in explained()), stream)
    else:
        for explanation in explained():
            _write(explanation, only, stream)
    stream.flush()
    report.finish()
    context.exit(report.status)


def _write(explanation: Explanation, kinds: tuple[str, ...], stream: TextIO) -> None:
    article = explanation.result.article
    stream.write(visible(article.headline or article.id or article.url or "article") + "\n\n")
    if is_unserved(explanation.result):
        stream.write(unserved(article.language) + "\n\n")
    else:
        stream.write(explanation.to_text(kinds) + "\n\n")
