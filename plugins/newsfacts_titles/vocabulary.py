"""Word forms looked up in the lexicon and the dictionary: which are role nouns, and what a form says by itself."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from newsfacts import Analysis, Language, Mention, Reading, Token, fold, shared
from newsfacts.triggers import Triggers
from newsfacts_titles.grammar import TitleGrammar
from newsfacts_titles.lexicon import GROUPS, TitleLexicon
from newsfacts_titles.traits import (
    CAPITALISED,
    DIGITS,
    FOREIGN,
    PUNCTUATION,
    SMALL,
    UPPER,
    Cases,
    Kind,
    RoleNoun,
    Traits,
    initials_of,
)

__all__ = ["Vocabulary"]

# A prefix without a hyphen is one only before a noun of some length («экспрезидент», but «замок» has no prefix).
_SHORTEST_PREFIXED = 5
# By three letters two and a half times as many words would be looked at as by five; more letters take longer than they save.
_COMPARED = 5
# Punctuation between the members of an enumeration; nothing is one too.
_JOINING_MARKS = frozenset(("", ",", "—", "–", "-", "/"))
_SINGULAR: Cases = frozenset([(None, "Sing")])
_NO_CASES: frozenset[str | None] = frozenset()
# Words that have cases.
_NOMINALS = frozenset(("NOUN", "ADJ", "VERB:Part", "PRON", "NUM"))
_NAMES = frozenset(("NameType=Giv", "NameType=Sur", "NameType=Pat"))


class Vocabulary:
    """A lexicon and a morphology, asked by word form; answers are cached.

    Args:
        language: Its morphology reads the forms.
        lexicon: The plugin's words.
        grammar: The plugin's grammar of the language.

    Attributes:
        language: Likewise.
        lexicon: Likewise.
        grammar: Likewise.
        qualifying: The lexicon's, with the verbs that some are participles of («заслуженный», merited).
        joints: What may stand between the members of an enumeration.
        ends_of_acting: The last letters of the abbreviations of «acting» («и.о.»): other words are none.
    """

    def __init__(self, language: Language, lexicon: TitleLexicon, grammar: TitleGrammar) -> None:
        self.language = language
        self.lexicon = lexicon
        self.grammar = grammar
        self.joints = _JOINING_MARKS.union(map(fold, lexicon.joints), _dated_joints(lexicon))
        self.ends_of_acting = frozenset(word[-1] for word in lexicon.acting_for)
        self._former = tuple(word for word in sorted(lexicon.former) if word[-1] == "-")
        self._future = tuple(word for word in sorted(lexicon.future) if word[0] == "-")
        self._readings = language.morphology.readings
        self.qualifying = lexicon.qualifying | {fold(self._readings(word)[0].lemma) for word in lexicon.qualifying}
        self._bodies = lexicon.bodies | lexicon.named
        self._groups = {word: group for group in GROUPS for word in getattr(lexicon, group)}
        self._prefixes = tuple(sorted(lexicon.prefixes, key=len, reverse=True))
        self._prefix = re.compile("|".join(map(re.escape, self._prefixes)))
        stems = sorted(set(map(grammar.stem, self._groups)))
        self._shortest_stem = min(map(len, stems))
        self._stems = {start: tuple(own) for start, own in groupby(stems, itemgetter(slice(self._shortest_stem)))}
        self._triggers = Triggers((*stems, *self._prefixes), _COMPARED)
        self.traits = lru_cache(maxsize=10_000)(self._traits)
        self.role = lru_cache(maxsize=16_000)(self._role)
        self._name_cases = lru_cache(maxsize=1_000)(self._cases_of_name)

    def start_of_name(self, analysis: Analysis, mention: Mention) -> int:
        """Where a person's name begins with the forms of address before it («Sir Keir»)."""
        index, tokens = analysis.token_index(mention.start), analysis.tokens
        while index and fold(tokens[index - 1].text) in self.lexicon.address and tokens[index - 1].text[0].isupper():
            index -= 1
        return tokens[index].start if tokens[index].start < mention.start else mention.start

    def is_compound_body(self, key: str) -> bool:
        """Whether a lemma with a hyphen is a body's by its last part («онлайн-школа» is a school)."""
        _, hyphen, noun = key.rpartition("-")
        return bool(hyphen) and noun in self._bodies

    def former_prefix(self, form: str) -> int:
        """The length of a prefix such as «экс-»."""
        if "-" not in form:
            return 0
        low = fold(form)
        return next((len(prefix) for prefix in self._former if low.startswith(prefix)), 0)

    def is_future(self, form: str) -> bool:
        """Whether a form ends so that the office is yet to be held («president-elect»)."""
        return "-" in form and fold(form).endswith(self._future)

    def roles(self, tokens: Sequence[Token]) -> list[tuple[int, RoleNoun]]:
        """The tokens that are role nouns, by their index."""
        forms = [form for _, _, form in tokens]
        likely = self._triggers.among(forms)
        likely += [place for place, form in enumerate(forms) if "-" in form]
        return [(place, role) for place in sorted(set(likely)) if (role := self.role(forms[place]))]

    def _role(self, form: str) -> RoleNoun | None:
        """The role noun that a word form is one of, or None."""
        low = fold(form)[self.former_prefix(form) :]
        parts = low.split("-")
        for part in dict.fromkeys((low, parts[-1], parts[0])):
            if found := self._role_readings(part):
                noun, _ = found[0]
                return self._role_noun(noun if part in (low, parts[0]) else f"{parts[0]}-{noun}", self._group(noun), found)
        return None

    def _role_readings(self, part: str) -> list[tuple[str, Reading]]:
        """The readings of a form as forms of role nouns, each after the noun."""
        if not self._begins_as_role(part):
            return []
        readings = self._readings(part)
        if readings[0].known and readings[0].category not in _NOMINALS:
            return []
        return [(noun, reading) for reading in readings if (noun := self._noun_of(reading))]

    def _role_noun(self, lemma: str, group: str, found: Sequence[tuple[str, Reading]]) -> RoleNoun:
        """What is known of a form by its readings as a role noun."""
        readings = [reading for _, reading in found]
        cases = shared([(reading.case, reading.number) for reading in readings])
        return RoleNoun(
            lemma=lemma,
            group=group,
            cases=cases,
            initials=initials_of(case for case, _ in cases),
            plural=all(number == "Plur" for _, number in cases),
            gender=readings[0].gender,
            doubt=round(3 * (1 - min(1.0, math.fsum([reading.score for reading in readings])))),
            adjectival=readings[0].is_attributive,
        )

    def _noun_of(self, reading: Reading) -> str | None:
        """The role noun that a reading is a form of, or None."""
        forms: tuple[str, ...] = ()
        if reading.category in ("NOUN", "ADJ"):
            forms = (reading.lemma, reading.word)  # the lexicon has words that the dictionary has not
        elif reading.category == "VERB:Part":
            forms = (self.language.morphology.inflect(reading, "Case=Nom", "Gender=Masc", "Number=Sing") or "",)
        elif reading.category == "X":
            forms = (reading.lemma,)  # an abbreviation of another language («CEO»)
        return next((noun for noun in map(fold, forms) if self._group(noun)), None)

    def _begins_as_role(self, part: str) -> bool:
        """Whether a form begins as a role noun does, with or without a prefix."""
        if self._has_stem(part):
            return True
        prefix = self._prefix.match(part)
        return prefix is not None and self._has_stem(part[prefix.end() :])

    def _has_stem(self, part: str) -> bool:
        return part.startswith(self._stems.get(part[: self._shortest_stem], ()))

    def _group(self, noun: str) -> str:
        """The group of a noun, or of what it is without a prefix; an empty string for what is no role noun."""
        if group := self._groups.get(noun):
            return group
        if prefix := self._prefix.match(noun):
            rest = noun[prefix.end() :]
            if rest.startswith("-") or len(rest) >= _SHORTEST_PREFIXED:
                return self._groups.get(rest.lstrip("-"), "")
        return ""

    def _traits(self, form: str) -> Traits:
        """Everything about a word form."""
        shape = self._shape(form)
        if shape == DIGITS:
            return Traits(form, "#", "#", "#", shape)
        if shape == PUNCTUATION:
            return Traits(form, form, form, form, shape)
        if shape[-1] == FOREIGN:
            return Traits(form, "", "X:Foreign", "X:Foreign", shape)
        readings = self._readings(form)
        category, tag, cases = _grammar(tuple([(r.category, r.case, r.number) for r in readings]))
        role = self.role(form) if form in self._triggers or "-" in form else None
        key = fold(readings[0].lemma)
        return Traits(form, key, category, tag, shape, role, cases, self._kind(form, key, shape))

    def name(self, form: str, kind: Kind) -> Traits:
        """A name, which may have several words, as one."""
        return Traits(form, fold(form), "NOUN", "NOUN", self._shape(form), None, _SINGULAR, kind)

    def _kind(self, form: str, key: str, shape: str) -> Kind:
        """What kind of name a form is or begins; what may be a body or its part is a part in small letters."""
        lexicon = self.lexicon
        if self._is_place(form, shape):
            return "place"
        if key in lexicon.territories:
            return "territory"
        if key in lexicon.parts and (shape == SMALL or key not in lexicon.bodies):
            return "part"
        return "body" if key in self._bodies else ""

    def _shape(self, form: str) -> str:
        """What a form's letters are."""
        first = form[0]
        if not first.isalpha():
            return DIGITS if first.isdigit() else PUNCTUATION
        shape = SMALL if first.islower() else UPPER if form.isupper() and len(form) > 1 else CAPITALISED
        return shape if self.language.is_native(form) else shape + FOREIGN

    def _is_place(self, form: str, shape: str) -> bool:
        """Whether a form names a place; one in capitals must be a known abbreviation."""
        if shape == UPPER:
            return fold(form) in self.language.places or form in self.lexicon.capitals
        return shape == CAPITALISED and self.language.is_place(form)

    def name_cases(self, forms: Iterable[str]) -> frozenset[str | None]:
        """The cases that all words of a person's name can have, as far as the dictionary knows them."""
        cases = _NO_CASES
        for form in forms:
            own = self._name_cases(form)
            cases = cases & own or cases or own
        return cases

    def _cases_of_name(self, form: str) -> frozenset[str | None]:
        """The cases that a form can have as one of a person's names that the dictionary knows."""
        if self._shape(form) != CAPITALISED:
            return _NO_CASES
        readings = self._readings(form)
        return shared([r.case for r in readings if r.known and r.number == "Sing" and r.features & _NAMES and r.case != "Voc"])


def _dated_joints(lexicon: TitleLexicon) -> Iterator[str]:
    """What joins titles of different times: an adverb of time behind each link."""
    for words in lexicon.formerly | lexicon.since:
        adverb = " ".join(words)
        for link in lexicon.dated:
            yield f"{link} {adverb}"


@lru_cache(maxsize=1_000)
def _grammar(readings: tuple[tuple[str, str | None, str | None], ...]) -> tuple[str, str, Cases]:
    """Category, tag and cases of a word by its readings' categories, cases and numbers: what thousands of words share."""
    nominal = [(case, number) for category, case, number in readings if category in _NOMINALS]
    category = readings[0][0]
    initials = sorted({case[0] for case, _ in nominal if case})
    tag = f"{category}:{''.join(initials)}" if category in _NOMINALS else category
    return category, tag, shared(nominal)
