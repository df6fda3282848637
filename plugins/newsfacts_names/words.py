"""What a word form tells the labeller by itself; kept for the forms that were seen last."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from newsfacts import Reading, shared

__all__ = ["Form", "Noun", "Words", "outline"]

_CACHED_FORMS = 6_000
# What marks a person's name, any proper name or an abbreviation, and the class of such a word in short.
_PERSONAL = {"NameType=Giv": "Gn", "NameType=Sur": "Sn", "NameType=Pat": "Pn"}
_PROPER = {**_PERSONAL, "NameType=Geo": "Ge", "NameType=Com": "Co", "NameType=Pro": "Pr", "Abbr=Yes": "Ab"}
_ENDING = re.compile(r"(?<=...)(?:ого|ому|ыми|ими|ой|ей|ом|ем|ым|им|ую|ая|ый|ий|ою|ею|ья|ье|ью|[аяуюеыиоьй])\Z")
_INITIALS = frozenset(("Дж", "Ал", "Ант", "Юр"))
_NO_CASES: frozenset[str] = shared(())


class Form(NamedTuple):
    """A capitalised word.

    Attributes:
        kind: Its shape and what the dictionary makes of it, as a few letters.
        cases: The cases and genders that it may stand in as a word of a name; none for what is not declined.
        stem: What it shares with its other forms: «Обамой», «Обама» → «обам».
    """

    kind: str
    cases: frozenset[str]
    stem: str


class Noun(NamedTuple):
    """A common noun before a capitalised word.

    Attributes:
        kind: ``a`` for a being, ``i`` for a thing; empty for a word that is no common noun.
        cases: The cases of its forms, with the gender of who may be called so.
    """

    kind: str
    cases: frozenset[str]


_NO_NOUN = Noun("", _NO_CASES)


class Words:
    """The word forms of a language.

    Args:
        readings: Reads a word form.
    """

    def __init__(self, readings: Callable[[str], tuple[Reading, ...]]) -> None:
        self._readings = readings
        self.form = lru_cache(maxsize=_CACHED_FORMS)(self._form)
        self.noun = lru_cache(maxsize=_CACHED_FORMS)(self._noun)

    def own_features(self, word: str) -> tuple[str, ...]:
        """What a capitalised word itself tells."""
        low = word.lower().replace("ё", "е")
        kind, _, stem = self.form(word)
        out = ["bias", "w" + low, "k" + kind, "s2" + low[-2:], "s3" + low[-3:], "s4" + low[-4:], "p3" + low[:3], "st" + stem]
        out.append("len" + str(min(len(word), 8)))
        if "-" in word:
            parts = word.split("-")
            out += [
                "hy" + ("A" if parts[-1][:1].isupper() else "a"),
                "hs" + parts[-1].lower()[:6],
                "hp" + parts[0].lower()[:6],
            ]
        if "а" <= low[0] <= "я":
            found = self._readings(word)
            known = "K" if found[0].known else "U"
            features = frozenset().union(*[r.features for r in found[:6]])
            out += [f"t{known}{mark}" for feature, mark in _PROPER.items() if feature in features]
            out.append(f"pos{known}{found[0].category}" + ("a" if "Animacy=Anim" in found[0].features else ""))
            out += [f"s3{known}{low[-3:]}", f"s2{kind}{low[-2:]}"]
            if any(r.known and r.features.isdisjoint(_PROPER) for r in found):
                out.append("common")
        return tuple(out)

    def neighbour_features(self, word: str) -> tuple[str, ...]:
        """What a word tells of the capitalised word beside it."""
        low = word.lower().replace("ё", "е")
        if word[0].isupper():
            return ("W" + low, "S" + low[-3:], "K" + self.form(word).kind, "P" + low[:4])
        if word[0].islower():
            return ("w" + low, "s" + low[-3:], "S" + low[-2:], "p" + low[:6], "q" + low[:4], "f" + low[-6:])
        return ("m" + ("0" if word[0].isdigit() else word),)

    def _form(self, word: str) -> Form:
        kind = _shape(word) or _class(self._readings(word))
        return Form(kind, self._cases(word), _ENDING.sub("", word.lower().replace("ё", "е")))

    def _cases(self, word: str) -> frozenset[str]:
        if len(word) < 3 or not ("а" <= word[0].lower() <= "я") or word.isupper():
            return _NO_CASES
        return shared(
            [
                r.case + gender
                for r in self._readings(word)
                if r.case and r.number == "Sing" and r.category in ("NOUN", "ADJ")
                for gender in ((r.gender,) if r.gender else ("Masc", "Fem"))
            ]
        )

    def _noun(self, word: str) -> Noun:
        found = self._readings(word)
        first = found[0]
        if not first.is_noun or not first.known or not first.features.isdisjoint(_PROPER):
            return _NO_NOUN
        cases = [r.case for r in found if r.case and r.is_noun and r.number == "Sing"]
        kind = "a" if "Animacy=Anim" in first.features else "i"
        return Noun(kind, shared([case + gender for case in cases for gender in ("Masc", "Fem")]))


def outline(word: str) -> str:
    """A neighbour in short: marks and short words as they are, of longer ones the beginning."""
    first = word[0]
    return "X" if first.isupper() else "0" if first.isdigit() else word[:5]


def _shape(word: str) -> str:
    """What the letters of a capitalised word tell without the dictionary; empty for a word to be looked up."""
    first = word[0].lower()
    if not ("а" <= first <= "я" or first == "ё"):
        return "Lu" if word.isupper() and len(word) > 1 else "L1" if len(word) == 1 else "La"
    if len(word) == 1 or word in _INITIALS:
        return "I"
    if word.isupper():
        return f"U{min(len(word), 5)}"
    return "M" if "-" not in word and word[1:] != word[1:].lower() else ""


def _class(readings: tuple[Reading, ...]) -> str:
    """What the dictionary makes of a word."""
    top = readings[0]
    kind = next((mark for feature, mark in _PROPER.items() if feature in top.features), None)
    if kind is None:
        kind = next((mark.lower() for feature, mark in _PERSONAL.items() for r in readings if feature in r.features), None)
    if kind is None:
        kind = top.category + ("a" if "Animacy=Anim" in top.features else "")
    return kind + ("" if top.known else "?")
