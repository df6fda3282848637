"""Records as JSON and JSON Lines, in the form of the contract ``newsfacts/1``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from newsfacts.contract import to_dict
from newsfacts.record import Record

__all__ = ["to_json", "write_json", "write_jsonl", "write_objects"]


def to_json(record: Record, indent: int | None = None) -> str:
    """A record as a JSON object."""
    return json.dumps(to_dict(record), ensure_ascii=False, indent=indent)


def write_jsonl(results: Iterable[Record], stream: IO[str]) -> None:
    """Write one object a line."""
    for result in results:
        stream.write(to_json(result) + "\n")


def write_json(results: Iterable[Record], stream: IO[str]) -> None:
    """Write an indented object for one result, an array for several or none."""
    write_objects((to_json(result, indent=1) for result in results), stream)


def write_objects(objects: Iterable[str], stream: IO[str]) -> None:
    """Write one JSON object as it is, several or none as an array; each when it comes."""
    iterator = iter(objects)
    first, second = next(iterator, None), next(iterator, None)
    if first is None:
        stream.write("[]\n")
    elif second is None:
        stream.write(first + "\n")
    else:
        stream.write("[\n" + first + ",\n" + second)
        for each in iterator:
            stream.write(",\n" + each)
        stream.write("\n]\n")
