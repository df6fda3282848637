"""A language's words of money, made ready for look-up."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import get_args

from attrs import frozen

from newsfacts import Language, LanguagePack, fold
from newsfacts_money.lexicon import MoneyData, Qualifier
from newsfacts_money.money_words import Entry, Kind, entries_of, forms_of, letter_entries_of, sign_entries_of
from newsfacts_money.word_patterns import any_of, name_number_pattern, pieces_pattern, runs_pattern, word_finder

__all__ = ["MoneyLexicon", "lexicon_of", "make_lexicon"]

_ANCHORS = frozenset((Kind.UNIT, Kind.COMPOUND, Kind.SCALE))


@frozen(kw_only=True, eq=False)
class MoneyLexicon:
    """A language's words of money, ready for look-up.

    Attributes:
        entries: What a word does in an amount, by its folded form.
        signs: The same for what is written in one way only: signs and codes.
        letters: The same for what is a scale right behind digits, folded.
        anchors: The words and signs, folded, without one of which a text has no money: currencies and scales.
        runs: Finds, in folded text, what can be an anchor.
        pieces: Finds, in folded text, numbers (``digits``), letters behind them (``letter``), words (``word``) and signs.
        before_name_number: Finds, at the end of some text, what makes the number after it a name's, ``glued`` or not.
        adjective: Matches one word that may stand between a number and its currency.
        more: Matches the words between a number and a scale that say «and more».
        qualifiers: Qualifier by folded phrase.
        qualifiers_after: Matches a phrase after an amount that says of its precision.
        precision: The words of those phrases, and those between them and an amount.
        before_bare: Words and marks before a number that takes over scale and currency from an amount before it.
        ends_of_change: Words between the two amounts of a change.
        change: Finds a word that speaks of a change.
        money: Finds a word that speaks of money.
        sale: Finds a word that speaks of a sale.
        counted: Finds a word that counts something else.
        weight: Finds a word that weighs something.
        measures: Finds a word for what a number beside a price measures or is.
        kin: For a code, those that a currency of the same name may have: all dollars for the usual one.
        data: The lists as they are in the file.
        language: The language.
    """

    entries: dict[str, Entry]
    signs: dict[str, Entry]
    letters: dict[str, Entry]
    anchors: frozenset[str]
    runs: re.Pattern[str]
    pieces: re.Pattern[str]
    before_name_number: re.Pattern[str]
    adjective: re.Pattern[str]
    more: re.Pattern[str]
    qualifiers: dict[str, Qualifier]
    qualifiers_after: re.Pattern[str]
    precision: frozenset[str]
    before_bare: frozenset[str]
    ends_of_change: frozenset[str]
    change: re.Pattern[str]
    money: re.Pattern[str]
    sale: re.Pattern[str]
    counted: re.Pattern[str]
    weight: re.Pattern[str]
    measures: re.Pattern[str]
    kin: dict[str | None, frozenset[str | None]]
    data: MoneyData
    language: Language

    def may_have_money(self, folded: str) -> bool:
        """Whether a folded text has a currency or a scale: the cheap test before its amounts are read."""
        return not self.anchors.isdisjoint(self.runs.findall(folded))


@cache
def lexicon_of(language: Language, pack: LanguagePack | None = None) -> MoneyLexicon:
    """The lexicon of a language.

    Args:
        language: The language.
        pack: Where its data is; without one, in this package.
    """
    pack = pack or LanguagePack(plugin="money", language=language.code, package="newsfacts_money")
    return pack.lexicon(MoneyData, partial(make_lexicon, language=language))


def make_lexicon(data: MoneyData, language: Language) -> MoneyLexicon:
    """The look-up tables of a language's data."""
    entries, signs, letters = entries_of(data, language), sign_entries_of(data), letter_entries_of(data)
    codes = [sign.casefold() for sign in signs if sign.isalpha()]
    marks = [sign for sign in data.signs if not sign.isalpha()]
    anchors = frozenset((*(f for f, e in entries.items() if e.kind in _ANCHORS), *codes, *(mark[-1] for mark in marks)))
    qualifiers: dict[str, Qualifier] = {
        fold(phrase): name for name in get_args(Qualifier) for phrase in getattr(data.qualifiers, name)
    }
    return MoneyLexicon(
        entries=entries,
        signs=signs,
        letters=letters,
        anchors=anchors,
        runs=runs_pattern({mark[-1] for mark in marks}),
        pieces=pieces_pattern([*entries, *codes], marks, letters, data.numbers.case_endings, language.grouping_marks),
        before_name_number=name_number_pattern(forms_of(data.numbers.before_name, data.endings), language.script),
        adjective=re.compile(rf"\s+[^\W\d_]+(?:{any_of(data.adjectives.other)})\s+", re.IGNORECASE),
        more=re.compile(rf"[\s‑-]+(?:{any_of(data.numbers.plus_more)})\s+", re.IGNORECASE),
        qualifiers=qualifiers,
        qualifiers_after=re.compile(rf"\s*({any_of(map(fold, data.qualifiers.after))})\b"),
        precision=frozenset((*qualifiers, *data.qualifiers.between)),
        before_bare=frozenset((*data.links.before_bare, *data.links.dash)),
        ends_of_change=frozenset(second for _, second in data.links.change),
        change=word_finder(data.qualifiers.change, data.endings),
        money=word_finder(data.context.money, data.endings),
        sale=word_finder(data.context.sale, data.endings),
        counted=word_finder(data.context.counted, data.endings),
        weight=word_finder(data.context.weight, data.endings),
        measures=word_finder(data.context.measures, data.endings),
        kin={unit.code: frozenset((unit.code, *unit.national.values())) for unit in data.units},
        data=data,
        language=language,
    )
