"""What a word or a sign does in an amount."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum, auto

from attrs import evolve, frozen

from newsfacts import Language, fold
from newsfacts_money.lexicon import Currency, MoneyData

__all__ = ["Entry", "Kind", "entries_of", "forms_of", "letter_entries_of", "sign_entries_of"]

_HALF = Decimal("0.5")
_NO_CURRENCY = Currency()


class Kind(Enum):
    """What a word or a sign does in an amount."""

    DIGITS = auto()  # 5,3
    NUMERAL = auto()  # двухсот
    SCALE = auto()  # млн
    UNIT = auto()  # рублей, EUR, $
    COMPOUND = auto()  # долларовый, in «100-долларовый»
    ADJECTIVE = auto()  # белорусских


@frozen(kw_only=True)
class Entry:
    """What a form of a word, or a sign, does in an amount.

    Attributes:
        kind: Its part.
        value: Of a numeral, the number; of a scale word, how many of the scale it is («полмиллиона»: a half).
        exponent: Of a scale word, the power of ten.
        single: Of a scale word, whether it means one of it when no number stands before it.
        needs_currency: Of a scale, whether it scales money alone, so that a currency must stand at it («$54K», but «4K»).
        currency: Of a unit or a compound adjective.
        stem: Of a national adjective.
        abbreviation: Whether a stop after it belongs to it.
        counts_nothing: Of digits, whether they number a name or a day («Евро-5», «5 мая»): they are no amount if neither scale
            nor currency stands at them.
    """

    kind: Kind
    value: Decimal = Decimal(1)
    exponent: int = 0
    single: bool = False
    needs_currency: bool = False
    currency: Currency = _NO_CURRENCY
    stem: str = ""
    abbreviation: bool = False
    counts_nothing: bool = False


def forms_of(patterns: Iterable[str], endings: Mapping[str, tuple[str, ...]]) -> dict[str, bool]:
    """The folded forms that ``stem|class`` and plain words give, and whether each is an abbreviation.

    Raises:
        ValueError: There is no such class of endings.
    """
    found: dict[str, bool] = {}
    for pattern in patterns:
        stem, _, declension = pattern.partition("|")
        if declension and declension not in endings:
            raise ValueError(f"{pattern!r}: [endings] has no class {declension!r}; it has {', '.join(endings) or 'none'}")
        for ending in endings[declension] if declension else ("",):
            found[fold(stem + ending).removesuffix(".")] = stem.endswith(".")
    return found


def entries_of(data: MoneyData, language: Language) -> dict[str, Entry]:
    """What each word does in an amount, by its folded form.

    Raises:
        ValueError: A form is that of two currencies.
    """
    entries: dict[str, Entry] = {}

    def add(patterns: Iterable[str], entry: Entry) -> None:
        abbreviated = evolve(entry, abbreviation=True)
        for form, abbreviation in forms_of(patterns, data.endings).items():
            entries[form] = abbreviated if abbreviation else entry

    currencies = (*data.units, *data.subunits)
    for currency in currencies:
        for stem in currency.national:
            pattern = stem if stem.endswith(".") else f"{stem}|{data.adjectives.national}"
            add([pattern], Entry(kind=Kind.ADJECTIVE, stem=stem))
    for currency in currencies:
        add(currency.compound, Entry(kind=Kind.COMPOUND, currency=currency))
    named: dict[str, Currency] = {}
    for currency in currencies:
        for form in forms_of(currency.forms, data.endings):
            other = named.setdefault(form, currency)
            if other is not currency:
                raise ValueError(
                    f"{form!r} stands for two currencies, {_shown(other)} and {_shown(currency)}; take it out of one"
                )
        add(currency.forms, Entry(kind=Kind.UNIT, currency=currency))
    entries.update(_scales_of_money(data.numbers.foreign))
    for form, exponent in language.scales.items():
        scale = Entry(kind=Kind.SCALE, exponent=exponent, abbreviation=form in language.abbreviations)
        entries[form] = evolve(scale, single=form in data.numbers.single)
        half_scale = evolve(scale, single=True, value=_HALF)
        for half in data.numbers.half:
            entries[fold(half + form)] = half_scale
    for form, value in language.numbers.items():
        entries[form] = Entry(kind=Kind.NUMERAL, value=Decimal(value))
    return entries


def _shown(currency: Currency) -> str:
    codes = ", ".join(dict.fromkeys(code for _, code in currency.written_codes()))
    return f"{codes or 'one without a code'} (forms = {list(currency.forms)})"


def letter_entries_of(data: MoneyData) -> dict[str, Entry]:
    """What each letter right behind digits does in an amount («54K»), by its folded form."""
    return _scales_of_money(data.numbers.letters)


def _scales_of_money(forms: Mapping[int, tuple[str, ...]]) -> dict[str, Entry]:
    return {
        fold(form): Entry(kind=Kind.SCALE, exponent=exponent, needs_currency=True)
        for exponent, written in forms.items()
        for form in written
    }


def sign_entries_of(data: MoneyData) -> dict[str, Entry]:
    """What each sign and code does in an amount, as it is written."""
    codes = {code: code for code in data.codes.after} | data.codes.aliases
    before = {*data.codes.before, *data.codes.aliases}
    currencies = {sign: Currency(code=code, prefixed=True) for sign, code in data.signs.items()}
    currencies |= {written: Currency(code=code, prefixed=written in before) for written, code in codes.items()}
    return {sign: Entry(kind=Kind.UNIT, currency=currency) for sign, currency in currencies.items()}
