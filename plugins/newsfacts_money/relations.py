"""Amounts in their sentence: ranges, changes, what is carried over from a neighbour, and what is money at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from newsfacts import Analysis, MoneyAmount, fold
from newsfacts_money.amounts import Amount, Piece, find_amounts, find_pieces
from newsfacts_money.lexicon import Currency, Kind, Lexicon, lexicon_of

__all__ = ["find_money"]

_WINDOW = 60  # characters before an amount in which words about its precision may stand
_NEAR = 150  # characters between an amount and the one that it takes its currency from
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]")
_NEXT_WORD = re.compile(r"[^\S\n]+([^\W\d_]+)|[^\S\n]*\n?[^\S\n]*([^\w\s]|\Z)")
_CLAUSE_END = re.compile(r"\s*(?:[.,;!?»”\")\]\n]|\s[–—-]\s|\Z)")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_SMALL_SCALE = 3


def find_money(analysis: Analysis) -> Iterator[MoneyAmount]:
    """The sums of money of an article, in order."""
    lexicon = lexicon_of(analysis.language)
    pieces = find_pieces(analysis.text, lexicon)
    if not any(piece.word.kind in (Kind.UNIT, Kind.COMPOUND, Kind.SCALE) for piece in pieces):
        return
    amounts = list(find_amounts(analysis.text, pieces, lexicon))
    yield from _Relations(analysis, lexicon, pieces, amounts).facts()


class _Relations:
    """Relates an article's amounts to one another and to the words around them."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon, pieces: Sequence[Piece], amounts: list[Amount]) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._lexicon = lexicon
        self._pieces = pieces
        self._amounts = amounts
        self._confidence: dict[int, float] = {}  # by the start of an amount whose currency was carried

    def facts(self) -> Iterator[MoneyAmount]:
        """The amounts that are money, with all that the words around them say."""
        self._join_ranges()
        self._carry_back()
        self._decide_currencies()
        self._carry_forward()
        for amount in self._amounts:
            if amount.currency is None or self._counts_something(amount):
                continue
            yield self._fact(amount)

    def _fact(self, amount: Amount) -> MoneyAmount:
        span = self._analysis.span(amount.start, amount.end)
        return MoneyAmount(
            start=span.start,
            end=span.end,
            text=span.text,
            amount=None if amount.maximum is not None else _plain(amount.value),
            minimum=None if amount.maximum is None else _plain(amount.value),
            maximum=None if amount.maximum is None else _plain(amount.maximum),
            currency=amount.code,
            qualifier=amount.qualifier or self._qualifier(amount),  # type: ignore[arg-type]
            confidence=self._confidence.get(amount.start, 0.98),
        )

    # Ranges and changes

    def _join_ranges(self) -> None:
        joined: list[Amount] = []
        for amount in self._amounts:
            if joined and self._is_range(joined[-1], amount):
                joined[-1] = self._range(joined[-1], amount)
            else:
                joined.append(amount)
        self._amounts = joined

    def _is_range(self, low: Amount, high: Amount) -> bool:
        if low.maximum is not None or high.start - low.end > 30:
            return False
        if low.currency and high.currency and low.currency != high.currency and low.code != high.code:
            return False
        gap = self._words(low.end, high.start)
        opening = self._before_range(low)
        links = self._lexicon.data.links
        if any(opening == first and gap[:1] == [second] and self._is_precision(gap[1:]) for first, second in links.range):
            return True
        if len(gap) != 1 or gap[0] not in links.dash:
            return False
        if low.currency is not None and not (low.currency.prefixed and high.currency in (low.currency, None)):
            return False
        spaced = high.start - low.end > 1
        if spaced and self._is_year(low) and not high.exponent:
            return False
        minimum, _ = self._alike(low, high)
        return minimum < high.value

    def _range(self, low: Amount, high: Amount) -> Amount:
        value, maximum = self._alike(low, high)[0], high.value
        if low.exponent == 0 and low.currency is None and high.coefficient is not None:
            value = self._alike(low, high)[0]
        owner = high if high.currency is not None else low
        start = low.start
        opening = self._before_range(low)
        if any(opening == first for first, _ in self._lexicon.data.links.range):
            match = self._last_word(low.start)
            start = match if match is not None else low.start
        return Amount(
            start=start,
            end=high.end,
            value=value,
            maximum=maximum,
            exponent=high.exponent,
            currency=owner.currency,
            code=owner.code,
            decided=owner.decided,
        )

    def _before_range(self, amount: Amount) -> str:
        """The folded word before an amount."""
        at = self._last_word(amount.start)
        return fold(self._text[at : amount.start].strip()) if at is not None else ""

    def _last_word(self, end: int) -> int | None:
        match = re.search(r"([^\W\d_]+)\s+\Z", self._text[max(0, end - 20) : end])
        return None if match is None else max(0, end - 20) + match.start(1)

    def _is_precision(self, words: Sequence[str]) -> bool:
        return all(word in self._lexicon.qualifiers or word in self._lexicon.between for word in words)

    def _alike(self, one: Amount, other: Amount) -> tuple[Decimal, bool]:
        """The value of a number that may share the scale of its neighbour: the one nearer to the neighbour's."""
        if one.exponent or one.coefficient is None or not other.exponent or not one.value:
            return one.value, False
        scaled = one.value.scaleb(other.exponent)
        if _distance(scaled, other.value) <= _distance(one.value, other.value):
            return scaled, True
        return one.value, False

    # Carrying over

    def _carry_back(self) -> None:
        """Give a number the scale and the currency of the amount after it («34 и 19 миллионов сомов»)."""
        links = self._lexicon.data.links
        for index in range(len(self._amounts) - 2, -1, -1):
            one, other = self._amounts[index], self._amounts[index + 1]
            if one.currency is not None or other.currency is None or other.start - one.end > 30:
                continue
            if other.start - one.end < 1 or self._is_year(one):
                continue
            gap = " ".join(self._words(one.end, other.start))
            is_change = any(self._before_range(one) == first and gap.split(" ")[0] == second for first, second in links.change)
            if not (is_change or gap in links.list or gap in links.versus or (gap == "," and self._in_list(index + 1))):
                continue
            if one.exponent == 0 and gap in links.versus:
                continue
            one.value, scaled = self._alike(one, other)
            one.exponent = other.exponent if scaled else one.exponent
            self._take(one, other, 0.93)

    def _in_list(self, index: int) -> bool:
        """Whether the amounts at an index and after it are joined as the end of a list («5, 7 и 10 рублей»)."""
        if index + 1 >= len(self._amounts):
            return False
        gap = " ".join(self._words(self._amounts[index].end, self._amounts[index + 1].start))
        return gap in self._lexicon.data.links.list and self._amounts[index + 1].currency is not None

    def _carry_forward(self) -> None:
        """Give an amount without a currency that of the money it is spoken of with."""
        source: Amount | None = None
        for index, amount in enumerate(self._amounts):
            if amount.currency is not None:
                if not self._in_brackets(amount):
                    source = amount
                continue
            if amount.exponent >= _SMALL_SCALE:
                self._complete_scaled(index, source)
            elif source is not None and index and self._amounts[index - 1].currency is not None:
                self._complete_bare(amount, self._amounts[index - 1])
            if amount.currency is not None and not self._in_brackets(amount):
                source = amount

    def _complete_scaled(self, index: int, source: Amount | None) -> None:
        """Decide whether «15 млн» is money, and whose."""
        amount = self._amounts[index]
        if self._is_counted(amount):
            return
        sentence = self._analysis.sentence_at(amount.start)
        if source is not None and source.start >= sentence.start and amount.start - source.end <= _NEAR:
            if not self._lexicon.counted.search(self._text, source.end, amount.start):
                self._take(amount, source, 0.9)
            return
        before = (sentence.start, amount.start)
        if not self._lexicon.money.search(self._text, *before) or self._lexicon.counted.search(self._text, *before):
            return
        following = self._amounts[index + 1] if index + 1 < len(self._amounts) else None
        if following is not None and following.currency is not None and following.start < sentence.end:
            self._take(amount, following, 0.75)
        elif source is not None and amount.start - source.end <= 3 * _NEAR:
            self._take(amount, source, 0.75)
        else:
            amount.currency = _UNKNOWN
            self._confidence[amount.start] = 0.6

    def _complete_bare(self, amount: Amount, source: Amount) -> None:
        """Give «два» in «один миллиард долларов, потом и на два» the scale and the currency that it leaves out."""
        gap = self._words(source.end, amount.start)
        is_change = any(self._before_range(source) == first and gap == [second] for first, second in self._lexicon.data.links.change)
        if not is_change:
            joined = gap and gap[-1] in (*self._lexicon.data.links.before_bare, *self._lexicon.data.links.dash)
            if not (joined and source.exponent and amount.start - source.end <= 80):
                return
            if self._analysis.sentence_at(source.start).end < amount.end or source.maximum is not None:
                return
        if amount.coefficient is None or self._is_year(amount) or not _CLAUSE_END.match(self._text, amount.end):
            return
        amount.value, scaled = self._alike(amount, source)
        if source.exponent and not scaled:
            return
        amount.exponent = source.exponent
        self._take(amount, source, 0.85)

    def _take(self, amount: Amount, source: Amount, confidence: float) -> None:
        amount.currency, amount.code = source.currency, source.code
        self._confidence[amount.start] = confidence

    def _is_counted(self, amount: Amount) -> bool:
        """Whether a noun after the number says what it counts («5 млн человек»)."""
        match = _NEXT_WORD.match(self._text, amount.end)
        if match is None or match[1] is None:
            return False
        readings = self._analysis.readings(match[1])
        return any(r.case == "gent" and r.pos in ("NOUN", "ADJF", "PRTF") for r in readings) or readings[0].pos in ("", "LATN")

    def _in_brackets(self, amount: Amount) -> bool:
        before = self._text[max(0, amount.start - _NEAR) : amount.start]
        return before.rfind("(") > before.rfind(")")

    # Currencies

    def _decide_currencies(self) -> None:
        """Settle what «крон» or «копеек» means by what else the article names."""
        sure = [a for a in self._amounts if a.currency is not None and a.code is not None]
        for amount in self._amounts:
            currency = amount.currency
            if currency is None:
                continue
            if currency.codes:
                amount.value *= Decimal("0.01")
                if amount.maximum is not None:
                    amount.maximum *= Decimal("0.01")
                amount.code = self._code_of_hundredth(amount, currency, sure)
            elif amount.code is None:
                amount.code = self._code_from_article(amount, currency, sure)

    def _code_of_hundredth(self, amount: Amount, currency: Currency, sure: Sequence[Amount]) -> str:
        sentence = self._analysis.sentence_at(amount.start)
        near = [a.code for a in sure if sentence.start <= a.start < sentence.end and a.code in currency.codes]
        return next((code for code in near if code is not None), currency.codes[0])

    def _code_from_article(self, amount: Amount, currency: Currency, sure: Sequence[Amount]) -> str | None:
        named = [a.code for a in sure if a.code in currency.national.values()]
        if named:
            return named[-1]
        stems = [p.word.stem for p in self._pieces if p.word.kind is Kind.ADJECTIVE and p.word.stem in currency.national]
        return currency.national[max(stems, key=stems.count)] if stems else None

    def _counts_something(self, amount: Amount) -> bool:
        """Whether the unit of an amount is one of weight or the like here."""
        currency = amount.currency
        if currency is None or not currency.ambiguous or amount.decided:
            return False
        if any(a.decided and a.code == amount.code and a.code is not None for a in self._amounts):
            return False
        sentence = self._analysis.sentence_at(amount.start)
        if self._lexicon.weight.search(self._text, sentence.start, sentence.end):
            return True
        if amount.exponent >= _SMALL_SCALE:
            return False
        return not self._lexicon.money.search(self._text, sentence.start, amount.start)

    # Words around

    def _qualifier(self, amount: Amount) -> str | None:
        """What the words before an amount say of its precision."""
        words = self._words(max(0, amount.start - _WINDOW), amount.start)
        while words and words[-1] in self._lexicon.between and words[-1] not in self._lexicon.qualifiers:
            words.pop()
        if not words:
            return None
        for length in (3, 2, 1):
            found = self._lexicon.qualifiers.get(" ".join(words[-length:]))
            if found is None:
                continue
            if words[-1] in self._ends_of_change and self._tells_change(amount):
                return None
            if length == 1 and words[-1] in self._ends_of_change and len(words) > 1:
                return self._lexicon.qualifiers.get(words[-2], found)
            return found
        return None

    @property
    def _ends_of_change(self) -> set[str]:
        return {second for _, second in self._lexicon.data.links.change}

    def _tells_change(self, amount: Amount) -> bool:
        start = max(self._analysis.sentence_at(amount.start).start, amount.start - 2 * _WINDOW)
        return bool(self._lexicon.change.search(self._text, start, amount.start))

    def _is_year(self, amount: Amount) -> bool:
        return amount.exponent == 0 and bool(_YEAR.match(self._text[amount.start : amount.end]))

    def _words(self, start: int, end: int) -> list[str]:
        """The folded words and marks between two offsets."""
        return [fold(word) for word in _WORD.findall(self._text[start:end])]


_UNKNOWN = Currency()


def _distance(one: Decimal, other: Decimal) -> Decimal:
    """How many times the larger of two sums is the smaller one."""
    low, high = min(one, other), max(one, other)
    return high / low if low else Decimal("Infinity")


def _plain(value: Decimal) -> Decimal:
    """The value without exponent and superfluous zeros."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()
