"""Title phrases: the words around a role noun that belong to it («первый заместитель министра обороны РФ»)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from newsfacts import Analysis, Mention, Quotation, fold
from newsfacts_titles.linear import Weights, score
from newsfacts_titles.vocabulary import ADJECTIVES, Role, Vocabulary, Word

__all__ = ["Text", "Title", "expand", "find_heads", "left_steps", "right_steps"]

_LONGEST_NAME = 80
_MOST_LEFT = 4
_MOST_RIGHT = 18
# What never ends a phrase.
_BINDERS = frozenset(("CCONJ", "ADP", "PART", ","))
_STOPS = frozenset((".", "!", "?", "…", "«", '"', "“"))
_QUOTES = frozenset('«"„“')
_NOTHING = Word("", "", "", "")
_QUOTED = Word("«»", "«»", "«»", "«»")
_PERSON = Word("@", "@", "@", "@")


@frozen(kw_only=True, eq=False)
class Title:
    """A title phrase in the text.

    Attributes:
        start: Index of its first character.
        end: Index after its last character.
        first: Index of its first token.
        last: Index after its last token.
        head: Index of its role noun's token.
        role: What the role noun tells.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    role: Role


class Text:
    """An analysed text as units: a quoted name, a person's name, and «имени» with a name count as one word each."""

    def __init__(self, analysis: Analysis, words: Vocabulary) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.tokens = analysis.tokens
        self.words = words
        self.language = analysis.language
        self.persons = {m.start: m for m in analysis.mentions if m.type == "person"}
        self._named = sorted(self.persons)
        self.namesakes = self._find_namesakes()

    def _find_namesakes(self) -> dict[int, Mention]:
        """The persons that a body is named after («театр имени Гоголя»), by the index of the word that says so."""
        found: dict[int, Mention] = {}
        namesake = self.words.lexicon.namesake
        for index in [i for i, token in enumerate(self.tokens) if token[2] in namesake]:
            after = index + 1
            if after < len(self.tokens) and self.tokens[after].text == ".":
                after += 1
            if after == len(self.tokens) or self.tokens[index - 1].text in self.words.lexicon.naming:
                continue
            if person := self.persons.get(self.tokens[after].start):
                found[index] = person
        return found

    @cached_property
    def _quotations(self) -> dict[int, Quotation]:
        return {q.start: q for q in self.analysis.quotations if q.closed and q.end - q.start <= _LONGEST_NAME}

    def word(self, index: int) -> Word:
        """What a token tells by itself."""
        return self.words.word(self.tokens[index].text)

    def opens_sentence(self, index: int) -> bool:
        """Whether a token is the first of a line or sentence."""
        return self.breaks(index) or self.tokens[index - 1].text in _STOPS

    def place_of_adjective(self, index: int) -> str | None:
        """The place that a token names as an adjective («белорусский»), or None."""
        word = self.word(index)
        return self.language.place_adjectives.get(word.key) if word.category in ADJECTIVES else None

    def agree(self, adjective: int, noun: int) -> bool:
        """Whether an adjective and a role noun can stand in one case and number."""
        return not self.breaks(noun) and bool(self.word(adjective).cases & self.role_at(noun).cases)

    def unit_end(self, index: int) -> int:
        """The offset after the unit that begins with a token."""
        return self.tokens[self.unit(index)[1] - 1].end

    def acting_before(self, first: int) -> int:
        """Of how many tokens an abbreviation such as «и. о.» before a token consists."""
        if not first or self.tokens[first - 1].text != ".":
            return 0
        for parts in self.words.acting:
            if fold("".join([t.text for t in self.tokens[max(0, first - len(parts)) : first]])) == parts:
                return len(parts)
        return 0

    def is_named(self, index: int) -> bool:
        """Whether a token lies in a person's name."""
        start = self.tokens[index].start
        at = bisect_right(self._named, start) - 1
        return at >= 0 and self.persons[self._named[at]].end > start

    def role_at(self, index: int) -> Role:
        """The role of a token that is a role noun."""
        role = self.words.role(self.tokens[index].text)
        assert role is not None
        return role

    def unit(self, index: int) -> tuple[Word, int]:
        """The unit that begins with a token, and the index of the token after it."""
        start, end, form = self.tokens[index]
        if person := self.persons.get(start):
            return _PERSON, self._after(index, person.end)
        if namesake := self.namesakes.get(index):
            return _QUOTED, self._after(index, namesake.end)
        if form in _QUOTES and (quotation := self._quotations.get(start)):
            return _QUOTED, self._after(index, quotation.end)
        after = index + 1
        if (
            after < len(self.tokens)
            and self.tokens[after] == (end, end + 1, ".")
            and form.casefold() in self.words.abbreviations
        ):
            after += 1
        return self.words.word(form), after

    def unit_after(self, index: int) -> tuple[Word, int] | None:
        """The unit after a token, or None where a phrase cannot go on to it."""
        return None if self.breaks(index + 1) else self.unit(index + 1)

    def _after(self, index: int, end: int) -> int:
        while index < len(self.tokens) and self.tokens[index].start < end:
            index += 1
        return index

    def breaks(self, index: int) -> bool:
        """Whether a phrase cannot go on over the gap before a token."""
        if not 0 < index < len(self.tokens):
            return True
        end, start = self.tokens[index - 1].end, self.tokens[index].start
        return start > end and (start > end + 2 or "\n" in self.text[end:start])


