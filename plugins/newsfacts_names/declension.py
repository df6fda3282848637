"""The nominative and the gender of persons' names in a language with cases, known to the dictionary or not.

Each word of a name has several readings (`WordNominatives`). The words of one name agree in case and gender; names of one
article that share a word are one name, so each supports the others' readings; and the words around a name make some cases
likelier than others.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Any, NamedTuple

from newsfacts import Language, fold
from newsfacts_names.grammar import Gender, PersonName
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.nominatives import GENDERS, Key, Place, WordNominatives

__all__ = ["Decliner", "Fits", "NameReading"]

_GENDERS: dict[str, Gender] = {"Masc": "masculine", "Fem": "feminine"}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GLUED_INITIAL = re.compile(r"(?<=\.)(?=[^\W\d_])")
# Of two readings that differ in nothing else, a man is so much likelier: news name men oftener.
_MASCULINE_PRIOR = 1.5
# How much the article's other names count against a name's own form; what counts for a word that no name supports.
_SUPPORT = 2.0
_UNSUPPORTED = 0.3
# A reading is clear when all others together have less than this share of its weight; a gender is known with more.
_CLEAR = 0.1
_GENDER_KNOWN = 0.2
# A longer chain of words is no name: it stays as it is.
_MOST_WORDS = 20
# In words; of each word of a longer name only the likeliest nominative is tried, of shorter ones so many.
_SHORT_NAME = 3
_MOST_NOMINATIVES = 3
# Readings with less than this part of the best one's weight are left out.
_NEGLIGIBLE = 0.002
_CACHED_NAMES = 500
# In words; the given name of two syllables is one word in a name so short, two in a longer one.
_SHORT_SYLLABIC = 2
_TOO_MANY_SYLLABLES = 0.02

Fits = Mapping[Key, float]
"""How well each case and gender fits into a context: how much likelier it is there than elsewhere."""

Words = tuple[str, ...]
"""The words of a name, without initials' stops and the like."""


class NameReading(NamedTuple):
    """A way to read a name in its article.

    Attributes:
        nominative: What it is called.
        case: Its case.
        gender: Masc or Fem.
        weight: How likely this is beside other ways.
    """

    nominative: Words
    case: str
    gender: str
    weight: float


_Nominatives = dict[Key, tuple[tuple[str, float], ...]]
_Readings = dict[Words, list[NameReading]]
_Shares = dict[tuple[Words, str], float]


class _Decision(NamedTuple):
    """What a person is called.

    Attributes:
        nominative: Their name.
        gender: Theirs, if it is known.
        doubt: How much weight other answers have beside this one's, to the less clear of the two questions.
    """

    nominative: Words
    gender: Gender | None
    doubt: float


