"""Entities: which mentions name one and the same person or organisation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from attrs import field, frozen

from newsfacts.facts import Fact, Gender, Mention, OfficialTitle, Quote
from newsfacts.language import fold

__all__ = ["Entity", "join_mentions"]


@frozen(kw_only=True)
class Entity:
    """Somebody or something that the article names, with all that it says of them.

    Attributes:
        type: person, organization or place.
        name: The fullest nominative name in the article.
        gender: A person's grammatical gender, where the words tell it.
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

    def __init__(self, mention: Mention, words: tuple[str, ...]) -> None:
        self.mentions = [mention]
        self.words = words
        self.gender = mention.gender

    def admits(self, words: tuple[str, ...], gender: Gender | None) -> bool:
        """Whether a name of these words can be this entity's: each is one of its words, or the initial of one."""
        if gender and self.gender and gender != self.gender:
            return False
        own = list(self.words)
        for word in words:
            match = next((o for o in own if o == word or _is_initial_of(word, o) or _is_initial_of(o, word)), None)
            if match is None:
                return False
            own.remove(match)
        return True

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender


@lru_cache(maxsize=1_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).replace(".", " ").split())


def _is_initial_of(initial: str, word: str) -> bool:
    return len(initial) == 1 and word.startswith(initial)


def join_mentions(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Join the mentions that name one entity, under its fullest name.

    A name joins a fuller one that has all its words («Каранкевич», «В. Каранкевич» → «Виктор Каранкевич») and does not
    contradict its gender; one without a fuller one joins its equals. Where several fit, the one that was named last before
    it is meant, or else the first one after it.

    Args:
        mentions: Mentions in any order.

    Returns:
        Entities in the order of their first mentions.
    """
    by_type: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(set(mentions), key=lambda m: (m.start, m.end, m.name)):
        by_type[mention.type].append(mention)
    clusters = [(type_, c) for type_, group in by_type.items() for c in _join(group)]
    entities = [
        Entity(
            type=type_,
            name=_fullest(c.mentions),
            gender=c.gender,
            mentions=tuple(sorted(c.mentions, key=lambda m: (m.start, m.end))),
        )
        for type_, c in clusters
    ]
    return tuple(sorted(entities, key=lambda e: (e.mentions[0].start, e.mentions[0].end, e.type, e.name)))


def _join(mentions: Sequence[Mention]) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    by_word: dict[str, list[_Cluster]] = defaultdict(list)  # by each word and each initial of the cluster's name
    longest_first = sorted(mentions, key=lambda m: (-len(_words(m.name)), -len(m.name), m.start))
    for mention in longest_first:
        words = _words(mention.name)
        if not words:
            continue
        key = max(words, key=len)
        fitting = [c for c in by_word[key] if c.admits(words, mention.gender)]
        fitting = [c for c in fitting if len(c.words) > len(words)] or fitting
        if fitting:
            _nearest(fitting, mention).add(mention)
            continue
        cluster = _Cluster(mention, words)
        clusters.append(cluster)
        for word in dict.fromkeys(words):
            by_word[word].append(cluster)
    return clusters


def _nearest(clusters: Sequence[_Cluster], mention: Mention) -> _Cluster:
    if len(clusters) == 1:
        return clusters[0]

    def distance(cluster: _Cluster) -> tuple[bool, int]:
        before = [m.start for m in cluster.mentions if m.start <= mention.start]
        if before:
            return False, mention.start - max(before)
        return True, min(m.start for m in cluster.mentions)

    return min(clusters, key=distance)


def _fullest(mentions: Sequence[Mention]) -> str:
    """The name with the most and longest words; among equals the one used most, then the first."""
    counts: dict[str, int] = defaultdict(int)
    for mention in mentions:
        counts[mention.name] += 1
    return max(counts, key=lambda name: (len(_words(name)), len(name.replace(".", "")), counts[name]))
