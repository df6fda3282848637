"""The paradigms of pymorphy3's dictionary: what all words that are inflected alike have in common."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pymorphy3.analyzer import MorphAnalyzer
    from pymorphy3.tagset import OpencorporaTag

__all__ = ["Cell", "Paradigms", "grammemes_of"]

Grammemes = tuple[str, str | None, str | None, str | None, frozenset[str]]


class Cell(NamedTuple):
    """One form of a paradigm, whatever the word.

    Attributes:
        pos: Part of speech; this and the next four are as in a reading.
        case: Case.
        number: Number.
        gender: Gender.
        tags: All grammemes.
        key: What follows a word in the table of probabilities.
        productive: Whether new words may have such forms.
        prefix: What stands before the stem, mostly nothing.
        suffix: What stands after it.
        begin: Where the stem begins in the form.
        stop: Where it ends, counted from the form's end; None for the end.
        lemma_prefix: What stands before the stem of the dictionary form.
        lemma_suffix: What stands after it there.
        paradigm: The paradigm's number in the dictionary.
        place: The form's place in it; 0 is the dictionary form.
    """

    pos: str
    case: str | None
    number: str | None
    gender: str | None
    tags: frozenset[str]
    key: str
    productive: bool
    prefix: str
    suffix: str
    begin: int
    stop: int | None
    lemma_prefix: str
    lemma_suffix: str
    paradigm: int
    place: int

    def lemma(self, form: str) -> str:
        """The dictionary form of a word of this form."""
        return form if self.place == 0 else self.lemma_prefix + form[self.begin : self.stop] + self.lemma_suffix


class Paradigms:
    """The paradigms of a dictionary.

    Args:
        analyzer: Holds the dictionary.
    """

    def __init__(self, analyzer: MorphAnalyzer) -> None:
        self._dictionary = analyzer.dictionary
        self._fix_rare_cases = analyzer.TagClass.fix_rare_cases
        self.cell = cache(self._find_cell)
        self._tag = cache(self._find_tag)
        self._target = cache(self._find_target)

    def inflect(self, form: str, cell: Cell, grammemes: tuple[str, ...]) -> str | None:
        """What a word of a form becomes with other grammemes; None where its paradigm has no such form."""
        place = self._target(cell.paradigm, cell.place, grammemes)
        if place is None:
            return None
        other = self.cell(cell.paradigm, place)
        return other.prefix + form[cell.begin : cell.stop] + other.suffix

    def _find_cell(self, paradigm: int, place: int) -> Cell:
        dictionary = self._dictionary
        table = dictionary.paradigms[paradigm]  # all suffixes, then all tags, then all prefixes
        size = len(table) // 3
        prefixes, suffixes = dictionary.paradigm_prefixes, dictionary.suffixes
        prefix, suffix = prefixes[table[2 * size + place]], suffixes[table[place]]
        return Cell(
            *self._tag(table[size + place]),
            prefix,
            suffix,
            len(prefix),
            -len(suffix) or None,
            prefixes[table[2 * size]],
            suffixes[table[0]],
            paradigm,
            place,
        )

    def _find_tag(self, number: int) -> tuple[str, str | None, str | None, str | None, frozenset[str], str, bool]:
        """What a tag of the dictionary tells of a cell."""
        tag = self._dictionary.gramtab[number]
        return *grammemes_of(tag), f":{tag}", tag.is_productive()

    def _find_target(self, paradigm: int, place: int, grammemes: tuple[str, ...]) -> int | None:
        """The form that another one becomes with other grammemes: of those that have them the most alike."""
        table = self._dictionary.paradigms[paradigm]
        size = len(table) // 3
        tags = [self._dictionary.gramtab[number] for number in table[size : 2 * size]]
        asked = frozenset(grammemes)
        fitting = [i for i, tag in enumerate(tags) if asked <= tag.grammemes]
        if not fitting:
            asked = frozenset(self._fix_rare_cases(set(asked)))
            fitting = [i for i, tag in enumerate(tags) if asked <= tag.grammemes]
        wanted = tags[place].updated_grammemes(asked)
        # pymorphy3's own measure: what they share counts one, what they do not a tenth.
        return max(fitting, key=lambda i: len(wanted & tags[i].grammemes) - 0.1 * len(wanted ^ tags[i].grammemes), default=None)


def grammemes_of(tag: OpencorporaTag) -> Grammemes:
    """Part of speech, case, number, gender and all grammemes of a tag."""
    return _plain(tag.POS) or "", _plain(tag.case), _plain(tag.number), _plain(tag.gender), tag.grammemes


def _plain(grammeme: str | None) -> str | None:
    """A grammeme as a plain string: pymorphy3's own kind raises when compared with what is none of its category."""
    return None if grammeme is None else str(grammeme)
