"""JSON Lines: a record an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsfacts.article import Article, Source
from newsfacts.errors import ReadError

__all__ = ["read_json_lines"]


def read_json_lines(source: Source) -> Iterator[Article | ReadError]:
    """Read records with ``text`` and optional ``id``, ``url``, ``headline``, ``published``, ``language``.

    Unknown keys are ignored. A record without an id is named by file and line.

    Yields:
        An article for each record, or in its place the error that names file and line.
    """
    for number, line in enumerate(source.data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if line.strip():
            name = f"{source.name}:{number}"
            try:
                yield _article(json.loads(line), name)
            except ReadError as error:
                yield error
            except (ValueError, RecursionError) as error:
                yield ReadError(name, f"is no JSON: {error}")


def _article(record: Any, name: str) -> Article:
    if not isinstance(record, dict):
        raise ReadError(name, "is no JSON object; a record needs a 'text'")
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ReadError(name, "has no 'text'; a record needs a string with the article's words")
    optional: dict[str, Any] = {key: record.get(key) for key in ("url", "headline", "published", "language")}
    for key, value in optional.items():
        if value is not None and not isinstance(value, str):
            raise ReadError(name, f"{key!r} is {value!r}, not a string")
    id_ = record.get("id")
    try:
        return Article(text=text, id=name if id_ is None else str(id_), **optional)
    except ValueError as error:
        raise ReadError(name, f"'published' is no ISO 8601 date: {error}") from error
