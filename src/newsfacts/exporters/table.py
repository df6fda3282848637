"""Results as tables for people who read them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsfacts.exporters.summary import fields_of, shortened, titles_of
from newsfacts.record import Record
from newsfacts.terminal import is_unserved, unserved, visible

__all__ = ["TableConsole", "write_table"]

# Without a terminal (a file, a pipe) the table is as wide as a page that still reads well.
_PAGE = 140
# Less confident facts are marked: as likely as not they do not hold.
_UNSURE = 0.5
# The most characters of a fact's words.
_WORDS = 110


class TableConsole(Console):
    """Prints tables as they are, and leaves it to the caller what a closed pipe means."""

    def __init__(self, stream: IO[str]) -> None:
        width = None if stream.isatty() else _PAGE
        super().__init__(file=stream, width=width, highlight=False, markup=False)

    def on_broken_pipe(self) -> None:
        """Raise, where rich would end the process."""
        raise  # rich calls this while it handles the error


def write_table(results: Iterable[Record], stream: IO[str]) -> None:
    """Write a table of facts and one of people for each result."""
    console = TableConsole(stream)
    for result in results:
        _write(result, console)


def _write(result: Record, console: Console) -> None:
    article = result.article
    console.print(_text(article.headline or article.id or article.url or "article", style="bold"))
    if is_unserved(result):
        console.print(_text(unserved(article.language), style="yellow"))
    else:
        console.print(_facts(result))
        if any(fact.confidence < _UNSURE for fact in result.facts):
            console.print(
                _text(f"? its confidence is below {_UNSURE:g}; --minimum-confidence leaves such facts out", style="dim")
            )
        if result.entities:
            console.print(_entities(result))
        if result.skipped:
            console.print(_text(f"not for language {article.language!r}: {', '.join(result.skipped)}", style="yellow"))
    for failure in result.failures:
        console.print(_text(f"{failure.plugin} failed at {failure.stage}: {failure.message}", style="red"))


def _facts(result: Record) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("fact", style="dim", no_wrap=True)
    table.add_column("kind", style="cyan", no_wrap=True)
    table.add_column("words", ratio=3)
    table.add_column("what they say", ratio=3)
    for fact in result.facts:
        name = fact.id if fact.confidence >= _UNSURE else f"{fact.id} ?"
        table.add_row(*map(_text, (name, fact.kind, shortened(fact.text, _WORDS), fields_of(fact))))
    return table


def _entities(result: Record) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for header in ("person or organisation", "named", "titles", "quotes"):
        table.add_column(header, justify="right" if header in ("named", "quotes") else "left")
    for entity in result.entities:
        named, titles, quotes = str(len(entity.mentions)), "; ".join(titles_of(entity)), str(len(entity.quotes))
        table.add_row(*map(_text, (entity.name, named, titles, quotes)))
    return table


def _text(words: str, style: str = "") -> Text:
    """Words as they are: neither the terminal nor rich finds orders in them."""
    return Text(visible(words), style=style)
