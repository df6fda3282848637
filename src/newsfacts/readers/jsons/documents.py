"""JSON: news items in ninjs 1.x to 3.x, and records as JSON Lines has them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count, islice
from typing import Any

from newsfacts.article import Article
from newsfacts.errors import ReadError
from newsfacts.readers.encoding import decode
from newsfacts.readers.item import Item, attempted, first_moment, only_texts, place_names
from newsfacts.readers.jsons.records import is_record, read_record
from newsfacts.readers.markup.rendering import html_text, mixed_text, one_line, parse_xml
from newsfacts.readers.newsml.nitf import body_text
from newsfacts.source import Source

__all__ = ["read_json"]

_EXPECTED = "a ninjs item, or an object with 'text' or 'html', or an array of either"
# What answers of news services wrap their items in.
_WRAPPERS = ("data", "item", "items", "_items")
_DEEPEST = 5
_BODIES = ("body_xhtml", "body_html", "body_text", "bodies")
# Any of these makes an object a news item, though it may be one without text.
_MARKS = frozenset((*_BODIES, "headline", "headlines", "versioncreated", "firstcreated", "pubstatus"))
_OTHERS = frozenset(("picture", "graphic", "video", "audio", "animation", "photo", "image"))
# Roles of bodies and headlines that are not the article's own.
_BESIDE = frozenset((
    "summary", "abstract", "caption", "teaser", "description", "sub", "subhead", "subheadline", "subtitle", "short",
    "slug", "seo",
))  # fmt: skip


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
    others: dict[str, None] = {}
    yield from only_texts(source.name, _texts(zip(chain(first, items), names, strict=False), others), others)


def _texts(items: Iterable[tuple[Any, str]], others: dict[str, None]) -> Iterator[Article | ReadError]:
    """The articles of items with names; the kinds of items that are no texts are noted among the others."""
    for item, name in items:
        if is_record(item):
            yield attempted(name, read_record, item, name)
        elif (fields := _fields(item)).keys().isdisjoint(_MARKS):
            yield ReadError(name, f"is JSON of no known kind; expected {_EXPECTED}")
        elif (kind := _string(fields, "type")) in _OTHERS:
            others[kind] = None
        else:
            yield attempted(name, _article, fields, name)


def _items(value: Any, depth: int = 0) -> Iterator[Any]:
    """The items in arrays and in what services wrap around them."""
    if isinstance(value, list):
        for inner in value:
            yield from _items(inner, depth + 1) if depth < _DEEPEST else [inner]
        return
    fields = _fields(value)
    wrapped = next((fields[key] for key in _WRAPPERS if isinstance(fields.get(key), dict | list)), None)
    if wrapped is None or depth >= _DEEPEST or is_record(value) or not fields.keys().isdisjoint(_MARKS):
        yield value
    else:
        yield from _items(wrapped, depth + 1)


def _fields(item: Any) -> dict[str, Any]:
    """An item's fields under names in small letters: ninjs 1 and 2 write versioncreated, ninjs 3 versionCreated."""
    return {key.lower(): value for key, value in item.items()} if isinstance(item, Mapping) else {}


def _article(fields: Mapping[str, Any], name: str) -> Article:
    text = _body(fields)
    if not text and (files := _renditions(fields)):
        raise ReadError(name, f"holds no text, which is in other files ({', '.join(files)}); give one of those")
    return Item(
        name=name,
        id=_string(fields, "uri") or _string(fields, "guid") or _string(fields, "id") or None,
        url=_string(fields, "url") or None,
        text=text,
        headline=_headline(fields),
        title=one_line(_string(fields, "title")),
        published=first_moment(*(_string(fields, key) for key in ("firstcreated", "contentcreated", "versioncreated"))),
        modified=first_moment(_string(fields, "versioncreated")),
        language=_string(fields, "language") or None,
        source=_source(fields),
        bylines=_bylines(fields),
        dateline=_string(fields, "dateline"),
        located=place_names(place for located in _names(fields.get("located")) for place in located.split(", ")),
    ).article()


def _body(fields: Mapping[str, Any]) -> str:
    """The body: marked up where there is such a one, because plain ones have often lost their paragraphs."""
    bodies = [
        ("html", _string(fields, "body_xhtml")),
        ("html", _string(fields, "body_html")),
        ("text", _string(fields, "body_text")),
    ]
    bodies += [(_form(body), _string(body, "value")) for body in _parts(fields, "bodies")]
    for form, read in (("html", html_text), ("nitf", _nitf_text), ("text", mixed_text)):
        if text := next(filter(None, (read(value) for one, value in bodies if one == form and value)), ""):
            return text
    return ""


def _form(body: Mapping[str, Any]) -> str:
    """What a body is in: html, nitf, text, or another kind of XML that nobody reads."""
    stated = (_string(body, "contenttype") or _string(body, "role")).casefold()
    return next((form for form in ("html", "nitf", "xml") if form in stated), "text")


def _nitf_text(document: str) -> str:
    try:
        return body_text(parse_xml(Source(name="body", data=document.encode("utf-8", "replace"), encoding="utf-8")))
    except ReadError:
        return ""


def _headline(fields: Mapping[str, Any]) -> str:
    headlines = [_string(fields, "headline"), *(_string(part, "value") for part in _parts(fields, "headlines"))]
    return next(filter(None, map(one_line, headlines)), "")


def _parts(fields: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """The values of bodies or headlines, the main one first; those beside the article's own are left out."""
    value = fields.get(key)
    parts = [_fields(part) for part in value] if isinstance(value, list) else []
    own = [part for part in parts if _string(part, "role").casefold() not in _BESIDE]
    return sorted(own, key=lambda part: _string(part, "role").casefold() != "main")


def _source(fields: Mapping[str, Any]) -> str:
    keys = ("source", "provider", "infosources", "infosource", "copyrightholder")
    return next((name for key in keys for name in _names(fields.get(key))), "")


def _bylines(fields: Mapping[str, Any]) -> list[str]:
    """The byline, or else the authors who are no photographers or editors."""
    authors = fields.get("authors")
    writers = [author for author in authors if _is_writer(author)] if isinstance(authors, list) else []
    return [one_line(byline) for byline in _names(fields.get("byline") or fields.get("by") or writers)]


def _is_writer(author: Any) -> bool:
    return str(_fields(author).get("role") or "writer").casefold() in ("writer", "author", "reporter", "correspondent")


def _names(value: Any) -> list[str]:
    """The names in a field that may be a name, an object that has one, or several of either."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, list):
        return [name for part in value if not isinstance(part, list) for name in _names(part)]
    fields = _fields(value)
    named = (_string(fields, key).strip() for key in ("name", "literal", "value", "city"))
    return list(filter(None, named))[:1]


def _renditions(fields: Mapping[str, Any]) -> list[str]:
    """What the other files are that hold an item's text."""
    renditions = fields.get("renditions")
    if isinstance(renditions, Mapping):
        return list(map(str, renditions))
    return [_string(_fields(part), "name") or "a rendition" for part in renditions] if isinstance(renditions, list) else []


def _string(fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""
