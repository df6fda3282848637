"""What the labeller sees of a capitalised word: the word, its neighbours, its other occurrences in the article.

Features come in groups. A group is a short tuple, its kind first, and stands for several feature strings (`expand`): a
labeller computes a group's score once and keeps it, for the same groups come again in every article.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from newsfacts import Analysis, Reading, Token, shared

__all__ = ["LONGEST_NAME", "Capital", "Features", "Group", "expand", "find_capitals"]

Group = tuple[str, ...]
Readings = Callable[[str], tuple[Reading, ...]]

# More capitalised words than this no name has.
LONGEST_NAME = 10
_LONGEST_GAP = 60
_PROPER = ("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr")
_PROPER_TAGS = frozenset(_PROPER)
_CLASS = {"Name": "Fn", "Surn": "Sn", "Patr": "Pn"}
_ENDING = re.compile(r"(?<=...)(?:ого|ому|ыми|ими|ой|ей|ом|ем|ым|им|ую|ая|ый|ий|ою|ею|ья|ье|ью|[аяуюеыиоьй])\Z")
_PARTICLE_AND_CAPITAL = re.compile(r"[а-яёa-z]{1,4}[-‑'’][A-ZА-ЯЁ]")
_PAST = re.compile(r"(?:[аеиуыя]л[аои]?|[аяи]лс[яь]|[аи]лась|[аеиу]ет|ит|ют|ат)\Z")
_SMALL_WORDS = re.compile(r"[а-яёa-z\s]+")
_STOP = re.compile(r"[.!?]")
_MARKS_BETWEEN = frozenset("-–—,и(\"«':»&/.") | {"»,", "' "}
_OPENING = frozenset("«„“\"'")
_QUOTES = frozenset('«„“"')
_CLOSING = frozenset('»”“"')
_LINE_END = "¶"
_SENTENCE_START = frozenset('.!?…:«"' + _LINE_END)
_INITIALS = frozenset(("Дж", "Ал", "Ант", "Юр"))


class Capital:
    """A capitalised word among the tokens.

    Attributes:
        index: Its place among the tokens.
        token: The word.
        gap: What parts it from the capitalised word before, in short.
        adjacent: Whether the two may be one name: only white space, an initial's stop or a particle is between.
        stem: What it shares with its other forms.
    """

    __slots__ = ("adjacent", "gap", "index", "stem", "token")

    def __init__(self, index: int, token: Token, gap: str, adjacent: bool) -> None:
        self.index = index
        self.token = token
        self.gap = gap
        self.adjacent = adjacent
        self.stem = _stem(token.text)


def find_capitals(analysis: Analysis, particles: frozenset[str], openers: frozenset[str]) -> list[Capital]:
    """The capitalised words of a text that may be of a name, each with the kind of gap that parts it from the one before.

    Args:
        analysis: The article.
        particles: Words in small letters that may stand within a name.
        openers: Words with a capital that begin sentences; one is left out where it is neither an initial nor beside a name.
    """
    found: list[Capital] = []
    text = analysis.text
    end, short = -1, False
    for index, token in enumerate(analysis.tokens):
        word = token.text
        if not word[0].isupper() and not (len(word) > 3 and _PARTICLE_AND_CAPITAL.match(word)):
            continue
        gap, adjacent = "far", False
        if end >= 0 and token.start - end <= _LONGEST_GAP:
            gap, adjacent = _gap(text[end : token.start], short, particles)
        if not adjacent and word in openers and text[token.end : token.end + 1] != ".":
            continue
        found.append(Capital(index, token, gap, adjacent))
        end, short = token.end, len(word) <= 2
    return found


@lru_cache(maxsize=2_000)
def _gap(between: str, after_initial: bool, particles: frozenset[str]) -> tuple[str, bool]:
    """The kind of a gap, and whether it may lie within a name."""
    mark = between.strip()
    if "\n" in between:
        return "line", False
    if not mark:
        return (" " if between else ""), True
    if mark == "." and after_initial:
        return ".", True
    if particles.issuperset(mark.split()):
        return "particle", True
    if mark in _MARKS_BETWEEN:
        return mark, False
    if _SMALL_WORDS.fullmatch(between):
        return f"low{min(3, len(between.split()))}", False
    return ("stop" if _STOP.search(between) else "far"), False


class Features:
    """Features of the capitalised words of one article.

    Args:
        analysis: The article.
        capitals: Its capitalised words.
    """

    def __init__(self, analysis: Analysis, capitals: Sequence[Capital]) -> None:
        self._tokens = analysis.tokens
        self._text = analysis.text
        self._capitals = capitals
        self._lower = {t.text for t in self._tokens if t.text.islower()}
        readings = self._readings = analysis.language.morphology.readings
        self._words = [_word_class(c.token.text, readings) for c in capitals]
        self._cases = [_word_cases(c.token.text, readings) for c in capitals]
        self._around = [self._neighbours(c.index) for c in capitals]
        self._earlier = self._earlier_occurrences()
        self._pairs = Counter((self._capitals[at - 1].stem, c.stem) for at, c in enumerate(capitals) if c.adjacent)
        self._article = self._article_features()

    def groups(self, at: int) -> list[Group]:
        """All that does not depend on the labels given to other words."""
        capital = self._capitals[at]
        here = self._words[at]
        before, after = self._around[at]
        b, a = _outline(before), _outline(after)
        following = self._words[at + 1] if at + 1 < len(self._capitals) and self._capitals[at + 1].adjacent else "-"
        previous = self._words[at - 1] if capital.adjacent else "-"
        agree = ""
        if capital.adjacent and self._cases[at] and self._cases[at - 1]:
            agree = "1" if self._cases[at] & self._cases[at - 1] else "0"
        tells = self._article[capital.stem]
        out = [
            ("own", capital.token.text),
            ("before", before),
            ("after", after),
            ("shape", capital.gap, previous, here, following, agree),
            ("near", b, a, here, following),
            ("article", here, *tells),
        ]
        if len(before) > 2 and before[0].isalpha() and not before.isupper():
            kind, cases = _noun(before, self._readings)
            if kind:
                mine = self._cases[at]
                agrees = "?" if not mine or not cases else "=" if mine & cases else "!"
                out.append(("noun", kind, agrees, here))
        quoted = ("|1" if after in _CLOSING else "|0") if before in _QUOTES else "<" if after in _CLOSING else ""
        if quoted or before[0] in _SENTENCE_START:
            start = "s" if before[0] in _SENTENCE_START else ""
            out.append(
                (
                    "mark",
                    quoted,
                    start,
                    "l" if capital.token.text.lower() in self._lower else "",
                    here,
                )
            )
        if capital.adjacent:
            earlier = self._capitals[at - 1].stem
            count = str(min(self._pairs[earlier, capital.stem], 3))
            out.append(
                (
                    "pair",
                    count,
                    previous,
                    here,
                    str("Ab" in tells),
                    str("Ab" in self._article[earlier]),
                )
            )
        return out

    def history(self, at: int, labels: Sequence[str]) -> list[Group]:
        """What the labels of the words before tell."""
        capital = self._capitals[at]
        here = self._words[at]
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
            out.append(
                (
                    "span",
                    mark,
                    str(at - first),
                    self._words[first],
                    "".join(self._words[first:at]),
                    here,
                )
            )
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

    def _earlier_occurrences(self) -> list[tuple[int, ...]]:
        """For each word the places of the last four of the same stem before it."""
        found: list[tuple[int, ...]] = []
        seen: dict[str, tuple[int, ...]] = {}
        for at, capital in enumerate(self._capitals):
            earlier = seen.get(capital.stem, ())
            found.append(earlier)
            seen[capital.stem] = (*earlier[-3:], at)
        return found

    def _article_features(self) -> dict[str, tuple[str, ...]]:
        """By stem, what all its occurrences in the article tell: one clear context decides for the unclear ones."""
        found: dict[str, set[str]] = defaultdict(set)
        counts = Counter(c.stem for c in self._capitals)
        for at, capital in enumerate(self._capitals):
            features = found[capital.stem]
            before, after = self._around[at]
            following = at + 1 < len(self._capitals) and self._capitals[at + 1].adjacent
            if capital.adjacent:
                features.add("Ac" + self._words[at - 1][:2])
            elif not following:
                features.add("Ab")
            if following:
                features.add("An" + self._words[at + 1][:2])
            if before in _OPENING:
                features.add("Aq")
            if before.lower() in ("в", "во", "из", "на"):
                features.add("Ai")
            if after[0].islower() and _PAST.search(after):
                features.add("Av")
            if before[0] not in _SENTENCE_START and before[0] != "—":
                features.add("Am")
            if capital.token.text.lower() in self._lower:
                features.add("Al")
        for stem, count in counts.items():
            if count > 1:
                found[stem].add("A2")
            if count > 3:
                found[stem].add("A4")
        return {stem: tuple(sorted(features)) for stem, features in found.items()}


def expand(group: Group, readings: Readings) -> tuple[str, ...]:
    """The features of a group, as strings.

    Args:
        group: The group.
        readings: Reads a word form.
    """
    kind, *values = group
    if kind == "own":
        return _own_features(values[0], readings)
    if kind in ("before", "after"):
        side = "B" if kind == "before" else "N"
        return tuple(side + f for f in _neighbour_features(values[0], readings))
    if kind == "article":
        here, *tells = values
        return tuple(f for tell in tells for f in (tell, tell + here))
    return _EXPANSIONS[kind](*values)


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


@lru_cache(maxsize=6_000)
def _noun(word: str, readings: Readings) -> tuple[str, frozenset[str]]:
    """Whether a word is a common noun, for a being or a thing, and its cases."""
    found = readings(word)
    if found[0].pos != "NOUN" or not found[0].known or found[0].tags & _PROPER_TAGS:
        return "", shared(())
    cases = shared(f"{r.case}{g}" for r in found if r.pos == "NOUN" and r.number == "sing" for g in ("masc", "femn"))
    return ("a" if "anim" in found[0].tags else "i"), cases


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


def _own_features(word: str, readings: Readings) -> tuple[str, ...]:
    """What a capitalised word itself tells."""
    low = word.lower().replace("ё", "е")
    class_ = _word_class(word, readings)
    out = [
        "bias",
        "w" + low,
        "k" + class_,
        "s2" + low[-2:],
        "s3" + low[-3:],
        "s4" + low[-4:],
        "p3" + low[:3],
        "st" + _stem(word),
    ]
    out.append("len" + str(min(len(word), 8)))
    if "-" in word:
        parts = word.split("-")
        out += [
            "hy" + ("A" if parts[-1][:1].isupper() else "a"),
            "hs" + parts[-1].lower()[:6],
            "hp" + parts[0].lower()[:6],
        ]
    if "а" <= low[0] <= "я":
        found = readings(word)
        known = "K" if found[0].known else "U"
        out += [f"t{known}{tag}" for tag in _PROPER if any(tag in r.tags for r in found[:6])]
        out.append(f"pos{known}{found[0].pos}" + ("a" if "anim" in found[0].tags else ""))
        out += [f"s3{known}{low[-3:]}", f"s2{class_}{low[-2:]}"]
        if any(r.known and not (r.tags & _PROPER_TAGS) for r in found):
            out.append("common")
    return tuple(out)


def _neighbour_features(word: str, readings: Readings) -> tuple[str, ...]:
    """What a word tells of the capitalised word beside it."""
    low = word.lower().replace("ё", "е")
    if word[0].isupper():
        return (
            "W" + low,
            "S" + low[-3:],
            "K" + _word_class(word, readings),
            "P" + low[:4],
        )
    if word[0].islower():
        return (
            "w" + low,
            "s" + low[-3:],
            "S" + low[-2:],
            "p" + low[:6],
            "q" + low[:4],
            "f" + low[-6:],
        )
    return ("m" + ("0" if word[0].isdigit() else word),)


@lru_cache(maxsize=6_000)
def _stem(word: str) -> str:
    """The word without what inflection changes: «Обамой», «Обама» → «обам»."""
    return _ENDING.sub("", word.lower().replace("ё", "е"))


@lru_cache(maxsize=6_000)
def _outline(word: str) -> str:
    """A neighbour in short: marks and short words as they are, of longer ones the beginning."""
    if word[0].isupper():
        return "X"
    return "0" if word[0].isdigit() else word if len(word) <= 4 else word[:5]


@lru_cache(maxsize=6_000)
def _word_class(word: str, readings: Readings) -> str:
    """A word's shape and what the dictionary makes of it, as a few letters."""
    first = word[0].lower()
    if not ("а" <= first <= "я" or first == "ё"):
        return "Lu" if word.isupper() and len(word) > 1 else "L1" if len(word) == 1 else "La"
    if len(word) == 1 or word in _INITIALS:
        return "I"
    if word.isupper():
        return "U" + str(min(len(word), 5))
    if any(c.isupper() for c in word[1:]) and "-" not in word:
        return "M"
    found = readings(word)
    top = found[0]
    kind = next((t for t in _PROPER if t in top.tags), None)
    if kind is None:
        kind = next(
            (t.lower() for t in ("Surn", "Name", "Patr") for r in found if t in r.tags),
            None,
        )
    if kind is None:
        kind = (top.pos or "x") + ("a" if "anim" in top.tags else "")
    return _CLASS.get(kind, kind) + ("" if top.known else "?")


@lru_cache(maxsize=6_000)
def _word_cases(word: str, readings: Readings) -> frozenset[str]:
    """The cases and genders that a word of a name may stand in; none for what is not declined."""
    if len(word) < 3 or not ("а" <= word[0].lower() <= "я") or word.isupper():
        return shared(())
    return shared(
        r.case + gender
        for r in readings(word)
        if r.case and r.number == "sing" and r.pos in ("NOUN", "ADJF")
        for gender in ((r.gender,) if r.gender and "ms-f" not in r.tags else ("masc", "femn"))
    )
