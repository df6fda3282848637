"""Speakers who are called by a title alone, resolved by the titles that other extractors found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from newsfacts import Analysis, Fact, Link, OfficialTitle, Quote, fold
from newsfacts_quotes.words import words_of

__all__ = ["resolve_roles"]

_WORD = re.compile(r"[^\W\d_]+")
# So many first letters tell a word in all its cases, and «России» from «Румынии» still.
_STEM = 4


def resolve_roles(analysis: Analysis, facts: Sequence[Fact]) -> Iterator[Link]:
    """Link speakers such as «глава ведомства» to the one person whom the article calls so.

    Args:
        analysis: The article.
        facts: Its facts.
    """
    people = {entity.name for entity in analysis.entities if entity.type == "person"}
    titles = [fact for fact in facts if isinstance(fact, OfficialTitle) and fact.person and fact.status != "former"]
    if not titles:
        return
    look = words_of(analysis.language).look
    for quote in facts:
        if not isinstance(quote, Quote) or quote.speaker is None:
            continue
        speaker = quote.speaker
        if speaker.type != "person" or speaker.name in people:
            continue
        words = speaker.name.split()
        head = next((word for word in words if look(fold(word)).noun), "")
        if not head or look(fold(head)).plural:
            continue
        role = _stems(speaker.name)
        # A title on the speaker's own words is no evidence: it says whom another extractor took them for.
        elsewhere = [title for title in titles if not title.overlaps(speaker)]
        holders = {
            title.person.name: title.person for title in elsewhere if title.person and _names(title, role, fold(head)[:_STEM])
        }
        if len(holders) == 1:
            (holder,) = holders.values()
            yield Link(fact=quote.id, field="speaker", mention=evolve(speaker, name=holder.name, gender=holder.gender))


def _names(title: OfficialTitle, role: frozenset[str], head: str) -> bool:
    """Whether a role is a title: it has the position's words, its head among them, and one of its body or place."""
    position = _stems(title.position)
    if head not in position or not position <= role:
        return False
    others = role - position
    return not others or not others.isdisjoint(_stems(f"{title.organization or ''} {title.place or ''}"))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(text)))
