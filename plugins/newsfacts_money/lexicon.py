"""The shape of ``data/<language>.toml``: what a language calls money."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import field, frozen

from newsfacts.lexicon import WrongDataError

__all__ = ["Currency", "MoneyData", "Qualifier"]

_ISO_4217 = 3  # letters of a code

Qualifier = Literal["about", "more_than", "less_than", "at_least", "at_most"]


@frozen(kw_only=True)
class Currency:
    """A currency's name, sign or code, and the codes that it may mean.

    Attributes:
        forms: Its forms, each a word, ``stem|class`` for the stem with every ending of that class, or an abbreviation
            with its stop.
        code: The ISO 4217 code, or a ticker of ``codes.after``, where the word alone decides it.
        national: The code by the stem of a national adjective before the name, or by its abbreviation with a stop.
        of: The code by the words after the name («долларов США»); empty where even they leave it open, to the places if there
            are any.
        compound: Forms of the adjective that a number compounds with («100-долларовый»).
        places: The code by the beginning of a country's or a city's name, for a name that its article must decide.
        ambiguous: Whether the name also counts or weighs something else, so that a price or the like must stand beside it.
        codes: For the name of a hundredth, the currencies that have it, the usual one first; for others empty.
        prefixed: Whether it is a sign or a code that may stand before the number.
        uncoded: Whether it is money of many issuers, which has no code («стейблкоин»).
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
    uncoded: bool = False

    def may_mean(self, code: str | None) -> bool:
        """Whether a code is among those that adjectives give the name."""
        return code in self.national.values()

    def written_codes(self) -> Iterator[tuple[str, str]]:
        """Each code that it may mean, after the key that it stands under; none where a name leaves it open."""
        if self.code is not None:
            yield "code", self.code
        yield from (("codes", code) for code in self.codes)
        for key, table in (("national", self.national), ("of", self.of), ("places", self.places)):
            yield from ((key, code) for code in table.values() if code or key != "of")


@frozen(kw_only=True)
class _Adjectives:
    national: str
    other: tuple[str, ...]


@frozen(kw_only=True)
class _Home:
    sign: str
    code: str
    by_domain: dict[str, str]


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
    not_after: frozenset[str]
    counted_case: str | None = None
    letters: dict[int, tuple[str, ...]] = field(factory=dict)
    foreign: dict[int, tuple[str, ...]] = field(factory=dict)
    before_name: tuple[str, ...] = ()
    fraction_of: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    within_hundreds: frozenset[str] = frozenset()
    uncounted: frozenset[str] = frozenset()
    not_before: tuple[str, ...] = ()
    several: frozenset[str] = frozenset()


@frozen(kw_only=True)
class _Links:
    dash: tuple[str, ...]
    range: tuple[tuple[str, str], ...]
    change: tuple[tuple[str, str], ...]
    list: tuple[str, ...]
    versus: tuple[str, ...]
    before_bare: tuple[str, ...]
    price: frozenset[str]
    head: str = ""
    through: frozenset[str] = frozenset()
    ranging: frozenset[str] = frozenset()
    within_change: frozenset[str] = frozenset()


@frozen(kw_only=True)
class _Qualifiers:
    about: tuple[str, ...]
    more_than: tuple[str, ...]
    less_than: tuple[str, ...]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    negations: frozenset[str]
    possibility: frozenset[str]
    between: tuple[str, ...]
    change: tuple[str, ...]
    difference: frozenset[str] = frozenset()
    after: dict[str, Qualifier] = field(factory=dict)


@frozen(kw_only=True)
class _Context:
    money: tuple[str, ...]
    sale: tuple[str, ...]
    counted: tuple[str, ...]
    weight: tuple[str, ...]
    measures: tuple[str, ...] = ()
    numbered: frozenset[str] = frozenset()


@frozen(kw_only=True)
class MoneyData:
    """A language's data file. Its comments say what each list is for."""

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
    home: _Home | None = None

    def __attrs_post_init__(self) -> None:
        for table, currencies in (("units", self.units), ("subunits", self.subunits)):
            for number, currency in enumerate(currencies):
                self._check_currency(currency, table, number)
        for sign, code in self.signs.items():
            self._check_code(code, "signs", sign)

    def _check_currency(self, currency: Currency, table: str, number: int) -> None:
        """Refuse a currency that no word means, and one that means none.

        Raises:
            WrongDataError: It is one of these, or a code is none.
        """
        if not currency.forms or not all(currency.forms):
            raise WrongDataError('a currency needs its words, such as forms = ["tenge"]; none is empty', table, number, "forms")
        codes = list(currency.written_codes())
        if not codes and not currency.uncoded:
            means = "codes, those of its units" if table == "subunits" else "code, or else national, of or places"
            raise WrongDataError(f"{currency.forms[0]!r} means no currency; give it {means}", table, number)
        for key, code in codes:
            self._check_code(code, table, number, key)

    def _check_code(self, code: str, *place: str | int) -> None:
        is_code = len(code) == _ISO_4217 and code.isascii() and code.isalpha() and code.isupper()
        if not is_code and code not in self.codes.after:
            problem = f"{code!r} is no code: three capital letters of ISO 4217, or a ticker that codes.after lists"
            raise WrongDataError(problem, *place)
