"""Ukrainian, as several plugins need to know it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from newsfacts import Language
from newsfacts.languages.data import LanguageData
from newsfacts.lexicon import load

__all__ = ["CODE", "ukrainian"]

T = TypeVar("T")

CODE = "uk"
# One apostrophe is written in three ways; the data has the first.
_APOSTROPHES = "'’ʼ"


@cache
def ukrainian() -> Language:
    """Ukrainian; made when first asked for.

    Raises:
        LexiconError: The data file is broken.
    """
    data: LanguageData = load(__package__, "data/language.toml", LanguageData)
    knowledge = data.knowledge()
    knowledge["numbers"] = _spelt(knowledge["numbers"])
    knowledge["places"] = [spelling for place in knowledge["places"] for spelling in _spellings(place)]
    return Language(
        code=CODE,
        name="Ukrainian",
        script="Cyrl",
        decimal_mark=",",
        grouping_marks=" \xa0\u2009\u202f.",
        date_order="DMY",
        **knowledge,
    )


def _spelt(words: Mapping[str, T]) -> dict[str, T]:
    """The words in all their spellings."""
    return {spelling: value for word, value in words.items() for spelling in _spellings(word)}


def _spellings(word: str) -> Iterable[str]:
    return {word.replace(_APOSTROPHES[0], apostrophe) for apostrophe in _APOSTROPHES}
