"""Russian morphology: pymorphy3 with its C dictionary reader, loaded when the first word is asked for.

Words of the dictionary are read straight from its tables: what a reading needs is the same for all words of a paradigm,
so it is made once for each cell of a paradigm. pymorphy3 itself guesses the words that the dictionary lacks.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsfacts.language import Reading

if TYPE_CHECKING:
    from pymorphy3.analyzer import MorphAnalyzer
    from pymorphy3.tagset import OpencorporaTag

__all__ = ["RussianMorphology"]

# A word's readings take about one kilobyte; these are nine words in ten of running text.
_CACHED_WORDS = 6_000
_SCORE = attrgetter("score")
_PROBABILITY_UNIT = 1_000_000  # pymorphy3 keeps probabilities as whole millionths


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


class _Entry(NamedTuple):
    """A word form's place in the dictionary: the form as spelt there, its paradigm, its cell."""

    form: str
    paradigm: int
    cell: int


class RussianMorphology:
    """Readings and inflection of Russian words."""

    def __init__(self) -> None:
        self.readings = lru_cache(maxsize=_CACHED_WORDS)(self._readings)
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
        cells = [self._cell(paradigm, index) for _, paradigm, index in entries]
        probability = self._analyzer.prob_estimator.p_t_given_w.get
        counts = [probability(low + cell.key, 0) for cell in cells]
        if not any(counts):
            return tuple(map(_reading, entries, cells, [1.0 / len(cells)] * len(cells)))
        readings = map(_reading, entries, cells, [count / _PROBABILITY_UNIT for count in counts])
        return tuple(sorted(readings, key=_SCORE, reverse=True))  # stable: equals stay in the dictionary's order

    def _entries(self, low: str) -> list[_Entry]:
        """The dictionary's entries for a form in lower case; «е» may stand for «ё»."""
        words, substitutes = self._analyzer.dictionary.words, self._analyzer.char_substitutes
        return [_Entry(form, *place) for form, places in words.similar_items(low, substitutes) for place in places]

    def _guess(self, word: str, low: str) -> tuple[Reading, ...]:
        """Readings of a form that the dictionary lacks, by its ending."""
        known = self._analyzer.word_is_known(word)
        try:
            parses = self._analyzer.parse(word)
        except ValueError:  # pymorphy3 asks Unicode for every letter's name, and not every letter has one
            return (Reading(low, low, "", None, None, None, frozenset(), 1.0),)
        return tuple(Reading(p.word, p.normal_form, *_grammemes(p.tag), p.score, known, p) for p in parses)

    def inflect(self, reading: Reading, *grammemes: str) -> str | None:
        """The reading's word in another form, in lower case, or None where it has none."""
        source = reading.source
        if source is None:
            return None
        if not isinstance(source, _Entry):
            guessed = source.inflect(frozenset(grammemes))
            return None if guessed is None else str(guessed.word)
        index = self._target(source.paradigm, source.cell, grammemes)
        if index is None:
            return None
        own, other = self._cell(source.paradigm, source.cell), self._cell(source.paradigm, index)
        return other.prefix + _stem(source.form, own) + other.suffix

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


def _reading(entry: _Entry, cell: _Cell, score: float) -> Reading:
    lemma = entry.form if entry.cell == 0 else cell.lemma_prefix + _stem(entry.form, cell) + cell.lemma_suffix
    return Reading(entry.form, lemma, *cell[:5], score, True, entry)


def _stem(form: str, cell: _Cell) -> str:
    return form[len(cell.prefix) : len(form) - len(cell.suffix)]


@cache  # the dictionary has some five thousand tags
def _grammemes(tag: OpencorporaTag) -> tuple[str, str | None, str | None, str | None, frozenset[str]]:
    return _plain(tag.POS) or "", _plain(tag.case), _plain(tag.number), _plain(tag.gender), tag.grammemes


def _plain(grammeme: str | None) -> str | None:
    """A grammeme as a plain string: pymorphy3's own kind raises when compared with what is none of its category."""
    return None if grammeme is None else str(grammeme)
