"""A page made ready for trafilatura: without what it would leave in, with paragraphs where it would join or move text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree, html

from newsfacts.readers.datelines import is_dateline
from newsfacts.readers.page.paragraphs import ends_sentence
from newsfacts.readers.words import alternatives, words

__all__ = ["tidy"]

# Elements that hold no text of the article.
_APART = (
    "nav", "aside", "footer", "button", "amp-ad", "amp-sticky-ad", "amp-embed", "amp-sidebar", "amp-social-share",
    "amp-consent", "amp-list", "amp-next-page", "amp-user-notification", "amp-timeago", "amp-iframe", "template", "noindex",
)  # fmt: skip
_BOX_LENGTH = 500  # characters of a box within an article at most; what is longer and named like a box holds the article
_BLOCKS = frozenset(("p", "div", "li", "section", "aside", "ul", "ol", "td", "figure", "h2", "h3", "h4", "h5", "h6", "span"))
# A block of which this share is links, and so many characters at least, leads to other articles; a shorter one may be a name.
_LINK_SHARE, _LINK_LENGTH = 0.6, 12
_CELL_LENGTH = 300  # characters; a table with a longer cell is no table of data but lays out the page
# Elements within a line; all others begin one.
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "input",
    "ins", "kbd", "label", "mark", "nobr", "noscript", "s", "samp", "script", "small", "span", "strike", "strong", "style",
    "sub", "sup", "svg", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
# Trafilatura takes these away and then, for each piece of text between them, reads all that follows it: its time is quadratic
# in their number within an element. An element that has more of them than this keeps only their text.
_DISSOLVED = _INLINE.difference(("br", "img", "input", "noscript", "script", "style", "svg", "wbr"))
_MOST_INLINE = 500
_CONTAINERS = ("body", "main", "article", "section", "div", "blockquote", "header", "center", "form")
# Elements in which pages put paragraphs, though HTML forbids it in some.
_HOLDERS = (*_CONTAINERS, "p", "pre", "font", "span", "b", "i", "em", "strong")


def tidy(tree: html.HtmlElement) -> None:
    """Take out of a page what trafilatura would leave in, and mend what it would lose."""
    for element in [*tree.iter(*_APART)]:
        element.drop_tree()
    for element in [*tree.iter("q")]:
        element.text = f"“{element.text or ''}"
        element.tail = f"”{element.tail or ''}"
        element.tag = "span"
    for element in [*tree.iter("table")]:
        if any(len(cell.text_content()) > _CELL_LENGTH for cell in element.iter("td", "th")):
            _lay_out(element)
    for element in [*_boxes(tree)]:
        if element.getparent() is not None:
            element.drop_tree()
    _make_paragraphs(tree)
    for element in [*tree.iter(*_HOLDERS, "li", "td", "th")]:
        if sum(child.tag in _DISSOLVED for child in element) > _MOST_INLINE:
            _dissolve(element)
    # Of elements with a class such as «meta» or «byline» the text is dropped, though it be a dateline (python-goose#218).
    for element in tree.iter("span", "b", "strong", "em", "i", "p", "div"):
        if is_dateline(element):
            for inside in element.iter():
                inside.attrib.clear()


def _make_paragraphs(tree: html.HtmlElement) -> None:
    """Put text into paragraphs that lies between blocks, or that line breaks separate: two in a row, or one and an indent.

    Trafilatura would join, move or repeat such text.
    """
    for element in [*tree.iter("pre")]:
        element.text, *lines = (element.text or "").split("\n")
        endings = [html.Element("br") for _ in lines]
        for ending, line in zip(endings, lines, strict=True):
            ending.tail = line
        element[:0] = endings
    for element in reversed([*tree.iter(*_HOLDERS)]):  # inner ones first: an element with blocks becomes a block
        runs = _runs(element)
        if len(runs) > 1:
            element.tag = element.tag if element.tag in _CONTAINERS else "div"
            _rebuild(element, runs)


def _dissolve(element: html.HtmlElement) -> None:
    """Leave only the text of the inline elements in an element, each stretch of it in one piece."""
    etree.strip_tags(element, *_DISSOLVED)
    element.text = element.text
    for inside in element.iterdescendants():
        inside.text, inside.tail = inside.text, inside.tail


_Run = list["str | html.HtmlElement"]


def _runs(element: html.HtmlElement) -> list[_Run]:
    """An element's content in runs: each block is one, and so are the text and the inline elements between two blocks."""
    runs: list[_Run] = [[element.text or ""]]
    for child in element:
        tail = child.tail or ""
        if child.tag not in _INLINE:
            runs += [[child], [tail]]
        elif child.tag == "br" and (_is_indented(tail) or _ends_with_break(runs[-1])):
            runs.append([tail])
        else:
            runs[-1] += [child, tail]
    return [run for run in runs if any(part.strip() if isinstance(part, str) else part.tag != "br" for part in run)]


def _is_indented(text: str) -> bool:
    """Whether a text begins with an indent of no-break spaces."""
    rest = text.lstrip()
    return bool(rest) and text[: len(text) - len(rest)].count("\u00a0") > 1


def _ends_with_break(run: _Run) -> bool:
    return len(run) > 1 and not str(run[-1]).strip() and not isinstance(run[-2], str) and run[-2].tag == "br"


def _rebuild(element: html.HtmlElement, runs: list[_Run]) -> None:
    """Give an element its runs as children, those that are no blocks as paragraphs."""
    element.text = None
    for child in [*element]:
        element.remove(child)
    for run in runs:
        if len(run) == 1 and not isinstance(run[0], str):
            run[0].tail = None
            element.append(run[0])
            continue
        paragraph = html.Element("p")
        element.append(paragraph)
        last: html.HtmlElement | None = None
        for part in run:
            if not isinstance(part, str):
                last = part
                paragraph.append(last)
                last.tail = None
            elif last is None:
                paragraph.text = part
            else:
                last.tail = part


def _lay_out(table: html.HtmlElement) -> None:
    """Turn a table that lays out a page into blocks."""
    for element in table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th"):
        element.tag = "div"


def _boxes(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Short blocks that are named as boxes, and blocks that are links to other articles."""
    blocks: dict[html.HtmlElement, int] = {}
    for element in tree.iter():
        if element.tag == "a":
            block = next((above for above in element.iterancestors() if above.tag in _BLOCKS), None)
            if block is not None:
                blocks[block] = blocks.get(block, 0) + len(element.text_content().strip())
        elif element.tag in _BLOCKS and _is_box(element):
            yield element
    for block, linked in blocks.items():
        text = block.text_content().strip()
        if linked >= max(_LINK_SHARE * len(text), _LINK_LENGTH) and not ends_sentence(text):
            yield block


@cache
def _box() -> re.Pattern[str]:
    """The name of a box, in the class or the id of a block."""
    page = words().page
    return re.compile(rf"{alternatives(page.boxes)}|(?:^|[\s_-]){alternatives(page.box_names)}(?:$|[\s_-])", re.IGNORECASE)


def _is_box(element: html.HtmlElement) -> bool:
    if not _box().search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        return False
    if len(element.text_content()) > _BOX_LENGTH or element.find(".//h1") is not None:
        return False
    return not any(inside.get("itemprop") == "articleBody" for inside in element.iter())
