"""Bytes as text: what the bytes show goes before the encoding that is declared."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from itertools import islice

from newsfacts.characters import beyond_ascii
from newsfacts.errors import ReadError
from newsfacts.readers.cyrillic_encodings import CYRILLIC, cyrillic_encoding
from newsfacts.readers.mojibake import put_right
from newsfacts.source import Source

__all__ = ["decode", "wide_encoding"]

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_START = 4096  # bytes that are enough to recognise a wide encoding or a binary file
# Control characters that no text has: null to backspace, and those between carriage return and space without escape.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.01  # a text may be damaged in one place in a hundred

# The wide encodings, the wider ones first, and which byte of the two of a UTF-16 character is the higher one.
_UTF_32 = ("utf-32-le", "utf-32-be")
_HIGH_BYTES = {"utf-16-le": 1, "utf-16-be": 0}
# The higher bytes of ASCII and of most alphabets from Latin to Georgian: control characters, which no other text has many of.
_FIRST_BLOCKS = frozenset(range(0x20)).difference(b"\t\n\r")
_FIRST_BLOCKS_SHARE = 0.5
# Categories of characters that no text is written in: controls, unassigned and private places, halves of pairs.
_UNWRITTEN = frozenset(("Cc", "Cn", "Co", "Cs"))
_UNWRITTEN_SHARE = 0.01

# Text that is not UTF-8 has about one broken character for each whole one; a cut or a pasted piece breaks one in many.
_DAMAGED_SHARE = 0.1

# A run of bytes beyond ASCII with the ASCII letters that touch it; the first runs of a long text are enough to judge by.
_RUN = re.compile(rb"[A-Za-z]?(?:[\x80-\xff][A-Za-z]?)+")
_RUNS = 4000
_SAMPLE = 100_000
# In a Western European text one character in ten is accented; more than this is another script's.
_ACCENTED_SHARE = 0.3

# Encodings of pages; others that Python knows are no encodings of text («rot13») or none that a page may choose («utf-7»).
_PAGES = re.compile(r"cp\d+|iso8859-\d+|koi8-\w|mac-\w+|gb\w+|hz|big5\w*|shift_jis\w*|euc_\w+|iso2022_jp|johab|tis-620|utf-8")
_LATIN = "cp1252"
# The encodings that pages declare by habit, whatever the pages are in.
_HABITUAL = frozenset((*CYRILLIC, "koi8-r", "mac-cyrillic", "iso8859-5", _LATIN, "utf-8"))


def decode(source: Source, declared: str | None = None) -> str:
    """The source's bytes as text, without a byte order mark; what was decoded wrongly before is put right.

    The source's own `encoding` decides when it has one. Otherwise these do, in this order: a byte order mark or the zeros of
    UTF-16 and UTF-32; a declared encoding that pages do not declare by habit; whether the bytes are UTF-8; whether they make
    Russian words in windows-1251, KOI8 or cp866; any other declared encoding. What is left is read as windows-1252.

    Args:
        source: The bytes.
        declared: The name of the encoding that the content claims to be in.

    Raises:
        ReadError: They are no text, or text in an encoding that cannot be told.
    """
    data = source.data
    encoding = source.encoding or wide_encoding(data)
    if encoding is not None:
        try:
            return put_right(data.decode(encoding, "replace").removeprefix("\ufeff"), source.name)
        except LookupError as error:
            raise ReadError(source.name, f"is said to be in {encoding!r}, which is no known encoding") from error
    data = data.removeprefix(codecs.BOM_UTF8)
    start = data[:_START]
    if len(_CONTROL.findall(start)) > len(start) * _CONTROL_SHARE:
        raise ReadError(source.name, "is a binary file, not text; extract its text first")
    text = _decode_unmarked(data, _page_encoding(declared))
    if text is None:
        raise ReadError(source.name, "is in an encoding that cannot be told; convert it to UTF-8, e.g. with iconv")
    return put_right(text, source.name)


def wide_encoding(data: bytes) -> str | None:
    """Whether bytes are text in UTF-16 or UTF-32, and in which of them; None when they are not.

    Args:
        data: The content, or its beginning. A byte order mark decides, or else which of the bytes are zero or the like.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:_START]
    if not _CONTROL.search(sample):
        return None
    return next((encoding for encoding in (*_UTF_32, *_utf_16(sample)) if _is_text(sample, encoding)), None)


def _utf_16(sample: bytes) -> list[str]:
    """The forms of UTF-16 that bytes may be in: the one first whose higher bytes are more alike."""
    alike: dict[str, int] = {}
    for encoding, place in _HIGH_BYTES.items():
        high = sample[place::2]
        is_markup = high[:1] == b"\0" and sample[1 - place :][:1] in (b"<", b"{", b"[")  # in whatever script its text is
        if is_markup or sum(byte in _FIRST_BLOCKS for byte in high) >= len(high) * _FIRST_BLOCKS_SHARE:
            alike[encoding] = max(Counter(high).values(), default=0)
    return sorted(alike, key=lambda encoding: -alike[encoding])


def _is_text(sample: bytes, encoding: str) -> bool:
    """Whether bytes are text in an encoding; the last character may be cut."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    strange = sum(unicodedata.category(character) in _UNWRITTEN and not character.isspace() for character in text)
    return any(map(str.isalpha, text)) and strange <= len(text) * _UNWRITTEN_SHARE


def _page_encoding(declared: str | None) -> str | None:
    """Python's name for a declared encoding; None when no page can be in it. Latin-1 means windows-1252 (WHATWG)."""
    try:
        name = codecs.lookup((declared or "").strip(" \t\"'")).name
    except (LookupError, ValueError):
        return None
    if name in ("iso8859-1", "ascii"):
        return _LATIN
    return name if _PAGES.fullmatch(name) else None


def _decode_unmarked(data: bytes, declared: str | None) -> str | None:
    if declared is not None and declared not in _HABITUAL and (text := _whole(data, declared)) is not None:
        return text
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken or broken <= _DAMAGED_SHARE * len(beyond_ascii(text)):
        return text
    sample = b" ".join(match[0] for match in islice(_RUN.finditer(data), _RUNS))[:_SAMPLE]
    encoding = cyrillic_encoding(sample)
    if encoding is not None:
        return data.decode(encoding, "replace")
    if len(beyond_ascii(text)) > len(text) * _ACCENTED_SHARE:
        return None
    return data.decode(declared if declared not in (None, "utf-8") else _LATIN, "replace")


def _whole(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
