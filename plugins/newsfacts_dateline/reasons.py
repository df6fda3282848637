"""Why a dateline was found: its parts as they were read, and the evidence that they are one."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts import Dateline, Decision
from newsfacts_dateline.evidence import ENOUGH
from newsfacts_dateline.parts import Parts

__all__ = ["reasons_of"]


def reasons_of(fact: Dateline, parts: Parts, evidence: int) -> Iterator[Decision]:
    """The decisions behind a dateline.

    Args:
        fact: The dateline.
        parts: What was read of it.
        evidence: How much evidence there is.
    """
    yield Decision(
        question="whether these parts are a dateline",
        answer="yes",
        rule=f"{evidence} pieces of evidence, and {ENOUGH} are enough",
        evidence=list(_evidence(parts)),
    )
    if fact.places:
        yield Decision(
            question="how readers write the places",
            answer=", ".join(fact.places),
            rule="the lexicon's names, small letters for capitals, no country beside its city",
            evidence={"written": ", ".join(parts.places)},
        )
    if fact.date:
        yield Decision(
            question="which day",
            answer=fact.date,
            rule="the year that is written, else that of the publication, else none",
            evidence={"written": _date(parts)},
        )


def _evidence(parts: Parts) -> Iterator[tuple[str, str]]:
    if parts.agencies:
        yield "agency", f"{', '.join(parts.agencies)} ({'in' if parts.known else 'not in'} the lexicon)"
    if parts.bracketed:
        yield "agency", "in brackets or between slashes"
    if parts.day_month:
        yield "day and month", _date(parts)
    if parts.places:
        yield "places", ", ".join(parts.places)
    if parts.in_capitals:
        yield "places", "in capitals"
    if parts.located:
        yield "places", "a country or a region behind one"


def _date(parts: Parts) -> str:
    return " ".join(filter(None, (parts.day_month, parts.year)))
