"""Things that a page describes with the words of schema.org, in JSON-LD or in microdata: both become the same mappings."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from newsfacts.readers.markup import text_of

__all__ = ["Node", "json_ld", "listed", "microdata", "texts", "types", "words"]

Node = Mapping[str, Any]

_DEEPEST = 12  # levels of nested things that are looked into
_CDATA = re.compile(r"(?://|/\*)?\s*(?:<!\[CDATA\[|\]\]>)\s*(?:\*/)?|\A\s*<!--|-->\s*\Z")
# Where another thing may stand that is the page's own: in a graph, or as what the page or the site is about.
_NESTING = ("@graph", "mainEntity", "mainEntityOfPage")
_LOOSE = frozenset(("headline", "articleBody", "datePublished"))


def words(text: str) -> str:
    """Text of an attribute or of JSON as it reads: entities (often written twice) resolved, tags dropped, spaces joined."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = re.sub(r"</?[A-Za-z][^<>]*>", " ", text)
    return " ".join(text.split())


def listed(value: Any) -> list[Any]:
    """A property's values: none, one or several."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def texts(value: Any, depth: int = 0) -> Iterator[str]:
    """The strings of a property, those of its things' names and of texts with a language included."""
    for item in listed(value):
        if isinstance(item, str):
            if words(item):
                yield words(item)
        elif isinstance(item, dict) and depth < _DEEPEST:
            yield from texts(item.get("@value") or item.get("name"), depth + 1)


def types(node: Node) -> frozenset[str]:
    """A thing's types without their vocabulary («schema:NewsArticle», «http://schema.org/NewsArticle»)."""
    named = (text for value in listed(node.get("@type")) if isinstance(value, str) for text in value.split())
    return frozenset(re.split(r"[/:#]", text)[-1] for text in named)


def json_ld(tree: etree._Element) -> Iterator[Node]:
    """The things that a page's JSON-LD describes; a block that cannot be read is passed over.

    A thing that only refers to another one by ``@id`` is given as that other one.
    """
    found: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(_things(_load(script.text or "")))
    known = {node["@id"]: node for node in found if isinstance(node.get("@id"), str) and len(node) > 2}
    for node in found:
        yield {name: _resolved(value, known) for name, value in node.items()}


def _load(text: str) -> Any:
    """A block's value, without the wrappings that pages put around it; None when it cannot be read."""
    text = _CDATA.sub("", text).strip().rstrip(";")
    if re.match(r"[{\[]\s*&quot;", text):
        text = html.unescape(text)
    for attempt in (text, re.sub(r",(?=\s*[}\]])", "", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(value: Any, depth: int = 0) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    for item in listed(value):
        if isinstance(item, list):
            yield from _things(item, depth + 1)
        elif isinstance(item, dict):
            yield item
            for key in _NESTING:
                yield from _things(item.get(key), depth + 1)


def _resolved(value: Any, known: Mapping[str, Node]) -> list[Any]:
    """A property's values with the things that they refer to in their places."""
    items = []
    for item in listed(value):
        id_ = item.get("@id") if isinstance(item, dict) else None
        items.append(known.get(id_, item) if isinstance(id_, str) and len(item) <= 2 else item)
    return items


def microdata(tree: etree._Element) -> Iterator[Node]:
    """The things that a page's microdata describe, and last, as an article, properties that belong to no thing."""
    things: dict[etree._Element | None, dict[str, Any]] = {}
    for element in tree.iter():
        names, scoped = element.get("itemprop"), element.get("itemscope") is not None
        if scoped:
            things.setdefault(element, {})["@type"] = element.get("itemtype") or ""
        if names:
            owner = next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
            for name in names.split():
                value = things[element] if scoped else _property(element, name)
                things.setdefault(owner, {}).setdefault(name, []).append(value)
    loose = things.pop(None, {})
    yield from things.values()
    if not _LOOSE.isdisjoint(loose):
        yield {**loose, "@type": "Article"}


def _property(element: etree._Element, name: str) -> str:
    stated = element.get("content") or element.get("datetime")
    if stated:
        return stated
    if name in ("url", "mainEntityOfPage"):
        return element.get("href") or ""
    return "" if name == "articleBody" else text_of(element)
