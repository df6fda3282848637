"""What was read: an article, and what its source says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime

from attrs import Factory, field, frozen
from attrs.validators import deep_iterable, optional

from newsfacts.characters import whole
from newsfacts.checks import check_several, instance_of
from newsfacts.language_tags import language_code

__all__ = ["Article", "Hints", "iso_moment"]

# /20250929/, /2025/09/29/, /2025-09-29-: the forms in which news sites put the day into an address.
_DATE_IN_URL = re.compile(r"(?<!\d)(20\d\d|19\d\d)([-/_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def iso_moment(text: str) -> date:
    """The day or the moment that a string in ISO 8601 names, whichever it is: only a moment has a time.

    Raises:
        ValueError: It is no such string.
    """
    for read in (date.fromisoformat, datetime.fromisoformat):
        with suppress(ValueError):
            return read(text)
    raise ValueError(f"{text[:40]!r} is no ISO 8601 date; write 2025-09-29, or 2025-09-29T10:30:00+03:00 for a moment")


# What has another type than it must is left to the validators, which name the field.


def _strings(values: Iterable[str]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise TypeError(f"{values!r} is one string in the place of several; did you mean ({values!r},)?")
    check_several(values, "one of the fields", "it has several strings, such as authors=['Anna Kim']")
    return tuple(whole(value) if isinstance(value, str) else value for value in values)


def _string(value: str | None) -> str | None:
    return whole(value) if isinstance(value, str) else value


def _text(value: str) -> str:
    return whole(value) if isinstance(value, str) else value


def _language(tag: str | None) -> str | None:
    return language_code(tag) if isinstance(tag, str) else tag


def _published(value: date | str | None) -> date | None:
    return iso_moment(value) if isinstance(value, str) else value


@frozen(kw_only=True)
class Hints:
    """What a page or a feed item says of the article beside its text, as it stands there; the text may say otherwise.

    Attributes:
        headline: The headline of the metadata, where the article shows another one.
        language: The language tag («en-GB»).
        dateline: The dateline, when it is an element of its own.
        located: Names of the places where the article was made.
    """

    headline: str | None = field(default=None, converter=_string)
    language: str | None = field(default=None, converter=_string)
    dateline: str | None = field(default=None, converter=_string)
    located: tuple[str, ...] = field(default=(), converter=_strings)


@frozen(kw_only=True)
class Article:
    """A news article as it was read.

    Halves of characters (lone surrogates), which nothing can be written with, are replaced by U+FFFD in all its strings.

    Attributes:
        url: Where it was published.
        id: The input's own name for it: a record's id, a path, or else the URL.
        headline: Its headline, when that stands apart from the text.
        published: Day or moment of publication; a string is read as ISO 8601.
        modified: Day or moment of the last change, likewise.
        language: ISO 639 code, of two letters where there is one; a tag («ru-RU», «rus») becomes it; None lets the pipeline
            detect it.
        source: The publisher.
        authors: Names from the byline.
        hints: What the source says beside the text.
        text: The text that all offsets count in, exactly as read.

    Raises:
        TypeError: A value has another type.
        ValueError: ``published`` or ``modified`` is a string that is no ISO 8601 date, or ``language`` names none.

    >>> Article(text="…", url="https://example.org/20250929/a.html").dated
    datetime.date(2025, 9, 29)
    """

    url: str | None = field(default=None, converter=_string, validator=optional(instance_of(str)))
    id: str | None = field(
        default=Factory(lambda self: self.url, takes_self=True), converter=_string, validator=optional(instance_of(str))
    )
    headline: str | None = field(default=None, converter=_string, validator=optional(instance_of(str)))
    published: date | None = field(default=None, converter=_published, validator=optional(instance_of(date)))
    modified: date | None = field(default=None, converter=_published, validator=optional(instance_of(date)))
    language: str | None = field(default=None, converter=_language, validator=optional(instance_of(str)))
    source: str | None = field(default=None, converter=_string, validator=optional(instance_of(str)))
    authors: tuple[str, ...] = field(default=(), converter=_strings, validator=deep_iterable(instance_of(str)))
    hints: Hints = field(default=Hints(), validator=instance_of(Hints))
    text: str = field(converter=_text, validator=instance_of(str))

    @property
    def dated(self) -> date | None:
        """The day of publication, from ``published`` or else from the address; None when neither has one."""
        if isinstance(self.published, datetime):
            return self.published.date()
        if self.published is not None:
            return self.published
        found = _DATE_IN_URL.search(self.url or "")
        if not found:
            return None
        try:
            return date(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            return None
