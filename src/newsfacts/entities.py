"""Entities: which mentions name one and the same person or organisation."""

from __future__ import annotations

from bisect import bisect_right, insort_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from attrs import field, frozen

from newsfacts.facts import Fact, Gender, Mention, OfficialTitle, Quote
from newsfacts.language import Morphology, fold

__all__ = ["Entity", "join_mentions", "named"]

# No name has more words; of an endless one the rest is not compared.
_MOST_WORDS = 30
# So many mentions that share a word with a name, to either side of it, are asked whether they mean the same.
_WINDOW = 200
# In letters; of surnames so long one letter may be written otherwise, and of longer ones two. One that stands alone is as long.
_SHORTEST_ALIKE, _SHORTEST_HARDLY_ALIKE = 5, 7
# So many letters at the end are the same where two differ: «Romanow» is not «Romanek».
_SAME_END = 2
# In characters; two names with no more between them are of two persons: «Ivan Orlow and Ivan Orloff».
_LIST = 15
# So many persons are compared with a name.
_MOST_ALIKE = 20
# In letters; a shorter abbreviation counts in brackets behind the whole name only, and words so short have no letter in one.
_SHORTEST_ABBREVIATION = 3
_SHORTEST_INITIALLED = 3
_BRACKET = 2  # characters between a name and what stands in brackets behind it


@frozen(kw_only=True)
class Entity:
    """Somebody or something that the article names, with all that it says of them.

    Attributes:
        type: person, organization or place.
        name: The fullest nominative name in the article.
        gender: A person's grammatical gender, where the words show it.
        mentions: Where it is named, in text order.
        facts: The facts that refer to it, in text order.
        id: Its name within one result.
    """

    type: str
    name: str
    gender: Gender | None = None
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = field(default=(), eq=False, repr=False)
    id: str = field(default="", eq=False)

    @property
    def titles(self) -> tuple[OfficialTitle, ...]:
        """The titles that the article gives to this person."""
        return tuple(f for f in self.facts if isinstance(f, OfficialTitle))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes whose speaker this is."""
        return tuple(f for f in self.facts if isinstance(f, Quote))


class _Cluster:
    """Mentions that name one entity, while they are being gathered."""

    def __init__(self, mention: Mention, words: tuple[str, ...], generations: Collection[str]) -> None:
        self.mentions = [mention]
        self.words = words
        self._generations = generations
        self.gender = mention.gender
        self.other_spellings: list[Mention] = []

    def admits(self, words: tuple[str, ...], mention: Mention) -> bool:
        """Whether a mention whose name has these words can be this entity's: each is one of its words, or the initial of one.

        A name of several words is of the same generation («Ann Lee Jr.» is not Ann Lee). A body's abbreviation begins its name:
        the FBI's lab is not the FBI.
        """
        if mention.gender and self.gender and mention.gender != self.gender:
            return False
        if _is_abbreviated(mention) and words[0] != self.words[0]:
            return False
        if len(words) > 1 and self._generation(words) != self._generation(self.words):
            return False
        own = list(self.words)
        for word in words:
            match = next((o for o in own if o == word or _is_initial_of(word, o) or _is_initial_of(o, word)), None)
            if match is None:
                return False
            own.remove(match)
        return True

    def _generation(self, words: tuple[str, ...]) -> str:
        return words[-1] if words[-1] in self._generations else ""

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender

    def may_be_spelled(self, other: _Cluster) -> bool:
        """Whether another name is this person's in another spelling: only the surnames differ, by a letter or two.

        A surname alone is longer. Nothing tells that two persons are meant, neither their sex nor that one follows the other.
        """
        one, another = self.words[-1], other.words[-1]
        shortest = min(len(one), len(another))
        are_long = shortest >= _SHORTEST_HARDLY_ALIKE and one[-_SAME_END:] == another[-_SAME_END:]
        may_be = are_long or (shortest >= _SHORTEST_ALIKE and len(other.words) > 1)
        if not may_be or (self.gender and other.gender and self.gender != other.gender):
            return False
        return _are_alike(one, another, 1 + are_long) and not self._is_beside(other)

    def _is_beside(self, other: _Cluster) -> bool:
        """Whether another name stands right before or behind this one."""
        places = sorted([(m.start, m.end, c is self) for c in (self, other) for m in c.mentions])
        return any(a[2] != b[2] and b[0] - a[1] < _LIST for a, b in pairwise(places))

    def is_abbreviation(self) -> bool:
        """Whether all mentions are one word in capitals."""
        return len(self.words) == 1 and all(m.name.isupper() and m.name.isalpha() for m in self.mentions)

    def is_abbreviated(self, other: _Cluster) -> bool:
        """Whether another name, whose letters are the initials of this one, is its abbreviation; a short one is introduced."""
        if len(other.words[0]) >= _SHORTEST_ABBREVIATION:
            return True
        ends = {m.end for m in self.mentions}
        return any(m.start - _BRACKET in ends for m in other.mentions)

    def add_spelling(self, other: _Cluster) -> None:
        self.other_spellings += other.mentions
        self.gender = self.gender or other.gender


_Place = tuple[int, _Cluster]  # where a mention of the cluster begins
_START = itemgetter(0)
_NEARNESS = itemgetter(0, 1)


class _Clusters:
    """All clusters, and for each word the mentions of those that have it in their names.

    Attributes:
        made: The clusters, in the order in which they were made.
    """

    def __init__(self, generations: Collection[str]) -> None:
        self.made: list[_Cluster] = []
        self._generations = generations
        # By one of the words of the clusters' names, or all of them, and by their number: in the order of the text.
        self._named: dict[str | tuple[str, ...], dict[int, list[_Place]]] = defaultdict(dict)

    def add(self, mention: Mention, words: tuple[str, ...]) -> None:
        """Join a mention to the cluster it means, or else make one of it."""
        cluster = self._meant(mention, words)
        if cluster is None:
            cluster = _Cluster(mention, words, self._generations)
            self.made.append(cluster)
        else:
            cluster.add(mention)
        parts: list[str | tuple[str, ...]] = [*set(cluster.words), cluster.words]
        for part in parts:
            insort_right(self._named[part].setdefault(len(cluster.words), []), (mention.start, cluster), key=_START)

    def _meant(self, mention: Mention, words: tuple[str, ...]) -> _Cluster | None:
        """The cluster that a name of these words means: one with more words, or else one with as many."""
        key = max(words, key=len)
        if key not in self._named:
            return None
        # A fitting cluster has the key; each other word it has too, or the initial of it: the rarest leaves the fewest.
        others = [word for word in words if word != key and len(word) > 1]
        telling = [[self._named[key]], *[[self._named[p] for p in (w, w[0]) if p in self._named] for w in others]]
        for fits in (len(words).__lt__, len(words).__eq__):
            having = [[places for sizes in named for size, places in sizes.items() if fits(size)] for named in telling]
            listed = min(having, key=lambda lists: sum(map(len, lists))) if others else having[0]
            listed += [places for size, places in self._named.get(words, {}).items() if fits(size)]
            near = [found for places in listed if (found := _nearest(places, mention, words, key))]
            if near:
                return min(near, key=_NEARNESS)[2]
        return None


def _nearest(places: Sequence[_Place], mention: Mention, words: tuple[str, ...], key: str) -> tuple[bool, int, _Cluster] | None:
    """The cluster of some that was named last before a mention, or else the first one after it, and how near that is."""
    index = bisect_right(places, mention.start, key=_START)
    for after, near in (
        (False, range(index - 1, max(index - _WINDOW, 0) - 1, -1)),
        (True, range(index, min(index + _WINDOW, len(places)))),
    ):
        for at in near:
            start, cluster = places[at]
            if key in cluster.words and cluster.admits(words, mention):
                return after, start if after else -start, cluster
    return None


def _is_abbreviated(mention: Mention) -> bool:
    """Whether an organisation's name is an abbreviation, or begins with one."""
    first = mention.name.split(maxsplit=1)[0]
    return mention.type == "organization" and len(first) > 1 and first.isupper()


