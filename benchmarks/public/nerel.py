"""NEREL 1.1: Russian news with nested names and relations, in brat's format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from public.brat import read_annotations
from public.files import read_text

__all__ = ["read"]

_TYPES = {"persons": "PERSON", "professions": "PROFESSION", "organizations": "ORGANIZATION", "money_spans": "MONEY"}
_RELATION = "WORKS_AS"


def read(folder: Path, part: str) -> Iterator[dict[str, Any]]:
    """The records of a part: persons, professions, organisations, sums without values, and who works as what."""
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt")
        found = read_annotations(path)
        gold: dict[str, Any] = {key: found.marks.get(type_, []) for key, type_ in _TYPES.items()}
        gold["works_as"] = sorted((r.first, r.second) for r in found.relations if r.type == _RELATION)
        yield {"id": f"nerel/{part}/{text.name}", "language": "ru", "text": read_text(text), "gold": gold}
