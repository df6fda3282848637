"""Score newsfacts on annotated corpora, and show the figures as the table of docs/accuracy.md.

    python benchmarks/accuracy.py --scorer score.py corpora/nerel-dev.jsonl corpora/wire-ru-dev.jsonl

The scorer is a program that takes predictions and a corpus (both JSON Lines) and prints its figures with ``--json``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from newsfacts import Article, Pipeline
from newsfacts.exporters.json import to_json


@click.command()
@click.option("--scorer", type=click.Path(exists=True, path_type=Path), required=True, help="The scoring program.")
@click.argument("corpora", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def main(scorer: Path, corpora: tuple[Path, ...]) -> None:
    """Print a row for each task of each corpus."""
    print("| corpus | task | precision | recall | F1 | gold | ms a document |")
    print("|---|---|---|---|---|---|---|")
    pipeline = Pipeline(on_error="raise")
    for corpus in corpora:
        figures, milliseconds = _score(pipeline, scorer, corpus)
        for task, row in figures.items():
            cells = [
                corpus.stem,
                task,
                *(f"{row[key]:.3f}" for key in ("precision", "recall", "f1")),
                str(row["gold"]),
                milliseconds,
            ]
            print(f"| {' | '.join(cells)} |")


def _score(pipeline: Pipeline, scorer: Path, corpus: Path) -> tuple[dict[str, dict[str, float]], str]:
    with corpus.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    begun = time.process_time()
    results = [
        pipeline.extract(Article(**{key: r.get(key) for key in ("id", "text", "url", "published", "language")}))
        for r in records
    ]
    milliseconds = f"{(time.process_time() - begun) / len(records) * 1000:.2f}"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predictions:
        predictions.writelines(to_json(result) + "\n" for result in results)
        predictions.flush()
        command = [sys.executable, str(scorer), predictions.name, str(corpus), "--json"]
        scored = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(scored.stdout)["tasks"], milliseconds


if __name__ == "__main__":
    main()
