"""When an article was published, as the page shows it to its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from newsfacts.readers.dates import read_moment
from newsfacts.readers.markup.rendering import text_of
from newsfacts.readers.page.paragraphs import sentences
from newsfacts.readers.page.surroundings import is_beside
from newsfacts.readers.words import alternatives, words

__all__ = ["shown_dates", "times"]

_MOMENTS = ("datetime", "title")  # attributes that hold a moment whose element shows it otherwise
_BETWEEN = re.compile(r"[|•·\n\t]")  # what stands between a date and other notes in one line
_NOTE_LENGTH, _NOTE_PIECES = 100, 20  # characters and pieces of text; what has more holds more than notes
_IN_LINES = frozenset(("a", "abbr", "b", "br", "em", "font", "i", "img", "nobr", "small", "span", "strong", "svg", "time", "u"))
_YEAR_END = re.compile(r"\d\d(?!\d)")


def times(tree: etree._Element) -> Iterator[str]:
    """The moments of the article's time elements: those that are marked as its publication, or else the first of all."""
    found = [(element, moment) for element in tree.iter("time", "abbr") if (moment := _moment_of(element))]
    own = [(element, moment) for element, moment in found if read_moment(moment) and not is_beside(element)]
    marked = [
        (element, moment)
        for element, moment in own
        if element.get("pubdate") is not None or "publ" in (element.get("class") or "")
    ]
    yield from (moment for _, moment in marked or own[:1])


def _moment_of(element: etree._Element) -> str:
    stated = next(filter(None, map(element.get, _MOMENTS)), None)
    return stated or (_note(element) if element.tag == "time" else "")


def shown_dates(tree: etree._Element, headline: str | None) -> Iterator[str]:
    """What may be the article's date: what stands between headline and text or is marked as a date, below the headline first.

    Args:
        tree: The parsed page.
        headline: The article's headline.
    """
    notes: dict[tuple[bool, bool], list[str]] = {}  # by whether they stand above the headline, and whether they are unmarked
    is_above, is_near = True, True
    for element in next(tree.iter("body"), tree).iter():
        text = _note(element)
        if element.tag == "h1" or (text and text == headline):
            is_above = False
        elif sentences([text or (element.text or "").strip()]) and not read_moment(text):  # «… 15 янв. 2021 г.» has a stop too
            is_near = is_near and is_above
        elif text and _YEAR_END.search(f"{element.get('title') or ''} {text}"):
            is_marked = element.tag == "time" or _date().search(_names(element)) is not None
            is_own = not (_change().search(_names(element)) or is_beside(element) or _is_of_site(element))
            if is_own and (is_marked or is_near):
                notes.setdefault((is_above, not is_marked), []).append(element.get("title") or "")
                notes[is_above, not is_marked].append(text_of(element))
    for place in sorted(notes):
        for text in notes[place]:
            yield from _BETWEEN.split(text)


def _note(element: etree._Element) -> str:
    """The text of an element that is a line or some and short enough for a note; an empty string for any other."""
    if len(element) > _NOTE_PIECES or any(child.tag not in _IN_LINES for child in element):
        return ""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        length += len(pieces[-1].strip())
        if length > _NOTE_LENGTH or len(pieces) > _NOTE_PIECES:
            return ""
    return " ".join("".join(pieces).split())


def _names(element: etree._Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"


def _is_of_site(element: etree._Element) -> bool:
    """Whether an element is in a header that is the site's, where the present day may stand."""
    header = element if element.tag == "header" else next(element.iterancestors("header"), None)
    return header is not None and header.find(".//h1") is None and next(header.iterancestors("article", "main"), None) is None


@cache
def _date() -> re.Pattern[str]:
    """The name of an element that is a date, in its class or its id."""
    return re.compile(alternatives(words().page.dates), re.IGNORECASE)


@cache
def _change() -> re.Pattern[str]:
    """The name of an element that is the date of a change."""
    return re.compile(alternatives(words().page.changes), re.IGNORECASE)
