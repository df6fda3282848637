"""The words, numbers and signs of a text that can be part of an amount."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts import fold
from newsfacts_money.money_words import Entry, Kind
from newsfacts_money.word_tables import MoneyLexicon

__all__ = ["HYPHENS", "Piece", "find_pieces", "fold_in_place"]

HYPHENS = ("-", "‑")
_DIGITS = Entry(kind=Kind.DIGITS)
_LONGEST_NUMBER = 20  # characters; what is longer is no sum of money


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
            entry = _DIGITS if end - start <= _LONGEST_NUMBER and not _is_in_name(text, start, pieces) else None
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


def _is_in_name(text: str, start: int, pieces: Sequence[Piece]) -> bool:
    """Whether a number goes on with a name («F-35», «G20») and not with a scale or a currency («$3 млн-5 млн», «EUR5»)."""
    name_end = start - text.startswith(HYPHENS, max(start - 1, 0))
    return text[max(name_end - 1, 0) : name_end].isalpha() and not (pieces and pieces[-1].end == name_end)
