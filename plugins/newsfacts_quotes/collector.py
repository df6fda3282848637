"""The quotes of an article while they are collected, and what its sentences share."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from newsfacts import Analysis, Mention, Quotation, Quote, Sentence, Span
from newsfacts_quotes.content import author_words
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.speakers import Speaker, Speakers

__all__ = ["CERTAIN", "LIKELY", "POSSIBLE", "Attributed", "Attribution", "Collector", "Finder", "Style"]

Style = Literal["direct", "partial", "indirect"]
Attribution = tuple[Span | None, Mention | None]

# How sure a quote is that has both marks and a cue, one of them, or only a place near another quote.
CERTAIN, LIKELY, POSSIBLE = 0.95, 0.85, 0.7
# Marks that are cut off too where the same words are in two pairs of marks («„…“»).
_OPENING, _CLOSING = '«„“"', '»“”"'
# What is cut off the ends of reported speech and of quoted words.
_EDGES, _QUOTED_EDGES = " \t\r\n\xa0,;:.—–-", " \t\r\n\xa0,—–-"


@frozen
class Attributed:
    """Units that a cue attributes, and the speaker.

    Attributes:
        start: Index of the first unit.
        end: Index after the last unit.
        cue: The cue.
        speaker: The speaker, None when nobody is named.
    """

    start: int
    end: int
    cue: Cue
    speaker: Mention | None


class Collector:
    """Collects the quotes of an article, with what its sentences share: who spoke, and what was reported already.

    Args:
        analysis: The article.
        words: Look-up of its language's words.

    Attributes:
        analysis: The article.
        text: Its text.
        words: Look-up of its language's words.
        speakers: Finds speakers.
        facts: The quotes, as they were found.
        done: The offset up to which the text was reported whole: a block or an unclosed quotation.
        previous: The sentence before the one at hand.
        pending: Cue and speaker of the sentence before, if it ended in a colon that introduces the next paragraph.
        known: The speakers of the cues of the sentence at hand, by the cue's first unit.
    """

    def __init__(self, analysis: Analysis, words: WordLookup) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.words = words
        self.speakers = Speakers(analysis, self.words)
        self.facts: list[Quote] = []
        self.done = 0
        self.previous: Sentence | None = None
        self.pending: Attribution | None = None
        self.known: dict[int, Speaker] = {}
        self._outermost = [q for q in analysis.quotations if q.depth == 0]
        self._starts = [q.start for q in self._outermost]
        self._spans: set[tuple[int, int]] = set()

    def speaker(self, sentence: SentenceUnits, cue: Cue, cues: Sequence[Cue]) -> Speaker:
        """The speaker of a cue; a gerund and a verb joined by a conjunction have the one of the cue before them."""
        known = self.known.get(cue.first)
        if known is None:
            known = self._shared(sentence, cue, cues) or self.speakers.of(sentence, cue)
            self.known[cue.first] = known
            self.speakers.antecedents.remember(known.mention)
        return known

    def _shared(self, sentence: SentenceUnits, cue: Cue, cues: Sequence[Cue]) -> Speaker | None:
        before = next((c for c in reversed(cues) if c.last < cue.first and c.verb and c.verb.mood != "participle"), None)
        if before is None or cue.verb is None:
            return None
        if cue.verb.mood == "gerund":
            mention = self.speaker(sentence, before, cues).mention
            if before.kind == "citing":
                mention = self.speakers.citer
            return Speaker(mention, cue.last) if mention else None
        if before.first not in self.known:
            return None
        joined = sentence.low(cue.first - 1) in self.words.lexicon.words.joints and before.verb is not None
        if joined and before.verb and (before.verb.number, before.verb.gender) == (cue.verb.number, cue.verb.gender):
            return Speaker(self.known[before.first].mention, cue.last)
        return None

    def quotations_in(self, bounds: Sentence) -> Sequence[Quotation]:
        """The outermost quotations that begin in a sentence."""
        return self._outermost[bisect_left(self._starts, bounds.start) : bisect_left(self._starts, bounds.end)]

    def paragraph_after(self, offset: int) -> Sentence | None:
        """The first paragraph that begins at an offset or after it."""
        paragraphs = self.analysis.paragraphs
        index = bisect_left(paragraphs, (offset, 0))
        return paragraphs[index] if index < len(paragraphs) else None

    def cue_span(self, sentence: SentenceUnits, cue: Cue) -> Span | None:
        """The words of a cue; None for a headline, which has none."""
        if cue.last >= len(sentence) or (
            cue.verb is None and cue.head == 0 and sentence.low(0) not in self.words.lexicon.phrases
        ):
            return None
        return self.analysis.span(sentence.units[cue.first].start, sentence.units[cue.last].end)

    def emit_quotation(
        self, quotation: Quotation | None, style: Style, cue: Span | None, speaker: Mention | None, confidence: float
    ) -> None:
        """Report the words in quotation marks, unless author's words interrupt them: then their pieces are reported."""
        if quotation is None:
            return
        end = quotation.inner_end
        if not quotation.closed:
            line = self.text.find("\n", quotation.start, end)
            end = end if line < 0 else line
            self.done = max(self.done, end)
        if not author_words(self.text, quotation, self.words):  # or else its pieces are found by themselves
            self.emit(quotation.inner_start, end, style, cue, speaker, confidence)

    def emit(self, start: int, end: int, style: Style, cue: Span | None, speaker: Mention | None, confidence: float) -> None:
        """Report a stretch of the text without the marks at its ends, once."""
        edges = _EDGES if style == "indirect" else _QUOTED_EDGES
        said = self.text[start:end]
        start += len(said) - len(said.lstrip(edges))
        end -= len(said) - len(said.rstrip(edges))
        if style != "indirect":
            while end - start > 2 and self.text[start] in _OPENING and self.text[end - 1] in _CLOSING:
                start, end = start + 1, end - 1
        if end <= start or (start, end) in self._spans:
            return
        self._spans.add((start, end))
        self.facts.append(
            Quote(
                start=start,
                end=end,
                text=self.text[start:end],
                style=style,
                speaker=speaker,
                cue=cue,
                confidence=confidence,
            )
        )


class Finder:
    """A search for one kind of quotes, with what each of them needs.

    Args:
        collector: Where it puts the quotes that it finds.
    """

    def __init__(self, collector: Collector) -> None:
        self.collector = collector
        self.analysis = collector.analysis
        self.text = collector.text
        self.words = collector.words
        self.speakers = collector.speakers
        self.phrases = collector.speakers.phrases
