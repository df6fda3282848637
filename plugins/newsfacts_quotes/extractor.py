"""Quotes of an article: sentence by sentence, with headlines and verbatim blocks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsfacts import Analysis, Quotation, Quote, Sentence, fold
from newsfacts_quotes.collector import LIKELY, POSSIBLE, AttributedContent, Collector, Finder
from newsfacts_quotes.cues import Cue, find_cues
from newsfacts_quotes.quoted import QuotedSpeech
from newsfacts_quotes.reported import ReportedSpeech
from newsfacts_quotes.sentence_units import SentenceUnits, units_between

__all__ = ["find_quotes"]

_BLOCK_GAP = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)?(?=\S)")
_MARKS = "«„“\"‹'"


def find_quotes(analysis: Analysis) -> Iterator[Quote]:
    """Find what the article attributes to somebody."""
    yield from _Extraction(Collector(analysis)).quotes()


class _Extraction(Finder):
    def __init__(self, collector: Collector) -> None:
        super().__init__(collector)
        self.reported = ReportedSpeech(collector)
        self.quoted = QuotedSpeech(collector)
        triggers = collector.words.triggers
        self._candidates = [t for t in collector.analysis.tokens if t.text[:4] in triggers]
        self._starts = [t.start for t in self._candidates]

    def quotes(self) -> list[Quote]:
        for bounds in self.analysis.sentences:
            if bounds.start < self.collector.done:
                continue
            quotations = self.collector.quotations_in(bounds)
            if self._may_quote(bounds, quotations):
                self._sentence(bounds, quotations)
            else:
                self.collector.pending = None
            self.collector.previous = bounds
        return self.collector.facts

    def _may_quote(self, bounds: Sentence, quotations: Sequence[Quotation]) -> bool:
        """Whether a sentence has a cue, a colon or marks that make it worth looking at."""
        last = self.text[bounds.end - 1]
        if last == ":" or (last not in ".;" and self.text.find(":", bounds.start, min(bounds.end, bounds.start + 80)) > 0):
            return True
        for at in range(bisect_left(self._starts, bounds.start), bisect_left(self._starts, bounds.end)):
            if self.words.opens(self._candidates[at].text, bool(quotations)):
                return True
        return any(self.quoted.stands_out(q, bounds) for q in quotations)

    def _sentence(self, bounds: Sentence, quotations: Sequence[Quotation]) -> None:
        sentence = SentenceUnits(units_between(self.analysis, bounds.start, bounds.end, quotations), bounds.start, bounds.end)
        if not sentence.units:
            return
        cues = find_cues(sentence, self.words)
        self.collector.known = {}
        said = self._headline(sentence, cues) or self.reported.find(sentence, cues)
        if quotations:
            self.quoted.find(sentence, cues, said)
        if sentence.low(len(sentence) - 1) == ":":
            self._block(sentence, cues, said)
        else:
            self.collector.pending = None

    def _headline(self, sentence: SentenceUnits, cues: Sequence[Cue]) -> list[AttributedContent]:
        """«Песков: решение не принято», a whole line without a stop."""
        if self.text[sentence.end - 1] in ".;:":
            return []
        colon = next((i for i in range(1, min(9, len(sentence))) if sentence.low(i) == ":"), 0)
        if not colon or len(sentence) < colon + 3 or any(c.first < colon for c in cues):
            return []
        if not self._is_whole_line(sentence):
            return []
        speaker = self.speakers.headline(sentence, colon)
        told = sentence.units[colon + 1 :]
        if speaker is None or not any(u.quotation or (u.is_word and not self.speakers.phrases.is_capital(u)) for u in told):
            return []  # «На снимке: Иван Орлов, Анна Белова» names people and says nothing
        self.speakers.antecedents.remember(speaker)
        first_person = any(u.is_word and self.words.look(u.low).first_person for u in told)
        start, end = sentence.units[colon + 1].start, sentence.units[-1].end
        if sentence.units[colon + 1].quotation:
            self.collector.emit_quotation(sentence.units[colon + 1].quotation, "direct", None, speaker, LIKELY)
        else:
            self.collector.emit(start, end, "direct" if first_person else "indirect", None, speaker, POSSIBLE)
        return [AttributedContent(colon + 1, len(sentence), Cue(0, 0, 0, None, "phrase"), speaker)]

    def _is_whole_line(self, sentence: SentenceUnits) -> bool:
        """Whether nothing else stands in the line or lines of a sentence."""
        tokens = self.analysis.tokens
        before, after = self.analysis.token_index(sentence.start) - 1, self.analysis.token_index(sentence.end)
        opens = before < 0 or "\n" in self.text[tokens[before].end : sentence.start]
        return opens and (after == len(tokens) or "\n" in self.text[sentence.end : tokens[after].start])

    def _block(self, sentence: SentenceUnits, cues: Sequence[Cue], said: Sequence[AttributedContent]) -> None:
        """The paragraph after «X сказал:» is what X said, word for word."""
        self.collector.pending = None
        gap = _BLOCK_GAP.match(self.text, sentence.end)
        paragraph = self.collector.paragraph_after(gap.end()) if gap else None
        if gap is None or paragraph is None:
            return
        outside = [c for c in cues if not any(s.start <= c.first < s.end for s in said)]
        if outside:
            cue = outside[-1]
            span, speaker = self.collector.cue_span(sentence, cue), self.quoted.speaker(sentence, cue, cues, said)
        elif self._is_first_person(paragraph):
            span, speaker = None, self.speakers.main_subject(sentence)
        else:
            return
        if self.text[gap.end()] in _MARKS:
            self.collector.pending = span, speaker
            return
        if paragraph.end - paragraph.start < 20:
            return
        self.collector.emit(paragraph.start, paragraph.end, "direct", span, speaker, LIKELY)
        self.collector.done = paragraph.end

    def _is_first_person(self, paragraph: Sentence) -> bool:
        words = self.words.lexicon.words.first_person
        tokens = self.analysis.tokens_in(paragraph.start, min(paragraph.end, paragraph.start + 200))
        return any(fold(t.text) in words for t in tokens)
