"""The words of languages that the readers look for in pages and items, as `data/<code>.toml` has them."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from functools import cache, reduce
from importlib.resources import files
from typing import Any

import attrs
from attrs import field, frozen

__all__ = ["BylineWords", "DateWords", "PageWords", "Words", "alternatives", "words"]

_PACKAGE = "newsfacts.readers"
# Patterns are regular expressions, in which case is ignored; all other values are words in lower case.
_Patterns = tuple[str, ...]
_Words = frozenset[str]


@frozen(kw_only=True)
class BylineWords:
    """What a byline is made of.

    Attributes:
        joiners: Patterns of the words between two names («and»).
        particles: Small words inside a name («van»).
        roles: Words before and after a name («reporter»).
        no_person: Words that no person's name has: those of bodies, desks, and the labels of pages.
    """

    joiners: _Patterns = ()
    particles: _Words = frozenset()
    roles: _Words = frozenset()
    no_person: _Words = frozenset()


@frozen(kw_only=True)
class DateWords:
    """Words in dates.

    Attributes:
        months: The number of a month by the first three letters of its name.
        zones: The hours east of Greenwich by the abbreviation of a time zone.
        weekdays: Patterns of the names of weekdays and their abbreviations.
        labels: Patterns of words beside a date of publication («published», «at»).
        stamps: Patterns of the other words in a stamp of the time («updated»), those of months included.
    """

    months: dict[str, int] = field(factory=dict)
    zones: dict[str, int] = field(factory=dict)
    weekdays: _Patterns = ()
    labels: _Patterns = ()
    stamps: _Patterns = ()


@frozen(kw_only=True)
class PageWords:
    """What a page shows beside the article.

    Attributes:
        labels: Patterns of lines that are nothing but the label of a box or of a button («read also»).
        openings: Patterns of the beginnings of such lines («sign up for …»).
        rights: Patterns of words that make a line a notice of rights, wherever in the line they are.
        imprints: Patterns of whole lines that identify the publisher or forbid reprinting.
        notices: Patterns of what a locked or a missing page says («access denied»).
        address: Patterns of the words with which such a page addresses its visitor («your browser»).
        boxes: Patterns in the class or the id of a block that is no part of the article («newsletter»).
        box_names: Such patterns, of whole words in the class or the id.
        more: Patterns of what a link to the rest of an article says («read more»).
        posts: Patterns of whole classes of posts of social networks that a page shows.
        dates: Patterns in the class or the id of an element that is a date.
        changes: Patterns in the class or the id of an element that is the date of a change.
        neighbours: Patterns in the class or the id of parts whose headings, names and times are not the article's.
    """

    labels: _Patterns = ()
    openings: _Patterns = ()
    rights: _Patterns = ()
    imprints: _Patterns = ()
    notices: _Patterns = ()
    address: _Patterns = ()
    boxes: _Patterns = ()
    box_names: _Patterns = ()
    more: _Patterns = ()
    posts: _Patterns = ()
    dates: _Patterns = ()
    changes: _Patterns = ()
    neighbours: _Patterns = ()


@frozen(kw_only=True)
class Words:
    """The words of a language, or of all of them together.

    Attributes:
        common_letters: The small letters that running text has most of, by which bytes of unknown encoding are recognised.
        byline: Words in bylines.
        dates: Words in dates.
        page: Words on pages.
    """

    common_letters: str = ""
    byline: BylineWords = BylineWords()
    dates: DateWords = DateWords()
    page: PageWords = PageWords()


@cache
def words() -> Words:
    """The words of all languages together: which one a page is in is not known before it is read.

    Raises:
        LexiconError: A data file does not have the shape of `Words`.
    """
    from newsfacts.lexicon import load  # with cattrs, which takes longer than reading a plain text

    names = sorted(file.name for file in files(_PACKAGE).joinpath("data").iterdir() if file.name.endswith(".toml"))
    joined: Words = _joined([load(_PACKAGE, f"data/{name}", Words) for name in names])
    return joined


def alternatives(patterns: Iterable[str]) -> str:
    """A piece of a regular expression that matches what any of some patterns matches.

    >>> alternatives(("photos?", "video"))
    '(?:photos?|video)'
    """
    return f"(?:{'|'.join(dict.fromkeys(patterns))})"


def _joined(values: list[Any]) -> Any:
    """Values of one shape as one: their texts and patterns one after the other, their sets and tables united."""
    shape = type(values[0])
    if attrs.has(shape):
        names = [attribute.name for attribute in attrs.fields(shape)]
        return shape(**{name: _joined([getattr(value, name) for value in values]) for name in names})
    return reduce(operator.or_ if shape in (dict, frozenset) else operator.add, values)
