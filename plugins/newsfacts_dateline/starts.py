"""Where in an article a dateline may begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
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
_INNER_DATES = 8  # of a text; more are a table, a programme or the like
# Where the places before a date within a line may begin: in capitals, or after a sentence.
_PLACE_START = re.compile(rf"(?:(?<=[.!?…»”\"):] )|(?<=\s)(?=[{CAPITAL}]{{3}}))(?=[{CAPITAL}])")
_BEFORE_DATE = 60  # characters, in which the places stand
# Capitalised words that run into a sentence («Борис Орлов сообщил», «Отметим, что»): at most a place, and nothing after it.
_RUN_ON = re.compile(
    rf"(?P<first>[{CAPITAL}][^\W\d_]*)(?:-[^\W\d_]+)*(?:[ \xa0][{CAPITAL}][^\W\d_]*(?:-[^\W\d_]+)*)*"
    rf",?[ \xa0](?P<small>[{SMALL}][^\W\d_]*)(?=[ \xa0,])"
)


def find_starts(text: str, date_order: str) -> Iterator[tuple[int, bool]]:
    """Where a dateline may begin, and whether that is within a line.

    Args:
        text: The article's text.
        date_order: The order of day, month and year in dates of its language («DMY»).
    """
    date_after_place, date_after_sentence = _inner_dates(date_order)
    indents = (_INDENT.match(text, line.start(), line.end()) for line in _LINE.finditer(text, 0, _WINDOW))
    for indent in islice(filter(None, indents), _LINES):
        yield indent.end(), False
    for date in islice(date_after_place.finditer(text, 0, _WINDOW), _INNER_DATES):
        for place in _PLACE_START.finditer(text, max(0, date.start() - _BEFORE_DATE), date.start()):
            yield place.start(), True
    for match in islice(date_after_sentence.finditer(text, 0, _WINDOW), _INNER_DATES):
        yield match.end(), True


@cache
def _inner_dates(date_order: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Finds a date after a place within a line, and one that begins a sentence and has a place or an agency after it."""
    written = {"D": r"\d{1,2}", "M": r"[^\W\d_]{3,9}\.?"}
    day_month = r"[ \xa0]".join(written[part] for part in date_order if part in written)
    return (
        re.compile(rf"[,.](?<=\w.)[ \xa0]?(?={day_month}(?!\w))"),
        re.compile(rf"[.!?…»”\"] (?={day_month}[.,] )"),
    )


def runs_on(text: str, start: int, lexicon: DatelineLexicon) -> bool:
    """Whether the words at an offset are a sentence, and so no dateline: the cheap test before its parts are read."""
    words = _RUN_ON.match(text, start, start + LONGEST)
    if words is None:
        return False
    first, small = fold(f"{words['first']} {words['small']}").split()
    return not (first in lexicon.first_words or small in lexicon.in_small_letters)
