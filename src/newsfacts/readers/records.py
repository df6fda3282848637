"""A record of JSON or of a line of JSON Lines: an article's text or page with what is known of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import attrs

from newsfacts.article import Article, Source
from newsfacts.errors import ReadError

__all__ = ["KEYS", "is_record", "read_record"]

_OPTIONAL = ("url", "headline", "published", "language")
KEYS = ("id", *_OPTIONAL, "text", "html")  # all that a record may say
_SURROGATE = re.compile("[\ud800-\udfff]")  # half of a character, which JSON can write and no encoding can


def is_record(value: Any) -> bool:
    """Whether a value of JSON is a record."""
    return isinstance(value, Mapping) and ("text" in value or "html" in value)


def read_record(record: Any, name: str) -> Article:
    """Read a record with ``text`` or ``html`` and optional ``id``, ``url``, ``headline``, ``published``, ``language``.

    What the record says goes before what the page says; unknown keys are ignored.

    Args:
        record: The value of JSON.
        name: What errors call it, and its id when it has none.

    Raises:
        ReadError: It is no such record, or its page holds no article.
    """
    if not isinstance(record, Mapping):
        raise ReadError(name, "is no JSON object; a record needs a 'text' or 'html'")
    stated: dict[str, Any] = {key: _string(record, key, name) for key in _OPTIONAL}
    text, page = _string(record, "text", name), _string(record, "html", name)
    id_ = record.get("id")
    stated["id"] = name if id_ is None else whole(str(id_))
    try:
        if text and text.strip():
            return Article(text=text, **stated)
        if page and page.strip():
            from newsfacts.readers.html import read_html

            read = read_html(Source(name=name, data=page.encode(), url=stated["url"], encoding="utf-8"))
            return attrs.evolve(read, **{key: value for key, value in stated.items() if value is not None})
    except ValueError as error:
        raise ReadError(name, f"'published' is no ISO 8601 date: {error}") from error
    raise ReadError(name, "has no 'text' and no 'html'; a record needs a string with the article's words or its page")


def whole(text: str) -> str:
    """Text without halves of characters, which cannot be written; offsets stay."""
    return _SURROGATE.sub("\ufffd", text)


def _string(record: Mapping[str, Any], key: str, name: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ReadError(name, f"{key!r} is {str(value)[:40]!r}, not a string")
    return whole(value)
