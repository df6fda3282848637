"""What each stage and each plugin costs, cold and warm, beside razdel's sentences and tokens in the same run.

    python benchmarks/speed.py corpus.jsonl

Cold: a process that has seen one other article works through the corpus once. Warm: the same process, once more. Each run
is a process of its own; the figures are medians of the runs, in milliseconds of processor time a document.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import click
from corpus import WARM_UP, read_articles, timed

from newsfacts import Article, Fact, Pipeline
from newsfacts.analysis import Analysis
from newsfacts.consolidation import consolidate
from newsfacts.extraction import run_extractor

ROUNDS = ("cold", "warm")


@click.command()
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@click.option("--runs", default=5, show_default=True, help="Processes to take the median of.")
@click.option("--once", is_flag=True, hidden=True, help="Measure in this process and print JSON.")
def main(corpus: Path, runs: int, once: bool) -> None:
    """Print a row for each stage."""
    if once:
        click.echo(json.dumps(_measure(corpus)))
        return
    measured: dict[tuple[str, str], list[float]] = defaultdict(list)
    for _ in range(runs):
        done = subprocess.run([sys.executable, __file__, "--once", str(corpus)], check=True, capture_output=True, text=True)
        for round_, costs in json.loads(done.stdout).items():
            costs["all of newsfacts"] = sum(cost for stage, cost in costs.items() if stage != "razdel")
            costs["times razdel"] = costs["all of newsfacts"] / costs["razdel"] if "razdel" in costs else float("nan")
            for stage, cost in costs.items():
                measured[stage, round_].append(cost)
    print(f"| {corpus.stem}, ms a document | {' | '.join(ROUNDS)} |\n|---|---|---|")
    for stage in dict.fromkeys(stage for stage, _ in measured):
        print(f"| {stage} | {' | '.join(f'{statistics.median(measured[stage, r]):.2f}' for r in ROUNDS)} |")


def _measure(corpus: Path) -> dict[str, dict[str, float]]:
    articles = read_articles(corpus)
    pipeline = Pipeline(on_error="raise")
    pipeline.extract(WARM_UP, published="2025-05-06")
    rounds = {}
    for round_ in ROUNDS:
        costs = {stage: cost / len(articles) for stage, cost in _razdel(articles).items()}
        for stage, cost in _stages(pipeline, articles).items():
            costs[stage] = cost / len(articles)
        rounds[round_] = costs
    return rounds


def _razdel(articles: list[Article]) -> dict[str, float]:
    """The cost of razdel's sentences and tokens; nothing where it is not installed."""
    try:
        from razdel import sentenize, tokenize
    except ImportError:
        return {}
    _, cost = timed(lambda: [(list(sentenize(a.text)), list(tokenize(a.text))) for a in articles])
    return {"razdel": cost}


def _stages(pipeline: Pipeline, articles: list[Article]) -> dict[str, float]:
    """The cost of each stage by itself, each with what it needs ready."""
    costs: dict[str, float] = defaultdict(float)
    for article in articles:
        language = pipeline.languages[article.language or "ru"]
        analysis = Analysis(article, language, pipeline.recognizers)
        for part in ("tokens", "sentences", "mentions", "entities"):
            _, cost = timed(getattr, analysis, part)
            costs[part] += cost
        facts: list[Fact] = []
        for extractor in pipeline.extractors:
            (found, _), cost = timed(run_extractor, extractor, analysis)
            facts += found
            costs[extractor.name] += cost
        _, cost = timed(consolidate, analysis, facts, pipeline.relaters)
        costs["consolidation"] += cost
    return costs


if __name__ == "__main__":
    main()
