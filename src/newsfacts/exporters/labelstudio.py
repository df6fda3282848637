"""Results as tasks of Label Studio with predictions: an annotator sees what was found, and puts it right.

A fact is a region with its kind for a label, an entity a region for each place where it is named, words that a fact points at
(a quote's cue) a region labelled as the fact's field; relations lead from a fact to them, named like the field. Offsets count
code points, as in Label Studio.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any, get_args, get_type_hints
from xml.sax.saxutils import quoteattr

from newsfacts.exporters.naming import software
from newsfacts.exporters.summary import fields_of
from newsfacts.facts import FIELDS_OF_ALL, Fact, Mention, MentionType, Span, names_of, own_fields
from newsfacts.record import Record

__all__ = ["labeling_config", "to_task", "write_tasks"]

# What Label Studio's own template for named entities calls the tag of the labels, and that of the text.
_LABELS = "label"
_TEXT = "text"


def labeling_config(kinds: Iterable[type[Fact]]) -> str:
    """The labelling interface of a project for such tasks, which Label Studio takes as its code.

    Args:
        kinds: The classes of the facts, such as ``pipeline.plugins.kinds.values()``.
    """
    labels: dict[str, None] = {}
    relations: dict[str, None] = {}
    for cls in sorted(kinds, key=lambda cls: cls.kind):
        labels[cls.kind] = None
        hints = get_type_hints(cls)
        for name in names_of(cls):
            pointed = set() if name in FIELDS_OF_ALL else {type_ for type_ in _within(hints[name]) if issubclass(type_, Span)}
            relations |= dict.fromkeys([name] if pointed else ())
            labels |= dict.fromkeys([name] if pointed - {Mention} else ())
    labels |= dict.fromkeys(get_args(MentionType))
    lines = [
        "<View>",
        "  <Relations>",
        *(f"    <Relation value={quoteattr(name)}/>" for name in relations),
        "  </Relations>",
        f'  <Labels name="{_LABELS}" toName="{_TEXT}">',
        *(f"    <Label value={quoteattr(name)}/>" for name in labels),
        "  </Labels>",
        f'  <Text name="{_TEXT}" value="${_TEXT}"/>',
        "</View>",
    ]
    return "\n".join(lines) + "\n"


def _within(type_: Any) -> Iterator[type]:
    """The classes that an annotation is made of: those of a union or a tuple."""
    if isinstance(type_, type):
        yield type_
    for argument in get_args(type_):
        yield from _within(argument)


def to_task(result: Record) -> dict[str, Any]:
    """A result as a task with one prediction."""
    article = result.article
    said = {
        "article_id": article.id,  # an id of its own Label Studio gives each task
        "url": article.url,
        "headline": article.headline,
        "published": article.published and article.published.isoformat(),
        "language": article.language,
        "source": article.source,
    }
    prediction: dict[str, Any] = {"model_version": software(), "result": _found(result)}
    if result.facts:
        # Label Studio sorts tasks by it: those with the least certain fact are looked at first.
        prediction["score"] = min(fact.confidence for fact in result.facts)
    data = {_TEXT: article.text, **{name: value for name, value in said.items() if value}}
    return {"data": data, "predictions": [prediction]}


def write_tasks(results: Iterable[Record], stream: IO[str]) -> None:
    """Write an array with a task a line."""
    stream.write("[")
    for number, result in enumerate(results):
        stream.write((",\n" if number else "\n") + json.dumps(to_task(result), ensure_ascii=False))
    stream.write("\n]\n")


def _found(result: Record) -> list[dict[str, Any]]:
    """The regions of a result, then the relations between them."""
    regions = _Regions()
    for entity in result.entities:
        for number, mention in enumerate(entity.mentions, 1):
            regions.shared(f"{entity.id}-{number}", mention, entity.type)
    relations = []
    for number, fact in enumerate(result.facts, 1):
        id_ = fact.id or f"fact-{number}"
        regions.add(id_, fact, fact.kind, score=fact.confidence, **_note(fact))
        for name, span in _pointed(fact):
            label = span.type if isinstance(span, Mention) else name
            to = regions.shared(f"{id_}-{name}-{span.start}", span, label)
            relations.append({"type": "relation", "from_id": id_, "to_id": to, "direction": "right", "labels": [name]})
    return [*regions.made, *relations]


class _Regions:
    """The regions of a task.

    Attributes:
        made: The regions, in the order in which they were made.
    """

    def __init__(self) -> None:
        self.made: list[dict[str, Any]] = []
        self._ids: dict[tuple[int, int, str], str] = {}

    def add(self, id_: str, span: Span, label: str, **more: Any) -> None:
        value = {"start": span.start, "end": span.end, "text": span.text, "labels": [label]}
        self.made.append({"id": id_, "from_name": _LABELS, "to_name": _TEXT, "type": "labels", "value": value, **more})

    def shared(self, id_: str, span: Span, label: str) -> str:
        """The id of the one region that these words have under this label; made under the id given when there is none."""
        key = (span.start, span.end, label)
        if key not in self._ids:
            self._ids[key] = id_
            self.add(id_, span, label)
        return self._ids[key]


def _note(fact: Fact) -> dict[str, Any]:
    said = fields_of(fact)
    return {"meta": {"text": [said]}} if said else {}


def _pointed(fact: Fact) -> Iterator[tuple[str, Span]]:
    """The spans in a fact's own fields, each with the field's name."""
    for name, value in own_fields(fact):
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Span):
                yield name, item
