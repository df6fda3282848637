"""Why a sum was found: the number, its currency and its precision, with the entries of the lexicon behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsfacts import Decision, MoneyAmount
from newsfacts_money.amounts import Amount
from newsfacts_money.lexicon import Currency
from newsfacts_money.money_words import Kind
from newsfacts_money.pieces import Piece
from newsfacts_money.surroundings import GAP, Surroundings

__all__ = ["reasons_of"]

_WORDS_BESIDE = 3  # of an amount, on each side, among which a word of precision stands


def reasons_of(fact: MoneyAmount, amount: Amount, pieces: Sequence[Piece], around: Surroundings) -> Iterator[Decision]:
    """The decisions behind a sum.

    Args:
        fact: The sum.
        amount: The amount that it was made of.
        pieces: The pieces of the text.
        around: The words around the amounts.
    """
    own = [piece for piece in pieces if fact.start <= piece.start < fact.end]
    values = (fact.amount,) if fact.maximum is None else (fact.minimum, fact.maximum)
    yield Decision(
        question="what the sum is",
        answer=" – ".join(f"{value:,f}".replace(",", " ") for value in values),
        rule=_number_rule(amount),
        evidence=[_number(piece) for piece in own if piece.entry.kind in (Kind.DIGITS, Kind.NUMERAL, Kind.SCALE)],
    )
    yield Decision(
        question="which currency",
        answer=amount.code or "the text does not decide it",
        rule=_currency_rule(amount),
        evidence=list(_currency(amount, own, around)),
    )
    if fact.qualifier:
        before, after = around.words_right_before(amount.start), around.words(amount.end, amount.end + GAP)
        beside = {"before": " ".join(before[-_WORDS_BESIDE:]), "after": " ".join(after[:_WORDS_BESIDE])}
        within = amount.qualifier is not None
        yield Decision(
            question="how precise it is",
            answer=fact.qualifier,
            rule="the words within it" if within else "the words beside it",
            evidence={} if within else beside,
        )


def _number_rule(amount: Amount) -> str:
    currency = _currency_of(amount)
    if amount.source is not None:
        return "a number that takes its currency, and its scale where it has none, from another sum"
    if amount.maximum is not None:
        return "a range of two numbers, the scale and the currency of one for both"
    if currency.codes:
        return "a number of hundredths"
    return "a number with a currency at it" if _is_named(currency) else "a number that the sentence calls money"


def _currency_rule(amount: Amount) -> str:
    currency = _currency_of(amount)
    if amount.source is not None:
        return "that of the sum beside it"
    if not _is_named(currency):
        return "the sentence speaks of money and names no currency"
    if currency.codes:
        return "the currency of these hundredths that the sentence names, else the usual one"
    if amount.code is None:
        return "a name of several currencies, between which the article does not decide"
    is_usual = currency.code == amount.code
    if amount.decided:
        return (
            "a sign, a code or a country at the number" if is_usual else "the country at the name, or where the article is from"
        )
    return "the name at the number" if is_usual else "the name, and the countries and currencies of the article"


def _currency_of(amount: Amount) -> Currency:
    assert amount.currency is not None  # else it is no sum
    return amount.currency


def _is_named(currency: Currency) -> bool:
    return bool(currency.forms) or currency.prefixed


def _currency(amount: Amount, own: Sequence[Piece], around: Surroundings) -> Iterator[tuple[str, str]]:
    for piece in own:
        if piece.entry.kind in (Kind.UNIT, Kind.COMPOUND):
            yield "word", f"{piece.text} ({_meaning(piece)})"
        elif piece.entry.kind is Kind.ADJECTIVE:
            yield "country", piece.text
    if amount.source is not None:
        yield "taken from", around.text[amount.source.start : amount.source.end]


def _meaning(piece: Piece) -> str:
    currency = piece.entry.currency
    if currency.codes:
        return f"hundredths of {', '.join(currency.codes)}"
    return currency.code or f"one of {', '.join(sorted({*currency.national.values(), *currency.of.values()} - {''}))}"


def _number(piece: Piece) -> tuple[str, str]:
    entry = piece.entry
    if entry.kind is Kind.SCALE:
        return "scale", f"{piece.text} (10^{entry.exponent})"
    return "number", piece.text if entry.kind is Kind.DIGITS else f"{piece.text} ({entry.value:f})"
