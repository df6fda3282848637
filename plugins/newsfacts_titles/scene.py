"""The persons and title phrases of a text side by side: how they stand to each other, and who may hold which title."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Literal

from attrs import frozen

from newsfacts import Analysis, Mention, fold
from newsfacts_titles.phrases import Title
from newsfacts_titles.vocabulary import Role, Vocabulary, Word

__all__ = ["Scene", "View"]

# How many tokens of a gap are told apart, and how many are looked at.
_NEAR = 6
_LONGEST_GAP = 24
_OFFSETS = (0, -1, 1, -2, 2, -3)
_OFFSETS_OF_PLURAL = (*_OFFSETS, 4, 5, 6, 7)
_MOST_CANDIDATES = 4
_MOST_OF_PLURAL = 12
# What follows the last word of a text.
_END = Word("^", "$", "$", "")
# What a gap in short leaves out.
_MODIFIERS = frozenset(("ADJ", "VERB:Part", "ADV", "NUM", "#", "PART", "X", "X:Foreign", ""))
_VERBAL = frozenset(("VERB", "VERB:Part:Short", "VERB:Inf", "VERB:Part", "VERB:Conv"))
# What may stand between a title and a name that follows at once, the members of a series, and a name and its apposition.
_MARKS = " \u00a0\"'«»“”„"
_SPACES = frozenset((" ", "\u00a0"))
_JOINTS = frozenset(("", ",", "и", "—", "–", "-", "/", ", а также", "а также", ", а"))
_BLANKS = " \u00a0"
_DASHES = frozenset(("—", "–", "-"))
_APPOSING = frozenset((",", "—", "–", "-", "("))


@frozen(kw_only=True, eq=False)
class View:
    """A title and what is seen around it, whoever holds it.

    Attributes:
        number: Its place among the titles.
        title: The phrase.
        role: What its role noun tells.
        sentence: The number of its sentence.
        end: Where its sentence ends.
        at: The first mention that begins after its start.
        size: How many tokens it has, up to four.
        length: Whether it has one (1) or more (2).
        kind: The role noun's group, and that.
        plural: p for a plural, s for what may be a singular.
        nested: n for a phrase that lies within another one.
        follower: The mention that follows its series at once, or None.
        key_before: The word before it.
        key_after: The word after it.
        tag_after: That word's part of speech.
        pronoun: The first personal pronoun of its sentence, if it stands before the title.
    """

    number: int
    title: Title
    role: Role
    sentence: int
    end: int
    at: int
    size: int
    length: str
    kind: str
    plural: str
    nested: str
    follower: int | None
    key_before: str
    key_after: str
    tag_after: str
    pronoun: str


class Scene:
    """A text's persons and title phrases, and what is known of each before pairs are judged.

    Args:
        analysis: The text.
        titles: Its title phrases, in order.
        words: The vocabulary.
        namesakes: The persons that bodies are named after; they hold no title there.

    Attributes:
        persons: The persons; all else knows them by their numbers.
        mentions: Their mentions, in order; all else knows them by their numbers.
        owner: Of each mention the person.
        starts: Of each mention the offset of its first character.
        ends: Of each mention the offset after its last one.
        sentence_of: Of each mention the number of its sentence.
        chain: Of each mention the first of its enumeration («Иванов, Петров (Самара) и Сидоров»).
        mentions_of: Of each person the mentions.
        present: Of each sentence the persons that it names.
        fame: Of each person how often he is named: his place beside the others, and his share of all mentions.
        gender: Of each person the grammatical gender, if told.
        series: Of each title the first and the last of its series («певица, поэт и продюсер»).
        follower: Of a title that a name follows at once the mention.
        taken: Of such a mention the first title of the series.
        roles: Of a person the roles by a name beside it, each with the keys of its phrases' other words.
        bearers: Of such a role the persons, in the order of the text.
    """

    def __init__(
        self,
        analysis: Analysis,
        titles: Sequence[Title],
        words: Vocabulary,
        namesakes: Collection[Mention] = (),
    ) -> None:
        self.analysis = analysis
        self.titles = titles
        self.tokens = analysis.tokens
        self._word = words.word
        self._name_cases = words.name_cases
        self._function_words = analysis.language.function_words
        self.persons = [e for e in analysis.entities if e.type == "person"]
        barred = {m.start for m in namesakes}
        named = sorted([(m.start, i, m) for i, e in enumerate(self.persons) for m in e.mentions if m.start not in barred])
        self.mentions = [m for _, _, m in named]
        self.owner = [i for _, i, _ in named]  # of each mention the person
        self.starts = [start for start, _, _ in named]
        self.ends = [m.end for m in self.mentions]
        self._named_at = {start: i for i, start in enumerate(self.starts)}
        self._titled_at = {title.first: title for title in reversed(titles)}
        self._sentence_starts = [s.start for s in analysis.sentences]
        self.sentence_of = [self._sentence_at(start) for start in self.starts]  # of each mention
        self.mentions_of: dict[int, list[int]] = defaultdict(list)  # person → mentions
        self.present: dict[int, set[int]] = defaultdict(set)  # sentence → persons
        for mention, (sentence, person) in enumerate(zip(self.sentence_of, self.owner, strict=True)):
            self.mentions_of[person].append(mention)
            self.present[sentence].add(person)
        self._ranked = sorted(self.mentions_of, key=lambda i: (-len(self.mentions_of[i]), i))
        # How often a person is named beside the others, and as a share of all mentions.
        self.fame = {
            person: (str(min(place, 4)), str(min(4, 5 * len(self.mentions_of[person]) // len(self.owner))))
            for place, person in enumerate(self._ranked)
        }
        self.gender = [next((m.gender for m in e.mentions if m.gender), None) for e in self.persons]
        self._cases_of: dict[int, set[str | None]] = {}  # mention → cases that it can stand in
        self.chain = self._chains()
        self.series = self._find_series()
        self._know_neighbours()

    def _chains(self) -> list[int]:
        """Of each mention the first of its enumeration («Иванов, Петров (Самара) и Сидоров»)."""
        chain = list(range(len(self.mentions)))
        for i in range(1, len(chain)):
            end, start = self.ends[i - 1], self.starts[i]
            if start - end < 60:
                gap = self.analysis.text[end:start]
                if gap.partition("(")[0].strip() in _JOINTS and gap.rpartition(")")[-1].strip() in _JOINTS:
                    chain[i] = chain[i - 1]
        return chain

    def _find_series(self) -> list[tuple[int, int]]:
        """Of each title the first and the last of its series («певица, поэт и продюсер»)."""
        first = list(range(len(self.titles)))
        last = list(first)
        for i in range(len(first) - 1):
            end, start = self.titles[i].end, self.titles[i + 1].start
            if start - end < 12:
                gap = self.analysis.text[end:start]
                if gap.strip(_MARKS) in _JOINTS and "\n" not in gap:
                    first[i + 1] = first[i]
        for i in range(len(first) - 2, -1, -1):
            if first[i + 1] == first[i]:
                last[i] = last[i + 1]
        return list(zip(first, last, strict=True))

    def _know_neighbours(self) -> None:
        """Which persons have which role by a name that follows it at once, or that it stands in apposition to."""
        self.follower: dict[int, int] = {}  # title → mention
        self.taken: dict[int, int] = {}  # mention → first title of the series that it follows
        self.roles: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # person → role → keys beside it
        self.bearers: dict[str, dict[int, None]] = defaultdict(dict)  # role → persons, in text order
        text = self.analysis.text
        for number, title in enumerate(self.titles):
            first, last = self.series[number]
            start, end = self.titles[first].start, self.titles[last].end
            at = bisect_left(self.starts, end)
            if at < len(self.starts) and self.starts[at] - end < 4 and not text[end : self.starts[at]].strip(_MARKS):
                at = self._governor(title, at)
                self.follower[number] = at
                self.taken[at] = first
            else:
                at = bisect_left(self.starts, start) - 1
                if at < 0 or not 0 < start - self.ends[at] < 4 or text[self.ends[at] : start].strip() not in _APPOSING:
                    continue
            person = self.owner[at]
            self.roles[person][title.role.lemma] |= self.tail(title)
            self.bearers[title.role.lemma][person] = None

    def _governor(self, title: Title, at: int) -> int:
        """The name that a title goes with, of the one after it and what follows that («адвокат Савченко | Марк Фейгин»)."""
        after = at + 1
        if after < len(self.starts) and self.analysis.text[self.ends[at] : self.starts[after]] in _SPACES:
            return after if self.agreement(title, after) == "=" else at
        return at

    def tail(self, title: Title) -> set[str]:
        """The keys of a phrase's words beside its head."""
        return {self._word(self.tokens[i].text).key for i in range(title.first, title.last) if i != title.head}

    def _sentence_at(self, offset: int) -> int:
        """The number of the sentence that an offset lies in, or of the last one that begins before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def look(self, number: int) -> View:
        """What the pairs of one title share."""
        title = self.titles[number]
        role = title.role
        number_of_sentence = self._sentence_at(title.start)
        sentence = self.analysis.sentences[number_of_sentence]
        size = min(title.last - title.first, 4)
        length = "1" if size == 1 else "2"
        after = self._word(self.tokens[title.last].text) if title.last < len(self.tokens) else _END
        return View(
            number=number,
            title=title,
            role=role,
            sentence=number_of_sentence,
            end=sentence.end,
            at=bisect_left(self.starts, title.start),
            size=size,
            length=length,
            kind=role.group + length,
            plural="p" if role.plural else "s",
            nested="n" if self._is_nested(number) else "",
            follower=self.follower.get(number),
            key_before=self.key(title.first - 1),
            key_after=after.key,
            tag_after=after.category,
            pronoun=self._pronoun(sentence.start, title.first),
        )

    def follows(self, view: View, mention: int) -> bool:
        """Whether a name follows a title at once, or a plural in an enumeration of names."""
        if view.follower is None or view.plural == "s":
            return mention == view.follower
        return self.chain[mention] == self.chain[view.follower]

    def tied(self, view: View) -> int | None:
        """The person whose name a title follows in brackets or after a dash («Иванов (министр)», «Иванов — министр»).

        After a dash it is not that person's where another name follows it at once.
        """
        first = self.titles[self.series[view.number][0]].start
        before = bisect_left(self.starts, first) - 1
        if before < 0 or first - self.ends[before] > 4 or view.plural == "p":
            return None
        gap = self.analysis.text[self.ends[before] : first]
        mark = gap.strip(_BLANKS)
        if mark == "(" or (mark in _DASHES and gap != mark and view.follower is None):
            return self.owner[before]
        return None

    def candidates(self, view: View) -> list[int]:
        """The persons that a title is paired with: those of its sentence, those named before, the most named."""
        at, owner = view.at, self.owner
        found: dict[int, None] = {}
        plural = view.plural == "p"
        for offset in _OFFSETS_OF_PLURAL if plural else _OFFSETS:
            near = at + offset
            if 0 <= near < len(owner) and (offset < 0 or self.starts[near] < view.end or (not found and offset == 0)):
                found[owner[near]] = None
        found.update(dict.fromkeys(islice(self.bearers.get(view.role.lemma, ()), _MOST_CANDIDATES)))
        found.update(dict.fromkeys(self._ranked[:2]))
        return list(found)[: _MOST_OF_PLURAL if plural else _MOST_CANDIDATES]

    def _is_nested(self, number: int) -> bool:
        """Whether a title lies in the tail of one before it."""
        title = self.titles[number]
        earlier = self.titles[max(0, number - 2) : number]
        return any(other.start < title.start and title.end <= other.end for other in earlier)

    def agreement(self, title: Title, mention: int) -> Literal["=", "#", ""]:
        """Whether title and name can stand in one case; empty when the name does not tell."""
        cases = self._cases_of.get(mention)
        if cases is None:
            cases = set()
            for token in self.analysis.tokens_in(self.starts[mention], self.ends[mention]):
                own = self._name_cases(token.text)
                cases = set(cases & own or cases) if cases else set(own)
            self._cases_of[mention] = cases
        if not cases:
            return ""
        return "#" if cases.isdisjoint([case for case, _ in title.role.cases]) else "="

    def key(self, index: int) -> str:
        """The key of a token's word; «^» beyond the text."""
        return self._word(self.tokens[index].text).key if 0 <= index < len(self.tokens) else "^"

    def key_before(self, mention: int) -> str:
        """The key of the word before a mention."""
        return self.key(self.analysis.token_index(self.starts[mention]) - 1)

    def verb_between(self, first: int, end: int) -> str:
        """The last verb or participle of some tokens."""
        for index in range(end - 1, max(first, end - 8) - 1, -1):
            word = self._word(self.tokens[index].text)
            if word.category in _VERBAL:
                return word.key
        return ""

    def _pronoun(self, start: int, end: int) -> str:
        """The first personal pronoun among the first words of a sentence."""
        first = self.analysis.token_index(start)
        for _, _, form in self.tokens[first : min(end, first + _NEAR)]:
            if "PRON" in self._function_words.get(fold(form), ()) and (word := self._word(form)).category == "PRON":
                return word.key
        return ""

    def gap(self, first: int, end: int) -> tuple[str, str]:
        """The tokens between as punctuation, parts of speech, «@» for a name and «T» for a title; and that in short.

        The short form leaves out adjectives, numbers, what stands in brackets, and places with their prepositions.
        """
        parts: list[str] = []
        brief: list[str] = []
        tokens = self.tokens
        index = first
        depth = 0
        while index < len(tokens) and tokens[index].start < end:
            if len(parts) == _LONGEST_GAP:
                return "far+", "far"
            mark, after = self._mark(index, end)
            if mark == "(":
                depth += 1
            if mark == "place":
                mark = "NOUN"
                if brief and brief[-1] == "ADP":
                    brief.pop()
                    mark = "ADJ"
            parts.append(mark)
            if not depth and mark not in _MODIFIERS:
                brief.append(mark)
            if mark == ")":
                depth = max(0, depth - 1)
            index = after
        exact = " ".join(parts) if len(parts) <= _NEAR else "far"
        return exact, " ".join(brief) if len(brief) <= _NEAR else "far"

    def _mark(self, index: int, end: int) -> tuple[str, int]:
        """What stands for a token in a gap, and the index of the token after what it begins."""
        token, after = self.tokens[index], index + 1
        if (mention := self._named_at.get(token.start)) is not None:
            while after < len(self.tokens) and self.tokens[after].start < self.ends[mention]:
                after += 1
            return "@", after
        title = self._titled_at.get(index)
        if title is not None and title.end <= end:
            return "T", title.last
        word = self._word(token.text)
        if word.place:
            return "place", after
        return "T" if word.role else word.key if word.shape == "p" else word.category, after
