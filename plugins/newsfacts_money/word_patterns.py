"""Regular expressions made of word lists."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from newsfacts import fold
from newsfacts.scripts import SCRIPTS
from newsfacts_money.money_words import forms_of

__all__ = ["any_of", "name_number_pattern", "pieces_pattern", "runs_pattern", "word_finder"]

_NOTHING = "(?!)"
_LETTERS = "".join(script.letters for script in SCRIPTS.values())  # ranges are matched faster than the category
# What groups digits in articles of any language: prices are quoted in the English and in the Swiss manner too.
_GROUPING = ".,'’"
# A word that begins like none of money in so many letters is not read further.
_FIRST_LETTERS = 3
_WITHIN_WORDS = frozenset("'’")  # apostrophes that are no letters and yet no end of a word


def any_of(alternatives: Iterable[str]) -> str:
    """A pattern for any of some texts, the longest first; of none at all, one that matches nothing."""
    return "|".join(re.escape(a) for a in sorted(alternatives, key=len, reverse=True)) or _NOTHING


def word_finder(patterns: Iterable[str], endings: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    """Finds, in folded text, a word that begins like one of the patterns, or is a form of one with a class of endings."""
    beginnings: list[str] = []
    declined: list[str] = []
    for pattern in patterns:
        (declined if "|" in pattern else beginnings).append(pattern)
    return re.compile(rf"\b(?:{any_of(map(fold, beginnings))}|(?:{any_of(forms_of(declined, endings))})\b)")


def runs_pattern(signs: Iterable[str]) -> re.Pattern[str]:
    """The pattern of a run of letters or of a sign; there may be no signs, but a set of characters cannot be empty."""
    return re.compile(f"[{_LETTERS}]+|[{re.escape(''.join(signs))}\0]")


def name_number_pattern(words: Iterable[str], script: str) -> re.Pattern[str]:
    """The pattern, in folded text, of what stands before the number of a name: «Ан-», «S», «Ил-96-», «№ », a foreign «Boeing ».

    Args:
        words: Folded words and signs after which a number is a name («№»).
        script: The ISO 15924 code of the text's script.
    """
    foreign = "".join(other.letters for code, other in SCRIPTS.items() if code != script)
    return re.compile(rf"(?:(?P<glued>[^\W\d_][-‑]?)|[{foreign}][^\S\n]|(?<!\w)(?:{any_of(words)})\.?[^\S\n]*)(?:\d+[-‑])*\Z")


def pieces_pattern(
    words: Iterable[str], signs: Iterable[str], letters: Iterable[str], case_endings: Iterable[str], spaces: str
) -> re.Pattern[str]:
    """The pattern of a piece of an amount in folded text: groups ``digits``, ``letter`` and ``word``; a sign has none.

    A word is looked at where it begins, and passed over by its first letters: that is what makes the search fast.

    Args:
        words: Folded words.
        signs: Signs as they are written; one that begins with a letter («US$») must begin a word.
        letters: Folded letters that are a scale right behind digits.
        case_endings: Folded endings of a number after a hyphen («20-ти»).
        spaces: What may stand between groups of three digits, beside the marks that are the same in all languages.
    """
    lettered: list[str] = []
    others: list[str] = []
    for sign in signs:
        (lettered if sign[0].isalpha() else others).append(sign.casefold())
    words = list(words)
    beginnings = {f"{word}\n"[:_FIRST_LETTERS] for word in words}
    with_apostrophes = any_of(word for word in words if not _WITHIN_WORDS.isdisjoint(word))
    any_word = rf"(?={_trie(beginnings)})(?P<word>(?:{with_apostrophes})(?![^\W\d_])|[^\W\d_]+)"
    grouping = f"[{re.escape(spaces + _GROUPING)}]"
    return re.compile(
        rf"""
        (?<![^\W\d_])(?:(?<=\d)(?P<letter>{any_of(letters)})(?![^\W_])|{any_of(lettered)}|{any_word})
        | (?=\d)(?:
            (?P<digits>
              \d{{1,3}}(?P<group>{grouping})\d{{3}}(?:(?P=group)\d{{3}})*(?!\d|(?P=group)\d{{3}})(?:[.,]\d+)?
            | \d+(?!\d|[.:/]\d+[.:/]\d|[:/]\d)(?:[.,]\d+)?
            )(?:[-‑](?:{any_of(case_endings)})(?![^\W_]))?
          | (?P<other>\d+(?:[.,:/]\d+)*)
          )
        | {any_of(others)}
        """,
        re.VERBOSE,
    )


def _trie(beginnings: Iterable[str]) -> str:
    """The pattern of a word that begins with one of some texts; a line end in one is the word's end."""
    tails: dict[str, set[str]] = defaultdict(set)
    for beginning in beginnings:
        tails[beginning[0]].add(beginning[1:])
    branches = []
    for first, rest in sorted(tails.items()):
        head = r"(?![^\W\d_])" if first == "\n" else re.escape(first)
        branches.append(head if "" in rest else head + _trie(rest))
    return f"(?:{'|'.join(branches) or _NOTHING})"
