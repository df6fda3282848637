"""The nominative and the gender of persons' names in a language with cases, known to the dictionary or not.

Each word of a name has several readings (`WordNominatives`). The words of one name agree in case and gender; names of one
article that share a word are one name, so each supports the others' readings; and the words around a name make some cases
likelier than others.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from operator import itemgetter
from typing import Any, NamedTuple

from newsfacts import Language, fold
from newsfacts_names.grammar import Gender, PersonName
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.nominatives import GENDERS, Key, Place, WordNominatives

__all__ = ["Decliner", "Fits"]

_OTHER = {"Masc": "Fem", "Fem": "Masc"}
_GENDERS: dict[str, Gender] = {"Masc": "masculine", "Fem": "feminine"}
_SEXES = {gender: sex for sex, gender in _GENDERS.items()}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GLUED_INITIAL = re.compile(r"(?<=\.)(?=[^\W\d_])")
# Of two readings that differ in nothing else, a man is so much likelier: news name men oftener.
_MASCULINE_PRIOR = 1.5
# How much the article's other names count against a name's own form; what counts for a word that no name supports.
_SUPPORT = 2.0
_UNSUPPORTED = 0.3
# A reading is clear when all others together have less than this share of its weight; a gender is known with more.
_CLEAR = 0.1
_GENDER_KNOWN = 0.5
# With a greater share a name may be its own nominative, if its context says so, though another reading is clear.
_LEAST_NOMINATIVE = 0.01
# A context that leaves less of one gender than of the other tells which it is, to other mentions too; so much it leaves at
# least.
_TOLD = 0.2
_LEAST_TOLD = 0.05
# Where no word of a person's name shows the sex, one reading is at most so much likelier than that of the other sex when verbs
# tell it; and the full name that shows it leaves so much of the other one to the surname alone.
_MOST_BY_FORM = 8.0
_OTHER_SEX = 0.02
# A word that more names of an article have says of none of them who is meant.
_MOST_BEARERS = 20
# A longer chain of words is no name: it stays as it is.
_MOST_WORDS = 20
# In words; of each word of a longer name only the likeliest nominative is tried, of shorter ones so many.
_SHORT_NAME = 3
_MOST_NOMINATIVES = 3
_CACHED_NAMES = 1_500
# In words; the given name of two syllables is one word in a name so short, two in a longer one.
_SHORT_SYLLABIC = 2
_TOO_MANY_SYLLABLES = 0.02

Fits = Mapping[Key, float]
"""How well each case and gender fits into a context: how much likelier it is there than elsewhere."""

Words = tuple[str, ...]
"""The words of a name, without initials' stops and the like."""


class Way(NamedTuple):
    """A way to read a name.

    Attributes:
        nominative: What it is called.
        gender: Masc or Fem.
        keys: The different words of that, folded, each with the gender: what supports them supports this way.
        relative: The surname of the other gender in the family, with that gender, where the name has more words than it.
        cases: The cases that the name may have, each with how likely this is.
        peak: How likely the likeliest case is.
        share: The part of this way in all ways to read the name.
    """

    nominative: Words
    gender: str
    keys: tuple[tuple[str, str], ...]
    relative: tuple[str, str] | None
    cases: tuple[tuple[str, float], ...]
    peak: float
    share: float


