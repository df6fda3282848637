"""What a word form can be in a sentence of attribution: looked up once for each form."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from newsfacts import Language, Morphology, Reading, fold, shared
from newsfacts_quotes.lexicon import CueLexicon, cue_lexicon

__all__ = ["CueVerb", "WordForm", "WordForms", "word_forms"]

Mood = Literal["finite", "infinitive", "gerund", "participle", "passive", "predicative"]

# Readings below this share of a word's uses are noise («дать» for «данным»).
_RARE = 0.02
# Below this share a form is no noun («ли», a surname too).
_SELDOM = 0.12
_CACHED_FORMS = 6_000
_NOUNS = frozenset(("NOUN", "PRON"))
_MODIFIERS = frozenset(("ADJ", "VERB:Part", "NUM"))
_SHORT = frozenset(("VERB:Part:Short", "ADJ:Short"))
_FINITE = frozenset(("VERB", "ADV:Sta", *_SHORT))
_MOODS: dict[str, Mood] = {
    "VERB": "finite",
    **dict.fromkeys(_SHORT, "finite"),
    "VERB:Conv": "gerund",
    "VERB:Inf": "infinitive",
    "VERB:Part": "participle",
}
_ADDRESSED = frozenset(("Person=1", "Person=2", "Mood=Imp"))
_UNBOUND_SUFFIXES = ("ся", "сь")


class CueVerb(NamedTuple):
    """A form of a verb that attributes.

    Attributes:
        lemma: The verb, folded.
        mood: What the form is; passive means that it has no subject who speaks («сообщается»).
        gender: Gender of the subject, where the form tells it.
        number: Sing, Plur or None.
        case: Case of a participle.
        tense: Tense=Past, Tense=Pres, Tense=Fut or None.
        clause: Whether what was said may follow or precede as a clause.
    """

    lemma: str
    mood: Mood
    gender: str | None
    number: str | None
    case: str | None
    tense: str | None
    clause: bool


class WordForm(NamedTuple):
    """What a form can be. A tuple, not attrs: there are thousands.

    Attributes:
        lemma: Of its likeliest reading as a noun, or else of its likeliest reading; folded.
        noun: Whether it is a noun or a noun-like pronoun.
        cases: The cases that it may stand in, as a noun or as a modifier.
        gender: Gender of the noun.
        plural: Whether the noun is plural, in the nominative if it can be one; None where it may be both.
        several: Whether the noun is plural in every case that it may stand in.
        animate: Whether the noun names a living being.
        modifier: Whether it is an adjective, a participle, an ordinal or a possessive.
        finite: Whether it is a finite verb or a predicative.
        gerund: Whether it is a gerund.
        participle: Whether it is a full participle.
        preposition: Whether it is a preposition.
        first_person: Whether the form is of the first or the second person or a command.
    """

    lemma: str
    noun: bool
    cases: frozenset[str]
    gender: str | None
    plural: bool | None
    several: bool
    animate: bool
    modifier: bool
    finite: bool
    gerund: bool
    participle: bool
    preposition: bool
    first_person: bool


class WordForms:
    """Looks word forms up in a language's morphology and cue lexicon.

    Args:
        lexicon: The cue lexicon.
        morphology: The morphology.
    """

    def __init__(self, lexicon: CueLexicon, morphology: Morphology) -> None:
        self.lexicon = lexicon
        self._readings = morphology.readings
        lemmas = lexicon.report | lexicon.think | lexicon.predicatives | lexicon.quoted | lexicon.citing
        lemmas = lemmas | lexicon.impersonal | frozenset(lexicon.expressions)
        self._starts = frozenset(lemma[:5] for lemma in lemmas) | {fold(stem) for stem in lexicon.stems}
        # Verbs that attribute nothing but words in quotation marks.
        self._quoting = lexicon.quoted - lexicon.citing - frozenset(lexicon.expressions)
        alone = frozenset(preposition for preposition, forms in lexicon.phrases.items() if not forms)
        self._nouns = alone.union(*lexicon.phrases.values())
        # The first letters of labels, the same in all their forms.
        self.label_starts = frozenset(label[:3] for label in lexicon.words.labels)
        starts = {start[:4] for start in self._starts | lexicon.stems | self._nouns}
        # The first four letters, in either case, of all words that can be a cue or part of one: the test of every word.
        self.triggers = frozenset(written for start in starts for written in (start, start.capitalize(), start.upper()))
        self.look: Callable[[str], WordForm] = lru_cache(maxsize=_CACHED_FORMS)(self._look)
        self._known_verb: Callable[[str], CueVerb | None] = lru_cache(maxsize=_CACHED_FORMS)(self._verb)

    def opens(self, word: str, marked: bool) -> bool:
        """Whether a word as it stands is a cue or part of one, in a sentence with quotation marks or in one without."""
        low = fold(word)
        if low in self._nouns:
            return True
        verb = self.verb(low)
        return verb is not None and (marked or verb.clause or verb.lemma not in self._quoting)

    def verb(self, low: str) -> CueVerb | None:
        """What a folded form is as a cue verb; None where it is none, as most are by their first and last letters."""
        begins = low[:5] in self._starts or low[:4] in self._starts
        return self._known_verb(low) if begins and low[-2:] in self.lexicon.endings else None

    def _look(self, form: str) -> WordForm:
        every = self._readings(form)
        readings = [r for r in every if r.score >= _RARE] or every[:1]
        likeliest = readings[0]
        nouns = [r for r in readings if r.category in _NOUNS]
        if nouns and math.fsum([r.score for r in nouns]) < _SELDOM:
            nouns = []
        modifiers = [r for r in readings if r.case and r.category in _MODIFIERS]
        nominative = [r for r in nouns if r.case == "Nom"]
        numbers = {r.number for r in nominative or nouns}
        verb = next((r for r in readings if r.category in _FINITE), None)
        return WordForm(
            lemma=fold((nouns[0] if nouns else likeliest).lemma),
            noun=bool(nouns),
            cases=shared([r.case for r in (nouns or modifiers) if r.case]),
            gender=(nominative or nouns or readings)[0].gender,
            plural=None if len(numbers) != 1 else numbers == {"Plur"},
            several=bool(nouns) and {r.number for r in nouns} == {"Plur"},
            animate=bool([r for r in nouns if "Animacy=Anim" in r.features]),
            modifier=bool(modifiers) and not likeliest.is_noun,
            finite=verb is not None and (not nouns or verb.score > nouns[0].score),
            gerund=likeliest.category == "VERB:Conv",
            participle=likeliest.category == "VERB:Part",
            preposition=likeliest.pos == "ADP",
            first_person=not _ADDRESSED.isdisjoint(likeliest.features),
        )

    def _verb(self, form: str) -> CueVerb | None:
        for reading in self._readings(form):
            if reading.score >= _RARE and (verb := self._attributing(reading)):
                return verb
        return None

    def _attributing(self, reading: Reading) -> CueVerb | None:
        lexicon, lemma = self.lexicon, fold(reading.lemma)
        mood = _mood(reading)
        if mood is None:
            return None
        if reading.category in _SHORT:
            if lemma in lexicon.predicatives:
                return CueVerb(lemma, "predicative", reading.gender, reading.number, None, None, True)
            if lemma not in lexicon.expressions and (lemma not in lexicon.report or reading.gender != "Neut"):
                return None
            return CueVerb(lemma, "passive", None, None, None, None, True)
        if lemma in lexicon.impersonal:
            if mood != "finite" or reading.number != "Sing":
                return None
            return CueVerb(lemma, "passive", None, None, None, None, True)
        clause = mood != "infinitive" and (lemma in lexicon.report or lemma in lexicon.think)
        if (lemma in lexicon.think and mood == "gerund") or (mood == "infinitive" and lemma not in lexicon.quoted):
            return None
        if clause or lemma in lexicon.quoted or lemma in lexicon.citing or lemma in lexicon.expressions:
            tense = next((t for t in ("Tense=Past", "Tense=Pres", "Tense=Fut") if t in reading.features), None)
            return CueVerb(lemma, mood, reading.gender, reading.number, reading.case, tense, clause)
        active = lemma[:-2] if lemma.endswith(_UNBOUND_SUFFIXES) else ""
        if active in lexicon.report and reading.number == "Sing" and reading.gender in (None, "Neut") and mood == "finite":
            return CueVerb(active, "passive", None, None, None, None, True)
        return None


def _mood(reading: Reading) -> Mood | None:
    if not _ADDRESSED.isdisjoint(reading.features):
        return None
    if reading.category == "VERB:Part" and "Voice=Act" not in reading.features:
        return None
    return _MOODS.get(reading.category)


@cache
def word_forms(language: Language) -> WordForms:
    """The look-up of a language, made once."""
    return WordForms(cue_lexicon(language.code), language.morphology)
