"""Word lists as data: a package's TOML file, loaded into a typed attrs value.

Every problem is reported with the file and the place in it, so that whoever edits a list needs no traceback.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import cattrs
from cattrs import ClassValidationError, IterableValidationError
from cattrs.errors import IterableValidationNote

from newsfacts.errors import LexiconError
from newsfacts.toml_shape import Place, line_of, misfits, written

__all__ = ["WrongDataError", "languages", "load"]

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
            A field with a converter has in the file the type of what the converter takes.

    Returns:
        The value; one and the same for equal arguments, so treat it as immutable.

    Raises:
        LexiconError: The package or the file is missing, is no TOML, or does not have the shape.
    """
    try:
        file = files(package).joinpath(path)
    except ModuleNotFoundError as error:
        raise LexiconError(f"{package}/{path}", [f"{error}; is the package installed?"]) from error
    try:
        text = file.read_text(encoding="utf-8")
        data: dict[str, Any] = tomllib.loads(text)
    except FileNotFoundError:
        raise LexiconError(str(file), ["no such file; is the package installed with its data?"]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(str(file), [str(error)]) from error
    problems = [_placed(text, place, problem, mend) for place, problem, mend in misfits(data, shape)]
    if problems:
        raise LexiconError(str(file), problems)
    try:
        value: T = _converter.structure(data, shape)
        return value
    except Exception as error:
        raise LexiconError(str(file), [_placed(text, place, problem) for place, problem in _refusals(error)]) from error


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
