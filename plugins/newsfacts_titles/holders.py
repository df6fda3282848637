"""Whose title a title phrase is: each phrase is paired with the persons that may hold it, and the pairs are judged."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from attrs import frozen

from newsfacts import Analysis, Mention
from newsfacts_titles.linear import Weights, probability
from newsfacts_titles.phrases import Title
from newsfacts_titles.vocabulary import Vocabulary

__all__ = ["Holder", "Scene", "find_holders"]

# So many tokens between a title and a name are looked at one by one.
_NEAR = 6
_LONGEST_GAP = 24
_MODIFIERS = frozenset(("ADJF", "PRTF", "ADVB", "NUMR", "#", "PRCL", "", "LATN"))
_MOST_CANDIDATES = 7
# What may stand between a title and the name that it belongs to at once.
_MARKS = " \u00a0\"'«»“”„"
# What may stand between a name and a title in apposition to it.
_APPOSING = frozenset((",", "—", "–", "-", "("))
# What may stand between the members of a series.
_JOINTS = frozenset(("", ",", "и", "—", "–", "-", "/", ", а также", "а также", ", а"))


@frozen(kw_only=True, eq=False)
class Holder:
    """A person's title.

    Attributes:
        title: The phrase.
        mention: The person's mention that the phrase goes with.
        probability: How likely that is.
    """

    title: Title
    mention: Mention
    probability: float


class Scene:
    """A text's persons and title phrases, and what is known of each before pairs are judged.

    Args:
        analysis: The text.
        titles: Its title phrases, in order.
        words: The vocabulary.
    """

    def __init__(self, analysis: Analysis, titles: Sequence[Title], words: Vocabulary) -> None:
        self.analysis = analysis
        self.titles = titles
        self.tokens = analysis.tokens
        self._word = words.word
        self.persons = [e for e in analysis.entities if e.type == "person"]
        named = sorted(((m, i) for i, e in enumerate(self.persons) for m in e.mentions), key=lambda x: x[0].start)
        self.mentions = [m for m, _ in named]
        self.owner = [i for _, i in named]
        self.starts = [m.start for m in self.mentions]
        self.ends = [m.end for m in self.mentions]
        self.sentence_starts = [s.start for s in analysis.sentences]
        self.sentence_of = [analysis.sentence_at(m.start).start for m in self.mentions]
        self.count = Counter(self.owner)
        self.ranked = sorted(self.count, key=lambda i: (-self.count[i], i))
        self.rank = {person: place for place, person in enumerate(self.ranked)}
        self.gender = {i: next((m.gender for m in e.mentions if m.gender), None) for i, e in enumerate(self.persons)}
        self.present: dict[int, set[int]] = defaultdict(set)  # sentence → persons
        for sentence, person in zip(self.sentence_of, self.owner, strict=True):
            self.present[sentence].add(person)
        self.chain = self._chains()
        self.named_at = {start: i for i, start in enumerate(self.starts)}
        self.titled_at = {title.first: title for title in reversed(titles)}
        self.series = self._series()
        self._know_neighbours()

    def _series(self) -> list[tuple[int, int]]:
        """Of each title the first and the last of its series («певец, композитор и автор песен»)."""
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

    def _chains(self) -> list[int]:
        """Of each mention the first of its enumeration («Иванов, Петров и Сидоров»)."""
        chain = list(range(len(self.mentions)))
        for i in range(1, len(chain)):
            gap = self.analysis.text[self.ends[i - 1] : self.starts[i]]
            if len(gap) < 60 and gap.split("(")[0].strip() in ("", ",", "и", "/") and gap.split(")")[-1].strip() in (",", "и", "/"):
                chain[i] = chain[i - 1]
        return chain

    def _know_neighbours(self) -> None:
        """Which persons have which role by a name that follows the phrase at once."""
        self.follower: dict[int, int] = {}  # title → mention
        self.roles: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # person → role → keys of tails
        self.bearers: dict[str, set[int]] = defaultdict(set)
        self.tails = [self._tail(title) for title in self.titles]
        for number, title in enumerate(self.titles):
            end = self.titles[self.series[number][1]].end
            at = bisect_left(self.starts, end)
            if at < len(self.starts) and self.starts[at] - end < 4:
                if not self.analysis.text[end : self.starts[at]].strip(_MARKS):
                    self.follower[number] = at
                    person = self.owner[at]
                    self.roles[person][title.role.lemma] |= self.tails[number]
                    self.bearers[title.role.lemma].add(person)
                    continue
            opening = self.titles[self.series[number][0]].start
            at = bisect_left(self.starts, opening) - 1
            if at >= 0 and 0 < opening - self.ends[at] < 4 and self.analysis.text[self.ends[at] : opening].strip() in _APPOSING:
                person = self.owner[at]
                self.roles[person][title.role.lemma] |= self.tails[number]
                self.bearers[title.role.lemma].add(person)
        self.taken = {mention: self.series[number][0] for number, mention in self.follower.items()}

    def _tail(self, title: Title) -> set[str]:
        """The keys of a phrase's words beside its head."""
        return {self._word(self.tokens[i].text).key for i in range(title.first, title.last) if i != title.head}

    def candidates(self, number: int) -> list[int]:
        """The persons that a title is paired with: those of its sentence, those named before, the most named."""
        title = self.titles[number]
        end = self.analysis.sentence_at(title.start).end
        at = bisect_left(self.starts, title.start)
        found: dict[int, None] = {}
        plural = title.role.plural
        for offset in (0, -1, 1, -2, 2, -3, 3, -4, *((4, 5, 6, 7) if plural else ())):
            near = at + offset
            if 0 <= near < len(self.mentions) and (
                offset < 0 or self.starts[near] < end or (not found and offset == 0)
            ):
                found[self.owner[near]] = None
        for person in self.bearers.get(title.role.lemma, ()):
            found[person] = None
        for person in self.ranked[:2]:
            found[person] = None
        return list(found)[: 12 if plural else _MOST_CANDIDATES]

    def features(self, number: int, person: int) -> tuple[list[str], int]:
        """What tells whether a person holds a title, and the number of the mention that the two meet at."""
        title = self.titles[number]
        role = title.role
        lemma, group, plural = role.lemma, role.group, "p" if role.plural else "s"
        size = min(title.last - title.first, 4)
        length = "1" if size == 1 else "2"
        sentence = self.analysis.sentence_at(title.start)
        at = bisect_left(self.starts, title.start)
        after = next((i for i in range(at, min(at + 12, len(self.owner))) if self.owner[i] == person), None)
        later = None
        if after is not None and self.starts[after] >= sentence.end:
            later, after = after, None
        before = next((i for i in range(at - 1, max(-1, at - 40), -1) if self.owner[i] == person), None)
        inside = after is not None and self.starts[after] < title.end
        same = before is not None and self.starts[before] >= sentence.start

        follower = self.follower.get(number)
        free = "=" if follower is None else "+" if self.owner[follower] == person else "-"
        nested = "n" if number and self._within(number) else ""
        free += nested
        previous = self._word(self.tokens[title.first - 1].text) if title.first else None
        key_before = previous.key if previous else "^"
        following = self._word(self.tokens[title.last].text) if title.last < len(self.tokens) else None
        key_after = following.key if following else "$"
        tag_after = following.tag[:4] if following else "$"

        out = ["b", f"G{group}{length}", f"F{free}", f"D{role.doubt}{lemma}", f"L{size}{free}"]
        order = gap = ""
        if inside:
            order, gap = "I", "in"
        elif after is not None:
            first = self.chain[after]
            if self.starts[first] < title.end:
                first = after
            order = "A"
            final = self.titles[self.series[number][1]]
            if final.end > self.starts[first]:
                final = title
            gap, brief = self._gap(final.last, self.starts[first])
            verb = self._verb(final.last, self.analysis.token_index(self.starts[first]))
            cases = "".join(sorted({case[0] for case, _ in role.cases if case}))
            out += (f"Ag{brief}|{free}", f"Ah{brief}|{cases}", f"Ai{verb}|{cases}{min(after - at, 2)}", f"Aj{verb}|{brief[-1:]}")
            out.append(f"As{final is title}{gap}|{self._word(self.tokens[title.last].text).key}")
            chained = "" if first == after else "&"
            between = first - bisect_left(self.starts, title.end)
            agreement = self.agreement(title, self.mentions[after])
            taken = self.taken.get(after)
            held = "=" if taken is None else "+" if taken == self.series[number][0] else "-"
            out += (
                f"Ab{min(between, 3)}{plural}{held}",
                f"At{held}{gap[:3]}",
                f"Ap{gap}|{plural}{chained}",
                f"Aa{agreement}{gap[:6]}{nested}",
                f"Am{self._key_before(after)}|{gap[:3]}",
                f"Av{gap}|{agreement}|{self._word(self.tokens[title.last].text).key}",
            )
        if same and not inside:
            opening = self.titles[self.series[number][0]]
            if opening.start < self.ends[before]:
                opening = title
            back, brief = self._gap(self.analysis.token_index(self.ends[before]), opening.start)
            out += (f"Bh{brief}|{free}", f"Bi{brief}|{length}{group}")
            out.append(f"Bs{opening is title}{back}")
            between = at - 1 - before
            if between and self.chain[at - 1] == self.chain[before]:
                between = 0
                back, brief = self._gap(self.analysis.token_index(self.ends[at - 1]), opening.start)
                out.append(f"B&{plural}{back}")
            agreement = self.agreement(title, self.mentions[before])
            clipped = "".join(back.split(" ")[-2:])
            out += (
                f"Bg{back}|{free}",
                f"Bb{min(between, 3)}{plural}{free}",
                f"Bl{back}|{length}{group}",
                f"Bk{key_before}|{back[:3]}",
                f"Ba{agreement}{back[:6]}",
                f"Be{clipped}{free}",
                f"Bm{self._key_before(before)}|{back[:6]}",
            )
            verb = self._verb(self.analysis.token_index(self.ends[before]), title.first)
            out += (f"Bv{verb}", f"Bw{verb}|{role.doubt}{agreement}{free}")
            if after is None:
                order, gap = "B", back
            else:
                order = "C"
        elif not order:
            if before is not None:
                distance = bisect_left(self.sentence_starts, sentence.start) - bisect_left(
                    self.sentence_starts, self.sentence_of[before]
                )
                last = "!" if before == at - 1 else ""
                sole = "." if len(self.present[self.sentence_of[before]]) == 1 else ""
                order, gap = "P", f"{min(distance, 4)}{last}{sole}"
            elif later is not None:
                order, gap = "L", "!" if later == at else ""
            else:
                order = "X"
        out += (
            f"O{order}{free}",
            f"g{order}{gap}|{free}",
            f"h{order}{gap}|{group}{length}",
            f"r{order}|{lemma}|{length}",
            f"k{order}|{key_before}",
            f"K{order}{free}|{key_before}|{length}",
            f"n{order}{free}|{key_after}",
            f"N{order}{free}|{tag_after}|{length}",
            f"p{order}{gap[:3]}|{plural}",
        )
        others = len(self.present[sentence.start] - {person}) if sentence.start in self.present else 0
        rank, count, people = min(self.rank[person], 4), self.count[person], min(len(self.count), 5)
        out.append(f"s{order}{min(others, 3)}{free}{length}")
        # What the text tells of the person elsewhere.
        known = self.roles.get(person)
        holders = self.bearers.get(lemma)
        tail = self.tails[number]
        relation = "0"
        if known and lemma in known:
            own = known[lemma]
            relation = "=" if tail == own else "<" if tail <= own else ">" if tail > own else "~" if tail & own else "/"
        elif holders:
            relation = "x"
        elif known:
            relation = "k"
            if order in "PBLXC":
                out += [f"H{lemma}|{other}|{length}" for other in list(known)[:3]]
            if tail and any(tail & own for own in known.values()):
                out.append(f"I{order}{size}")
        others_hold = "1" if holders and holders - {person} else "0"
        own_gender = self.gender[person]
        fits = "" if not role.gender or not own_gender else "=" if own_gender[0] == role.gender[0] else "#"
        feminine = "f" if role.gender == "femn" else "m"
        share = min(4, 5 * count // len(self.owner))
        out += (
            f"R{order}{free}{relation}{others_hold}{length}",
            f"S{order}{relation}{gap[:3]}",
            f"T{order}{free}{rank}|{length}{group}",
            f"U{order}{min(count, 6)}|{relation}",
            f"V{order}{people}{rank}",
            f"W{fits}{feminine}{order}",
            f"Y{order}{plural}{people}{length}",
            f"Q{order}{share}{rank}{length}",
        )
        if order in "PBLXC":
            cases = "".join(sorted({case[0] for case, _ in role.cases if case}))
            out.append(f"Z{order}{cases}{relation}{length}")
            out.append(f"z{order}{cases}{key_before}")
            if order in "PLX":
                out.append(f"o{order}{self._pronoun(sentence.start, title.first)}{gap}{length}")
        nearest = after if after is not None else before if before is not None else later
        return out, nearest if nearest is not None else self.owner.index(person)

    def _within(self, number: int) -> bool:
        """Whether a title lies in the tail of one before it."""
        title = self.titles[number]
        return any(other.start < title.start and title.end <= other.end for other in self.titles[max(0, number - 2) : number])

    def agreement(self, title: Title, mention: Mention) -> str:
        """Whether title and name can stand in one case: «=», «#», or nothing when the name does not tell."""
        index = self.analysis.token_index(mention.start)
        cases: set[str | None] = set()
        while index < len(self.tokens) and self.tokens[index].start < mention.end:
            word = self._word(self.tokens[index].text)
            own = {case for case, _ in word.cases}
            if own and word.shape != "p":
                cases = own if not cases else (cases & own or cases)
            index += 1
        if not cases:
            return ""
        return "=" if any(case in cases for case, _ in title.role.cases) else "#"

    def _key_before(self, mention: int) -> str:
        index = self.analysis.token_index(self.starts[mention])
        return self._word(self.tokens[index - 1].text).key if index else "^"

    def _verb(self, first: int, end: int) -> str:
        """The last verb or participle of some tokens."""
        for index in range(end - 1, max(first, end - 8) - 1, -1):
            word = self._word(self.tokens[index].text)
            if word.tag[:4] in ("VERB", "PRTS", "INFN", "PRTF", "GRND"):
                return word.key
        return ""

    def _pronoun(self, start: int, end: int) -> str:
        """The first personal pronoun of a sentence before a title."""
        for index in range(self.analysis.token_index(start), min(end, self.analysis.token_index(start) + 6)):
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
            token = tokens[index]
            after = index + 1
            if (person := self.named_at.get(token.start)) is not None:
                mark = "@"
                while after < len(tokens) and tokens[after].start < self.ends[person]:
                    after += 1
            elif (title := self.titled_at.get(index)) is not None and title.last > index and title.end <= end:
                mark = "T"
                after = title.last
            else:
                word = self._word(token.text)
                mark = "T" if word.role else word.key if word.shape == "p" else word.tag[:4]
                if mark == "(":
                    depth += 1
                if word.place and brief and brief[-1] == "PREP":
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


def find_holders(scene: Scene, weights: Weights, bar: float, near: float) -> list[Holder]:
    """The persons that hold the titles: of each title the likeliest, of a plural all that are likely.

    Of two phrases that lie within each other and go with one person the outer one stays.
    """
    found: list[Holder] = []
    if not scene.mentions:
        return found
    for number, title in enumerate(scene.titles):
        judged = []
        for person in scene.candidates(number):
            features, mention = scene.features(number, person)
            adjacent = scene.follower.get(number) == mention and scene.agreement(title, scene.mentions[mention]) != "#"
            if (chance := probability(weights, features)) >= (near if adjacent else bar):
                judged.append((chance, person, Holder(title=title, mention=scene.mentions[mention], probability=chance)))
        judged.sort(key=lambda entry: (-entry[0], entry[1]))
        for _, _, holder in judged if title.role.plural else judged[:1]:
            if not any(_covers(scene, other, holder) for other in found[-4:]):
                found.append(holder)
    return found


def _covers(scene: Scene, outer: Holder, inner: Holder) -> bool:
    """Whether a phrase contains another one of the same person."""
    return outer.title.end > inner.title.start and scene.analysis.entity_of(outer.mention) is scene.analysis.entity_of(
        inner.mention
    )
