"""The language that a source declares, where its letters and words do not say otherwise."""

from __future__ import annotations

from newsfacts.frequent_words import may_be_in
from newsfacts.language_tags import language_code
from newsfacts.languages import CODES
from newsfacts.scripts import is_written_in

__all__ = ["language_of"]


def language_of(tag: str | None, text: str) -> str | None:
    """The declared language, unless the letters or the words of the text are those of another one.

    Args:
        tag: What the source declares («en-GB», «rus», «ru_RU»).
        text: The article's text.

    Returns:
        Its code; None when the tag names no language or the text contradicts it, so that detection decides.

    >>> language_of("ru-RU", "Новости"), language_of("en", "Новости"), language_of("eng", "News")
    ('ru', None, 'en')
    """
    try:
        code = language_code(tag or "")
    except ValueError:
        return None
    # Only the languages that are analysed need be told from their neighbours.
    fits = may_be_in if code in CODES else is_written_in
    return code if code is not None and fits(code, text) else None
