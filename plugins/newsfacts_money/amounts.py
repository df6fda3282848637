"""Numbers, scales and currencies that stand together: the amounts of a text before they are related to one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from attrs import define

from newsfacts import fold
from newsfacts_money.lexicon import Currency, Kind, Lexicon, Qualifier, Word

__all__ = ["HUNDREDTH", "Amount", "Piece", "find_amounts", "find_pieces", "fold_in_place"]

HUNDREDTH = Decimal("0.01")
_LONGEST_NUMBER = 20  # characters; what is longer is no sum of money
_INITIALS = re.compile(r"\.[^\S\n]?[^\W\d_]\.")
_COMPOUND = re.compile(r"[-‑]([^\W\d_]+)")
_GLUE = re.compile(r"[^\S\n]*\n?[^\S\n]*")
_WORDS_AFTER = re.compile(r"[^\S\n]+([^\W\d_]+)(?:[^\S\n]+([^\W\d_]+))?")
_AND = re.compile(r"[^\S\n]+[^\W\d_][^\S\n]+")
_DIGITS = Word(kind=Kind.DIGITS)


class Piece(NamedTuple):
    """A number, a word or a sign that can be part of an amount.

    Attributes:
        start: Index of its first character.
        end: Index after its last character, an abbreviation's stop included.
        word: Its part in an amount.
        text: Its characters, words folded.
    """

    start: int
    end: int
    word: Word
    text: str


@define(kw_only=True)
class Amount:
    """A number with the scale and the currency that stand at it, if any.

    Attributes:
        start: Index of its first character.
        end: Index after its last character.
        value: The number times its scale; of a range the lower end.
        maximum: Of a range, the upper end.
        coefficient: The number alone where a single scale, or none, belongs to it; None for compounds.
        exponent: The power of ten of that scale; 0 for none.
        currency: What its currency's name stands for; None when no currency stands at it.
        code: The currency's code where the words at it decide it.
        decided: Whether the code needs no second thought: a sign, a code, a national adjective.
        qualifier: What words within it say of its precision.
        confidence: How sure it is that this is money, and which.
    """

    start: int
    end: int
    value: Decimal
    maximum: Decimal | None = None
    coefficient: Decimal | None = None
    exponent: int = 0
    currency: Currency | None = None
    code: str | None = None
    decided: bool = False
    qualifier: Qualifier | None = None
    confidence: float = 0.98


def find_pieces(text: str, folded: str, lexicon: Lexicon) -> list[Piece]:
    """All words, numbers and signs of a text, given as it is and folded, that can be part of an amount."""
    pieces: list[Piece] = []
    for match in lexicon.lexeme.finditer(folded):
        group = match.lastgroup
        start, end = match.span()
        found = folded[start:end]
        if group == "digits":
            word = None if _is_no_number(text, start, end, pieces, lexicon) else _DIGITS
        elif group == "word":
            word = lexicon.words.get(found) or lexicon.signs.get(text[start:end])
            if word is not None and word.abbreviation and text.startswith(".", end):
                end += 1
        else:
            word = lexicon.signs.get(found.upper())
        if word is not None:
            pieces.append(Piece(start, end, word, found))
    return pieces


def fold_in_place(text: str) -> str:
    """The text in the form in which words are compared, every character in its place."""
    folded = fold(text)
    return folded if len(folded) == len(text) else "".join(f if len(f := fold(c)) == 1 else c for c in text)


def _is_no_number(text: str, start: int, end: int, pieces: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Whether digits are a percentage or a part of a name or of a word («F-35», «20-летний»)."""
    if text.startswith("%", end) or text.startswith(" %", end) or _belongs_to_name(text, start, pieces):
        return True
    rest = _COMPOUND.match(text, end)
    return rest is not None and ((word := lexicon.words.get(fold(rest[1]))) is None or word.kind is not Kind.COMPOUND)


def _belongs_to_name(text: str, start: int, pieces: Sequence[Piece]) -> bool:
    """Whether a number continues a name (F-35, G20) and not a scale or a currency («$3 млн-5 млн», «EUR5»)."""
    before = text[max(0, start - 2) : start]
    if not before or not (before[-1].isalpha() or (before[-1] in "-‑" and before[0].isalpha())):
        return False
    name_end = start if before[-1].isalpha() else start - 1
    return not (pieces and pieces[-1].end == name_end)