_Nominatives = dict[Key, tuple[tuple[str, float], ...]]


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
        self._agreeing = lru_cache(maxsize=_CACHED_NAMES)(self._find_agreeing)
        self._ways = lru_cache(maxsize=_CACHED_NAMES)(self._find_ways)

    def decline(
        self, names: Sequence[str], context: Callable[[int], Fits], verb: Callable[[int], str | None] = lambda _: None
    ) -> list[PersonName]:
        """The nominatives of one article's names.

        Args:
            names: The names as they stand in the text.
            context: Gives by a name's index how well cases fit there; asked only for names that are not clear by themselves.
            verb: Gives by a name's index the gender of the verb that it is the subject of, Masc or Fem; not asked where the
                name shows the sex and is clear.
        """
        places: dict[Words, list[int]] = defaultdict(list)
        for index, name in enumerate(names):
            places[_words(name)].append(index)
        ways = {words: self._ways(words) for words in places}
        shares = {words: [way.share for way in own] for words, own in ways.items()}
        best: dict[int, _Decision] = {}
        doubtful = []
        for words, factors in self._support(places, ways, shares, places).items():
            decision = _best(ways[words], [way.peak * factor for way, factor in zip(ways[words], factors, strict=True)])
            for index in places[words]:
                best[index] = decision
            if (
                decision.doubt > _CLEAR
                or self._may_be_nominative(words, ways[words], decision)
                or ((other := self._other_sex(words, ways[words], decision)) and other in map(verb, places[words]))
            ):
                doubtful.append((words, factors))
        # The names that their contexts make clear support the others.
        fits = {index: context(index) for words, _ in doubtful for index in places[words]}
        subjects = {index for index in fits if verb(index)}
        for words, factors in doubtful:
            shares[words] = _mean_shares(ways[words], factors, [fits[index] for index in places[words]])
        persons = [
            group
            for group in one_person({words: best[indices[0]].nominative for words, indices in places.items()})
            if len(group) > 1 or places[group[0]][0] in fits
        ]
        support = self._support([words for group in persons for words in group], ways, shares, places)
        for group in persons:
            self._decide(group, ways, support, places, fits, subjects, best)
        for words, own in ways.items():
            if words[0] in self._lexicon.syllabic_families and not self._lexicon.may_be_initial(words[0]):
                # «Дун Цзюня», where the article has «Дун Цзюнь», too
                base = next((way for way in own if way.nominative != words and way.nominative in places), None)
                best |= {index: _Decision(base.nominative, _GENDERS[base.gender], 0.0) for index in places[words] if base}
        spelling = {fold(word): word for word in sorted({word for words in places for word in words})}
        found = []
        for index, name in enumerate(names):
            nominative = [spelling.get(fold(word), word) for word in best[index].nominative]
            found.append(PersonName(_rebuilt(name, iter(nominative)), best[index].gender))
        return self._with_surnames(found)

    def cases(self, surname: str) -> set[str]:
        """The cases that a word may have as a surname."""
        return {case for case, _ in self._nominatives(surname, "only")}

    def given_name(self, word: str, case: str) -> tuple[str, str, float] | None:
        """The likeliest nominative of a given name in a case, its gender and weight; None where it cannot stand in that."""
        nominatives = self._nominatives(word, "first")
        found = [(name, gender, weight) for gender in GENDERS for name, weight in nominatives.get((case, gender), ())]
        return max(found, key=itemgetter(2), default=None)

    def cases_in(self, name: str, fits: Fits) -> dict[str, float]:
        """How likely each case of a name is in a context, the likeliest being one; none for a name that cannot be read."""
        found: dict[str, float] = defaultdict(float)
        for way in self._ways(_words(name)):
            for case, weight in way.cases:
                found[case] += weight * fits[case, way.gender]
        top = max(found.values())
        return {case: weight / top for case, weight in found.items()}

    def likelihoods(self, words: Sequence[str], *, changed: bool = False) -> dict[Key, float]:
        """How likely each case and gender of a name is by itself; none where its words agree in none.

        Args:
            words: The name's.
            changed: Whether only those count in which the name is not as in the nominative.
        """
        found: dict[Key, float] = defaultdict(float)
        for (nominative, gender), cases in self._agreeing(tuple(words)).items():
            if not (changed and nominative == tuple(words)):
                for case, weight in cases:
                    found[case, gender] = max(weight, found[case, gender])
        return found

    def case_weights(self, names: Sequence[str]) -> list[dict[Key, float]]:
        """How likely each case and gender is of each of one article's names, without their contexts."""
        places: dict[Words, list[int]] = defaultdict(list)
        for index, name in enumerate(names):
            places[_words(name)].append(index)
        ways = {words: self._ways(words) for words in places}
        support = self._support(places, ways, {words: [way.share for way in own] for words, own in ways.items()}, places)
        found: list[dict[Key, float]] = [defaultdict(float) for _ in names]
        for words, indices in places.items():
            for way, factor in zip(ways[words], support[words], strict=True):
                for case, weight in way.cases:
                    for index in indices:
                        found[index][case, way.gender] += weight * factor
        return found

    @staticmethod
    def _may_be_nominative(words: Words, ways: Sequence[Way], decision: _Decision) -> bool:
        """Whether a whole name may be the nominative of another person than it is taken for («Руслана Лукина»)."""
        return len(words) > 1 and any(
            way.share > _LEAST_NOMINATIVE
            for way in ways
            if way.nominative == words and (decision.nominative != words or _GENDERS[way.gender] != decision.gender)
        )

    def _other_sex(self, words: Words, ways: Sequence[Way], decision: _Decision) -> str | None:
        """The sex that whom a name means may have beside the likelier one; none where a word shows it («Холли Дик»)."""
        if self._shows_sex(decision):
            return None
        others = (
            way.gender
            for way in ways
            if way.nominative == words and _GENDERS[way.gender] != decision.gender and way.cases[0][0] == "Nom"
        )
        return next(others, None)

    def _shows_sex(self, decision: _Decision) -> bool:
        """Whether a usual given name, a patronymic or a surname that differs from his or hers shows the sex."""
        *given, surname = map(fold, decision.nominative)
        return (
            not self._lexicon.usual_given_names.isdisjoint(given)
            or any(word.endswith(self._lexicon.patronymics) for word in (*given, surname))
            or (decision.gender is not None and self._lexicon.counterpart(surname, _SEXES[decision.gender]) is not None)
        )

    def _decide(
        self,
        names: Sequence[Words],
        ways: Mapping[Words, Sequence[Way]],
        support: Mapping[Words, Sequence[float]],
        places: Mapping[Words, Sequence[int]],
        fits: Mapping[int, Fits],
        subjects: Collection[int],
        best: dict[int, _Decision],
    ) -> None:
        """Decide anew what one person is called, after the contexts of all that names them.

        Args:
            names: What they are called in the text.
            ways: The ways to read it.
            support: What other names support.
            places: Where it stands.
            fits: What the contexts say of names that are not clear by themselves.
            subjects: The names whose verbs tell the sex.
            best: The decisions, which are changed.
        """
        alone = {w: [way.peak * factor for way, factor in zip(ways[w], support[w], strict=True)] for w in names}
        peaks = {i: _peaks(ways[w], support[w], fits[i]) for w in names for i in places[w] if i in fits}
        told = {i: _told(ways[w], alone[w], peaks[i]) for w in names for i in places[w] if i in fits}
        every = {g: math.prod([sexes.get(g, 1.0) for sexes in told.values()]) for g in GENDERS}
        showing = [w for w in names if self._shows_sex(best[places[w][0]])]
        lent = {_SEXES[gender] for w in showing if len(w) > 1 and (gender := best[places[w][0]].gender)}
        sex = lent.pop() if len(lent) == 1 else None
        verbs = {i: _likelier(told[i]) for w in names for i in places[w] if i in subjects}
        for words in names:
            own = ways[words]
            for index in places[words]:
                mine = told.get(index, {})
                of_others = {g: every[g] / mine.get(g, 1.0) for g in GENDERS}
                if words not in showing and (is_of := sex or verbs.get(index) or (verbs and _likelier(every))):
                    factors = _for_sex(is_of, own, alone[words], _OTHER_SEX if sex else 1.0)
                    of_others = {g: of_others[g] * factors[g] for g in GENDERS}
                if index in fits or len(set(of_others.values())) > 1:
                    weights = peaks.get(index, alone[words])
                    best[index] = _best(own, [w * of_others[way.gender] for way, w in zip(own, weights, strict=True)])

    def _support(
        self,
        names: Iterable[Words],
        ways: Mapping[Words, Sequence[Way]],
        shares: Mapping[Words, Sequence[float]],
        places: Mapping[Words, Sequence[int]],
    ) -> dict[Words, list[float]]:
        """How much the article's other names support each way to read some names.

        Args:
            names: The names.
            ways: The ways to read the article's names.
            shares: Their shares.
            places: Where the article has the names; a mention does not support itself.
        """
        support: dict[tuple[str, str], float] = defaultdict(float)
        relatives: dict[tuple[str, str], float] = defaultdict(float)
        for words, own in ways.items():
            for way, share in zip(own, shares[words], strict=True):
                for key in way.keys:
                    support[key] += share
                if way.relative:
                    relatives[way.relative] += share
        found: dict[Words, list[float]] = {}
        for words in names:
            own = ways[words]
            itself: dict[tuple[str, str], float] = defaultdict(float)
            of_itself: dict[tuple[str, str], float] = defaultdict(float)
            for way, share in zip(own, shares[words], strict=True):
                for key in way.keys:
                    itself[key] += share / len(places[words])
                if way.relative:
                    of_itself[way.relative] += share
            found[words] = []
            for way in own:
                # A surname that another person has says nothing of a full name's gender: «Петра Иванова и Анну Иванову».
                factors = [
                    _UNSUPPORTED + max(support[key] - itself[key], relatives[key] - of_itself[key] if len(words) > 1 else 0.0)
                    for key in way.keys
                ]
                found[words].append(math.prod(factors) ** _SUPPORT)
        return found

    def _find_agreeing(self, words: Words) -> dict[tuple[Words, str], list[tuple[str, float]]]:
        """The cases in which all words of a name agree, each with how likely it is, by the nominative and the gender."""
        by_word = list(map(self._nominatives, words[:_MOST_WORDS], _places(len(words))))
        if words[0] in self._lexicon.syllabic_families and all(map(self._lexicon.is_syllabic, words[1:])):
            by_word = self._syllabic(words, by_word[-1])
        most = _MOST_NOMINATIVES if len(words) <= _SHORT_NAME else 1
        found: dict[tuple[Words, str], list[tuple[str, float]]] = defaultdict(list)
        for key, prior in self.priors.items():
            if len(words) <= _MOST_WORDS and all(key in nominatives for nominatives in by_word):
                case, gender = key
                for combination in product(*[nominatives[key][:most] for nominatives in by_word]):
                    nominative, weights = zip(*combination, strict=True)
                    found[nominative, gender].append((case, prior * math.prod(weights)))
        return found

    def _find_ways(self, words: Words) -> tuple[Way, ...]:
        """The ways to read a name; one whose words agree in nothing is its own nominative."""
        found = self._agreeing(words) or {(words, gender): [("Nom", 1.0)] for gender in GENDERS}
        peaks = {key: max([weight for _, weight in cases]) for key, cases in found.items()}
        total = math.fsum([weight for cases in found.values() for _, weight in cases])
        return tuple(
            [
                Way(
                    nominative,
                    gender,
                    tuple(dict.fromkeys([(fold(word), gender) for word in nominative])),
                    self._relative(nominative, gender),
                    tuple(cases),
                    peaks[nominative, gender],
                    math.fsum([weight for _, weight in cases]) / total,
                )
                for (nominative, gender), cases in found.items()
            ]
        )

    def _relative(self, nominative: Words, gender: str) -> tuple[str, str] | None:
        if len(nominative) == 1:
            return None
        surname = self._lexicon.counterpart(fold(nominative[-1]), gender)
        return (surname, _OTHER[gender]) if surname else None

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


