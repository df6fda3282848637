"""The headline of a page's article among its headings and titles, which hold the publisher's name too."""

from __future__ import annotations

import re

from lxml import etree

from newsfacts.language import fold
from newsfacts.readers.markup.rendering import plain_line, text_of
from newsfacts.readers.page.surroundings import is_beside

__all__ = ["comparable", "page_title", "shown_headline", "without_publisher"]

_SEPARATOR = re.compile(r"\s+(?:[|•·»—–-]|::|//)\s+")
_SITE_WORDS = 5  # the most that an end of a title may have to be a site's name


def comparable(text: str) -> str:
    """A text's letters and digits, to compare it by."""
    return "".join(character for character in fold(text) if character.isalnum())


def shown_headline(tree: etree._Element, stated: list[str], source: str | None) -> str | None:
    """The heading that is most like the titles that the page states; None for a page without a heading of its article.

    Args:
        tree: The parsed page.
        stated: The headlines that its metadata give.
        source: The publisher's name, which is no headline.
    """
    headings = (" ".join(text_of(heading).split()) for heading in tree.iter("h1") if not is_beside(heading))
    shown = [text for text in headings if text and comparable(text) != comparable(source or "")]
    titles = [set(_words(title)) for title in (*stated, page_title(tree, source))]

    def likeness(text: str) -> float:
        return max((len(title.intersection(_words(text))) / max(len(title), 1) for title in titles), default=0.0)

    return max(shown, key=likeness, default=None)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def page_title(tree: etree._Element, source: str | None) -> str:
    """The title element's words without the site's name, which is known, or is the shorter end of the title."""
    title = plain_line(tree.findtext(".//title") or "")
    stripped = without_publisher(title, source)
    breaks = list(_SEPARATOR.finditer(title))
    if stripped == title and breaks:
        head, tail = title[: breaks[0].start()], title[breaks[-1].end() :]
        if len(tail) <= len(head) and len(tail.split()) <= _SITE_WORDS:
            return title[: breaks[-1].start()]
        if len(head) < len(tail) and len(head.split()) <= _SITE_WORDS:
            return title[breaks[0].end() :]
    return stripped


def without_publisher(title: str, source: str | None) -> str:
    """A title without the publisher's name at its end or its beginning."""
    breaks = list(_SEPARATOR.finditer(title)) if source else []
    if breaks and comparable(title[breaks[-1].end() :]).startswith(comparable(source or "")):
        return title[: breaks[-1].start()]
    if breaks and comparable(title[: breaks[0].start()]) == comparable(source or ""):
        return title[breaks[0].end() :]
    return title
