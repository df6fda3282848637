"""A list of articles: of each what it is called, where it is from, and what it says."""

from __future__ import annotations

from collections import Counter

from newsfacts.exporters.report.markup import Markup, element
from newsfacts.exporters.report.sheet import origin_of
from newsfacts.exporters.report.subject import Subject

__all__ = ["item_of"]

# So many persons stand in an article's line.
_PERSONS = 5


def item_of(subject: Subject, address: str) -> Markup:
    """An article's line in the list, which leads to an address."""
    result, labels = subject.result, subject.labels
    counts = Counter(fact.kind for fact in result.facts)
    classes = {fact.kind: type(fact) for fact in result.facts}
    chips = [
        element("li", subject.wording(cls).kind(kind, many=True), " ", element("span", str(counts[kind]), class_="count"),
                class_=subject.hue(cls))
        for kind, cls in classes.items()
    ]  # fmt: skip
    people = [person.name for person in result.people]
    names = ", ".join(people[:_PERSONS]) + (" …" if len(people) > _PERSONS else "")
    failed = f"{labels.failed}: {', '.join(dict.fromkeys(failure.plugin for failure in result.failures))}"
    return element(
        "li",
        origin_of(subject),
        element("h2", element("a", subject.name, href=address, **subject.tongue)),
        element("p", names, class_="people", **subject.tongue) if names else None,
        element("ul", *chips, class_="chips") if chips else element("p", labels.nothing, class_="note", dir="auto"),
        element("p", failed, class_="note", dir="auto") if result.failures else None,
        lang=labels.language,
        dir=subject.tongue["dir"],
    )
