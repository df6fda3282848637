"""Results as rows of one flat table, a fact a row: what CSV, Parquet and Arrow have in common."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import Any

from newsfacts.article import Article
from newsfacts.contract import fact_to_dict
from newsfacts.errors import ReadError
from newsfacts.facts import FIELDS_OF_ALL, SHARED_KINDS, Fact, Mention, Span, names_of
from newsfacts.record import Record

__all__ = ["COLUMNS", "DIGITS", "LISTS", "NUMBERS", "PLACES", "Row", "fitted", "rows_of"]

Row = dict[str, Any]

# The columns, in their order; a new one comes last. A third party's kind has its fields in "fields".
COLUMNS = (
    *("article_id", "url", "published", "language"),
    *("fact_id", "kind", "start", "end", "text", "confidence", "extractors"),
    *("amount", "minimum", "maximum", "currency", "qualifier"),
    *("position", "organization", "place", "status", "person"),
    *("style", "speaker", "speaker_type", "cue"),
    *("places", "date", "agency"),
    *("fields", "error"),
    "agencies",
)

# The columns that hold several texts, and those that hold exact numbers: decimals of so many digits, so many of them after
# the point, which is what engines have.
LISTS = ("extractors", "places", "agencies")
NUMBERS = ("amount", "minimum", "maximum")
DIGITS = 38
PLACES = 9
_STEP = Decimal(1).scaleb(-PLACES)
_EXACT = Context(prec=DIGITS, traps=[Inexact, InvalidOperation])

# The fields that have columns: those that a kind has because it is a shared one, or a third party's kind of one.
_SHARED = tuple((kind, frozenset(names_of(kind)) - FIELDS_OF_ALL) for kind in SHARED_KINDS.values())


def rows_of(item: Record | ReadError) -> Iterator[Row]:
    """The rows of an article: one for each fact, and one with the error when something failed on it.

    Args:
        item: A result, or the error of an article that could not be read.

    Yields:
        Values by column, those of the facts' fields as they are; a column without a value may be left out.
    """
    if isinstance(item, ReadError):
        yield {"article_id": item.source, "error": item.problem}
        return
    article = _article(item.article)
    for fact in item.facts:
        yield article | _fact(fact)
    if item.failures:
        yield article | {"error": "; ".join(f"{f.plugin} failed at {f.stage}: {f.message}" for f in item.failures)}


def _article(article: Article) -> Row:
    return {
        "article_id": article.id or article.url,
        "url": article.url,
        "published": article.published and article.published.isoformat(),
        "language": article.language,
    }


def _fact(fact: Fact) -> Row:
    row: Row = {
        "fact_id": fact.id,
        "kind": fact.kind,
        "start": fact.start,
        "end": fact.end,
        "text": fact.text,
        "confidence": fact.confidence,
        "extractors": fact.extractors,
    }
    shared = next((names for kind, names in _SHARED if isinstance(fact, kind)), frozenset())
    others = []
    for name in names_of(type(fact)):
        if name in shared:
            value = getattr(fact, name)
            if isinstance(value, Mention):
                row[name], row[f"{name}_type"] = value.name, value.type
            else:
                row[name] = value.text if isinstance(value, Span) else value
        elif name not in FIELDS_OF_ALL:
            others.append(name)
    if others:
        plain = fact_to_dict(fact)
        row["fields"] = json.dumps({name: plain[name] for name in others}, ensure_ascii=False)
    return row


def fitted(row: Row) -> Row:
    """A row whose numbers fit their columns; one that does not is exact in ``fields`` instead."""
    misfits = {name: format(row[name], "f") for name in NUMBERS if row.get(name) is not None and not _fits(row[name])}
    if not misfits:
        return row
    fields = json.loads(row.get("fields") or "{}") | misfits
    return row | dict.fromkeys(misfits) | {"fields": json.dumps(fields, ensure_ascii=False)}


def _fits(number: Decimal) -> bool:
    try:
        return _EXACT.quantize(number, _STEP).is_finite()
    except (Inexact, InvalidOperation):
        return False
