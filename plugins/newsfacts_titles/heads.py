"""Where titles may be: the role nouns of a text."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts_titles.text_units import TextUnits
from newsfacts_titles.traits import ADJECTIVES, CAPITALISED, RoleNoun

__all__ = ["find_heads"]


def find_heads(units: TextUnits) -> Iterator[int]:
    """The tokens that are role nouns, persons' names left out."""
    for index, role in units.vocabulary.roles(units.tokens):
        if not units.is_named(index) and not _is_another_word(units, index, role):
            yield index


def _is_another_word(units: TextUnits, index: int, role: RoleNoun) -> bool:
    """Whether the words around a form show that it is no role noun, or names nobody."""
    grammar = units.vocabulary.grammar
    if role.plural and not grammar.nouns_modify and _names_body(units, index):
        return True
    return grammar.is_doubtful(role) and grammar.is_another_word(
        role,
        units.traits(index),
        None if units.breaks(index) else units.traits(index - 1),
        None if units.breaks(index + 1) or units.is_named(index + 1) else units.traits(index + 1),
        units.opens_sentence(index),
    )


def _names_body(units: TextUnits, index: int) -> bool:
    """Whether a plural is what a body's name says of its members («Союз юристов», the union of lawyers)."""
    for at in range(index - 1, max(-1, index - units.vocabulary.grammar.reach - 2), -1):
        word = units.traits(at)
        if units.breaks(at + 1) or (word.kind != "body" and word.category not in ADJECTIVES):
            return False
        if word.kind == "body":
            return word.shape == CAPITALISED and not units.opens_sentence(at)
    return False
