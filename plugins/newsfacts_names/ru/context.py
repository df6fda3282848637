"""What the words around a person's name say of its case and gender: features, which a model weighs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from math import exp, fsum

from newsfacts import Analysis, Reading, fold
from newsfacts.linear import LinearModel
from newsfacts_names.nominatives import GENDERS, Key
from newsfacts_names.ru.subjects import Subjects

__all__ = ["CONTEXT", "SCALE", "CaseContexts", "ContextFeatures"]

CONTEXT = "case"
"""The decision's name in the weights file; its answers are the cases and genders, in the order of `Decliner.priors`."""
SCALE = 100
"""The model's weights are log odds multiplied by this."""

# In words; so far before a name a noun may stand that the name agrees with («глава Совета при президенте Орлов»).
_FARTHEST_HEAD = 8
_FARTHEST_VERB = 3
# Of a word's readings so many are looked at, and those that are likelier than this.
_MOST_READINGS = 8
_LEAST_SCORE = 0.04
_FUNCTION_WORDS = frozenset(("ADP", "CCONJ", "PART", "PRON", "ADV"))
_NOT = "не"
_LOCATIVE = frozenset(("в", "во", "на", "о", "об", "обо", "при", "по"))
# In words; so far before a name its preposition may stand, past the names of a list.
_FARTHEST_PREPOSITION = 20
_GIVEN, _ANIMATE = "NameType=Giv", "Animacy=Anim"
_LINE_END = "¶"
# What may stand between a noun and the name that it goes with: marks around the name of what somebody heads.
_MARKS_WITHIN = frozenset('«»"„“”-')
# What is left of other cases than the nominative where nothing governs a name.
_GOVERNED = 0.03
_DASHES = frozenset("—–")
_CLOSING = frozenset('»”“"')
# So likely a context says nothing: what the model has seldom seen, and sentences are not always well-formed.
_SURPRISE = 0.05
# What is left of a case and gender that an adjective before the name has not.
_DISAGREEING = 0.1
# What is left of a case that the verb before the name hardly asks for.
_UNFIT = 0.1
# What is left of other cases and genders than those of a verb's subject, if nothing else can be that, and if something can.
_NO_SUBJECT = 0.05
_HARDLY_NO_SUBJECT = 0.1
# What is left of a woman in the nominative after a noun for somebody's wife, lawyer and the like («жена | Руслана Лукина»).
_NO_RELATIVE = 0.03
# In words; so far before a verb its subject may stand.
_FARTHEST_SUBJECT = 3


