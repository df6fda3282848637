"""What the benchmarks have in common: articles out of JSON Lines, where corpora are, and processor time."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from newsfacts import Article

__all__ = ["WARM_UP", "article_of", "corpora_option", "read_articles", "timed"]

# Loads dictionaries and data before anything is timed, and shares few words with any corpus.
WARM_UP = "САМАРА, 5 мая — РИА Новости. Министр Анна Ким сказала, что мост за 2 млн рублей построят. «Мы рады», — добавила она."

corpora_option = click.option(
    "--corpora",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="The folder with the corpora, one JSON Lines file each.",
)


def read_articles(path: Path) -> list[Article]:
    """The articles of a corpus in JSON Lines."""
    with path.open(encoding="utf-8") as lines:
        return [article_of(json.loads(line)) for line in lines]


def article_of(record: dict[str, Any]) -> Article:
    """The article of a corpus' record."""
    values: dict[str, Any] = {key: record.get(key) for key in ("id", "text", "url", "published", "language")}
    return Article(**values)


def timed(work: Callable[..., Any], *arguments: Any, **named: Any) -> tuple[Any, float]:
    """What some work gives, and the processor time that it takes in this process, in milliseconds."""
    begun = time.process_time()
    answer = work(*arguments, **named)
    return answer, (time.process_time() - begun) * 1000
