"""Pages without an article: those of locked, moved or missing ones, and those that only link elsewhere."""

from __future__ import annotations

import re
from functools import cache

from newsfacts.errors import ReadError
from newsfacts.readers.page.paragraphs import sentences
from newsfacts.readers.words import alternatives, words
from newsfacts.source import Source

__all__ = ["refuse_without_article"]

# A page that says no more than this, and all of it to its visitor about a lock or a lack, is a notice and no article.
_NOTICE_LENGTH = 600


@cache
def _notice() -> re.Pattern[str]:
    """What a locked or a missing page says."""
    return re.compile(alternatives(words().page.notices), re.IGNORECASE)


@cache
def _address() -> re.Pattern[str]:
    """A word with which such a page addresses its visitor."""
    return re.compile(rf"\b{alternatives(words().page.address)}\b", re.IGNORECASE)


def refuse_without_article(paragraphs: list[str], source: Source, *, whole: bool) -> None:
    """Refuse what is no article.

    Raises:
        ReadError: There is no text, no sentence, or only the notice of a locked or a missing page.
    """
    if not paragraphs:
        raise ReadError(source.name, "holds no text of an article; give the page as a browser shows it, after its scripts ran")
    if not whole:
        return
    said = sentences([line for paragraph in paragraphs for line in paragraph.split("\n")])
    if not said:
        raise ReadError(source.name, "holds no article, only links and labels; give the page of one article")
    if sum(map(len, said)) < _NOTICE_LENGTH and all(_notice().search(line) and _address().search(line) for line in said):
        raise ReadError(source.name, "holds no article, only a notice (login, subscription or error); give the article's page")
