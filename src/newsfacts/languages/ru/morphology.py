"""Russian morphology: pymorphy3 with its C dictionary reader, loaded when the first word is asked for.

Words of the dictionary are read straight from its tables: what a reading needs is the same for all words of a paradigm,
so it is made once for each cell of a paradigm. pymorphy3 itself guesses the words that the dictionary lacks.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsfacts.language import Reading, shared

if TYPE_CHECKING:
    from pymorphy3.analyzer import MorphAnalyzer, Parse
    from pymorphy3.tagset import OpencorporaTag

__all__ = ["RussianMorphology"]

# A word's readings take about one kilobyte; these are nine words in ten of running text.
_CACHED_WORDS = 7_000
# A guessed word is inflected soon after it was read, if ever.
_CACHED_GUESSES = 200
_SCORE = attrgetter("score")
_PROBABILITY_UNIT = 1_000_000  # pymorphy3 keeps probabilities as whole millionths
_ROMAN = frozenset("IVXLCDM")
_LATIN = shared(["LATN"])


class _Cell(NamedTuple):
    """One form of a paradigm, whatever the word.

    Attributes:
        pos: Part of speech; this and the next four are as in a reading.
        case: Case.
        number: Number.
        gender: Gender.
        tags: All grammemes.
        key: What follows a word in the table of probabilities.
        prefix: What stands before the stem, mostly nothing.
        suffix: What stands after it.
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
    prefix: str
    suffix: str
    lemma_prefix: str
    lemma_suffix: str
    paradigm: int
    place: int


class RussianMorphology:
    """Readings and inflection of Russian words."""

    def __init__(self) -> None:
        self.readings = lru_cache(maxsize=_CACHED_WORDS)(self._readings)
        self._parse = lru_cache(maxsize=_CACHED_GUESSES)(self._parse_by_library)
        self._cell = cache(self._find_cell)
        self._target = cache(self._find_target)

    def __reduce__(self) -> tuple[type[RussianMorphology], tuple[()]]:
        """Pickle without the dictionary and the cache: a worker process loads its own."""
        return RussianMorphology, ()

    @cached_property
    def _analyzer(self) -> MorphAnalyzer:
        from pymorphy3.analyzer import MorphAnalyzer

        return MorphAnalyzer()

    def _readings(self, word: str) -> tuple[Reading, ...]:
        """All readings of a word form, the likeliest first."""
        low = word.lower()
        # A letter alone may be an initial too, which pymorphy3 knows beside the dictionary.
        entries = self._entries(low) if len(low) > 1 else []
        if not entries:
            return self._guess(word, low)
        probability = self._analyzer.prob_estimator.p_t_given_w.get
        counts = [probability(low + cell.key, 0) for _, cell in entries]
        if not any(counts):
            even = 1.0 / len(entries)
            return tuple([_reading(form, cell, even) for form, cell in entries])
        readings = [
            _reading(form, cell, count / _PROBABILITY_UNIT) for (form, cell), count in zip(entries, counts, strict=True)
        ]
        readings.sort(key=_SCORE, reverse=True)  # stable: equals stay in the dictionary's order
        return tuple(readings)

    def _entries(self, low: str) -> list[tuple[str, _Cell]]:
        """The dictionary's entries for a form in lower case; «е» may stand for «ё»."""
        words, substitutes = self._analyzer.dictionary.words, self._analyzer.char_substitutes
        cell = self._cell
        return [(form, cell(*place)) for form, places in words.similar_items(low, substitutes) for place in places]

    def _guess(self, word: str, low: str) -> tuple[Reading, ...]:
        """Readings of a form that the dictionary lacks, by its ending."""
        if word.isascii() and word.isalpha() and not _ROMAN.issuperset(word.upper()):
            return (Reading(low, low, "", None, None, None, _LATIN, 1.0),)
        known = len(low) == 1 and self._analyzer.word_is_known(word)
        try:
            parses = self._parse(word)
        except ValueError:  # pymorphy3 asks Unicode for every letter's name, and not every letter has one
            return (Reading(low, low, "", None, None, None, frozenset(), 1.0),)
        return tuple(
            [Reading(p.word, p.normal_form, *_grammemes(p.tag), p.score, known, (word, i)) for i, p in enumerate(parses)]
        )

    def _parse_by_library(self, word: str) -> list[Parse]:
        return list(self._analyzer.parse(word))

    def inflect(self, reading: Reading, *grammemes: str) -> str | None:
        """The reading's word in another form, in lower case, or None where it has none."""
        own = reading.source
        if own is None:
            return None
        if reading.tags.issuperset(grammemes):
            return reading.word
        if not isinstance(own, _Cell):
            word, number = own
            guessed = self._parse(word)[number].inflect(frozenset(grammemes))
            return None if guessed is None else str(guessed.word)
        index = self._target(own.paradigm, own.place, grammemes)
        if index is None:
            return None
        other = self._cell(own.paradigm, index)
        return other.prefix + _stem(reading.word, own) + other.suffix

    def _find_cell(self, paradigm: int, index: int) -> _Cell:
        dictionary = self._analyzer.dictionary
        table = dictionary.paradigms[paradigm]  # all suffixes, then all tags, then all prefixes
        size = len(table) // 3
        prefixes, suffixes = dictionary.paradigm_prefixes, dictionary.suffixes
        tag = dictionary.gramtab[table[size + index]]
        return _Cell(
            *_grammemes(tag),
            f":{tag}",
            prefixes[table[2 * size + index]],
            suffixes[table[index]],
            prefixes[table[2 * size]],
            suffixes[table[0]],
            paradigm,
            index,
        )

    def _find_target(self, paradigm: int, index: int, grammemes: tuple[str, ...]) -> int | None:
        """The form of a paradigm that another one becomes with other grammemes: of those that have them the most alike."""
        tags = [tag for _, tag, _ in self._analyzer.dictionary.build_paradigm_info(paradigm)]
        asked = frozenset(grammemes)
        fitting = [i for i, tag in enumerate(tags) if asked <= tag.grammemes]
        if not fitting:
            asked = frozenset(self._analyzer.TagClass.fix_rare_cases(set(asked)))
            fitting = [i for i, tag in enumerate(tags) if asked <= tag.grammemes]
        wanted = tags[index].updated_grammemes(asked)
        # pymorphy3's own measure: what they share counts one, what they do not a tenth.
        return max(fitting, key=lambda i: len(wanted & tags[i].grammemes) - 0.1 * len(wanted ^ tags[i].grammemes), default=None)


def _reading(form: str, cell: _Cell, score: float) -> Reading:
    lemma = form if cell.place == 0 else cell.lemma_prefix + _stem(form, cell) + cell.lemma_suffix
    return Reading(form, lemma, cell.pos, cell.case, cell.number, cell.gender, cell.tags, score, True, cell)


def _stem(form: str, cell: _Cell) -> str:
    return form[len(cell.prefix) : len(form) - len(cell.suffix)]


@cache  # the dictionary has some five thousand tags
def _grammemes(tag: OpencorporaTag) -> tuple[str, str | None, str | None, str | None, frozenset[str]]:
    return _plain(tag.POS) or "", _plain(tag.case), _plain(tag.number), _plain(tag.gender), tag.grammemes


def _plain(grammeme: str | None) -> str | None:
    """A grammeme as a plain string: pymorphy3's own kind raises when compared with what is none of its category."""
    return None if grammeme is None else str(grammeme)
