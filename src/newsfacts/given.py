"""What a pipeline is given, as articles: a string is always a text, with a warning where it was meant as something else."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from newsfacts.article import Article
from newsfacts.errors import ReadError, warn

__all__ = ["article_of", "item_of"]

_ADDRESS = re.compile(r"(?:https?|ftp|file)://\S+")
_LONGEST_NAME = 1_000  # characters of a path that is looked for


def item_of(item: Article | ReadError | str) -> Article | ReadError:
    """What `Pipeline.extract_many` is given, a text as an article.

    Raises:
        TypeError: It is something else.
    """
    if isinstance(item, str):
        return article_of(item)
    if not isinstance(item, Article | ReadError):
        raise TypeError(f"an article is an Article or a text, not {type(item).__name__}; newsfacts.read reads files")
    return item


def article_of(text: str, published: date | str | None = None, language: str | None = None) -> Article:
    """The article of a text, with a warning where that is the name of a file or an address."""
    if _ADDRESS.fullmatch(text):
        problem = "is an address, and a string is a text; fetch the page, and read it with newsfacts.read_html(page, url=…)"
        warn(f"{text!r} {problem}")
    elif _is_file(text):
        warn(f"{text!r} is a file here, and a string is a text; give Path({text!r})")
    return Article(text=text, published=published, language=language)


def _is_file(text: str) -> bool:
    """Whether a text names a file; none is so long, and the name of one ends without white space."""
    if not 0 < len(text) <= _LONGEST_NAME or text.strip() != text:
        return False
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # no system has such a name
        return False
