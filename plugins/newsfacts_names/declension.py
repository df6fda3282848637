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
from itertools import chain, product
from typing import Any, Literal, NamedTuple

from newsfacts import Language, Reading, fold
from newsfacts_names.lexicon import EndingRule, NamesData, names_data

__all__ = ["CASES", "Context", "Declension", "Decliner", "decliner"]

Gender = Literal["masculine", "feminine"]
CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_GENDERS: dict[str, Gender] = {"Masc": "masculine", "Fem": "feminine"}
_NAME_TAGS = frozenset(("NameType=Giv", "NameType=Sur", "NameType=Pat"))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GLUED_INITIAL = re.compile(r"(?<=\.)(?=[^\W\d_])")
_ADJECTIVAL = ("ий", "ый", "ой", "ая")
_WOMANS_SURNAME = re.compile(r"(?:[оеё]в|[иы]н)а\Z")
_PATRONYMIC = re.compile(r"(?:[вь]ич|вна|ична)\Z")
# A given name stands first and a surname last.
_OUT_OF_PLACE = {"first": "NameType=Sur", "last": "NameType=Giv"}
_VOWEL = re.compile(r"[аеёиоуыэюя]")
# How usual the cases of names and the genders of persons are in news.
_CASE_PRIORS = {"Nom": 1.0, "Gen": 0.6, "Dat": 0.35, "Acc": 0.35, "Ins": 0.45, "Loc": 0.2}
_MASCULINE_PRIOR = 1.5
# How usual each case and gender is.
_PRIORS = {
    (case, gender): prior * (_MASCULINE_PRIOR if gender == "Masc" else 1.0)
    for gender in _GENDERS
    for case, prior in _CASE_PRIORS.items()
}
# A word that is not declined, of either gender and of one.
_ALL = tuple(_PRIORS)
_ALL_OF = {gender: tuple((case, gender) for case in CASES) for gender in _GENDERS}
# How much the article's other names count against a name's own form; what counts for a word that no name supports.
_SUPPORT = 1.5
_UNSUPPORTED = 0.02
# A reading is clear when all others together have less than this share of its weight; a gender is told with more.
_CLEAR = 0.1
_TOLD = 0.2
# A longer chain of words is no name: it stays as it is.
_MOST_WORDS = 20
# Readings with less than this part of the best one's weight are left out.
_NEGLIGIBLE = 0.002


class Declension(NamedTuple):
    """A name's nominative, and the gender that its form tells."""

    name: str
    gender: Gender | None


class Context(NamedTuple):
    """What the words around a name say: how well each case and gender fits, and the gender of a verb beside it."""

    fits: dict[tuple[str, str], float]
    verb: str | None = None


# One reading of a word of a name: the nominative, the cases and genders that the word may stand in, the weight.
_Form = tuple[str, Sequence[tuple[str, str]], float]
# One reading of a name in its article: the nominative, case, gender, weight.
_Scored = tuple[tuple[str, ...], str, str, float]
# By case and gender the nominatives with their weights.
_Forms = dict[tuple[str, str], tuple[tuple[str, float], ...]]


class _Candidate(NamedTuple):
    """A nominative that a name may have.

    Attributes:
        words: The nominative.
        keys: The same, folded.
        readings: Case, gender and weight of each way to read the name so.
        share: The part of these ways among all of the name.
    """

    words: tuple[str, ...]
    keys: tuple[str, ...]
    readings: tuple[tuple[str, str, float], ...]
    share: float


