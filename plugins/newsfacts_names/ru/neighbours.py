"""Two persons side by side, of whom one does something to the other: «посоветовал Гаспарян | Лыкову»."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from newsfacts import Analysis, Reading, fold
from newsfacts_names.candidates import Candidate
from newsfacts_names.declension import Decliner
from newsfacts_names.lexicon import NameLexicon

__all__ = ["Neighbours"]

_GIVEN, _SURNAME, _ANIMATE = "NameType=Giv", "NameType=Sur", "Animacy=Anim"
# In words; so far before a name the verb that it is the subject of may stand, with the subject's office between.
_FARTHEST_VERB = 6
# In words; so far behind two names it may stand: «Лыкову | не ответил».
_FARTHEST_VERB_BEHIND = 2
# In words; a name and what is told to another person of two given names are no longer.
_LONGEST = 6
# After one of these the verb of what is quoted has its subject.
_DASHES = frozenset("—–-")
# So much likelier two names must be than one, which has the subject's case, and than one in any case.
_LIKELIER_THAN_SUBJECT = 8.0
_LIKELIER = 1.5
# So seldom one name has two surnames, or a given name behind a surname.
_SELDOM_ONE = 0.02
# Nor is a name a verb's subject that has so little of its likelihood in the nominative: «цитирует Анну Серову».
_LEAST_SUBJECT = 0.05
# A likelihood that is next to nothing.
_LEAST = 1e-9
# How surnames end, and no given names of other languages.
_OF_SURNAMES = ("ов", "ев", "ёв", "ова", "ева", "ёва", "ский", "цкий", "ская", "цкая", "енко", "швили")
# What may be between the words of a name.
_WITHIN = frozenset((" ", "particle"))


class Neighbours:
    """Persons of one article side by side.

    Args:
        analysis: The article.
        decliner: Reads names.
        lexicon: Knows verbs that say to whom something is done, and how surnames end.
    """

    def __init__(self, analysis: Analysis, decliner: Decliner, lexicon: NameLexicon) -> None:
        self._analysis = analysis
        self._decliner = decliner
        self._lexicon = lexicon

    def parted(self, candidates: Sequence[Candidate], labels: Sequence[str]) -> list[str]:
        """The labels, with a new person where the object of a verb follows its subject.

        Args:
            candidates: The article's capitalised words.
            labels: Theirs.
        """
        mended = list(labels)
        people = {c.position for c, label in zip(candidates, labels, strict=True) if label in "Pp"}
        for first, end in _chains(candidates, labels):
            at = self._verb_of(candidates[first].position, candidates[end - 1].position, people)
            if at is not None and (border := self._border(candidates[first:end], at)):
                mended[first + border] = "P"
        return mended

    def cases(self, spans: Sequence[tuple[int, int]]) -> dict[int, tuple[str, ...]]:
        """The cases of the names that have nothing between them, by their places, where one is the subject of a verb.

        Args:
            spans: The names.
        """
        found: dict[int, tuple[str, ...]] = {}
        text = self._analysis.text
        for at, ((start, end), (other, last)) in enumerate(pairwise(spans)):
            if text[end:other] == " ":
                first, behind = self._analysis.token_index(start), self._analysis.token_index(last)
                verb = self._verb_of(first, behind - 1, ())
                if verb is not None:
                    found[at], found[at + 1] = ("Nom",), self._objects(verb)
        return found

    def _border(self, chain: Sequence[Candidate], verb: int) -> int | None:
        """Where the second of two names begins that are the subject and an object of a verb; None for one name."""
        words = [candidate.token.text for candidate in chain]
        likelihoods = self._decliner.likelihoods
        whole = likelihoods(words)
        gender = self._readings(verb)[0].gender
        one = _LIKELIER_THAN_SUBJECT * _best(whole, ("Nom",), gender)
        if not (verb and self._analysis.tokens[verb - 1].text in _DASHES):
            one = max(one, _LIKELIER * max(whole.values(), default=0.0))
        best: tuple[float, int | None] = (1.0, None)
        for border in range(1, len(words)):
            subject, other = words[:border], words[border:]
            are_two, are_surely_two = self._are_two(subject, other)
            as_object = _best(likelihoods(other, changed=True), self._objects(verb), None)
            if chain[border].gap == " " and (are_surely_two or as_object > _best(likelihoods(other), ("Nom",), None)):
                alone = likelihoods(subject)
                as_subject = _best(alone, ("Nom",), gender)
                if as_subject < _LEAST_SUBJECT * _best(alone, {case for case, _ in alone}, gender):
                    continue
                two = as_subject * as_object
                ratio = two / max(one * (_SELDOM_ONE if are_two else 1.0), _LEAST)
                best = max(best, (ratio, border), key=itemgetter(0))
        return best[1]

    def _are_two(self, subject: Sequence[str], other: Sequence[str]) -> tuple[bool, bool]:
        """Whether words are hardly one name, and whether the last are surely a name.

        A surname begins none, and a given name with its surname does not follow another one.
        """
        if len(subject) > 1:
            is_whole = len(other) > 1 and any(_GIVEN in r.features for r in self._analysis.readings(other[0]))
            return is_whole, is_whole
        is_surname = self._is_surname(subject[0])
        return is_surname, is_surname and self._is_surname(other[0])

    def _is_surname(self, word: str) -> bool:
        """Whether a word is a surname of the dictionary, or looks like one and like no given name («Зыков»; not «Мервин»)."""
        known = [r for r in self._analysis.readings(word) if r.known]
        if any(_GIVEN in r.features for r in known):
            return False
        if any(_SURNAME in r.features for r in known) or word.endswith(_OF_SURNAMES):
            return True
        return bool(known) and word.endswith(self._lexicon.surname_endings)

    def _objects(self, verb: int) -> tuple[str, ...]:
        """The cases in which a person may be the object of a verb."""
        reading = self._readings(verb)[0]
        if "Subcat=Intr" in reading.features:
            return ("Dat",)
        return ("Acc", "Dat") if fold(reading.lemma) in self._lexicon.to_whom else ("Acc",)

    def _verb_of(self, first: int, last: int, people: Collection[int]) -> int | None:
        """The place of the finite verb in the singular before two names, past the first one's office, or right behind them."""
        tokens = self._analysis.tokens
        has_office = False
        for at in range(first - 1, max(-1, first - 1 - _FARTHEST_VERB), -1):
            readings = self._readings(at)
            if readings and _is_verb(readings[0]):
                return at if (has_office or at == first - 1) and not self._has_subject(at) else None
            if not readings or at in people or not (readings[0].is_noun or readings[0].is_attributive):
                break
            has_office = any(r.is_noun and r.case == "Nom" and _ANIMATE in r.features for r in readings)
        for at in range(last + 1, min(last + 1 + _FARTHEST_VERB_BEHIND, len(tokens))):
            readings = self._readings(at)
            if not readings or _is_verb(readings[0]):
                return at if readings else None
        return None

    def _has_subject(self, verb: int) -> bool:
        """Whether the word before a verb is its subject: in the nominative, and never in the accusative."""
        nouns = [r for r in self._readings(verb - 1) if r.is_noun and r.number == "Sing"] if verb else []
        cases = {r.case for r in nouns}
        gender = self._readings(verb)[0].gender
        return "Nom" in cases and "Acc" not in cases and any(gender in (None, r.gender) for r in nouns)

    def _readings(self, at: int) -> Sequence[Reading]:
        """The readings of a token; none of a mark."""
        word = self._analysis.tokens[at].text
        return self._analysis.readings(word) if word[0].isalpha() else ()


def _chains(candidates: Sequence[Candidate], labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first words and the ends of persons' names of several words that nothing but white space is between."""
    for first, label in enumerate(labels):
        end = first + 1
        while label == "P" and labels[end : end + 1] == ["p"] and candidates[end].gap in _WITHIN:
            end += 1
        if 1 < end - first <= _LONGEST and labels[end : end + 1] != ["p"]:
            yield first, end


def _is_verb(reading: Reading) -> bool:
    return reading.pos == "VERB" and "VerbForm=Fin" in reading.features and reading.number == "Sing"


def _best(likelihoods: dict[tuple[str, str], float], cases: Collection[str], gender: str | None) -> float:
    """The likelihood of a name in its likeliest case of some, of a person of a gender or of either."""
    fitting = (weight for (case, own), weight in likelihoods.items() if case in cases and gender in (None, own))
    return max(fitting, default=0.0)
