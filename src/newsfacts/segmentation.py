"""Paragraphs, sentences and tokens of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from newsfacts.language import Language, fold
from newsfacts.quotation import Quotation
from newsfacts.scripts import CAPITAL

__all__ = ["Sentence", "Token", "find_paragraphs", "find_sentences", "find_tokens"]


class Token(NamedTuple):
    """A word, a number or one other character. A tuple, not attrs: a document has hundreds.

    Attributes:
        start: Index of its first character.
        end: Index after its last character.
        text: Its characters.
    """

    start: int
    end: int
    text: str


class Sentence(NamedTuple):
    """A sentence's span, without the white space around it."""

    start: int
    end: int


# A word with inner hyphens, apostrophes and digits (вице-премьер, O'Neill, Су-57, 11-го); a number with inner separators.
_TOKEN = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W_]+)*\d*|\d+(?:[.,:]\d+)*(?:[-‑][^\W\d_]+)?|[^\w\s]|_")
_TOKEN_OF = partial(tuple.__new__, Token)  # without the interpreter's round through `Token.__new__`
# An address on the web or of mail, without what may end its sentence. Each begins where no word goes on, and what is before «@»
# has a greatest length: so no run is read again and again.
_ADDRESS = re.compile(
    r"(?<![\w.+-])(?:(?:https?|ftp)://|www\.|[\w.+-]{1,64}@(?=[\w-]+\.))"
    r"[^\s<>\[\]«»„“”\"|]*[^\s<>\[\]«»„“”\"|.,:;!?…)'’]",
    re.IGNORECASE,
)
_IN_ADDRESSES = ("://", "www.", "@")
# Lines indented so deep are lines of one hard-wrapped paragraph.
_WRAPPED = 4
# A text is hard-wrapped when so many lines go on with a small letter, nearly all of them under a full line, and no line is
# wider. No line is broken behind what ends a sentence or a headline («=», «+»), nor before an item of a list.
_FEWEST_WRAPPED, _MOSTLY, _WIDEST = 3, 1.25, 100
_FULL = 0.75  # of the width
_MAY_END_LINE = re.compile(r"[\w,;%)\]»”\"'’–—-](?<![.!?…][»”\"')])\Z")
_MAY_BEGIN_LINE = re.compile(r"[\w«„“\"'(\[$€£]")
_LINE = re.compile(r"[^\n]+")
# Where a sentence may end: a stop, what closes after it, white space, and what may open the next one; or a stop, closing
# marks and a capital. It begins with a set of characters: so the search leaps from one to the next. A run of stops is read from
# its first one only, and each piece ends where the next one's characters begin: no run is read again and again.
_END = re.compile(
    r"[.!?…](?:(?:(?<=\.)(?:(?<!\.\.)|\.\.|\.(?!\.))|(?<=[!?…])(?<![!?…]{2})[!?…]*)[»”“\"')\]]*"
    rf"(?=\s+(?:[«„“\"'(\[]+ ?)?[{CAPITAL}0-9])|[»”\"]+(?=[{CAPITAL}]))"
)
_SPACE = re.compile(r"\s*")
# The first word after a stop, if it is no initial, and what closes and opens before it.
_FIRST_WORD = re.compile(r"[^\w\s]*\s+[^\w\s]*([^\W\d_]+)(?![\w.])")
_NEXT_WORD = re.compile(r"[\W_]*([^\W\d_]+)")
# What a surname after initials may be read as.
_NAMING = frozenset(("NOUN", "ADJ", "X"))
_INITIALS = re.compile(rf"[{CAPITAL}](?:\.[{CAPITAL}])*")
# The word before a stop, and the number or word before that, with its stop.
_LAST_WORDS = re.compile(r"(?:(\d|[^\W\d_]+\.?)\s*)?(?<![^\W\d_])((?:[^\W\d_]+\.)*[^\W\d_]+)\Z")


