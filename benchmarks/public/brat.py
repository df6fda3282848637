"""Standoff annotations of the tool brat: a file ``.ann`` beside a text, a line an annotation.

``T1<tab>PERSON 0 7<tab>words`` marks words, in several pieces as ``0 7;12 20``; ``R1<tab>WORKS_AS Arg1:T1 Arg2:T2`` relates
marks; ``E1<tab>Attribution:T4 Content:T3 Content2:T7`` gives marks roles. Other lines, as notes and links, are passed over.
"""

from __future__ import annotations

import re
from pathlib import Path

from attrs import field, frozen

from public.files import FormatError, read_text

__all__ = ["Annotations", "Event", "Relation", "read_annotations"]

Span = tuple[int, int]


@frozen
class Relation:
    """Two marks and how they are related."""

    type: str
    first: Span
    second: Span


@frozen
class Event:
    """Marks and their roles, which are named without the numbers of further ones."""

    type: str
    roles: dict[str, list[Span]]


@frozen
class Annotations:
    """What a file annotates.

    Attributes:
        marks: The spans of each type, in text order; a mark in pieces goes from where the first begins to where the last ends.
        relations: The relations, in the order of the file.
        events: The events, likewise.
    """

    marks: dict[str, list[Span]] = field(factory=dict)
    relations: list[Relation] = field(factory=list)
    events: list[Event] = field(factory=list)


def read_annotations(path: Path) -> Annotations:
    """The annotations of a file.

    Raises:
        FormatError: A line is not one of brat's, or refers to a mark that there is not.
    """
    lines = [line.split("\t") for line in read_text(path).splitlines()]
    found = Annotations()
    spans: dict[str, Span] = {}
    try:
        for name, rest, *_ in (line for line in lines if line[0].startswith("T")):
            type_, _, pieces = rest.partition(" ")
            offsets = [int(offset) for offset in re.split("[ ;]", pieces)]
            spans[name] = min(offsets), max(offsets)
            found.marks.setdefault(type_, []).append(spans[name])
        for name, rest, *_ in (line for line in lines if line[0].startswith(("R", "E"))):
            type_, *arguments = rest.split()
            if name.startswith("R"):
                first, second = (spans[argument.partition(":")[2]] for argument in arguments)
                found.relations.append(Relation(type_, first, second))
            else:
                roles: dict[str, list[Span]] = {}
                for role, _, mark in (argument.partition(":") for argument in arguments):
                    roles.setdefault(role.rstrip("0123456789"), []).append(spans[mark])
                found.events.append(Event(type_.partition(":")[0], roles))
    except (KeyError, ValueError) as error:
        raise FormatError(f"{path}: no annotations in brat's standoff format: {type(error).__name__}: {error}") from error
    for marks in found.marks.values():
        marks.sort()
    return found
