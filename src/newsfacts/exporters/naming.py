"""By what names results are known outside: articles, what is found in them, and the program that found it."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.metadata import version
from urllib.parse import quote

from newsfacts.article import Article

__all__ = ["article_iri", "part_iri", "software"]

# An article's name that identifies it on the Web, and the characters that may not stand there.
_IRI = re.compile(r"https?://|urn:|tag:", re.IGNORECASE)
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f]")


def article_iri(article: Article) -> str:
    """The article's address, or a name of our own made of its id or its text."""
    for name in (article.url, article.id):
        if name and _IRI.match(name):
            return _NOT_IN_IRI.sub(lambda found: quote(found[0]), name)
    name = article.id or article.url or "sha256:" + hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"urn:newsfacts:article:{quote(name, safe=':')}"


def part_iri(article: str, id_: str) -> str:
    """The name of something in an article, such as a fact or an entity, by the article's name and its id there."""
    return article + ("/" if "#" in article else "#") + id_


@cache
def software() -> str:
    """The program that found the facts, with its version."""
    return f"newsfacts {version('newsfacts')}"