def one_person(nominatives: Mapping[Words, Words]) -> Iterator[list[Words]]:
    """The names that mean one person: a part of a name goes with the only one that has it.

    Args:
        nominatives: What the names are called.
    """
    folded = {words: frozenset([fold(word) for word in name if len(word) > 1]) for words, name in nominatives.items()}
    having: dict[str, dict[frozenset[str], None]] = defaultdict(dict)
    for parts in folded.values():
        for part in parts:
            having[part][parts] = None
    groups: dict[frozenset[str], list[Words]] = defaultdict(list)
    for words, parts in folded.items():
        rarest = min((having[part] for part in parts), key=len, default={})
        fuller = [other for other in rarest if parts < other] if len(rarest) <= _MOST_BEARERS else []
        fullest = [one for one in fuller if not any(one < other for other in fuller)]
        groups[fullest[0] if len(fullest) == 1 else parts].append(words)
    yield from groups.values()


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


def _best(ways: Sequence[Way], weights: Sequence[float]) -> _Decision:
    """The likeliest nominative, and the gender if it is known."""
    names: dict[Words, float] = {}
    genders: dict[str, float] = {}
    for way, weight in zip(ways, weights, strict=True):
        names[way.nominative] = max(weight, names.get(way.nominative, 0.0))
        genders[way.gender] = max(weight, genders.get(way.gender, 0.0))
    doubt = _doubt(genders)
    gender = None if doubt > _GENDER_KNOWN else _GENDERS[max(genders, key=lambda g: (genders[g], g))]
    return _Decision(max(names, key=lambda n: (names[n], n)), gender, max(doubt, _doubt(names)))


