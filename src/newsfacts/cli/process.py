"""What holds for every command: UTF-8 whatever the locale, an orderly end, and messages that do nothing to a terminal."""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from types import FrameType
from typing import Any, TextIO

import click

from newsfacts.errors import PluginError
from newsfacts.terminal import visible

__all__ = ["CommandLine", "discard", "is_terminal", "opened", "own_output"]

# As a shell shows a program that SIGPIPE ended, which is how most end when nobody reads on.
_CLOSED_PIPE = 141
# Seconds after which what can pass no exception on is over; else the signal comes again.
_OVER = 0.01


class CommandLine(click.Group):
    """The group of all commands."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command of the arguments, and end the process with its status; in a host program both are the host's."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        try:
            status = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            _show(error)
            status = error.exit_code
        except PluginError as error:  # every command loads the plugins, and so does completion: the environment may be wrong
            _show(click.UsageError(str(error)))
            status = click.UsageError.exit_code
        except OSError as error:
            discard(sys.stdout)
            _show(click.ClickException(f"{error.filename or 'standard output'}: {error.strerror or error}"))
            status = 1
        sys.exit(status)

    def invoke(self, ctx: click.Context) -> None:
        """Run the command; a reader of its output who has had enough ends it without a word."""
        try:
            with _ending_by_signals():
                super().invoke(ctx)
                if sys.stdout:
                    sys.stdout.flush()
        except BrokenPipeError:
            discard(sys.stdout)
            ctx.exit(_CLOSED_PIPE)


@contextmanager
def own_output() -> Iterator[TextIO | None]:
    """Standard output for the results alone: what plugins print meanwhile, here and in workers, goes to standard error."""
    stream = sys.stdout
    with redirect_stdout(sys.stderr):
        yield stream


def opened(stream: TextIO | None) -> TextIO:
    """Standard output, as it is needed.

    Raises:
        click.ClickException: It has been closed since the process began.
    """
    if stream is None:
        raise click.ClickException("standard output is closed")
    return stream


def is_terminal(stream: TextIO | None) -> bool:
    """Whether people read a standard stream as it comes."""
    return stream is not None and stream.isatty()


def _show(error: click.ClickException) -> None:
    shown = io.StringIO()
    error.show(shown)
    try:
        for line in shown.getvalue().splitlines():
            click.echo(visible(line), err=True)
    except OSError:
        discard(sys.stderr)


def discard(stream: TextIO) -> None:
    """Drop what a stream could not write; the interpreter would try it again at its end and complain."""
    with suppress(OSError, ValueError):  # it is no file
        number = stream.fileno()
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, number)
        os.close(null)


class _Signalled(KeyboardInterrupt):
    """A signal asked the process to end: an interrupt, which passes where the errors of plugins are caught."""


@contextmanager
def _ending_by_signals() -> Iterator[None]:
    """Let signals that end the process end it as an exception does, so that nothing half done is left behind.

    At the end the signal does what it would have done, so that the shell's loop around this program ends too. Where it comes
    while Python runs what can pass no exception on (a finalizer, or the callback of a weak reference, as each import has one),
    it comes again when that is over; where it is raised anew as another error, it ends the process all the same.
    """
    asked = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in asked}
    heeded = [number for number in asked if before[number] not in (signal.SIG_IGN, None)]  # nohup has them ignored
    if threading.current_thread() is not threading.main_thread():
        heeded = []  # only the main thread may ask
    process = os.getpid()
    said_before = sys.unraisablehook
    came: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        if os.getpid() != process:  # a worker, which was forked with this and has nothing to clean up
            os._exit(128 + number)
        came.append(number)
        raise _Signalled

    def come_again(lost: sys.UnraisableHookArgs) -> None:
        if isinstance(lost.exc_value, _Signalled):
            threading.Timer(_OVER, os.kill, (process, came.pop())).start()
        else:
            said_before(lost)

    for number in heeded:
        signal.signal(number, end)
    if heeded:
        sys.unraisablehook = come_again
    try:
        yield
    except BaseException as error:
        if not (came or isinstance(error, KeyboardInterrupt)):
            raise
        number = came[0] if came else signal.SIGINT  # that of a plugin has no number
        signal.signal(number, signal.SIG_DFL)
        if sys.stdout:
            with suppress(OSError):
                sys.stdout.flush()
        os.kill(os.getpid(), number)
    finally:
        if heeded:
            sys.unraisablehook = said_before
        for number in heeded:
            signal.signal(number, before[number])
