"""What plugins answer, looked at before anybody else sees it: what is wrong is its plugin's failure, the rest stands."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Context, Decimal, localcontext
from enum import Enum
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from newsfacts.errors import Failure
from newsfacts.facts import Fact, Mention, Span, names_of

__all__ = ["check_fact", "check_mention", "check_type", "collect", "contained", "declared_types"]

T = TypeVar("T")

# Digits of the longest number that is taken; «1E+999999999» is ten characters for Python and a gigabyte in JSON.
_MOST_DIGITS = 1000
# Values within values; nobody nests deeper, and writers recurse.
_DEEPEST = 50
_DECIMALS = Context()


@contextmanager
def contained(stage: str, plugin: str, failures: list[Failure]) -> Iterator[None]:
    """Turn whatever a plugin raises into its failure, `SystemExit` too; only an interrupt passes.

    It computes with decimals in a context of its own: what another one has set for its thread is not to round its sums.
    """
    try:
        with localcontext(_DECIMALS):
            yield
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        failures.append(Failure.of(stage, plugin, error))


def collect(
    stage: str, plugin: str, answer: Callable[[], Iterable[Any]], check: Callable[[Any], T], failures: list[Failure]
) -> list[T]:
    """The items that a plugin answers with, each checked.

    Args:
        stage: What it is asked for, as failures name it.
        plugin: Its name, likewise.
        answer: Asks it.
        check: Takes an item and returns what is kept of it; raises for one that is not what it must be.
        failures: Where each item that is refused is added, and what ended the answer; the items before it stand.
    """
    kept: list[T] = []
    with contained(stage, plugin, failures):
        given = answer()
        if not isinstance(given, Iterable):
            raise TypeError(f"it gave {_article(type(given))}, not several things; return a list, or yield them")
        for item in given:
            try:
                kept.append(check(item))
            except Exception as error:
                failures.append(Failure.of(stage, plugin, error))
    return kept


def check_type(item: Any, type_: type[T]) -> T:
    """The item, which must be of a type.

    Raises:
        TypeError: It is not.
    """
    if not isinstance(item, type_):
        raise TypeError(
            f"it gave {_article(type(item))}, not {_article(type_)}; see newsfacts.hookspecs for what a hook returns"
        )
    return item


def check_mention(item: Any, text: str) -> Mention:
    """The item, which must be a mention of a text.

    Raises:
        TypeError: It is none, or a field of it has another type.
        ValueError: Its span or its name is not one.
    """
    mention = check_type(item, Mention)
    _check_span(mention, text)
    _check_mention(mention)
    return mention


def check_fact(item: Any, text: str) -> Fact:
    """The item, which must be a fact of a text whose values can be compared and written.

    Raises:
        TypeError: It is none, or a value has a type that JSON cannot write.
        ValueError: A span is not the text's, or a value cannot be written.
    """
    fact = check_type(item, Fact)
    for name, types in declared_types(type(fact)):
        value = getattr(fact, name)
        try:
            if types and not isinstance(value, types):
                raise TypeError(f"is {value!r}, not {' or '.join(type_.__name__ for type_ in types)} as its class declares")
            _check_value(value, text)
            if name == "confidence" and not (isinstance(value, float | int) and 0 <= value <= 1):
                raise ValueError(f"is {value!r}, not from 0 to 1")
        except (TypeError, ValueError) as error:
            kind_of_error = TypeError if isinstance(error, TypeError) else ValueError  # not one that takes other arguments
            raise kind_of_error(f"{fact.kind}: {name} {error}") from error
    _check_span(fact, text)
    return fact


_DECLARED: dict[type, tuple[tuple[str, tuple[type, ...]], ...]] = {}


def declared_types(cls: type[Fact]) -> tuple[tuple[str, tuple[type, ...]], ...]:
    """The names of a class's fields and the types that their values may have; none where that is not declared so simply."""
    if cls not in _DECLARED:
        try:
            hints = get_type_hints(cls)
        except Exception:  # a name that only type checkers know
            hints = {}
        _DECLARED[cls] = tuple((name, _types(hints.get(name, Any))) for name in names_of(cls))
    return _DECLARED[cls]


def _types(declared: Any) -> tuple[type, ...]:
    origin, arguments = get_origin(declared), get_args(declared)
    if origin is Literal:
        return tuple({type(value) for value in arguments})
    if origin in (Union, UnionType):
        each = [_types(argument) for argument in arguments]
        return tuple(type_ for types in each for type_ in types) if all(each) else ()
    if declared is float:
        return float, int
    checked = origin or declared
    return (checked,) if isinstance(checked, type) and checked not in (Any, object) else ()


def _check_span(span: Span, text: str) -> None:
    start, end = span.start, span.end
    for offset in (start, end):
        if type(offset) is not int:  # True is one, too
            raise TypeError(f"has an offset {offset!r}, which is no int")
    if not 0 <= start < end <= len(text) or text[start:end] != span.text:
        raise ValueError(f"the text at {start}:{end} is not {span.text!r}; take spans from analysis.span")


def _check_mention(mention: Mention) -> None:
    _check_string(mention.name)
    if not mention.name.strip():
        raise ValueError("is a mention without a name")
    if mention.gender not in (None, "masculine", "feminine"):
        raise ValueError(f"is a mention with the gender {mention.gender!r}, which is neither masculine nor feminine")


def _check_string(value: Any) -> None:
    if not isinstance(value, str):
        raise TypeError(f"has {value!r} for a string")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"holds half a character at {error.start} (a lone surrogate), which no encoding can write") from error


def _check_value(value: Any, text: str, depth: int = 0) -> None:
    if value is None or isinstance(value, bool):
        return
    if depth > _DEEPEST:
        raise ValueError(f"holds values within values, more than {_DEEPEST} deep")
    if isinstance(value, str):
        _check_string(value)
    elif isinstance(value, int | float | Decimal):
        _check_number(value)
    elif isinstance(value, tuple):
        for item in value:
            _check_value(item, text, depth + 1)
    elif isinstance(value, Enum):
        if not isinstance(value.value, str | int | float):
            raise TypeError(f"is {value}, whose value is {_article(type(value.value))}; use enums of strings or numbers")
        _check_value(value.value, text, depth + 1)
    elif attrs.has(type(value)):
        for name in names_of(type(value)):
            _check_value(getattr(value, name), text, depth + 1)
        if isinstance(value, Span):
            _check_span(value, text)
        if isinstance(value, Mention):
            _check_mention(value)
    elif isinstance(value, date):
        value.isoformat()  # that of a stranger's class or time zone may fail
    else:
        raise TypeError(
            f"is {_article(type(value))}, which JSON cannot write; use str, int, float, Decimal, date, frozen attrs classes "
            "and tuples of them"
        )


def _check_number(value: int | float | Decimal) -> None:
    if isinstance(value, int):
        digits = value.bit_length() // 3
    elif value.is_finite() if isinstance(value, Decimal) else math.isfinite(value):
        digits = max(abs(value.adjusted()), len(value.as_tuple().digits)) if isinstance(value, Decimal) else 0
    else:
        raise ValueError(f"is {value}, which JSON cannot write; use None for a number that is not known")
    if digits > _MOST_DIGITS:
        raise ValueError(f"is a number of more than {_MOST_DIGITS:,} digits")


def _article(type_: type) -> str:
    return f"{'an' if type_.__name__[:1] in 'AEIOUaeio' else 'a'} {type_.__name__}"
