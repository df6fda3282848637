"""What the labeller sees of a capitalised word: features as short strings, by word, by neighbourhood, by article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from newsfacts import Analysis, Reading, Token

__all__ = ["Capital", "Features", "find_capitals"]

_PROPER = ("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr")
_ENDING = re.compile(r"(?<=...)(?:ого|ому|ыми|ими|ой|ей|ом|ем|ым|им|ую|ая|ый|ий|ою|ею|ья|ье|ью|[аяуюеыиоьй])\Z")
_CAPITAL = re.compile(r"[^\W\d_]*[-‑'’]?[A-ZА-ЯЁ]|[A-ZА-ЯЁ]")
_PAST = re.compile(r"(?:[аеиуыя]л[аои]?|[аяи]лс[яь]|[аи]лась|[аеиу]ет|ит|ют|ат)\Z")
_OPENING = "«„“\"'"
_CLOSING = "»”“\"'"


class Capital:
    """A capitalised word among the tokens."""

    __slots__ = ("adjacent", "gap", "index", "stem", "token")

    def __init__(self, index: int, token: Token, gap: str, adjacent: bool) -> None:
        self.index = index
        self.token = token
        self.gap = gap
        self.adjacent = adjacent
        self.stem = stem(token.text)


def stem(word: str) -> str:
    """The word without what inflection changes: «Обамой», «Обама» → «обам»."""
    return _ENDING.sub("", word.lower().replace("ё", "е"))


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital, be it after a particle («аль-Асад», «д'Артаньян»)."""
    return word[0].isupper() or (
        word[0].islower() and not word.islower() and bool(re.match(r"[а-яёa-z]{1,4}[-‑'’][A-ZА-ЯЁ]", word))
    )


def find_capitals(analysis: Analysis, particles: frozenset[str]) -> list[Capital]:
    """The capitalised words of a text, each with the kind of gap that parts it from the one before."""
    found: list[Capital] = []
    tokens, text = analysis.tokens, analysis.text
    for index, token in enumerate(tokens):
        if not is_capital(token.text):
            continue
        gap, adjacent = "far", False
        if found:
            before = found[-1]
            between = text[before.token.end : token.start]
            if "\n" in between:
                gap = "line"
            elif len(between) > 60:
                gap = "far"
            elif between.isspace():
                gap, adjacent = " ", True
            elif between.strip() == "." and len(before.token.text) <= 2:
                gap, adjacent = ".", True
            elif not between:
                gap, adjacent = "", True
            elif between.strip(" \xa0") in particles:
                gap, adjacent = "particle", True
            elif between.strip() in ("-", "–", "—", ",", "и", "(", '"', "«", "' ", ":", "»,", "&", ". ", ".", "/", "»"):
                gap = between.strip()
            elif re.fullmatch(r"[\s\xa0]*[а-яёa-z\s\xa0]+", between):
                gap = f"low{min(3, len(between.split()))}"
            elif re.search(r"[.!?]", between):
                gap = "stop"
        found.append(Capital(index, token, gap, adjacent))
    return found


