"""Datelines that stand in an element of their own: their words, unless they only say when."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from newsfacts.readers.dates import read_moment
from newsfacts.readers.markup.rendering import plain_line, text_of
from newsfacts.readers.words import alternatives, words

__all__ = ["dateline_words", "has_dateline_class", "is_dateline"]

_DATELINE = re.compile(r"(?:^|[\s_-])date-?line(?:$|[\s_-])", re.IGNORECASE)
# What begins or ends a dateline and is none of its words.
_MARKS = " —–-|"
_LETTERS = re.compile(r"[^\W\d_]{2}")
# Names of time zones, by their form («BST», «CEST») or of the standards, and the marks of ISO 8601.
_ZONES = ("[A-Z]{1,2}[SDM]?T", "UTC", "[tz]")


def dateline_words(text: str) -> str | None:
    """The words of a dateline element; None for one that is empty or only says when.

    >>> dateline_words("BERGEN, Norway (CP) —"), dateline_words("Tue, 6 May 2025 11:20 BST")
    ('BERGEN, Norway (CP)', None)
    """
    dateline = plain_line(text).strip(_MARKS)
    return dateline if _LETTERS.search(_stamp().sub(" ", dateline)) and read_moment(dateline) is None else None


def has_dateline_class(element: etree._Element) -> bool:
    """Whether an element's class names it a dateline."""
    return _DATELINE.search(element.get("class") or "") is not None


def is_dateline(element: etree._Element) -> bool:
    """Whether an element is marked as a dateline and says more than when."""
    marked = has_dateline_class(element) or element.get("itemprop") == "dateline"
    return marked and dateline_words(text_of(element)) is not None


@cache
def _stamp() -> re.Pattern[str]:
    """A word of a stamp that names no place: of «Published: Tue 6 May 2025, 11.20 am BST»."""
    dates = words().dates
    stamps = (*dates.weekdays, *dates.labels, *dates.stamps, *dates.zones, *_ZONES)
    return re.compile(rf"\b{alternatives(stamps)}\b", re.IGNORECASE)
