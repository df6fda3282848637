"""Articles in, facts out, both as Arrow record batches: what engines that work on many machines take as a function.

`extract_batches` is what Spark's ``mapInArrow`` asks for, and `extract_table` what Ray Data, Dask, DuckDB and Polars do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from newsfacts.errors import Failure, ReadError
from newsfacts.exporters.columnar import SCHEMA, to_record_batch
from newsfacts.pipeline import default_pipeline
from newsfacts.readers.jsons.records import KEYS, read_record
from newsfacts.result import Result

import pyarrow as pa  # isort: skip - newsfacts.exporters.columnar comes before, since it says what to install without it

__all__ = ["KEYS", "SCHEMA", "extract_batches", "extract_table", "spark_schema"]

# Articles whose facts are Python objects at one time, however large the engine's batches are.
_AT_ONCE = 256

_SPARK_TYPES = {
    pa.string(): "string",
    pa.int32(): "int",
    pa.float64(): "double",
    pa.list_(pa.string()): "array<string>",
    pa.decimal128(38, 9): "decimal(38,9)",
}


def extract_batches(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Extract the facts of articles: batches with an article a row become batches with a fact a row.

    An article that cannot be read, and one on which a plugin fails, has a row with the reason in ``error`` and without a
    ``kind``; the others' facts stand. The pipeline of all installed plugins is built once a process.

    Args:
        batches: Columns as a record of JSON Lines has keys, `KEYS`: ``text`` or ``html``, and optional ``id``, ``url``,
            ``headline``, ``published`` (a string, a date or a timestamp), ``language``; other columns are ignored. An
            article with neither id nor URL is named by its text's SHA-256.

    Yields:
        Batches of `SCHEMA`, the facts in the order of the articles.

    Raises:
        NoExtractorsError: No plugin offers an extractor.
    """
    for batch in batches:
        for start in range(0, batch.num_rows, _AT_ONCE):
            items = [_extracted(record) for record in _records(batch.slice(start, _AT_ONCE))]
            try:
                made = [to_record_batch(items)]
            except Exception:  # one article's facts do not fit the columns; by itself it says so, and the others stand
                made = [_alone(item) for item in items]
            yield from made


def extract_table(table: pa.Table) -> pa.Table:
    """Extract the facts of the articles in a table, as `extract_batches` does."""
    return pa.Table.from_batches(extract_batches(table.to_batches()), SCHEMA)


def spark_schema() -> str:
    """`SCHEMA` in the words of Spark, as ``mapInArrow`` takes it."""
    return ", ".join(f"`{field.name}` {_SPARK_TYPES[field.type]}" for field in SCHEMA)


def _records(batch: pa.RecordBatch) -> Iterator[dict[str, pa.Scalar]]:
    columns = {key: _dates_as_strings(batch.column(key)) for key in KEYS if key in batch.schema.names}
    for row in range(batch.num_rows):
        yield {key: column[row] for key, column in columns.items()}


def _dates_as_strings(column: pa.Array) -> pa.Array:
    return column.cast(pa.string()) if pa.types.is_temporal(column.type) else column


def _extracted(scalars: dict[str, pa.Scalar]) -> Result | ReadError:
    pipeline = default_pipeline()
    record: dict[str, Any] = {}
    try:
        for key, scalar in scalars.items():
            record[key] = scalar.as_py()
        article = read_record(record, _name(record))
    except ReadError as error:
        return error
    except Exception as error:  # a string that is no UTF-8, a page on which an HTML library stumbles
        return ReadError(_name(record), f"cannot be read: {type(error).__name__}: {error}")
    try:
        return pipeline.extract(article)
    except Exception as error:
        return Result(article=article, failures=(Failure.of("work", "newsfacts", error),))


def _name(record: dict[str, Any]) -> str:
    """The same on every machine and in every run, which a row's number is not."""
    for key in ("id", "url"):
        if record.get(key) is not None:
            return str(record[key])
    words = record.get("text") or record.get("html") or ""
    return f"sha256:{sha256(str(words).encode('utf-8', 'surrogatepass')).hexdigest()}"


def _alone(item: Result | ReadError) -> pa.RecordBatch:
    """The facts of one article, or the reason why they do not fit the columns: a plugin gave a field what it cannot hold."""
    try:
        return to_record_batch([item])
    except Exception as error:
        article = item.source if isinstance(item, ReadError) else item.article.id
        return to_record_batch([ReadError(str(article), f"its facts do not fit the columns: {type(error).__name__}: {error}")])
