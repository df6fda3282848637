"""Quoted words: whether a stretch that may be verbatim is somebody's words, and which cue attributes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsfacts import fold
from newsfacts_quotes.contents import Content, content_around, kind_of
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.dialogue import Verbatim
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.sentence_units import SentenceUnits, is_boundary
from newsfacts_quotes.verbatim import Segment

__all__ = ["NEVER", "Before", "Quotations", "anchor_of", "find_voices", "introducing", "without_cue"]

_WORD = re.compile(r"[^\W\d_][\w-]*")
# A set expression has no more words.
_LONGEST_SET = 3
# So many quotations in a list are of different people, where so many of them ask or exclaim.
_LEAST_VOICES, _LEAST_CALLS = 3, 2
# Enough of a quotation, in characters, to judge its words.
_SAMPLE = 300
# A quotation further than so many characters after the last one does not go on with it.
_CONTINUATION = 400
# A name that owns what follows it, and words that have no capital within a title.
_OWNERS = frozenset(("Ps", "Os", "Ls"))
_WITHIN_TITLES = frozenset(("prep", "and", "adj", "to"))
NEVER = "never"
"""The feature of a candidate that there is not; its weight keeps it from being chosen."""


class Before:
    """What came before a sentence.

    Attributes:
        cue: What introduces this one in the sentence before, if that ends in a colon.
        colon: Whether it ends in a colon.
        quoted: The offset after the last quoted words.
        alone: Whether the sentence before was nothing but quoted words.
    """

    def __init__(self) -> None:
        self.cue: Cue | None = None
        self.colon = False
        self.quoted = -1
        self.alone = False

    def pass_over(self, segment: Segment, text: str) -> None:
        """Note a segment that was not looked at."""
        self.cue = None
        self.colon = text[segment.bounds.end - 1] == ":"
        self.alone = False

    def note(self, sentence: SentenceUnits, cues: Sequence[Cue], text: str, quoted: Sequence[Verbatim]) -> None:
        """Note a sentence and what was quoted in it."""
        self.colon = text[sentence.end - 1] == ":"
        self.cue = introducing(sentence, cues) if self.colon else None
        self.alone = bool(quoted) and is_alone(sentence)
        if quoted:
            self.quoted = quoted[-1].end


def is_alone(sentence: SentenceUnits) -> bool:
    """Whether there is nothing in a sentence but what may be verbatim."""
    return all(code == "Q" or not code[0].isalnum() for code in sentence.codes)


def anchor_of(sentence: SentenceUnits, index: int, quoted: bool, cue: Cue) -> str:
    """What a cue attributes, or how words stand that no cue attributes, as features name it."""
    if cue.kind != "zero":
        return "q" if quoted else "b" if index < 0 else "i"
    lead, tail = sentence.code(index - 1), sentence.code(index + 1)
    if tail == "—" or (tail in ",.!?…" and sentence.code(index + 2) == "—"):
        return "dash"
    return "colon" if lead == ":" else "alone" if is_alone(sentence) else "frag"


def without_cue(sentence: SentenceUnits, index: int) -> Cue:
    """The place where the speaker is looked for of words that no cue attributes."""
    if anchor_of(sentence, index, True, Cue(0, 0, 0, None, "zero")) == "dash":
        return Cue(index + 1, index + 1, index + 1, None, "zero")
    return Cue(index, index - 1, index, None, "zero")


def find_voices(sentence: SentenceUnits, text: str) -> Sequence[int]:
    """The quotations of a list behind a colon that ends a sentence, where they are so many that nobody says all.

    «Горожане не молчат: „Пора“, „Рано“, „А где деньги?“» (the townspeople do not keep silent). Some ask or exclaim:
    where one does it may be the name of a film.
    """
    found = [i for i, unit in enumerate(sentence.units) if unit.quotation is not None]
    if len(found) < _LEAST_VOICES or sentence.code(found[0] - 1) != ":" or found[-1] < sentence.last() - 1:
        return ()
    listed = all(sentence.codes[i + 1 : j] in ([","], ["and"], [",", "and"]) for i, j in pairwise(found))
    verbatims = [sentence.units[i].quotation for i in found]
    calls = sum(v is not None and v.form == "marks" and text[v.inner_end - 1] in "?!" for v in verbatims)
    return found if listed and calls >= _LEAST_CALLS else ()


def introducing(sentence: SentenceUnits, cues: Sequence[Cue]) -> Cue:
    """What a sentence that ends in a colon introduces the next with: its last cue, or its end."""
    listed = [cue for cue in cues if cue.kind != "other"] or cues
    return listed[-1] if listed else Cue(len(sentence), len(sentence) - 1, len(sentence), None, "zero")


class Quotations:
    """The stretches of a sentence that may be verbatim, and what speaks for each decision about them.

    Args:
        sentence: The sentence.
        cues: Its cues.
        words: Look-up of words.
        text: The article's text.
        before: What came before the sentence.
        said: What the cues attribute without marks.
    """

    def __init__(
        self,
        sentence: SentenceUnits,
        cues: Sequence[Cue],
        words: WordLookup,
        text: str,
        before: Before,
        said: Sequence[Content],
    ) -> None:
        self.sentence = sentence
        self.cues = cues
        self.words = words
        self.text = text
        self.before = before
        self.said = said
        self.alone = is_alone(sentence)

    def features(self, index: int, chosen: Cue | None = None) -> list[list[str]]:
        """What speaks against the words at a unit, for them without a cue, with the cue before, and with each of the cues.

        Args:
            index: The unit.
            chosen: The cue of the quoted words before them in the sentence.
        """
        sentence = self.sentence
        verbatim = sentence.units[index].quotation
        assert verbatim is not None
        features, sure = self._own(verbatim)
        lead, tail = sentence.code(index - 1), sentence.code(index + 1)
        after = tail + sentence.code(index + 2) + (sentence.code(index + 3) if tail in ",.!?…" else "")
        inside = next((c for c in self.said if c.start <= index < c.end), None)
        within = f"in{kind_of(inside.cue)}" if inside else "out"
        near = 0 <= verbatim.start - self.before.quoted < _CONTINUATION
        goes_on = "Q" in sentence.codes[:index] and lead == "—"
        listed = [cue for cue in self.cues if cue.kind != "other"]
        cued = f"{min(len(listed), 3)}{sure}"
        context = f"{verbatim.form}{self.alone:d}{self.before.colon:d}{self.before.alone:d}{near:d}{goes_on:d}"
        none = [
            "N",
            f"N{self.label(index - 1)}{sure}",
            f"N>{after}",
            f"Nk{cued}",
            f"Nk{cued}{within}{lead}",
            f"N{lead}_{tail}{sure}",
        ]
        for own in features:
            none += [f"N{own}", f"N{own}{within}", f"N{own}{lead}"]
        pending = self.before.cue
        found = [
            none,
            [NEVER]
            if pending and index == 0
            else ["Z", f"Zk{cued}", f"Zk{cued}{within}{lead}", f"Zc{context}", f"Zc{context}{sure}", f"Z{lead}_{tail}"],
            ["B", f"B{kind_of(pending)}", f"B{kind_of(pending)}{sure}", f"Bc{context}", f"Bc{context}{kind_of(pending)}"]
            if pending
            else [NEVER],
        ]
        nearest = min(listed or self.cues, key=lambda c: abs(c.first - index), default=None)
        for cue in self.cues:
            kind = kind_of(cue)
            told = content_around(cue, self.said) is not None
            side = "R" if cue.first < index else "L"
            low, high = (cue.last + 1, index) if side == "R" else (index + 1, cue.first)
            between = sentence.codes[low:high]
            relation = side + "".join([c for c in between if is_boundary(c)])[:4]
            size = min(len(between) // 2, 8)
            lemma = cue.verb.lemma if cue.verb else sentence.low(cue.last)
            found.append(
                [
                    "Q",
                    f"Q>{after}",
                    f"Qp{cue is chosen}{lead}{sentence.code(index - 2)}",
                    f"Qp{cue is chosen}{kind}{side}",
                    f"Qc{context}",
                    f"r{relation}{kind}",
                    f"rf{relation}{verbatim.form}",
                    f"ri{side}{sentence.left_edge(cue.first) == cue.first}{relation}",
                    f"rd{side}{size}",
                    f"rd{side}{size}{kind}",
                    f"rn{cue is nearest}{side}{kind}",
                    f"rc{told}{within}",
                    f"rc{told}{inside is not None and inside.cue is cue}{kind}",
                    f"ro{inside is not None and inside.cue is cue}{within}",
                    f"rl{lemma}",
                    f"rl{lemma}{side}",
                    f"rl{lemma}{sure}",
                ]
            )
        return found

    def is_set_expression(self, verbatim: Verbatim) -> bool:
        """Whether marks hold a set expression, which quotes nobody."""
        lows = fold(self.text[verbatim.inner_start : verbatim.inner_end]).split()
        return 0 < len(lows) <= _LONGEST_SET and self._is_set(lows)

    def _own(self, verbatim: Verbatim) -> tuple[list[str], str]:
        """What a stretch shows by its own words, and the gist of it."""
        inner = self.text[verbatim.inner_start : min(verbatim.inner_end, verbatim.inner_start + _SAMPLE)].strip()
        forms = [m.group() for m in _WORD.finditer(inner)]
        if not forms:
            return ["o0"], "0"
        count = len(forms)
        size = count if count < 4 else 4 if count < 6 else 6 if count < 9 else 9 if count < 14 else 14
        first = inner[0]
        opens = "l" if first.islower() else "U" if first.isupper() else "."
        ends = self.text[verbatim.inner_end - 1]
        closes = ends if ends in ",.!?…" else "-"
        lows = [fold(form) for form in forms]
        codes = [self.words.code(low) for low in lows[:30]]
        verb = "fin" in codes
        person = any(self.words.look(low).first_person or low in self.words.lexicon.words.first_person for low in lows[:30])
        caps = sum(form[0].isupper() for form in forms)
        small = count - caps
        if not self.words.grammar.declines:  # «State of the Union»
            small = sum(form[0].islower() and code not in _WITHIN_TITLES for form, code in zip(forms, codes, strict=False))
        title = not small and count > 1 and caps > 0
        foreign = self.words.is_foreign(forms[0])
        gist = f"{size}{opens}{closes != '-':d}{verb:d}"
        own = [
            f"os{size}",
            f"oo{opens}{closes}",
            f"ov{verb:d}{opens}",
            f"op{person:d}",
            f"og{gist}",
            f"oc{codes[0]}",
            f"of{foreign:d}{title:d}",
        ]
        return own, gist

    def label(self, index: int) -> str:
        """What a noun before a stretch makes of it: a name, what it says, or nothing."""
        if self.sentence.code(index) in _OWNERS:
            return "owned"  # «on CNN's “State of the Union”»
        if index < 0 or not self.sentence.units[index].is_word:
            return "-"
        lemma = self.words.look(self.sentence.low(index)).lemma
        classes = self.words.lexicon.words
        return "named" if lemma in classes.named else "says" if lemma in classes.labels else "-"

    def _is_set(self, lows: Sequence[str]) -> bool:
        """Whether words are a set expression."""
        if lows[0] not in self.words.set_expressions:
            return False
        return any(
            len(lows) == len(stems) and all(low.startswith(stem) for low, stem in zip(lows, stems, strict=True))
            for stems in self.words.lexicon.set_expressions
        )
