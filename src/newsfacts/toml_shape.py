"""What of a TOML file does not fit the attrs class that it is to become: each problem with its place, and how to mend it.

A library that structures data converts what it can: of a string it makes a list of letters, of a number a string. In a word
list that is a slip of whoever edits it, and it must not pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsfacts.suggestions import closest

__all__ = ["Place", "line_of", "misfits", "types_in_file", "written"]

Place = tuple[str | int, ...]
"""Keys and, in lists, numbers from 0, from the whole file to a value in it."""

_SCALARS = {str: "a string in quotation marks", bool: "true or false", int: "a whole number", float: "a number"}
_SHOWN = 30  # characters of a string that is quoted in an error
_LISTS = (list, tuple, frozenset, set)


def misfits(value: Any, expected: Any, place: Place = (), *, whole: bool = True) -> Iterator[tuple[Place, str, str]]:
    """Each place of a value that does not have the type expected there, what is wrong, and what may have been meant.

    Args:
        value: Of a TOML file.
        expected: A type of the annotations of attrs classes.
        place: Where the value stands.
        whole: Whether all is there that must be; else it is to be added to a value that has it. What stands in a list is whole.
    """
    origin, arguments = get_origin(expected), get_args(expected)
    if attrs.has(expected):
        yield from _of_table(value, expected, place, whole)
    elif origin in (Union, UnionType):
        [given] = [argument for argument in arguments if argument is not NoneType]  # TOML has no null
        yield from misfits(value, given, place)
    elif origin is Literal:
        if value not in arguments:
            yield place, f"is {value!r}; it is one of {', '.join(map(repr, arguments))}", ""
    elif origin in (dict, Mapping):
        if not isinstance(value, dict):
            yield place, f"is {_kind(value)}; a table is expected", ""
            return
        for key, each in value.items():
            if arguments[0] is int and not key.isdecimal():
                yield (*place, key), "is no whole number, as the keys here are", ""
            yield from misfits(each, arguments[1], (*place, key))
    elif origin in _LISTS:
        yield from _of_list(value, arguments, place)
    elif expected in _SCALARS and not _is_scalar(value, expected):
        yield place, f"is {_kind(value)}; {_SCALARS[expected]} is expected", ""


def _of_list(value: Any, arguments: tuple[Any, ...], place: Place) -> Iterator[tuple[Place, str, str]]:
    if not isinstance(value, list):
        mend = f"; put it in brackets: [{_shown(value)}]" if isinstance(value, str) else ""
        yield place, f"is {_kind(value)}; a list is expected", mend
        return
    alike = len(arguments) == 1 or arguments[1] is Ellipsis
    if not alike and len(value) != len(arguments):
        yield place, f"has {len(value)} values; {len(arguments)} are expected", ""
        return
    for index, each in enumerate(value):
        yield from misfits(each, arguments[0 if alike else index], (*place, index))


def _of_table(value: Any, shape: type[attrs.AttrsInstance], place: Place, whole: bool) -> Iterator[tuple[Place, str, str]]:
    if not isinstance(value, dict):
        yield place, f"is {_kind(value)}; a table is expected", ""
        return
    types = types_in_file(shape)
    for key in sorted(value.keys() - types.keys()):
        yield (*place, key), f"extra fields found ({key})", closest(key, types)
    for attribute in attrs.fields(shape):
        if attribute.name in value:
            yield from misfits(value[attribute.name], types[attribute.name], (*place, attribute.name), whole=whole)
        elif whole and attribute.init and attribute.default is attrs.NOTHING:
            yield (*place, attribute.name), "required field missing", ""


@cache
def types_in_file(shape: type[attrs.AttrsInstance]) -> dict[str, Any]:
    """The type that each field of an attrs class has in the file: where it has a converter, the one that this takes."""
    attrs.resolve_types(shape)
    return {a.name: _taken_by(a.converter) or a.type for a in attrs.fields(shape) if a.init}


def _taken_by(converter: Callable[..., Any] | None) -> Any:
    if converter is None or isinstance(converter, type):
        return None
    hints = get_type_hints(converter)
    return next((taken for name, taken in hints.items() if name != "return"), None)


def _is_scalar(value: Any, expected: type) -> bool:
    if isinstance(value, bool):
        return expected is bool
    return isinstance(value, (int, float) if expected is float else expected)


def _kind(value: Any) -> str:
    """What a value is, in the words of whoever writes TOML."""
    names = {dict: "a table", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}
    shown = f" ({_shown(value)})" if isinstance(value, str | int | float) else ""
    return names.get(type(value), f"a {type(value).__name__}") + shown


def _shown(value: Any) -> str:
    """A value as TOML writes it; of a long one the beginning."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        beginning = " ".join(value[:_SHOWN].split())
        return f'"{beginning}{"…" if len(value) > _SHOWN else ""}"'
    return str(value)


def written(place: Place) -> str:
    """A place as errors name it.

    >>> written(("units", 2, "national", "U.S."))
    "$.units[2].national['U.S.']"
    """
    return "$" + "".join(f".{part}" if str(part).isidentifier() else f"[{part!r}]" for part in place)


def line_of(text: str, place: Place) -> int | None:
    r"""The line, from 1, of a place in a file, or of the table that lacks it; None where that is the whole file.

    >>> line_of('[[units]]\ncode = "A"\n\n[[units]]\ncode = 5', ("units", 1, "code"))
    5
    """
    found, name = None, ""
    for part in place:
        start = found.start(1) if found else 0
        if isinstance(part, str):
            name = re.escape(part)
            key = re.compile(rf"^[ \t]*(?:\[+(?:[^\]\n]*\.)?)?()[\"']?{name}[\"']?[ \t]*[=.\]]", re.MULTILINE)
            at = key.search(text, start)
        else:
            heads = re.finditer(rf"^[ \t]*\[\[(?:[^\]\n]*\.)?(){name}\]\]", text, re.MULTILINE)
            at = next((head for number, head in enumerate(heads) if number == part), None)
        if at is None:
            break
        found = at
    return text.count("\n", 0, found.start(1)) + 1 if found else None
