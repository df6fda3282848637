"""What the labeller sees of a capitalised word: the word, its neighbours, its other occurrences in the article.

Features come in groups. A group is a short tuple, its kind first, and stands for several feature strings (`expand`): a
labeller computes a group's score once and keeps it, for the same groups come again in every article.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from newsfacts import Analysis
from newsfacts_names.capitals import LONGEST_NAME, Capital
from newsfacts_names.words import Words, outline

__all__ = ["Features", "Group", "expand"]

Group = tuple[str, ...]

_PAST = re.compile(r"(?:[аеиуыя]л[аои]?|[аяи]лс[яь]|[аи]лась|[аеиу]ет|ит|ют|ат)\Z")
_OPENING = frozenset("«„“\"'")
_QUOTES = frozenset('«„“"')
_CLOSING = frozenset('»”“"')
_LINE_END = "¶"
_SENTENCE_START = frozenset('.!?…:«"' + _LINE_END)
_PLACE_PREPOSITIONS = frozenset(("в", "во", "из", "на"))


class Features:
    """Features of the capitalised words of one article.

    Args:
        analysis: The article.
        capitals: Its capitalised words.
        words: What word forms tell by themselves.
    """

    def __init__(self, analysis: Analysis, capitals: Sequence[Capital], words: Words) -> None:
        self._tokens = analysis.tokens
        self._text = analysis.text
        self._capitals = capitals
        self._words = words
        forms = [words.form(c.token.text) for c in capitals]
        self._kinds = [form.kind for form in forms]
        self._cases = [form.cases for form in forms]
        self._stems = [form.stem for form in forms]
        self._small = self._also_small()
        self._around = [self._neighbours(c.index) for c in capitals]
        self._earlier = self._earlier_occurrences()
        self._pairs = Counter([(self._stems[at - 1], self._stems[at]) for at, c in enumerate(capitals) if c.adjacent])
        self._article = self._article_features()

    def groups(self, at: int) -> list[Group]:
        """All that does not depend on the labels given to other words."""
        capital = self._capitals[at]
        here = self._kinds[at]
        before, after = self._around[at]
        b, a = outline(before), outline(after)
        following = self._kinds[at + 1] if at + 1 < len(self._capitals) and self._capitals[at + 1].adjacent else "-"
        previous = self._kinds[at - 1] if capital.adjacent else "-"
        agree = ""
        if capital.adjacent and self._cases[at] and self._cases[at - 1]:
            agree = "1" if self._cases[at] & self._cases[at - 1] else "0"
        tells = self._article[self._stems[at]]
        out = [
            ("own", capital.token.text),
            ("before", before),
            ("after", after),
            ("shape", capital.gap, previous, here, following, agree),
            ("near", b, a, here, following),
            ("article", here, *tells),
        ]
        if len(before) > 2 and before[0].isalpha() and not before.isupper():
            noun = self._words.noun(before)
            if noun.kind:
                mine = self._cases[at]
                agrees = "?" if not mine or not noun.cases else "!" if mine.isdisjoint(noun.cases) else "="
                out.append(("noun", noun.kind, agrees, here))
        quoted = ("|1" if after in _CLOSING else "|0") if before in _QUOTES else "<" if after in _CLOSING else ""
        if quoted or before[0] in _SENTENCE_START:
            start = "s" if before[0] in _SENTENCE_START else ""
            out.append(("mark", quoted, start, "l" if at in self._small else "", here))
        if capital.adjacent:
            earlier = self._stems[at - 1]
            count = str(min(self._pairs[earlier, self._stems[at]], 3))
            out.append(("pair", count, previous, here, str("Ab" in tells), str("Ab" in self._article[earlier])))
        return out

    def history(self, at: int, labels: Sequence[str]) -> list[Group]:
        """What the labels of the words before tell."""
        capital = self._capitals[at]
        here = self._kinds[at]
        last = labels[-1] if labels else "O"
        out: list[Group] = [("labels", labels[-2] if len(labels) > 1 else "O", last, capital.gap, here)]
        past = [labels[i] for i in self._earlier[at]]
        if past:
            kinds = {"P" if label in "Pp" else "R" if label in "Rr" else "O" for label in past}
            out.append(("past", "".join(sorted(kinds)), past[-1], here))
        if capital.adjacent and last in "Pp":
            first = at - 1
            while labels[first] == "p" and at - first < LONGEST_NAME:
                first -= 1
            known = self._cases[at] and self._cases[first]
            mark = "?" if not known else "=" if self._cases[at] & self._cases[first] else "!"
            out.append(("span", mark, str(at - first), self._kinds[first], "".join(self._kinds[first:at]), here))
        return out

    def _neighbours(self, index: int) -> tuple[str, str]:
        """The words before and after a token."""
        return self._beside(index, index - 1), self._beside(index, index + 1)

    def _beside(self, index: int, other: int) -> str:
        """The neighbour of a token, or a line's end."""
        if not 0 <= other < len(self._tokens):
            return _LINE_END
        left, right = self._tokens[min(index, other)], self._tokens[max(index, other)]
        same_line = left.end == right.start or "\n" not in self._text[left.end : right.start]
        return self._tokens[other].text if same_line else _LINE_END

    def _also_small(self) -> set[int]:
        """The places of the words that the article has in small letters too."""
        small = {token.text for token in self._tokens}
        return {at for at, c in enumerate(self._capitals) if c.token.text.lower() in small}

    def _earlier_occurrences(self) -> list[tuple[int, ...]]:
        """For each word the places of the last four of the same stem before it."""
        found: list[tuple[int, ...]] = []
        seen: dict[str, tuple[int, ...]] = {}
        for at, stem in enumerate(self._stems):
            earlier = seen.get(stem, ())
            found.append(earlier)
            seen[stem] = (*earlier[-3:], at)
        return found

    def _article_features(self) -> dict[str, tuple[str, ...]]:
        """By stem, what all its occurrences in the article tell: one clear context decides for the unclear ones."""
        found: dict[str, set[str]] = defaultdict(set)
        last = len(self._capitals) - 1
        for at, capital in enumerate(self._capitals):
            features = found[self._stems[at]]
            before, after = self._around[at]
            following = at < last and self._capitals[at + 1].adjacent
            if capital.adjacent:
                features.add("Ac" + self._kinds[at - 1][:2])
            elif not following:
                features.add("Ab")
            if following:
                features.add("An" + self._kinds[at + 1][:2])
            if before in _OPENING:
                features.add("Aq")
            if before.lower() in _PLACE_PREPOSITIONS:
                features.add("Ai")
            if after[0].islower() and _PAST.search(after):
                features.add("Av")
            if before[0] not in _SENTENCE_START and before[0] != "—":
                features.add("Am")
            if at in self._small:
                features.add("Al")
        for stem, count in Counter(self._stems).items():
            if count > 1:
                found[stem].add("A2")
            if count > 3:
                found[stem].add("A4")
        return {stem: tuple(sorted(features)) for stem, features in found.items()}


