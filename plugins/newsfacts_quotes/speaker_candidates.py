"""Who may speak by a cue, and what speaks for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsfacts_quotes.contents import kind_of
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.mentions import is_named_in
from newsfacts_quotes.naming_words import Candidate, NamingWords
from newsfacts_quotes.sentence_units import FINITE

__all__ = ["SpeakerCandidates"]

# How far from a cue a speaker is looked for, in units.
_WINDOW = 60
# Of the candidates on each side of a cue the nearest so many are considered.
_NEAREST = 5
# Of the words between a candidate and a cue so many are told apart.
_LONGEST_PATH = 5
_LONGEST_WORDS = 2
_MARKS = frozenset(",:—;")
# A name that may be a medium's, and the words of whoever tells it something.
_NAMED = frozenset("POxQ")
_ROLES = frozenset("ASM")


class _Question(NamedTuple):
    """Who speaks by a cue, with what all candidates have in common.

    Attributes:
        cue: The cue.
        anchor: What it attributes.
        contents: The units of what was said.
        spans: The same in the text.
        around: The units of what another cue attributes, where this one is among them.
        candidates: Who may speak, in order.
        clause: The numbers of those that fit the cue by their form and are in its clause.
        expected: The number of the one that the order of words suggests, or -1.
        before: How many of them are before the end of the cue.
    """

    cue: Cue
    anchor: str
    contents: Sequence[tuple[int, int]]
    spans: Sequence[tuple[int, int]]
    around: tuple[int, int] | None
    candidates: Sequence[Candidate]
    clause: Sequence[int]
    expected: int
    before: int

    @property
    def number(self) -> str:
        """The number and the gender of the cue's verb."""
        verb = self.cue.verb
        return f"{verb.number or '?'}{verb.gender or '?'}" if verb else "-"


