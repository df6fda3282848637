"""Whether a value has the type that it must have, said in one line of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import Any

import attrs

from newsfacts.suggestions import suggestion

__all__ = ["check_is", "check_several", "in_", "instance_of", "matching"]

_SHOWN = 40  # characters of a value that an error shows
_WORDS = {
    type(None): "None",
    str: "a string",
    int: "a whole number",
    float: "a number",
    bool: "True or False",
    dict: "a dict",
    bytes: "bytes",
}


def check_is(value: object, kinds: type | tuple[type, ...], what: str, mend: str = "") -> None:
    """Refuse a value of another type.

    Args:
        value: The value.
        kinds: What it may be.
        what: What it is called in the error.
        mend: What to do instead, as the error's end.

    Raises:
        TypeError: It is of none of these types.

    >>> check_is(5, str, "language")
    Traceback (most recent call last):
    TypeError: language must be a string, not 5
    """
    if isinstance(value, kinds):
        return
    kinds = kinds if isinstance(kinds, tuple) else (kinds,)
    may_be = " or ".join(_WORDS.get(kind) or f"{_article(kind.__name__)} {kind.__name__}" for kind in kinds)
    raise TypeError(f"{what} must be {may_be}, not {_shown(value)}{mend and f'; {mend}'}")


def instance_of(kinds: type | tuple[type, ...]) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    """The validator of a field of an attrs class, whose error is a line of words: that of attrs has the whole field in it."""

    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kinds):  # made for each fact: nothing is put into words before it is needed
            check_is(value, kinds, f"{type(instance).__name__}: {attribute.name!r}")

    return check


def in_(options: Collection[Any]) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    """The validator of a field that has one of some values."""

    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        try:
            fits = value in options
        except TypeError:  # it cannot be looked up
            fits = False
        if not fits:
            what = f"{type(instance).__name__}: {attribute.name!r}"
            raise ValueError(f"{what} is {_shown(value)}{suggestion(str(value), map(str, options))}")

    return check


def matching(pattern: str, said: str) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    """The validator of a string that matches a pattern as a whole.

    Args:
        pattern: A regular expression.
        said: In words what matches it.
    """
    form = re.compile(pattern)

    def check(instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
        what = f"{type(instance).__name__}: {attribute.name!r}"
        check_is(value, str, what, f"it is {said}")
        if not form.fullmatch(value):
            raise ValueError(f"{what} is {_shown(value)}; it is {said}")

    return check


def check_several(values: object, what: str, mend: str) -> None:
    """Refuse what does not have several values, before it is gone through.

    Raises:
        TypeError: It does not.
    """
    if not isinstance(values, Iterable):
        raise TypeError(f"{what} is {_shown(values)}; {mend}")


def _shown(value: object) -> str:
    """A value, shortened; of one that cannot show itself the type."""
    try:
        shown = repr(value)
    except Exception:  # a stranger's class may fail at that
        shown = ""
    return shown if 0 < len(shown) <= _SHOWN else f"{_article(type(value).__name__)} {type(value).__name__}"


def _article(name: str) -> str:
    return "an" if name[:1].lower() in "aeio" else "a"
