"""Noun phrases of languages whose nouns show no case: what stands together."""

from __future__ import annotations

from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.sentence_units import FINITE, SentenceUnits, is_boundary

__all__ = ["is_head", "phrase_around"]

_NOUNS = frozenset(("N", "A", "P", "O", "L", "x"))
_OWNERS = frozenset(("Ps", "Os", "Ls"))
_PLACED = frozenset(("O", "L"))
_PEOPLE = frozenset(("A", "P"))
_MODIFIERS = frozenset(("adj", "part", "#"))
_BEFORE = _NOUNS | _OWNERS | _MODIFIERS
_WITHIN_DEPENDENT = _BEFORE | {"Q"}


def is_head(sentence: SentenceUnits, index: int, words: WordLookup) -> bool:
    """Whether a noun or a name ends the words that stand together: «Clinton campaign manager» is a manager.

    A body or a place goes before the person of a phrase too where an adjective is between them («Reuters technical analyst»),
    and a word of quantity before any noun («some senior officials»).
    """
    if sentence.code(index) in _OWNERS:
        return True
    after = index + 1 + (sentence.low(index + 1) == ".")  # «Gov. Bell»
    quantity = words.sort(sentence.low(index)) == "M"
    if sentence.low(index) in words.lexicon.words.leading and sentence.code(after) == "adj":
        return sentence.code(after + 1) not in _NOUNS  # «chief financial officer»
    if quantity or sentence.code(index) in _PLACED:
        while sentence.code(after) == "adj":
            joined = sentence.code(after + 1) == "and"  # «three current and former officials»
            if not joined and sentence.code(after + 1) not in (_NOUNS if quantity else _PEOPLE) | {"adj"}:
                break
            after += 2 if joined else 1
    # «Norsk Ferry today announced»
    return sentence.code(after) not in _NOUNS | _OWNERS or sentence.low(after) in words.lexicon.words.times


def phrase_around(sentence: SentenceUnits, head: int, words: WordLookup) -> tuple[int, int]:
    """The index of the first and of the last unit of a phrase: modifiers and owners before its head, what it belongs to after.

    Args:
        sentence: The sentence.
        head: The index of the head.
        words: Look-up of words.
    """
    classes = words.lexicon.words
    first = head
    while first > 0:
        before = first - 1
        low = sentence.low(before)
        if low == ".":  # of an abbreviation («Gov. Bell»)
            first = max(before - 1, 0)
            continue
        if sentence.code(before) == "and" and sentence.code(first) == sentence.code(before - 1) == "adj":
            first = before - 1
            continue
        if low in classes.times:
            break
        if sentence.code(before) not in _BEFORE and low not in classes.possessives:
            break
        first = before
        if low in classes.articles or low in classes.possessives:
            break
    last = head
    if sentence.code(last + 1) == "adj" and (is_boundary(sentence.low(last + 2)) or sentence.code(last + 2) in FINITE):
        last += 1  # «the company's chief executive, Anna Bell, said»
    if sentence.low(last + 1) in classes.acquainted:
        last = _dependent_end(sentence, last + 2, words) or last  # «two people familiar with the matter»
    while sentence.low(last + 1) in classes.origin and (end := _dependent_end(sentence, last + 1, words)):
        last = end
    return first, last


def _dependent_end(sentence: SentenceUnits, preposition: int, words: WordLookup) -> int:
    """The index of the last unit of the phrase after a preposition, 0 where none is."""
    at = preposition + 1
    while sentence.code(at) == "adv":  # «a study of nearly a million people»
        at += 1
    begin = at
    while sentence.code(at) in _WITHIN_DEPENDENT or sentence.low(at) in words.lexicon.words.possessives:
        at += 1
    return 0 if at == begin or sentence.code(at - 1) in _MODIFIERS - {"#"} else at - 1
