"""The articles of tests/articles/, and the comparison of what several environments say of them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsfacts import Article, Pipeline

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "tests/articles").glob("*.jsonl"))
RECORDS = [json.loads(line) for path in FILES for line in path.read_bytes().splitlines()]
FIRST = RECORDS[0]["id"]


def test_they_are_many_and_have_ids_of_their_own():
    assert len({record["id"] for record in RECORDS}) == len(RECORDS) >= 200


@pytest.mark.slow
def test_every_one_is_read_to_its_end_without_a_failure():
    for result in Pipeline(on_error="raise").extract_many(Article(**record) for record in RECORDS):
        assert not result.failures
        assert all(result.article.text[fact.start : fact.end] == fact.text for fact in result.facts)


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("same", ""),
        (
            "$PYTHONHASHSEED",
            f"other with PYTHONHASHSEED=1 differs from {{first}} with PYTHONHASHSEED=0 in: {FIRST}\n",
        ),
        ("other", f"in: {FIRST}\n"),
        ("same\nmore", "(a line too many)"),
    ],
)
def test_environments_that_differ_are_named_with_the_articles(tmp_path, says, told):
    lines = "\n".join(record["id"] for record in RECORDS[1:])
    environments = [tmp_path / "first", tmp_path / "other"]
    for environment, first_line in zip(environments, ("0" if "$" in says else "same", says), strict=True):
        program = environment / "bin/newsfacts"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\necho "{first_line}\n{lines}"\n', encoding="utf-8")
        program.chmod(0o755)
    command = [sys.executable, ROOT / ".ci/compare.py", *environments]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == bool(told), run.stderr
    assert told.format(first=environments[0]) in run.stderr
