"""Which currency a name means in its article («крон», «копеек»), and whether it means one at all."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from newsfacts import fold
from newsfacts_money.amounts import HUNDREDTH, Amount
from newsfacts_money.lexicon import Currency
from newsfacts_money.money_words import forms_of
from newsfacts_money.surroundings import GAP, THOUSAND, WINDOW, Surroundings
from newsfacts_money.word_patterns import any_of

__all__ = ["Currencies"]

_DOMAIN = re.compile(r"\w+://[^/?#:]*\.([^\W\d_]+)(?=[/?#:]|\Z)")  # the last part of an address's host
_TOO_MUCH = Decimal(10) ** 24  # more than all money, and than Decimal keeps exactly
_AT_HOME = 0.85  # how often the bare sign means the currency of the source's country
_NEIGHBOURS = 3  # amounts on each side of «копеек» whose currency may be its own


class _Home(NamedTuple):
    """What the bare sign means at the article's source.

    Attributes:
        sign: The sign.
        usual: The code that it and the bare name have elsewhere.
        code: The code that they have here.
    """

    sign: str
    usual: str
    code: str


class Currencies:
    """The currencies of an article: settles what each name means by what else the article names.

    Args:
        amounts: The article's amounts, which it changes.
        around: The words around them.
    """

    def __init__(self, amounts: Sequence[Amount], around: Surroundings) -> None:
        self._amounts = amounts
        self._around = around
        self._starts = [amount.start for amount in amounts]
        self._decided = Counter(a.code for a in amounts if a.decided)
        self._bare = Counter(a.currency.forms for a in amounts if a.currency is not None and not a.decided)
        self._home = self._at_home()
        self._local: dict[tuple[str, ...], str | None] = {}  # by a name's forms the code that the article's places give it

    def settle(self) -> None:
        """Give each amount the code that its currency's name means here; hundredths become units."""
        for index, amount in enumerate(self._amounts):
            currency = amount.currency
            if currency is None:
                continue
            if currency.codes:
                amount.value *= HUNDREDTH
                amount.maximum = None if amount.maximum is None else amount.maximum * HUNDREDTH
                amount.code = self._code_of_hundredth(index, currency)
            else:
                if not amount.decided:
                    amount.code = self._code_in_article(amount, currency)
                self._bring_home(amount)

    def _bring_home(self, amount: Amount) -> None:
        """Give the bare sign or name of an amount the code that it has where the article comes from («$5» in Australia)."""
        home = self._home
        if home is None or amount.code != home.usual:
            return
        if not amount.decided or self._around.text.startswith(home.sign, amount.start):
            amount.code, amount.confidence = home.code, min(amount.confidence, _AT_HOME)

    def _at_home(self) -> _Home | None:
        """What the article says of the bare sign («all sums in Canadian dollars»), or else the end of its address."""
        data, url = self._around.lexicon.data, self._around.analysis.article.url or ""
        if data.home is None:
            return None
        domain = _DOMAIN.match(url)
        code = data.home.by_domain.get(domain[1].lower()) if domain else None
        [unit] = [unit for unit in data.units if unit.code == data.home.code]
        forms = any_of(forms_of(unit.forms, data.endings))
        stated = re.search(rf"\b{data.links.head}\s+({any_of(unit.national)})\s+(?:{forms})\b", self._around.folded)
        if stated:
            code = unit.national[stated[1]]
        return _Home(data.home.sign, data.home.code, code) if code else None

    def _code_of_hundredth(self, index: int, currency: Currency) -> str:
        """The currency of «копеек»: its adjective's, that of the sum before, the only one that the sentence has, or the usual.

        In a list of sums of several currencies it has that of none of them.
        """
        sentence = self._around.analysis.sentence_at(self._amounts[index].start)
        first, end = max(0, index - _NEIGHBOURS), index + _NEIGHBOURS + 1
        near = {
            n: str(other.code)
            for n, other in enumerate(self._amounts[first:end], first)
            if other.code in currency.codes and sentence.start <= other.start < sentence.end
        }
        own = near.get(index) or near.get(index - 1)
        named = {own} if own else set(near.values())
        return named.pop() if len(named) == 1 else currency.codes[0]

    def _code_in_article(self, amount: Amount, currency: Currency) -> str | None:
        """The code that a name alone has here: the one that it has elsewhere with an adjective, if that is the rule."""
        named = [code for code in self._decided if currency.may_mean(code)]
        if len(named) == 1 and (amount.code is None or self._is_usual(named[0], amount, currency)):
            return named[0]
        return amount.code or self._code_by_places(currency)

    def _is_usual(self, code: str | None, amount: Amount, currency: Currency) -> bool:
        """Whether the article has a name more often with what decides its code than alone; conversions go by themselves."""
        return self._decided[code] > self._bare[currency.forms] and not self._around.is_in_brackets(amount)

    def _code_by_places(self, currency: Currency) -> str | None:
        """The code of the country that the article names most, of those that have a currency of one name; None of several."""
        if currency.forms not in self._local:
            stems = {fold(stem): code for stem, code in (currency.places | currency.national).items()}
            found = [stems[stem] for stem in re.findall(rf"\b({any_of(stems)})", self._around.folded)]
            first, second = (*Counter(found).most_common(2), (None, 0), (None, 0))[:2]
            self._local[currency.forms] = first[0] if first[1] > second[1] else None
        return self._local[currency.forms]

    def is_sum(self, amount: Amount) -> bool:
        """Whether an amount is money and there is such a sum."""
        if amount.currency is None or self._is_other_measure(amount, amount.currency):
            return False
        if max(amount.value, amount.maximum or amount.value) >= _TOO_MUCH:
            return False
        around = self._around
        if any(around.folded.startswith(letter, amount.end) for letter in around.lexicon.data.numbers.not_before):
            return False
        return around.word_before(amount.start)[0] not in around.lexicon.data.numbers.not_after  # «ни рубля»

    def _is_other_measure(self, amount: Amount, currency: Currency) -> bool:
        """Whether the unit of an amount weighs or counts something else here («8 фунтов 6 унций»)."""
        if not currency.ambiguous or amount.decided:
            return False
        around = self._around
        begin = around.begin_of_sentence(amount, WINDOW)
        end = min(around.analysis.sentence_at(amount.start).end, amount.end + GAP)
        if around.lexicon.weight.search(around.folded, begin, end):
            return True
        if self._is_one_of_two(amount, currency):
            return False
        if amount.code is not None and (amount.exponent >= THOUSAND or amount.code in self._decided):
            return False
        return not around.speaks_of_money(begin, amount)

    def _is_one_of_two(self, amount: Amount, currency: Currency) -> bool:
        """Whether hundredths are one end of a range or a change that has the same letter at both ends («5p to 45p»)."""
        if not currency.codes or amount.value >= 1:  # «720p to 1080p»
            return False
        at = bisect_left(self._starts, amount.start)
        pairs = pairwise(self._amounts[max(0, at - 1) : at + 2])
        links = self._around.lexicon.data.links
        return any(
            one.currency is other.currency and one.value < 1 > other.value and self._around.between(one, other) in links.through
            for one, other in pairs
        )
