"""PolNeAR: English political news with attributions, in brat's format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from public.brat import Event, read_annotations
from public.files import FormatError, read_text

__all__ = ["read"]

# Attributions to nobody that the text names are of a type of their own, whose name begins so too.
_TYPE = "Attribution"


def read(folder: Path, part: str) -> Iterator[dict[str, Any]]:
    """The records of a part; of several annotators of a text the first by code counts."""
    for text in sorted((folder / "text").glob("*.txt")):
        annotators = sorted((folder / "attributions").glob(f"{text.stem}_????.ann"))
        if not annotators:
            raise FormatError(f"{text}: nobody's annotations are in {folder / 'attributions'}")
        events = read_annotations(annotators[0]).events
        attributions = [_attribution(event) for event in events if event.type.startswith(_TYPE)]
        yield {
            "id": f"polnear/{part}/{text.stem}",
            "language": "en",
            "text": read_text(text),
            "gold": {"attributions": attributions},
        }


def _attribution(event: Event) -> dict[str, Any]:
    return {role.lower(): event.roles.get(role, []) for role in ("Content", "Source", "Cue")}
