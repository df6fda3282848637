"""How much evidence there is that some parts are a dateline."""

from __future__ import annotations

import re

from newsfacts import Language, fold
from newsfacts_dateline.lexicon import DatelineLexicon
from newsfacts_dateline.marks import DASHES, LONG_DASHES, QUOTES, STOPS
from newsfacts_dateline.parts import Parts
from newsfacts_dateline.place_names import is_wider

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
    line_end = text.find("\n", parts.end)
    line_end = len(text) if line_end < 0 else line_end
    end = next(_END.finditer(text, parts.end, line_end))  # it may be empty
    mark = end["mark"].strip()
    body = text[end.end() : line_end].strip()
    if body[:1].islower() and not text[parts.start : line_end].islower():
        return 0
    if lexicon.credits.search(text, parts.start, parts.end) or not (complete or body):
        return 0
    known_places = parts.located or (bool(parts.places) and all(_is_known(place, language) for place in parts.places))
    evidence = parts.bracketed + 2 * bool(parts.day_month) + parts.in_capitals + known_places
    if not parts.agencies:
        if not (mark and known_places and _is_prose(body)) or lexicon.credits.search(body):
            return 0
        if not complete:
            return ENOUGH if _are_places_alone(parts, mark.lstrip(STOPS), lexicon, language) else 0
        announced = _is_sentence(body) and not _is_caption(text, parts, mark)
        return evidence + mark.endswith(tuple(DASHES)) if announced else 0
    is_line = complete and not body and not text[text.rfind("\n", 0, parts.start) + 1 : parts.start].strip()
    if not (is_line or _ends_well(text, parts, mark)):
        return 0
    # An agency that no list has is sure enough in brackets, behind a place and before a dash.
    is_announced = parts.bracketed and not parts.day_month and mark.endswith(tuple(DASHES))
    return evidence + (3 if parts.known else 1 + is_announced)


def _is_known(place: str, language: Language) -> bool:
    """Whether a place's name, or a word of it, is that of a place."""
    return fold(place) in language.places or any(language.is_place(word.strip(QUOTES)) for word in place.split())


def _are_places_alone(parts: Parts, mark: str, lexicon: DatelineLexicon, language: Language) -> bool:
    """Whether known places and a mark are a whole dateline: by capitals, the state behind the city, or the dash behind it."""
    if mark not in lexicon.after_places or not (parts.located or all(map(language.is_place, parts.places))):
        return False
    is_dash = mark in LONG_DASHES or len(mark) > 1
    return parts.in_capitals or parts.located or (is_dash and not any(is_wider(place, lexicon) for place in parts.places))


def _is_caption(text: str, parts: Parts, mark: str) -> bool:
    """Whether it begins the caption of a photograph: «NEW YORK, NY - MARCH 09: A woman walks by»."""
    return mark == ":" and text[parts.start : parts.dated_at].rstrip().endswith(tuple(DASHES))


def _is_prose(body: str) -> bool:
    return len(body) >= _SENTENCE_LENGTH and body[-1] in ".»”\"'’…!?"


def _is_sentence(body: str) -> bool:
    return len(body.partition(". ")[0]) >= _SENTENCE_LENGTH


def _ends_well(text: str, parts: Parts, mark: str) -> bool:
    """Whether after an agency comes what ends a dateline."""
    if parts.bracketed:
        # «(5 мая - ТАСС)» is an editor's note.
        return bool(parts.places) or text[parts.start] != "(" or not parts.day_month
    if mark.endswith(":"):
        return bool(parts.day_month)
    return bool(mark) or (parts.in_capitals and bool(parts.day_month))
