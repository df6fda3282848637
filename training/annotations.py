"""What was marked in published corpora for training, kept apart from their texts.

An annotation file is JSON Lines, compressed: the ``id`` of a document, and under ``gold`` what docs/corpora.md describes. The
offsets count in the text of the corpus, which is not part of it.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import click

__all__ = ["read_annotations"]


def read_annotations(path: Path) -> dict[str, dict[str, Any]]:
    """What was marked, by the document's id.

    Raises:
        click.ClickException: A line is no annotation.
    """
    found: dict[str, dict[str, Any]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                found[record["id"]] = dict(record["gold"])
            except (KeyError, TypeError, ValueError) as error:
                raise click.ClickException(f"{path}:{number}: no annotation: {error}") from error
    return found
