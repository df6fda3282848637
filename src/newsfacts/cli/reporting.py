"""What is said on standard error beside the results, and the exit status that follows from it."""

from __future__ import annotations

import re
import sys
import sysconfig
import warnings
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from newsfacts.cli.process import discard
from newsfacts.errors import ArgumentError, Failure, NewsfactsError, PluginError, ReadWarning, error_text
from newsfacts.record import Record
from newsfacts.terminal import is_unserved, unserved, visible

__all__ = ["Report"]

_PLACE = re.compile(r'^ +File "([^"\n]+)", line (\d+)', re.MULTILINE)
_NO_PLUGINS = (str(Path(__file__).parent.parent), sysconfig.get_path("stdlib"), "<")


class Report:
    """The account of a run: each problem is named when it comes, what many articles share once, with their number at the end.

    Args:
        traceback: Whether to show where each error of a plugin was raised.

    Attributes:
        lost: Whether an input, an article or its file was lost.
    """

    def __init__(self, traceback: bool = False) -> None:
        self.lost = False
        self._traceback = traceback
        self._broken: set[str] = set()
        self._failures: Counter[str] = Counter()
        self._unserved: Counter[str | None] = Counter()

    @property
    def status(self) -> int:
        """The exit status."""
        return 1 if self.lost else 3 if self._broken or self._failures else 0

    def say(self, message: str) -> None:
        """Print a line on standard error; where that cannot be, the run goes on without it."""
        if sys.stderr is None:
            return
        try:  # not click.echo, which would write into the progress bar
            sys.stderr.write(f"newsfacts: {visible(message)}\n")
            sys.stderr.flush()
        except (OSError, ValueError):  # ValueError: a plugin has closed it
            discard(sys.stderr)

    def lose(self, problem: str) -> None:
        """Name what could not be read or written."""
        self.lost = True
        self.say(problem)

    def fail_to_load(self, failures: Iterable[Failure]) -> None:
        """Name plugins that could not be loaded, each once."""
        for failure in failures:
            problem = f"plugin {failure.plugin!r} could not be loaded: {failure.message}"
            if problem not in self._broken:
                self._broken.add(problem)
                self.say(f"{problem}{'' if self._traceback else _raised_at(failure)}")
                self.trace(failure)

    def trace(self, failure: Failure) -> None:
        """Show where an error of a plugin was raised, if that is asked for."""
        for line in failure.traceback.splitlines() if self._traceback else ():
            self.say(line)

    @contextmanager
    def refusing(self, option: str = "", blocked: Collection[str] = ()) -> Iterator[None]:
        """Within this, what is asked for wrongly ends the command; of a plugin that cannot be used it is shown where it failed.

        Args:
            option: The option that may be wrong; by default the error says it.
            blocked: What ``--block`` has.

        Raises:
            click.UsageError: It says what was wrong.
        """
        try:
            yield
        except ArgumentError as error:
            raise click.UsageError(f"--{error.argument.replace('_', '-')}: {error.problem}") from error
        except (NewsfactsError, ValueError) as error:
            if isinstance(error, PluginError) and error.__cause__:
                self.trace(Failure.of("load", error.plugin, error.__cause__))
            if isinstance(error, PluginError) and error.plugin in blocked:
                option = "--block"
            raise click.UsageError(f"{option}: {error}" if option else str(error)) from error

    def watch(self, results: Iterable[Record]) -> Iterator[Record]:
        """The results as they come, with an eye on what went wrong.

        Raises:
            click.ClickException: There can be no further ones.
        """
        iterator = iter(results)
        while True:
            try:
                result = next(iterator)
            except StopIteration:
                return
            except (Exception, SystemExit) as error:  # no plugin ends this process
                raise click.ClickException(f"extraction ended: {error_text(error)}") from error
            self.note(result)
            yield result

    def note(self, result: Record) -> None:
        """Name what went wrong on an article."""
        for failure in dict.fromkeys(result.failures):
            self._see(failure, result.article.id or "an article without id")
        self._unserved[result.article.language or None] += is_unserved(result)

    def _see(self, failure: Failure, article: str) -> None:
        if failure.stage == "load":
            self.fail_to_load([failure])
        elif failure.stage in ("read", "work"):  # it is no article, or a worker died on it
            self.lose(str(failure.error or failure.message))
        else:
            problem = f"plugin {failure.plugin!r} failed at {failure.stage}: {failure.message}"
            self._failures[problem] += 1
            if self._failures[problem] == 1:
                self.say(f"{article}: {problem}{'' if self._traceback else _raised_at(failure)}")
                self.trace(failure)

    def finish(self) -> None:
        """Say of how many articles the same was true."""
        for problem, number in self._failures.items():
            if number > 1:
                self.say(f"on {number} articles: {problem}")
        for language, number in self._unserved.items():
            if number:
                articles = "1 article" if number == 1 else f"{number} articles"
                self.say(f"{unserved(language)}: {articles} {'has' if number == 1 else 'have'} no facts")

    @contextmanager
    def showing_warnings(self) -> Iterator[None]:
        """Within this, warnings that are for users are lines too: those of readers each time, others once."""
        said = set()
        with warnings.catch_warnings():
            warnings.simplefilter("always", ReadWarning)
            others = warnings.showwarning

            def show(message: Warning | str, category: type[Warning], *place: Any, **more: Any) -> None:
                if not issubclass(category, (UserWarning, RuntimeWarning)):
                    others(message, category, *place, **more)
                elif issubclass(category, ReadWarning) or str(message) not in said:
                    said.add(str(message))
                    self.say(str(message))

            warnings.showwarning = show
            yield


def _raised_at(failure: Failure) -> str:
    """Where a plugin's error was raised, as the end of a line: the last place in code that is neither ours nor Python's."""
    found = [place for place in _PLACE.findall(failure.traceback) if not place[0].startswith(_NO_PLUGINS)]
    if not found:
        return ""
    file, line = found[-1]
    return f" ({Path(file).name}, line {line}; --traceback shows the way there)"
