"""The nominative and the gender of persons' names, known to the dictionary or not."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from newsfacts.language import Morphology

__all__ = ["Declension", "decline"]

Gender = Literal["masculine", "feminine"]
_GENDERS: dict[str, Gender] = {"masc": "masculine", "femn": "feminine"}
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_OBLIQUE = _CASES[1:]
_NAME_TAGS = frozenset(("Name", "Surn", "Patr"))
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"


class Declension(NamedTuple):
    """A name's nominative, and the gender that its form tells."""

    name: str
    gender: Gender | None


class _Form(NamedTuple):
    """One way to read a word of a name."""

    nominative: str
    case: str
    gender: str
    weight: float


class _Reading(NamedTuple):
    words: tuple[str, ...]
    gender: str
    weight: float


def decline(names: Sequence[Sequence[str]], morphology: Morphology) -> list[Declension]:
    """Nominatives of the names of one article; those that share a word support each other's reading."""
    readings = {name: _name_readings(name, morphology) for name in {tuple(n) for n in names}}
    support: dict[str, float] = defaultdict(float)
    for candidates in readings.values():
        total = sum(c.weight for c in candidates)
        best: dict[str, float] = {}
        for candidate in candidates:
            for word in candidate.words:
                best[word] = max(best.get(word, 0.0), candidate.weight / total)
        for word, share in best.items():
            support[word] += share
    chosen: dict[tuple[str, ...], Declension] = {}
    for name, candidates in readings.items():
        scored = sorted(
            ((c.weight * math.prod(support[w] ** 2 for w in c.words), c) for c in candidates), key=lambda x: (-x[0], x[1])
        )
        top = scored[0][1]
        masculine = sum(s for s, c in scored if c.gender == "masc")
        feminine = sum(s for s, c in scored if c.gender == "femn")
        sure = max(masculine, feminine) > 4 * min(masculine, feminine)
        chosen[name] = Declension(" ".join(top.words), _GENDERS[top.gender] if sure else None)
    return [chosen[tuple(name)] for name in names]


def _name_readings(name: tuple[str, ...], morphology: Morphology) -> list[_Reading]:
    """The readings in which all words agree in case and gender."""
    forms = [_forms(word, position == len(name) - 1, morphology) for position, word in enumerate(name)]
    found: dict[tuple[tuple[str, ...], str], float] = defaultdict(float)
    for gender in _GENDERS:
        for case in _CASES:
            prior = 2.0 if case == "nomn" else 1.0
            best = [
                max((f for f in fs if f.case == case and f.gender == gender), key=lambda f: f.weight, default=None)
                for fs in forms
            ]
            if all(best):
                key = tuple(f.nominative for f in best if f), gender
                found[key] = max(found[key], prior * math.prod(f.weight for f in best if f))
    if not found:
        return [_Reading(name, "masc", 1.0)]
    return [_Reading(words, gender, weight) for (words, gender), weight in found.items()]


@lru_cache(maxsize=20_000)
def _forms(word: str, last: bool, morphology: Morphology) -> tuple[_Form, ...]:
    found: dict[tuple[str, str, str], float] = {}
    for form in _all_forms(word, last, morphology):
        key = form[:3]
        found[key] = max(found.get(key, 0.0), form.weight)
    return tuple(_Form(*key, weight) for key, weight in found.items())


def _all_forms(word: str, last: bool, morphology: Morphology) -> Iterator[_Form]:
    if len(word) == 1 or not ("а" <= word[0].lower() <= "я"):
        yield from _unchanged(word, 0.5)
        return
    for reading in morphology.readings(word):
        if reading.tags & _NAME_TAGS and reading.number == "sing" and reading.case:
            base = morphology.inflect(reading, "nomn") or word
            for gender in [reading.gender] if reading.gender in _GENDERS else list(_GENDERS):
                yield _Form(_cased(base, word), reading.case, str(gender), 0.5 + 0.5 * reading.score)
    yield from _by_ending(word, last)


def _unchanged(word: str, weight: float) -> Iterator[_Form]:
    for gender in _GENDERS:
        for case in _CASES:
            yield _Form(word, case, gender, weight)


def _by_ending(word: str, last: bool) -> Iterator[_Form]:
    low = word.lower()
    if low[-1] in _CONSONANTS + "ьй":
        yield _Form(word, "nomn", "masc", 0.2)
        if last:
            for case in _CASES:
                yield _Form(word, case, "femn", 0.1)
    if low[-1] in "оиуэею":
        yield from _unchanged(word, 0.05)
    for ending, case in (
        ("а", "gent"),
        ("а", "accs"),
        ("у", "datv"),
        ("ом", "ablt"),
        ("ем", "ablt"),
        ("е", "loct"),
        ("ым", "ablt"),
    ):
        if low.endswith(ending) and len(low) > len(ending) + 2 and low[-len(ending) - 1] in _CONSONANTS:
            yield _Form(word[: -len(ending)], case, "masc", 0.1)
    if low[-1] in "ая":
        yield _Form(word, "nomn", "femn", 0.1)


def _cased(form: str, original: str) -> str:
    return "".join(f.upper() if i < len(original) and original[i].isupper() else f for i, f in enumerate(form))
