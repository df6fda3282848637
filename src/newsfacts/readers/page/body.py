"""The text of a page's article, without what stands around and within it."""

from __future__ import annotations

import re
from configparser import ConfigParser
from functools import cache
from itertools import dropwhile, takewhile

from lxml import etree, html

from newsfacts.readers.markup.rendering import text_of
from newsfacts.readers.page.metadata import Metadata
from newsfacts.readers.page.paragraphs import sentences, split_paragraphs
from newsfacts.readers.page.tidying import tidy

__all__ = ["paragraphs_of"]

_SHORT = 250  # trafilatura's own least length of an article
_MUCH_OF = 0.7


def paragraphs_of(tree: html.HtmlElement, metadata: Metadata) -> list[str]:
    """The article's paragraphs, or what the metadata give as its text where the page shows none (a script does)."""
    tidy(tree)
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
