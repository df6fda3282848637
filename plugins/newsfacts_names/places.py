"""Places: names of countries, regions and cities that the dictionary knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsfacts import Analysis, Mention
from newsfacts_names.candidates import Candidate
from newsfacts_names.noun_phrases import modifies, nominative_phrase

__all__ = ["find_places", "is_known_place"]

_PLACE = "NameType=Geo"


def find_places(analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str]) -> Iterator[Mention]:
    """The mentions of places, with the adjective before («Южная Корея»)."""
    for at, candidate in enumerate(candidates):
        word = candidate.token.text
        if labels[at] in "Pp" or not is_known_place(analysis, word):
            continue
        start = candidate.token.start
        if candidate.gap == " " and labels[at - 1] == "O":
            first = candidates[at - 1].token
            if modifies(analysis.readings(first.text), analysis.readings(word)):
                start = first.start
        text = analysis.text[start : candidate.token.end]
        yield Mention(
            start=start, end=candidate.token.end, text=text, type="place", name=nominative_phrase(analysis.language, text)
        )


def is_known_place(analysis: Analysis, word: str) -> bool:
    """Whether the likeliest reading of a word is a place of the dictionary.

    `Language.is_place` asks for any reading, and would make places of surnames («Быков»).
    """
    reading = analysis.readings(word)[0]
    return reading.known and _PLACE in reading.features
