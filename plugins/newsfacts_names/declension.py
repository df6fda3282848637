"""The nominative and the gender of persons' names, known to the dictionary or not.

Each word of a name has several readings: the dictionary's, and those that its ending allows. The words of one name agree
in case and gender; names of one article that share a word are one name, so each supports the others' readings; and the
words around a name speak for a case.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from newsfacts import Language, Reading, fold
from newsfacts_names.lexicon import NamesData, names_data

__all__ = ["CASES", "Context", "Declension", "Decliner", "decliner"]

Gender = Literal["masculine", "feminine"]
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_GENDERS: dict[str, Gender] = {"masc": "masculine", "femn": "feminine"}
_NAME_TAGS = frozenset(("Name", "Surn", "Patr"))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GLUED_INITIAL = re.compile(r"(?<=\.)(?=[^\W\d_])")
_ADJECTIVAL = ("ий", "ый", "ой", "ая")
_WOMANS_SURNAME = re.compile(r"(?:[оеё]в|[иы]н)а\Z")
_PATRONYMIC = re.compile(r"(?:[вь]ич|вна|ична)\Z")
_VOWEL = re.compile(r"[аеёиоуыэюя]")
# How usual the cases of names and the genders of persons are in news.
_CASE_PRIORS = {"nomn": 1.0, "gent": 0.6, "datv": 0.35, "accs": 0.35, "ablt": 0.45, "loct": 0.2}
_MASCULINE_PRIOR = 1.5
# How much the article's other names count against a name's own form.
_SUPPORT = 1.5
# A reading is clear when all others together have less than this share of its weight; a gender is told with more.
_CLEAR = 0.1
_TOLD = 0.2


class Declension(NamedTuple):
    """A name's nominative, and the gender that its form tells."""

    name: str
    gender: Gender | None


class Context(NamedTuple):
    """What the words around a name say: how well each case and gender fits, and the gender of a verb beside it."""

    fits: dict[tuple[str, str], float]
    verb: str | None = None


class _Form(NamedTuple):
    """One reading of a word of a name."""

    nominative: str
    case: str
    gender: str
    weight: float


class _Whole(NamedTuple):
    """One reading of a whole name."""

    words: tuple[str, ...]
    case: str
    gender: str
    weight: float


