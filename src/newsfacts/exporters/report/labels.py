"""How the HTML report names things and writes values, in the languages that have a file in ``data/``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
from attrs import frozen

from newsfacts.display import Display
from newsfacts.exporters.report.sums import SumStyle
from newsfacts.facts import Fact, Mention, Span
from newsfacts.lexicon import load

__all__ = ["Labels", "dotted", "labels_for", "shorten"]

_PACKAGE = "newsfacts.exporters.report"
_DEFAULT = "en"
_MOMENT = re.compile(r"(\d{4}|-)-(\d\d)-(\d\d)(?:T(\d\d:\d\d).*)?")


@frozen(kw_only=True)
class Labels:
    """The words of one language; kinds, fields and values that the file does not know stand as they are.

    Attributes:
        facts: The panel's name.
        filters: The name of the row of filters.
        details: What opens a fact's fields.
        unnamed: Said of facts that belong to nobody, where others of the kind do.
        nothing: Said when there are no facts.
        article: The name of an article that has none.
        articles: The heading of a list of articles.
        keys: The heading of the short help.
        help: The keys, each with what it does.
        letters: Says that letters are keys, where that can be turned off.
        notes: Heading of conflicts, failures and skipped extractors.
        conflict: Said of a fact that lost to another one.
        skipped: Said of skipped extractors.
        failed: Said of a plugin that raised.
        date: A day, with places for day, month and year.
        months: Their names, as they stand in a date.
        sums: How numbers and sums of money are written.
        entities: Headings of the types of entities.
        kinds: One and several facts of a kind.
        fields: Labels of facts' fields.
        values: What values mean, by field.
        language: The code of the language that these words are of.
    """

    facts: str
    filters: str
    details: str
    unnamed: str
    nothing: str
    article: str
    articles: str
    keys: str
    help: tuple[tuple[str, str], ...]
    letters: str
    notes: str
    conflict: str
    skipped: str
    failed: str
    date: str
    months: tuple[str, ...]
    sums: SumStyle
    entities: dict[str, str]
    kinds: Mapping[str, tuple[str, str]]
    fields: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]
    language: str = _DEFAULT

    def of(self, cls: type[Fact]) -> Labels:
        """The words for facts of a class: those of its `Fact.display` before the ones that are true of all."""
        words = cls.display.words if isinstance(cls.display, Display) else {}
        own = words.get(self.language) or words.get(_DEFAULT)
        if own is None:
            return self
        return attrs.evolve(
            self,
            kinds={**self.kinds, cls.kind: (own.one, own.many)},
            fields={**self.fields, **own.fields},
            values={**self.values, **own.values},
        )

    def kind(self, kind: str, *, many: bool = False) -> str:
        """The name of a kind of facts."""
        name = _readable(kind)
        return self.kinds.get(kind, (name, name))[many]

    def field(self, name: str) -> str:
        """The label of a field."""
        return self.fields.get(name) or _readable(name)

    def value(self, name: str, value: Any) -> str:
        """A field's value as people read it."""
        match value:
            case str():
                return self.values.get(name, {}).get(value) or self.day(value)
            case Mention():
                return value.name if value.name == value.text else f"{value.name} ({value.text})"
            case Span():
                return value.text
            case Decimal():
                return self.sums.number(value)
            case date():
                return self.day(value.isoformat())
            case tuple() | list() | frozenset():
                return ", ".join(self.value(name, item) for item in value)
            case _:
                return str(value)

    def day(self, text: str) -> str:
        """A day or moment in ISO 8601, the year may be missing (``--09-29``); anything else stands as it is."""
        found = _MOMENT.fullmatch(text)
        if not found or not 1 <= int(found[2]) <= len(self.months):
            return text
        year, month, day, time = found.groups()
        name = self.months[int(month) - 1]
        written = self.date.format(day=int(day), month=name, year=year.removeprefix("-")).rstrip()
        return f"{written}, {time}" if time else written


@cache
def labels_for(language: str | None) -> Labels:
    """The words for articles of a language: its own, or English ones."""
    available = {file.name.removesuffix(".toml") for file in files(_PACKAGE).joinpath("data").iterdir()}
    code = language if language in available else _DEFAULT
    labels: Labels = attrs.evolve(load(_PACKAGE, f"data/{code}.toml", Labels), language=code)
    return labels


def shorten(text: str, width: int = 90) -> str:
    """The text's first words, in one line."""
    line = " ".join(text[: 2 * width].split())
    if len(line) <= width and len(text) <= 2 * width:
        return line
    return line[:width].rpartition(" ")[0].rstrip(" ,;:–—-") + "…" if " " in line[:width] else line[:width] + "…"


def dotted(*parts: str | None) -> str:
    """What there is of some parts, with dots between."""
    return " · ".join(part for part in parts if part)


def _readable(name: str) -> str:
    name = name.replace("_", " ")
    return name[:1].upper() + name[1:]
