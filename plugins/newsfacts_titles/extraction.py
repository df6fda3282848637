"""Title phrases, their holders and their parts, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import evolve

from newsfacts import Analysis, OfficialTitle, fold
from newsfacts_titles.holders import Holder, find_holders
from newsfacts_titles.linear import load_weights, model
from newsfacts_titles.parts import Parts, status_of, take_apart
from newsfacts_titles.phrases import Text, expand, find_heads
from newsfacts_titles.scene import Scene
from newsfacts_titles.vocabulary import vocabulary

__all__ = ["find_official_titles"]

# The least probability that a person holds a title, and that one does whose name follows it at once.
_BAR = 0.4
_NEAR_BAR = 0.22
# What joins two titles of one person («заместитель премьера — министр», «председатель и главный редактор»).
_JOINTS = frozenset(("—", "–", "-", ",", "и"))


def find_official_titles(analysis: Analysis) -> Iterator[OfficialTitle]:
    """The titles that persons hold."""
    words = vocabulary(analysis.language)
    weights = load_weights(analysis.language.code)
    text = Text(analysis, words)
    titles = [expand(text, head, weights) for head in find_heads(text)]
    scene = Scene(analysis, titles, words, frozenset(text.namesakes.values()))
    found = find_holders(scene, weights["rate"], model(analysis.language.code, "holder"), _BAR, _NEAR_BAR)
    parts = _complete(analysis, found, _distribute(found, [take_apart(text, holder.title) for holder in found]))
    for holder, part in zip(found, parts, strict=True):
        title = holder.title
        yield OfficialTitle(
            start=title.start,
            end=title.end,
            text=analysis.text[title.start : title.end],
            position=part.position,
            organization=part.organization,
            place=part.place,
            status=status_of(text, title),
            person=holder.mention,
            confidence=round(holder.probability, 2),
        )


def _distribute(found: Sequence[Holder], parts: Sequence[Parts]) -> list[Parts]:
    """Give each holder of a shared title the place of its own («президенты России и США Путин и Трамп»)."""
    out = list(parts)
    for _, shared in groupby(range(len(found)), key=lambda i: found[i].title.head):
        holders = sorted(shared, key=lambda i: found[i].mention.start)
        places = (parts[holders[0]].place, *parts[holders[0]].further)
        if len(places) == len(holders) > 1:
            for i, place in zip(holders, places, strict=True):
                out[i] = evolve(parts[i], place=place)
    return out


def _complete(analysis: Analysis, found: Sequence[Holder], parts: list[Parts]) -> list[Parts]:
    """Give a title that names neither body nor place those of its neighbour, or of the same person's title elsewhere.

    «заместитель премьер-министра — министр торговли Татарстана» names the place of both; «президент» is the «президент
    Сербии» that the article named before, if it is the same person; other offices get the one place that his titles name.
    """
    for i in range(len(found) - 2, -1, -1):
        here, after = found[i], found[i + 1]
        if here.mention == after.mention and here.title.end < after.title.start:
            gap = analysis.text[here.title.end : after.title.start].strip()
            if gap in _JOINTS and _is_bare(parts[i]) and here.title.role.group == after.title.role.group == "offices":
                parts[i] = evolve(parts[i], place=parts[i + 1].place)
    known: dict[tuple[int, str], Parts] = {}
    territories: dict[int, set[str]] = defaultdict(set)
    keys = [(id(analysis.entity_of(holder.mention)), fold(part.position)) for holder, part in zip(found, parts, strict=True)]
    for key, part in zip(keys, parts, strict=True):
        if not _is_bare(part):
            known.setdefault(key, part)
            if part.place and not part.organization:
                territories[key[0]].add(part.place)
    for i, (key, part) in enumerate(zip(keys, parts, strict=True)):
        if not _is_bare(part):
            continue
        if key in known:
            parts[i] = evolve(part, organization=known[key].organization, place=known[key].place)
        elif found[i].title.role.group == "offices" and len(territories[key[0]]) == 1:
            parts[i] = evolve(part, place=min(territories[key[0]]))
    return parts


def _is_bare(part: Parts) -> bool:
    return part.organization is None and part.place is None
