"""Results as Arrow record batches, and as Parquet and Arrow streams made of them: a fact a row, typed columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import IO, Any

from newsfacts.errors import MissingExtraError, ReadError
from newsfacts.exporters.rows import COLUMNS, DIGITS, LISTS, NUMBERS, PLACES, Row, fitted, rows_of
from newsfacts.record import Record

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as error:
    raise MissingExtraError("arrow", "pyarrow") from error

__all__ = ["SCHEMA", "to_record_batch", "write_arrow", "write_parquet"]

# Only types that every engine takes: Spark has no dictionaries and no large strings.
_NUMBER = pa.decimal128(DIGITS, PLACES)
_TYPES = {
    **dict.fromkeys(("start", "end"), pa.int32()),
    "confidence": pa.float64(),
    **dict.fromkeys(LISTS, pa.list_(pa.string())),
    **dict.fromkeys(NUMBERS, _NUMBER),
}
SCHEMA = pa.schema([(name, _TYPES.get(name, pa.string())) for name in COLUMNS])

# Rows are Python objects only until they fill a batch; a row group of Parquet is large enough to be read fast.
_BATCH = 4096
_ROW_GROUP = 16 * _BATCH


def to_record_batch(items: Iterable[Record | ReadError]) -> pa.RecordBatch:
    """One record batch of all facts, in the columns of `SCHEMA`.

    Args:
        items: Results; a `ReadError` in the place of one gives a row with its text in ``error``.
    """
    return _batch(chain.from_iterable(map(rows_of, items)))


def write_parquet(results: Iterable[Record], stream: IO[bytes]) -> None:
    """Write a Parquet file, a row group at a time."""
    with pq.ParquetWriter(stream, SCHEMA) as writer:
        batches = _batches(results)
        while group := list(islice(batches, _ROW_GROUP // _BATCH)):
            writer.write_table(pa.Table.from_batches(group, SCHEMA))


def write_arrow(results: Iterable[Record], stream: IO[bytes]) -> None:
    """Write a stream of Arrow record batches, as the Arrow IPC format has it."""
    with pa.ipc.new_stream(stream, SCHEMA) as writer:
        for batch in _batches(results):
            writer.write_batch(batch)


def _batches(results: Iterable[Record]) -> Iterator[pa.RecordBatch]:
    rows = chain.from_iterable(map(rows_of, results))
    while some := list(islice(rows, _BATCH)):
        try:
            batch = _batch(some)
        except UnicodeEncodeError:  # one cell must not cost the file
            batch = _batch([{name: _encodable(value) for name, value in row.items()} for row in some])
        yield batch


def _encodable(value: Any) -> Any:
    r"""A value whose texts UTF-8 can hold; half a surrogate pair is written as ``\udcff``, as in text formats."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    return tuple(map(_encodable, value)) if isinstance(value, tuple) else value


def _batch(rows: Iterable[Row]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([fitted(row) for row in rows], SCHEMA)
