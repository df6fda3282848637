"""The contract ``newsfacts/1``: records as plain values, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, TypeVar

import attrs
import cattrs
from cattrs.errors import BaseValidationError

from newsfacts.answers import check_fact, check_mention
from newsfacts.article import Article, iso_moment
from newsfacts.entities import Entity
from newsfacts.errors import Failure, ReadError, error_text
from newsfacts.facts import Fact, Mention
from newsfacts.record import Conflict, Record

__all__ = ["CONTRACT", "fact_to_dict", "from_dict", "to_dict"]

T = TypeVar("T")
R = TypeVar("R", bound=Record)
ClassOf = Callable[[str], type[Fact] | None]

CONTRACT = "newsfacts/1"

_MENTION = ("name", "type", "gender", "start", "end", "text", "entity")
_COMMON = ("start", "end", "text", "confidence", "extractors")


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=False)
    converter.register_unstructure_hook(Decimal, lambda value: format(value, "f"))
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_unstructure_hook_func(_is_moment, lambda value: value.isoformat())
    converter.register_structure_hook_func(_is_moment, lambda value, _: iso_moment(value))
    converter.register_unstructure_hook(Mention, lambda mention: {name: getattr(mention, name) for name in _MENTION})
    return converter


def _is_moment(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, date)


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


def to_dict(record: Record) -> dict[str, Any]:
    """A record as plain values."""
    return {
        "schema": CONTRACT,
        "article": _converter().unstructure(record.article),
        "facts": [fact_to_dict(f) for f in record.facts],
        "entities": [_entity_to_dict(e) for e in record.entities],
        "conflicts": [{"fact": fact_to_dict(c.fact), "winner": c.winner, "reason": c.reason} for c in record.conflicts],
        "failures": [{"stage": f.stage, "plugin": f.plugin, "message": f.message} for f in record.failures],
        "skipped": list(record.skipped),
    }


def from_dict(plain: Any, class_of: ClassOf, made: type[R]) -> R:
    """Load a record from the plain values that `to_dict` gives.

    Args:
        plain: Those values.
        class_of: Gives the class of the facts of a kind, or None for a kind that it does not know.
        made: The class of the record.

    Raises:
        ReadError: It has another form, it holds facts of a kind that is not known, or a span is not the text's.
    """
    if isinstance(plain, list):
        raise ReadError("result", f"is an array of {len(plain)} results, as -f json writes several; load each of them")
    if not isinstance(plain, dict) or plain.get("schema") != CONTRACT:
        raise ReadError(
            "result", f"is not in the form {CONTRACT!r}; give what Result.to_json or 'newsfacts extract -f jsonl' wrote"
        )
    article = _load(plain, "article", lambda value: _converter().structure(value, Article))
    facts = _load_all(plain, "facts", lambda fact: _fact(fact, class_of, article.text))
    referring: dict[str, list[Fact]] = defaultdict(list)  # by the entity's id
    for fact in facts:
        for id_ in dict.fromkeys(mention.entity for _, mention in Fact.mentions(fact)):
            if id_ is not None:
                referring[id_].append(fact)
    return made(
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


def _fact(plain: dict[str, Any], class_of: ClassOf, text: str) -> Fact:
    kind = plain["kind"]
    cls = class_of(kind)
    if cls is None:
        raise ReadError(
            "result", f"holds a fact of kind {kind!r}; install the plugin that yields it, or give its class in kinds"
        )
    return check_fact(_converter().structure(plain, cls), text)


def _conflict(plain: dict[str, Any], class_of: ClassOf, text: str) -> Conflict:
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