def _doubt(shares: dict[Any, float]) -> float:
    top = max(shares.values())
    return (math.fsum(shares.values()) - top) / top


def _peaks(ways: Sequence[Way], support: Sequence[float], fits: Fits) -> list[float]:
    """How likely each way is in a context, with its likeliest case."""
    return [
        factor * max([weight * fits[case, way.gender] for case, weight in way.cases])
        for way, factor in zip(ways, support, strict=True)
    ]


def _told(ways: Sequence[Way], alone: Sequence[float], peaks: Sequence[float]) -> dict[str, float]:
    """How much a context leaves of each gender, if it tells the person's sex.

    Args:
        ways: The ways to read the name.
        alone: How likely each is without a context.
        peaks: How likely each is in the context.
    """
    before = _by_gender(ways, alone)
    fits = {gender: weight / before[gender] for gender, weight in _by_gender(ways, peaks).items()}
    top = max(fits.values())
    return {gender: max(fit / top, _LEAST_TOLD) if fit < _TOLD * top else 1.0 for gender, fit in fits.items()}


def _likelier(genders: Mapping[str, float]) -> str | None:
    """The gender that is likelier than the other one; None where neither is."""
    return max(genders, key=lambda gender: genders[gender]) if len(set(genders.values())) > 1 else None


