"""What characters are in any language: some cannot be written (halves, which no encoding has), some are not seen."""

from __future__ import annotations

import re

__all__ = ["ACCENTS", "UNSEEN", "beyond_ascii", "whole"]

ACCENTS = "\u0300-\u036f"
"""The marks that are set upon the letter before, to stand in a set of a regular expression (``[…]``)."""
UNSEEN = "\u00ad\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters that are not seen within a word, likewise: soft hyphens, joiners, what turns the direction."""

_HALF = re.compile("[\ud800-\udfff]")


_ASCII = bytes(range(128))


def beyond_ascii(text: str) -> str:
    """The characters of a text that are not of ASCII."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def whole(text: str) -> str:
    r"""Text with each half of a character replaced by U+FFFD, so that it can be written and offsets stay.

    >>> whole("a\ud83db")
    'a\ufffdb'
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", text)
    return text
