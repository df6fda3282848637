"""A record of JSON or of a line of JSON Lines: an article's text or page with what is known of it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from reprlib import repr as shortened
from typing import Any, TypeVar

from attrs import evolve

from newsfacts.article import Article
from newsfacts.characters import whole
from newsfacts.errors import ReadError, ReadWarning
from newsfacts.language_tags import language_code
from newsfacts.readers.dates import read_stated_moment
from newsfacts.readers.declared_language import language_of
from newsfacts.readers.mojibake import put_right
from newsfacts.source import Source
from newsfacts.suggestions import closest

__all__ = ["KEYS", "ResultGivenError", "is_record", "is_result", "keys_of", "read_record", "results_once", "warn_of_slips"]

Item = TypeVar("Item")

KEYS = ("id", "url", "headline", "published", "language", "text", "html")  # all that a record may say


_BODIES = frozenset(("text", "html"))
# What others call them; a slip of the fingers is found by itself.
_ELSEWHERE = {
    "body": "text",
    "content": "text",
    "txt": "text",
    "article": "text",
    "title": "headline",
    "date": "published",
    "datetime": "published",
    "pubdate": "published",
    "published_at": "published",
    "lang": "language",
    "link": "url",
}
_MOST_KEYS = 10  # that an error names
_RESULT = "newsfacts/"


class ResultGivenError(ReadError):
    """What is given is a result of newsfacts, in the place of an article."""


def is_record(value: Any) -> bool:
    """Whether a value of JSON is a record."""
    return isinstance(value, Mapping) and not value.keys().isdisjoint(_BODIES)


def is_result(value: Any) -> bool:
    """Whether a value of JSON is a result of newsfacts."""
    return isinstance(value, Mapping) and str(value.get("schema")).startswith(_RESULT)


def keys_of(record: Mapping[str, Any]) -> str:
    """The keys of an object that is no record, as the end of an error, with what may have been meant by them."""
    keys = list(record)[:_MOST_KEYS]
    meant = ", ".join(f"{known!r} by {key!r}" for key in keys if (known := _meant(key, record)))
    return f"; its keys are {', '.join(map(repr, keys)) or 'none'}{meant and f'; did you mean {meant}?'}"


def results_once(items: Iterable[Item]) -> Iterator[Item]:
    """What is read of a source, without an error for each of its results: a file of results is one mistake."""
    seen = False
    for item in items:
        is_one = isinstance(item, ResultGivenError)
        if not (seen and is_one):
            yield item
        seen = seen or is_one


def warn_of_slips(record: Any, name: str, seen: set[str]) -> None:
    """Warn of keys that are passed over and were surely meant for another one.

    Args:
        record: The value of JSON.
        name: What warnings call it.
        seen: The keys that the source's records had before: each is looked at once.
    """
    if not is_record(record):
        return
    for key in [key for key in record if key not in seen]:
        seen.add(key)
        if known := _meant(key, record):
            problem = f"{name}: there is no key {key!r}, so it is passed over; did you mean {known!r}?"
            warnings.warn(whole(problem), ReadWarning, stacklevel=4)


def _meant(key: str, record: Mapping[str, Any]) -> str:
    """The key that was meant by another one, of those that a record can have and this one has not; empty for others."""
    if key in KEYS:
        return ""
    missing = [known for known in KEYS if known not in record and not (known in _BODIES and is_record(record))]
    elsewhere = _ELSEWHERE.get(key.casefold(), "")
    return elsewhere if elsewhere in missing else next((known for known in missing if closest(key, [known])), "")


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
    if is_result(record):
        raise ResultGivenError(name, "is a result of newsfacts, not an article; newsfacts.from_json loads it")
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
    problem = "has no words in 'text' or 'html'; a record needs a string with the article's words or its page"
    raise ReadError(name, problem + ("" if is_record(record) else keys_of(record)))


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
