"""Sentences with marked quotes, written for constructions that annotated corpora have too seldom to learn from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from scoring import Document
from scoring.marked import Gold, Place, Quote

from newsfacts import Article

__all__ = ["read_constructions"]

_TAG = re.compile(r"<(?P<end>/?)(?P<sort>[sciq])(?P<number>\d*)(?:=(?P<name>[^>]*))?>")
_KINDS = {"i": "indirect", "q": "direct"}


def read_constructions(path: Path) -> list[Document]:
    """The documents that the constructions of a TOML file make, one a sentence.

    Raises:
        ValueError: A mark is not closed, or a quote has no words.
    """
    with path.open("rb") as file:
        tables = tomllib.load(file)["construction"]
    return [_document(text) for table in tables for text in table["texts"]]


def _document(marked: str) -> Document:
    parts: list[str] = []
    open_: dict[tuple[str, str], int] = {}
    spans: dict[tuple[str, str], tuple[int, int]] = {}
    names: dict[str, str] = {}
    length = at = 0
    for tag in _TAG.finditer(marked):
        parts.append(marked[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        key = tag["sort"], tag["number"]
        if tag["end"]:
            spans[key] = open_.pop(key), length
        else:
            open_[key] = length
            if tag["name"]:
                names[tag["number"]] = tag["name"]
    if open_:
        raise ValueError(f"{marked!r}: {sorted(open_)} is not closed")
    text = "".join([*parts, marked[at:]])
    quotes = []
    for (sort, number), (start, end) in spans.items():
        if sort not in _KINDS:
            continue
        # Without a speaker or a cue of its own a quote has those of the first one, as in one sentence with two quotes.
        speaker, cue = (spans.get((other, number)) or spans.get((other, "1" if number else "")) for other in "sc")
        quotes.append(
            Quote(
                start=start,
                end=end,
                kind="direct" if sort == "q" else "indirect",
                speaker=Place(start=speaker[0], end=speaker[1]) if speaker else None,
                speaker_name=names.get(number) or names.get("1" if number else ""),
                source_type="person",
                cue=Place(start=cue[0], end=cue[1]) if cue else None,
            )
        )
    return Document(article=Article(text=text), gold=Gold(quotes=tuple(quotes)))
