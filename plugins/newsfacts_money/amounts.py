"""Numbers, scales and currencies that stand together: the amounts of a text before they are related to one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import define, evolve, field

from newsfacts import fold
from newsfacts_money.lexicon import Currency, Qualifier
from newsfacts_money.magnitudes import GLUE, Magnitude, MagnitudeReader
from newsfacts_money.money_words import Entry, Kind
from newsfacts_money.pieces import HYPHENS, Piece
from newsfacts_money.word_tables import MoneyLexicon

__all__ = ["HUNDREDTH", "Amount", "find_amounts"]

HUNDREDTH = Decimal("0.01")
_INITIALS = re.compile(r"[^.]?\.[^\S\n]?[^\W\d_]\.")
_WORDS_AFTER = re.compile(r"[^\S\n]+([^\W\d_]+)(?:[^\S\n]+[^\W\d_]+)?")
_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]+)\s\Z")
_LONGEST_ARTICLE, _LONGEST_PHRASE = 6, 30  # characters: an article before an amount, the words that tell a currency's country
_CERTAIN = 0.98  # how often a number with a currency at it is that sum


@define(kw_only=True)
class Amount:
    """A number with the scale and the currency that stand at it, if any.

    Attributes:
        start: Index of its first character.
        end: Index after its last character.
        value: The number times its scale; of a range the lower end.
        maximum: Of a range, the upper end.
        exponent: The power of ten of its scale, of the last of several; 0 for none.
        needs_currency: Whether its scale is one of money alone, so that without a currency at it it counts something else.
        currency: The currency whose name, sign or code stands at it, or None.
        code: The currency's code where the words at it decide it.
        decided: Whether the code needs no second thought: a sign, a code, a national adjective.
        qualifier: What words within it say of its precision.
        confidence: How sure it is that this is money, and which.
        source: The amount that it has its currency from; None where that stands at it.
    """

    start: int
    end: int
    value: Decimal
    maximum: Decimal | None = None
    exponent: int = 0
    needs_currency: bool = False
    currency: Currency | None = None
    code: str | None = None
    decided: bool = False
    qualifier: Qualifier | None = None
    confidence: float = _CERTAIN
    source: Amount | None = field(default=None, eq=False, repr=False)


def find_amounts(text: str, pieces: Sequence[Piece], lexicon: MoneyLexicon) -> Iterator[Amount]:
    """The amounts that a text's pieces make, numbers without currency and scale included, in order."""
    reader = _AmountReader(text, pieces, lexicon)
    at = 0
    while at < len(pieces):
        first = pieces[at].entry
        amount, at = reader.read(at)
        if amount is not None and not (first.counts_nothing and amount.currency is None and not amount.exponent):
            yield amount


