"""The nominatives that a single word of a person's name may have, from the dictionary and from its ending."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, product
from typing import Literal, NamedTuple

from newsfacts import Language, Reading, fold
from newsfacts_names.lexicon import Declension, NameLexicon

__all__ = ["GENDERS", "PERSONAL", "Key", "Place", "WordNominatives"]

Key = tuple[str, str]
"""A case and a gender."""
Place = Literal["first", "middle", "last", "only"]
"""Where a word stands in a name."""

GENDERS = ("Masc", "Fem")
PERSONAL = frozenset(("NameType=Giv", "NameType=Sur", "NameType=Pat"))
"""The features of the words of persons' names."""
# A given name stands first and a surname last.
_GIVEN = "NameType=Giv"
_SURNAME = "NameType=Sur"
_OUT_OF_PLACE = {"first": _SURNAME, "last": _GIVEN}
_SURNAMES_PLACES = frozenset(("last", "only"))
# What a word may be in its place: «Anna Maria Lee», «Anna Moore-Lee».
_PARTS = {"first": ("given",), "middle": ("given", "surname"), "last": ("surname",), "only": ("surname",)}
_CACHED_WORDS = 2_000
# The weights of a word's readings, each between nought and one; fitted to the nominatives of names in news.
_UNDECLINED = 0.5  # what has no vowel, and particles
_OUT_OF_PLACE_SHARE = 0.4
_NOUN_BESIDE_NAME_SHARE = 0.01  # of a noun in a given name's place, where the dictionary has the word as a name too («Инну»)
_KNOWN_NAME = (0.5, 0.5)  # at least, and more as the reading is likelier
_RARE_NAME_SHARE = 0.35
_RARE_BESIDE_USUAL_SHARE = 0.1  # where the same form is a usual name's: «Марину» is of Марина
_COMMON_NOUN = (0.15, 0.15)  # a surname such as «Лапша», which the dictionary has as a noun only
_NOUN_OF_OTHER_STEM = (0.5, 0.7)  # «Заяц», «Зайца»
_ADJECTIVE = 0.9
_ADJECTIVE_BESIDE_NAME = 0.5  # where the dictionary has the word as a name too («Ирины Яровой»)
_ADJECTIVE_UNLIKE_SURNAMES = 0.05
_ENDING_OF_OTHER_GENDER = 0.4  # where it has a surname of the other gender only
_ENDING_BESIDE_NAME = 0.03  # what is left of an ending's weight where the dictionary has the word as a name
_FORM_OF_GIVEN = 0.003  # likewise of one that is not declined, where it has it as another form of a given name («Анну»)
# In letters; a stem is at least so long.
_SHORTEST_STEM = 2

# One reading of a word: the nominative, the cases and genders that the word may stand in, the weight.
_Form = tuple[str, Sequence[Key], float]


class _Ending(NamedTuple):
    """How the names of one declension end in some cases."""

    form: str
    after: re.Pattern[str]
    cases: tuple[str, ...]
    declension: Declension


