"""The English answers: which verb forms attribute, and what the words before them make of them."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts import Reading, fold
from newsfacts_quotes.grammar import CueVerb, Mood
from newsfacts_quotes.lexicon import CueLexicon

__all__ = ["EnglishQuotesGrammar"]

# The class of auxiliaries after which a past form is a passive, and those after which a bare form is an infinitive.
_PASSIVE_AFTER = "be"
_INFINITIVE_AFTER = frozenset(("to", "modal", "do"))
# What a noun that owns something ends in, after it and with its last letter.
_OWNERS, _PLURAL_OWNERS = ("'s", "’s"), ("s'", "s’")
_APOSTROPHES = "'’"
# How likely a word that begins a sentence must be a proper noun to be a name: without an article («Bell said») a noun of the
# singular hardly is anything else, before other nouns it may be («Court officials said»).
_ALONE, _WITH_OTHERS = 0.3, 0.9


class EnglishQuotesGrammar:
    """The grammar of attribution in English."""

    declines = False
    encloses_commas = True
    reopens_quotations = True
    reports_nested = False

    def cue_verb(self, reading: Reading, lexicon: CueLexicon) -> CueVerb | None:
        """What a reading is as a cue: a verb of speech, of thought or of attitude by its mood, or an adjective of thought."""
        mood = _mood(reading)
        lemma = fold(reading.lemma)
        if reading.pos == "ADJ" and lemma in lexicon.predicatives:
            return CueVerb(lemma, "predicative", None, None, lemma not in lexicon.attitudes)
        if mood is None or not _attributes(lemma, lexicon):
            return None
        clause = lemma in lexicon.report or lemma in lexicon.think
        return CueVerb(lemma, mood, None, reading.number, clause)

    def other_verb(self, _reading: Reading, /) -> CueVerb | None:
        """None: the lexicon lists the verbs."""
        return None

    def after_auxiliary(self, verb: CueVerb, auxiliary: str) -> CueVerb | None:
        """After a form of «be» a past form is a passive («is expected»); a bare form without «to» or its like is a present."""
        if auxiliary == _PASSIVE_AFTER and verb.mood in ("finite", "participle"):  # a present form has no «be» before it
            return verb._replace(mood="passive")
        if verb.mood == "infinitive" and auxiliary not in _INFINITIVE_AFTER:
            return verb._replace(mood="finite")
        return None if verb.mood == "predicative" and auxiliary in _INFINITIVE_AFTER else verb  # «to clear the air»

    def clitic(self, form: str, reading: Reading, /) -> int:
        """The length of «'s», «'re», «'ll» after a pronoun, and of their like."""
        if reading.pos != "PRON" or "Clitic=Yes" not in reading.features:
            return 0
        return len(form) - max(form.rfind(mark) for mark in _APOSTROPHES)

    def agrees(self, verb: CueVerb, _gender: str | None, plural: bool | None, /) -> bool:
        """Whether a noun has the verb's number; «says» has no plural subject."""
        return not (plural and verb.number == "Sing")

    def may_stand_in(self, case: str, cases: frozenset[str]) -> bool:
        """Whether a noun can be the subject or an owner: nouns without «'s» can be anything."""
        return not cases or case in cases

    def is_name(self, readings: Sequence[Reading], alone: bool, /) -> bool:
        """Whether the word is likely a proper noun, and no plural: «Officials said» names nobody."""
        if readings[0].number == "Plur":
            return False
        proper = next((reading.score for reading in readings if reading.pos == "PROPN"), 0.0)
        return proper >= (_ALONE if alone else _WITH_OTHERS)

    def is_owner(self, text: str, end: int) -> bool:
        """Whether a name is an owner: «'s» or an apostrophe follows it."""
        return text[end : end + 2] in _OWNERS or text[end - 1 : end + 1] in _PLURAL_OWNERS


def _attributes(lemma: str, lexicon: CueLexicon) -> bool:
    return any(lemma in words for words in (lexicon.report, lexicon.think, lexicon.attitudes, lexicon.quoted, lexicon.citing))


def _mood(reading: Reading) -> Mood | None:
    if reading.pos not in ("VERB", "AUX"):
        return None
    if reading.category == "VERB:Part":
        return "participle" if "Tense=Past" in reading.features else "gerund"
    return "infinitive" if reading.category == "VERB:Inf" else "finite"
