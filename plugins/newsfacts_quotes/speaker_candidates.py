"""Who may speak: the names, noun phrases and pronouns of a sentence, and what speaks for each as the speaker of a cue."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from newsfacts import Analysis
from newsfacts_quotes.contents import kind_of
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import gender_of, is_named_in, is_nominative
from newsfacts_quotes.noun_phrases import NounPhrase, NounPhrases
from newsfacts_quotes.positional_phrases import is_head, phrase_around
from newsfacts_quotes.sentence_units import FINITE, SentenceUnits, Unit

__all__ = ["Candidate", "SpeakerCandidates"]

# A quotation longer than this is no name.
_LONGEST_NAME = 60
# How far from a cue a speaker is looked for, in units.
_WINDOW = 60
# Of the candidates on each side of a cue the nearest so many are considered.
_NEAREST = 5
# A participle that stands before its noun has no more units between («в поступившем в редакцию „Севера“ письме»).
_LONGEST_GROUP = 4
# Of the words between a candidate and a cue so many are told apart.
_LONGEST_PATH = 5
_WITHIN_GROUP = frozenset(("adj", "Q", "O", "P", "L"))
_MARKS = frozenset(",:—;")
# Of bodies that are named by a common noun alone: «в министерстве» (in the ministry).
_BARE = frozenset("BC")
_NOUNS = frozenset("ANPOQ")
# What is governed so is in no nominative.
_OBLIQUE = frozenset("lfps")
_MODIFIERS = frozenset(("adj", "part"))
_NO_SPEAKERS = FINITE | frozenset(
    ("adv", "prep", "ger", "that", "as", "sub", "and", "but", "fil", "not", "adj", "part", "I", "to")
)


class Candidate(NamedTuple):
    """Words that may name a speaker.

    Attributes:
        phrase: Their noun phrase.
        sort: What they are: the name of a person (``P``), a body (``O``) or a place (``L``), a noun for a living being (``A``),
            a body (``B``), a document (``D``), a channel (``C``), a source (``S``), part of a group (``M``), a pronoun
            (``pro``), a relative pronoun (``rel``), a quoted name (``Q``), a word that only its capital makes a name (``x``).
        nominative: Whether they may be in the nominative: ``y``, ``n``, or ``=`` for what does not change.
        gender: The gender that they show.
        plural: Whether they are plural; None where it is not known.
        governed: What they depend on: ``l`` a preposition of the place where something is said, ``f`` one of whoever gives
            information, ``s`` one that names the source of a relay, ``p`` another one or a noun of what somebody said; ``g`` a
            noun that they may depend on, ``o`` the name of a body or a place, ``-`` for nothing.
    """

    phrase: NounPhrase
    sort: str
    nominative: str
    gender: str | None
    plural: bool | None
    governed: str


class SpeakerCandidates:
    """The words of a sentence that may name a speaker.

    Args:
        analysis: The article.
        sentence: The sentence.
        cues: Its cues.
        phrases: Finds noun phrases.
        words: Look-up of words.
    """

    def __init__(
        self, analysis: Analysis, sentence: SentenceUnits, cues: Sequence[Cue], phrases: NounPhrases, words: WordLookup
    ) -> None:
        self.analysis = analysis
        self._phrases_nouns = {at for c in cues if c.verb is None and c.kind != "noun" for at in (c.first, c.last)}
        self._cited_nouns = {c.first if c.head == c.last else c.last for c in cues if c.kind == "citing" and c.first < c.last}
        self._citing = {c.last for c in cues if c.kind == "citing" and c.head == c.last}
        self._statements = {c.last for c in cues if c.kind == "noun"}
        # Where no form shows what lives, any noun may speak.
        self._speaking = "SDBCMA" if words.grammar.declines else "SDBCMAN"
        self.sentence = sentence
        self.phrases = phrases
        self.words = words
        self.classes = words.lexicon.words

    @cached_property
    def all(self) -> list[Candidate]:
        """All of them, in order."""
        found: list[Candidate] = []
        reached, name = -1, None
        for index, unit in enumerate(self.sentence.units):
            sort = self._sort(index)
            if not sort or index in self._phrases_nouns or index in self._cited_nouns:
                continue
            stated = index in self._statements
            if stated and sort != "D":
                continue
            if index <= reached and (sort != "P" or unit.mention is name):
                continue
            if not self.words.grammar.declines and not is_head(self.sentence, index, self.words):
                continue
            candidate = self._candidate(index, sort)
            for cited in self._cited_nouns:
                if index < cited <= candidate.phrase.last:  # «приводит Reuters слова мэра»: two phrases
                    candidate = candidate._replace(phrase=candidate.phrase._replace(last=cited - 1))
            if found and found[-1].sort == "pro" and candidate.phrase.first <= found[-1].phrase.head:
                pronoun = found[-1].phrase.head
                if pronoun - 1 in self._citing:  # «цитирует его портал» (the portal cites him)
                    candidate = candidate._replace(phrase=candidate.phrase._replace(first=pronoun + 1))
                else:
                    found.pop()  # «его адвокат» (his lawyer)
            found.append(candidate)
            if candidate.phrase.last > reached and not stated:  # «заявление мэра» says something, or the mayor does
                reached, name = candidate.phrase.last, candidate.phrase.name
        return found

    def of(self, cue: Cue) -> list[Candidate]:
        """Those that may be the speaker of a cue."""
        low, high = cue.first - _WINDOW, cue.last + _WINDOW
        declines = self.words.grammar.declines
        if declines and cue.kind == "phrase" and self.sentence.code(cue.last + 1) in ("adj", "part"):
            # «знакомый с ним делец» (a dealer who knows him): the words before a noun may have nouns of their own
            whole = self.phrases.at(self.sentence, cue.last + 1, "Gen")
            if whole is not None and whole.head > cue.last + 1:
                found = [c for c in self.all if not cue.last < c.phrase.head < whole.head]
                return [
                    c._replace(phrase=whole) if c.phrase.head == whole.head else c
                    for c in found
                    if low <= c.phrase.head <= high
                ]
        found = [c for c in self.all if low <= c.phrase.head <= high and c.phrase.head not in (cue.first, cue.last, cue.head)]
        before = sum(c.phrase.head < cue.first for c in found)
        inner = sum(cue.first <= c.phrase.head <= cue.last for c in found)
        return found[max(0, before - _NEAREST) : before + inner + _NEAREST]

    def _sort(self, index: int) -> str:
        unit = self.sentence.units[index]
        if unit.mention is not None:
            bare = unit.mention.type == "organization" and unit.mention.text.islower() and " " not in unit.mention.text
            sort = self.words.sort(unit.low) if bare else ""
            return sort if sort in _BARE else self.sentence.codes[index][0]
        if unit.quotation is not None:
            inner = unit.quotation.inner_start
            short = unit.quotation.inner_end - inner < _LONGEST_NAME
            return "Q" if short and self.analysis.text[inner : inner + 1].isupper() else ""
        code = self.sentence.codes[index]
        if unit.low in self.classes.there:
            return "B"
        if code in ("pro", "rel"):
            demonstrative = unit.low in self.classes.demonstratives
            return "" if demonstrative and not self._stands_alone(index) else code
        if not unit.is_word:
            return ""
        sort = self.words.sort(unit.low)
        if code == "adj" and index > 0 and self._is_name(unit):
            return "x"  # «Nike said»: in small letters it might be an adjective
        alone = code in _MODIFIERS and self._is_substantive(index, sort)
        if code in _NO_SPEAKERS and sort != "M" and not alone:  # «один из соседей» (one of the neighbours), «бастующие»
            return ""
        if sort == "B" and self.sentence.code(index + 1)[0] == "P" and self.words.look(unit.low).animate:
            return "A"  # «оператор Юрий Орлов» is no company
        if sort and sort in self._speaking:
            timed = sort == "N" and self.words.look(unit.low).lemma in self.classes.circumstances
            return "" if timed else sort  # «the report issued this year said»
        capital = sort == "x" or (sort and index > 0 and self.phrases.is_capital(unit))
        return "x" if capital and unit.end - unit.start > 1 else ""

    def _is_substantive(self, index: int, sort: str) -> bool:
        """Whether an adjective or a participle stands for a noun, as it does not in «знакомый с ним делец» (who knows him)."""
        acquainted = self.sentence.code(index + 1) == "prep" and self.words.look(self.sentence.low(index)).lemma in (
            self.classes.acquainted
        )
        return sort == "A" and not acquainted and self._stands_alone(index)

    def _stands_alone(self, index: int) -> bool:
        """Whether there is no noun after a word that it could belong to."""
        after = self.sentence.code(index + 1)
        if after in _MODIFIERS:
            return False
        if after[0] not in _NOUNS:
            return True
        return not self.words.may_belong(self.sentence.low(index), self.phrases.first_word(self.sentence.units[index + 1]))

    def _is_name(self, unit: Unit) -> bool:
        """Whether a word is a name by its capital, where nothing declines."""
        if self.words.grammar.declines or not self.phrases.is_capital(unit):
            return False
        readings = self.analysis.language.morphology.readings(self.analysis.text[unit.start : unit.end])
        return readings[0].pos == "PROPN" and self.words.grammar.is_name(readings, True)

    def _candidate(self, index: int, sort: str) -> Candidate:
        unit = self.sentence.units[index]
        if unit.low in self.classes.there:
            return Candidate(NounPhrase(index, index, index), sort, "n", None, None, "l")
        within = self.words.grammar.declines and self._is_in_participial_group(index)
        governed = "p" if within else self._governor(index)
        if sort == "P" and unit.mention:
            phrase = NounPhrase(index, index, index, unit.mention)
            owner = len(self.sentence.codes[index]) > 1
            nominative = "y" if is_nominative(unit.mention) and not owner else "n"
            return Candidate(phrase, sort, nominative, gender_of(self.analysis, unit.mention), False, governed)
        if sort in ("pro", "rel"):
            word = self.words.look(unit.low)
            gender = self.phrases.pronoun(unit.low)
            plural = gender == "Plur" if gender else word.plural
            may = "Nom" in word.cases or not word.cases
            nominative = "y" if may and unit.low not in self.classes.possessives else "n"
            return Candidate(
                NounPhrase(index, index, index), sort, nominative, None if gender == "Plur" else gender, plural, governed
            )
        word = self.words.look(self.phrases.first_word(unit))
        if word.cases == {"Ins"} and self.sentence.code(index - 1) == "part":
            governed = "p"  # «в полученном „Севером“ письме» (in the letter received by Sever)
        may = "Nom" in word.cases or not word.cases or word.foreign
        only = word.cases == {"Nom"}
        nominative = ("Y" if only else "y") if may else "n"
        if (unit.mention or unit.quotation) and not word.noun:
            nominative = "="
        if not self.words.grammar.declines:
            first, last = phrase_around(self.sentence, index, self.words)
            nominative = "n" if not may or (len(self.sentence.codes[index]) > 1 and unit.mention) else "y"
            return Candidate(NounPhrase(first, index, last), sort, nominative, None, word.plural, self._governor(first))
        if within:
            return Candidate(NounPhrase(index, index, index), sort, "n", None, word.plural, governed)
        case = "Nom" if may and governed in ("-", "g") else "Gen"
        phrase = self.phrases.around(self.sentence, index, case)
        oblique = governed in _OBLIQUE or index - 1 in self._phrases_nouns
        plural = word.oblique_plural if oblique else word.plural
        return Candidate(phrase, sort, nominative, word.gender if sort != "A" else None, plural, governed)

    def _is_in_participial_group(self, index: int) -> bool:
        """Whether a unit is between a participle and its noun («в полученном «Севером» письме»: the letter that Sever got)."""
        sentence = self.sentence
        after = index + 1
        while sentence.code(after) in _WITHIN_GROUP:
            after += 1
        if sentence.code(after)[0] not in "AN" or not sentence.units[after].is_word:
            return False
        noun = self.words.look(sentence.low(after))
        for at in range(index - 1, max(index - 1 - _LONGEST_GROUP, -1), -1):
            if not sentence.units[at].is_word and sentence.units[at].quotation is None:
                return False
            if sentence.codes[at] == "part":
                return not self.words.look(sentence.low(at)).cases.isdisjoint(noun.cases)
        return False

    def _governor(self, index: int) -> str:
        at = index - 1
        if at in self._statements:
            return "p"  # «до заявления Монти» (before Monti's statement), whether or not the name declines
        sentence = self.sentence
        if at > 0 and not sentence.units[at].is_word and sentence.codes[at - 1] == "part":
            at -= 1  # «в полученном „Севером“ письме» (in the letter that Sever received)
        while at >= 0 and sentence.units[at].is_word:
            code = sentence.codes[at]
            if code in ("prep", "to"):
                low = sentence.low(at)
                if at and (sentence.low(at - 1), low) in self.words.lexicon.references:
                    return "s"
                return "l" if low in self.classes.locative else "f" if low in self.classes.givers else "p"
            if code not in ("adj", "part", "pro", "fil"):
                break
            at -= 1
        if at >= 0 and sentence.codes[at][0] in "AN" and sentence.units[at].is_word:
            word = self.words.look(sentence.low(at))
            # «в среду Монти сообщил»: on Wednesday Monti said
            if word.lemma not in self.classes.circumstances or sentence.low(at - 1) not in self.classes.locative:
                return "g"
        if (at >= 0 and sentence.codes[at] == "L") or sentence.code(at) == "O":
            return "o"
        return "-"

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
        sentence = self.sentence
        short = kind_of(cue)
        kind = short + anchor
        verb = cue.verb
        candidates = self.of(cue)
        edge, stop = sentence.left_edge(cue.first), sentence.clause_end(cue.last + 1)
        inverted = sentence.is_passed(edge, cue.first)
        number = f"{verb.number or '?'}{verb.gender or '?'}" if verb else "-"
        clause = [n for n, c in enumerate(candidates) if edge <= c.phrase.head < stop and self._fits(cue, c)]
        expected = self.expected(cue, anchor, candidates)
        spans = [(sentence.units[start].start, sentence.units[end - 1].end) for start, end in contents]
        before = sum(c.phrase.head <= cue.last for c in candidates)
        rows = [
            [
                "0",
                f"0{kind}",
                f"0{kind}{inverted}",
                f"0{kind}{number}",
                f"0l{verb.lemma if verb else sentence.low(cue.last)}",
                f"0c{min(len(clause), 2)}{kind}",
                f"0{kind}{edge == 0}",
                f"0{short}>{sentence.code(cue.last + 1)}{sentence.code(cue.last + 2)}",
                f"0{short}e{sentence.code(stop)}{len(clause) > 0}",
            ],
            ["Z", f"Z{kind}"],
        ]
        for n, candidate in enumerate(candidates):
            phrase, sort, nominative, _, _, governed = candidate
            after = phrase.head > cue.last
            low, high = (cue.last + 1, phrase.first) if after else (phrase.last + 1, cue.first)
            between = sentence.codes[low:high] if low < high else []
            marks = "".join([c for c in between if c in _MARKS])
            side = "R" if after else "L"
            near = f"{side}{marks[:3]}"
            verbs = min(2, sum(code in FINITE for code in between))
            inside = any(start <= phrase.head < end for start, end in contents)
            agrees = self._agreement(cue, candidate)
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
                f"w{number}{sort}{agrees}",
            ]
            if around is not None:
                within = around[0] <= phrase.head < around[1]
                row += [f"A{within}", f"A{within}{short}{nominative}"]
            named = phrase.name or self.sentence.units[phrase.head].mention
            entity = self.analysis.entity_of(named) if named else None
            if entity is not None:
                count = len(entity.mentions)
                often = f"{entity.type[0]}{count if count < 3 else 3 if count < 6 else 6}"
                row += [f"x{often}", f"x{often}{side}", f"x{often}{kind}"]
                if is_named_in(entity.mentions, spans):
                    row += ["x@", f"x@{inside}", f"x@{sort}"]
            if n == expected:
                row += ["E", f"E{short}", f"E{short}{sort}"]
            if not self.words.grammar.declines:
                row += self._order(cue, anchor, candidates, n, before, between)
            if n in clause:
                row += [
                    f"q{len(clause)}{side}",
                    f"q{len(clause)}{side}{short}{sort}",
                    f"q{n == clause[0]}{n == clause[-1]}{side}{short}",
                ]
            if anchor != "i":
                row.append(f"z{anchor}{near}{min(len(between), 4)}")
            rows.append(row)
        hearers = self._hearers(cue, candidates, contents)
        kept = [n for n in range(len(candidates)) if n not in hearers]
        return [candidates[n] for n in kept], rows[:2] + [rows[n + 2] for n in kept]

    def _hearers(self, cue: Cue, candidates: Sequence[Candidate], contents: Sequence[tuple[int, int]]) -> frozenset[int]:
        """The candidates after a verb with whoever hears for its object, where another one speaks («Orlov told CNN's Bell»)."""
        if cue.verb is None or cue.verb.mood != "finite" or cue.verb.lemma not in self.words.lexicon.addressing:
            return frozenset()
        ahead = frozenset(n for n, c in enumerate(candidates) if c.phrase.head > cue.last)
        said = [
            c.phrase.head
            for c in candidates
            if c.phrase.head < cue.first
            and self._may_be_subject(c)
            and not any(start <= c.phrase.head < end for start, end in contents)
        ]
        return ahead if said else frozenset()

    def _order(
        self, cue: Cue, anchor: str, candidates: Sequence[Candidate], n: int, before: int, between: Sequence[str]
    ) -> list[str]:
        """What the order of words shows, where no case shows the subject.

        Args:
            cue: The cue.
            anchor: What it attributes.
            candidates: Who may speak, in order.
            n: The number of the one at hand.
            before: How many of them are before the end of the cue.
            between: The codes of what is between it and the cue.
        """
        phrase, sort = candidates[n].phrase, candidates[n].sort
        sentence, kind = self.sentence, kind_of(cue)
        after = phrase.head > cue.last
        rank = n - before if after else before - 1 - n
        side = "R" if after else "L"
        path = "_".join(between) if len(between) < _LONGEST_PATH else f"{between[0]}..{between[-1]}"
        lemma = cue.verb.lemma if cue.verb else ""
        return [
            f"b{side}{path}",
            f"b{side}{path}{kind}",
            f"k{side}{min(rank, 4)}{anchor}{sort}",
            f"k{side}{min(rank, 3)}{path}",
            f"l{side}{min(rank, 2)}{lemma}",
            f"h{side}{sentence.code(phrase.first - 1)}{sort}{candidates[n].nominative}",
            f"h{side}{sentence.code(phrase.first - 1)}{kind}{min(rank, 2)}",
            f"t{side}{sentence.code(phrase.last + 1)}{kind}{min(rank, 2)}",
            f"c{side}{sentence.code(cue.first - 1)}{sentence.code(cue.last + 1)}{min(rank, 2)}{anchor}",
            f"u{side}{n == 0}{sentence.code(cue.first - 1)}{kind}",
            f"u{side}{n == 0}{min(rank, 3)}{sentence.code(phrase.last + 1)}{sentence.code(cue.first - 1)}",
            f"p{side}{sentence.low(phrase.first - 1)}{min(rank, 2)}",
            f"p{side}{sentence.low(phrase.last + 1)}{min(rank, 2)}{kind}",
        ]

    def has_subject(self, cue: Cue, candidates: Sequence[Candidate]) -> bool:
        """Whether a subject stands at the beginning of a sentence with a verb after it, so that nobody else speaks there.

        Where nouns have cases these show the subject.
        """
        if self.words.grammar.declines or cue.verb is None or cue.verb.mood != "finite":
            return False
        return any(c.phrase.first == 0 and c.phrase.last == cue.first - 1 and self._fits(cue, c) for c in candidates)

    def expected(self, cue: Cue, anchor: str, candidates: Sequence[Candidate]) -> int:
        """The candidate that the order of words suggests, or -1; what of it holds, the model decides."""
        sentence = self.sentence
        edge, stop = sentence.left_edge(cue.first), sentence.clause_end(cue.last + 1)
        inverted = sentence.is_passed(edge, cue.first)
        mood = cue.verb.mood if cue.verb else ""
        sourced = [n for n, c in enumerate(candidates) if c.governed == "s"]
        if sourced and cue.verb and cue.verb.lemma in self.words.lexicon.relaying:
            return sourced[0]
        ahead = [n for n, c in enumerate(candidates) if c.phrase.head > cue.last]
        behind = [n for n, c in enumerate(candidates) if c.phrase.head < cue.first][::-1]
        inner = [n for n in ahead if candidates[n].phrase.first < stop]
        if cue.kind == "citing":
            return self._cited(cue, candidates)
        if cue.kind == "label":
            return (behind or [-1])[-1]
        if cue.kind == "zero":
            before = [n for n in behind if candidates[n].nominative != "n"]
            if anchor == "intro":  # the subject of the whole sentence introduces what follows its colon
                before = [n for n in before[::-1] if candidates[n].governed == "-" and candidates[n].sort not in "xL"] or before
                return (before or [-1])[0]
            return ((ahead if anchor == "dash" else before if anchor == "colon" else []) or [-1])[0]
        if not mood:
            within = [n for n, c in enumerate(candidates) if cue.first <= c.phrase.head <= cue.last]
            return (within or inner[:1] or [-1])[0]
        spoken = [n for n in inner + behind if candidates[n].governed == "l" and candidates[n].sort in "OBDCQx"]
        if mood == "passive":
            return (spoken or [-1])[0]
        if mood == "participle":
            return (behind or [-1])[0]
        if mood == "gerund":
            subjects = [n for n, c in enumerate(candidates) if self._may_be_subject(c) and not edge <= c.phrase.head < stop]
            return (subjects or [-1])[0]
        fit = {n for n, c in enumerate(candidates) if self._may_be_subject(c) and self._agreement(cue, c) != "n"}
        sure = {n for n in fit if candidates[n].nominative in "yY" and candidates[n].governed == "-"}
        clause = [n for n in behind if candidates[n].phrase.head >= edge]
        order = [inner, clause, behind] if inverted else [clause, behind, inner]
        chosen = [n for places in order for n in places if n in sure]
        return (chosen or [n for places in order if places is not behind for n in places if n in fit] or spoken or [-1])[0]

    def _cited(self, cue: Cue, candidates: Sequence[Candidate]) -> int:
        """Whose words a cue cites: a possessive, what depends on the noun, or the object of the verb; -1 without one."""
        owners = [n for n, c in enumerate(candidates) if c.sort == "pro" and cue.first - 1 <= c.phrase.head <= cue.last]
        after = [n for n, c in enumerate(candidates) if c.phrase.first == cue.last + 1]
        objects = [
            n for n, c in enumerate(candidates) if c.phrase.head > cue.last and c.nominative == "n" and c.governed in "-g"
        ]
        return (owners or (after if cue.head != cue.last else objects + after) or objects or [-1])[0]

    def _may_be_subject(self, candidate: Candidate) -> bool:
        return candidate.nominative != "n" and candidate.governed not in ("p", "l", "f", "s")

    def _fits(self, cue: Cue, candidate: Candidate) -> bool:
        """Whether the words can be a cue's speaker by their form."""
        if cue.verb is None:
            return (candidate.phrase.head > cue.last) != (cue.kind == "label")
        return candidate.nominative != "n" and candidate.governed not in "plfs" and self._agreement(cue, candidate) != "n"

    def _agreement(self, cue: Cue, candidate: Candidate) -> str:
        """Whether the words agree with a cue's verb: ``y``, ``n``, or ``?`` where it does not show."""
        if cue.verb is None or cue.verb.mood not in ("finite", "predicative"):
            return "-"
        gender, plural = candidate.gender, candidate.plural
        if not self.words.grammar.agrees(cue.verb, gender, plural):
            return "n"
        return "y" if (gender and cue.verb.gender) or plural is not None else "?"
