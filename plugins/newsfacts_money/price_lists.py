"""Price lists, which name their currency once: «партер — 1 700 руб., балкон — 900, ложа — 2 100»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from operator import attrgetter

from newsfacts_money.amounts import Amount
from newsfacts_money.money_words import Kind
from newsfacts_money.pieces import Piece
from newsfacts_money.surroundings import GAP, WINDOW, Surroundings

__all__ = ["IN_PRICE_LIST", "is_price_list", "price_from_head"]

IN_PRICE_LIST = 0.85
"""How often a currency that is said once in a list is that of a price in it."""

_MOST_RATIO = 50  # of two neighbouring prices; numbers further apart are of two kinds
_LONGEST_LABEL = 6  # words
# What a price is for and the end of its item («500 рублей в сутки, …»), or a conjunction right behind it.
_NEXT_ITEM = re.compile(r"(?:[^\S\n]+[^\W\d_]+){0,3}(?:\s*\([^()\n]*\))?(?:\s*[,;]|\.?\s*\n)|\s+(?P<conjunction>[^\W\d_]+)\b")
_ENDS_OF_CLAUSE = frozenset(",;.!?…")
_SAY_OF = ("VERB", "AUX", "ADP")  # parts of speech that say a sum of something
_SELDOM = 0.1  # what a word is less often than that it is not taken for: «fee» for a verb
_MARKS = frozenset('«»„“”"()')  # may stand in the name of an item
# Behind the currency in a list's head: perhaps what the prices are for («руб./кг», «руб. за 1 кг»), a bracket, a colon.
_END_OF_HEAD = re.compile(r"(?:\s?/\s?[^\W\d_]+\.?|(?:\s\w+){1,3}\.?)?\)?\s?:")
_PER = re.compile(r"\s+([^\W\d_]+)\s+[^\W\d_]+(?:\s*[.,;]|\s*\n|\s*\Z)")  # «380 за кг, …» (380 a kilo)
_BRACKET = re.compile(r"\s*\(")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


def price_from_head(amounts: Sequence[Amount], pieces: Sequence[Piece], around: Surroundings) -> None:
    """Give the first price of a list the currency that the list's head names («Билеты (в рублях): партер — 700, …»).

    Args:
        amounts: The amounts of a text, of which it changes some.
        pieces: The text's pieces.
        around: The words around them.
    """
    for piece in pieces:
        colon = _END_OF_HEAD.match(around.text, piece.end) if piece.entry.kind is Kind.UNIT else None
        if colon is None or not _is_in_head(piece, around):
            continue
        index = bisect_left(amounts, colon.end(), key=attrgetter("start"))
        price = amounts[index] if index < len(amounts) else None
        if price and price.currency is None and _is_first(price, colon.end(), around):
            price.currency, price.code, price.confidence = piece.entry.currency, piece.entry.currency.code, IN_PRICE_LIST


def _is_in_head(unit: Piece, around: Surroundings) -> bool:
    """Whether a currency is said by itself, for what follows: «в рублях», «(руб.)», «, руб.»."""
    return around.words(unit.start - GAP, unit.start)[-1:] in (["("], [","], [around.lexicon.data.links.head])


def _is_first(price: Amount, begin: int, around: Surroundings) -> bool:
    """Whether a number is the price of the item that begins at an offset."""
    if price.start - begin > WINDOW:
        return False
    return _names_an_item(_label(begin, price, around), around) and _ends_item(price, around)


def is_price_list(one: Amount, other: Amount, around: Surroundings) -> bool:
    """Whether two amounts are the prices of two items of a list, one of them without the currency that both have."""
    bare = one if one.currency is None else other
    if not _are_comparable(one, other) and not (one.source and _are_comparable(one.source, other)):
        return False
    separator = _NEXT_ITEM.match(around.folded, one.end, other.start)
    if separator is None or not (separator["conjunction"] is None or _is_conjunction(separator["conjunction"], around)):
        return False
    label = _label(separator.end(), other, around)
    if not _names_an_item(label, around):
        return False
    if bare is other:
        return _ends_item(other, around) and (one.source is not None or _begins_list(one, around))
    first = list(takewhile(_is_of_label, reversed(_label(one.start - WINDOW, one, around))))
    return _names_an_item(first, around) and not any(_is_what_prices_are_called(word, around) for word in label)


def _are_comparable(one: Amount, other: Amount) -> bool:
    """Whether two numbers are near enough to each other to be prices of the same kind of things."""
    low, high = sorted((one.value, other.value))
    return high <= low * _MOST_RATIO


def _label(begin: int, price: Amount, around: Surroundings) -> list[str]:
    """The words of an item before its price and what is between them: a dash, a colon, or the word of a price with its verb.

    There are none without these.
    """
    links = around.lexicon.data.links
    words = around.words(begin, price.start)
    linked = False
    while words and around.is_precision(words[-1]):
        linked = words.pop() in links.price or linked
    if words and (words[-1] in (*links.dash, ":") or around.lexicon.money.match(words[-1])):
        return words[:-1]
    if linked and words and around.analysis.readings(words[-1])[0].category == "VERB":
        return words[:-1]  # «свёклу отдают за 40»
    return words if linked else []


def _names_an_item(label: list[str], around: Surroundings) -> bool:
    """Whether the words before a price name what it is paid for: no clause, and nothing counted, measured or numbered."""
    if not 0 < len(label) <= _LONGEST_LABEL or not all(map(_is_of_label, label)):
        return False
    words = [word for word in label if word[0].isalpha()]
    if any(around.analysis.readings(word)[0].category == "VERB" for word in words) or _is_numbered(words, around):
        return False
    lexicon = around.lexicon
    return not any(lexicon.counted.match(word) or lexicon.measures.match(word) for word in words)


def _is_numbered(label: list[str], around: Surroundings) -> bool:
    """Whether the words before a number are those of a number that is a name («телефон кассы»), and of no price."""
    if around.lexicon.data.context.numbered.isdisjoint(label[:1]):
        return False
    is_money = around.lexicon.money.match
    return not any(is_money(word) or around.analysis.readings(word)[0].category == "ADP" for word in label[1:])


def _begins_list(price: Amount, around: Surroundings) -> bool:
    """Whether the first price of a list, which says the currency, is said of something: by a mark, a preposition or a verb."""
    links = around.lexicon.data.links
    for word in reversed(around.words(price.start - WINDOW, price.start)):
        if word in _ENDS_OF_CLAUSE:
            return False
        if word in (*links.dash, ":", *links.price) or around.is_precision(word):
            return True
        if any(reading.pos in _SAY_OF and reading.score > _SELDOM for reading in around.analysis.readings(word)):
            return True
    return False


def _is_what_prices_are_called(word: str, around: Surroundings) -> bool:
    """Whether a word is the subject of a price («цена — 500 рублей») and so no item of a list («пенсионерам — 500 рублей»)."""
    reading = around.analysis.readings(word)[0]
    return reading.is_noun and reading.case == "Nom" and around.lexicon.money.match(word) is not None


def _is_of_label(word: str) -> bool:
    """Whether a word or a mark may stand in the name of an item."""
    return word[0].isalpha() or word in _MARKS


def _ends_item(price: Amount, around: Surroundings) -> bool:
    """Whether nothing that a number counts follows it: its clause ends, perhaps behind a unit, or the list goes on."""
    if around.ends_clause(price) or _BRACKET.match(around.text, price.end):
        return True
    unit = _PER.match(around.folded, price.end)
    if unit is not None and around.analysis.readings(unit[1])[0].category == "ADP":
        return True
    following = _NEXT_WORD.match(around.folded, price.end)
    return following is not None and _is_conjunction(following[1], around)


def _is_conjunction(word: str, around: Surroundings) -> bool:
    return around.analysis.readings(word)[0].category == "CCONJ"
