"""Beside the text: who and what the article names, with what it says of them, its sums, and what else it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newsfacts.entities import Entity
from newsfacts.exporters.report.gist import Gist, gist_of
from newsfacts.exporters.report.labels import dotted, shorten
from newsfacts.exporters.report.markup import Markup, element
from newsfacts.exporters.report.subject import Subject
from newsfacts.facts import Fact, Quote
from newsfacts.record import Record

__all__ = ["Panel"]


class Panel:
    """The list of an article's facts.

    Args:
        subject: The article.
    """

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._labels = subject.labels
        self._result: Record = subject.result

    def sections(self) -> Iterator[Markup]:
        """Where and when, the entities with their facts, and by their kinds the facts that are no entity's."""
        on_entities = [[n for fact in e.facts if (n := self._subject.number(fact.id))] for e in self._result.entities]
        attached = set(chain.from_iterable(on_entities))
        loose: dict[str, list[int]] = defaultdict(list)
        for number, fact in enumerate(self._result.facts, 1):
            if number not in attached:
                loose[fact.kind].append(number)
        attributed = {self._fact(number).kind for number in attached}
        sections = {kind: self._kind(kind, numbers, kind in attributed) for kind, numbers in loose.items()}
        if (dateline := self._result.dateline) and dateline.kind in sections:
            yield sections.pop(dateline.kind)
        yield from self._entities(on_entities)
        yield from sections.values()
        if not self._result.facts:
            yield element("p", self._labels.nothing, dir="auto")
        if notes := [*self._notes()]:
            summary = element("summary", f"{self._labels.notes} ({len(notes)})")
            yield element("details", summary, element("ul", *notes), class_="notes")

    def _kind(self, kind: str, numbers: Sequence[int], attributed: bool) -> Markup:
        rest = element("small", self._labels.unnamed) if attributed else None
        name = self._subject.wording(type(self._fact(numbers[0]))).kind(kind, many=True)
        heading = element("h2", name, " " if rest else None, rest)
        return element("section", heading, *self._groups(numbers), data_kind=kind)

    def _groups(self, numbers: Iterable[int]) -> Iterator[Markup]:
        """Lists of facts: a group is a list, and what several of its facts say is said once, above them."""
        groups: dict[str | None, dict[str | int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number in numbers:
            gist = self._gist(number)
            groups[gist.group][number if gist.group is None else gist.words].append(number)
        for alike in groups.values():
            yield element("ul", *(self._same(same) if len(same) > 1 else self._entry(same[0]) for same in alike.values()))

    def _same(self, numbers: Sequence[int]) -> Markup:
        """Facts that say the same: what they say, and each by its own words."""
        said = element(
            "p", self._gist(numbers[0]).words, " ", element("span", f"×{len(numbers)}", class_="count"), class_="said"
        )
        return element("li", said, element("ul", *(self._entry(number, own_words=True) for number in numbers)))

    def _entities(self, facts: list[list[int]]) -> Iterator[Markup]:
        """Sections of persons, of organisations, and so on; a fact stands with the first entity that it refers to."""
        items: dict[str, list[Markup]] = {type_: [] for type_ in self._labels.entities}
        shown: set[int] = set()
        for place, (entity, numbers) in enumerate(zip(self._result.entities, facts, strict=True), 1):
            new = [n for n in numbers if n not in shown]
            shown.update(new)
            new.sort(key=lambda n: isinstance(self._fact(n), Quote))  # who they are before what they say
            items.setdefault(entity.type, []).append(self._entity(self._subject.entity(place), entity, new))
        for type_, listed in items.items():
            if listed:
                heading = element("h2", self._labels.entities.get(type_, type_))
                yield element("section", heading, element("ul", *listed), class_="entities")

    def _entity(self, key: str, entity: Entity, facts: list[int]) -> Markup:
        name = element("a", entity.name, href=f"#{key}-1", data_jump=key) if entity.mentions else element("b", entity.name)
        times = element("span", f"×{len(entity.mentions)}", class_="count") if len(entity.mentions) > 1 else None
        below = element("ul", *map(self._entry, facts)) if facts else None
        return element("li", element("p", name, " ", times, class_="name", dir="auto"), below, id=f"{key}-entry")

    def _entry(self, number: int, *, own_words: bool = False) -> Markup:
        fact, gist = self._fact(number), self._gist(number)
        key, tongue = self._subject.fact(number), {"lang": self._subject.tongue["lang"], "dir": "auto"}
        words = shorten(fact.text) if own_words else gist.of(fact)
        return element(
            "li",
            element("a", words, href=f"#{key}", data_jump=key, **tongue),
            element("span", gist.note, class_="note", dir="auto") if gist.note and not own_words else None,
            element("details", element("summary", "…", aria_label=self._labels.details), self._fields(fact, gist)),
            id=f"{key}-entry",
            class_=f"entry {self._subject.hue(type(fact))}",
            data_kind=fact.kind,
        )

    def _fields(self, fact: Fact, gist: Gist) -> Markup:
        """All that is known of a fact; the script shows it beside the highlight too, under the fact's kind and gist."""
        labelled = self._subject.labelled(fact)
        rows = (element("div", element("dt", label), element("dd", value, dir="auto")) for label, value in labelled)
        evidence = f"{self._labels.field('confidence')} {fact.confidence:.0%}"
        return element(
            "div",
            element("p", element("b", self._subject.kind(fact)), class_="about"),
            element("p", gist.words, class_="about") if gist.words else None,
            element("dl", *rows),
            element("p", dotted(evidence, ", ".join(fact.extractors), fact.id), class_="evidence", dir="auto"),
            class_="fields",
        )

    def _notes(self) -> Iterator[Markup]:
        for conflict in self._result.conflicts:
            number = self._subject.number(conflict.winner)
            winner = element("a", conflict.winner, href=f"#{self._subject.fact(number)}") if number else conflict.winner
            words = f"{self._subject.kind(conflict.fact)}: {shorten(conflict.fact.text, 60)} – {self._labels.conflict} "
            yield element("li", words, winner, f" ({conflict.reason})", dir="auto")
        for failure in self._result.failures:
            yield element("li", f"{self._labels.failed}: {failure.plugin}, {failure.stage}: {failure.message}", dir="auto")
        if self._result.skipped:
            yield element("li", f"{self._labels.skipped}: {', '.join(self._result.skipped)}", dir="auto")

    def _fact(self, number: int) -> Fact:
        return self._result.facts[number - 1]

    def _gist(self, number: int) -> Gist:
        fact = self._fact(number)
        return gist_of(fact, self._subject.wording(type(fact)))
