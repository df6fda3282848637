"""A sentence as a row of units: words and marks, with each name and each quotation as one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from newsfacts import Analysis, Mention, Sentence, Token, fold
from newsfacts_quotes.dialogue import Verbatim
from newsfacts_quotes.lookup import WordLookup

__all__ = ["AUXILIARIES", "FINITE", "SentenceUnits", "Unit", "is_boundary"]

_DASHES = frozenset("—–-−")
_BOUNDARIES = frozenset(",:—;")
# What is added to the code of a name that owns what follows it.
_OWNER = "s"
_NAMES = {"person": "P", "organization": "O", "place": "L"}
ADVERBIALS = frozenset(("fil", "as", "and", "not"))
"""The codes of words that may stand between the edge of a clause and a verb that comes before its subject."""
AUXILIARIES = frozenset(("be", "have", "do", "modal"))
"""The codes of auxiliaries, which are finite verbs too."""
FINITE = AUXILIARIES | {"fin"}
"""The codes of finite verbs."""
_STOPS = frozenset(".!?…;")
# What may be verbatim, and what joins it.
_JOINING = _BOUNDARIES | {"Q", "and"}
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Emoji and bullets before a sentence: neither letters nor marks that one begins with.
_PICTURE = re.compile(r"""[^\w\s«»„“”"‹'’‘—–`(\[{©.,:;!?…$€£¥₽@#№+*<=|/-]+\s*""")
# So many characters of quoted words show whether they have a verb.
_LONGEST_FRAGMENT = 200
# A sentence that begins within so many characters may begin with the end of a dateline, which has so many units at most.
_DATELINE_WITHIN = 150
_LONGEST_DATELINE = 12
# What some agencies end a heading with; it says nothing.
_HEADING_END = "="
_END = itemgetter(1)
# What may follow the bracket at the end of a sentence.
_AFTER_BRACKET = ' .!?…»”"'
# What a verb begins with that is joined to the word before it («she's»).
_APOSTROPHES = "'’"
# No sentence of a news text has more units; of an endless one the rest is left out.
_LONGEST = 400


