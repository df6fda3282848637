"""The text of a page's article, without what stands around and within it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from configparser import ConfigParser
from functools import cache
from itertools import dropwhile, takewhile

from lxml import etree, html

from newsfacts.readers.bylines import person_names
from newsfacts.readers.datelines import dateline_words, is_dateline
from newsfacts.readers.markup.rendering import text_of
from newsfacts.readers.page.metadata import Metadata
from newsfacts.readers.words import alternatives, words

__all__ = ["paragraphs_of", "sentences", "split_paragraphs"]

# Elements that show no text of the article.
_APART = (
    "nav", "aside", "footer", "button", "amp-ad", "amp-sticky-ad", "amp-embed", "amp-sidebar", "amp-social-share",
    "amp-consent", "amp-list", "amp-next-page", "amp-user-notification", "amp-timeago", "amp-iframe", "template", "noindex",
)  # fmt: skip
# The length of a box within the article's text at most.
_BOX_LENGTH = 500
_BLOCKS = frozenset(("p", "div", "li", "section", "aside", "ul", "ol", "td", "figure", "h2", "h3", "h4", "h5", "h6", "span"))
_LINK_SHARE = 0.6
_LINK_LENGTH = 12
# The text of a table cell from which on a table is not one of data but a layout.
_CELL_LENGTH = 300
_SHORT = 250  # trafilatura's own least length of an article
_MUCH_OF = 0.7
# Elements within a line; all others begin one.
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "input",
    "ins", "kbd", "label", "mark", "nobr", "noscript", "s", "samp", "script", "small", "span", "strike", "strong", "style",
    "sub", "sup", "svg", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
# Of these no element may have more than so many children: trafilatura takes them away and then, for each piece of text between
# them, reads all that stands after it.
_DISSOLVED = _INLINE.difference(("br", "img", "input", "noscript", "script", "style", "svg", "wbr"))
_MOST_INLINE = 500
_CONTAINERS = ("body", "main", "article", "section", "div", "blockquote", "header", "center", "form")
# What may hold paragraphs, rightly or not.
_HOLDERS = (*_CONTAINERS, "p", "pre", "font", "span", "b", "i", "em", "strong")
_SENTENCE_END = re.compile(r"[.!?…][»”\"'’)\]]*$|[»”\"]$")
# A byline that stands as a paragraph has no figure, dash or bracket, as datelines have.
_BYLINE_WORDS = 8
_PLAIN = re.compile(r"[^\d()—–/«»\"]+")
_TIME = re.compile(r"^[^\t]{0,40}\b\d{1,2}[.:/]\d\d\b[^\t]{0,40}$")
# An article has at least one sentence; so many words are one.
_SENTENCE_WORDS = 5


def paragraphs_of(tree: html.HtmlElement, metadata: Metadata) -> list[str]:
    """The article's paragraphs, or what the metadata give as its text where the page shows none (a script does)."""
    _prepare(tree)
    shown = _ordered(split_paragraphs(_extract(tree, metadata.headline), metadata.headline), tree)
    if metadata.body is None:
        return shown
    told = split_paragraphs(re.sub(r"\s*\n\s*", "\n\n", metadata.body), metadata.headline)
    more = sum(map(len, told)) > 2 * sum(map(len, shown))
    return told if more or " ".join(told).split() == " ".join(shown).split() else shown


def _ordered(paragraphs: list[str], tree: html.HtmlElement) -> list[str]:
    """The paragraphs in the order of the page; text that stands between elements can have been moved (trafilatura#476)."""
    page = "".join(tree.text_content().split())
    places, end = [], 0
    for squeezed in ("".join(paragraph.split()) for paragraph in paragraphs):
        place = page.find(squeezed, end)
        places.append(place if place >= 0 else page.find(squeezed))
        end = place + len(squeezed) if place >= 0 else end
    if -1 in places or places == sorted(places):
        return paragraphs
    return [paragraph for _, paragraph in sorted(zip(places, paragraphs, strict=True), key=lambda placed: placed[0])]


def _extract(tree: html.HtmlElement, headline: str | None) -> str:
    """The text that trafilatura takes for the article's.

    Where that is shorter than it expects it gives whatever else the page has. So a short article is what follows the headline,
    unless trafilatura finds much more when any length will do.
    """
    text = _extracted(tree, _SHORT)
    if len(text) >= _SHORT:
        return text
    flash, other = _after(headline, tree), _extracted(tree, 1)
    return flash if _told(flash) >= _MUCH_OF * _told(other) else other


def _told(text: str) -> int:
    return sum(map(len, sentences(text.split("\n"))))


