"""Whom a pronoun, a bare role («чиновник»: the official) or a bare body («издание»: the paper) means, by what came before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from operator import attrgetter

from newsfacts import Analysis, Mention, fold
from newsfacts_quotes.lookup import WordForm, WordLookup, stem_of
from newsfacts_quotes.mentions import GENDERS, gender_of, is_nominative, named
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.speaker_phrases import NounPhrase

__all__ = ["Antecedents"]

# A pronoun or a bare noun means nobody who was named more sentences before.
_SENTENCES = 6
# A sentence shorter than this that ends in a body's name is a dateline.
_DATELINE = 60
# Of the people who are called by a title, so many before its bare use and so many after it are considered.
_NEAREST = 5
# A title directly before a name has no more words.
_LONGEST_TITLE = 8
# A quotation longer than this is no name.
_LONGEST_NAME = 60
# So many of the last speakers may be meant by a pronoun, and so many by a word for a source («собеседник»).
_HEARD = 8
_REMEMBERED = 200
# No sentence of a news text has more names or characters; of an endless one the beginning is left out.
_MOST_NAMES = 60
_LONGEST_SENTENCE = 10_000

_START = attrgetter("start")


class Antecedents:
    """What an article has named so far, as its speakers are found in text order.

    Args:
        analysis: The article.
        words: Look-up of its language's words.

    Attributes:
        last: Who spoke last.
        heard: All who spoke.
        plural: Where the mentions of several people start.
        publisher: The body that spoke or issued a document last.
    """

    def __init__(self, analysis: Analysis, words: WordLookup) -> None:
        self.analysis = analysis
        self.words = words
        self.classes = words.lexicon.words
        self.last: Mention | None = None
        self.heard: list[Mention] = []
        self.plural: set[int] = set()
        self.publisher: Mention | None = None

    def remember(self, speaker: Mention | None) -> None:
        """Note who spoke.

        Args:
            speaker: The speaker; None when nobody is named, which changes nothing.
        """
        if speaker is None:
            return
        self.last = speaker
        self.heard.append(speaker)
        if speaker.type in ("organization", "document"):
            self.publisher = speaker

    def recent(self) -> Iterator[Mention]:
        """Those who spoke, the last one first."""
        return islice(reversed(self.heard), _REMEMBERED)

    def person(self, at: int, gender: str | None, limit: int | None = None) -> Mention | None:
        """The person whom a pronoun or a role means.

        Sentence by sentence backwards, it is whoever spoke in it or is the first subject that it names.

        Args:
            at: The offset of the pronoun or the role.
            gender: Its gender, or Plur.
            limit: The offset from which on a name is not meant, unless nobody else can be.
        """
        if limit is not None:
            return self._person(at, gender, limit) or self._person(at, gender, at)
        return self._person(at, gender, at)

    def _person(self, at: int, gender: str | None, limit: int) -> Mention | None:
        paragraph = self.analysis.text.rfind("\n", max(0, at - _LONGEST_SENTENCE), at)
        fallback: Mention | None = None
        for number, (start, end) in enumerate(self._sentences_before(at)):
            if fallback and end < paragraph:
                return fallback
            heard = [m for m in self.heard[-_HEARD:] if start <= m.start < min(end, limit) and self._fits(m, gender)]
            if heard and number > 0:
                return heard[-1]
            near = self._named(start, min(end, limit))
            people = [m for m in near if m.type == "person" and self._fits(m, gender) and not self._is_quoted(m, at)]
            subjects = [m for m in people if is_nominative(m)]
            subject = next((m for m in subjects if m.gender), subjects[0] if subjects else None)
            if subject:
                return named(self.analysis, subject)
            if heard:
                return heard[-1]
            if people and fallback is None:
                fallback = named(self.analysis, people[-1])
        if self.last and self._fits(self.last, gender):
            return self.last
        return fallback

    def _named(self, start: int, end: int) -> Sequence[Mention]:
        """The names that begin between two offsets in a sentence."""
        mentions = self.analysis.mentions
        last = bisect_left(mentions, end, key=_START)
        return mentions[bisect_left(mentions, start, max(0, last - _MOST_NAMES), last, key=_START) : last]

    def _is_quoted(self, mention: Mention, at: int) -> bool:
        """Whether a mention is within quoted words that end before an offset."""
        index = bisect_right(self._quoted, mention.start, key=lambda span: span[0]) - 1
        return index >= 0 and mention.end <= self._quoted[index][1] < at

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        """Start and end of the outermost quotations that are longer than a name."""
        spans = [(q.start, q.end) for q in self.analysis.quotations if q.depth == 0]
        return [(start, end) for start, end in spans if end - start > _LONGEST_NAME]

    def body(self, at: int, noun: str | None = None) -> Mention | None:
        """The body that spoke last, or is the first subject of the nearest sentence that names one.

        Args:
            at: The offset of the word that means it.
            noun: A noun that its name must have.
        """
        fallback: Mention | None = None
        for start, end in self._sentences_before(at):
            heard = [m for m in self.heard[-_HEARD:] if start <= m.start < min(end, at) and self._is_body(m, noun)]
            if heard:
                return heard[-1]
            bodies = [m for m in self._named(start, min(end, at)) if self._is_body(m, noun)]
            if end - start < _DATELINE and bodies and bodies[-1].end >= end - 1:
                continue  # a dateline: «МОСКВА, 5 мая — ТАСС.»
            subject = next((m for m in bodies if is_nominative(m)), None)
            if subject:
                return named(self.analysis, subject)
            if bodies and fallback is None:
                fallback = named(self.analysis, bodies[-1])
        if self.publisher and self._is_body(self.publisher, noun):
            return self.publisher
        return fallback

    def _is_body(self, mention: Mention, noun: str | None) -> bool:
        """Whether a mention is a body, one that has a noun in its name if one is given."""
        if mention.type == "document":
            return noun is None and mention in self.heard[-_HEARD:]
        return mention.type == "organization" and (noun is None or noun in fold(mention.name))

    def titled(self, sentence: SentenceUnits, phrase: NounPhrase, word: WordForm, at: int) -> Mention | None:
        """The person whom the article calls by a title: the last one before an offset, or else the first one after it.

        Words that depend on the title must be beside it there too, unless they make it no more definite («глава региона»: the
        head of the region).

        Args:
            sentence: The sentence of the bare title.
            phrase: Its phrase.
            word: The head of the phrase.
            at: Its offset.
        """
        beside = [sentence.units[i] for i in range(phrase.first, phrase.last + 1) if i != phrase.head]
        beside = [unit for unit in beside if not unit.low[0].isdigit()]
        lemmas = [self.words.look(u.low).lemma if u.is_word else fold(u.mention.name) if u.mention else u.low for u in beside]
        synonyms = frozenset[str]().union(*(self.words.lexicon.titles.get(lemma, ()) for lemma in (word.lemma, *lemmas)))
        dependents = [stem_of(m) for m in lemmas if m not in self.classes.places and m not in self.words.lexicon.titles]
        found: Mention | None = None
        for mention, words in self._candidates(at, word.lemma, synonyms):
            if mention.gender and phrase.gender and GENDERS[mention.gender] != phrase.gender:
                continue
            if dependents and not any(w.startswith(d) for d in dependents for w in words):
                continue
            if mention.start > at and found:
                break
            found = mention
        return named(self.analysis, found) if found else None

    def _candidates(self, at: int, title: str, synonyms: Iterable[str]) -> list[tuple[Mention, frozenset[str]]]:
        """The people nearest to an offset who are called by a title or by one with the same meaning, in text order."""
        found: dict[int, tuple[Mention, frozenset[str]]] = {}
        for lemma in (title, *synonyms):
            entries = self._titles.get(lemma, [])
            index = bisect_left(entries, at, key=lambda entry: entry[0].start)
            for entry in entries[max(0, index - _NEAREST) : index + _NEAREST]:
                found[entry[0].start] = entry
        return [found[start] for start in sorted(found)]

    @cached_property
    def _titles(self) -> dict[str, list[tuple[Mention, frozenset[str]]]]:
        """By the lemmas of the words directly before a person's name: the person with all those lemmas, in text order."""
        found: dict[str, list[tuple[Mention, frozenset[str]]]] = {}
        for mention in self.analysis.mentions:
            if mention.type != "person":
                continue
            index = self.analysis.token_index(mention.start)
            lemmas: set[str] = set()
            for token in reversed(self.analysis.tokens[max(0, index - _LONGEST_TITLE) : index]):
                if not token.text[0].isalpha():
                    break
                word = self.words.look(fold(token.text))
                if word.preposition or word.finite:
                    break
                if word.noun and "Nom" in word.cases and not is_nominative(mention):
                    break  # «мать Орлова»: Orlov's mother is not Orlov
                lemmas.add(word.lemma)
            entry = mention, frozenset(lemmas)
            for lemma in lemmas:
                found.setdefault(lemma, []).append(entry)
        return found

    def _sentences_before(self, at: int) -> Iterator[tuple[int, int]]:
        """The sentence that an offset lies in and some before it, the nearest first."""
        sentences = self.analysis.sentences
        index = max(0, bisect_right(sentences, at, key=lambda s: s.start) - 1)
        for number in range(index, max(index - _SENTENCES, -1), -1):
            yield sentences[number]

    def _fits(self, mention: Mention, gender: str | None) -> bool:
        """Whether a pronoun of a gender, or of the plural, can mean a mention."""
        several = mention.start in self.plural or f" {self.classes.conjunction} " in mention.name
        if gender == "Plur" or several:
            return gender == "Plur" and several
        own = gender_of(self.analysis, mention)
        return mention.type == "person" and (not gender or not own or own == gender)
