"""What newsfacts knows of an article at the end: its consolidated record, as values."""

from __future__ import annotations

from typing import TypeVar, overload

from attrs import field, frozen

from newsfacts.article import Article
from newsfacts.checks import instance_of
from newsfacts.entities import Entity
from newsfacts.errors import Failure
from newsfacts.facts import Dateline, Fact, MoneyAmount, OfficialTitle, Quote

__all__ = ["Conflict", "Record"]

F = TypeVar("F", bound=Fact)


@frozen(kw_only=True)
class Conflict:
    """A fact that lost to another one of its kind.

    Attributes:
        fact: The loser.
        winner: The winner's id.
        reason: Which rule decided.
    """

    fact: Fact = field(validator=instance_of(Fact))
    winner: str = field(validator=instance_of(str))
    reason: str = field(validator=instance_of(str))


@frozen(kw_only=True)
class Record:
    """The facts of one article.

    Attributes:
        article: The article, its language filled in.
        facts: All facts, in text order.
        entities: Every person that is named, and every organisation that a fact refers to.
        conflicts: Facts that lost to another one of their kind.
        failures: What went wrong: plugins that raised, or why the article could not be read; the other facts stand.
        skipped: Names of extractors that do not serve the article's language, where nobody else finds their kinds in it.
    """

    article: Article
    facts: tuple[Fact, ...] = ()
    entities: tuple[Entity, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()

    @overload
    def of(self, kind: type[F]) -> tuple[F, ...]: ...
    @overload
    def of(self, kind: str) -> tuple[Fact, ...]: ...
    def of(self, kind: type[Fact] | str) -> tuple[Fact, ...]:
        """The facts of one class, or of one kind by its name, in text order."""
        if isinstance(kind, str):
            return tuple(fact for fact in self.facts if fact.kind == kind)
        return tuple(fact for fact in self.facts if isinstance(fact, kind))

    @property
    def dateline(self) -> Dateline | None:
        """The article's dateline, or None."""
        return next(iter(self.of(Dateline)), None)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes, in text order."""
        return self.of(Quote)

    @property
    def money(self) -> tuple[MoneyAmount, ...]:
        """The sums of money, in text order."""
        return self.of(MoneyAmount)

    @property
    def titles(self) -> tuple[OfficialTitle, ...]:
        """The titles, in text order."""
        return self.of(OfficialTitle)

    @property
    def people(self) -> tuple[Entity, ...]:
        """The persons, in the order of their first mentions, each with titles and quotes."""
        return tuple(e for e in self.entities if e.type == "person")
