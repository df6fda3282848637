"""Results as a page for people: the article with its facts highlighted, and beside it who, what, how much.

The page is one file that asks the network for nothing; its policy lets only its own style and script run.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, singledispatch
from importlib.resources import files
from io import StringIO
from itertools import chain
from typing import IO
from urllib.parse import urlsplit

from attrs import frozen

from newsfacts.entities import Entity
from newsfacts.exporters.markup import Markup, element, start_tag
from newsfacts.exporters.weaving import Highlight, weave
from newsfacts.exporters.wording import NO_BREAK, Words, own_fields, shorten, words_for
from newsfacts.facts import Dateline, Fact, MoneyAmount, OfficialTitle, Quote
from newsfacts.result import Result

__all__ = ["to_html", "to_notebook", "write_html"]

# Hues of the style sheet: the shared classes have one each, other kinds take the rest in turn.
_SHARED: tuple[type[Fact], ...] = (Dateline, Quote, MoneyAmount, OfficialTitle)
_OTHER_HUES = 4
_RIGHT_TO_LEFT = frozenset(["ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"])
_END = Markup("</main>\n</body>\n</html>\n")


def write_html(results: Iterable[Result], stream: IO[str]) -> None:
    """Write one page, with the articles one after the other as they come."""
    hues = _Hues()
    number = 0
    for number, result in enumerate(results, 1):
        sheet = _Sheet(result, f"a{number}", hues)
        if number == 1:
            stream.write(_head(sheet.name, sheet.words))
        stream.write(sheet.article() + "\n")
    if not number:
        stream.write(_head("newsfacts", words_for(None)) + element("p", words_for(None).nothing, class_="report"))
    stream.write(_END)


def to_html(result: Result) -> str:
    """The page of one result."""
    stream = StringIO()
    write_html([result], stream)
    return stream.getvalue()


def to_notebook(result: Result) -> str:
    """The page in a frame, so that neither its styles nor its script reach the notebook."""
    return element(
        "iframe",
        srcdoc=to_html(result),
        sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox",
        title=_name(result),
        width="100%",
        height="640",
        style="border: 0",
    )


def _name(result: Result) -> str:
    article = result.article
    named = article.id or article.url or words_for(article.language).article
    return article.headline or named.rstrip("/").rpartition("/")[2] or named


@cache
def _asset(name: str) -> Markup:
    # Universal line ends: what the policy's hash is taken of is what the parser sees.
    return Markup(files("newsfacts.exporters").joinpath("report", name).read_text(encoding="utf-8"))


def _head(title: str, words: Words) -> Markup:
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        start_tag("meta", charset="utf-8"),
        start_tag("meta", http_equiv="Content-Security-Policy", content=policy),
        start_tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        start_tag("meta", name="color-scheme", content="light dark"),
        start_tag("link", rel="icon", href="data:,"),  # else browsers ask the page's host for one
        element("title", shorten(title)),
        element("style", style),
        element("script", script, type="module"),
    )
    parts = "<!DOCTYPE html>\n", start_tag("html", lang=words.language), head, "\n<body>\n<main>\n"
    return Markup("".join(parts))


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


class _Hues:
    """Gives every kind its hue, the same one in all articles of a page."""

    def __init__(self) -> None:
        self._others: dict[str, int] = {}

    def of(self, fact: Fact) -> str:
        """The class that the style sheet colours."""
        if type(fact) in _SHARED:
            return f"k{_SHARED.index(type(fact))}"
        number = self._others.setdefault(fact.kind, len(self._others))
        return f"k{len(_SHARED) + number % _OTHER_HUES}"


class _Sheet:
    """One article on the page.

    Facts and entities are named by their places in the result, since ids are anybody's strings: ``a1-f3``, ``a1-e2``.
    """

    def __init__(self, result: Result, prefix: str, hues: _Hues) -> None:
        self.result = result
        self.words = words_for(result.article.language)
        self.name = _name(result)
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
            element("aside", *self._panel(), aria_label=self.words.facts),
            class_="report",
            lang=self.words.language,
            # The panel stands where the lines end, whatever language its headings are in.
            dir=None if self.result.article.language is None else self._tongue["dir"],
        )

    def _header(self) -> Markup:
        article = self.result.article
        published = article.published and article.published.isoformat()
        origin = [
            element("span", article.source) if article.source else None,
            element("time", self.words.day(published), datetime=published) if published else None,
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
                element("span", self.words.kind(kind, many=True)),
                element("span", str(count), class_="count"),
                type="button",
                disabled=True,
                aria_pressed="true",
                data_kind=kind,
                class_=hues[kind],
            )
            for kind, count in kinds.items()
        )
        return element("div", *buttons, class_="filters", role="group", aria_label=self.words.filters) if kinds else None

    def _highlights(self) -> Iterator[Highlight]:
        for number, fact in enumerate(self.result.facts, 1):
            key = self._fact(number)
            lines = [self.words.kind(fact.kind), *(f"{label}: {value}" for label, value in self._labelled(fact))]
            attributes = {"class_": self._hues.of(fact), "data_fact": key, "data_kind": fact.kind, "title": "\n".join(lines)}
            yield Highlight(start=fact.start, end=fact.end, id=key, tag="mark", attributes=attributes)
        for place, entity in enumerate(self.result.entities, 1):
            key = self._entity(place)
            for number, mention in enumerate(entity.mentions, 1):
                yield Highlight(
                    start=mention.start, end=mention.end, id=f"{key}-{number}", tag="span", attributes={"data_entity": key}
                )

    def _panel(self) -> Iterator[Markup]:
        """Where and when, who with what hangs on each, and by their kinds the facts that hang on nobody."""
        on_entities = [[n for fact in e.facts if (n := self._numbers.get(fact.id))] for e in self.result.entities]
        hanging = set(chain.from_iterable(on_entities))
        loose: dict[str, list[int]] = defaultdict(list)
        for number, fact in enumerate(self.result.facts, 1):
            if number not in hanging:
                loose[fact.kind].append(number)
        attributed = {self.result.facts[number - 1].kind for number in hanging}
        sections = {kind: self._kind(kind, numbers, kind in attributed) for kind, numbers in loose.items()}
        if (dateline := self.result.dateline) and dateline.kind in sections:
            yield sections.pop(dateline.kind)
        yield from self._entities(on_entities)
        yield from sections.values()
        if not self.result.facts:
            yield element("p", self.words.nothing)
        if notes := [*self._notes()]:
            summary = element("summary", f"{self.words.notes} ({len(notes)})")
            yield element("details", summary, element("ul", *notes), class_="notes")

    def _kind(self, kind: str, numbers: Iterable[int], attributed: bool) -> Markup:
        rest = element("small", self.words.unnamed) if attributed else None
        heading = element("h2", self.words.kind(kind, many=True), " " if rest else None, rest)
        return element("section", heading, element("ul", *map(self._entry, numbers)), data_kind=kind)

    def _entities(self, facts: list[list[int]]) -> Iterator[Markup]:
        """Sections of persons, of organisations, and so on; a fact stands with the first entity that it refers to."""
        items: dict[str, list[Markup]] = {type_: [] for type_ in self.words.entities}
        shown: set[int] = set()
        for place, (entity, numbers) in enumerate(zip(self.result.entities, facts, strict=True), 1):
            new = [n for n in numbers if n not in shown]
            shown.update(new)
            new.sort(key=lambda n: isinstance(self.result.facts[n - 1], Quote))  # who somebody is before what he says
            items.setdefault(entity.type, []).append(self._entity_item(self._entity(place), entity, new))
        for type_, listed in items.items():
            if listed:
                heading = element("h2", self.words.entities.get(type_, type_))
                yield element("section", heading, element("ul", *listed), class_="entities")

    def _entity_item(self, key: str, entity: Entity, facts: list[int]) -> Markup:
        name = element("a", entity.name, href=f"#{key}-1", data_jump=key) if entity.mentions else element("b", entity.name)
        times = element("span", f"×{len(entity.mentions)}", class_="count") if len(entity.mentions) > 1 else None
        below = element("ul", *map(self._entry, facts)) if facts else None
        return element("li", element("p", name, " ", times, class_="name", dir="auto"), below)

    def _entry(self, number: int) -> Markup:
        fact = self.result.facts[number - 1]
        key = self._fact(number)
        gist = _gist(fact, self.words)
        return element(
            "li",
            element("a", gist.of(fact), href=f"#{key}", data_jump=key, lang=self.result.article.language, dir="auto"),
            element("span", gist.note, class_="note", dir="auto") if gist.note else None,
            element("details", element("summary", "…", aria_label=self.words.details), self._fields(fact, gist)),
            id=f"{key}-entry",
            class_=f"entry {self._hues.of(fact)}",
            data_kind=fact.kind,
        )

    def _fields(self, fact: Fact, gist: _Gist) -> Markup:
        """All that is known of a fact; the script shows it beside the highlight too, under the fact's kind and gist."""
        rows = (element("div", element("dt", label), element("dd", value, dir="auto")) for label, value in self._labelled(fact))
        evidence = f"{self.words.field('confidence')} {fact.confidence:.0%}"
        return element(
            "div",
            element("p", element("b", self.words.kind(fact.kind)), class_="about"),
            element("p", gist.words, class_="about") if gist.words else None,
            element("dl", *rows),
            element("p", _dotted(evidence, ", ".join(fact.extractors), fact.id), class_="evidence"),
            class_="fields",
        )

    def _labelled(self, fact: Fact) -> Iterator[tuple[str, str]]:
        return ((self.words.field(name), self.words.value(name, value)) for name, value in own_fields(fact))

    def _notes(self) -> Iterator[Markup]:
        for conflict in self.result.conflicts:
            number = self._numbers.get(conflict.winner)
            winner = element("a", conflict.winner, href=f"#{self._fact(number)}") if number else conflict.winner
            words = f"{self.words.kind(conflict.fact.kind)}: {shorten(conflict.fact.text, 60)} – {self.words.conflict} "
            yield element("li", words, winner, f" ({conflict.reason})")
        for failure in self.result.failures:
            yield element("li", f"{self.words.failed}: {failure.plugin}, {failure.stage}: {failure.message}")
        if self.result.skipped:
            yield element("li", f"{self.words.skipped}: {', '.join(self.result.skipped)}")

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


