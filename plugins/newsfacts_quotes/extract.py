"""Quotes of an article: sentence by sentence, with headlines and verbatim blocks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsfacts import Analysis, Quotation, Quote, Sentence, fold
from newsfacts_quotes.clauses import Clause, units_between
from newsfacts_quotes.cues import Cue, find_cues
from newsfacts_quotes.draft import LIKELY, POSSIBLE, Draft, Finder, Said
from newsfacts_quotes.quoted import Quoted
from newsfacts_quotes.reported import Reported

__all__ = ["find_quotes"]

_BLOCK_GAP = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)?(?=\S)")
_MARKS = "«„“\"‹'"


def find_quotes(analysis: Analysis) -> Iterator[Quote]:
    """Find what the article attributes to somebody."""
    yield from _Extraction(Draft(analysis)).quotes()


class _Extraction(Finder):
    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.reported = Reported(draft)
        self.quoted = Quoted(draft)
        triggers = draft.words.triggers
        self._candidates = [t for t in draft.analysis.tokens if t.text[:4] in triggers]
        self._starts = [t.start for t in self._candidates]

    def quotes(self) -> list[Quote]:
        for sentence in self.analysis.sentences:
            if sentence.start < self.draft.done:
                continue
            quotations = self.draft.quotations_in(sentence)
            if self._may_quote(sentence, quotations):
                self._sentence(sentence, quotations)
            else:
                self.draft.pending = None
            self.draft.previous = sentence
        return self.draft.facts

    def _may_quote(self, sentence: Sentence, quotations: Sequence[Quotation]) -> bool:
        """Whether a sentence has a cue, a colon or marks that make it worth looking at."""
        last = self.text[sentence.end - 1]
        if last == ":" or (
            last not in ".;" and self.text.find(":", sentence.start, min(sentence.end, sentence.start + 80)) > 0
        ):
            return True
        for at in range(bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)):
            if self.words.opens(self._candidates[at].text, bool(quotations)):
                return True
        return any(self.quoted.stands_out(q, sentence) for q in quotations)

    def _sentence(self, sentence: Sentence, quotations: Sequence[Quotation]) -> None:
        clause = Clause(units_between(self.analysis, sentence.start, sentence.end, quotations), sentence.start, sentence.end)
        if not clause.units:
            return
        cues = find_cues(clause, self.words)
        self.draft.known = {}
        said = self._headline(clause, cues) or self.reported.find(clause, cues)
        if quotations:
            self.quoted.find(clause, cues, said)
        if clause.low(len(clause) - 1) == ":":
            self._block(clause, cues, said)
        else:
            self.draft.pending = None

    def _headline(self, clause: Clause, cues: Sequence[Cue]) -> list[Said]:
        """«Песков: решение не принято», a whole line without a stop."""
        if self.text[clause.end - 1] in ".;:":
            return []
        colon = next((i for i in range(1, min(9, len(clause))) if clause.low(i) == ":"), 0)
        if not colon or len(clause) < colon + 3 or any(c.first < colon for c in cues):
            return []
        if not self._is_whole_line(clause):
            return []
        speaker = self.speakers.headline(clause, colon)
        told = clause.units[colon + 1 :]
        if speaker is None or not any(u.quotation or (u.is_word and not self.speakers.phrases.is_capital(u)) for u in told):
            return []  # «На снимке: Иван Орлов, Анна Белова» names people and says nothing
        self.speakers.antecedents.remember(speaker)
        first_person = any(u.is_word and self.words.look(u.low).first_person for u in told)
        start, end = clause.units[colon + 1].start, clause.units[-1].end
        if clause.units[colon + 1].quotation:
            self.draft.emit_quotation(clause.units[colon + 1].quotation, "direct", None, speaker, LIKELY)
        else:
            self.draft.emit(start, end, "direct" if first_person else "indirect", None, speaker, POSSIBLE)
        return [Said(colon + 1, len(clause), Cue(0, 0, 0, None, "phrase"), speaker)]

    def _is_whole_line(self, clause: Clause) -> bool:
        """Whether nothing else stands in the line or lines of a sentence."""
        tokens = self.analysis.tokens
        before, after = self.analysis.token_index(clause.start) - 1, self.analysis.token_index(clause.end)
        opens = before < 0 or "\n" in self.text[tokens[before].end : clause.start]
        return opens and (after == len(tokens) or "\n" in self.text[clause.end : tokens[after].start])

    def _block(self, clause: Clause, cues: Sequence[Cue], said: Sequence[Said]) -> None:
        """The paragraph after «X сказал:» is what X said, word for word."""
        self.draft.pending = None
        gap = _BLOCK_GAP.match(self.text, clause.end)
        paragraph = self.draft.paragraph_after(gap.end()) if gap else None
        if gap is None or paragraph is None:
            return
        outside = [c for c in cues if not any(s.start <= c.first < s.end for s in said)]
        if outside:
            cue = outside[-1]
            span, speaker = self.draft.cue_span(clause, cue), self.quoted.speaker(clause, cue, cues, said)
        elif self._is_first_person(paragraph):
            span, speaker = None, self.speakers.main_subject(clause)
        else:
            return
        if self.text[gap.end()] in _MARKS:
            self.draft.pending = span, speaker
            return
        if paragraph.end - paragraph.start < 20:
            return
        self.draft.emit(paragraph.start, paragraph.end, "direct", span, speaker, LIKELY)
        self.draft.done = paragraph.end

    def _is_first_person(self, paragraph: Sentence) -> bool:
        words = self.words.lexicon.words.first_person
        tokens = self.analysis.tokens_in(paragraph.start, min(paragraph.end, paragraph.start + 200))
        return any(fold(t.text) in words for t in tokens)
