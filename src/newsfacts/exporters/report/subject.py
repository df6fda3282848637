"""What one article of the report is about, as its parts need it: keys for facts and entities, words, colours, directions."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts.exporters.report.hues import Hues
from newsfacts.exporters.report.labels import Labels, labels_for
from newsfacts.exporters.report.tongue import direction
from newsfacts.facts import Fact, own_fields
from newsfacts.record import Record

__all__ = ["Subject"]


class Subject:
    """One article with its facts.

    Facts and entities are named by their places in the result, since ids are anybody's strings: ``a1-f3``, ``a1-e2``.

    Attributes:
        result: The record.
        prefix: The beginning of all keys.
        labels: The words of the page.
        name: What the article is called.
        tongue: The attributes of an element that holds words of the article.
    """

    def __init__(self, result: Record, prefix: str, hues: Hues) -> None:
        self.result = result
        self.prefix = prefix
        self.labels = labels_for(result.article.language)
        # A language that nobody knows is said to be none, lest the text be read as one in the labels' language.
        self.tongue = {"lang": result.article.language or "", "dir": direction(result.article.text)}
        self._hues = hues
        self._numbers = {fact.id: number for number, fact in enumerate(result.facts, 1)}
        self._places = {entity.id: place for place, entity in enumerate(result.entities, 1)}
        self._wordings: dict[type[Fact], Labels] = {}

    @property
    def name(self) -> str:
        """The article's headline, or else the end of its id or its address."""
        article = self.result.article
        named = article.id or article.url or self.labels.article
        return article.headline or named.rstrip("/").rpartition("/")[2] or named

    def fact(self, number: int) -> str:
        """The key of the fact that has a number."""
        return f"{self.prefix}-f{number}"

    def entity(self, place: int) -> str:
        """The key of the entity in a place."""
        return f"{self.prefix}-e{place}"

    def number(self, id_: str) -> int | None:
        """The number of the fact that has an id."""
        return self._numbers.get(id_)

    def entities_of(self, fact: Fact) -> list[str]:
        """The keys of the entities that a fact refers to."""
        ids = dict.fromkeys(mention.entity for _, mention in Fact.mentions(fact))
        return [self.entity(self._places[id_]) for id_ in ids if id_ in self._places]

    def hue(self, cls: type[Fact]) -> str:
        """The class of elements that have the colour of a kind."""
        return self._hues.of(cls)

    def wording(self, cls: type[Fact]) -> Labels:
        """The words for facts of a class."""
        if cls not in self._wordings:
            self._wordings[cls] = self.labels.of(cls)
        return self._wordings[cls]

    def kind(self, fact: Fact) -> str:
        """What one fact of the kind is called."""
        return self.wording(type(fact)).kind(fact.kind)

    def labelled(self, fact: Fact) -> Iterator[tuple[str, str]]:
        """The fields that the fact's kind adds, as people read them."""
        words = self.wording(type(fact))
        return ((words.field(name), words.value(name, value)) for name, value in own_fields(fact))
