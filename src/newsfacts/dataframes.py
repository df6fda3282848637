"""Results as a data frame of pandas or of polars."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import chain
from typing import Any, Literal, get_args

from newsfacts.checks import check_is, check_several
from newsfacts.errors import MissingExtraError, ReadError
from newsfacts.exporters.rows import COLUMNS, DIGITS, LISTS, NUMBERS, PLACES, Row, fitted, rows_of
from newsfacts.exporters.summary import titles_of
from newsfacts.record import Record
from newsfacts.suggestions import suggestion

__all__ = ["to_dataframe"]

Subject = Literal["facts", "people"]
Library = Literal["pandas", "polars"]

_WHOLE = ("start", "end", "mentions", "quotes")
_SEVERAL = (*LISTS, "titles")
_PEOPLE = ("article_id", "url", "published", "language", "entity", "name", "gender", "mentions", "titles", "quotes")


def to_dataframe(
    results: Iterable[Record | ReadError] | Record, of: Subject = "facts", *, library: Library | None = None
) -> Any:
    """Results as a data frame, a row a fact or a row a person of an article.

    Facts have the columns of the CSV and Parquet formats; an article on which something failed has a row with the reason in
    ``error``. People have their names, how often they are named, their titles and how many quotes are theirs. Sums are exact:
    `Decimal` objects in pandas, decimals of 38 digits in polars; one that does not fit stands in ``fields`` instead.

    Args:
        results: Results as they come, of `Pipeline.extract_many` say, or one; all of them are held at once.
        of: What has a row: ``facts`` or ``people``.
        library: ``pandas`` or ``polars``. By default the one that the program has imported, else the one that is installed; of
            two it is pandas.

    Raises:
        ValueError: ``of`` or ``library`` is neither.
        TypeError: One of the results is something else.
        MissingExtraError: Neither is installed, or not the one that is asked for.

    >>> import newsfacts
    >>> result = newsfacts.extract("Завод купили за два миллиарда рублей, сообщила Анна Ким.")
    >>> frame = newsfacts.to_dataframe(result, library="pandas")
    >>> frame[["kind", "text", "amount", "currency"]].iloc[1].tolist()
    ['money', 'два миллиарда рублей', Decimal('2000000000'), 'RUB']
    """
    if of not in get_args(Subject):
        raise ValueError(f"of is {of!r}{suggestion(str(of), get_args(Subject))}")
    if library is None:
        library = _library()
    elif library not in get_args(Library):
        raise ValueError(f"library is {library!r}{suggestion(str(library), get_args(Library))}")
    columns, rows_in = (COLUMNS, rows_of) if of == "facts" else (_PEOPLE, _people)
    several = [results] if isinstance(results, Record) else results
    check_several(several, "results", "it is a result, or several")
    rows = [fitted(row) for row in chain.from_iterable(map(rows_in, map(_result, several)))]
    return _in_pandas(rows, columns) if library == "pandas" else _in_polars(rows, columns)


def _result(item: Record | ReadError) -> Record | ReadError:
    check_is(item, (Record, ReadError), "one of the results", "newsfacts.extract and Pipeline.extract_many give them")
    return item


def _library() -> Library:
    libraries: tuple[Library, ...] = get_args(Library)
    for library in libraries:
        if library in sys.modules:
            return library
    for library in libraries:
        if find_spec(library):
            return library
    raise MissingExtraError("pandas", "pandas")


def _people(item: Record | ReadError) -> Iterator[Row]:
    if isinstance(item, ReadError):
        return
    article = item.article
    for person in item.people:
        yield {
            "article_id": article.id or article.url,
            "url": article.url,
            "published": article.published and article.published.isoformat(),
            "language": article.language,
            "entity": person.id,
            "name": person.name,
            "gender": person.gender,
            "mentions": len(person.mentions),
            "titles": titles_of(person),
            "quotes": len(person.quotes),
        }


def _in_pandas(rows: list[Row], columns: Sequence[str]) -> Any:
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError("pandas", "pandas") from error
    types = dict.fromkeys(_WHOLE, "Int64") | {"confidence": "float64"} | dict.fromkeys((*_SEVERAL, *NUMBERS), "object")
    values = {name: [row.get(name) for row in rows] for name in columns}
    return pd.DataFrame({name: pd.Series(column, dtype=types.get(name, "string")) for name, column in values.items()})


def _in_polars(rows: list[Row], columns: Sequence[str]) -> Any:
    try:
        import polars as pl
    except ImportError as error:
        raise MissingExtraError("polars", "polars") from error
    types: dict[str, Any] = dict.fromkeys(_WHOLE, pl.Int64) | {"confidence": pl.Float64}
    types |= dict.fromkeys(_SEVERAL, pl.List(pl.String)) | dict.fromkeys(NUMBERS, pl.Decimal(DIGITS, PLACES))
    values = {name: [row.get(name) for row in rows] for name in columns}
    return pl.DataFrame(values, schema={name: types.get(name, pl.String) for name in columns})
