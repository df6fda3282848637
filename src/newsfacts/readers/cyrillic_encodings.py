"""Which of the old encodings of Cyrillic bytes are in, by the letters that they make."""

from __future__ import annotations

import re
from functools import cache

from newsfacts.characters import beyond_ascii
from newsfacts.readers.words import words
from newsfacts.scripts import ALPHABETS

__all__ = ["CYRILLIC", "cyrillic_encoding"]

# The encodings that are distinguished by the letters. KOI8-U is KOI8-R with Ukrainian letters in place of box rulings.
CYRILLIC = ("cp1251", "koi8-u", "cp866")
# The common letters are more than this of running text (62 % of Russian), and a quarter of text read in the wrong encoding.
_COMMON_SHARE = 0.42
# KOI8 and windows-1251 have small letters where the other has capitals, and most text is in small letters.
_SMALL = 0.1
# Curly quotation marks and accents make no Cyrillic words, whatever the encoding; text in Cyrillic is made of little else.
_WORD_SHARE = 0.2


@cache
def _word() -> re.Pattern[str]:
    """A word in the letters that are written in these encodings, with no ASCII letter at either end."""
    letters = "".join(ALPHABETS.values())
    return re.compile(rf"(?<![A-Za-z])[{letters}{letters.upper()}]{{3,}}(?![A-Za-z])")


@cache
def _common_letters() -> frozenset[str]:
    letters = words().common_letters
    return frozenset(letters + letters.upper())


def cyrillic_encoding(sample: bytes) -> str | None:
    """The encoding in which the bytes make Russian words, if there is one."""
    best, share = None, _COMMON_SHARE
    common = _common_letters()
    for encoding in CYRILLIC:
        text = sample.decode(encoding, "replace")
        letters = "".join(_word().findall(text))
        points = sum(letter in common for letter in letters) + _SMALL * sum(map(str.islower, letters))
        if len(letters) > _WORD_SHARE * len(beyond_ascii(text)) and points > share * len(letters):
            best, share = encoding, points / len(letters)
    return best
