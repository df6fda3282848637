"""Persons side by side who share one surname, in the plural: «Егору и Степану Лаптевым»."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts import Analysis, Language
from newsfacts_names.lexicon import NameLexicon

__all__ = ["shared_surnames"]

_GIVEN = "NameType=Giv"
_AND = " и "
_MOST_MEMBERS = 8
_JOINTS = frozenset((_AND, ", "))


def shared_surnames(
    analysis: Analysis, spans: Sequence[tuple[int, int]], language: Language, lexicon: NameLexicon
) -> dict[int, str]:
    """The nominatives of persons with a surname in common, by the places of their names.

    Args:
        analysis: The article.
        spans: Its persons' names.
        language: Reads the given names.
        lexicon: How surnames end in the plural.
    """
    found: dict[int, str] = {}
    text = analysis.text
    for index, (start, end) in enumerate(spans):
        words = text[start:end].split()
        if len(words) < 2 or not index or text[spans[index - 1][1] : start] != _AND:
            continue
        members = {index: " ".join(words[:-1])}
        while index and len(members) < _MOST_MEMBERS and text[spans[index - 1][1] : spans[index][0]] in _JOINTS:
            index -= 1
            members[index] = text[slice(*spans[index])]
        for case, of_man, of_woman in lexicon.singular_surnames(words[-1]):
            given = {at: _given(language, lexicon, name, case) for at, name in members.items()}
            if all(given.values()):
                surnames = {"Masc": of_man, "Fem": of_woman}
                found |= {at: f"{each[0]} {surnames[each[1]]}" for at, each in given.items() if each}
                break
    return found


def _given(language: Language, lexicon: NameLexicon, name: str, case: str) -> tuple[str, str] | None:
    """The nominative and the gender of a given name in a case, the more usual one; None where it is none."""
    readings = language.morphology.readings(name) if " " not in name else ()
    given = [r for r in readings if _GIVEN in r.features and r.case == case and r.number == "Sing" and r.gender]
    if not given:
        return None
    usual = min(given, key=lambda reading: lexicon.is_rare_given_name(reading.lemma))
    return (language.morphology.inflect(usual, "Case=Nom") or name).title(), str(usual.gender)
