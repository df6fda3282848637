"""SlavicNER: names in news of several topics, with their dictionary forms; a file of tab-separated values beside each text.

Its columns are start, end, the words, their dictionary form, the sort of name and the id of who or what is named. It is the
Russian documents that are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from public.files import FormatError, read_text

__all__ = ["read"]

_PERSON = "PER"


def read(folder: Path, part: str) -> Iterator[dict[str, Any]]:
    """The records of a language, which is the part: persons' names with their nominatives."""
    for path in sorted(folder.glob(f"ner/*/{part}/*.tsv")):
        topic = path.parent.parent.name
        text = folder / "raw" / topic / part / f"{path.stem}.txt"
        yield {
            "id": f"slavicner/{topic}/{path.stem}",
            "language": part,
            "text": read_text(text),
            "gold": {"nominatives": _nominatives(path)},
        }


def _nominatives(path: Path) -> list[dict[str, Any]]:
    found = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        try:
            start, end, _, nominative, sort, *_ = line.split("\t")
            if sort == _PERSON:
                found.append({"start": int(start), "end": int(end), "nominative": nominative})
        except ValueError as error:
            raise FormatError(f"{path}:{number}: no line of SlavicNER's: {error}") from error
    return found