def _are_alike(one: str, other: str, letters: int) -> bool:
    """Whether two words are the same but for so many letters that are others, missing, or in the place of the next one."""
    if abs(len(one) - len(other)) > letters:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[same:], other[same:]
    if not (letters and one and other):
        return len(one) + len(other) <= letters
    ways = [(one[1:], other[1:]), (one[1:], other), (one, other[1:])]
    if one[:2] == other[1::-1]:
        ways.append((one[2:], other[2:]))
    return any(_are_alike(*rest, letters - 1) for rest in ways)


@lru_cache(maxsize=1_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).replace(".", " ").split()[:_MOST_WORDS])


def _is_initial_of(initial: str, word: str) -> bool:
    return len(initial) == 1 and word.startswith(initial)


def join_mentions(mentions: Iterable[Mention], generations: Collection[str] = frozenset()) -> tuple[Entity, ...]:
    """Join the mentions that name one entity, under its fullest name.

    A name joins a fuller one that has all its words («Каранкевич», «В. Каранкевич» → «Виктор Каранкевич») and does not
    contradict its gender; one without a fuller one joins its equals. Where several fit, the one that was named last before
    it is meant, or else the first one after it. A body's abbreviation joins its whole name («МОК», «Международный олимпийский
    комитет»). Long surnames may be spelled in two ways («Анна Гонсалес», «Анна Гонзалес»).

    Args:
        mentions: Mentions in any order.
        generations: Words at the end of a name, folded, that tell a son from a father of the same name.

    Returns:
        Entities in the order of their first mentions.
    """
    by_type: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(set(mentions), key=lambda m: (m.start, m.end, m.name)):
        by_type[mention.type].append(mention)
    clusters = [(type_, c) for type_, group in by_type.items() for c in _joined(type_, group, generations)]
    entities = [
        Entity(
            type=type_,
            name=_fullest(c.mentions),
            gender=c.gender,
            mentions=tuple(sorted((*c.mentions, *c.other_spellings), key=lambda m: (m.start, m.end))),
        )
        for type_, c in clusters
    ]
    return tuple(sorted(entities, key=lambda e: (e.mentions[0].start, e.mentions[0].end, e.type, e.name)))


