"""The language that a source declares, where its letters do not say otherwise."""

from __future__ import annotations

from newsfacts.language_tags import language_code
from newsfacts.scripts import is_written_in

__all__ = ["language_of"]


def language_of(tag: str | None, text: str) -> str | None:
    """The declared language, unless the text is in letters that it is not written in.

    Args:
        tag: What the source declares («en-GB», «rus», «ru_RU»).
        text: The article's text.

    Returns:
        Its code; None when the tag names no language or the letters contradict it, so that detection decides.

    >>> language_of("ru-RU", "Новости"), language_of("en", "Новости"), language_of("eng", "News")
    ('ru', None, 'en')
    """
    try:
        code = language_code(tag or "")
    except ValueError:
        return None
    return code if code is not None and is_written_in(code, text) else None
