"""Results as annotations of the W3C Web Annotation Data Model: an article is a collection, a fact or an entity an annotation.

What is annotated is named twice: by its words with those around them, which are the same in the page that the article was
read from, and by its place in the article's text, which counts code points as newsfacts does. What the annotations refer to
has the same names in schema.org JSON-LD.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Any

from newsfacts.entities import Entity
from newsfacts.exporters.jsonld import write_document
from newsfacts.exporters.naming import article_iri, part_iri, software
from newsfacts.exporters.summary import fields_of
from newsfacts.facts import Fact, Span
from newsfacts.record import Record

__all__ = ["CONTEXT", "to_annotations", "write_annotations"]

Node = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

# So many characters before and behind the words tell them from the same words elsewhere.
_AROUND = 32


def to_annotations(result: Record) -> Node:
    """A result as an annotation collection in JSON-LD."""
    return {"@context": CONTEXT, **_collection(result)}


def write_annotations(results: Iterable[Record], stream: IO[str]) -> None:
    """Write an indented collection for one result, else one document whose graph has a collection a line."""
    write_document(CONTEXT, map(_collection, results), stream)


def _collection(result: Record) -> Node:
    article = article_iri(result.article)
    items = [*_entities(result, article), *_facts(result, article)]
    node: Node = {"id": part_iri(article, "annotations"), "type": "AnnotationCollection"}
    node["generator"] = {"id": "urn:newsfacts", "type": "Software", "name": software()}
    if result.article.headline:
        node["label"] = result.article.headline
    node["total"] = len(items)
    if items:  # a collection without annotations has no page
        page = part_iri(article, "annotations-1")
        node["first"] = {"id": page, "type": "AnnotationPage", "partOf": node["id"], "startIndex": 0, "items": items}
    return node


def _entities(result: Record, article: str) -> Iterator[Node]:
    """An annotation for each entity, with all places where it is named."""
    language = {"language": result.article.language} if result.article.language else {}
    for entity in result.entities:
        name = _words("describing", entity.name) | language
        bodies = [_words("tagging", entity.type), name, _node("identifying", article, entity)]
        yield _annotation(result, article, entity.id, "identifying", bodies, entity.mentions)


def _facts(result: Record, article: str) -> Iterator[Node]:
    """An annotation for each fact: its kind, what it says, and whom it refers to."""
    known = {entity.id: entity for entity in result.entities}
    for number, fact in enumerate(result.facts, 1):
        bodies = [_words("tagging", fact.kind)]
        if said := fields_of(fact):
            bodies.append(_words("describing", said))
        if fact.id:
            bodies.append(_node("identifying", article, fact))
        referred = dict.fromkeys(mention.entity for _, mention in Fact.mentions(fact) if mention.entity in known)
        bodies += [_node("linking", article, known[id_]) for id_ in referred if id_]
        yield _annotation(result, article, fact.id or f"fact-{number}", "describing", bodies, [fact])


def _annotation(result: Record, article: str, id_: str, why: str, bodies: list[Node], spans: Iterable[Span]) -> Node:
    return {
        "id": part_iri(article, f"annotation-{id_}"),
        "type": "Annotation",
        "motivation": why,
        "body": bodies,
        "target": [_target(span, result.article.text, article) for span in spans],
    }


def _words(purpose: str, words: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": words}


def _node(purpose: str, article: str, meant: Entity | Fact) -> Node:
    """A body that is the node of an entity or a fact."""
    return {"type": "SpecificResource", "purpose": purpose, "source": part_iri(article, meant.id)}


def _target(span: Span, text: str, article: str) -> Node:
    words = {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": text[max(span.start - _AROUND, 0) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": article, "selector": [words, place]}