class Decliner:
    """Puts the names of one language into the nominative.

    Args:
        language: The language.
        lexicon: What is known of its names.

    Attributes:
        priors: How usual each case and gender is among names.
    """

    def __init__(self, language: Language, lexicon: NameLexicon) -> None:
        self._lexicon = lexicon
        self._nominatives = WordNominatives(language, lexicon).of
        self.priors = {
            (case, gender): prior * (_MASCULINE_PRIOR if gender == "Masc" else 1.0)
            for gender in GENDERS
            for case, prior in lexicon.case_priors.items()
        }
        self._readings = lru_cache(maxsize=_CACHED_NAMES)(self._find_readings)

    def decline(self, names: Sequence[str], context: Callable[[int], Fits]) -> list[PersonName]:
        """The nominatives of one article's names.

        Args:
            names: The names as they stand in the text.
            context: Gives by a name's index how well cases fit there; asked only for names that are not clear by themselves.
        """
        places: dict[Words, list[int]] = defaultdict(list)
        for index, name in enumerate(names):
            places[_words(name)].append(index)
        counts = {words: len(indices) for words, indices in places.items()}
        shares = {words: _shares([self._readings(words)]) for words in places}
        readings = self._supported(places, shares, counts)
        best = {index: _best(own) for words, own in readings.items() for index in places[words]}
        doubtful = [words for words, (first, *_) in places.items() if best[first].doubt > _CLEAR]
        if doubtful:
            # The names that their contexts make clear support the others.
            fits = {index: context(index) for words in doubtful for index in places[words]}
            for words in doubtful:
                shares[words] = _shares([_in_context(readings[words], fits[index]) for index in places[words]])
            for words, own in self._supported(doubtful, shares, counts).items():
                best |= {index: _best(_in_context(own, fits[index])) for index in places[words]}
        spelling = {fold(word): word for word in sorted({word for words in places for word in words})}
        found = []
        for index, name in enumerate(names):
            nominative = [spelling.get(fold(word), word) for word in best[index].nominative]
            found.append(PersonName(_rebuilt(name, iter(nominative)), best[index].gender))
        return self._with_surnames(found)

    def readings(self, names: Sequence[str]) -> list[list[NameReading]]:
        """The ways to read each of one article's names, without their contexts."""
        words = list(map(_words, names))
        readings = self._supported(words, {each: _shares([self._readings(each)]) for each in words}, Counter(words))
        return [readings[each] for each in words]

    def _supported(self, names: Iterable[Words], shares: Mapping[Words, _Shares], counts: Mapping[Words, int]) -> _Readings:
        """The ways to read some names, each with its weight in an article.

        Args:
            names: The names.
            shares: The shares of nominatives and genders in each of the article's names.
            counts: How often the article has each.
        """
        by_word = {words: _by_word(own) for words, own in shares.items()}
        support = sum(map(Counter, by_word.values()), Counter[tuple[str, str]]())
        found = {}
        for words in names:
            own, itself = by_word[words], 1 / counts[words]

            def weight(nominative: Words, gender: str, own=own, itself=itself) -> float:
                keys = [(fold(word), gender) for word in nominative]
                return math.prod([_UNSUPPORTED + support[key] - own[key] * itself for key in keys]) ** _SUPPORT

            weights = {key: weight(*key) for key in shares[words]}
            found[words] = [r._replace(weight=r.weight * weights[r.nominative, r.gender]) for r in self._readings(words)]
        return found

    def _find_readings(self, words: Words) -> tuple[NameReading, ...]:
        """The ways to read a name in which all its words agree."""
        by_word = list(map(self._nominatives, words[:_MOST_WORDS], _places(len(words))))
        if words and words[0] in self._lexicon.syllabic_families and all(map(self._lexicon.is_syllabic, words[1:])):
            by_word = self._syllabic(words, by_word[-1])
        most = _MOST_NOMINATIVES if len(words) <= _SHORT_NAME else 1
        found: list[NameReading] = []
        for (case, gender), prior in self.priors.items():
            agreeing = [nominatives[case, gender][:most] for nominatives in by_word if (case, gender) in nominatives]
            if len(agreeing) == len(words):
                for combination in product(*agreeing):
                    weight = prior * math.prod([weight for _, weight in combination])
                    found.append(NameReading(tuple([nominative for nominative, _ in combination]), case, gender, weight))
        if not found:
            return tuple([NameReading(words, "Nom", gender, 1.0) for gender in GENDERS])
        top = max([reading.weight for reading in found])
        return tuple([reading for reading in found if reading.weight > _NEGLIGIBLE * top])

    def _syllabic(self, words: Words, last: _Nominatives) -> list[_Nominatives]:
        """The nominatives of a name of syllables, of which only the last word is declined, and has no more than it may have."""
        most = 1 if len(words) > _SHORT_SYLLABIC else _SHORT_SYLLABIC
        weighed = {
            key: tuple([(n, w * (_TOO_MANY_SYLLABLES if self._lexicon.syllables(n) > most else 1.0)) for n, w in nominatives])
            for key, nominatives in last.items()
        }
        fixed: list[_Nominatives] = [dict.fromkeys(self.priors, ((word, 1.0),)) for word in words[:-1]]
        return [*fixed, weighed]

    def _with_surnames(self, found: Sequence[PersonName]) -> list[PersonName]:
        """A given name with a patronymic gets the one surname that the article has for it: «Анна Ивановна» → «Анна Серова»."""
        full: dict[str, set[str]] = defaultdict(set)
        for person in found:
            given, *further = person.name.split()
            if further and not further[-1].endswith(self._lexicon.patronymics):
                full[fold(given)].add(person.name)
        out = []
        for person in found:
            given, *further = person.name.split()
            names = full[fold(given)]
            out.append(person._replace(name=min(names)) if len(further) == len(names) == 1 else person)
        return out


@cache
def _places(count: int) -> tuple[Place, ...]:
    """The places of the words of a name."""
    middle: Place = "middle"
    return ("only",) if count == 1 else ("first", *[middle] * (count - 2), "last")


def _words(name: str) -> Words:
    return tuple(_WORD.findall(name))


def _rebuilt(name: str, words: Iterator[str]) -> str:
    """The name with other words in the place of its own, initials parted by one space."""
    text = _WORD.sub(lambda _: next(words), name)
    return " ".join(_GLUED_INITIAL.sub(" ", text).split())


def _best(readings: Sequence[NameReading]) -> _Decision:
    """The likeliest nominative, and the gender if it is known."""
    names: dict[Words, float] = {}
    genders: dict[str, float] = {}
    for nominative, _, gender, weight in readings:
        names[nominative] = max(weight, names.get(nominative, 0.0))
        genders[gender] = max(weight, genders.get(gender, 0.0))
    doubt = _doubt(genders)
    gender = None if doubt > _GENDER_KNOWN else _GENDERS[max(genders, key=lambda g: (genders[g], g))]
    return _Decision(max(names, key=lambda n: (names[n], n)), gender, max(doubt, _doubt(names)))


def _doubt(shares: dict[Any, float]) -> float:
    top = max(shares.values())
    return (math.fsum(shares.values()) - top) / top


def _in_context(readings: Sequence[NameReading], fits: Fits) -> list[NameReading]:
    return [reading._replace(weight=reading.weight * fits[reading.case, reading.gender]) for reading in readings]


def _shares(mentions: Sequence[Sequence[NameReading]]) -> _Shares:
    """The share of each nominative and gender among the readings of a name, on average over its mentions."""
    shares: _Shares = defaultdict(float)
    for readings in mentions:
        total = math.fsum([reading.weight for reading in readings]) * len(mentions)
        for reading in readings:
            shares[reading.nominative, reading.gender] += reading.weight / total
    return shares


def _by_word(shares: _Shares) -> dict[tuple[str, str], float]:
    """The share of each word as a nominative, folded, with a gender."""
    found: dict[tuple[str, str], float] = defaultdict(float)
    for (nominative, gender), share in shares.items():
        for word in set(map(fold, nominative)):
            found[word, gender] += share
    return found
