"""Cues: the words of a sentence that attribute, as «заявил» (said) and «по словам» (in the words of)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from attrs import frozen

from newsfacts_quotes.grammar import CueVerb
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.sentence_units import AUXILIARIES, FINITE, SentenceUnits

__all__ = ["Cue", "find_cues", "is_disputed"]

# In units, how far the noun of «выразил … надежду» (expressed hope) may be from its verb,
_REACH = 6
# and the noun of «по … словам» (in the words of) from its preposition.
_NOUN_WITHIN = 3
# «как говорится» (as they say): an idiom has at most so much after its verb.
_LONGEST_IDIOM = 1
_AUTHORS = frozenset(("P", "O", "A", "An", "N", "Nn", "adj", "x"))
# What may be among the auxiliaries of a verb, and what a noun follows.
_MANNERS = frozenset(("adv", "not"))
_BEFORE_NOUN = frozenset(("adj", "prep", "part", "#", "Ps", "Os", "Ls"))
# What follows a noun of what somebody said where its author may come before it («Orlov's claim that …»).
_AFTER_STATEMENT = frozenset(("that", "to", "prep"))
# Before a verb that begins a clause without a subject.
_NO_SUBJECT = frozenset(("^", "sub"))
# A headline that quotes has more units, and its speaker no more than so many.
_LEAST_HEADLINE = 3
_LONGEST_LABEL = 8
# Of verbs that the lexicon does not list, the forms that may be a cue.
_VERBAL = FINITE | {"ger"}


Attributing = Literal["report", "quoted", "citing", "attitude"]


@frozen
class Cue:
    """Words that attribute.

    Attributes:
        first: Index of their first unit.
        last: Index of their last unit.
        head: Index of the verb or of the preposition.
        verb: The verb; None for a prepositional phrase.
        kind: ``report`` takes a clause or quoted words, ``quoted`` quoted words alone, ``citing`` has the speaker for its
            object, ``attitude`` tells what somebody wants or feels, ``silent`` that somebody does not say or feel it,
            ``phrase`` is a preposition with its noun, ``noun`` what somebody said, ``label`` the colon or the dash of a
            headline, ``other`` a verb that the lexicon does not list, for words in quotation marks; ``zero`` stands where words
            have no cue, ``before`` for the cue of the sentence before.
    """

    first: int
    last: int
    head: int
    verb: CueVerb | None
    kind: Attributing | Literal["silent", "phrase", "noun", "label", "other", "zero", "before"]


def find_cues(sentence: SentenceUnits, words: WordLookup) -> list[Cue]:
    """The cues of a sentence, in order."""
    found: list[Cue] = []
    if label := _label(sentence):
        found.append(label)
    after = 0
    for index in words.openings.among([unit.low for unit in sentence.units]):
        unit = sentence.units[index]
        if index < after or not unit.is_word:
            continue
        find = _phrase if unit.low in words.lexicon.phrases else _verb
        cue = find(sentence, index, words) or _statement(sentence, index, words)
        if cue:
            found.append(cue)
            after = cue.last + 1
    if sentence.has_quotations or sentence.low(len(sentence) - 1) == ":":
        found += _others(sentence, found, words)
        found.sort(key=lambda cue: cue.first)
    return found


def _others(sentence: SentenceUnits, cues: Sequence[Cue], words: WordLookup) -> Iterator[Cue]:
    """Other verbs than those of the lexicon: any verb may attribute quoted words («пришёл с криком „…“»: came shouting)."""
    taken = {i for cue in cues for i in range(cue.first, cue.last + 1)}
    for index, code in enumerate(sentence.codes):
        if code in _VERBAL and index not in taken and (verb := words.other_verb(sentence.low(index))):
            yield Cue(index, index, index, verb, "other")


def _label(sentence: SentenceUnits) -> Cue | None:
    """The mark that parts who speaks from what a headline quotes without marks.

    «Песков: решение не принято» (Peskov: nothing is decided), «Мост закроют в мае — мэрия» (the bridge will close — city hall).
    """
    last = sentence.last()
    if not sentence.is_line or last <= _LEAST_HEADLINE or sentence.code(len(sentence) - 1) in (".", ";", ":"):
        return None
    colon = next((i for i in range(1, min(_LONGEST_LABEL + 1, last)) if sentence.low(i) == ":"), 0)
    if colon and FINITE.isdisjoint(sentence.codes[:colon]) and not sentence.is_quoted(colon + 1, last):
        return Cue(colon, colon, colon, None, "label")
    mark = sentence.left_edge(last) - 1
    if sentence.code(mark) not in (":", "—") or last - mark > _LONGEST_LABEL + 1:
        return None
    if "Q" in (sentence.code(mark - 1), sentence.code(mark + 1)) or not FINITE.isdisjoint(sentence.codes[mark:last]):
        return None
    return Cue(mark, mark, mark, None, "label")


def _phrase(sentence: SentenceUnits, index: int, words: WordLookup) -> Cue | None:
    """A preposition with its noun, first in its part of the sentence: not «пояс по версии федерации» (a federation's belt)."""
    lexicon = words.lexicon
    if words.grammar.declines and any(
        sentence.low(i) not in lexicon.words.fillers and sentence.low(i) not in lexicon.words.conjunctions
        for i in range(sentence.left_edge(index), index)
    ):
        return None
    nouns = lexicon.phrases[sentence.low(index)]
    if not nouns:
        return Cue(index, index, index, None, "phrase")
    for at in range(index + 1, min(index + 1 + _NOUN_WITHIN, len(sentence))):
        low = sentence.low(at)
        if low in nouns:
            given = sentence.low(at + 1) in lexicon.words.givers  # «по информации от»: according to information from
            return Cue(index, at + given, index, None, "phrase")
        if not sentence.units[at].is_word or words.look(low).finite:
            return None
    return None


def _statement(sentence: SentenceUnits, index: int, words: WordLookup) -> Cue | None:
    """A noun of what somebody said, if its author follows it («заявление Орлова о том, что …»: Orlov's statement that …).

    Where nouns have no forms of their own, what was said follows.
    """
    word = words.look(sentence.low(index))
    if not word.noun or word.lemma not in words.lexicon.words.statements:
        return None
    following = _AUTHORS if words.grammar.declines else _AFTER_STATEMENT
    return Cue(index, index, index, None, "noun") if sentence.code(index + 1) in following else None


def _verb(sentence: SentenceUnits, index: int, words: WordLookup) -> Cue | None:
    low = sentence.units[index].low
    verb = words.verb(low)
    if verb is None:
        return None
    lexicon = words.lexicon
    verb = words.grammar.after_auxiliary(verb, sentence.code(index - 1 - (sentence.code(index - 1) in _MANNERS)))
    if verb is None or (verb.mood == "finite" and not _may_be_verb(sentence, index, words)):
        return None
    if verb.lemma in lexicon.disputing and _disputes(sentence, index, words):
        return None
    negation = _negation(sentence, index, words, verb)
    negated = negation is not None
    silent = negated != (verb.lemma in lexicon.negated) and not (negated and (verb.lemma in lexicon.negatable | lexicon.think))
    if silent or _is_refused(sentence, index, words) or _is_addressed(sentence, index, verb, words):
        return Cue(_verb_group(sentence, index), index, index, verb, "silent") if lexicon.attitudes else None
    first = _verb_group(sentence, index) if negation is None else negation
    noun = _expression(sentence, index, words, verb)
    if noun is not None:
        kind: Attributing = "citing" if verb.lemma in lexicon.citing else "report"
        return Cue(min(first, noun), max(index, noun), index, verb, kind)
    attributing = _attributing(sentence, index, verb, words)
    if attributing is None:
        return None
    particles = lexicon.particles.get(verb.lemma, ()) if attributing in ("report", "attitude") else ()
    return Cue(first, index + (sentence.low(index + 1) in particles), index, verb, attributing)


def _attributing(sentence: SentenceUnits, index: int, verb: CueVerb, words: WordLookup) -> Attributing | None:
    """What a verb attributes by itself, without a noun; None for nothing."""
    lexicon, lemma = words.lexicon, verb.lemma
    if lemma in lexicon.citing and lemma not in lexicon.expressions:
        return "citing"
    if lemma in lexicon.idioms and _is_idiom(sentence, index, lexicon.words.manner):
        return None
    if lemma in lexicon.impersonal and not _has_source(sentence, index, lexicon.words.partition):
        return None
    if verb.clause and (lemma not in lexicon.expressions or lemma in lexicon.report):
        return "report"
    return "attitude" if lemma in lexicon.attitudes else "quoted" if lemma in lexicon.quoted else None


def _is_refused(sentence: SentenceUnits, index: int, words: WordLookup) -> bool:
    """Whether a verb of refusal governs a verb of speech («declined to say whether …»)."""
    if sentence.code(index - 1) != "to":
        return False
    verb = words.verb(sentence.low(index - 2))
    return verb is not None and verb.lemma in words.lexicon.refusals


def _is_addressed(sentence: SentenceUnits, index: int, verb: CueVerb, words: WordLookup) -> bool:
    """Whether a verb has whoever hears for its subject, who is not named («Asked if it was safe, he laughed»)."""
    return verb.lemma in words.lexicon.addressing and verb.mood == "finite" and sentence.code(index - 1) in _NO_SUBJECT


def _may_be_verb(sentence: SentenceUnits, index: int, words: WordLookup) -> bool:
    """Whether a form is a verb: «начало» is more often a noun (the beginning) than a verb (began).

    Where nouns have no forms of their own, the word before shows it («the report», «polls show»).
    """
    if words.look(sentence.low(index)).finite:
        return True
    if words.grammar.declines or sentence.code(index - 1) in _BEFORE_NOUN:
        return False
    return sentence.low(index - 1) not in words.lexicon.words.possessives


def _negation(sentence: SentenceUnits, index: int, words: WordLookup, verb: CueVerb) -> int | None:
    """The index of what negates a verb, also before the verb of an infinitive («не стал скрывать»: did not hide)."""
    at = index - 2 if verb.mood == "infinitive" and sentence.code(index - 1) == "fin" else index - 1
    return at if sentence.low(at) in words.lexicon.negations else None


def _verb_group(sentence: SentenceUnits, index: int) -> int:
    """The index at which the auxiliaries of a verb begin, with the words of manner among them («has also said»)."""
    first = index
    while sentence.code(first - 1) in AUXILIARIES or sentence.code(first - 1) in _MANNERS:
        first -= 1
    return first


def _is_idiom(sentence: SentenceUnits, index: int, manner: str) -> bool:
    """Whether a verb after the word of manner has next to nothing beside it («как говорится»: as they say)."""
    stop = sentence.next_comma(index + 1)
    return sentence.low(index - 1) == manner and stop - index <= _LONGEST_IDIOM + 1


def _has_source(sentence: SentenceUnits, index: int, source: str) -> bool:
    """Whether the source of an impersonal verb is beside it («следует из доклада»: it follows from the report)."""
    return sentence.low(index + 1) == source or any(sentence.low(i) == source for i in range(sentence.left_edge(index), index))


def is_disputed(sentence: SentenceUnits, at: int, words: WordLookup) -> bool:
    """Whether words in marks are in what others said, as a verb's object («прокомментировал статью о „…“»: an article)."""
    for index in range(at - 1, sentence.left_edge(at) - 1, -1):
        verb = words.other_verb(sentence.low(index)) if sentence.codes[index] in _VERBAL else None
        if verb is not None:
            return verb.lemma in words.lexicon.disputing and _disputes(sentence, index, words)
    return False


def _disputes(sentence: SentenceUnits, index: int, words: WordLookup) -> bool:
    """Whether a verb's object is what others said («опроверг слухи о том, что …»: denied rumours that …)."""
    objects = range(index + 1, sentence.next_comma(index + 1))
    return any(sentence.units[i].is_word and words.look(sentence.low(i)).lemma in words.lexicon.words.disputed for i in objects)


def _expression(sentence: SentenceUnits, index: int, words: WordLookup, verb: CueVerb) -> int | None:
    """The index of the noun that makes an expression with the verb."""
    nouns = words.lexicon.expressions.get(verb.lemma)
    if not nouns:
        return None
    return next((at for at in _around(sentence, index) if words.look(sentence.low(at)).lemma in nouns), None)


def _around(sentence: SentenceUnits, index: int) -> Iterator[int]:
    for at in range(index + 1, min(index + 1 + _REACH, len(sentence))):
        if sentence.low(at) in (",", ":", "—"):
            break
        yield at
    for at in range(index - 1, max(index - 1 - _REACH, -1), -1):
        if sentence.low(at) in (",", ":", "—"):
            break
        yield at
