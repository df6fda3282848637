"""The features by which a capitalised word is labelled: of the word, its neighbours and its other occurrences in the article.

Most features come in groups. A group is a short tuple, its kind first, from which several feature strings are made (`expand`):
the labeller computes a group's score once and keeps it, for the same groups come again in every article. Features of several
words around are seldom the same again, so they are made as strings at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from newsfacts import Analysis
from newsfacts_names.candidates import Candidate
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.word_forms import WordForms, outline

__all__ = ["Group", "SequenceFeatures", "expand"]

Group = tuple[str, ...]

_OPENING = frozenset("«„“\"'")
_QUOTES = frozenset('«„“"')
_CLOSING = frozenset('»”“"')
_LINE_END = "¶"
_SENTENCE_START = frozenset('.!?…:«"' + _LINE_END)
# More occurrences of a word, or of two side by side, say no more.
_OFTEN = 3
# The labels of the last few occurrences are the surest.
_MOST_EARLIER = 4


class SequenceFeatures:
    """Features of the capitalised words of one article.

    Args:
        analysis: The article.
        candidates: Its capitalised words.
        forms: The features of single word forms.
        lexicon: The words of its language.
    """

    def __init__(self, analysis: Analysis, candidates: Sequence[Candidate], forms: WordForms, lexicon: NameLexicon) -> None:
        self._tokens = analysis.tokens
        self._text = analysis.text
        self._candidates = candidates
        self._forms = forms
        self._lexicon = lexicon
        positions = [c.position for c in candidates]
        own = [forms.form(c.token.text) for c in candidates]
        self._kinds = [form.kind for form in own]
        self._cases = [form.cases for form in own]
        self._stems = [form.stem for form in own]
        self._small = self._also_small()
        self._around = [(self._beside(c.position, c.position - 1), self._after(c)) for c in candidates]
        self._outlines = [
            (self._outline(at - 2), outline(before), outline(after), self._outline(at + 2))
            for at, (before, after) in zip(positions, self._around, strict=True)
        ]
        self._earlier = self._earlier_occurrences()
        self._pairs = Counter([(self._stems[at - 1], self._stems[at]) for at, c in enumerate(candidates) if c.adjacent])
        self._article = self._article_features()

    def groups(self, at: int) -> list[Group]:
        """The groups that do not depend on the labels given to other words."""
        candidate = self._candidates[at]
        here = self._kinds[at]
        before, after = self._around[at]
        following = self._following(at)
        previous = self._kinds[at - 1] if candidate.adjacent else "-"
        agree = ""
        if candidate.adjacent and self._cases[at] and self._cases[at - 1]:
            agree = "1" if self._cases[at] & self._cases[at - 1] else "0"
        contexts = self._article[self._stems[at]]
        out = [
            ("own", candidate.token.text),
            ("before", before),
            ("after", after),
            ("shape", candidate.gap, previous, here, following, agree),
            ("article", here, *contexts),
        ]
        if (noun := self._forms.noun(before)).kind:
            mine = self._cases[at]
            agrees = "?" if not mine or not noun.cases else "!" if mine.isdisjoint(noun.cases) else "="
            out.append(("noun", noun.kind, agrees, here))
        quoted = ("|1" if after in _CLOSING else "|0") if before in _QUOTES else "<" if after in _CLOSING else ""
        if quoted or before[0] in _SENTENCE_START:
            start = "s" if before[0] in _SENTENCE_START else ""
            out.append(("mark", quoted, start, "l" if at in self._small else "", here))
        if candidate.adjacent:
            earlier = self._stems[at - 1]
            count = str(min(self._pairs[earlier, self._stems[at]], _OFTEN))
            out.append(("pair", count, previous, here, str("Ab" in contexts), str("Ab" in self._article[earlier])))
        return out

    def surroundings(self, at: int) -> tuple[str, ...]:
        """The features of two words on either side, which do not depend on labels either."""
        here, following = self._kinds[at], self._following(at)
        before2, before, after, after2 = self._outlines[at]
        return (
            f"b{before}|{here}",
            f"a{after}|{here}",
            f"ba{before}|{after}",
            f"n{following}|{before}",
            f"b2{before2}",
            f"b3{before}|{before2}",
            f"a2{after2}",
            f"a3{after}|{after2}",
        )

    def history(self, at: int, labels: Sequence[str]) -> list[Group]:
        """The groups that depend on the labels of the words before."""
        candidate = self._candidates[at]
        here = self._kinds[at]
        last = labels[-1] if labels else "O"
        out: list[Group] = [("labels", labels[-2] if len(labels) > 1 else "O", last, candidate.gap, here)]
        past = [labels[i] for i in self._earlier[at]]
        if past:
            kinds = {"P" if label in "Pp" else "R" if label in "Rr" else "O" for label in past}
            out.append(("past", "".join(sorted(kinds)), past[-1], here))
        if candidate.adjacent and last in "Pp":
            first = at - 1
            while labels[first] == "p":
                first -= 1
            known = self._cases[at] and self._cases[first]
            mark = "?" if not known else "=" if self._cases[at] & self._cases[first] else "!"
            out.append(("span", mark, str(at - first), self._kinds[first], "".join(self._kinds[first:at]), here))
        return out

    def _following(self, at: int) -> str:
        """The kind of the next candidate where the two may be one name."""
        return self._kinds[at + 1] if at + 1 < len(self._candidates) and self._candidates[at + 1].adjacent else "-"

    def _beside(self, position: int, other: int) -> str:
        """The neighbour of a token, or a line's end."""
        if not 0 <= other < len(self._tokens):
            return _LINE_END
        left, right = self._tokens[min(position, other)], self._tokens[max(position, other)]
        return _LINE_END if "\n" in self._text[left.end : right.start] else self._tokens[other].text

    def _after(self, candidate: Candidate) -> str:
        """What follows a candidate: what is written together with it, or its neighbour."""
        whole = self._tokens[candidate.position]
        if candidate.token.end < whole.end:
            return self._text[candidate.token.end : whole.end].replace("’", "'")
        return self._beside(candidate.position, candidate.position + 1)

    def _outline(self, position: int) -> str:
        """A token in short, or the end of the text."""
        return outline(self._tokens[position].text if 0 <= position < len(self._tokens) else _LINE_END)

    def _also_small(self) -> set[int]:
        """The places of the words that the article has in small letters too."""
        small = {token.text for token in self._tokens}
        return {at for at, c in enumerate(self._candidates) if c.token.text.lower() in small}

    def _earlier_occurrences(self) -> list[tuple[int, ...]]:
        """For each word the places of the last ones of the same stem before it."""
        found: list[tuple[int, ...]] = []
        seen: dict[str, tuple[int, ...]] = {}
        for at, stem in enumerate(self._stems):
            earlier = seen.get(stem, ())
            found.append(earlier)
            seen[stem] = (*earlier, at)[-_MOST_EARLIER:]
        return found

    def _article_features(self) -> dict[str, tuple[str, ...]]:
        """By stem the contexts of all its occurrences in the article: one clear context decides for the unclear ones."""
        found: dict[str, set[str]] = defaultdict(set)
        for at, stem in enumerate(self._stems):
            found[stem].update(self._context(at))
        for stem, count in Counter(self._stems).items():
            if count > 1:
                found[stem].add("A2")
            if count > _OFTEN:
                found[stem].add("A4")
        return {stem: tuple(sorted(features)) for stem, features in found.items()}

    def _context(self, at: int) -> Iterator[str]:
        """What the words around an occurrence say of it."""
        before, after = self._around[at]
        following = at + 1 < len(self._candidates) and self._candidates[at + 1].adjacent
        if self._candidates[at].adjacent:
            yield "Ac" + self._kinds[at - 1][:2]
        elif not following:
            yield "Ab"
        if following:
            yield "An" + self._kinds[at + 1][:2]
        if before in _OPENING:
            yield "Aq"
        if before.lower() in self._lexicon.locatives:
            yield "Ai"
        if self._forms.may_be_verb(after):
            yield "Av"
        if before[0] not in _SENTENCE_START and before[0] != "—":
            yield "Am"
        if at in self._small:
            yield "Al"


def expand(group: Group, forms: WordForms) -> Sequence[str]:
    """The features of a group, as strings.

    Args:
        group: The group.
        forms: The features of single word forms.
    """
    kind = group[0]
    if kind == "own":
        return forms.own_features(group[1])
    if kind in ("before", "after"):
        return forms.neighbour_features("B" if kind == "before" else "N", group[1])
    return _EXPANSIONS[kind](*group[1:])


def _article(here: str, *contexts: str) -> tuple[str, ...]:
    return (*contexts, *[context + here for context in contexts])


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
