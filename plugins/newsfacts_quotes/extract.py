"""Quotes of an article: cues, what they attribute, and who speaks, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

from attrs import evolve, frozen

from newsfacts import Analysis, Mention, Quotation, Quote, Sentence, Span, fold
from newsfacts_quotes.clauses import Clause, is_boundary, units_between
from newsfacts_quotes.content import (
    Stretch,
    author_words,
    complement,
    content_end,
    is_speech,
    preposed_end,
    skip_inserted,
)
from newsfacts_quotes.cues import Cue, find_cues
from newsfacts_quotes.phrases import named
from newsfacts_quotes.speakers import Speaker, Speakers
from newsfacts_quotes.words import Words, words_of

__all__ = ["find_quotes"]

Style = Literal["direct", "partial", "indirect"]

_BLOCK_GAP = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)?(?=\S)")
_MARKS = "«„“\"‹'"
_DASH_AFTER = re.compile(r"[,.!?…]?[^\S\n]?[—–-]")
# What is cut off the ends of reported speech and of quoted words.
_EDGES, _QUOTED_EDGES = " \t\r\n\xa0,;:.—–-", " \t\r\n\xa0,—–-"
# How far after the last quotation, in characters, one without a cue goes on with its speaker.
_CONTINUATION = 400
# So many facts at most lie in the sentence before.
_RECENT = 12
_CERTAIN, _LIKELY, _POSSIBLE = 0.95, 0.85, 0.7


@frozen
class _Said:
    """Units that a cue attributes, and the speaker."""

    start: int
    end: int
    cue: Cue
    speaker: Mention | None


def find_quotes(analysis: Analysis) -> Iterator[Quote]:
    """Find what the article attributes to somebody."""
    yield from _Extraction(analysis).quotes()


class _Extraction:
    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.words: Words = words_of(analysis.language)
        self.speakers = Speakers(analysis, self.words)
        self.outermost = [q for q in analysis.quotations if q.depth == 0]
        self.starts = [q.start for q in self.outermost]
        self.spans: set[tuple[int, int]] = set()
        self.facts: list[Quote] = []
        self.done = 0  # what lies before is a quotation or a block that was reported whole
        self.previous: Sentence | None = None
        self.pending: tuple[Span | None, Mention | None] | None = None  # of a colon at a paragraph's end
        self.known: dict[int, Speaker] = {}  # by the first unit of a cue of the sentence at hand

    def quotes(self) -> list[Quote]:
        triggers = [t.start for t in self.analysis.tokens if self.words.opens(t.text)]
        for sentence in self.analysis.sentences:
            if sentence.start < self.done:
                continue
            quotations = self._quotations_in(sentence)
            cued = bisect_left(triggers, sentence.start) < bisect_left(triggers, sentence.end)
            introduces = self.text[sentence.end - 1] == ":"
            if cued or introduces or self._may_be_headline(sentence) or any(self._stands_out(q, sentence) for q in quotations):
                self._sentence(sentence, quotations)
            else:
                self.pending = None
            self.previous = sentence
        return self.facts

    def _quotations_in(self, sentence: Sentence) -> Sequence[Quotation]:
        """The outermost quotations that begin in a sentence."""
        return self.outermost[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]

    def _may_be_headline(self, sentence: Sentence) -> bool:
        colon = self.text.find(":", sentence.start, min(sentence.end, sentence.start + 80))
        return colon > 0 and self.text[sentence.end - 1] not in ".;:"

    def _stands_out(self, quotation: Quotation, sentence: Sentence) -> bool:
        """Whether a quotation is a sentence, follows a colon or precedes a dash: without a cue only such ones quote."""
        if quotation.start == sentence.start or not quotation.closed:
            return True
        index = self.analysis.token_index(quotation.start)
        if index and self._says(fold(self.analysis.tokens[index - 1].text)):
            return True
        before = self.text[max(0, quotation.start - 2) : quotation.start]
        return ":" in before or _DASH_AFTER.match(self.text, quotation.end) is not None

    def _sentence(self, sentence: Sentence, quotations: Sequence[Quotation]) -> None:
        clause = Clause(units_between(self.analysis, sentence.start, sentence.end, quotations), sentence.start, sentence.end)
        if not clause.units:
            return
        cues = find_cues(clause, self.words)
        self.known = {}
        said = self._headline(clause, cues) or self._reported(clause, cues)
        self._quoted(clause, cues, said)
        if clause.low(len(clause) - 1) == ":":
            self._block(clause, cues, said)
        else:
            self.pending = None

    # Reported speech

    def _reported(self, clause: Clause, cues: Sequence[Cue]) -> list[_Said]:
        said: list[_Said] = []
        for number, cue in enumerate(cues):
            if cue.kind == "quoted":
                continue
            nested = any(s.start <= cue.first < s.end for s in said)
            if self._is_parenthetical(clause, cue):
                entry = None if nested else self._parenthetical(clause, cue, cues, number, said)
            else:
                entry = self._attributed(clause, cue, cues, number, said, nested)
            if entry:
                said.append(entry)
                self._emit_stretch(clause, entry)
        return said

    def _is_parenthetical(self, clause: Clause, cue: Cue) -> bool:
        if cue.verb is None:
            return True
        edge = clause.left_edge(cue.first)
        stretch = [clause.low(i) for i in range(edge, cue.first)]
        follows = complement(clause, cue, self.words)
        if (follows and follows.mode == "that") or clause.low(edge - 2) in self.words.lexicon.words.correlatives:
            return False
        return (
            cue.verb.mood in ("finite", "passive")
            and "как" in stretch[:3]
            and all(
                low in self.words.lexicon.words.fillers or low in self.words.lexicon.words.conjunctions or low == "как"
                for low in stretch[: stretch.index("как") + 1]
            )
        )

    def _attributed(
        self, clause: Clause, cue: Cue, cues: Sequence[Cue], number: int, said: list[_Said], nested: bool
    ) -> _Said | None:
        """What a verb attributes: the clause after it, the clause before it, or the sentence before."""
        later = cues[number + 1 :]
        follows = complement(clause, cue, self.words)
        if follows and follows.mode == "that" and self._takes_clause(clause, cue, follows):
            if nested and cue.verb and cue.verb.mood == "gerund":
                speaker = self.speakers.of(clause, cue)
            elif nested and not self.speakers.precedes(clause, clause.left_edge(cue.first), cue):
                return None
            else:
                speaker = self._speaker(clause, cue, cues)
            end = content_end(clause, follows.start, cue, later, self.words, self.speakers)
            return _Said(follows.start, end, cue, speaker.mention) if end > follows.start else None
        if nested or cue.verb is None or cue.verb.mood not in ("finite", "passive", "predicative"):
            return None
        if self._refers_back(clause, cue):
            self._sentence_before(clause, cue)
            return None
        if not said and not self.known and (entry := self._preposed(clause, cue)):
            return entry
        if follows and follows.mode == "colon":
            return self._after_colon(clause, cue, cues, follows, later)
        if follows and follows.mode == "bare" and self._takes_bare_clause(clause, cue, follows):
            speaker = self._speaker(clause, cue, cues)
            end = content_end(clause, follows.start, cue, later, self.words, self.speakers)
            return _Said(follows.start, end, cue, speaker.mention) if speaker.mention and end > follows.start else None
        if not said and cue.kind == "report" and cue.verb.mood == "finite":
            self._speaker(clause, cue, cues)  # «Иванов рассказал о планах»: whom «он» means in what follows
        return None

    def _speaker(self, clause: Clause, cue: Cue, cues: Sequence[Cue]) -> Speaker:
        """The speaker of a cue; a gerund and a verb joined by a conjunction have the one of the cue before them."""
        known = self.known.get(cue.first)
        if known is None:
            known = self._shared(clause, cue, cues) or self.speakers.of(clause, cue)
            self.known[cue.first] = known
            self.speakers.antecedents.remember(known.mention)
        return known

    def _shared(self, clause: Clause, cue: Cue, cues: Sequence[Cue]) -> Speaker | None:
        before = next((c for c in reversed(cues) if c.last < cue.first and c.verb and c.verb.mood != "participle"), None)
        if before is None or cue.verb is None:
            return None
        if cue.verb.mood == "gerund":
            mention = self._speaker(clause, before, cues).mention
            if before.kind == "citing":
                mention = self.speakers.citer
            return Speaker(mention, cue.last) if mention else None
        if before.first not in self.known:
            return None
        joined = clause.low(cue.first - 1) in ("и", "а", "но") and before.verb is not None
        if joined and before.verb and (before.verb.number, before.verb.gender) == (cue.verb.number, cue.verb.gender):
            return Speaker(self.known[before.first].mention, cue.last)
        return None

    def _takes_clause(self, clause: Clause, cue: Cue, follows: Stretch) -> bool:
        return cue.kind in ("report", "citing") and not (
            cue.verb and cue.verb.mood == "participle" and clause.low(follows.start - 2) != ","
        )

    def _takes_bare_clause(self, clause: Clause, cue: Cue, follows: Stretch) -> bool:
        """Whether «X отметил, …» goes on with what X said: a main clause after a bare cue that has its subject before it."""
        classes = self.words.lexicon.words
        if (
            cue.verb is None
            or cue.verb.mood != "finite"
            or follows.start - cue.last > 4
            or clause.left_edge(cue.first) == cue.first
        ):
            return False
        first = clause.units[follows.start]
        if first.low in classes.conjunctions or first.low in (
            "чтобы",
            "если",
            "когда",
            "где",
            "как",
            "хотя",
            "пока",
            "куда",
            "откуда",
        ):
            return False
        if first.is_word and self.words.look(first.low).finite:
            return False
        if any(u.is_word and self.words.look(u.low).gerund for u in clause.units[follows.start : follows.start + 2]):
            return False
        return not any(clause.low(i) in ("о", "об", "про") for i in range(cue.last + 1, follows.start))

    def _after_colon(
        self, clause: Clause, cue: Cue, cues: Sequence[Cue], follows: Stretch, later: Sequence[Cue]
    ) -> _Said | None:
        """The text that follows a colon; quotations and blocks are found by themselves."""
        if follows.start >= follows.end or clause.units[follows.start].quotation or cue.kind != "report":
            return None
        speaker = self._speaker(clause, cue, cues)
        if speaker.mention is None:
            return None
        return _Said(
            follows.start, content_end(clause, follows.start, cue, later, self.words, self.speakers), cue, speaker.mention
        )

    def _preposed(self, clause: Clause, cue: Cue) -> _Said | None:
        end = preposed_end(clause, cue, self.words)
        if end == 0 or (cue.kind == "citing" and not clause.units[end - 1].quotation):
            return None
        if clause.low(clause.next_comma(cue.last + 1)) == ":" and not self._is_content(clause, 0, end):
            return None  # «В письме, в частности, говорится: …»
        dash = clause.units[clause.left_edge(cue.first) - 1].low == "—"
        if any(
            clause.units[i].quotation and clause.low(i + 1) in (",", "—") and clause.low(i + 2) == "—" for i in range(end - 1)
        ):
            return None  # «…», — сказал он, сообщает агентство
        speaker = self.speakers.of(clause, cue)
        assert cue.verb is not None
        if speaker.mention is None and cue.verb.mood != "passive":
            return None
        if speaker.last == cue.last and cue.verb.mood == "finite":
            return None  # its subject must follow it
        speaker = speaker._replace(mention=self.speakers.origin(clause, cue) or speaker.mention)
        self.known[cue.first] = speaker
        self.speakers.antecedents.remember(speaker.mention)
        if dash and clause.low(0) == "—":
            return self._dialogue(clause, cue, end, speaker)
        start = self._content_start(clause, 0, end)
        if end <= start or not self._is_statement(clause, start, end):
            return None
        if (
            dash
            and clause.low(clause.left_edge(cue.first) - 2) != ","
            and not any(u.quotation for u in clause.units[start:end])
        ):
            return self._unmarked(clause, cue, end, speaker)
        after = speaker.last + 1
        if (
            clause.low(after) == ","
            and not self._is_content(clause, start, end)
            and self._has_verb(clause, after, clause.last())
        ):
            begin = start if end - start > 3 else after + 1  # «Завод, сообщил он, построят в мае»
            return _Said(begin, content_end(clause, begin, cue, (), self.words, self.speakers), cue, speaker.mention)
        return _Said(start, end, cue, speaker.mention)

    def _unmarked(self, clause: Clause, cue: Cue, end: int, speaker: Speaker) -> _Said | None:
        """A paragraph of speech without marks: «Я рад. Это победа — сказал он»."""
        paragraph = max(self.text.rfind("\n", 0, clause.start) + 1, self.facts[-1].end if self.facts else 0)
        start = self.analysis.tokens[self.analysis.token_index(paragraph)].start
        span = self._cue_span(clause, cue)
        self._emit(min(start, clause.start), clause.units[end - 1].end, "direct", span, speaker.mention, _POSSIBLE)
        return _Said(len(clause), len(clause), cue, speaker.mention)

    def _dialogue(self, clause: Clause, cue: Cue, end: int, speaker: Speaker) -> _Said | None:
        """A line of dialogue: «— Да, — сказал он. — Завтра»."""
        span = self.analysis.span(clause.units[cue.first].start, clause.units[cue.last].end)
        self._emit(clause.units[1].start, clause.units[end - 1].end, "direct", span, speaker.mention, _LIKELY)
        for at in range(speaker.last + 1, clause.last() - 1):
            if clause.low(at) == "—" and clause.low(at - 1) in (".", ",", ":"):
                self._emit(clause.units[at + 1].start, clause.end, "direct", span, speaker.mention, _LIKELY)
                break
        return _Said(len(clause), len(clause), cue, speaker.mention)

    def _parenthetical(self, clause: Clause, cue: Cue, cues: Sequence[Cue], number: int, said: list[_Said]) -> _Said | None:
        """What «по словам X» and «как сообщил X» attribute: what follows, what precedes, or both."""
        later = cues[number + 1 :]
        speaker = self._speaker(clause, cue, cues)
        if speaker.mention is None and cue.verb is None and cue.head < cue.last:
            return None  # «по предварительным данным»
        if cue.verb and cue.verb.mood == "passive" and cue.verb.lemma in self.words.lexicon.idioms and speaker.mention is None:
            return None  # «как говорится»
        left_end = clause.left_edge(cue.first) if cue.verb else cue.first
        left_start = max((s.end for s in said), default=0)
        start = self._after_parenthetical(clause, cue, speaker)
        end = content_end(clause, start, cue, later, self.words, self.speakers) if start < len(clause) else start
        before = clause.low(left_end - 1) if left_end else ""
        if before == "," and left_end > 1:
            before = clause.low(left_end - 2)
        left = self._content_start(clause, left_start, left_end)
        while left_end > left and is_boundary(clause.low(left_end - 1)):
            left_end -= 1
        if end < len(clause) and clause.low(end) == ":" and not self._has_verb(clause, start, end):
            return None
        if end <= start:
            return _Said(left, left_end, cue, speaker.mention) if left_end - left > 1 else None
        relative = self.words.look(clause.low(cue.last + 1)).lemma == self.words.lexicon.words.relative
        if before in self.words.lexicon.words.conjunctions or left_end - left <= 3 or said or relative:
            return _Said(start, end, cue, speaker.mention)
        left_size = clause.units[left_end - 1].end - clause.units[left].start
        right_size = clause.units[end - 1].end - clause.units[start].start
        if self._has_verb(clause, left, left_end) and not self._has_verb(clause, start, end):
            return _Said(left, left_end, cue, speaker.mention)
        if min(left_size, right_size) > 0.3 * max(left_size, right_size):
            return _Said(left, end, cue, speaker.mention)
        return (
            _Said(left, left_end, cue, speaker.mention) if left_size > right_size else _Said(start, end, cue, speaker.mention)
        )

    def _is_content(self, clause: Clause, start: int, end: int) -> bool:
        return self._has_verb(clause, start, end) or any(u.quotation for u in clause.units[start:end])

    def _is_statement(self, clause: Clause, start: int, end: int) -> bool:
        """Whether a stretch can be what was said: it has a predicate of any kind."""
        if self._is_content(clause, start, end) or any(clause.low(i) == "—" for i in range(start, end)):
            return True
        last = clause.units[end - 1]
        word = self.words.look(last.low)
        return clause.low(end) == "," and last.is_word and word.modifier and "nomn" in word.cases

    def _has_verb(self, clause: Clause, start: int, end: int) -> bool:
        return any(u.is_word and self.words.look(u.low).finite for u in clause.units[start:end])

    def _after_parenthetical(self, clause: Clause, cue: Cue, speaker: Speaker) -> int:
        """The index at which a parenthetical ends and the sentence goes on."""
        at = max(cue.last, speaker.last) + 1
        comma = clause.next_comma(at)
        if cue.verb is None and at < comma and not self._is_circumstance(clause, at, comma):
            return at
        while clause.low(comma) == ",":
            unit = clause.units[comma + 1] if comma + 1 < len(clause) else None
            if unit is None or not unit.is_word:
                break
            word = self.words.look(unit.low)
            opens = word.gerund or word.participle or word.lemma == self.words.lexicon.words.relative
            if not opens and not (cue.verb and self._is_apposition(clause, comma + 1)):
                break
            after = skip_inserted(clause, comma + 1, self.words)
            if after is None:
                break
            comma = after
        return comma + 1

    def _is_circumstance(self, clause: Clause, start: int, end: int) -> bool:
        """Whether a stretch is a phrase of time or place («в интервью агентству»)."""
        first = clause.units[start]
        if not first.is_word or not self.words.look(first.low).preposition or end - start > 8:
            return False
        return not self._has_verb(clause, start, end)

    def _is_apposition(self, clause: Clause, index: int) -> bool:
        """Whether a stretch names a person and says nothing of them."""
        end = clause.next_comma(index)
        named = any(u.mention and u.mention.type == "person" for u in clause.units[index:end])
        return named and end < len(clause) and not self._has_verb(clause, index, end)

    def _refers_back(self, clause: Clause, cue: Cue) -> bool:
        edge, end = clause.left_edge(cue.first), clause.next_comma(cue.last + 1)
        lows = [clause.low(i) for i in range(edge, min(end, cue.last + 8))]
        return edge == 0 and any(
            tuple(lows[i : i + len(phrase)]) == phrase and not self._is_attribute(lows[i + len(phrase) :])
            for phrase in self.words.lexicon.anaphora
            for i in range(len(lows))
        )

    def _is_attribute(self, after: Sequence[str]) -> bool:
        """Whether what follows «об этом» is its noun («об этом человеке»)."""
        word = self.words.look(after[0]) if after and after[0][0].isalpha() else None
        return word is not None and word.noun and word.cases == {"loct"}

    def _sentence_before(self, clause: Clause, cue: Cue) -> None:
        """«Об этом сообщает X» attributes the sentence before, unless that has a speaker of its own."""
        before = self.previous
        speaker = self._speaker(clause, cue, (cue,))
        if before is None or any(f.start < before.end and before.start < f.end for f in self.facts[-_RECENT:]):
            return
        units = Clause(
            units_between(self.analysis, before.start, before.end, self._quotations_in(before)), before.start, before.end
        )
        if len(units) < 3 or units.last() < 3:
            return
        start = self._content_start(units, 0, units.last())
        span = self._cue_span(clause, cue)
        self._emit(units.units[start].start, units.units[units.last() - 1].end, "indirect", span, speaker.mention, _LIKELY)
        for index in range(start, len(units)):
            if is_speech(self.analysis, units, index, self.words):
                self._emit_quotation(units.units[index].quotation, "partial", span, speaker.mention, _POSSIBLE)

    def _content_start(self, clause: Clause, start: int, end: int) -> int:
        """The index at which what was said begins: after a dateline's rest and connectives."""
        while start < end and is_boundary(clause.low(start)):
            start += 1
        if clause.start < 150:
            for at in range(start, min(start + 5, end)):
                if clause.low(at) == "—" and all(
                    not u.is_word or u.low.isascii() or self.text[u.start : u.end].isupper() for u in clause.units[start:at]
                ):
                    start = at + 1
                    break
        for opener in self.words.lexicon.words.openers:
            size = len(opener)
            if end - start > size + 1 and tuple(clause.low(start + i) for i in range(size)) == opener:
                start += size
                break
        while start < end and is_boundary(clause.low(start)):
            start += 1
        return start

    def _headline(self, clause: Clause, cues: Sequence[Cue]) -> list[_Said]:
        """«Песков: решение не принято», a whole line without a stop."""
        colon = next((i for i in range(1, min(9, len(clause))) if clause.low(i) == ":"), 0)
        if not colon or len(clause) < colon + 3 or any(c.first < colon for c in cues):
            return []
        line_start = self.text.rfind("\n", 0, clause.start) + 1
        line_end = self.text.find("\n", clause.end)
        whole = (
            not self.text[line_start : clause.start].strip() and not self.text[clause.end : max(line_end, clause.end)].strip()
        )
        if not whole or self.text[clause.end - 1] in ".;:":
            return []
        speaker = self.speakers.headline(clause, colon)
        if speaker is None:
            return []
        self.speakers.antecedents.remember(speaker)
        first_person = any(u.is_word and self.words.look(u.low).first_person for u in clause.units[colon + 1 :])
        start, end = clause.units[colon + 1].start, clause.units[-1].end
        if clause.units[colon + 1].quotation:
            self._emit_quotation(clause.units[colon + 1].quotation, "direct", None, speaker, _LIKELY)
        else:
            self._emit(start, end, "direct" if first_person else "indirect", None, speaker, _POSSIBLE)
        return [_Said(colon + 1, len(clause), Cue(0, 0, 0, None, "phrase"), speaker)]

    def _emit_stretch(self, clause: Clause, entry: _Said) -> None:
        """Reported speech as a fact; where it is a quotation and nothing else, only the quotation is one."""
        units = clause.units[entry.start : entry.end]
        if not units:
            return
        span = self._cue_span(clause, entry.cue)
        quotations = [u.quotation for u in units if u.quotation]
        if quotations and all(u.quotation or u.low == "и" or not u.low[0].isalnum() for u in units):
            for quotation in quotations:
                self._emit_quotation(quotation, "direct", span, entry.speaker, _CERTAIN)
            return
        self._emit(units[0].start, units[-1].end, "indirect", span, entry.speaker, _LIKELY)

    # Quoted words

    def _quoted(self, clause: Clause, cues: Sequence[Cue], said: list[_Said]) -> None:
        last: tuple[Span | None, Mention | None] | None = None
        for index, unit in enumerate(clause.units):
            if unit.quotation is None:
                continue
            if interruptions := author_words(self.text, unit.quotation, self.words):
                self._interrupted(unit.quotation, interruptions)
                continue
            found = self._attribution(clause, index, cues, said, last)
            if found is None:
                continue
            span, speaker, style, confidence = found
            self._emit_quotation(unit.quotation, style, span, speaker, confidence)
            self.speakers.antecedents.remember(speaker)
            last = span, speaker

    def _attribution(
        self,
        clause: Clause,
        index: int,
        cues: Sequence[Cue],
        said: Sequence[_Said],
        last: tuple[Span | None, Mention | None] | None,
    ) -> tuple[Span | None, Mention | None, Style, float] | None:
        """Cue, speaker, style and confidence of a quotation; None where it quotes nobody."""
        unit = clause.units[index]
        assert unit.quotation is not None
        speech = is_speech(self.analysis, clause, index, self.words)
        owner = next((s for s in reversed(said) if s.start <= index < s.end), None)
        if owner:
            return (self._cue_span(clause, owner.cue), owner.speaker, "partial", _LIKELY) if speech else None
        before = clause.low(index - 1)
        structural = speech or clause.low(index + 1) == ","
        at = index + 1
        while at < len(clause) and clause.low(at) in (",", ".", "!", "?", "…"):
            at += 1
        if clause.low(at) == "—" and (found := self._after_dash(clause, at, cues, said, structural)):
            return (*found, "direct", _CERTAIN)
        listed = before == "," and index > 1 and clause.units[index - 2].quotation is not None
        if last and before in ("—", ":", ",", ".") and (speech or listed or before == "—"):
            return (*last, "direct", _CERTAIN)
        if before in (":", "—") and (before == ":" or speech):
            cue = next((c for c in reversed(cues) if c.first < index), None)
            if cue and not speech and cue.first != cue.last:
                return None  # «выразили соболезнования: „Спартак“, …»
            if cue:
                return (self._cue_span(clause, cue), self._speaker_again(clause, cue, cues, said), "direct", _CERTAIN)
            noun = clause.units[index - 2] if index > 1 else None
            named = noun and noun.is_word and self.words.look(noun.low).lemma in self.words.lexicon.words.named
            if before == ":" and not named and (speech or index == len(clause) - 1):
                return (None, self.speakers.subject_of(clause, index - 1), "direct", _POSSIBLE)
        if (
            all(not u.low[0].isalnum() for i, u in enumerate(clause.units) if i != index and not u.quotation)
            and len(clause) - index < 4
        ):
            return self._standing_alone(clause, index, speech)
        if self._is_label(clause, index - 1):
            label = clause.units[index - 1]
            return self.analysis.span(label.start, label.end), self.speakers.subject_of(clause, index - 1), "direct", _POSSIBLE
        quotation = unit.quotation
        if not speech or " " not in self.text[quotation.inner_start : quotation.inner_end]:
            return None
        cue = next((c for c in reversed(cues) if c.first < index), None) or next((c for c in cues if c.first > index), None)
        if cue is None:
            return None
        speaker = self._speaker_again(clause, cue, cues, said)
        if speaker is None:
            return None
        return self._cue_span(clause, cue), speaker, "partial", _POSSIBLE

    def _is_label(self, clause: Clause, index: int) -> bool:
        """Whether a unit says what words are quoted after it: «с криками „…“», «с надписью „…“»."""
        return index >= 0 and clause.units[index].is_word and self._says(clause.low(index))

    def _says(self, low: str) -> bool:
        word = self.words.look(low)
        return word.lemma in self.words.lexicon.words.labels and "ablt" in word.cases

    def _speaker_again(self, clause: Clause, cue: Cue, cues: Sequence[Cue], said: Sequence[_Said]) -> Mention | None:
        known = next((s.speaker for s in said if s.cue is cue), None)
        return known or self._speaker(clause, cue, cues).mention

    def _after_dash(
        self, clause: Clause, dash: int, cues: Sequence[Cue], said: Sequence[_Said], structural: bool
    ) -> tuple[Span | None, Mention | None] | None:
        """The cue or at least the name that follows a quotation's dash."""
        end = clause.next_comma(dash + 1)
        cue = next((c for c in cues if dash < c.first < end), None)
        if cue:
            return self._cue_span(clause, cue), self._speaker_again(clause, cue, cues, said)
        speaker = self.speakers.signature(clause, dash + 1, end) if structural else None
        return (None, speaker) if speaker else None

    def _standing_alone(
        self, clause: Clause, index: int, speech: bool
    ) -> tuple[Span | None, Mention | None, Style, float] | None:
        """A quotation that is a sentence: the colon before it, the name after it, or the last speaker."""
        quotation = clause.units[index].quotation
        assert quotation is not None
        if self.pending:
            span, speaker = self.pending
            return span, speaker, "direct", _CERTAIN
        if not speech or self.text[quotation.inner_start].islower():
            return None
        following = self._paragraph_after(clause.end)
        if following and (name := next(iter(self.analysis.mentions_in(following.start, following.start + 1)), None)):
            if name.type == "person" and name.end == following.end:
                return None, named(self.analysis, name), "direct", _LIKELY
        near = self.facts and quotation.start - self.facts[-1].end < _CONTINUATION
        return (None, self.speakers.antecedents.last if near else None, "direct", _LIKELY if near else _POSSIBLE)

    def _paragraph_after(self, offset: int) -> Sentence | None:
        paragraphs = self.analysis.paragraphs
        index = bisect_left(paragraphs, (offset, 0))
        return paragraphs[index] if index < len(paragraphs) else None

    def _interrupted(self, quotation: Quotation, interruptions: list[tuple[int, int]]) -> None:
        """Pieces of a quotation with the author's words between them."""
        span, speaker = None, None
        for start, end in interruptions:
            clause = Clause(units_between(self.analysis, start, end, ()), start, end)
            cues = find_cues(clause, self.words)
            if cues:
                self.known = {}
                span, speaker = self._cue_span(clause, cues[0]), self._speaker(clause, cues[0], cues).mention
        at = quotation.inner_start
        for start, end in [*interruptions, (quotation.inner_end, quotation.inner_end)]:
            if end > at and self.text[at:start].strip():
                self._emit(at, start, "direct", span, speaker, _CERTAIN)
            at = end

    def _block(self, clause: Clause, cues: Sequence[Cue], said: Sequence[_Said]) -> None:
        """The paragraph after «X сказал:» is what X said, word for word."""
        self.pending = None
        gap = _BLOCK_GAP.match(self.text, clause.end)
        paragraph = self._paragraph_after(gap.end()) if gap else None
        if gap is None or paragraph is None:
            return
        if cues:
            span, speaker = self._cue_span(clause, cues[-1]), self._speaker_again(clause, cues[-1], cues, said)
        elif self._is_first_person(paragraph):
            span, speaker = None, self.speakers.main_subject(clause)
        else:
            return
        if self.text[gap.end()] in _MARKS:
            self.pending = span, speaker
            return
        if paragraph.end - paragraph.start < 20:
            return
        self._emit(paragraph.start, paragraph.end, "direct", span, speaker, _LIKELY)
        self.done = paragraph.end

    def _is_first_person(self, paragraph: Sentence) -> bool:
        words = self.words.lexicon.words.first_person
        tokens = self.analysis.tokens_in(paragraph.start, min(paragraph.end, paragraph.start + 200))
        return any(fold(t.text) in words for t in tokens)

    # Facts

    def _cue_span(self, clause: Clause, cue: Cue) -> Span | None:
        if cue.last >= len(clause) or (cue.verb is None and cue.head == 0 and clause.low(0) not in self.words.lexicon.phrases):
            return None
        return self.analysis.span(clause.units[cue.first].start, clause.units[cue.last].end)

    def _emit_quotation(
        self, quotation: Quotation | None, style: Style, cue: Span | None, speaker: Mention | None, confidence: float
    ) -> None:
        if quotation is None:
            return
        end = quotation.inner_end
        if not quotation.closed:
            line = self.text.find("\n", quotation.start, end)
            end = end if line < 0 else line
            self.done = max(self.done, end)
        if not author_words(self.text, quotation, self.words):  # or else its pieces are found by themselves
            self._emit(quotation.inner_start, end, style, cue, speaker, confidence)

    def _emit(self, start: int, end: int, style: Style, cue: Span | None, speaker: Mention | None, confidence: float) -> None:
        edges = _EDGES if style == "indirect" else _QUOTED_EDGES
        said = self.text[start:end]
        start += len(said) - len(said.lstrip(edges))
        end -= len(said) - len(said.rstrip(edges))
        if end <= start or (start, end) in self.spans:
            return
        self.spans.add((start, end))
        if speaker is not None:
            speaker = evolve(speaker, entity=None)
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
