"""Live pages: many entries of one kind one below the other, articles or such as have a time of their own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice, takewhile

from lxml import html

from newsfacts.readers.datelines import dateline_words
from newsfacts.readers.markup.rendering import text_of
from newsfacts.readers.page.paragraphs import ends_sentence, is_label
from newsfacts.readers.page.surroundings import is_beside

__all__ = ["live_text"]

_ENTRIES = frozenset(("article", "dd", "li", "div", "section", "tr"))
_FEWEST, _MOST = 3, 1000  # entries of a live page, and times of day that are looked at
_SHARE = 0.5  # of the sentences around its headline are in the entries of a live page
_LONGEST = 1500  # characters of an entry on the average; several articles one below the other are no live page
_SENTENCE_WORDS = 3  # the fewest of a sentence in an entry
_LABEL = 80  # characters of a label at most
_CLOCK, _STAMP_LENGTH = re.compile(r"\b\d{1,2}[:.]\d\d\b"), 40
_BREAKS = re.compile(r"\n\n?|\t")
_DIGITS = re.compile(r"\d+")


def live_text(tree: html.HtmlElement, headline: str | None) -> str | None:
    """The text of a live page: its lead, and the entries without labels, which are the same in several; None for another page.

    Args:
        tree: The tidied page.
        headline: The page's headline.
    """
    entries = max(_series(tree), key=lambda found: sum(_length(_lines(entry)) for entry in found), default=[])
    _drop_labels(entries)
    lines = [line for entry in entries for line in _lines(entry)]
    if not entries or len("".join(lines)) > _LONGEST * len(entries):
        return None
    around = next((above for above in entries[0].iterancestors() if above.find(".//h1") is not None), None)
    if _length(lines) < _SHARE * _length(_lines(tree if around is None else around)):
        return None
    times = Counter(map(_folded, lines))
    lead = [] if around is None else _lead(around, entries[0], headline)
    return "\n\n".join([*lead, *(line for line in lines if times[_folded(line)] < _FEWEST)])


def _series(tree: html.HtmlElement) -> list[list[html.HtmlElement]]:
    """Elements of one kind side by side that each are an article or hold a time of day, and no headline of a page, in order."""
    series: dict[tuple[html.HtmlElement, str, str | None], dict[html.HtmlElement, None]] = defaultdict(dict)
    marks = filter(_is_mark, tree.iter("article", "time", "span", "div", "p", "a", "b", "strong", "small", "td", "th", "dt"))
    for mark in islice(marks, _MOST):
        for above in (mark, *mark.iterancestors()):
            if above.tag == "dt":  # the entry is what it stands before
                above = next(above.itersiblings("dd"), above)
            parent = above.getparent()
            if above.tag in _ENTRIES and parent is not None:
                series[parent, str(above.tag), above.get("class")][above] = None
    found = [[*entries] for entries in series.values() if len(entries) >= _FEWEST]
    return [entries for entries in found if not is_beside(entries[0]) and all(entry.find(".//h1") is None for entry in entries)]


def _is_mark(element: html.HtmlElement) -> bool:
    """Whether an element may be, or stand in, an entry: an article, or a time of day."""
    if element.tag in ("article", "time"):
        return True
    text = element.text or ""
    return len(element) == 0 and len(text) <= _STAMP_LENGTH and bool(_CLOCK.search(text)) and dateline_words(text) is None


def _lines(element: html.HtmlElement) -> list[str]:
    """Its lines; the cells of a row in a table are lines too."""
    return _BREAKS.split(text_of(element))


def _drop_labels(entries: list[html.HtmlElement]) -> None:
    """Take out of entries what several have alike and is no sentence: buttons, links, stamps of the time."""
    labels = [{element: _folded(element.text_content().strip()) for element in entry.iterdescendants()} for entry in entries]
    times = Counter(text for found in labels for text in {*found.values()})
    for found in labels:
        for element, text in found.items():
            if (
                text
                and len(text) <= _LABEL
                and times[text] >= _FEWEST
                and not ends_sentence(text)
                and element.getparent() is not None
            ):
                element.drop_tree()


def _length(lines: list[str]) -> int:
    """The length of the sentences among some lines."""
    return sum(len(line) for line in lines if _is_sentence(line) and not is_label(line))


def _is_sentence(line: str) -> bool:
    return ends_sentence(line) and len(line.split()) >= _SENTENCE_WORDS


def _folded(line: str) -> str:
    return _DIGITS.sub("0", line)


def _lead(around: html.HtmlElement, first: html.HtmlElement, headline: str | None) -> list[str]:
    """The sentences between the headline and the first entry, in what holds both."""
    begin = _lines(first)[:1]
    lines = [*takewhile(lambda line: [line] != begin, _lines(around))]
    after = lines[lines.index(headline) + 1 :] if headline in lines else lines
    return [line for line in after if _is_sentence(line)]
