"""ninjs 1.x to 3.x, the IPTC's news items in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsfacts.article import Article
from newsfacts.errors import ReadError
from newsfacts.readers.item import Item, first_moment, place_names
from newsfacts.readers.markup.rendering import html_text, mixed_text, one_line
from newsfacts.readers.markup.xml_documents import parse_xml
from newsfacts.readers.newsml.nitf import body_text
from newsfacts.source import Source

__all__ = ["fields_of", "is_item", "kind_without_text", "read_item"]

_BODIES = ("body_xhtml", "body_html", "body_text", "bodies")
# Any of these makes an object a news item, though it may be one without text.
_MARKS = frozenset((*_BODIES, "headline", "headlines", "versioncreated", "firstcreated", "pubstatus"))
_OTHERS = frozenset(("picture", "graphic", "video", "audio", "animation", "photo", "image"))
# Roles of bodies and headlines that are not the article's own.
_BESIDE = frozenset((
    "summary", "abstract", "caption", "teaser", "description", "sub", "subhead", "subheadline", "subtitle", "short",
    "slug", "seo",
))  # fmt: skip


def fields_of(item: Any) -> dict[str, Any]:
    """An item's fields under names in small letters: ninjs 1 and 2 write versioncreated, ninjs 3 versionCreated."""
    return {key.lower(): value for key, value in item.items()} if isinstance(item, Mapping) else {}


def is_item(fields: Mapping[str, Any]) -> bool:
    """Whether fields are those of a news item, though it may be one without text."""
    return not fields.keys().isdisjoint(_MARKS)


def kind_without_text(fields: Mapping[str, Any]) -> str | None:
    """What an item is that is no text (a picture, a video); None for a text."""
    kind = _string(fields, "type")
    return kind if kind in _OTHERS else None


def read_item(fields: Mapping[str, Any], name: str) -> Article:
    """Read a news item.

    Args:
        fields: Its fields, as `fields_of` gives them.
        name: What errors call it.

    Raises:
        ReadError: It has no text, or its text is in other files.
    """
    text = _body(fields)
    if not text and (files := _renditions(fields)):
        raise ReadError(name, f"holds no text, which is in other files ({', '.join(files)}); give one of those")
    text = text or _description(fields)
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
    return _first_text(bodies)


def _description(fields: Mapping[str, Any]) -> str:
    """The description, which is all the text of an item with an empty body."""
    own = [("html", _string(fields, "description_html")), ("text", _string(fields, "description_text"))]
    parts = map(fields_of, listed) if isinstance(listed := fields.get("descriptions"), list) else ()
    return _first_text([*own, *((_form(part), _string(part, "value")) for part in parts)])


def _first_text(bodies: list[tuple[str, str]]) -> str:
    """The first text among values in the forms that `_form` gives, the richest form first."""
    for form, read in (("html", html_text), ("nitf", _nitf_text), ("text", mixed_text)):
        if text := next(filter(None, (read(value) for one, value in bodies if one == form and value)), ""):
            return text
    return ""


def _form(body: Mapping[str, Any]) -> str:
    """The form of a body: html, nitf, text, or another kind of XML, which is not read."""
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
    parts = [fields_of(part) for part in value] if isinstance(value, list) else []
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
    return str(fields_of(author).get("role") or "writer").casefold() in ("writer", "author", "reporter", "correspondent")


def _names(value: Any) -> list[str]:
    """The names in a field that may be a name, an object that has one, or several of either."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, list):
        return [name for part in value if not isinstance(part, list) for name in _names(part)]
    fields = fields_of(value)
    named = (_string(fields, key).strip() for key in ("name", "literal", "value", "city"))
    return list(filter(None, named))[:1]


def _renditions(fields: Mapping[str, Any]) -> list[str]:
    """What the other files are that hold an item's text."""
    renditions = fields.get("renditions")
    if isinstance(renditions, Mapping):
        return list(map(str, renditions))
    return [_string(fields_of(part), "name") or "a rendition" for part in renditions] if isinstance(renditions, list) else []


def _string(fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""