class WordNominatives:
    """The nominatives of the words of one language.

    Args:
        language: Its dictionary and letters.
        lexicon: How its names end.
    """

    def __init__(self, language: Language, lexicon: NameLexicon) -> None:
        self._morphology = language.morphology
        self._lexicon = lexicon
        self._all = tuple([(case, gender) for gender in GENDERS for case in lexicon.case_priors])
        self._vowel = re.compile(f"[{lexicon.vowels}]")
        # By the last letter of the ending; those of no ending by an empty string.
        self._endings: dict[str, list[_Ending]] = defaultdict(list)
        for ending in chain.from_iterable(map(_endings, lexicon.declension)):
            self._endings[ending.form[-1:]].append(ending)
        self._fixed = [
            (re.compile(f"{rule.form}\\Z"), rule, [key for key in self._all if rule.gender in (None, key[1])])
            for rule in lexicon.fixed
        ]
        self.of = lru_cache(maxsize=_CACHED_WORDS)(self._of)

    def _of(self, word: str, place: Place) -> dict[Key, tuple[tuple[str, float], ...]]:
        """For each case and gender the nominatives of a word with their weights, the likeliest first."""
        found: dict[Key, dict[str, float]] = defaultdict(dict)
        forms = sorted(self._forms(word, place), key=_likeliest_first)
        famous = [form for form in forms if self._is_famous(form[0])] if place in _SURNAMES_PLACES else []
        for nominative, keys, weight in famous or forms:
            for key in keys:
                found[key].setdefault(nominative, weight)
        return {key: tuple(group.items()) for key, group in found.items()}

    def _is_famous(self, surname: str) -> bool:
        """Whether a surname is that of somebody whom all know, or of a woman of that name."""
        low = fold(surname)
        return low in self._lexicon.famous or self._lexicon.counterpart(low, "Fem") in self._lexicon.famous

    def _forms(self, word: str, place: Place) -> Iterator[_Form]:
        low = word.lower()
        if not self._vowel.search(low) or word in self._lexicon.particles:
            yield word, self._all, _UNDECLINED
            return
        readings = [
            r
            for r in self._morphology.readings(word)
            if r.number == "Sing" and r.gender != "Neut" and (r.is_noun or r.category == "ADJ")
        ]
        names = [r for r in readings if r.known and r.features & PERSONAL]
        if not names and place != "last":
            # «Рада» (a council), which the dictionary has not as a name.
            names = [r for r in readings if r.known and r.is_noun and fold(r.lemma) in self._lexicon.usual_given_names]
        # How likely each word is in any of its cases: which case it has is asked elsewhere.
        scores: dict[tuple[str, str | None], float] = defaultdict(float)
        for reading in readings:
            scores[reading.lemma, reading.gender] += reading.score
        is_rare = bool(names) and all(map(self._is_rare, names))
        for reading in readings:
            weight = self._weight(reading, scores[reading.lemma, reading.gender], place, names)
            if self._is_rare(reading):
                weight *= _RARE_NAME_SHARE if is_rare else _RARE_BESIDE_USUAL_SHARE
            if weight:
                base = self._morphology.inflect(reading, "Case=Nom") or reading.word
                is_anybodys = reading.gender not in GENDERS or (not names and _is_noun_for_anybody(reading))
                genders = GENDERS if is_anybodys else (reading.gender,)
                yield _like(word, reading.word, base), list(product(_cases(reading), map(str, genders))), weight
        yield from self._declined(word, low, place, names, is_rare)
        yield from self._undeclined(word, low, place, names)

    def _weight(self, reading: Reading, score: float, place: Place, names: Sequence[Reading]) -> float:
        """How likely it is that a word of a name is to be read so.

        Args:
            reading: The reading.
            score: How likely the dictionary finds it in any case.
            place: Where the word stands in the name.
            names: The readings as a person's name that the dictionary has of the word.
        """
        if not reading.known:
            return 0.0
        is_name = bool(names)
        if reading in names:
            share = _OUT_OF_PLACE_SHARE if _OUT_OF_PLACE.get(place) in reading.features else 1.0
            return share * _rising(_KNOWN_NAME, score)
        if reading.category == "ADJ":
            lemma, is_hers = fold(reading.lemma), is_name and reading.gender == "Fem"
            if lemma.endswith(self._lexicon.adjectives_unlike_surnames) or (
                lemma.endswith(self._lexicon.adjectives_like_women) and not is_hers
            ):
                return _ADJECTIVE_UNLIKE_SURNAMES
            return _ADJECTIVE_BESIDE_NAME if is_name else _ADJECTIVE
        share = 1.0
        if place == "first":
            share = _NOUN_BESIDE_NAME_SHARE if is_name else _OUT_OF_PLACE_SHARE
        return share * _rising(_COMMON_NOUN if reading.word.startswith(reading.lemma) else _NOUN_OF_OTHER_STEM, score)

    def _is_rare(self, reading: Reading) -> bool:
        """Whether a reading is a given name that few have, beside one that many have."""
        return _GIVEN in reading.features and self._lexicon.is_rare_given_name(reading.lemma)

    def _declined(self, word: str, low: str, place: Place, names: Sequence[Reading], is_rare: bool) -> Iterator[_Form]:
        """The readings by the endings of declined names; the dictionary may have the word as some names."""
        # Of many surnames the dictionary has a man's form only, or a woman's.
        known = {r.gender for r in names} if any(_SURNAME in r.features for r in names) and place == "last" else {*GENDERS}
        is_surname = place in _SURNAMES_PLACES
        usual, lemmas = self._lexicon.usual_given_names, {fold(r.lemma) for r in names}
        lacking = usual - lemmas  # «Амина», which the dictionary has as a form of «Амин» only
        beside = _FORM_OF_GIVEN if place == "first" and lemmas & usual else _ENDING_BESIDE_NAME
        for form, after, cases, declension in chain(self._endings.get(low[-1], ()), self._endings.get("", ())):
            stem = len(low) - len(form)
            if stem >= _SHORTEST_STEM and low.endswith(form) and after.search(low, 0, stem):
                if is_rare and declension.beside_rare is not None:
                    weight = declension.beside_rare
                else:
                    weight = declension.weight if is_surname or declension.given is None else declension.given
                    if names and not (place == "first" and fold(low[:stem] + declension.base) in lacking):
                        weight *= beside if known & {declension.gender, None} else _ENDING_OF_OTHER_GENDER
                base = word[:stem] + (declension.base.upper() if word.isupper() else declension.base)
                yield base, [(case, declension.gender) for case in cases], weight

    def _undeclined(self, word: str, low: str, place: Place, names: Sequence[Reading]) -> Iterator[_Form]:
        """The readings by the endings of names that are not declined; the dictionary may have the word as some names."""
        is_nominative = any(reading.lemma == low for reading in names)
        parts = _PARTS[place]
        is_usual = any(_GIVEN in reading.features and not self._is_rare(reading) for reading in names)
        beside = _FORM_OF_GIVEN if is_usual and "given" in parts else _ENDING_BESIDE_NAME
        for pattern, rule, keys in self._fixed:
            if (rule.place is None or rule.place in parts) and pattern.search(low):
                weight = rule.weight
                if names:
                    weight = rule.known if is_nominative and rule.known is not None else rule.weight * beside
                yield word, keys, weight


