"""The paradigms of pymorphy3's dictionary: what all words that are inflected alike have in common."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from operator import eq
from typing import TYPE_CHECKING, NamedTuple

from newsfacts.languages.ru.universal import grammar_of, grammemes_for

if TYPE_CHECKING:
    from pymorphy3.analyzer import MorphAnalyzer

__all__ = ["Cell", "Paradigms"]


class Cell(NamedTuple):
    """One form of a paradigm, whatever the word.

    Attributes:
        pos: Part of speech; this and the next four are as in a reading.
        case: Case.
        number: Number.
        gender: Gender.
        features: All features.
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
    features: frozenset[str]
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

    def inflect(self, form: str, cell: Cell, features: tuple[str, ...]) -> str | None:
        """What a word of a form becomes with other features; None where its paradigm has no such form."""
        place = self._target(cell.paradigm, cell.place, features)
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
        return *grammar_of(tag), f":{tag}", tag.is_productive()

    def _find_target(self, paradigm: int, place: int, features: tuple[str, ...]) -> int | None:
        """The form that another one becomes with other features: of those that have them the most alike.

        A paradigm holds two spellings of some words («блогер», «блоггер»): of two forms alike the one is taken that is spelled
        as the other form is.
        """
        table = self._dictionary.paradigms[paradigm]
        size = len(table) // 3
        tags = [self._dictionary.gramtab[number] for number in table[size : 2 * size]]
        asked = grammemes_for(features)
        if asked is None:
            return None
        fitting = [i for i, tag in enumerate(tags) if asked <= tag.grammemes]
        if not fitting:
            asked = frozenset(self._fix_rare_cases(set(asked)))
            fitting = [i for i, tag in enumerate(tags) if asked <= tag.grammemes]
        wanted = tags[place].updated_grammemes(asked)

        def likeness(i: int) -> tuple[float, int]:
            # pymorphy3's own measure: what they share counts one, what they do not a tenth.
            common = len(wanted & tags[i].grammemes) - 0.1 * len(wanted ^ tags[i].grammemes)
            return common, sum(1 for _ in takewhile(bool, map(eq, suffixes[table[place]], suffixes[table[i]])))

        suffixes = self._dictionary.suffixes
        return max(fitting, key=likeness, default=None)
