"""Numbers with their scales: «2 млн 300 тыс.», «три с половиной миллиона», «полмиллиона»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from newsfacts import fold
from newsfacts_money.digits import value_of
from newsfacts_money.lexicon import Qualifier
from newsfacts_money.money_words import Kind
from newsfacts_money.pieces import HYPHENS, Piece
from newsfacts_money.word_tables import MoneyLexicon

__all__ = ["GLUE", "Magnitude", "MagnitudeReader"]

GLUE = re.compile(r"[^\S\n]*\n?[^\S\n]*")
"""What may stand between the parts of an amount: white space, a line's end at most once."""
# The last two words of a text, the second of which may be the first part of a compound.
_LAST_WORDS = re.compile(r"(?:([^\W\d_]+)\s+)?(?<![^\W\d_])([^\W\d_]+)(?:\s+|[-‑])\Z")
_HUNDRED = 2  # the exponent of a scale word that smaller numbers follow within one number
_WORD_BEFORE = 20  # characters, in which the word before a scale is looked for


class Magnitude(NamedTuple):
    """A number with its scales.

    Attributes:
        value: The number times its scales.
        exponent: The power of ten of the last scale; 0 for a number alone.
        next: The index of the piece after it.
        qualifier: What words within it say of its precision («два с лишним миллиона»).
        needs_currency: Whether it is no money without a currency at it («54K»).
        shorter: The same without the number after its last scale («1 млн» of «1 млн 200»), where there is one.
    """

    value: Decimal
    exponent: int
    next: int
    qualifier: Qualifier | None = None
    needs_currency: bool = False
    shorter: Magnitude | None = None


