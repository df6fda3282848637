"""Reported speech: where what a cue attributes may begin and end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsfacts_quotes.cues import Cue
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.sentence_units import FINITE, SentenceUnits, is_boundary

__all__ = ["Content", "Contents", "Place", "content_around", "kind_of"]

# How many marks before and after a cue are looked at as places where what was said begins or ends.
_MARKS_BEFORE, _MARKS_AFTER = 5, 8
# What refers to the sentence before («об этом»: about this) is not further after its verb.
_ANAPHORA_WITHIN = 8
# Between a verb and its conjunction are no more units without a comma («подтвердил в среду, 20 апреля 2016 года что …»).
_LONGEST_DATE = 12
# Within so many units after a cue what was said may begin without a mark, and within so many it may end so.
_UNMARKED_WITHIN, _UNMARKED_END_WITHIN = 9, 24
# What was said does not begin with a word of these codes, or after one.
_NEVER_FIRST = frozenset(("prep", "and", "part"))
_NEVER_BEFORE = frozenset(("adj", "prep", "and", "#"))
# Words of these codes after a verb are no subject that comes after it.
_NO_NOUNS = frozenset(("prep", "that", "sub", "to", "and", "but", "adv", "fil"))
_UNMARKED_END = frozenset(("prep", "sub", "as", "and", "but", "ger", "rel"))
_JOINTS = frozenset(("and", "but"))
# Units that may be whoever hears what is said; the tenses of what is past.
_HEARERS = frozenset("AN")
_PAST = frozenset("Pp")
# What begins a clause that depends on a noun or a verb; what the verb of the same clause follows, and what may be between.
_DEPENDENT = frozenset(("that", "rel", "sub"))
_BEFORE_VERBS, _BETWEEN_VERBS = FINITE | {"to"}, frozenset(("adv", "not"))


class Place(NamedTuple):
    """A place where what was said may begin or end.

    Attributes:
        at: Index of the first unit, or after the last one; -1 for the sentence before.
        mark: The index of the mark beside it, which is no part of it; -1 where there is none.
        number: How many marks lie between it and the cue, or the beginning.
    """

    at: int
    mark: int
    number: int


class Content(NamedTuple):
    """What a cue attributes without quotation marks.

    Attributes:
        cue: The cue.
        start: Index of its first unit; -1 for the sentence before.
        end: Index after its last unit.
        chance: How likely it is that the cue attributes just this.
    """

    cue: Cue
    start: int
    end: int
    chance: float


class Contents:
    """The places of a sentence where what its cues attribute may begin and end.

    Args:
        sentence: The sentence.
        cues: Its cues.
        words: Look-up of words.
        first: Whether no sentence is before.

    Attributes:
        cues: The cues that may attribute reported speech.
        last: The number of units without the stops at the end.
        opening: The index at which the sentence begins, after the end of a dateline and after connectives.
        verbs: The indices of its finite verbs that are no cues.
    """

    def __init__(self, sentence: SentenceUnits, cues: Sequence[Cue], words: WordLookup, first: bool) -> None:
        self.sentence = sentence
        self.cues = [cue for cue in cues if cue.kind != "other"]
        self.words = words
        self.first = first
        self.last = sentence.last()
        self.opening = self._opening()
        cued = {i for c in self.cues for i in range(c.first, c.last + 1)}
        self.verbs = [i for i, code in enumerate(sentence.codes) if self._is_verb(i, code) and i not in cued]

    def _is_verb(self, index: int, code: str) -> bool:
        """Whether a unit is a finite verb, or quoted words with one, where these may be any part of a clause."""
        quotation = self.sentence.units[index].quotation
        if quotation is None or self.words.grammar.declines:
            return code in FINITE
        return any(self.words.code(word) in FINITE for word in self.sentence.words_of(quotation))

    def starts(self, cue: Cue) -> list[Place]:
        """Where what a cue attributes may begin."""
        if cue.kind == "label":
            return []
        edge = self.sentence.left_edge(cue.first)
        found = [*self._starts_before(cue, edge), *self._starts_beside(cue)]
        found += self._starts_behind_marks(cue.last + 1, found[-1].at if found else -1)
        if self.words.grammar.encloses_commas:
            found = [place for place in found if not self._is_quoted_before(place.at, edge)]
        clause = self.opening if not self.has_verb(self.opening, cue.first) else edge
        if clause <= self.opening and not self.first and self.anaphora(cue):
            # «Об этом в среду, 9 мая, сообщили в МЧС»: nothing but when it was said goes before
            if cue is self.cues[0] and self._opens_with_anaphora():
                found = [place for place in found if place.at > cue.last]
            found.append(Place(-1, -1, 0))
        return found

    def _starts_before(self, cue: Cue, edge: int) -> Iterator[Place]:
        """Where what was said may begin before the clause of a cue: with the sentence, or behind a mark."""
        sentence = self.sentence
        # «… тем, что, по словам Орлова, …»: what goes before says nothing by itself
        if sentence.code(edge - 2) == "that" or self._follows_subject(cue, edge):
            return
        if edge > self.opening or (cue.first > self.opening and cue.verb is None):
            yield Place(self.opening, -1, 0)
        before = [m for m in sentence.marks if self.opening <= m < edge - 1][-_MARKS_BEFORE:]
        for number, mark in enumerate(before):
            at = mark + 1 + (sentence.code(mark + 1) in ("but", "that"))
            if not is_boundary(sentence.low(at)) and self.opening < at < edge:
                yield Place(at, mark, len(before) - number)

    def _starts_beside(self, cue: Cue) -> Iterator[Place]:
        """Where what was said may begin right behind a cue, without a mark."""
        after = cue.last + 1
        if self.sentence.code(after) == "that":
            yield Place(after + 1, -1, 0)
        elif cue.verb is None:
            yield from (Place(at, -1, 0) for at in self._phrase_ends(cue))
        elif not self.words.grammar.declines:
            yield from self._unmarked_starts(after)
        elif (at := self._unmarked_that(after)) > 0:
            yield Place(at + 1, -1, 0)

    def _starts_behind_marks(self, after: int, reached: int) -> Iterator[Place]:
        """Where what was said may begin behind the marks after a cue, further than another place."""
        sentence = self.sentence
        marks = [mark for mark in sentence.marks if mark >= after][:_MARKS_AFTER]
        for number, mark in enumerate(marks, 1):
            at = mark + 1
            while sentence.code(at) == "that" or is_boundary(sentence.low(at)):
                at += 1
            if reached < at < self.last:
                reached = at
                yield Place(at, mark, number)

    def _follows_subject(self, cue: Cue, edge: int) -> bool:
        """Whether what comes before a verb and its comma is who speaks («The mayor, Anna Bell, said on Monday it was safe»).

        Nobody else can speak where no noun follows, or only whoever hears. Where nouns have cases these show it.
        """
        sentence = self.sentence
        if self.words.grammar.declines or cue.verb is None or cue.verb.mood != "finite":
            return False
        if not sentence.is_passed(edge, cue.first):
            return False
        after = sentence.code(cue.last + 1)
        if cue.verb.lemma in self.words.lexicon.addressing and not self.has_verb(self.opening, cue.first):
            return True
        return after in _NO_NOUNS and "Q" not in sentence.codes[:edge]

    def _is_quoted_before(self, at: int, edge: int) -> bool:
        """Whether there is nothing but quoted words and their comma between a place and the clause of a cue."""
        return at + 2 == edge and self.sentence.code(at) == "Q" and self.sentence.code(at + 1) == ","

    def _unmarked_starts(self, start: int) -> Iterator[Place]:
        """Where what was said may begin after a verb without a mark: after it, its preposition, or words of time or hearer."""
        codes = self.sentence.codes
        governed = start + 1 if self.sentence.code(start) == "prep" else -1
        stop = min(self.sentence.next_comma(start), self.last, start + _UNMARKED_WITHIN)
        for at in range(start, stop):
            if codes[at] == "that":
                yield Place(at + 1, -1, at - start)
            elif at == start or (codes[at] not in _NEVER_FIRST and (codes[at - 1] not in _NEVER_BEFORE or at == governed)):
                yield Place(at, -1, at - start)

    def _unmarked_ends(self, start: int) -> Iterator[Place]:
        """Where what was said may end without a mark: before a preposition, a conjunction or another verb."""
        codes = self.sentence.codes
        for at in range(start + 1, min(self.last, start + _UNMARKED_END_WITHIN)):
            if codes[at] in _UNMARKED_END and not is_boundary(self.sentence.low(at - 1)):
                yield Place(at, -1, 0)

    def _unmarked_that(self, start: int) -> int:
        """The index of the conjunction of what was said, where no comma is before it; 0 without one."""
        codes = self.sentence.codes
        stop = self.sentence.clause_end(start)
        return next((i for i in range(start + 1, min(stop, start + _LONGEST_DATE)) if codes[i] == "that"), 0)

    def ends(self, cue: Cue, start: int) -> list[Place]:
        """Where what was said may end, for where it begins."""
        sentence = self.sentence
        found: list[Place] = []
        number = 0
        for mark in sentence.marks:
            if mark <= start or mark >= self.last:
                continue
            number += 1
            if is_boundary(sentence.low(mark - 1)):
                continue
            if number <= _MARKS_AFTER or mark == sentence.left_edge(cue.first) - 1:
                found.append(Place(mark, mark, number))
        for at in range(max(start, cue.last) + 2, self.last - 1):
            if (
                sentence.codes[at] in _JOINTS
                and not FINITE.isdisjoint(sentence.codes[at + 1 : at + 3])
                and not is_boundary(sentence.low(at - 1))
            ):
                found += [Place(at, -1, 0)]
        if not self.words.grammar.declines:
            found += self._unmarked_ends(max(start, cue.last if start > cue.last else start))
        for other in self.cues:
            joint = self.joint(other)
            if joint > start + 1 and other is not cue and joint > cue.last:
                found.append(Place(joint, -1, 0))
        if start < cue.first and cue.first > start + 1 and not is_boundary(sentence.low(cue.first - 1)):
            found.append(Place(cue.first, -1, 0))
        if self.last > start:
            found.append(Place(self.last, -1, number))
        limit = self._back_to_hearers(cue, start)
        return sorted({place for place in found if place.at <= limit})

    def _back_to_hearers(self, cue: Cue, start: int) -> int:
        """The mark behind what was said at which the author goes on about whoever heard it; where there is none, the end.

        «Мэр уверял дольщиков, что дом сдадут, | дольщики ждали»: nobody tells others what these did themselves.
        """
        sentence, look = self.sentence, self.words.look
        heard = {look(sentence.low(at)).lemma for at in range(cue.last + 1, start - 1) if sentence.codes[at][0] in _HEARERS}
        for mark in sentence.marks:
            if mark > start and heard and sentence.low(mark) == ",":
                word = look(sentence.low(mark + 1))
                clause = range(mark + 2, min(sentence.clause_end(mark + 1), self.last))
                verb = next((at for at in clause if sentence.codes[at] in FINITE), None)
                if word.lemma in heard and "Nom" in word.cases and verb and look(sentence.low(verb)).tense in _PAST:
                    return mark
        return self.last

    def joint(self, cue: Cue) -> int:
        """The index of the conjunction that joins a cue to what comes before it, or of a phrase's preposition; -1 without."""
        for at in range(cue.first - 1, max(cue.first - 4, -1), -1):
            low = self.sentence.low(at)
            if low in self.words.lexicon.words.joints:
                return at
            if is_boundary(low):
                break
        return -1

    def anaphora(self, cue: Cue) -> bool:
        """Whether words beside a cue mean the sentence before («об этом»: about this)."""
        end = min(self.sentence.clause_end(cue.last + 1), cue.last + _ANAPHORA_WITHIN)
        lows = [unit.low for unit in self.sentence.units[:end]]
        anaphora = self.words.lexicon.anaphora
        return tuple(lows[:1]) in anaphora or any(pair in anaphora for pair in pairwise(lows))

    def _opens_with_anaphora(self) -> bool:
        """Whether the sentence begins with words that mean the one before it."""
        return tuple([unit.low for unit in self.sentence.units[self.opening : self.opening + 2]]) in self.words.lexicon.anaphora

    def _phrase_ends(self, cue: Cue) -> Iterator[int]:
        """Where the words that name the speaker of a prepositional cue may end without a mark."""
        sentence = self.sentence
        start = cue.last + 1
        # «по его данным суд впереди» (by his data the trial is ahead): the cue names the speaker itself
        start -= "pro" in sentence.codes[cue.first + 1 : cue.last]
        for at in range(start, min(start + 8, sentence.next_comma(start), self.last)):
            if at > start and sentence.code(at) != "and":
                yield at

    def _opening(self) -> int:
        """The index at which the sentence begins, after the end of a dateline and after connectives."""
        sentence, end = self.sentence, self.last
        start = 0
        while start < end and is_boundary(sentence.low(start)):
            start += 1
        start = sentence.dateline_end(start, self.words.months, self.words.is_foreign)
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

    def is_clause(self, content: Content) -> bool:
        """Whether what a cue attributes is a clause with a verb of its own.

        All is that is so according to somebody, and a whole sentence before «…, she said».

        «The plan» in «announced the plan» is nobody's words, nor is «the plan that failed», whose verb is another clause's. In
        a heading an infinitive is enough («Bridge to open in June»).
        """
        before = self.sentence.left_edge(content.cue.first) - 1
        whole = content.start == self.opening and content.end == before > content.start and self.sentence.low(before) == ","
        if content.cue.kind == "phrase" or whole:
            return True
        codes = self.sentence.codes[content.start : content.end]
        if "to" in codes[:2] and codes[0] in ("to", "not"):
            return False
        if self.sentence.is_line and self.last == len(self.sentence) and "to" in codes:
            return True
        # A verb with its auxiliaries is one; what a content itself begins with depends on nothing in it.
        dependent = [i for i, code in enumerate(codes) if i and code in _DEPENDENT]
        verbs = [i for i, code in enumerate(codes) if code in FINITE and not _goes_on_verb(codes, i)]
        return bool(verbs) and (not dependent or verbs[0] < dependent[0] or len(verbs) > len(dependent))

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb that is no cue stands between two units."""
        at = bisect_left(self.verbs, start)
        return at < len(self.verbs) and self.verbs[at] < end


def _goes_on_verb(codes: Sequence[str], index: int) -> bool:
    """Whether a verb has its auxiliary or its «to» before it, adverbs aside: not «never doubted»."""
    before = index - 1
    while before >= 0 and codes[before] in _BETWEEN_VERBS:
        before -= 1
    return before >= 0 and codes[before] in _BEFORE_VERBS


def content_around(cue: Cue, said: Iterable[Content]) -> tuple[int, int] | None:
    """The units of what another cue attributes, where a cue is among them; of several the fewest."""
    found = [(c.start, c.end) for c in said if c.cue is not cue and c.start <= cue.first < c.end]
    return min(found, key=lambda units: units[1] - units[0], default=None)


def kind_of(cue: Cue) -> str:
    """The kind of a cue and the mood of its verb, as features name them."""
    return cue.kind[0] + (cue.verb.mood[:2] if cue.verb else "")