class Unit(NamedTuple):
    """A word, another character, a name or a quotation of a sentence. A tuple, not attrs: there are many.

    Attributes:
        start: Index of its first character.
        end: Index after its last character.
        low: Its characters, folded; a dash is always «—».
        quotation: The words that it is, if they may be verbatim.
        mention: The name that it is.
    """

    start: int
    end: int
    low: str
    quotation: Verbatim | None = None
    mention: Mention | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not a mark, a name or a quotation."""
        low = self.low
        if self.quotation is not None or self.mention is not None:
            return False
        return low[0].isalpha() or (low[-1].isalpha() and ("-" in low or low[0] in _APOSTROPHES))  # «40-летний» (aged 40), «'s»


class SentenceUnits:
    """The units of a sentence, or of a part of one, and where its punctuation divides them; brackets are left out.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
        bounds: Where the sentence begins and ends.
        quotations: What may be verbatim in it.

    Attributes:
        units: The units.
        codes: What each of them does: a word's class as the look-up gives it, a mark itself, «P», «O», «L» for the name of a
            person, a body, a place, «Q» for what may be verbatim, «#» for a number.
        marks: The indices of commas, colons, semicolons and dashes.
        is_line: Whether nothing else is in the line or lines of the sentence.
        start: Where the sentence begins.
        end: Where it ends.
    """

    def __init__(self, analysis: Analysis, words: WordLookup, bounds: Sentence, quotations: Sequence[Verbatim] = ()) -> None:
        self.start, self.end = bounds
        self._text = analysis.text
        picture = _PICTURE.match(self._text, *bounds)
        before, after = analysis.token_index(self.start) - 1, analysis.token_index(self.end)
        tokens = analysis.tokens
        opens = before < 0 or "\n" in self._text[tokens[before].end : self.start]
        self.is_line = opens and (after == len(tokens) or "\n" in self._text[self.end : tokens[after].start])
        if picture:
            self.start = picture.end()
        self.units = _units(analysis, self.start, self.end, quotations, words)
        self.codes = [words.code(u.low) if u.is_word else _code(u) for u in self.units]
        if not words.grammar.declines:
            for i, unit in enumerate(self.units):
                if unit.mention is not None and words.grammar.is_owner(self._text, unit.end):
                    self.codes[i] += _OWNER
            self._cut_dateline(analysis, words)
        self.marks = [i for i, unit in enumerate(self.units) if unit.low in _BOUNDARIES]

    def _cut_dateline(self, analysis: Analysis, words: WordLookup) -> None:
        """Leave out a dateline, whose place is no subject: the order of words alone shows who speaks.

        A row of names before a dash is one where brackets with an agency are before the dash, or where it begins with a place
        in capitals («MUMBAI - …»).
        """
        after = self.dateline_end(0, words.months, words.is_foreign)
        mention = self.units[0].mention if after > 1 else None
        if after < 2 or (mention is not None and mention.type == "person"):
            return
        place = self.text(0)
        if self.follows_brackets(after - 1) or (place.isupper() and analysis.language.is_place(place)):
            del self.units[:after], self.codes[:after]

    @property
    def has_quotations(self) -> bool:
        """Whether anything in it may be verbatim."""
        return "Q" in self.codes

    def code(self, index: int) -> str:
        """What a unit does, «^» and «$» beyond the ends."""
        return self.codes[index] if 0 <= index < len(self.codes) else "^" if index < 0 else "$"

    def text(self, index: int) -> str:
        """The characters of a unit as they are written."""
        unit = self.units[index]
        return self._text[unit.start : unit.end]

    def words_of(self, quotation: Verbatim) -> Iterator[str]:
        """The folded words of what may be verbatim, the first of them."""
        end = min(quotation.inner_end, quotation.inner_start + _LONGEST_FRAGMENT)
        return (fold(match.group()) for match in _WORD.finditer(self._text, quotation.inner_start, end))

    def follows_brackets(self, index: int) -> bool:
        """Whether brackets, which are left out, stand between a unit and the one before."""
        return ")" in self._text[self.units[index - 1].end : self.units[index].start] if index else False

    def dateline_end(self, start: int, months: Container[str], is_foreign: Callable[[str], bool]) -> int:
        """The index after the dash that a dateline ends with, or `start` where there may be none.

        Args:
            start: Index of the first unit that is no mark.
            months: The names of months, in all forms.
            is_foreign: Whether a folded word is of another script.
        """
        if self.start >= _DATELINE_WITHIN:
            return start
        for at in range(start, min(start + _LONGEST_DATELINE, self.last())):
            if self.low(at) == "—":
                may_be = all(self._may_be_dateline(i, at, months, is_foreign) for i in range(start, at))
                return at + 1 if may_be else start
        return start

    def _may_be_dateline(self, index: int, dash: int, months: Container[str], is_foreign: Callable[[str], bool]) -> bool:
        """Whether a unit can be part of a dateline: a mark, a figure, a name, capitals, a month or a foreign word.

        A capital alone is enough after the first unit («ALDER BAY, Maine»), and where brackets are before the dash, which hold
        an agency («Geneva (dpa) - »).
        """
        unit, text = self.units[index], self.text(index)
        if not unit.is_word or text.isupper() or (text[0].isupper() and (index or self.follows_brackets(dash))):
            return True
        return unit.low in months or is_foreign(unit.low)

    def __len__(self) -> int:
        return len(self.units)

    def low(self, index: int) -> str:
        """The folded form of a unit, an empty string beyond the ends."""
        return self.units[index].low if 0 <= index < len(self.units) else ""

    def next_comma(self, index: int) -> int:
        """The index of the first comma, colon, semicolon or dash at or after an index, or the number of units."""
        at = bisect_left(self.marks, index)
        return self.marks[at] if at < len(self.marks) else len(self.units)

    def clause_end(self, index: int) -> int:
        """The same, past a date between two commas («сообщила в среду, 4 марта, партия»: reported on Wednesday, 4 March)."""
        at = self.next_comma(index)
        while self.low(at) == "," and self.code(at + 1) == "#":
            at = self.next_comma(at + 1)
            if self.low(at) != ",":
                break
            at = self.next_comma(at + 1)
        return at

    def left_edge(self, index: int) -> int:
        """The index of the first unit after the last such mark before a unit."""
        at = bisect_left(self.marks, index)
        return self.marks[at - 1] + 1 if at else 0

    def is_passed(self, start: int, end: int, words: Container[str] = ADVERBIALS) -> bool:
        """Whether there are only words in a stretch that say neither who nor what: «а в свою очередь» (but in his turn).

        Args:
            start: Index of its first unit.
            end: Index after its last one.
            words: The codes of such words; a preposition before one is passed, too.
        """
        codes = self.codes
        return all(codes[i] in words or (codes[i] == "prep" and self.code(i + 1) in words) for i in range(start, end))

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether there is nothing in a stretch but what may be verbatim, and what joins it."""
        codes = self.codes[start:end]
        return "Q" in codes and all(code in _JOINING for code in codes)

    def last(self) -> int:
        """The number of units without the stops at the end."""
        count = len(self.units)
        while count and self.units[count - 1].low in _STOPS:
            count -= 1
        return count


