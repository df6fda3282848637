"""Markup as the text that a reader sees, paragraph by paragraph."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree

from newsfacts.readers.markup.attributes import few_attributes
from newsfacts.readers.markup.elements import every, local, without_furniture
from newsfacts.readers.markup.xml_documents import FORBIDDEN

__all__ = ["html_text", "mixed_text", "one_line", "plain_line", "text_of", "with_tags", "words_at", "words_of"]


_TAG = re.compile(r"</?(?:p|br|div|span|b|i|em|strong|a|u|ul|ol|li|h[1-6]|table|blockquote|img|hr)\b[^<>]*>", re.IGNORECASE)
# Tags that were escaped: those that end something or stand alone, since a text about HTML may show one that begins something.
_ESCAPED_TAG = re.compile(r"&(?:amp;)*(?:lt|#60|#x3c);(?:/[a-z]{1,10}[1-6]?\s?&|[bh]r\s?/?\s?&|img\s)", re.IGNORECASE)
_MOST_ESCAPES = 3  # times that a program has escaped what was escaped
# A paragraph that begins with a tag: HTML that was escaped within HTML.
_TAG_FIRST = re.compile(r"(?:\A|\n)<(?:p|br|div|ul|ol|li|h[1-6]|table|blockquote|img)\b[^<>]*>", re.IGNORECASE)
_TWICE = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d?);")

_PARAGRAPHS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main",
    "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "block",
    "body.content", "body.head", "bq", "credit", "fn", "hedline", "hl1", "hl2", "lead", "nitf-table", "note",
))  # fmt: skip
_CELLS = frozenset(("td", "th"))
# What is no text of the article: code, controls, pictures with their captions (NITF: media).
_LEFT_OUT = frozenset((
    "applet", "audio", "button", "canvas", "embed", "figcaption", "frameset", "head", "iframe", "input", "link", "map",
    "math", "media", "meta", "nitf-table-metadata", "noembed", "noscript", "object", "option", "script", "select", "style",
    "svg", "template", "textarea",
    "title", "video",
))  # fmt: skip
# A figure with one of the first is a picture, unless it holds one of the second too.
_PICTURES, _FIGURED = ("{*}img", "{*}picture", "{*}video", "{*}iframe"), ("{*}table", "{*}blockquote", "{*}pre")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION = re.compile(r"(?:^|\s)(?:wp-caption-text|wp-element-caption|gallery-caption)(?:\s|$)")
_OPENING_MARKS = "«„“‚‘\"'‹»"
# White space that a browser joins into one space; no-break and thin spaces are the writer's own.
_SPACES = re.compile(r"[ \t\n\r\f]+")
_AT_MARGIN = re.compile(r"\n[^\s]")
_INDENT = re.compile(r"\n(?=[ \t]{2,}\S)|\n(?=[ \t\r]*\n)")
# Where a word may be broken, and byte order marks in mid-text: nothing that anybody reads.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
# The marks between pieces of text while they are gathered: of a paragraph, a line and a table's cell.
_PARAGRAPH, _LINE, _CELL = "\x1d", "\x1e", "\x1f"
_MARKS = re.compile(rf" ?([{_PARAGRAPH}{_LINE}{_CELL}](?:[ {_PARAGRAPH}{_LINE}{_CELL}]*[{_PARAGRAPH}{_LINE}{_CELL}])?) ?")


def text_of(element: etree._Element, *, typeset: bool = False) -> str:
    """The text of a piece of HTML, XHTML or NITF, as a browser shows it.

    Paragraphs, headings, list items and rows of tables are paragraphs, with an empty line between them; a line break is one,
    cells have a tab between them. White space within is single spaces; no-break and thin spaces stay. Scripts, hidden parts
    and pictures with their captions are left out.

    Args:
        element: The element that holds the text.
        typeset: Where lines stand both at the margin and indented, as on a wire, an indent and an empty line begin a paragraph.
    """
    return _joined("".join(_pieces(element, typeset)))


def html_text(fragment: str, *, typeset: bool = False) -> str:
    r"""The text of a piece of HTML, as `text_of` gives it.

    >>> html_text("<p>Раз &amp; два<br>три</p><ul><li>четыре</ul>")
    'Раз & два\nтри\n\nчетыре'
    """
    text = _rendered(with_tags(fragment), typeset)
    return _rendered(text, typeset) if _TAG_FIRST.search(text) else text


def _rendered(fragment: str, typeset: bool) -> str:
    cleaned = FORBIDDEN.sub("", fragment)
    if not cleaned.strip():
        return ""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<div>{few_attributes(cleaned)}</div>".encode(), parser)
    return "" if root is None else text_of(without_furniture(root), typeset=typeset)


def with_tags(fragment: str) -> str:
    """A piece of HTML that was escaped once too often or more, with its tags; any other piece as it is.

    >>> with_tags("&amp;lt;p&amp;gt;R&amp;amp;amp;D&amp;lt;/p&amp;gt;"), with_tags("&lt;p&gt; begins a paragraph")
    ('<p>R&amp;D</p>', '&lt;p&gt; begins a paragraph')
    """
    for _ in range(_MOST_ESCAPES):
        if _TAG.search(fragment) or not _ESCAPED_TAG.search(fragment):
            break
        fragment = html.unescape(fragment)
    return fragment


def words_at(element: etree._Element, path: str) -> str:
    """The words of the first element at a path that holds any, in one line; an empty string when there is none."""
    return next((text for found in every(element, path) if (text := words_of(found))), "")


def words_of(element: etree._Element) -> str:
    """All the words in an element, in one line."""
    return one_line("".join(map(str, element.itertext())))


def one_line(text: str) -> str:
    """A headline or a name as it reads, though it may be HTML: in one line, without tags."""
    plain = html_text(text) if _TAG.search(text) else _unescaped(_INVISIBLE.sub("", text))
    return _SPACES.sub(" ", plain).strip()


def plain_line(text: str) -> str:
    """Text of an attribute or of JSON as it reads: entities (often written twice) resolved, tags dropped, spaces joined."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = re.sub(r"</?[A-Za-z][^<>]*>", " ", text)
    return " ".join(text.split())


