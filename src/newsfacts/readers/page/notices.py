"""Pages without an article: empty ones, lists of links, and notices that an article is locked, moved or missing."""

from __future__ import annotations

import re
from functools import cache

from newsfacts.errors import ReadError
from newsfacts.readers.page.paragraphs import sentences
from newsfacts.readers.words import alternatives, words
from newsfacts.source import Source

__all__ = ["refuse_without_article"]

_NOTICE_LENGTH = 600  # characters; a notice is shorter, and each of its sentences is addressed to the visitor


@cache
def _notice() -> re.Pattern[str]:
    """What the page of a locked or a missing article says."""
    return re.compile(alternatives(words().page.notices), re.IGNORECASE)


@cache
def _address() -> re.Pattern[str]:
    """A word by which such a page addresses its visitor."""
    return re.compile(rf"\b{alternatives(words().page.address)}\b", re.IGNORECASE)


def refuse_without_article(paragraphs: list[str], source: Source, *, whole: bool) -> None:
    """Refuse a page without an article.

    Args:
        paragraphs: The text that was found.
        source: The page.
        whole: Whether it is a whole page; a piece of one may be a label or a notice, somebody has chosen it.

    Raises:
        ReadError: There is no text, no sentence, or only the notice of a locked or a missing page.
    """
    if not paragraphs:
        raise ReadError(source.name, "holds no text of an article; give the page as a browser shows it, after its scripts ran")
    if not whole:
        return
    found = sentences([line for paragraph in paragraphs for line in paragraph.split("\n")])
    if not found:
        raise ReadError(source.name, "holds no article, only links and labels; give the page of one article")
    if sum(map(len, found)) < _NOTICE_LENGTH and all(_notice().search(line) and _address().search(line) for line in found):
        raise ReadError(source.name, "holds no article, only a notice (login, subscription or error); give the article's page")
