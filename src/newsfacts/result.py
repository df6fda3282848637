"""What newsfacts returns for an article: one consolidated record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from attrs import frozen

from newsfacts.article import Article
from newsfacts.consolidation import Conflict
from newsfacts.entities import Entity
from newsfacts.errors import Failure, ReadError
from newsfacts.facts import Dateline, Fact, MoneyAmount, OfficialTitle, Quote

__all__ = ["Result", "from_json", "unread"]

F = TypeVar("F", bound=Fact)


@frozen(kw_only=True)
class Result:
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

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """The facts of one class, in text order."""
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

    def to_dict(self) -> dict[str, Any]:
        """The result as plain values, in the form of the contract ``newsfacts/1``."""
        from newsfacts.exporters.json import to_dict

        return to_dict(self)

    def to_json(self, indent: int | None = None) -> str:
        """The result as a JSON object, in the form of the contract ``newsfacts/1``."""
        from newsfacts.exporters.json import to_json

        return to_json(self, indent)

    def to_html(self) -> str:
        """The article as a page with its facts highlighted and listed; one file that needs no network."""
        from newsfacts.exporters.html import to_html

        return to_html(self)

    def _repr_html_(self) -> str:
        """The page in a frame, which notebooks show."""
        from newsfacts.exporters.html import to_notebook

        return to_notebook(self)

    def to_jsonld(self) -> dict[str, Any]:
        """The result as a schema.org JSON-LD document."""
        from newsfacts.exporters.jsonld import to_jsonld

        return to_jsonld(self)


def unread(error: ReadError) -> Result:
    """The result in the place of an article that could not be read."""
    return Result(article=Article(text="", id=error.source), failures=(Failure.of("read", "newsfacts", error),))


def from_json(text: str | bytes, *, kinds: Iterable[type[Fact]] = ()) -> Result:
    """Load a result from the JSON object that `Result.to_json` gives, or from a line of JSON Lines.

    Args:
        text: One object in the form of the contract ``newsfacts/1``; keys that it does not name are ignored.
        kinds: Classes of facts beside the shared ones and those that installed plugins yield.

    Returns:
        A result that is equal to the one that was written. The errors of its failures are gone, their messages stay.

    Raises:
        ReadError: It is no such object, it holds facts of a kind that nobody here knows, or a span is not the text's.

    >>> import newsfacts
    >>> result = newsfacts.extract("Завод купили за два миллиарда рублей.")
    >>> newsfacts.from_json(result.to_json()) == result
    True
    """
    import json

    from newsfacts.exporters.json import from_dict

    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError("result", f"is no JSON: {error}") from error
    return from_dict(plain, kinds=kinds)
