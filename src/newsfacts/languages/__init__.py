"""The languages that newsfacts knows out of the box, offered through the same hook as anybody's."""

from newsfacts.hooks import hookimpl
from newsfacts.language import Language

__all__ = ["CODES", "newsfacts_languages"]

CODES = ("ru", "en")
"""Their ISO 639 codes, in the order in which an article's letters are compared with theirs."""


@hookimpl
def newsfacts_languages() -> list[Language]:
    """Russian and English."""
    from newsfacts.languages.en import ENGLISH
    from newsfacts.languages.ru import RUSSIAN

    return [RUSSIAN, ENGLISH]
