"""Which format a source is in: told by its content first, by its suffix only where content leaves it open."""

from __future__ import annotations

import re

from newsfacts.article import Source
from newsfacts.errors import ReadError

__all__ = ["DOCTYPE", "MISCELLANY", "QUOTED", "sniff"]

_START = 4096
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")  # byte order marks of UTF-16 and UTF-32, and XML in UTF-16 without one
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_JSON_LINES = frozenset((".jsonl", ".ndjson"))
_PAGES = frozenset((".html", ".htm", ".xhtml", ".shtml"))
# Each of these is matched in one way only, so no step is ever taken twice: every piece is known by how it begins.
QUOTED = r"""(?:"[^"]*"|'[^']*')"""
_COMMENT = r"<!--[^-]*(?:-(?!->)[^-]*)*"  # up to its end
_INSTRUCTION = r"<\?[^?]*(?:\?(?!>)[^?]*)*"
# What may stand before a document type.
MISCELLANY = rf"\s*(?:(?:{_COMMENT}-->|{_INSTRUCTION}\?>)\s*)*"
# A document type with its own declarations. What quotation marks and comments hold ends nothing.
_OWN = rf"(?:{QUOTED}|{_COMMENT}(?:-->|\Z)|{_INSTRUCTION}(?:\?>|\Z)|<(?!!--|\?))"
DOCTYPE = (
    rf"<!DOCTYPE\b[^\[>\"']*(?:{QUOTED}[^\[>\"']*)*"
    rf"(?:\[(?P<own>[^\]\"'<]*(?:{_OWN}[^\]\"'<]*)*)\]\s*)?>"
)
# The first element, after a declaration, comments and document types.
_ROOT = re.compile(rf"{MISCELLANY}(?:{DOCTYPE}{MISCELLANY})*<(?:[\w.-]+:)?(?P<name>[\w.-]+)", re.IGNORECASE)
# Elements that a page, or a piece of one, begins with.
_HTML = (
    "html", "head", "body", "article", "main", "section", "div", "p", "h1", "h2",
    "title", "meta", "link", "script", "style", "table", "span", "a",
)  # fmt: skip
_FORMATS = {
    "rss": "feed",
    "rdf": "feed",
    "feed": "feed",
    "entry": "feed",
    "newsmessage": "newsml-g2",
    "newsitem": "newsml-g2",
    "packageitem": "newsml-g2",
    "newsml": "newsml-1",
    "nitf": "nitf",
} | dict.fromkeys(_HTML, "html")


def sniff(source: Source) -> str:
    """The name of the reader that a source is for: jsonlines, json, text, html, feed, newsml-g2, newsml-1 or nitf.

    Raises:
        ReadError: It is empty, it is no text, or it is XML of an unknown kind.
    """
    head = source.head
    if len(head) < source.HEAD and not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise ReadError(source.name, "is empty; an article needs text")
    lines = source.suffix in _JSON_LINES  # of which one may be broken
    if not head.startswith(_WIDE) and (head.startswith(_BINARY) or (b"\0" in head[:_START] and not lines)):
        raise ReadError(source.name, "is a binary file, not text; extract its text first")
    start = _start(head)
    if lines:
        return "jsonlines"
    if start.startswith(("{", "[")):
        return _sniff_json(start, source)
    if start.startswith("<"):
        return _sniff_markup(start, source)
    return "html" if source.suffix in _PAGES else "text"


def _start(head: bytes) -> str:
    """The first characters, near enough to see marks and names in ASCII."""
    encoding = "utf-16-be" if head.startswith(b"\0") else "utf-16" if head.startswith(_WIDE) else "latin-1"
    return head.removeprefix(b"\xef\xbb\xbf")[: _START * 4].decode(encoding, "ignore").lstrip()


def _sniff_json(start: str, source: Source) -> str:
    """JSON Lines where the first line looks whole and more follows; text where it only begins with a bracket."""
    known = source.head if b"\n" in source.head else source.data
    first, _, rest = known.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if first.rstrip().endswith(b"}") and re.match(rb'\{\s*"', first) and rest.lstrip().startswith(b"{"):
        return "jsonlines"
    return "json" if re.match(r"\{\s*[\"}]|\[\s*[\[{\]]", start) else "text"


def _sniff_markup(start: str, source: Source) -> str:
    if re.match(r"<!DOCTYPE\s+html", start, re.IGNORECASE):
        return "html"
    root = _ROOT.match(start)
    name = root["name"].casefold() if root else ""
    if name in _FORMATS:
        return _FORMATS[name]
    if start.startswith("<?xml") or source.suffix == ".xml":
        kind = f"its root <{root['name']}>" if root else "no root element"
        raise ReadError(source.name, f"is XML of no known news format ({kind}); known are RSS, Atom, NewsML, NITF and XHTML")
    return "html" if root and source.suffix in _PAGES else "text"