class Decliner:
    """Puts the names of one language into the nominative.

    Args:
        language: The language; the plugin has data for it.
    """

    def __init__(self, language: Language) -> None:
        data = names_data(language.code) or NamesData()
        self._morphology = language.morphology
        self._particles = frozenset(word for particle in data.particles for word in particle.split())
        # By the last letter of the ending; those of no ending by an empty string.
        self._endings: dict[str, list[tuple[re.Pattern[str], EndingRule]]] = defaultdict(list)
        for rule in data.ending:
            self._endings[rule.form[-1:]].append((re.compile(rule.after + r"\Z"), rule))
        self._fixed = [(re.compile(f"{rule.form}\\Z"), rule) for rule in data.fixed]
        self._forms = lru_cache(maxsize=2_000)(self._find_forms)
        self._candidates = lru_cache(maxsize=500)(self._find_candidates)

    def decline(self, names: Sequence[str], context: Callable[[int], Context]) -> list[Declension]:
        """The nominatives of one article's names.

        Args:
            names: The names as they stand in the text.
            context: Gives the context of a name by its index; asked only for names that are not clear by themselves.
        """
        split = [tuple(_WORD.findall(name)) for name in names]
        counts = Counter(split)
        support = self._support(sorted(counts))
        spelling = {fold(word): word for word in sorted({word for words in counts for word in words})}
        clear: dict[tuple[str, ...], tuple[tuple[str, ...], Gender | None]] = {}
        found = []
        for index, (name, words) in enumerate(zip(names, split, strict=True)):
            chosen = clear.get(words)
            if chosen is None:
                scored = self._scored(words, counts[words], support)
                chosen, doubt = _best(scored)
                if doubt > _CLEAR:
                    chosen, _ = _best(_in_context(scored, context(index)))
                else:
                    clear[words] = chosen
            best, gender = chosen
            nominative = iter([spelling.get(fold(word), word) for word in best])
            found.append(Declension(_rebuilt(name, nominative), gender))
        return _with_surnames(found)

    def _support(self, names: Sequence[tuple[str, ...]]) -> dict[str, float]:
        """How much the article's names, each form of a name once, speak for a word as a nominative."""
        support: dict[str, float] = {}
        for words in names:
            for candidate in self._candidates(words):
                for key in set(candidate.keys):
                    support[key] = support.get(key, _UNSUPPORTED) + candidate.share
        return support

    def _scored(self, words: tuple[str, ...], count: int, support: dict[str, float]) -> list[_Scored]:
        """The readings of a name with their weights in this article."""
        scored = []
        for candidate in self._candidates(words):
            supported = math.prod([support.get(key, _UNSUPPORTED) for key in candidate.keys]) ** _SUPPORT
            for case, gender, weight in candidate.readings:
                # The oftener a form stands in the article, the less it can be all oblique.
                scored.append((candidate.words, case, gender, weight * supported * _CASE_PRIORS[case] ** min(count - 1, 2)))
        return scored

    def _find_candidates(self, words: tuple[str, ...]) -> tuple[_Candidate, ...]:
        """The nominatives that a name may have, from the readings in which all its words agree."""
        last = len(words) - 1
        forms = [
            self._forms(word, "only" if last == 0 else "last" if position == last else "first" if position == 0 else "middle")
            for position, word in enumerate(words[:_MOST_WORDS])
        ]
        most = 3 if len(words) <= 3 else 1
        found: dict[tuple[str, ...], list[tuple[str, str, float]]] = defaultdict(list)
        for key, prior in _PRIORS.items():
            agreeing = [form[key][:most] for form in forms if key in form]
            if len(agreeing) == len(words):
                for combination in product(*agreeing):
                    weight = prior * math.prod([weight for _, weight in combination])
                    found[tuple([nominative for nominative, _ in combination])].append((*key, weight))
        if not found:
            found[words] = [("Nom", gender, 1.0) for gender in _GENDERS]
        top = max([weight for readings in found.values() for _, _, weight in readings])
        likely = {n: [r for r in readings if r[2] > _NEGLIGIBLE * top] for n, readings in found.items()}
        total = math.fsum([weight for readings in likely.values() for _, _, weight in readings])
        return tuple(
            [
                _Candidate(n, tuple([fold(word) for word in n]), tuple(readings), math.fsum([r[2] for r in readings]) / total)
                for n, readings in likely.items()
                if readings
            ]
        )

    def _find_forms(self, word: str, place: str) -> _Forms:
        """For each case and gender the nominatives of a word with their weights, the likeliest first."""
        found: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
        for nominative, keys, weight in self._readings(word, place):
            for key in keys:
                nominatives = found[key]
                if weight > nominatives.get(nominative, 0.0):
                    nominatives[nominative] = weight
        return {
            key: tuple(group.items()) if len(group) == 1 else tuple(sorted(group.items(), key=_likeliest_first))
            for key, group in found.items()
        }

    def _readings(self, word: str, place: str) -> Iterator[_Form]:
        """The ways to read a word of a name, from the dictionary and from its ending."""
        low = word.lower()
        if not _VOWEL.search(low) or word in self._particles:
            yield word, _ALL, 0.5
            return
        readings = [r for r in self._morphology.readings(word) if r.case and r.number == "Sing" and _nominal(r)]
        named = any(r.known and r.features & _NAME_TAGS for r in readings)
        for reading in readings:
            weight = _weight(reading, place, named)
            if weight:
                base = self._morphology.inflect(reading, "Case=Nom") or reading.word
                genders = (reading.gender,) if reading.gender in _GENDERS else _GENDERS
                yield _like(word, reading.word, base), [(str(reading.case), str(gender)) for gender in genders], weight
        yield from self._by_ending(word, low, place, 0.03 if named else 1.0)

    def _by_ending(self, word: str, low: str, place: str, scale: float) -> Iterator[_Form]:
        given = place in ("first", "middle")
        for before, rule in chain(self._endings.get(low[-1], ()), self._endings.get("", ())):
            stem_end = len(low) - len(rule.form)
            if stem_end > 1 and low.endswith(rule.form) and before.search(low, 0, stem_end):
                weight = rule.weight * scale * (0.1 if given and rule.base in _ADJECTIVAL else 1.0)
                base = word[:stem_end] + (rule.base.upper() if word.isupper() else rule.base)
                yield base, [(case, rule.gender) for case in rule.cases], weight
                if place == "only" and rule.base in ("а", "я") and not _WOMANS_SURNAME.search(base):
                    yield base, [(case, "Masc") for case in rule.cases], weight  # «Обамы» alone does not tell
        for pattern, fixed in self._fixed:
            if fixed.place in (None, "given" if given else "surname") and pattern.search(low):
                yield word, _ALL if fixed.gender is None else _ALL_OF[fixed.gender], fixed.weight * scale
        if given and low[-1] not in "аяы" and len(low) <= 5:  # «Ким Чен Ына», «Жан-Поля»
            yield word, _ALL, 0.4 if len(low) <= 3 else 0.3 if scale == 1.0 else 0.06


