"""Russian title phrases: stems and endings, cases and agreement, tenses."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts import Language
from newsfacts_titles.grammar import Status
from newsfacts_titles.lexicon import TitleLexicon
from newsfacts_titles.traits import ADJECTIVES, RoleNoun, Traits

__all__ = ["RussianTitleGrammar"]

# What other forms lack of a dictionary form, the longest first: endings of adjectives and nouns, with a vowel that comes and
# goes («посол», «посла»; «хозяйка», «хозяек») or a suffix of the singular («крестьянин», «крестьяне»).
_ENDINGS = (
    *("йка", "ий", "ый", "ой", "ая", "яя", "ец", "ел", "ол", "ок", "ин", "ья", "ка", "на", "ра"),
    *("а", "я", "ь", "й", "о", "е", "и"),
)
_VOWELS = "аеиоуэюя"
# What may stand between a predicate and its verb: «министром | уже с мая | станет Орлов».
_BETWEEN = frozenset(("ADV", "PART", "CCONJ", "ADP", "PRON", "ADJ", "ADJ:Short", "ADJ:Cmp", "NUM", "#"))
# Shorter stems would have every other word looked up.
_SHORTEST_STEM = 3
_INTO = frozenset(("в", "во"))


class RussianTitleGrammar:
    """Russian's answers to what `TitleGrammar` asks.

    Args:
        language: Its morphology reads and changes the forms.
        lexicon: The plugin's words.
    """

    nouns_modify = False
    series_share = False
    reach = 4

    def __init__(self, language: Language, lexicon: TitleLexicon) -> None:
        self._language = language
        self._readings = language.morphology.readings
        self._lexicon = lexicon

    def stem(self, noun: str, /) -> str:
        """The noun without the longest ending of dictionary forms."""
        ending = next((ending for ending in _ENDINGS if noun.endswith(ending)), "")
        stem = noun.removesuffix(ending)
        if len(stem) >= _SHORTEST_STEM or (ending == "ец" and stem[-1] in _VOWELS):
            return stem  # «боец», «бойца»: another vowel or consonant comes before the ending
        return noun[:_SHORTEST_STEM]

    def is_doubtful(self, role: RoleNoun, /) -> bool:
        """Whether the dictionary reads it otherwise too, or it is an adjective or a plural; most forms are neither."""
        return bool(role.doubt or role.adjectival or role.plural)

    def is_another_word(
        self, role: RoleNoun, here: Traits, before: Traits | None, after: Traits | None, opens_sentence: bool, /
    ) -> bool:
        """Whether the form agrees with its neighbours as another word only, or names what somebody is to become.

        After «в» the plural in the nominative is an office that somebody wants («кандидат в губернаторы», candidate for
        governor).

        A noun follows the adjective that it may be («военные действия», military action), a sentence cannot open with its
        case («Премьера прошла», the first night went), or the adjective before it agrees with the other word («внешней
        политике», foreign policy, not a politician).
        """
        if before and before.key in _INTO and ("Nom", "Plur") in role.cases:
            return True
        if role.adjectival and after and after.category == "NOUN" and after.role is None and after.cases & here.cases:
            return True
        if not role.doubt:
            return False
        if opens_sentence:
            return all(case != "Nom" for case, _ in role.cases)
        if before is None or before.category not in ADJECTIVES:
            return False
        return bool(before.cases & here.cases) and not self._agrees(before.form, role)

    def _agrees(self, adjective: str, role: RoleNoun) -> bool:
        """Whether an adjective agrees with a role noun in one of the cases that it can have."""
        return any(
            (reading.case, reading.number) in role.cases
            and (reading.number == "Plur" or role.gender is None or reading.gender in (None, role.gender))
            for reading in self._readings(adjective)
        )

    def agrees(self, modifier: Traits, role: RoleNoun, /) -> bool:
        """Whether both can stand in one case and number."""
        return not modifier.cases.isdisjoint(role.cases)

    def place_before(self, word: Traits, /) -> str | None:
        """The place that an adjective is made of."""
        return self._language.place_adjectives.get(word.key) if word.category in ADJECTIVES else None

    def place_after(self, _text: str, /) -> None:
        """Nothing: the place stands in the title."""
        return

    def ends_body_name(self, word: Traits, /) -> bool:
        """Whether the word is a preposition: what belongs to a name follows it in the genitive."""
        return word.category == "ADP"

    def is_name(self, _word: Traits, /) -> bool:
        """No name stands there: what an office is of follows it."""
        return False

    def without_capitals(self, position: str, /) -> str:
        """Without a capital at the beginning, abbreviations apart."""
        return position[0].lower() + position[1:] if position[1:2].islower() else position

    def of_one_holder(self, words: Sequence[str], role: RoleNoun, /) -> Sequence[str]:
        """The role noun and the adjectives before it in the nominative singular."""
        return [*[self._singular(word, role, "ADJ") for word in words[:-1]], self._singular(words[-1], role, "NOUN")]

    def _singular(self, word: str, role: RoleNoun, kind: str) -> str:
        """A word's nominative singular if it has a plural reading of a kind, else the word as it is."""
        for reading in self._readings(word):
            if reading.number == "Plur" and (kind == "NOUN" or reading.is_attributive):
                gender = () if reading.is_noun else (f"Gender={role.gender or 'Masc'}",)
                return self._language.morphology.inflect(reading, "Case=Nom", "Number=Sing", *gender) or word
        return word

    def status_beside(self, before: Sequence[Traits], after: Sequence[Traits], role: RoleNoun, /) -> Status:
        """By the verb whose predicate the title is, by the nearest other verb's tense, or by a post that was left."""
        lexicon = self._lexicon
        # «Он станет министром» (will be a minister), not «будет показана речь министра» (a minister's speech will be shown)
        predicative = any(case == "Ins" for case, _ in role.cases)
        # «Пост министра займёт Орлов» (the post will be taken): the verb is the post's, and none of being
        on_post = bool(before) and before[0].key in lexicon.posts
        if (predicative or on_post) and (verb := _verb_of_clause(after)) and (verb.key in lexicon.copulas) == predicative:
            return self._status_by(verb)
        for place, word in enumerate(before):
            if word.key in lexicon.posts and place + 1 < len(before) and before[place + 1].key in lexicon.leaving:
                return "former"
            # «занимавший пост министра», «работавший директором» (who held, who worked)
            if word.category == "VERB" or (word.category == "VERB:Part" and word.key in lexicon.held):
                return self._status_by(word) if predicative or word.key not in lexicon.copulas else "current"
        return "current"

    def _status_by(self, verb: Traits) -> Status:
        """By a verb's tense, if it is one of being or becoming."""
        features = self._readings(verb.form)[0].features
        if verb.key in self._lexicon.held and "Tense=Past" in features:
            return "former"
        return "future" if verb.key in self._lexicon.taken and "Tense=Fut" in features else "current"


def _verb_of_clause(words: Sequence[Traits]) -> Traits | None:
    """The verb that a predicate before it belongs to; what commas set apart is passed over («министром, вероятно, станет»)."""
    apart = circumstance = False
    for word in words:
        if word.key == ",":
            apart = not apart
        elif apart:
            continue
        elif word.category == "VERB":
            return word
        elif not (word.category in _BETWEEN or (circumstance and word.category == "NOUN")):
            return None
        circumstance = word.category in ("ADP", "ADJ", "NUM", "#")
    return None
