"""The languages that newsfacts knows out of the box, offered through the same hook as anybody's."""

from newsfacts.hooks import hookimpl
from newsfacts.language import Language

__all__ = ["newsfacts_languages"]


@hookimpl
def newsfacts_languages() -> list[Language]:
    """Russian and English."""
    from newsfacts.languages.en import ENGLISH
    from newsfacts.languages.ru import RUSSIAN

    return [RUSSIAN, ENGLISH]