class Features:
    """Features of the capitalised words of one article.

    Args:
        analysis: The article.
        capitals: Its capitalised words.
        particles: Words in small letters that may stand within a name.
    """

    def __init__(self, analysis: Analysis, capitals: Sequence[Capital]) -> None:
        self._tokens = analysis.tokens
        self._text = analysis.text
        self._capitals = capitals
        self._lower = {t.text for t in self._tokens if t.text.islower()}
        self.words = [word_class(c.token.text, analysis.readings) for c in capitals]
        self._cases = [word_cases(c.token.text, analysis.readings) for c in capitals]
        self._before: list[tuple[int, ...]] = []
        seen: dict[str, tuple[int, ...]] = {}
        for at, capital in enumerate(capitals):
            earlier = seen.get(capital.stem, ())
            self._before.append(earlier)
            seen[capital.stem] = (*earlier[-3:], at)
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._article = self._article_features()

    def context(self, at: int) -> list[str]:
        """Features of a capitalised word's place in the text and in the article; its label history is not among them."""
        capital = self._capitals[at]
        here = self.words[at]
        before = self._neighbour(capital.index, -1)
        after = self._neighbour(capital.index, 1)
        after2 = self._neighbour(capital.index + 1, 1) if after != "\n" else "\n"
        before2 = self._neighbour(capital.index - 1, -1) if before != "\n" else "\n"
        following = self._capitals[at + 1] if at + 1 < len(self._capitals) else None
        next_class = self.words[at + 1] if following and following.adjacent else "-"
        previous_class = self.words[at - 1] if capital.adjacent else "-"
        b, a = _outline(before), _outline(after)
        out = [
            "g" + capital.gap,
            f"c{previous_class}|{here}",
            f"d{here}|{next_class}",
            f"e{previous_class}|{here}|{next_class}",
            f"b{b}|{here}",
            f"a{a}|{here}",
            f"ba{b}|{a}",
            "b2" + _outline(before2),
            "a2" + _outline(after2),
            f"b2{_outline(before2)}|{b}",
            f"a2{a}|{_outline(after2)}",
            f"n{next_class}|{b}",
        ]
        if capital.adjacent and self._cases[at] and self._cases[at - 1]:
            out.append(f"r{bool(self._cases[at] & self._cases[at - 1]):d}{previous_class}|{here}")
        if before in ('"', "«", "„", "“"):
            out.append("q|" + ("1" if after in ('"', "»", "”", "“") else "0") + here)
        elif after in ('"', "»", "”"):
            out.append("q<" + here)
        if before[0] in '.!?\n…:«"':
            out += ["s", "s" + here]
            if capital.token.text.lower() in self._lower:
                out.append("sl")
        if capital.adjacent:
            pair = self._pairs[self._capitals[at - 1].stem, capital.stem]
            out.append(f"u{min(pair, 3)}{previous_class}|{here}")
            out.append(
                f"v{min(pair, 3)}{'Ab' in self._article[capital.stem]:d}{'Ab' in self._article[self._capitals[at - 1].stem]:d}"
            )
        for feature in self._article[capital.stem]:
            out += [feature, feature + here]
        return out

    def label_history(self, at: int, labels: Sequence[str]) -> list[str]:
        """Features that need the labels given to the words before."""
        capital = self._capitals[at]
        here = self.words[at]
        last = labels[-1] if labels else "O"
        last2 = labels[-2] if len(labels) > 1 else "O"
        out = [f"l{last}{capital.gap}", f"l{last}{capital.gap}|{here}", f"l{last2}{last}{capital.gap}"]
        past = [labels[i] for i in self._before[at]]
        if past:
            kinds = {"P" if label in "Pp" else "R" if label in "Rr" else "O" for label in past}
            out += ["y" + "".join(sorted(kinds)), "z" + past[-1] + here]
        if capital.adjacent and last in "Pp":
            first = at - 1
            while labels[first] == "p":
                first -= 1
            agree = self._cases[at] & self._cases[first] if self._cases[at] and self._cases[first] else None
            mark = "?" if agree is None else "=" if agree else "!"
            classes = "".join(self.words[i] for i in range(first, at))
            out += [f"h{mark}{at - first}", f"h{mark}{self.words[first]}|{here}", f"h{mark}{classes}|{here}"]
        return out

    def around(self, at: int) -> tuple[str, str]:
        """The words before and after, a line's end as a line feed."""
        index = self._capitals[at].index
        return self._neighbour(index, -1), self._neighbour(index, 1)

    def _neighbour(self, index: int, step: int) -> str:
        other = index + step
        if not 0 <= other < len(self._tokens) or not 0 <= index < len(self._tokens):
            return "\n"
        left, right = (other, index) if step < 0 else (index, other)
        if "\n" in self._text[self._tokens[left].end : self._tokens[right].start]:
            return "\n"
        return self._tokens[other].text

    def _article_features(self) -> dict[str, set[str]]:
        """By stem, what all its occurrences in the article tell: one clear context decides for the unclear ones."""
        found: dict[str, set[str]] = defaultdict(set)
        counts: dict[str, int] = defaultdict(int)
        for at, capital in enumerate(self._capitals):
            counts[capital.stem] += 1
            features = found[capital.stem]
            before, after = self.around(at)
            following = self._capitals[at + 1] if at + 1 < len(self._capitals) else None
            if capital.adjacent:
                features.add("Ac" + self.words[at - 1][:2])
                self._pairs[self._capitals[at - 1].stem, capital.stem] += 1
            elif not (following and following.adjacent):
                features.add("Ab")
            if following and following.adjacent:
                features.add("An" + self.words[at + 1][:2])
            if before in _OPENING:
                features.add("Aq")
            if before.lower() in ("в", "во", "из", "на"):
                features.add("Ai")
            if after[0].islower() and _PAST.search(after):
                features.add("Av")
            if before[0] not in '.!?\n…:«"—':
                features.add("Am")
            if capital.token.text.lower() in self._lower:
                features.add("Al")
        for stem_, count in counts.items():
            if count > 1:
                found[stem_].add("A2")
            if count > 3:
                found[stem_].add("A4")
        return found


