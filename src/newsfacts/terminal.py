"""What people read in a terminal: text that cannot act on it, and why an article has no facts."""

from __future__ import annotations

import re

from newsfacts.record import Record

__all__ = ["is_unserved", "unserved", "visible"]

# Control characters (with line ends: a line stays one), what turns the direction of text, halves of surrogate pairs.
_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    r"""The text in one line, with everything that would act on a terminal shown instead of sent.

    >>> print(visible("\x1b[2Jred\n"))
    \x1b[2Jred\n
    """
    return _ACTING.sub(lambda found: ascii(found[0])[1:-1], text)


def is_unserved(result: Record) -> bool:
    """Whether an article has no facts because no extractor serves its language."""
    return bool(result.skipped) and not (result.facts or result.entities)


def unserved(language: str | None) -> str:
    """Why articles of a language that no extractor serves have no facts."""
    from newsfacts.languages import newsfacts_languages

    names = {known.code: known.name for known in newsfacts_languages()}
    if not language:
        neither = " nor ".join(names.values())
        problem = f"the language is not known, by letters and words it is neither {neither}"
        return f"{problem}; state it in the record, the page or with language="
    return f"no extractor serves {names.get(language, language)} yet"
