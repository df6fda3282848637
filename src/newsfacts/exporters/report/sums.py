"""Sums of money as newspapers write them: «431–440 млрд ₽», "$1.2bn"."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files

from attrs import frozen

__all__ = ["NO_BREAK", "SumStyle"]

NO_BREAK = "\u00a0"
# A scale's word takes the place of zeros only: a number with more decimals than these is written out.
_DECIMALS = 3


@frozen(kw_only=True)
class SumStyle:
    """How a language writes numbers and sums.

    Attributes:
        decimal: The mark before decimals.
        grouping: What stands between groups of three digits.
        scales: Words for powers of ten, the greatest first, each with its exponent.
        scaled: A number with its scale's word, ``{number}`` and ``{scale}``.
        signed: A sum with its currency's sign, ``{sum}`` and ``{currency}``.
        coded: A sum with its currency's code.
    """

    decimal: str
    grouping: str
    scales: tuple[tuple[str, int], ...]
    scaled: str
    signed: str
    coded: str

    def number(self, value: Decimal) -> str:
        """All digits of a number, in groups."""
        return f"{value:,f}".translate({ord(","): self.grouping, ord("."): self.decimal})

    def sum(self, values: Sequence[Decimal], currency: str | None) -> str:
        """A sum, or the ends of a range, in few characters and exactly."""
        scaled = [self._scaled(value) for value in values]
        words = {word for _, word in scaled}
        if len(words) == 1:  # «431–440 млрд»
            written = self._with_scale("–".join(number for number, _ in scaled), *words)
        else:
            written = "–".join(self._with_scale(number, word) for number, word in scaled)
        if currency is None:
            return written
        sign = _signs().get(currency)
        return (self.signed if sign else self.coded).format(sum=written, currency=sign or currency)

    def _scaled(self, value: Decimal) -> tuple[str, str]:
        """A number and the word of its scale, none where the word would hide digits."""
        for word, exponent in self.scales:
            unit = Decimal(10) ** exponent
            if unit <= abs(value) < unit * 10**6:
                if value % unit.scaleb(-_DECIMALS):
                    break
                return self.number(Decimal(f"{value / unit:f}").normalize() + 0), word
        return self.number(value), ""

    def _with_scale(self, number: str, word: str) -> str:
        return self.scaled.format(number=number, scale=word) if word else number


@cache
def _signs() -> Mapping[str, str]:
    return tomllib.loads(files("newsfacts.exporters.report").joinpath("currencies.toml").read_text(encoding="utf-8"))
