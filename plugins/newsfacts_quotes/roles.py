"""Speakers who are called by a title alone, resolved by the titles that other extractors found."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from attrs import evolve

from newsfacts import Analysis, Fact, Link, Mention, OfficialTitle, Quote, fold
from newsfacts_quotes.lookup import WordLookup, stem_of

__all__ = ["resolve_roles"]

_WORD = re.compile(r"[^\W\d_]+")

Stems = frozenset[str]


def resolve_roles(analysis: Analysis, facts: Sequence[Fact], words: WordLookup) -> Iterator[Link]:
    """Link speakers such as «глава ведомства» (the head of the agency) to the one person whom the article calls so.

    Args:
        analysis: The article.
        facts: Its facts.
        words: Look-up of its language's words.
    """
    named = {entity.name for entity in analysis.entities}
    titles = _Titles([fact for fact in facts if isinstance(fact, OfficialTitle) and fact.status != "former"], words)
    for quote in facts:
        if not isinstance(quote, Quote) or quote.speaker is None:
            continue
        speaker = quote.speaker
        if speaker.type != "person" or speaker.name in named:
            continue
        head = next((word for word in fold(speaker.name).split() if words.look(word).noun), "")
        if words.look(head).plural:
            continue
        holder = titles.holder(speaker, head)
        if holder:
            yield Link(fact=quote.id, field="speaker", mention=evolve(speaker, name=holder.name, gender=holder.gender))


class _Titles:
    """Who holds which title.

    A role is a title when it has the position's words, its head among them, and one of its body or place, or no others.

    Args:
        titles: The titles, in the order of the text.
        words: Look-up of words: short ones have no letters in common with all their forms («Тула», «Тулы»).
    """

    def __init__(self, titles: Sequence[OfficialTitle], words: WordLookup) -> None:
        self._titles = titles
        self._words = words
        # By a position, and by a stem of its body or place or None for all: the numbers of the titles of each holder.
        self._held: dict[tuple[Stems, str | None], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, title in enumerate(titles):
            if title.person is None:
                continue
            position = self._stems(title.position)
            for stem in (None, *self._stems(title.organization, title.place)):
                self._held[position, stem][title.person.name].append(number)
        positions = dict.fromkeys(position for position, _ in self._held)
        often = Counter(stem for position in positions for stem in position)
        self._positions: dict[str, list[Stems]] = defaultdict(list)  # by the rarest of their stems
        for position in positions:
            if position:
                self._positions[min(position, key=lambda stem: (often[stem], stem))].append(position)

    def holder(self, speaker: Mention, head: str) -> Mention | None:
        """The one person who holds the title that a speaker is called by.

        A title on the speaker's own words is no evidence: it only shows whom another extractor took them for.

        Args:
            speaker: The speaker.
            head: The head of the speaker's name; of its parts the first one counts («вице-мэр»).
        """
        role, head = self._stems(speaker.name), self._stem(head.partition("-")[0])
        last: dict[str, int] = {}  # the last title of each holder
        for position in (p for stem in role for p in self._positions.get(stem, ()) if head in p and p <= role):
            for stem in role - position or (None,):
                for name, numbers in self._held.get((position, stem), {}).items():
                    number = next((n for n in reversed(numbers) if not self._titles[n].overlaps(speaker)), None)
                    if number is not None:
                        last[name] = max(number, last.get(name, number))
                    if len(last) > 1:
                        return None
        return self._titles[last.popitem()[1]].person if last else None

    def _stems(self, *texts: str | None) -> Stems:
        """The stems of all words of some texts."""
        lows = [word for text in texts if text for word in _WORD.findall(fold(text))]
        return frozenset(map(self._stem, lows))

    def _stem(self, low: str) -> str:
        return stem_of(self._words.look(low).lemma)
