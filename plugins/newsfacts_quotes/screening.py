"""Which sentences may quote somebody, told cheaply before their words are looked up."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from newsfacts import Analysis
from newsfacts_quotes.dialogue import Verbatim
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.verbatim import Segment

__all__ = ["Screen"]

_DASH_AFTER = re.compile(r"[,.!?…]?[^\S\n]?[—–-]")
_TAIL = re.compile(r"[^\S\n][—–-][^\S\n]|:[^\S\n]")
# A colon within so many first characters of a sentence, or a dash within so many last ones, may be a headline's.
_LABEL_WITHIN = 80
_TEXT = attrgetter("text")


class Screen:
    """Tells the sentences of an article that may quote somebody by themselves.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
        attitudes: Whether what somebody wants or feels is looked for, too.
    """

    def __init__(self, analysis: Analysis, words: WordLookup, attitudes: bool) -> None:
        self._analysis = analysis
        self._words = words
        self._attitudes = attitudes
        tokens = analysis.tokens
        self._triggers = [tokens[i] for i in words.cues.among(list(map(_TEXT, tokens)))]
        self._starts = [token.start for token in self._triggers]

    def passes(self, segment: Segment) -> bool:
        """Whether a segment has marks, a colon or a cue that make it worth looking at."""
        return (
            any(self._stands_out(verbatim, segment) for verbatim in segment.verbatims)
            or self._may_be_headline(*segment.bounds)
            or self._has_cue(segment)
        )

    def _stands_out(self, verbatim: Verbatim, segment: Segment) -> bool:
        """Whether words begin a sentence, follow a colon or a label, or precede a dash: without a cue only such ones quote."""
        if verbatim.form != "marks" or verbatim.start == segment.bounds.start:
            return True
        text, index = self._analysis.text, self._analysis.token_index(verbatim.start)
        if index and self._analysis.tokens[index - 1].text in self._words.labels:
            return True
        before = text[max(0, verbatim.start - 2) : verbatim.start]
        return ":" in before or _DASH_AFTER.match(text, verbatim.end) is not None

    def _may_be_headline(self, start: int, end: int) -> bool:
        """Whether a sentence introduces the next, or a colon or a dash in it may part a speaker from what they said.

        The colon is near its beginning, the mark near its end, which is no full stop.
        """
        text = self._analysis.text
        last = text[end - 1]
        if last in ".;":
            return False
        if last == ":" or text.find(":", start, min(end, start + _LABEL_WITHIN)) > 0:
            return True
        return _TAIL.search(text, max(start, end - _LABEL_WITHIN), end) is not None

    def _has_cue(self, segment: Segment) -> bool:
        start, end = segment.bounds
        triggers = self._triggers[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        others = self._attitudes or bool(segment.verbatims)
        return any(self._words.opens(trigger.text, others) for trigger in triggers)
