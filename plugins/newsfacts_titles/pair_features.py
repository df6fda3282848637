"""What shows whether a person holds a title: how both stand to each other, and the words around them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from newsfacts_titles.holder_candidates import HolderCandidates, TitleView
from newsfacts_titles.traits import RoleNoun

__all__ = ["Pair", "PairFeatures"]

# How many mentions after and before a title are looked at.
_AFTER = 12
_BEFORE = 40
# Counts of names between, of other persons in the sentence and of a name's words are told apart up to here, of sentences
# between up to the second figure.
_MANY = 3
_FAR = 4
# Rates are told apart by half steps of log odds, in hundredths.
_STEP = 50
_NOBODY: frozenset[int] = frozenset()


class Pair(NamedTuple):
    """A title and a person that may hold it.

    Attributes:
        standing: How the person stands to the title. Its first letter is the order, the mention being (I)n, (A)fter or
            (B)efore the title in its sentence, before and after it (C), (P)reviously or (L)ater in the text, or far from
            it (X). Then comes whether no name follows the title at once (=), the person's (+) or another one (-).
        features: What shows whether the person holds it, beside what all persons with this standing share.
        mention: The number of the mention that is nearest.
    """

    standing: str
    features: list[str]
    mention: int


class PairFeatures:
    """The features of the pairs of one text.

    Args:
        candidates: The titles and the persons that may hold them.
        rates: How often titles are held, as log odds in hundredths, by role noun or group after what they are counted for:
            a title's length, for whether anybody holds it; a standing, for whether that person does.
    """

    def __init__(self, candidates: HolderCandidates, rates: Mapping[str, int]) -> None:
        self._candidates = candidates
        self._rates = rates
        self._index = candidates.index
        self._gaps = candidates.gaps
        self._mentions = candidates.mentions

    def role_features(self, view: TitleView, standing: str) -> list[str]:
        """What a role noun and the length of its phrase show, for a standing."""
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

    def context_features(self, view: TitleView, standing: str) -> list[str]:
        """What the words beside a title show, for a standing."""
        features = [
            f"K{standing}|{view.key_before}|{view.length}",
            f"n{standing}|{view.key_after}",
            f"N{standing}|{view.category_after}|{view.length}",
        ]
        if standing[0] not in "AI":
            features.append(f"z{standing[0]}{view.role.initials}{view.key_before}")
        return features

    def pair(self, view: TitleView, person: int) -> Pair:
        """How a person stands to a title, and what that shows."""
        mentions = self._mentions
        after, before = self._nearest(view, person)
        follower, length = view.follower, view.length
        free = ("=" if follower is None else "+" if mentions.owner[follower] == person else "-") + view.nested
        features: list[str] = []

        order = gap = start = ""
        if after is not None and mentions.starts[after] < view.end:
            if mentions.starts[after] < view.title.end:
                order = gap = start = "I"
            else:
                order = "A"
                gap, start = self._after(view, after, free, features)
        if before is not None and mentions.sentence_of[before] == view.sentence:
            if order != "I":
                back, back_start = self._before(view, before, free, features)
                order, gap, start = ("C", gap, start) if order else ("B", back, back_start)
        elif not order and before is not None:
            order = "P"
            gap = start = self._distance(view, before)
        elif not order:
            order = "L" if after is not None else "X"
            gap = start = "!" if after == view.at else ""

        standing = order + free
        present = mentions.present.get(view.sentence, _NOBODY)
        mates = min(len(present) - (person in present), _MANY)
        rank, share = mentions.fame[person]
        relation, others = self._elsewhere(view, person)
        features += (
            f"p{order}{start}|{view.plural}",
            f"s{order}{mates}{free}{length}",
            f"T{standing}{rank}|{view.kind}",
            f"R{standing}{relation}{others}{length}",
            f"S{order}{relation}{start}",
            f"W{self._gender(view, person)}{order}",
            f"Q{order}{share}{rank}{length}",
        )
        nearest = after if after is not None else before
        if nearest is None:
            nearest = mentions.mentions_of[person][0]
        named = self._naming(person, nearest)
        features += (f"U{standing}{named}{length}", f"V{order}{named}{view.role.group}")
        if view.title.shared and view.role.initials:  # without cases a plural says less of who is near
            near = after if before is None else before
            features.append(f"C{standing}{'' if near is not None and mentions.is_one_of_many(near) else '1'}")
        if order not in "AI":
            features.append(f"Z{order}{view.role.initials}{relation}{length}")
        if order in "PLX":
            features.append(f"o{order}{view.pronoun}{gap}{length}")
        return Pair(standing, features, nearest)

    def _nearest(self, view: TitleView, person: int) -> tuple[int | None, int | None]:
        """The person's first mention after a title's start and the last before it, where they are near."""
        own = self._mentions.mentions_of[person]
        place = bisect_left(own, view.at)
        after = own[place] if place < len(own) and own[place] < view.at + _AFTER else None
        before = own[place - 1] if place and own[place - 1] > view.at - _BEFORE else None
        return after, before

    def _naming(self, person: int, mention: int) -> str:
        """How many words name a person in a mention, and whether that is the first one (!), which titles stand beside."""
        mentions = self._mentions
        words = len(mentions.mentions[mention].text.split())
        return f"{min(words, _MANY)}{'!' if mention == mentions.mentions_of[person][0] else ''}"

    def _gender(self, view: TitleView, person: int) -> str:
        """Whether role noun and person are of one gender, where both are known, and whether the noun is feminine."""
        noun, named = view.role.gender, self._mentions.gender[person]
        fits = "" if not noun or not named else "=" if noun[0] == named[0].upper() else "#"
        return f"{fits}{'f' if noun == 'Fem' else 'm'}"

    def _after(self, view: TitleView, after: int, free: str, features: list[str]) -> tuple[str, str]:
        """Add what the gap to a name later in the sentence shows; gives the gap and its first mark."""
        index, mentions = self._index, self._mentions
        title = view.title
        first = mentions.chain[after]
        if mentions.starts[first] < title.end:
            first = after
        opening, closing = index.series[view.number]
        final = index.titles[closing]
        if final.end > mentions.starts[first]:
            final = title
        gap = self._gaps.between(final.last, mentions.starts[first])
        verb = self._gaps.verb_between(final.last, mentions.analysis.token_index(mentions.starts[first]))
        taken = index.taken.get(after)
        held = "=" if taken is None else "+" if taken == opening else "-"
        between = first - bisect_left(mentions.starts, title.end)
        features += (
            f"Ab{min(between, _MANY)}{view.plural}{held}",
            f"At{held}{gap.start}",
            f"Aa{index.agreement(title, after)}{gap.opening}{view.nested}",
            f"Am{self._gaps.key_before(after)}|{gap.start}",
            f"Ag{gap.brief}|{free}",
            f"Ah{gap.brief}|{view.role.initials}",
            f"Ai{verb}|{view.role.initials}{min(after - view.at, 2)}",
            f"Aj{verb}|{gap.final}",
        )
        return gap.exact, gap.start

    def _before(self, view: TitleView, before: int, free: str, features: list[str]) -> tuple[str, str]:
        """Add what the gap to a name earlier in the sentence shows; gives the gap and its first mark."""
        index, mentions = self._index, self._mentions
        title, at = view.title, view.at
        token_index = mentions.analysis.token_index
        opening = index.titles[index.series[view.number][0]]
        if opening.start < mentions.ends[before]:
            opening = title
        chained = before != at - 1 and mentions.chain[at - 1] == mentions.chain[before]
        closing = mentions.ends[at - 1] if chained else mentions.ends[before]
        gap = self._gaps.between(token_index(closing), mentions.analysis.tokens[opening.lead].start)
        verb = self._gaps.verb_between(token_index(mentions.ends[before]), title.first)
        agreement = index.agreement(title, before)
        between = 0 if chained else at - 1 - before
        features += (
            f"Bg{gap.exact}|{free}",
            f"Bb{min(between, _MANY)}{view.plural}{free}",
            f"Ba{agreement}{gap.opening}",
            f"Bh{gap.brief}|{free}",
            f"Bi{gap.brief}|{title.role.group}",
            f"Bk{view.key_before}|{gap.start}",
            f"Bm{self._gaps.key_before(before)}|{gap.opening}",
            f"Bv{verb}",
            f"Bw{verb}|{agreement}{free}",
        )
        if chained:
            features.append(f"B&{view.plural}{gap.exact}")
        return gap.exact, gap.start

    def _distance(self, view: TitleView, before: int) -> str:
        """How many sentences back a person was named, whether last of all (!), and alone (.)."""
        mentions = self._mentions
        sentence = mentions.sentence_of[before]
        last = "!" if before == view.at - 1 else ""
        alone = "." if len(mentions.present[sentence]) == 1 else ""
        return f"{min(view.sentence - sentence, _FAR)}{last}{alone}"

    def _elsewhere(self, view: TitleView, person: int) -> tuple[str, str]:
        """How a title is to those that the person has elsewhere in the text, and whether others have it too (1)."""
        lemma = view.role.lemma
        known, bearers = self._index.roles.get(person), self._index.bearers.get(lemma)
        if known and lemma in known:
            relation = _compared(self._index.tail(view.title), known[lemma])
        else:
            relation = "x" if bearers else "k" if known else "0"
        return relation, "1" if bearers and len(bearers) > (person in bearers) else "0"

    def _rate(self, counted_for: str, role: RoleNoun) -> int:
        """How often a role noun's titles are held, in steps of log odds; those of its group where the noun is unknown."""
        odds = self._rates.get(counted_for + role.lemma)
        return round((self._rates.get(counted_for + role.group, 0) if odds is None else odds) / _STEP)


def _compared(tail: set[str], own: set[str]) -> str:
    """The words beside a role noun and those beside it elsewhere: the same, fewer, more, some in common, others."""
    if tail == own:
        return "="
    return "<" if tail <= own else ">" if tail > own else "~" if tail & own else "/"
