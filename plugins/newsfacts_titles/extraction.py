"""Title phrases, their holders and their parts, put together."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts import Analysis, OfficialTitle
from newsfacts_titles.holders import Scene, find_holders
from newsfacts_titles.linear import load_weights
from newsfacts_titles.phrases import find_titles, vocabulary

__all__ = ["find_official_titles"]


def find_official_titles(analysis: Analysis) -> Iterator[OfficialTitle]:
    """The titles that persons hold."""
    words = vocabulary(analysis.language)
    weights = load_weights(analysis.language.code)
    scene = Scene(analysis, find_titles(analysis), words)
    for holder in find_holders(scene, weights["holder"], 0.4):
        title = holder.title
        text = analysis.text[title.start : title.end]
        yield OfficialTitle(
            start=title.start, end=title.end, text=text, position=analysis.language.nominative(text),
            person=holder.mention, confidence=round(holder.probability, 2),
        )
