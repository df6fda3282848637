"""Pages without an article: empty ones, lists of links, and notices that an article is locked, moved or missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsfacts.errors import ReadError
from newsfacts.readers.page.paragraphs import sentences
from newsfacts.readers.words import alternatives, words
from newsfacts.source import Source

__all__ = ["refuse_without_article"]

_NOTICE_LENGTH = 600  # characters; a notice is shorter, and each of its sentences is addressed to the visitor
# A page of so many teasers is a list of articles, though sentences of so many characters stand beside them.
_TEASERS, _FLASH = 3, 250


@cache
def _notice() -> re.Pattern[str]:
    """What the page of a locked or a missing article says."""
    return re.compile(alternatives(words().page.notices), re.IGNORECASE)


@cache
def _address() -> re.Pattern[str]:
    """A word by which such a page addresses its visitor."""
    return re.compile(rf"\b{alternatives(words().page.address)}\b", re.IGNORECASE)


def refuse_without_article(paragraphs: list[str], source: Source, *, whole: bool, teasers: Sequence[str], dated: bool) -> None:
    """Refuse a page without an article.

    Args:
        paragraphs: The text that was found.
        source: The page.
        whole: Whether it is a whole page; a piece of one may be a label or a notice, somebody has chosen it.
        teasers: The teasers of other articles that were left out of it.
        dated: Whether its metadata say when an article of its own was published.

    Raises:
        ReadError: There is no text, no sentence, only teasers of articles, or only the notice of a locked or a missing page.
    """
    found = sentences([line for paragraph in paragraphs for line in paragraph.split("\n")])
    length, of_teasers = sum(map(len, found)), sum(map(len, teasers))
    is_list = len(teasers) >= _TEASERS and sum(map(len, paragraphs)) < of_teasers
    if is_list and not dated and length < min(_FLASH, of_teasers / 2):
        raise ReadError(source.name, f"holds no article, only teasers of {len(teasers)}; give the page of one of them")
    if not paragraphs:
        raise ReadError(source.name, "holds no text of an article; give the page as a browser shows it, after its scripts ran")
    if not whole:
        return
    if not found:
        raise ReadError(source.name, "holds no article, only links and labels; give the page of one article")
    if length < _NOTICE_LENGTH and all(_notice().search(line) and _address().search(line) for line in found):
        raise ReadError(source.name, "holds no article, only a notice (login, subscription or error); give the article's page")
