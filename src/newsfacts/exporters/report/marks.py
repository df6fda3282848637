"""What is marked in the text: the words of facts, the names of entities, and the words that facts are made up of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newsfacts.exporters.report.highlights import Highlight
from newsfacts.exporters.report.subject import Subject
from newsfacts.facts import Span, own_fields

__all__ = ["marks_of"]


def marks_of(subject: Subject) -> Iterator[Highlight]:
    """All that is marked, in no order."""
    yield from _facts(subject)
    yield from _names(subject)
    yield from _parts(subject)


def _facts(subject: Subject) -> Iterator[Highlight]:
    for number, fact in enumerate(subject.result.facts, 1):
        key = subject.fact(number)
        lines = [subject.kind(fact), *(f"{label}: {value}" for label, value in subject.labelled(fact))]
        attributes = {
            "class_": subject.hue(type(fact)),
            "data_fact": key,
            "data_kind": fact.kind,
            "data_about": " ".join(subject.entities_of(fact)) or None,
            "title": "\n".join(lines),
        }
        yield Highlight(start=fact.start, end=fact.end, tag="mark", id=key, attributes=attributes)


def _names(subject: Subject) -> Iterator[Highlight]:
    for place, entity in enumerate(subject.result.entities, 1):
        key = subject.entity(place)
        attributes: dict[str, str | None] = {"data_entity": key, "data_type": entity.type}
        for number, mention in enumerate(entity.mentions, 1):
            yield Highlight(start=mention.start, end=mention.end, tag="span", id=f"{key}-{number}", attributes=attributes)


def _parts(subject: Subject) -> Iterator[Highlight]:
    """Who speaks, what says so, who holds the office: each stretch once, whatever number of facts it is a part of."""
    parts: dict[tuple[int, int], list[str]] = defaultdict(list)
    for number, fact in enumerate(subject.result.facts, 1):
        for _, value in own_fields(fact):
            if isinstance(value, Span):
                parts[value.start, value.end].append(subject.fact(number))
    for (start, end), keys in parts.items():
        yield Highlight(start=start, end=end, tag="span", attributes={"data_part": " ".join(keys)})
