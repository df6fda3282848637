"""How cost grows with text length, on ordinary and on hostile text: ten times the text should cost about ten times the time.

python benchmarks/scaling.py article.txt
"""

from __future__ import annotations

import time
from pathlib import Path

import click

from newsfacts import Pipeline

SIZES = (10_000, 100_000)
HOSTILE = {
    "one endless sentence": "министр и дело, ",
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
def main(article: Path) -> None:
    """Print a row for each kind of text: milliseconds at each size, and the ratio."""
    pipeline = Pipeline(on_error="raise")
    ordinary = article.read_text(encoding="utf-8")
    pipeline.extract(ordinary, language="ru")
    print(f"| text | {' | '.join(f'{size:,} characters, ms' for size in SIZES)} | ratio |")
    print("|---|" + "---|" * (len(SIZES) + 1))
    for name, piece in {"the article, repeated": ordinary, **HOSTILE}.items():
        costs = [_cost(pipeline, (piece * (size // len(piece) + 1))[:size]) for size in SIZES]
        print(f"| {name} | {' | '.join(f'{cost:.0f}' for cost in costs)} | {costs[-1] / costs[0]:.1f} |")


def _cost(pipeline: Pipeline, text: str) -> float:
    begun = time.process_time()
    pipeline.extract(text, language="ru")
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    main()
