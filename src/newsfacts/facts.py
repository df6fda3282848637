"""The facts: values with a span of the text, frozen, comparable, independent of who found them.

The shared kinds live here so that two extractors, ours and a stranger's, can find *equal* facts. A kind of its own
is a frozen subclass of `Fact` in the plugin's package.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, ClassVar, Literal, TypeVar, get_args

import attrs
from attrs import AttrsInstance, Factory, field, frozen
from attrs.validators import deep_iterable, ge, le, optional

from newsfacts.checks import check_several, in_, instance_of
from newsfacts.display import Display

__all__ = [
    "Dateline",
    "Fact",
    "Gender",
    "Link",
    "Mention",
    "MentionType",
    "MoneyAmount",
    "OfficialTitle",
    "Qualifier",
    "Quote",
    "QuoteStyle",
    "Span",
    "TitleStatus",
    "names_of",
    "own_fields",
    "replaced",
]

MentionType = Literal["person", "organization", "place", "document", "unknown"]
"""What words may name or mean."""
Gender = Literal["masculine", "feminine"]
"""A person's grammatical gender."""
Qualifier = Literal["about", "at_least", "more_than", "at_most", "less_than"]
"""What the words around a sum say about its precision."""
QuoteStyle = Literal["direct", "partial", "indirect"]
"""How words are given: see `Quote.style`."""
TitleStatus = Literal["current", "former", "acting", "future"]
"""Whether a position is held now."""
V = TypeVar("V", bound=AttrsInstance)


def _tuple(values: Iterable[str]) -> tuple[str, ...]:
    check_several(values, "places or agencies", "it has several names, such as ('Minsk',)")
    return tuple(values)


@frozen(kw_only=True)
class Span:
    """A stretch of the article's text, half-open, in code points.

    Attributes:
        start: Index of its first character.
        end: Index after its last character.
        text: The characters between.
    """

    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies within this one, or equals it."""
        return self.start <= other.start and other.end <= self.end


@frozen(kw_only=True)
class Mention(Span):
    """Words that name somebody or something, or mean them without a name.

    Attributes:
        type: What is named.
        name: Its fullest nominative name; for words that mean somebody without a name («собеседник агентства»,
            "the agency's source") those words in the nominative.
        gender: Grammatical gender of a person, where the words show it.
        entity: Id of the entity that it was joined to, None before consolidation or when it names nobody.
    """

    type: MentionType = field(validator=in_(get_args(MentionType)))
    name: str
    gender: Gender | None = None
    entity: str | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Fact(Span):
    """Something that the article says, with the words that say it.

    Subclass it for a kind of your own: set `kind`, and `display` if you like, add frozen keyword-only fields, decorate
    with ``@attrs.frozen(kw_only=True)``. Values must be hashable; mentions of people belong in `Mention` fields, so that
    consolidation joins them to the article's entities.

    Attributes:
        kind: The kind's name in the output.
        display: How people are shown facts of the kind.
        confidence: 0 to 1, the extractor's own estimate.
        extractors: Names of all extractors that found it; the core stamps them.
        id: Its name within one result; the core gives it.
    """

    kind: ClassVar[str] = ""
    display: ClassVar[Display] = Display()

    confidence: float = field(default=1.0, validator=(instance_of((int, float)), ge(0), le(1)), eq=False)
    extractors: tuple[str, ...] = field(default=(), eq=False)
    id: str = field(default="", eq=False)

    def identity(self) -> Hashable:
        """What makes two findings one fact: by default every field but evidence and id."""
        return (self.kind, *[getattr(self, name) for name in _names_that_identify(type(self))])

    def conflicts(self, other: Fact) -> bool:
        """Whether the two cannot both be true. Asked only of different facts of one kind; symmetric."""
        return self.overlaps(other)

    def mentions(self) -> Iterator[tuple[str, Mention]]:
        """The names and values of the fields that hold a mention.

        Called as ``Fact.mentions(fact)`` of any kind, since a kind may have a field that is called so itself.
        """
        for name in names_of(type(self)):
            value = getattr(self, name)
            if isinstance(value, Mention):
                yield name, value


_NAMES: dict[type, tuple[str, ...]] = {}
_NAMES_THAT_IDENTIFY: dict[type, tuple[str, ...]] = {}


def names_of(cls: type[AttrsInstance]) -> tuple[str, ...]:
    """The names of a class's fields, asked of attrs once."""
    if cls not in _NAMES:
        _NAMES[cls] = tuple(attribute.name for attribute in attrs.fields(cls))
    return _NAMES[cls]


def _names_that_identify(cls: type[AttrsInstance]) -> tuple[str, ...]:
    """The names of those fields by which facts are compared."""
    if cls not in _NAMES_THAT_IDENTIFY:
        _NAMES_THAT_IDENTIFY[cls] = tuple(attribute.name for attribute in attrs.fields(cls) if attribute.eq)
    return _NAMES_THAT_IDENTIFY[cls]


