"""In which language a text is, and in which direction it is written."""

from __future__ import annotations

from collections import Counter
from unicodedata import bidirectional

__all__ = ["direction"]

# So many characters of a text show which way its lines run.
_SEEN = 2000
_WAYS = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def direction(text: str) -> str:
    """The direction in which most letters of a text run; ``auto`` when it has none.

    The letters tell, and not the language: several languages are written in scripts of both directions.

    >>> direction("הודעה של Google"), direction("Google said (הודעה)"), direction("… 42")
    ('rtl', 'ltr', 'auto')
    """
    found = Counter(_WAYS[kind] for kind in map(bidirectional, text[:_SEEN]) if kind in _WAYS)
    return max(found, key=lambda way: found[way], default="auto")