class MagnitudeReader:
    """Reads numbers off a list of pieces; every method takes the index to read at.

    Args:
        text: The text.
        pieces: Its pieces.
        lexicon: The words of its language.
    """

    def __init__(self, text: str, pieces: Sequence[Piece], lexicon: MoneyLexicon) -> None:
        self._text = text
        self._pieces = pieces
        self._lexicon = lexicon

    def read(self, at: int, signed: bool) -> Magnitude | None:
        """The number that begins at a piece, or None.

        Args:
            at: The index of the piece.
            signed: Whether a currency sign stands before it.
        """
        whole = self._term(at, signed) or self._single(at)
        while whole is not None and not whole.shorter and self._goes_on(whole):
            term = self._term(whole.next, signed)
            if term is None:
                break
            shared = term.exponent if whole.exponent == _HUNDRED else 0  # «two hundred fifty thousand»
            if term.value.scaleb(-shared) >= Decimal(10) ** whole.exponent:
                break
            whole = whole._replace(
                value=whole.value.scaleb(shared) + term.value,
                exponent=term.exponent or whole.exponent,
                next=term.next,
                shorter=None if term.exponent else whole,
            )
        return whole and self._with_fraction(whole)

    def _goes_on(self, whole: Magnitude) -> bool:
        """Whether the piece after a number stands close enough to belong to it."""
        if self.glued(whole.next):
            return True
        joints = self._lexicon.data.numbers.within_hundreds
        return whole.exponent == _HUNDRED and whole.next < len(self._pieces) and self.between(whole.next) in joints

    def _with_fraction(self, whole: Magnitude) -> Magnitude:
        """A number with the fraction of its scale that follows it before a currency («a million and a half dollars»)."""
        index = whole.next
        if not (self._is_added_fraction(index) and self.is_kind(index + 1, Kind.UNIT) and self.glued(index + 1)):
            return whole
        fraction = self._pieces[index].entry.value.scaleb(whole.exponent)
        return whole._replace(value=whole.value + fraction, next=index + 1)

    def _is_added_fraction(self, index: int) -> bool:
        """Whether a piece is a number word, a half or a quarter, that is added to the number before it."""
        return self.is_kind(index, Kind.NUMERAL) and self.between(index) in self._lexicon.data.numbers.plus_fraction

    def is_kind(self, index: int, *kinds: Kind) -> bool:
        """Whether there is a piece at an index and it is of one of the kinds."""
        return index < len(self._pieces) and self._pieces[index].entry.kind in kinds

    def glued(self, index: int) -> bool:
        """Whether there is a piece at an index and only white space stands between it and the one before."""
        return index < len(self._pieces) and GLUE.fullmatch(self._text, *self._gap(index)) is not None

    def between(self, index: int) -> str:
        """What stands before a piece, after the one before it, without the white space."""
        start, end = self._gap(index)
        return self._text[start:end].strip()

    def _gap(self, index: int) -> tuple[int, int]:
        return self._pieces[index - 1].end, self._pieces[index].start

    def _term(self, at: int, signed: bool) -> Magnitude | None:
        """A number with the scale after it, if there is one."""
        if not self.is_kind(at, Kind.DIGITS, Kind.NUMERAL):
            return None
        number, index = self._number(at, signed)
        if not self.is_kind(index, Kind.SCALE):
            return Magnitude(number, 0, index)
        between = self.between(index)
        if self.glued(index) or between in HYPHENS:  # «пол-миллиона»
            return self._scaled(number, index, None)
        if number < 1 and between in self._lexicon.data.numbers.fraction_of:  # «half a million»
            return self._scaled(number, index, None)
        if self._lexicon.more.fullmatch(self._text, *self._gap(index)):
            return self._scaled(number, index, "more_than")
        return Magnitude(number, 0, index)

    def _single(self, at: int) -> Magnitude | None:
        """A scale word that means one of it without a number («миллион», «более тысячи»)."""
        piece = self._pieces[at]
        if self._is_qualified_single(piece) or (piece.entry.single and not self._is_one_of_several(piece)):
            return self._scaled(Decimal(1), at, None)
        return None

    def _is_one_of_several(self, piece: Piece) -> bool:
        """Whether the words before a scale say that it is several of it («a few million», «multi-million»)."""
        phrases = self._lexicon.data.numbers.several
        match = _LAST_WORDS.search(fold(self._text[max(0, piece.start - 2 * _WORD_BEFORE) : piece.start]))
        return match is not None and (match[2] in phrases or f"{match[1]} {match[2]}" in phrases)

    def _is_qualified_single(self, piece: Piece) -> bool:
        if piece.text not in self._lexicon.data.numbers.single_if_qualified:
            return False
        before = self._text[max(0, piece.start - _WORD_BEFORE) : piece.start].split()
        return fold(" ".join(before[-1:])) in self._lexicon.qualifiers

    def _scaled(self, number: Decimal, index: int, qualifier: Qualifier | None) -> Magnitude:
        """A number times the scale at a piece, and times a second one after it («5 тысяч миллиардов», «сотня миллионов»)."""
        entry = self._pieces[index].entry
        value, exponent = number * entry.value, entry.exponent
        if self.is_kind(index + 1, Kind.SCALE) and self.glued(index + 1):
            index += 1
            exponent += self._pieces[index].entry.exponent
        return Magnitude(value.scaleb(exponent), exponent, index + 1, qualifier, entry.needs_currency)

    def _number(self, index: int, signed: bool) -> tuple[Decimal, int]:
        """The number at a piece, of digits or of words, with a half or a quarter after it, and the index after it."""
        piece = self._pieces[index]
        if piece.entry.kind is Kind.DIGITS:
            scaled = self.is_kind(index + 1, Kind.SCALE)
            value = value_of(piece.text, scaled, signed, self._lexicon.language.decimal_mark)
            index += 1
        else:
            value, index = self._numeral(index)
        if self._is_added_fraction(index):
            return value + self._pieces[index].entry.value, index + 1
        return value, index

    def _numeral(self, index: int) -> tuple[Decimal, int]:
        """The number that words write, and the index after them: each fits into the zeros of the one before it."""
        value = last = self._pieces[index].entry.value
        index += 1
        while self.is_kind(index, Kind.NUMERAL) and (self.glued(index) or self.between(index) in HYPHENS):
            word = self._pieces[index].entry.value
            if word < 1:  # «три четверти»
                value *= word
            elif word < _zeros(last):
                value += word
            else:
                break
            last = word
            index += 1
        return value, index


def _zeros(number: Decimal) -> int:
    """The power of ten of the zeros that a number word ends with, 0 for one up to nineteen."""
    return 100 if number >= 100 else 10 if number >= 20 else 0
