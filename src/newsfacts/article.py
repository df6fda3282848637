"""What was read: an article, and the source that it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from attrs import field, frozen

__all__ = ["Article", "Source"]

# /20250929/, /2025/09/29/, /2025-09-29-: the forms in which news sites put the day into an address.
_DATE_IN_URL = re.compile(r"(?<!\d)(20\d\d|19\d\d)([-/_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def _strings(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


def _published(value: date | str | None) -> date | None:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return datetime.fromisoformat(value)


@frozen(kw_only=True)
class Article:
    """A news article as it was read.

    Attributes:
        text: The text that all offsets count in, exactly as read.
        id: The input's own name for it: a record's id, a path, or the URL.
        url: Where it was published.
        headline: Its headline, when that stands apart from the text.
        published: Day or moment of publication; a string is read as ISO 8601.
        language: ISO 639-1 code; None lets the pipeline detect it.
        source: The publisher.
        authors: Names from the byline.

    Raises:
        ValueError: ``published`` is a string that is no ISO 8601 date.

    >>> Article(text="…", url="https://example.org/20250929/a.html").dated
    datetime.date(2025, 9, 29)
    """

    text: str
    id: str | None = None
    url: str | None = None
    headline: str | None = None
    published: date | None = field(default=None, converter=_published)
    language: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = field(default=(), converter=_strings)

    @property
    def dated(self) -> date | None:
        """The day of publication, from ``published`` or else from the address; None when neither tells."""
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

    @classmethod
    def read(cls, path: str | Path) -> Article:
        """Read the one article of a file.

        Args:
            path: A file in any format that an installed reader knows.

        Raises:
            ReadError: The file cannot be read, or it holds several articles.
        """
        from newsfacts.reading import read_one

        return read_one(path)


@frozen(kw_only=True)
class Source:
    """Bytes to be read, before it is known what format they are in.

    Attributes:
        name: A path, a URL, or "-" for standard input; errors name it.
        data: The content.
        url: Where it was fetched from, when that is known.
    """

    name: str
    data: bytes
    url: str | None = None

    @property
    def suffix(self) -> str:
        """The name's suffix in lower case with its dot, or an empty string."""
        return Path(self.name).suffix.lower()
