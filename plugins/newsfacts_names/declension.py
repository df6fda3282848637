"""The nominative and the gender of persons' names in a language with cases, known to the dictionary or not.

Each word of a name has several readings (`WordNominatives`). The words of one name agree in case and gender; names of one
article that share a word are one name, so each supports the others' readings; and the words around a name make some cases
likelier than others.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Any, NamedTuple

from newsfacts import Language, fold
from newsfacts_names.grammar import Gender, PersonName
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.nominatives import GENDERS, Key, Place, WordNominatives

__all__ = ["CaseContext", "Decliner"]

_GENDERS: dict[str, Gender] = {"Masc": "masculine", "Fem": "feminine"}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GLUED_INITIAL = re.compile(r"(?<=\.)(?=[^\W\d_])")
# Of two readings that differ in nothing else, a man is so much likelier: news name men oftener.
_MASCULINE_PRIOR = 1.5
# How much the article's other names count against a name's own form; what counts for a word that no name supports.
_SUPPORT = 1.5
_UNSUPPORTED = 0.02
# The oftener a form is in the article, the less it can be always oblique; more than so often counts no more.
_MOST_REPEATED = 2
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
# How much likelier a name is a subject beside a finite verb: of no gender, of its own, of the other.
_BESIDE_VERB = 3.0
_BESIDE_VERB_OF_ITS_GENDER = 6.0
_BESIDE_VERB_OF_OTHER_GENDER = 0.3


class CaseContext(NamedTuple):
    """The words around a name.

    Attributes:
        fits: How well cases and genders fit after the word before; 1 for those that are left out.
        verb: The gender of a finite verb beside the name, empty for one without; None where there is no verb.
    """

    fits: dict[Key, float]
    verb: str | None = None


# One reading of a name in its article: the nominative, case, gender, weight.
_Scored = tuple[tuple[str, ...], str, str, float]


class _BaseForm(NamedTuple):
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
        language: The language.
        lexicon: What is known of its names.
    """

    def __init__(self, language: Language, lexicon: NameLexicon) -> None:
        self._lexicon = lexicon
        self._nominatives = WordNominatives(language, lexicon).of
        self._case_priors = lexicon.case_priors
        self._priors = {
            (case, gender): prior * (_MASCULINE_PRIOR if gender == "Masc" else 1.0)
            for gender in GENDERS
            for case, prior in lexicon.case_priors.items()
        }
        self._base_forms = lru_cache(maxsize=_CACHED_NAMES)(self._find_base_forms)

    def decline(self, names: Sequence[str], context: Callable[[int], CaseContext]) -> list[PersonName]:
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
            found.append(PersonName(_rebuilt(name, nominative), gender))
        return self._with_surnames(found)

    def _support(self, names: Sequence[tuple[str, ...]]) -> dict[str, float]:
        """How much the article's names, each form of a name once, support a word as a nominative."""
        support: dict[str, float] = {}
        for words in names:
            for form in self._base_forms(words):
                for key in set(form.keys):
                    support[key] = support.get(key, _UNSUPPORTED) + form.share
        return support

    def _scored(self, words: tuple[str, ...], count: int, support: dict[str, float]) -> list[_Scored]:
        """The readings of a name with their weights in this article."""
        repeated = min(count - 1, _MOST_REPEATED)
        scored = []
        for form in self._base_forms(words):
            supported = math.prod([support.get(key, _UNSUPPORTED) for key in form.keys]) ** _SUPPORT
            for case, gender, weight in form.readings:
                scored.append((form.words, case, gender, weight * supported * self._case_priors[case] ** repeated))
        return scored

    def _find_base_forms(self, words: tuple[str, ...]) -> tuple[_BaseForm, ...]:
        """The nominatives that a name may have, from the readings in which all its words agree."""
        by_word = list(map(self._nominatives, words[:_MOST_WORDS], _places(len(words))))
        most = _MOST_NOMINATIVES if len(words) <= _SHORT_NAME else 1
        found: dict[tuple[str, ...], list[tuple[str, str, float]]] = defaultdict(list)
        for key, prior in self._priors.items():
            agreeing = [nominatives[key][:most] for nominatives in by_word if key in nominatives]
            if len(agreeing) == len(words):
                for combination in product(*agreeing):
                    weight = prior * math.prod([weight for _, weight in combination])
                    found[tuple([nominative for nominative, _ in combination])].append((*key, weight))
        if not found:
            found[words] = [("Nom", gender, 1.0) for gender in GENDERS]
        top = max([weight for readings in found.values() for _, _, weight in readings])
        likely = {n: [r for r in readings if r[2] > _NEGLIGIBLE * top] for n, readings in found.items()}
        total = math.fsum([weight for readings in likely.values() for _, _, weight in readings])
        return tuple(
            [
                _BaseForm(n, tuple([fold(word) for word in n]), tuple(readings), math.fsum([r[2] for r in readings]) / total)
                for n, readings in likely.items()
                if readings
            ]
        )

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


def _rebuilt(name: str, words: Iterator[str]) -> str:
    """The name with other words in the place of its own, initials parted by one space."""
    text = _WORD.sub(lambda _: next(words), name)
    return " ".join(_GLUED_INITIAL.sub(" ", text).split())


def _best(scored: Sequence[_Scored]) -> tuple[tuple[tuple[str, ...], Gender | None], float]:
    """The likeliest nominative, and the gender if it is known; and how doubtful the less clear of the two is."""
    names: dict[tuple[str, ...], float] = {}
    genders: dict[str, float] = {}
    for words, _, gender, weight in scored:
        if weight > names.get(words, 0.0):
            names[words] = weight
        if weight > genders.get(gender, 0.0):
            genders[gender] = weight
    doubt = _doubt(genders)
    likeliest = None if doubt > _GENDER_KNOWN else _GENDERS[max(genders, key=lambda g: (genders[g], g))]
    return (max(names, key=lambda n: (names[n], n)), likeliest), max(doubt, _doubt(names))


def _doubt(shares: dict[Any, float]) -> float:
    top = max(shares.values())
    return (math.fsum(shares.values()) - top) / top


def _in_context(scored: Sequence[_Scored], context: CaseContext) -> list[_Scored]:
    fits, verb = context
    return [
        (words, case, gender, weight * fits.get((case, gender), 1.0) * _verb_factor(case, gender, verb))
        for words, case, gender, weight in scored
    ]


def _verb_factor(case: str, gender: str, verb: str | None) -> float:
    if verb is None or case != "Nom":
        return 1.0
    if not verb:
        return _BESIDE_VERB
    return _BESIDE_VERB_OF_ITS_GENDER if verb == gender else _BESIDE_VERB_OF_OTHER_GENDER
