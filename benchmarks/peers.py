"""Newsfacts beside the tools that are used for parts of its work, all in one run.

    python benchmarks/peers.py corpus.jsonl

A peer that is not installed is left out, with the command that installs it. Each has seen one other article before; the
figures are milliseconds of processor time a document, in a process of its own, medians of the runs.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
from corpus import WARM_UP, read_articles, timed

Run = Callable[[str], object]


def newsfacts() -> Run:
    """All five plugins."""
    from newsfacts import Pipeline

    return Pipeline(on_error="raise").extract


def razdel() -> Run:
    """Sentences and tokens."""
    from razdel import sentenize, tokenize

    return lambda text: (list(sentenize(text)), list(tokenize(text)))


def pymorphy3() -> Run:
    """Every word's readings, kept once read."""
    import re
    from functools import cache

    from pymorphy3.analyzer import MorphAnalyzer

    parse = cache(MorphAnalyzer().parse)
    return lambda text: [parse(word) for word in re.findall(r"\w+", text)]


def natasha() -> Run:
    """Segments, persons and organisations, money."""
    from natasha import Doc, MoneyExtractor, MorphVocab, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger, money = Segmenter(), NewsNERTagger(NewsEmbedding()), MoneyExtractor(MorphVocab())

    def run(text: str) -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return doc, list(money(text))

    return run


def pullenti() -> Run:
    """Persons, organisations, places, dates, money."""
    from pullenti.ner.ProcessorService import ProcessorService
    from pullenti.ner.SourceOfAnalysis import SourceOfAnalysis
    from pullenti.Sdk import Sdk

    Sdk.initialize_all()
    processor = ProcessorService.create_processor()
    return lambda text: processor.process(SourceOfAnalysis(text), None, None)


PEERS = {make.__name__: make for make in (newsfacts, razdel, pymorphy3, natasha, pullenti)}


@click.command()
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@click.option("--runs", default=3, show_default=True, help="Processes to take the median of.")
@click.option("--peer", type=click.Choice(list(PEERS)), hidden=True, help="Measure this one in this process.")
def main(corpus: Path, runs: int, peer: str | None) -> None:
    """Print a row for each tool."""
    if peer:
        click.echo(json.dumps(_measure(PEERS[peer], corpus)))
        return
    print("| tool | what it finds | ms a document | times newsfacts |\n|---|---|---|---|")
    ours = None
    for name, make in PEERS.items():
        costs = []
        for _ in range(runs):
            command = [sys.executable, __file__, "--peer", name, str(corpus)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                reason = done.stderr.strip().splitlines()[-1]
                print(f"| {name} | left out: {reason}; pip install {name} | | |")
                break
            cost, failed = json.loads(done.stdout)
            costs.append(cost)
        else:
            cost = statistics.median(costs)
            ours = ours or cost
            what = (make.__doc__ or "") + (f" It failed on {failed} texts." if failed else "")
            print(f"| {name} | {what} | {cost:.2f} | {cost / ours:.2f} |", flush=True)


def _measure(make: Callable[[], Run], corpus: Path) -> tuple[float, int]:
    """Milliseconds a text, and the number of texts that it failed on."""
    texts = [article.text for article in read_articles(corpus)]
    run = make()
    run(WARM_UP)
    cost, done = 0.0, 0
    for text in texts:
        try:
            _, spent = timed(run, text)
        except Exception as error:  # what cannot read a text is measured on the others
            print(f"{make.__name__}: {type(error).__name__}: {error}", file=sys.stderr)
        else:
            cost, done = cost + spent, done + 1
    return cost / done, len(texts) - done


if __name__ == "__main__":
    main()
