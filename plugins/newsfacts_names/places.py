"""Places: names of countries, regions and cities that the dictionary knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsfacts import Analysis, Mention, fold
from newsfacts_names.candidates import Candidate
from newsfacts_names.noun_phrases import modifies, nominative_phrase

__all__ = ["find_places", "is_known_place"]

_PLACE = "NameType=Geo"
# In words and in characters; no listed name is longer.
_MOST_WORDS = 4
_LONGEST_NAME = 40


def find_places(analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str]) -> Iterator[Mention]:
    """The mentions of places, with the adjective before («Южная Корея»); listed names of several words are one."""
    within = 0  # the end of the last one
    for at, candidate in enumerate(candidates):
        word = candidate.token.text
        if labels[at] in "Pp" or candidate.token.start < within:
            continue
        if listed := _listed(analysis, candidates, labels, at):
            within = listed
            text = " ".join(analysis.text[candidate.token.start : within].split())
            yield Mention(
                start=candidate.token.start,
                end=within,
                text=analysis.text[candidate.token.start : within],
                type="place",
                name=text,
            )
            continue
        if not is_known_place(analysis, word):
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


def _listed(analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], at: int) -> int | None:
    """Where the longest name ends that begins with a candidate and is listed, of several words or with a stop («U.S.»)."""
    start = candidates[at].token.start
    text, places = analysis.text, analysis.language.places
    for last in range(min(at + _MOST_WORDS, len(candidates)) - 1, at - 1, -1):
        end = candidates[last].token.end
        name = fold(" ".join(text[start:end].split())) if end - start < _LONGEST_NAME else ""
        if "P" in labels[at : last + 1]:
            continue
        if text[end : end + 1] == "." and f"{name}." in places:
            return end + 1
        if last > at and name in places:
            return end
    return None


def is_known_place(analysis: Analysis, word: str) -> bool:
    """Whether the likeliest reading of a word is a place, which the dictionary has or the language lists.

    `Language.is_place` asks for any reading, and would make places of surnames («Быков»).
    """
    reading = analysis.readings(word)[0]
    return _PLACE in reading.features and (reading.known or fold(word) in analysis.language.places)
