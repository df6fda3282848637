"""Reading an annotated corpus; docs/corpora.md describes the format."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import cattrs
import click
from attrs import frozen
from cattrs import transform_error
from corpus import article_of

from newsfacts import Article
from scoring.marked import Gold
from scoring.spans import Span

__all__ = ["CorpusError", "Document", "read_documents"]


class CorpusError(click.ClickException):
    """A line of a corpus that is no record, with its file, its number and what is wrong."""


_NONE: Mapping[str, Mapping[str, Any]] = MappingProxyType({})


@frozen(kw_only=True)
class Document:
    """An article and what people marked in it."""

    article: Article
    gold: Gold


def read_documents(path: Path, added: Mapping[str, Mapping[str, Any]] = _NONE) -> Iterator[Document]:
    """The documents of a corpus in JSON Lines.

    Warns of spans that end before they begin, which published corpora have and nothing agrees with.

    Args:
        path: The corpus.
        added: By a document's id: what was marked in it beside the corpus, as keys of ``gold``.

    Raises:
        CorpusError: A line is no record.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                document, backwards = _document(json.loads(line), added)
            except Exception as error:
                problems = transform_error(error) if isinstance(error, cattrs.BaseValidationError) else [str(error)]
                raise CorpusError(f"{path}:{number}: {'; '.join(problems)}") from error
            for start, end in backwards:
                warnings.warn(f"{path}:{number}: [{start}, {end}] ends before it begins; nothing agrees with it", stacklevel=2)
            yield document


def _document(record: Any, added: Mapping[str, Mapping[str, Any]]) -> tuple[Document, list[Span]]:
    """A record's document, and its spans that end before they begin.

    Raises:
        cattrs.BaseValidationError: Its gold does not have the shape.
        TypeError: It is no object, or its article is none.
        ValueError: It has no text or no gold, or a span is not one of its text.
    """
    if not isinstance(record, dict):
        raise TypeError("a record is an object with the keys id, text and gold")
    missing = [key for key in ("id", "text", "gold") if key not in record]
    if missing:
        raise ValueError(f"a record has the keys id, text and gold; this one lacks {' and '.join(missing)}")
    article = article_of(record)
    if not isinstance(record["gold"], dict):
        raise TypeError("gold is no object")
    gold = {**added.get(record["id"], {}), **record["gold"]}
    spans = list(_spans(gold))
    for span in spans:
        if not all(0 <= offset <= len(article.text) for offset in span):
            raise ValueError(f"{list(span)} is no span of the text, which has {len(article.text)} characters")
    if "dateline" in gold:
        gold["dateline"] = [] if gold["dateline"] is None else [gold["dateline"]]
    return Document(article=article, gold=_CONVERTER.structure(gold, Gold)), [span for span in spans if span[0] >= span[1]]


def _spans(value: Any) -> Iterator[Span]:
    """All spans that a JSON value holds, in either of the two forms."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield value["start"], value["end"]
        for part in value.values():
            yield from _spans(part)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(part, int) for part in value):
            yield value[0], value[1]
        for part in value:
            yield from _spans(part)


def _exactly(value: Any, type_: type[int] | type[str]) -> Any:
    """A value of JSON that must have a type already: a number written as a string is no offset.

    Raises:
        TypeError: It has another one.
    """
    if not isinstance(value, type_):
        raise TypeError(f"{value!r} is no {type_.__name__}")
    return value


_CONVERTER = cattrs.Converter(forbid_extra_keys=True)
_CONVERTER.register_structure_hook(int, _exactly)
_CONVERTER.register_structure_hook(str, _exactly)
_CONVERTER.register_structure_hook(Decimal, lambda value, _: Decimal(str(value)))
