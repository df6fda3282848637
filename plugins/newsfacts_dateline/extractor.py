"""The dateline of an article: where, when and by which agency it was filed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from newsfacts import Analysis, Dateline, Extractor
from newsfacts_dateline.agencies import read_bare_agency, read_bracketed_agency, read_unknown_agency
from newsfacts_dateline.evidence import ENOUGH, evidence_of, stands_alone
from newsfacts_dateline.filing_dates import iso_date, read_date
from newsfacts_dateline.lexicon import DatelineLexicon, lexicon_of
from newsfacts_dateline.marks import DASH, SPACE
from newsfacts_dateline.parts import Line, Parts
from newsfacts_dateline.place_names import read_place, readable_places
from newsfacts_dateline.reasons import reasons_of
from newsfacts_dateline.starts import find_starts, runs_on

__all__ = ["EXTRACTOR", "find_dateline", "read_parts"]

# What may stand between two parts.
_GAP = re.compile(rf"{SPACE}*(?:\.?,|[.;|])?{SPACE}*{DASH}{{0,2}}{SPACE}*")
_READERS = (read_date, read_bracketed_agency, read_bare_agency, read_unknown_agency, read_place)
# A dateline with just enough evidence is right three times in four; with each further piece it is more often.
_LEAST_CONFIDENCE = 0.75
_CONFIDENCE_STEP = 0.08
_MOST_CONFIDENCE = 0.99


def find_dateline(analysis: Analysis) -> Iterator[Dateline]:
    """The article's dateline, if it has one: the one with most evidence, of equal ones the first."""
    lexicon = lexicon_of(analysis.language, analysis.pack("dateline"))
    best: Parts | None = None
    most = ENOUGH - 1
    for start, inner in find_starts(analysis.text, analysis.language.date_order):
        is_within = best is not None and best.start < start < best.end
        if is_within or runs_on(analysis.text, start, lexicon):
            continue
        parts = read_parts(analysis.text, start, lexicon)
        evidence = evidence_of(analysis.text, parts, lexicon, analysis.language)
        if evidence > most and (not inner or stands_alone(parts)):
            best, most = parts, evidence
    if best is not None:
        fact = _fact(analysis, best, most, lexicon)
        analysis.explain(fact, partial(reasons_of, fact, best, most))
        yield fact


def read_parts(text: str, start: int, lexicon: DatelineLexicon) -> Parts:
    """Read the parts of a dateline from an offset on, as far as they go."""
    line = Line(text, start, lexicon)
    in_brackets = text.startswith("(", start)
    parts = Parts(start=start, end=start)
    at, gap = start + in_brackets, ","
    while longer := _longer(line, at, gap, parts):
        parts = longer
        at, gap = _after_gap(line, parts.end)
    if in_brackets and text.startswith(")", parts.end):
        parts = parts._replace(end=parts.end + 1, bracketed=True)
    return parts


def _longer(line: Line, at: int, gap: str, parts: Parts) -> Parts | None:
    """The parts with one more that begins at an offset after a gap, or None."""
    for read in _READERS:
        if longer := read(line, at, gap, parts):
            return longer
    return None


def _after_gap(line: Line, at: int) -> tuple[int, str]:
    """Where the next part would begin, and the marks before it; a stop may belong to the part before («2019 г.»)."""
    end = next(_GAP.finditer(line.text, at, line.end)).end()  # it may be empty
    return end, line.text[at - (line.text[at - 1] == ".") : end].strip()


def _fact(analysis: Analysis, parts: Parts, evidence: int, lexicon: DatelineLexicon) -> Dateline:
    span = analysis.span(parts.start, parts.end)
    date = None
    if parts.day_month:
        date = iso_date(parts.day_month, parts.year, analysis.article.dated, analysis.language)
    return Dateline(
        start=span.start,
        end=span.end,
        text=span.text,
        places=readable_places(parts.places, lexicon),
        date=date,
        agency=parts.agencies[0] if parts.agencies else None,
        agencies=parts.agencies,
        confidence=min(_MOST_CONFIDENCE, _LEAST_CONFIDENCE + _CONFIDENCE_STEP * (evidence - ENOUGH)),
    )


EXTRACTOR = Extractor(name="dateline", languages=(), yields=[Dateline], run=find_dateline)
