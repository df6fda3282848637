"""Scale and currency that an amount leaves out and takes from another one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsfacts_money.amounts import Amount
from newsfacts_money.lexicon import Currency
from newsfacts_money.price_lists import IN_PRICE_LIST, is_price_list
from newsfacts_money.surroundings import NEAR, THOUSAND, WINDOW, Surroundings

__all__ = ["carry_back", "carry_forward"]

_FAR = 480  # characters between an amount and the one that it takes its currency from across sentences
_AHEAD = 3  # amounts among which the next one with a currency is looked for
_UNNAMED = Currency()  # of money whose currency the text does not name

# How often a currency that is carried over so is right.
_IN_LIST = 0.93
_IN_SENTENCE = 0.9
_OF_BARE_NUMBER = 0.85
_FROM_THE_END = 0.8
_ACROSS_SENTENCES = 0.75
_FROM_NEXT_SENTENCE = 0.7
_NOT_NAMED = 0.6


def carry_back(amounts: Sequence[Amount], around: Surroundings) -> None:
    """Give a number the scale and the currency of the amount after it («34 и 19 миллионов сомов», «5, 7 и 10 рублей»)."""
    links = around.lexicon.data.links
    listed = False
    for one, other in reversed(list(pairwise(amounts))):
        if other.currency is None:
            listed = False
            continue
        gap = around.between(one, other)
        listed = gap in links.list or (gap == "," and listed)
        if one.currency is not None or around.is_year(one):
            continue
        if listed or gap in links.versus or around.is_change(one, other):
            _take(one, other, _IN_LIST)
        elif is_price_list(one, other, around):
            _take(one, other, IN_PRICE_LIST)


def carry_forward(amounts: Sequence[Amount], around: Surroundings) -> None:
    """Give an amount without a currency that of the money it is spoken of with."""
    source: Amount | None = None
    counted: list[Amount] = []  # the numbers since the source that are no money
    for index, amount in enumerate(amounts):
        if amount.currency is None:
            if amount.exponent >= THOUSAND and not amount.needs_currency:
                _complete_scaled(amount, amounts[index + 1 : index + 1 + _AHEAD], source, around)
            elif source is not None:
                _complete_bare(amount, source, counted, around)
                if amount.currency is not None and counted and around.is_change(counted[-1], amount):
                    _take(counted[-1], amount, _IN_LIST)  # «дизеля — с | 60 | до 63»
        if amount.currency is None:
            counted.append(amount)
        elif not around.is_in_brackets(amount):
            source, counted = amount, []


def _complete_scaled(amount: Amount, ahead: Sequence[Amount], source: Amount | None, around: Surroundings) -> None:
    """Decide whether «15 млн» is money, and whose.

    Args:
        amount: The number.
        ahead: The amounts after it.
        source: The last money before it.
        around: The words around it.
    """
    if around.is_counted(amount):
        return
    begin = around.begin_of_sentence(amount, NEAR)
    if source is not None and source.currency is not None and source.currency.codes:
        source = None  # nobody counts millions of hundredths
    near = source if source is not None and source.start >= begin else None
    if around.lexicon.counted.search(around.folded, near.end if near else begin, amount.start):
        return
    if near:
        _take(amount, near, _IN_SENTENCE)
        return
    following = next((other for other in ahead if other.currency is not None), None)
    converted = following is not None and around.is_conversion(amount, following)
    if converted:
        following = None
    sentence_end = around.analysis.sentence_at(amount.start).end
    if following is not None and following.start < min(sentence_end, amount.end + WINDOW):
        _take(amount, following, _FROM_THE_END)
    elif converted or around.speaks_of_money(begin, amount) or _goes_on(begin, amount, source, around):
        _take_from_afar(amount, source, following)


def _goes_on(begin: int, amount: Amount, source: Amount | None, around: Surroundings) -> bool:
    """Whether a sentence about a sale follows close upon money («продали за 50 млн евро. Агент получит 8 млн»)."""
    return source is not None and amount.start - source.end <= WINDOW and around.speaks_of_sale(begin, amount)


def _take_from_afar(amount: Amount, source: Amount | None, following: Amount | None) -> None:
    """Give money the currency of another sentence, of the one before it rather than of the one after it."""
    if source is not None and amount.start - source.end <= _FAR:
        _take(amount, source, _ACROSS_SENTENCES)
    elif following is not None and following.start - amount.end <= _FAR:
        _take(amount, following, _FROM_NEXT_SENTENCE)
    else:
        amount.currency, amount.confidence = _UNNAMED, _NOT_NAMED


def _complete_bare(amount: Amount, source: Amount, counted: Sequence[Amount], around: Surroundings) -> None:
    """Give «два» in «один миллиард долларов, потом и на два» the scale and the currency that it leaves out.

    Args:
        amount: The number.
        source: The last money before it.
        counted: The numbers between the two that are no money.
        around: The words around it.
    """
    if amount.start - source.end > WINDOW or around.is_year(amount):
        return
    if is_price_list(source, amount, around):
        _take(amount, source, IN_PRICE_LIST)
    elif around.ends_clause(amount) and (around.is_change(source, amount) or _goes_on_bare(amount, source, counted, around)):
        _take(amount, source, _OF_BARE_NUMBER)


def _goes_on_bare(amount: Amount, source: Amount, counted: Sequence[Amount], around: Surroundings) -> bool:
    """Whether a number repeats, in one sentence, what is said of money with a scale, not what is said of another number."""
    if not _shares_scale(amount, source):
        return False
    before = around.words(source.end, amount.start)[-1:]
    if around.lexicon.before_bare.isdisjoint(before):
        return False
    if any(around.words(source.end, other.start)[-1:] == before for other in counted):  # «за 3 часа, …, за 10»
        return False
    return around.analysis.sentence_at(source.start).end >= amount.end


def _take(amount: Amount, source: Amount, confidence: float) -> None:
    """Give an amount the currency of another one, and its scale where it has none."""
    if _shares_scale(amount, source):
        amount.value = amount.value.scaleb(source.exponent)
        amount.exponent = source.exponent
    amount.currency, amount.code, amount.confidence, amount.source = source.currency, source.code, confidence, source


def _shares_scale(one: Amount, other: Amount) -> bool:
    """Whether a number alone is meant in the scale of its neighbour: the two sums are nearer to each other then."""
    if one.exponent or not other.exponent:
        return False
    return one.value * one.value.scaleb(other.exponent) <= other.value**2
