"""What a language calls money: the shape of ``data/<language>.toml``, and the look-up tables made of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from typing import Literal, get_args

from attrs import evolve, field, frozen

from newsfacts import Language, fold
from newsfacts.lexicon import load

__all__ = ["Currency", "Kind", "Lexicon", "Qualifier", "Word", "lexicon_of"]

Qualifier = Literal["about", "more_than", "less_than", "at_least", "at_most"]


class Kind(Enum):
    """What a word or a sign does in an amount."""

    DIGITS = auto()  # 5,3
    NUMERAL = auto()  # двухсот
    SCALE = auto()  # млн
    UNIT = auto()  # рублей, EUR, $
    COMPOUND = auto()  # долларовый
    ADJECTIVE = auto()  # белорусских


_ANCHORS = frozenset((Kind.UNIT, Kind.COMPOUND, Kind.SCALE))


@frozen(kw_only=True)
class Currency:
    """What a currency's name, sign or code stands for.

    Attributes:
        forms: Its forms, each a word, ``stem|class`` for the stem with every ending of that class, or an abbreviation
            with its stop.
        code: The ISO 4217 code or ticker where the word alone decides it.
        national: The code by the stem of a national adjective before the name, or by its abbreviation with a stop.
        of: The code by the words after the name («долларов США»); empty where even they leave it open.
        compound: Forms of the adjective that a number compounds with («100-долларовый»).
        places: The code by the beginning of a country's or a city's name, for a name that its article must decide.
        ambiguous: Whether the name also counts or weighs something else, so that more must speak for money.
        codes: For the name of a hundredth, the currencies that have it, the usual one first; for others empty.
        prefixed: Whether it is a sign or a code that may stand before the number.
        suffixed: Whether it may stand after the number.
    """

    forms: tuple[str, ...] = ()
    code: str | None = None
    national: dict[str, str] = field(factory=dict, eq=False)
    of: dict[str, str] = field(factory=dict, eq=False)
    places: dict[str, str] = field(factory=dict, eq=False)
    compound: tuple[str, ...] = ()
    ambiguous: bool = False
    codes: tuple[str, ...] = ()
    prefixed: bool = False
    suffixed: bool = True

    def has(self, code: str | None) -> bool:
        """Whether it can stand for a code."""
        return code is not None and (code == self.code or code in self.codes or code in self.national.values())


@frozen(kw_only=True)
class Word:
    """A word's part in an amount.

    Attributes:
        kind: Which part.
        value: Of a numeral, the number.
        exponent: Of a scale word, the power of ten.
        single: Of a scale word, whether it means one of it when no number stands before it.
        currency: Of a unit.
        stem: Of a national adjective.
        abbreviation: Whether a stop after it belongs to it.
    """

    kind: Kind
    value: Decimal = Decimal(1)
    exponent: int = 0
    single: bool = False
    currency: Currency | None = None
    stem: str = ""
    abbreviation: bool = False


@frozen(kw_only=True)
class _Adjectives:
    national: str
    other: tuple[str, ...]


@frozen(kw_only=True)
class _Codes:
    after: tuple[str, ...]
    before: tuple[str, ...]
    aliases: dict[str, str]


@frozen(kw_only=True)
class _Numbers:
    single: tuple[str, ...]
    single_if_qualified: tuple[str, ...]
    half: tuple[str, ...]
    plus_fraction: tuple[str, ...]
    plus_more: tuple[str, ...]
    case_endings: tuple[str, ...]
    not_after: tuple[str, ...]


@frozen(kw_only=True)
class _Links:
    dash: tuple[str, ...]
    range: tuple[tuple[str, str], ...]
    change: tuple[tuple[str, str], ...]
    list: tuple[str, ...]
    versus: tuple[str, ...]
    before_bare: tuple[str, ...]
    price: tuple[str, ...]


@frozen(kw_only=True)
class _Qualifiers:
    about: tuple[str, ...]
    more_than: tuple[str, ...]
    less_than: tuple[str, ...]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    negations: tuple[str, ...]
    possibility: tuple[str, ...]
    between: tuple[str, ...]
    change: tuple[str, ...]


@frozen(kw_only=True)
class _Context:
    money: tuple[str, ...]
    sale: tuple[str, ...]
    counted: tuple[str, ...]
    weight: tuple[str, ...]


@frozen(kw_only=True)
class _Data:
    """The file. Its comments say what each list is for."""

    endings: dict[str, tuple[str, ...]]
    adjectives: _Adjectives
    units: tuple[Currency, ...]
    subunits: tuple[Currency, ...]
    signs: dict[str, str]
    codes: _Codes
    numbers: _Numbers
    links: _Links
    qualifiers: _Qualifiers
    context: _Context


@frozen(kw_only=True, eq=False)
class Lexicon:
    """A language's words of money, ready for look-up.

    Attributes:
        words: The part of a word in an amount, by its folded form.
        signs: The same for what is written in one way only: signs and codes.
        anchors: The words and signs, folded, without one of which a text has no money: currencies and scales.
        runs: Finds, in folded text, what can be an anchor.
        lexeme: Finds, in folded text, numbers (group ``digits``), words (``word``) and signs (no group).
        adjective: Matches one word that may stand between a number and its currency.
        more: Matches the words between a number and a scale that say «and more».
        qualifiers: Qualifier by folded phrase.
        ends_of_change: Words between the two amounts of a change.
        change: Finds a word that speaks of a change.
        money: Finds a word that speaks of money.
        sale: Finds a word that speaks of a sale.
        counted: Finds a word that counts something else.
        weight: Finds a word that weighs something.
        data: The lists as they are in the file.
    """

    words: dict[str, Word]
    signs: dict[str, Word]
    anchors: frozenset[str]
    runs: re.Pattern[str]
    lexeme: re.Pattern[str]
    adjective: re.Pattern[str]
    more: re.Pattern[str]
    qualifiers: dict[str, Qualifier]
    ends_of_change: frozenset[str]
    change: re.Pattern[str]
    money: re.Pattern[str]
    sale: re.Pattern[str]
    counted: re.Pattern[str]
    weight: re.Pattern[str]
    data: _Data

    def may_have_money(self, folded: str) -> bool:
        """Whether a folded text has a currency or a scale: the cheap test before its amounts are read."""
        return not self.anchors.isdisjoint(self.runs.findall(folded))

    def code_by_places(self, currency: Currency, folded: str) -> str | None:
        """The code of the country that a text speaks of most, of those that have a currency of one name."""
        stems = {fold(stem): code for stem, code in (currency.places | currency.national).items()}
        if not stems:
            return None
        found = [stems[stem] for stem in re.findall(rf"\b({_any(stems)})", folded)]
        return max(sorted(set(found)), key=found.count, default=None)


@cache
def lexicon_of(language: Language) -> Lexicon:
    """The lexicon of a language that the plugin has data for."""
    data: _Data = load("newsfacts_money", f"data/{language.code}.toml", _Data)
    qualifiers = data.qualifiers
    words, signs = _words(data, language), _signs(data)
    anchors = {form for form, word in words.items() if word.kind in _ANCHORS}
    anchors.update(sign.casefold() if sign.isalpha() else sign[-1] for sign in signs)  # «US$» has «$»
    return Lexicon(
        words=words,
        signs=signs,
        anchors=frozenset(anchors),
        runs=_runs(anchors),
        lexeme=_lexeme(data, [*words, *(sign.casefold() for sign in signs if sign.isalpha())]),
        adjective=re.compile(rf"\s+[^\W\d_]+(?:{_any(data.adjectives.other)})\s+", re.IGNORECASE),
        more=re.compile(rf"\s+(?:{_any(data.numbers.plus_more)})\s+", re.IGNORECASE),
        qualifiers={fold(phrase): name for name in get_args(Qualifier) for phrase in getattr(qualifiers, name)},
        ends_of_change=frozenset(second for _, second in data.links.change),
        change=_finder(qualifiers.change, data.endings),
        money=_finder(data.context.money, data.endings),
        sale=_finder(data.context.sale, data.endings),
        counted=_finder(data.context.counted, data.endings),
        weight=_finder(data.context.weight, data.endings),
        data=data,
    )


def _any(alternatives: Iterable[str]) -> str:
    return "|".join(re.escape(a) for a in sorted(alternatives, key=len, reverse=True))


def _finder(patterns: tuple[str, ...], endings: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """Finds, in folded text, a word that begins like one of the patterns or is a form of one with a class of endings."""
    beginnings = [fold(p) for p in patterns if "|" not in p]
    whole = [rf"{re.escape(form)}\b" for form in _forms([p for p in patterns if "|" in p], endings)]
    return re.compile(rf"\b(?:{_any(beginnings)}|{'|'.join(whole) or '(?!)'})")


def _forms(patterns: Iterable[str], endings: dict[str, tuple[str, ...]]) -> dict[str, bool]:
    """The folded forms that patterns stand for, and whether each is an abbreviation."""
    found: dict[str, bool] = {}
    for pattern in patterns:
        stem, _, declension = pattern.partition("|")
        for ending in endings[declension] if declension else ("",):
            found[fold(stem + ending).removesuffix(".")] = stem.endswith(".")
    return found


def _words(data: _Data, language: Language) -> dict[str, Word]:
    words: dict[str, Word] = {}

    def add(patterns: Iterable[str], word: Word) -> None:
        abbreviated = evolve(word, abbreviation=True)
        for form, abbreviation in _forms(patterns, data.endings).items():
            words[form] = abbreviated if abbreviation else word

    currencies = (*data.units, *data.subunits)
    for currency in currencies:
        for stem in currency.national:
            pattern = stem if stem.endswith(".") else f"{stem}|{data.adjectives.national}"
            add([pattern], Word(kind=Kind.ADJECTIVE, stem=stem))
    for currency in currencies:
        add(currency.forms, Word(kind=Kind.UNIT, currency=currency))
        add(currency.compound, Word(kind=Kind.COMPOUND, currency=currency))
    for form, exponent in language.scales.items():
        scale = Word(kind=Kind.SCALE, exponent=exponent, abbreviation=form in language.abbreviations)
        words[form] = evolve(scale, single=form in data.numbers.single)
        for half in data.numbers.half:
            words[fold(half + form)] = evolve(scale, single=True, value=Decimal("0.5"))
    for form, value in language.numbers.items():
        words[form] = Word(kind=Kind.NUMERAL, value=Decimal(value))
    return words


def _signs(data: _Data) -> dict[str, Word]:
    signs = {sign: Currency(code=code, prefixed=True) for sign, code in data.signs.items()}
    aliases = data.codes.aliases
    for code in (*data.codes.after, *aliases):
        prefixed = code in data.codes.before or code in aliases
        signs[code] = Currency(code=aliases.get(code, code), prefixed=prefixed)
    return {sign: Word(kind=Kind.UNIT, currency=currency) for sign, currency in signs.items()}


def _runs(anchors: Iterable[str]) -> re.Pattern[str]:
    """The pattern of a run of letters or of a sign."""
    letters = "a-zß-öø-ɏͰ-ԯ"  # Latin, Greek, Cyrillic: ranges are matched faster than the category
    signs = "".join(anchor for anchor in anchors if not anchor.isalpha())
    return re.compile(f"[{letters}]+|[{re.escape(signs)}]")


def _lexeme(data: _Data, words: Iterable[str]) -> re.Pattern[str]:
    """The pattern of a piece of an amount, in folded text.

    A word is looked at where it begins, and passed over by its first three letters: that is what makes the search fast.
    """
    pure = _any(sign for sign in data.signs if not sign[0].isalpha())
    lettered = _any(sign.casefold() for sign in data.signs if sign[0].isalpha() and not sign.isalpha())
    starts = _trie({word[:3] if len(word) > 2 else f"{word}\n" for word in words})
    return re.compile(
        rf"""
        (?<![^\W\d_])(?:{lettered}|(?={starts})(?P<word>[^\W\d_]+))
        | (?=\d)(?:
            (?P<digits>
              \d{{1,3}}(?P<group>[ \u00a0\u2009\u202f.,'’])\d{{3}}(?:(?P=group)\d{{3}})*(?!\d|(?P=group)\d{{3}})(?:[.,]\d+)?
            | \d+(?!\d|[.:/]\d+[.:/]\d|[:/]\d)(?:[.,]\d+)?
            )(?:[-‑](?:{_any(data.numbers.case_endings)})(?![^\W_]))?
          | (?P<other>\d+(?:[.,:/]\d+)*)
          )
        | {pure}
        """,
        re.VERBOSE,
    )


def _trie(prefixes: Iterable[str]) -> str:
    """The pattern of a word that begins with one of the prefixes; a line end in one stands for the word's end."""
    tails: dict[str, set[str]] = defaultdict(set)
    for prefix in prefixes:
        tails[prefix[0]].add(prefix[1:])
    branches = []
    for first, rest in sorted(tails.items()):
        head = r"(?![^\W\d_])" if first == "\n" else re.escape(first)
        branches.append(head if "" in rest else head + _trie(rest))
    return f"(?:{'|'.join(branches)})"
