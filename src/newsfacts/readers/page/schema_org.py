"""Things that a page describes in the vocabulary of schema.org; JSON-LD and microdata become mappings of one form."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from lxml import etree

from newsfacts.readers.markup.rendering import plain_line, text_of

__all__ = ["Node", "json_ld", "listed", "microdata", "texts", "types", "with_whole_scripts"]

Node = Mapping[str, Any]

_DEEPEST = 12  # levels of nested things that are read; pages have three or four
_SCRIPT = re.compile(r"<script\b([^<>]{0,1000})>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script\b", re.IGNORECASE)
# Where the strings of JSON begin and end, what is escaped in them, and an end of a script, which in a string is none.
_JSON_TOKEN = re.compile(r"\\.|\"|</script\b", re.IGNORECASE | re.DOTALL)
# A string, which may lack its end, or commas outside of strings and the bracket on either side of them.
_STRING_OR_COMMAS = re.compile(
    r'(?P<string>"[^"\\]*(?:\\.[^"\\]*)*"?)|(?P<opening>[{\[]\s*)?,(?:\s*,)*(?=\s*(?P<closing>[}\]])?)', re.DOTALL
)
# What ends a string of JSON: the end of a value, be it behind a comma too many, or the comma before the next name; after a name
# and in a list more do.
_VALUE_END = re.compile(r'\s{0,100}(?:,?\s{0,100}[}\]]|\Z|,\s{0,100}"[^"]{1,100}"\s{0,100}:)')
_OTHER_END = re.compile(r"\s{0,100}[:,}\]]")
_BEFORE_VALUE, _MOST_BEFORE = re.compile(r":\s{0,100}\Z"), 101
_REFERENCE = 2  # the most properties of a thing that only refers to another one: its id and its type
_MOST_MENDED = 20  # scripts of a page that may have to be read twice
# The most pieces of text and characters of a name, a headline or a date.
_MOST_PIECES, _LONGEST = 100, 5000
_CDATA = re.compile(r"(?:(?://|/\*)[ \t]{0,9})?(?:<!\[CDATA\[|\]\]>)\s*(?:\*/)?|\A\s*<!--|-->(?=\s*\Z)")
# Properties whose value may be the page's article: a graph of things, and the main subject of a page or a site.
_NESTING = ("@graph", "mainEntity", "mainEntityOfPage")
# Properties that show that those around them describe an article.
_LOOSE = frozenset(("headline", "articleBody", "datePublished"))


def listed(value: Any) -> list[Any]:
    """A property's values: none, one or several."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def texts(value: Any, depth: int = 0) -> Iterator[str]:
    """The strings of a property: its own, the names of its things, and the values of texts with a language."""
    for item in listed(value):
        if isinstance(item, str):
            if line := plain_line(item):
                yield line
        elif isinstance(item, dict) and depth < _DEEPEST:
            yield from texts(item.get("@value") or item.get("name"), depth + 1)


def types(node: Node) -> frozenset[str]:
    """A thing's types without their vocabulary («schema:NewsArticle», «http://schema.org/NewsArticle»)."""
    named = (text for value in listed(node.get("@type")) if isinstance(value, str) for text in value.split())
    return frozenset(re.split(r"[/:#]", text)[-1] for text in named)


def json_ld(tree: etree._Element) -> Iterator[Node]:
    """The things that a page's JSON-LD describes; a block that is no JSON is passed over.

    In the place of a thing that only refers to another one by ``@id`` the other one is given.
    """
    found: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(_things(_load(script.text or "")))
    known = {node["@id"]: node for node in found if isinstance(node.get("@id"), str) and len(node) > _REFERENCE}
    for node in found:
        yield {name: _resolved(value, known) for name, value in node.items()}


