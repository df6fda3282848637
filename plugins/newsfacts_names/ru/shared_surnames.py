"""Persons side by side who share one surname, in the plural: «Егору и Степану Лаптевым»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsfacts import Analysis, Language
from newsfacts_names.grammar import Gender, PersonName
from newsfacts_names.lexicon import NameLexicon

__all__ = ["shared_surnames"]

_GIVEN = "NameType=Giv"
_AND = " и "
_JOINTS = frozenset((_AND, ", "))


def shared_surnames(
    analysis: Analysis, spans: Sequence[tuple[int, int]], language: Language, lexicon: NameLexicon
) -> dict[int, PersonName]:
    """What persons with a surname in common are called, by the places of their names.

    Args:
        analysis: The article.
        spans: Its persons' names.
        language: Reads the given names.
        lexicon: How surnames end in the plural.
    """
    names = [analysis.text[start:end].split() for start, end in spans]
    joints = ["", *[analysis.text[end:start] for (_, end), (start, _) in pairwise(spans)]]
    found: dict[int, PersonName] = {}
    for last, joint in enumerate(joints):
        if joint != _AND:
            continue
        *given, surname = names[last]
        for case, of_man, of_woman in lexicon.singular_surnames(surname):
            # One whose given name is anybody's («Саша») gets his surname.
            surnames: dict[str | None, tuple[str, Gender | None]] = {
                "Masc": (of_man, "masculine"),
                "Fem": (of_woman, "feminine"),
                None: (of_man, None),
            }
            members: dict[int, PersonName] = {}
            at, words = last, given
            while named := _given(language, lexicon, words, case):
                nominative, key = named
                singular, gender = surnames[key]
                members[at] = PersonName(f"{nominative} {singular}", gender)
                if joints[at] not in _JOINTS:
                    break
                at -= 1
                words = names[at]
            if len(members) > 1:
                found |= members
                break
    return found


def _given(language: Language, lexicon: NameLexicon, words: Sequence[str], case: str) -> tuple[str, str | None] | None:
    """The nominative and the gender of a given name in a case, the more usual one; None where the words are none."""
    readings = language.morphology.readings(words[0]) if len(words) == 1 else ()
    given = [r for r in readings if _GIVEN in r.features and r.case == case]
    if not given:
        return None
    usual = min(given, key=lambda reading: lexicon.is_rare_given_name(reading.lemma))
    return usual.lemma.title(), usual.gender
