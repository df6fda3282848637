"""Score newsfacts on annotated corpora.

    python benchmarks/accuracy.py --corpora FOLDER nerel-dev wire-ru-dev

prints the rows of the table in docs/accuracy.md; without names, of all corpora of the folder. What counts as right stands
there, what a corpus looks like in docs/corpora.md.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import click
from attrs import frozen
from corpus import corpora_option, timed
from scoring import TASKS, Tally, read_documents, score

from newsfacts import Pipeline

_SUFFIX = ".jsonl"


@frozen(kw_only=True)
class Scores:
    """What came of one corpus.

    Attributes:
        corpus: Its name.
        documents: How many it has.
        milliseconds: What one costs on average, in processor time.
        tallies: The tallies of its tasks, by their names.
    """

    corpus: str
    documents: int
    milliseconds: float
    tallies: dict[str, Tally]


@click.command()
@corpora_option
@click.argument("names", nargs=-1)
@click.option("--task", "tasks", multiple=True, type=click.Choice([task.name for task in TASKS]), help="Only this task.")
@click.option("--errors", default=0, metavar="N", help="Show so many facts of each task that were missed or found wrongly.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")
def main(folder: Path, names: tuple[str, ...], tasks: tuple[str, ...], errors: int, as_json: bool) -> None:
    """Score newsfacts on the corpora of these NAMES; without names, on all of the folder."""
    pipeline = Pipeline(on_error="raise")
    scores = [_scores(pipeline, path, tasks) for path in _paths(folder, names)]
    if as_json:
        click.echo(json.dumps({each.corpus: _values(each, errors) for each in scores}, ensure_ascii=False, indent=1))
        return
    click.echo("| corpus | task | precision | recall | F1 | gold |\n|---|---|---|---|---|---|")
    for each in scores:
        for name, tally in each.tallies.items():
            click.echo(f"| {each.corpus} | {name} | {_figures(tally)} | {tally.gold} |")
    for each in scores:
        click.echo(f"\n{each.corpus}: {each.documents} documents, {each.milliseconds:.2f} ms each")
        for name, tally in each.tallies.items():
            for what, found in (("missed", tally.missed), ("found wrongly", tally.wrong)):
                if found[:errors]:
                    click.echo("\n".join((f"\n{each.corpus}, {name}: {what}", *found[:errors])))


def _paths(folder: Path, names: Iterable[str]) -> list[Path]:
    """The files of the corpora.

    Raises:
        click.ClickException: One of them is not there, or none is.
    """
    there = {path.stem: path for path in sorted(folder.glob(f"*{_SUFFIX}"))}
    wanted = list(names) or list(there)
    if missing := [name for name in wanted if name not in there]:
        raise click.ClickException(f"{folder} has no {', '.join(missing)}; it has {', '.join(there) or 'no corpora'}")
    if not wanted:
        raise click.ClickException(
            f"{folder} has no corpora, files that end in {_SUFFIX}; docs/accuracy.md says how to get some"
        )
    return [there[name] for name in wanted]


def _scores(pipeline: Pipeline, path: Path, tasks: tuple[str, ...]) -> Scores:
    documents = list(read_documents(path))
    results, milliseconds = timed(lambda: [pipeline.extract(document.article) for document in documents])
    tallies: dict[str, Tally] = defaultdict(Tally)
    for document, result in zip(documents, results, strict=True):
        for name, tally in score(document, result).items():
            if not tasks or name in tasks:
                tallies[name] += tally.of(document.article.id)
    in_order = {task.name: tallies[task.name] for task in TASKS if task.name in tallies}
    return Scores(
        corpus=path.stem, documents=len(documents), milliseconds=milliseconds / max(1, len(documents)), tallies=in_order
    )


def _figures(tally: Tally) -> str:
    return " | ".join(f"{figure:.3f}" for figure in (tally.precision, tally.recall, tally.f1))


def _values(scores: Scores, errors: int) -> dict[str, object]:
    """The scores as plain values."""
    return {
        "documents": scores.documents,
        "milliseconds": scores.milliseconds,
        "tasks": {
            name: {
                "precision": tally.precision,
                "recall": tally.recall,
                "f1": tally.f1,
                "gold": tally.gold,
                "found": tally.found,
                "correct": tally.correct,
                "missed": tally.missed[:errors],
                "wrong": tally.wrong[:errors],
            }
            for name, tally in scores.tallies.items()
        },
    }


if __name__ == "__main__":
    main()
