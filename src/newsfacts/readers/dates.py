"""Days and moments as feeds, pages, agencies and records write them.

ISO 8601 and the IPTC's basic forms have a fixed order of their parts, so a regular expression reads them. In all others (RFC
822, JavaScript's, «12.05.2024», "May 12, 2024, 10:30 am") the time of day is found first, and weekdays and words such as
"published" are taken away: a string is a date when nothing but a day, a month and a year is left.

dateparser, one of the libraries of newsfacts, is not used here: it takes a bare number, a weekday or a time of day for a date,
completes it from the present day, and needs a tenth of a second to start. Plugins use it for days in running text, in the
language of the article.
"""

from __future__ import annotations

import re
import warnings
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from reprlib import repr as shortened
from typing import Any

from newsfacts.article import iso_moment
from newsfacts.characters import whole
from newsfacts.errors import ReadWarning
from newsfacts.readers.words import alternatives, words

__all__ = ["day_of", "read_moment", "read_stated_moment"]

_TIME = r"(?P<hour>\d{1,2})(?P<colon>:?)(?P<minute>\d\d)(?:(?P=colon)(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
_ZONE = r"\s*(?P<zone>[A-Za-z]{1,5})?(?P<offset>[+\-−]\d{1,2}(?::?\d\d)?)?(?:\s*\([^()]*\))?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})(?P<dash>-?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)"
    rf"(?:(?:[Tt]|\s+){_TIME}{_ZONE}|[Zz]|[+-]\d\d:?\d\d)?"
)
# How days are written in digits, and what may stand between the parts of one with the month in words.
_DIGITS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_BETWEEN = re.compile(r"[\s,./-]+")
_MARKS = " ,.:;|•·—–-"
_LONGEST = 100  # characters of a date, with a weekday in words and a remark on its zone
_MONTH_LETTERS = 3  # so many tell the months apart
_FRACTION_DIGITS = 6  # of a second; a datetime holds no finer ones
_LAST_SECOND = 59  # a leap second is given as the one before it
_CENTURY_BREAK = 50  # years of two digits from here on are of the century before, as in RFC 2822
_YEAR_DIGITS, _MONTHS, _NOON = 4, 12, 12
# Seconds since 1970 as programs store moments, from 1990 to 2100; numbers a thousand times as large count milliseconds.
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d+)?")
_EPOCH_SECONDS, _MILLISECONDS = range(631_152_000, 4_102_444_800), 1000


def read_moment(text: str | None) -> date | None:
    """The day or the moment of a date in digits, or with an English or a Russian month.

    Of a time of day without a zone, or with one that `newsfacts.readers.words` does not have, only the day is given. Digits
    have the day first («12.05.2024», «12/05/2024»), unless that cannot be («05/25/2024»).

    Args:
        text: A date and nothing else but a weekday, a time of day and words such as «published»: in ISO 8601, its basic form
            without dashes, the form of RFC 822 with lenient zones, JavaScript's, or as a page shows it to its readers.

    Returns:
        An aware `datetime`, a `date`, or None for anything else, days that do not exist included.

    >>> read_moment("Mon, 29 Sep 2025 10:05:00 +03:00").isoformat()
    '2025-09-29T10:05:00+03:00'
    >>> read_moment("20140829T134951+0000").isoformat(), read_moment("2014-08-29T13:49").isoformat()
    ('2014-08-29T13:49:51+00:00', '2014-08-29')
    >>> read_moment("29 сентября 2025, 10:05 (МСК)").isoformat(), read_moment("Sept. 29, 2025 at 10 am").isoformat()
    ('2025-09-29T10:05:00+03:00', '2025-09-29')
    """
    line = " ".join((text or "").split())
    found = _ISO.fullmatch(line)
    try:
        if found:
            return _moment(date(int(found["year"]), int(found["month"]), int(found["day"])), found)
        return _written(line) if any(map(str.isdigit, line)) and len(line) <= _LONGEST else None
    except ValueError:  # there is no such day or hour
        return None


def day_of(moment: date) -> date:
    """The day of a moment; a day is its own."""
    return moment.date() if isinstance(moment, datetime) else moment


def read_stated_moment(value: Any, name: str, field: str) -> date | None:
    """The day or the moment of publication that a source states; one that cannot be read costs a warning, not the article.

    Args:
        value: A string in ISO 8601, where a moment may have no zone, or as `read_moment` reads it; or the seconds or
            milliseconds since 1970, in digits or as a number; None when none is stated.
        name: What the warning calls the source.
        field: What the warning calls the value's place in the source.

    Returns:
        The moment; None, with a `ReadWarning`, for a value that is none.
    """
    if value is None:
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    moment = _stated(value) if isinstance(value, str) else _since_1970(shortened(value)) if is_number else None
    if moment is None:
        problem = f"{name}: {field} is {shortened(value)}, which is no ISO 8601 date; the article is read without it"
        warnings.warn(whole(problem), ReadWarning, stacklevel=3)
    return moment


def _stated(text: str) -> date | None:
    if moment := _since_1970(text.strip()):  # before ISO 8601, which could have such digits too
        return moment
    try:
        return iso_moment(text)
    except ValueError:
        return read_moment(text)


