"""The JSON Schema of the contract ``newsfacts/1``, made from the types that are written."""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsfacts.article import Article, Hints
from newsfacts.contract import CONTRACT
from newsfacts.facts import SHARED_KINDS, Fact, Mention, Span

__all__ = ["json_schema"]

_PRIMITIVES = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
_DECIMAL = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\S+)?$", "description": "ISO 8601, a day or a moment."}
_TEXT = {"type": "string"}
_ID = {"type": "string"}
# The line that a Google-style docstring gives to an attribute, with what is indented deeper below it.
_ATTRIBUTE = re.compile(r"^    (\w+): (.+(?:\n {8}\S.*)*)", re.MULTILINE)


def json_schema(kinds: Iterable[type[Fact]] = ()) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a result; facts of further kinds need only the common fields.

    Args:
        kinds: Classes of facts beside the shared ones.
    """
    classes = {**SHARED_KINDS, **{cls.kind: cls for cls in kinds}}
    known = {"properties": {"kind": {"enum": sorted(classes)}}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{CONTRACT.replace('/', ':')}",
        "title": CONTRACT,
        "description": "The facts of one news article. Offsets count Unicode code points of article.text and are half-open.",
        **_object(
            {
                "schema": {"const": CONTRACT},
                "article": _ref(Article),
                "facts": _array({"$ref": "#/$defs/AnyFact"}),
                "entities": _array({"$ref": "#/$defs/Entity"}),
                "conflicts": _array(
                    _object({"fact": {"$ref": "#/$defs/AnyFact"}, "winner": _ID, "reason": _TEXT}),
                    "Facts that lost to another one of their kind.",
                ),
                "failures": _array(
                    _object({"stage": _TEXT, "plugin": _TEXT, "message": _TEXT}),
                    "Plugins that raised; the others' facts stand.",
                ),
                "skipped": _array(_TEXT, "Extractors that do not serve the article's language."),
            }
        ),
        "$defs": {
            **{cls.__name__: _fields(cls) for cls in (Article, Hints, Span, Mention)},
            "Fact": _fact(Fact),
            **{cls.__name__: _fact(cls) for cls in sorted(classes.values(), key=lambda cls: cls.__name__)},
            "AnyFact": {
                "if": known,
                "then": {"oneOf": [_ref(cls) for _, cls in sorted(classes.items())]},
                "else": _ref(Fact),
            },
            "Entity": _object(
                {
                    "id": _ID,
                    "type": {"enum": ["person", "organization", "place"]},
                    "name": _TEXT | {"description": "The fullest nominative name in the article."},
                    "gender": {"enum": ["masculine", "feminine", None]},
                    "mentions": _array(
                        {"type": "array", "prefixItems": [{"type": "integer", "minimum": 0}] * 2, "minItems": 2, "maxItems": 2},
                        "Start and end of each place where it is named.",
                    ),
                    "titles": _array(_ID, "Ids of the person's titles."),
                    "quotes": _array(_ID, "Ids of the quotes whose speaker it is."),
                }
            ),
        },
    }


def _ref(cls: type) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _array(items: dict[str, Any], description: str = "") -> dict[str, Any]:
    return {"type": "array", "items": items} | ({"description": description} if description else {})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _fact(cls: type[Fact]) -> dict[str, Any]:
    """A kind of facts: the fields that all have, its name, and its own fields."""
    schema = _fields(cls)
    kind = {"const": cls.kind} if cls.kind else {"type": "string", "description": "The kind's name."}
    schema["properties"]["kind"] = kind
    schema["required"].append("kind")
    return schema


def _fields(cls: type) -> dict[str, Any]:
    """An attrs class as an object, described by its docstring."""
    described: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        described |= _described(base.__doc__ or "")
    hints = get_type_hints(cls)
    schema = _object({a.name: _of(hints[a.name]) for a in attrs.fields(cls)})
    for name, words in described.items():
        if name in schema["properties"]:
            schema["properties"][name] = schema["properties"][name] | {"description": words}
    return {"description": inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0]} | schema


def _described(doc: str) -> dict[str, str]:
    return {name: " ".join(words.split()) for name, words in _ATTRIBUTE.findall(inspect.cleandoc(doc))}


def _of(type_: Any) -> dict[str, Any]:
    """The schema of a type as it is written.

    Raises:
        TypeError: Values of such a type have no form in the contract.
    """
    if type_ in _PRIMITIVES:
        return {"type": _PRIMITIVES[type_]}
    if type_ is Decimal:
        return dict(_DECIMAL)
    if isinstance(type_, type) and issubclass(type_, date):
        return dict(_MOMENT)
    if isinstance(type_, type) and issubclass(type_, Enum) and all(isinstance(m.value, str | int | float) for m in type_):
        return {"enum": [member.value for member in type_]}
    origin, arguments = get_origin(type_), get_args(type_)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_of(argument) for argument in arguments]}
    if origin is tuple and arguments[1:] == (...,):
        return _array(_of(arguments[0]))
    if type_ in (Article, Hints, Span, Mention):
        return _ref(type_)
    if isinstance(type_, type) and attrs.has(type_):
        return _fields(type_)
    raise TypeError(
        f"a field of type {type_!r} has no form in {CONTRACT}; use str, int, float, Decimal, date, enums or tuples of them"
    )
