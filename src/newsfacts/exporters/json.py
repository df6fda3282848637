"""Results as JSON and JSON Lines, in the form of the contract ``newsfacts/1``, and back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import IO, Any, TypeVar

import attrs
import cattrs
from cattrs.errors import BaseValidationError

from newsfacts.answers import check_fact, check_mention
from newsfacts.article import Article
from newsfacts.consolidation import Conflict
from newsfacts.entities import Entity
from newsfacts.errors import Failure, ReadError, error_text
from newsfacts.facts import SHARED_KINDS, Fact, Mention
from newsfacts.plugins import Plugins, installed_kinds
from newsfacts.result import Result

__all__ = ["SCHEMA", "from_dict", "to_dict", "to_json", "write_json", "write_jsonl"]

T = TypeVar("T")

SCHEMA = "newsfacts/1"

_MENTION = ("name", "type", "gender", "start", "end", "text", "entity")
_COMMON = ("start", "end", "text", "confidence", "extractors")


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=False)
    converter.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_unstructure_hook_func(_is_moment, lambda value: value.isoformat())
    converter.register_structure_hook_func(_is_moment, lambda value, _: _moment(value))
    converter.register_unstructure_hook(Mention, lambda mention: {name: getattr(mention, name) for name in _MENTION})
    return converter


def _is_moment(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, date)


def _moment(value: str) -> date:
    """A day or a moment, whichever it was: only a moment has a time."""
    return datetime.fromisoformat(value) if len(value) > len("2025-09-29") else date.fromisoformat(value)


def _decimal(value: Any, _: type) -> Decimal:
    try:
        return Decimal(value)
    except InvalidOperation:
        raise ValueError(f"{value!r} is no decimal number") from None


def fact_to_dict(fact: Fact) -> dict[str, Any]:
    """A fact as plain values: the common fields first, then its kind's own."""
    plain: dict[str, Any] = {"id": fact.id, "kind": fact.kind}
    plain |= dict.fromkeys(_COMMON)
    unstructure = _converter().unstructure
    for attribute in attrs.fields(type(fact)):
        plain[attribute.name] = unstructure(getattr(fact, attribute.name))
    plain["extractors"] = list(fact.extractors)
    return plain


def _entity_to_dict(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "gender": entity.gender,
        "mentions": [[m.start, m.end] for m in entity.mentions],
        "titles": [f.id for f in entity.titles],
        "quotes": [f.id for f in entity.quotes],
    }


def to_dict(result: Result) -> dict[str, Any]:
    """A result as plain values."""
    return {
        "schema": SCHEMA,
        "article": _converter().unstructure(result.article),
        "facts": [fact_to_dict(f) for f in result.facts],
        "entities": [_entity_to_dict(e) for e in result.entities],
        "conflicts": [{"fact": fact_to_dict(c.fact), "winner": c.winner, "reason": c.reason} for c in result.conflicts],
        "failures": [{"stage": f.stage, "plugin": f.plugin, "message": f.message} for f in result.failures],
        "skipped": list(result.skipped),
    }


def to_json(result: Result, indent: int | None = None) -> str:
    """A result as a JSON object."""
    return json.dumps(to_dict(result), ensure_ascii=False, indent=indent)


def from_dict(plain: Any, *, kinds: Iterable[type[Fact]] = ()) -> Result:
    """Load a result from the plain values that `Result.to_dict` gives.

    Args:
        plain: Those values.
        kinds: Classes of facts beside the shared ones and those that installed plugins yield.

    Raises:
        ReadError: It has another form, it holds facts of a kind that nobody here knows, or a span is not the text's.
    """
    if isinstance(plain, list):
        raise ReadError("result", f"is an array of {len(plain)} results, as -f json writes several; load each of them")
    if not isinstance(plain, dict) or plain.get("schema") != SCHEMA:
        raise ReadError(
            "result", f"is not in the form {SCHEMA!r}; give what Result.to_json or 'newsfacts extract -f jsonl' wrote"
        )
    class_of = _class_finder(kinds)
    article = _load(plain, "article", lambda value: _converter().structure(value, Article))
    facts = _load_all(plain, "facts", lambda fact: _fact(fact, class_of, article.text))
    referring: dict[str, list[Fact]] = defaultdict(list)  # by the entity's id
    for fact in facts:
        for id_ in dict.fromkeys(mention.entity for _, mention in fact.mentions()):
            if id_ is not None:
                referring[id_].append(fact)
    return Result(
        article=article,
        facts=facts,
        entities=_load_all(plain, "entities", lambda entity: _entity(entity, article.text, referring)),
        conflicts=_load_all(plain, "conflicts", lambda conflict: _conflict(conflict, class_of, article.text)),
        failures=_load_all(plain, "failures", lambda f: Failure(stage=f["stage"], plugin=f["plugin"], message=f["message"])),
        skipped=_load_all(plain, "skipped", str),
    )


def _load(plain: Mapping[str, Any], part: str, load: Callable[[Any], T]) -> T:
    """One part of a result.

    Raises:
        ReadError: It is not there, or has another form.
    """
    try:
        return load(plain[part])
    except BaseValidationError as error:
        raise ReadError("result", "; ".join(cattrs.transform_error(error, path=part))) from error
    except ReadError:
        raise
    except Exception as error:  # a stranger's class, which may raise anything
        raise ReadError("result", f"{part}: {error_text(error)}") from error


def _load_all(plain: Mapping[str, Any], part: str, load: Callable[[Any], T]) -> tuple[T, ...]:
    return _load(plain, part, lambda values: tuple(load(value) for value in values))


def _class_finder(kinds: Iterable[type[Fact]]) -> Callable[[str], type[Fact]]:
    known = {**SHARED_KINDS, **{cls.kind: cls for cls in kinds}}
    asked = False

    def class_of(kind: str) -> type[Fact]:
        nonlocal asked
        if kind not in known and not asked:
            asked = True  # plugins are loaded only for a kind that is not known without them
            known.update(installed_kinds(Plugins()))
        if kind not in known:
            raise ReadError(
                "result", f"holds a fact of kind {kind!r}; install the plugin that yields it, or give its class in kinds"
            )
        return known[kind]

    return class_of


def _fact(plain: dict[str, Any], class_of: Callable[[str], type[Fact]], text: str) -> Fact:
    return check_fact(_converter().structure(plain, class_of(plain["kind"])), text)


def _conflict(plain: dict[str, Any], class_of: Callable[[str], type[Fact]], text: str) -> Conflict:
    return Conflict(fact=_fact(plain["fact"], class_of, text), winner=plain["winner"], reason=plain["reason"])


def _entity(plain: dict[str, Any], text: str, referring: Mapping[str, Sequence[Fact]]) -> Entity:
    """An entity, with its mentions out of the text and the facts that refer to it."""
    named = {"type": plain["type"], "name": plain["name"], "gender": plain.get("gender")}
    return Entity(
        **named,
        id=plain["id"],
        mentions=tuple(
            check_mention(Mention(**named, start=start, end=end, text=text[start:end], entity=plain["id"]), text)
            for start, end in plain["mentions"]
        ),
        facts=tuple(referring.get(plain["id"], ())),
    )


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
