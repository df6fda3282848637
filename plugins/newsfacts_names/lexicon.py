"""The shape of a language's data file, ``data/<language>.toml``."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property
from importlib.resources import files

from attrs import field, frozen

from newsfacts.lexicon import load

__all__ = ["EndingRule", "FixedRule", "NamesData", "names_data"]


@frozen(kw_only=True)
class EndingRule:
    """How a name of one declension ends in some cases.

    Attributes:
        form: The ending; may be empty.
        after: Regular expression for what stands before it.
        base: The ending of the nominative.
        gender: Masc or Fem.
        cases: The cases (Nom, Gen, …).
        weight: How usual this is among names that end so.
    """

    form: str
    after: str
    base: str
    gender: str
    cases: list[str]
    weight: float


@frozen(kw_only=True)
class FixedRule:
    """How names end that have one form for all cases.

    Attributes:
        form: Regular expression for the ending.
        gender: Masc or Fem; both when None.
        place: ``given`` or ``surname``, which may be the only word of a name; both when None.
        weight: How usual this is among names that end so.
    """

    form: str
    gender: str | None = None
    place: str | None = None
    weight: float


@frozen(kw_only=True)
class NamesData:
    """What the plugin knows of a language's names.

    Attributes:
        particles: Words in small letters that stand within a person's name.
        openers: Words that begin sentences and no names, with a capital.
        bodies: Nouns that are an organisation by themselves.
        named_bodies: Nouns that are one with a capital or with a name.
        media: Nouns for what is named in quotation marks after them.
        body_adjectives: Adjectives in small letters that belong to a body's name, in the masculine.
        place_nouns: Nouns that name a place with an adjective.
        prepositions: By case, the prepositions that ask for it.
        ending: How declined names end.
        fixed: How names end that are not declined.
    """

    particles: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    named_bodies: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    body_adjectives: frozenset[str] = frozenset()
    place_nouns: frozenset[str] = frozenset()
    prepositions: dict[str, list[str]] = field(factory=dict)
    ending: list[EndingRule] = field(factory=list)
    fixed: list[FixedRule] = field(factory=list)

    @cached_property
    def body_stems(self) -> dict[str, tuple[str, ...]]:
        """The stems of the nouns for bodies and media, by their first three letters, small and capital."""
        stems: dict[str, set[str]] = defaultdict(set)
        for noun in (*self.bodies, *self.named_bodies, *self.media):
            for letters in (noun[:3], noun[:3].capitalize(), noun[:3].upper()):
                stems[letters].add(re.sub(r"[аеёиоуыэюяьй]+\Z", "", noun))
        return {letters: tuple(sorted(group)) for letters, group in stems.items()}

    @cached_property
    def cases_after_preposition(self) -> dict[str, frozenset[str]]:
        """The cases that each preposition asks for."""
        words = {word for group in self.prepositions.values() for word in group}
        return {word: frozenset(case for case, group in self.prepositions.items() if word in group) for word in words}


@cache
def names_data(language: str) -> NamesData | None:
    """The data of a language; None for one that the plugin does not serve."""
    path = f"data/{language}.toml"
    if not files("newsfacts_names").joinpath(path).is_file():
        return None
    data: NamesData = load("newsfacts_names", path, NamesData)
    return data
