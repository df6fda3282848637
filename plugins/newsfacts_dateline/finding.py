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
_LINE = re.compile(r"[^\n]+")
_INDENT = re.compile(r"[ \t\xa0*•\"«]*(?=\S)")
# How sentences begin and datelines do not: a capital, then two words in small letters.
_SENTENCE = re.compile(r"[A-ZА-ЯЁ]\w*[ \xa0][a-zа-яё]\w*[ \xa0][a-zа-яё]")
# A date after a place within a line, and where the places before it may begin: in capitals, or after a sentence.
_INNER_DATE = re.compile(r"[,.](?<=\w.)[ \xa0]?(?=\d{1,2}[ \xa0][^\W\d_]{3})")
_INNER_DATES = 8
_PLACE_START = re.compile(r"(?:(?<=[.!?…»”\"):] )|(?<=\s)(?=[A-ZА-ЯЁ]{3}))(?=[A-ZА-ЯЁ])")
_BEFORE_DATE = 60
# A date that begins a sentence within a line, and a place or an agency after it.
_INNER_START = re.compile(r"[.!?…»”\"] (?=\d{1,2}[ \xa0][^\W\d_]{3,8}[.,] )")
_DASHES = tuple("-‐‑‒–—―−")
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
    for start, inner in _starts(analysis.text):
        if not rules.may_begin(analysis.text, start):
            continue
        parts = rules.parse(analysis.text, start)
        evidence = _evidence(analysis, parts, rules)
        if evidence > most and (not inner or _stands_alone(analysis.text, parts)):
            best, most = parts, evidence
    if best is None:
        return
    span = analysis.span(best.start, best.end)
    date = best.day_month and iso_date(best.day_month, best.year, analysis.article.dated, analysis.language)
    yield Dateline(
        start=span.start,
        end=span.end,
        text=span.text,
        places=rules.readable_places(best),
        date=date or None,
        agency=best.agency,
        confidence=min(0.99, 0.75 + 0.08 * (most - _ENOUGH)),
    )


def _starts(text: str) -> Iterator[tuple[int, bool]]:
    """Where a dateline may begin, and whether that is within a line."""
    indents = (_INDENT.match(text, line.start(), line.end()) for line in _LINE.finditer(text, 0, _WINDOW))
    for indent in islice(filter(None, indents), _LINES):
        if not _SENTENCE.match(text, indent.end()):
            yield indent.end(), False
    for date in islice(_INNER_DATE.finditer(text, 0, _WINDOW), _INNER_DATES):
        for place in _PLACE_START.finditer(text, max(0, date.start() - _BEFORE_DATE), date.start()):
            yield place.start(), True
    for match in islice(_INNER_START.finditer(text, 0, _WINDOW), _INNER_DATES):
        yield match.end(), True


def _stands_alone(text: str, parts: Parts) -> bool:
    """Whether the parts make a dateline without the beginning of a line before them."""
    dated_agency = text[parts.start].isdigit() and not parts.bracketed
    return bool(parts.agency and parts.day_month and (parts.places or dated_agency))


def _evidence(analysis: Analysis, parts: Parts, rules: Grammar) -> int:
    """How much speaks for a dateline; 0 when something speaks against it."""
    if not (parts.agency or parts.day_month):
        return 0
    text = analysis.text
    line_end = text.find("\n", parts.end)
    line_end = len(text) if line_end < 0 else line_end
    end = _END.match(text, parts.end, line_end)
    mark = end["mark"].strip() if end else ""
    body = text[end.end() if end else parts.end : line_end].strip()
    capitals = bool(parts.places) and all(place.isupper() for place in parts.places)
    complete = bool(parts.places and parts.day_month)
    if body[:1].islower() and not text[parts.start : line_end].islower():
        return 0
    if rules.credits.search(text, parts.start, parts.end) or not (complete or body):
        return 0
    known_places = bool(parts.places) and all(_is_known(analysis, place) for place in parts.places)
    evidence = parts.bracketed + 2 * bool(parts.day_month) + capitals + known_places
    if parts.agency is None:
        announced = complete and known_places and _is_sentence(body) and not rules.credits.search(body)
        return evidence + mark.endswith(_DASHES) if announced and mark else 0
    return evidence + (3 if parts.known else 1) if _ends_well(text, parts, mark, capitals) else 0


def _is_known(analysis: Analysis, place: str) -> bool:
    words = [word.strip('"«»„“”').lower() for word in place.split()]
    return any("NameType=Geo" in reading.features for word in words for reading in analysis.readings(word))


def _is_sentence(body: str) -> bool:
    return len(body.partition(". ")[0]) >= _SENTENCE_LENGTH and body[-1] in '.»”"…!?'


def _ends_well(text: str, parts: Parts, mark: str, capitals: bool) -> bool:
    """Whether after an agency comes what ends a dateline."""
    if parts.bracketed:
        # «(5 мая - ТАСС)» is an editor's note.
        return bool(parts.places) or text[parts.start] != "(" or not parts.day_month
    if mark.endswith(":"):
        return bool(parts.day_month)
    return bool(mark) or (capitals and bool(parts.day_month))
