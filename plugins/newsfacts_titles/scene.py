"""The persons and title phrases of a text side by side: who may hold which title, and what tells whether he does."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Literal

from attrs import frozen

from newsfacts import Analysis, Mention
from newsfacts_titles.linear import Weights
from newsfacts_titles.phrases import Title
from newsfacts_titles.vocabulary import Role, Vocabulary

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
        lemma: The role noun.
        start: Where its sentence begins.
        end: Where its sentence ends.
        at: The first mention that begins after its start.
        size: How many tokens it has, up to four.
        length: Whether it has one (1) or more (2).
        kind: The role noun's group, and that.
        rate: How often such a title has a holder at all, in half steps of log odds.
        plural: p for a plural, s for what may be a singular.
        cases: The initials of the cases that it can have.
        nested: n for a phrase that lies within another one.
        follower: The mention that follows its series at once, or None.
        key_before: The word before it.
        key_after: The word after it.
        tag_after: That word's part of speech.
        pronoun: The first personal pronoun of its sentence, if it stands before the title.
    """

    number: int
    title: Title
    lemma: str
    start: int
    end: int
    at: int
    size: int
    length: str
    kind: str
    rate: int
    plural: str
    cases: str
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
        self._rates = rates
        self.persons = [e for e in analysis.entities if e.type == "person"]
        named = sorted(
            ((m, i) for i, e in enumerate(self.persons) for m in e.mentions if m not in namesakes), key=lambda x: x[0].start
        )
        self.mentions = [m for m, _ in named]
        self.owner = [i for _, i in named]  # of each mention the person
        self._first_of = {person: i for i, person in reversed(list(enumerate(self.owner)))}
        self._starts = [m.start for m in self.mentions]
        self._ends = [m.end for m in self.mentions]
        self._named_at = {start: i for i, start in enumerate(self._starts)}
        self._titled_at = {title.first: title for title in reversed(titles)}
        self._sentence_starts = [s.start for s in analysis.sentences]
        self._sentence_of = [analysis.sentence_at(start).start for start in self._starts]
        self._count = Counter(self.owner)
        self._ranked = sorted(self._count, key=lambda i: (-self._count[i], i))
        self._rank = {person: place for place, person in enumerate(self._ranked)}
        self._gender = [next((m.gender for m in e.mentions if m.gender), None) for e in self.persons]
        self._present: dict[int, set[int]] = defaultdict(set)  # sentence → persons
        for sentence, person in zip(self._sentence_of, self.owner, strict=True):
            self._present[sentence].add(person)
        self._cases_of: dict[int, set[str | None]] = {}  # mention → cases that it can stand in
        self._chain = self._chains()
        self._series = self._find_series()
        self._know_neighbours()

    def _chains(self) -> list[int]:
        """Of each mention the first of its enumeration («Иванов, Петров (Самара) и Сидоров»)."""
        chain = list(range(len(self.mentions)))
        for i in range(1, len(chain)):
            gap = self.analysis.text[self._ends[i - 1] : self._starts[i]]
            if len(gap) < 60 and gap.split("(")[0].strip() in _JOINTS and gap.split(")")[-1].strip() in _JOINTS:
                chain[i] = chain[i - 1]
        return chain

    def _find_series(self) -> list[tuple[int, int]]:
        """Of each title the first and the last of its series («певица, поэт и продюсер»)."""
        first = list(range(len(self.titles)))
        last = list(first)
        for i in range(len(first) - 1):
            gap = self.analysis.text[self.titles[i].end : self.titles[i + 1].start]
            if len(gap) < 12 and gap.strip(_MARKS) in _JOINTS and "\n" not in gap:
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
        self._tails = [self._tail(title) for title in self.titles]
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
            self._roles[person][title.role.lemma] |= self._tails[number]
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

    def look(self, number: int) -> View:
        """What the pairs of one title share."""
        title = self.titles[number]
        role = title.role
        sentence = self.analysis.sentence_at(title.start)
        size = min(title.last - title.first, 4)
        length = "1" if size == 1 else "2"
        kind = role.group + length
        return View(
            number=number,
            title=title,
            lemma=role.lemma,
            start=sentence.start,
            end=sentence.end,
            at=bisect_left(self._starts, title.start),
            size=size,
            length=length,
            kind=kind,
            rate=self._rate(length, role),
            plural="p" if role.plural else "s",
            cases="".join(sorted({case[0] for case, _ in role.cases if case})),
            nested="n" if self._is_nested(number) else "",
            follower=self.follower.get(number),
            key_before=self._key(title.first - 1),
            key_after=self._key(title.last),
            tag_after=self._tag(title.last),
            pronoun=self._pronoun(sentence.start, title.first),
        )

    def _rate(self, standing: str, role: Role) -> int:
        """How often titles of a role noun that stand so are held, in half steps of log odds; if unknown, those of its group."""
        odds = self._rates.get(standing + role.lemma)
        return round(2 * (self._rates.get(standing + role.group, 0.0) if odds is None else odds))

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
        found.update(dict.fromkeys(islice(self._bearers.get(view.lemma, ()), _MOST_CANDIDATES)))
        found.update(dict.fromkeys(self._ranked[:2]))
        return list(found)[: _MOST_OF_PLURAL if plural else _MOST_CANDIDATES]

    def features(self, view: View, person: int) -> tuple[list[str], int]:
        """What tells whether a person holds a title, and the number of the mention that the two meet at."""
        title, at, owner = view.title, view.at, self.owner
        after = next((i for i in range(at, min(at + _AFTER, len(owner))) if owner[i] == person), None)
        before = next((i for i in range(at - 1, max(-1, at - _BEFORE), -1) if owner[i] == person), None)
        follower, length, kind = view.follower, view.length, view.kind
        free = ("=" if follower is None else "+" if owner[follower] == person else "-") + view.nested
        out = ["b", f"G{kind}", f"F{free}", f"D{title.role.doubt}{view.lemma}", f"L{view.size}{free}"]

        order = gap = ""
        if after is not None and self._starts[after] < view.end:
            if self._starts[after] < title.end:
                order, gap = "I", "in"
            else:
                order = "A"
                gap, features = self._after(view, after, free)
                out += features
        if before is not None and self._starts[before] >= view.start:
            if order != "I":
                back, features = self._before(view, before, free)
                out += features
                order, gap = ("C", gap) if order else ("B", back)
        elif not order and before is not None:
            order, gap = "P", self._distance(view, before)
        elif not order:
            order, gap = ("L", "!" if after == at else "") if after is not None else ("X", "")

        standing = f"O{order}{free}"
        rate = self._rate(standing, title.role)
        present = self._present.get(view.start, _NOBODY)
        mates = len(present) - (person in present)
        out += (
            standing,
            f"c{view.rate}",
            f"d{order}{free}{view.rate}",
            f"e{order}{length}{view.rate}",
            f"f{rate}",
            f"g{order}{rate}",
            f"p{order}{gap[:3]}|{view.plural}",
            f"r{order}|{view.lemma}|{length}",
            f"K{order}{free}|{view.key_before}|{length}",
            f"n{order}{free}|{view.key_after}",
            f"N{order}{free}|{view.tag_after}|{length}",
            f"s{order}{min(mates, 3)}{free}{length}",
            f"T{order}{free}{min(self._rank[person], 4)}|{kind}",
        )
        self._add_elsewhere(out, view, person, order, gap, free)
        nearest = after if after is not None else before if before is not None else self._first_of[person]
        return out, nearest

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
            f"Ah{brief}|{view.cases}",
            f"Ai{verb}|{view.cases}{min(after - view.at, 2)}",
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
        starts = self._sentence_starts
        distance = bisect_left(starts, view.start) - bisect_left(starts, self._sentence_of[before])
        last = "!" if before == view.at - 1 else ""
        alone = "." if len(self._present[self._sentence_of[before]]) == 1 else ""
        return f"{min(distance, 4)}{last}{alone}"

    def _add_elsewhere(self, out: list[str], view: View, person: int, order: str, gap: str, free: str) -> None:
        """Add features of what the text tells of the person elsewhere."""
        tail, lemma, length = self._tails[view.number], view.lemma, view.length
        known, bearers = self._roles.get(person), self._bearers.get(lemma)
        relation = "0"
        if known and lemma in known:
            own = known[lemma]
            relation = "=" if tail == own else "<" if tail <= own else ">" if tail > own else "~" if tail & own else "/"
        elif bearers:
            relation = "x"
        elif known:
            relation = "k"
        others = "1" if bearers and len(bearers) > (person in bearers) else "0"
        named, gender = self._gender[person], view.title.role.gender
        fits = "" if not gender or not named else "=" if gender[0] == named[0] else "#"
        share = min(4, 5 * self._count[person] // len(self.owner))
        out += (
            f"R{order}{free}{relation}{others}{length}",
            f"S{order}{relation}{gap[:3]}",
            f"W{fits}{'f' if gender == 'femn' else 'm'}{order}",
            f"Q{order}{share}{min(self._rank[person], 4)}{length}",
        )
        if order != "A" and order != "I":
            out.append(f"z{order}{view.cases}{view.key_before}")
            out.append(f"Z{order}{view.cases}{relation}{length}")
        if order in "PLX":
            out.append(f"o{order}{view.pronoun}{gap}{length}")

    def _is_nested(self, number: int) -> bool:
        """Whether a title lies in the tail of one before it."""
        title = self.titles[number]
        return any(other.start < title.start and title.end <= other.end for other in self.titles[max(0, number - 2) : number])

    def agreement(self, title: Title, mention: int) -> Literal["=", "#", ""]:
        """Whether title and name can stand in one case; empty when the name does not tell."""
        cases = self._cases_of.get(mention)
        if cases is None:
            cases = set()
            for token in self.analysis.tokens_in(self._starts[mention], self._ends[mention]):
                own = self._word(token.text).name_cases
                cases = set(cases & own or cases) if cases else set(own)
            self._cases_of[mention] = cases
        if not cases:
            return ""
        return "=" if any(case in cases for case, _ in title.role.cases) else "#"

    def _key(self, index: int) -> str:
        return self._word(self.tokens[index].text).key if 0 <= index < len(self.tokens) else "^"

    def _tag(self, index: int) -> str:
        return self._word(self.tokens[index].text).tag[:4] if index < len(self.tokens) else "$"

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
        for index in range(first, min(end, first + _NEAR)):
            word = self._word(self.tokens[index].text)
            if word.tag[:4] == "NPRO":
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
