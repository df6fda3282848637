"""What a mention shows of the one it names: case, fullest name and gender."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from attrs import evolve

from newsfacts import Analysis, Mention, fold

__all__ = ["GENDERS", "full_name", "gender_of", "is_named_in", "is_nominative", "named"]

# Gender as words have it, by the gender of a person.
GENDERS = {None: None, "masculine": "Masc", "feminine": "Fem"}
_CACHED_NAMES = 1_000
_START = attrgetter("start")


def is_nominative(mention: Mention) -> bool:
    """Whether a name is in the nominative, or is not declined."""
    return _alike(mention.text, mention.name)


@lru_cache(maxsize=_CACHED_NAMES)
def _alike(text: str, name: str) -> bool:
    return fold(text) == fold(name)


def full_name(analysis: Analysis, mention: Mention) -> str:
    """The fullest name of the entity that a mention belongs to."""
    entity = analysis.entity_of(mention)
    return entity.name if entity else mention.name


def gender_of(analysis: Analysis, mention: Mention) -> str | None:
    """The gender of a person, as words have it, if any of the article's mentions of them shows it."""
    entity = analysis.entity_of(mention)
    return GENDERS[mention.gender or (entity.gender if entity else None)]


def is_named_in(mentions: Sequence[Mention], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of some mentions, in text order, begins within one of some spans."""
    for start, end in spans:
        after = bisect_left(mentions, start, key=_START)
        if after < len(mentions) and mentions[after].start < end:
            return True
    return False


def named(analysis: Analysis, mention: Mention) -> Mention:
    """A mention under the fullest name of its entity; a place that speaks is its government."""
    name = full_name(analysis, mention)
    if mention.type == "place":
        return evolve(mention, name=name, type="organization")
    return mention if name == mention.name else evolve(mention, name=name)
