"""Which words of a sentence may name a speaker: names, noun phrases and pronouns, and what their forms show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from newsfacts import Analysis
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.grammar import CueVerb
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import gender_of, is_nominative
from newsfacts_quotes.noun_phrases import NounPhrase, NounPhrases
from newsfacts_quotes.positional_phrases import is_head, phrase_around
from newsfacts_quotes.sentence_units import ADVERBIALS, FINITE, SentenceUnits, Unit, is_boundary

__all__ = ["Candidate", "NamingWords"]

# A quotation longer than this is no name.
_LONGEST_NAME = 60
# A participle that stands before its noun has no more units between («в поступившем в редакцию „Севера“ письме»).
_LONGEST_GROUP = 4
_WITHIN_GROUP = frozenset(("adj", "Q", "O", "P", "L"))
# Of bodies that are named by a common noun alone: «в министерстве» (in the ministry).
_BARE = frozenset("BC")
_NOUNS = frozenset("ANPOQ")
# What may stand before the phrase that begins a clause.
_OPENING = ADVERBIALS | {"prep", "sub", "but", "o"}
# How far from a verb without a subject the place is where something is said, in units.
_PLACE_WITHIN = 12
# The kinds of verbs whose subject speaks.
_SPEAKING = frozenset(("report", "quoted"))
# The sort of bodies that cite.
_MEDIUM = "media"
# What is governed so is in no nominative.
_OBLIQUE = frozenset("lfps")
_MODIFIERS = frozenset(("adj", "part"))
# What may be between a preposition and the word that it governs.
_PASSED = _MODIFIERS | {"pro", "fil"}
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


class NamingWords:
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
        self._cited_nouns = {c.last for c in cues if c.kind == "citing" and c.head < c.last}
        self._citing = {c.last for c in cues if c.kind == "citing" and c.head == c.last}
        self._statements = {c.last for c in cues if c.kind == "noun"}
        # Where no form shows what lives, any noun may speak.
        self._speaking = "SDBCMA" if words.grammar.declines else "SDBCMAN"
        self.sentence = sentence
        self.phrases = phrases
        self.words = words
        self.classes = words.lexicon.words
        # What an unlisted noun or an adjective is by its place beside a cue, by index.
        self._placed = {at: sort for c in cues for at, sort in self._beside(c)} if words.grammar.declines else {}

    @cached_property
    def all(self) -> list[Candidate]:
        """All of them, in order."""
        found: list[Candidate] = []
        reached, name = -1, None
        for index, unit in enumerate(self.sentence.units):
            sort = self._sort(index)
            if not sort or index in self._phrases_nouns:
                continue
            stated = index in self._statements
            if stated and sort != "D":
                continue
            if index <= reached and (sort != "P" or unit.mention is name):
                continue
            if not self.words.grammar.declines and not is_head(self.sentence, index, self.words):
                continue
            candidate = self._candidate(index, sort)
            if (last := self._end_beside_citing(candidate.phrase)) < candidate.phrase.last:
                candidate = candidate._replace(phrase=candidate.phrase._replace(last=last))
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

    def _end_beside_citing(self, phrase: NounPhrase) -> int:
        """The index of the last unit of a phrase, where whoever cites and whom they cite stand side by side: two phrases.

        «Приводит Reuters слова мэра» (Reuters has the mayor's words), «цитирует агентство Kyodo мэра» (the agency Kyodo cites
        the mayor), «приводит слова мэра ТАСС» (TASS has the mayor's words).
        """
        sentence, head, last = self.sentence, phrase.head, phrase.last
        last = next((cited - 1 for cited in sorted(self._cited_nouns) if head < cited <= last), last)
        if head - 1 in self._cited_nouns and last > head and sentence.codes[last] == "O":
            ends = last + 1 == sentence.last() or is_boundary(sentence.low(last + 1))
            medium = self.words.kind(sentence.low(last).split()) == _MEDIUM
            return last - 1 if ends and medium else last
        if self.phrases.first(sentence, head) - 1 in self._citing:
            for at in range(head + 2, last + 1):
                if sentence.code(at)[0] == "A":
                    return self.phrases.first(sentence, at) - 1
        return last

    def _beside(self, cue: Cue) -> Iterator[tuple[int, str]]:
        """The nouns that no list has and that speak by their place beside a cue, with what they are.

        A document is what a phrase names the words of («согласно картотеке»: according to the card index), and where something
        is said by nobody («в буклете сказано»: in the booklet it is said); a body where some say it («в турклубе сказали»: in
        the hiking club they said). A subject beside a verb may be anything if it cannot be an object («экспертиза показала»:
        the examination showed), also an adjective that stands alone («прохожая сказала»: the passer-by said).
        """
        if cue.verb is None:
            phrase = self.phrases.at(self.sentence, cue.last + 1) if cue.kind == "phrase" else None
            if phrase is not None and self._is_thing(phrase.head):
                yield phrase.head, "D"
        elif cue.verb.mood == "passive":
            start = max(self.sentence.left_edge(cue.first), cue.first - _PLACE_WITHIN)
            stop = min(self.sentence.clause_end(cue.last + 1), cue.last + 1 + _PLACE_WITHIN)
            yield from ((at, "D") for at in range(start, stop) if self._is_thing(at) and self._is_place(at))
        elif cue.verb.mood == "finite" and cue.kind in _SPEAKING:
            for at in (self._noun_before(cue.first), self._noun_after(cue.last)):
                if self._is_thing(at) and cue.verb.number == "Plur" and self._is_place(at):
                    yield at, "B"
                elif self._is_subject(at, cue.verb) and (sort := self._subject_sort(at)):
                    yield at, sort

    def _noun_before(self, index: int) -> int:
        """The index of the head of the phrase that begins a clause and ends before a unit, or of the unit before."""
        start = self.sentence.left_edge(index)
        while self.sentence.code(start) in _OPENING:
            start += 1
        phrase = self.phrases.at(self.sentence, start)
        return phrase.head if phrase is not None and phrase.last == index - 1 else index - 1

    def _noun_after(self, index: int) -> int:
        """The index of the first unit after another one, or of the noun that it modifies."""
        at = index + 1
        while self.sentence.code(at) in _MODIFIERS and not self._stands_alone(at):
            at += 1
        return at

    def _subject_sort(self, index: int) -> str:
        """What a subject beside a verb is: a thing (``N``), or somebody whom an adjective names (``A``); nothing for others."""
        word = self.words.look(self.sentence.low(index))
        if self._is_thing(index):
            return "" if "Acc" in word.cases else "N"
        person = self.sentence.code(index) in _MODIFIERS and word.gender != "Neut"
        return "A" if person and self._stands_alone(index) else ""

    def _is_thing(self, index: int) -> bool:
        """Whether a unit is a noun that names neither what lives nor words («согласно информации газеты»)."""
        if self.sentence.code(index)[0] != "N" or not self.sentence.units[index].is_word:
            return False
        low = self.sentence.low(index)
        name = index > 0 and self.phrases.is_capital(self.sentence.units[index])
        return not name and not self._is_adjective(index) and self.words.sort(low) == "N" and low not in self.words.cited

    def _is_circumstance(self, index: int) -> bool:
        return self.words.look(self.sentence.low(index)).lemma in self.classes.circumstances

    def _is_place(self, index: int) -> bool:
        """Whether a noun is governed by a preposition of the place where something is said, in its case, and is no time."""
        cases = self.words.look(self.sentence.low(index)).cases
        before = self.phrases.first(self.sentence, index) - 1
        low = self.sentence.low(before)
        if self._is_circumstance(index):
            return False
        return low in self.classes.locative and "Loc" in cases

    def _is_subject(self, index: int, verb: CueVerb) -> bool:
        """Whether a word may be the subject of a verb by its case, number and gender."""
        word = self.words.look(self.sentence.low(index))
        return "Nom" in word.cases and self.words.grammar.agrees(verb, word.gender, word.plural)

    def _sort(self, index: int) -> str:
        unit = self.sentence.units[index]
        if unit.mention is not None:
            bare = unit.mention.text.islower() and " " not in unit.mention.text
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
        if index in self._placed:
            return self._placed[index]
        sort = self.words.sort(unit.low)
        if self.words.grammar.declines and code[0] == "A" and self._is_adjective(index):
            return ""  # «основными мировыми агентствами» (by the main world agencies): «мировой» is a judge, too
        if code == "adj" and index > 0 and self._is_name(unit):
            return "x"  # «Nike said»: in small letters it might be an adjective
        alone = code in _MODIFIERS and self._is_substantive(index, sort)
        if sort == "M" and (self._agrees_with_next(index) or self._is_circumstance(index + 1)):
            return ""  # «один собеседник» (one interlocutor) is one phrase; «не один раз» (more than once)
        if code in _NO_SPEAKERS and sort != "M" and not alone:  # «один из соседей» (one of the neighbours), «бастующие»
            return ""
        if sort == "B" and self.sentence.code(index + 1)[0] == "P" and self.words.look(unit.low).animate:
            return "A"  # «оператор Юрий Орлов» is no company
        if sort in self._speaking:
            timed = sort == "N" and self.words.look(unit.low).lemma in self.classes.circumstances
            return "" if timed else sort  # «the report issued this year said»
        return "x" if sort == "x" or (index > 0 and self.phrases.is_capital(unit)) else ""

    def _is_adjective(self, index: int) -> bool:
        """Whether a noun that may be an adjective is one here, of the noun after it."""
        after = self.sentence.code(index + 1)
        if not self.words.look(self.sentence.low(index)).adjectival or after[0] not in "AN":
            return False
        return self.phrases.agree(self.sentence, index, index + 1)

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

    def _agrees_with_next(self, index: int) -> bool:
        """Whether a word of quantity has a gender, which is that of the noun after it."""
        word = self.words.look(self.sentence.low(index))
        return word.modifier and word.gender is not None and not self._stands_alone(index)

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
        may = "Nom" in word.cases or not word.cases
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
        if sentence.code(after)[0] not in "AN":
            return False
        noun = self.words.look(sentence.low(after))
        for at in range(index - 1, max(index - 1 - _LONGEST_GROUP, -1), -1):
            if sentence.code(at) == "part":
                return not self.words.look(sentence.low(at)).cases.isdisjoint(noun.cases)
            if not sentence.units[at].is_word and sentence.codes[at] != "Q":
                return False
        return False

    def _governor(self, index: int) -> str:
        at = index - 1
        if at in self._statements:
            return "p"  # «до заявления Монти» (before Monti's statement), whether or not the name declines
        sentence = self.sentence
        if self.words.grammar.declines:
            at = self.phrases.first(sentence, index) - 1
        if sentence.code(at - 1) == "part" and not sentence.units[at].is_word:
            at -= 1  # «в полученном „Севером“ письме» (in the letter that Sever received)
        while (code := sentence.code(at)) in _PASSED:
            at -= 1
        low = sentence.low(at)
        if code in ("prep", "to"):
            if (sentence.low(at - 1), low) in self.words.lexicon.references:
                return "s"
            return "l" if low in self.classes.locative else "f" if low in self.classes.givers else "p"
        if code[0] in "AN":
            word = self.words.look(low)
            # «в среду Монти сообщил», «11 марта Монти сообщил»: on Wednesday, on March 11 Monti said
            timed = sentence.low(at - 1) in self.classes.locative or sentence.code(at - 1) == "#"
            if word.lemma not in self.classes.circumstances or not timed:
                return "g"
        return "o" if code in ("L", "O") else "-"
