"""Invented texts with marked quotes: sentences of rare constructions, and whole articles in the manner of today's newsrooms."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Literal

from scoring import Document
from scoring.marked import Gold, Place, Quote

from newsfacts import Article

__all__ = ["read_constructions"]

_TAG = re.compile(r"<(?P<end>/?)(?P<sort>[sciq])(?P<number>\d*)(?:=(?P<name>[^>]*))?>")
_KINDS: dict[str, Literal["direct", "indirect"]] = {"i": "indirect", "q": "direct"}


def read_constructions(path: Path) -> list[Document]:
    """The documents that the constructions of a TOML file make, one a text.

    Raises:
        ValueError: A mark is not closed, or a quote has no words.
    """
    with path.open("rb") as file:
        tables = tomllib.load(file)["construction"]
    return [_document(text) for table in tables for text in table["texts"]]


def _document(marked: str) -> Document:
    parts: list[str] = []
    open_: dict[tuple[str, str], int] = {}
    spans: list[tuple[str, str, Place]] = []
    names: dict[str, str] = {}
    length = at = 0
    for tag in _TAG.finditer(marked):
        parts.append(marked[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        key = tag["sort"], tag["number"]
        if tag["end"]:
            spans.append((*key, Place(start=open_.pop(key), end=length)))
        else:
            open_[key] = length
            if tag["name"]:
                names[tag["number"]] = tag["name"]
    if open_:
        raise ValueError(f"{marked!r}: {sorted(open_)} is not closed")
    text = "".join([*parts, marked[at:]])
    speakers = {number: place for sort, number, place in spans if sort == "s"}
    cues = {number: place for sort, number, place in spans if sort == "c"}
    quotes = [
        Quote(
            start=place.start,
            end=place.end,
            kind=_KINDS[sort],
            speaker=speakers.get(number),
            speaker_name=names.get(number),
            source_type=_source_type(names.get(number, "")),
            cue=cues.get(number),
        )
        for sort, number, place in spans
        if sort in _KINDS
    ]
    return Document(article=Article(text=text), gold=Gold(quotes=tuple(quotes)))


def _source_type(name: str) -> Literal["person", "unknown"]:
    """A person, if every word of the name is capitalised; else «unknown», whose names are compared as phrases are."""
    return "person" if all(word[0].isupper() for word in name.split()) else "unknown"
