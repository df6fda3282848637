"""What newsfacts returns for an article: a record that can write itself, and the way back from JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, overload

from attrs import field, frozen

from newsfacts.article import Article
from newsfacts.checks import check_is
from newsfacts.entities import Entity, named
from newsfacts.errors import Failure, ReadError
from newsfacts.exporters.listing import Listing
from newsfacts.facts import SHARED_KINDS, Fact
from newsfacts.language import NoMorphology
from newsfacts.plugins import installed_plugins
from newsfacts.record import Record
from newsfacts.suggestions import suggestion

__all__ = ["Result", "from_json", "unread"]

F = TypeVar("F", bound=Fact)


def _facts(values: Iterable[Fact]) -> Listing[Fact]:
    return Listing(values)


def _entities(values: Iterable[Entity]) -> Listing[Entity]:
    return Listing(values)


@frozen(kw_only=True, repr=False)
class Result(Record):
    """The facts of one article, which can be searched and written in several formats; what it holds is described at `Record`.

    >>> import newsfacts
    >>> result = newsfacts.extract("Завод купили за два миллиарда рублей, сообщила директор завода Анна Ким.")
    >>> print(result)
    Завод купили за два миллиарда ру … да Анна Ким. · ru
      quote  Завод купили за два миллиарда рублей · style: indirect, speaker: Анна Ким, cue: сообщила
      money  два миллиарда рублей · amount: 2 000 000 000, currency: RUB
      title  директор завода · position: директор, organization: завод, status: current, person: Анна Ким
      people: Анна Ким (директор завод, quotes 1)
    >>> [money.text for money in result.of("money")]
    ['два миллиарда рублей']
    >>> result.person("Ким").quotes[0].text
    'Завод купили за два миллиарда рублей'
    """

    facts: Listing[Fact] = field(default=(), converter=_facts)
    entities: Listing[Entity] = field(default=(), converter=_entities)

    @overload
    def of(self, kind: type[F]) -> Listing[F]: ...
    @overload
    def of(self, kind: str) -> Listing[Fact]: ...
    def of(self, kind: type[Fact] | str) -> Listing[Fact]:
        """The facts of one class, or of one kind by its name, in text order.

        Raises:
            ValueError: There is no kind of this name.
            TypeError: It is neither a class of facts nor a name.
        """
        if not (isinstance(kind, str) or (isinstance(kind, type) and issubclass(kind, Fact))):
            raise TypeError(f"a kind is a class of facts or its name, not {kind!r:.40}")
        found = Listing(super().of(kind))
        if not found and isinstance(kind, str) and kind not in (known := _kinds()):
            raise ValueError(f"there are no facts of a kind {kind!r}{suggestion(kind, known)}")
        return found

    @property
    def people(self) -> Listing[Entity]:
        """The persons, in the order of their first mentions, each with titles and quotes."""
        return Listing(super().people)

    def entity(self, id: str) -> Entity:  # noqa: A002 - the field's name
        """The entity that has an id, as a mention's ``entity`` gives it.

        Raises:
            LookupError: There is none.
        """
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise LookupError(f"the article has no entity {id!r}{suggestion(str(id), (entity.id for entity in self.entities))}")

    def person(self, name: str) -> Entity | None:
        """The person of a name: a surname, a whole name or a part of it, in any form of its words; None when nobody has it.

        Raises:
            LookupError: Several have it.
            TypeError: The name is no string.
        """
        if not isinstance(name, str):
            problem = f"a name is a string, not {name!r:.40}; entity(mention.entity) gives the person of a mention"
            raise TypeError(problem)
        language = installed_plugins().languages.get(self.article.language or "")
        found = named(name, self.people, language.morphology if language else NoMorphology())
        if len(found) > 1:
            raise LookupError(f"several persons are named {name!r}: {', '.join(person.name for person in found)}")
        return found[0] if found else None

    def __str__(self) -> str:
        """The article, its first facts and its people, in ten lines at most."""
        from newsfacts.exporters.summary import summary

        return summary(self)

    def __repr__(self) -> str:
        """One line that counts what there is."""
        from newsfacts.exporters.summary import described

        return described(self)

    def to_dict(self) -> dict[str, Any]:
        """The result as plain values, in the form of the contract ``newsfacts/1``."""
        from newsfacts.contract import to_dict

        return to_dict(self)

    def to_json(self, indent: int | None = None) -> str:
        """The result as a JSON object, in the form of the contract ``newsfacts/1``."""
        from newsfacts.exporters.json import to_json

        return to_json(self, indent)

    def to_html(self) -> str:
        """The article as a page with its facts highlighted and listed; one file that needs no network."""
        from newsfacts.exporters.report.page import to_html

        return to_html(self)

    def _repr_html_(self) -> str:
        """The page in a frame, which notebooks show."""
        from newsfacts.exporters.report.page import to_notebook

        return to_notebook(self)

    def to_jsonld(self) -> dict[str, Any]:
        """The result as a schema.org JSON-LD document."""
        from newsfacts.exporters.jsonld import to_jsonld

        return to_jsonld(self)


def _kinds() -> set[str]:
    """The kinds that a result may hold: of any class that is loaded, and of those that installed plugins yield."""
    classes: list[type[Fact]] = [Fact]
    for cls in classes:
        classes += cls.__subclasses__()
    return {cls.kind for cls in classes if isinstance(cls.kind, str) and cls.kind} | installed_plugins().kinds.keys()


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
        TypeError: It is neither a string nor bytes.

    >>> import newsfacts
    >>> result = newsfacts.extract("Завод купили за два миллиарда рублей.")
    >>> newsfacts.from_json(result.to_json()) == result
    True
    """
    import json

    from newsfacts.contract import from_dict

    check_is(text, (str, bytes), "the JSON of a result", "json.dumps makes a string of plain values")
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError("result", f"is no JSON: {error}") from error
    known = {**SHARED_KINDS, **{cls.kind: cls for cls in kinds}}

    def class_of(kind: str) -> type[Fact] | None:
        return known.get(kind) or installed_plugins().kinds.get(kind)  # loaded only for a kind that is not known without them

    return from_dict(plain, class_of, Result)
