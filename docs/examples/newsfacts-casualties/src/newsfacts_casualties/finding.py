"""The search for casualties: words that tell an outcome first, then the number of people beside each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby

from attrs import frozen

from newsfacts import Analysis, Decision, Sentence, Token, fold
from newsfacts.lexicon import load
from newsfacts_casualties.facts import Casualties

__all__ = ["find_casualties"]

_CLAUSE_ENDS = frozenset(",;:()–—-") | {"и", "а", "но"}
# How many tokens of its clause before and behind an outcome may number people.
_BESIDE = 12
# Adjectives between a number and its noun: «12 мирных жителей».
_NOUN_WITHIN = 3
# No number of people has more tokens, or more digits.
_NUMBER_WITHIN = 12
_DIGITS = re.compile(r"\d{1,9}(?:,\d{1,3})?")


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
    """A number of people, with the span of its words and of the noun that it counts."""

    value: int
    start: int
    end: int


@cache
def _words() -> Words:
    words: Words = load("newsfacts_casualties", "data/ru.toml", Words)
    return words


@cache
def _collectives() -> dict[str, str]:
    return {form: value for value, forms in _words().collectives.items() for form in forms}


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
    clauses = _clauses(analysis.tokens_in(*sentence))
    places = {token.start: (clause, index) for clause in clauses for index, token in enumerate(clause)}
    numbers: dict[str, int] = {}
    reasons: list[Decision] = []
    start, end = sentence.end, sentence.start
    for outcome in outcomes:
        clause, index = places.get(outcome.start, ([], 0))
        count = _count_beside(analysis, clause[max(0, index - _BESIDE) : index + _BESIDE], outcome)
        if count and outcome.field not in numbers:
            numbers[outcome.field] = count.value
            reasons.append(_reason(analysis, outcome, count))
            start = min(start, outcome.start, count.start)
            end = max(end, outcome.end, count.end)
    if numbers:
        span = analysis.span(start, end)
        fact = Casualties(
            start=span.start,
            end=span.end,
            text=span.text,
            confidence=0.9,
            killed=numbers.get("killed"),
            injured=numbers.get("injured"),
            missing=numbers.get("missing"),
        )
        analysis.explain(fact, lambda: reasons)
        yield fact


def _reason(analysis: Analysis, outcome: Outcome, count: Count) -> Decision:
    return Decision(
        question=f"how many are {outcome.field}",
        answer=str(count.value),
        rule="the number of people that is nearest to the word in its clause",
        evidence={"word": analysis.text[outcome.start : outcome.end], "number": analysis.text[count.start : count.end]},
    )


def _clauses(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The stretches of a sentence between commas, dashes and conjunctions."""
    for ends, clause in groupby(tokens, key=lambda token: fold(token.text) in _CLAUSE_ENDS):
        if not ends:
            yield list(clause)


def _count_beside(analysis: Analysis, clause: Sequence[Token], outcome: Outcome) -> Count | None:
    """The number of people that is nearest to an outcome."""
    counts = _counts(analysis, clause, outcome)
    return min(counts, key=lambda count: abs(count.start - outcome.start), default=None)


def _counts(analysis: Analysis, clause: Sequence[Token], outcome: Outcome) -> Iterator[Count]:
    """The numbers of people: with a noun for living beings behind them, right before the outcome, or at the clause's end."""
    at = 0
    while at < len(clause):
        value, after = _number(analysis, clause, at)
        if after > at:
            noun = _noun_after(analysis, clause, after)
            following = clause[after].start if after < len(clause) and clause[after].text != "." else None
            if noun or following in (None, outcome.start):
                yield Count(value, clause[at].start, clause[noun or after - 1].end)
        at = max(after, at + 1)


def _number(analysis: Analysis, clause: Sequence[Token], first: int) -> tuple[int, int]:
    """The number that begins at a token, in digits or words («две тысячи триста», «12 тыс.»), and where it ends."""
    value, part, after = Decimal(0), Decimal(0), first
    for token in clause[first : first + _NUMBER_WITHIN]:
        word = fold(token.text)
        if _DIGITS.fullmatch(word):
            part += Decimal(word.replace(",", "."))
        elif known := _collectives().get(word) or analysis.language.numbers.get(word):
            part += Decimal(known)
        elif after > first and word in analysis.language.scales:
            value, part = value + part * 10 ** analysis.language.scales[word], Decimal(0)
        elif not (word == "." and value and not part):  # the stop of «тыс.»
            break
        after += 1
    return int(value + part), after


def _noun_after(analysis: Analysis, clause: Sequence[Token], after: int) -> int | None:
    """The index of the noun for living beings that a number counts."""
    for index in range(after, min(after + _NOUN_WITHIN, len(clause))):
        readings = analysis.readings(clause[index].text)
        if any(reading.is_noun and "Animacy=Anim" in reading.features for reading in readings):
            return index
        if not readings[0].is_attributive:
            return None
    return None
