"""Words that are added to a TOML file of words: lists grow, tables get new keys, and what is one value stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from typing import Any, cast, get_args

import attrs

from newsfacts.toml_shape import Place, types_in_file

__all__ = ["merged", "place_in_addition"]

Problem = tuple[Place, str]

# What stands between the words of a string that is a list of words, or between the phrases of one that is a list of phrases.
_SEPARATORS = (" ", "; ")
_NO_LIST = "is one value, not a list of words; leave it out, since nothing can be added to it"


def merged(base: Mapping[str, Any], more: Mapping[str, Any], shape: type[Any]) -> tuple[dict[str, Any], list[Problem]]:
    """A file's values with what is added to them, and each place of the addition that cannot be taken, with the reason.

    Args:
        base: What the file has.
        more: What is added; it has the types that the shape says.
        shape: The attrs class that both are read into. Of a string its converter tells whether it is a list of words.
    """
    merge = _Merge()
    return merge.table(base, more, shape), merge.problems


def place_in_addition(base: Any, place: Place) -> Place:
    """Where in an addition stands what has a place in the merged file: behind the items that a list had before.

    Args:
        base: What the file had.
        place: The place in the merged file.

    >>> place_in_addition({"units": [{"code": "EUR"}]}, ("units", 1, "code"))
    ('units', 0, 'code')
    """
    own: list[str | int] = []
    for part in place:
        if isinstance(part, int):
            own.append(part - len(base) if isinstance(base, list) else part)
            base = None
        else:
            own.append(part)
            base = base.get(part) if isinstance(base, dict) else None
    return tuple(own)


class _Merge:
    """A merge under way.

    Attributes:
        problems: What cannot be taken of the addition, so far.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def table(self, base: Mapping[str, Any], more: Mapping[str, Any], shape: type[Any], place: Place = ()) -> dict[str, Any]:
        """The values of an attrs class with what is added to them."""
        types = types_in_file(cast(Hashable, shape))
        converters = {attribute.name: attribute.converter for attribute in attrs.fields(shape)}
        grown = {
            name: self._value(base[name], value, types[name], converters[name], (*place, name)) if name in base else value
            for name, value in more.items()
        }
        return {**base, **grown}

    def _value(self, base: Any, more: Any, type_: Any, convert: Callable[[Any], Any] | None, place: Place) -> Any:
        """A value with what is added to it; as it is where nothing can be added."""
        if attrs.has(type_):
            return self.table(base, more, type_, place)
        if isinstance(base, dict):
            return self._keys(base, more, get_args(type_)[1], convert, place)
        if isinstance(base, list):
            self._refuse_known((_shown(item) for item in more if item in base), place)
            return [*base, *more]
        if convert and isinstance(base, str) and (joined := _joined(base, more, convert)) is not None:
            self._refuse_known(sorted(map(_shown, _words(convert(base)) & _words(convert(more)))), place)
            return joined
        self.problems.append((place, _NO_LIST))
        return base

    def _keys(
        self, base: dict[str, Any], more: dict[str, Any], type_: Any, convert: Callable[[Any], Any] | None, place: Place
    ) -> dict[str, Any]:
        """A table with what is added to it; the converter of a table is asked about one key of it at a time."""
        grown = dict(base)
        for key, value in more.items():
            of_key = None if convert is None else lambda text, key=key: convert({key: text})
            grown[key] = self._value(base[key], value, type_, of_key, (*place, key)) if key in base else value
        return grown

    def _refuse_known(self, words: Iterable[str], place: Place) -> None:
        self.problems += [(place, f"{word} is in the list already; leave it out") for word in words]


def _joined(base: str, more: str, convert: Callable[[str], Any]) -> str | None:
    """A string of words with more of them; None where the converter does not read one as a list."""
    words = _words(convert(base)) | _words(convert(more))
    both = (base + between + more for between in _SEPARATORS)
    return next((joined for joined in both if _words(convert(joined)) == words), None)


def _words(converted: Any) -> frozenset[Any]:
    """The words or phrases that a converter has found, those of a table with their keys; of what is one value that alone."""
    if isinstance(converted, Mapping):
        return frozenset((key, word) for key, value in converted.items() for word in _words(value))
    if isinstance(converted, Set) or (isinstance(converted, tuple) and all(isinstance(each, tuple) for each in converted)):
        return frozenset(converted)
    return frozenset([converted])


def _shown(item: Any) -> str:
    return repr(" ".join(item) if isinstance(item, tuple) else item)