class Decliner:
    """Puts the names of one language into the nominative.

    Args:
        language: The language; the plugin has data for it.
    """

    def __init__(self, language: Language) -> None:
        data = names_data(language.code) or NamesData()
        self._morphology = language.morphology
        self._particles = frozenset(word for particle in data.particles for word in particle.split())
        self._endings = [(re.compile(f"{rule.after}{rule.form}\\Z"), rule) for rule in data.ending]
        self._fixed = [(re.compile(f"{rule.form}\\Z"), rule) for rule in data.fixed]
        self._forms = lru_cache(maxsize=20_000)(self._find_forms)
        self._wholes = lru_cache(maxsize=20_000)(self._find_wholes)

    def decline(self, names: Sequence[str], context: Callable[[int], Context]) -> list[Declension]:
        """The nominatives of one article's names.

        Args:
            names: The names as they stand in the text.
            context: Gives the context of a name by its index; asked only for names that are not clear by themselves.
        """
        split = [tuple(_WORD.findall(name)) for name in names]
        support = self._support(split)
        counts = Counter(split)
        spelling: dict[str, str] = {}
        for word in sorted(word for words in set(split) for word in words):
            spelling[fold(word)] = word
        found = []
        for index, (name, words) in enumerate(zip(names, split, strict=True)):
            best, gender = self._choose(words, counts[words], support, index, context)
            nominative = iter([spelling.get(fold(word), word) for word in best])
            found.append(Declension(_rebuilt(name, nominative), gender))
        return _with_surnames(found)

    def _support(self, names: Sequence[tuple[str, ...]]) -> dict[str, float]:
        """How much the article's names, each form of a name once, speak for a word as a nominative."""
        support: dict[str, float] = defaultdict(lambda: 0.02)
        for words in sorted(set(names)):
            wholes = self._wholes(words)
            total = sum(w.weight for w in wholes)
            share: dict[str, float] = defaultdict(float)
            for whole in wholes:
                for word in {fold(w) for w in whole.words}:
                    share[word] += whole.weight / total
            for word, value in share.items():
                support[word] += value
        return support

    def _choose(
        self, words: tuple[str, ...], count: int, support: dict[str, float], index: int, context: Callable[[int], Context]
    ) -> tuple[tuple[str, ...], Gender | None]:
        scored = [
            # The oftener a form stands in the article, the less it can be all oblique.
            (
                w,
                w.weight
                * _CASE_PRIORS[w.case] ** min(count - 1, 2)
                * math.prod(support[fold(word)] ** _SUPPORT for word in w.words),
            )
            for w in self._wholes(words)
        ]
        names, genders = _shares(scored)
        if max(_doubt(names), _doubt(genders)) > _CLEAR:
            around = context(index)
            scored = [(w, s * around.fits.get((w.case, w.gender), 1.0) * _verb_factor(w, around.verb)) for w, s in scored]
            names, genders = _shares(scored)
        gender = None if _doubt(genders) > _TOLD else _GENDERS[max(genders, key=lambda g: (genders[g], g))]
        return max(names, key=lambda n: (names[n], n)), gender

    def _find_wholes(self, words: tuple[str, ...]) -> tuple[_Whole, ...]:
        """The readings of a name in which all its words agree."""
        last = len(words) - 1
        forms = [
            self._forms(word, "only" if last == 0 else "last" if position == last else "first" if position == 0 else "middle")
            for position, word in enumerate(words)
        ]
        found = []
        for gender in _GENDERS:
            for case in CASES:
                best = [f[case, gender] for f in forms if (case, gender) in f]
                if len(best) == len(words):
                    weight = math.prod(f.weight for f in best)
                    weight *= _CASE_PRIORS[case] * (_MASCULINE_PRIOR if gender == "masc" else 1.0)
                    found.append(_Whole(tuple(f.nominative for f in best), case, gender, weight))
        return tuple(found) or (_Whole(words, "nomn", "masc", 1.0), _Whole(words, "nomn", "femn", 1.0))

    def _find_forms(self, word: str, place: str) -> dict[tuple[str, str], _Form]:
        """The likeliest reading of a word for each case and gender."""
        found: dict[tuple[str, str], _Form] = {}
        for form in self._readings(word, place):
            key = form.case, form.gender
            if key not in found or form.weight > found[key].weight:
                found[key] = form
        return found

    def _readings(self, word: str, place: str) -> Iterator[_Form]:
        low = word.lower()
        if not _VOWEL.search(low) or word in self._particles:
            yield from _fixed(word, 0.5)
            return
        readings = [r for r in self._morphology.readings(word) if r.case and r.number == "sing" and _nominal(r)]
        named = any(r.known and r.tags & _NAME_TAGS for r in readings)
        for reading in readings:
            weight = _weight(reading, place, named)
            if weight:
                base = self._morphology.inflect(reading, "nomn") or reading.word
                for gender in (reading.gender,) if reading.gender in _GENDERS else tuple(_GENDERS):
                    yield _Form(_like(word, reading.word, base), str(reading.case), str(gender), weight)
        yield from self._by_ending(word, low, place, 0.03 if named else 1.0)

    def _by_ending(self, word: str, low: str, place: str, scale: float) -> Iterator[_Form]:
        given = place in ("first", "middle")
        for pattern, rule in self._endings:
            if len(low) > len(rule.form) + 1 and pattern.search(low):
                weight = rule.weight * scale * (0.1 if given and rule.base in _ADJECTIVAL else 1.0)
                base = word[: len(word) - len(rule.form)] + (rule.base.upper() if word.isupper() else rule.base)
                for case in rule.cases:
                    yield _Form(base, case, rule.gender, weight)
                    if place == "only" and rule.base in ("а", "я") and not _WOMANS_SURNAME.search(base):
                        yield _Form(base, case, "masc", weight)  # «Обамы» alone does not tell
        for pattern, fixed in self._fixed:
            if fixed.place in (None, "given" if given else "surname") and pattern.search(low):
                for form in _fixed(word, fixed.weight * scale):
                    if fixed.gender in (None, form.gender):
                        yield form
        if given and low[-1] not in "аяы" and len(low) <= 5:  # «Ким Чен Ына», «Жан-Поля»
            yield from _fixed(word, 0.4 if len(low) <= 3 else 0.3 if scale == 1.0 else 0.06)


