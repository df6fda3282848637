"""Persons side by side who share one surname, in the plural: «Егору и Степану Лаптевым»."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsfacts import Analysis
from newsfacts_names.declension import Decliner
from newsfacts_names.grammar import Gender, PersonName
from newsfacts_names.lexicon import NameLexicon

__all__ = ["shared_surnames"]

_GIVEN, _SURNAME = "NameType=Giv", "NameType=Sur"
_JOINTS = frozenset((" и ", ", "))
# Surnames of Siberia, which are not declined, look like adjectives in the genitive of the plural.
_LIKE_ADJECTIVES = ("ых", "их")


class _Given(NamedTuple):
    """A given name in a case.

    Attributes:
        nominative: The nominative.
        gender: Masc or Fem; None for one that is anybody's («Саша»).
        weight: How likely the word is this name in this case.
    """

    nominative: str
    gender: str | None
    weight: float


def shared_surnames(
    analysis: Analysis, spans: Sequence[tuple[int, int]], decliner: Decliner, lexicon: NameLexicon
) -> dict[int, PersonName]:
    """What persons with a surname in common are called, by the places of their names.

    Args:
        analysis: The article.
        spans: Its persons' names.
        decliner: Reads the given names that the dictionary lacks.
        lexicon: How surnames end in the plural.
    """
    names = [analysis.text[start:end].split() for start, end in spans]
    joints = ["", *[analysis.text[end:start] for (_, end), (start, _) in pairwise(spans)]]
    found: dict[int, PersonName] = {}
    for last, joint in enumerate(joints):
        if joint not in _JOINTS:
            continue
        *given, surname = names[last]
        best: tuple[int, float] = (1, math.inf)  # one alone shares nothing
        members: dict[int, PersonName] = {}
        for case, of_man, of_woman in lexicon.singular_surnames(surname):
            if known := _known_surname(analysis, surname):
                of_man, of_woman = known, known if known == surname else of_woman
            # One whose given name is anybody's gets his surname.
            surnames: dict[str | None, tuple[str, Gender | None]] = {
                "Masc": (of_man, "masculine"),
                "Fem": (of_woman, "feminine"),
                None: (of_man, None),
            }
            people: list[_Given] = []
            at, words = last, given
            while person := _given(analysis, decliner, lexicon, words, case):
                people.append(person)
                if joints[at] not in _JOINTS:
                    break
                at -= 1
                words = names[at]
            fit = len(people), math.prod([person.weight for person in people])
            if fit > best:
                best = fit
                members = {}
                for back, person in enumerate(people):
                    singular, gender = surnames[person.gender]
                    members[last - back] = PersonName(f"{person.nominative} {singular}", gender)
        found |= members
    return found


def _known_surname(analysis: Analysis, plural: str) -> str | None:
    """The nominative of a man's surname in the plural, by the dictionary («Толстым»: «Толстой»); None if that has none.

    What looks like a common adjective in the genitive is its own nominative («Седых»: grey).
    """
    readings = [r for r in analysis.readings(plural) if r.known and r.number == "Plur"]
    surnames = {r.lemma for r in readings if _SURNAME in r.features}
    if len(surnames) == 1:
        return surnames.pop().title()
    is_adjective = any(r.is_attributive and r.case == "Gen" for r in readings)
    return plural if is_adjective and not surnames and plural.endswith(_LIKE_ADJECTIVES) else None


def _given(analysis: Analysis, decliner: Decliner, lexicon: NameLexicon, words: Sequence[str], case: str) -> _Given | None:
    """A given name in a case, the more usual one; None where the words are none."""
    if len(words) != 1:
        return None
    readings = [r for r in analysis.readings(words[0]) if r.known and r.number == "Sing"]
    given = [r for r in readings if _GIVEN in r.features]
    fitting = [r for r in given if r.case == case]
    if fitting:
        usual = min(fitting, key=lambda reading: lexicon.is_rare_given_name(reading.lemma))
        return _Given(usual.lemma.title(), usual.gender, 1.0)
    is_surname = words[0].endswith(lexicon.surname_endings) or any(_SURNAME in r.features for r in readings)
    guessed = None if given or is_surname else decliner.given_name(words[0], case)
    return guessed and _Given(*guessed)
