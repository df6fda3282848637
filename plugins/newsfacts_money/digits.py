"""The number that digits write.

price-parser reads it, every number in digits. Which mark stands before the decimals is found here and handed to it, since the
sentence shows it better than the digits alone: whether a scale word follows, whether a sign stands before, what the language
writes. Currencies are not asked of it: it knows signs and codes, not words.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import cast

__all__ = ["value_of"]

# Marks that some language writes before decimals; a stop is read so in all of them, as on price boards and in tables.
_MARKS = ".,"
_STOP = "."
_GROUP = 3  # digits that a mark may group


@lru_cache(maxsize=4096)
def value_of(digits: str, scaled: bool, signed: bool, decimal_mark: str) -> Decimal:
    """The number that a group of digits and separators writes.

    Args:
        digits: Digits and separators, a case ending after a hyphen allowed («5-ти»).
        scaled: Whether a scale word follows: then a lone separator is a decimal one («1,234 млн»).
        signed: Whether a currency sign stands before: then digits may be grouped as in English («$635,000»).
        decimal_mark: What the language writes before decimals.
    """
    from price_parser import Price

    group = re.split("[-‑]", digits)[0].replace("’", "'")
    mark = _mark_in(group, scaled, signed, decimal_mark)
    return cast(Decimal, Price.fromstring(group, decimal_separator=mark).amount)  # None only where there is no digit


def _mark_in(group: str, scaled: bool, signed: bool, decimal_mark: str) -> str:
    """The mark before the decimals of some digits; the other one for digits without decimals."""
    marks = [c for c in group if not c.isdigit()]
    if not marks or marks[-1] not in _MARKS:
        return decimal_mark
    last = marks[-1]
    other = _MARKS.replace(last, "")
    if len(marks) > 1:
        return last if marks.count(last) == 1 else other
    return other if _groups(group, last, scaled, signed, decimal_mark) else last


def _groups(group: str, mark: str, scaled: bool, signed: bool, decimal_mark: str) -> bool:
    """Whether the only mark of a number parts thousands, not decimals."""
    head, tail = group.split(mark)
    if len(tail) != _GROUP:
        return False
    if mark not in (decimal_mark, _STOP):
        return True
    if scaled or head.startswith("0"):
        return False
    if mark == decimal_mark:
        return signed or tail == "000"  # «$1,234» and «25,000 рублей» (roubles) are English that was left as it was
    return len(head) > 1 or tail.endswith("0")  # an exchange rate has decimals: «1.234»