def replaced(value: V, **changes: Any) -> V:
    """A copy of a fact, a mention or an entity with other values in some fields.

    Five times as fast as `attrs.evolve`, as no validator and no converter runs: for values that are valid already.
    """
    copy = object.__new__(type(value))
    for name in names_of(type(value)):
        object.__setattr__(copy, name, changes[name] if name in changes else getattr(value, name))
    return copy


FIELDS_OF_ALL = frozenset(names_of(Fact))
"""The names of the fields that facts of all kinds have."""


def own_fields(fact: Fact) -> Iterator[tuple[str, Any]]:
    """The names and values of the fields that the fact's kind adds, without those that say nothing, or nothing new."""
    before = None
    for name in names_of(type(fact)):
        value = getattr(fact, name)
        if name not in FIELDS_OF_ALL and value is not None and value not in ((), (before,)):
            yield name, value
        before = value


@frozen(kw_only=True)
class Link:
    """Says whom a mention field of a fact means.

    Attributes:
        fact: The fact's id.
        field: The name of the field.
        mention: What it shall hold: a mention with the name of the entity that is meant.
    """

    fact: str
    field: str
    mention: Mention


@frozen(kw_only=True)
class Dateline(Fact):
    """Where, when and by which agency the article was filed.

    Attributes:
        places: Nominative names as readers write them, in the order of the text.
        date: ISO 8601, ``--09-29`` when no year can be known, None when none is given.
        agency: The agency's usual short form, of joint agencies the first one's, or None.
        agencies: The agencies, in the order of the text: the one above and those that filed the article with it.
    """

    kind: ClassVar[str] = "dateline"

    places: tuple[str, ...] = field(default=(), converter=_tuple, validator=deep_iterable(instance_of(str)))
    date: str | None = field(default=None, validator=optional(instance_of(str)))
    agency: str | None = field(default=None, validator=optional(instance_of(str)))
    agencies: tuple[str, ...] = field(
        default=Factory(lambda self: () if self.agency is None else (self.agency,), takes_self=True),
        converter=_tuple,
        validator=deep_iterable(instance_of(str)),
    )


@frozen(kw_only=True)
class Quote(Fact):
    """Words or thoughts that the article attributes to somebody.

    Attributes:
        style: ``direct`` for full clauses in quotation marks or a verbatim block, ``partial`` for a quoted fragment,
            ``indirect`` for reported speech.
        speaker: Who said it; None when nobody is named.
        cue: The words that attribute it («заявил», «по словам»).
    """

    kind: ClassVar[str] = "quote"

    style: QuoteStyle = field(validator=in_(get_args(QuoteStyle)))
    speaker: Mention | None = field(default=None, validator=optional(instance_of(Mention)))
    cue: Span | None = field(default=None, validator=optional(instance_of(Span)))

    def conflicts(self, other: Fact) -> bool:
        """Quotes may nest (a partial quote within reported speech), but neither cross nor share one span."""
        if not self.overlaps(other):
            return False
        return (self.start, self.end) == (other.start, other.end) or not (self.contains(other) or other.contains(self))


@frozen(kw_only=True)
class MoneyAmount(Fact):
    """A sum of money.

    Attributes:
        amount: The exact sum in units of the currency; None for a range.
        minimum: The lower end of a range.
        maximum: The upper end of a range.
        currency: ISO 4217 code, or a crypto-currency's ticker; None when the text does not decide it.
        qualifier: What the words around say about the precision.
    """

    kind: ClassVar[str] = "money"

    amount: Decimal | None = field(default=None, validator=optional(instance_of(Decimal)))
    minimum: Decimal | None = field(default=None, validator=optional(instance_of(Decimal)))
    maximum: Decimal | None = field(default=None, validator=optional(instance_of(Decimal)))
    currency: str | None = field(default=None, validator=optional(instance_of(str)))
    qualifier: Qualifier | None = field(default=None, validator=optional(in_(get_args(Qualifier))))


@frozen(kw_only=True)
class OfficialTitle(Fact):
    """A position that a person holds, held or will hold.

    Attributes:
        position: Nominative, without organisation and place.
        organization: Nominative name of the body, or None.
        place: Nominative name of the jurisdiction, or None.
        status: Whether the article says that the position is held now.
        person: Who holds it; None only when the text names nobody.
    """

    kind: ClassVar[str] = "title"

    position: str = field(validator=instance_of(str))
    organization: str | None = field(default=None, validator=optional(instance_of(str)))
    place: str | None = field(default=None, validator=optional(instance_of(str)))
    status: TitleStatus = field(default="current", validator=in_(get_args(TitleStatus)))
    person: Mention | None = field(default=None, validator=optional(instance_of(Mention)))

    def conflicts(self, other: Fact) -> bool:
        """One person's titles may not overlap; two people may share one («министры Иванов и Петров»)."""
        if not isinstance(other, OfficialTitle) or not self.overlaps(other):
            return False
        if self.person is None or other.person is None:
            return True
        return self.person.overlaps(other.person)


SHARED_KINDS: Mapping[str, type[Fact]] = {cls.kind: cls for cls in (Dateline, MoneyAmount, OfficialTitle, Quote)}
"""The kinds that extractors of every plugin may yield, each with its class."""
