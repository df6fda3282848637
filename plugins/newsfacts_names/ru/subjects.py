"""What the verb of a clause says of a person's name in it: who is its subject, and of which sex."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsfacts import Analysis, Reading, fold

__all__ = ["Evidence", "Subjects"]

# In words; so far before a name, and behind it, its clause is read.
_FARTHEST_BEFORE = 8
_FARTHEST_VERB = 5
_FARTHEST_COMMA = 8
# Readings less likely than this are not looked at.
_LEAST_SCORE = 0.04
_ANIMATE = "Animacy=Anim"
_SURNAME = "NameType=Sur"
_SHORT = "Variant=Short"
_OPEN_CATEGORIES = frozenset(("ADV", "PART"))
_ADVERBS = _OPEN_CATEGORIES | {"ADJ:Cmp"}
_JOINING = frozenset(("и", "или", "а", "но", "да"))
_POSSESSIVE = frozenset(("его", "её", "ее", "их"))
_QUOTES = frozenset('«»"„“”-')


class Evidence(NamedTuple):
    """That a name is the subject of a verb.

    Attributes:
        gender: The verb's, Masc or Fem.
        is_strong: Whether nothing else in the clause can be its subject, also no noun for a man that a woman may be meant by.
    """

    gender: str
    is_strong: bool


class Subjects:
    """Finds the verbs of one article whose subjects its names are.

    Args:
        analysis: The article.
        relatives: Nouns for people who are somebody's («жена»: wife).
    """

    def __init__(self, analysis: Analysis, relatives: Collection[str]) -> None:
        self._analysis = analysis
        self._tokens = analysis.tokens
        self._relatives = relatives

    def relative(self, start: int, end: int) -> str | None:
        """The gender of somebody who is somebody's and stands in the nominative before the name between two offsets.

        With a possessive before it («его жена») it is known whose, and one name alone is theirs («дочь Вера»), if it is no
        surname.
        """
        at = self._analysis.token_index(start) - 1
        name = self._analysis.text[start:end]
        if at < 0 or (" " not in name and not any(_SURNAME in r.features for r in self._analysis.readings(name))):
            return None
        return next((r.gender for r in self._relatives_at(at)), None)

    def follows_woman(self, start: int) -> bool:
        """Whether the word before the name at an offset is a noun for a woman, in the nominative."""
        at = self._analysis.token_index(start) - 1
        readings = _likely(self._readings(at)) if at >= 0 else ()
        beings = [r for r in readings if _is_nominative(r) and _ANIMATE in r.features]
        return bool(beings) and all(r.gender == "Fem" for r in beings)

    def of(self, start: int, end: int) -> Evidence | None:
        """What says that the name between two offsets is the subject of a verb; None where nothing does.

        The verb is in the past or a short form, which have a gender, and stands behind the name, past adverbs and what is
        between two commas, or before it with nothing but nouns and adjectives between. No noun of its gender stands in the
        nominative before the name, but one for a woman that the name may go with («активистка движения | Руслана Лукина»),
        and none right behind the verb («Лукина поддержала партия»).
        """
        first, following = self._analysis.token_index(start), self._analysis.token_index(end)
        before, is_joined = self._clause_before(first)
        if is_joined and not before:
            return None
        verb = self._verb_behind(following)
        if verb is not None:
            gender = _gender_of_verb(self._readings(verb))
            if gender is None or any(_is_finite(self._readings(at)) for at in before):
                return None
            evidence = self._evidence(first, start, end, before, gender)
            return None if evidence is None or self._is_subject(verb + 1, gender) else evidence
        before = [at for at in before if not self._is_pronoun(at)]  # «сказала | ему | Ракова» (told him)
        for number, at in enumerate(before):
            if gender := _gender_of_verb(self._readings(at)):
                if is_joined or any(self._may_be_subject(other, gender) for other in before[number + 1 :]):
                    return None
                return self._evidence(first, start, end, before[:number], gender)
            if not self._is_nominal(at):
                return None
        return None

    def _evidence(self, first: int, start: int, end: int, before: Sequence[int], gender: str) -> Evidence | None:
        """What is to be said of a name behind some words of its clause, given the gender of the verb."""
        is_strong = True
        if " " not in self._analysis.text[start:end] and not (
            all(self._readings(at)[0].category in _ADVERBS for at in before) or self._is_holder(before[0])
        ):
            return None
        for at in before:
            readings = _likely(self._readings(at))
            if at == first - 1 and readings[0].pos == "ADP":
                return None
            subjects = [r for r in readings if _is_nominative(r)]
            if not subjects:
                continue
            is_being = any(r.is_noun and _ANIMATE in r.features for r in subjects)
            agreeing = any(r.gender in (None, gender) for r in subjects)
            is_relative = bool(self._relatives_at(at))
            if is_being and not (is_relative and agreeing):
                is_woman = all(r.gender == "Fem" for r in subjects)
                is_strong = is_strong and at == first - 1 and gender == "Fem" and is_woman
            elif agreeing:
                return None
        return Evidence(gender, is_strong)

    def _may_be_subject(self, at: int, gender: str) -> bool:
        """Whether a word may be the subject of a verb of a gender: a noun in the nominative, or an unknown name."""
        readings = _likely(self._readings(at))
        is_unknown = not self._tokens[at].text.islower() and readings[0].is_noun and not readings[0].known
        return is_unknown or any(_is_nominative(r) and r.gender in (None, gender) for r in readings)

    def _is_subject(self, at: int, gender: str) -> bool:
        """Whether the word behind a verb is its subject: a name that may be, or a noun that is no object."""
        if at >= len(self._tokens) or not self._tokens[at].text[0].isalpha() or not self._may_be_subject(at, gender):
            return False
        return not self._tokens[at].text.islower() or all(r.case != "Acc" for r in _likely(self._readings(at)))

    def _is_holder(self, at: int) -> bool:
        """Whether a word is somebody in the nominative."""
        readings = self._readings(at)
        return _is_nominative(readings[0]) and _ANIMATE in readings[0].features

    def _relatives_at(self, at: int) -> list[Reading]:
        """The readings of a word as somebody, in the nominative, of whom it is not said yet whose they are."""
        if at > 0 and self._tokens[at - 1].text.lower() in _POSSESSIVE:
            return []
        return [r for r in _likely(self._readings(at)) if _is_nominative(r) and fold(r.lemma) in self._relatives]

    def _is_pronoun(self, at: int) -> bool:
        """Whether a word is a pronoun that can be no subject."""
        readings = self._readings(at)
        return all(r.pos == "PRON" and r.case != "Nom" for r in readings)

    def _is_nominal(self, at: int) -> bool:
        first = self._readings(at)[0]
        return first.is_noun or first.is_attributive

    def _readings(self, at: int) -> Sequence[Reading]:
        return self._analysis.readings(self._tokens[at].text)

    def _clause_before(self, first: int) -> tuple[list[int], bool]:
        """The words of a clause before a token, back from it, and whether a conjunction joins them to what is before."""
        start = self._analysis.sentence_at(self._tokens[first].start).start
        found: list[int] = []
        for at in range(first - 1, max(-1, first - 1 - _FARTHEST_BEFORE), -1):
            token = self._tokens[at]
            if token.start < start or "\n" in self._analysis.text[token.end : self._tokens[at + 1].start]:
                break
            if token.text[0].isalpha():
                if self._readings(at)[0].category == "CCONJ":
                    return found, token.text.lower() in _JOINING
                found.append(at)
            elif token.text not in _QUOTES:
                break
        return found, False

    def _verb_behind(self, at: int) -> int | None:
        """The verb behind a name, past adverbs and what is between two commas; None where none is."""
        if at < len(self._tokens) and self._tokens[at].text == ",":
            limit = min(len(self._tokens), at + _FARTHEST_COMMA)
            at = next((n + 1 for n in range(at + 1, limit) if not self._goes_on(n)), limit)
            if at > limit or self._tokens[at - 1].text != ",":
                return None
        for place in range(at, min(len(self._tokens), at + _FARTHEST_VERB)):
            if not self._tokens[place].text[0].isalpha():
                return None
            readings = self._readings(place)
            if _gender_of_verb(readings):
                return place
            if readings[0].category not in _OPEN_CATEGORIES:
                return None
        return None

    def _goes_on(self, at: int) -> bool:
        """Whether a word may be of an apposition, and not its end: neither a verb nor a mark."""
        return self._tokens[at].text[0].isalpha() and not _is_finite(self._readings(at))


def _likely(readings: Sequence[Reading]) -> Sequence[Reading]:
    return [r for r in readings if r.score > _LEAST_SCORE] or readings[:1]


def _is_nominative(reading: Reading) -> bool:
    """Whether a reading may be a verb's subject in the singular."""
    return reading.case == "Nom" and reading.number == "Sing" and (reading.is_noun or reading.pos == "PRON")


def _is_finite(readings: Sequence[Reading]) -> bool:
    first = readings[0]
    return first.known and ("VerbForm=Fin" in first.features or _SHORT in first.features)


def _gender_of_verb(readings: Sequence[Reading]) -> str | None:
    """The gender of a verb in the past or of a short form, Masc or Fem; None for other words."""
    first = readings[0]
    return first.gender if _is_finite(readings) and first.gender in ("Masc", "Fem") else None
