"""Text that can be written: JSON, names of files and Python's strings may hold halves of characters, which no encoding has."""

from __future__ import annotations

import re

__all__ = ["beyond_ascii", "whole"]

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
