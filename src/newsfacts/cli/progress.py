"""The progress bar on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from newsfacts.cli.inputs import Inputs
from newsfacts.record import Record

__all__ = ["progress"]


@contextmanager
def progress(inputs: Inputs) -> Iterator[Callable[[Iterator[Record]], Iterator[Record]]]:
    """Shows on standard error how many results pass by, how fast, and how long the rest of the inputs will take."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    counted = TextColumn("{task.fields[articles]:,} articles, {task.fields[rate]:,.0f}/s")
    columns = SpinnerColumn(), BarColumn(), counted, TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("extract", total=inputs.size or None, articles=0, rate=0.0)

        def count(results: Iterator[Record]) -> Iterator[Record]:
            for number, result in enumerate(results, 1):
                yield result
                rate = number / (bar.tasks[task].elapsed or 1)
                bar.update(task, completed=inputs.position, articles=number, rate=rate)

        yield count