@lru_cache(maxsize=20_000)
def _outline(word: str) -> str:
    """A neighbour in short: marks and short words as they are, of longer ones the beginning."""
    if word[0].isupper():
        return "X"
    if word[0].isdigit():
        return "0"
    if len(word) <= 4:
        return word
    return word[:5]


@lru_cache(maxsize=20_000)
def own_features(word: str, readings: Callable[[str], tuple[Reading, ...]]) -> tuple[str, ...]:
    """What a capitalised word itself tells."""
    low = word.lower().replace("ё", "е")
    class_ = word_class(word, readings)
    out = [
        "w" + low,
        "k" + class_,
        "s2" + low[-2:],
        "s3" + low[-3:],
        "s4" + low[-4:],
        "p3" + low[:3],
        "st" + stem(word),
        "bias",
    ]
    out.append("len" + str(min(len(word), 8)))
    if "-" in word:
        parts = word.split("-")
        out.append("hy" + ("A" if parts[-1][:1].isupper() else "a"))
        out.append("hs" + parts[-1].lower()[:6])
        out.append("hp" + parts[0].lower()[:6])
    if word[0].isalpha() and "а" <= low[0] <= "я":
        found = readings(word)
        known = "K" if found[0].known else "U"
        out += [f"t{known}{tag}" for tag in _PROPER if any(tag in r.tags for r in found[:6])]
        out.append(f"pos{known}{found[0].pos}" + ("a" if "anim" in found[0].tags else ""))
        out.append(f"s3{known}{low[-3:]}")
        out.append(f"s2{class_}{low[-2:]}")
        if any(r.known and not (r.tags & set(_PROPER)) for r in found):
            out.append("common")
    return tuple(out)


@lru_cache(maxsize=20_000)
def neighbour_features(word: str, readings: Callable[[str], tuple[Reading, ...]]) -> tuple[str, ...]:
    """What a word tells of the capitalised word beside it."""
    low = word.lower().replace("ё", "е")
    if word[0].isupper():
        return ("W" + low, "S" + low[-3:], "K" + word_class(word, readings), "P" + low[:4])
    if word[0].islower():
        return ("w" + low, "s" + low[-3:], "S" + low[-2:], "p" + low[:6], "q" + low[:4], "f" + low[-6:])
    return ("m" + (word if not word[0].isdigit() else "0"),)


@lru_cache(maxsize=20_000)
def word_class(word: str, readings: Callable[[str], tuple[Reading, ...]]) -> str:
    """A word's shape and what the dictionary makes of it, as a few letters."""
    first = word[0].lower()
    if not ("а" <= first <= "я" or first == "ё"):
        return "Lu" if word.isupper() and len(word) > 1 else ("L1" if len(word) == 1 else "La")
    if len(word) == 1:
        return "I"
    if len(word) == 2 and word[1].islower() and word[0] in "АЮЯДЕЁ" and word in ("Дж", "Ал", "Ант", "Юр", "Ю"):
        return "I"
    if word.isupper():
        return "U" + str(min(len(word), 5))
    if any(c.isupper() for c in word[1:]) and "-" not in word:
        return "M"
    found = readings(word)
    top = found[0]
    kind = next((t for t in _PROPER if t in top.tags), None)
    if kind is None:
        kind = next((t.lower() for t in ("Surn", "Name", "Patr") for r in found if t in r.tags), None)
    if kind is None:
        kind = (top.pos or "x")[:4] + ("a" if "anim" in top.tags else "")
    return {"Name": "Fn", "Surn": "Sn", "Patr": "Pn"}.get(kind, kind) + ("" if top.known else "?")


@lru_cache(maxsize=20_000)
def word_cases(word: str, readings: Callable[[str], tuple[Reading, ...]]) -> frozenset[str]:
    """The cases that a word of a name may stand in; none for what is not declined."""
    if len(word) < 3 or not ("а" <= word[0].lower() <= "я") or word.isupper():
        return frozenset()
    return frozenset(
        r.case + g
        for r in readings(word)
        if r.case and r.number == "sing" and r.pos in ("NOUN", "ADJF")
        for g in ((r.gender,) if r.gender and "ms-f" not in r.tags else ("masc", "femn"))
    )
