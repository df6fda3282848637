"""Reported speech: where what a cue attributes may begin and end, and what speaks for each place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsfacts_quotes.cues import Cue
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.sentence_units import AUXILIARIES, FINITE, SentenceUnits, is_boundary

__all__ = ["NONE", "Content", "Contents", "Place", "content_around", "kind_of"]

NONE = "n"
"""The feature of every cue that attributes nothing; its weight shows how seldom cues do."""

# How many marks before and after a cue are looked at as places where what was said begins or ends.
_MARKS_BEFORE, _MARKS_AFTER = 5, 8
# A sentence that begins within so many characters may begin with the end of a dateline, which has so many units at most.
_DATELINE_WITHIN = 150
_LONGEST_DATELINE = 12
# What refers to the sentence before («об этом»: about this) is not further after its verb.
_ANAPHORA_WITHIN = 8
# Between a verb and its conjunction are no more units without a comma («подтвердил в среду, 20 апреля 2016 года что …»).
_LONGEST_DATE = 12


# Within so many units after a cue what was said may begin without a mark, and within so many it may end so.
_UNMARKED_WITHIN, _UNMARKED_END_WITHIN = 9, 24
# Of the words between a cue and what was said so many are told apart.
_LONGEST_PATH = 5
# The ending of a verb, in letters, which mostly shows its tense.
_ENDING = 2
# What was said does not begin with a word of these codes, or after one.
_NEVER_FIRST = frozenset(("prep", "and", "part"))
_NEVER_BEFORE = frozenset(("adj", "prep", "and", "#"))
_UNMARKED_END = frozenset(("prep", "sub", "as", "and", "but", "ger", "rel"))
_JOINTS = frozenset(("and", "but"))
_CONNECTIVES = _JOINTS | frozenset(("fil",))
# What begins a clause that depends on a noun or a verb, and what is within the verb of one clause.
_DEPENDENT = frozenset(("that", "rel", "sub"))
_WITHIN_VERBS = FINITE | {"adv", "not", "to"}
_SUBJECTS = frozenset(("An", "Nn", "P", "O", "L", "pro", "x"))


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
    """

    def __init__(self, sentence: SentenceUnits, cues: Sequence[Cue], words: WordLookup, first: bool) -> None:
        self.sentence = sentence
        self.cues = [cue for cue in cues if cue.kind != "other"]
        self.words = words
        self.first = first
        self.last = sentence.last()
        self.opening = self._opening()
        cued = {i for c in self.cues for i in range(c.first, c.last + 1)}
        self._verbs = [i for i, code in enumerate(sentence.codes) if code in FINITE and i not in cued]

    def starts(self, cue: Cue) -> list[Place]:
        """Where what a cue attributes may begin."""
        sentence, found = self.sentence, list[Place]()
        if cue.kind == "label":
            return []
        edge = sentence.left_edge(cue.first)
        marks = sentence.marks
        before: list[int] = []
        if sentence.code(edge - 2) != "that":  # «… тем, что, по словам Орлова, …»: what goes before says nothing by itself
            if edge > self.opening or (cue.first > self.opening and cue.verb is None):
                found.append(Place(self.opening, -1, 0))
            before = [m for m in marks if self.opening <= m < edge - 1][-_MARKS_BEFORE:]
        for number, mark in enumerate(before):
            at = mark + 1 + (sentence.code(mark + 1) in ("but", "that"))
            if not is_boundary(sentence.low(at)) and self.opening < at < edge:
                found.append(Place(at, mark, len(before) - number))
        after = cue.last + 1
        if sentence.code(after) == "that":
            found.append(Place(after + 1, -1, 0))
        elif cue.verb is None:
            found += [Place(at, -1, 0) for at in self._phrase_ends(cue)]
        elif not self.words.grammar.declines:
            found += self._unmarked_starts(after)
        elif (at := self._unmarked_that(after)) > 0:
            found.append(Place(at + 1, -1, 0))
        number = 0
        for mark in marks:
            if mark < after or number >= _MARKS_AFTER:
                continue
            number += 1
            at = mark + 1
            while sentence.code(at) == "that" or is_boundary(sentence.low(at)):
                at += 1
            if at < self.last and (not found or at > found[-1].at):
                found.append(Place(at, mark, number))
        if self.words.grammar.encloses_commas:
            found = [place for place in found if not self._is_quoted_before(place.at, edge)]
        clause = self.opening if not self._has_verb(self.opening, cue.first) else edge
        if clause <= self.opening and not self.first and self.anaphora(cue):
            found.append(Place(-1, -1, 0))
        return found

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
        return sorted(set(found))

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
        if sentence.start < _DATELINE_WITHIN:
            for at in range(start, min(start + _LONGEST_DATELINE, end)):
                if sentence.low(at) == "—" and all(self._may_be_dateline(i, at) for i in range(start, at)):
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

    def _may_be_dateline(self, index: int, dash: int) -> bool:
        """Whether a unit can be part of a dateline: a mark, a figure, a name, capitals, a month or a foreign word.

        A capital alone is enough after the first unit («ALDER BAY, Maine»), and where brackets are before the dash, which hold
        an agency («Geneva (dpa) - »).
        """
        unit, text = self.sentence.units[index], self.sentence.text(index)
        if not unit.is_word or text.isupper() or (text[0].isupper() and (index or self.sentence.follows_brackets(dash))):
            return True
        return unit.low in self.words.months or self.words.is_foreign(unit.low)

    def none_features(self, cue: Cue) -> list[str]:
        """What speaks for a cue that attributes nothing but quoted words, or nothing at all."""
        sentence = self.sentence
        kind = kind_of(cue)
        lemma = cue.verb.lemma if cue.verb else "".join(sentence.low(i) for i in range(cue.first, cue.last + 1))
        edge, after = sentence.left_edge(cue.first), sentence.next_comma(cue.last + 1)
        feats = [
            NONE,
            f"n={kind}",
            f"nl={lemma}",
            f"n>{sentence.code(cue.last + 1)}",
            f"n>{kind}{sentence.code(cue.last + 1)}{sentence.code(cue.last + 2)}",
            f"n<{kind}{sentence.code(cue.first - 1)}",
            f"nm{sentence.code(after)}{sentence.code(after + 1)}",
            f"nm{kind}{sentence.code(after)}{sentence.code(after + 1)}",
            f"ne{edge == 0}{after >= self.last}",
            f"ne{kind}{edge == 0}{after >= self.last}",
            f"ns{sentence.code(edge)}{kind}",
        ]
        feats += [f"nQ{'Q' in sentence.codes}{kind}", f"na{self.anaphora(cue)}{edge <= self.opening}"]
        if cue.verb is None:
            owned = any(sentence.codes[i] == "pro" for i in range(cue.first, cue.last))
            feats += [f"np{owned}{sentence.code(cue.last + 1)}", f"np{owned}{is_boundary(sentence.low(cue.last + 1))}"]
        if any(sentence.codes[i] == "as" for i in range(edge, cue.first)):
            feats += ["nas", f"nas{kind}"]
        if not self.words.grammar.declines:
            feats += self._cue_words(cue, kind, lemma)
        return feats

    def _cue_words(self, cue: Cue, kind: str, lemma: str) -> list[str]:
        """What the words beside a cue show, and whether a clause is before it or after, where nothing marks what they do."""
        sentence = self.sentence
        before, after = sentence.code(cue.first - 1), sentence.code(cue.last + 1)
        group = "".join(sentence.codes[cue.first : cue.head])
        edge = sentence.left_edge(cue.first)
        quoted = "Q" in sentence.codes
        clauses = f"{self._has_verb(self.opening, edge - 1):d}{self._has_verb(cue.last + 1, self.last):d}{quoted:d}"
        ends = sentence.next_comma(cue.last + 1) >= self.last
        subject, following = self._subject(cue.first), sentence.low(cue.last + 1)
        return [
            f"nX{lemma}{before}",
            f"nX{lemma}>{after}",
            f"ny{following}{kind}",
            f"ny{following}{lemma}",
            f"nz{subject}{kind}",
            f"nz{subject}{lemma}",
            f"nv{clauses}{kind}",
            f"nv{clauses}{lemma}",
            f"nv{clauses}{ends:d}{kind}{after}",
            f"nv{clauses}{ends:d}{edge > self.opening:d}{before}{after}",
            f"nW{before}{after}{kind}",
            f"nW{before}{after}{sentence.code(cue.last + 2)}{group}",
            f"nW{sentence.code(cue.first - 2)}{before}{kind}",
        ]

    def _subject(self, verb: int) -> str:
        """What the nearest noun or pronoun before a verb is, in its part of the sentence."""
        sentence = self.sentence
        for at in range(verb - 1, sentence.left_edge(verb) - 1, -1):
            code = sentence.codes[at]
            if code in _SUBJECTS or code in ("rel", "I"):
                return code + (self.words.sort(sentence.low(at)) if sentence.units[at].is_word else "")
        return "-"

    def start_features(self, cue: Cue, place: Place) -> list[str]:
        """What speaks for a place as the beginning of what a cue attributes."""
        sentence = self.sentence
        kind = kind_of(cue)
        at, mark, number = place
        if at < 0:
            return ["sP", f"sP{kind}", f"sP{len(sentence) < 8}"]
        side = "R" if at > cue.last else "L"
        c0, c1 = sentence.code(at), sentence.code(at + 1)
        that = self._follows_that(at)
        edge = sentence.left_edge(cue.first)
        stop = sentence.next_comma(at + 1) if side == "R" else max(sentence.left_edge(cue.first) - 1, at)
        verb = self._has_verb(at, min(stop, self.last)) or "—" in sentence.codes[at:stop]
        ahead = self._has_verb(at, self.last)
        inverted = sentence.is_passed(edge, cue.first)
        manner = any(sentence.codes[i] == "as" for i in range(edge, cue.first))
        char = sentence.low(mark) if mark >= 0 else "-"
        joined = f"{side}{char}{'t' if that else ''}"
        feats = [
            f"s{joined}",
            f"s{joined}{kind}",
            f"s{joined}{number}",
            f"s{joined}{number}{kind}",
            f"s0{side}{c0}",
            f"s0{joined}{kind}{c0}",
            f"s1{joined}{c0}{c1}",
            f"sv{side}{verb}{ahead}",
            f"sv{joined}{kind}{verb}{ahead}",
            f"si{joined}{inverted}{manner}{kind}",
            f"sd{joined}{min(abs(at - cue.last) // 3, 6)}",
        ]
        if side == "R":
            between = self._has_verb(cue.last + 1, max(cue.last + 1, mark))
            feats.append(f"sb{joined}{between}{min(number, 3)}")
            first = sentence.code(cue.last + 1)
            feats.append(f"sf{joined}{number}{first}")
            if number > 1:
                opens = sentence.left_edge(mark)
                skipped = f"{sentence.code(opens)}{self._has_verb(opens, mark)}"
                feats += [f"sw{joined}{skipped}", f"sw{joined}{kind}{skipped}", f"sw{that}{number}{sentence.code(opens)}"]
        else:
            end = sentence.left_edge(cue.first) - 1
            feats.append(f"sl{sentence.low(end)}{kind}{inverted}{manner}")
            feats.append(f"su{kind}{sentence.code(cue.last + 1)}{inverted}{place.at == self.opening}")
            feats.append(f"sq{sentence.code(end - 1)}{kind}")
        if not self.words.grammar.declines:
            feats += self._start_words(cue, place, joined)
        if cue.verb:
            feats.append(f"sV{joined}{cue.verb.lemma}")
        if sentence.is_quoted(at, self.last):
            feats += ["sQ", f"sQ{joined}"]
        elif sentence.is_quoted(at, sentence.next_comma(at)):
            feats += ["sq", f"sq{joined}{kind}"]
        return feats

    def _start_words(self, cue: Cue, place: Place, joined: str) -> list[str]:
        """What the words at a beginning, and between it and the cue, show."""
        sentence, kind = self.sentence, kind_of(cue)
        at = place.at
        lemma = cue.verb.lemma if cue.verb else ""
        c0 = sentence.code(at)
        between = sentence.codes[cue.last + 1 : at]
        path = "_".join(between) if len(between) < _LONGEST_PATH else f"{between[0]}..{between[-1]}"
        times = f"{self._is_circumstance(at - 1):d}{self._is_circumstance(at):d}"
        return [
            f"sT{joined}{times}{min(len(between), 4)}",
            f"sT{joined}{times}{c0}",
            f"sw{joined}{sentence.low(at)}",
            f"sx{joined}{kind}{path}",
            f"sx{joined}{path}{c0}",
            f"sx{joined}{lemma}{path}",
            f"sy{joined}{sentence.code(at - 1)}{c0}{sentence.code(at + 1)}",
            f"sz{joined}{sentence.code(at - 1)}{sentence.low(at - 1)}",
            f"sz{joined}{place.number}{c0}{kind}",
        ]

    def _is_circumstance(self, index: int) -> bool:
        """Whether a unit tells when or where something was said («said Thursday …»)."""
        return self.sentence.low(index) in self.words.lexicon.words.circumstances

    def end_features(self, cue: Cue, start: Place, place: Place) -> list[str]:
        """What speaks for a place as the end of what was said."""
        sentence = self.sentence
        kind = kind_of(cue)
        at, mark, _ = place
        after = at + 1 if mark >= 0 else at
        side = "L" if start.at < cue.first else "R"
        final = at >= self.last
        edge = sentence.left_edge(cue.first) - 1
        where = "F" if final else "E" if at == edge and side == "L" else "A" if at > cue.last and side == "L" else "i"
        that = "t" if self._follows_that(start.at) else sentence.low(start.mark) if start.mark >= 0 else "-"
        following = next((c for c in self.cues if c.first >= after and c is not cue), None)
        cued = "-"
        if following is not None and sentence.left_edge(following.first) <= after and not final:
            inverted = sentence.is_passed(after, following.first, _CONNECTIVES)
            that_after = sentence.code(sentence.next_comma(following.last + 1) + 1) == "that"
            subject = any(sentence.codes[i] in _SUBJECTS for i in range(after, following.first))
            cued = f"{kind_of(following)}{inverted}{that_after}{subject}"
        c0 = "$" if final else sentence.code(after)
        context = f"{side}{where}"
        char = sentence.low(mark) if mark >= 0 else "-"
        feats = [
            f"e{context}",
            f"e{context}{kind}{that}",
            f"e{context}{char}",
            f"e0{context}{char}{c0}",
            f"e0{context}{that}{char}{c0}",
            f"e1{context}{char}{c0}{sentence.code(after + 1) if not final else ''}",
            f"ec{context}{cued}",
            f"ec{that}{kind}{cued}",
            f"el{context}{sentence.code(at - 1)}",
        ]
        first, last = self._tenses(start.at, at)
        beyond = "$" if final else self._tenses(after, self.last)[0]
        feats += [f"eT{first}{last}{beyond}", f"eT{first}{last}{beyond}{that}"]
        if side == "L":
            left, right = self._has_verb(start.at, max(edge, start.at)), self._has_verb(cue.last + 1, self.last)
            stop = sentence.next_comma(cue.last + 1)
            tail = sentence.low(stop) if stop < self.last else "$"
            size = max(edge - start.at, 0) * 4 // max(self.last - cue.last, 1)
            feats += [
                f"eb{where}{left}{right}{kind}",
                f"eb{where}{tail}{sentence.code(stop + 1)}{left}{right}",
                f"et{where}{kind}{tail}{sentence.code(stop + 1)}",
                f"ez{where}{min(size, 8)}{right}",
            ]
        if not self.words.grammar.declines:
            feats += self._end_words(cue, start, place, context, that)
        if cue.verb:
            feats.append(f"eV{context}{cue.verb.lemma}")
        return feats

    def _end_words(self, cue: Cue, start: Place, place: Place, context: str, that: str) -> list[str]:
        """What the words at an end and within what was said show."""
        sentence, kind = self.sentence, kind_of(cue)
        at = place.at
        after = at + 1 if place.mark >= 0 else at
        final = at >= self.last
        c0 = "$" if final else sentence.code(after)
        low = "$" if final else sentence.low(after)
        mark = sentence.low(place.mark) if place.mark >= 0 else "-"
        lemma = cue.verb.lemma if cue.verb else ""
        size = at - max(start.at, 0)
        size = size if size < 4 else 4 if size < 6 else 6 if size < 10 else 10 if size < 16 else 16
        inside = self._has_verb(start.at, at)
        beyond = self._has_verb(after, sentence.next_comma(after))
        first = sentence.code(start.at)
        inner, outer = self._verb_form(start.at, at), self._verb_form(after, sentence.next_comma(after))
        clause = sentence.code(sentence.left_edge(cue.first))
        own = sentence.low(cue.head)[-_ENDING:]
        return [
            f"er{clause}{context}{mark}{c0}",
            f"er{clause}{mark}{c0}{inside:d}{beyond:d}",
            f"ev{inner}_{outer}{mark}{c0}",
            f"ev{own}_{outer}{mark}{c0}{inside:d}",
            f"eu{sentence.low(start.at) if first == 'pro' else first}_{low if c0 == 'pro' else c0}{mark}",
            f"ew{context}{mark}{low}",
            f"ew{context}{mark}{low}{that}{inside:d}",
            f"ew{lemma}{mark}{low}",
            f"ew{sentence.code(at - 1)}{mark}{low}",
            f"ex{context}{mark}{c0}{inside:d}{beyond:d}",
            f"ex{context}{mark}{c0}{size}{that}",
            f"ex{lemma}{mark}{c0}{inside:d}",
            f"ex{kind}{mark}{c0}{inside:d}{beyond:d}",
            f"ez{first}{mark}{c0}{inside:d}{size}",
            f"ez{place.number}{context}{mark}{c0}{inside:d}",
        ]

    def _verb_form(self, start: int, end: int) -> str:
        """The first finite verb of a stretch: an auxiliary as it is, of another verb what it ends in."""
        at = bisect_left(self._verbs, start)
        if at == len(self._verbs) or self._verbs[at] >= end:
            return "-"
        low = self.sentence.low(self._verbs[at])
        return low if self.sentence.codes[self._verbs[at]] in AUXILIARIES else low[-_ENDING:]

    def _follows_that(self, index: int) -> bool:
        """Whether a conjunction of what was said comes before a unit, or an insertion («что, возможно, …»: that, perhaps)."""
        before = index - 1 if not is_boundary(self.sentence.low(index - 1)) else index - 2
        return self.sentence.code(before) == "that"

    def is_clause(self, content: Content) -> bool:
        """Whether what a cue attributes is a clause with a verb of its own.

        «The plan» in «announced the plan» is nobody's words, nor is «the plan that failed», whose verb is another clause's. In
        a heading an infinitive is enough («Bridge to open in June»).
        """
        codes = self.sentence.codes[content.start : content.end]
        if codes[0] == "to":
            return False
        if self.sentence.is_line and self.last == len(self.sentence) and "to" in codes:
            return True
        # A verb with its auxiliaries is one; what a content itself begins with depends on nothing in it.
        dependent = [i for i, code in enumerate(codes) if i and code in _DEPENDENT]
        verbs = [i for i, code in enumerate(codes) if code in FINITE and (not i or codes[i - 1] not in _WITHIN_VERBS)]
        return bool(verbs) and (not dependent or verbs[0] < dependent[0] or len(verbs) > len(dependent))

    def _tenses(self, start: int, end: int) -> tuple[str, str]:
        """The tenses of the first and the last verb between two units; ``-`` for none."""
        verbs = self._verbs[bisect_left(self._verbs, start) : bisect_left(self._verbs, end)]
        if not verbs:
            return "-", "-"
        first, last = (self.words.look(self.sentence.low(at)).tense for at in (verbs[0], verbs[-1]))
        return first or "n", last or "n"  # «нельзя», «нет»: a state, as in the present

    def _has_verb(self, start: int, end: int) -> bool:
        at = bisect_left(self._verbs, start)
        return at < len(self._verbs) and self._verbs[at] < end


def content_around(cue: Cue, said: Iterable[Content]) -> tuple[int, int] | None:
    """The units of what another cue attributes, where a cue is among them; of several the fewest."""
    found = [(c.start, c.end) for c in said if c.cue is not cue and c.start <= cue.first < c.end]
    return min(found, key=lambda units: units[1] - units[0], default=None)


def kind_of(cue: Cue) -> str:
    """The kind of a cue and the mood of its verb, as features name them."""
    return cue.kind[0] + (cue.verb.mood[:2] if cue.verb else "")
