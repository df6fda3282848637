"""The persons and title phrases of a text side by side: who may hold which title, and what tells whether he does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Literal

from attrs import frozen

from newsfacts import Analysis, Mention, fold
from newsfacts_titles.linear import Weights
from newsfacts_titles.phrases import Title
from newsfacts_titles.vocabulary import Role, Vocabulary, Word

__all__ = ["Scene", "View"]

# How many tokens of a gap are told apart, and how many are looked at.
_NEAR = 6
_LONGEST_GAP = 24
# How many mentions after and before a title are looked at.
_AFTER = 12
_BEFORE = 40
_OFFSETS = (0, -1, 1, -2, 2, -3)
_OFFSETS_OF_PLURAL = (*_OFFSETS, 4, 5, 6, 7)
_MOST_CANDIDATES = 4
_MOST_OF_PLURAL = 12
_NOBODY: frozenset[int] = frozenset()
# What follows the last word of a text.
_END = Word("^", "$", "")
# What a gap in short leaves out.
_MODIFIERS = frozenset(("ADJF", "PRTF", "ADVB", "NUMR", "#", "PRCL", "", "LATN"))
_VERBAL = frozenset(("VERB", "PRTS", "INFN", "PRTF", "GRND"))
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
        start: Where its sentence begins.
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
    start: int
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
        rates: How often titles are held, as log odds, by how they stand and their role noun or its group: by their length,
            whether anybody holds them; by where the person stands, whether that person does.
        namesakes: The persons that bodies are named after; they hold no title there.
    """

    def __init__(
        self,
        analysis: Analysis,
        titles: Sequence[Title],
        words: Vocabulary,
        rates: Weights,
        namesakes: Collection[Mention] = (),
    ) -> None:
        self.analysis = analysis
        self.titles = titles
        self.tokens = analysis.tokens
        self._word = words.word
        self._name_cases = words.name_cases
        self._pronouns = words.lexicon.pronouns
        self._rates = rates
        self.persons = [e for e in analysis.entities if e.type == "person"]
        barred = {m.start for m in namesakes}
        named = sorted([(m.start, i, m) for i, e in enumerate(self.persons) for m in e.mentions if m.start not in barred])
        self.mentions = [m for _, _, m in named]
        self.owner = [i for _, i, _ in named]  # of each mention the person
        self._starts = [start for start, _, _ in named]
        self._ends = [m.end for m in self.mentions]
        self._named_at = {start: i for i, start in enumerate(self._starts)}
        self._titled_at = {title.first: title for title in reversed(titles)}
        self._sentence_starts = [s.start for s in analysis.sentences]
        self._sentence_of = [self._sentence_at(start) for start in self._starts]  # of each mention
        self._mentions_of: dict[int, list[int]] = defaultdict(list)  # person → mentions
        self._present: dict[int, set[int]] = defaultdict(set)  # sentence → persons
        for mention, (sentence, person) in enumerate(zip(self._sentence_of, self.owner, strict=True)):
            self._mentions_of[person].append(mention)
            self._present[sentence].add(person)
        self._ranked = sorted(self._mentions_of, key=lambda i: (-len(self._mentions_of[i]), i))
        # How often a person is named beside the others, and as a share of all mentions.
        self._fame = {
            person: (str(min(place, 4)), str(min(4, 5 * len(self._mentions_of[person]) // len(self.owner))))
            for place, person in enumerate(self._ranked)
        }
        self._gender = [next((m.gender for m in e.mentions if m.gender), None) for e in self.persons]
        self._cases_of: dict[int, set[str | None]] = {}  # mention → cases that it can stand in
        self._chain = self._chains()
        self._series = self._find_series()
        self._know_neighbours()

    def _chains(self) -> list[int]:
        """Of each mention the first of its enumeration («Иванов, Петров (Самара) и Сидоров»)."""
        chain = list(range(len(self.mentions)))
        for i in range(1, len(chain)):
            end, start = self._ends[i - 1], self._starts[i]
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
        self._taken: dict[int, int] = {}  # mention → first title of the series that it follows
        self._roles: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # person → role → keys beside it
        self._bearers: dict[str, dict[int, None]] = defaultdict(dict)  # role → persons, in text order
        text = self.analysis.text
        for number, title in enumerate(self.titles):
            first, last = self._series[number]
            start, end = self.titles[first].start, self.titles[last].end
            at = bisect_left(self._starts, end)
            if at < len(self._starts) and self._starts[at] - end < 4 and not text[end : self._starts[at]].strip(_MARKS):
                at = self._governor(title, at)
                self.follower[number] = at
                self._taken[at] = first
            else:
                at = bisect_left(self._starts, start) - 1
                if at < 0 or not 0 < start - self._ends[at] < 4 or text[self._ends[at] : start].strip() not in _APPOSING:
                    continue
            person = self.owner[at]
            self._roles[person][title.role.lemma] |= self._tail(title)
            self._bearers[title.role.lemma][person] = None

    def _governor(self, title: Title, at: int) -> int:
        """The name that a title goes with, of the one after it and what follows that («адвокат Савченко | Марк Фейгин»)."""
        after = at + 1
        if after < len(self._starts) and self.analysis.text[self._ends[at] : self._starts[after]] in _SPACES:
            return after if self.agreement(title, after) == "=" else at
        return at

    def _tail(self, title: Title) -> set[str]:
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
            start=sentence.start,
            end=sentence.end,
            at=bisect_left(self._starts, title.start),
            size=size,
            length=length,
            kind=role.group + length,
            plural="p" if role.plural else "s",
            nested="n" if self._is_nested(number) else "",
            follower=self.follower.get(number),
            key_before=self._key(title.first - 1),
            key_after=after.key,
            tag_after=after.tag[:4],
            pronoun=self._pronoun(sentence.start, title.first),
        )

    def _rate(self, standing: str, role: Role) -> int:
        """How often titles of a role noun that stand so are held, in half steps of log odds; if unknown, those of its group."""
        odds = self._rates.get(standing + role.lemma)
        return round((self._rates.get(standing + role.group, 0) if odds is None else odds) / 50)

    def follows(self, view: View, mention: int) -> bool:
        """Whether a name follows a title at once, or a plural in an enumeration of names."""
        if view.follower is None or view.plural == "s":
            return mention == view.follower
        return self._chain[mention] == self._chain[view.follower]

    def tied(self, view: View) -> int | None:
        """The person whose name a title follows in brackets or after a dash («Иванов (министр)», «Иванов — министр»).

        After a dash it is not that person's where another name follows it at once.
        """
        first = self.titles[self._series[view.number][0]].start
        before = bisect_left(self._starts, first) - 1
        if before < 0 or first - self._ends[before] > 4 or view.plural == "p":
            return None
        gap = self.analysis.text[self._ends[before] : first]
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
            if 0 <= near < len(owner) and (offset < 0 or self._starts[near] < view.end or (not found and offset == 0)):
                found[owner[near]] = None
        found.update(dict.fromkeys(islice(self._bearers.get(view.role.lemma, ()), _MOST_CANDIDATES)))
        found.update(dict.fromkeys(self._ranked[:2]))
        return list(found)[: _MOST_OF_PLURAL if plural else _MOST_CANDIDATES]

    def role_features(self, view: View, standing: str) -> list[str]:
        """What a role noun and the length of its phrase tell of whether a person holds the title, by how he stands to it."""
        role, length = view.role, view.length
        order, free = standing[0], standing[1:]
        rate, own = self._rate(length, role), self._rate("O" + standing, role)
        return [
            "b",
            f"G{view.kind}",
            f"F{free}",
            f"D{role.doubt}{role.lemma}",
            f"L{view.size}{free}",
            f"O{standing}",
            f"c{rate}",
            f"d{standing}{rate}",
            f"e{order}{length}{rate}",
            f"f{own}",
            f"g{order}{own}",
            f"r{order}|{role.lemma}|{length}",
        ]

    def context_features(self, view: View, standing: str) -> list[str]:
        """What the words around a title tell of whether a person holds it, by how he stands to it."""
        features = [
            f"K{standing}|{view.key_before}|{view.length}",
            f"n{standing}|{view.key_after}",
            f"N{standing}|{view.tag_after}|{view.length}",
        ]
        if standing[0] not in "AI":
            features.append(f"z{standing[0]}{view.role.initials}{view.key_before}")
        return features

    def features(self, view: View, person: int) -> tuple[str, list[str], int]:
        """How a person stands to a title, what else tells whether he holds it, and the number of the mention where they meet.

        The first letter of the standing is the order: the mention in, before or after the title, or both, or only earlier
        or later in the text; then comes whether a name follows the title, and whether it is the person's.
        """
        at, mentions = view.at, self._mentions_of[person]
        place = bisect_left(mentions, at)
        after = mentions[place] if place < len(mentions) and mentions[place] < at + _AFTER else None
        before = mentions[place - 1] if place and mentions[place - 1] > at - _BEFORE else None
        follower, length = view.follower, view.length
        free = ("=" if follower is None else "+" if self.owner[follower] == person else "-") + view.nested
        out: list[str] = []

        order = gap = ""
        if after is not None and self._starts[after] < view.end:
            if self._starts[after] < view.title.end:
                order, gap = "I", "in"
            else:
                order = "A"
                gap, out = self._after(view, after, free)
        if before is not None and self._sentence_of[before] == view.sentence:
            if order != "I":
                back, features = self._before(view, before, free)
                out += features
                order, gap = ("C", gap) if order else ("B", back)
        elif not order and before is not None:
            order, gap = "P", self._distance(view, before)
        elif not order:
            order, gap = ("L", "!" if after == at else "") if after is not None else ("X", "")

        standing, short = order + free, gap[:3]
        present = self._present.get(view.sentence, _NOBODY)
        mates = min(len(present) - (person in present), 3)
        rank, share = self._fame[person]
        relation, others = self._elsewhere(view, person)
        named, gender = self._gender[person], view.role.gender
        fits = "" if not gender or not named else "=" if gender[0] == named[0] else "#"
        out += (
            f"p{order}{short}|{view.plural}",
            f"s{order}{mates}{free}{length}",
            f"T{standing}{rank}|{view.kind}",
            f"R{standing}{relation}{others}{length}",
            f"S{order}{relation}{short}",
            f"W{fits}{'f' if gender == 'femn' else 'm'}{order}",
            f"Q{order}{share}{rank}{length}",
        )
        if order not in "AI":
            out.append(f"Z{order}{view.role.initials}{relation}{length}")
        if order in "PLX":
            out.append(f"o{order}{view.pronoun}{gap}{length}")
        nearest = after if after is not None else before if before is not None else mentions[0]
        return standing, out, nearest

    def _after(self, view: View, after: int, free: str) -> tuple[str, list[str]]:
        """The gap to a name later in the sentence, and features of it."""
        title = view.title
        first = self._chain[after]
        if self._starts[first] < title.end:
            first = after
        opening, closing = self._series[view.number]
        final = self.titles[closing]
        if final.end > self._starts[first]:
            final = title
        gap, brief = self._gap(final.last, self._starts[first])
        verb = self._verb(final.last, self.analysis.token_index(self._starts[first]))
        taken = self._taken.get(after)
        held = "=" if taken is None else "+" if taken == opening else "-"
        between = first - bisect_left(self._starts, title.end)
        return gap, [
            f"Ab{min(between, 3)}{view.plural}{held}",
            f"At{held}{gap[:3]}",
            f"Aa{self.agreement(title, after)}{gap[:6]}{view.nested}",
            f"Am{self._key_before(after)}|{gap[:3]}",
            f"Ag{brief}|{free}",
            f"Ah{brief}|{view.role.initials}",
            f"Ai{verb}|{view.role.initials}{min(after - view.at, 2)}",
            f"Aj{verb}|{brief[-1:]}",
        ]

    def _before(self, view: View, before: int, free: str) -> tuple[str, list[str]]:
        """The gap to a name earlier in the sentence, and features of it."""
        title, at = view.title, view.at
        opening = self.titles[self._series[view.number][0]]
        if opening.start < self._ends[before]:
            opening = title
        chained = before != at - 1 and self._chain[at - 1] == self._chain[before]
        closing = self._ends[at - 1] if chained else self._ends[before]
        gap, brief = self._gap(self.analysis.token_index(closing), opening.start)
        verb = self._verb(self.analysis.token_index(self._ends[before]), title.first)
        agreement = self.agreement(title, before)
        between = 0 if chained else at - 1 - before
        features = [
            f"Bg{gap}|{free}",
            f"Bb{min(between, 3)}{view.plural}{free}",
            f"Ba{agreement}{gap[:6]}",
            f"Bh{brief}|{free}",
            f"Bi{brief}|{title.role.group}",
            f"Bk{view.key_before}|{gap[:3]}",
            f"Bm{self._key_before(before)}|{gap[:6]}",
            f"Bv{verb}",
            f"Bw{verb}|{agreement}{free}",
        ]
        if chained:
            features.append(f"B&{view.plural}{gap}")
        return gap, features

    def _distance(self, view: View, before: int) -> str:
        """How many sentences back a person was named, whether last of all, and alone."""
        sentence = self._sentence_of[before]
        last = "!" if before == view.at - 1 else ""
        alone = "." if len(self._present[sentence]) == 1 else ""
        return f"{min(view.sentence - sentence, 4)}{last}{alone}"

    def _elsewhere(self, view: View, person: int) -> tuple[str, str]:
        """What the text tells of the person elsewhere: a like title, another one; and whether such a title is another's."""
        lemma = view.role.lemma
        known, bearers = self._roles.get(person), self._bearers.get(lemma)
        relation = "0"
        if known and lemma in known:
            own, tail = known[lemma], self._tail(view.title)
            relation = "=" if tail == own else "<" if tail <= own else ">" if tail > own else "~" if tail & own else "/"
        elif bearers:
            relation = "x"
        elif known:
            relation = "k"
        return relation, "1" if bearers and len(bearers) > (person in bearers) else "0"

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
            for token in self.analysis.tokens_in(self._starts[mention], self._ends[mention]):
                own = self._name_cases(token.text)
                cases = set(cases & own or cases) if cases else set(own)
            self._cases_of[mention] = cases
        if not cases:
            return ""
        return "#" if cases.isdisjoint([case for case, _ in title.role.cases]) else "="

    def _key(self, index: int) -> str:
        return self._word(self.tokens[index].text).key if 0 <= index < len(self.tokens) else "^"

    def _key_before(self, mention: int) -> str:
        return self._key(self.analysis.token_index(self._starts[mention]) - 1)

    def _verb(self, first: int, end: int) -> str:
        """The last verb or participle of some tokens."""
        for index in range(end - 1, max(first, end - 8) - 1, -1):
            word = self._word(self.tokens[index].text)
            if word.tag[:4] in _VERBAL:
                return word.key
        return ""

    def _pronoun(self, start: int, end: int) -> str:
        """The first personal pronoun among the first words of a sentence."""
        first = self.analysis.token_index(start)
        for _, _, form in self.tokens[first : min(end, first + _NEAR)]:
            if fold(form) in self._pronouns and (word := self._word(form)).tag[:4] == "NPRO":
                return word.key
        return ""

    def _gap(self, first: int, end: int) -> tuple[str, str]:
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
                if brief and brief[-1] == "PREP":
                    brief.pop()
                    mark = "ADJF"
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
            while after < len(self.tokens) and self.tokens[after].start < self._ends[mention]:
                after += 1
            return "@", after
        title = self._titled_at.get(index)
        if title is not None and title.end <= end:
            return "T", title.last
        word = self._word(token.text)
        if word.place:
            return "place", after
        return "T" if word.role else word.key if word.shape == "p" else word.tag[:4], after
