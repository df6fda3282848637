"""Names of persons out of a byline: fewer but right."""

from __future__ import annotations

import re
from functools import cache

from newsfacts.readers.words import alternatives, words

__all__ = ["person_names"]

_NO_NAME = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|@\w+|[«“\"„][^«»“”\"„]*[»”\"“]|\([^()]*\)|<[^<>]*>")
_NICKNAMED = re.compile(r"\s*([^\W\d_]+)\s+([«“\"„][^\W\d_]+[»”\"“])\s+([^\W\d_]+)\s*")
_NAME = re.compile(r"(?:[^\W\d_]['’ʼ.-]?)+")
# The most words and characters of a person's name, and the most characters of a byline that names persons.
_MOST_WORDS, _LONGEST_NAME = 5, 60
_LONGEST_BYLINE = 1000


def person_names(byline: str, publisher: str | None = None) -> list[str]:
    """The persons whom a byline names; what may be a body, a desk or a role is left out, and a nickname but in one name.

    Args:
        byline: The byline, or a field that ought to hold one name.
        publisher: The publisher's name, which bylines often give in the place of one.

    >>> person_names("By ABBY REED and Tom Okafor, Transport Correspondent | 3 Hours Ago")
    ['Abby Reed', 'Tom Okafor']
    >>> person_names("Автор: Иван Петров, РИА Новости")
    ['Иван Петров']
    >>> person_names("Иван «Ворон» Петров")
    ['Иван «Ворон» Петров']
    """
    found: dict[str, None] = {}
    nicknamed = _NICKNAMED.fullmatch(byline)
    if nicknamed and _person(f"{nicknamed[1]} {nicknamed[3]}"):
        return [" ".join(nicknamed.groups())]
    for piece in _between_names().split(_NO_NAME.sub(",", byline[:_LONGEST_BYLINE])):
        name = _person(piece)
        if name and not (publisher and name.casefold() in publisher.casefold()):
            found[name] = None
    return list(found)


@cache
def _between_names() -> re.Pattern[str]:
    """Finds what separates two names: a mark, or a joiner of any language between spaces."""
    return re.compile(rf"[,;|/•·\n\t:]|\s+{alternatives(('&', '[—–-]', *words().byline.joiners))}\s+", re.IGNORECASE)


def _person(piece: str) -> str | None:
    """The name that a piece of a byline is; None when it is none."""
    tokens = piece.split()
    while tokens and _is_role(tokens[0]):
        del tokens[0]
    while tokens and _is_role(tokens[-1]):
        del tokens[-1]
    if not 2 <= len(tokens) <= _MOST_WORDS or len(piece) > _LONGEST_NAME:
        return None
    if any(token.casefold().strip(".") in words().byline.no_person or not _NAME.fullmatch(token) for token in tokens):
        return None
    names = [token for token in tokens if token.casefold() not in words().byline.particles]
    if len(names) < 2 or not all(map(_is_capital, names)) or all(len(name.strip(".")) < 2 for name in names):
        return None
    shouted = all(token.isupper() for token in tokens)
    return " ".join(_small(token) if shouted else token for token in tokens)


def _is_capital(name: str) -> bool:
    """Whether a name begins with a capital, be it after an elided particle: «d'Este»."""
    return name[0].isupper() or (name[1:2] in tuple("'’ʼ") and name[2:3].isupper())


def _is_role(token: str) -> bool:
    """A word of the byline itself: of a role, or in small letters and no particle of a name."""
    word, byline = token.casefold().strip("."), words().byline
    return word in byline.roles or (token.islower() and word not in byline.particles)


def _small(token: str) -> str:
    """A name that is written in capitals, in small letters; initials stay."""
    return token if "." in token else re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), token)
