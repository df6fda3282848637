"""Quoted words: which quotations of a sentence quote somebody, and whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsfacts import Mention, Quotation, Sentence, Span, fold
from newsfacts_quotes.collector import CERTAIN, LIKELY, POSSIBLE, Attributed, Attribution, Finder, Style
from newsfacts_quotes.content import author_words, is_speech
from newsfacts_quotes.cues import Cue, find_cues
from newsfacts_quotes.mentions import named
from newsfacts_quotes.sentence_units import SentenceUnits

__all__ = ["QuotedSpeech"]

# Cue, speaker, style and confidence.
_Found = tuple[Span | None, Mention | None, Style, float]
_STOPS = frozenset((",", ".", "!", "?", "…"))
_DASH_AFTER = re.compile(r"[,.!?…]?[^\S\n]?[—–-]")
_DASH = re.compile(r"[—–-][^\S\n]+")
# How far after the last quotation, in characters, one without a cue goes on with its speaker.
_CONTINUATION = 400
# A quotation that is a sentence by itself has no more units after it: marks and further quotations.
_LONGEST_REST = 2


class QuotedSpeech(Finder):
    """Finds who is quoted in quotation marks."""

    def find(self, sentence: SentenceUnits, cues: Sequence[Cue], said: list[Attributed]) -> None:
        """Report the quotations of a sentence that quote somebody, with what is known of its cues."""
        last: Attribution | None = None
        for index, unit in enumerate(sentence.units):
            if unit.quotation is None:
                continue
            if interruptions := author_words(self.text, unit.quotation, self.words):
                self._interrupted(unit.quotation, interruptions)
                continue
            found = self._attribution(sentence, index, cues, said, last)
            if found is None:
                continue
            span, speaker, style, confidence = found
            self.collector.emit_quotation(unit.quotation, style, span, speaker, confidence)
            self.speakers.antecedents.remember(speaker)
            last = span, speaker

    def _attribution(
        self,
        sentence: SentenceUnits,
        index: int,
        cues: Sequence[Cue],
        said: Sequence[Attributed],
        last: Attribution | None,
    ) -> _Found | None:
        """Cue, speaker, style and confidence of a quotation; None where it quotes nobody."""
        speech = is_speech(self.analysis, sentence, index, self.words)
        owner = next((s for s in reversed(said) if s.start <= index < s.end), None)
        if owner:
            return self._reported(sentence, index, cues, said, owner) if speech else None
        if found := self._after_dash(sentence, index, cues, said, speech):
            return (*found, "direct", CERTAIN)
        before = sentence.low(index - 1)
        listed = before == "," and index > 1 and sentence.units[index - 2].quotation is not None
        if last and before in ("—", ":", ",", ".") and (speech or listed or before == "—"):
            return (*last, "direct", CERTAIN)
        introduces = before == ":" or (before == "—" and speech)
        if introduces and (introduced := self._introduced(sentence, index, cues, said, speech)):
            return introduced
        if len(sentence) - index - 1 <= _LONGEST_REST and all(
            not u.low[0].isalnum() for i, u in enumerate(sentence.units) if i != index and not u.quotation
        ):
            return self._standing_alone(sentence, index, speech)
        return self._fragment(sentence, index, cues, said) if speech else None

    def _reported(
        self,
        sentence: SentenceUnits,
        index: int,
        cues: Sequence[Cue],
        said: Sequence[Attributed],
        owner: Attributed,
    ) -> _Found | None:
        """A quotation within reported speech: its speaker's words, or those of a cue of its own («X назвал это злом: „…“»)."""
        own = next((c for c in reversed(cues) if owner.start <= c.first < index), None)
        if own and sentence.low(index - 1) == ":":
            return self.collector.cue_span(sentence, own), self.speaker(sentence, own, cues, said), "direct", LIKELY
        if owner.speaker is None and owner.cue.verb is not None and owner.cue.verb.mood == "passive":
            return None  # where nobody is named («сообщается, что …»: it is reported that), the marks hold set words
        return self.collector.cue_span(sentence, owner.cue), owner.speaker, "partial", LIKELY

    def _introduced(
        self, sentence: SentenceUnits, index: int, cues: Sequence[Cue], said: Sequence[Attributed], speech: bool
    ) -> _Found | None:
        """A quotation after a colon or a dash: the nearest cue that has a speaker, or else the phrase before the colon."""
        before = [cue for cue in reversed(cues) if cue.first < index]
        if before and not speech and before[0].first != before[0].last:
            return None  # «выразили соболезнования: „Спартак“, …» (condolences came from …)
        for cue in before:
            speaker = self.speaker(sentence, cue, cues, said)
            if speaker or cue is before[-1]:
                return self.collector.cue_span(sentence, cue), speaker, "direct", CERTAIN
        noun = sentence.units[index - 2] if index > 1 else None
        titled = noun and noun.is_word and self.words.look(noun.low).lemma in self.words.lexicon.words.named
        if sentence.low(index - 1) == ":" and not titled and (speech or index == len(sentence) - 1):
            return None, self.speakers.subject_of(sentence, index - 1), "direct", POSSIBLE
        return None

    def _fragment(self, sentence: SentenceUnits, index: int, cues: Sequence[Cue], said: Sequence[Attributed]) -> _Found | None:
        """A quotation in the author's sentence: what a label's noun holds, or the words of a cue's speaker."""
        quotation = sentence.units[index].quotation
        assert quotation is not None
        if self._is_label(sentence, index - 1) and not self.text[quotation.inner_start].islower():
            label = sentence.units[index - 1]
            return self.analysis.span(label.start, label.end), self.speakers.subject_of(sentence, index - 1), "direct", POSSIBLE
        if " " not in self.text[quotation.inner_start : quotation.inner_end]:
            return None
        cue = next((c for c in reversed(cues) if c.first < index), None) or next((c for c in cues if c.first > index), None)
        if cue is None:
            return None
        speaker = self.speaker(sentence, cue, cues, said)
        if speaker is None or speaker.start <= quotation.start < speaker.end:
            return None  # «супруга „оружейного барона“ считает» (the “arms baron's” wife thinks): the marks hold a nickname
        return self.collector.cue_span(sentence, cue), speaker, "partial", POSSIBLE

    def stands_out(self, quotation: Quotation, bounds: Sentence) -> bool:
        """Whether a quotation is a sentence, follows a colon or precedes a dash: without a cue only such ones quote."""
        if quotation.start == bounds.start or not quotation.closed:
            return True
        index = self.analysis.token_index(quotation.start)
        if index and self._says(fold(self.analysis.tokens[index - 1].text)):
            return True
        before = self.text[max(0, quotation.start - 2) : quotation.start]
        return ":" in before or _DASH_AFTER.match(self.text, quotation.end) is not None

    def _is_label(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether a unit is a noun that introduces quoted words: «с криками „…“» (with shouts of …)."""
        return index >= 0 and sentence.units[index].is_word and self._says(sentence.low(index))

    def _says(self, low: str) -> bool:
        if low not in self.words.labels:
            return False
        word = self.words.look(low)
        return word.lemma in self.words.lexicon.words.labels and "Ins" in word.cases

    def speaker(self, sentence: SentenceUnits, cue: Cue, cues: Sequence[Cue], said: Sequence[Attributed]) -> Mention | None:
        """The speaker of a cue, the same as of the reported speech that it attributes already, if there is any."""
        known = next((s.speaker for s in said if s.cue is cue), None)
        return known or self.collector.speaker(sentence, cue, cues).mention

    def _after_dash(
        self, sentence: SentenceUnits, index: int, cues: Sequence[Cue], said: Sequence[Attributed], speech: bool
    ) -> Attribution | None:
        """The cue or at least the name that follows a quotation's dash."""
        dash = index + 1
        while sentence.low(dash) in _STOPS:
            dash += 1
        if sentence.low(dash) != "—":
            return None
        end = sentence.next_comma(dash + 1)
        cue = next((c for c in cues if dash < c.first < end), None)
        if cue:
            return self.collector.cue_span(sentence, cue), self.speaker(sentence, cue, cues, said)
        structural = speech or sentence.low(index + 1) == ","
        speaker = self.speakers.signature(sentence, dash + 1, end) if structural else None
        return (None, speaker) if speaker else None

    def _standing_alone(self, sentence: SentenceUnits, index: int, speech: bool) -> _Found | None:
        """A quotation that is a sentence: the colon before it, the name after it, or the last speaker."""
        quotation = sentence.units[index].quotation
        assert quotation is not None
        signature = self._signature(sentence.end)
        if self.collector.pending:
            span, speaker = self.collector.pending
            return span, signature or speaker, "direct", CERTAIN
        if not speech or self.text[quotation.inner_start].islower():
            return None
        if signature:
            return None, signature, "direct", LIKELY
        near = self.collector.facts and quotation.start - self.collector.facts[-1].end < _CONTINUATION
        return (None, self.speakers.antecedents.last if near else None, "direct", LIKELY if near else POSSIBLE)

    def _signature(self, end: int) -> Mention | None:
        """The person whose name is the next paragraph, or begins it after a dash: «— Анна Белова, врач»."""
        following = self.collector.paragraph_after(end)
        if following is None:
            return None
        dash = _DASH.match(self.text, following.start)
        start = dash.end() if dash else following.start
        name = next(iter(self.analysis.mentions_in(start, start + 1)), None)
        if name is None or name.type != "person" or name.start != start:
            return None
        ends = name.end == following.end or (dash and self.text[name.end] == ",")
        return named(self.analysis, name) if ends else None

    def _interrupted(self, quotation: Quotation, interruptions: list[tuple[int, int]]) -> None:
        """Pieces of a quotation with the author's words between them."""
        span, speaker = None, None
        for start, end in interruptions:
            sentence = SentenceUnits(self.analysis, Sentence(start, end))
            cues = find_cues(sentence, self.words)
            if cues:
                self.collector.known = {}
                span, speaker = (
                    self.collector.cue_span(sentence, cues[0]),
                    self.collector.speaker(sentence, cues[0], cues).mention,
                )
        at = quotation.inner_start
        for start, end in [*interruptions, (quotation.inner_end, quotation.inner_end)]:
            if end > at and self.text[at:start].strip():
                self.collector.emit(at, start, "direct", span, speaker, CERTAIN)
            at = end
