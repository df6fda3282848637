"""FactRuEval-2016: Russian news with facts, in a file ``.facts`` beside each text.

A fact is a paragraph: a line with its id and sort, then a line an argument, its name and what would be right, with bars
between and the ids of marks before. Occupations are read; their arguments have two sets of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from public.files import FormatError, read_text

__all__ = ["read"]

_SORT = "Occupation"
_ARGUMENTS = {
    "who": "who",
    "person": "who",
    "position": "position",
    "job": "position",
    "where": "where",
    "company": "where",
}
_MARK = re.compile(r"(?:obj|span)\d+\s+")


def read(folder: Path, part: str) -> Iterator[dict[str, Any]]:
    """The records of a part: who holds which position where."""
    for text in sorted(folder.glob("*.txt")):
        facts = text.with_suffix(".facts")
        yield {
            "id": f"factrueval/{part}/{text.stem}",
            "language": "ru",
            "text": read_text(text),
            "gold": {"occupations": _occupations(facts) if facts.exists() else []},
        }


def _occupations(path: Path) -> list[dict[str, list[str]]]:
    found = []
    for paragraph in re.split(r"\n\s*\n", read_text(path).replace("\r\n", "\n").strip()):
        first, *arguments = paragraph.split("\n")
        if paragraph and len(first.split()) != 2:
            raise FormatError(f"{path}: {first[:80]!r} is no id and sort of a fact")
        if first.endswith(_SORT):
            found.append(_occupation(arguments))
    return found


def _occupation(arguments: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"who": [], "position": [], "where": []}
    for argument in arguments:
        name, _, values = argument.strip().partition(" ")
        if key := _ARGUMENTS.get(name.lower()):
            found[key] += [_MARK.sub("", value.strip(), count=1) for value in values.split("|")]
    return found