def mixed_text(text: str) -> str:
    """The text of a piece that is HTML or plain; tags in it decide which.

    In plain text an empty line ends a paragraph, and lines keep their ends without their indents.
    """
    if _TAG.search(text := with_tags(text)):
        return html_text(text, typeset=True)
    lines = (_SPACES.sub(" ", line).strip() for line in _unescaped(_INVISIBLE.sub("", text)).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _unescaped(text: str) -> str:
    """Text whose characters were escaped twice («o&#39;clock» in what a reader sees) with the characters themselves."""
    return _TWICE.sub(lambda escaped: html.unescape(escaped[0]), text) if "&" in text else text


def _pieces(root: etree._Element, typeset: bool) -> Iterator[str]:
    """Texts and marks in document order."""
    left_out: etree._Element | None = None
    preformatted = 0
    quotes: list[bool] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = local(element).lower()
        if event == "start":
            if left_out is None and _is_left_out(element, name) and element is not root:
                left_out = element
            if left_out is not None:
                continue
            preformatted += name == "pre"
            yield _mark(name)
            if name == "q":
                quotes.append(not _is_marked(element))
                yield "“" if quotes[-1] else ""
            yield _piece(element.text, preformatted, typeset)
        else:
            if event == "end" and left_out is None:
                preformatted -= name == "pre"
                if name == "q" and quotes.pop():
                    yield "”"
                yield "" if name == "br" else _mark(name)
            if left_out is element:
                left_out = None
            if left_out is None and element is not root:
                yield _piece(element.tail, preformatted, typeset)


def _is_marked(quote: etree._Element) -> bool:
    """Whether the writer has put quotation marks into a quotation that browsers give marks to, or nothing at all."""
    first = next((text for text in map(str, quote.itertext()) if not text.isspace()), "").lstrip()
    return first[:1] in _OPENING_MARKS


def _is_left_out(element: etree._Element, name: str) -> bool:
    if name in _LEFT_OUT or element.get("hidden") is not None:
        return True
    if name == "figure" and next(element.iter(*_PICTURES), None) is not None:
        return next(element.iter(*_FIGURED), None) is None
    if _HIDDEN.search(element.get("style") or "") is not None:
        return True
    return _CAPTION.search(element.get("class") or "") is not None


def _mark(name: str) -> str:
    if name in _PARAGRAPHS:
        return _PARAGRAPH
    if name in _CELLS:
        return _CELL
    return _LINE if name == "br" else ""


def _piece(text: str | None, preformatted: int, typeset: bool) -> str:
    if not text:
        return ""
    text = _unescaped(_INVISIBLE.sub("", text))
    if preformatted:
        text = text.replace("\n", _LINE)
    elif typeset and _AT_MARGIN.search(text):
        text = _INDENT.sub(_PARAGRAPH, text)
    return _SPACES.sub(" ", text)


def _joined(text: str) -> str:
    """Put white space in place of the marks, the strongest of each group; two line breaks begin a paragraph."""

    def space(marks: re.Match[str]) -> str:
        group = marks[1]
        if _PARAGRAPH in group or group.count(_LINE) > 1:
            return "\n\n"
        return "\n" if _LINE in group else "\t"

    joined = _MARKS.sub(space, _SPACES.sub(" ", text))
    return "\n\n".join(paragraph.strip(" \t\n") for paragraph in joined.split("\n\n") if not paragraph.isspace()).strip()
