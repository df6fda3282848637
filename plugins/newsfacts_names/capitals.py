"""The capitalised words of a text, and what parts each from the one before."""

from __future__ import annotations

import re

from newsfacts import Analysis, Token

__all__ = ["LONGEST_NAME", "Capital", "find_capitals"]

# More capitalised words than this no name has, nor more letters than that a word of a name.
LONGEST_NAME = 10
_LONGEST_WORD = 100
_LONGEST_GAP = 60
_PARTICLE_AND_CAPITAL = re.compile(r"[а-яёa-z]{1,4}[-‑'’][A-ZА-ЯЁ]")
_SMALL_WORDS = re.compile(r"[а-яёa-z\s]+")
_STOP = re.compile(r"[.!?]")
_MARKS_BETWEEN = frozenset("-–—,и(\"«':»&/.") | {"»,", "' "}


class Capital:
    """A capitalised word among the tokens.

    Attributes:
        index: Its place among the tokens.
        token: The word.
        gap: What parts it from the capitalised word before, in short.
        adjacent: Whether the two may be one name: only white space, an initial's stop or a particle is between.
    """

    __slots__ = ("adjacent", "gap", "index", "token")

    def __init__(self, index: int, token: Token, gap: str, adjacent: bool) -> None:
        self.index = index
        self.token = token
        self.gap = gap
        self.adjacent = adjacent


def find_capitals(analysis: Analysis, particles: frozenset[str], openers: frozenset[str]) -> list[Capital]:
    """The capitalised words of a text that may be of a name, each with the kind of gap that parts it from the one before.

    Args:
        analysis: The article.
        particles: Words in small letters that may stand within a name.
        openers: Words with a capital that begin sentences; one is left out where it is neither an initial nor beside a name.
    """
    found: list[Capital] = []
    text = analysis.text
    end, short = -1, False
    for index, token in enumerate(analysis.tokens):
        word = token.text
        if word.islower() or not (word[0].isupper() or (len(word) > 3 and _PARTICLE_AND_CAPITAL.match(word))):
            continue
        if len(word) > _LONGEST_WORD:
            continue
        gap, adjacent = "far", False
        if end >= 0 and token.start - end <= _LONGEST_GAP:
            gap, adjacent = _gap(text[end : token.start], short, particles)
        if not adjacent and word in openers and text[token.end : token.end + 1] != ".":
            continue
        found.append(Capital(index, token, gap, adjacent))
        end, short = token.end, len(word) <= 2
    return found


def _gap(between: str, after_initial: bool, particles: frozenset[str]) -> tuple[str, bool]:
    """The kind of a gap, and whether it may lie within a name."""
    if between == " ":
        return " ", True
    if "\n" in between:
        return "line", False
    mark = between.strip()
    if not mark:
        return (" " if between else ""), True
    if mark == "." and after_initial:
        return ".", True
    if particles.issuperset(mark.split()):
        return "particle", True
    if mark in _MARKS_BETWEEN:
        return mark, False
    if _SMALL_WORDS.fullmatch(between):
        return f"low{min(3, len(between.split()))}", False
    return ("stop" if _STOP.search(between) else "far"), False