@frozen(kw_only=True)
class _Gist:
    """What a fact says, in few words: the given ones, or else its own.

    Attributes:
        words: What it says; empty when its own words say it best.
        note: A remark.
        quoted: Whether its own words stand in quotation marks.
    """

    words: str = ""
    note: str = ""
    quoted: bool = False

    def of(self, fact: Fact) -> str:
        """The words to be shown."""
        words = self.words or shorten(fact.text)
        return element("q", words) if self.quoted else words


@singledispatch
def _gist(fact: Fact, words: Words) -> _Gist:
    return _Gist(note=", ".join(f"{words.field(name)}: {words.value(name, value)}" for name, value in own_fields(fact)))


@_gist.register
def _(fact: Dateline, words: Words) -> _Gist:
    parts = (", ".join(fact.places), words.value("date", fact.date or ""), fact.agency)
    known = [part for part in parts if part]
    return _Gist(words="".join(known[:1]), note=_dotted(*known[1:]))


@_gist.register
def _(fact: Quote, _words: Words) -> _Gist:
    unknown = fact.speaker is not None and fact.speaker.entity is None  # others stand with the entity that they are
    return _Gist(note=fact.speaker.name if fact.speaker and unknown else "", quoted=fact.style != "indirect")


@_gist.register
def _(fact: MoneyAmount, words: Words) -> _Gist:
    numbers = "–".join(words.value("amount", n) for n in (fact.amount, fact.minimum, fact.maximum) if n is not None)
    parts = (words.value("qualifier", fact.qualifier or ""), numbers, fact.currency)
    return _Gist(words=NO_BREAK.join(part for part in parts if part), note=shorten(fact.text))


@_gist.register
def _(fact: OfficialTitle, words: Words) -> _Gist:
    status = words.value("status", fact.status) if fact.status != "current" else None
    return _Gist(words=fact.position, note=_dotted(status, fact.organization, fact.place))


def _dotted(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
