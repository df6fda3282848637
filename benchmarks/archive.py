"""Throughput and memory over an archive: articles made by mixing the paragraphs of a corpus, streamed through the pipeline.

python benchmarks/archive.py corpus.jsonl --articles 100000 --jobs 1 --jobs 2
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import click
from corpus import read_articles

from newsfacts import Article, Pipeline


@click.command()
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@click.option("--articles", default=100_000, show_default=True)
@click.option("--jobs", multiple=True, type=int, default=(1, 2), show_default=True)
def main(corpus: Path, articles: int, jobs: tuple[int, ...]) -> None:
    """Print a row for each tenth of the way, and one for the whole."""
    print("| jobs | articles | articles a second | MB of this process | MB with its workers |\n|---|---|---|---|---|")
    for number in jobs:
        begun = time.perf_counter()
        results = Pipeline(on_error="raise").extract_many(_mixed(corpus, articles), jobs=number)
        for count, _ in enumerate(results, 1):
            if count % max(1, articles // 10) == 0:
                rate = count / (time.perf_counter() - begun)
                own, whole = _megabytes(os.getpid()), _with_children(os.getpid())
                print(f"| {number} | {count:,} | {rate:.0f} | {own:.0f} | {whole:.0f} |", flush=True)


def _mixed(corpus: Path, number: int) -> Iterator[Article]:
    """Articles of as many paragraphs as the corpus' own, drawn with a fixed seed."""
    texts = [article.text.split("\n") for article in read_articles(corpus)]
    paragraphs = [paragraph for text in texts for paragraph in text if paragraph.strip()]
    draw = random.Random(5)
    for index in range(number):
        size = len(draw.choice(texts))
        yield Article(id=str(index), text="\n".join(draw.choices(paragraphs, k=size)), language="ru")


def _megabytes(process: int) -> float:
    """The memory of a process that is its own or shared, as Linux tells it."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _with_children(process: int) -> float:
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return _megabytes(process) + sum(map(_with_children, map(int, children)))


if __name__ == "__main__":
    main()
