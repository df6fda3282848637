"""The text of a page's article, without menus and advertising around and within it: trafilatura's work, checked and mended."""

from __future__ import annotations

import re
from configparser import ConfigParser
from functools import cache
from itertools import dropwhile, takewhile

from lxml import etree, html

from newsfacts.readers.markup.rendering import text_of
from newsfacts.readers.page.live import live_text
from newsfacts.readers.page.metadata import Metadata
from newsfacts.readers.page.paragraphs import sentences, split_paragraphs
from newsfacts.readers.page.tidying import tidy

__all__ = ["paragraphs_of"]

_SHORT = 250  # characters; trafilatura's own least length of an article
_MUCH_OF = 0.7  # a flash is preferred when it has this share of the sentences that trafilatura finds at any length
_MUCH_MORE = 2  # the metadata's text is preferred to a page's own when it is so many times as long


def paragraphs_of(tree: html.HtmlElement, metadata: Metadata) -> list[str]:
    """The paragraphs of a page's article.

    Args:
        tree: The parsed page, which is changed.
        metadata: The page's metadata; the text in them is taken where a script, and not the page, shows it to the reader.
    """
    tidy(tree)
    live = live_text(tree, metadata.headline)
    text = _extract(tree, metadata.headline) if live is None else live
    shown = _ordered(split_paragraphs(text, metadata.headline), tree)
    if metadata.body is None:
        return shown
    stated = split_paragraphs(re.sub(r"\s*\n\s*", "\n\n", metadata.body), metadata.headline)
    is_longer = sum(map(len, stated)) > _MUCH_MORE * sum(map(len, shown))
    return stated if is_longer or " ".join(stated).split() == " ".join(shown).split() else shown


def _ordered(paragraphs: list[str], tree: html.HtmlElement) -> list[str]:
    """The paragraphs in the order of the page: trafilatura moves text that stands between elements (trafilatura#476)."""
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
    """The text that trafilatura takes for the article's, or a flash.

    When it finds too little, trafilatura gives everything else on the page. A short article is therefore what follows the
    headline, unless trafilatura finds much more than that when it is allowed to give any length.
    """
    text = _extracted(tree, _SHORT)
    if len(text) >= _SHORT:
        return text
    flash, other = _after(headline, tree), _extracted(tree, 1)
    return flash if _sentences_length(flash) >= _MUCH_OF * _sentences_length(other) else other


def _sentences_length(text: str) -> int:
    return sum(map(len, sentences(text.split("\n"))))


def _extracted(tree: html.HtmlElement, least: int) -> str:
    """The text by trafilatura's fast method; empty when it gives all lines of the page, which are no article.

    Its other methods (justext) take quadratic time.

    Args:
        tree: The tidied page.
        least: The least length of an article.
    """
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
    """The text of trafilatura's tree, whose elements get the names of HTML again."""
    for element in body.iter():
        if element.tag == "quote":  # set apart, or within a paragraph
            parent = element.getparent()
            element.tag = "span" if parent is not None and parent.tag in ("p", "item", "cell") else "blockquote"
        else:
            element.tag = _HTML_NAMES.get(str(element.tag), element.tag)
    return text_of(body)


def _after(headline: str | None, tree: html.HtmlElement) -> str:
    """The first sentences after the headline, up to the next label: the whole of a flash, an article of one paragraph."""
    article = tree.find(".//article")
    lines = [line.strip() for line in text_of(tree if article is None else article).split("\n") if line.strip()]
    if headline in lines:
        lines = lines[lines.index(headline) + 1 :]
    elif article is None:
        return ""
    from_first = dropwhile(lambda line: not sentences([line]), lines)
    return "\n\n".join(takewhile(lambda line: sentences([line]), from_first))
