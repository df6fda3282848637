"""Word lists as data: a package's TOML file, loaded into a typed attrs value.

Every problem is reported with the file and the place in it, so that whoever edits a list needs no traceback.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import cattrs
from cattrs import transform_error
from cattrs.v import format_exception

from newsfacts.errors import LexiconError

__all__ = ["languages", "load"]

T = TypeVar("T")

_converter = cattrs.Converter(forbid_extra_keys=True, prefer_attrib_converters=True)


@cache
def load(package: str, path: str, shape: type[T]) -> T:
    """Read a package's data file into a value.

    Args:
        package: The import name of the package that the file lies in.
        path: The file's path inside the package, e.g. ``data/ru.toml``.
        shape: An attrs class whose fields are the file's keys; unknown keys are refused.

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
        data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(str(file), ["no such file; is the package installed with its data?"]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(str(file), [str(error)]) from error
    try:
        value: T = _converter.structure(data, shape)
        return value
    except Exception as error:
        raise LexiconError(str(file), transform_error(error, format_exception=_described)) from error


def _described(error: BaseException, type_: Any) -> str:
    """What is wrong with a value; a check of the shape says so itself."""
    problem = format_exception(error, type_)
    return f"{problem} ({error})" if isinstance(error, ValueError) else problem


def languages(package: str) -> frozenset[str]:
    """The codes of the languages that a package has a data file for, ``data/<code>.toml``."""
    names = [file.name for file in files(package).joinpath("data").iterdir()]
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml"))
