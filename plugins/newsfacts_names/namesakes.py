"""Names that only say what a street, a work or a prize is called, or where somebody lives: nobody is named there."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts import Analysis, Token
from newsfacts_names.candidates import Candidate
from newsfacts_names.lexicon import NameLexicon

__all__ = ["without_namesakes"]

_PLACE = "NameType=Geo"


def without_namesakes(
    analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], lexicon: NameLexicon
) -> list[str]:
    """The labels, without the persons that are none: «на улице Гагарина», «завод имени Кирова», «жители Кирова».

    A whole name after «имени» (named after) stays a person: the text says who it was.
    """
    mended = list(labels)
    for at, label in enumerate(labels):
        if label != "P":
            continue
        end = at + 1
        while end < len(labels) and labels[end] == "p":
            end += 1
        if _is_namesake(analysis, candidates[at], end - at, lexicon):
            mended[at:end] = ["O"] * (end - at)
    return mended


def _is_namesake(analysis: Analysis, candidate: Candidate, words: int, lexicon: NameLexicon) -> bool:
    before = _word_before(analysis.tokens, candidate.position)
    forms = {before, analysis.readings(before)[0].lemma}
    if forms & lexicon.streets:
        return True
    if words > 1:
        return False
    readings = [r for r in analysis.readings(candidate.token.text) if r.number == "Sing"]
    if forms & lexicon.namesakes:
        return any(r.case == "Gen" for r in readings)
    return bool(forms & lexicon.townspeople) and any(_PLACE in r.features and r.case == "Gen" for r in readings)


def _word_before(tokens: Sequence[Token], position: int) -> str:
    """The word before a token, without the stop of its abbreviation; empty where there is none."""
    before = [token.text for token in tokens[max(0, position - 2) : position]]
    return before[0] if before[-1:] == ["."] else before[-1] if before else ""
