"""What it takes to begin: the import, and the first article after it.

    python benchmarks/start.py article.txt

Medians of processes of their own, in milliseconds of processor time beyond Python's own start.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

import click

CODE = """
import json, sys, time
begun = time.process_time()
import newsfacts
imported = time.process_time()
newsfacts.extract(newsfacts.read_one(sys.argv[1]))
print(json.dumps([(imported - begun) * 1000, (time.process_time() - imported) * 1000]))
"""


@click.command()
@click.argument("article", type=click.Path(exists=True, path_type=Path))
@click.option("--runs", default=9, show_default=True)
def main(article: Path, runs: int) -> None:
    """Print a row for each."""
    command = [sys.executable, "-c", CODE, str(article)]
    measured = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(runs)]
    print("| | ms |\n|---|---|")
    for name, costs in zip(("import newsfacts", "the first article"), zip(*measured, strict=True), strict=True):
        print(f"| {name} | {statistics.median(costs):.0f} |")


if __name__ == "__main__":
    main()