@cache
def decliner(language: Language) -> Decliner:
    """The decliner of a language."""
    return Decliner(language)


def _rebuilt(name: str, words: Iterator[str]) -> str:
    """The name with other words in the place of its own, initials parted by one space."""
    text = _WORD.sub(lambda _: next(words), name)
    return " ".join(_GLUED_INITIAL.sub(" ", text).split())


def _with_surnames(found: list[Declension]) -> list[Declension]:
    """A given name with a patronymic gets the one surname that the article has for it: «Анна Ивановна» → «Анна Серова»."""
    full: dict[str, set[str]] = defaultdict(set)
    for declension in found:
        words = declension.name.split()
        if len(words) > 1 and not _PATRONYMIC.search(words[-1]):
            full[fold(words[0])].add(declension.name)
    out = []
    for declension in found:
        words = declension.name.split()
        if len(words) == 2 and _PATRONYMIC.search(words[1]) and len(names := full[fold(words[0])]) == 1:
            out.append(declension._replace(name=min(names)))
        else:
            out.append(declension)
    return out


def _nominal(reading: Reading) -> bool:
    return reading.pos == "NOUN" or (reading.pos == "ADJF" and reading.gender in _GENDERS)


def _weight(reading: Reading, place: str, named: bool) -> float:
    """How likely it is that a word of a name is to be read so."""
    if reading.tags & _NAME_TAGS:
        if not reading.known:
            return 0.0 if "Name" in reading.tags else 0.2 + 0.5 * reading.score
        out_of_place = ("Name" in reading.tags and place == "last") or ("Surn" in reading.tags and place == "first")
        return (0.5 + 0.5 * reading.score) * (0.4 if out_of_place else 1.0)
    if not reading.known:
        return 0.0
    if reading.pos == "ADJF":  # «Ирины Яровой»
        return 0.5 if named else 0.9
    return 0.0 if named else 0.3 * (0.5 + 0.5 * reading.score)


def _fixed(word: str, weight: float) -> Iterator[_Form]:
    for gender in _GENDERS:
        for case in CASES:
            yield _Form(word, case, gender, weight)


def _like(word: str, read: str, base: str) -> str:
    """The dictionary's base form in the capitals of the word, and without the ё that the word is written without."""
    if "ё" in read and "ё" not in word.lower():
        base = base.replace("ё", "е")
    if word.isupper():
        return base.upper()
    return "".join(c.upper() if i < len(word) and word[i].isupper() else c for i, c in enumerate(base))


def _shares(scored: Sequence[tuple[_Whole, float]]) -> tuple[dict[tuple[str, ...], float], dict[str, float]]:
    """The weight of the likeliest reading of each nominative, and of each gender."""
    names: dict[tuple[str, ...], float] = defaultdict(float)
    genders: dict[str, float] = defaultdict(float)
    for whole, score in scored:
        names[whole.words] = max(names[whole.words], score)
        genders[whole.gender] = max(genders[whole.gender], score)
    return names, genders


def _doubt(shares: dict[Any, float]) -> float:
    top = max(shares.values())
    return (sum(shares.values()) - top) / top


def _verb_factor(whole: _Whole, verb: str | None) -> float:
    if verb is None or whole.case != "nomn":
        return 1.0
    return 3.0 if not verb else 6.0 if verb == whole.gender else 0.3
