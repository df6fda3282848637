"""The search for casualties: words that tell an outcome first, then the number of people beside each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby

from attrs import frozen

from newsfacts import Analysis, Sentence, Token, fold
from newsfacts.lexicon import load
from newsfacts_casualties.facts import Casualties

__all__ = ["find_casualties"]

_CLAUSE_ENDS = frozenset(",;:()–—-") | {"и", "а", "но"}
# Adjectives between a number and its noun: «12 мирных жителей».
_NOUN_WITHIN = 3


@frozen(kw_only=True)
class Words:
    """The data file: outcomes by field, collective numerals by value."""

    outcomes: dict[str, list[str]]
    collectives: dict[str, list[str]]


@frozen
class Outcome:
    """A word that tells what happened, and which field it counts for."""

    field: str
    start: int
    end: int


@frozen
class Count:
    """A number of people, from the first to after the last of its tokens."""

    value: int
    first: int
    after: int


@cache
def _words() -> Words:
    words: Words = load("newsfacts_casualties", "data/ru.toml", Words)
    return words


@cache
def _outcome_pattern() -> re.Pattern[str]:
    fields = (f"(?P<{field}>{'|'.join(starts)})" for field, starts in _words().outcomes.items())
    return re.compile(rf"(?<!\w)(?:{'|'.join(fields)})\w*", re.IGNORECASE)


def find_casualties(analysis: Analysis) -> Iterator[Casualties]:
    """Find the casualties that an article reports, one fact for each sentence that numbers them."""
    matches = _outcome_pattern().finditer(analysis.text)
    outcomes = [Outcome(str(match.lastgroup), *match.span()) for match in matches]
    for sentence, inside in groupby(outcomes, key=lambda outcome: analysis.sentence_at(outcome.start)):
        yield from _in_sentence(analysis, sentence, list(inside))


def _in_sentence(analysis: Analysis, sentence: Sentence, outcomes: Sequence[Outcome]) -> Iterator[Casualties]:
    numbers: dict[str, int] = {}
    start, end = sentence.end, sentence.start
    for outcome in outcomes:
        clause = _clause(analysis.tokens_in(*sentence), outcome)
        count = _count_for(analysis, clause, outcome)
        if count is None or outcome.field in numbers:
            continue
        numbers[outcome.field] = count.value
        start = min(start, outcome.start, clause[count.first].start)
        end = max(end, outcome.end, clause[_last_of(analysis, clause, count)].end)
    if numbers:
        span = analysis.span(start, end)
        yield Casualties(
            start=span.start,
            end=span.end,
            text=span.text,
            confidence=0.9,
            killed=numbers.get("killed"),
            injured=numbers.get("injured"),
            missing=numbers.get("missing"),
        )


def _clause(tokens: Sequence[Token], outcome: Outcome) -> list[Token]:
    """The tokens around an outcome up to the next marks or conjunctions on both sides."""
    clauses = groupby(tokens, key=lambda token: fold(token.text) in _CLAUSE_ENDS)
    return next((c for ends, group in clauses if not ends and (c := list(group))[-1].end >= outcome.end), [])


def _count_for(analysis: Analysis, clause: Sequence[Token], outcome: Outcome) -> Count | None:
    """The number of people nearest to an outcome."""
    people = [count for count in _counts(analysis, clause) if _counts_people(analysis, clause, count, outcome)]
    return min(people, key=lambda count: abs(clause[count.first].start - outcome.start), default=None)


def _counts(analysis: Analysis, clause: Sequence[Token]) -> Iterator[Count]:
    """The whole numbers of a clause, in digits and in words («две тысячи триста», «12 тыс.»)."""
    at = 0
    while at < len(clause):
        first, value, part = at, Decimal(0), Decimal(0)
        while at < len(clause):
            word = fold(clause[at].text)
            if (number := _number(analysis, word)) is not None:
                part += number
            elif at > first and word in analysis.language.scales:
                value, part = value + part * 10 ** analysis.language.scales[word], Decimal(0)
                at += at + 1 < len(clause) and clause[at + 1].text == "."
            else:
                break
            at += 1
        if at > first and value + part == int(value + part):
            yield Count(int(value + part), first, at)
        at = max(at, first + 1)


def _number(analysis: Analysis, word: str) -> Decimal | None:
    if word.replace(",", "", 1).isdecimal():
        return Decimal(word.replace(",", "."))
    collective = next((value for value, forms in _words().collectives.items() if word in forms), None)
    known = collective or analysis.language.numbers.get(word)
    return None if known is None else Decimal(known)


def _counts_people(analysis: Analysis, clause: Sequence[Token], count: Count, outcome: Outcome) -> bool:
    """Whether a number has a noun for living beings behind it, or stands at the outcome, or ends the clause."""
    following = clause[count.after :]
    if not following or following[0].text == ".":
        return True
    return following[0].start == outcome.start or _noun_after(analysis, clause, count) is not None


def _noun_after(analysis: Analysis, clause: Sequence[Token], count: Count) -> int | None:
    """The index of the noun for living beings that a number counts."""
    for index in range(count.after, min(count.after + _NOUN_WITHIN, len(clause))):
        readings = analysis.readings(clause[index].text)
        if any(reading.pos == "NOUN" and "anim" in reading.tags for reading in readings):
            return index
        if readings[0].pos not in ("ADJF", "PRTF"):
            return None
    return None


def _last_of(analysis: Analysis, clause: Sequence[Token], count: Count) -> int:
    noun = _noun_after(analysis, clause, count)
    return count.after - 1 if noun is None else noun
