"""The persons of a text and where each is named, as numbers that are quick to compare."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection

from newsfacts import Analysis, Mention
from newsfacts_titles.grammar import TitleGrammar
from newsfacts_titles.vocabulary import Vocabulary

__all__ = ["MentionIndex"]

# Places among the most named and fifths of all mentions are told apart up to here.
_LOWEST_RANK = 4


class MentionIndex:
    """The persons of a text and their mentions, in order; both are known by their numbers.

    Args:
        analysis: The text.
        vocabulary: What is known of words: what may stand between the members of an enumeration.
        namesakes: Mentions that only name a body; nobody holds a title there.

    Attributes:
        analysis: The text.
        persons: The persons.
        mentions: Their mentions.
        owner: Of each mention the person.
        starts: Of each mention the offset of its first character, or of the form of address before it.
        ends: Of each mention the offset after its last one.
        sentence_of: Of each mention the number of its sentence.
        chain: Of each mention the first of its enumeration («Иванов, Петров (Самара) и Сидоров»).
        at: The mention by the offset of its first character.
        mentions_of: Of each person the mentions.
        present: Of each sentence the persons that it names.
        ranked: The persons that are mentioned, the most mentioned first.
        fame: Of each person the place in that order, and the share of all mentions in fifths.
        gender: Of each person the grammatical gender, where it is known.
    """

    def __init__(self, analysis: Analysis, vocabulary: Vocabulary, namesakes: Collection[Mention] = ()) -> None:
        self.analysis = analysis
        self.persons = [e for e in analysis.entities if e.type == "person"]
        barred = {m.start for m in namesakes}
        named = sorted([(m.start, i, m) for i, e in enumerate(self.persons) for m in e.mentions if m.start not in barred])
        self.mentions = [m for _, _, m in named]
        self.owner = [i for _, i, _ in named]
        self.starts = [vocabulary.start_of_name(analysis, m) for m in self.mentions]
        self.ends = [m.end for m in self.mentions]
        self.at = {start: i for i, start in enumerate(self.starts)}
        self._sentence_starts = [s.start for s in analysis.sentences]
        self.sentence_of = [self.sentence_at(start) for start in self.starts]
        self.mentions_of: dict[int, list[int]] = defaultdict(list)
        self.present: dict[int, set[int]] = defaultdict(set)
        for mention, (sentence, person) in enumerate(zip(self.sentence_of, self.owner, strict=True)):
            self.mentions_of[person].append(mention)
            self.present[sentence].add(person)
        self.ranked = sorted(self.mentions_of, key=lambda i: (-len(self.mentions_of[i]), i))
        self.fame = {
            person: (str(min(place, _LOWEST_RANK)), str(min(4, 5 * len(self.mentions_of[person]) // len(self.owner))))
            for place, person in enumerate(self.ranked)
        }
        self.gender = [next((m.gender for m in e.mentions if m.gender), None) for e in self.persons]
        self.chain = self._chains(vocabulary.joints, vocabulary.grammar)

    def _chains(self, joints: Collection[str], grammar: TitleGrammar) -> list[int]:
        chain = list(range(len(self.mentions)))
        for i in range(1, len(chain)):
            gap = self.analysis.text[self.ends[i - 1] : self.starts[i]]
            if after := grammar.place_after(gap):
                gap = gap[after[1] :]
            if gap.partition("(")[0].strip() in joints and gap.rpartition(")")[-1].strip() in joints:
                chain[i] = chain[i - 1]
        return chain

    def is_one_of_many(self, mention: int) -> bool:
        """Whether a mention is one of an enumeration."""
        return self.chain[mention] != mention or self.chain[mention + 1 : mention + 2] == [mention]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that an offset lies in, or of the last one that begins before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)
