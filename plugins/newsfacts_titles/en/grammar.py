"""English title phrases: nouns and names before their noun, words that are verbs where they stand, tenses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsfacts import Language, fold
from newsfacts_titles.grammar import Status
from newsfacts_titles.lexicon import GROUPS, TitleLexicon
from newsfacts_titles.traits import SMALL, RoleNoun, Traits

__all__ = ["EnglishTitleGrammar"]

# What stands before a verb and never before a noun that it has: «to head the ministry», «who heads it», «will chair it».
_BEFORE_VERBS = frozenset(("to", "who", "will", "would", "can", "could", "may", "might", "must", "should", "not"))
# The singular, where it is not the plural without its ending.
_IRREGULAR = {"men": "man", "women": "woman", "people": "person"}
_PLURALS_OF_ABBREVIATIONS = frozenset(
    ("sens", "reps", "govs", "gens", "profs", "drs", "cols", "capts", "sgts", "adms", "lts", "dels")
)
# From here on a form is rather an adjective («Republican», «chief»).
_ADJECTIVE = 2
_PLACE = r"[A-Z][a-z]+\.?|(?:[A-Z]\.)+"
_PAST_OF_BEING = frozenset(("was", "were"))
_TO_COME = frozenset(("will", "would", "could", "should", "may", "might", "to"))


class EnglishTitleGrammar:
    """English's answers to what `TitleGrammar` asks.

    Args:
        language: Its morphology reads the forms.
        lexicon: The plugin's words.
    """

    nouns_modify = True
    series_share = True
    reach = 8

    def __init__(self, language: Language, lexicon: TitleLexicon) -> None:
        self._language = language
        self._common = lexicon.portfolios.union(*(getattr(lexicon, group) for group in GROUPS))
        self._readings = language.morphology.readings
        self._lexicon = lexicon
        party = f"(?i:{'|'.join(sorted(lexicon.parties))})-"
        self._affiliation = re.compile(
            rf" \((?:{party})?({_PLACE})\)|, {party}({_PLACE})|,? of ((?:{_PLACE})(?: [A-Z][a-z]+)?)(?!\w)"
        )

    def stem(self, noun: str, /) -> str:
        """The noun, or what its plural has of it: «secretary», «secretaries»; «chairman», «chairmen»."""
        for ending in ("man", "person", "y"):
            if noun.endswith(ending) and len(noun) > len(ending) + 1:
                return noun.removesuffix(ending) + ("m" if ending == "man" else "p" if ending == "person" else "")
        return noun

    def is_doubtful(self, _role: RoleNoun, /) -> bool:
        """Any form may modify the noun after it."""
        return True

    def is_another_word(
        self, role: RoleNoun, here: Traits, before: Traits | None, after: Traits | None, _opens_sentence: bool, /
    ) -> bool:
        """Whether the form is a verb («to head the ministry») or modifies a noun after it («the candidate forum»)."""
        if before and before.role and here.key in self._lexicon.following:
            return True
        if before and before.form.casefold() in _BEFORE_VERBS and here.shape == SMALL:
            return not (role.plural and before.form.casefold() == "who")  # «who heads the agency» is its head
        if after is None or role.plural or after.key in self._lexicon.following:
            return False
        if role.doubt >= _ADJECTIVE and after.category in ("NOUN", "ADJ") and after.role is None:
            return True
        return after.category == "NOUN" and not after.kind and after.shape == here.shape

    def agrees(self, _modifier: Traits, _role: RoleNoun, /) -> bool:
        """English adjectives go with every noun."""
        return True

    def place_before(self, word: Traits, /) -> str | None:
        """The place that an adjective is made of, or that stands before the noun itself («Ohio», «Russia's»)."""
        if word.place:
            return self._language.nominative(word.form)
        return self._language.place_adjectives.get(word.key)

    def place_after(self, text: str, /) -> tuple[str, int] | None:
        """The place in brackets or between commas, with or without a party before it, or after «of»."""
        if match := self._affiliation.match(text):
            place = match[1] or match[2] or match[3]
            if self._language.is_place(place):
                return place, match.end()
        return None

    def ends_body_name(self, word: Traits, /) -> bool:
        """Whether the word is another preposition than «of», which belongs to names."""
        return word.category == "ADP" and word.key != "of"

    def is_name(self, word: Traits, /) -> bool:
        """Whether the word is a proper noun."""
        return self._readings(word.form)[0].pos == "PROPN"

    def without_capitals(self, position: str, /) -> str:
        """Without those of common words."""
        return " ".join(map(self._without_capital, position.split(" ")))

    def _without_capital(self, word: str) -> str:
        if not word[1:2].islower() or fold(word) in self._lexicon.proper or fold(word) in self._language.place_adjectives:
            return word
        is_common = fold(word) in self._common
        return word.lower() if is_common or self._readings(word)[0].pos != "PROPN" else word

    def of_one_holder(self, words: Sequence[str], role: RoleNoun, /) -> Sequence[str]:
        """The role noun without the plural's ending."""
        return [*words[:-1], self._singular(words[-1], role)]

    def _singular(self, word: str, role: RoleNoun) -> str:
        lemma = role.lemma
        return word[:1] + lemma[1:] if word[:1].casefold() == lemma[:1] else lemma

    def status_beside(self, before: Sequence[Traits], _after: Sequence[Traits], _role: RoleNoun, /) -> Status:
        """By the verb of being or becoming before it, or by a post that was left («stepped down as»)."""
        words = [word for word in before if word.category not in ("ADJ", "ADV")]
        for place, word in enumerate(words):
            form = word.form.casefold()
            if word.key in self._lexicon.taken:
                return "future" if {w.form.casefold() for w in words[place + 1 :]} & _TO_COME else "current"
            if form in _PAST_OF_BEING or (word.key in self._lexicon.held and form != word.key):
                return "former"
            if form == "be":
                return "future" if {w.form.casefold() for w in words[place + 1 :]} & _TO_COME else "current"
            if word.category.startswith("VERB"):
                return "current"  # «was elected mayor»
        return "current"