def _extracted(tree: html.HtmlElement, least: int) -> str:
    """The text by trafilatura's fast way: its fallbacks take quadratic time (justext), and a dump of all lines is no text."""
    from trafilatura import bare_extraction

    document = bare_extraction(
        tree, fast=True, include_comments=False, include_tables=True, include_formatting=False, config=_settings(least)
    )
    if document is None or isinstance(document, dict) or document.body is None:
        return ""
    dumped = any("\n" in (paragraph.text or "").strip() for paragraph in document.body.iter("p"))
    return "" if dumped else _text(document.body)


@cache
def _settings(least: int) -> ConfigParser:
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(least))
    return config


# trafilatura's elements are those of TEI; these are the same of HTML.
_HTML_NAMES = {"head": "h2", "list": "ul", "item": "li", "row": "tr", "cell": "td", "lb": "br", "hi": "span", "ref": "span"}


def _text(body: etree._Element) -> str:
    for element in body.iter():
        if element.tag == "quote":  # set apart, or within a paragraph
            parent = element.getparent()
            element.tag = "span" if parent is not None and parent.tag in ("p", "item", "cell") else "blockquote"
        else:
            element.tag = _HTML_NAMES.get(str(element.tag), element.tag)
    return text_of(body)


def _after(headline: str | None, tree: html.HtmlElement) -> str:
    """The first sentences after the headline, up to the next label: so a page shows a flash of one paragraph."""
    article = tree.find(".//article")
    lines = [line.strip() for line in text_of(tree if article is None else article).split("\n") if line.strip()]
    if headline in lines:
        lines = lines[lines.index(headline) + 1 :]
    elif article is None:
        return ""
    from_first = dropwhile(lambda line: not sentences([line]), lines)
    return "\n\n".join(takewhile(lambda line: sentences([line]), from_first))


def _prepare(tree: html.HtmlElement) -> None:
    """Take out what trafilatura would leave in, and mend what it would lose."""
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
    # A class such as «meta» or «byline» would lose a dateline that stands in an element of its own (python-goose#218).
    for element in tree.iter("span", "b", "strong", "em", "i", "p", "div"):
        if is_dateline(element):
            for inside in element.iter():
                inside.attrib.clear()


def _make_paragraphs(tree: html.HtmlElement) -> None:
    """Put into paragraphs what stands loose beside blocks, and what line breaks keep apart: two in a row, or one and an indent.

    Such text trafilatura would join, move or repeat.
    """
    for element in [*tree.iter("pre")]:
        element.text, *lines = (element.text or "").split("\n")
        endings = [html.Element("br") for _ in lines]
        for ending, line in zip(endings, lines, strict=True):
            ending.tail = line
        element[:0] = endings
    for element in reversed([*tree.iter(*_HOLDERS)]):  # inner ones first: what holds blocks is a block itself
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
    """An element's content in pieces: each block by itself, and each run of text and inline elements between them."""
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
    """Give an element the pieces as its children, those that are no blocks as paragraphs."""
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
    """Make a table that lays a page out what it shows: one block beside the other."""
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
        if linked >= max(_LINK_SHARE * len(text), _LINK_LENGTH) and not _SENTENCE_END.search(text):
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


def split_paragraphs(text: str, headline: str | None) -> list[str]:
    """The text's paragraphs, without the headline, which stands apart, without labels, and without the byline before them."""
    paragraphs = []
    for paragraph in re.split(r"\n{2,}", text):
        lines = [line.strip() for line in paragraph.split("\n")]
        kept = [line for line in lines if line != headline and not _is_label(line)]
        if kept:
            paragraphs.append("\n".join(kept))
    return paragraphs[_byline_length(paragraphs) :]


def _byline_length(paragraphs: list[str]) -> int:
    """How many paragraphs at the beginning only name who wrote it: a name, and the roles after it."""
    length = 0
    for paragraph in paragraphs:
        named = not _SENTENCE_END.search(paragraph) and len(paragraph.split()) <= _BYLINE_WORDS and _PLAIN.fullmatch(paragraph)
        if not named or not (length or person_names(paragraph)):
            break
        length += 1
    return length if length < len(paragraphs) else 0


@cache
def _label() -> re.Pattern[str]:
    """A line that is nothing but the label of a box or of a button, or a notice of rights."""
    page = words().page
    forms = (
        rf"{alternatives(page.labels)}[.:…]?",
        rf"{alternatives(page.openings)}\b.{{0,250}}",
        r"(?:©|\(c\)).{0,200}",
        rf".{{0,80}}\b{alternatives(page.rights)}\b.{{0,200}}",
        *page.imprints,
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def _is_label(line: str) -> bool:
    """A line that is a box's label, a button, or a stamp of the time."""
    if not any(map(str.isalnum, line)):
        return True
    return _label().fullmatch(line) is not None or (_TIME.search(line) is not None and dateline_words(line) is None)


def sentences(lines: list[str]) -> list[str]:
    """The lines that are running text: of several words, with an end."""
    return [line for line in lines if len(line.split()) >= _SENTENCE_WORDS and _SENTENCE_END.search(line)]
