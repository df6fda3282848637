"""Ranges: two neighbouring amounts that are the ends of one («от 30 до 50 тыс. рублей», «$3–5 млн»)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from newsfacts_money.amounts import Amount
from newsfacts_money.surroundings import THOUSAND, Surroundings

__all__ = ["join_ranges"]


def join_ranges(amounts: Iterable[Amount], around: Surroundings) -> list[Amount]:
    """The amounts, the two ends of each range joined."""
    joined: list[Amount] = []
    for amount in amounts:
        if joined and (start := _start(joined[-1], amount, around)) is not None:
            joined[-1] = _range(start, joined[-1], amount)
        else:
            joined.append(amount)
    return joined


def _start(low: Amount, high: Amount, around: Surroundings) -> int | None:
    """Where the range of two neighbouring amounts begins, or None when they are none."""
    gap = around.between(low, high)
    if gap is None or _differ(low, high) or (high.currency is None and around.is_counted(high)):
        return None
    links = around.lexicon.data.links
    opening, start = around.word_before(low.start)
    words = gap.split()
    pairs = links.range
    if around.word_before(start)[0] in links.ranging:  # «ranging from … to …» does not change
        pairs += links.change
    for first, second in pairs:
        if opening == first and second in words and _is_precision([word for word in words if word != second], around):
            return start
    if not (gap in links.dash or (gap in links.through and _stays(low, high, around))) or _low_end(low, high) >= high.value:
        return None
    if low.currency is not None and not low.currency.prefixed:  # «5 млн рублей – 7 млн»: a list of two
        return None
    if low.currency is None and around.text[low.start].isalpha() and not around.text[high.start].isalpha():
        return None  # «на двоих – 5000 рублей»
    if around.is_year(low) and high.start - low.end > 1:  # «в 2019 – 5 млн»
        return None
    return low.start


def _is_precision(words: list[str], around: Surroundings) -> bool:
    """Whether some words say nothing but how precise the amount after them is («between $5m and as much as $8m»)."""
    return all(map(around.is_precision, words)) or " ".join(words) in around.lexicon.qualifiers


def _stays(low: Amount, high: Amount, around: Surroundings) -> bool:
    """Whether nothing changes from the one amount to the other («$3 million to $5 million»)."""
    if around.is_change(low, high) or around.speaks_of_change(low):
        return False
    if high.currency is None:
        return high.exponent >= THOUSAND  # «gave $5 to 20»
    return low.currency is not None or not high.currency.prefixed


def _range(start: int, low: Amount, high: Amount) -> Amount:
    owner = high if high.currency is not None else low
    return Amount(
        start=start,
        end=high.end,
        value=_low_end(low, high),
        maximum=high.value,
        exponent=max(low.exponent, high.exponent),
        currency=owner.currency,
        code=owner.code,
        decided=owner.decided,
    )


def _low_end(low: Amount, high: Amount) -> Decimal:
    """The lower end, in the scale of the upper one where it is below it so («от 30 до 50 тыс.»)."""
    scaled = low.value.scaleb(high.exponent)
    return scaled if scaled <= high.value else low.value


def _differ(one: Amount, other: Amount) -> bool:
    """Whether two amounts are in different currencies."""
    return one.currency is not None and other.currency is not None and (one.currency, one.code) != (other.currency, other.code)
