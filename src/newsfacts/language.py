"""What the core and the plugins know of a language: its data, and its morphology behind one small interface."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, Protocol, TypeVar, runtime_checkable

import attrs
from attrs import field, frozen
from attrs.validators import deep_iterable

from newsfacts.checks import in_, instance_of
from newsfacts.language_tags import known_code
from newsfacts.scripts import ALIKE, SCRIPTS, first_letter

__all__ = ["Language", "Morphology", "Reading", "agree", "fold", "shared"]

T = TypeVar("T")

PLACE = "NameType=Geo"
"""The feature of a name of a country, a region or a city."""
_NOUNS = frozenset(("NOUN", "PROPN"))
_ATTRIBUTIVE = frozenset(("ADJ", "DET", "VERB"))
_ANIMATE = "Animacy=Anim"
_NOMINATIVE = frozenset(("Nom",))
# Than the genitive.
_OTHER_CASES = frozenset(("Nom", "Dat", "Acc", "Ins", "Loc", "Voc"))
_CATEGORIES = {"PROPN": "NOUN", "DET": "ADJ", "SCONJ": "CCONJ"}
_SHORT = ("Variant=Short", ":Short")
_CATEGORY_MARKS = {
    "ADJ": (("Degree=Cmp", ":Cmp"), _SHORT),
    "ADV": (("AdvType=Sta", ":Sta"),),
    "VERB": (("VerbForm=Inf", ":Inf"), ("VerbForm=Conv", ":Conv"), ("VerbForm=Part", ":Part"), _SHORT),
}
_DECEMBER = 12
_LARGEST_SCALE = 100  # a googol; no currency has so much, and what is computed with it stays short
_SHOWN = 30  # characters of a value that an error quotes
_LONGEST_KEPT = 40  # letters of a word whose folded form is kept: thousands of endless ones would fill the memory
_SETS: dict[frozenset[Any], frozenset[Any]] = {}


def fold(word: str) -> str:
    """The word in the form in which newsfacts compares words: case-folded, letters that are written for one another as one.

    >>> fold("Фёдоров")
    'федоров'
    """
    return _folded_before(word) if len(word) <= _LONGEST_KEPT else _folded(word)


def _folded(word: str) -> str:
    low = word.casefold()
    for letter, other in ALIKE:
        low = low.replace(letter, other)
    return low


_folded_before = lru_cache(maxsize=1 << 14)(_folded)


def shared(values: Iterable[T]) -> frozenset[T]:
    """The one frozenset of some values.

    What is known of thousands of words comes in a few hundred combinations of features; each is kept once.

    >>> shared(("Case=Gen", "Case=Acc")) is shared(["Case=Acc", "Case=Gen"])
    True
    """
    made = frozenset(values)
    return _SETS.setdefault(made, made)


class Reading(NamedTuple):
    """One way to read a word form, in the terms of Universal Dependencies. A tuple, not attrs: a document has hundreds.

    Attributes:
        word: The form that was read, in lower case.
        lemma: Its dictionary form, in lower case.
        pos: Part of speech (https://universaldependencies.org/u/pos/): NOUN, PROPN, ADJ, VERB, …; X where it is unknown.
        case: Nom, Gen, Dat, Acc, Ins, Loc, … or None.
        number: Sing, Plur or None.
        gender: Masc, Fem, Neut or None; None too for words of either gender, which have the feature ``Gender=Fem,Masc``.
        features: All features, the three above among them, as ``Case=Gen`` (https://universaldependencies.org/u/feat/).
        score: Estimated probability among the word's readings.
        known: Whether the dictionary has the word form; the readings of others are guessed by their endings.
        source: What the morphology needs to inflect it.
    """

    word: str
    lemma: str
    pos: str
    case: str | None
    number: str | None
    gender: str | None
    features: frozenset[str]
    score: float
    known: bool = False
    source: Any = None

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun, common or proper."""
        return self.pos in _NOUNS

    @property
    def category(self) -> str:
        """Its part of speech as rules and models part words, by what may stand where: ``VERB:Inf``, ``ADJ:Short``, ``NOUN``.

        Proper nouns are nouns, determiners adjectives, conjunctions of one kind; participles with a case have their own.
        """
        return _category(self.pos, self.features)

    @property
    def is_attributive(self) -> bool:
        """Whether it may modify a noun and agree with it: an adjective, a determiner or a participle that has a case."""
        return self.case is not None and self.pos in _ATTRIBUTIVE


@cache
def _category(pos: str, features: frozenset[str]) -> str:
    pos = _CATEGORIES.get(pos, pos)
    return pos + "".join([mark for feature, mark in _CATEGORY_MARKS.get(pos, ()) if feature in features])


def agree(one: Reading, other: Reading) -> bool:
    """Whether two readings agree in case, in number and, in the singular, in gender as far as both have one.

    >>> from newsfacts.languages.ru import RUSSIAN
    >>> new, school = [RUSSIAN.morphology.readings(word)[0] for word in ("новую", "школу")]
    >>> agree(new, school)
    True
    """
    if one.case != other.case or one.number != other.number:
        return False
    return one.number == "Plur" or one.gender is None or other.gender is None or one.gender == other.gender


class Morphology(Protocol):
    """How words of one language change their form."""

    def readings(self, word: str, /) -> tuple[Reading, ...]:
        """All readings of a word form, the likeliest first; never raises, unknown words are guessed."""
        ...

    def inflect(self, reading: Reading, *features: str) -> str | None:
        """The reading's word in the form with other features (``Case=Nom``), in lower case, or None where it has none."""
        ...

    def __hash__(self) -> int:
        """What is made with a morphology is kept with it; identity, as objects have it, will do."""
        ...


@runtime_checkable
class GuessesOblique(Protocol):
    """A morphology that can tell more of a word once it is known not to be in the nominative."""

    def guess_oblique(self, word: str, /) -> tuple[Reading, ...]:
        """The readings in other cases of a word that the dictionary lacks, the likeliest first; none for words that it has."""
        ...


class NoMorphology:
    """The morphology of a language that has none here: every word is its own only form."""

    def readings(self, word: str, /) -> tuple[Reading, ...]:
        """One reading, the word itself."""
        low = word.casefold()
        return (Reading(low, low, "X", None, None, None, frozenset(), 1.0),)

    def inflect(self, reading: Reading, *_features: str) -> str | None:
        """The word as it is."""
        return reading.word


class _Told:
    """A morphology that is told something of the words that it reads.

    Args:
        morphology: The morphology of the language.
        barred: The cases that words do not stand in.
        animate: Whether a noun that may be one for a being is: «физику» of «физик» (physicist), not of «физика» (physics).
    """

    def __init__(self, morphology: Morphology, barred: frozenset[str], animate: bool) -> None:
        self._morphology = morphology
        self._barred = barred
        self._animate = animate
        self.inflect = morphology.inflect

    def readings(self, word: str, /) -> tuple[Reading, ...]:
        """The readings of a word that agree with what is told, or all of them where none does."""
        readings = self._morphology.readings(word)
        if self._barred:
            guessed = self._morphology.guess_oblique(word) if isinstance(self._morphology, GuessesOblique) else ()
            readings = self._not_barred(guessed) or self._not_barred(readings) or self._undeclined(word, readings)
        if self._animate and any(r.is_noun and _ANIMATE in r.features for r in readings):
            readings = tuple(r for r in readings if not r.is_noun or _ANIMATE in r.features)
        return readings

    def _not_barred(self, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """The readings in other cases; an accusative of a nominative's form is barred as that is."""
        numbers = {r.number for r in readings if r.case == "Nom"}
        return tuple(r for r in readings if r.case not in self._barred and (r.case != "Acc" or r.number not in numbers))

    def _undeclined(self, word: str, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
        """The readings of a word that stands in none of its cases; a name is not declined then («тренер „Шальке“»)."""
        if word[:1].isupper():
            return tuple([r._replace(case="Nom", word=word.lower()) for r in readings])
        return readings


_told = cache(_Told)


def _words(values: Iterable[str]) -> frozenset[str]:
    if isinstance(values, str):  # its letters are no words
        raise TypeError(f"words are a list of strings, not a string; split {values[:_SHOWN]!r}")
    return frozenset(values)


def _read_only(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(values))


def _each(kind: type, said: str, fits: Callable[[Any], bool]) -> Callable[[Any, attrs.Attribute[Any], Mapping[Any, Any]], None]:
    """A validator of a table by word: what each value is, and what it can be."""

    def check(_language: object, table: attrs.Attribute[Any], values: Mapping[Any, Any]) -> None:
        for word, value in values.items():
            if not isinstance(word, str) or isinstance(value, bool) or not isinstance(value, kind):
                raise TypeError(f"{table.name}: {word!r} is {value!r}; each is {said}, by a word")
            if not fits(value):
                raise ValueError(f"{table.name}: {word!r} is {value!r}; each is {said}")

    return check


def _is_decimal(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


_MONTHS = _each(int, "the number of a month, 1 to 12", lambda month: 1 <= month <= _DECEMBER)
_NUMBERS = _each(str, "a number as a string, such as '5' or '1.5'", _is_decimal)
_SCALES = _each(int, f"a power of ten as a number, 0 to {_LARGEST_SCALE}", lambda power: 0 <= power <= _LARGEST_SCALE)
_FUNCTIONS = _each(frozenset, "a frozenset of parts of speech", lambda parts: all(isinstance(part, str) for part in parts))
_ADJECTIVES = _each(str, "the name of a place", bool)


@frozen(kw_only=True, eq=False)
class Language:
    """The knowledge of a language that several plugins need; none of them can change it.

    Words in its lists are folded, as `fold` does it. A language is equal to itself alone, so that what is made from its
    words may be kept with it.

    Attributes:
        code: Of ISO 639, two letters where it has them; a tag («cs-CZ») becomes it. One of your own begins with «x-».
        name: In English.
        script: The ISO 15924 code of the script that it is written in («Cyrl»).
        abbreviations: Words, without the final stop, after whose stop a sentence goes on («г», «тыс»); those with a capital
            («No» for a number) are abbreviations with a capital only.
        sentence_openers: Words that begin a sentence where they have a capital after an abbreviation («The», «He»).
        months: The number of a month by its form or abbreviation («сентября», «сен»).
        numbers: The value of a number word by its form, decimals as text («двухсот» → "200", «полутора» → "1.5").
        scales: The power of ten by form or abbreviation («млн» → 6).
        decimal_mark: What stands between whole and fraction («,» in «2,5»).
        grouping_marks: The characters that may stand between groups of three digits.
        date_order: The order of day, month and year in a date in digits («29.09.2025»).
        function_words: The universal parts of speech that a form of a closed class can be: preposition (ADP), conjunction
            (CCONJ, SCONJ), particle (PART), pronoun (PRON), determiner (DET), auxiliary (AUX).
        places: Names of countries, regions and cities, and their abbreviations, beside those that the morphology marks.
        place_adjectives: The place by an adjective made from its name («белорусский» → «Белоруссия»).
        generations: Words at the end of a name that tell a son from a father of the same name («jr»).
        morphology: How its words change.
        to_nominative: Puts a noun phrase into the nominative, or takes the genitive's ending from it; None where neither is.

    Raises:
        TypeError: A word is no string, or a value by a word has another type.
        ValueError: ISO 639 knows no such language, nothing is known of the script or the order of dates, or a word has a value
            that is no number, month or power of ten.
    """

    code: str = field(converter=known_code)
    name: str = field(validator=instance_of(str))
    script: str = field(default="Latn", validator=in_(SCRIPTS))
    abbreviations: frozenset[str] = field(default=frozenset(), converter=_words, validator=deep_iterable(instance_of(str)))
    sentence_openers: frozenset[str] = field(default=frozenset(), converter=_words, validator=deep_iterable(instance_of(str)))
    months: Mapping[str, int] = field(factory=dict, converter=_read_only, validator=_MONTHS)
    numbers: Mapping[str, str] = field(factory=dict, converter=_read_only, validator=_NUMBERS)
    scales: Mapping[str, int] = field(factory=dict, converter=_read_only, validator=_SCALES)
    decimal_mark: str = field(default=".", validator=instance_of(str))
    grouping_marks: str = field(default=",", validator=instance_of(str))
    date_order: Literal["DMY", "MDY", "YMD"] = field(default="DMY", validator=in_(("DMY", "MDY", "YMD")))
    function_words: Mapping[str, frozenset[str]] = field(factory=dict, converter=_read_only, validator=_FUNCTIONS)
    places: frozenset[str] = field(default=frozenset(), converter=_words, validator=deep_iterable(instance_of(str)))
    place_adjectives: Mapping[str, str] = field(factory=dict, converter=_read_only, validator=_ADJECTIVES)
    generations: frozenset[str] = field(default=frozenset(), converter=_words, validator=deep_iterable(instance_of(str)))
    morphology: Morphology = field(factory=NoMorphology, repr=False)
    to_nominative: Callable[[str, Morphology], str] | None = field(default=None, repr=False)

    def nominative(self, phrase: str, *, oblique: bool = False, genitive: bool = False, animate: bool = False) -> str:
        """A noun phrase in the nominative; what depends on its head stays as it is.

        Args:
            phrase: The phrase.
            oblique: Whether it is known to stand in another case, so that what looks like a nominative is none.
            genitive: Whether it is known to stand in the genitive.
            animate: Whether it is known to name somebody.

        >>> from newsfacts.languages.ru import RUSSIAN
        >>> RUSSIAN.nominative("женщины"), RUSSIAN.nominative("женщины", oblique=True)
        ('женщины', 'женщина')
        >>> RUSSIAN.nominative("физику"), RUSSIAN.nominative("физику", animate=True)
        ('физика', 'физик')
        """
        if self.to_nominative is None:
            return phrase
        barred = _OTHER_CASES if genitive else _NOMINATIVE if oblique else frozenset[str]()
        return self.to_nominative(phrase, _told(self.morphology, barred, animate) if barred or animate else self.morphology)

    def is_native(self, word: str) -> bool:
        """Whether a word begins with a letter of the language's script, so that it is no foreign name left as it was.

        >>> from newsfacts.languages.ru import RUSSIAN
        >>> [RUSSIAN.is_native(word) for word in ("Минск", "Reuters", "25")]
        [True, False, False]
        """
        return first_letter(self.script)(word) is not None

    def is_abbreviation(self, word: str) -> bool:
        """Whether a word before a stop is an abbreviation, after whose stop a sentence goes on.

        >>> from newsfacts.languages.en import ENGLISH
        >>> [ENGLISH.is_abbreviation(word) for word in ("Gov", "GOV", "No", "no", "a.m")]
        [True, True, True, False, True]
        """
        if word in self.abbreviations or word.casefold() in self.abbreviations:
            return True
        return len(word) > 1 and word.isupper() and word.capitalize() in self.abbreviations

    def is_place(self, word: str) -> bool:
        """Whether a word, in any form, or a listed name of several words may be a country, a region or a city.

        >>> from newsfacts.languages.ru import RUSSIAN
        >>> [RUSSIAN.is_place(word) for word in ("Минске", "США", "завод")]
        [True, True, False]
        """
        if fold(word) in self.places:
            return True
        return any(PLACE in r.features or fold(r.lemma) in self.places for r in self.morphology.readings(word))
