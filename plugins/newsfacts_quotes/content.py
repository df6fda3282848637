"""What was said: the part of a sentence that a cue attributes, and the quotations that are no names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from newsfacts import Analysis, Quotation, fold
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.sentence_units import SentenceUnits, Unit, is_boundary
from newsfacts_quotes.speakers import Speakers

__all__ = ["Content", "author_words", "complement", "content_end", "is_speech", "preposed_end", "skip_inserted"]

_WORD = re.compile(r"[^\W\d_][\w-]*")
# Author's words within one pair of marks: «…, — сказал он. — …» (…, he said, …).
_INTERRUPTION = re.compile(r"([,.!?…]|\.{3})[^\S\n]*[—–-][^\S\n]+(?=[^\W\d_])")
_RESUMPTION = re.compile(r"[,.:!?…][^\S\n]*[—–-][^\S\n]*")
# How many units after a cue its clause may begin.
_REACH = 45
# A set expression has no more words.
_LONGEST_SET = 3
# After a noun that makes a quotation a name («фильм „…“»: the film) fewer words are one, the first small or with a capital.
_SMALL_NAME, _CAPITAL_NAME = 3, 6
# Quoted words with a capital are speech when they are so many, or so few and have a verb or end as a sentence does.
_SPEECH, _SENTENCE = 7, 3
# Enough of a quotation, in characters, to count its words.
_SAMPLE = 200


class Content(NamedTuple):
    """Units of what was said.

    Attributes:
        start: Index of the first unit.
        end: Index after the last unit.
        mode: What joins them to the cue: a complementizer («что»: that), a bare comma, a colon, or a dash before a quotation.
    """

    start: int
    end: int
    mode: Literal["that", "bare", "colon", "quotation"]


def complement(sentence: SentenceUnits, cue: Cue, words: WordLookup) -> Content | None:
    """The clause, the text or the quotation that follows a cue, up to the end of the sentence."""
    units, classes = sentence.units, words.lexicon.words
    limit = min(len(units), cue.last + _REACH)
    index = cue.last + 1
    if sentence.low(index) in classes.complementizers:
        return Content(index + 1, sentence.last(), "that")
    while (mark := sentence.next_comma(index)) < limit:
        if any(_is_predicate(unit, words) for unit in units[index:mark]):
            return None
        low, index = units[mark].low, mark + 1
        if low == ":":
            return Content(index, sentence.last(), "colon")
        if low == "—":
            return Content(index, sentence.last(), "quotation") if index < len(units) and units[index].quotation else None
        if low == ",":
            if sentence.low(index) in classes.complementizers:
                start = index + 1
                while sentence.low(start) in (",", ":"):
                    start += 1
                return Content(start, sentence.last(), "that") if start < sentence.last() else None
            after = skip_inserted(sentence, index, words)
            if after is None:
                return Content(index, sentence.last(), "bare") if index < sentence.last() else None
            if units[after - 1].is_word and words.verb(units[after - 1].low):
                return None  # «сказал он, добавив, что …» (he said, adding that …): the clause is the gerund's
            index = after
    return None


def _is_predicate(unit: Unit, words: WordLookup) -> bool:
    if not unit.is_word:
        return False
    word = words.look(unit.low)
    return word.finite and not word.modifier


def skip_inserted(sentence: SentenceUnits, index: int, words: WordLookup) -> int | None:
    """The index of the mark that ends an insertion («отвечая на вопрос»: answering); None where a clause begins instead."""
    end = sentence.next_comma(index)
    if end >= len(sentence) or end == index:
        return end if end == index and end < len(sentence) else None
    relative = False
    for at in range(index, end):
        unit = sentence.units[at]
        if not unit.is_word:
            continue
        word = words.look(unit.low)
        if word.lemma == words.lexicon.words.relative and at <= index + 1:
            relative = True
        if word.finite and not relative and not word.modifier:
            return None
    return end


def content_end(
    sentence: SentenceUnits, start: int, governor: Cue, later: Sequence[Cue], words: WordLookup, speakers: Speakers
) -> int:
    """The index where what was said ends: before a relay, a coordinated cue, or a colon that opens a quotation.

    Args:
        sentence: The sentence.
        start: Index of the first unit of what was said.
        governor: The cue that attributes it.
        later: The cues that follow that cue.
        words: Look-up of words.
        speakers: Finds out whether a later cue has a speaker of its own.
    """
    end = sentence.last()
    for cue in later:
        if cue.first >= start and (cut := _cut(sentence, start, governor, cue, words, speakers)):
            end = cut
            break
    for index in range(start, end):
        if sentence.low(index) == ":" and (index + 1 >= end or sentence.units[index + 1].quotation):
            end = index
            break
    while end > start and (is_boundary(sentence.low(end - 1)) or sentence.low(end - 1) in words.lexicon.words.conjunctions):
        end -= 1
    return end


def _cut(sentence: SentenceUnits, start: int, governor: Cue, cue: Cue, words: WordLookup, speakers: Speakers) -> int:
    """The index at which a later cue ends what was said before it; 0 where it is part of it."""
    lexicon = words.lexicon
    edge = sentence.left_edge(cue.first)
    if cue.verb is None:
        return 0
    follows = complement(sentence, cue, words)
    if cue.verb.mood == "gerund":
        return edge if follows and cue.verb.lemma in lexicon.continuing and edge > start else 0
    if cue.verb.mood not in ("finite", "passive", "predicative"):
        return 0
    stretch = range(edge, cue.first)
    inverted = edge > start and all(sentence.low(i) in lexicon.words.fillers for i in stretch)
    relays = inverted and cue.verb.lemma not in lexicon.think and (follows is None or follows.mode == "bare")
    if relays and speakers.follows(sentence, cue):
        return edge  # «…, передаёт агентство» (the agency reports)
    if governor.verb is None or governor.verb.tense != cue.verb.tense:
        return 0
    if edge > start and sentence.low(edge) in lexicon.words.adversatives and speakers.precedes(sentence, edge, cue):
        return edge  # «…, но защита говорила о болезни» (but the defence spoke of an illness)
    if follows is None and cue.kind == "report" and not any(u.quotation for u in sentence.units[cue.last + 1 :]):
        return 0
    joint = next((i for i in reversed(stretch) if sentence.low(i) in lexicon.words.joints), None)
    if (
        joint is not None
        and joint >= start
        and _same_subject(governor, cue)
        and not speakers.precedes(sentence, joint + 1, cue)
    ):
        return joint  # «… и добавил, что …» (and added that …)
    subordinate = sentence.low(edge) in lexicon.words.subordinators
    if edge > start and not subordinate and follows and follows.mode == "that" and speakers.precedes(sentence, edge, cue):
        return edge  # «критики говорят, что …, сторонники считают, что …» (critics say …, supporters think …)
    return 0


def _same_subject(one: Cue, other: Cue) -> bool:
    a, b = one.verb, other.verb
    return bool(a and b and a.number == b.number and (a.gender is None or b.gender is None or a.gender == b.gender))


def preposed_end(sentence: SentenceUnits, cue: Cue, words: WordLookup) -> int:
    """The index where a clause ends that comes before its cue («…, заявил он»: he said); 0 where none does."""
    edge = sentence.left_edge(cue.first)
    if edge == 0 or not all(sentence.low(i) in words.lexicon.words.fillers for i in range(edge, cue.first)):
        return 0
    end = edge - 1
    while end > 0 and is_boundary(sentence.low(end - 1)):
        end -= 1
    return end if sentence.low(edge - 1) in (",", "—") else 0


def is_speech(analysis: Analysis, sentence: SentenceUnits, index: int, words: WordLookup) -> bool:
    """Whether a quotation, by its own words and the one before it, quotes: it is neither a name nor a set expression."""
    quotation = sentence.units[index].quotation
    if quotation is None:
        return False
    inner = analysis.text[quotation.inner_start : quotation.inner_end].strip()
    forms = [m.group() for m in _WORD.finditer(inner, 0, _SAMPLE)]
    if not forms:
        return False
    lows = [form.casefold() for form in forms]
    if len(lows) <= _LONGEST_SET and _is_set(lows, words):
        return False
    before = sentence.units[index - 1] if index else None
    titled = before is not None and before.is_word and words.look(before.low).lemma in words.lexicon.words.named
    if titled and len(forms) < (_SMALL_NAME if inner[0].islower() else _CAPITAL_NAME):
        return False
    if inner[0].islower():
        return not words.is_foreign(forms[0])
    label = before is not None and before.is_word and words.look(before.low).lemma in words.lexicon.words.labels
    if before and before.is_word and not label and words.look(before.low).noun and inner[-1] not in ".!?…":
        return False  # a title: «стратегия „Развитие села до 2030 года“» (the strategy …)
    if label and inner[-1] in "!?":
        return True
    if len(forms) >= _SPEECH:
        return True
    return len(forms) >= _SENTENCE and (inner[-1] in ".!?…" or any(words.look(low).finite for low in lows))


def _is_set(lows: Sequence[str], words: WordLookup) -> bool:
    """Whether words are a set expression."""
    if lows[0] not in words.set_expressions:
        return False
    return any(
        len(lows) == len(stems) and all(fold(low).startswith(stem) for low, stem in zip(lows, stems, strict=True))
        for stems in words.lexicon.set_expressions
    )


def author_words(text: str, quotation: Quotation, words: WordLookup) -> list[tuple[int, int]]:
    """Where the author's words interrupt a quotation, as pairs of offsets."""
    found: list[tuple[int, int]] = []
    at = quotation.inner_start
    while match := _INTERRUPTION.search(text, at, quotation.inner_end):
        first = _WORD.search(text, match.end(), quotation.inner_end)
        at = match.end()
        if not first:
            break
        low = fold(first.group()) if first.group()[0].islower() else ""
        if not words.verb(low):
            continue
        end = _RESUMPTION.search(text, match.end(), quotation.inner_end)
        found.append((match.start(1), end.end() if end else quotation.inner_end))
        at = found[-1][1]
    return found
