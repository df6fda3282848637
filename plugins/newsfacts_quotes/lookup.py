"""What a word form can be in a sentence of attribution: looked up once for each form."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsfacts import Language, Reading, fold, shared
from newsfacts.triggers import Triggers
from newsfacts_quotes.grammar import CueVerb, QuotesGrammar
from newsfacts_quotes.lexicon import CueLexicon

__all__ = ["WordForm", "WordLookup", "stem_of"]

# Readings below this share of a word's uses are noise («данным» (data) as a participle of «дать»: given).
_RARE = 0.02
# Below this share a form is no noun («ли», whether, is a surname too).
_SELDOM = 0.12
_CACHED_FORMS = 6_000
# Of codes many more are kept: every word of a sentence that may quote has one, and they are small.
_CACHED_CODES = 40_000
_NOUNS = frozenset(("NOUN", "PRON"))
_MODIFIERS = frozenset(("ADJ", "VERB:Part", "NUM"))
_ANIMATE, _NAME = "Animacy=Anim", "NameType="
_FINITE = frozenset(("VERB", "ADV:Sta", "VERB:Part:Short", "ADJ:Short"))
# The first person and the second, and commands.
_ADDRESSED = frozenset(("Person=1", "Person=2", "Mood=Imp"))
# So many first letters of a word show cheaply whether it can be a cue, and whether it can be a verb that is one.
_CUE_LETTERS, _VERB_LETTERS = 4, 5
# So many last letters of a verb are compared with the lexicon's endings.
_ENDING = 2
# How much of a word is the beginning that its kind shows («Минтранс»), besides whole words.
_PREFIX = 3
# So many first letters are the same in all cases of a word, and still differ between «Россия» (Russia) and «Румыния» (Romania).
_STEM = 4


def stem_of(word: str) -> str:
    """The first letters of a word, which its forms have in common."""
    return word[:_STEM]


def _is_plural(readings: Sequence[Reading]) -> bool | None:
    """Whether readings are plural; None where there are none, or of both numbers."""
    numbers = {reading.number for reading in readings}
    return None if len(numbers) != 1 else numbers == {"Plur"}


def _tense(verb: Reading) -> str:
    if "Tense=Past" not in verb.features:
        return "n"
    return "P" if "Aspect=Perf" in verb.features else "p"


class WordForm(NamedTuple):
    """What a form can be. A tuple, not attrs: there are thousands.

    Attributes:
        lemma: Of its likeliest reading as a noun, or else of its likeliest reading; folded.
        noun: Whether it is a noun or a noun-like pronoun.
        cases: The cases that it may be in, as a noun or as a modifier.
        gender: Gender of the noun.
        plural: Whether the noun is plural, in the nominative if it can be one; None where it may be both.
        oblique_plural: Whether it is where it is no nominative («женщины»: of a woman, or women).
        animate: Whether the noun names a living being.
        modifier: Whether it is an adjective, a participle, an ordinal or a possessive.
        adjectival: Whether it is a noun that may be an adjective, too («приёмная»: the admissions office).
        finite: Whether it is a finite verb or a predicative.
        tense: Of a finite verb: ``P`` for what is completed in the past, ``p`` for another past, ``n`` for the rest.
        gerund: Whether it is a gerund.
        participle: Whether it is a full participle.
        preposition: Whether it is a preposition.
        first_person: Whether the form is of the first or the second person or a command.
        foreign: Whether it is written in another script than the language's.
    """

    lemma: str
    noun: bool
    cases: frozenset[str]
    gender: str | None
    plural: bool | None
    oblique_plural: bool | None
    animate: bool
    modifier: bool
    adjectival: bool
    finite: bool
    tense: str
    gerund: bool
    participle: bool
    preposition: bool
    first_person: bool
    foreign: bool


class WordLookup:
    """Looks word forms up in a language's morphology, grammar and lexicon of cues.

    Args:
        language: The language.
        lexicon: Its lexicon of cues.
        grammar: Its grammar of attribution.

    Attributes:
        lexicon: The lexicon.
        grammar: The grammar.
        cues: The cheap test of whether a word can be a verb or a noun of a cue, for sentences that may have one.
        openings: The cheap test of whether a word can be a cue's verb or preposition, for finding the cue.
        cited: The forms of nouns of what somebody said after a preposition («по словам»).
        months: The names of months, in all forms.
        labels: The cheap test of whether a word can be a label («с криками „…“»: with shouts of …).
        set_expressions: The cheap test of whether a word can begin a set expression.
        titles: The titles that stand for each other.
        look: What a folded form can be.
        verb: What a folded form is as a cue verb; None where it is none.
        other_verb: What a folded form is as the cue of words in quotation marks, whether or not the lexicon lists it.
        clitic: How many last characters of a folded form are a verb of its own («she's»).
        code: The class of a folded form, as features name it.
        sort: What a folded form is as the noun of a speaker: a source (``S``), a document (``D``), a body (``B``), a channel
            (``C``), part of a group (``M``), another living being (``A``), another noun (``N``), or nothing.
    """

    def __init__(self, language: Language, lexicon: CueLexicon, grammar: QuotesGrammar) -> None:
        self.lexicon = lexicon
        self.grammar = grammar
        self._language = language
        self._readings = language.morphology.readings
        verbs = lexicon.report | lexicon.think | lexicon.predicatives | lexicon.quoted | lexicon.citing
        verbs = verbs | lexicon.impersonal | lexicon.stems | frozenset(lexicon.expressions) | lexicon.attitudes
        # Verbs that attribute nothing but words in quotation marks.
        self._quoting = (lexicon.quoted | lexicon.attitudes) - lexicon.citing - frozenset(lexicon.expressions)
        alone = frozenset(preposition for preposition, forms in lexicon.phrases.items() if not forms)
        self.cited = frozenset[str]().union(*lexicon.phrases.values())
        self._nouns = alone | self.cited
        self._functions = _function_words(lexicon)
        self.titles = frozenset(lexicon.titles).union(*lexicon.titles.values())
        self._statements = Triggers(lexicon.words.statements)
        self.cues = Triggers(verbs | self._nouns | lexicon.words.statements, _CUE_LETTERS, forms=lexicon.short_forms)
        self.openings = Triggers(
            verbs | lexicon.words.statements, _CUE_LETTERS, forms=lexicon.short_forms | frozenset(lexicon.phrases)
        )
        self._verbs = Triggers(verbs, _VERB_LETTERS, forms=lexicon.short_forms)
        self.months = frozenset(map(fold, language.months))
        self.labels = Triggers(lexicon.words.labels)
        self.set_expressions = Triggers(stems[0] for stems in lexicon.set_expressions)
        self.look: Callable[[str], WordForm] = lru_cache(maxsize=_CACHED_FORMS)(self._look)
        self.verb: Callable[[str], CueVerb | None] = lru_cache(maxsize=_CACHED_FORMS)(self._verb)
        self.other_verb: Callable[[str], CueVerb | None] = lru_cache(maxsize=_CACHED_FORMS)(self._other_verb)
        self.clitic: Callable[[str], int] = lru_cache(maxsize=_CACHED_FORMS)(self._clitic)
        self.code: Callable[[str], str] = lru_cache(maxsize=_CACHED_CODES)(self._code)
        self.sort: Callable[[str], str] = lru_cache(maxsize=_CACHED_CODES)(self._sort)

    def may_belong(self, modifier: str, noun: str) -> bool:
        """Whether an adjective's form and a noun's share a case, as they need not where it is a numeral («трое рабочих»).

        An accusative that looks like a nominative counts as a nominative.
        """
        if self._readings(modifier)[0].pos == "NUM":
            return True
        forms = (self.look(modifier).cases, self.look(noun).cases)
        mine, other = (cases - {"Acc"} if "Nom" in cases else cases for cases in forms)
        return not mine or not other or not mine.isdisjoint(other)

    def opens(self, word: str, marked: bool) -> bool:
        """Whether a word as it is written is a cue or part of one.

        Args:
            word: The word.
            marked: Whether verbs count that attribute quoted words alone, as in a sentence with quotation marks.
        """
        low = fold(word)
        if low in self._nouns or (low in self._statements and self.look(low).lemma in self.lexicon.words.statements):
            return True
        verb = self.verb(low)
        return verb is not None and (marked or verb.clause or verb.lemma not in self._quoting)

    def is_title(self, form: str) -> bool:
        """Whether a form is a title of those that stand for each other («министр»: minister)."""
        return self.look(form).lemma in self.titles

    def kind(self, words: Sequence[str]) -> str:
        """What sort of body the first of some words means that means one, or a noun begins with; nothing where none does."""
        kinds = self.lexicon.kinds
        whole = next((kind for word in words if (kind := kinds.get(word) or kinds.get(self.look(word).lemma))), "")
        if whole:
            return whole
        nouns = (word for word in words if self.look(word).noun)  # «Минтранс», but not «российский»
        return next((kind for noun in nouns if (kind := kinds.get(f"{noun[:_PREFIX]}-"))), "")

    def fields(self, lemma: str) -> frozenset[str]:
        """The fields in which people work who are called by a noun, or by one of its parts («врач-кардиолог»)."""
        fields = self.lexicon.fields
        return fields.get(lemma) or frozenset[str]().union(*(fields.get(part, ()) for part in lemma.split("-")))

    def place_of(self, lemma: str) -> str:
        """The place that an adjective is made from («литовский»: Литва), folded; other lemmas stay as they are."""
        place = self._language.place_adjectives.get(lemma)
        return fold(place) if place else lemma

    def is_foreign(self, word: str) -> bool:
        """Whether a word is left as another script writes it, in all its parts: not «it-рынок»."""
        is_native = self._language.is_native
        return not is_native(word) and not any(is_native(part) for part in word.split("-")[1:])

    def _look(self, form: str) -> WordForm:
        every = self._readings(form)
        readings = [r for r in every if r.score >= _RARE] or every[:1]
        if self.grammar.declines and any(r.is_noun and not _is_name(r) for r in readings):
            readings = [r for r in readings if not _is_name(r)]  # names are recognised before: «11 марта» is no Marta
        likeliest = readings[0]
        nouns = [r for r in readings if r.category in _NOUNS]
        if nouns and math.fsum([r.score for r in nouns]) < _SELDOM:
            nouns = []
        modifiers = [r for r in readings if (r.case or not self.grammar.declines) and r.category in _MODIFIERS]
        nominative = [r for r in nouns if r.case == "Nom"]
        counted = nouns or [r for r in modifiers if r.number]
        verb = next((r for r in readings if r.category in _FINITE), None)
        lemma = fold((nouns[0] if nouns else likeliest).lemma)
        return WordForm(
            lemma=lemma,
            noun=bool(nouns),
            cases=shared([r.case for r in (nouns or modifiers) if r.case]),
            gender=(nominative or nouns or readings)[0].gender,
            plural=_is_plural(nominative or counted),
            oblique_plural=_is_plural([r for r in counted if r.case != "Nom"] or counted),
            animate=bool([r for r in nouns if _ANIMATE in r.features]) or lemma in self.lexicon.words.people,
            modifier=bool(modifiers) and not likeliest.is_noun,
            adjectival=bool(nouns) and any(r.category == "ADJ" for r in modifiers),
            finite=verb is not None and (not nouns or verb.score > nouns[0].score),
            tense=_tense(verb) if verb else "",
            gerund=likeliest.category == "VERB:Conv",
            participle=likeliest.category == "VERB:Part",
            preposition=likeliest.pos == "ADP",
            first_person=not _ADDRESSED.isdisjoint(likeliest.features),
            foreign=self.is_foreign(form),
        )

    def _clitic(self, form: str) -> int:
        return 0 if self.grammar.declines else self.grammar.clitic(form, self._readings(form)[0])

    def _code(self, form: str) -> str:
        """What the form does in a sentence: a function word by its work, another by its part of speech and its case."""
        classes = self.lexicon.words
        if form in classes.auxiliaries:
            return classes.auxiliaries[form]
        function = self._functions.get(form)
        if function and (function != "fil" or not self.look(form).preposition):
            return function
        word = self.look(form)
        if word.lemma == classes.relative:
            return "rel"
        if word.preposition:
            return "prep"
        if word.gerund:
            return "ger"
        if word.finite:
            return "fin"
        if word.noun:
            return ("A" if word.animate else "N") + ("n" if "Nom" in word.cases else "")
        if word.participle:
            return "part"
        if word.modifier:
            return "adj"
        adverb = not self.grammar.declines and self._readings(form)[0].pos == "ADV"
        return "x" if word.foreign else "adv" if adverb else "o"

    def _sort(self, form: str) -> str:
        classes = self.lexicon.words
        word = self.look(form)
        if form in classes.crowds or word.lemma in classes.partitive:
            return "M"
        if not word.noun:
            if word.modifier and self._language.nominative(form) in classes.substantives:
                return "A"
            return "x" if word.foreign else "" if word.modifier else "o"
        for members, sort in (
            (classes.sources, "S"),
            (classes.documents, "D"),
            (classes.bodies, "B"),
            (classes.channels, "C"),
        ):
            if word.lemma in members or form in members:
                return sort
        return "A" if word.animate else "N"

    def _verb(self, form: str) -> CueVerb | None:
        """The form as a cue verb, looked up only where its first and last letters are such a verb's."""
        return self._attributing(form) if form[-_ENDING:] in self.lexicon.endings and form in self._verbs else None

    def _other_verb(self, form: str) -> CueVerb | None:
        return next((verb for reading in self._likely(form) if (verb := self.grammar.other_verb(reading))), None)

    def _attributing(self, form: str) -> CueVerb | None:
        return next((verb for r in self._likely(form) if (verb := self.grammar.cue_verb(r, self.lexicon))), None)

    def _likely(self, form: str) -> Iterator[Reading]:
        return (reading for reading in self._readings(form) if reading.score >= _RARE)


def _is_name(reading: Reading) -> bool:
    return any(feature.startswith(_NAME) for feature in reading.features)


def _function_words(lexicon: CueLexicon) -> Mapping[str, str]:
    """The codes of function words; of a word in several classes the first one's."""
    classes = lexicon.words
    codes: dict[str, str] = {}
    for members, code in (
        (classes.complementizers, "that"),
        ((classes.manner,), "as"),
        (classes.subordinators, "sub"),
        (classes.adversatives, "but"),
        (classes.conjunctions, "and"),
        (classes.pronouns, "pro"),
        (classes.fillers, "fil"),
        (classes.first_person, "I"),
        (lexicon.negations, "not"),
    ):
        for word in members:
            codes.setdefault(word, code)
    return codes
