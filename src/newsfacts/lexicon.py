"""Word lists as data: a package's TOML file, loaded into a typed attrs value.

Every problem is reported with the file and the place in it, so that whoever edits a list needs no traceback.
"""

from __future__ import annotations

import tomllib
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast

import cattrs
from attrs import frozen
from cattrs import ClassValidationError, IterableValidationError
from cattrs.errors import IterableValidationNote

from newsfacts.errors import LexiconError
from newsfacts.toml_merge import merged, place_in_addition
from newsfacts.toml_shape import Place, line_of, misfits, written

__all__ = ["WrongDataError", "languages", "load", "load_with"]

T = TypeVar("T")

_converter = cattrs.Converter(forbid_extra_keys=True, prefer_attrib_converters=True)


class WrongDataError(ValueError):
    """What a shape's own check raises for a value that it knows the place of, so that the error names key and line.

    Args:
        problem: What is wrong with it, and how to mend it.
        place: The keys and, in lists, the numbers from 0 that lead to it from the value that is checked.
    """

    def __init__(self, problem: str, *place: str | int) -> None:
        super().__init__(problem)
        self.place = place


@cache
def load(package: str, path: str, shape: type[T]) -> T:
    """Read a package's data file into a value.

    Args:
        package: The import name of the package that the file lies in.
        path: The file's path inside the package, e.g. ``data/ru.toml``.
        shape: An attrs class whose fields are the file's keys; unknown keys are refused, and so is a value of another type.
            A field with a converter has in the file the type of what the converter takes. Of a file whose keys nobody knows
            beforehand it is the type of a table: ``dict[str, str]``.

    Returns:
        The value; one and the same for equal arguments, so treat it as immutable.

    Raises:
        LexiconError: The package or the file is missing, is no TOML, or does not have the shape.
    """
    file, data = _in_package(package, path)
    file.refuse(misfits(data, shape))
    try:
        return _made(data, shape)
    except Exception as error:
        raise file.error(_refusals(error)) from error


def load_with(package: str, path: str, shape: type[T], additions: Sequence[tuple[str, str]]) -> T:
    """Read a package's data file with what is added to it into a value.

    Args:
        package: The import name of the package that the file lies in.
        path: The file's path inside the package.
        shape: An attrs class, as `load` takes it.
        additions: The name and the text of each: TOML with some keys of the file. What stands in a list, or in a string that is
            a list of words, is added to that list, and a new key to a table; one value stays as it is.

    Raises:
        LexiconError: An addition is no TOML, does not have the shape, adds what is there already or makes no sense.
    """
    value: T = load(package, path, cast(Hashable, shape))
    data = _in_package(package, path)[1]
    for name, text in additions:
        addition = _File(name, text)
        more = addition.parsed()
        addition.refuse(misfits(more, shape, whole=False))
        before, (data, problems) = data, merged(data, more, shape)
        addition.refuse((place, problem, "") for place, problem in problems)
        try:
            value = _made(data, shape)
        except Exception as error:
            refused = ((place_in_addition(before, place), problem) for place, problem in _refusals(error))
            raise addition.error(refused) from error
    return value


@frozen
class _File:
    """A file of TOML, or an addition to one, by the name that errors have for it."""

    name: str
    text: str

    def parsed(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise LexiconError(self.name, [str(error)]) from error

    def refuse(self, problems: Iterable[tuple[Place, str, str]]) -> None:
        placed = [_placed(self.text, place, problem, mend) for place, problem, mend in problems]
        if placed:
            raise LexiconError(self.name, placed)

    def error(self, refusals: Iterable[tuple[Place, str]]) -> LexiconError:
        return LexiconError(self.name, [_placed(self.text, place, problem) for place, problem in refusals])


def _in_package(package: str, path: str) -> tuple[_File, dict[str, Any]]:
    try:
        file = files(package).joinpath(path)
    except ModuleNotFoundError as error:
        raise LexiconError(f"{package}/{path}", [f"{error}; is the package installed?"]) from error
    try:
        found = _File(str(file), file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(str(file), ["no such file; is the package installed with its data?"]) from None
    except UnicodeDecodeError as error:
        raise LexiconError(str(file), [str(error)]) from error
    return found, found.parsed()


def _made(data: dict[str, Any], shape: type[T]) -> T:
    value: T = _converter.structure(data, shape)
    return value


def _refusals(error: Exception, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """What the shape's own checks say of values that have the types they should."""
    if not isinstance(error, ClassValidationError | IterableValidationError):
        yield (*place, *(error.place if isinstance(error, WrongDataError) else ())), str(error)
        return
    noted, others = error.group_exceptions()
    for each, note in noted:
        part: Any = note.index if isinstance(note, IterableValidationNote) else note.name
        yield from _refusals(each, (*place, part))
    for each in others:
        yield from _refusals(each, place)


def _placed(text: str, place: Place, problem: str, mend: str = "") -> str:
    line = line_of(text, place)
    return f"{problem} @ {written(place)}{f', line {line}' if line else ''}{mend}"


def languages(package: str) -> frozenset[str]:
    """The codes of the languages that a package has a data file for, ``data/<code>.toml``."""
    names = [file.name for file in files(package).joinpath("data").iterdir()]
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml"))
