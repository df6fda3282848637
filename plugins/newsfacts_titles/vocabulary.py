"""What the plugin knows of words: which of them are role nouns, and what a word form tells by itself."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from attrs import field, frozen

from newsfacts import Language, Reading, Token, fold, shared
from newsfacts.lexicon import load

__all__ = ["Lexicon", "Role", "Vocabulary", "Word", "vocabulary"]

_LONGEST_WORD = 40
_LONGEST_ENDING = 6
_OPENING = 3
_NO_CASES: frozenset[str | None] = frozenset()
# Words that have cases.
_NOMINALS = frozenset(("NOUN", "ADJ", "VERB:Part", "PRON", "NUM"))
ADJECTIVES = frozenset(("ADJ", "VERB:Part"))
_NAMES = frozenset(("NameType=Giv", "NameType=Sur", "NameType=Pat"))


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


@frozen(kw_only=True)
class Lexicon:
    """The words that the plugin knows in one language; every group is words with white space between.

    Attributes:
        offices: Role nouns that name an office in a body or territory.
        dignities: Sovereigns, nobility and clergy.
        ranks: Ranks of services, and degrees.
        professions: What people do for a living or in public.
        stems: Stems of role nouns that taking an ending off the dictionary form does not give.
        prefixes: What makes a role noun of a role noun.
        former: What stands before a title that is not held any more, or begins it («экс-»).
        acting: What stands before a title that somebody holds for the time being.
        future: What stands before a title that is yet to be held.
        retired: What follows a title that is not held any more, after a preposition.
        held: Verbs whose past tense before a title says that it was held.
        taken: Verbs whose future tense before a title says that it will be.
        posts: Nouns for a position («пост»).
        leaving: Prepositions before such a noun that say that it was left.
        outside: Adjectives that stand outside a title.
        bodies: Nouns that begin the name of a body.
        parts: Nouns that begin the name of a body's part.
        territories: Nouns that the name of a place has.
        namesake: Words between a body and the person that it is named after.
        naming: What stands before such a word where it gives a person's own name («по имени»).
        generic: Nouns that stand for a place which the text names elsewhere.
    """

    offices: frozenset[str] = field(converter=_words)
    dignities: frozenset[str] = field(converter=_words)
    ranks: frozenset[str] = field(converter=_words)
    professions: frozenset[str] = field(converter=_words)
    stems: frozenset[str] = field(converter=_words)
    prefixes: frozenset[str] = field(converter=_words)
    former: frozenset[str] = field(converter=_words)
    acting: frozenset[str] = field(converter=_words)
    future: frozenset[str] = field(converter=_words)
    retired: frozenset[str] = field(converter=_words)
    held: frozenset[str] = field(converter=_words)
    taken: frozenset[str] = field(converter=_words)
    posts: frozenset[str] = field(converter=_words)
    leaving: frozenset[str] = field(converter=_words)
    outside: frozenset[str] = field(converter=_words)
    bodies: frozenset[str] = field(converter=_words)
    parts: frozenset[str] = field(converter=_words)
    territories: frozenset[str] = field(converter=_words)
    namesake: frozenset[str] = field(converter=_words)
    naming: frozenset[str] = field(converter=_words)
    generic: frozenset[str] = field(converter=_words)


@frozen(kw_only=True)
class Role:
    """What a form of a role noun tells.

    Attributes:
        lemma: Its dictionary form, folded.
        group: Its group in the lexicon.
        cases: The cases that it can have as this noun, as (case, number).
        initials: The initials of those cases.
        plural: Whether it can only be a plural.
        gender: masc, femn or None.
        doubt: How likely the form is another word: 0 no, 3 very.
        adjectival: Whether it is an adjective that stands for a person («военный»).
    """

    lemma: str
    group: str
    cases: frozenset[tuple[str | None, str | None]]
    initials: str
    plural: bool
    gender: str | None
    doubt: int
    adjectival: bool


class Word(NamedTuple):
    """What a word form tells by itself. A tuple, not attrs: a document has dozens that are new.

    Attributes:
        key: Its folded lemma; «#» for a number.
        category: Its category, as of a reading; of what is no word the character, «#» for a number.
        tag: The category and the initials of the cases that it can have.
        shape: Its letters: small, Capitalised, ALL capitals, latin, digits, punctuation.
        role: The role that it names, or None.
        cases: The cases that it can have, as (case, number).
        place: Whether it is the name of a place.
    """

    key: str
    category: str
    tag: str
    shape: str
    role: Role | None = None
    cases: frozenset[tuple[str | None, str | None]] = frozenset()
    place: bool = False


class Vocabulary:
    """A lexicon and a morphology, asked by word form; answers are cached.

    Args:
        language: Its morphology reads the forms.
        words: The lexicon.
    """

    def __init__(self, language: Language, words: Lexicon) -> None:
        self._language = language
        self._readings = language.morphology.readings
        self._inflect = language.morphology.inflect
        self._groups = {
            word: name for name in ("professions", "dignities", "ranks", "offices") for word in getattr(words, name)
        }
        self._prefixes = tuple(sorted(words.prefixes, key=len, reverse=True))
        self._prefix = re.compile("|".join(self._prefixes))
        self._stems = words.stems | {_stem(word) for word in self._groups}
        # The first letters, as they may be written, of all words that can be a role noun: the test of every word.
        self._openings = frozenset(_openings((*self._stems, *self._prefixes)))
        self.lexicon = words
        # Abbreviations whose letters and stops are tokens («и.о.»), and prefixes that are part of a word («экс-»).
        self.acting = tuple(word for word in sorted(words.acting) if word[-1] == ".")
        self._former = tuple(word for word in sorted(words.former) if word[-1] == "-")
        self.abbreviations = language.abbreviations
        self.word = lru_cache(maxsize=6_000)(self._word)
        self.role = lru_cache(maxsize=4_000)(self._role)
        self.name_cases = lru_cache(maxsize=1_000)(self._name_cases)

    def former_prefix(self, form: str) -> int:
        """The length of a prefix such as «экс-»."""
        if "-" not in form:
            return 0
        low = fold(form)
        return next((len(prefix) for prefix in self._former if low.startswith(prefix)), 0)

    def roles(self, tokens: Sequence[Token]) -> list[tuple[int, Role]]:
        """The tokens that are role nouns, by their index."""
        openings, role_of = self._openings, self.role
        likely = [(i, form) for i, (_, _, form) in enumerate(tokens) if form[:_OPENING] in openings or "-" in form]
        return [(i, role) for i, form in likely if (role := role_of(form))]

    def _role(self, form: str) -> Role | None:
        """The role that a word form names, or None."""
        if len(form) > _LONGEST_WORD or not form[0].isalpha():
            return None
        low = fold(form)[self.former_prefix(form) :]
        parts = low.split("-")
        if not any(self._may_be_role(part) for part in {low, parts[0], parts[-1]}):
            return None
        for part in dict.fromkeys((low, parts[-1], parts[0])):
            readings = self._readings(part)
            found = [(*noun, r) for r in readings if (noun := self._role_noun(r))]
            if found and (readings[0].category in _NOMINALS or not readings[0].known):
                lemma, group, first = found[0]
                cases = shared([(r.case, r.number) for _, _, r in found])
                return Role(
                    lemma=lemma if part in (low, parts[0]) else f"{parts[0]}-{lemma}",
                    group=group,
                    cases=cases,
                    initials="".join(sorted({case[0] for case, _ in cases if case})),
                    plural=all(number == "Plur" for _, number in cases),
                    gender=first.gender,
                    doubt=round(3 * (1 - min(1.0, math.fsum([r.score for _, _, r in found])))),
                    adjectival=readings[0].is_attributive,
                )
        return None

    def _role_noun(self, reading: Reading) -> tuple[str, str] | None:
        """The role noun that a reading is a form of, and its group, or None."""
        forms: tuple[str, ...] = ()
        if reading.category in ("NOUN", "ADJ"):
            forms = (reading.lemma, reading.word)  # the lexicon has words that the dictionary has not
        elif reading.category == "VERB:Part":
            forms = (self._inflect(reading, "Case=Nom", "Gender=Masc", "Number=Sing") or "",)
        for form in forms:
            noun = fold(form)
            if group := self._group(noun):
                return noun, group
        return None

    def _may_be_role(self, part: str) -> bool:
        """Whether a form begins as a role noun does, with or without a prefix."""
        if self._has_stem(part):
            return True
        prefix = self._prefix.match(part)
        return prefix is not None and self._has_stem(part[prefix.end() :])

    def _has_stem(self, part: str) -> bool:
        length = len(part)
        return not self._stems.isdisjoint([part[:end] for end in range(max(2, length - _LONGEST_ENDING + 1), length + 1)])

    def _group(self, lemma: str) -> str:
        """The group of a lemma, or of what it is without a prefix; an empty string for what is no role noun."""
        if group := self._groups.get(lemma):
            return group
        if not self._prefix.match(lemma):
            return ""
        for prefix in self._prefixes:
            if lemma.startswith(prefix):
                rest = lemma[len(prefix) :]
                group = self._groups.get(rest.lstrip("-"))
                if group and (rest[0] == "-" or len(rest) > 4):
                    return group
        return ""

    def _word(self, form: str) -> Word:
        """Everything about a word form."""
        shape = _shape(form)
        if shape == "d":
            return Word("#", "#", "#", shape)
        if shape == "p":
            return Word(form, form, form, shape)
        if len(form) > _LONGEST_WORD:
            return Word("", "", "", "l")
        if shape[-1] == "L":
            return Word("", "X:Foreign", "X:Foreign", shape)
        readings = self._readings(form)
        category, tag, cases = _grammar(tuple([(r.category, r.case, r.number) for r in readings]))
        place = shape != "l" and self._is_place(form, shape)
        role = self.role(form) if form[:_OPENING] in self._openings or "-" in form else None
        return Word(fold(readings[0].lemma), category, tag, shape, role, cases, place)

    def genders(self, form: str) -> frozenset[tuple[str | None, str | None]]:
        """The genders that a form can have, as (case, gender)."""
        return frozenset([(r.case, r.gender) for r in self._readings(form) if r.category in _NOMINALS])

    def _name_cases(self, form: str) -> frozenset[str | None]:
        """The cases that a form can have as a person's name that the dictionary knows."""
        if _shape(form) != "C" or len(form) > _LONGEST_WORD:
            return _NO_CASES
        readings = self._readings(form)
        return shared([r.case for r in readings if r.known and r.number == "Sing" and r.features & _NAMES and r.case != "Voc"])

    def _is_place(self, form: str, shape: str) -> bool:
        """Whether a capitalised form names a place; one in capitals must be a known abbreviation."""
        return self._language.is_place(form) if shape == "C" else fold(form) in self._language.places


