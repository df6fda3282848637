"""Results as JSON and JSON Lines, in the form of the contract ``newsfacts/1``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import IO, Any

import attrs
import cattrs

from newsfacts.article import Article
from newsfacts.entities import Entity
from newsfacts.facts import Fact, Mention
from newsfacts.result import Result

__all__ = ["SCHEMA", "to_dict", "to_json", "write_json", "write_jsonl"]

SCHEMA = "newsfacts/1"


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter()
    converter.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    converter.register_unstructure_hook_func(
        lambda t: isinstance(t, type) and issubclass(t, date), lambda value: value.isoformat()
    )
    converter.register_unstructure_hook(
        Mention,
        lambda m: {"name": m.name, "type": m.type, "start": m.start, "end": m.end, "text": m.text, "entity": m.entity},
    )
    return converter


def fact_to_dict(fact: Fact) -> dict[str, Any]:
    """A fact as plain values: the common fields first, then its kind's own."""
    plain = {
        "id": fact.id,
        "kind": fact.kind,
        "start": fact.start,
        "end": fact.end,
        "text": fact.text,
        "confidence": fact.confidence,
        "extractors": list(fact.extractors),
    }
    unstructure = _converter().unstructure
    for attribute in attrs.fields(type(fact)):
        if attribute.name not in plain:
            plain[attribute.name] = unstructure(getattr(fact, attribute.name))
    return plain


def _article_to_dict(article: Article) -> dict[str, Any]:
    return {
        "id": article.id or article.url,
        "url": article.url,
        "headline": article.headline,
        "published": article.published and article.published.isoformat(),
        "language": article.language,
        "source": article.source,
        "authors": list(article.authors),
        "text": article.text,
    }


def _entity_to_dict(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "mentions": [[m.start, m.end] for m in entity.mentions],
        "titles": [f.id for f in entity.titles],
        "quotes": [f.id for f in entity.quotes],
    }


def to_dict(result: Result) -> dict[str, Any]:
    """A result as plain values."""
    return {
        "schema": SCHEMA,
        "article": _article_to_dict(result.article),
        "facts": [fact_to_dict(f) for f in result.facts],
        "entities": [_entity_to_dict(e) for e in result.entities],
        "conflicts": [{"fact": fact_to_dict(c.fact), "winner": c.winner, "reason": c.reason} for c in result.conflicts],
        "failures": [{"stage": f.stage, "plugin": f.plugin, "message": f.message} for f in result.failures],
        "skipped": list(result.skipped),
    }


def to_json(result: Result, indent: int | None = None) -> str:
    """A result as a JSON object."""
    return json.dumps(to_dict(result), ensure_ascii=False, indent=indent)


def write_jsonl(results: Iterable[Result], stream: IO[str]) -> None:
    """Write one object a line."""
    for result in results:
        stream.write(to_json(result) + "\n")


def write_json(results: Iterable[Result], stream: IO[str]) -> None:
    """Write an indented object for one result, an array for several or none."""
    iterator = iter(results)
    first, second = next(iterator, None), next(iterator, None)
    if first is None:
        stream.write("[]\n")
    elif second is None:
        stream.write(to_json(first, indent=1) + "\n")
    else:
        stream.write("[\n" + to_json(first, indent=1) + ",\n" + to_json(second, indent=1))
        for result in iterator:
            stream.write(",\n" + to_json(result, indent=1))
        stream.write("\n]\n")
