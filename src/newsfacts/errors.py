"""Every error that newsfacts raises, each with the data a caller needs to react to it."""

import sys
import warnings
from collections.abc import Sequence
from traceback import format_exception
from typing import Any, Self

from attrs import field, frozen

from newsfacts.characters import whole

__all__ = [
    "ArgumentError",
    "ExtractionError",
    "Failure",
    "LexiconError",
    "MissingExtraError",
    "NewsfactsError",
    "NoExtractorsError",
    "PluginError",
    "ReadError",
    "ReadWarning",
    "WorkerError",
    "error_text",
    "warn",
]


class NewsfactsError(Exception):
    """The root of all errors that newsfacts raises on purpose; each can be pickled, as worker processes need."""


class ArgumentError(NewsfactsError, ValueError):
    """An argument has a value that cannot be meant.

    Attributes:
        argument: The argument's name, so that the command line can say which of its options that is.
        problem: What was wrong with the value, and how to mend it.
    """

    def __init__(self, argument: str, problem: str) -> None:
        super().__init__(argument, problem)
        self.argument = argument
        self.problem = problem

    def __str__(self) -> str:
        """The argument and what was wrong with it."""
        return f"{self.argument}: {self.problem}"


class ReadError(NewsfactsError):
    """An input is no article that newsfacts can read.

    Attributes:
        source: What was read: a path, a URL, or ``path:line`` for a record.
        problem: What was wrong with it, and how to mend it.
    """

    def __init__(self, source: str, problem: str) -> None:
        source, problem = whole(str(source)), whole(str(problem))  # a path need be neither a string nor UTF-8
        super().__init__(source, problem)
        self.source = source
        self.problem = problem

    def __str__(self) -> str:
        """The source and what was wrong with it."""
        return f"{self.source}: {self.problem}"


class ReadWarning(UserWarning):
    """Something of an article could not be read; the article is read without it."""


def warn(problem: str) -> None:
    """Warn of something that was asked for, by a `ReadWarning` at the line outside newsfacts that asked for it."""
    level, frame = 1, sys._getframe()
    while frame.f_back and frame.f_globals["__name__"].partition(".")[0] == __name__.partition(".")[0]:
        level, frame = level + 1, frame.f_back
    warnings.warn(problem, ReadWarning, stacklevel=level)


class PluginError(NewsfactsError):
    """A plugin cannot be used as it is.

    Attributes:
        plugin: The plugin's name, which is its entry point's.
        problem: What was wrong with it, and how to mend it.
    """

    def __init__(self, plugin: str, problem: str) -> None:
        super().__init__(plugin, problem)
        self.plugin = plugin
        self.problem = problem

    def __str__(self) -> str:
        """The plugin and what was wrong with it."""
        return f"plugin {self.plugin!r}: {self.problem}"


class NoExtractorsError(NewsfactsError):
    """A pipeline was asked for with no extractor installed, or with all of them blocked."""


class LexiconError(NewsfactsError):
    """A plugin's TOML data does not have the shape that its code declares.

    Attributes:
        path: The data file.
        problems: One line for each problem, each with its place in the file.
        distribution: The distribution that brings the file, where another plugin reads it; else None.
    """

    def __init__(self, path: str, problems: Sequence[str], distribution: str | None = None) -> None:
        super().__init__(path, problems, distribution)
        self.path = path
        self.problems = tuple(problems)
        self.distribution = distribution

    def __str__(self) -> str:
        """The distribution, the file and its problems."""
        return "".join(f"{part}: " for part in (self.distribution, self.path) if part) + "; ".join(self.problems)


class MissingExtraError(NewsfactsError, ImportError):
    """Something needs a package that comes with an extra of newsfacts, and it is not installed.

    Attributes:
        extra: The extra's name.
        package: The package.
    """

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(extra, package)
        self.extra = extra
        self.package = package

    def __str__(self) -> str:
        """What is missing, and the command that installs it."""
        return f"{self.package} is not installed; run: pip install 'newsfacts[{self.extra}]'"


class WorkerError(NewsfactsError):
    """A worker process ended while it was at work on an article.

    Attributes:
        article: The article's id.
        problem: What is known of how it ended.
    """

    def __init__(self, article: str, problem: str) -> None:
        super().__init__(article, problem)
        self.article = article
        self.problem = problem

    def __str__(self) -> str:
        """The article and what is known of how its worker ended."""
        return f"{self.article}: {self.problem}"


class ExtractionError(NewsfactsError, ExceptionGroup[Exception]):
    """Plugins raised on an article and the pipeline was built with ``on_error="raise"``."""

    # The base declares overloads for groups of BaseException too, which this group never holds.
    def derive(self, excs: Sequence[Exception]) -> Self:  # type: ignore[override]
        """Keep the type when ``except*`` splits the group."""
        return type(self)(self.message, excs)


@frozen(kw_only=True)
class Failure:
    """Something went wrong on an article; what else was found stands.

    Attributes:
        stage: What was being done. A plugin's answer to ``load``, ``detect``, ``recognize``, ``extract``, ``consolidate``,
            ``relate`` or ``explain``; ``read`` for an input that is no article, ``work`` for a worker process that died.
        plugin: The plugin's or the extractor's name; ``newsfacts`` for ``read`` and ``work``.
        message: The error's type and text.
        error: The error itself; None in a result that comes from JSON or from another process.
        traceback: Where it was raised, as Python prints it, from another process too; empty in a result that comes from JSON.
    """

    stage: str
    plugin: str
    message: str
    error: BaseException | None = field(default=None, eq=False, repr=False)
    _printed: str = field(default="", alias="printed", eq=False, repr=False)

    @property
    def traceback(self) -> str:
        """Where the error was raised."""
        if self.error is None:
            return self._printed
        try:
            return "".join(format_exception(self.error)).encode("utf-8", "replace").decode()
        except Exception as another:  # a stranger's class may fail at that, too
            return f"(its traceback cannot be had: {type(another).__name__})\n"

    @classmethod
    def of(cls, stage: str, plugin: str, error: BaseException) -> Self:
        """The failure of a plugin that raised an error."""
        message = error.problem if isinstance(error, PluginError) else error_text(error)
        return cls(stage=stage, plugin=plugin, message=message, error=error)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle without the error: not every plugin's error can be pickled, and one that cannot must not cost a result."""
        return _failure, (self.stage, self.plugin, self.message, self.traceback)


def _failure(stage: str, plugin: str, message: str, printed: str) -> Failure:
    return Failure(stage=stage, plugin=plugin, message=message, printed=printed)


def error_text(error: BaseException) -> str:
    """An error's type and text; it can be had and written whatever a plugin has made of them."""
    try:
        text = str(error)
    except Exception as another:  # a stranger's class may fail at that, too
        text = f"(its text cannot be had: {type(another).__name__})"
    return f"{type(error).__name__}: {text}".encode("utf-8", "replace").decode()
