"""The parts of a dateline: places, date and agency, each optional, in any order."""

from __future__ import annotations

from typing import NamedTuple

from newsfacts_dateline.lexicon import DatelineLexicon

__all__ = ["LONGEST", "Line", "Parts", "is_in_capitals"]

LONGEST = 200
"""Characters; no dateline has more."""
_PREFIX = 3  # letters of a name of which some may stay small («McALLEN»)


class Parts(NamedTuple):
    """The parts of what may be a dateline.

    Attributes:
        start: Where it begins.
        end: Where it ends, the mark that ends it left out.
        places: The places as they are written.
        located: Whether a country or a region that is known stands behind a place.
        dated_at: Where its date begins.
        day_month: Day and month («29 сен»), or both in digits («29.09»).
        year: The year as it is written.
        agencies: The short form of each agency, or the words of one that is not known.
        known: Whether the agency is a known one.
        bracketed: Whether the agency stands between slashes or in brackets.
    """

    start: int
    end: int
    places: tuple[str, ...] = ()
    located: bool = False
    dated_at: int | None = None
    day_month: str | None = None
    year: str | None = None
    agencies: tuple[str, ...] = ()
    known: bool = False
    bracketed: bool = False

    @property
    def in_capitals(self) -> bool:
        """Whether there are places, all of them in capitals."""
        return bool(self.places) and all(map(is_in_capitals, self.places))


def is_in_capitals(place: str) -> bool:
    """Whether a place is written in capitals, but perhaps for what its name begins with («McALLEN»)."""
    return place.isupper() or place[_PREFIX:].isupper()


class Line:
    """A line of the text, from where a dateline may begin.

    Attributes:
        text: The whole text.
        end: Where the line ends, or where no dateline would go on.
        small: Whether it is all in small letters, so that they say nothing of what is a name.
        lexicon: The words of datelines of its language.
    """

    def __init__(self, text: str, start: int, lexicon: DatelineLexicon) -> None:
        limit = min(len(text), start + LONGEST)
        end = text.find("\n", start, limit)
        self.text = text
        self.end = limit if end < 0 else end
        self.small = text[start : self.end].islower()
        self.lexicon = lexicon
