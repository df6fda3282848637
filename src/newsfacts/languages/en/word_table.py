"""The table of English words: how each form can be read and how often it is, and how others are read by their endings.

``words.txt.gz`` has a line a form, sorted: the form in lower case, a tab, and its readings, each a code (`CODES`), the share of
the form's occurrences in per cent and, where the rules of `lemmas.py` would not give it, a colon and the lemma. The share of a
proper noun («P», «Q») is that of the occurrences with a capital; the other readings divide the rest. Lines that begin with a
hyphen are endings. `training/english_words.py` makes the file, and says from what.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import NamedTuple

from newsfacts.languages.en.lemmas import lemma

__all__ = ["CODES", "Entry", "WordTable", "load_table", "written_table"]

CODES = {
    "N": "NOUN Number=Sing",
    "S": "NOUN Number=Plur",
    "P": "PROPN Number=Sing",
    "Q": "PROPN Number=Plur",
    "B": "VERB VerbForm=Inf",
    "F": "VERB Mood=Ind Tense=Pres VerbForm=Fin",
    "Z": "VERB Mood=Ind Number=Sing Person=3 Tense=Pres VerbForm=Fin",
    "D": "VERB Mood=Ind Tense=Past VerbForm=Fin",
    "E": "VERB Tense=Past VerbForm=Part",
    "G": "VERB Tense=Pres VerbForm=Part",
    "J": "ADJ Degree=Pos",
    "K": "ADJ Degree=Cmp",
    "L": "ADJ Degree=Sup",
    "A": "ADV",
    "C": "ADV Degree=Cmp",
    "W": "ADV Degree=Sup",
    "M": "NUM NumForm=Word",
    "i": "INTJ",
    "p": "ADP",
    "c": "CCONJ",
    "s": "SCONJ",
    "t": "PART",
    "o": "PRON",
    "d": "DET",
    "x": "AUX",
}
"""The part of speech and the features that each code stands for."""
# The endings by which lemmas are found, and the code that the dictionary form has.
_RULES = {
    "S": ("s", "N"),
    "Q": ("s", "P"),
    "Z": ("s", "B"),
    "D": ("ed", "B"),
    "E": ("ed", "B"),
    "G": ("ing", "B"),
    "K": ("er", "J"),
    "L": ("est", "J"),
    "C": ("er", "A"),
    "W": ("est", "A"),
}
_LONGEST_ENDING = 5


class Entry(NamedTuple):
    """One reading of a form.

    Attributes:
        code: Of `CODES`.
        share: How often the form is read so, in per cent.
        lemma: The dictionary form; None where rules give it.
    """

    code: str
    share: int
    lemma: str | None = None


class WordTable:
    """The table.

    It stays one string, in which a form is looked up by halving: a dictionary of so many words would take ten times the memory,
    and longer to make than a whole article takes.

    Args:
        text: The content of the file.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def entries(self, form: str) -> tuple[Entry, ...]:
        """The readings of a form in lower case, the likeliest first; none where the table lacks it."""
        text, low, high = self._text, 0, len(self._text)
        while low < high:  # the form's line, if there is one, begins from `low` on and before `high`
            middle = text.rfind("\n", low, (low + high) // 2) + 1 or low
            tab = text.index("\t", middle)
            found = text[middle:tab]
            if found == form:
                return tuple(map(_entry, text[tab + 1 : text.index("\n", tab)].split(" ")))
            if found < form:
                low = text.index("\n", tab) + 1
            else:
                high = middle
        return ()

    def guesses(self, form: str) -> tuple[Entry, ...]:
        """How a form that the table lacks may be read, by the longest ending that it has."""
        for length in range(min(_LONGEST_ENDING, len(form) - 1), 0, -1):
            if found := self.entries("-" + form[-length:]):
                return found
        return (Entry("N", 100),)

    def lemma(self, form: str, entry: Entry) -> str:
        """The dictionary form of a reading."""
        if entry.lemma is not None:
            return entry.lemma
        rule = _RULES.get(entry.code)
        if rule is None:
            return form
        ending, code = rule
        return lemma(form, ending, lambda base: any(known.code == code for known in self.entries(base)))


def _entry(item: str) -> Entry:
    share, _, base = item[1:].partition(":")
    return Entry(item[0], int(share), base or None)


def load_table() -> WordTable:
    """The table that is shipped."""
    return WordTable(gzip.decompress(files(__package__).joinpath("words.txt.gz").read_bytes()).decode())


def written_table(entries: Mapping[str, Iterable[Entry]]) -> str:
    """The content of a file with some forms and endings."""
    lines = []
    for form, readings in sorted(entries.items()):
        items = [f"{code}{share}" + (f":{base}" if base is not None else "") for code, share, base in readings]
        lines.append(f"{form}\t{' '.join(items)}\n")
    return "".join(lines)