def find_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order, white space left out.

    >>> [t.text for t in find_tokens("вице-премьер сказал: 2,5 млн.")]
    ['вице-премьер', 'сказал', ':', '2,5', 'млн', '.']
    """
    return tuple(map(_TOKEN_OF, [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text)]))


def find_addresses(text: str) -> tuple[Sentence, ...]:
    """The spans of addresses on the web, with their scheme or «www.», and of mail, in order.

    >>> [(a.start, a.end) for a in find_addresses("see www.example.org/cio, or ask me@example.org.")]
    [(4, 23), (32, 46)]
    """
    if not any(mark in text for mark in _IN_ADDRESSES):
        return ()
    return tuple([Sentence(*match.span()) for match in _ADDRESS.finditer(text)])


def find_paragraphs(text: str) -> tuple[Sentence, ...]:
    """The paragraphs of a text: its lines, save those that go on with an unfinished line before them.

    Such a line begins with a small letter, is indented as deep as the line before, or, in a text that is hard-wrapped all
    through, stands under a full line.
    """
    lines = [_Line(m.start(), m.group()) for m in _LINE.finditer(text) if not m.group().isspace()]
    width = _width(lines)
    found: list[Sentence] = []
    before: _Line | None = None
    for number, line in enumerate(lines):
        if (
            before is not None
            and line.follows(before)
            and (line.goes_on(before) or (number > 1 and line.is_wrapped(before, width)))
        ):
            found[-1] = Sentence(found[-1].start, line.end)
        else:
            found.append(Sentence(line.start, line.end))
        before = line
    return tuple(found)


class _Line:
    """A line of a text, without the white space around it.

    Args:
        start: Index of the line's first character.
        text: The line.

    Attributes:
        begin: Index of the line's first character, white space or not.
        start: Index of its first character that is no white space.
        end: Index after its last such character.
        after: Index after the line.
        words: The line without the white space around it.
    """

    __slots__ = ("after", "begin", "end", "start", "words")

    def __init__(self, start: int, text: str) -> None:
        self.begin, self.after = start, start + len(text)
        self.words = text.strip()
        self.start = start + len(text) - len(text.lstrip())
        self.end = self.start + len(self.words)

    @property
    def indent(self) -> int:
        """By how many characters it is indented."""
        return self.start - self.begin

    def follows(self, before: _Line) -> bool:
        """Whether it stands right under an unfinished line."""
        return self.begin == before.after + 1 and before.words[-1] not in ".!?…:"

    def goes_on(self, before: _Line) -> bool:
        """Whether it goes on with the line before, by its first letter or by the depth of both."""
        return self.words[0].islower() or self.indent == before.indent >= _WRAPPED

    def is_wrapped(self, before: _Line, width: int) -> bool:
        """Whether the line before is full and may be unfinished, in a text of so wide lines."""
        if not _FULL * width <= before.end - before.begin <= width:
            return False
        if "/" in before.words.split()[-1]:  # an address, which stands alone
            return False
        return _MAY_END_LINE.search(before.words) is not None and _MAY_BEGIN_LINE.match(self.words) is not None


def _width(lines: Sequence[_Line]) -> int:
    """How wide the lines of a hard-wrapped text are; 0 for a text that is none."""
    pairs = [(before, line) for before, line in pairwise(lines) if line.follows(before) and line.words[0].islower()]
    width = max((before.end - before.begin for before, _ in pairs), default=0)
    full = sum(line.is_wrapped(before, width) for before, line in pairs)
    return width if _FEWEST_WRAPPED <= len(pairs) <= full * _MOSTLY and width <= _WIDEST else 0


def find_sentences(
    text: str, paragraphs: Sequence[Sentence], quotations: Sequence[Quotation], language: Language
) -> tuple[Sentence, ...]:
    """The sentences of a text; a sentence holds a closed quotation as a whole, however many stops are in it.

    Args:
        text: The text.
        paragraphs: Its paragraphs; no sentence crosses one.
        quotations: Its quotations.
        language: Its language, which knows the abbreviations whose stop does not end a sentence.
    """
    found: list[Sentence] = []
    within = 0  # the end of the quotations that began before the stop in hand
    longest = max(map(len, language.abbreviations), default=0)
    ahead = iter([q for q in quotations if q.closed])
    following = next(ahead, None)
    for paragraph in paragraphs:
        start = paragraph.start
        for match in _END.finditer(text, paragraph.start, paragraph.end):
            while following and following.start < match.start():
                # A quotation across paragraphs would swallow them: it holds no sentence together.
                if following.end <= paragraph.end and following.start >= paragraph.start:
                    within = max(within, following.end)
                following = next(ahead, None)
            if match.end() < within:
                continue
            if match.group()[0] == "." and _is_abbreviation(text, start, match.start(), language, longest):
                continue
            # A mark that touches the stop may open the next quotation («…рынке."Это успех", — …»).
            end = min(match.end(), following.start) if following and following.start > match.start() else match.end()
            found.append(Sentence(start, end))
            start = _end_of_space(text, end)
        if start < paragraph.end:
            found.append(Sentence(start, paragraph.end))
    return tuple(found)


def _end_of_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _is_abbreviation(text: str, start: int, stop: int, language: Language, longest: int) -> bool:
    """Whether the stop belongs to a word that a sentence goes on after.

    An initial does, and an abbreviation. In a language that says which words begin a sentence, such a stop ends one before
    those («in the U.S. The bank») and not before others («the U.S. Senate»). In others a unit («2010 г.», «5 млн руб.») may
    end a sentence as well: after a number, or after another abbreviation, it does so unless a digit follows («5 тыс. 300»,
    «5 млн руб. (2 млн грн.)»).
    A word longer than the longest abbreviation, most words are, is told by its letters.
    """
    if start < stop - longest and text[stop - longest - 1 : stop].isalpha():
        return False
    words = _LAST_WORDS.search(text, max(start, stop - 24), stop)
    if not words or text[words.start(2) - 1 : words.start(2)] == "/":  # «15 м/с.» (15 m/s) is no abbreviation of one word
        return False
    before, word = words.groups()
    if openers := language.sentence_openers:
        first = _FIRST_WORD.match(text, stop)
        return (first is None or fold(first[1]) not in openers) and (
            _INITIALS.fullmatch(word) is not None or language.is_abbreviation(word)
        )
    if len(word) == 1 and word.isupper():
        return True
    if _INITIALS.fullmatch(word):  # «А.С. Пушкин», but not «компания „Орлов Б.В.“ Она …»
        first = _NEXT_WORD.match(text, stop)
        return first is not None and language.morphology.readings(first[1])[0].category in _NAMING
    if not language.is_abbreviation(word):
        return False
    is_unit = before is not None and (
        before.isdigit()
        or before.rstrip(".").casefold() in language.scales
        or (before[-1] == "." and language.is_abbreviation(before[:-1]))
    )
    after = _end_of_space(text, stop + 1)
    return not is_unit or text[after : after + 2].lstrip("(")[:1].isdigit()
