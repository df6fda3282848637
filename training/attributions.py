"""Attributions as PolNeAR marks them, read as quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from scoring.marked import Attribution, Place
from scoring.marked import Quote as Gold
from scoring.spans import Span, overlap

from newsfacts import Analysis

__all__ = ["read_as_quotes"]

Kind = Literal["direct", "partial", "indirect"]

# PolNeAR has the conjunction in what was said.
_JOINING = "that "


def read_as_quotes(analysis: Analysis, attributions: Iterable[Attribution]) -> list[Gold]:
    """The quotes that some attributions are.

    What stands in quotation marks within a content is direct where the content is nothing else, or else partial; what is not
    in marks alone is indirect.

    Args:
        analysis: The article.
        attributions: What was marked in it.
    """
    found: list[Gold] = []
    for attribution in attributions:
        source = next((Place(start=s, end=e) for s, e in attribution.source), None)
        cue = next((Place(start=s, end=e) for s, e in attribution.cue), None)
        name = analysis.text[source.start : source.end] if source else None
        for start, end in attribution.content:
            for span, kind in _pieces(analysis, (start, end), [*attribution.source, *attribution.cue]):
                found.append(
                    Gold(
                        start=span[0],
                        end=span[1],
                        kind=kind,
                        speaker=source,
                        speaker_name=name,
                        source_type=None,
                        cue=cue,
                    )
                )
    return found


def _pieces(analysis: Analysis, content: Span, others: Sequence[Span]) -> Iterator[tuple[Span, Kind]]:
    """The quotations of a content, and the whole of it where there is more in it."""
    text = analysis.text
    inside = [q for q in analysis.quotations if q.depth == 0 and overlap((q.start, q.end), content)]
    start, end = content
    direct = bool(inside) and not _has_words(text[start : inside[0].start] + text[inside[-1].end : end])
    if direct and len(inside) > 1:
        spans = [(a.end, b.start) for a, b in pairwise(inside)]
        direct = all(not _has_words(_without(text, span, others)) or _meets(span, others) for span in spans)
    for quotation in inside:
        span = max(quotation.inner_start, content[0]), min(quotation.inner_end, content[1])
        if span[0] < span[1]:
            yield span, "direct" if direct else "partial"
    if not direct:
        if text[start:end].lower().startswith(_JOINING):
            start += len(_JOINING)
        yield (start, end), "indirect"


def _has_words(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(overlap(span, other) for other in others)


def _without(text: str, span: Span, others: Sequence[Span]) -> str:
    """A stretch of the text without some spans."""
    return "".join(text[at] for at in range(*span) if not any(start <= at < end for start, end in others))
