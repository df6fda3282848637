"""How much evidence there is that some parts are a dateline."""

from __future__ import annotations

import re

from newsfacts import Language
from newsfacts_dateline.lexicon import DatelineLexicon
from newsfacts_dateline.marks import DASHES, QUOTES
from newsfacts_dateline.parts import Parts

__all__ = ["ENOUGH", "evidence_of", "stands_alone"]

ENOUGH = 4
"""With less evidence nothing is a dateline."""
_END = re.compile(rf"[ \t\xa0]*(?P<mark>[.…]*:?[ \t\xa0]*[{DASHES}]{{0,2}})[ \t\xa0]*")
# A dateline without an agency is followed by a sentence, not by a programme's item or a score.
_SENTENCE_LENGTH = 40


def stands_alone(parts: Parts) -> bool:
    """Whether the parts make a dateline without the beginning of a line before them."""
    dated_agency = parts.dated_at == parts.start and not parts.bracketed
    return bool(parts.agencies and parts.day_month and (parts.places or dated_agency))


def evidence_of(text: str, parts: Parts, lexicon: DatelineLexicon, language: Language) -> int:
    """The evidence for a dateline, a small number; 0 when something shows that it is none."""
    complete = bool(parts.places and parts.day_month)
    if not (parts.agencies or complete):
        return 0
    line_end = text.find("\n", parts.end)
    line_end = len(text) if line_end < 0 else line_end
    end = next(_END.finditer(text, parts.end, line_end))  # it may be empty
    mark = end["mark"].strip()
    body = text[end.end() : line_end].strip()
    if body[:1].islower() and not text[parts.start : line_end].islower():
        return 0
    if lexicon.credits.search(text, parts.start, parts.end) or not (complete or body):
        return 0
    known_places = bool(parts.places) and all(_is_known(place, language) for place in parts.places)
    evidence = parts.bracketed + 2 * bool(parts.day_month) + parts.in_capitals + known_places
    if not parts.agencies:
        announced = known_places and _is_sentence(body) and not lexicon.credits.search(body)
        return evidence + mark.endswith(tuple(DASHES)) if announced and mark else 0
    return evidence + (3 if parts.known else 1) if _ends_well(text, parts, mark) else 0


def _is_known(place: str, language: Language) -> bool:
    """Whether a word of a place's name is that of a place."""
    return any(language.is_place(word.strip(QUOTES)) for word in place.split())


def _is_sentence(body: str) -> bool:
    return len(body.partition(". ")[0]) >= _SENTENCE_LENGTH and body[-1] in '.»”"…!?'


def _ends_well(text: str, parts: Parts, mark: str) -> bool:
    """Whether after an agency comes what ends a dateline."""
    if parts.bracketed:
        # «(5 мая - ТАСС)» is an editor's note.
        return bool(parts.places) or text[parts.start] != "(" or not parts.day_month
    if mark.endswith(":"):
        return bool(parts.day_month)
    return bool(mark) or (parts.in_capitals and bool(parts.day_month))
