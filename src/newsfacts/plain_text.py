"""The text as it is analysed: what only shows how words are stressed, broken or typed is taken out, and there is a way back.

Stress marks, decomposed letters, soft hyphens, characters of no width, spaces and hyphens that do not break, rare dashes, and
letters of another script that look like those of the word cut words in two or hide what they are. Plugins see a text without
them; what they find is moved back to the text as read, in which all offsets of a result count.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from operator import is_not
from typing import Any, TypeVar
from unicodedata import normalize

import attrs

from newsfacts.characters import ACCENTS, UNSEEN
from newsfacts.facts import Span, names_of, replaced
from newsfacts.language import Language, fold
from newsfacts.scripts import ALPHABETS, LOOKALIKES, SCRIPTS, SMALL

__all__ = ["PlainText", "plain_text"]

V = TypeVar("V")

_SEPARATOR = "\u200b"  # the space of no width: where a line may break, within a word or in the place of a space
_HYPHENS = "\u2010\u2011"
_USUAL = {  # what stands for characters that do the same work in one place each
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),  # spaces that do not break a line, or are narrow
    **dict.fromkeys("\u2012\u2015\u2500\u2e3a", "—"),  # dashes as wide as a digit, a line, two letters
}
_UNUSUAL = re.compile(f"[{ACCENTS}{_SEPARATOR}{UNSEEN}{_HYPHENS}]")
# A letter with its marks, a word broken at the end of its line, characters that are not seen, or a hyphen.
_PIECE = re.compile(f"[^\\W\\d_][{ACCENTS}]+|\u00ad\\n(?=[{SMALL}])|[{UNSEEN}]+|{_SEPARATOR}|[{_HYPHENS}]")
_SEPARATED = re.compile(f"(?<![^\\W\\d_])[^\\W\\d_]+(?:{_SEPARATOR}[^\\W\\d_]+)+")
# A word all of letters that two scripts share is one of the text's own script from so many letters on, names and other words.
_SHORTEST_NAME = 4
_SHORTEST_WORD = 5
_ORGANIZATION = "NameType=Com"  # of a reading, in the terms of Universal Dependencies: «ТАСС»
_WITHOUT_SPANS = frozenset((str, int, float, bool, Decimal, type(None)))  # the types of nearly all values


class PlainText:
    """A text as it is analysed, and where its characters stand in the text as read.

    Args:
        text: The text as it is analysed.
        read: The text as read.
        shifts: Offsets in the one from which the other's are further ahead, with the offsets there; in order.
        widths: For characters that were written with several, by their offsets, where these end.

    Attributes:
        text: The text as it is analysed.
    """

    def __init__(self, text: str, read: str, shifts: list[tuple[int, int]], widths: dict[int, int]) -> None:
        self.text = text
        self._read = read
        self._plain_offsets = [0, *(plain for plain, _ in shifts)]
        self._read_offsets = [0, *(read for _, read in shifts)]
        self._widths = widths

    def as_read(self, value: V) -> V:
        """A value with all spans within it moved to the text as read; what is one value in several places stays one."""
        moved: dict[int, Any] = {}

        def move(value: Any) -> Any:
            if type(value) in _WITHOUT_SPANS:
                return value
            if id(value) not in moved:
                moved[id(value)] = made(value)
            return moved[id(value)]

        def made(value: Any) -> Any:
            if type(value) is tuple:
                items = tuple(map(move, value))
                return items if any(map(is_not, items, value)) else value
            if not attrs.has(type(value)):
                return value
            changes = {}
            for name in names_of(type(value)):
                old = getattr(value, name)
                if (new := move(old)) is not old:
                    changes[name] = new
            if isinstance(value, Span):
                changes |= self._moved(value)
            return replaced(value, **changes) if changes else value

        result: V = move(value)
        return result

    def _moved(self, span: Span) -> dict[str, Any]:
        """What is another than it was of a span in the text as read."""
        start, end = self._start(span.start), self._end(span.end)
        text = self._read[start:end]
        return {} if (start, text) == (span.start, span.text) else {"start": start, "end": end, "text": text}

    def _start(self, offset: int) -> int:
        """Where a character begins in the text as read."""
        index = bisect_right(self._plain_offsets, offset) - 1
        return self._read_offsets[index] + offset - self._plain_offsets[index]

    def _end(self, offset: int) -> int:
        """Where the character before an offset ends in the text as read, its marks included."""
        return self._widths.get(offset - 1) or self._start(offset - 1) + 1


def plain_text(text: str, language: Language) -> PlainText | None:
    """The text without what is not seen and with the letters that are meant; None where there is nothing to change.

    >>> from newsfacts.languages.ru import RUSSIAN
    >>> plain_text("Луко\u0301йлов прие\u00adхал в Mocкву", RUSSIAN).text
    'Лукойлов приехал в Москву'
    """
    shifts: list[tuple[int, int]] = []
    widths: dict[int, int] = {}
    plain = text
    for unusual, usual in _USUAL.items():
        plain = plain.replace(unusual, usual)
    if _UNUSUAL.search(text):
        plain = _without_unseen(plain, language, shifts, widths)
    mixture = _mixture(language.script)
    if mixture and mixture.hint.search(plain):
        plain = mixture.words.sub(lambda word: mixture.resolved(word.group(), language), plain)
    return None if plain == text else PlainText(plain, text, shifts, widths)


def _without_unseen(text: str, language: Language, shifts: list[tuple[int, int]], widths: dict[int, int]) -> str:
    """The text with its pieces as they are meant; notes where offsets shift and which characters were several."""
    spaces = frozenset(_separators_of_words(text, language))
    parts: list[str] = []
    at = length = 0
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        meant = " " if start in spaces else _meant(piece.group(), language)
        parts += (text[at:start], meant)
        length += start - at + len(meant)
        at = end
        if len(meant) != end - start:
            shifts.append((length, end))
            if meant:
                widths[length - 1] = end
    return "".join((*parts, text[at:]))


def _separators_of_words(text: str, language: Language) -> Iterator[int]:
    """Where a space of no width stands in the place of a space: between words that are none together, or before a capital.

    A capital within no known word begins another one, known or not («Олег | Шашин»), and a scale ends one («млн | тенге»).
    """
    for run in _SEPARATED.finditer(text):
        words = run.group().split(_SEPARATOR)
        if _is_known("".join(words), language):
            continue
        are_known = all(_is_known(word, language) for word in words)
        at = run.start() - 1
        for word, following in pairwise(words):
            at += len(word) + 1
            is_name = word[-1].islower() and following[0].isupper() and language.is_native(following)
            if are_known or is_name or fold(word) in language.scales:
                yield at


def _meant(piece: str, language: Language) -> str:
    """What a piece is: a letter without the marks that its language has none of, a hyphen, or nothing."""
    if piece[0].isalpha():
        return _letter(piece, language)
    return "-" if piece in _HYPHENS else ""


def _letter(piece: str, language: Language) -> str:
    """A letter with its marks as the one letter that it is; one of the language's own without marks of stress."""
    alphabet = _alphabet(language.code)
    if alphabet is None or not language.is_native(piece):
        return normalize("NFC", piece)
    letters = (normalize("NFC", piece[0] + mark) for mark in piece[1:])
    return next(filter(alphabet.fullmatch, letters), piece[0])


