"""Text that was decoded in a wrong encoding before it came here: found, put right as far as nothing was lost, and named.

What a text should be is in its characters still: encoded as they were read, they are the bytes that it was made of. UTF-8 has
a structure that no other text has by chance, so each run of it is put right by itself; of encodings with a byte a letter the
whole text shows by its common letters which it was in.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections import Counter
from functools import cache, partial

from newsfacts.characters import whole
from newsfacts.errors import ReadWarning
from newsfacts.readers.cyrillic_encodings import cyrillic_encoding

__all__ = ["put_right"]

# The encodings that UTF-8 is mistaken for; what is read in the second is put right where it was read in Latin-1, too.
_LATIN = "cp1252"
_MISTAKEN = ("cp1251", _LATIN, "koi8-r", "cp866", "mac-cyrillic")
# UTF-8 of what texts have most beyond ASCII: a Cyrillic vowel, the beginning of curly marks and dashes, letters with accents.
_TELLING = (b"\xd0\xbe", b"\xe2\x80", b"\xc3\xa9", b"\xc3\xa4", b"\xc3\xa2")
_LEADS = (b"\xd0", b"\xd1")  # the first bytes of Cyrillic letters
_NO_BREAK = 0xA0
_MOST_TIMES = 3  # that a text was decoded wrongly one after the other
_LOST = "\ufffd"
_LOST_SHARE = 0.4  # of the characters of a run of UTF-8 at most, where bytes were lost
# What European text is made of, and emoji: short words of Cyrillic happen to be UTF-8 of other scripts.
_LIKELY = re.compile(rf"[\x00-\u052f\u1e00-\u2bff{_LOST}\ufeff\U0001f000-\U0001faff]*")
_LOST_RUN = re.compile(f"{_LOST}{{2,}}")
_MUCH_LOST, _MANY_LOST = 0.01, 5  # of a text whose lost characters are worth a warning

# A plain text in Cyrillic has the vowel more often than once in so many characters, and a page once in so many letters.
_VOWEL, _OFTEN, _SELDOM = b"\xd0\xbe".decode(), 25, 40
# Runs of so many letters beyond ASCII are words of another alphabet than Latin with its accents: this share of all runs at
# least, so many letters at least, and so many words that an encoding is told by at most.
_LONG, _MOST, _FEWEST, _MOST_WORDS = 3, 0.3, 40, 500
_ASCII_AS_SPACES = b" " * 128 + bytes(range(128, 256))
_BEYOND_ASCII = re.compile(rf"[^\x00-\x7f{_LOST}]+")
# Words of accented letters, as Cyrillic looks that was read as Latin, and any run of such letters that is no part of a Latin
# word.
_ACCENTED = re.compile(rf"[\u00c0-\u00ff]{{{_LONG},}}")
_WITHOUT_ASCII = re.compile(r"(?<![^\W\d_])[\u00a1-\u00ff\u2010-\u203a]+(?![^\W\d_])")


def put_right(text: str, name: str) -> str:
    """A text as it was before it was decoded wrongly; any other text as it is.

    A `ReadWarning` says what was found, and whether all of it could be put right.

    Args:
        text: The text.
        name: What the warning calls its source.
    """
    if text.isascii() or (text.count(_VOWEL) * _OFTEN > len(text) and not _has_signs(text)):
        return text
    found = []
    for _ in range(_MOST_TIMES):
        words = text.encode("utf-8", "surrogatepass").translate(_ASCII_AS_SPACES).split()
        mistake = _utf_8_read_as(text, words) or _letters_read_as(text, words) or _parts_read_as_latin(text)
        if mistake is None:
            break
        text, what = mistake
        found.append(what)
    lost = text.count(_LOST)
    is_lost = lost >= _MANY_LOST and lost >= _MUCH_LOST * len(text)
    if found or is_lost:
        problem = f"was decoded wrongly before it came here ({', then '.join(found) or 'characters were lost'})"
        done = f"{lost} of its characters are lost" if lost else "it is put right"
        warnings.warn(whole(f"{name}: its text {problem}; {done}; mend what made it"), ReadWarning, stacklevel=3)
    return text


def _has_signs(text: str) -> bool:
    """Whether anything in a text shows that a part of it may have been decoded wrongly."""
    return _LOST in text or _ACCENTED.search(text) is not None or any(s in text for e in _MISTAKEN for s in _signs(e))


def _utf_8_read_as(text: str, words: list[bytes]) -> tuple[str, str] | None:
    """The text with its runs of UTF-8 that were read in another encoding put right, and what happened; None without any.

    Args:
        text: The text.
        words: Its runs of characters beyond ASCII, in UTF-8, which show at once whether there may be any.
    """
    beyond = b"".join(words).decode("utf-8", "surrogatepass")
    for encoding in _MISTAKEN:
        if any(sign in beyond and sign in text for sign in _signs(encoding)):
            right = _runs(encoding).sub(partial(_utf_8, encoding), text)
            if right != text:
                return right, f"UTF-8 read as {encoding}"
    return None


def _utf_8(encoding: str, found: re.Match[str]) -> str:
    """A run of characters decoded anew, where that makes characters of nearly all of it."""
    run = found[0]
    data = _bytes(run, encoding)
    if data is None:
        return run
    decoded = _LOST_RUN.sub(_LOST, data.decode("utf-8", "replace"))
    is_text = _LIKELY.fullmatch(decoded) and decoded.count(_LOST) <= _LOST_SHARE * len(decoded)
    return decoded if is_text else run


def _letters_read_as(text: str, words: list[bytes]) -> tuple[str, str] | None:
    """The text in the encoding in which its bytes make Russian words, and what happened; None for any other text.

    Words are looked at only in what is no plain text in Cyrillic, and no Latin with accents.
    """
    if text.count(_VOWEL) * _SELDOM * len(_VOWEL.encode()) > sum(map(len, words)):
        return None
    long = [word for found in words if len(word := found.decode("utf-8", "surrogatepass")) >= _LONG and not _is_ruling(word)]
    sample = " ".join(long[:_MOST_WORDS])
    if sum(map(_is_letter, sample)) < _FEWEST or _MOST * len(words) > len(long):
        return None
    for encoding in _MISTAKEN:
        data = _bytes(sample, encoding)
        right = cyrillic_encoding(data) if data else None
        if right is not None:
            is_right = _family(right) == _family(encoding)
            return None if is_right else (_decoded(text, encoding, right), f"{right} read as {encoding}")
    return None


def _parts_read_as_latin(text: str) -> tuple[str, str] | None:
    """The text with those words in the right encoding that were Russian before they were read as Latin; None without any.

    Other parts of it may be right: the frame of a page around a body from elsewhere. Latin words do not have accents on many
    letters side by side; of a word with letters of ASCII nothing is changed.
    """
    sample = " ".join(_ACCENTED.findall(text)[:_MOST_WORDS])
    data = _bytes(sample, _LATIN) if sum(map(_is_letter, sample)) >= _FEWEST else None
    right = cyrillic_encoding(data) if data else None
    if right is None:
        return None
    return _decoded(text, _LATIN, right, _WITHOUT_ASCII), f"{right} read as {_LATIN}, in parts"


def _is_ruling(run: str) -> bool:
    """Whether one character is more than half of a run: a line, a border of a table, a bar of a chart."""
    return max(Counter(run).values()) * 2 > len(run)


def _is_letter(character: str) -> bool:
    """Whether a character is a letter, or one of the box rulings that letters become."""
    return character.isalpha() or unicodedata.category(character) == "So"


def _decoded(text: str, encoding: str, right: str, runs: re.Pattern[str] = _BEYOND_ASCII) -> str:
    """A text that was read in one encoding as it reads in another, in some runs; what the first does not have stays."""

    def decoded(run: re.Match[str]) -> str:
        data = _bytes(run[0], encoding)
        return run[0] if data is None else data.decode(right, "replace")

    return runs.sub(decoded, text)


def _family(encoding: str) -> str:
    """An encoding without its variant: KOI8-U is KOI8-R with a few letters more."""
    return encoding.partition("-")[0]


def _bytes(run: str, encoding: str) -> bytes | None:
    """The bytes that were read as these characters; None when they could not be."""
    try:
        return run.translate(_table(encoding)).encode("latin-1")
    except UnicodeEncodeError:
        return None


@cache
def _table(encoding: str) -> dict[int, int]:
    """The byte for each character, by numbers; of what lies between ASCII and the alphabets there may be none.

    A byte that the encoding does not have became a control character, or U+FFFD; only one that is the only such is known.
    """
    table: dict[int, int] = dict.fromkeys(range(0x80, 0x100), 0x100)
    missing = []
    for byte in range(0x80, 0x100):
        character = bytes([byte]).decode(encoding, "ignore")
        missing += [] if character else [byte]
        table[ord(character or chr(byte))] = byte
    if encoding == _LATIN:
        table |= {byte: byte for byte in range(0x80, _NO_BREAK)}
    table[ord(_LOST)] = missing[0] if len(missing) == 1 else 0xFF
    if len(missing) == 1:
        table[ord("?")] = missing[0]
    table[ord(" ")] = _NO_BREAK
    return table


@cache
def _signs(encoding: str) -> tuple[str, ...]:
    """What shows that UTF-8 was read in an encoding; browsers take windows-1252 and Latin-1 for one, other programs do not."""
    names = (encoding, "latin-1") if encoding == _LATIN else (encoding,)
    return tuple(telling.decode(name) for name in names for telling in _TELLING)


@cache
def _runs(encoding: str) -> re.Pattern[str]:
    """Finds runs of characters beyond ASCII, with what became of a no-break space or a missing byte after a letter's first."""
    leads = "".join(lead.decode(encoding) for lead in _LEADS)
    return re.compile(rf"(?:[^\x00-\x7f]|(?<=[{leads}])[ ?])+")
