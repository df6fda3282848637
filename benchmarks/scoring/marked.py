"""What people marked in an article: the values under ``gold`` in a corpus, as docs/corpora.md describes them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from attrs import frozen

from scoring.spans import Span

__all__ = ["Attribution", "Dateline", "Gold", "Money", "Nominative", "Occupation", "Place", "Quote"]


@frozen(kw_only=True)
class Place:
    """A stretch of the text, half-open, in code points."""

    start: int
    end: int

    @property
    def span(self) -> Span:
        """Both ends."""
        return self.start, self.end


@frozen(kw_only=True)
class Money(Place):
    """A sum of money: ``amount``, or for a range ``min`` and ``max``. How exact it is (``approx``) is not scored."""

    amount: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    currency: str | None = None
    approx: str | None = None


@frozen(kw_only=True)
class Quote(Place):
    """Attributed words. ``source_type`` decides how a speaker's name is compared; ``cue`` is not scored."""

    kind: Literal["direct", "partial", "indirect"]
    speaker: Place | None = None
    speaker_name: str | None = None
    source_type: Literal["person", "organization", "document", "unknown"] | None = None
    cue: Place | None = None


@frozen(kw_only=True)
class Occupation:
    """Who holds which position where, each in all the ways that would be right. ``phase`` is not scored."""

    who: tuple[str, ...]
    position: tuple[str, ...]
    where: tuple[str, ...] = ()
    phase: tuple[str, ...] = ()


@frozen(kw_only=True)
class Attribution:
    """An attribution as PolNeAR marks it, each part in one piece or several."""

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()


@frozen(kw_only=True)
class Nominative(Place):
    """A person's name as it stands in the text, and in the nominative."""

    nominative: str


@frozen(kw_only=True)
class Dateline:
    """Where, when and by which agency the article was filed."""

    places: tuple[str, ...]
    date: str | None = None
    agency: str | None = None


@frozen(kw_only=True)
class Gold:
    """What people found in an article; None for what they did not look for.

    Attributes:
        persons: Names of persons, names within names too.
        organizations: Names of organisations; for training.
        professions: Words for what somebody is, phrases within phrases too; for training.
        works_as: Pairs of a person's name and a profession of theirs.
        money: Sums with their values.
        money_spans: Sums whose values nobody wrote down.
        quotes: Quotes of all kinds.
        occupations: Offices and professions as facts of the article, without places in the text.
        attributions: Attributions.
        nominatives: Persons' names with their nominatives.
        dateline: The dateline, empty where the article has none.
    """

    persons: tuple[Span, ...] | None = None
    organizations: tuple[Span, ...] | None = None
    professions: tuple[Span, ...] | None = None
    works_as: tuple[tuple[Span, Span], ...] | None = None
    money: tuple[Money, ...] | None = None
    money_spans: tuple[Span, ...] | None = None
    quotes: tuple[Quote, ...] | None = None
    occupations: tuple[Occupation, ...] | None = None
    attributions: tuple[Attribution, ...] | None = None
    nominatives: tuple[Nominative, ...] | None = None
    dateline: tuple[Dateline, ...] | None = None
