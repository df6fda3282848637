"""Reported speech: what the verbs and phrases of a sentence attribute without quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsfacts_quotes.clauses import Clause, is_boundary, units_between
from newsfacts_quotes.content import Stretch, complement, content_end, is_speech, preposed_end, skip_inserted
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.draft import CERTAIN, LIKELY, POSSIBLE, Finder, Said
from newsfacts_quotes.speakers import Speaker

__all__ = ["Reported"]

# So many facts at most lie in the sentence before.
_RECENT = 12


class Reported(Finder):
    """Finds reported speech in sentences."""

    def find(self, clause: Clause, cues: Sequence[Cue]) -> list[Said]:
        """Report the reported speech of a sentence.

        Returns:
            What its cues attribute, in their order.
        """
        said: list[Said] = []
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
        classes = self.words.lexicon.words
        edge = clause.left_edge(cue.first)
        stretch = [unit.low for unit in clause.units[edge : cue.first]]
        if cue.verb.mood not in ("finite", "passive") or classes.manner not in stretch[:3]:
            return False
        before = stretch[: stretch.index(classes.manner)]
        if not all(low in classes.fillers or low in classes.conjunctions for low in before):
            return False
        if clause.low(edge - 2) in classes.correlatives:
            return False
        follows = complement(clause, cue, self.words)
        return follows is None or follows.mode != "that"

    def _attributed(
        self, clause: Clause, cue: Cue, cues: Sequence[Cue], number: int, said: list[Said], nested: bool
    ) -> Said | None:
        """What a verb attributes: the clause after it, the clause before it, or the sentence before."""
        later = cues[number + 1 :]
        follows = complement(clause, cue, self.words)
        if follows and follows.mode == "that" and self._takes_clause(clause, cue, follows):
            if nested and cue.verb and cue.verb.mood == "gerund":
                speaker = self.speakers.of(clause, cue)
            elif nested and not self.speakers.precedes(clause, clause.left_edge(cue.first), cue):
                return None
            else:
                speaker = self.draft.speaker(clause, cue, cues)
            end = content_end(clause, follows.start, cue, later, self.words, self.speakers)
            return Said(follows.start, end, cue, speaker.mention) if end > follows.start else None
        if nested or cue.verb is None or cue.verb.mood not in ("finite", "passive", "predicative"):
            return None
        if self._refers_back(clause, cue):
            self._sentence_before(clause, cue)
            return Said(len(clause), len(clause), cue, None)  # what relays it says nothing more
        if not said and (entry := self._preposed(clause, cue)):
            return entry
        if follows and follows.mode == "colon":
            return self._after_colon(clause, cue, cues, follows, later)
        if follows and follows.mode == "bare" and self._takes_bare_clause(clause, cue, follows):
            speaker = self.draft.speaker(clause, cue, cues)
            end = content_end(clause, follows.start, cue, later, self.words, self.speakers)
            return Said(follows.start, end, cue, speaker.mention) if speaker.mention and end > follows.start else None
        if not said and cue.kind == "report" and cue.verb.mood == "finite":
            self.draft.speaker(clause, cue, cues)  # «Иванов рассказал о планах»: whom «он» means in what follows
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
        if first.low in classes.conjunctions or first.low in classes.subordinators:
            return False
        if first.is_word and (self.words.look(first.low).finite or self.words.look(first.low).participle):
            return False
        if any(u.is_word and self.words.look(u.low).gerund for u in clause.units[follows.start : follows.start + 2]):
            return False
        if any(clause.low(i) in classes.topics for i in range(cue.last + 1, follows.start)):
            return False
        return self._is_statement(clause, follows.start, follows.end)

    def _after_colon(
        self, clause: Clause, cue: Cue, cues: Sequence[Cue], follows: Stretch, later: Sequence[Cue]
    ) -> Said | None:
        """The text that follows a colon; quotations and blocks are found by themselves."""
        if follows.start >= follows.end or clause.units[follows.start].quotation or cue.kind != "report":
            return None
        if not self._is_statement(clause, follows.start, follows.end):
            return None  # «отметили три области: энергетику, транспорт и связь»
        speaker = self.draft.speaker(clause, cue, cues)
        if speaker.mention is None:
            return None
        return Said(
            follows.start, content_end(clause, follows.start, cue, later, self.words, self.speakers), cue, speaker.mention
        )

    def _preposed(self, clause: Clause, cue: Cue) -> Said | None:
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
        self.draft.known[cue.first] = speaker
        self.speakers.antecedents.remember(speaker.mention)
        if dash and clause.low(0) == "—":
            return self._dialogue(clause, cue, end, speaker)
        after = speaker.last + 1
        goes_on = self._goes_on(clause, after)
        start = self._content_start(clause, 0, end)
        if end <= start and goes_on:  # «Тем временем, сообщает агентство, цех закрыли»
            return Said(after + 1, content_end(clause, after + 1, cue, (), self.words, self.speakers), cue, speaker.mention)
        if end <= start or not (goes_on or self._is_statement(clause, start, end)):
            return None
        if (
            dash
            and clause.low(clause.left_edge(cue.first) - 2) != ","
            and not any(u.quotation for u in clause.units[start:end])
        ):
            return self._unmarked(clause, cue, end, speaker)
        conditional = clause.low(after + 1) in self.words.lexicon.words.conditions and not clause.units[end - 1].quotation
        if goes_on and (conditional or not self._is_content(clause, start, end)):
            begin = start if conditional or end - start > 3 else after + 1  # «Завод, сообщил он, построят в мае»
            return Said(begin, content_end(clause, begin, cue, (), self.words, self.speakers), cue, speaker.mention)
        return Said(start, end, cue, speaker.mention)

    def _goes_on(self, clause: Clause, comma: int) -> bool:
        """Whether a main clause, or the rest of one, follows an inserted cue."""
        if clause.low(comma) != "," or not self._has_verb(clause, comma, clause.last()):
            return False
        return not self.speakers.phrases.is_subordinate(clause, comma + 1, clause.next_comma(comma + 1))

    def _unmarked(self, clause: Clause, cue: Cue, end: int, speaker: Speaker) -> Said | None:
        """A paragraph of speech without marks: «Я рад. Это победа — сказал он»."""
        said_before = self.draft.facts[-1].end if self.draft.facts else 0  # an unclosed quotation may end after the clause
        line = self.text.rfind("\n", said_before, clause.start) + 1
        start = self.analysis.tokens[self.analysis.token_index(min(max(line, said_before), clause.start))].start
        span = self.draft.cue_span(clause, cue)
        self.draft.emit(start, clause.units[end - 1].end, "direct", span, speaker.mention, POSSIBLE)
        return Said(len(clause), len(clause), cue, speaker.mention)

    def _dialogue(self, clause: Clause, cue: Cue, end: int, speaker: Speaker) -> Said | None:
        """A line of dialogue: «— Да, — сказал он. — Завтра»."""
        span = self.analysis.span(clause.units[cue.first].start, clause.units[cue.last].end)
        self.draft.emit(clause.units[1].start, clause.units[end - 1].end, "direct", span, speaker.mention, LIKELY)
        for at in range(speaker.last + 1, clause.last() - 1):
            if clause.low(at) == "—" and clause.low(at - 1) in (".", ",", ":"):
                self.draft.emit(clause.units[at + 1].start, clause.end, "direct", span, speaker.mention, LIKELY)
                break
        return Said(len(clause), len(clause), cue, speaker.mention)

    def _parenthetical(self, clause: Clause, cue: Cue, cues: Sequence[Cue], number: int, said: list[Said]) -> Said | None:
        """What «по словам X» and «как сообщил X» attribute: what follows, what precedes, or both."""
        later = cues[number + 1 :]
        speaker = self.draft.speaker(clause, cue, cues)
        if speaker.mention is None and cue.verb is None and cue.head < cue.last:
            return None  # «по предварительным данным»
        alone = clause.next_comma(cue.last + 1) - cue.last < 3
        if cue.verb and cue.verb.lemma in self.words.lexicon.idioms and speaker.mention is None and alone:
            return None  # «как говорится», «как выражались тогда»
        left_end = clause.left_edge(cue.first) if cue.verb else cue.first
        left_start = max((s.end for s in said), default=0)
        start = self._after_parenthetical(clause, cue, speaker)
        end = content_end(clause, start, cue, later, self.words, self.speakers) if start < len(clause) else start
        before = clause.low(left_end - 1) if left_end else ""
        if before == "," and left_end > 1:
            before = clause.low(left_end - 2)
        left = self._content_start(clause, self._clause_start(clause, left_start, left_end), left_end)
        while left_end > left and is_boundary(clause.low(left_end - 1)):
            left_end -= 1
        if end < len(clause) and clause.low(end) == ":" and end - start < 4 and not self._has_verb(clause, start, end):
            return None
        if end <= start:
            return Said(left, left_end, cue, speaker.mention) if left_end - left > 1 else None
        relative = self.words.look(clause.low(cue.last + 1)).lemma == self.words.lexicon.words.relative
        classes = self.words.lexicon.words
        joined = before in classes.conjunctions or before in classes.subordinators
        joined = joined or (before.isalpha() and self.words.look(before).lemma == classes.relative)
        if joined or left_end - left < 3 or said or relative:
            return Said(start, end, cue, speaker.mention)
        left_size = clause.units[left_end - 1].end - clause.units[left].start
        right_size = clause.units[end - 1].end - clause.units[start].start
        if self._has_verb(clause, left, left_end) and not self._has_verb(clause, start, end):
            return Said(left, left_end, cue, speaker.mention)
        if min(left_size, right_size) > 0.3 * max(left_size, right_size):
            return Said(left, end, cue, speaker.mention)
        return Said(left, left_end, cue, speaker.mention) if left_size > right_size else Said(start, end, cue, speaker.mention)

    def _clause_start(self, clause: Clause, start: int, end: int) -> int:
        """The index of the main clause that a parenthetical interrupts: «Завод закрыли, но цех, по словам Орлова, работает»."""
        for index in range(end - 1, start, -1):
            if clause.low(index) == "," and clause.low(index + 1) in self.words.lexicon.words.adversatives:
                return index + 2 if self._has_verb(clause, start, index) else start
        return start

    def _is_content(self, clause: Clause, start: int, end: int) -> bool:
        return self._has_verb(clause, start, end) or any(u.quotation for u in clause.units[start:end])

    def _is_statement(self, clause: Clause, start: int, end: int) -> bool:
        """Whether a stretch can be what was said: it has a predicate of any kind."""
        if self._is_content(clause, start, end) or any(clause.low(i) == "—" for i in range(start, end)):
            return True
        last = clause.units[end - 1]
        word = self.words.look(last.low)
        return clause.low(end) == "," and last.is_word and word.modifier and "Nom" in word.cases

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
        if clause.left_edge(cue.first) > 0:
            return False
        end = min(clause.next_comma(cue.last + 1), cue.last + 8)
        lows = [unit.low for unit in clause.units[:end]]
        anaphora = self.words.lexicon.anaphora
        return any(pair in anaphora and not self._is_attribute(lows[after:]) for after, pair in enumerate(pairwise(lows), 2))

    def _is_attribute(self, after: Sequence[str]) -> bool:
        """Whether what follows «об этом» is its noun («об этом человеке»)."""
        word = self.words.look(after[0]) if after and after[0][0].isalpha() else None
        return word is not None and word.noun and word.cases == {"Loc"}

    def _sentence_before(self, clause: Clause, cue: Cue) -> None:
        """«Об этом сообщает X» attributes the sentence before, unless that has a speaker of its own."""
        before = self.draft.previous
        speaker = self.draft.speaker(clause, cue, (cue,))
        if before is None or any(f.start < before.end and before.start < f.end for f in self.draft.facts[-_RECENT:]):
            return
        units = Clause(
            units_between(self.analysis, before.start, before.end, self.draft.quotations_in(before)), before.start, before.end
        )
        if len(units) < 3 or units.last() < 3:
            return
        start = self._content_start(units, 0, units.last())
        span = self.draft.cue_span(clause, cue)
        self.draft.emit(units.units[start].start, units.units[units.last() - 1].end, "indirect", span, speaker.mention, LIKELY)
        for index in range(start, len(units)):
            if is_speech(self.analysis, units, index, self.words):
                self.draft.emit_quotation(units.units[index].quotation, "partial", span, speaker.mention, POSSIBLE)

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

    def _emit_stretch(self, clause: Clause, entry: Said) -> None:
        """Reported speech as a fact; where it is a quotation and nothing else, only the quotation is one."""
        units = clause.units[entry.start : entry.end]
        if not units:
            return
        span = self.draft.cue_span(clause, entry.cue)
        quotations = [u.quotation for u in units if u.quotation]
        if quotations and all(
            u.quotation or u.low == self.words.lexicon.words.conjunction or not u.low[0].isalnum() for u in units
        ):
            for quotation in quotations:
                self.draft.emit_quotation(quotation, "direct", span, entry.speaker, CERTAIN)
            return
        self.draft.emit(units[0].start, units[-1].end, "indirect", span, entry.speaker, LIKELY)
