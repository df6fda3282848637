"""Whose title a title phrase is: each phrase is paired with the persons that may hold it, and the pairs are judged."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from newsfacts import Analysis, Mention
from newsfacts_titles.linear import Weights, probability
from newsfacts_titles.phrases import Title, Vocabulary

__all__ = ["Holder", "Scene", "find_holders"]

# So many tokens between a title and a name are looked at one by one.
_NEAR = 6
_MOST_CANDIDATES = 6


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
        self.words = words
        self.tokens = analysis.tokens
        persons = [e for e in analysis.entities if e.type == "person"]
        named = sorted(((m, i) for i, e in enumerate(persons) for m in e.mentions), key=lambda x: x[0].start)
        self.mentions = [m for m, _ in named]
        self.owner = [i for _, i in named]
        self.starts = [m.start for m in self.mentions]
        self.ends = [m.end for m in self.mentions]
        self.sentence_of = [analysis.sentence_at(m.start).start for m in self.mentions]
        self.count = Counter(self.owner)
        ranked = sorted(self.count, key=lambda i: (-self.count[i], i))
        self.rank = {person: place for place, person in enumerate(ranked)}
        self.ranked = ranked
        self.gender = {i: next((m.gender for m in e.mentions if m.gender), None) for i, e in enumerate(persons)}
        self.sentences = [s.start for s in analysis.sentences]
        self._title_starts = [t.start for t in titles]
        self._know_neighbours()

    def _know_neighbours(self) -> None:
        """Which persons have which role by a name that follows the phrase at once."""
        self.follower: dict[int, int] = {}  # title → mention
        self.roles: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # person → role → keys of tails
        self.bearers: dict[str, set[int]] = defaultdict(set)
        for number, title in enumerate(self.titles):
            at = bisect_left(self.starts, title.end)
            if at < len(self.starts) and not self.analysis.text[title.end : self.starts[at]].strip(" \u00a0\"'«»"):
                self.follower[number] = at
                person = self.owner[at]
                self.roles[person][title.word.role] |= self.tail(title)
                self.bearers[title.word.role].add(person)
        self.taken = {mention: number for number, mention in self.follower.items()}

    def tail(self, title: Title) -> set[str]:
        """The keys of a phrase's words beside its head."""
        return {
            self.words.word(self.tokens[i].text).key for i in range(title.first, title.last) if i != title.head
        }

    def candidates(self, number: int) -> list[int]:
        """The persons that a title is paired with: those of its sentence, those named before, the most named."""
        title = self.titles[number]
        sentence = self.analysis.sentence_at(title.start)
        at = bisect_left(self.starts, title.start)
        found: dict[int, None] = {}
        for offset in (0, -1, 1, -2, 2, -3, 3, -4):
            near = at + offset
            if 0 <= near < len(self.mentions) and (
                offset < 0 or self.starts[near] < sentence.end or not found and offset == 0
            ):
                found[self.owner[near]] = None
        for person in self.bearers.get(title.word.role, ()):
            found[person] = None
        for person in self.ranked[:2]:
            found[person] = None
        return list(found)[:_MOST_CANDIDATES]

    def features(self, number: int, person: int) -> tuple[list[str], int]:
        """What tells whether a person holds a title, and the number of the mention that the two meet at."""
        title = self.titles[number]
        word = title.word
        role, group = word.role, word.group
        at = bisect_left(self.starts, title.start)
        sentence = self.analysis.sentence_at(title.start)
        after = next((i for i in range(at, min(at + 8, len(self.owner))) if self.owner[i] == person), None)
        if after is not None and self.starts[after] >= sentence.end:
            later, after = after, None
        else:
            later = None
        before = next((i for i in range(at - 1, max(-1, at - 40), -1) if self.owner[i] == person), None)
        inside = after is not None and self.starts[after] < title.end
        same = before is not None and self.starts[before] >= sentence.start
        length = "1" if title.last - title.first == 1 else "2"
        number_ = "p" if word.plural else "s"
        out = ["b", f"G{group}{length}"]

        follower = self.follower.get(number)
        free = "=" if follower is None else "+" if self.owner[follower] == person else "-"
        out.append(f"F{free}")
        previous = self.words.word(self.tokens[title.first - 1].text) if title.first else None
        key_before = previous.key if previous else "^"
        following = self.words.word(self.tokens[title.last].text) if title.last < len(self.tokens) else None
        key_after = following.key if following else "$"
        tag_after = following.tag[:4] if following else "$"

        if inside:
            order, gap = "I", "in"
        elif after is not None:
            order = "A"
            gap = self._gap(title.last, self.starts[after])
            between = after - bisect_left(self.starts, title.end)
            out.append(f"Ab{min(between, 3)}{number_}")
            taken = self.taken.get(after)
            out.append(f"At{'=' if taken is None else '+' if taken == number else '-'}{gap[:3]}")
            out.append(f"Ap{gap}|{number_}")
        else:
            order, gap = "", ""
        if same and not inside:
            back = self._gap(self._index_after(self.ends[before]), title.start)
            between = at - 1 - before
            out.append(f"Bg{back}|{free}")
            out.append(f"Bb{min(between, 3)}{number_}{free}")
            out.append(f"Bl{back}|{length}{group}")
            out.append(f"Bk{key_before}|{back[:3]}")
            if after is None:
                order = "B"
                gap = back
            else:
                order = "C"
        elif not order:
            if before is not None:
                distance = bisect_left(self.sentences, sentence.start) - bisect_left(self.sentences, self.sentence_of[before])
                last = "!" if before == at - 1 else ""
                sole = "." if not any(
                    s == self.sentence_of[before] and self.owner[i] != person
                    for i, s in enumerate(self.sentence_of[max(0, before - 3) : at], max(0, before - 3))
                ) else ""
                order = "P"
                gap = f"{min(distance, 4)}{last}{sole}"
            elif later is not None:
                order, gap = "L", "!" if later == at else ""
            else:
                order, gap = "X", ""
        out += [
            f"O{order}{free}",
            f"g{order}{gap}|{free}",
            f"h{order}{gap}|{group}{length}",
            f"r{order}|{role}|{length}",
            f"k{order}|{key_before}",
            f"K{order}{free}|{key_before}|{length}",
            f"n{order}{free}|{key_after}",
            f"N{order}{free}|{tag_after}|{length}",
            f"p{order}{gap[:3]}|{number_}",
        ]
        others = self.sentence_mates(sentence.start, person)
        out.append(f"s{order}{min(others, 3)}{free}{length}")
        # What the text tells of the person elsewhere.
        rank = self.rank[person]
        count = self.count[person]
        known = self.roles.get(person)
        holders = self.bearers.get(role)
        relation = "0"
        if known and role in known:
            tail, own = self.tail(title), known[role]
            relation = "=" if tail == own else "<" if tail <= own else ">" if tail > own else "~" if tail & own else "/"
        elif holders:
            relation = "x"
        elif known:
            relation = "k"
        others_hold = "1" if holders and holders - {person} else "0"
        gender = word.gender
        own_gender = self.gender[person]
        fits = "" if not gender or not own_gender else "=" if own_gender[0] == gender[0] else "#"
        feminine = "f" if gender == "femn" else "m"
        out += [
            f"R{order}{free}{relation}{others_hold}{length}",
            f"S{order}{relation}{gap[:3]}",
            f"T{order}{free}{min(rank, 4)}|{length}{group}",
            f"U{order}{min(count, 6)}|{relation}",
            f"V{order}{min(len(self.count), 5)}{min(rank, 3)}",
            f"W{fits}{feminine}{order}",
            f"Y{order}{number_}{min(len(self.count), 5)}{length}",
        ]
        if word.cases and order in "PBLX":
            out.append(f"Z{order}{word.tag[5:]}{relation}{length}")
        nearest = after if after is not None else before if before is not None else later
        return out, nearest if nearest is not None else self.owner.index(person)

    def sentence_mates(self, start: int, person: int) -> int:
        """How many other persons a sentence names."""
        return len(self._by_sentence().get(start, set()) - {person})

    def _by_sentence(self) -> dict[int, set[int]]:
        if not hasattr(self, "_persons_in"):
            self._persons_in: dict[int, set[int]] = defaultdict(set)
            for sentence, person in zip(self.sentence_of, self.owner, strict=True):
                self._persons_in[sentence].add(person)
        return self._persons_in

    def _index_after(self, offset: int) -> int:
        return self.analysis.token_index(offset)

    def _gap(self, first: int, end: int) -> str:
        """The tokens between as punctuation, parts of speech and «@» for a name; «far» when there are many."""
        parts = []
        index = first
        while index < len(self.tokens) and self.tokens[index].start < end:
            if len(parts) == _NEAR:
                return f"far{'+' if end - self.tokens[first].start > 100 else ''}"
            token = self.tokens[index]
            at = bisect_left(self.starts, token.start)
            if at < len(self.starts) and self.starts[at] == token.start:
                parts.append("@")
                while index < len(self.tokens) and self.tokens[index].start < self.ends[at]:
                    index += 1
                continue
            word = self.words.word(token.text)
            parts.append("T" if word.role else word.key if word.shape == "p" else word.tag[:4])
            index += 1
        return " ".join(parts)


def find_holders(scene: Scene, weights: Weights, bar: float) -> Iterator[Holder]:
    """The persons that hold the titles: of each title the likeliest, of a plural all that are likely."""
    if not scene.mentions:
        return
    for number, title in enumerate(scene.titles):
        judged = []
        for person in scene.candidates(number):
            features, mention = scene.features(number, person)
            if (chance := probability(weights, features)) >= bar:
                judged.append(Holder(title=title, mention=scene.mentions[mention], probability=chance))
        judged.sort(key=lambda h: -h.probability)
        yield from judged if title.word.plural else judged[:1]
