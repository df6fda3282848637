"""Where an article names whom: the sentence, how often, beside which words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from newsfacts import Analysis, Mention, fold
from newsfacts_quotes.mentions import full_name, is_named_in, is_nominative

__all__ = ["Sightings"]

# Words in quotation marks longer than this are no name.
_LONGEST_NAME = 60
_START = attrgetter("start")


class Sightings:
    """Tells where the article names somebody.

    Args:
        analysis: The article.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    def number(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_right(self._analysis.sentences, offset, key=_START) - 1)

    def sentence(self, number: int) -> tuple[int, int]:
        """Where a sentence begins and ends."""
        return self._analysis.sentences[number]

    def nearest(self, mention: Mention, at: int) -> Mention | None:
        """The last mention of somebody before an offset; their only one where the article names them by no name."""
        places = self._places.get(mention.name, [mention])
        index = bisect_left(places, at, key=_START) - 1
        return places[index] if index >= 0 else None

    def before(self, mention: Mention, at: int) -> Sequence[Mention]:
        """The mentions of somebody before an offset."""
        places = self._places.get(mention.name, ())
        return places[: bisect_left(places, at, key=_START)]

    def is_named_in(self, mention: Mention, spans: Sequence[tuple[int, int]]) -> bool:
        """Whether somebody is named in what was said, as few are by themselves."""
        return is_named_in(self._places.get(mention.name, ()), spans)

    def count(self, mention: Mention) -> int:
        """How often the article names somebody."""
        return len(self._places.get(mention.name, ()))

    def is_first(self, mention: Mention) -> bool:
        """Whether a mention is the first person of its sentence in the nominative."""
        sentence = self._analysis.sentence_at(mention.start)
        before = self._analysis.mentions_in(sentence.start, mention.start + 1)
        return all(m is mention or m.type != "person" or not is_nominative(m) for m in before)

    def is_quoted(self, mention: Mention, at: int) -> bool:
        """Whether a mention is within quoted words that end before an offset."""
        index = bisect_right(self._quoted, mention.start, key=lambda span: span[0]) - 1
        return index >= 0 and mention.end <= self._quoted[index][1] < at

    def is_used_before(self, low: str, at: int) -> bool:
        """Whether the article uses a folded word before an offset."""
        return self._first_uses.get(low, at) < at

    @cached_property
    def _places(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in self._analysis.mentions:
            found.setdefault(full_name(self._analysis, mention), []).append(mention)
        return found

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        """Start and end of the outermost quotations that are longer than a name."""
        spans = [(q.start, q.end) for q in self._analysis.quotations if q.depth == 0]
        return [(start, end) for start, end in spans if end - start > _LONGEST_NAME]

    @cached_property
    def _first_uses(self) -> dict[str, int]:
        return {fold(token.text): token.start for token in reversed(self._analysis.tokens)}