def _joined(type_: str, mentions: Sequence[Mention], generations: Collection[str]) -> list[_Cluster]:
    """What mentions of one type name, persons also by other spellings."""
    clusters = _Clusters(generations)
    for mention in sorted(mentions, key=lambda m: (-len(_words(m.name)), -len(m.name), m.start)):  # the longest name first
        words = _words(mention.name)
        if words:
            clusters.add(mention, words)
    if type_ == "person":
        return _in_one_spelling(clusters.made)
    return _with_abbreviations(clusters.made) if type_ == "organization" else clusters.made


def _with_abbreviations(clusters: Sequence[_Cluster]) -> list[_Cluster]:
    """The bodies, each once whose abbreviation the article has beside its whole name: «International Energy Agency», «IEA»."""
    full: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in clusters:
        for initials in _initials(cluster.words):
            full[initials].append(cluster)
    kept = []
    for cluster in clusters:
        meant = full.get(cluster.words[0], []) if cluster.is_abbreviation() else []
        if len(meant) == 1 and meant[0].is_abbreviated(cluster):
            meant[0].add_spelling(cluster)
        else:
            kept.append(cluster)
    return kept


def _initials(words: Sequence[str]) -> set[str]:
    """The abbreviations that a name of several words may have: with or without its short words, and its last, a country."""
    parts = [part for word in words for part in word.strip('«»“”„"').split("-") if part]
    longer = [part for part in parts if len(part) >= _SHORTEST_INITIALLED]
    wholes = ["".join([part[0] for part in some]) for some in (parts, longer)]
    return {initials for whole in wholes for initials in (whole, whole[:-1]) if len(initials) > 1}


def _in_one_spelling(clusters: Sequence[_Cluster]) -> list[_Cluster]:
    """The persons, each once whose surname is spelled in two ways, under the way that is used more."""
    full: dict[tuple[str, ...], list[_Cluster]] = defaultdict(list)  # by the names before the surname, and its first letter
    by_surname: dict[str, list[_Cluster]] = defaultdict(list)  # by its first letter and its end
    alone = []
    for cluster in sorted(clusters, key=lambda c: (-len(c.mentions), c.mentions[0].start)):
        surname = cluster.words[-1]
        if len(cluster.words) == 1:
            alone.append(cluster)
            continue
        same = full[*cluster.words[:-1], surname[0]]
        if usual := next((other for other in same[:_MOST_ALIKE] if other.may_be_spelled(cluster)), None):
            usual.add_spelling(cluster)
            continue
        same.append(cluster)
        by_surname[surname[0] + surname[-_SAME_END:]].append(cluster)
    kept = [cluster for same in full.values() for cluster in same]
    for cluster in alone:
        surname = cluster.words[0]
        fitting = [c for c in by_surname[surname[0] + surname[-_SAME_END:]][:_MOST_ALIKE] if c.may_be_spelled(cluster)]
        if len(fitting) == 1:
            fitting[0].add_spelling(cluster)
        else:
            kept.append(cluster)
    return kept


def _fullest(mentions: Sequence[Mention]) -> str:
    """The name with the most and longest words; among equals the one used most, then the first."""
    counts: dict[str, int] = defaultdict(int)
    for mention in mentions:
        counts[mention.name] += 1
    return max(counts, key=lambda name: (len(_words(name)), len(name.replace(".", "")), counts[name]))


# A person's gender as it is said of words.
_OF_WORDS = {"masculine": "Masc", "feminine": "Fem"}


def named(name: str, persons: Iterable[Entity], morphology: Morphology) -> list[Entity]:
    """The persons whom a name may mean: those that have its words as they are, or else those that have them in other forms.

    Args:
        name: A surname, a whole name or a part of it; a first name may be its initial.
        persons: The persons.
        morphology: How words of the language that they are named in change.
    """
    wanted = _words(name)
    if not wanted:
        return []
    candidates = list(persons)
    as_it_is = [
        person
        for person in candidates
        if all(any(own == word or _is_initial_of(word, own) for own in _words(person.name)) for word in wanted)
    ]
    return as_it_is or [person for person in candidates if _has_forms_of(person, wanted, morphology)]


def _has_forms_of(person: Entity, wanted: Iterable[str], morphology: Morphology) -> bool:
    words = {word for mention in person.mentions for word in (*_words(mention.name), *_words(mention.text))}
    own = {lemma for word in words for lemma in _lemmas(word, person.gender, morphology)}
    return not any(own.isdisjoint(_lemmas(word, person.gender, morphology)) for word in wanted)


def _lemmas(word: str, gender: Gender | None, morphology: Morphology) -> frozenset[str]:
    """The dictionary forms that a word may be a form of, those of the other gender left out."""
    readings = morphology.readings(word)
    return frozenset(fold(r.lemma) for r in readings if not (gender and r.gender and r.gender != _OF_WORDS[gender]))
