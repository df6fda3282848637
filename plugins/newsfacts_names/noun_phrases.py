"""Adjectives and participles before a noun, and what the phrase is called."""

from __future__ import annotations

import math
from collections.abc import Sequence

from newsfacts import Language, Reading, agree

__all__ = ["is_modifier", "modifies", "nominative_phrase"]


def is_modifier(readings: Sequence[Reading]) -> bool:
    """Whether a word is likelier to modify a noun than to be one («главное» of «главное управление», main department)."""
    return math.fsum(r.score for r in readings if r.is_attributive) > 0.5


def modifies(word: Sequence[Reading], noun: Sequence[Reading]) -> bool:
    """Whether a word, by its readings, may modify another."""
    return is_modifier(word) and any(agree(w, n) for w in word for n in noun)


def nominative_phrase(language: Language, text: str, *, oblique: bool = False) -> str:
    """The nominative of a name's words, with one space between them; an abbreviation at the head has but one form.

    Args:
        language: The language.
        text: The name.
        oblique: Whether it is known to stand in another case.
    """
    words = text.split()
    return " ".join(words) if words[0].isupper() else language.nominative(" ".join(words), oblique=oblique)
