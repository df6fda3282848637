"""What speaks for a cue that attributes nothing, and for each place where what it attributes may begin or end."""

from __future__ import annotations

from bisect import bisect_left

from newsfacts_quotes.contents import Contents, Place, kind_of
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.sentence_units import AUXILIARIES, is_boundary

__all__ = ["NONE", "ContentFeatures"]

NONE = "n"
"""The feature of every cue that attributes nothing; its weight shows how seldom cues do."""

# Of the words between a cue and what was said so many are told apart.
_LONGEST_PATH = 5
# The ending of a verb, in letters, which mostly shows its tense.
_ENDING = 2
_CONNECTIVES = frozenset(("and", "but", "fil"))
_SUBJECTS = frozenset(("An", "Nn", "P", "O", "L", "pro", "x"))


class ContentFeatures:
    """The features of a sentence's reported speech.

    Args:
        contents: The places where it may begin and end.
        words: Look-up of words.
    """

    def __init__(self, contents: Contents, words: WordLookup) -> None:
        self.contents = contents
        self.sentence = contents.sentence
        self.words = words

    def of_none(self, cue: Cue) -> list[str]:
        """What speaks for a cue that attributes nothing but quoted words, or nothing at all."""
        contents, sentence = self.contents, self.sentence
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
            f"ne{edge == 0}{after >= contents.last}",
            f"ne{kind}{edge == 0}{after >= contents.last}",
            f"ns{sentence.code(edge)}{kind}",
        ]
        feats += [f"nQ{'Q' in sentence.codes}{kind}", f"na{contents.anaphora(cue)}{edge <= contents.opening}"]
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
        contents, sentence = self.contents, self.sentence
        before, after = sentence.code(cue.first - 1), sentence.code(cue.last + 1)
        group = "".join(sentence.codes[cue.first : cue.head])
        edge = sentence.left_edge(cue.first)
        quoted = "Q" in sentence.codes
        clauses = (
            f"{contents.has_verb(contents.opening, edge - 1):d}{contents.has_verb(cue.last + 1, contents.last):d}{quoted:d}"
        )
        ends = sentence.next_comma(cue.last + 1) >= contents.last
        subject, following = self._subject(cue.first), sentence.low(cue.last + 1)
        group_words = "_".join(sentence.low(i) for i in range(cue.first, cue.head))
        earlier, later = self._other_cues(cue)
        near = kind_of(earlier[-1]) if earlier else "-"
        where = f"{min(cue.first // 4, 5)}{min((contents.last - cue.last) // 4, 5)}"
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
            f"nv{clauses}{ends:d}{edge > contents.opening:d}{before}{after}",
            f"nW{before}{after}{kind}",
            f"nW{before}{after}{sentence.code(cue.last + 2)}{group}",
            f"nW{sentence.code(cue.first - 2)}{before}{kind}",
            f"nW{sentence.code(cue.first - 2)}{before}_{after}",
            f"n<{sentence.low(cue.first - 1)}{kind}",
            f"nA{sentence.low(cue.head)}{kind}",
            f"nB{group_words}{kind}",
            f"nB{group_words}{lemma}",
            f"nC{min(len(earlier), 3)}{min(len(later), 3)}{kind}",
            f"nC{near}{kind}",
            f"nC{near}{min(len(earlier), 2)}{lemma}",
            f"nJ{where}{kind}",
            *(self._earlier_cue(cue, earlier[-1], kind) if earlier else ()),
        ]

    def _other_cues(self, cue: Cue) -> tuple[list[Cue], list[Cue]]:
        """The cues of the sentence before a cue and those after it, without silent ones, which are cues of attitudes alone."""
        cues = [other for other in self.contents.cues if other.kind != "silent"]
        return [c for c in cues if c.first < cue.first], [c for c in cues if c.first > cue.first]

    def _earlier_cue(self, cue: Cue, earlier: Cue, kind: str) -> list[str]:
        """What the cue before another one is, and what stands between them: whether this one is in what that one attributes."""
        sentence = self.sentence
        near = kind_of(earlier)
        lemma = earlier.verb.lemma if earlier.verb else sentence.low(earlier.first)
        between = sentence.codes[earlier.last + 1 : cue.first]
        marks = "".join([code for code in between if is_boundary(code)])[:2]
        path = "_".join(between) if len(between) < _LONGEST_PATH else "."
        return [
            f"nE{near}{min(len(between) // 2, 6)}{kind}",
            f"nE{near}{marks}_{kind}",
            f"nE{near}{marks}{'that' in between:d}{kind}",
            f"nE{lemma}_{kind}",
            f"nE{path}_{kind}",
        ]

    def _subject(self, verb: int) -> str:
        """What the nearest noun or pronoun before a verb is, in its part of the sentence."""
        sentence = self.sentence
        for at in range(verb - 1, sentence.left_edge(verb) - 1, -1):
            code = sentence.codes[at]
            if code in _SUBJECTS or code in ("rel", "I"):
                return code + (self.words.sort(sentence.low(at)) if sentence.units[at].is_word else "")
        return "-"

    def of_start(self, cue: Cue, place: Place) -> list[str]:
        """What speaks for a place as the beginning of what a cue attributes."""
        contents, sentence = self.contents, self.sentence
        kind = kind_of(cue)
        at, mark, number = place
        if at < 0:
            return ["sP", f"sP{kind}", f"sP{len(sentence) < 8}"]
        side = "R" if at > cue.last else "L"
        c0, c1 = sentence.code(at), sentence.code(at + 1)
        that = self._follows_that(at)
        edge = sentence.left_edge(cue.first)
        stop = sentence.next_comma(at + 1) if side == "R" else max(sentence.left_edge(cue.first) - 1, at)
        verb = contents.has_verb(at, min(stop, contents.last)) or "—" in sentence.codes[at:stop]
        ahead = contents.has_verb(at, contents.last)
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
            between = contents.has_verb(cue.last + 1, max(cue.last + 1, mark))
            feats.append(f"sb{joined}{between}{min(number, 3)}")
            first = sentence.code(cue.last + 1)
            feats.append(f"sf{joined}{number}{first}")
            if number > 1:
                opens = sentence.left_edge(mark)
                skipped = f"{sentence.code(opens)}{contents.has_verb(opens, mark)}"
                feats += [f"sw{joined}{skipped}", f"sw{joined}{kind}{skipped}", f"sw{that}{number}{sentence.code(opens)}"]
        else:
            end = sentence.left_edge(cue.first) - 1
            feats.append(f"sl{sentence.low(end)}{kind}{inverted}{manner}")
            feats.append(f"su{kind}{sentence.code(cue.last + 1)}{inverted}{place.at == contents.opening}")
            feats.append(f"sq{sentence.code(end - 1)}{kind}")
        if not self.words.grammar.declines:
            feats += self._start_words(cue, place, joined)
        if cue.verb:
            feats.append(f"sV{joined}{cue.verb.lemma}")
        if sentence.is_quoted(at, contents.last):
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
            f"sw{joined}{kind}_{sentence.low(at)}",
            f"sB{joined}{sentence.code(cue.first - 1)}_{path}",
            f"sE{joined}{sentence.low(cue.head)[-_ENDING:]}_{path}",
            f"sV{joined}{place.number}{c0}{lemma}",
        ]

    def _is_circumstance(self, index: int) -> bool:
        """Whether a unit tells when or where something was said («said Thursday …»)."""
        return self.sentence.low(index) in self.words.lexicon.words.circumstances

    def of_end(self, cue: Cue, start: Place, place: Place) -> list[str]:
        """What speaks for a place as the end of what was said."""
        contents, sentence = self.contents, self.sentence
        kind = kind_of(cue)
        at, mark, _ = place
        after = at + 1 if mark >= 0 else at
        side = "L" if start.at < cue.first else "R"
        final = at >= contents.last
        edge = sentence.left_edge(cue.first) - 1
        where = "F" if final else "E" if at == edge and side == "L" else "A" if at > cue.last and side == "L" else "i"
        that = "t" if self._follows_that(start.at) else sentence.low(start.mark) if start.mark >= 0 else "-"
        following = next((c for c in contents.cues if c.first >= after and c is not cue), None)
        cued = "-"
        if following is not None and sentence.left_edge(following.first) <= after:
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
        beyond = "$" if final else self._tenses(after, contents.last)[0]
        feats += [f"eT{first}{last}{beyond}", f"eT{first}{last}{beyond}{that}"]
        if side == "L":
            left, right = (
                contents.has_verb(start.at, max(edge, start.at)),
                contents.has_verb(cue.last + 1, contents.last),
            )
            stop = sentence.next_comma(cue.last + 1)
            tail = sentence.low(stop) if stop < contents.last else "$"
            size = max(edge - start.at, 0) * 4 // max(contents.last - cue.last, 1)
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
        contents, sentence, kind = self.contents, self.sentence, kind_of(cue)
        at = place.at
        after = at + 1 if place.mark >= 0 else at
        final = at >= contents.last
        c0 = "$" if final else sentence.code(after)
        low = "$" if final else sentence.low(after)
        next_low = sentence.low(after + 1) if after + 1 < contents.last else "$"
        codes = "".join(sentence.code(i) if i < contents.last else "$" for i in range(after + 1, after + 3))
        left = _size(contents.last - after)
        marks = min(sum(after <= mark < contents.last for mark in sentence.marks), 3)
        mark = sentence.low(place.mark) if place.mark >= 0 else "-"
        lemma = cue.verb.lemma if cue.verb else ""
        size = _size(at - max(start.at, 0))
        inside = contents.has_verb(start.at, at)
        beyond = contents.has_verb(after, sentence.next_comma(after))
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
            f"eA{mark}{low}_{next_low}",
            f"eC{marks}{mark}{c0}{inside:d}",
            f"eC{marks}{mark}{low}",
            f"eD{mark}{c0}{codes}",
            f"eF{size}_{left}{mark}{c0}",
            f"eF{left}{mark}{low}",
            f"eF{size}_{mark}{low}",
            f"eK{sentence.is_line:d}{mark}{c0}",
        ]

    def _verb_form(self, start: int, end: int) -> str:
        """The first finite verb of a stretch: an auxiliary as it is, of another verb what it ends in."""
        contents = self.contents
        at = bisect_left(contents.verbs, start)
        if at == len(contents.verbs) or contents.verbs[at] >= end:
            return "-"
        low = self.sentence.low(contents.verbs[at])
        return low if self.sentence.codes[contents.verbs[at]] in AUXILIARIES else low[-_ENDING:]

    def _follows_that(self, index: int) -> bool:
        """Whether a conjunction of what was said comes before a unit, or an insertion («что, возможно, …»: that, perhaps)."""
        before = index - 1 if not is_boundary(self.sentence.low(index - 1)) else index - 2
        return self.sentence.code(before) == "that"

    def _tenses(self, start: int, end: int) -> tuple[str, str]:
        """The tenses of the first and the last verb between two units; ``-`` for none."""
        contents = self.contents
        verbs = contents.verbs[bisect_left(contents.verbs, start) : bisect_left(contents.verbs, end)]
        if not verbs:
            return "-", "-"
        first, last = (self.words.look(self.sentence.low(at)).tense for at in (verbs[0], verbs[-1]))
        return first or "n", last or "n"  # «нельзя», «нет»: a state, as in the present


def _size(units: int) -> int:
    """A number of units, larger ones in steps."""
    return units if units < 4 else 4 if units < 6 else 6 if units < 10 else 10 if units < 16 else 16