class _AmountReader:
    """Reads amounts off a list of pieces; every method takes the index to read at and gives the one after."""

    def __init__(self, text: str, pieces: Sequence[Piece], lexicon: MoneyLexicon) -> None:
        self._text = text
        self._pieces = pieces
        self._lexicon = lexicon
        self._magnitudes = MagnitudeReader(text, pieces, lexicon)

    def read(self, at: int) -> tuple[Amount | None, int]:
        """The amount that begins at a piece, or None."""
        entry = self._pieces[at].entry
        if entry.kind is Kind.UNIT:
            return self._signed(at, entry.currency) if self._is_prefix(at) else (None, at + 1)
        magnitude = self._magnitudes.read(at, signed=False)
        if magnitude is None:
            return None, at + 1
        found = self._with_currency(at, magnitude)
        if found[0].currency is None and magnitude.shorter:  # «1 млн 200» without a currency is two numbers
            return self._with_currency(at, magnitude.shorter)
        return found

    def _is_prefix(self, at: int) -> bool:
        """Whether the sign or code at a piece belongs to what is after it."""
        if not self._pieces[at].entry.currency.prefixed or at + 1 >= len(self._pieces):
            return False
        gap = self._text[self._pieces[at].end : self._pieces[at + 1].start]
        return len(gap) <= 1 and not gap.strip()

    def _signed(self, at: int, currency: Currency) -> tuple[Amount | None, int]:
        """The amount after a sign or a code («$5 млн», «EUR0,45»)."""
        magnitude = self._magnitudes.read(at + 1, signed=True)
        if magnitude is None:
            return None, at + 1
        amount = self._bare(at, magnitude)
        amount.currency, amount.code, amount.decided = currency, currency.code, True
        return amount, self._named_again(amount, magnitude.next)

    def _named_again(self, amount: Amount, index: int) -> int:
        """Take in the currency's name or code behind an amount with a sign («$1.3 million dollars», «$5 million CAD»)."""
        named = evolve(amount, decided=False)
        after = self._unit(named, index)
        if named.code not in self._lexicon.kin.get(amount.code, ()):
            return index
        amount.code, amount.end = named.code, named.end
        return after

    def _bare(self, at: int, magnitude: Magnitude) -> Amount:
        """An amount without a currency, from a piece to the end of a number."""
        return Amount(
            start=self._start(at),
            end=self._pieces[magnitude.next - 1].end,
            value=magnitude.value,
            exponent=magnitude.exponent,
            needs_currency=magnitude.needs_currency,
            qualifier=magnitude.qualifier,
        )

    def _start(self, at: int) -> int:
        """Where the amount of a piece begins: at the article that says that a scale or a part of it is one («a million»)."""
        piece = self._pieces[at]
        if piece.entry.kind is Kind.SCALE or piece.entry.value < 1:
            before = _WORD_BEFORE.search(self._text, max(0, piece.start - _LONGEST_ARTICLE), piece.start)
            if before and fold(before[1]) in self._lexicon.data.numbers.articles:
                return before.start(1)
        return piece.start

    def _with_currency(self, at: int, magnitude: Magnitude) -> tuple[Amount, int]:
        """The amount that a number makes with the currency after it, if there is one, and with its hundredths."""
        amount = self._bare(at, magnitude)
        index = self._unit(amount, self._restated(amount, magnitude.next))
        if self._magnitudes.between(index - 1) in HYPHENS:  # of «a million-dollar deal» the article is the deal's
            amount.start = self._pieces[at].start
        return amount, self._hundredths(amount, index)

    def _restated(self, amount: Amount, index: int) -> int:
        """Pass over the number said again in brackets («5000 (пять тысяч) рублей»)."""
        if index >= len(self._pieces) or self._text[amount.end : self._pieces[index].start].strip() != "(":
            return index
        again = self._magnitudes.read(index, signed=False)
        if again is None or again.value != amount.value:
            return index
        end = self._pieces[again.next - 1].end
        if not self._text.startswith(")", end):
            return index
        amount.end = end + 1
        return again.next

    def _unit(self, amount: Amount, index: int) -> int:
        """Read the currency after a number into the amount."""
        if index >= len(self._pieces):
            return index
        between = self._text[amount.end : self._pieces[index].start]
        entry = self._pieces[index].entry
        if between in HYPHENS and (entry.kind is Kind.COMPOUND or self._pieces[index].text in entry.currency.compound):
            amount.currency, amount.code, amount.end = entry.currency, entry.currency.code, self._pieces[index].end
            return index + 1
        if (unit := self._unit_of_phrase(amount, index)) is not None:
            self._take_unit(amount, self._pieces[unit], self._words_before(amount, unit))
            return unit + 1
        more = self._lexicon.more.fullmatch(between) is not None
        if not (more or GLUE.fullmatch(between) or self._lexicon.adjective.fullmatch(between)):
            return index
        stem = ""
        if entry.kind is Kind.ADJECTIVE and self._magnitudes.glued(index + 1):
            stem = entry.stem
            index += 1
        if self._pieces[index].entry.kind is not Kind.UNIT or not self._is_suffix(index):
            return index
        self._take_unit(amount, self._pieces[index], stem)
        if more:
            amount.qualifier = "more_than"
        return index + 1

    def _words_before(self, amount: Amount, index: int) -> str:
        """The folded words between an amount and a piece."""
        return fold(" ".join(self._text[amount.end : self._pieces[index].start].split()))

    def _unit_of_phrase(self, amount: Amount, index: int) -> int | None:
        """The index of the unit that the words after an amount lead to, telling its country («Hong Kong dollars»)."""
        while index + 1 < len(self._pieces) and self._pieces[index].entry.kind is Kind.ADJECTIVE:
            index += 1
        unit = self._pieces[index]
        if unit.start - amount.end > _LONGEST_PHRASE or self._words_before(amount, index) not in unit.entry.currency.national:
            return None
        return index

    def _is_suffix(self, index: int) -> bool:
        """Whether a unit after a number belongs to it: not to the number after («5 $10»), nor to a name («Евро-2020»)."""
        unit = self._pieces[index]
        rest = self._text[unit.end : unit.end + 2]
        if unit.entry.currency.prefixed and rest[:1].isdigit():
            return False
        if rest.startswith(HYPHENS) and rest[1:].isdigit():
            return False
        return not (len(unit.text) == 1 and _INITIALS.match(self._text, unit.end - 1))

    def _take_unit(self, amount: Amount, unit: Piece, stem: str) -> None:
        """Give an amount the currency of a unit, as the adjective before it and the words after it say."""
        currency = unit.entry.currency
        amount.currency, amount.end = currency, unit.end
        amount.code = (currency.national[stem] or None) if stem in currency.national else currency.code
        amount.decided = stem in currency.national or currency.prefixed
        after = _WORDS_AFTER.match(self._text, unit.end)
        if after is None:
            return
        for words, end in ((after[0], after.end()), (after[1], after.end(1))):
            if (name := fold(" ".join(words.split()))) in currency.of:
                amount.end = end
                if not amount.decided:
                    amount.code = currency.of[name] or None
                    amount.decided = amount.code is not None or not currency.places
                return

    def _hundredths(self, amount: Amount, index: int) -> int:
        """Add «50 копеек» to «7 рублей»."""
        if not self._magnitudes.is_kind(index, Kind.DIGITS, Kind.NUMERAL):
            return index
        gap = self._text[amount.end : self._pieces[index].start]
        if not (GLUE.fullmatch(gap) or gap.strip() in self._lexicon.data.links.list):
            return index
        number = self._magnitudes.read(index, signed=False)
        if number is None or not self._magnitudes.glued(number.next):
            return index
        unit: Entry = self._pieces[number.next].entry
        if amount.code not in unit.currency.codes:
            return index
        amount.value += number.value * HUNDREDTH
        amount.end = self._pieces[number.next].end
        return number.next + 1