def right_features(head: Role, before: Word, here: Word, after: Word, distance: int) -> list[str]:
    """What tells whether a phrase goes on to the right."""
    h, tag, key = head.lemma, here.tag, here.key
    first = "1" if distance == 1 else ""
    return [
        "b",
        f"t{tag}",
        f"s{here.shape}{tag}",
        f"k{min(distance, 6)}{tag}",
        f"a{key}",
        f"h{h}|{key}",
        f"i{first}{h}|{tag}",
        f"g{first}{head.group}|{tag}",
        f"p{before.tag}|{tag}",
        f"q{before.key}|{key}",
        f"r{before.key}|{tag}",
        f"n{tag}|{after.tag}",
        f"m{key}|{after.tag}",
        f"o{here.shape}|{after.shape}|{before.shape}",
    ]


def left_features(head: Role, before: Word, here: Word, after: Word, distance: int) -> list[str]:
    """What tells whether a phrase begins further left."""
    h, tag, key = head.lemma, here.tag, here.key
    agrees = "=" if here.cases & head.cases else ""
    return [
        "b",
        f"t{agrees}{tag}",
        f"a{key}",
        f"h{h}|{key}",
        f"g{head.group}|{key}",
        f"f{head.group}|{key[-4:]}{agrees}",
        f"d{h}|{key[-3:]}{agrees}",
        f"p{before.tag}|{tag}",
        f"q{key}|{after.key}",
        f"k{min(distance, 3)}{tag}{agrees}",
    ]


def find_heads(text: Text) -> Iterator[int]:
    """The tokens that are role nouns, persons' names left out."""
    for index, role in text.words.roles(text.tokens):
        if not text.is_named(index) and not _belies(text, index, role):
            yield index


def _belies(text: Text, index: int, role: Role) -> bool:
    """Whether an ambiguous form is no role noun.

    A noun follows the adjective that it may be («военные действия»), a sentence cannot open with its case («Премьера
    прошла»), or the adjective before it disagrees («внешней политике»).
    """
    if role.adjectival and not text.breaks(index + 1):
        following = text.word(index + 1)
        if following.category == "NOUN" and following.role is None and following.cases & text.word(index).cases:
            return True
    if not role.doubt:
        return False
    if text.opens_sentence(index):
        return all(case != "Nom" for case, _ in role.cases)
    if text.breaks(index):
        return False
    here, before = text.word(index), text.word(index - 1)
    if before.category not in ADJECTIVES:
        return False
    genders = text.words.genders(text.tokens[index - 1].text)
    return bool(before.cases & here.cases) and not any(
        (case, number) in before.cases and (number == "Plur" or role.gender is None or (case, role.gender) in genders)
        for case, number in role.cases
    )


def expand(text: Text, head: int, weights: dict[str, Weights]) -> Title:
    """The phrase around a role noun."""
    role = text.role_at(head)
    last = head + 1
    for end, features in right_steps(text, head):
        if score(weights["right"], features) < 0:
            break
        last = end
    last = _trimmed(text, head, last)
    first = head
    for start, features in left_steps(text, head):
        key = text.word(start).key
        if key in text.words.lexicon.outside:
            break
        # The adjective of a place always belongs to an office («белорусский вице-премьер»).
        local = role.group == "offices" and key in text.language.place_adjectives
        if not local and score(weights["left"], features) < 0:
            break
        first = start
    first -= text.acting_before(first)
    start = text.tokens[first].start
    if first == head:
        start += text.words.former_prefix(text.tokens[head].text)
    return Title(start=start, end=text.tokens[last - 1].end, first=first, last=last, head=head, role=role)


def _trimmed(text: Text, head: int, last: int) -> int:
    """The end of a phrase without conjunctions, prepositions and commas at its end."""
    while last > head + 1 and text.word(last - 1).category in _BINDERS:
        last -= 1
    return last


def right_steps(text: Text, head: int) -> Iterator[tuple[int, list[str]]]:
    """Each step that a phrase may go on to the right: the index after the unit, and the features."""
    role, before = text.role_at(head), text.word(head)
    unit = text.unit_after(head)
    for distance in range(1, _MOST_RIGHT):
        if unit is None:
            return
        here, end = unit
        if here.shape == "p" and here.key not in (",", "-"):
            return
        if here.category in ("CCONJ", ",") and _begins_title(text, end, role):
            return
        unit = text.unit_after(end - 1)
        after = _NOTHING if unit is None else unit[0]
        yield end, right_features(role, before, here, after, distance)
        before = here


def _begins_title(text: Text, index: int, role: Role) -> bool:
    """Whether another title in the case of the first one begins with a token («президент | и председатель правления»)."""
    while not text.breaks(index):
        if other := text.words.role(text.tokens[index].text):
            return any(case in other.cases for case in role.cases)
        if text.word(index).category not in ADJECTIVES:
            return False
        index += 1
    return False


def left_steps(text: Text, head: int) -> Iterator[tuple[int, list[str]]]:
    """Each step that a phrase may begin further left: the index of the word, and the features."""
    role, after = text.role_at(head), text.word(head)
    for distance in range(1, _MOST_LEFT + 1):
        index = head - distance
        if index < 0 or text.breaks(index + 1):
            return
        here = text.word(index)
        if here.shape == "p":
            return
        before = _NOTHING if text.breaks(index) else text.word(index - 1)
        yield index, left_features(role, before, here, after, distance)
        after = here
