"""Results as tables for people who read them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import IO, Any

import attrs
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsfacts.facts import Fact, Mention, Span
from newsfacts.result import Result

__all__ = ["write_table"]

_COMMON = frozenset(a.name for a in attrs.fields(Fact))
# Without a terminal (a file, a pipe) the table is as wide as a page that still reads well.
_PAGE = 140


def write_table(results: Iterable[Result], stream: IO[str]) -> None:
    """Write a table of facts and one of people for each result."""
    console = Console(file=stream, width=None if stream.isatty() else _PAGE, highlight=False)
    for result in results:
        _write(result, console)


def _write(result: Result, console: Console) -> None:
    article = result.article
    console.print(Text(article.headline or article.id or article.url or "article", style="bold"))
    facts = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    facts.add_column("fact", style="dim", no_wrap=True)
    facts.add_column("kind", style="cyan", no_wrap=True)
    facts.add_column("words", ratio=3)
    facts.add_column("what they say", ratio=3)
    for fact in result.facts:
        facts.add_row(fact.id, fact.kind, Text(_short(fact.text)), Text(_fields(fact)))
    console.print(facts)
    people = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for header in ("person or organisation", "named", "titles", "quotes"):
        people.add_column(header, justify="right" if header in ("named", "quotes") else "left")
    for entity in result.entities:
        titles = "; ".join(dict.fromkeys(" ".join(filter(None, (t.position, t.organization, t.place))) for t in entity.titles))
        people.add_row(Text(entity.name), str(len(entity.mentions)), Text(titles), str(len(entity.quotes)))
    if result.entities:
        console.print(people)
    for failure in result.failures:
        console.print(Text(f"{failure.plugin} failed at {failure.stage}: {failure.message}", style="red"))
    if result.skipped:
        console.print(Text(f"not for language {article.language!r}: {', '.join(result.skipped)}", style="yellow"))


def _short(text: str, width: int = 110) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width * 2 // 3].rstrip() + " … " + text[-width // 4 :].lstrip()


def _fields(fact: Fact) -> str:
    parts = []
    for attribute in attrs.fields(type(fact)):
        value = getattr(fact, attribute.name)
        if attribute.name not in _COMMON and value not in (None, ()):
            parts.append(f"{attribute.name}: {_plain(value)}")
    return ", ".join(parts)


def _plain(value: Any) -> str:
    if isinstance(value, Mention):
        return value.name
    if isinstance(value, Span):
        return value.text
    if isinstance(value, Decimal):
        return f"{value:,f}".replace(",", " ")
    if isinstance(value, tuple):
        return ", ".join(map(_plain, value))
    return str(value)
