"""Who is called what in an article: the people beside whose names a title stands («мэр Анна Белова», «Анна Белова, мэр»)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from newsfacts import Analysis, Mention, fold
from newsfacts_quotes.lookup import WordForm, WordLookup
from newsfacts_quotes.mentions import full_name, is_nominative

__all__ = ["Holders", "Title"]

# A title has no more words than this before its name, or after it; of those in quotation marks no more than this.
_LONGEST_TITLE = 8
_LONGEST_QUOTED = 5
# Of the people who are called by a title, so many before its bare use and so many after it are considered.
_NEAREST = 3
# A title is beside a name no further away than so many characters.
_BESIDE = 60
# Marks between a name and an apposition, and those around a quoted name.
_APPOSING = frozenset(",—–-(")
_OPENING, _CLOSING = frozenset('«„“"'), frozenset('»”“"')
# What may stand within a title beside words and numbers: «школы № 5», «им. Чехова».
_WITHIN = frozenset("№.")
# People and sources, whom a word that is no noun may mean too.
_PEOPLE = frozenset("AS")
# A body, of which somebody may be the head.
_BODY = "B"


class Title(NamedTuple):
    """What somebody is called beside a name.

    Attributes:
        holder: The name.
        heads: The lemmas of the nouns that say what they are.
        rest: The lemmas of the words that belong to these: whose, where, of what sort; a place for the adjective made from it.
        former: Whether they no longer are it.
    """

    holder: Mention
    heads: frozenset[str]
    rest: frozenset[str]
    former: bool


class Holders:
    """Finds the people of an article by what they are called.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
    """

    def __init__(self, analysis: Analysis, words: WordLookup) -> None:
        self._analysis = analysis
        self._words = words
        self._classes = words.lexicon.words

    def called(self, lemmas: Iterable[str], at: int) -> list[Title]:
        """The titles nearest to an offset that have one of some lemmas for a head, in the order of the text."""
        found: dict[int, Title] = {}
        for lemma in lemmas:
            entries = self._by_head.get(lemma, [])
            index = bisect_left(entries, at, key=_start)
            for title in entries[max(0, index - _NEAREST) : index + _NEAREST]:
                found[title.holder.start] = title
        return [found[start] for start in sorted(found)]

    def of(self, name: str) -> list[Title]:
        """What somebody is called, and still is, by their full name."""
        return self._by_name.get(name, [])

    def is_former(self, name: str, lemma: str) -> bool:
        """Whether somebody is said to be a former something."""
        return lemma in self._former.get(name, ())

    def is_beside(self, lemma: str, at: int) -> bool:
        """Whether somebody near an offset is called by a lemma there."""
        entries = self._by_head.get(lemma, [])
        index = bisect_left(entries, at, key=_start)
        return any(abs(title.holder.start - at) <= _BESIDE for title in entries[max(0, index - 1) : index + 1])

    @cached_property
    def _all(self) -> list[Title]:
        people = [mention for mention in self._analysis.mentions if mention.type == "person"]
        return [title for mention in people for title in (self._before(mention), self._after(mention)) if title]

    @cached_property
    def _by_head(self) -> dict[str, list[Title]]:
        found: dict[str, list[Title]] = {}
        for title in self._all:
            for head in title.heads if not title.former else ():
                found.setdefault(head, []).append(title)
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[Title]]:
        found: dict[str, list[Title]] = {}
        for title in self._all:
            if not title.former:
                found.setdefault(full_name(self._analysis, title.holder), []).append(title)
        return found

    @cached_property
    def _former(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for title in self._all:
            if title.former:
                found.setdefault(full_name(self._analysis, title.holder), set()).update(title.heads)
        return found

    def _title(self, holder: Mention, heads: set[str], rest: set[str]) -> Title | None:
        if not heads:
            return None
        former = not (heads | rest).isdisjoint(self._classes.formers)
        return Title(holder, frozenset(heads), frozenset(map(self._words.place_of, rest - heads)), former)

    def _before(self, mention: Mention) -> Title | None:
        """The title before a name: a noun in its case, with what belongs to it on both sides."""
        heads: set[str] = set()
        rest: list[str] = []
        joined = False
        for low, word in self._back(mention):
            if low == self._classes.conjunction:
                joined = True
            elif self._is_head(mention, low, word):
                if heads and not joined and self._words.grammar.declines:
                    break
                heads.add(word.lemma)
                joined = False
            elif heads and not word.modifier:
                break
            else:
                rest.append(word.lemma)
        return self._title(mention, heads, set(rest))

    def _back(self, mention: Mention) -> Iterator[tuple[str, WordForm]]:
        """The words before a name as far as its title can reach, the nearest first."""
        index = self._analysis.token_index(mention.start)
        quoted = left = 0
        start = self._analysis.sentence_at(mention.start).start
        others = self._analysis.mentions_in(start, mention.start)
        reached = max([m.end for m in others if m.type == "person"], default=start)
        for token in reversed(self._analysis.tokens[max(0, index - 2 * _LONGEST_TITLE) : index]):
            left += 1
            if token.start < reached or left > _LONGEST_TITLE:
                return
            if quoted or token.text in _CLOSING:
                quoted = quoted + 1 if token.text not in _OPENING or not quoted else 0
                if quoted > _LONGEST_QUOTED:
                    return
                left -= 1
                continue
            if token.text[0].isalpha():
                low = fold(token.text)
                word = self._words.look(low)
                if word.finite:
                    return
                yield low, word
            elif not token.text.isdigit() and token.text not in _WITHIN:
                return

    def _after(self, mention: Mention) -> Title | None:
        """The title that is apposed to a name: «Иван Орлов, мэр города, …» (the town's mayor), «Иван Орлов — мэр»."""
        index = self._analysis.token_index(mention.end)
        tokens = self._analysis.tokens[index : index + 1 + _LONGEST_TITLE]
        if not tokens or tokens[0].text not in _APPOSING:
            return None
        others = self._analysis.mentions_in(tokens[0].start, tokens[-1].end)
        names = [m.start for m in others if m.type == "person"]
        heads: set[str] = set()
        rest: set[str] = set()
        for token in tokens[1:]:
            if token.start in names:
                return None  # it is the title of whoever is named next
            if not token.text[0].isalpha():
                break
            low = fold(token.text)
            word = self._words.look(low)
            if word.finite:
                return None
            if not heads and self._is_head(mention, low, word):
                heads.add(word.lemma)
            elif not heads and not word.modifier:
                return None
            else:
                rest.add(word.lemma)
        return self._title(mention, heads, rest)

    def _is_head(self, mention: Mention, low: str, word: WordForm) -> bool:
        """Whether a word may say what the one of a name is: a noun for people, in the name's case."""
        if not self._words.grammar.declines:
            return True
        sort = self._words.sort(low)
        if sort not in _PEOPLE and (sort == _BODY or word.lemma not in self._words.titles):
            return False  # «представитель МВД» (a spokesman of the ministry) is no ministry
        if is_nominative(mention):
            return "Nom" in word.cases and word.plural is not True
        cases = self._words.look(fold(mention.text.split()[0])).cases - {"Nom"} or word.cases
        if "Gen" in cases and "Nom" in word.cases and "Gen" not in word.cases:
            return False  # «мать Орлова» (Orlov's mother): she is another one
        return not cases.isdisjoint(word.cases - {"Nom"}) and word.oblique_plural is not True


def _start(title: Title) -> int:
    return title.holder.start
