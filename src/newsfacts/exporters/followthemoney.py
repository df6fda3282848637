"""Results as FollowTheMoney entities: the article, whom it names, their offices, and what else it says of them.

An article stands for itself: the same name in two articles is two entities, which FollowTheMoney's own tools join where they
mean the same. Ids are made of what an entity is, so that the same article gives the same ones however often it is read.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache, singledispatch
from typing import IO, Any

from attrs import frozen

from newsfacts.exporters.naming import article_iri, software
from newsfacts.exporters.summary import fields_of
from newsfacts.facts import Fact, Mention, OfficialTitle
from newsfacts.language import fold
from newsfacts.language_tags import three_letter_code
from newsfacts.lexicon import load
from newsfacts.record import Record

__all__ = ["Graph", "describe", "to_entities", "write_entities"]

Entity = dict[str, Any]
_Values = str | Iterable[str | None] | None

_SCHEMATA = {"person": "Person", "organization": "Organization", "place": "Address"}
_ANYBODY = "LegalEntity"
_GENDERS = {"masculine": "male", "feminine": "female"}
# Of an office that is held or was held FollowTheMoney has a word; acting and future holders keep ours.
_STATUSES = {"former": "ended"}


class Graph:
    """The FollowTheMoney entities of one result, while they are gathered.

    Attributes:
        article: The id of the article's entity.
    """

    def __init__(self, result: Record) -> None:
        self._iri = article_iri(result.article)
        # By id the schema, and by property the values, each once and in the order in which they came.
        self._made: dict[str, tuple[str, dict[str, dict[str, None]]]] = {}
        self._ids: dict[str, str] = {}
        self._organizations: dict[str, str] = {}
        self.article = self._add_article(result)
        self._add_named(result)

    @property
    def entities(self) -> list[Entity]:
        """The entities, in the order in which they were added."""
        return [
            {"id": id_, "schema": schema, "properties": {name: list(values) for name, values in held.items() if values}}
            for id_, (schema, held) in self._made.items()
        ]

    def add(self, schema: str, *key: str | None, text: str | None = None, **properties: _Values) -> str:
        """Add an entity, or what is new of one that is there.

        Args:
            schema: The name of its schema.
            *key: What makes it itself among the entities of its schema in this article.
            text: The value of ``bodyText``, which is written exactly as it is.
            **properties: Values by property; those that are None are left out.

        Returns:
            Its id.
        """
        parts = [self._iri, schema, *(part or "" for part in key)]
        id_ = "newsfacts-" + hashlib.sha1("\0".join(parts).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
        _, held = self._made.setdefault(id_, (schema, {}))
        given = {name: [values] if isinstance(values, str) else values or () for name, values in properties.items()}
        cleaned = {name: [_clean(value) for value in values if value] for name, values in given.items()}
        for name, values in {**cleaned, "bodyText": [text or ""]}.items():
            held.setdefault(name, {}).update(dict.fromkeys(filter(None, values)))
        return id_

    def meant(self, mention: Mention | None) -> str | None:
        """The id of the entity that a mention means; None when it names nobody."""
        return self._ids.get(mention.entity or "") if mention else None

    def organization(self, name: str) -> str:
        """The id of the organisation of a name."""
        if name not in self._organizations:
            self._organizations[name] = self.add("Organization", name, name=name, proof=self.article)
        return self._organizations[name]

    def _add_article(self, result: Record) -> str:
        article = result.article
        return self.add(
            "Article",
            title=article.headline,
            fileName=article.id or self._iri,
            author=article.authors,
            publisher=article.source,
            publishedAt=_moment(article.published),
            modifiedAt=_moment(article.modified),
            language=three_letter_code(article.language) if article.language else None,
            sourceUrl=self._iri if self._iri.startswith("http") else None,
            processingAgent=software(),
            text=article.text,
        )

    def _add_named(self, result: Record) -> None:
        """Add whom the article names, and the words that name them."""
        namesakes: Counter[tuple[str, str]] = Counter()
        for entity in result.entities:
            schema = _SCHEMATA.get(entity.type, _ANYBODY)
            number = namesakes[schema, entity.name]
            namesakes[schema, entity.name] += 1
            key = [entity.name, *([str(number)] if number else [])]  # two of one name stay two
            whole = {"full": entity.name} if schema == "Address" else {}
            gender = _GENDERS.get(entity.gender or "") if schema == "Person" else None
            id_ = self.add(schema, *key, name=entity.name, gender=gender, proof=self.article, **whole)
            self._ids[entity.id] = id_
            if schema == "Organization":
                self._organizations.setdefault(entity.name, id_)
            self.add(
                "Mention",
                id_,
                document=self.article,
                name=[mention.text for mention in entity.mentions] or entity.name,
                resolved=None if schema == "Address" else id_,
                detectedSchema=schema,
            )


@singledispatch
def describe(fact: Fact, graph: Graph) -> None:
    """Add a fact to an article's entities; a kind that FollowTheMoney has no schema for is a note on those whom it names.

    A description for another class is added with ``@describe.register``.

    Args:
        fact: The fact.
        graph: Takes entities, and knows those that are there.
    """
    named = [graph.meant(mention) for _, mention in Fact.mentions(fact)]
    said = fields_of(fact)
    graph.add(
        "Note",
        fact.kind,
        fact.text,
        said,
        name=fact.kind,
        description=fact.text,
        summary=said,
        entity=[id_ for id_ in named if id_] or graph.article,
        proof=graph.article,
    )


@describe.register
def _(fact: OfficialTitle, graph: Graph) -> None:
    """A position, and who occupies it."""
    country = _country(fact.place) if fact.place else None
    post = graph.add(
        "Position",
        fact.position,
        fact.organization,
        fact.place,
        name=fact.position,
        organization=graph.organization(fact.organization) if fact.organization else None,
        country=country,
        subnationalArea=None if country else fact.place,
        proof=graph.article,
    )
    if holder := graph.meant(fact.person):
        status = _STATUSES.get(fact.status, fact.status)
        known = {"holder": holder, "post": post, "status": status}
        graph.add("Occupancy", *known.values(), **known, description=fact.text, proof=graph.article)


def to_entities(result: Record) -> list[Entity]:
    """A result as FollowTheMoney entities, the article first."""
    graph = Graph(result)
    for fact in result.facts:
        describe(fact, graph)
    return graph.entities


def write_entities(results: Iterable[Record], stream: IO[str]) -> None:
    """Write an entity a line."""
    for result in results:
        for entity in to_entities(result):
            stream.write(json.dumps(entity, ensure_ascii=False) + "\n")


def _clean(value: str) -> str:
    """A value as FollowTheMoney would make it: composed letters, single spaces, nothing that is not seen."""
    words = map(_seen, unicodedata.normalize("NFC", value).split())
    return " ".join(filter(None, words))


def _seen(word: str) -> str:
    if word.isprintable():  # as nearly all are
        return word
    return "".join(c for c in word if unicodedata.category(c) not in ("Cc", "Cf"))


def _moment(moment: date | None) -> str | None:
    """A day, or a moment without its offset, which FollowTheMoney takes to be in UTC."""
    if isinstance(moment, datetime):
        return (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None).isoformat(timespec="seconds")
    return moment.isoformat() if moment else None


@frozen(kw_only=True)
class _Names:
    """The data file.

    Attributes:
        names: What each country is called, by its code.
    """

    names: dict[str, tuple[str, ...]]


@cache
def _countries() -> Mapping[str, str]:
    """The countries' codes, by their names."""
    found = load("newsfacts.exporters", "data/countries.toml", _Names)
    return {fold(name): code for code, names in found.names.items() for name in names}


def _country(name: str) -> str | None:
    """The code of the country of a name; None for a place that is none."""
    return _countries().get(fold(name))
