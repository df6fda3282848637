"""The date of a dateline: its words, and the publication day where they leave out the year."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from newsfacts import Language, fold

__all__ = ["iso_date"]

_DAY_AND_MONTH = re.compile(r"(\d{1,2})\s+([^\W\d_]+)\.?")
# 29 February must be a day of the year that stands in for an unknown one.
_LEAP_YEAR = 2000
# An article may be dated ahead of its publication by as much as time zones and night desks make.
_AHEAD = timedelta(days=2)


def iso_date(day_month: str, year: str | None, published: date | None, language: Language) -> str | None:
    """The date as ISO 8601, ``--MM-DD`` when no year can be known, None when the words are no date.

    Args:
        day_month: Day and month, without a year («29 сен», «01.12»).
        year: The year that the dateline gives, with two or four digits.
        published: The day of publication: without a year in the dateline its year counts, or the year before for a
            date that would lie ahead of it (31 December, published on 1 January).
        language: Tells the months.
    """
    if year:
        found = _parse(day_month, int(year) + 2000 * (len(year) == 2), language)
        return found.isoformat() if found else None
    found = _parse(day_month, _LEAP_YEAR, language)
    if found is None:
        return None
    for candidate in (published.year + 1, published.year, published.year - 1) if published else ():
        try:
            dated = found.replace(year=candidate)
        except ValueError:  # 29 February in a common year
            continue
        if published and dated - published <= _AHEAD:
            return dated.isoformat()
    return f"--{found:%m-%d}"


@lru_cache(maxsize=4096)
def _parse(day_month: str, year: int, language: Language) -> date | None:
    """Read a clean date string; nothing relative, nothing filled in from today."""
    words = _DAY_AND_MONTH.fullmatch(day_month)
    month = language.months.get(fold(words[2])) if words else None
    if words is None or month is None:
        return _parse_by_library(day_month, year, language.code)
    try:
        return date(year, month, int(words[1]))
    except ValueError:  # the 31st of a shorter month
        return None


def _parse_by_library(day_month: str, year: int, language: str) -> date | None:
    """Read what is not simply a day and a month of the language's own; takes long to load, so it is asked last."""
    import dateparser

    separator = "." if day_month.replace(".", "").isdigit() else " "
    settings = {"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"], "STRICT_PARSING": True}
    found = dateparser.parse(f"{day_month}{separator}{year}", languages=[language], settings=settings)
    return found.date() if found else None
