"""Surnames alone that were taken for nobody's, though the article has the whole name: «Разиль Магазов», «Магазов служил»."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts import Analysis, fold
from newsfacts_names.candidates import Candidate
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.nominatives import PERSONAL

__all__ = ["with_known_surnames"]

_GIVEN = "NameType=Giv"
# In letters; what is compared first.
_BEGINNING = 3
_OPENING = frozenset('«„“"')


def with_known_surnames(
    analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], lexicon: NameLexicon
) -> list[str]:
    """The labels, with the persons who are named by a surname alone that a whole name of the article has.

    The whole name begins with a given name of the dictionary. The surname is no other word, no place, no abbreviation, not in
    quotation marks, and no other name is beside it.

    Args:
        analysis: The article.
        candidates: Its capitalised words.
        labels: Their labels.
        lexicon: The words of its language.
    """
    surnames = set()
    given = False
    for at, (candidate, label) in enumerate(zip(candidates, labels, strict=True)):
        if label == "P":
            given = _is_given(analysis, candidate.token.text, lexicon)
        elif label == "p" and given and labels[at + 1 : at + 2] != ["p"]:
            surnames.add(lexicon.stem(candidate.token.text))
    mended = list(labels)
    beginnings = {surname[:_BEGINNING] for surname in surnames}
    for at, (candidate, label) in enumerate(zip(candidates, labels, strict=True)):
        word = candidate.token.text
        if label not in ("O", "R") or fold(word[:_BEGINNING]) not in beginnings or lexicon.stem(word) not in surnames:
            continue
        before, behind = labels[at - 1] if candidate.adjacent else "O", labels[at + 1 : at + 2] or ["O"]
        is_alone = before == "O" and (behind == ["O"] or not (candidates[at + 1].adjacent or behind == ["r"]))
        if is_alone and _is_surname(analysis, candidate):
            mended[at] = "P"
    return mended


def _is_given(analysis: Analysis, word: str, lexicon: NameLexicon) -> bool:
    return fold(word) in lexicon.genders or any(r.known and _GIVEN in r.features for r in analysis.readings(word))


def _is_surname(analysis: Analysis, candidate: Candidate) -> bool:
    """Whether a word may be a surname, and the dictionary has it as nothing else."""
    start, _, word = candidate.token
    readings = analysis.readings(word)
    if not word.istitle() or analysis.text[start - 1 : start] in _OPENING:
        return False
    if analysis.language.places & {fold(word), fold(readings[0].lemma)}:
        return False
    return all(r.features & PERSONAL or r.number == "Plur" for r in readings if r.known)