class CaseContexts:
    """How well cases fit the names of one article by their contexts.

    Args:
        analysis: The article.
        model: Of the decision `CONTEXT`.
        priors: How usual each case and gender is among names.
        to_whom: Verbs that say to whom something is done, which have an object in the accusative too.
        relatives: Nouns for people who are somebody's.
    """

    def __init__(
        self,
        analysis: Analysis,
        model: LinearModel,
        priors: Mapping[Key, float],
        to_whom: Collection[str],
        relatives: Collection[str],
    ) -> None:
        self._features = ContextFeatures(analysis, to_whom)
        self._subjects = Subjects(analysis, relatives)
        self._subject = cache(self._subjects.of)
        self._model = model
        self._priors = priors

    def fits(self, start: int, end: int, cases: Collection[str] = ()) -> dict[Key, float]:
        """How much likelier each case and gender is for the name between two offsets than for others.

        Args:
            start: Where the name begins.
            end: Where it ends.
            cases: Those that it has if a person beside it is the subject or the object of the same verb.
        """
        scores = self._model.scores(self._model.total(self._features.of(start, end)))
        odds = {key: exp(score / SCALE) for key, score in zip(self._priors, scores, strict=True)}
        usual = fsum([prior * odds[key] for key, prior in self._priors.items()]) / fsum(self._priors.values())
        fitting = {key: _SURPRISE + (1 - _SURPRISE) * fit / usual for key, fit in odds.items()}
        if self._features.is_ungoverned(start, end):
            return {(case, gender): fit * (1.0 if case == "Nom" else _GOVERNED) for (case, gender), fit in fitting.items()}
        agreeing, barred = self._features.agreeing(start), self._features.barred(start)
        if cases:
            barred = {case for case, _ in fitting if case not in cases}
        elif not self._features.has_locative(start):
            barred = {*barred, "Loc"}
        fitting = {
            key: fit * (1.0 if agreeing is None or key in agreeing else _DISAGREEING) * (_UNFIT if key[0] in barred else 1.0)
            for key, fit in fitting.items()
        }
        relative = self._subjects.relative(start, end)
        if relative is None and self._subjects.follows_woman(start):
            fitting["Nom", "Masc"] *= _DISAGREEING
        if not cases and (subject := self._subject(start, end)):
            others = _NO_SUBJECT if subject.is_strong else _HARDLY_NO_SUBJECT
            return {key: fit * (1.0 if key == ("Nom", subject.gender) else others) for key, fit in fitting.items()}
        if relative:
            # «Адвокат Пьер Дюмон» is usual, «адвокат Руслана Лукина» and «жена Пьер Дюмон» are not.
            for gender in GENDERS if relative == "Fem" else ("Fem",):
                fitting["Nom", gender] *= _NO_RELATIVE
        return fitting

    def gender_of_verb(self, start: int, end: int) -> str | None:
        """The gender of the verb that has the name between two offsets as its subject, if it has one."""
        subject = self._subject(start, end)
        return subject and subject.gender


