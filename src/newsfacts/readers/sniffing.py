"""Which format a source is in: its content decides, and its suffix only where the content leaves it open."""

from __future__ import annotations

import re

from newsfacts.errors import ReadError
from newsfacts.readers.encoding import wide_encoding
from newsfacts.source import Source

__all__ = ["DOCTYPE", "MISCELLANY", "QUOTED", "first_element", "sniff"]

_START = 4096  # bytes in which a null shows that a file is binary
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
# Suffixes of formats that the content alone may not show: one line of a file may be broken, a page may be a piece of one.
_JSON_LINES = frozenset((".jsonl", ".ndjson"))
_PAGES = frozenset((".html", ".htm", ".xhtml", ".shtml"))
# Each piece of these is recognised by its first characters, so there is one way only to match them, and time is linear.
QUOTED = r"""(?:"[^"]*"|'[^']*')"""
_COMMENT = r"<!--[^-]*(?:-(?!->)[^-]*)*"  # up to its end
_INSTRUCTION = r"<\?[^?]*(?:\?(?!>)[^?]*)*"
# What may stand before a document type.
MISCELLANY = rf"\s*(?:(?:{_COMMENT}-->|{_INSTRUCTION}\?>)\s*)*"
# A document type with its own declarations. Brackets in quotation marks and comments do not end it.
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
    lines = source.suffix in _JSON_LINES
    wide = wide_encoding(head)
    if head.startswith(_BINARY) or (b"\0" in head[:_START] and not wide and not lines):
        raise ReadError(source.name, "is a binary file, not text; extract its text first")
    if lines:
        return "jsonlines"
    start = _characters(head, wide)
    named = "json" if source.suffix == ".json" else "html" if source.suffix in _PAGES else "text"
    if start.startswith(("{", "[")):
        return _sniff_json(start if "\n" in start else _characters(source.data, wide)) or named
    if start.startswith("<"):
        return _sniff_markup(start, source, wide)
    return named


def first_element(text: str) -> re.Match[str] | None:
    """The beginning of the first element, with its ``name``, after a declaration, comments and document types."""
    return _ROOT.match(text)


def _characters(data: bytes, wide: str | None) -> str:
    """The characters from the first that is no white space; only those of ASCII are sure to be right."""
    return data.removeprefix(b"\xef\xbb\xbf").decode(wide or "latin-1", "ignore").removeprefix("\ufeff").lstrip()


def _sniff_json(text: str) -> str | None:
    """JSON Lines where the first line looks whole and more follows; None where it only begins with a bracket."""
    first, _, rest = text.partition("\n")
    if first.rstrip().endswith("}") and re.match(r'\{\s*"', first) and rest.lstrip().startswith("{"):
        return "jsonlines"
    return "json" if re.match(r"\{\s*[\"}]|\[\s*[\[{\]]", text) else None


def _sniff_markup(start: str, source: Source, wide: str | None) -> str:
    if re.match(r"<!DOCTYPE\s+html", start, re.IGNORECASE):
        return "html"
    root = first_element(start)
    if root is None or root.end() == len(start):  # the prologue may be longer than the beginning that is known
        root = first_element(_characters(source.data, wide))
    name = root["name"].casefold() if root else ""
    if name in _FORMATS:
        return _FORMATS[name]
    if start.startswith("<?xml") or source.suffix == ".xml":
        kind = f"its root <{root['name']}>" if root else "no root element"
        raise ReadError(source.name, f"is XML of no known news format ({kind}); known are RSS, Atom, NewsML, NITF and XHTML")
    return "html" if root and source.suffix in _PAGES else "text"