@cache
def decliner(language: Language) -> Decliner:
    """The decliner of a language."""
    return Decliner(language)


def _likeliest_first(nominative: tuple[str, float]) -> tuple[float, str]:
    return -nominative[1], nominative[0]


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
    return reading.is_noun or (reading.category == "ADJ" and reading.gender in _GENDERS)


def _weight(reading: Reading, place: str, named: bool) -> float:
    """How likely it is that a word of a name is to be read so."""
    if reading.features & _NAME_TAGS:
        if not reading.known:
            return 0.0 if "NameType=Giv" in reading.features else 0.2 + 0.5 * reading.score
        out_of_place = _OUT_OF_PLACE.get(place) in reading.features
        return (0.5 + 0.5 * reading.score) * (0.4 if out_of_place else 1.0)
    if not reading.known:
        return 0.0
    if reading.category == "ADJ":  # «Ирины Яровой»
        return 0.5 if named else 0.9
    return 0.0 if named else 0.3 * (0.5 + 0.5 * reading.score)


def _like(word: str, read: str, base: str) -> str:
    """The dictionary's base form in the capitals of the word, and without the ё that the word is written without."""
    if "ё" in read and "ё" not in word.lower():
        base = base.replace("ё", "е")
    if word.isupper():
        return base.upper()
    return "".join(c.upper() if i < len(word) and word[i].isupper() else c for i, c in enumerate(base))


def _best(scored: Sequence[_Scored]) -> tuple[tuple[tuple[str, ...], Gender | None], float]:
    """The likeliest nominative and the gender, if told; and how doubtful the less clear of the two is."""
    names: dict[tuple[str, ...], float] = {}
    genders: dict[str, float] = {}
    for words, _, gender, weight in scored:
        if weight > names.get(words, 0.0):
            names[words] = weight
        if weight > genders.get(gender, 0.0):
            genders[gender] = weight
    doubt = _doubt(genders)
    told = None if doubt > _TOLD else _GENDERS[max(genders, key=lambda g: (genders[g], g))]
    return (max(names, key=lambda n: (names[n], n)), told), max(doubt, _doubt(names))


def _doubt(shares: dict[Any, float]) -> float:
    top = max(shares.values())
    return (math.fsum(shares.values()) - top) / top


def _in_context(scored: Sequence[_Scored], context: Context) -> list[_Scored]:
    fits, verb = context
    return [
        (words, case, gender, weight * fits.get((case, gender), 1.0) * _verb_factor(case, gender, verb))
        for words, case, gender, weight in scored
    ]


def _verb_factor(case: str, gender: str, verb: str | None) -> float:
    if verb is None or case != "Nom":
        return 1.0
    return 3.0 if not verb else 6.0 if verb == gender else 0.3
