"""The words, numbers and signs of a text that can be part of an amount."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts import fold
from newsfacts_money.money_words import Entry, Kind
from newsfacts_money.word_tables import MoneyLexicon

__all__ = ["HYPHENS", "Piece", "find_pieces", "fold_in_place"]

HYPHENS = ("-", "‑")
_DIGITS = Entry(kind=Kind.DIGITS)
_OF_NAME_OR_DAY = Entry(kind=Kind.DIGITS, counts_nothing=True)
_LONGEST_NUMBER = 20  # characters; what is longer is no sum of money
_BEFORE_NUMBER = 20  # characters, in which the end of a name stands, the numbers in it included («Ил-96-300»)
_FIRST_GROUP = re.compile(r"\d{1,3}\s(?=[1-9]\d\d)")
_NEXT_WORD = re.compile(r"[^\S\n]([^\W\d_]+)")
_RANGE = re.compile(r"[-‑–—]\d")
_NUMBER_AND_SUM = re.compile(r"[-‑]\d+\s\d")  # the second number of a name («Boeing 737-800»), a sum behind it


class Piece(NamedTuple):
    """A number, a word or a sign that can be part of an amount.

    Attributes:
        start: Index of its first character.
        end: Index after its last character, an abbreviation's stop included.
        entry: What it does in an amount.
        text: Its characters, folded.
    """

    start: int
    end: int
    entry: Entry
    text: str


def find_pieces(text: str, folded: str, lexicon: MoneyLexicon) -> list[Piece]:
    """All pieces of a text, given as it is and folded, in order."""
    pieces: list[Piece] = []
    for match in lexicon.pieces.finditer(folded):
        start, end = match.span()
        found = folded[start:end]
        if match.lastgroup == "digits":
            entry = None
            begin = _start_of_amount(folded, start, end, pieces, lexicon)
            if 0 < end - begin <= _LONGEST_NUMBER:
                counts_nothing = begin == start and _is_of_name_or_day(folded, start, end, lexicon)
                entry, found = _OF_NAME_OR_DAY if counts_nothing else _DIGITS, folded[begin:end]
            start = begin
        elif match.lastgroup == "letter":
            entry = lexicon.letters[found]
        else:
            entry = lexicon.entries.get(found) or lexicon.signs.get(text[start:end])
            if entry is not None and entry.abbreviation and text.startswith(".", end):
                end += 1
        if entry is not None:
            pieces.append(Piece(start, end, entry, found))
    return pieces


def fold_in_place(text: str) -> str:
    """The text in the form in which words are compared, every character in its place."""
    folded = fold(text)
    return folded if len(folded) == len(text) else "".join(f if len(f := fold(c)) == 1 else c for c in text)


def _start_of_amount(folded: str, start: int, end: int, pieces: Sequence[Piece], lexicon: MoneyLexicon) -> int:
    """Where, of some digits, those of an amount begin: behind the number of a name that stands before them, if one does.

    «Boeing 737 200 миллионов» is 200 million and «Ан-2 100 тысяч» 100 thousand; of «F-35» and «G20» no digit is left, and all
    are where the letters are a scale or a currency («$3 млн-5 млн», «EUR5»), but for one that no number is before («Р-258»).
    """
    before = lexicon.before_name_number.search(folded, max(0, start - _BEFORE_NUMBER), start)
    if before is None or _ends_sum(pieces, before.start() + 1, folded):
        return start
    if group := _FIRST_GROUP.match(folded, start, end):
        return group.end()
    return end if before["glued"] or _NUMBER_AND_SUM.match(folded, end) else start


def _ends_sum(pieces: Sequence[Piece], end: int, folded: str) -> bool:
    """Whether a scale or a currency ends at an offset; a word that a hyphen follows needs a number before it («5 р-6 р»)."""
    for at in range(len(pieces) - 1, max(-1, len(pieces) - 3), -1):
        if pieces[at].end == end:
            is_name = folded[end] in HYPHENS and pieces[at].text.isalpha()
            return not is_name or (at > 0 and pieces[at - 1].entry.kind is Kind.DIGITS)
    return False


def _is_of_name_or_day(folded: str, start: int, end: int, lexicon: MoneyLexicon) -> bool:
    """Whether digits are the number of a name («iPhone 15», «Евро-5») or the day of a date."""
    following = _NEXT_WORD.match(folded, end)
    if following is not None and following[1] in lexicon.language.months:
        return True
    before = lexicon.before_name_number.search(folded, max(0, start - _BEFORE_NUMBER), start)
    return before is not None and not _RANGE.match(folded, end)
