"""Plain text, with or without a header line."""

from __future__ import annotations

import re

from newsfacts.article import Article
from newsfacts.errors import ReadError
from newsfacts.readers.dates import read_stated_moment
from newsfacts.readers.encoding import decode
from newsfacts.source import Source

__all__ = ["read_text"]

# " date 2025-09-29 https://…" and an empty line, as archives of crawled articles have it.
_HEADER = re.compile(r"\A[ \t]*date (\d{4}-\d\d-\d\d) (\S+)[ \t]*\r?\n\r?\n")


def read_text(source: Source) -> Article:
    """Read a plain text; all that follows a header line is the article's text, character by character.

    Raises:
        ReadError: It is empty, or its encoding cannot be told.
    """
    text = decode(source)
    header = _HEADER.match(text)
    body = text[header.end() :] if header else text
    if not body.strip():
        raise ReadError(source.name, "is empty; an article needs text")
    if header is None:
        return Article(text=body, id=source.name, url=source.url)
    published = read_stated_moment(header[1], source.name, "the header line's date")
    return Article(text=body, id=source.name, url=header[2], published=published)