def _since_1970(digits: str) -> datetime | None:
    """The moment that some digits count the seconds or milliseconds to; None for other digits."""
    found = _EPOCH.fullmatch(digits)
    number = int(found[1]) if found else 0
    seconds = number if number < _EPOCH_SECONDS.stop else number // _MILLISECONDS
    return datetime.fromtimestamp(seconds, UTC) if seconds in _EPOCH_SECONDS else None


def _moment(day: date, clock: re.Match[str], hours_later: int = 0) -> date:
    """The moment of a day at a time; the day itself where there is no time, or no zone that is known.

    Args:
        day: The day.
        clock: The parts of the time, by name.
        hours_later: What an hour of the afternoon is to be moved by.

    Raises:
        ValueError: There is no such hour, minute or second.
    """
    zone = _zone(clock["zone"], clock["offset"])
    if clock["hour"] is None or zone is None:
        return day
    fraction = int((clock["fraction"] or "0")[:_FRACTION_DIGITS].ljust(_FRACTION_DIGITS, "0"))
    hour, minute, second = (
        int(clock["hour"]) + hours_later,
        int(clock["minute"] or 0),
        min(int(clock["second"] or 0), _LAST_SECOND),
    )
    return datetime(day.year, day.month, day.day, hour, minute, second, fraction, tzinfo=zone)


def _written(line: str) -> date | None:
    """The moment of a string in another form than ISO 8601; None when there is more in it than a date.

    Raises:
        ValueError: There is no such day or hour.
    """
    clock = _clock().search(line)
    rest = f"{line[: clock.start()]} {line[clock.end() :]}" if clock else line
    day = _day(_beside().sub(" ", rest).strip(_MARKS))
    if day is None or clock is None:
        return day
    half, is_twelve = (clock["half"] or "").casefold(), int(clock["hour"]) == _NOON
    return _moment(day, clock, _NOON if half == "p" and not is_twelve else -_NOON if half == "a" and is_twelve else 0)


def _day(text: str) -> date | None:
    """The day of a string that is one; None for another string.

    Raises:
        ValueError: There is no such day.
    """
    digits = _DIGITS.fullmatch(text)
    if digits:
        first, mark, second, third = digits.groups()
        if len(first) == _YEAR_DIGITS:
            return date(int(first), int(second), int(third))
        if len(third) != _YEAR_DIGITS and (mark != "." or len(third) != 2):  # «05-06-07» may be anything
            return None
        is_month_first = mark == "/" and int(second) > _MONTHS
        return date(_year(third), *map(int, (first, second) if is_month_first else (second, first)))
    parts = _BETWEEN.split(text)
    months = [(place, number) for place, part in enumerate(parts) if (number := _month(part)) is not None]
    numbers = [part for part in parts if part.isdecimal() and part.isascii()]
    if len(parts) != 3 or len(months) != 1 or len(numbers) != 2:
        return None
    (place, month), (first, second) = months[0], numbers
    if place == 1 and len(first) == _YEAR_DIGITS:
        first, second = second, first
    if len(first) > 2 or len(second) not in (2, _YEAR_DIGITS) or place == 2 or (place == 0 and len(second) == 2):
        return None
    return date(_year(second), month, int(first))


def _year(digits: str) -> int:
    """The year; two digits are read as RFC 2822 has it."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < _CENTURY_BREAK else 1900)


def _month(name: str) -> int | None:
    """The number of the month that a word names; None when it names none."""
    return words().dates.months.get(name[:_MONTH_LETTERS].casefold())


@cache
def _clock() -> re.Pattern[str]:
    """Finds a time of day with its zone, which may be one that is not known; a month after it is none."""
    dates = words().dates
    return re.compile(
        r"(?<![\d./-])(?P<hour>\d{1,2})"
        r"(?:(?P<colon>[:.])(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?(?![.:/]?\d)|(?=\s?[ap]\.?m\b))"
        r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
        rf"(?:\s?\(?(?!{alternatives(dates.months)})(?P<zone>{alternatives(dates.zones)}|(?-i:[A-Z]{{2,5}}))\b)?"
        r"(?:\s?(?P<offset>[+\-−]\d{1,2}(?::?\d\d)?)(?![\d.:]))?\)?",
        re.IGNORECASE,
    )


@cache
def _beside() -> re.Pattern[str]:
    """Finds what may stand beside a date: weekdays, labels, the ends of ordinal numbers, remarks in brackets."""
    dates = words().dates
    return re.compile(
        rf"(?:\b|(?<=\d)){alternatives((*dates.weekdays, *dates.labels))}\b\.?|(?<=\d)(?:st|nd|rd|th)\b|\([^()]*\)",
        re.IGNORECASE,
    )


def _zone(name: str | None, offset: str | None) -> timezone | None:
    """The zone of a name («EST»), of an offset («+02:00», «+3»), or of both («GMT+0300»).

    Returns:
        The zone; None for a name that is not known, or for one that says otherwise than the offset («MSK+2»).
    """
    named = words().dates.zones.get(name.casefold()) if name else None
    zone = None if named is None else timezone(timedelta(hours=named))
    if not offset:
        return zone
    digits = offset[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    distance = timedelta(hours=hours, minutes=minutes)
    stated = timezone(distance if offset[0] == "+" else -distance)
    return None if named and zone != stated else stated