def _shape(form: str) -> str:
    """A form's letters: l small, C capitalised, U capitals, with L after it if they are latin; d digits, p punctuation."""
    first = form[0]
    if not first.isalpha():
        return "d" if first.isdigit() else "p"
    shape = "l" if first.islower() else "U" if form.isupper() and len(form) > 1 else "C"
    return shape if first >= "\u0250" else shape + "L"


@lru_cache(maxsize=1_000)
def _grammar(
    readings: tuple[tuple[str, str | None, str | None], ...],
) -> tuple[str, str, frozenset[tuple[str | None, str | None]]]:
    """Category, tag and cases of a word by its readings' categories, cases and numbers: what thousands of words share."""
    nominal = [(case, number) for category, case, number in readings if category in _NOMINALS]
    category = readings[0][0]
    if category in _NOMINALS:
        return category, f"{category}:{''.join(sorted({case[0] for case, _ in nominal if case}))}", shared(nominal)
    return category, category, shared(nominal)


def _openings(words: Iterable[str]) -> Iterator[str]:
    """The first letters of folded words, with е or ё, small and capital; of shorter words all that they may be part of."""
    letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
    for word in words:
        for opening in [word[:_OPENING]] if len(word) >= _OPENING else [word, *(word + letter for letter in letters)]:
            for spelled in map("".join, product(*["её" if letter == "е" else letter for letter in opening])):
                yield from (spelled, spelled.capitalize(), spelled.upper())


def _stem(word: str) -> str:
    """What stays the same in a role noun's singular and plural forms, at the cost of some length."""
    if word.endswith("ец"):
        return word[:-2]
    return word[:-2] if word[-2:] in ("ий", "ый", "ой", "ая", "яя") else word[:-1] if word[-1] in "аяьйоеи" else word


@lru_cache(maxsize=8)
def vocabulary(language: Language) -> Vocabulary:
    """The vocabulary of a language, made once."""
    return Vocabulary(language, load("newsfacts_titles", f"data/{language.code}.toml", Lexicon))
