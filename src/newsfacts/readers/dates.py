"""Days and moments as feeds and agencies write them: ISO 8601, RFC 822 and the IPTC's basic forms.

These forms have a fixed order of their parts, so regular expressions of this module read them. dateparser, one of the
libraries of newsfacts, is not used here: it takes a bare number, a weekday or a time of day for a date, completes it from the
present day, and needs a tenth of a second to start. Plugins use it for days in running text, in the language of the article.
"""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, timedelta, timezone
from reprlib import repr as shortened
from typing import Any

from newsfacts.article import iso_moment
from newsfacts.characters import whole
from newsfacts.errors import ReadWarning
from newsfacts.readers.words import words

__all__ = ["day_of", "read_moment", "read_stated_moment"]

_TIME = r"(?P<hour>\d{1,2})(?P<colon>:?)(?P<minute>\d\d)(?:(?P=colon)(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
_ZONE = r"\s*(?P<zone>[A-Za-z]{1,5})?(?P<offset>[+\-−]\d{1,2}(?::?\d\d)?)?(?:\s*\([^()]*\))?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})(?P<dash>-?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)"
    rf"(?:(?:[Tt]|\s+){_TIME}{_ZONE}|[Zz]|[+-]\d\d:?\d\d)?"
)
_RFC = re.compile(
    r"(?:[A-Za-z]+\.?,?\s+)?(?P<day>\d{1,2})[\s-]+(?P<month>[A-Za-z]{3,9})\.?,?[\s-]+(?P<year>\d{4}|\d\d)"
    rf"(?:,?\s+{_TIME}{_ZONE})?"
)
_MONTH_LETTERS = 3  # so many tell the months apart
_FRACTION_DIGITS = 6  # of a second; a datetime holds no finer ones
_LAST_SECOND = 59  # a leap second is given as the one before it
_CENTURY_BREAK = 50  # years of two digits from here on are of the century before, as in RFC 2822


def read_moment(text: str | None) -> date | None:
    """The day or the moment of a feed's date.

    Of a time of day without a zone, or with one that `newsfacts.readers.words` does not have, only the day is given.

    Args:
        text: A date in ISO 8601, its basic form without dashes included, or in the form of RFC 822 with lenient zones.

    Returns:
        An aware `datetime`, a `date`, or None for anything else, days that do not exist included.

    >>> read_moment("Mon, 29 Sep 2025 10:05:00 +03:00").isoformat()
    '2025-09-29T10:05:00+03:00'
    >>> read_moment("20140829T134951+0000").isoformat(), read_moment("2014-08-29T13:49").isoformat()
    ('2014-08-29T13:49:51+00:00', '2014-08-29')
    """
    line = " ".join((text or "").split())
    found = _ISO.fullmatch(line) or _RFC.fullmatch(line)
    if found is None:
        return None
    try:
        day = date(_year(found["year"]), _month(found["month"]), int(found["day"]))
        zone = _zone(found["zone"], found["offset"])
        if found["hour"] is None or zone is None:
            return day
        fraction = int((found["fraction"] or "0")[:_FRACTION_DIGITS].ljust(_FRACTION_DIGITS, "0"))
        hour, minute, second = int(found["hour"]), int(found["minute"]), min(int(found["second"] or 0), _LAST_SECOND)
        return datetime(day.year, day.month, day.day, hour, minute, second, fraction, tzinfo=zone)
    except ValueError:
        return None


def day_of(moment: date) -> date:
    """The day of a moment; a day is its own."""
    return moment.date() if isinstance(moment, datetime) else moment


def read_stated_moment(value: Any, name: str, field: str) -> date | None:
    """The day or the moment of publication that a source states; one that cannot be read costs a warning, not the article.

    Args:
        value: A string in ISO 8601, where a moment may have no zone, or as `read_moment` reads it; None when none is stated.
        name: What the warning calls the source.
        field: What the warning calls the value's place in the source.

    Returns:
        The moment; None, with a `ReadWarning`, for a value that is none.
    """
    if value is None:
        return None
    moment = _moment(value) if isinstance(value, str) else None
    if moment is None:
        problem = f"{name}: {field} is {shortened(value)}, which is no ISO 8601 date; the article is read without it"
        warnings.warn(whole(problem), ReadWarning, stacklevel=3)
    return moment


def _moment(text: str) -> date | None:
    try:
        return iso_moment(text)
    except ValueError:
        return read_moment(text)


def _year(digits: str) -> int:
    """The year; two digits are read as RFC 2822 has it."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < _CENTURY_BREAK else 1900)


def _month(name: str) -> int:
    """The month's number.

    Raises:
        ValueError: There is no such month.
    """
    number = int(name) if name.isdigit() else words().dates.months.get(name[:_MONTH_LETTERS].casefold())
    if number is None:
        raise ValueError(f"{name!r} is no month")
    return number


def _zone(name: str | None, offset: str | None) -> timezone | None:
    """The zone of a name («EST»), of an offset («+02:00», «+3»), or of both («GMT+0300»); None when unknown."""
    if offset:
        digits = offset[1:].replace(":", "")
        hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
        distance = timedelta(hours=hours, minutes=minutes)
        return timezone(distance if offset[0] == "+" else -distance)
    hours_east = words().dates.zones.get(name.casefold()) if name else None
    return None if hours_east is None else timezone(timedelta(hours=hours_east))
