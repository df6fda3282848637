"""The phrase around the noun of a body: adjectives before it, and after it a name or what depends on it."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts import Analysis, Reading, agree
from newsfacts_names.grammar import NameGrammar
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.noun_phrases import is_modifier, modifies
from newsfacts_names.places import is_known_place

__all__ = ["OPENING", "BodyPhrases", "Extent"]

Extent = tuple[int, int]
"""The start and the end of a name in the text."""

OPENING = frozenset("«„“\"'")
"""What quoted names begin with."""

_SENTENCE_START = frozenset('.!?…:«"')
# In words; «комитет Государственной думы по делам национальностей» (the State Duma's committee for nationalities) has five.
_MOST_DEPENDENTS = 8
_MOST_ADJECTIVES = 3
# In characters.
_LONGEST_QUOTED_NAME = 80


class BodyPhrases:
    """The phrases of one article.

    Args:
        analysis: The article.
        lexicon: The words of its language.
        grammar: The grammar of its language.
        names: The spans of the words that are labelled as organisations.
        persons: The spans of persons.
    """

    def __init__(
        self, analysis: Analysis, lexicon: NameLexicon, grammar: NameGrammar, names: Sequence[Extent], persons: Sequence[Extent]
    ) -> None:
        self._analysis = analysis
        self._tokens = analysis.tokens
        self._lexicon = lexicon
        self._grammar = grammar
        self._name_starts = frozenset([start for start, _ in names])
        self._persons = dict(persons)
        self._quotations = {q.start: q for q in analysis.quotations if q.closed}

    def completed(self, name: Extent) -> Extent | None:
        """A labelled name with the noun that its adjectives await («Белого дома»); None for adjectives without one."""
        start, end = name
        if self._analysis.text[start - 1 : start] in OPENING:
            return name
        tokens = self._analysis.tokens_in(start, end)
        if len(tokens) == 1 and is_known_place(self._analysis, tokens[0].text):
            return None
        index = self._analysis.token_index(end)
        if len(tokens) == 1 and (noun := self._body_noun_of(tokens[0].text, index)) is not None:
            return start, self._end_of_phrase(noun)
        last = self._readings(tokens[-1].text)
        if any(not is_modifier(self._readings(t.text)) for t in tokens):
            is_whole = not is_modifier(last) or tokens[-1].text.isupper()
            return name if is_whole else (start, self._end_of_place(last, index) or end)
        for at in range(index, min(index + _MOST_ADJECTIVES, len(self._tokens))):
            readings = self._readings(self._tokens[at].text)
            if readings[0].is_noun and modifies(last, readings) and readings[0].lemma not in self._lexicon.place_nouns:
                return start, self._end_of_phrase(at)
            if not is_modifier(readings):
                break
        return None

    def _end_of_place(self, adjective: Sequence[Reading], index: int) -> int | None:
        """The end of the noun of a place from an index on that an adjective before it modifies («УФАС по Омской | области»)."""
        for at in range(index, min(index + _MOST_ADJECTIVES, len(self._tokens))):
            readings = self._readings(self._tokens[at].text)
            if readings[0].lemma in self._lexicon.place_nouns and modifies(adjective, readings):
                return self._tokens[at].end
            if self._begins_line(at) or not is_modifier(readings):
                return None
        return None

    def around(self, index: int) -> Extent | None:
        """The phrase whose head is the token of an index, or None where that is no body's noun."""
        head = self._tokens[index]
        reading = self._readings(head.text)[0]
        if reading.lemma not in self._lexicon.body_nouns:
            return None
        is_body, may_be_named = reading.lemma in self._lexicon.bodies, reading.lemma in self._lexicon.named_bodies
        quoted = self._end_of_quoted_name(index + 1)
        if quoted is not None:
            is_medium = reading.lemma in self._lexicon.media
            return (self._tokens[index + 2].start, quoted - 1) if is_medium else (head.start, quoted)
        start = self._start_of_phrase(index)
        is_capital = self._analysis.text[start].isupper() and (start in self._name_starts or self._is_inside_sentence(index))
        if (is_body and (is_capital or reading.number == "Sing")) or (may_be_named and is_capital):
            return start, self._end_of_phrase(index)
        return None

    def _body_noun_of(self, word: str, index: int) -> int | None:
        """The body's noun from an index on that a word is an adjective of, though likelier a noun («Главное управление»)."""
        adjectives = [reading for reading in self._readings(word) if reading.is_attributive]
        for at in range(index, min(index + _MOST_ADJECTIVES, len(self._tokens))):
            readings = self._readings(self._tokens[at].text)
            if not adjectives or self._begins_line(at):
                return None
            if readings[0].lemma in self._lexicon.body_nouns:
                return at if any(agree(a, n) for a in adjectives for n in readings) else None
            if not is_modifier(readings):
                return None
        return None

    def _readings(self, word: str) -> tuple[Reading, ...]:
        return self._analysis.readings(word)

    def _is_inside_sentence(self, index: int) -> bool:
        return self._tokens[index - 1].text not in _SENTENCE_START and not self._begins_line(index)

    def _begins_line(self, index: int) -> bool:
        return index == 0 or "\n" in self._analysis.text[self._tokens[index - 1].end : self._tokens[index].start]

    def _end_of_quoted_name(self, index: int) -> int | None:
        """The end of a proper name in quotation marks that begins at an index."""
        quotation = self._quotations.get(self._tokens[index].start) if index < len(self._tokens) else None
        if quotation is None or quotation.end - quotation.start > _LONGEST_QUOTED_NAME:
            return None
        first = self._analysis.text[quotation.inner_start]
        return quotation.end if first.isupper() or first.isdigit() else None

    def _start_of_phrase(self, index: int) -> int:
        """Where the adjectives begin that belong to a body's name with the noun of an index."""
        noun = self._readings(self._tokens[index].text)
        first = index
        while first > max(0, index - _MOST_ADJECTIVES) and self._is_of_body(first - 1, noun):
            first -= 1
        return self._tokens[first].start

    def _is_of_body(self, index: int, noun: Sequence[Reading]) -> bool:
        """Whether a word is an adjective of the body whose noun, or another of its adjectives, follows."""
        word = self._tokens[index].text
        readings = self._readings(word)
        if self._begins_line(index + 1) or word in self._lexicon.openers:
            return False  # «Позднее министерство сообщило»: later the ministry said
        lemma = readings[0].lemma
        is_of_place = lemma.endswith(self._lexicon.body_adjective_endings)
        if not word.islower() and is_of_place:  # «Приморский», which the dictionary has as a town too
            return any(agree(r, n) for r in readings if r.is_attributive for n in noun)
        return modifies(readings, noun) and (is_of_place or lemma in self._lexicon.body_adjectives or not word.islower())

    def _end_of_phrase(self, index: int) -> int:
        """The end of a body's noun and what depends on it."""
        following = index + 1
        last = following
        while last < min(following + _MOST_DEPENDENTS, len(self._tokens)) and not self._begins_line(last):
            last += 1
        return self._grammar.end_of_dependents(self._tokens[following:last], self._persons) or self._tokens[index].end
