"""Quotes put as PolNeAR marks attributions: one a cue, with its marks, its conjunction, and all words that name the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from newsfacts import Mention, OfficialTitle, Quote, Result, Span

__all__ = ["as_attributions"]

_JOINING = "that "
# An opening mark before quoted words, and what closes them.
_OPENING = re.compile(r"(?:[\"“‘']|''|``)$")
_CLOSING = re.compile(r"[.,!?]?(?:''|[\"”’'])")
_CLOSED = re.compile(r"[\"”]|''")
# Words before a name that belong to its source, those before a common noun, and what stands in brackets after a name.
_BEFORE_NAME = re.compile(r"\b(?:the|a|an|his|her|their|its|my|our|your|(?:Mr|Mrs|Ms|Dr)\.)\s$", re.IGNORECASE)
_BEFORE_NOUN = re.compile(r"\b(?:the|an?|his|her|their|its|all|some|this|that|these|those)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s\([^()\n]{1,20}\)")
# An apposition or a relative clause between two commas, before the cue, and one that ends the sentence after it.
_INSERTED = re.compile(r",(?:\s[^,\n.!?\"“”]{1,250},)?")
_ENDING = re.compile(r",\s(?:an?|the|who|whose|\d\d|[a-z]+)\s[^\n!?\"“”;]{1,250}?(?=\.\s|\.?$|\n)", re.MULTILINE)
# The longest words before a noun, in characters.
_BEFORE = 40
# Between a name and a title that is apposed to it.
_APPOSED = re.compile(r"(?:\s|,\s)?(?:(?:a|an|the|his|her)\s)?")
# Quoted words that no cue attributes go on with those before, unless so many characters or a line end are between.
_LONGEST_BREAK = 150


def as_attributions(result: Result) -> Result:
    """A result whose quotes are attributions as PolNeAR marks them; the other facts stay.

    Args:
        result: The result.
    """
    titles = [fact for fact in result.facts if isinstance(fact, OfficialTitle)]
    others = [fact for fact in result.facts if not isinstance(fact, Quote)]
    merged = [_merged(result.article.text, group, titles) for group in _groups(result.article.text, result.quotes)]
    return evolve(result, facts=(*others, *merged))


def _groups(text: str, quotes: Iterable[Quote]) -> list[list[Quote]]:
    """The quotes by their cues; those without one go with the ones before if they go on with them."""
    groups: list[list[Quote]] = []
    by_cue: dict[tuple[int, int], list[Quote]] = {}
    for quote in quotes:
        before = groups[-1] if groups else []
        if quote.cue is not None:
            group = by_cue.setdefault((quote.cue.start, quote.cue.end), [])
        else:
            group = before if before and _goes_on(text, before, quote) else []
        if not group:
            groups.append(group)
        group.append(quote)
    return groups


def _goes_on(text: str, before: list[Quote], quote: Quote) -> bool:
    between = text[max(each.end for each in before) : quote.start]
    same = (before[0].speaker and before[0].speaker.name) == (quote.speaker and quote.speaker.name)
    return same and len(between) <= _LONGEST_BREAK and "\n" not in between


def _merged(text: str, quotes: list[Quote], titles: list[OfficialTitle]) -> Quote:
    """The attribution that some quotes with one cue are: all from the first one to the last."""
    spans = list(_spans(text, quotes))
    start, end = min(start for start, _ in spans), max(end for _, end in spans)
    speaker = quotes[0].speaker
    return evolve(
        quotes[0],
        start=start,
        end=end,
        text=text[start:end],
        speaker=speaker and _whole_source(text, speaker, quotes[0].cue, titles),
        confidence=max(quote.confidence for quote in quotes),
    )


def _spans(text: str, quotes: Iterable[Quote]) -> Iterator[tuple[int, int]]:
    """The quotes with the marks around quoted words, and with the conjunction before reported ones."""
    for quote in quotes:
        start, end = quote.start, quote.end
        if quote.style != "indirect":
            opening = _OPENING.search(text, max(0, start - 2), start)
            closing = _CLOSING.match(text, end)
            yield (opening.start() if opening else start), (closing.end() if closing else end)
            continue
        if text[max(0, start - len(_JOINING)) : start].lower() == _JOINING:
            start -= len(_JOINING)
        if not _CLOSED.search(text, end - 1, end) and (closing := _CLOSING.match(text, end)) and _is_open(text[start:end]):
            end = closing.end()
        yield start, end


def _is_open(words: str) -> bool:
    """Whether some words open quotation marks that they do not close."""
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1 or words.count("''") % 2 == 1


def _whole_source(text: str, speaker: Mention, cue: Span | None, titles: list[OfficialTitle]) -> Mention:
    """A speaker with the words before and after the name or the noun that say who it is."""
    start, end = _titled(text, speaker, titles)
    before = _BEFORE_NOUN if text[start].islower() else _BEFORE_NAME
    if found := before.search(text, max(0, start - _BEFORE), start):
        start = found.start()
    if brackets := _AFTER_NAME.match(text, end):
        end = brackets.end()
    if cue is not None and (more := _apposition(text, end, cue)):
        end = more
    return evolve(speaker, start=start, end=end, text=text[start:end])


def _apposition(text: str, end: int, cue: Span) -> int:
    """Where an apposition or a relative clause after a source ends; 0 without one."""
    if end <= cue.start:
        inserted = _INSERTED.match(text[end : cue.start])
        return end + inserted.end() if inserted else 0
    ending = _ENDING.match(text, end)
    return ending.end() if ending else 0


def _titled(text: str, speaker: Mention, titles: list[OfficialTitle]) -> tuple[int, int]:
    """Where a speaker's name with the titles beside it begins and ends."""
    whole: Span = speaker
    for title in titles:
        if title.person is not None and title.person.overlaps(speaker):
            first, second = sorted((whole, title), key=lambda span: span.start)
            if first.overlaps(second) or _APPOSED.fullmatch(text, first.end, second.start):
                start, end = min(first.start, second.start), max(first.end, second.end)
                whole = Span(start=start, end=end, text=text[start:end])
    return whole.start, whole.end