def with_whole_scripts(page: str) -> str:
    """The page with those ends of scripts escaped that stand in strings of JSON, where a parser would cut the script short."""
    pieces, done, looked, mended = [], 0, 0, 0
    for script in _SCRIPT.finditer(page):
        start = script.end()
        if "json" not in script[1].lower() or start < looked or mended == _MOST_MENDED:
            continue
        looked, cut_short = _json_end(page, start)
        if cut_short:
            mended += 1
            if _load(page[start:looked]) is None:  # its quotation marks are not JSON's, so the parser is right
                looked = start
            else:
                pieces += [page[done:start], _SCRIPT_END.sub(lambda end: f"<\\{end[0][1:]}", page[start:looked])]
                done = looked
    return "".join([*pieces, page[done:]])


def _json_end(page: str, start: int) -> tuple[int, bool]:
    """Where a script of JSON ends, outside of its strings, and whether a parser would end it earlier."""
    inside = cut_short = False
    for token in _JSON_TOKEN.finditer(page, start):
        if token[0] == '"':
            inside = not inside
        elif token[0].startswith("<") and not inside:
            return token.start(), cut_short
        elif token[0].startswith("<"):
            cut_short = True
    return len(page), cut_short


def _load(text: str) -> Any:
    """A block's value, without the comments that pages put around it and commas too many; None when it is no JSON."""
    text = _CDATA.sub("", text).strip().rstrip(";")
    if re.match(r"[{\[]\s*&quot;", text):
        text = html.unescape(text)
    for mended in (str, _without_commas_too_many, _with_escaped_marks):
        try:
            return json.loads(mended(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _without_commas_too_many(text: str) -> str:
    """JSON with one comma where there are several, and none behind an opening bracket or before a closing one."""
    return _STRING_OR_COMMAS.sub(lambda found: found["string"] or found["opening"] or ("" if found["closing"] else ","), text)


def _with_escaped_marks(text: str) -> str:
    """JSON with those quotation marks escaped that can neither begin nor end a string: a template has put in a plain text."""
    pieces, done = [], 0
    ends: re.Pattern[str] | None = None  # what must follow the end of the string that has begun
    for token in _JSON_TOKEN.finditer(text):
        if token[0] != '"':
            continue
        if ends is None:
            ends = _VALUE_END if _BEFORE_VALUE.search(text, max(token.start() - _MOST_BEFORE, 0), token.start()) else _OTHER_END
        elif ends.match(text, token.end()):
            ends = None
        else:
            pieces += [text[done : token.start()], '\\"']
            done = token.end()
    return _without_commas_too_many("".join([*pieces, text[done:]]))


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
    """A property's values, references replaced by the things that they refer to."""
    items = []
    for item in listed(value):
        id_ = item.get("@id") if isinstance(item, dict) else None
        items.append(known.get(id_, item) if isinstance(id_, str) and len(item) <= _REFERENCE else item)
    return items


def microdata(tree: etree._Element) -> Iterator[Node]:
    """The things that a page's microdata describe; last, properties that belong to no thing, as those of an article."""
    things: dict[etree._Element | None, dict[str, Any]] = {}
    scopes: dict[etree._Element | None, etree._Element | None] = {}  # the thing that an element is or is in
    for element in tree.iter():
        names, scoped = element.get("itemprop"), element.get("itemscope") is not None
        owner = scopes.get(element.getparent())
        scopes[element] = element if scoped else owner
        if scoped:
            things.setdefault(element, {})["@type"] = element.get("itemtype") or ""
        if names:
            for name in names.split():
                value = things[element] if scoped else _property(element, name)
                things.setdefault(owner, {}).setdefault(name, []).append(value)
    loose = things.pop(None, {})
    yield from things.values()
    if not _LOOSE.isdisjoint(loose):
        yield {**loose, "@type": "Article"}


def _property(element: etree._Element, name: str) -> str:
    stated = element.get("content") or element.get("datetime") or (element.get("title") if element.tag == "abbr" else None)
    if stated:
        return stated
    if name in ("url", "mainEntityOfPage"):
        return element.get("href") or ""
    return text_of(element) if name != "articleBody" and _is_short(element) else ""


def _is_short(element: etree._Element) -> bool:
    """Whether an element's text is short enough for a name, a headline or a date; to read nested long ones is quadratic."""
    pieces = list(islice(element.itertext(), _MOST_PIECES))
    return len(pieces) < _MOST_PIECES and sum(map(len, pieces)) <= _LONGEST
