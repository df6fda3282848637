"""The quotes that are reported of an article: each stretch of its text once, without the marks at its ends."""

from __future__ import annotations

from typing import Literal

from newsfacts import Analysis, Mention, Quote, Span
from newsfacts_quotes.attributions import Attributed
from newsfacts_quotes.contents import Contents
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.verbatim import Segment

__all__ = ["QuoteFacts"]

Style = Literal["direct", "partial", "indirect"]

# What is cut off the ends of reported speech and of quoted words.
_EDGES, _QUOTED_EDGES = " \t\r\n\xa0,;:.—–-", " \t\r\n\xa0,—–-"
# Marks that are cut off too where the same words are in two pairs of marks («„…“»).
_OPENING, _CLOSING = '«„“"', '»“”"'
# Among so many last quotes are those of the sentence before.
_LAST = 12


class QuoteFacts:
    """Collects the quotes of an article in the order in which they are found.

    Args:
        analysis: The article.
        words: Look-up of its language's words.

    Attributes:
        all: The quotes so far.
    """

    def __init__(self, analysis: Analysis, words: WordLookup) -> None:
        self.all: list[Quote] = []
        self._analysis = analysis
        self._text = analysis.text
        self._words = words
        self._spans: set[tuple[int, int]] = set()

    def add(
        self, sentence: SentenceUnits, entry: Attributed, cue: Span | None, speaker: Mention | None, confidence: float
    ) -> None:
        """Report what is attributed in a sentence; words that are in another pair of marks are reported once.

        Args:
            sentence: The sentence.
            entry: What is attributed.
            cue: Where its cue is.
            speaker: Who speaks.
            confidence: How likely all that is.
        """
        verbatim = entry.verbatim
        if verbatim is None:
            units = sentence.units[entry.start : entry.end]
            own = entry.cue.kind == "label" and any(u.is_word and self._words.look(u.low).first_person for u in units)
            self._add(units[0].start, units[-1].end, "direct" if own else "indirect", cue, speaker, confidence)
            return
        if speaker is not None and speaker.name == self._text[verbatim.inner_start : verbatim.inner_end]:
            speaker = None  # nobody's words are who said them
        style = "direct" if entry.voice else _style(sentence, entry.start, self._text)
        self._add(verbatim.inner_start, verbatim.inner_end, style, cue, speaker, confidence)

    def add_whole(self, segment: Segment, cue: Span | None, speaker: Mention | None, confidence: float) -> None:
        """Report a sentence that the next one refers to as what somebody said, unless it is what somebody is quoted with."""
        sentence = SentenceUnits(self._analysis, self._words, segment.bounds, segment.verbatims)
        opening, last = Contents(sentence, (), self._words, True).opening, sentence.last()
        if last <= opening:
            return
        start, end = sentence.units[opening].start, sentence.units[last - 1].end
        if not any(f.style != "partial" and f.start < end and start < f.end for f in self.all[-_LAST:]):
            self._add(start, end, "indirect", cue, speaker, confidence)

    def _add(self, start: int, end: int, style: Style, cue: Span | None, speaker: Mention | None, confidence: float) -> None:
        edges = _EDGES if style == "indirect" else _QUOTED_EDGES
        said = self._text[start:end]
        start += len(said) - len(said.lstrip(edges))
        end -= len(said) - len(said.rstrip(edges))
        while end - start > 2 and self._text[start] in _OPENING and self._text[end - 1] in _CLOSING:
            start, end = start + 1, end - 1
        if end <= start or (start, end) in self._spans:
            return
        self._spans.add((start, end))
        self.all.append(
            Quote(
                start=start,
                end=end,
                text=self._text[start:end],
                style=style,
                speaker=speaker,
                cue=cue,
                confidence=round(confidence, 3),
            )
        )


def _style(sentence: SentenceUnits, index: int, text: str) -> Style:
    """Whether quoted words are full clauses or a fragment of the author's sentence."""
    verbatim = sentence.units[index].quotation
    assert verbatim is not None
    lead, tail, after = sentence.code(index - 1), sentence.code(index + 1), sentence.code(index + 2)
    if verbatim.form != "marks" or lead == ":" or (lead == "that" and tail in (".", "$")):
        return "direct"  # «that „…“» is a clause that is a quotation and nothing else
    if lead in ("^", "—") or tail in ("—", "$"):
        return "direct" if text[verbatim.inner_start].isupper() else "partial"
    return "direct" if tail == "," and after == "—" else "partial"
