"""The shape of a language's data file, ``data/<language>.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

from attrs import field, frozen

from newsfacts import fold
from newsfacts.lexicon import load
from newsfacts.triggers import Triggers

__all__ = ["Declension", "FixedRule", "NameLexicon", "PluralSurnames", "name_lexicon"]

# In letters; what is left of a word without its ending.
_SHORTEST_STEM = 3
# A given name of two syllables with an ending: «Цзиньпином».
_MOST_SYLLABLES = 3


@frozen(kw_only=True)
class Declension:
    """A class of names that are declined alike.

    Attributes:
        gender: Masc or Fem.
        after: Regular expression for what stands before the endings.
        weight: How usual the class is among names; in the place of a given name it is ``given``, if that is not None.
        forms: The ending by case (Nom, Gen, …), that of the nominative always; it may be empty.
        beside_rare: The weight for a word that the dictionary has as a rare given name; when None, that of any such word.
    """

    gender: str
    after: str
    weight: float
    forms: dict[str, str]
    given: float | None = None
    beside_rare: float | None = None

    @property
    def base(self) -> str:
        """The ending of the nominative."""
        return self.forms["Nom"]


@frozen(kw_only=True)
class PluralSurnames:
    """A class of surnames in the plural, of several people.

    Attributes:
        after: Regular expression for what stands before the endings.
        man: The ending of a man's surname in the nominative.
        woman: That of a woman's.
        forms: The ending of the plural by case.
    """

    after: str
    man: str
    woman: str
    forms: dict[str, str]


@frozen(kw_only=True)
class FixedRule:
    """How names end that have one form for all cases.

    Attributes:
        form: Regular expression for the ending.
        gender: Masc or Fem; both when None.
        place: ``given`` or ``surname``, which may be the only word of a name; both when None.
        weight: How usual this is among names that end so.
        known: The weight for a word that the dictionary has as a name; when None, that of any ending of such a word.
    """

    form: str
    gender: str | None = None
    place: str | None = None
    weight: float
    known: float | None = None


@frozen(kw_only=True)
class NameLexicon:
    """What the plugin knows of a language's names.

    Attributes:
        particles: Words in small letters within a person's name.
        enclitics: What is written together with a name and is none of it («'s»).
        body_particles: Words in small letters between those of a body's name.
        served: Prepositions before the place that a part of a body serves («ГУ МВД по Омской области»).
        given_names: Given names by gender (masculine, feminine), with white space between; of either, in both.
        forms_of_address: Words before a person's name that show the gender, likewise.
        offices: Words before a person's name that say what they are, folded.
        office_endings: How further such nouns end.
        famous: Surnames of people whom news name without their given names, folded.
        body_words: Words that only names of bodies have behind the first one, folded.
        body_heads: Nouns that end names of bodies, whose words with capitals go before them, folded.
        settlements: Nouns of places whose name follows with the first preposition of bodies' names, folded.
        bodies_like_people: Names of firms and other things that look like people's, folded.
        openers: Words that begin sentences and no names, with a capital.
        conjunctions: Conjunctions that may join the parts of one name.
        long_initials: Initials of several letters, with a capital.
        locatives: Prepositions that a place's name may follow.
        verb_endings: How finite verbs end, which may have a name as their subject.
        to_whom: Verbs that say to whom something is done and have an object too, in the infinitive, and prepositions, folded.
        relatives: Nouns for people who are somebody's, folded.
        form_endings: What is cut off a word to compare it with its other forms.
        vowels: Letters without which a word of a name is an abbreviation or an initial.
        patronymics: How patronymics end.
        syllabic_families: Families whose names stand before given names of syllables.
        streets: Nouns of places that are called after people.
        namesakes: Words between a work or a prize and the surname that it is called after.
        events: Words that end the name of a race or a stadium after a firm, which is not that firm («Volvo Ocean Race»).
        works: Nouns of what is called after somebody who is dead, or is theirs if the article names them.
        honours: Nouns, beside those of places, works and bodies, behind the adjective of whom they are called after.
        monuments: Nouns before the surname of whom a statue or a museum is of.
        landmarks: Nouns, and their abbreviations, before the name of a village, a river, a mountain and the like.
        vessels: Nouns before what a ship, a train or a house is called in quotation marks.
        markets: Nouns before a firm's or a make's name.
        townspeople: Nouns before a place's name that may be a surname too.
        directions: Prepositions before such a name, by the cases that it has there.
        bounds: Prepositions before such a name in the genitive, if what goes there stands before.
        transport: Nouns for that.
        towns: Names of towns that the dictionary has as surnames only, folded.
        usual_given_names: Given names that are usual in news, folded.
        surname_endings: How words end that are surnames if the dictionary does not know them.
        rare_name_endings: How men's given names end that are rare if they are not among the usual ones.
        given_name_ends: The letters of which forms of given names end in others: «Юлий», «Юлия».
        adjectives_unlike_surnames: How the dictionary forms of adjectives end that are seldom surnames.
        adjectives_like_women: Likewise, but for a woman's surname that the dictionary has.
        case_priors: How usual each case is among the names in news.
        bodies: Nouns that are an organisation by themselves.
        plain_bodies: Of these, the ones that no name begins with, so that a capital is their sentence's alone.
        named_bodies: Nouns that are one with a capital or with a name.
        legal_forms: Abbreviations before the names of firms and clubs, folded.
        clubs: Abbreviations of clubs, after which their city stands, folded.
        media: Nouns for what is named in quotation marks after them.
        body_adjectives: Adjectives in small letters that belong to a body's name, in the masculine.
        body_adjective_endings: How further such adjectives end.
        place_nouns: Nouns that name a place with an adjective.
        declension: How names are declined.
        fixed: How names end that are not declined.
        plural: How surnames end that several people have in common; of two classes that fit the first one counts.
    """

    particles: frozenset[str] = frozenset()
    enclitics: tuple[str, ...] = ()
    body_particles: frozenset[str] = frozenset()
    served: frozenset[str] = frozenset()
    given_names: dict[str, str] = field(factory=dict)
    forms_of_address: dict[str, str] = field(factory=dict)
    offices: frozenset[str] = frozenset()
    office_endings: tuple[str, ...] = ()
    famous: frozenset[str] = frozenset()
    body_words: frozenset[str] = frozenset()
    body_heads: frozenset[str] = frozenset()
    settlements: frozenset[str] = frozenset()
    bodies_like_people: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    long_initials: frozenset[str] = frozenset()
    locatives: frozenset[str] = frozenset()
    verb_endings: tuple[str, ...] = ()
    to_whom: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    form_endings: tuple[str, ...] = ()
    vowels: str = ""
    patronymics: tuple[str, ...] = ()
    syllabic_families: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    honours: frozenset[str] = frozenset()
    monuments: frozenset[str] = frozenset()
    landmarks: frozenset[str] = frozenset()
    vessels: frozenset[str] = frozenset()
    markets: frozenset[str] = frozenset()
    townspeople: frozenset[str] = frozenset()
    directions: dict[str, list[str]] = field(factory=dict)
    bounds: frozenset[str] = frozenset()
    transport: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    usual_given_names: frozenset[str] = frozenset()
    surname_endings: tuple[str, ...] = ()
    rare_name_endings: tuple[str, ...] = ()
    given_name_ends: str = ""
    adjectives_unlike_surnames: tuple[str, ...] = ()
    adjectives_like_women: tuple[str, ...] = ()
    case_priors: dict[str, float] = field(factory=dict)
    bodies: frozenset[str] = frozenset()
    plain_bodies: frozenset[str] = frozenset()
    named_bodies: frozenset[str] = frozenset()
    legal_forms: frozenset[str] = frozenset()
    clubs: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    body_adjectives: frozenset[str] = frozenset()
    body_adjective_endings: tuple[str, ...] = ()
    place_nouns: frozenset[str] = frozenset()
    declension: list[Declension] = field(factory=list)
    fixed: list[FixedRule] = field(factory=list)
    plural: list[PluralSurnames] = field(factory=list)

    def stem(self, word: str) -> str:
        """What a word shares with its other forms, folded: «Обамой», «Обама» → «обам»."""
        return self._ending.sub("", fold(word))

    def enclitic_of(self, word: str) -> str:
        """What is written together with a word and is none of it («Clinton's» → «'s»); empty where nothing is."""
        fitting = (e for e in self.enclitics if word.endswith(e) and len(word) > len(e))
        return next(fitting, "")

    def singular_surnames(self, word: str) -> Iterator[tuple[str, str, str]]:
        """The cases in which a word may be a surname in the plural, each with the nominatives of a man's and a woman's."""
        for plural in self.plural:
            for case, form in plural.forms.items():
                stem = word.removesuffix(form)
                if len(stem) + len(form) == len(word) and re.search(plural.after + r"\Z", stem):
                    yield case, stem + plural.man, stem + plural.woman

    def counterpart(self, surname: str, gender: str) -> str | None:
        """What a woman of a man's family is called («Иванов»: «Иванова»), or a man of hers; None where nothing changes."""
        for plural in self.plural:
            own, other = (plural.man, plural.woman) if gender == "Masc" else (plural.woman, plural.man)
            stem = surname.removesuffix(own)
            if own != other and surname.endswith(own) and re.search(plural.after + r"\Z", stem):
                return stem + other
        return None

    def is_syllabic(self, word: str) -> bool:
        """Whether a word may be the given name after a family of `syllabic_families`, in any case."""
        return word.istitle() and self.syllables(word) <= _MOST_SYLLABLES

    def may_be_initial(self, word: str) -> bool:
        """Whether a stop after a word may be that of an initial."""
        return len(word) == 1 or word in self.long_initials

    def syllables(self, word: str) -> int:
        """How many vowels it has."""
        return sum(letter in self.vowels for letter in word.lower())

    def is_rare_given_name(self, name: str) -> bool:
        """Whether few people have a given name whose forms are those of a usual one too: «Марин», beside «Марина»."""
        low = fold(name)
        if low in self.usual_given_names:
            return False
        return self._given_stem(low) in self._usual_stems or low.endswith(self.rare_name_endings)

    def _given_stem(self, name: str) -> str:
        return name[:-1] if name[-1] in self.given_name_ends else name

    @cached_property
    def _usual_stems(self) -> frozenset[str]:
        return frozenset(map(self._given_stem, self.usual_given_names))

    @cached_property
    def genders(self) -> Mapping[str, tuple[str, ...]]:
        """The genders of people by their given names, folded."""
        return _by_word(self.given_names)

    @cached_property
    def addressed(self) -> Mapping[str, tuple[str, ...]]:
        """The gender of the people who are addressed so, by the folded word."""
        return _by_word(self.forms_of_address)

    @cached_property
    def _ending(self) -> re.Pattern[str]:
        longest_first = sorted(self.form_endings, key=lambda ending: (-len(ending), ending))
        return re.compile(rf"(?<={'.' * _SHORTEST_STEM})(?:{'|'.join(longest_first)})\Z")

    @cached_property
    def body_nouns(self) -> frozenset[str]:
        """The nouns of bodies and media."""
        return self.bodies | self.named_bodies | self.media

    @cached_property
    def things(self) -> frozenset[str]:
        """The nouns that an adjective may stand before which is made of somebody's name."""
        return self.streets | self.place_nouns | self.works | self.honours | self.body_nouns

    @cached_property
    def body_triggers(self) -> Triggers:
        """The cheap first test for the nouns of bodies and media."""
        return Triggers(map(self.stem, self.body_nouns))


def _by_word(words: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The keys by the words, folded, that stand under them."""
    found: dict[str, tuple[str, ...]] = {}
    for key, text in words.items():
        for word in fold(text).split():
            found[word] = (*found.get(word, ()), key)
    return found


@cache
def name_lexicon(language: str) -> NameLexicon:
    """The data of a language."""
    lexicon: NameLexicon = load("newsfacts_names", f"data/{language}.toml", NameLexicon)
    return lexicon
