"""How people are shown a kind of facts: its colour, and its words in one language or several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from attrs import field, frozen
from attrs.validators import deep_mapping, optional

from newsfacts.checks import in_, instance_of

__all__ = ["COLOURS", "Colour", "Display", "Wording"]

Colour = Literal["slate", "amber", "green", "indigo", "plum", "teal", "rust", "olive"]
"""A colour that has a light and a dark shade, both with words that can be read on them."""
COLOURS: tuple[Colour, ...] = get_args(Colour)

_STRINGS = deep_mapping(key_validator=instance_of(str), value_validator=instance_of(str))


@frozen(kw_only=True)
class Wording:
    """A kind of facts in the words of one language.

    Attributes:
        one: What one fact of the kind is called.
        many: What several are called.
        fields: Labels of the fields, by their names.
        values: What the values of a field mean, by the field's name.

    Raises:
        TypeError: One of them is something else.
    """

    one: str = field(validator=instance_of(str))
    many: str = field(validator=instance_of(str))
    fields: Mapping[str, str] = field(factory=dict, validator=_STRINGS)
    values: Mapping[str, Mapping[str, str]] = field(
        factory=dict, validator=deep_mapping(key_validator=instance_of(str), value_validator=_STRINGS)
    )


@frozen(kw_only=True)
class Display:
    """How people are shown a kind of facts; what is not said here is chosen for it, and names are shown as they stand.

    Attributes:
        colour: Its colour; None takes one that the kinds of the core do not have.
        words: Its words, by the codes of languages; an article in another language takes the English ones.

    Raises:
        TypeError: The words are something else.
        ValueError: There is no such colour.
    """

    colour: Colour | None = field(default=None, validator=optional(in_(COLOURS)))
    words: Mapping[str, Wording] = field(
        factory=dict, validator=deep_mapping(key_validator=instance_of(str), value_validator=instance_of(Wording))
    )