def find_amounts(text: str, pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[Amount]:
    """The amounts that a text's pieces make, numbers without currency and scale included, in order."""
    parser = _Parser(text, pieces, lexicon)
    at = 0
    while at < len(pieces):
        amount, at = parser.amount(at)
        if amount is not None:
            yield amount


class _Magnitude(NamedTuple):
    """A number with its scales, and the index of the piece after it."""

    value: Decimal
    coefficient: Decimal | None
    exponent: int
    next: int
    qualifier: Qualifier | None


class _Parser:
    """Reads amounts off a list of pieces; every method takes the index to read at and gives the one after."""

    def __init__(self, text: str, pieces: Sequence[Piece], lexicon: Lexicon) -> None:
        self._text = text
        self._pieces = pieces
        self._lexicon = lexicon

    def amount(self, at: int) -> tuple[Amount | None, int]:
        """The amount that begins at a piece, or None."""
        first = self._pieces[at]
        prefix: Currency | None = None
        start = at
        if first.word.kind is Kind.UNIT:
            prefix = first.word.currency
            if prefix is None or not prefix.prefixed or not self._is_prefix(at):
                return None, at + 1
            start += 1
        for whole in (True, False):
            magnitude = self._magnitude(start, signed=prefix is not None, whole=whole)
            if magnitude is None:
                return None, max(start, at + 1)
            found = self._with_currency(at, magnitude, prefix)
            if found[0].currency is not None or magnitude.coefficient is not None:
                break  # without a currency, only «1 млн 200» can be two numbers
        return found

    def _with_currency(self, at: int, magnitude: _Magnitude, prefix: Currency | None) -> tuple[Amount, int]:
        next_piece = magnitude.next
        last = self._pieces[next_piece - 1]
        amount = Amount(
            start=self._pieces[at].start,
            end=last.end,
            value=magnitude.value,
            coefficient=magnitude.coefficient,
            exponent=magnitude.exponent,
            qualifier=magnitude.qualifier,
        )
        if prefix is not None:
            amount.currency, amount.code, amount.decided = prefix, prefix.code, True
            return amount, next_piece
        next_piece = self._unit(amount, self._restated(amount, next_piece))
        if amount.currency is not None and not amount.currency.codes:
            next_piece = self._hundredths(amount, next_piece)
        return amount, next_piece

    def _is_prefix(self, at: int) -> bool:
        """Whether the sign or code at a piece belongs to the number after it."""
        if at + 1 >= len(self._pieces) or not self._glued(at + 1):
            return False
        gap = self._text[self._pieces[at].end : self._pieces[at + 1].start]
        return len(gap) <= 1 and self._pieces[at + 1].word.kind in (Kind.DIGITS, Kind.NUMERAL)

    def _magnitude(self, at: int, signed: bool, whole: bool) -> _Magnitude | None:
        """A number with its scales: «2 млн 300 тыс.», «три с половиной миллиона», «миллион».

        Args:
            at: Where it begins.
            signed: Whether a currency sign stands before it.
            whole: Whether a number after the last scale belongs to it («1 млн 200 рублей»).
        """
        pieces = self._pieces
        total = Decimal(0)
        limit = 99
        parts = 0
        qualifier: Qualifier | None = None
        coefficient: Decimal | None = None
        index = at
        while index < len(pieces):
            piece = pieces[index]
            kind = piece.word.kind
            if index > at and not self._glued(index) and not self._is_hyphened_half(index):
                if kind is not Kind.SCALE or not self._lexicon.more.fullmatch(self._text, pieces[index - 1].end, piece.start):
                    break
                qualifier = "more_than"
            if kind in (Kind.DIGITS, Kind.NUMERAL):
                if coefficient is not None or (parts and not whole and not self._scale_follows(index)):
                    break
                number = self._number(index, signed)
                if number is None or (parts and number[0] >= 10**limit):
                    break
                coefficient, index = number
            elif kind is Kind.SCALE:
                exponent = piece.word.exponent
                if coefficient is None:
                    if parts == 1 and pieces[index - 1].word.kind is Kind.SCALE:  # «5 тысяч миллиардов»
                        total, parts, index = total.scaleb(exponent), 2, index + 1
                        continue
                    if parts or not self._is_single(index):
                        break
                    coefficient = Decimal(1)
                if exponent >= limit:
                    coefficient = None if parts else coefficient
                    break
                total += (coefficient * piece.word.value).scaleb(exponent)
                last_coefficient = coefficient * piece.word.value
                limit, parts, coefficient = exponent, parts + 1, None
                index += 1
            else:
                break
        if coefficient is not None:
            if parts == 0:
                return _Magnitude(coefficient, coefficient, 0, index, qualifier)
            return _Magnitude(total + coefficient, None, 0, index, qualifier)
        if parts == 0:
            return None
        return _Magnitude(total, last_coefficient if parts == 1 else None, limit, index, qualifier)

    def _is_hyphened_half(self, index: int) -> bool:
        """Whether a scale word goes on after «пол-»."""
        before, piece = self._pieces[index - 1 : index + 1]
        return before.text in self._lexicon.data.numbers.half and self._text[before.end : piece.start] in ("-", "‑")

    def _is_single(self, index: int) -> bool:
        """Whether a scale word without a number means one of it."""
        piece = self._pieces[index]
        if piece.word.single:
            return True
        if piece.text not in self._lexicon.data.numbers.single_if_qualified:
            return False
        before = self._text[max(0, piece.start - 20) : piece.start].split()
        return bool(before) and fold(before[-1]) in self._lexicon.qualifiers

    def _scale_follows(self, index: int) -> bool:
        number = self._number(index, signed=False)
        return number is not None and self._is(number[1], Kind.SCALE)

    def _number(self, index: int, signed: bool) -> tuple[Decimal, int] | None:
        """The number at a piece, of digits or of words, and the index after it."""
        pieces = self._pieces
        piece = pieces[index]
        if piece.word.kind is Kind.DIGITS:
            value = _value_of(piece.text, scaled=self._is(index + 1, Kind.SCALE), signed=signed)
            index += 1
            if value is None:
                return None
        else:
            value, index = self._numeral(index)
        if self._is(index, Kind.NUMERAL, glued=False):
            fraction = pieces[index].word.value
            gap = self._text[pieces[index - 1].end : pieces[index].start].strip()
            if fraction < 1 and value == int(value) and gap in self._lexicon.data.numbers.plus_fraction:
                return value + fraction, index + 1
        return value, index

    def _numeral(self, index: int) -> tuple[Decimal, int]:
        value = last = self._pieces[index].word.value
        index += 1
        while self._is(index, Kind.NUMERAL) and " " in self._text[self._pieces[index - 1].end : self._pieces[index].start]:
            word = self._pieces[index].word.value
            if (1 <= word < 10 and last >= 20) or (10 <= word < 100 and last >= 100):
                value += word
            elif 0 < word < 1 and 1 < value < 10:  # «три четверти»
                value *= word
            else:
                break
            last = word
            index += 1
        return value, index

    def _restated(self, amount: Amount, index: int) -> int:
        """Pass over the number said again in words («5000 (пять тысяч) рублей»), when a currency is after it."""
        if not self._is(index, Kind.NUMERAL, Kind.SCALE, glued=False):
            return index
        if self._text[amount.end : self._pieces[index].start].strip() != "(":
            return index
        again = self._magnitude(index, signed=False, whole=True)
        if again is None or again.value != amount.value or not self._is(again.next, Kind.UNIT, Kind.ADJECTIVE, glued=False):
            return index
        end = self._pieces[again.next - 1].end
        if self._text[end : self._pieces[again.next].start].strip() != ")":
            return index
        amount.end = end + 1
        return again.next

    def _unit(self, amount: Amount, index: int) -> int:
        """Read the currency after a number into the amount."""
        pieces = self._pieces
        if index >= len(pieces):
            return index
        if pieces[index].word.kind is Kind.COMPOUND and self._text[amount.end : pieces[index].start] in ("-", "‑", ""):
            amount.currency, amount.end = pieces[index].word.currency, pieces[index].end
            amount.code = amount.currency.code if amount.currency else None
            return index + 1
        if pieces[index].word.kind not in (Kind.ADJECTIVE, Kind.UNIT):
            return index
        gap = (amount.end, pieces[index].start)
        more = bool(self._lexicon.more.fullmatch(self._text, *gap))
        if not (more or _GLUE.fullmatch(self._text, *gap) or self._lexicon.adjective.fullmatch(self._text, *gap)):
            return index
        stem = ""
        at = index
        while pieces[at].word.kind is Kind.ADJECTIVE and self._is(at + 1, Kind.ADJECTIVE, Kind.UNIT):
            stem = pieces[at].word.stem
            at += 1
        if pieces[at].word.kind is not Kind.UNIT:
            return index
        unit = pieces[at]
        currency = unit.word.currency
        if currency is None or not currency.suffixed or not self._is_suffix(at):
            return index
        amount.currency, amount.end = currency, unit.end
        amount.code = currency.national.get(stem) or currency.code
        amount.decided = stem in currency.national or currency.prefixed
        amount.qualifier = "more_than" if more else amount.qualifier
        if currency.of:
            self._read_of(amount, currency)
        return at + 1

    def _is_suffix(self, at: int) -> bool:
        """Whether a unit after a number belongs to it: not to the number after («5 $10»), nor to a name («Евро-2020»)."""
        unit = self._pieces[at]
        currency = unit.word.currency
        rest = self._text[unit.end : unit.end + 2]
        if currency is not None and currency.prefixed and rest[:1].isdigit():
            return False
        if rest[:1] in ("-", "‑") and rest[1:].isdigit():
            return False
        return not (len(unit.text) == 1 and _INITIALS.match(self._text, unit.end - 1))

    def _read_of(self, amount: Amount, currency: Currency) -> None:
        after = _WORDS_AFTER.match(self._text, amount.end)
        if after is None:
            return
        one = fold(after[1])
        two = f"{one} {fold(after[2])}" if after[2] else ""
        for words, end in ((two, after.end(2)), (one, after.end(1))):
            if words in currency.of:
                amount.code, amount.decided, amount.end = currency.of[words] or None, True, end
                return

    def _hundredths(self, amount: Amount, index: int) -> int:
        """Add «50 копеек» to «7 рублей»."""
        if not self._is(index, Kind.DIGITS, Kind.NUMERAL, glued=False):
            return index
        gap = self._text[amount.end : self._pieces[index].start]
        if not (_GLUE.fullmatch(gap) or (_AND.fullmatch(gap) and gap.strip() in self._lexicon.data.links.list)):
            return index
        number = self._number(index, signed=False)
        if number is None or not self._is(number[1], Kind.UNIT) or number[0] >= 100:
            return index
        hundredth = self._pieces[number[1]].word.currency
        if hundredth is None or not hundredth.codes or (amount.code is not None and amount.code not in hundredth.codes):
            return index
        amount.value += number[0] * HUNDREDTH
        amount.coefficient = None
        amount.end = self._pieces[number[1]].end
        return number[1] + 1

    def _is(self, index: int, *kinds: Kind, glued: bool = True) -> bool:
        """Whether a piece is of one of the kinds and, unless told otherwise, only white space is before it."""
        if index >= len(self._pieces) or self._pieces[index].word.kind not in kinds:
            return False
        return not glued or self._glued(index)

    def _glued(self, index: int) -> bool:
        """Whether only white space stands between a piece and the one before it."""
        start, end = self._pieces[index - 1].end, self._pieces[index].start
        return (
            start == end or (end - start == 1 and self._text[start].isspace()) or bool(_GLUE.fullmatch(self._text, start, end))
        )


@lru_cache(maxsize=4096)
def _value_of(group: str, scaled: bool, signed: bool) -> Decimal | None:
    """The number that a group of digits and separators writes, or None when it is none.

    Args:
        group: Digits and separators, a case ending after a hyphen allowed («5-ти»).
        scaled: Whether a scale word follows: then a lone separator is a decimal one («1,234 млн»).
        signed: Whether a currency sign stands before: then digits may be grouped as in English («$635,000»).
    """
    from price_parser import Price

    group = re.split("[-‑]", group)[0].replace("’", "'")
    if len(group) > _LONGEST_NUMBER:
        return None
    decimal = _decimal_separator(group, scaled, signed)
    amount = Price.fromstring(group, decimal_separator=decimal).amount
    written = re.sub(r"[^\d" + decimal + "]", "", group).replace(decimal, ".")
    if amount is None or amount != Decimal(written):
        return None
    return amount


def _decimal_separator(group: str, scaled: bool, signed: bool) -> str:
    """Which of stop and comma stands before decimals; the other one for a group without decimals."""
    separators = [c for c in group if not c.isdigit()]
    if not separators or separators[-1] not in ".,":
        return ","
    last = separators[-1]
    other = "." if last == "," else ","
    if len(separators) > 1:
        return last if separators.count(last) == 1 else other
    head, tail = group.split(last)
    if len(tail) != 3 or scaled or head.startswith("0"):
        return last
    english = last == "." or signed
    grouped = (len(head) > 1 or tail.endswith("0")) if english else tail == "000"
    return other if grouped else last
