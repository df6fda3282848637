"""The date of a dateline: its words, and its year from the day of publication where the words leave it out."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from newsfacts import Language, fold
from newsfacts_dateline.marks import DASH, SPACE
from newsfacts_dateline.parts import Line, Parts

__all__ = ["iso_date", "read_date", "with_date"]

_MARK = re.compile("[/-]")
_BEFORE_DASH = re.compile(rf"{SPACE}*(?:{DASH}|/)")
# A year that has a 29 February, for a date whose year is not known.
_LEAP_YEAR = 2000
# Years of two digits are of this century.
_CENTURY = 2000
# Digits are the same in all languages; dateparser must be named one that it knows, which ours need not be.
_DIGITS_OF = "en"
# An article may be dated ahead of its publication by as much as time zones and night desks make.
_AHEAD = timedelta(days=2)


def read_date(line: Line, at: int, gap: str, parts: Parts) -> Parts | None:
    """Read the date; after the agency behind a comma («ТАСС, 5 августа»), or between it and a dash («(PRWEB) July 5 --»)."""
    found = None if parts.day_month else line.lexicon.date.match(line.text, at, line.end)
    if not found or (parts.agencies and gap != "," and not _BEFORE_DASH.match(line.text, found.end(), line.end)):
        return None
    return with_date(parts, found, at)._replace(end=found.end())


def with_date(parts: Parts, found: re.Match[str], at: int) -> Parts:
    """The parts with a date that was found, and where it begins."""
    if found["numeric"]:
        words = _MARK.sub(".", found["numeric"])
    else:
        words = f"{found['day'] or found['day_turned']} {found['month'] or found['month_turned']}"
    return parts._replace(dated_at=at, day_month=words, year=found["year"] or found["year_turned"] or found["numeric_year"])


def iso_date(day_month: str, year: str | None, published: date | None, language: Language) -> str | None:
    """The date as ISO 8601, ``--MM-DD`` when no year can be known, None when there is no such day.

    Args:
        day_month: Day and month, without a year («29 сен», «01.12»).
        year: The year that the dateline gives, with two or four digits.
        published: The day of publication: without a year in the dateline its year counts, or the year before for a
            date that would lie ahead of it (31 December, published on 1 January).
        language: The language, for its months and the order of day and month in digits.
    """
    if year:
        found = _day(day_month, int(year) + _CENTURY * (len(year) == 2), language)
        return found.isoformat() if found else None
    found = _day(day_month, _LEAP_YEAR, language)
    if found is None:
        return None
    dated = _last_before(min(published, date.max - _AHEAD) + _AHEAD, found) if published else None
    return dated.isoformat() if dated else f"--{found:%m-%d}"


def _last_before(limit: date, day: date) -> date | None:
    """The last day of the same name that is not after a limit; None for a 29 February that is years away."""
    for year in (limit.year, limit.year - 1):
        try:
            dated = day.replace(year=year)
        except ValueError:  # 29 February in a common year
            continue
        if dated <= limit:
            return dated
    return None


@lru_cache(maxsize=4096)
def _day(day_month: str, year: int, language: Language) -> date | None:
    day, _, month = day_month.partition(" ")
    if not month:
        return _day_in_digits(f"{year}.{day_month}" if language.date_order.startswith("Y") else f"{day_month}.{year}", language)
    try:
        return date(year, language.months[fold(month)], int(day))
    except ValueError:  # the 31st of a shorter month
        return None


def _day_in_digits(digits: str, language: Language) -> date | None:
    """Have dateparser read a date in digits («10.12.2021»), day and month in the language's order; it is slow to load."""
    import dateparser

    settings = {"DATE_ORDER": language.date_order, "PARSERS": ["absolute-time"], "STRICT_PARSING": True}
    found = dateparser.parse(digits, languages=[_DIGITS_OF], settings=settings)
    return found.date() if found else None
