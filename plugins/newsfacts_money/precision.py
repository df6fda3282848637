"""What the words before an amount say of its precision."""

from __future__ import annotations

from newsfacts_money.amounts import Amount
from newsfacts_money.lexicon import Qualifier
from newsfacts_money.surroundings import Surroundings

__all__ = ["qualifier_of"]

# What a negation makes of a word of precision.
_NEGATED: dict[Qualifier, Qualifier] = {"more_than": "at_most", "less_than": "at_least"}
_LONGEST_PHRASE = 3  # words


def qualifier_of(amount: Amount, ends_change: bool, around: Surroundings) -> Qualifier | None:
    """The precision that the words before an amount, or else those after it, give it.

    Args:
        amount: The amount.
        ends_change: Whether it is the second of the two amounts of a change, so that «до» is no bound.
        around: The words around it.
    """
    qualifiers = around.lexicon.qualifiers
    words = around.words_right_before(amount.start)
    link = ""
    while words and words[-1] not in qualifiers and around.is_precision(words[-1]):
        link = words.pop()
    ends_of_change = around.lexicon.ends_of_change & qualifiers.keys()
    if not ends_of_change.isdisjoint(words[-1:]) and (ends_change or around.speaks_of_change(amount)):
        words.pop()
    for length in range(_LONGEST_PHRASE, 0, -1):
        qualifier = qualifiers.get(" ".join(words[-length:]))
        if qualifier in _NEGATED and link in around.lexicon.data.qualifiers.difference:
            return None
        if qualifier is not None:
            return _NEGATED.get(qualifier, qualifier) if _is_negated(words[:-length], around) else qualifier
    after = around.lexicon.qualifiers_after.match(around.folded, amount.end)
    return around.lexicon.data.qualifiers.after[after[1]] if after else None


def _is_negated(words: list[str], around: Surroundings) -> bool:
    """Whether words end in a negation, or in one of a possibility («не может»)."""
    lists = around.lexicon.data.qualifiers
    while words and words[-1] in lists.possibility:
        words.pop()
    return not lists.negations.isdisjoint((" ".join(words[-1:]), " ".join(words[-2:])))
