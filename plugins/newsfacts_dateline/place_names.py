"""The places of a dateline: what is one, and how readers write it."""

from __future__ import annotations

import re

from newsfacts import fold
from newsfacts.scripts import CAPITAL, SMALL
from newsfacts_dateline.lexicon import DatelineLexicon
from newsfacts_dateline.marks import QUOTES, STOPS
from newsfacts_dateline.parts import Line, Parts, is_in_capitals

__all__ = ["is_named_region", "is_wider", "leading_capitalized", "read_place", "readable_places"]

_LETTERS = re.compile(r"[^\W\d_]+")
_SPACED = re.compile(r"\S+")
# What a name begins with in small letters where the rest is in capitals: «McALLEN».
_INNER_CAPITAL = re.compile(rf"[{CAPITAL}][{SMALL}]{{1,2}}[{CAPITAL}](?=[{CAPITAL}])")


def read_place(line: Line, at: int, gap: str, parts: Parts) -> Parts | None:
    """Read a place, or two that a conjunction joins: before date and agency, or between them, or after a slash."""
    slash = line.text.startswith("/", at) and bool(parts.places)
    if (parts.agencies or parts.day_month) and gap != ",":
        return None
    if gap.lstrip(STOPS) in line.lexicon.after_places:
        return None
    prefix = line.lexicon.place_prefix.match(line.text, at + slash, line.end)
    found = line.lexicon.place.match(line.text, prefix.end() if prefix else at + slash, line.end)
    if found is None:
        return None
    words = found.group() if line.small else leading_capitalized(found.group(), line.lexicon)
    if not words:
        return None
    end = found.start() + len(words)
    located = parts.located or (bool(parts.places) and is_wider(words, line.lexicon))
    if parts.in_capitals and gap.lstrip(STOPS) == "," and not (parts.day_month or is_in_capitals(words)):
        return parts._replace(end=end, located=located)  # «ОСТИН, Техас»: what the city lies in
    return parts._replace(end=end, located=located, places=(*parts.places, *line.lexicon.conjunction.split(words)))


def leading_capitalized(phrase: str, lexicon: DatelineLexicon) -> str:
    """The words up to the first one in small letters that is no common noun of places («Борт самолета президента»).

    What joins two places, and the particles within a name, are of it where a capital follows.
    """
    end = 0
    for word in _SPACED.finditer(phrase):
        folded = fold(word.group())
        is_common = folded in lexicon.common if end else is_named_region(phrase, lexicon)
        if word.group().lstrip(QUOTES)[:1].isupper() or is_common:
            end = word.end()
        elif not end or folded not in lexicon.within:
            break
    return phrase[:end]


def is_named_region(words: str, lexicon: DatelineLexicon) -> bool:
    """Whether words are a region's noun in small letters and its name («штат Техас»)."""
    first, _, name = words.partition(" ")
    return fold(first) in lexicon.regions and name[:1].isupper()


def readable_places(places: tuple[str, ...], lexicon: DatelineLexicon) -> tuple[str, ...]:
    """The places as readers write them: no capitals throughout, no abbreviations, no country beside its city."""
    readable = [_readable(place, lexicon) for place in places]
    cities = [place for place in readable if not is_wider(place, lexicon)]
    return tuple(cities or readable)


def is_wider(place: str, lexicon: DatelineLexicon) -> bool:
    """Whether it is a country, a state or a region."""
    words = fold(place).split()
    return " ".join(words) in lexicon.countries or words[-1] in lexicon.regions or words[0] in lexicon.regions


def _readable(place: str, lexicon: DatelineLexicon) -> str:
    if full := lexicon.written.get(fold(place)):
        return full
    if not (is_in_capitals(place) or place.islower()):
        return place
    words = _LETTERS.findall(place)
    cased = iter([_cased(word, number, lexicon) for number, word in enumerate(words)])
    return _LETTERS.sub(lambda _: next(cased), place)


def _cased(word: str, number: int, lexicon: DatelineLexicon) -> str:
    folded = fold(word)
    if folded in lexicon.acronyms:
        return lexicon.acronyms[folded]
    if number and folded in lexicon.small:
        return word.lower()
    kept = _INNER_CAPITAL.match(word)
    return word[: kept.end()] + word[kept.end() :].lower() if kept else word.capitalize()
