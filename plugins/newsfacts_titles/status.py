"""Whether a title is held, by the words around it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from newsfacts_titles.grammar import Status
from newsfacts_titles.text_units import TextUnits, TitlePhrase
from newsfacts_titles.traits import PUNCTUATION, Traits

__all__ = ["status_of"]

# How many words before a title are looked at: for its verb, for «former», for «future» and «acting»; and behind it, for its
# verb.
_VERB_DISTANCE = 4
_FORMER_DISTANCE = 3
_NEAR = 2
_AFTER_DISTANCE = 10


def status_of(units: TextUnits, title: TitlePhrase) -> Status:
    """Whether a title is held now."""
    lexicon = units.vocabulary.lexicon
    before = list(islice(_words_before(units, title.first), _VERB_DISTANCE))
    own = list(takewhile(lambda word: not _is_owned(word, title), before))
    inside = [units.traits(i) for i in range(title.first, title.head + 1)]
    if units.vocabulary.former_prefix(units.tokens[title.head].text):
        return "former"
    if any(word.key in lexicon.former for word in (*own[:_FORMER_DISTANCE], *inside)) or title.lead < title.first:
        return "former"
    if title.acting or any(_is_acting(units, word) for word in (*own[:_NEAR], *inside)):
        return "acting"
    if any(word.key in lexicon.present for word in (*own[:_NEAR], *inside)):
        return "current"
    if any(word.key in lexicon.future for word in own[:_NEAR]) or units.vocabulary.is_future(units.tokens[title.head].text):
        return "future"
    after = title.last
    if (
        after + 1 < len(units.tokens)
        and units.traits(after).category == "ADP"
        and units.traits(after + 1).key in lexicon.retired
    ):
        return "former"
    following = [units.traits(i) for i in range(after, min(len(units.tokens), after + _AFTER_DISTANCE))]
    return units.vocabulary.grammar.status_beside(before, following, title.role)


def _words_before(units: TextUnits, first: int) -> Iterator[Traits]:
    """The words before a token, the nearest first, up to the next punctuation mark."""
    for index in range(first - 1, -1, -1):
        word = units.traits(index)
        if word.shape == PUNCTUATION:
            return
        yield word


def _is_owned(word: Traits, title: TitlePhrase) -> bool:
    """Whether a word is what a title is the owner of, in another case («бывший водитель | министра»: the driver is former)."""
    return word.role is not None and word.role.cases.isdisjoint(title.role.cases)


def _is_acting(units: TextUnits, word: Traits) -> bool:
    acting = units.vocabulary.lexicon.acting
    return word.key in acting or (word.role is not None and word.role.lemma in acting)