def expand(group: Group, words: Words) -> Sequence[str]:
    """The features of a group, as strings.

    Args:
        group: The group.
        words: What word forms tell by themselves.
    """
    kind = group[0]
    if kind == "own":
        return words.own_features(group[1])
    if kind in ("before", "after"):
        side = "B" if kind == "before" else "N"
        return [side + feature for feature in words.neighbour_features(group[1])]
    return _EXPANSIONS[kind](*group[1:])


def _article(here: str, *tells: str) -> tuple[str, ...]:
    return tells + tuple([tell + here for tell in tells])


def _shape(gap: str, previous: str, here: str, following: str, agree: str) -> tuple[str, ...]:
    found = (
        "g" + gap,
        f"c{previous}|{here}",
        f"d{here}|{following}",
        f"e{previous}|{here}|{following}",
    )
    return (*found, f"r{agree}{previous}|{here}") if agree else found


def _noun_features(kind: str, agrees: str, here: str) -> tuple[str, ...]:
    return f"o{kind}{agrees}", f"o{kind}|{here}", f"o{kind}{agrees}|{here}"


def _near(before: str, after: str, here: str, following: str) -> tuple[str, ...]:
    return (
        f"b{before}|{here}",
        f"a{after}|{here}",
        f"ba{before}|{after}",
        f"n{following}|{before}",
    )


def _mark(quoted: str, start: str, lower: str, here: str) -> tuple[str, ...]:
    found = [f"q{quoted}{here}"] if quoted else []
    if start:
        found += ["s", "s" + here]
        if lower:
            found.append("sl")
    return tuple(found)


def _labels(last2: str, last: str, gap: str, here: str) -> tuple[str, ...]:
    return f"l{last}{gap}", f"l{last}{gap}|{here}", f"l{last2}{last}{gap}"


def _span(mark: str, length: str, first: str, classes: str, here: str) -> tuple[str, ...]:
    return f"h{mark}{length}", f"h{mark}{first}|{here}", f"h{mark}{classes}|{here}"


_EXPANSIONS: dict[str, Callable[..., tuple[str, ...]]] = {
    "article": _article,
    "shape": _shape,
    "near": _near,
    "noun": _noun_features,
    "mark": _mark,
    "pair": lambda count, previous, here, alone, other: (
        f"u{count}{previous}|{here}",
        f"v{count}{alone}{other}",
    ),
    "labels": _labels,
    "past": lambda kinds, last, here: ("y" + kinds, "z" + last + here),
    "span": _span,
}
