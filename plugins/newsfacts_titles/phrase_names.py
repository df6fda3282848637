"""The body and the place that a title names after its role noun."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from attrs import frozen

from newsfacts import fold
from newsfacts_titles.text_units import TextUnits
from newsfacts_titles.traits import (
    ADJECTIVES,
    CAPITALISED,
    DIGITS,
    FOREIGN,
    PERSON,
    PUNCTUATION,
    QUOTED,
    SMALL,
    Kind,
    RoleNoun,
    Traits,
)

__all__ = ["PhraseName", "PhraseNames", "find_names", "find_names_before"]

# Categories of words that stand between names.
_BINDERS = frozenset(("ADP", "CCONJ", "PART", ","))
_PLAIN = frozenset((SMALL, DIGITS))


@frozen
class PhraseName:
    """The tokens of a name in a phrase, and its noun: what follows the noun depends on it."""

    first: int
    noun: int
    last: int


@frozen
class PhraseNames:
    """The body and the place in a phrase."""

    body: PhraseName | None
    place: PhraseName | None


def _is_plural(word: Traits) -> bool:
    return all(number == "Plur" for _, number in word.cases)


@frozen
class _Finder:
    """Looks for names in a phrase.

    Attributes:
        units: The text.
        last: The index after the phrase's last token.
        role: Its role noun.
    """

    units: TextUnits
    last: int
    role: RoleNoun

    def find(self, first: int) -> PhraseNames:
        """The body and the place from a token on."""
        part: PhraseName | None = None
        place: PhraseName | None = None
        for start, index in self._nouns(first):
            kind = self._kind(start, index)
            if kind == "part" and part is None:
                part = PhraseName(start, index, self.last)
            elif kind == "place" and place is None:
                place = PhraseName(start, index, self._end_of_place(index))
            elif kind == "body":
                place = place or self._territory(self.units.unit(index)[1], ("territory", "place") if part else ("territory",))
                if part is None:
                    return PhraseNames(PhraseName(start, index, self.last), place)
                is_name_of_part = index == part.noun + 1 and self.units.unit(index)[0].shape == QUOTED
                return PhraseNames(part if is_name_of_part else PhraseName(start, index, self._end_of_body(index)), place)
        return PhraseNames(part, place)

    def _territory(self, first: int, kinds: Collection[str]) -> PhraseName | None:
        """The place after a preposition from a token on («управление МВД по | Томской области», «по | Туве»)."""
        for start, index in self._nouns(first):
            if self.units.traits(start - 1).category == "ADP" and self.units.traits(index).kind in kinds:
                end = self._end_of_place(index)
                is_whole = end == self.last or self.units.traits(end).category != "CCONJ"
                return PhraseName(start, index, end) if is_whole and self._kind(start, index) == "place" else None
        return None

    def _nouns(self, first: int) -> Iterator[tuple[int, int]]:
        """The nouns from a token on, each after the index where the adjectives and numbers before it begin."""
        begin: int | None = None
        index = first
        while index < self.last:
            word, after = self.units.unit(index)
            if word.key in self.units.vocabulary.lexicon.articles:
                begin = None
            elif self._is_modifier(word):
                begin = index if begin is None else begin
            else:
                if word.category not in _BINDERS and word.shape not in (PUNCTUATION, PERSON):
                    yield index if begin is None else begin, index
                begin = None
            index = after

    def _is_modifier(self, word: Traits) -> bool:
        return (word.category in ADJECTIVES and word.kind != "body") or word.shape == DIGITS

    def _kind(self, start: int, index: int) -> Kind:
        """Whether a noun with its adjectives begins a body, a body's part, a place, or none of them."""
        units, is_office = self.units, self.role.group == "offices"
        word = units.unit(index)[0]
        is_capital = any(units.traits(i).shape not in _PLAIN for i in range(start, index + 1))
        if word.key in units.vocabulary.lexicon.portfolios:
            return ""
        if word.shape == QUOTED or word.shape[-1:] == FOREIGN:
            return "body"
        if word.kind == "territory" and not self._is_body(word, index):
            is_named = is_capital or (index + 1 < self.last and units.traits(index + 1).place)
            if is_named or any(units.place_before(i) for i in range(start, index)):
                return "place"
            is_alone = start == index == self.last - 1 and units.traits(index - 1).category != "ADP"
            return "body" if is_office and is_alone and word.key in units.vocabulary.lexicon.bodies else ""
        if word.kind in ("place", "part"):
            return word.kind
        if word.role and word.shape == SMALL:
            return ""
        if word.kind in ("body", "territory") or units.vocabulary.is_compound_body(word.key):
            is_named = is_capital or any(units.traits(i).shape != SMALL for i in range(index + 1, self.last))
            is_named = is_named or any(units.place_before(i) for i in range(start, index))
            # «менеджер проектов» (a manager of projects) is of none
            is_many = start == index and not units.vocabulary.grammar.nouns_modify and _is_plural(word)
            return "body" if is_named or (is_office and not is_many and word.key not in units.vocabulary.lexicon.named) else ""
        return "body" if is_capital and self.role.group != "dignities" else ""

    def _is_body(self, word: Traits, index: int) -> bool:
        """Whether a noun of territories' names begins a body's: «Федерация гимнастики», not «Российская Федерация»."""
        if word.key not in self.units.vocabulary.lexicon.bodies or index + 1 >= self.last:
            return False
        after = self.units.traits(index + 1)
        return after.shape == SMALL and after.category in ("NOUN", "ADJ")

    def _end_of_place(self, index: int) -> int:
        """The end of a place's name: «города Москвы», «Республики Северная Осетия», «Марий Эл»."""
        units = self.units
        end = units.unit(index)[1]
        if units.traits(index).kind == "territory":
            word = units.traits(end) if end + 1 < self.last else None
            if word and word.category in ADJECTIVES and word.shape == CAPITALISED and units.traits(end + 1).place:
                end += 1
            while end < self.last and units.traits(end).place:
                end += 1
        if end < self.last and fold(units.text[units.tokens[end - 1].start : units.tokens[end].end]) in units.language.places:
            end += 1
        return end

    def _end_of_body(self, index: int) -> int:
        """The end of a body's name before what belongs to its part again («комитета Госдумы | по экологии»)."""
        while index < self.last:
            word, after = self.units.unit(index)
            if self.units.vocabulary.grammar.ends_body_name(word) or word.key == "(":
                return index
            index = after
        return self.last


