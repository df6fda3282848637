"""The Russian answers: which verb forms attribute, and which noun can be their subject."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts import Reading, fold
from newsfacts_quotes.grammar import CueVerb, Mood
from newsfacts_quotes.lexicon import CueLexicon

__all__ = ["RussianQuotesGrammar"]

_SHORT = frozenset(("VERB:Part:Short", "ADJ:Short"))
_MOODS: dict[str, Mood] = {
    "VERB": "finite",
    **dict.fromkeys(_SHORT, "finite"),
    "VERB:Conv": "gerund",
    "VERB:Inf": "infinitive",
    "VERB:Part": "participle",
}
# Forms by which the author or the reader is addressed; they report nothing.
_ADDRESSED = frozenset(("Person=1", "Person=2", "Mood=Imp"))
# What may be written for a case: the accusative of living beings is their genitive, and «согласно решения» (according to
# the decision), with the genitive for the dative, is in common use.
_ALIKE = {"Acc": ("Acc", "Gen"), "Dat": ("Dat", "Gen")}


class RussianQuotesGrammar:
    """The grammar of attribution in Russian."""

    declines = True
    encloses_commas = False
    reopens_quotations = False
    reports_nested = True

    def cue_verb(self, reading: Reading, lexicon: CueLexicon) -> CueVerb | None:
        """What a reading is as a cue: a verb of speech by its mood, an adjective of thought, or a passive of either kind."""
        mood = _mood(reading)
        if mood is None:
            return None
        lemma = fold(reading.lemma)
        if reading.category in _SHORT:
            return _short(reading, lemma, lexicon)
        if lemma in lexicon.impersonal:
            return _passive(lemma) if mood == "finite" and reading.number == "Sing" else None
        clause = lemma in lexicon.report or lemma in lexicon.think
        if lemma in lexicon.think and mood == "infinitive":
            return None
        if clause or lemma in lexicon.quoted or lemma in lexicon.citing or lemma in lexicon.expressions:
            return CueVerb(lemma, mood, reading.gender, reading.number, clause)
        active = next((lemma.removesuffix(end) for end in lexicon.reflexive if lemma.endswith(end)), "")
        impersonal = mood == "finite" and reading.number == "Sing" and reading.gender in (None, "Neut")
        return _passive(active) if impersonal and active in lexicon.report else None

    def other_verb(self, reading: Reading, /) -> CueVerb | None:
        """A finite verb or a gerund."""
        mood = _mood(reading)
        if mood not in ("finite", "gerund"):
            return None
        return CueVerb(fold(reading.lemma), mood, reading.gender, reading.number, False)

    def after_auxiliary(self, verb: CueVerb, _auxiliary: str, /) -> CueVerb:
        """The verb: its own form shows what it is."""
        return verb

    def clitic(self, _form: str, _reading: Reading, /) -> int:
        """0: no verb is joined to a word."""
        return 0

    def is_name(self, _readings: Sequence[Reading], _alone: bool, /) -> bool:
        """False: names are found by what the word is, whether or not it has a capital."""
        return False

    def is_owner(self, _text: str, _end: int, /) -> bool:
        """No: the case of a name shows what it owns."""
        return False

    def agrees(self, verb: CueVerb, gender: str | None, plural: bool | None) -> bool:
        """Whether number and, in the past tense, gender of a noun are the verb's."""
        if verb.number == "Plur":
            return plural is not False
        if plural and verb.number == "Sing":
            return False
        return not (gender and verb.gender and gender != verb.gender)

    def may_stand_in(self, case: str, cases: frozenset[str]) -> bool:
        """Whether one of the cases is the one that is asked for, or is written for it."""
        return not cases.isdisjoint(_ALIKE.get(case, (case,)))


def _mood(reading: Reading) -> Mood | None:
    if not _ADDRESSED.isdisjoint(reading.features):
        return None
    if reading.category == "VERB:Part" and "Voice=Act" not in reading.features:
        return None
    return _MOODS.get(reading.category)


def _short(reading: Reading, lemma: str, lexicon: CueLexicon) -> CueVerb | None:
    """A short form: «уверен» (is sure), «сообщено» (was reported), «высказано» (was voiced, of an opinion)."""
    if lemma in lexicon.predicatives:
        return CueVerb(lemma, "predicative", reading.gender, reading.number, True)
    reported = lemma in lexicon.report and reading.gender == "Neut"
    return _passive(lemma) if reported or lemma in lexicon.expressions else None


def _passive(lemma: str) -> CueVerb:
    return CueVerb(lemma, "passive", None, None, True)