def _endings(declension: Declension) -> Iterator[_Ending]:
    """The different endings of a declension, each with its cases."""
    cases: dict[str, list[str]] = defaultdict(list)
    for case, form in declension.forms.items():
        cases[form].append(case)
    after = re.compile(declension.after + r"\Z")
    return (_Ending(form, after, tuple(group), declension) for form, group in cases.items())


def _likeliest_first(form: _Form) -> tuple[float, str]:
    nominative, _, weight = form
    return -weight, nominative


def _cases(reading: Reading) -> tuple[str, ...]:
    """The cases that a word in this reading has as a name: his accusative is the genitive, though he be called «Чан» (vat)."""
    case = str(reading.case)
    if reading.gender != "Masc" or "Animacy=Anim" in reading.features:
        return (case,)
    return {"Acc": (), "Gen": ("Gen", "Acc")}.get(case, (case,))


def _is_noun_for_anybody(reading: Reading) -> bool:
    """Whether a man as well as a woman may be called by a noun: «Лапша» (noodles)."""
    return reading.gender == "Fem" and reading.is_noun and not any(f.startswith("NameType=") for f in reading.features)


def _rising(weights: tuple[float, float], score: float) -> float:
    """A weight that rises with the dictionary's score."""
    least, more = weights
    return least + more * score


def _like(word: str, read: str, base: str) -> str:
    """The dictionary's base form in the capitals of the word, and without the letters that the word is written without."""
    if fold(read) != read and fold(word) == word.lower():
        base = fold(base)
    return "".join(c.upper() if i < len(word) and word[i].isupper() else c for i, c in enumerate(base))