class ContextFeatures:
    """The features of the names of one article.

    Args:
        analysis: The article.
        to_whom: Verbs that say to whom something is done.
    """

    def __init__(self, analysis: Analysis, to_whom: Collection[str] = ()) -> None:
        self._analysis = analysis
        self._to_whom = to_whom
        self._tokens = analysis.tokens

    def of(self, start: int, end: int) -> list[str]:
        """The features of the name between two offsets.

        They are of the word before, of the word after, and of the noun that the name agrees with, past the words that depend
        on that, with the verb not far before it («заявила глава Казначейства Украины | Валерия Смолина»).
        """
        first, following = self._analysis.token_index(start), self._analysis.token_index(end)
        word, before = self._before(first, start)
        after = self._class(following, following - 1)
        head = self._head(first)
        noun, verb = "", ""
        if head is not None:
            noun = self._class(head, head)
            verb = self._verb(head)
        near = "h" if head == first - 1 else "f"
        return [
            f"w{word}",
            f"b{before}",
            f"a{after}",
            f"{before}|{after}",
            f"{near}{noun}",
            f"v{verb}",
            f"{noun}|{verb}|{after}",
        ]

    def agreeing(self, start: int) -> set[Key] | None:
        """The cases and genders in which an adjective before the name at an offset agrees with it; None without one."""
        first = self._analysis.token_index(start)
        word = self._word(first - 1, first)
        readings = self._analysis.readings(word) if word.islower() else ()
        if not readings or not readings[0].is_attributive or readings[0].number != "Sing":
            return None
        return {(str(r.case), str(r.gender)) for r in readings}

    def barred(self, start: int) -> set[str]:
        """The cases that the verb or the preposition right before the name at an offset hardly asks for.

        A verb that has its subject before it («Путин принял | Иванову») asks for no other, one without an object in the
        accusative for none, and others for none in the dative, unless they say to whom something is done, or in the genitive,
        unless they are negated.
        """
        at = self._analysis.token_index(start) - 1
        word = self._word(at, at + 1)
        verb = self._analysis.readings(word)[0]
        if verb.pos == "ADP" and verb.known:
            return {"Nom"} if fold(word) in self._to_whom else {"Nom", "Dat"}
        if verb.pos != "VERB" or verb.case is not None or not verb.known:
            return set()
        barred = {"Nom"} if verb.number is None or self._has_subject(at, verb) else set()
        if "Subcat=Intr" in verb.features:
            return {*barred, "Acc"}
        if self._word(at - 1, at).lower() != _NOT:
            barred.add("Gen")
        return barred if fold(verb.lemma) in self._to_whom else {*barred, "Dat"}

    def has_locative(self, start: int) -> bool:
        """Whether a preposition that the locative case follows stands before the name at an offset in its sentence."""
        first = self._analysis.token_index(start)
        sentence = self._analysis.sentence_at(start).start
        for token in reversed(self._tokens[max(0, first - _FARTHEST_PREPOSITION) : first]):
            if token.start < sentence:
                return False
            if token.text.lower() in _LOCATIVE:
                return True
        return False

    def _has_subject(self, at: int, verb: Reading) -> bool:
        """Whether a being in the nominative, and in no other case, stands not far before a verb and agrees with it."""
        for place in range(at - 1, max(-1, at - 1 - _FARTHEST_SUBJECT), -1):
            word = self._word(place, place + 1)
            readings = self._analysis.readings(word) if word[0].isalpha() else ()
            if not readings:
                return False
            nouns = [r for r in readings if r.is_noun and not (r.number == "Plur" and _GIVEN in r.features)]
            if nouns and _ANIMATE in readings[0].features:
                return all(r.case == "Nom" for r in nouns) and any(
                    r.number == verb.number and (verb.gender is None or r.gender in (None, verb.gender)) for r in nouns
                )
        return False

    def is_ungoverned(self, start: int, end: int) -> bool:
        """Whether the name between two offsets has nothing before it that governs it.

        That is so after a colon, at the beginning of a line or a sentence if a dash or a colon follows, after a dash that does
        not follow a noun in another case than the nominative («советника министра — Поля Дюмона»), and after a verb in the
        plural that the name is no object of.
        """
        first = self._analysis.token_index(start)
        word = self._word(first - 1, first)
        if word in _DASHES:
            return self._is_nominative_before(first - 1)
        if self._begins(start) and self._is_announced(end):
            return True
        return word == ":" or self._is_verb_of_subjects(first - 1)

    def _begins(self, start: int) -> bool:
        """Whether a line, a sentence or what follows a quotation begins at an offset."""
        before = self._word((first := self._analysis.token_index(start)) - 1, first)
        return before == _LINE_END or before in _CLOSING or self._analysis.sentence_at(start).start == start

    def _is_announced(self, end: int) -> bool:
        """Whether a dash or a colon follows a name that ends at an offset, or its office between commas and a colon."""
        following = self._analysis.token_index(end)
        word = self._word(following, following - 1)
        if word in _DASHES or word == ":":
            return True
        line = self._analysis.text[end:].split("\n", 1)[0]
        return word == "," and ":" in line

    def _is_nominative_before(self, dash: int) -> bool:
        """Whether of the nouns and adjectives before a dash one may be in the nominative, or none is a noun.

        Proper names among them are passed over, and things where beings are named too: «заявление помощника министра — Поля
        Дюмона».
        """
        found: list[Sequence[Reading]] = []
        for at in range(dash - 1, max(-1, dash - 1 - _FARTHEST_HEAD), -1):
            word = self._word(at, at + 1)
            readings = self._analysis.readings(word) if word[0].isalpha() else ()
            if not readings or not (readings[0].is_noun or readings[0].is_attributive):
                break
            if word.islower() or not readings[0].is_noun or _is_common(readings[0]):
                found.append(readings)
        beings = [readings for readings in found if readings[0].is_noun and _ANIMATE in readings[0].features]
        has_noun = any(readings[0].is_noun for readings in found)
        return not has_noun or any(map(_may_be_nominative, beings or found))

    def _is_verb_of_subjects(self, at: int) -> bool:
        """Whether a word is a verb in the plural that has no object, or has one before it («награду получили»)."""
        readings = self._analysis.readings(self._word(at, at + 1))
        verbs = [r for r in readings if r.category == "VERB" and r.number == "Plur" and "VerbForm=Fin" in r.features]
        if not verbs:
            return False
        if "Subcat=Intr" in verbs[0].features:
            return True
        objects = {r.case for r in self._analysis.readings(self._word(at - 1, at)) if r.is_noun}
        return "Acc" in objects and "Nom" not in objects and self._analysis.readings(self._word(at - 2, at - 1))[0].pos != "ADP"

    def _before(self, first: int, start: int) -> tuple[str, str]:
        """The word before a name, and its class; a full stop that ends no sentence is of the abbreviation before it."""
        word, kind = self._word(first - 1, first), self._class(first - 1, first)
        if word == "." and self._analysis.sentence_at(start).start != start:
            return self._word(first - 2, first - 1).lower(), "abbreviation"
        return word.lower(), kind

    def _head(self, first: int) -> int | None:
        """The noun for a being that stands before a name, with nothing between that cannot depend on it."""
        for at in range(first - 1, max(-1, first - 1 - _FARTHEST_HEAD), -1):
            word = self._word(at, at + 1)
            if word in _MARKS_WITHIN:
                continue
            readings = self._analysis.readings(word)
            if _is_common(readings[0]) and _ANIMATE in readings[0].features:
                return at
            if not word[0].isupper() and all(r.case != "Gen" for r in readings[:_MOST_READINGS]):
                return None
        return None

    def _verb(self, head: int) -> str:
        """The verb before a noun for a being, past other words of one clause; empty where there is none."""
        for at in range(head - 1, max(-1, head - 1 - _FARTHEST_VERB), -1):
            kind = self._class(at, at + 1)
            if kind.startswith("VERB"):
                return kind
            if not kind[0].isalpha():
                break
        return ""

    def _word(self, at: int, beside: int) -> str:
        """A word, or the end of a line between it and the one beside it."""
        if not 0 <= at < len(self._tokens):
            return _LINE_END
        left, right = self._tokens[min(at, beside)], self._tokens[max(at, beside)]
        return _LINE_END if "\n" in self._analysis.text[left.end : right.start] else self._tokens[at].text

    def _class(self, at: int, beside: int) -> str:
        """A word in short: its part of speech with what agrees; function words and marks as they are."""
        word = self._word(at, beside)
        if not word[0].isalpha():
            return "0" if word[0].isdigit() else word[0]
        readings = self._analysis.readings(word)[:_MOST_READINGS]
        first = readings[0]
        if first.category in _FUNCTION_WORDS:
            return word.lower()
        likely = [
            r
            for r in readings
            if (r.category, r.number) == (first.category, first.number)
            and r.score > _LEAST_SCORE
            and (_ANIMATE in r.features) == (_ANIMATE in first.features)
        ]
        kind = "ADJ" if first.is_attributive else first.category
        if not (_is_common(first) or word.islower() or first.pos == "VERB"):
            kind = f"Name{kind}"
        if first.is_noun or first.is_attributive:
            cases = "Plur" if first.number == "Plur" else ",".join(sorted({str(r.case) for r in likely}))
            return f"{kind}{_gender(first)}{cases}"
        return f"{kind}{first.gender or first.number or ''}"


def _is_common(reading: Reading) -> bool:
    """Whether a word is a common noun of the dictionary."""
    return reading.is_noun and reading.known and not any(feature.startswith("NameType=") for feature in reading.features)


def _may_be_nominative(readings: Sequence[Reading]) -> bool:
    """Whether a word may be in the nominative; a plural like the genitive of the singular hardly is («студии», of a studio)."""
    forms = {(r.case, r.number) for r in readings}
    return ("Nom", "Sing") in forms or (("Nom", "Plur") in forms and ("Gen", "Sing") not in forms)


def _gender(reading: Reading) -> str:
    """The gender of an adjective, and whether a noun for a being is of a woman; a noun of a man's may be of a woman too."""
    if not reading.is_noun:
        return reading.gender or ""
    if _ANIMATE not in reading.features:
        return ""
    return "Fem" if reading.gender == "Fem" else "Being"
