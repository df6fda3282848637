"""How cost grows with text length, on ordinary and on hostile text: ten times the text should cost about ten times the time.

    python benchmarks/scaling.py article.txt --plot docs/speed.svg

Medians of some runs over each text, in milliseconds of processor time.

    python benchmarks/scaling.py --search 900 --seed 1

looks for texts that cost more: mixes of all that the extractors look for, at random, the same ones for the same seed. Each goes
through all stages, and what grows faster than the text is printed.

Both are in Russian, or in another language that hostile.toml has: --language en.
"""

from __future__ import annotations

import signal
import statistics
import time
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import click
from corpus import timed
from mixes import LANGUAGES, Mix, mixes, repeated

import newsfacts
from newsfacts import Pipeline
from newsfacts.exporters.table import write_table

_ORDINARY = "the article, repeated"
SIZES = (1_000, 10_000, 100_000, 1_000_000)
# The search: two sizes for every mix, and the others for one that is suspected so far; and what each step may cost. Where a
# text has more different words than are kept, ten times the text may cost twenty times the time, but only once.
_FIRST_SIZE = 2_000
_STEPS = ((20_000, 13.0), (200_000, 13.0), (400_000, 2.6))
# Milliseconds below which growth tells nothing, and after which a stage is given up.
_FLOOR = 20
_GIVEN_UP = 60_000


@click.command()
@click.argument("article", type=click.Path(exists=True, path_type=Path), required=False)
@click.option("--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True)
@click.option("--runs", default=5, show_default=True, help="How often each text is done.")
@click.option("--plot", type=click.Path(path_type=Path), help="A picture of the costs; takes matplotlib.")
@click.option("--search", type=float, metavar="SECONDS", help="Look for hostile texts instead, for so long.")
@click.option("--seed", type=int, default=0, show_default=True, help="Which mixes the search tries.")
def main(article: Path | None, language: str, runs: int, plot: Path | None, search: float | None, seed: int) -> None:
    """Print a row for each kind of text: milliseconds at each size, and what ten times the text costs."""
    if search is not None:
        _search(search, seed, language)
    elif article is None:
        raise click.UsageError("give an article, or --search SECONDS")
    else:
        _table(article, language, runs, plot)


def _table(article: Path, language: str, runs: int, plot: Path | None) -> None:
    pipeline = Pipeline(on_error="raise")
    ordinary = article.read_text(encoding="utf-8")
    pipeline.extract(ordinary, language=language)
    print(f"| text | {' | '.join(f'{size:,} characters, ms' for size in SIZES)} | cost of ten times the text |")
    print("|---|" + "---|" * (len(SIZES) + 1))
    lines: dict[str, list[float]] = {}
    for name, piece in {_ORDINARY: ordinary, **repeated(language)}.items():
        costs = lines[name] = [_cost(pipeline, (piece * (size // len(piece) + 1))[:size], language, runs) for size in SIZES]
        ratios = ", ".join(f"{more / less:.1f}" for less, more in pairwise(costs))
        print(f"| {name} | {' | '.join(f'{cost:.1f}' for cost in costs)} | {ratios} |", flush=True)
    if plot:
        _draw(lines, plot)


def _draw(lines: dict[str, list[float]], path: Path) -> None:
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 5), layout="constrained")
    for name, costs in lines.items():
        ordinary = name == _ORDINARY
        axes.loglog(SIZES, costs, marker="o", markersize=3, label=name, linewidth=2.5 if ordinary else 1, zorder=2 + ordinary)
    slope = [lines[_ORDINARY][-1] * size / SIZES[-1] for size in SIZES]
    axes.loglog(SIZES, slope, color="grey", linestyle=":", label="ten times the text, ten times the time")
    axes.set(xlabel="characters", ylabel="milliseconds of processor time")
    axes.grid(visible=True, alpha=0.3)
    axes.legend(fontsize="x-small", ncols=2)
    figure.savefig(path, metadata={"Date": None})


def _cost(pipeline: Pipeline, text: str, language: str, runs: int) -> float:
    return statistics.median(timed(pipeline.extract, text, language=language)[1] for _ in range(runs))


class _TooLongError(BaseException):
    """A stage was given up: no Exception, since the pipeline keeps those of plugins apart."""


def _search(seconds: float, seed: int, language: str) -> None:
    """Print the mixes that cost too much, as they are found."""
    signal.signal(signal.SIGVTALRM, _give_up)
    pipeline = Pipeline(on_error="raise")
    _costs(pipeline, "\n".join(repeated(language).values()), language)
    end = time.monotonic() + seconds
    tried = found = 0
    for mix in mixes(seed, language):
        if time.monotonic() > end:
            break
        tried += 1
        for stage, row in _suspects(pipeline, mix, language):
            found += 1
            print(f"{stage}: {', '.join(f'{cost:.0f}' for cost in row)} ms: {mix.name}", flush=True)
    print(f"{tried} mixes, {found} stages that grow too fast")


def _suspects(pipeline: Pipeline, mix: Mix, language: str) -> Iterator[tuple[str, list[float]]]:
    """The stages whose time grows faster than a mix at every step, with their times."""
    rows = [_costs(pipeline, mix.text(_FIRST_SIZE), language)]
    stages = set(rows[0])
    for size, tolerated in _STEPS:
        less, more = rows[-1], _costs(pipeline, mix.text(size), language)
        rows.append(more)
        given_up = {stage for stage, cost in more.items() if cost >= _GIVEN_UP}
        stages = {s for s in stages & more.keys() if more[s] > _FLOOR and more[s] > tolerated * less[s]} | given_up
        if given_up or not stages:
            break
    for stage in stages:
        yield stage, [row[stage] for row in rows if stage in row]


def _costs(pipeline: Pipeline, text: str, language: str) -> dict[str, float]:
    """Milliseconds by stage; a stage that is given up is the last one."""
    costs: dict[str, float] = {}

    def run(stage: str, work: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        costs[stage] = _GIVEN_UP
        signal.setitimer(signal.ITIMER_VIRTUAL, _GIVEN_UP / 1000)
        answer, costs[stage] = timed(work, *arguments, **named)
        return answer

    try:
        result = run("extract", pipeline.extract, text, language=language)
        written = run("to_json", result.to_json)
        run("from_json", newsfacts.from_json, written)
        run("to_html", result.to_html)
        run("to_jsonld", result.to_jsonld)
        run("table", write_table, [result], StringIO())
    except _TooLongError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return costs


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise _TooLongError


if __name__ == "__main__":
    main()