def is_boundary(low: str) -> bool:
    """Whether a unit's form is a comma, a colon, a semicolon or a dash."""
    return low in _BOUNDARIES


def _code(unit: Unit) -> str:
    if unit.quotation is not None:
        return "Q"
    if unit.mention is not None:
        return _NAMES.get(unit.mention.type, "O")
    return "#" if unit.low[0].isdigit() else unit.low[0]


def _units(analysis: Analysis, start: int, end: int, quotations: Sequence[Verbatim], words: WordLookup) -> list[Unit]:
    units: list[Unit] = []
    commas, clitic = words.grammar.encloses_commas, words.clitic
    wholes = _wholes(analysis, start, end, quotations)
    reached = start
    bracket = -1  # number of units before an open bracket
    for token in analysis.tokens_in(start, end):
        at, after, text = token
        if at < reached or analysis.is_in_address(at):
            continue
        adjoins, reached = at == reached, after
        if at in wholes:
            units.append(wholes[at])
            reached = wholes[at].end
            if commas and _ends_in_comma(analysis.text, wholes[at]):
                units.append(Unit(reached, reached, ","))
        elif len(units) > _LONGEST:
            break
        elif adjoins and units and _in_address(analysis.text, units[-1], token):
            units[-1] = Unit(units[-1].start, after, units[-1].low + fold(text))
        elif text == "." and adjoins and units and units[-1].is_word and analysis.language.is_abbreviation(units[-1].low):
            pass  # «зам. министра» (dep. minister): the stop parts nothing
        elif text == "(":
            bracket = len(units)
        elif text == ")" and bracket >= 0:
            whole = len(units) > bracket and units[-1].low in _STOPS and not analysis.text[after:end].strip(_AFTER_BRACKET)
            if bracket or not whole:
                del units[bracket:]
            bracket = -1
        elif size := clitic(low := fold(text)):
            units += [Unit(at, after - size, low[:-size]), Unit(after - size, after, low[-size:])]
        else:
            units.append(Unit(at, after, "—" if text in _DASHES else low))
    if units and units[-1].low == _HEADING_END:
        units.pop()
    return units


def _ends_in_comma(text: str, unit: Unit) -> bool:
    """Whether a comma that belongs to the sentence stands within quotation marks («“It is safe,” she said»)."""
    quotation = unit.quotation
    return quotation is not None and text[quotation.inner_end - 1] == ","


def _in_address(text: str, before: Unit, token: Token) -> bool:
    """Whether a token goes on with an address («tass.ru», «Лента.ру»)."""
    if not before.low[0].isalpha():
        return False
    if token.text == ".":
        return text[token.end : token.end + 1].islower()
    return before.low[-1] == "." and token.text[0].islower()


def _before(text: str, offset: int) -> int:
    """Where the word before an offset ends."""
    while text[offset - 1].isspace():
        offset -= 1
    return offset


def _wholes(analysis: Analysis, start: int, end: int, quotations: Sequence[Verbatim]) -> dict[int, Unit]:
    """The longest name or quotation that begins at an offset, as a unit."""
    mentions = analysis.mentions_in(start, end)
    full = {m.end: m.start for m in mentions if m.type == "person" and " " in m.text}
    units: list[Unit] = []
    for mention in mentions:
        # «директор Большого театра Анатолий Белов»: the full name is not the theatre's
        last = full.get(mention.end, -1) if mention.type == "organization" else -1
        stop = _before(analysis.text, last) if last > mention.start else mention.end
        units.append(Unit(mention.start, stop, fold(analysis.text[mention.start : stop]), mention=mention))
    units += [Unit(q.start, min(q.end, end), "«", quotation=q) for q in quotations]
    units.sort(key=_END)
    return {unit.start: unit for unit in units}
