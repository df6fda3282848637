"""Amounts in their sentence: ranges, changes, what is carried over from a neighbour, and what is money at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from newsfacts import Analysis, MoneyAmount
from newsfacts_money.amounts import HUNDREDTH, Amount, find_amounts, find_pieces, fold_in_place
from newsfacts_money.lexicon import Currency, Lexicon, Qualifier, lexicon_of

__all__ = ["find_money"]

# What a negation makes of a word of precision.
_NEGATED: dict[Qualifier, Qualifier] = {"more_than": "at_most", "less_than": "at_least"}
# Characters within which words and amounts are looked for.
_GAP = 40  # between two amounts that share scale or currency
_WINDOW = 80  # before an amount, for what is said of it
_NEAR = 160  # between an amount and the one that it takes its currency from
_FAR = 480  # the same across sentences

_TOO_MUCH = Decimal(10) ** 24
_THOUSAND = 3  # the exponent from which a number is large enough to be money without a currency
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+\Z")
_NEXT_WORDS = re.compile(r"\s+([^\W\d_]+)(?:\s+([^\W\d_]+))?")
_CLAUSE_END = re.compile(r"\s*(?:[.,;!?»”\")\]\n]|\s[–—-]\s|\Z)")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_NOT_COUNTED = frozenset(("ADP", "CCONJ", "PART", "PRON", "VERB", "VERB:Inf", "ADV"))
_COUNTABLE = frozenset(("NOUN", "ADJ", "VERB:Part"))
_UNNAMED = Currency()  # of money whose currency the text does not name


def find_money(analysis: Analysis) -> Iterator[MoneyAmount]:
    """The sums of money of an article, in order."""
    lexicon = lexicon_of(analysis.language)
    folded = fold_in_place(analysis.text)
    if lexicon.may_have_money(folded):
        pieces = find_pieces(analysis.text, folded, lexicon)
        yield from _Relations(analysis, folded, lexicon, find_amounts(analysis.text, pieces, lexicon)).facts()


class _Relations:
    """Relates an article's amounts to one another and to the words around them."""

    def __init__(self, analysis: Analysis, folded: str, lexicon: Lexicon, amounts: Iterator[Amount]) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._folded = folded
        self._lexicon = lexicon
        self._links = lexicon.data.links
        self._amounts = self._with_ranges(amounts)
        self._sure: Counter[str] = Counter()  # codes that the article names beyond doubt, with adjective, sign or code
        self._bare: Counter[tuple[str, ...]] = Counter()  # currency names, by their forms, that stand alone
        self._local: dict[tuple[str, ...], str | None] = {}  # the code of a name that means several currencies, by its forms

    def facts(self) -> Iterator[MoneyAmount]:
        """The amounts that are money, with all that the words around them say."""
        self._carry_back()
        self._carry_forward()
        self._name_currencies()
        previous: Amount | None = None
        for amount in self._amounts:
            if amount.currency is not None and not (self._is_other_measure(amount) or self._is_no_sum(amount)):
                yield self._fact(amount, ends_change=previous is not None and self._is_change(previous, amount))
            previous = amount

    def _fact(self, amount: Amount, ends_change: bool) -> MoneyAmount:
        span = self._analysis.span(amount.start, amount.end - self._ends_sentence(amount))
        is_range = amount.maximum is not None
        return MoneyAmount(
            start=span.start,
            end=span.end,
            text=span.text,
            amount=None if is_range else _plain(amount.value),
            minimum=_plain(amount.value) if is_range else None,
            maximum=None if amount.maximum is None else _plain(amount.maximum),
            currency=amount.code,
            qualifier=amount.qualifier or self._qualifier(amount, ends_change),
            confidence=amount.confidence,
        )

    def _ends_sentence(self, amount: Amount) -> bool:
        """Whether the stop of the amount's last abbreviation is the sentence's as well, and so not the amount's."""
        if self._text[amount.end - 1] != ".":
            return False
        rest = self._text[amount.end : amount.end + _GAP].strip()
        return not rest or rest.lstrip('«„“"(')[:1].isupper()

    # Ranges and changes

    def _with_ranges(self, amounts: Iterator[Amount]) -> list[Amount]:
        """The amounts, the two ends of each range joined."""
        joined: list[Amount] = []
        for amount in amounts:
            if joined and (start := self._range_start(joined[-1], amount)) is not None:
                joined[-1] = self._range(start, joined[-1], amount)
            else:
                joined.append(amount)
        return joined

    def _range_start(self, low: Amount, high: Amount) -> int | None:
        """Where the range of two neighbouring amounts begins, or None when they are none."""
        if low.maximum is not None or high.start - low.end > _GAP or self._differ(low, high):
            return None
        gap = self._words(low.end, high.start)
        opening, start = self._word_before(low.start)
        for first, second in self._links.range:
            if opening == first and second in gap and all(w == second or self._is_precision(w) for w in gap):
                return start
        if len(gap) != 1 or gap[0] not in self._links.dash or self._low_end(low, high) >= high.value:
            return None
        if low.currency is not None and not low.currency.prefixed:  # «5 млн рублей – 7 млн»: a list of two
            return None
        if self._is_year(low) and high.start - low.end > 1:  # «в 2019 – 5 млн»
            return None
        return low.start if low.exponent or not high.exponent or self._shares_scale(low, high) else None

    def _range(self, start: int, low: Amount, high: Amount) -> Amount:
        owner = high if high.currency is not None else low
        return Amount(
            start=start,
            end=high.end,
            value=self._low_end(low, high),
            maximum=high.value,
            exponent=max(low.exponent, high.exponent),
            currency=owner.currency,
            code=owner.code,
            decided=owner.decided,
        )

    def _low_end(self, low: Amount, high: Amount) -> Decimal:
        scaled = low.value.scaleb(high.exponent)
        return scaled if self._shares_scale(low, high) and scaled <= high.value else low.value

    def _is_change(self, one: Amount, other: Amount) -> bool:
        """Whether two amounts are the ends of a change («с 5 до 7 млн», «с 300 рублей в месяц до 500»)."""
        if not 0 < other.start - one.end <= _GAP:
            return False
        opening = self._word_before(one.start)[0]
        if not any(opening == first for first, _ in self._links.change):
            return False
        gap = self._words(one.end, other.start)
        return any(opening == first and gap[-1:] == [second] for first, second in self._links.change)

    def _differ(self, one: Amount, other: Amount) -> bool:
        """Whether two amounts are in different currencies."""
        return (
            one.currency is not None and other.currency is not None and (one.currency, one.code) != (other.currency, other.code)
        )

    # Carrying over

    def _carry_back(self) -> None:
        """Give a number the scale and the currency of the amount after it («34 и 19 миллионов сомов»)."""
        for index in range(len(self._amounts) - 2, -1, -1):
            one, other = self._amounts[index], self._amounts[index + 1]
            if one.currency is not None or other.currency is None or other.start - one.end > _GAP or self._is_year(one):
                continue
            gap = " ".join(self._words(one.end, other.start))
            joined = gap in self._links.list or (gap == "," and self._in_list(index + 1))
            if joined or self._is_change(one, other) or (one.exponent and gap in self._links.versus):
                self._take(one, other, 0.93)

    def _in_list(self, index: int) -> bool:
        """Whether an amount and the one after it are joined as the end of a list («5, 7 и 10 рублей»)."""
        if index + 1 >= len(self._amounts):
            return False
        one, other = self._amounts[index : index + 2]
        if other.currency is None or other.start - one.end > _GAP:
            return False
        gap = " ".join(self._words(one.end, other.start))
        return gap in self._links.list or (gap == "," and one.currency is not None and one.confidence < 0.95)

    def _carry_forward(self) -> None:
        """Give an amount without a currency that of the money it is spoken of with."""
        source: Amount | None = None
        for index, amount in enumerate(self._amounts):
            if amount.currency is None:
                if amount.exponent >= _THOUSAND:
                    self._complete_scaled(index, source)
                elif source is not None:
                    self._complete_bare(amount, source)
            if amount.currency is not None and not self._in_brackets(amount):
                source = amount

    def _complete_scaled(self, index: int, source: Amount | None) -> None:
        """Decide whether «15 млн» is money, and whose."""
        amount = self._amounts[index]
        if self._is_counted(amount):
            return
        sentence = self._analysis.sentence_at(amount.start)
        begin = max(sentence.start, amount.start - _NEAR)
        if source is not None and source.start >= begin:
            if not self._lexicon.counted.search(self._folded, source.end, amount.start):
                self._take(amount, source, 0.9)
            return
        if self._lexicon.counted.search(self._folded, begin, amount.start):
            return
        following = next((a for a in self._amounts[index + 1 : index + 4] if a.currency is not None), None)
        converted = following is not None and self._is_conversion(amount, following)
        if following is not None and not converted and following.start < min(sentence.end, amount.end + _WINDOW):
            self._take(amount, following, 0.8)
        elif converted or self._speaks_of_money(begin, amount) or self._goes_on(begin, amount, source):
            if source is not None and amount.start - source.end <= _FAR:
                self._take(amount, source, 0.75)
            elif following is not None and not converted and following.start - amount.end <= _FAR:
                self._take(amount, following, 0.7)
            else:
                amount.currency, amount.confidence = _UNNAMED, 0.6

    def _goes_on(self, begin: int, amount: Amount, source: Amount | None) -> bool:
        """Whether a sentence about a sale follows close upon money («продали за 50 млн евро. Агент получит 8 млн»)."""
        near = source is not None and amount.start - source.end <= _WINDOW
        return near and bool(self._lexicon.sale.search(self._folded, begin, amount.start))

    def _speaks_of_money(self, begin: int, amount: Amount) -> bool:
        """Whether the words before a number say that it is money: «расходы составили», «продан за»."""
        if self._lexicon.money.search(self._folded, begin, amount.start):
            return True
        words = self._words(max(begin, amount.start - _WINDOW), amount.start)
        while words and words[-1] in self._lexicon.qualifiers:
            words.pop()
        return (
            bool(words)
            and words[-1] in self._links.price
            and bool(self._lexicon.sale.search(self._folded, begin, amount.start))
        )

    def _complete_bare(self, amount: Amount, source: Amount) -> None:
        """Give «два» in «один миллиард долларов, потом и на два» the scale and the currency that it leaves out."""
        if not 0 < amount.start - source.end <= _WINDOW or amount.coefficient is None or self._is_year(amount):
            return
        if not _CLAUSE_END.match(self._text, amount.end):
            return
        if not self._is_change(source, amount):
            if not source.exponent or not self._shares_scale(amount, source) or source.maximum is not None:
                return
            if self._words(source.end, amount.start)[-1:] not in self._before_bare:
                return
            if self._analysis.sentence_at(source.start).end < amount.end:
                return
        self._take(amount, source, 0.85)

    @property
    def _before_bare(self) -> list[list[str]]:
        return [[word] for word in (*self._links.before_bare, *self._links.dash)]

    def _take(self, amount: Amount, source: Amount, confidence: float) -> None:
        """Give an amount the currency of another one, and its scale where it has none."""
        if self._shares_scale(amount, source):
            amount.value = amount.value.scaleb(source.exponent)
            amount.exponent = source.exponent
        amount.currency, amount.code, amount.confidence = source.currency, source.code, confidence

    def _shares_scale(self, one: Amount, other: Amount) -> bool:
        """Whether a number is meant in the scale of its neighbour: the two sums are nearer to each other then."""
        if one.exponent or one.coefficient is None or not other.exponent or not one.value or not other.value:
            return False
        return _ratio(one.value.scaleb(other.exponent), other.value) <= _ratio(one.value, other.value)

    def _is_conversion(self, amount: Amount, other: Amount) -> bool:
        """Whether the other amount, in brackets right after, says the same in another currency."""
        words = self._words(amount.end, min(other.start, amount.end + _WINDOW))
        return words[:1] == ["("] and all(self._is_precision(word) for word in words[1:])

    def _is_counted(self, amount: Amount) -> bool:
        """Whether a noun after the number says what it counts («5 млн человек», «5 млн их записей»)."""
        match = _NEXT_WORDS.match(self._text, amount.end)
        if match is None or self._ends_sentence(amount):
            return False
        readings = self._analysis.readings(match[1])
        if readings[0].pos == "PRON" and match[2]:
            readings = self._analysis.readings(match[2])
        if readings[0].category in _NOT_COUNTED:
            return False
        return readings[0].pos == "X" or any(r.case == "Gen" and r.category in _COUNTABLE for r in readings)

    def _in_brackets(self, amount: Amount) -> bool:
        before = self._text[max(0, amount.start - _NEAR) : amount.start]
        return before.rfind("(") > before.rfind(")")

    # Currencies

    def _name_currencies(self) -> None:
        """Settle what «крон» or «копеек» means by what else the article names."""
        self._sure = Counter(a.code for a in self._amounts if a.decided and a.code is not None)
        self._bare = Counter(a.currency.forms for a in self._amounts if a.currency is not None and not a.decided)
        for index, amount in enumerate(self._amounts):
            currency = amount.currency
            if currency is None:
                continue
            if currency.codes:
                amount.value *= HUNDREDTH
                amount.maximum = None if amount.maximum is None else amount.maximum * HUNDREDTH
                amount.code = self._code_of_hundredth(index, currency)
            elif not amount.decided and currency.national:
                amount.code = self._code_in_article(amount, currency)

    def _code_of_hundredth(self, index: int, currency: Currency) -> str:
        """The currency that «копеек» belongs to: one named in the same sentence, else the usual one."""
        sentence = self._analysis.sentence_at(self._amounts[index].start)
        near = sorted(range(max(0, index - 3), min(len(self._amounts), index + 4)), key=lambda i: abs(i - index))
        for other in (self._amounts[i] for i in near):
            if other.code in currency.codes and sentence.start <= other.start < sentence.end:
                return str(other.code)
        return currency.codes[0]

    def _code_in_article(self, amount: Amount, currency: Currency) -> str | None:
        """The code that a name alone has here: the one that it has elsewhere with an adjective, if that is the rule."""
        named = [code for code in self._sure if currency.has(code)]
        usual = self._sure[named[0]] > self._bare[currency.forms] and not self._in_brackets(amount) if named else False
        if len(named) == 1 and (usual or amount.code is None):
            return named[0]
        if amount.code is None and currency.forms not in self._local:
            self._local[currency.forms] = self._lexicon.code_by_places(currency, self._folded)
        return amount.code or self._local[currency.forms]

    def _is_other_measure(self, amount: Amount) -> bool:
        """Whether the unit of an amount weighs or counts something else here («8 фунтов 6 унций»)."""
        currency = amount.currency
        if currency is None or not currency.ambiguous or amount.decided:
            return False
        sentence = self._analysis.sentence_at(amount.start)
        begin = max(sentence.start, amount.start - _WINDOW)
        if self._lexicon.weight.search(self._folded, begin, min(sentence.end, amount.end + _GAP)):
            return True
        if amount.code is not None and (amount.exponent >= _THOUSAND or amount.code in self._sure):
            return False
        return not self._speaks_of_money(begin, amount)

    def _is_no_sum(self, amount: Amount) -> bool:
        """Whether there is no such sum: «ни одного рубля», or more than Decimal keeps exactly."""
        if max(amount.value, amount.maximum or amount.value) >= _TOO_MUCH:
            return True
        return self._word_before(amount.start)[0] in self._lexicon.data.numbers.not_after

    # Words around

    def _qualifier(self, amount: Amount, ends_change: bool) -> Qualifier | None:
        """What the words before an amount say of its precision."""
        qualifiers = self._lexicon.qualifiers
        words = self._words(max(0, amount.start - _GAP), amount.start)
        while words and words[-1] not in qualifiers and words[-1] in self._lexicon.data.qualifiers.between:
            words.pop()
        if words and words[-1] in self._lexicon.ends_of_change and (ends_change or self._tells_change(amount)):
            words.pop()
        for length in (3, 2, 1):
            qualifier = qualifiers.get(" ".join(words[-length:]))
            if qualifier is not None:
                return _NEGATED.get(qualifier, qualifier) if self._is_negated(words[:-length]) else qualifier
        return None

    def _is_negated(self, words: list[str]) -> bool:
        """Whether words end in a negation, or in one of a possibility («не может»)."""
        while words and words[-1] in self._lexicon.data.qualifiers.possibility:
            words.pop()
        return bool(words) and words[-1] in self._lexicon.data.qualifiers.negations

    def _tells_change(self, amount: Amount) -> bool:
        begin = max(self._analysis.sentence_at(amount.start).start, amount.start - _NEAR)
        return bool(self._lexicon.change.search(self._folded, begin, amount.start))

    def _is_precision(self, word: str) -> bool:
        return word in self._lexicon.qualifiers or word in self._lexicon.data.qualifiers.between

    def _is_year(self, amount: Amount) -> bool:
        return amount.exponent == 0 and bool(_YEAR.match(self._text[amount.start : amount.end]))

    def _word_before(self, end: int) -> tuple[str, int]:
        """The folded word that ends before an offset, and where it begins."""
        begin = max(0, end - 20)
        match = _LAST_WORD.search(self._folded[begin:end])
        return (match[1], begin + match.start(1)) if match else ("", end)

    def _words(self, start: int, end: int) -> list[str]:
        """The folded words and marks between two offsets."""
        return _WORD.findall(self._folded[start:end])


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    """How many times the smaller of two sums the larger one is."""
    return max(one, other) / min(one, other)


def _plain(value: Decimal) -> Decimal:
    """The value without exponent and superfluous zeros."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()
