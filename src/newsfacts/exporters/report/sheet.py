"""One article of the report: its head, its text with the highlights, and the panel of its facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import urlsplit

from newsfacts.entities import Entity
from newsfacts.exporters.report.gist import Gist, gist_of
from newsfacts.exporters.report.highlights import Highlight, weave
from newsfacts.exporters.report.labels import dotted, labels_for, shorten
from newsfacts.exporters.report.markup import Markup, element
from newsfacts.facts import Dateline, Fact, MoneyAmount, OfficialTitle, Quote, own_fields
from newsfacts.record import Record

__all__ = ["Hues", "Sheet", "name_of"]

# Hues of the style sheet: the shared classes have one each, other kinds take the rest in turn.
_SHARED: tuple[type[Fact], ...] = (Dateline, Quote, MoneyAmount, OfficialTitle)
_OTHER_HUES = 4
_RIGHT_TO_LEFT = frozenset(["ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"])


def name_of(result: Record) -> str:
    """What an article is called: its headline, or else the end of its id or its address."""
    article = result.article
    named = article.id or article.url or labels_for(article.language).article
    return article.headline or named.rstrip("/").rpartition("/")[2] or named


class Hues:
    """Gives every kind its hue, the same one in all articles of a page."""

    def __init__(self) -> None:
        self._others: dict[str, int] = {}

    def of(self, fact: Fact) -> str:
        """The class that the style sheet colours."""
        if type(fact) in _SHARED:
            return f"k{_SHARED.index(type(fact))}"
        number = self._others.setdefault(fact.kind, len(self._others))
        return f"k{len(_SHARED) + number % _OTHER_HUES}"


class Sheet:
    """One article on the page.

    Facts and entities are named by their places in the result, since ids are anybody's strings: ``a1-f3``, ``a1-e2``.
    """

    def __init__(self, result: Record, prefix: str, hues: Hues) -> None:
        self.result = result
        self.labels = labels_for(result.article.language)
        self.name = name_of(result)
        self._prefix = prefix
        self._hues = hues
        code = result.article.language
        self._tongue = {"lang": code, "dir": "auto" if code is None else "rtl" if code in _RIGHT_TO_LEFT else "ltr"}
        self._numbers = {fact.id: number for number, fact in enumerate(result.facts, 1)}

    def article(self) -> Markup:
        """The whole article with its panel."""
        return element(
            "article",
            self._header(),
            self._filters(),
            element("div", weave(self.result.article.text, self._highlights()), class_="text", **self._tongue),
            element("aside", *self._panel(), aria_label=self.labels.facts),
            class_="report",
            lang=self.labels.language,
            # The panel is where the lines end, whatever language its headings are in.
            dir=None if self.result.article.language is None else self._tongue["dir"],
        )

    def _header(self) -> Markup:
        article = self.result.article
        published = article.published and article.published.isoformat()
        origin = [
            element("span", article.source) if article.source else None,
            element("time", self.labels.day(published), datetime=published) if published else None,
            _link(article.url) if article.url else None,
        ]
        return element(
            "header",
            element("p", *origin, class_="origin"),
            element("h1", self.name, class_=None if article.headline else "unnamed", **self._tongue),
            element("p", ", ".join(article.authors), class_="byline", **self._tongue) if article.authors else None,
        )

    def _filters(self) -> Markup | None:
        kinds = Counter(fact.kind for fact in self.result.facts)
        hues = {fact.kind: self._hues.of(fact) for fact in self.result.facts}
        buttons = (
            # The script brings them to life; without it they are the legend.
            element(
                "button",
                element("span", self.labels.kind(kind, many=True)),
                element("span", str(count), class_="count"),
                type="button",
                disabled=True,
                aria_pressed="true",
                data_kind=kind,
                class_=hues[kind],
            )
            for kind, count in kinds.items()
        )
        return element("div", *buttons, class_="filters", role="group", aria_label=self.labels.filters) if kinds else None

    def _highlights(self) -> Iterator[Highlight]:
        for number, fact in enumerate(self.result.facts, 1):
            key = self._fact(number)
            lines = [self.labels.kind(fact.kind), *(f"{label}: {value}" for label, value in self._labelled(fact))]
            attributes = {"class_": self._hues.of(fact), "data_fact": key, "data_kind": fact.kind, "title": "\n".join(lines)}
            yield Highlight(start=fact.start, end=fact.end, id=key, tag="mark", attributes=attributes)
        for place, entity in enumerate(self.result.entities, 1):
            key = self._entity(place)
            for number, mention in enumerate(entity.mentions, 1):
                yield Highlight(
                    start=mention.start, end=mention.end, id=f"{key}-{number}", tag="span", attributes={"data_entity": key}
                )

    def _panel(self) -> Iterator[Markup]:
        """Where and when, the entities with their facts, and by their kinds the facts that are no entity's."""
        on_entities = [[n for fact in e.facts if (n := self._numbers.get(fact.id))] for e in self.result.entities]
        attached = set(chain.from_iterable(on_entities))
        loose: dict[str, list[int]] = defaultdict(list)
        for number, fact in enumerate(self.result.facts, 1):
            if number not in attached:
                loose[fact.kind].append(number)
        attributed = {self.result.facts[number - 1].kind for number in attached}
        sections = {kind: self._kind(kind, numbers, kind in attributed) for kind, numbers in loose.items()}
        if (dateline := self.result.dateline) and dateline.kind in sections:
            yield sections.pop(dateline.kind)
        yield from self._entities(on_entities)
        yield from sections.values()
        if not self.result.facts:
            yield element("p", self.labels.nothing)
        if notes := [*self._notes()]:
            summary = element("summary", f"{self.labels.notes} ({len(notes)})")
            yield element("details", summary, element("ul", *notes), class_="notes")

    def _kind(self, kind: str, numbers: Iterable[int], attributed: bool) -> Markup:
        rest = element("small", self.labels.unnamed) if attributed else None
        heading = element("h2", self.labels.kind(kind, many=True), " " if rest else None, rest)
        return element("section", heading, element("ul", *map(self._entry, numbers)), data_kind=kind)

    def _entities(self, facts: list[list[int]]) -> Iterator[Markup]:
        """Sections of persons, of organisations, and so on; a fact stands with the first entity that it refers to."""
        items: dict[str, list[Markup]] = {type_: [] for type_ in self.labels.entities}
        shown: set[int] = set()
        for place, (entity, numbers) in enumerate(zip(self.result.entities, facts, strict=True), 1):
            new = [n for n in numbers if n not in shown]
            shown.update(new)
            new.sort(key=lambda n: isinstance(self.result.facts[n - 1], Quote))  # who they are before what they say
            items.setdefault(entity.type, []).append(self._entity_item(self._entity(place), entity, new))
        for type_, listed in items.items():
            if listed:
                heading = element("h2", self.labels.entities.get(type_, type_))
                yield element("section", heading, element("ul", *listed), class_="entities")

    def _entity_item(self, key: str, entity: Entity, facts: list[int]) -> Markup:
        name = element("a", entity.name, href=f"#{key}-1", data_jump=key) if entity.mentions else element("b", entity.name)
        times = element("span", f"×{len(entity.mentions)}", class_="count") if len(entity.mentions) > 1 else None
        below = element("ul", *map(self._entry, facts)) if facts else None
        return element("li", element("p", name, " ", times, class_="name", dir="auto"), below)

    def _entry(self, number: int) -> Markup:
        fact = self.result.facts[number - 1]
        key = self._fact(number)
        gist = gist_of(fact, self.labels)
        return element(
            "li",
            element("a", gist.of(fact), href=f"#{key}", data_jump=key, lang=self.result.article.language, dir="auto"),
            element("span", gist.note, class_="note", dir="auto") if gist.note else None,
            element("details", element("summary", "…", aria_label=self.labels.details), self._fields(fact, gist)),
            id=f"{key}-entry",
            class_=f"entry {self._hues.of(fact)}",
            data_kind=fact.kind,
        )

    def _fields(self, fact: Fact, gist: Gist) -> Markup:
        """All that is known of a fact; the script shows it beside the highlight too, under the fact's kind and gist."""
        rows = (element("div", element("dt", label), element("dd", value, dir="auto")) for label, value in self._labelled(fact))
        evidence = f"{self.labels.field('confidence')} {fact.confidence:.0%}"
        return element(
            "div",
            element("p", element("b", self.labels.kind(fact.kind)), class_="about"),
            element("p", gist.words, class_="about") if gist.words else None,
            element("dl", *rows),
            element("p", dotted(evidence, ", ".join(fact.extractors), fact.id), class_="evidence"),
            class_="fields",
        )

    def _labelled(self, fact: Fact) -> Iterator[tuple[str, str]]:
        return ((self.labels.field(name), self.labels.value(name, value)) for name, value in own_fields(fact))

    def _notes(self) -> Iterator[Markup]:
        for conflict in self.result.conflicts:
            number = self._numbers.get(conflict.winner)
            winner = element("a", conflict.winner, href=f"#{self._fact(number)}") if number else conflict.winner
            words = f"{self.labels.kind(conflict.fact.kind)}: {shorten(conflict.fact.text, 60)} – {self.labels.conflict} "
            yield element("li", words, winner, f" ({conflict.reason})")
        for failure in self.result.failures:
            yield element("li", f"{self.labels.failed}: {failure.plugin}, {failure.stage}: {failure.message}")
        if self.result.skipped:
            yield element("li", f"{self.labels.skipped}: {', '.join(self.result.skipped)}")

    def _fact(self, number: int) -> str:
        return f"{self._prefix}-f{number}"

    def _entity(self, number: int) -> str:
        return f"{self._prefix}-e{number}"


def _link(url: str) -> Markup:
    """A link to a web page; any other address is shown and leads nowhere."""
    if not url.lower().startswith(("https://", "http://")):
        return element("span", url)
    try:
        shown = urlsplit(url).hostname or url
    except ValueError:
        return element("span", url)
    return element("a", shown.removeprefix("www."), href=url, rel="noopener noreferrer", target="_blank")
