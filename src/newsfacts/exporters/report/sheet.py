"""One article of the report: its head, its text with what is marked, and the panel of its facts."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlsplit

from newsfacts.exporters.report.highlights import weave
from newsfacts.exporters.report.labels import shorten
from newsfacts.exporters.report.marks import marks_of
from newsfacts.exporters.report.markup import Markup, element, start_tag
from newsfacts.exporters.report.panel import Panel
from newsfacts.exporters.report.subject import Subject

__all__ = ["origin_of", "sheet_of"]


def sheet_of(subject: Subject) -> Markup:
    """The whole article with its panel."""
    article = subject.result.article
    return element(
        "article",
        _header(subject),
        _bar(subject) if subject.result.facts else None,
        element(
            "div",
            element("div", weave(article.text, marks_of(subject)), class_="text", **subject.tongue),
            element("aside", *Panel(subject).sections(), aria_label=f"{subject.labels.facts}: {shorten(subject.name)}"),
            class_="spread",
        ),
        id=subject.prefix,
        class_="report",
        lang=subject.labels.language,
        # The panel is where the lines end, whatever language its headings are in.
        dir=subject.tongue["dir"],
    )


def origin_of(subject: Subject) -> Markup:
    """Where an article is from: its source, its day, its address."""
    article = subject.result.article
    published = article.published and article.published.isoformat()
    parts = [
        element("span", article.source, dir="auto") if article.source else None,
        element("time", subject.labels.day(published), datetime=published, dir="auto") if published else None,
        _link(article.url) if article.url else None,
    ]
    return element("p", Markup(" · ".join(filter(None, parts))), class_="origin")


def _header(subject: Subject) -> Markup:
    article = subject.result.article
    return element(
        "header",
        origin_of(subject),
        element("h1", subject.name, class_=None if article.headline else "unnamed", **subject.tongue),
        element("p", ", ".join(article.authors), class_="byline", **subject.tongue) if article.authors else None,
    )


def _bar(subject: Subject) -> Markup:
    """The filters, and the help for the keys. The script brings both to life; without it the filters are the legend."""
    labels = subject.labels
    counts = Counter(fact.kind for fact in subject.result.facts)
    classes = {fact.kind: type(fact) for fact in subject.result.facts}
    buttons = (
        element(
            "button",
            element("span", subject.wording(cls).kind(kind, many=True)),
            " ",
            element("span", str(counts[kind]), class_="count"),
            type="button",
            disabled=True,
            aria_pressed="true",
            data_kind=kind,
            class_=subject.hue(cls),
        )
        for kind, cls in classes.items()
    )
    keys = (element("div", element("dt", keys), element("dd", effect)) for keys, effect in labels.help)
    switch = element("label", start_tag("input", type="checkbox", checked=True), " ", labels.letters)
    help_ = element("div", element("dl", *keys), switch, class_="help")
    return element(
        "div",
        element("div", *buttons, class_="filters", role="group", aria_label=labels.filters),
        element("details", element("summary", labels.keys), help_, class_="keys", hidden=True),
        class_="bar",
    )


def _link(url: str) -> Markup:
    """A link to a web page; any other address is shown and leads nowhere."""
    if not url.lower().startswith(("https://", "http://")):
        return element("span", url, dir="auto")
    try:
        shown = urlsplit(url).hostname or url
    except ValueError:
        return element("span", url, dir="auto")
    return element("a", shown.removeprefix("www."), href=url, rel="noopener noreferrer", target="_blank", dir="auto")
