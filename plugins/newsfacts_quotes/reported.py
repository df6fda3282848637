"""Reported speech: what the verbs and phrases of a sentence attribute without quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsfacts_quotes.collector import CERTAIN, LIKELY, POSSIBLE, Attributed, Finder
from newsfacts_quotes.content import Content, complement, content_end, is_speech, preposed_end, skip_inserted
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.sentence_units import SentenceUnits, Unit, is_boundary
from newsfacts_quotes.speakers import Speaker

__all__ = ["ReportedSpeech"]

# The sentence before has no more quotes.
_RECENT = 12
# A sentence that begins within so many characters may begin with the end of a dateline, which has so many units at most.
_DATELINE_WITHIN = 150
_LONGEST_DATELINE = 5
# All of these in units. «X отметил, …» (X noted, …): the clause begins so near its verb.
_BARE_CLAUSE_WITHIN = 4
# «Завод, сообщил он, построят» (the plant, he said, will be built): more than so much before an inserted cue was said, too.
_LONGEST_LEAD = 3
# «как говорится» (as they say): an idiom has at most so much after its verb.
_LONGEST_IDIOM = 1
# Less than so much between a parenthetical and a colon introduces what follows the colon and says nothing.
_SHORTEST_BEFORE_COLON = 4
# Less than so much before a parenthetical belongs to what follows it or to nothing.
_SHORTEST_BEFORE = 3
# Of what stands before and after a parenthetical, both are content when the shorter is more than this share of the longer.
_BALANCE = 0.3
# A phrase of time or place is no longer.
_LONGEST_CIRCUMSTANCE = 8
# What refers to the sentence before («об этом»: about this) is not further after its verb.
_ANAPHORA_WITHIN = 8
# A shorter sentence says nothing that could be attributed.
_SHORTEST_SENTENCE = 3
# «как сообщил» (as X reported): the conjunction is among so many first units.
_CONJUNCTION_WITHIN = 3


class ReportedSpeech(Finder):
    """Finds reported speech in sentences."""

    def find(self, sentence: SentenceUnits, cues: Sequence[Cue]) -> list[Attributed]:
        """Report the reported speech of a sentence.

        Returns:
            What its cues attribute, in their order.
        """
        said: list[Attributed] = []
        for number, cue in enumerate(cues):
            if cue.kind == "quoted":
                continue
            nested = any(s.start <= cue.first < s.end for s in said)
            if self._is_parenthetical(sentence, cue):
                entry = None if nested else self._parenthetical(sentence, cue, cues, number, said)
            else:
                entry = self._attributed(sentence, cue, cues, number, said, nested)
            if entry:
                said.append(entry)
                self._emit_stretch(sentence, entry)
        return said

    def _is_parenthetical(self, sentence: SentenceUnits, cue: Cue) -> bool:
        if cue.verb is None:
            return True
        classes = self.words.lexicon.words
        edge = sentence.left_edge(cue.first)
        stretch = [unit.low for unit in sentence.units[edge : cue.first]]
        if cue.verb.mood not in ("finite", "passive") or classes.manner not in stretch[:_CONJUNCTION_WITHIN]:
            return False
        before = stretch[: stretch.index(classes.manner)]
        if not all(low in classes.fillers or low in classes.conjunctions for low in before):
            return False
        if sentence.low(edge - 2) in classes.correlatives:
            return False
        follows = complement(sentence, cue, self.words)
        return follows is None or follows.mode != "that"

    def _attributed(
        self, sentence: SentenceUnits, cue: Cue, cues: Sequence[Cue], number: int, said: list[Attributed], nested: bool
    ) -> Attributed | None:
        """What a verb attributes: the clause after it, the clause before it, or the sentence before."""
        later = cues[number + 1 :]
        follows = complement(sentence, cue, self.words)
        if follows and follows.mode == "that" and self._takes_clause(sentence, cue, follows):
            if nested and cue.verb and cue.verb.mood == "gerund":
                speaker = self.speakers.of(sentence, cue)
            elif nested and not self.speakers.precedes(sentence, sentence.left_edge(cue.first), cue):
                return None
            else:
                speaker = self.collector.speaker(sentence, cue, cues)
            end = content_end(sentence, follows.start, cue, later, self.words, self.speakers)
            return Attributed(follows.start, end, cue, speaker.mention) if end > follows.start else None
        if nested or cue.verb is None or cue.verb.mood not in ("finite", "passive", "predicative"):
            return None
        if self._refers_back(sentence, cue):
            self._sentence_before(sentence, cue)
            return Attributed(len(sentence), len(sentence), cue, None)  # a sentence that relays says nothing more
        if not said and (entry := self._preposed(sentence, cue)):
            return entry
        if follows and follows.mode == "colon":
            return self._after_colon(sentence, cue, cues, follows, later)
        if follows and follows.mode == "bare" and self._takes_bare_clause(sentence, cue, follows):
            speaker = self.collector.speaker(sentence, cue, cues)
            end = content_end(sentence, follows.start, cue, later, self.words, self.speakers)
            return Attributed(follows.start, end, cue, speaker.mention) if speaker.mention and end > follows.start else None
        if not said and cue.kind == "report" and cue.verb.mood == "finite":
            self.collector.speaker(sentence, cue, cues)  # «Иванов рассказал о планах» (spoke of plans) and «он» (he) after it
        return None

    def _takes_clause(self, sentence: SentenceUnits, cue: Cue, follows: Content) -> bool:
        return cue.kind in ("report", "citing") and not (
            cue.verb and cue.verb.mood == "participle" and sentence.low(follows.start - 2) != ","
        )

    def _takes_bare_clause(self, sentence: SentenceUnits, cue: Cue, follows: Content) -> bool:
        """Whether «X отметил, …» (X noted, …) goes on with what X said: a main clause after a cue that follows its subject."""
        classes = self.words.lexicon.words
        if (
            cue.verb is None
            or cue.verb.mood != "finite"
            or follows.start - cue.last > _BARE_CLAUSE_WITHIN
            or sentence.left_edge(cue.first) == cue.first
        ):
            return False
        first = sentence.units[follows.start]
        if first.low in classes.conjunctions or first.low in classes.subordinators:
            return False
        if first.is_word and (self.words.look(first.low).finite or self.words.look(first.low).participle):
            return False
        if any(u.is_word and self.words.look(u.low).gerund for u in sentence.units[follows.start : follows.start + 2]):
            return False
        if any(sentence.low(i) in classes.topics for i in range(cue.last + 1, follows.start)):
            return False
        return self._is_statement(sentence, follows.start, follows.end)

    def _after_colon(
        self, sentence: SentenceUnits, cue: Cue, cues: Sequence[Cue], follows: Content, later: Sequence[Cue]
    ) -> Attributed | None:
        """The text that follows a colon; quotations and blocks are found by themselves."""
        if follows.start >= follows.end or sentence.units[follows.start].quotation or cue.kind != "report":
            return None
        if not self._is_statement(sentence, follows.start, follows.end):
            return None  # «отметили три области: энергетику, транспорт и связь» (named three fields: …)
        speaker = self.collector.speaker(sentence, cue, cues)
        if speaker.mention is None:
            return None
        return Attributed(
            follows.start, content_end(sentence, follows.start, cue, later, self.words, self.speakers), cue, speaker.mention
        )

    def _preposed(self, sentence: SentenceUnits, cue: Cue) -> Attributed | None:
        end = preposed_end(sentence, cue, self.words)
        if end == 0 or (cue.kind == "citing" and not sentence.units[end - 1].quotation):
            return None
        if sentence.low(sentence.next_comma(cue.last + 1)) == ":" and not self._is_content(sentence, 0, end):
            return None  # «В письме, в частности, говорится: …» (the letter says, among other things: …)
        dash = sentence.units[sentence.left_edge(cue.first) - 1].low == "—"
        if any(
            sentence.units[i].quotation and sentence.low(i + 1) in (",", "—") and sentence.low(i + 2) == "—"
            for i in range(end - 1)
        ):
            return None  # «…», — сказал он, сообщает агентство (…, he said, the agency reports): two cues, one quote
        speaker = self.speakers.of(sentence, cue)
        assert cue.verb is not None
        if speaker.mention is None and cue.verb.mood != "passive":
            return None
        if speaker.last == cue.last and cue.verb.mood == "finite":
            return None  # its subject must follow it
        speaker = speaker._replace(mention=self.speakers.origin(sentence, cue) or speaker.mention)
        self.collector.known[cue.first] = speaker
        self.speakers.antecedents.remember(speaker.mention)
        if dash and sentence.low(0) == "—":
            return self._dialogue(sentence, cue, end, speaker)
        after = speaker.last + 1
        goes_on = self._goes_on(sentence, after)
        start = self._content_start(sentence, 0, end)
        if end <= start and goes_on:  # «Тем временем, сообщает агентство, цех закрыли» (meanwhile, the agency reports, …)
            return Attributed(
                after + 1, content_end(sentence, after + 1, cue, (), self.words, self.speakers), cue, speaker.mention
            )
        if end <= start or not (goes_on or self._is_statement(sentence, start, end)):
            return None
        if (
            dash
            and sentence.low(sentence.left_edge(cue.first) - 2) != ","
            and not any(u.quotation for u in sentence.units[start:end])
        ):
            return self._unmarked(sentence, cue, end, speaker)
        conditional = sentence.low(after + 1) in self.words.lexicon.words.conditions and not sentence.units[end - 1].quotation
        if goes_on and (conditional or not self._is_content(sentence, start, end)):
            begin = start if conditional or end - start > _LONGEST_LEAD else after + 1
            return Attributed(begin, content_end(sentence, begin, cue, (), self.words, self.speakers), cue, speaker.mention)
        return Attributed(start, end, cue, speaker.mention)

    def _goes_on(self, sentence: SentenceUnits, comma: int) -> bool:
        """Whether a main clause, or the rest of one, follows an inserted cue."""
        if sentence.low(comma) != "," or not self.phrases.has_verb(sentence, comma, sentence.last()):
            return False
        return not self.phrases.is_subordinate(sentence, comma + 1, sentence.next_comma(comma + 1))

    def _unmarked(self, sentence: SentenceUnits, cue: Cue, end: int, speaker: Speaker) -> Attributed | None:
        """A paragraph of speech without marks: «Я рад. Это победа — сказал он» (I am glad. This is a victory – he said)."""
        said_before = (
            self.collector.facts[-1].end if self.collector.facts else 0
        )  # an unclosed quotation may end after the clause
        line = self.text.rfind("\n", said_before, sentence.start) + 1
        start = self.analysis.tokens[self.analysis.token_index(min(max(line, said_before), sentence.start))].start
        span = self.collector.cue_span(sentence, cue)
        self.collector.emit(start, sentence.units[end - 1].end, "direct", span, speaker.mention, POSSIBLE)
        return Attributed(len(sentence), len(sentence), cue, speaker.mention)

    def _dialogue(self, sentence: SentenceUnits, cue: Cue, end: int, speaker: Speaker) -> Attributed | None:
        """A line of dialogue: «— Да, — сказал он. — Завтра» (– Yes, – he said. – Tomorrow)."""
        span = self.analysis.span(sentence.units[cue.first].start, sentence.units[cue.last].end)
        self.collector.emit(sentence.units[1].start, sentence.units[end - 1].end, "direct", span, speaker.mention, LIKELY)
        for at in range(speaker.last + 1, sentence.last() - 1):
            if sentence.low(at) == "—" and sentence.low(at - 1) in (".", ",", ":"):
                self.collector.emit(sentence.units[at + 1].start, sentence.end, "direct", span, speaker.mention, LIKELY)
                break
        return Attributed(len(sentence), len(sentence), cue, speaker.mention)

    def _parenthetical(
        self, sentence: SentenceUnits, cue: Cue, cues: Sequence[Cue], number: int, said: list[Attributed]
    ) -> Attributed | None:
        """What «по словам X» (in the words of X) and «как сообщил X» (as X reported) attribute, after them, before, or both."""
        later = cues[number + 1 :]
        speaker = self.collector.speaker(sentence, cue, cues)
        if speaker.mention is None and cue.verb is None and cue.head < cue.last:
            return None  # «по предварительным данным» (by preliminary data)
        alone = sentence.next_comma(cue.last + 1) - cue.last <= _LONGEST_IDIOM + 1
        if cue.verb and cue.verb.lemma in self.words.lexicon.idioms and speaker.mention is None and alone:
            return None  # «как говорится» (as they say), «как выражались тогда» (as they put it then)
        left_end = sentence.left_edge(cue.first) if cue.verb else cue.first
        left_start = max((s.end for s in said), default=0)
        start = self._after_parenthetical(sentence, cue, speaker)
        end = content_end(sentence, start, cue, later, self.words, self.speakers) if start < len(sentence) else start
        before = sentence.low(left_end - 1) if left_end else ""
        if before == "," and left_end > 1:
            before = sentence.low(left_end - 2)
        left = self._content_start(sentence, self._clause_start(sentence, left_start, left_end), left_end)
        while left_end > left and is_boundary(sentence.low(left_end - 1)):
            left_end -= 1
        introduces = sentence.low(end) == ":" and end - start < _SHORTEST_BEFORE_COLON
        if introduces and not self.phrases.has_verb(sentence, start, end):
            return None
        if end <= start:
            return Attributed(left, left_end, cue, speaker.mention) if left_end - left > 1 else None
        relative = self.words.look(sentence.low(cue.last + 1)).lemma == self.words.lexicon.words.relative
        classes = self.words.lexicon.words
        joined = before in classes.conjunctions or before in classes.subordinators
        joined = joined or (before.isalpha() and self.words.look(before).lemma == classes.relative)
        if joined or left_end - left < _SHORTEST_BEFORE or said or relative:
            return Attributed(start, end, cue, speaker.mention)
        left_size = sentence.units[left_end - 1].end - sentence.units[left].start
        right_size = sentence.units[end - 1].end - sentence.units[start].start
        if self.phrases.has_verb(sentence, left, left_end) and not self.phrases.has_verb(sentence, start, end):
            return Attributed(left, left_end, cue, speaker.mention)
        if min(left_size, right_size) > _BALANCE * max(left_size, right_size):
            return Attributed(left, end, cue, speaker.mention)
        if left_size > right_size:
            return Attributed(left, left_end, cue, speaker.mention)
        return Attributed(start, end, cue, speaker.mention)

    def _clause_start(self, sentence: SentenceUnits, start: int, end: int) -> int:
        """The index of the main clause that a parenthetical interrupts («…, но цех, по словам Орлова, работает»)."""
        for index in range(end - 1, start, -1):
            if sentence.low(index) == "," and sentence.low(index + 1) in self.words.lexicon.words.adversatives:
                return index + 2 if self.phrases.has_verb(sentence, start, index) else start
        return start

    def _is_content(self, sentence: SentenceUnits, start: int, end: int) -> bool:
        return self.phrases.has_verb(sentence, start, end) or any(u.quotation for u in sentence.units[start:end])

    def _is_statement(self, sentence: SentenceUnits, start: int, end: int) -> bool:
        """Whether a part of a sentence can be what was said: it has a predicate of any kind."""
        if self._is_content(sentence, start, end) or any(sentence.low(i) == "—" for i in range(start, end)):
            return True
        last = sentence.units[end - 1]
        word = self.words.look(last.low)
        return sentence.low(end) == "," and last.is_word and word.modifier and "Nom" in word.cases

    def _after_parenthetical(self, sentence: SentenceUnits, cue: Cue, speaker: Speaker) -> int:
        """The index at which a parenthetical ends and the sentence goes on."""
        at = max(cue.last, speaker.last) + 1
        comma = sentence.next_comma(at)
        if cue.verb is None and at < comma and not self._is_circumstance(sentence, at, comma):
            return at
        while sentence.low(comma) == ",":
            unit = sentence.units[comma + 1] if comma + 1 < len(sentence) else None
            if unit is None or not unit.is_word:
                break
            word = self.words.look(unit.low)
            opens = word.gerund or word.participle or word.lemma == self.words.lexicon.words.relative
            if not opens and not (cue.verb and self._is_apposition(sentence, comma + 1)):
                break
            after = skip_inserted(sentence, comma + 1, self.words)
            if after is None:
                break
            comma = after
        return comma + 1

    def _is_circumstance(self, sentence: SentenceUnits, start: int, end: int) -> bool:
        """Whether a part of a sentence is a phrase of time or place («в интервью»: in an interview)."""
        first = sentence.units[start]
        if not first.is_word or not self.words.look(first.low).preposition or end - start > _LONGEST_CIRCUMSTANCE:
            return False
        return not self.phrases.has_verb(sentence, start, end)

    def _is_apposition(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether a part of a sentence names a person and says nothing of them."""
        end = sentence.next_comma(index)
        named = any(u.mention and u.mention.type == "person" for u in sentence.units[index:end])
        return named and end < len(sentence) and not self.phrases.has_verb(sentence, index, end)

    def _refers_back(self, sentence: SentenceUnits, cue: Cue) -> bool:
        if sentence.left_edge(cue.first) > 0:
            return False
        end = min(sentence.next_comma(cue.last + 1), cue.last + _ANAPHORA_WITHIN)
        lows = [unit.low for unit in sentence.units[:end]]
        anaphora = self.words.lexicon.anaphora
        return any(pair in anaphora and not self._is_attribute(lows[after:]) for after, pair in enumerate(pairwise(lows), 2))

    def _is_attribute(self, after: Sequence[str]) -> bool:
        """Whether what follows «об этом» (about this) is its noun («об этом человеке»: about this man)."""
        word = self.words.look(after[0]) if after and after[0][0].isalpha() else None
        return word is not None and word.noun and word.cases == {"Loc"}

    def _sentence_before(self, sentence: SentenceUnits, cue: Cue) -> None:
        """Report what «Об этом сообщает X» (X reports this) attributes: the sentence before, unless it has quotes."""
        before = self.collector.previous
        speaker = self.collector.speaker(sentence, cue, (cue,))
        if before is None or any(f.start < before.end and before.start < f.end for f in self.collector.facts[-_RECENT:]):
            return
        units = SentenceUnits(self.analysis, before, self.collector.quotations_in(before))
        if units.last() < _SHORTEST_SENTENCE:
            return
        start = self._content_start(units, 0, units.last())
        span = self.collector.cue_span(sentence, cue)
        self.collector.emit(
            units.units[start].start, units.units[units.last() - 1].end, "indirect", span, speaker.mention, LIKELY
        )
        for index in range(start, len(units)):
            if is_speech(self.analysis, units, index, self.words):
                self.collector.emit_quotation(units.units[index].quotation, "partial", span, speaker.mention, POSSIBLE)

    def _content_start(self, sentence: SentenceUnits, start: int, end: int) -> int:
        """The index at which what was said begins: after the end of a dateline and after connectives."""
        while start < end and is_boundary(sentence.low(start)):
            start += 1
        if sentence.start < _DATELINE_WITHIN:
            for at in range(start, min(start + _LONGEST_DATELINE, end)):
                if sentence.low(at) == "—" and all(self._may_be_dateline(unit) for unit in sentence.units[start:at]):
                    start = at + 1
                    break
        openers = self.words.lexicon.words.openers
        first = tuple([unit.low for unit in sentence.units[start : start + max(map(len, openers), default=0)]])
        for opener in openers:
            size = len(opener)
            if end - start > size + 1 and first[:size] == opener:
                start += size
                break
        while start < end and is_boundary(sentence.low(start)):
            start += 1
        return start

    def _may_be_dateline(self, unit: Unit) -> bool:
        """Whether a unit can be part of a dateline: a mark, a figure, a name, capitals or a foreign word."""
        return not unit.is_word or self.words.is_foreign(unit.low) or self.text[unit.start : unit.end].isupper()

    def _emit_stretch(self, sentence: SentenceUnits, entry: Attributed) -> None:
        """Report what a cue attributes; where it is a quotation and nothing else, only the quotation is a quote."""
        units = sentence.units[entry.start : entry.end]
        if not units:
            return
        span = self.collector.cue_span(sentence, entry.cue)
        quotations = [u.quotation for u in units if u.quotation]
        if quotations and all(
            u.quotation or u.low == self.words.lexicon.words.conjunction or not u.low[0].isalnum() for u in units
        ):
            for quotation in quotations:
                self.collector.emit_quotation(quotation, "direct", span, entry.speaker, CERTAIN)
            return
        self.collector.emit(units[0].start, units[-1].end, "indirect", span, entry.speaker, LIKELY)
