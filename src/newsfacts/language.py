"""What the core and the plugins know of a language: its data, and its morphology behind one small interface."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeVar

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of

from newsfacts.language_tags import language_code

__all__ = ["Language", "Morphology", "Reading", "fold", "shared"]

T = TypeVar("T")

_SETS: dict[frozenset[Any], frozenset[Any]] = {}


def fold(word: str) -> str:
    """The word in the form in which newsfacts compares words: case-folded, ё written as е.

    >>> fold("Фёдоров")
    'федоров'
    """
    return word.casefold().replace("ё", "е")


def shared(values: Iterable[T]) -> frozenset[T]:
    """The one frozenset of some values.

    What is known of thousands of words comes in a few hundred combinations of grammemes; each is kept once.

    >>> shared(("gent", "accs")) is shared(["accs", "gent"])
    True
    """
    made = frozenset(values)
    return _SETS.setdefault(made, made)


class Reading(NamedTuple):
    """One way to read a word form. A tuple, not attrs: a document has hundreds.

    Attributes:
        word: The form that was read, in lower case.
        lemma: Its dictionary form, in lower case.
        pos: Part of speech, as OpenCorpora names it (NOUN, ADJF, VERB, …); an empty string when unknown.
        case: nomn, gent, datv, accs, ablt, loct or None.
        number: sing, plur or None.
        gender: masc, femn, neut or None; None too for words of common gender, whose tags hold ms-f.
        tags: All grammemes, the above among them, in OpenCorpora's names (https://opencorpora.org/dict.php?act=gram).
        score: Estimated probability among the word's readings.
        known: Whether the dictionary has the word form; the readings of others are guessed by their endings.
        source: What the morphology needs to inflect it.
    """

    word: str
    lemma: str
    pos: str
    case: str | None
    number: str | None
    gender: str | None
    tags: frozenset[str]
    score: float
    known: bool = False
    source: Any = None


class Morphology(Protocol):
    """How words of one language change their form."""

    def readings(self, word: str, /) -> tuple[Reading, ...]:
        """All readings of a word form, the likeliest first; never raises, unknown words are guessed."""
        ...

    def inflect(self, reading: Reading, *grammemes: str) -> str | None:
        """The reading's word in another form, in lower case, or None where it has none."""
        ...

    def __hash__(self) -> int:
        """What is made with a morphology is kept with it; identity, as objects have it, will do."""
        ...


class NoMorphology:
    """The morphology of a language that has none here: every word is its own only form."""

    def readings(self, word: str, /) -> tuple[Reading, ...]:
        """One reading, the word itself."""
        low = word.casefold()
        return (Reading(low, low, "", None, None, None, frozenset(), 1.0),)

    def inflect(self, reading: Reading, *_grammemes: str) -> str | None:
        """The word as it is."""
        return reading.word


def _code(tag: str) -> str:
    code = language_code(tag) if isinstance(tag, str) else None
    if code is None:
        raise ValueError(f"{tag!r} is no code of a language; give one such as 'cs'")
    return code


def _words(values: Iterable[str]) -> frozenset[str]:
    return frozenset(values)


def _read_only(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(values))


@frozen(kw_only=True)
class Language:
    """The knowledge of a language that several plugins need; none of them can change it.

    Attributes:
        code: Of ISO 639, two letters where it has them; a tag («cs-CZ») becomes it. One of your own begins with «x-».
        name: In English.
        abbreviations: Words, in lower case and without the final stop, after whose stop a sentence goes on («г», «тыс»).
        months: The number of a month by its folded form or abbreviation («сентября», «сен»).
        numbers: The value of a number word by its folded form, decimals as text («двухсот» → "200", «полутора» → "1.5").
        scales: The power of ten by folded form or abbreviation («млн» → 6).
        morphology: How its words change.
        to_nominative: Puts a noun phrase into the nominative; None where the language has no cases.

    Raises:
        TypeError: The name or an abbreviation is no string.
        ValueError: ISO 639 knows no such language.
    """

    code: str = field(converter=_code)
    name: str = field(validator=instance_of(str))
    abbreviations: frozenset[str] = field(default=frozenset(), converter=_words, validator=deep_iterable(instance_of(str)))
    months: Mapping[str, int] = field(factory=dict, converter=_read_only, eq=False)
    numbers: Mapping[str, str] = field(factory=dict, converter=_read_only, eq=False)
    scales: Mapping[str, int] = field(factory=dict, converter=_read_only, eq=False)
    morphology: Morphology = field(factory=NoMorphology, eq=False, repr=False)
    to_nominative: Callable[[str, Morphology], str] | None = field(default=None, eq=False, repr=False)

    def nominative(self, phrase: str) -> str:
        """A noun phrase in the nominative; what depends on its head stays as it is."""
        return phrase if self.to_nominative is None else self.to_nominative(phrase, self.morphology)
