"""The sums of money of an article, with their currency and what the words around them say of their precision."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from newsfacts import Analysis, Extractor, MoneyAmount
from newsfacts_money.amounts import Amount, find_amounts
from newsfacts_money.carrying import carry_back, carry_forward
from newsfacts_money.currencies import Currencies
from newsfacts_money.pieces import find_pieces, fold_in_place
from newsfacts_money.precision import qualifier_of
from newsfacts_money.price_lists import price_from_head
from newsfacts_money.ranges import join_ranges
from newsfacts_money.reasons import reasons_of
from newsfacts_money.surroundings import Surroundings
from newsfacts_money.word_tables import lexicon_of

__all__ = ["EXTRACTOR", "find_money"]


def find_money(analysis: Analysis) -> Iterator[MoneyAmount]:
    """The sums of money of an article, in order."""
    lexicon = lexicon_of(analysis.language, analysis.pack("money"))
    folded = fold_in_place(analysis.text)
    if not lexicon.may_have_money(folded):
        return
    around = Surroundings(analysis, folded, lexicon)
    pieces = find_pieces(analysis.text, folded, lexicon)
    amounts = join_ranges(find_amounts(analysis.text, pieces, lexicon), around)
    price_from_head(amounts, pieces, around)
    carry_back(amounts, around)
    carry_forward(amounts, around)
    currencies = Currencies(amounts, around)
    currencies.settle()
    previous: Amount | None = None
    for amount in amounts:
        if currencies.is_sum(amount):
            fact = _fact(amount, previous is not None and around.is_change(previous, amount), around)
            analysis.explain(fact, partial(reasons_of, fact, amount, pieces, around))
            yield fact
        previous = amount


def _fact(amount: Amount, ends_change: bool, around: Surroundings) -> MoneyAmount:
    span = around.analysis.span(amount.start, amount.end - around.ends_sentence(amount))
    is_range = amount.maximum is not None
    return MoneyAmount(
        start=span.start,
        end=span.end,
        text=span.text,
        amount=None if is_range else _plain(amount.value),
        minimum=_plain(amount.value) if is_range else None,
        maximum=None if amount.maximum is None else _plain(amount.maximum),
        currency=amount.code,
        qualifier=amount.qualifier or qualifier_of(amount, ends_change, around),
        confidence=amount.confidence,
    )


def _plain(value: Decimal) -> Decimal:
    """The value without exponent and superfluous zeros."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


EXTRACTOR = Extractor(name="money", languages=(), yields=[MoneyAmount], run=find_money)
