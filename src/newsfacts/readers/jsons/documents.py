"""JSON: news items in ninjs 1.x to 3.x, and records as JSON Lines has them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, count, islice
from typing import Any

from newsfacts.article import Article
from newsfacts.errors import ReadError
from newsfacts.readers.encoding import decode
from newsfacts.readers.item import NoText, attempted, only_texts
from newsfacts.readers.jsons.ninjs import fields_of, is_item, kind_without_text, read_item
from newsfacts.readers.jsons.records import is_record, is_result, keys_of, read_record, results_once, warn_of_slips
from newsfacts.readers.mojibake import put_right
from newsfacts.source import Source

__all__ = ["read_json"]

_EXPECTED = "a ninjs item, or an object with 'text' or 'html', or an array of either"
# What answers of news services wrap their items in.
_WRAPPERS = ("data", "item", "items", "_items")
_DEEPEST = 5


def read_json(source: Source) -> Iterator[Article | ReadError]:
    """Read a news item in ninjs or a record, or an array of them; pictures and the like beside texts are passed over.

    Yields:
        An article for each, or in its place the error that says why it is none.

    Raises:
        ReadError: It is no JSON, or JSON of another kind.
    """
    try:
        value = json.loads(decode(source))
    except (ValueError, RecursionError) as error:
        raise ReadError(source.name, f"is no JSON: {error}; expected {_EXPECTED}") from error
    items = _items(value)
    first = list(islice(items, 2))
    names = (source.name if len(first) == 1 else f"{source.name}#{number}" for number in count(1))
    keys: set[str] = set()
    named = zip(chain(first, items), names, strict=False)
    yield from results_once(only_texts(source.name, (_read(item, name, keys) for item, name in named)))


def _read(item: Any, name: str, keys: set[str]) -> Article | ReadError | NoText:
    """The article of a record or of a news item, or what another item is."""
    item = _put_right(item, name)
    if is_record(item) or is_result(item):
        warn_of_slips(item, name, keys)
        return attempted(name, read_record, item, name)
    fields = fields_of(item)
    if not is_item(fields):
        return ReadError(name, f"is JSON of no known kind; expected {_EXPECTED}{keys_of(fields) if fields else ''}")
    kind = kind_without_text(fields)
    return attempted(name, read_item, fields, name) if kind is None else NoText(kind)


def _put_right(item: Any, name: str) -> Any:
    """An item whose strings were decoded wrongly before they were escaped, with right ones."""
    try:
        text = json.dumps(item, ensure_ascii=False)
    except RecursionError:  # no news item is nested so deeply; its own strings are read all the same
        return item
    right = put_right(text, name)
    return item if right == text else json.loads(right)


def _items(value: Any, depth: int = 0) -> Iterator[Any]:
    """The items in arrays and in what services wrap around them."""
    if isinstance(value, list):
        for inner in value:
            yield from _items(inner, depth + 1) if depth < _DEEPEST else [inner]
        return
    fields = fields_of(value)
    wrapped = next((fields[key] for key in _WRAPPERS if isinstance(fields.get(key), dict | list)), None)
    if wrapped is None or depth >= _DEEPEST or is_record(value) or is_item(fields):
        yield value
    else:
        yield from _items(wrapped, depth + 1)
