"""A news item as any format gives it, and the article that is made of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import ParamSpec

from attrs import field, frozen

from newsfacts.article import Article, Hints
from newsfacts.errors import ReadError
from newsfacts.readers.bylines import person_names
from newsfacts.readers.datelines import dateline_words
from newsfacts.readers.dates import day_of, read_moment
from newsfacts.readers.declared_language import language_of

__all__ = ["Item", "NoText", "attempted", "first_moment", "only_texts", "place_names"]

_MOST_BYLINES = 50  # of an item; a feed's own list of bylines is read again for each entry without one
P = ParamSpec("P")

_CODE = re.compile(r"[A-Z]{2,3}")  # SWE, US: a code of a country, which is no name


def _first_bylines(bylines: Iterable[str]) -> tuple[str, ...]:
    return tuple(islice(bylines, _MOST_BYLINES))


@frozen(kw_only=True)
class Item:
    """A news item as its format gives it, all of it text that may be empty.

    Attributes:
        name: What errors call it: the file, or its place in the file.
        id: Its own identifier.
        url: Where it was published.
        text: The body.
        headline: The headline.
        published: When it was first made.
        modified: When this version was made.
        language: A language tag.
        source: Who provides it.
        bylines: Bylines, or the fields that name its authors.
        title: The headline of the metadata.
        dateline: The dateline element.
        located: Names of places, the city first.
    """

    name: str
    id: str | None = None
    url: str | None = None
    text: str
    headline: str = ""
    published: date | None = None
    modified: date | None = None
    language: str | None = None
    source: str = ""
    bylines: tuple[str, ...] = field(default=(), converter=_first_bylines)
    title: str = ""
    dateline: str = ""
    located: tuple[str, ...] = field(default=(), converter=tuple[str, ...])

    def article(self) -> Article:
        """The item as an article.

        Raises:
            ReadError: It has no text.
        """
        headline = self.headline or self.title or None
        text = _without_headline(self.text, headline)
        if not text.strip():
            raise ReadError(self.name, "holds no text; an article needs words in its body")
        authors = dict.fromkeys(name for byline in self.bylines for name in person_names(byline, self.source))
        return Article(
            id=self.id or self.url or self.name,
            url=self.url,
            text=text,
            headline=headline,
            published=self.published or self.modified,
            modified=self.modified if _is_later(self.modified, self.published) else None,
            language=language_of(self.language, text),
            source=self.source or None,
            authors=authors,
            hints=Hints(
                headline=self.title if self.title and self.title != headline else None,
                language=self.language or None,
                dateline=dateline_words(self.dateline),
                located=self.located,
            ),
        )


@frozen
class NoText:
    """An item of a package that is no text.

    Attributes:
        kind: What it is: a picture, a video.
    """

    kind: str


def attempted(name: str, read: Callable[P, Article], *arguments: P.args, **more: P.kwargs) -> Article | ReadError:
    """The article that a function reads, or the error that it raises: an item that cannot be read does not hide the next ones.

    Args:
        name: What errors call the item.
        read: The function.
        arguments: Its arguments.
        more: Those that have names.
    """
    try:
        return read(*arguments, **more)
    except ReadError as error:
        return error
    except Exception as error:
        return ReadError(name, f"cannot be read: {type(error).__name__}: {error}")


def first_moment(*texts: str | None) -> date | None:
    """The first of some dates that is one."""
    return next((moment for moment in map(read_moment, texts) if moment is not None), None)


def place_names(names: Iterable[str | None]) -> list[str]:
    """Names of places in their order, each once; codes are no names."""
    cleaned = (" ".join((name or "").split()).strip(" ,") for name in names)
    return list(dict.fromkeys(name for name in cleaned if name and not _CODE.fullmatch(name)))


def only_texts(source: str, found: Iterable[Article | ReadError | NoText]) -> Iterator[Article | ReadError]:
    """The articles of a package; pictures and the like beside them are no errors, but a package of nothing else is one.

    Args:
        source: The name of the source.
        found: Articles, errors of items that should be articles, and items that are no texts.
    """
    others: dict[str, None] = {}
    empty = True
    for item in found:
        if isinstance(item, NoText):
            others[item.kind] = None
        else:
            yield item
            empty = False
    if empty:
        kinds = ", ".join(others) or "an empty package"
        yield ReadError(source, f"holds no text item, only {kinds}; give the item with the text")


def _is_later(modified: date | None, published: date | None) -> bool:
    if modified is None or published is None:
        return False
    if isinstance(modified, datetime) and isinstance(published, datetime):
        return modified > published
    return day_of(modified) > day_of(published)


def _without_headline(text: str, headline: str | None) -> str:
    """The body without its first paragraphs that only repeat the headline."""
    while headline:
        first, _, rest = text.partition("\n\n")
        if not rest or " ".join(first.split()).casefold() != " ".join(headline.split()).casefold():
            break
        text = rest
    return text
