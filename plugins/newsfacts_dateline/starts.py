"""Where in an article a dateline may begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsfacts import fold
from newsfacts.scripts import CAPITAL, SMALL
from newsfacts_dateline.lexicon import DatelineLexicon
from newsfacts_dateline.parts import LONGEST

__all__ = ["find_starts", "runs_on"]

# A dateline stands behind headline, caption, byline, time and standfirst at the latest.
_LINES = 20
_WINDOW = 5000
_LINE = re.compile(r"[^\n]+")
_INDENT = re.compile(r"[ \t\xa0*•\"«]*(?=\S)")
# A date after a place within a line, and where the places before it may begin: in capitals, or after a sentence.
_INNER_DATE = re.compile(r"[,.](?<=\w.)[ \xa0]?(?=\d{1,2}[ \xa0][^\W\d_]{3})")
_INNER_DATES = 8  # of a line; more are a table, a programme or the like
_PLACE_START = re.compile(rf"(?:(?<=[.!?…»”\"):] )|(?<=\s)(?=[{CAPITAL}]{{3}}))(?=[{CAPITAL}])")
_BEFORE_DATE = 60  # characters, in which the places stand
# A date that begins a sentence within a line, and a place or an agency after it.
_INNER_START = re.compile(r"[.!?…»”\"] (?=\d{1,2}[ \xa0][^\W\d_]{3,8}[.,] )")
# Capitalised words that run into a sentence («Борис Орлов сообщил», «Отметим, что»): at most a place, and nothing after it.
_RUN_ON = re.compile(
    rf"(?P<first>[{CAPITAL}][^\W\d_]*)(?:-[^\W\d_]+)*(?:[ \xa0][{CAPITAL}][^\W\d_]*(?:-[^\W\d_]+)*)*"
    rf",?[ \xa0](?P<small>[{SMALL}][^\W\d_]*)(?=[ \xa0,])"
)


def find_starts(text: str) -> Iterator[tuple[int, bool]]:
    """Where a dateline may begin, and whether that is within a line."""
    indents = (_INDENT.match(text, line.start(), line.end()) for line in _LINE.finditer(text, 0, _WINDOW))
    for indent in islice(filter(None, indents), _LINES):
        yield indent.end(), False
    for date in islice(_INNER_DATE.finditer(text, 0, _WINDOW), _INNER_DATES):
        for place in _PLACE_START.finditer(text, max(0, date.start() - _BEFORE_DATE), date.start()):
            yield place.start(), True
    for match in islice(_INNER_START.finditer(text, 0, _WINDOW), _INNER_DATES):
        yield match.end(), True


def runs_on(text: str, start: int, lexicon: DatelineLexicon) -> bool:
    """Whether the words at an offset are a sentence, and so no dateline: the cheap test before its parts are read."""
    words = _RUN_ON.match(text, start, start + LONGEST)
    if words is None:
        return False
    first, small = fold(f"{words['first']} {words['small']}").split()
    return not (first in lexicon.first_words or small in lexicon.first_words or small in lexicon.common)
