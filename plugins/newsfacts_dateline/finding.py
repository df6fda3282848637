"""Which line of an article holds its dateline, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsfacts import Analysis, Dateline
from newsfacts_dateline.dates import iso_date
from newsfacts_dateline.parsing import Grammar, Parts, grammar

__all__ = ["find_dateline"]

# A dateline stands behind headline, caption, byline, time and standfirst at the latest.
_LINES = 20
_WINDOW = 5000
_LINE = re.compile(r"^[ \t\xa0*•]*(?=\S)", re.MULTILINE)
# Places before a date within a line, after the end of a sentence.
_PLACES_BEFORE = re.compile(r"(?:(?<=[.!?…»”\"):] )|(?<=\s)(?=[A-ZА-ЯЁ]{3}))[A-ZА-ЯЁ][^.!?\d\n]{2,40}[,.][ \xa0]*\Z")
_END = re.compile(r"[ \t\xa0]*(?P<mark>[.…]*:?[ \t\xa0]*[-‐‑‒–—―−]{0,2})[ \t\xa0]*")
# How much must speak for a dateline before it is one.
_ENOUGH = 4
# A dateline without an agency is followed by a sentence, not by a programme's item or a score.
_SENTENCE_LENGTH = 40


def find_dateline(analysis: Analysis) -> Iterator[Dateline]:
    """The article's dateline, if it has one: the one that most speaks for, of equal ones the first."""
    rules = grammar(analysis.language)
    best: Parts | None = None
    most = _ENOUGH - 1
    for start, inner in _starts(analysis.text, rules):
        parts = rules.parse(analysis.text, start)
        evidence = _evidence(analysis, parts, rules)
        if evidence > most and not (inner and (parts.agency is None or not parts.places)):
            best, most = parts, evidence
    if best is None:
        return
    span = analysis.span(best.start, best.end)
    date = best.day_month and iso_date(best.day_month, best.year, analysis.article.dated, rules.language)
    yield Dateline(
        start=span.start,
        end=span.end,
        text=span.text,
        places=rules.readable_places(best),
        date=date or None,
        agency=best.agency,
        confidence=min(0.99, 0.75 + 0.08 * (most - _ENOUGH)),
    )


def _starts(text: str, rules: Grammar) -> Iterator[tuple[int, bool]]:
    """Where a dateline may begin, and whether that is within a line."""
    for match in islice(_LINE.finditer(text, 0, _WINDOW), _LINES):
        yield match.end(), False
    for date in rules.date.finditer(text, 0, _WINDOW):
        if places := _PLACES_BEFORE.search(text, max(0, date.start() - 60), date.start()):
            yield places.start(), True


def _evidence(analysis: Analysis, parts: Parts, rules: Grammar) -> int:
    """How much speaks for a dateline; 0 when something speaks against it."""
    if not _ends_well(analysis.text, parts, rules):
        return 0
    capitals = bool(parts.places) and all(place.isupper() for place in parts.places)
    known_places = bool(parts.places) and all(_is_known(analysis, place) for place in parts.places)
    if parts.agency is None and not known_places:
        return 0
    agency = 3 * parts.known or bool(parts.agency)
    return agency + parts.bracketed + 2 * bool(parts.day_month) + capitals + known_places


def _is_known(analysis: Analysis, place: str) -> bool:
    return any("Geox" in reading.tags for word in place.split() for reading in analysis.readings(word.strip('"«»„“”').lower()))


def _ends_well(text: str, parts: Parts, rules: Grammar) -> bool:
    """Whether after the parts comes what comes after a dateline."""
    line_end = text.find("\n", parts.end)
    line_end = len(text) if line_end < 0 else line_end
    end = _END.match(text, parts.end, line_end)
    mark = end["mark"].strip() if end else ""
    body = text[end.end() if end else parts.end : line_end]
    capitals = bool(parts.places) and all(place.isupper() for place in parts.places)
    if body[:1].islower() and not text[parts.start : line_end].islower():
        return False
    if parts.agency is None:
        return (
            mark[-1:] not in ("", ":", "…")
            and bool(parts.places)
            and (capitals or mark[-1] != ".")
            and len(body) >= _SENTENCE_LENGTH
            and body.rstrip()[-1:] in ".»”\"…!?"
            and not rules.credits.search(body)
        )
    complete = bool(parts.places) and bool(parts.day_month)
    if not complete and (not body or rules.credits.search(body)):
        return False
    if text[parts.start] == "(" and parts.bracketed and parts.day_month and not parts.places:
        return False
    if mark.endswith(":"):
        return bool(parts.day_month) or parts.bracketed
    return bool(mark) or parts.bracketed or (complete and capitals)
