"""The one table of letters: scripts, the languages that are written in each, and what regular expressions need of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

__all__ = ["ALIKE", "ALPHABETS", "CAPITAL", "LOOKALIKES", "SCRIPTS", "SMALL", "first_letter", "is_written_in"]


class Script(NamedTuple):
    """A script.

    Attributes:
        letters: Its letters, as ranges of a regular expression's set.
        languages: ISO 639 codes of the languages that are written in it.
    """

    letters: str
    languages: frozenset[str]


def _script(letters: str, languages: str) -> Script:
    return Script(letters, frozenset(languages.split()))


# By ISO 15924 code. A language whose two-letter code stands nowhere is written in Latin; of others nothing is known.
SCRIPTS = {
    "Cyrl": _script("Ѐ-ԯ", "ru uk be bg sr mk kk ky tg mn tt ba cv ce os ab av kv uz az bs"),
    "Latn": _script("A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", "sr kk uz az mn bs tt"),
    "Grek": _script("Ͱ-Ͽἀ-῿", "el"),
    "Armn": _script("԰-֏", "hy"),
    "Geor": _script("Ⴀ-ჿ", "ka"),
    "Hebr": _script("֐-׿", "he yi"),
    "Arab": _script("؀-ۿ", "ar fa ur ps ug sd ku"),
    "Deva": _script("ऀ-ॿ", "hi mr ne"),
    "Thai": _script("\u0e00-\u0e7f", "th"),
    "Hang": _script("가-힣", "ko"),
    "Hani": _script("぀-ヿ一-鿿", "zh ja"),
}
ALPHABETS = {
    "ru": "а-яё",
    "uk": "а-щьюяґєії",
    "be": "а-зй-шыьэюяёіў",
    "bg": "а-ъьюя",
}
"""The small letters of neighbours that share a script: a text with many letters beside its language's is in another one."""
ALIKE = (("ё", "е"),)
"""Letters that may be written for one another, each with the one that words are compared by."""
LOOKALIKES = {
    ("Cyrl", "Latn"): dict(zip("АВЕКМНОРСТУХаекорсух", "ABEKMHOPCTYXaekopcyx", strict=True)),
    ("Latn", "Cyrl"): dict(zip("ABEKMHOPCTYXaekopcyx", "АВЕКМНОРСТУХаекорсух", strict=True)),
}
"""By two scripts, the letters of the first that look like letters of the second, with these."""
# Enough text to show its script; the rest of a long article would only cost time.
_SAMPLE = 4_000
# One letter in so many may be of another alphabet: names and quotations are.
_FOREIGN_SHARE = 50


def _letters(script: str) -> list[str]:
    """All the letters of a script, and what else is in its ranges."""
    ranges = re.findall("(.)-(.)", SCRIPTS[script].letters)
    return [chr(code) for first, last in ranges for code in range(ord(first), ord(last) + 1)]


def _cased(is_one: str) -> str:
    """The capital or small letters of all scripts, as ranges of a set."""
    codes = [ord(letter) for script in SCRIPTS for letter in _letters(script) if getattr(letter, is_one)()]
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(chr(first) if first == last else f"{chr(first)}-{chr(last)}" for first, last in ranges)


CAPITAL = _cased("isupper")
"""All capital letters, to stand in a set of a regular expression (``[…]``)."""
SMALL = _cased("islower")
"""All small letters, likewise."""
# Names keep their letters in any language, and short texts are full of them («Apple представила iPad Pro»): where most letters
# are of another script, the other words decide, if they have so many letters.
_NO_NAME = re.compile(f"(?<![^\\W\\d_])[^\\W\\d_{CAPITAL}][^\\W\\d_]*")
_LEAST_LETTERS = 5


@cache
def first_letter(script: str) -> Callable[[str], object]:
    """A test of whether a word begins with a letter of a script: it gives None for one that does not.

    Args:
        script: Its ISO 15924 code («Cyrl»).

    Raises:
        KeyError: The table does not have it.
    """
    return re.compile(f"[{SCRIPTS[script].letters}]").match


@cache
def _counters(code: str) -> list[tuple[str, re.Pattern[str]]]:
    """Finds the runs of letters of each script, those of a language first."""
    scripts = sorted(SCRIPTS, key=lambda script: code not in SCRIPTS[script].languages)
    return [(script, re.compile(f"[{SCRIPTS[script].letters}]+")) for script in scripts]


@cache
def _foreign(code: str, script: str) -> re.Pattern[str] | None:
    """Finds the letters of a script that a language does not use; None for one whose alphabet is not known."""
    if code not in ALPHABETS:
        return None
    is_own = re.compile(f"[{ALPHABETS[code]}]").match
    return re.compile(f"[{''.join(letter for letter in _letters(script) if not is_own(letter))}]")


def _most_letters(code: str, sample: str) -> tuple[str, int]:
    """The script that most letters are of, and how many; of other scripts than the language's only where there may be more."""
    counts: dict[str, int] = {}
    for script, runs in _counters(code):
        counts[script] = sum(map(len, runs.findall(sample)))
        if counts[script] * 2 > len(sample):
            break
    most = max(counts, key=lambda script: counts[script])
    return most, counts[most]


def _serves(script: str, code: str) -> bool:
    """Whether a language may be written in a script."""
    is_known = any(code in languages for _, languages in SCRIPTS.values())
    return code in SCRIPTS[script].languages or (script == "Latn" and not is_known)


def is_written_in(code: str, text: str) -> bool:
    """Whether the letters of a text are those of a language, as far as it is known how that is written.

    Args:
        code: The ISO 639 code; one of three letters is written in anything.
        text: The text.

    >>> is_written_in("ru", "Новости"), is_written_in("ru", "Новини України"), is_written_in("ru", "News")
    (True, False, False)
    """
    if len(code) > 2:
        return True
    sample = text[:_SAMPLE]
    most, count = _most_letters(code, sample.lower())
    if count == 0:
        return True
    if not _serves(most, code):
        sample = " ".join(_NO_NAME.findall(sample))
        most, count = _most_letters(code, sample)
        if count < _LEAST_LETTERS or not _serves(most, code):
            return False
    sample = sample.lower()
    foreign = _foreign(code, most)
    return foreign is None or len(foreign.findall(sample)) * _FOREIGN_SHARE <= count
