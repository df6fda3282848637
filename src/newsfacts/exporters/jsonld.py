"""Results as schema.org JSON-LD: a NewsArticle with its quotations, sums, people and their offices.

What schema.org has no word for stands in a vocabulary of our own under the names of the contract ``newsfacts/1``; places in
the text are selectors of the W3C Web Annotation vocabulary, which count code points as newsfacts does. The context is part
of the document, so that no processor needs the network.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import date, datetime
from decimal import Decimal
from functools import singledispatch
from itertools import chain
from typing import IO, Any
from urllib.parse import quote

from attrs import frozen

from newsfacts.contract import fact_to_dict
from newsfacts.entities import Entity
from newsfacts.exporters.naming import article_iri, part_iri
from newsfacts.facts import FIELDS_OF_ALL, Fact, Mention, MoneyAmount, OfficialTitle, Quote, Span
from newsfacts.record import Record

__all__ = ["CONTEXT", "Nodes", "describe", "to_jsonld", "write_document", "write_jsonld"]

Node = dict[str, Any]

CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "newsfacts": "urn:newsfacts:1:",  # the contract's names; no addresses, so nothing is published there
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    # A JSON number would not keep all digits of a Decimal.
    **{term: {"@type": "xsd:decimal"} for term in ("value", "minValue", "maxValue")},
    **{term: {"@type": "xsd:nonNegativeInteger"} for term in ("oa:start", "oa:end")},
    "newsfacts:confidence": {"@type": "xsd:double"},  # or else 1.0 would be an integer
    "gender": {"@type": "@vocab"},
    # Arrays always, however many there are.
    **{term: {"@container": "@set"} for term in ("author", "locationCreated", "hasPart", "mentions")},
    **{term: {"@container": "@set"} for term in ("jobTitle", "worksFor", "hasOccupation")},
    **{term: {"@container": "@set"} for term in ("newsfacts:extractors", "newsfacts:mentions")},
}

_ENTITIES = {"person": "Person", "organization": "Organization", "place": "Place", "document": "CreativeWork"}
# Schema.org lets persons and organisations speak; a document's entity is its organisation.
_SPEAKERS = frozenset(("person", "organization", "document"))
_GENDERS = {"masculine": "Male", "feminine": "Female"}
# Types whose values would not come back the same from a plain string or number.
_DATATYPES = {Decimal: "xsd:decimal", float: "xsd:double", datetime: "xsd:dateTime", date: "xsd:date"}


@frozen
class Nodes:
    """By what the nodes of one article refer to each other.

    Attributes:
        article: The article's IRI.
        organizations: The ids of those entities that are organisations, by name.
    """

    article: str
    organizations: Mapping[str, str]

    def reference(self, id_: str) -> Node:
        """A reference to a fact or an entity."""
        return {"@id": part_iri(self.article, id_)}

    def organization(self, name: str) -> Node:
        """A reference to the organisation of a name, or a node for one that is no entity."""
        return self.reference(self.organizations[name]) if name in self.organizations else _node("Organization", name=name)


@singledispatch
def describe(fact: Fact, fields: Node, nodes: Nodes) -> Node:  # noqa: ARG001 - descriptions of other classes take them
    """Describe a fact in terms of schema.org; a kind that it has no type for is one of our own vocabulary.

    A description for another class is added with ``@describe.register``.

    Args:
        fact: The fact.
        fields: The fields of its kind that are not None. What the description takes out it describes itself; what is left is
            written in our own vocabulary.
        nodes: Gives references to entities and organisations.
    """
    return _node(f"newsfacts:{quote(fact.kind, safe='')}")


@describe.register
def _(fact: Quote, _fields: Node, nodes: Nodes) -> Node:
    speaker = fact.speaker.entity if fact.speaker and fact.speaker.type in _SPEAKERS else None
    return _node(
        "Quotation",
        text=fact.text,
        spokenByCharacter=nodes.reference(speaker) if speaker else None,
        isPartOf={"@id": nodes.article},
    )


@describe.register
def _(_fact: MoneyAmount, fields: Node, _nodes: Nodes) -> Node:
    return _node(
        "MonetaryAmount",
        value=_digits(fields.pop("amount", None)),
        minValue=_digits(fields.pop("minimum", None)),
        maxValue=_digits(fields.pop("maximum", None)),
        currency=fields.pop("currency", None),
    )


@describe.register
def _(_fact: OfficialTitle, fields: Node, nodes: Nodes) -> Node:
    """A role, with which schema.org says more of an occupation than whose it is."""
    position, place, organization = fields.pop("position"), fields.pop("place", None), fields.pop("organization", None)
    area = _node("AdministrativeArea", name=place) if place else None
    return _node(
        "OrganizationRole" if organization else "Role",
        roleName=position,
        hasOccupation=[_node("Occupation", name=position, occupationLocation=area)],
        worksFor=[nodes.organization(organization)] if organization else None,
    )


def to_jsonld(result: Record) -> Node:
    """A result as a JSON-LD document."""
    return {"@context": deepcopy(CONTEXT), **_article(result)}


def write_jsonld(results: Iterable[Record], stream: IO[str]) -> None:
    """Write an indented object for one result, else one document whose graph has an article a line."""
    write_document(CONTEXT, map(_article, results), stream)


def write_document(context: Any, nodes: Iterable[Node], stream: IO[str]) -> None:
    """Write an indented object for one node, else one document whose graph has a node a line.

    One document and not one a line, because that is what a JSON-LD processor reads; the context comes first, as for those
    that read a document as it comes. It can be put into a page's script element: no text in it can end that.

    Args:
        context: What the document's ``@context`` is.
        nodes: The nodes, as they come.
        stream: Where to.
    """
    iterator = iter(nodes)
    head = [node for node in (next(iterator, None), next(iterator, None)) if node is not None]
    if len(head) == 1:
        stream.write(_dumped({"@context": context, **head[0]}, indent=1) + "\n")
        return
    stream.write(f'{{"@context": {_dumped(context)},\n"@graph": [')
    for number, node in enumerate(chain(head, iterator)):
        stream.write((",\n" if number else "\n") + _dumped(node))
    stream.write("\n]}\n")


def _dumped(node: Any, indent: int | None = None) -> str:
    """A node as JSON in which no end of a script element stands: the sign that begins one is escaped."""
    return json.dumps(node, ensure_ascii=False, indent=indent).replace("<", "\\u003c")


def _article(result: Record) -> Node:
    article, dateline = result.article, result.dateline
    organizations = {entity.name: entity.id for entity in result.entities if entity.type == "organization"}
    nodes = Nodes(article_iri(article), organizations)
    held = {title.id for person in result.people for title in person.titles}
    return _identified(
        {"@id": nodes.article},
        _node(
            "NewsArticle",
            identifier=article.id if article.id != article.url else None,
            url=article.url,
            headline=article.headline,
            datePublished=article.published and article.published.isoformat(),
            dateModified=article.modified and article.modified.isoformat(),
            author=[_node("Person", name=name) for name in article.authors],
            publisher=nodes.organization(article.source) if article.source else None,
            sourceOrganization=_one_or_all([nodes.organization(name) for name in dateline.agencies] if dateline else []),
            inLanguage=article.language,
            dateline=dateline.text if dateline else None,
            locationCreated=[_node("Place", name=place) for place in dateline.places] if dateline else None,
            articleBody=article.text,
            hasPart=[_fact(quotation, nodes) for quotation in result.quotes],
            mentions=[
                *(_entity(entity, nodes) for entity in result.entities),
                *(_fact(fact, nodes) for fact in result.facts if not isinstance(fact, Quote) and fact.id not in held),
            ],
        ),
    )


def _entity(entity: Entity, nodes: Nodes) -> Node:
    titles = entity.titles if entity.type == "person" else ()
    current = [title for title in titles if title.status == "current"]
    bodies = dict.fromkeys(title.organization for title in current if title.organization)
    return _identified(
        nodes.reference(entity.id),
        _node(
            _ENTITIES.get(entity.type, "Thing"),
            name=entity.name,
            gender=_GENDERS[entity.gender] if entity.gender and entity.type == "person" else None,
            jobTitle=list(dict.fromkeys(title.position for title in current)),
            worksFor=[nodes.organization(name) for name in bodies],
            hasOccupation=[_fact(title, nodes) for title in titles],
            **{"newsfacts:mentions": [_selector(mention) for mention in entity.mentions]},
        ),
    )


def _fact(fact: Fact, nodes: Nodes) -> Node:
    """A fact: what schema.org says of it, then what only we do."""
    plain = fact_to_dict(fact)
    fields = {name: getattr(fact, name) for name in plain if name not in (*FIELDS_OF_ALL, "kind") and plain[name] is not None}
    node = describe(fact, fields, nodes)
    node |= {f"newsfacts:{name}": _value(value, plain[name], nodes) for name, value in fields.items()}
    node |= {"newsfacts:confidence": fact.confidence, "newsfacts:extractors": list(fact.extractors)}
    node["newsfacts:text"] = _selector(fact)
    return _identified(nodes.reference(fact.id) if fact.id else {}, node)


def _value(value: Any, plain: Any, nodes: Nodes) -> Any:
    """A value of a field, and the same in plain JSON, as JSON-LD."""
    if isinstance(value, Mention):
        return _node(
            "newsfacts:Mention",
            name=value.name,
            **{
                "newsfacts:type": value.type,
                "newsfacts:gender": value.gender,
                "newsfacts:entity": nodes.reference(value.entity) if value.entity else None,
                "newsfacts:text": _selector(value),
            },
        )
    if type(value) is Span:
        return _selector(value)
    datatype = next((name for type_, name in _DATATYPES.items() if isinstance(value, type_)), None)
    if datatype:
        return {"@type": datatype, "@value": plain}
    if isinstance(plain, str | int):
        return plain
    if isinstance(value, tuple) and all(isinstance(item, str | int | float | Decimal | Mention) for item in value):
        return {"@list": [_value(*pair, nodes) for pair in zip(value, plain, strict=True)]}
    return {"@type": "@json", "@value": plain}


def _node(type_: str, /, **properties: Any) -> Node:
    return {"@type": type_, **{name: value for name, value in properties.items() if value is not None and value != []}}


def _one_or_all(values: list[Any]) -> Any:
    """The value where there is one only: an agency has stood so before articles could have several."""
    return values[0] if len(values) == 1 else values


def _identified(reference: Node, node: Node) -> Node:
    """A node with its id where a processor that streams wants it: before the properties."""
    return {"@type": node["@type"], **reference, **node}


def _selector(span: Span) -> Node:
    types = ["oa:TextPositionSelector", "oa:TextQuoteSelector"]
    return {"@type": types, "oa:start": span.start, "oa:end": span.end, "oa:exact": span.text}


def _digits(amount: Decimal | None) -> str | None:
    return None if amount is None else format(amount, "f")
