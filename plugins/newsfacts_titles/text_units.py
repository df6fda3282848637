"""A text as the units that title phrases are made of: words, persons' names, quoted names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import repeat
from operator import attrgetter

from attrs import frozen

from newsfacts import Analysis, Mention, Quotation, Token, fold
from newsfacts_titles.traits import ADJECTIVES, CAPITALISED, PERSON, PUNCTUATION, QUOTED, UPPER, RoleNoun, Traits, initials_of
from newsfacts_titles.vocabulary import Vocabulary

__all__ = ["NOTHING", "TextUnits", "TitlePhrase"]

# A longer quotation is speech and no name.
_LONGEST_NAME = 80
# Within a name in any language.
_JOINED = "&"
_DASHES = frozenset(("—", "–"))
_PASSIVE = "VERB:Part:Short"
_VERBS = frozenset(("VERB", "VERB:Inf", "VERB:Conv", _PASSIVE))
# How many tokens an abbreviation of «acting» has at most, an adverb of time, and a clause before a title.
_ACTING = 8
_LONGEST_ADVERB = 3
_CLAUSE = 8
# The marks that a sentence ends with, or that speech begins with.
_STOPS = frozenset((".", "!", "?", "…", "«", '"', "“"))
_START = attrgetter("start")
_QUOTES = frozenset('«"„“')
# What names stand in, two on each side; where nouns stand before nouns it marks possessives and speech, and names are known.
_APOSTROPHE = "'"
# How many tokens an abbreviation in brackets has.
_ABBREVIATED = 3
# How many tokens before a stop may belong to an abbreviation, «U.S.A.» having the most.
_BACK = (5, 3, 1)
_QUOTED = Traits("", QUOTED, QUOTED, QUOTED, QUOTED)
NOTHING = Traits("", "", "", "", "")
"""What follows where a phrase cannot go on."""


@frozen(kw_only=True, eq=False)
class TitlePhrase:
    """A title in the text.

    Attributes:
        start: Index of its first character.
        end: Index after its last character.
        first: Index of its first token.
        last: Index after its last token.
        lead: Index of the first token of what says before it that it was held («в прошлом депутат»), else `first`.
        head: Index of its role noun's token.
        acting: With how many tokens of an abbreviation such as «и. о.» (acting) it begins.
        role: What is known of the role noun; after «один из» (one of) with the cases of «один».
        appoints: Whether whom somebody appoints to it follows («назначил советником | Орлова»).
        shared: Whether several persons may hold it: it is a plural, and not «один из основателей» (one of the founders).
    """

    start: int
    end: int
    first: int
    last: int
    lead: int
    head: int
    acting: int
    role: RoleNoun
    appoints: bool
    shared: bool


class TextUnits:
    """An analysed text in units: a quoted name, a person's name, and «имени» with a name count as one word each.

    Args:
        analysis: The text.
        vocabulary: What is known of its words.

    Attributes:
        analysis: Likewise.
        vocabulary: Likewise.
        text: The text itself.
        tokens: Its tokens.
        language: Its language.
        namesakes: The persons that a body is named after («театр имени Гоголя»), by the index of the word that says so.
    """

    def __init__(self, analysis: Analysis, vocabulary: Vocabulary) -> None:
        self.analysis = analysis
        self.vocabulary = vocabulary
        self.text = analysis.text
        self.tokens = analysis.tokens
        self.language = analysis.language
        self._persons = {vocabulary.start_of_name(analysis, m): m for m in analysis.mentions if m.type == "person"}
        self._named = sorted(self._persons)
        self.namesakes = self._find_namesakes()
        self._begins: dict[int, int] = {}
        self._quotes = _QUOTES if vocabulary.grammar.nouns_modify else _QUOTES | {_APOSTROPHE}
        others = [m for m in analysis.mentions if m.type != "person"]
        if vocabulary.grammar.nouns_modify:
            self._names = {m.start: m for m in others}
            self._begins = dict(self._extents())
        else:
            self._names = {m.start: m for m in others if _JOINED in m.text}

    def _extents(self) -> Iterator[tuple[int, int]]:
        """The index after the last token of each name, with that of its first one."""
        for start, mention in (*self._names.items(), *self._persons.items()):
            first = self.analysis.token_index(start)
            yield self._after(first, mention.end), first

    def _find_namesakes(self) -> dict[int, Mention]:
        found: dict[int, Mention] = {}
        lexicon = self.vocabulary.lexicon
        for start, person in self._persons.items():
            index = bisect_left(self.tokens, start, key=_START) - 1
            if self.tokens[index].text == ".":
                index -= 1
            if index < 0 or fold(self.tokens[index].text) not in lexicon.namesake:
                continue
            if not index or fold(self.tokens[index - 1].text) not in lexicon.naming:
                found[index] = person
        return found

    @cached_property
    def _quotations(self) -> dict[int, Quotation]:
        return {q.start: q for q in self.analysis.quotations if q.closed and q.end - q.start <= _LONGEST_NAME}

    def traits(self, index: int) -> Traits:
        """What is known of a token by itself."""
        return self.vocabulary.traits(self.tokens[index].text)

    def role_at(self, index: int) -> RoleNoun:
        """The role noun that a token is one of.

        Raises:
            ValueError: It is none.
        """
        role = self.vocabulary.role(self.tokens[index].text)
        if role is None:
            raise ValueError(f"{self.tokens[index].text!r} is no role noun")
        return role

    def breaks(self, index: int) -> bool:
        """Whether a phrase cannot go on over the gap before a token."""
        if not 0 < index < len(self.tokens):
            return True
        end, start = self.tokens[index - 1].end, self.tokens[index].start
        return start > end + 2 or "\n" in self.text[end:start]

    def opens_sentence(self, index: int) -> bool:
        """Whether a token is the first of a line or sentence."""
        return self.breaks(index) or self.tokens[index - 1].text in _STOPS

    def is_named(self, index: int) -> bool:
        """Whether a token lies in a person's name."""
        start = self.tokens[index].start
        at = bisect_right(self._named, start) - 1
        return at >= 0 and self._persons[self._named[at]].end > start

    def place_before(self, index: int) -> str | None:
        """The place that a token gives the noun after it («белорусский»), or None."""
        return self.vocabulary.grammar.place_before(self.traits(index))

    def agree(self, adjective: int, noun: int) -> bool:
        """Whether an adjective and the role noun after it can stand in one case and number."""
        return not self.breaks(adjective + 1) and self.vocabulary.grammar.agrees(self.traits(adjective), self.role_at(noun))

    def body_with_place(self, index: int) -> int:
        """Where the name begins of a body that the place at a token belongs to («Reserve Bank of | India»), or the token.

        Where nouns stand before nouns, such a name is one, however its words are divided.
        """
        lexicon, at = self.vocabulary.lexicon, index - 2
        if at < 0 or self.breaks(index) or self.breaks(index - 1) or self.traits(index - 1).key != lexicon.joining:
            return index
        body = self.traits(at)
        if not self.traits(index).place or body.kind != "body" or body.shape != CAPITALISED:
            return index
        others = lexicon.former | lexicon.acting | lexicon.future | lexicon.articles
        while not self.breaks(at):
            word = self.traits(at - 1)
            opens = self.opens_sentence(at - 1) and not self.vocabulary.grammar.is_name(word)
            if word.shape != CAPITALISED or word.key in others or opens:
                break
            at -= 1
        return at

    def acting_before(self, first: int) -> int:
        """Of how many tokens an abbreviation such as «и. о.» before a token consists."""
        if not first or fold(self.tokens[first - 1].text[-1]) not in self.vocabulary.ends_of_acting:
            return 0
        acting = self.vocabulary.lexicon.acting_for
        for count in range(1, min(first, _ACTING) + 1):
            if fold("".join([token.text for token in self.tokens[first - count : first]])) in acting:
                return count
        return 0

    def formerly_before(self, first: int, last: int) -> int:
        """Where an adverb of the past begins that makes a title an apposition («Орлов, ранее министр»: formerly), or `first`.

        At the beginning of a sentence it belongs to the verb («Ранее министр заявил …», earlier the minister said …) unless
        the title is set apart from its holder's name or a later title («Ранее министр, Иван Орлов …»).

        Args:
            first: The title's first token.
            last: The index after its last token.
        """
        end = first - (first > 0 and self.tokens[first - 1].text in _DASHES)
        for start in range(max(0, end - _LONGEST_ADVERB), end):
            if tuple([fold(token.text) for token in self.tokens[start:end]]) not in self.vocabulary.lexicon.formerly:
                continue
            if self.opens_sentence(start):
                if self._is_set_apart(last):
                    return start
            elif self.traits(start - 1).shape == PUNCTUATION or self.traits(start - 1).category == "CCONJ":
                return start
        return first

    def _is_set_apart(self, last: int) -> bool:
        """Whether a comma and then a name or a later title follow («…, Орлов», «…, а ныне депутат»)."""
        if last + 1 >= len(self.tokens) or self.tokens[last].text != ",":
            return False
        after = last + 1
        if self.traits(after).category == "CCONJ":
            after += 1
        words = [fold(token.text) for token in self.tokens[after : after + _LONGEST_ADVERB]]
        return self.unit(last + 1)[0].shape == PERSON or any(
            tuple(words[: len(adverb)]) == adverb for adverb in self.vocabulary.lexicon.since
        )

    def appointed_after(self, index: int) -> bool:
        """Whether whom a verb appoints follows a title that begins with a token («назначил советником | Орлова»).

        The verb, or a noun for what it says, stands before the title in its clause, and is no passive («назначен советником
        Орлова»: Orlov's adviser).
        """
        appointing = self.vocabulary.lexicon.appointing
        appointments = self.vocabulary.lexicon.appointments
        for at in range(index - 1, max(-1, index - _CLAUSE - 1), -1) if appointing else ():
            word = self.traits(at)
            if word.shape == PUNCTUATION or self.breaks(at + 1):
                return False
            if word.category in _VERBS:
                return word.key in appointing and word.category != _PASSIVE
            if word.key in appointments:
                return True
        return False

    def one_of_before(self, first: int) -> Traits | None:
        """The word for one of several («один из», one of) before a plural and its adjectives, or None."""
        words = self.vocabulary.lexicon.one_of
        if not words:
            return None
        for start in range(first - len(words), max(-1, first - len(words) - self.vocabulary.grammar.reach - 1), -1):
            if tuple([self.traits(i).key for i in range(start, start + len(words))]) == words:
                return self.traits(start)
            if self.traits(start + len(words) - 1).category not in ADJECTIVES:
                return None
        return None

    def quoted_in(self, title: TitlePhrase) -> Iterator[tuple[int, int]]:
        """The quoted names in a title behind its role noun, each by its first token and the index after its last one."""
        index = title.head + 1
        while index < title.last:
            unit, after = self.unit(index)
            if unit.shape == QUOTED:
                yield index, after
            index = after

    def begins_with_nominative_name(self, index: int) -> bool:
        """Whether a quoted name begins with a token and within it a person's name in the nominative («„Орлов и партнёры“»)."""
        if self.unit(index)[0].shape != QUOTED or index + 1 >= len(self.tokens):
            return False
        person = self._persons.get(self.tokens[index + 1].start)
        return person is not None and person.text == person.name

    def names_quoted(self, title: TitlePhrase) -> Iterator[Mention]:
        """The persons that a quoted name in a title is made of («партнёр бюро „Орлов и партнёры“»)."""
        for first, after in self.quoted_in(title):
            yield from (person for token in self.tokens[first:after] if (person := self._persons.get(token.start)))

    def unit(self, index: int) -> tuple[Traits, int]:
        """The unit that begins with a token, and the index of the token after it."""
        start, end, form = self.tokens[index]
        if person := self._persons.get(start):
            after = self._after(index, person.end)
            return self._person(index, after), after
        if name := self._names.get(start):
            after = self._after(index, name.end)
            form = self.text[start : self.tokens[after - 1].end]
            return self.vocabulary.name(form, "place" if name.type == "place" else "body"), after
        if namesake := self.namesakes.get(index):
            return _QUOTED, self._after(index, namesake.end)
        if form in self._quotes and (quotation := self._quotations.get(start)):
            return _QUOTED, self._after(index, quotation.end)
        after = index + 1
        if after < len(self.tokens) and self.tokens[after] == (end, end + 1, "."):
            if self.language.is_abbreviation(form):
                after += 1
            elif self.vocabulary.grammar.nouns_modify and (last := self._initials_end(index)) > after:
                return self.vocabulary.name(self.text[start : self.tokens[last - 1].end], "body"), last
        return self.vocabulary.traits(form), after

    def _initials_end(self, index: int) -> int:
        """The index after two or more initials with stops («C.I.A.») that begin with a token, or its own."""
        after, tokens = index, self.tokens
        while after + 1 < len(tokens) and _is_initial(tokens[after], tokens[after + 1]):
            if after > index and tokens[after].start != tokens[after - 1].end:
                break
            after += 2
        return after if after > index + 2 else index

    def unit_before(self, index: int) -> tuple[Traits, int]:
        """The unit that ends before a token, and the index of its first token."""
        first = index - 1
        if self.vocabulary.grammar.nouns_modify:
            first = self._begins.get(index, first)
            if first == index - 1 > 0 and self.tokens[first].text == ".":
                first -= next((back for back in _BACK if back <= first and self.unit(first - back)[1] == index), 0)
            if first < index - 1:
                return self.unit(first)[0], first
        return self.traits(first), first

    def _person(self, first: int, last: int) -> Traits:
        """A name as a unit, with the initials of the cases that it can have."""
        cases = self.vocabulary.name_cases([token.text for token in self.tokens[first:last]])
        return Traits("", PERSON, PERSON, f"{PERSON}:{initials_of(cases)}", PERSON)

    def after_role(self, head: int) -> int:
        """The index after a role noun, the stop that shortens it («Gov.»), and what always belongs to it («в делах»)."""
        end, after = self.tokens[head].end, head + 1
        if after < len(self.tokens) and self.tokens[after] == (end, end + 1, "."):
            after += self.language.is_abbreviation(self.tokens[head].text)
        words = self.vocabulary.lexicon.complements.get(self.role_at(head).lemma, "").split()
        return after + (len(words) if words == [fold(t.text) for t in self.tokens[after : after + len(words)]] else 0)

    def unit_end(self, index: int) -> int:
        """The offset after the unit that begins with a token."""
        return self.tokens[self.unit(index)[1] - 1].end

    def units_after(self, index: int) -> Iterator[tuple[Traits, int]]:
        """The units after a token, each with the index after it; `NOTHING` without end where a phrase cannot go on."""
        index += 1
        while not self.breaks(index):
            unit, index = self.unit(self.after_abbreviation(index))
            yield unit, index
        yield from repeat((NOTHING, index))

    def after_abbreviation(self, index: int) -> int:
        """The index after an abbreviation in brackets that a name goes on behind («Службы (ФНС) | по Уралу»), or its own."""
        if self.tokens[index].text == "(" and index + _ABBREVIATED < len(self.tokens):
            after = index + _ABBREVIATED
            is_short = self.traits(index + 1).shape == UPPER and self.tokens[after - 1].text == ")"
            if is_short and not self.breaks(after) and self.traits(after).category == "ADP":
                return after
        return index

    def _after(self, index: int, end: int) -> int:
        while index < len(self.tokens) and self.tokens[index].start < end:
            index += 1
        return index


def _is_initial(letter: Token, stop: Token) -> bool:
    return len(letter.text) == 1 and letter.text.isupper() and stop == (letter.end, letter.end + 1, ".")
