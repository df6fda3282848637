"""Names in a text: capitalised words are labelled, and the labels joined to mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsfacts import Analysis, Mention
from newsfacts_names.declension import Declension, decline
from newsfacts_names.features import Capital, find_capitals
from newsfacts_names.labelling import labeller

__all__ = ["PARTICLES", "find_names"]

PARTICLES = frozenset(
    [
        "фон",
        "ван",
        "ван дер",
        "дер",
        "де",
        "ди",
        "да",
        "ду",
        "дель",
        "дос",
        "бен",
        "бин",
        "ибн",
        "бинт",
        "аль",
        "эль",
        "оглы",
        "кызы",
        "von",
        "van",
        "de",
        "van der",
        "al",
        "bin",
        "del",
    ]
)


def find_names(analysis: Analysis) -> Iterator[Mention]:
    """The mentions of persons."""
    if analysis.language.code != "ru":
        return
    capitals = find_capitals(analysis, PARTICLES)
    labels = labeller("ru").label(analysis, capitals)
    yield from _persons(analysis, capitals, labels)


def _persons(analysis: Analysis, capitals: Sequence[Capital], labels: Sequence[str]) -> Iterator[Mention]:
    spans: list[tuple[int, int]] = []
    for capital, label in zip(capitals, labels, strict=True):
        start, end = capital.token.start, capital.token.end
        if len(capital.token.text) == 1 and capital.token.text not in "IVX" and analysis.text[end : end + 1] == ".":
            end += 1
        if label == "p":
            spans[-1] = spans[-1][0], end
        elif label == "P":
            spans.append((start, end))
    names = [[t.text for t in analysis.tokens_in(*span) if t.text != "."] for span in spans]
    for span, declension in zip(spans, decline(names, analysis.language.morphology), strict=True):
        yield _mention(analysis, span, declension)


def _mention(analysis: Analysis, span: tuple[int, int], declension: Declension) -> Mention:
    start, end = span
    return Mention(
        start=start, end=end, text=analysis.text[start:end], type="person", name=declension.name, gender=declension.gender
    )
