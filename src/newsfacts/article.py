"""What was read: an article, what its source says of it, and the source itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import IO

from attrs import Factory, field, frozen

__all__ = ["Article", "Hints", "Source"]

# /20250929/, /2025/09/29/, /2025-09-29-: the forms in which news sites put the day into an address.
_DATE_IN_URL = re.compile(r"(?<!\d)(20\d\d|19\d\d)([-/_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def _strings(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


def _moment(value: date | str | None) -> date | None:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return datetime.fromisoformat(value)


@frozen(kw_only=True)
class Hints:
    """What a page or a feed item says of the article beside its text, as it stands there; the text may say otherwise.

    Attributes:
        headline: The headline of the metadata, where the article shows another one.
        language: The language tag («en-GB»).
        dateline: The dateline, when it is an element of its own.
        located: Names of the places where the article was made.
    """

    headline: str | None = None
    language: str | None = None
    dateline: str | None = None
    located: tuple[str, ...] = field(default=(), converter=_strings)


@frozen(kw_only=True)
class Article:
    """A news article as it was read.

    Attributes:
        url: Where it was published.
        id: The input's own name for it: a record's id, a path, or else the URL.
        headline: Its headline, when that stands apart from the text.
        published: Day or moment of publication; a string is read as ISO 8601.
        modified: Day or moment of the last change, likewise.
        language: ISO 639-1 code; None lets the pipeline detect it.
        source: The publisher.
        authors: Names from the byline.
        hints: What the source says beside the text.
        text: The text that all offsets count in, exactly as read.

    Raises:
        ValueError: ``published`` or ``modified`` is a string that is no ISO 8601 date.

    >>> Article(text="…", url="https://example.org/20250929/a.html").dated
    datetime.date(2025, 9, 29)
    """

    url: str | None = None
    id: str | None = Factory(lambda self: self.url, takes_self=True)
    headline: str | None = None
    published: date | None = field(default=None, converter=_moment)
    modified: date | None = field(default=None, converter=_moment)
    language: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = field(default=(), converter=_strings)
    hints: Hints = Hints()
    text: str

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
    def read(cls, file: str | Path | IO[bytes] | IO[str]) -> Article:
        """Read the one article of a file in any format that an installed reader knows.

        Args:
            file: A path, or an open file; the format is told by the content.

        Raises:
            ReadError: The file cannot be read, or it does not hold exactly one article; `newsfacts.read` reads several.
        """
        from newsfacts.reading import read_one

        return read_one(file)

    @classmethod
    def from_html(cls, html: str | bytes, *, url: str | None = None) -> Article:
        """Read a news page: its body without menus and advertising, and what the page says of it.

        Args:
            html: The page; bytes are decoded by what they declare and by what they are.
            url: Where it was fetched from.

        Raises:
            ReadError: The page holds no article.
        """
        from newsfacts.readers.html import read_html

        data = html if isinstance(html, bytes) else html.encode("utf-8", "surrogatepass")
        return read_html(Source(name=url or "page", data=data, url=url, encoding=None if html is data else "utf-8"))


@frozen(kw_only=True)
class Source:
    """Bytes to be read, before it is known what format they are in.

    Attributes:
        name: A path, a URL, or "-" for standard input; errors name it.
        data: The content.
        url: Where it was fetched from, when that is known.
        encoding: Its encoding, when that is known whatever the content declares.
    """

    name: str
    data: bytes
    url: str | None = None
    encoding: str | None = None

    @property
    def suffix(self) -> str:
        """The name's suffix in lower case with its dot, or an empty string."""
        return Path(self.name).suffix.lower()