@cache
def _alphabet(code: str) -> re.Pattern[str] | None:
    letters = ALPHABETS.get(code)
    return re.compile(f"[{letters}]", re.IGNORECASE) if letters else None


class _Mixture:
    """Words that have letters of two scripts, or that are all of letters which both have.

    Args:
        own: The script of the text.
        other: The one whose letters look like its own.

    Attributes:
        hint: Finds a letter of such a word: the cheap test.
        words: Finds such words.
    """

    def __init__(self, own: str, other: str) -> None:
        self._own, self._other = LOOKALIKES[other, own], LOOKALIKES[own, other]
        native, foreign = SCRIPTS[own].letters, SCRIPTS[other].letters
        shared = f"[{''.join(self._own)}]"
        rest = f"{shared}{{{_SHORTEST_NAME - 1},}}(?!\\w)"
        self._native = re.compile(f"[{native}]")
        self.hint = re.compile(f"[{foreign}](?:(?=[{native}])|(?<=[{native}].)|(?<!\\w.)(?<={shared}){rest})")
        self.words = re.compile(
            f"(?<![{native}{foreign}])(?:(?:[{native}]+[{foreign}]|[{foreign}]+[{native}])[{native}{foreign}]*|{shared}{rest})"
        )

    def resolved(self, word: str, language: Language) -> str:
        """The word in the one script that it is meant in; as it is where both have letters that the other one lacks."""
        natives = self._native.findall(word)
        foreign = [normalize("NFD", letter) for letter in word if not self._native.match(letter)]
        is_native = all(letter[0] in self._own for letter in foreign)
        is_foreign = all(letter in self._other for letter in natives)
        native = "".join(self._in_own(letter, language) for letter in word) if is_native else word
        if is_native and is_foreign and len(natives) < len(foreign):  # either is possible; the dictionary decides
            is_native = _is_known(native, language) if natives else _is_own_word(native, language)
        if is_native:
            return native
        return "".join(self._other.get(letter, letter) for letter in word) if is_foreign else word

    def _in_own(self, letter: str, language: Language) -> str:
        if self._native.match(letter):
            return letter
        parts = normalize("NFD", letter)
        return _letter(self._own[parts[0]] + parts[1:], language)


@cache
def _mixture(script: str) -> _Mixture | None:
    """What is known of the script that has letters like those of a script, if there is one."""
    return next((_Mixture(own, other) for own, other in LOOKALIKES if own == script), None)


def _is_known(word: str, language: Language) -> bool:
    return any(reading.known for reading in language.morphology.readings(word))


def _is_own_word(word: str, language: Language) -> bool:
    """Whether a word that has been written in another script throughout is one of the language; many short ones might be."""
    readings = [reading for reading in language.morphology.readings(word) if reading.known]
    is_name = language.is_place(word) or any(_ORGANIZATION in reading.features for reading in readings)
    return bool(readings) and (len(word) >= _SHORTEST_WORD or is_name)
