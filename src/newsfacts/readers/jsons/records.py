"""A record of JSON or of a line of JSON Lines: an article's text or page with what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from reprlib import repr as shortened
from typing import Any

from attrs import evolve

from newsfacts.article import Article
from newsfacts.errors import ReadError
from newsfacts.language_tags import language_code
from newsfacts.readers.dates import read_stated_moment
from newsfacts.readers.declared_language import language_of
from newsfacts.readers.mojibake import put_right
from newsfacts.source import Source

__all__ = ["KEYS", "is_record", "read_record"]

KEYS = ("id", "url", "headline", "published", "language", "text", "html")  # all that a record may say


def is_record(value: Any) -> bool:
    """Whether a value of JSON is a record."""
    return isinstance(value, Mapping) and ("text" in value or "html" in value)


def read_record(record: Any, name: str) -> Article:
    """Read a record with ``text`` or ``html`` and optional ``id``, ``url``, ``headline``, ``published``, ``language``.

    What the record says goes before what the page says; unknown keys are ignored. A ``published`` that is no date is left out,
    with a `newsfacts.ReadWarning`.

    Args:
        record: The value of JSON.
        name: What errors call it, and its id when it has none.

    Raises:
        ReadError: It is no such record, its page holds no article, or its language has no code.
    """
    if not isinstance(record, Mapping):
        raise ReadError(name, "is no JSON object; a record needs a 'text' or 'html'")
    id_, url = record.get("id"), _string(record, "url", name)
    read = _read(record, name, url)
    stated = {
        "id": name if id_ is None else shortened(id_) if isinstance(id_, dict | list) else str(id_),
        "url": url,
        "headline": _string(record, "headline", name),
        "published": read_stated_moment(record.get("published"), name, "'published'"),
        **_language(record, name, read),
    }
    return evolve(read, **{key: value for key, value in stated.items() if value is not None})


def _read(record: Mapping[str, Any], name: str, url: str | None) -> Article:
    """The article that is the record's text, or that its page holds."""
    text, page = _string(record, "text", name), _string(record, "html", name)
    if text and text.strip():
        return Article(text=text)
    if page and page.strip():
        from newsfacts.readers.page.html_page import read_html

        return read_html(Source(name=name, data=page.encode("utf-8", "replace"), url=url, encoding="utf-8"))
    raise ReadError(name, "has no words in 'text' or 'html'; a record needs a string with the article's words or its page")


def _language(record: Mapping[str, Any], name: str, read: Article) -> dict[str, Any]:
    """The language that the record states, where the letters agree, and its tag where that says more."""
    tag = _string(record, "language", name)
    if not tag:
        return {}
    try:
        language_code(tag)
    except ValueError as error:
        raise ReadError(name, f"its 'language' {error}") from error
    code = language_of(tag, read.text)
    return {"language": code} if code == tag else {"language": code, "hints": evolve(read.hints, language=tag)}


def _string(record: Mapping[str, Any], key: str, name: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if isinstance(value, str):
        return put_right(value, name)
    raise ReadError(name, f"{key!r} is {shortened(value)}, not a string")
