"""What stands between a title and a name, as the marks that the model's features are made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from newsfacts import fold
from newsfacts_titles.text_units import TitlePhrase
from newsfacts_titles.title_index import TitleIndex
from newsfacts_titles.vocabulary import Vocabulary

__all__ = ["Gap", "Gaps"]

# How many marks of a gap are told apart, how many are looked at, and how far before a title or name verbs are.
_NEAR = 6
_LONGEST = 24
_VERB_DISTANCE = 8
# The marks of a name, a title and a place, beside categories and punctuation.
_NAME, _TITLE, _PLACE = "@", "T", "place"
# What a gap in short leaves out.
_MODIFIERS = frozenset(("ADJ", "VERB:Part", "ADV", "NUM", "#", "PART", "X", "X:Foreign", ""))
_VERBAL = frozenset(("VERB", "VERB:Part:Short", "VERB:Inf", "VERB:Part", "VERB:Conv"))


class Gap(NamedTuple):
    """The tokens between a title and a name.

    Attributes:
        exact: A mark for each, or «far» where they are many.
        brief: Likewise without adjectives, numbers, what stands in brackets, and places with their prepositions.
        start: The first mark.
        opening: The first two marks.
        final: The last mark of the brief form.
    """

    exact: str
    brief: str
    start: str
    opening: str
    final: str


class Gaps:
    """The gaps of a text.

    Args:
        index: The titles and names.
        vocabulary: What is known of words.
    """

    def __init__(self, index: TitleIndex, vocabulary: Vocabulary) -> None:
        self._analysis = index.mentions.analysis
        self._tokens = self._analysis.tokens
        self._mentions = index.mentions
        self._traits = vocabulary.traits
        self._function_words = vocabulary.language.function_words
        self._titled_at: dict[int, TitlePhrase] = {title.first: title for title in reversed(index.titles)}

    def between(self, first: int, end: int) -> Gap:
        """The gap from a token to an offset."""
        units = list(islice(self._units(first, end), _LONGEST + 1))
        if len(units) > _LONGEST:
            return Gap("far+", "far", "far+", "far+", "far")
        parts: list[str] = []
        brief: list[str] = []
        depth = 0
        for form, mark in units:
            mark = mark or self._mark(form)
            if mark == "(":
                depth += 1
            if mark == _PLACE:
                mark = "NOUN"
                if brief and brief[-1] == "ADP":
                    brief.pop()
                    mark = "ADJ"
            parts.append(mark)
            if not depth and mark not in _MODIFIERS:
                brief.append(mark)
            if mark == ")":
                depth = max(0, depth - 1)
        exact, short = _joined(parts), _joined(brief)
        return Gap(exact, short, "".join(parts[:1]), " ".join(parts[:2]), "".join(brief[-1:]))

    def _units(self, first: int, end: int) -> Iterator[tuple[str, str]]:
        """The units of a gap: names and titles with their marks, words with none, which is only looked up in short gaps."""
        tokens, index = self._tokens, first
        while index < len(tokens) and (token := tokens[index]).start < end:
            title = self._titled_at.get(index)
            if (mention := self._mentions.at.get(token.start)) is not None:
                yield token.text, _NAME
                index += 1
                while index < len(tokens) and tokens[index].start < self._mentions.ends[mention]:
                    index += 1
            elif title is not None and title.end <= end:
                yield token.text, _TITLE
                index = title.last
            else:
                yield token.text, ""
                index += 1

    def _mark(self, form: str) -> str:
        """The mark of a word."""
        word = self._traits(form)
        if word.place:
            return _PLACE
        return _TITLE if word.role else word.category

    def key(self, index: int) -> str:
        """The key of a token's word; «^» beyond the text."""
        return self._traits(self._tokens[index].text).key if 0 <= index < len(self._tokens) else "^"

    def appointed_between(self, first: int, end: int, appointing: frozenset[str]) -> bool:
        """Whether the last verb between two tokens is a finite one of some."""
        for index in range(end - 1, max(first, end - _VERB_DISTANCE) - 1, -1):
            word = self._traits(self._tokens[index].text)
            if word.category in _VERBAL:
                return word.category == "VERB" and word.key in appointing
        return False

    def is_verb(self, index: int) -> bool:
        """Whether a token is a finite verb."""
        return index < len(self._tokens) and self._traits(self._tokens[index].text).category == "VERB"

    def key_before(self, mention: int) -> str:
        """The key of the word before a mention."""
        return self.key(self._analysis.token_index(self._mentions.starts[mention]) - 1)

    def verb_between(self, first: int, end: int) -> str:
        """The key of the last verb or participle of some tokens."""
        for index in range(end - 1, max(first, end - _VERB_DISTANCE) - 1, -1):
            word = self._traits(self._tokens[index].text)
            if word.category in _VERBAL:
                return word.key
        return ""

    def pronoun(self, start: int, end: int) -> str:
        """The key of the first pronoun among the first words of a sentence.

        Args:
            start: The sentence's first offset.
            end: The token that it has to stand before.
        """
        first = self._analysis.token_index(start)
        for _, _, form in self._tokens[first : min(end, first + _NEAR)]:
            if "PRON" in self._function_words.get(fold(form), ()) and (word := self._traits(form)).category == "PRON":
                return word.key
        return ""


def _joined(marks: list[str]) -> str:
    return " ".join(marks) if len(marks) <= _NEAR else "far"
