"""Spans that nest and cross each other, woven into the text as elements that only nest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise

from attrs import field, frozen

from newsfacts.exporters.report.markup import Markup, end_tag, escape, start_tag
from newsfacts.segmentation import find_paragraphs

__all__ = ["Highlight", "weave"]


@frozen(kw_only=True)
class Highlight:
    """An element around a stretch of the text.

    Attributes:
        start: Index of its first character.
        end: Index after its last character.
        tag: The elements' name.
        id: The id of its first piece; crossing elements and ends of paragraphs cut it into several.
        attributes: The attributes of every piece.
    """

    start: int
    end: int
    tag: str
    id: str | None = None
    attributes: dict[str, str | None] = field(factory=dict)


# What is still to be opened, in this order: its start, minus its end (of two the longer one is outside), its number.
_Piece = tuple[int, int, int]


def weave(text: str, highlights: Iterable[Highlight]) -> Markup:
    """The text in paragraphs, with an element around each highlight; those whose span is not in the text are left out.

    The white space between paragraphs stands between their elements, so that all text of the markup is the text. Of two
    highlights of one span the first is outside.
    """
    inside = [h for h in highlights if 0 <= h.start < h.end <= len(text)]
    queue: list[_Piece] = [(h.start, -h.end, number) for number, h in enumerate(inside)]
    heapify(queue)
    edges = [0, *(edge for paragraph in find_paragraphs(text) for edge in paragraph), len(text)]
    parts: list[str] = []
    opened: set[int] = set()
    for number, (start, end) in enumerate(pairwise(edges)):
        woven = _weave(text, start, end, inside, queue, opened)
        parts += [start_tag("p"), *woven, end_tag("p")] if number % 2 else woven
    return Markup("".join(parts))


def _weave(
    text: str, start: int, end: int, highlights: Sequence[Highlight], queue: list[_Piece], opened: set[int]
) -> Iterator[Markup]:
    """Weave one stretch. What reaches beyond the element that it lies in is cut there; the rest goes back to the queue."""
    within: list[tuple[int, str]] = []  # ends and tags of the open elements, the innermost last
    at = start
    while within or (queue and queue[0][0] < end):
        limit, tag = within[-1] if within else (end, "")
        if within and not (queue and queue[0][0] < limit):
            yield escape(text[at:limit])
            yield end_tag(tag)
            at = limit
            within.pop()
            continue
        begin, minus_end, number = heappop(queue)
        highlight = highlights[number]
        if -minus_end > limit:
            heappush(queue, (limit, minus_end, number))
        yield escape(text[at:begin])
        yield start_tag(highlight.tag, id=None if number in opened else highlight.id, **highlight.attributes)
        opened.add(number)
        at = begin
        within.append((min(-minus_end, limit), highlight.tag))
    yield escape(text[at:end])
