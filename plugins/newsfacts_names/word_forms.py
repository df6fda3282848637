"""Features of single word forms, for the labeller; those of the forms seen last are kept."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsfacts import Language, Reading, fold, shared
from newsfacts_names.lexicon import NameLexicon

__all__ = ["Form", "Noun", "WordForms", "outline"]

_CACHED_FORMS = 6_000
# What marks a person's name, any proper name or an abbreviation, and the class of such a word in short.
_PERSONAL = {"NameType=Giv": "Gn", "NameType=Sur": "Sn", "NameType=Pat": "Pn"}
_PROPER = {**_PERSONAL, "NameType=Geo": "Ge", "NameType=Com": "Co", "NameType=Pro": "Pr", "Abbr=Yes": "Ab"}
_GENDERS = ("Masc", "Fem")
# Readings after these are unlikely, and long words have dozens.
_MOST_READINGS = 6
# In letters; shorter words are abbreviations and initials, whose letters say nothing of a case.
_SHORTEST_DECLINED = 3
# Lengths of words from here on, and of words in capitals, are one.
_LONGEST_COUNTED = 8
_LONGEST_CAPITALS = 5
_NO_CASES: frozenset[str] = shared(())


class Form(NamedTuple):
    """A capitalised word.

    Attributes:
        kind: Its shape and its likeliest reading, as a few letters.
        cases: The cases and genders that it may have in a name; none for what is not declined.
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


class WordForms:
    """The word forms of a language.

    Args:
        language: Reads a word form.
        lexicon: The words of the language.
    """

    def __init__(self, language: Language, lexicon: NameLexicon) -> None:
        self._readings = language.morphology.readings
        self._is_native = language.is_native
        self._long_initials = lexicon.long_initials
        self._stem = lexicon.stem
        self._genders = lexicon.genders
        self._verb_endings = lexicon.verb_endings
        self.form = lru_cache(maxsize=_CACHED_FORMS)(self._form)
        self.noun = lru_cache(maxsize=_CACHED_FORMS)(self._noun)
        self.may_be_verb = lru_cache(maxsize=_CACHED_FORMS)(self._may_be_verb)

    def own_features(self, word: str) -> tuple[str, ...]:
        """Features of a capitalised word by itself."""
        low = fold(word)
        kind, _, stem = self.form(word)
        out = ["bias", "w" + low, "k" + kind, "s2" + low[-2:], "s3" + low[-3:], "s4" + low[-4:], "p3" + low[:3], "st" + stem]
        out.append("len" + str(min(len(word), _LONGEST_COUNTED)))
        if "-" in word:
            parts = word.split("-")
            out += [
                "hy" + ("A" if parts[-1][:1].isupper() else "a"),
                "hs" + parts[-1].lower()[:6],
                "hp" + parts[0].lower()[:6],
            ]
        if self._is_native(word):
            found = self._readings(word)
            known = "K" if found[0].known else "U"
            out += dict.fromkeys([f"t{known}{mark}" for r in found[:_MOST_READINGS] for mark in _marks(r.features)])
            out.append(f"pos{known}{found[0].category}" + ("a" if "Animacy=Anim" in found[0].features else ""))
            out += [f"s3{known}{low[-3:]}", f"s2{kind}{low[-2:]}"]
            if any(r.known and not _marks(r.features) for r in found):
                out.append("common")
        return tuple(out)

    def neighbour_features(self, side: str, word: str) -> tuple[str, ...]:
        """Features of a word for the capitalised word beside it, which begin with a letter for the side."""
        low = fold(word)
        if word[0].isupper():
            return f"{side}W{low}", f"{side}S{low[-3:]}", f"{side}K{self.form(word).kind}", f"{side}P{low[:4]}"
        if word[0].islower():
            beginnings = f"{side}p{low[:6]}", f"{side}q{low[:4]}"
            return f"{side}w{low}", f"{side}s{low[-3:]}", f"{side}S{low[-2:]}", *beginnings, f"{side}f{low[-6:]}"
        return (f"{side}m{'0' if word[0].isdigit() else word}",)

    def _form(self, word: str) -> Form:
        kind = self._shape(word) or _class(self._readings(word))
        if fold(word) in self._genders:
            kind += "+"
        return Form(kind, self._cases(word), self._stem(word))

    def _shape(self, word: str) -> str:
        """The kind of a word that its letters show without the dictionary; empty for a word to be looked up."""
        if not self._is_native(word):
            return "L1" if len(word) == 1 else "Lu" if word.isupper() else "La"
        if len(word) == 1 or word in self._long_initials:
            return "I"
        if word.isupper():
            return f"U{min(len(word), _LONGEST_CAPITALS)}"
        return "M" if "-" not in word and word[1:] != word[1:].lower() else ""

    def _cases(self, word: str) -> frozenset[str]:
        if len(word) < _SHORTEST_DECLINED or word.isupper():
            return _NO_CASES
        return shared(
            [
                r.case + gender
                for r in self._readings(word)
                if r.case and r.number == "Sing" and r.category in ("NOUN", "ADJ")
                for gender in ((r.gender,) if r.gender else _GENDERS)
            ]
        )

    def _noun(self, word: str) -> Noun:
        found = self._readings(word)
        first = found[0]
        if not first.is_noun or not first.known or _marks(first.features):
            return _NO_NOUN
        cases = [r.case for r in found if r.case and r.is_noun and r.number == "Sing"]
        kind = "a" if "Animacy=Anim" in first.features else "i"
        return Noun(kind, shared([case + gender for case in cases for gender in _GENDERS]))

    def _may_be_verb(self, word: str) -> bool:
        return word.islower() and word.endswith(self._verb_endings)


def outline(word: str) -> str:
    """A neighbour in short: marks and short words as they are, of longer ones the beginning."""
    first = word[0]
    return "X" if first.isupper() else "0" if first.isdigit() else word[:5]


def _class(readings: tuple[Reading, ...]) -> str:
    """The class of a word in the dictionary."""
    top = readings[0]
    marks = {mark for r in readings for mark in _marks(r.features)}
    if own := _marks(top.features):
        kind = own[0]
    elif personal := [mark for mark in _PERSONAL.values() if mark in marks]:
        kind = personal[0].lower()
    else:
        kind = top.category + ("a" if "Animacy=Anim" in top.features else "")
    return kind + ("" if top.known else "?")


@cache
def _marks(features: frozenset[str]) -> tuple[str, ...]:
    """The marks of a proper name or an abbreviation among a reading's features, which come in a few hundred combinations."""
    return tuple([mark for feature, mark in _PROPER.items() if feature in features])
