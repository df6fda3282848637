"""What may have been meant by a name that nothing has."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["closest", "suggestion"]

# A name is a word or two; to compare a longer one with thousands of others takes seconds, and it is no slip of the fingers.
_LONGEST = 40
# So alike, from 0 to 1, are a name and a slip in it; «klingon» and «kongo» are less.
_ALIKE = 0.7


def closest(name: str, known: Iterable[str]) -> str:
    """What may have been meant, as the end of an error; nothing where no name is close.

    >>> closest("mony", ["dateline", "money"])
    "; did you mean 'money'?"
    >>> closest("wyh", ["text", "why"])  # so short a name is hardly alike when two letters have changed places
    "; did you mean 'why'?"
    >>> closest("JSON", ["json", "html"])  # its capitals are none of the difference
    "; did you mean 'json'?"
    """
    from difflib import get_close_matches

    if len(name) > _LONGEST:
        return ""
    folded, names = name.casefold(), {each.casefold(): each for each in known}
    close = get_close_matches(folded, names, 1, _ALIKE) or [each for each in names if sorted(each) == sorted(folded)]
    return f"; did you mean {names[close[0]]!r}?" if close else ""


def suggestion(name: str, known: Iterable[str]) -> str:
    """What may have been meant, or else what there is, as the end of an error.

    >>> suggestion("sums", ["dateline", "money"])
    '; there are dateline, money'
    """
    names = sorted(known)
    return closest(name, names) or f"; there are {', '.join(names) or 'none'}"
