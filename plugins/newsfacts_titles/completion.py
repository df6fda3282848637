"""What a title does not say itself but other titles of the article do: its body and place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby

from attrs import evolve

from newsfacts import Analysis, fold
from newsfacts_titles.fields import TitleFields, body_after
from newsfacts_titles.grammar import Status
from newsfacts_titles.holders import Holder
from newsfacts_titles.text_units import TextUnits
from newsfacts_titles.title_index import TitleIndex

__all__ = ["complete", "distribute", "share_in_series", "with_what_follows"]

# The longest gap between a title and its holder's name, and how much text after a name is looked at.
_BESIDE = 2
_LONGEST_PLACE = 40


def distribute(found: Sequence[Holder], fields: Sequence[TitleFields]) -> list[TitleFields]:
    """Give each holder of a shared title a place («президенты России и США Путин и Трамп»)."""
    out = list(fields)
    for _, shared in groupby(range(len(found)), key=lambda i: found[i].title.head):
        holders = sorted(shared, key=lambda i: found[i].mention.start)
        places = (fields[holders[0]].place, *fields[holders[0]].further)
        if len(places) == len(holders):
            for i, place in zip(holders, places, strict=True):
                out[i] = evolve(fields[i], place=place)
    return out


def with_what_follows(units: TextUnits, found: Sequence[Holder], fields: Sequence[TitleFields]) -> list[TitleFields]:
    """Give a title that names neither body nor place what follows its holder's name.

    That is a place («Sen. Jane Cole (R-Ohio)») or a body («аналитик Орлова из „Севера“», the analyst Orlova of Sever).
    """
    grammar, text = units.vocabulary.grammar, units.text
    out = list(fields)
    for i, holder in enumerate(found):
        gap = holder.mention.start - holder.title.end
        if _is_bare(out[i]) and gap >= 0 and (gap <= _BESIDE or holder.title.shared):
            end = holder.mention.end
            if after := grammar.place_after(text[end : end + _LONGEST_PLACE]):
                out[i] = evolve(out[i], place=after[0])
            else:
                out[i] = evolve(out[i], organization=body_after(units, end))
    return out


def share_in_series(index: TitleIndex, found: Sequence[Holder], fields: Sequence[TitleFields]) -> list[TitleFields]:
    """Give a title that names neither body nor place those of one beside it in an enumeration («chairman and CEO of Delta»)."""
    out = list(fields)
    series: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, holder in enumerate(found):
        series[index.series_of(holder.title), holder.mention.start].append(i)
    for members in series.values():
        named = [i for i in members if not _is_bare(fields[i])]
        if len(named) == 1:
            for i in members:
                out[i] = evolve(out[i], organization=fields[named[0]].organization, place=fields[named[0]].place)
    return out


def complete(
    analysis: Analysis, found: Sequence[Holder], fields: Sequence[TitleFields], statuses: Sequence[Status]
) -> list[TitleFields]:
    """Give a title that names neither body nor place those of the same person's title elsewhere.

    «президент» is the «президент Сербии» that the article names elsewhere, if it is the same person; other offices get the
    one place that the person's titles name («вице-премьер и министр торговли Татарстана»). One that is held has none from
    one that was, named in the same sentence («экс-мэр Тулы, ныне депутат»).
    """
    out = list(fields)
    persons = [id(analysis.entity_of(holder.mention)) for holder in found]
    sentences = [analysis.sentence_at(holder.title.start).start for holder in found]
    times = [(status == "former", sentence) for status, sentence in zip(statuses, sentences, strict=True)]
    known: dict[tuple[int, str], TitleFields] = {}
    places: dict[int, list[tuple[str, bool, int]]] = defaultdict(list)
    for person, time, own in zip(persons, times, out, strict=True):
        if not _is_bare(own):
            known.setdefault((person, fold(own.position)), own)
        if own.place and not own.organization:
            places[person].append((own.place, *time))
    for i, (person, (is_past, sentence)) in enumerate(zip(persons, times, strict=True)):
        if not _is_bare(out[i]):
            continue
        if other := known.get((person, fold(out[i].position))):
            out[i] = evolve(out[i], organization=other.organization, place=other.place)
        elif found[i].title.role.group == "offices":
            given = {place for place, was, where in places[person] if is_past or not was or where != sentence}
            if len(given) == 1:
                out[i] = evolve(out[i], place=min(given))
    return out


def _is_bare(fields: TitleFields) -> bool:
    return fields.organization is None and fields.place is None
