"""What a fact says, in few words: a line of the report's panel."""

from __future__ import annotations

from functools import singledispatch

from attrs import frozen

from newsfacts.exporters.report.labels import Labels, dotted, shorten
from newsfacts.exporters.report.markup import element
from newsfacts.exporters.report.sums import NO_BREAK
from newsfacts.facts import Dateline, Fact, MoneyAmount, OfficialTitle, Quote, own_fields

__all__ = ["Gist", "gist_of"]


@frozen(kw_only=True)
class Gist:
    """What a fact says, in few words: the given ones, or else its own.

    Attributes:
        words: What it says; empty when its own words say it best.
        note: A remark.
        quoted: Whether its own words stand in quotation marks.
        group: Facts of a kind that have the same one stand together, and those that say the same as one; None: by itself.
    """

    words: str = ""
    note: str = ""
    quoted: bool = False
    group: str | None = None

    def of(self, fact: Fact) -> str:
        """The words to be shown."""
        words = self.words or shorten(fact.text)
        return element("q", words) if self.quoted else words


@singledispatch
def gist_of(fact: Fact, labels: Labels) -> Gist:
    """What a fact says; of a kind that nobody has words for here, its fields."""
    return Gist(note=", ".join(f"{labels.field(name)}: {labels.value(name, value)}" for name, value in own_fields(fact)))


@gist_of.register
def _(fact: Dateline, labels: Labels) -> Gist:
    parts = (", ".join(fact.places), labels.value("date", fact.date or ""), ", ".join(fact.agencies))
    known = [part for part in parts if part]
    return Gist(words="".join(known[:1]), note=dotted(*known[1:]))


@gist_of.register
def _(fact: Quote, _labels: Labels) -> Gist:
    unknown = fact.speaker is not None and fact.speaker.entity is None  # others stand with the entity that they are
    return Gist(note=fact.speaker.name if fact.speaker and unknown else "", quoted=fact.style != "indirect")


@gist_of.register
def _(fact: MoneyAmount, labels: Labels) -> Gist:
    numbers = [number for number in (fact.amount, fact.minimum, fact.maximum) if number is not None]
    parts = (labels.value("qualifier", fact.qualifier or ""), labels.sums.sum(numbers, fact.currency))
    words, own = NO_BREAK.join(filter(None, parts)), shorten(fact.text)
    return Gist(words=words, note="" if words == own else own, group=fact.currency or "")


@gist_of.register
def _(fact: OfficialTitle, labels: Labels) -> Gist:
    status = labels.value("status", fact.status) if fact.status != "current" else None
    return Gist(words=fact.position, note=dotted(status, fact.organization, fact.place))