def _for_sex(sex: str, ways: Sequence[Way], weights: Sequence[float], others: float) -> dict[str, float]:
    """What to multiply each gender by for a person of one sex, so that a name of one form is not by far likelier the other's.

    Args:
        sex: The person's.
        ways: The ways to read the name.
        weights: How likely each is.
        others: What is left of the other sex.
    """
    best: dict[str, tuple[float, Words]] = {}
    for way, weight in zip(ways, weights, strict=True):
        best[way.gender] = max((weight, way.nominative), best.get(way.gender, (0.0, way.nominative)))
    factors = {gender: 1.0 if gender == sex else others for gender in GENDERS}
    if sex in best and len({nominative for _, nominative in best.values()}) == 1:
        factors[sex] = max(1.0, max(best.values())[0] / _MOST_BY_FORM / best[sex][0])
    return factors


def _by_gender(ways: Sequence[Way], weights: Sequence[float]) -> dict[str, float]:
    """The weight of the likeliest way of each gender."""
    found: dict[str, float] = {}
    for way, weight in zip(ways, weights, strict=True):
        found[way.gender] = max(weight, found.get(way.gender, 0.0))
    return found


def _mean_shares(ways: Sequence[Way], support: Sequence[float], contexts: Sequence[Fits]) -> list[float]:
    """The share of each way in a name's contexts, on average."""
    means = [0.0] * len(ways)
    for fits in contexts:
        weights = [
            factor * math.fsum([weight * fits[case, way.gender] for case, weight in way.cases])
            for way, factor in zip(ways, support, strict=True)
        ]
        total = math.fsum(weights) * len(contexts)
        means = [mean + weight / total for mean, weight in zip(means, weights, strict=True)]
    return means
