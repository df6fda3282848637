"""Whether newsfacts says the same in several environments, byte by byte.

    python .ci/compare.py .venv-3.11.2 .venv-3.13.0

Every environment extracts tests/articles/ twice, with two orders of sets. Exit status 1 where any output differs, with the
articles' ids on standard error.
"""

import json
import os
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARTICLES = sorted((ROOT / "tests/articles").glob("*.jsonl"))
SEEDS = ("0", "1")


def main(environments: list[str]) -> int:
    """Compare the environments' output with the first one's; the exit status."""
    ids = [json.loads(line)["id"] for path in ARTICLES for line in path.read_bytes().splitlines()]
    outputs = {(env, seed): _output(env, seed) for env in environments for seed in SEEDS}
    (first, expected), *others = outputs.items()
    differing = 0
    for which, output in others:
        changed = [name or "(a line too many)" for name, a, b in zip_longest(ids, expected, output) if a != b]
        differing += bool(changed)
        if changed:
            print(f"{_named(which)} differs from {_named(first)} in: {', '.join(changed)}", file=sys.stderr)
    print(f"{len(ids)} articles, {len(outputs)} runs, {differing} of them different from the first")
    return int(differing > 0)


def _output(environment: str, seed: str) -> list[bytes]:
    command = [Path(environment) / "bin/newsfacts", "extract", *ARTICLES, "-f", "jsonl"]
    run = subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, check=True)
    return run.stdout.splitlines()


def _named(which: tuple[str, str]) -> str:
    return "{} with PYTHONHASHSEED={}".format(*which)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