def find_names_before(units: TextUnits, first: int, head: int) -> PhraseNames:
    """The body and the place before a role noun («Ohio Gov.», «House Speaker», «Fox News anchor»).

    Args:
        units: The text.
        first: The first token of what stands before it.
        head: The role noun's token.
    """
    body: PhraseName | None = None
    place: PhraseName | None = None
    begin: int | None = None
    no_names = units.vocabulary.lexicon.portfolios | units.vocabulary.lexicon.address
    index = first
    while index < head:
        word, after = units.unit(index)
        after = min(after, head)
        whole = units.body_with_place(index)
        if first <= whole < index:
            body, place, begin = PhraseName(whole, index, after), None, None  # «Reserve Bank of India governor»
        elif word.shape in (SMALL, PUNCTUATION, PERSON) or word.role or word.key in no_names:
            begin = None
        else:
            begin = index if begin is None else begin
            if word.kind == "body" or (not word.place and units.vocabulary.grammar.is_name(word)):
                body = PhraseName(begin, index, after)
            elif place is None and (word.place or units.place_before(index)):
                place = PhraseName(index, index, after)
        index = after
    if body and place and body.first <= place.first < body.last:
        place = None
    return PhraseNames(body, place)


def find_names(units: TextUnits, first: int, last: int, role: RoleNoun) -> PhraseNames:
    """The body and the place in a part of a title.

    Args:
        units: The text.
        first: The part's first token.
        last: The index after its last token.
        role: The title's role noun.
    """
    return _Finder(units, last, role).find(first)
