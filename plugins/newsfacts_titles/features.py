"""What tells whether a person holds a title: how he stands to it, and the words around both."""

from __future__ import annotations

from bisect import bisect_left

from newsfacts_titles.linear import Weights
from newsfacts_titles.scene import Scene, View
from newsfacts_titles.vocabulary import Role

__all__ = ["Features"]

# How many mentions after and before a title are looked at.
_AFTER = 12
_BEFORE = 40
_NOBODY: frozenset[int] = frozenset()


class Features:
    """The features of the pairs of one scene.

    Args:
        scene: The persons and titles.
        rates: How often titles are held, as log odds, by how they stand and their role noun or its group: by their length,
            whether anybody holds them; by where the person stands, whether that person does.
    """

    def __init__(self, scene: Scene, rates: Weights) -> None:
        self._scene = scene
        self._rates = rates

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

    def pair_features(self, view: View, person: int) -> tuple[str, list[str], int]:
        """How a person stands to a title, what else tells whether he holds it, and the number of the mention where they meet.

        The first letter of the standing is the order: the mention in, before or after the title, or both, or only earlier
        or later in the text; then comes whether a name follows the title, and whether it is the person's.
        """
        scene = self._scene
        at, mentions = view.at, scene.mentions_of[person]
        place = bisect_left(mentions, at)
        after = mentions[place] if place < len(mentions) and mentions[place] < at + _AFTER else None
        before = mentions[place - 1] if place and mentions[place - 1] > at - _BEFORE else None
        follower, length = view.follower, view.length
        free = ("=" if follower is None else "+" if scene.owner[follower] == person else "-") + view.nested
        out: list[str] = []

        order = gap = ""
        if after is not None and scene.starts[after] < view.end:
            if scene.starts[after] < view.title.end:
                order, gap = "I", "in"
            else:
                order = "A"
                gap, out = self._after(view, after, free)
        if before is not None and scene.sentence_of[before] == view.sentence:
            if order != "I":
                back, features = self._before(view, before, free)
                out += features
                order, gap = ("C", gap) if order else ("B", back)
        elif not order and before is not None:
            order, gap = "P", self._distance(view, before)
        elif not order:
            order, gap = ("L", "!" if after == at else "") if after is not None else ("X", "")

        standing, short = order + free, gap[:3]
        present = scene.present.get(view.sentence, _NOBODY)
        mates = min(len(present) - (person in present), 3)
        rank, share = scene.fame[person]
        relation, others = self._elsewhere(view, person)
        named, gender = scene.gender[person], view.role.gender
        fits = "" if not gender or not named else "=" if gender[0] == named[0].upper() else "#"
        out += (
            f"p{order}{short}|{view.plural}",
            f"s{order}{mates}{free}{length}",
            f"T{standing}{rank}|{view.kind}",
            f"R{standing}{relation}{others}{length}",
            f"S{order}{relation}{short}",
            f"W{fits}{'f' if gender == 'Fem' else 'm'}{order}",
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
        scene = self._scene
        title = view.title
        first = scene.chain[after]
        if scene.starts[first] < title.end:
            first = after
        opening, closing = scene.series[view.number]
        final = scene.titles[closing]
        if final.end > scene.starts[first]:
            final = title
        gap, brief = scene.gap(final.last, scene.starts[first])
        verb = scene.verb_between(final.last, scene.analysis.token_index(scene.starts[first]))
        taken = scene.taken.get(after)
        held = "=" if taken is None else "+" if taken == opening else "-"
        between = first - bisect_left(scene.starts, title.end)
        return gap, [
            f"Ab{min(between, 3)}{view.plural}{held}",
            f"At{held}{gap[:3]}",
            f"Aa{scene.agreement(title, after)}{gap[:6]}{view.nested}",
            f"Am{scene.key_before(after)}|{gap[:3]}",
            f"Ag{brief}|{free}",
            f"Ah{brief}|{view.role.initials}",
            f"Ai{verb}|{view.role.initials}{min(after - view.at, 2)}",
            f"Aj{verb}|{brief[-1:]}",
        ]

    def _before(self, view: View, before: int, free: str) -> tuple[str, list[str]]:
        """The gap to a name earlier in the sentence, and features of it."""
        scene = self._scene
        title, at = view.title, view.at
        opening = scene.titles[scene.series[view.number][0]]
        if opening.start < scene.ends[before]:
            opening = title
        chained = before != at - 1 and scene.chain[at - 1] == scene.chain[before]
        closing = scene.ends[at - 1] if chained else scene.ends[before]
        gap, brief = scene.gap(scene.analysis.token_index(closing), opening.start)
        verb = scene.verb_between(scene.analysis.token_index(scene.ends[before]), title.first)
        agreement = scene.agreement(title, before)
        between = 0 if chained else at - 1 - before
        features = [
            f"Bg{gap}|{free}",
            f"Bb{min(between, 3)}{view.plural}{free}",
            f"Ba{agreement}{gap[:6]}",
            f"Bh{brief}|{free}",
            f"Bi{brief}|{title.role.group}",
            f"Bk{view.key_before}|{gap[:3]}",
            f"Bm{scene.key_before(before)}|{gap[:6]}",
            f"Bv{verb}",
            f"Bw{verb}|{agreement}{free}",
        ]
        if chained:
            features.append(f"B&{view.plural}{gap}")
        return gap, features

    def _distance(self, view: View, before: int) -> str:
        """How many sentences back a person was named, whether last of all, and alone."""
        scene = self._scene
        sentence = scene.sentence_of[before]
        last = "!" if before == view.at - 1 else ""
        alone = "." if len(scene.present[sentence]) == 1 else ""
        return f"{min(view.sentence - sentence, 4)}{last}{alone}"

    def _elsewhere(self, view: View, person: int) -> tuple[str, str]:
        """What the text tells of the person elsewhere: a like title, another one; and whether such a title is another's."""
        scene = self._scene
        lemma = view.role.lemma
        known, bearers = scene.roles.get(person), scene.bearers.get(lemma)
        relation = "0"
        if known and lemma in known:
            own, tail = known[lemma], scene.tail(view.title)
            relation = "=" if tail == own else "<" if tail <= own else ">" if tail > own else "~" if tail & own else "/"
        elif bearers:
            relation = "x"
        elif known:
            relation = "k"
        return relation, "1" if bearers and len(bearers) > (person in bearers) else "0"

    def _rate(self, standing: str, role: Role) -> int:
        """How often titles of a role noun that stand so are held, in half steps of log odds; if unknown, those of its group."""
        odds = self._rates.get(standing + role.lemma)
        return round((self._rates.get(standing + role.group, 0) if odds is None else odds) / 50)
