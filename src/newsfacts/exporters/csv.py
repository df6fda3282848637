"""Results as CSV, a fact a row."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from typing import IO, Any

from newsfacts.exporters.rows import COLUMNS, rows_of
from newsfacts.record import Record

__all__ = ["write_csv"]


def write_csv(results: Iterable[Record], stream: IO[str]) -> None:
    """Write a header and a row for each fact, as RFC 4180 says.

    Cells hold exactly what was found: a text that begins with "=" is written as it stands, since programs count in it.
    """
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for result in results:
        writer.writerows([_cell(row.get(column)) for column in COLUMNS] for row in rows_of(result))


def _cell(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return "; ".join(value)
    return value
