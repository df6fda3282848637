"""How cost grows with text length, on ordinary and on hostile text: ten times the text should cost about ten times the time.

    python benchmarks/scaling.py article.txt --plot docs/speed.svg

Medians of five runs over each text, in milliseconds of processor time.
"""

from __future__ import annotations

import statistics
from itertools import pairwise
from pathlib import Path

import click
from corpus import timed

from newsfacts import Pipeline

_RUNS = 5
SIZES = (1_000, 10_000, 100_000, 1_000_000)
HOSTILE = {
    "one endless sentence": "министр и дело, ",
    "one endless word": "а",
    "a page of capitals": "МИНИСТР ИВАН ПЕТРОВ СКАЗАЛ, ЧТО СНЕГ ИДЁТ. ",
    "quotation marks": '" ',
    "opening marks": "«",
    "digits": "1",
    "numbers": "1 ",
    "capitals": "ИВАН ",
    "names": "Иван Петров ",
    "initials": "А. ",
    "abbreviations": "тыс. 5 ",
    "titles": "министр Иван Иванов, ",
    "speech": "сказал он, ",
    "lines": "а\n",
}


@click.command()
@click.argument("article", type=click.Path(exists=True, path_type=Path))
@click.option("--plot", type=click.Path(path_type=Path), help="A picture of the costs; takes matplotlib.")
def main(article: Path, plot: Path | None) -> None:
    """Print a row for each kind of text: milliseconds at each size, and what ten times the text costs."""
    pipeline = Pipeline(on_error="raise")
    ordinary = article.read_text(encoding="utf-8")
    pipeline.extract(ordinary, language="ru")
    print(f"| text | {' | '.join(f'{size:,} characters, ms' for size in SIZES)} | cost of ten times the text |")
    print("|---|" + "---|" * (len(SIZES) + 1))
    lines: dict[str, list[float]] = {}
    for name, piece in {"the article, repeated": ordinary, **HOSTILE}.items():
        costs = lines[name] = [_cost(pipeline, (piece * (size // len(piece) + 1))[:size]) for size in SIZES]
        ratios = ", ".join(f"{more / less:.1f}" for less, more in pairwise(costs))
        print(f"| {name} | {' | '.join(f'{cost:.1f}' for cost in costs)} | {ratios} |", flush=True)
    if plot:
        _draw(lines, plot)


def _draw(lines: dict[str, list[float]], path: Path) -> None:
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 5), layout="constrained")
    for name, costs in lines.items():
        ordinary = name not in HOSTILE
        axes.loglog(SIZES, costs, marker="o", markersize=3, label=name, linewidth=2.5 if ordinary else 1, zorder=2 + ordinary)
    slope = [lines["the article, repeated"][-1] * size / SIZES[-1] for size in SIZES]
    axes.loglog(SIZES, slope, color="grey", linestyle=":", label="ten times the text, ten times the time")
    axes.set(xlabel="characters", ylabel="milliseconds of processor time")
    axes.grid(visible=True, alpha=0.3)
    axes.legend(fontsize="x-small", ncols=2)
    figure.savefig(path, metadata={"Date": None})


def _cost(pipeline: Pipeline, text: str) -> float:
    return statistics.median(timed(pipeline.extract, text, language="ru")[1] for _ in range(_RUNS))


if __name__ == "__main__":
    main()