class SpeakerCandidates:
    """Who may speak by the cues of a sentence.

    Args:
        naming: The words of the sentence that may name a speaker.
    """

    def __init__(self, naming: NamingWords) -> None:
        self.naming = naming
        self.analysis = naming.analysis
        self.sentence = naming.sentence
        self.words = naming.words

    def of(self, cue: Cue) -> list[Candidate]:
        """Those that may be the speaker of a cue."""
        low, high = cue.first - _WINDOW, cue.last + _WINDOW
        declines = self.words.grammar.declines
        if declines and cue.kind == "phrase" and self.sentence.code(cue.last + 1) in ("adj", "part"):
            # «знакомый с ним делец» (a dealer who knows him): the words before a noun may have nouns of their own
            whole = self.naming.phrases.at(self.sentence, cue.last + 1, "Gen")
            if whole is not None:
                found = [c for c in self.naming.all if not cue.last < c.phrase.head < whole.head]
                return [
                    c._replace(phrase=whole) if c.phrase.head == whole.head else c
                    for c in found
                    if low <= c.phrase.head <= high
                ]
        found = [
            c for c in self.naming.all if low <= c.phrase.head <= high and c.phrase.head not in (cue.first, cue.last, cue.head)
        ]
        before = sum(c.phrase.head < cue.first for c in found)
        inner = sum(cue.first <= c.phrase.head <= cue.last for c in found)
        return found[max(0, before - _NEAREST) : before + inner + _NEAREST]

    def features(
        self, cue: Cue, anchor: str, contents: Sequence[tuple[int, int]], around: tuple[int, int] | None = None
    ) -> tuple[list[Candidate], list[list[str]]]:
        """The candidates of a cue with what speaks for each; before them for nobody, and for whoever is not named here.

        Args:
            cue: The cue; where none is, the index that the speaker should be near.
            anchor: What the cue attributes: ``i`` for reported speech, ``q`` for quoted words, or how a cue stands for itself.
            contents: The units of what was said.
            around: The units of what another cue attributes, where this one is among them.
        """
        sentence, candidates = self.sentence, self.of(cue)
        edge, stop = sentence.left_edge(cue.first), sentence.clause_end(cue.last + 1)
        question = _Question(
            cue,
            anchor,
            contents,
            [(sentence.units[start].start, sentence.units[end - 1].end) for start, end in contents],
            around,
            candidates,
            [n for n, c in enumerate(candidates) if edge <= c.phrase.head < stop and self._fits(cue, c)],
            self.expected(cue, anchor, candidates),
            sum(c.phrase.head <= cue.last for c in candidates),
        )
        hearers = self._hearers(question)
        kept = [n for n in range(len(candidates)) if n not in hearers]
        kind = kind_of(cue) + anchor
        rows = [self._of_nobody(question), ["Z", f"Z{kind}"], *(self._of_candidate(question, n) for n in kept)]
        return [candidates[n] for n in kept], rows

    def _of_nobody(self, question: _Question) -> list[str]:
        """What speaks for it that nobody speaks."""
        sentence, cue = self.sentence, question.cue
        edge, stop = sentence.left_edge(cue.first), sentence.clause_end(cue.last + 1)
        short = kind_of(cue)
        kind = short + question.anchor
        return [
            "0",
            f"0{kind}",
            f"0{kind}{sentence.is_passed(edge, cue.first)}",
            f"0{kind}{question.number}",
            f"0l{cue.verb.lemma if cue.verb else sentence.low(cue.last)}",
            f"0c{min(len(question.clause), 2)}{kind}",
            f"0{kind}{edge == 0}",
            f"0{short}>{sentence.code(cue.last + 1)}{sentence.code(cue.last + 2)}",
            f"0{short}e{sentence.code(stop)}{len(question.clause) > 0}",
        ]

    def _of_candidate(self, question: _Question, n: int) -> list[str]:
        """What speaks for one of the candidates."""
        sentence, cue, clause = self.sentence, question.cue, question.clause
        short = kind_of(cue)
        kind = short + question.anchor
        phrase, sort, nominative, _, _, governed = question.candidates[n]
        after = phrase.head > cue.last
        low, high = (cue.last + 1, phrase.first) if after else (phrase.last + 1, cue.first)
        between = sentence.codes[low:high]
        marks = "".join([c for c in between if c in _MARKS])
        side = "R" if after else "L"
        near = f"{side}{marks[:3]}"
        verbs = min(2, sum(code in FINITE for code in between))
        inside = any(start <= phrase.head < end for start, end in question.contents)
        agrees = self._agreement(cue, question.candidates[n])
        form = f"{sort}{nominative}{governed}"
        row = [
            f"s{sort}{'n' if phrase.name and sort != 'P' else ''}",
            f"s{sort}{kind}",
            f"f{form}{short}",
            f"f{form}{kind}{side}",
            f"m{near}",
            f"m{near}{short}",
            f"m{near}{kind}{nominative}{governed}",
            f"a{agrees}{short}",
            f"a{agrees}{sort}{nominative}{side}",
            f"v{verbs}{side}{bool(marks)}",
            f"v{verbs}{near}{short}",
            f"i{inside}{kind}",
            f"i{inside}{side}{sort}",
            f"w{question.number}{sort}{agrees}",
        ]
        if question.around is not None:
            within = question.around[0] <= phrase.head < question.around[1]
            row += [f"A{within}", f"A{within}{short}{nominative}"]
        row += self._of_entity(question, n, side, inside)
        if n == question.expected:
            row += ["E", f"E{short}", f"E{short}{sort}"]
        if not self.words.grammar.declines:
            row += self._order(question, n, between)
        if n in clause:
            row += [
                f"q{len(clause)}{side}",
                f"q{len(clause)}{side}{short}{sort}",
                f"q{n == clause[0]}{n == clause[-1]}{side}{short}",
            ]
        if question.anchor != "i":
            row.append(f"z{question.anchor}{near}{min(len(between), 4)}")
        return row

    def _of_entity(self, question: _Question, n: int, side: str, inside: bool) -> list[str]:
        """How often whoever a candidate names is named in the article, and whether in what was said."""
        phrase, sort = question.candidates[n].phrase, question.candidates[n].sort
        mention = phrase.name or self.sentence.units[phrase.head].mention
        entity = self.analysis.entity_of(mention) if mention else None
        if entity is None:
            return []
        count = len(entity.mentions)
        often = f"{entity.type[0]}{count if count < 3 else 3 if count < 6 else 6}"
        row = [f"x{often}", f"x{often}{side}", f"x{often}{kind_of(question.cue)}{question.anchor}"]
        if is_named_in(entity.mentions, question.spans):
            row += ["x@", f"x@{inside}", f"x@{sort}"]
        return row

    def _order(self, question: _Question, n: int, between: Sequence[str]) -> list[str]:
        """What the order of words shows, where no case shows the subject.

        Args:
            question: The question.
            n: The number of the candidate at hand.
            between: The codes of what is between it and the cue.
        """
        cue, anchor = question.cue, question.anchor
        phrase, sort, nominative = question.candidates[n][:3]
        sentence, kind = self.sentence, kind_of(cue)
        after = phrase.head > cue.last
        rank = n - question.before if after else question.before - 1 - n
        side = "R" if after else "L"
        path = "_".join(between) if len(between) < _LONGEST_PATH else f"{between[0]}..{between[-1]}"
        lemma = cue.verb.lemma if cue.verb else ""
        near, expected = min(rank, 2), n == question.expected
        head = sentence.low(phrase.head) if sentence.units[phrase.head].is_word else sort
        first = sentence.low(phrase.first)
        low = (cue.last if after else phrase.last) + 1
        words = "_".join(sentence.low(low + i) for i in range(len(between))) if len(between) <= _LONGEST_WORDS else "."
        group = "_".join(sentence.low(i) for i in range(cue.first, cue.head))
        where = "".join(
            ["b" if end <= phrase.first else "a" if phrase.last < start else "i" for start, end in question.contents[:1]]
        )
        return [
            f"b{side}{path}",
            f"b{side}{path}{kind}",
            f"k{side}{min(rank, 4)}{anchor}{sort}",
            f"k{side}{min(rank, 3)}{path}",
            f"l{side}{min(rank, 2)}{lemma}",
            f"h{side}{sentence.code(phrase.first - 1)}{sort}{nominative}",
            f"h{side}{sentence.code(phrase.first - 1)}{kind}{min(rank, 2)}",
            f"t{side}{sentence.code(phrase.last + 1)}{kind}{min(rank, 2)}",
            f"c{side}{sentence.code(cue.first - 1)}{sentence.code(cue.last + 1)}{min(rank, 2)}{anchor}",
            f"u{side}{n == 0}{sentence.code(cue.first - 1)}{kind}",
            f"u{side}{n == 0}{min(rank, 3)}{sentence.code(phrase.last + 1)}{sentence.code(cue.first - 1)}",
            f"p{side}{sentence.low(phrase.first - 1)}{min(rank, 2)}",
            f"p{side}{sentence.low(phrase.last + 1)}{min(rank, 2)}{kind}",
            f"B{side}{words}{sort}",
            f"C{where}{side}{kind}{near}",
            f"C{where}{side}{path}",
            f"C{where}{sort}{side}{near}",
            f"D{side}{first}{near}",
            f"D{sort}{sentence.code(phrase.first - 1)}{sentence.code(phrase.last + 1)}{side}{near}",
            f"G{side}{group}{near}{kind}",
            f"H{head}",
            f"H{head}{side}{near}",
            f"J{expected:d}{side}{path}",
        ]

    def _hearers(self, question: _Question) -> frozenset[int]:
        """The candidates after a verb that hear what another one says."""
        cue, contents = question.cue, question.contents
        if cue.verb is None or cue.verb.mood != "finite":
            return frozenset()
        if self.words.grammar.declines:
            return frozenset(n for n in range(len(question.candidates)) if self._is_told(question, n))
        if cue.verb.lemma not in self.words.lexicon.addressing:  # «Orlov told CNN's Bell»
            return frozenset()
        speaks = any(
            c.phrase.head < cue.first
            and self._may_be_subject(c)
            and not any(start <= c.phrase.head < end for start, end in contents)
            for c in question.candidates
        )
        return frozenset(n for n, c in enumerate(question.candidates) if speaks and c.phrase.head > cue.last)

    def _is_told(self, question: _Question, n: int) -> bool:
        """Whether a candidate hears: a name in another case, or of one word before the subject («сообщил ТАСС начальник»)."""
        cue, told = question.cue, question.candidates[n]
        if told.sort == "P" and told.nominative == "n" and cue.kind != "citing" and told.phrase.name:
            return self.naming.phrases.is_addressee(told.phrase.name)
        if n + 1 == len(question.candidates):
            return False
        speaker = question.candidates[n + 1]
        if told.sort not in _NAMED or told.phrase.first != cue.last + 1 or speaker.phrase.first != told.phrase.last + 1:
            return False
        unit = self.sentence.units[told.phrase.head]
        person = self.analysis.entity_of(unit.mention) if told.sort == "P" and unit.mention else None
        full = person is not None and " " in person.name
        subject = speaker.sort in _ROLES and speaker.nominative in "yY" and self._agreement(cue, speaker) != "n"
        return subject and not full and "Nom" in self.words.look(self.sentence.low(speaker.phrase.head)).cases

    def has_subject(self, cue: Cue, candidates: Sequence[Candidate]) -> bool:
        """Whether a subject stands at the beginning of a sentence with a verb after it, so that nobody else speaks there.

        Where nouns have cases these show the subject.
        """
        if self.words.grammar.declines or cue.verb is None or cue.verb.mood != "finite":
            return False
        return any(c.phrase.first == 0 and c.phrase.last == cue.first - 1 and self._fits(cue, c) for c in candidates)

    def expected(self, cue: Cue, anchor: str, candidates: Sequence[Candidate]) -> int:
        """The candidate that the order of words suggests, or -1; what of it holds, the model decides."""
        sourced = [n for n, c in enumerate(candidates) if c.governed == "s"]
        if sourced and cue.verb and cue.verb.lemma in self.words.lexicon.relaying:
            return sourced[0]
        if cue.kind == "citing":
            return self._cited(cue, candidates)
        if cue.kind in ("label", "zero"):
            return self._beside_a_mark(cue, anchor, candidates)
        inner = self._following(cue, candidates)
        if cue.verb is None:
            within = [n for n, c in enumerate(candidates) if cue.first <= c.phrase.head <= cue.last]
            return _first(within or inner)
        behind = _preceding(cue, candidates)
        spoken = [n for n in inner + behind if candidates[n].governed == "l" and candidates[n].sort in "OBDCQx"]
        if cue.verb.mood == "passive":
            return _first(spoken)
        if cue.verb.mood == "participle":
            return _first(behind)
        edge, stop = self.sentence.left_edge(cue.first), self.sentence.clause_end(cue.last + 1)
        if cue.verb.mood == "gerund":
            return _first([n for n, c in enumerate(candidates) if self._may_be_subject(c) and not edge <= c.phrase.head < stop])
        clause = [n for n in behind if candidates[n].phrase.head >= edge]
        if self.sentence.is_passed(edge, cue.first):
            near, order = [*inner, *clause], [*inner, *clause, *behind]
        else:
            near, order = [*clause, *inner], [*clause, *behind, *inner]
        fit = {n for n, c in enumerate(candidates) if self._fits(cue, c)}
        sure = [n for n in order if n in fit and candidates[n].nominative in "yY" and candidates[n].governed == "-"]
        return _first(sure or [n for n in near if n in fit] or spoken)

    def _following(self, cue: Cue, candidates: Sequence[Candidate]) -> list[int]:
        """The candidates after a cue that begin in its clause."""
        stop = self.sentence.clause_end(cue.last + 1)
        return [n for n, c in enumerate(candidates) if c.phrase.head > cue.last and c.phrase.first < stop]

    def _beside_a_mark(self, cue: Cue, anchor: str, candidates: Sequence[Candidate]) -> int:
        """Who stands beside the mark that takes the place of a cue: a headline's label, a colon, a dash."""
        behind = _preceding(cue, candidates)
        if cue.kind == "label":
            return _first(behind[::-1])
        before = [n for n in behind if candidates[n].nominative != "n"]
        if anchor == "intro":  # the subject of the whole sentence introduces what follows its colon
            return _first(before[::-1])
        if anchor == "colon":
            return _first(before)
        return _first([n for n, c in enumerate(candidates) if anchor == "dash" and c.phrase.head > cue.last])

    def _cited(self, cue: Cue, candidates: Sequence[Candidate]) -> int:
        """Whose words a cue cites: a possessive, what depends on the noun, or the object of the verb; -1 without one."""
        owners = [n for n, c in enumerate(candidates) if c.sort == "pro" and cue.first - 1 <= c.phrase.head <= cue.last]
        after = [n for n, c in enumerate(candidates) if c.phrase.first == cue.last + 1]
        objects = [
            n for n, c in enumerate(candidates) if c.phrase.head > cue.last and c.nominative == "n" and c.governed in "-go"
        ]
        return (owners or (after if cue.head != cue.last else objects + after) or objects or [-1])[0]

    def _may_be_subject(self, candidate: Candidate) -> bool:
        return candidate.nominative != "n" and candidate.governed not in "plfs"

    def _fits(self, cue: Cue, candidate: Candidate) -> bool:
        """Whether the words can be a cue's speaker by their form."""
        if cue.verb is None:
            return (candidate.phrase.head > cue.last) != (cue.kind == "label")
        return self._may_be_subject(candidate) and self._agreement(cue, candidate) != "n"

    def _agreement(self, cue: Cue, candidate: Candidate) -> str:
        """Whether the words agree with a cue's verb: ``y``, ``n``, or ``?`` where it does not show."""
        if cue.verb is None or cue.verb.mood not in ("finite", "predicative"):
            return "-"
        if not self.words.grammar.agrees(cue.verb, candidate.gender, candidate.plural):
            return "n"
        return "?" if candidate.plural is None else "y"


def _preceding(cue: Cue, candidates: Sequence[Candidate]) -> list[int]:
    """The candidates before a cue, the nearest first."""
    return [n for n, c in enumerate(candidates) if c.phrase.head < cue.first][::-1]


def _first(numbers: Sequence[int]) -> int:
    return numbers[0] if numbers else -1
