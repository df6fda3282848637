"""Russian morphology: pymorphy3 with its C dictionary reader, loaded when the first word is asked for."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from newsfacts.language import Reading

if TYPE_CHECKING:
    from pymorphy3.analyzer import MorphAnalyzer, Parse
    from pymorphy3.tagset import OpencorporaTag

__all__ = ["RussianMorphology"]

# A word's readings take about one kilobyte; an archive's working vocabulary fits into 30 MB.
_CACHED_WORDS = 30_000


class RussianMorphology:
    """Readings and inflection of Russian words."""

    def __init__(self) -> None:
        self.readings = lru_cache(maxsize=_CACHED_WORDS)(self._readings)
        self.inflect = lru_cache(maxsize=_CACHED_WORDS)(self._inflect)

    def __reduce__(self) -> tuple[type[RussianMorphology], tuple[()]]:
        """Pickle without the dictionary and the cache: a worker process loads its own."""
        return RussianMorphology, ()

    @cached_property
    def _analyzer(self) -> MorphAnalyzer:
        from pymorphy3.analyzer import MorphAnalyzer

        return MorphAnalyzer()

    def _readings(self, word: str) -> tuple[Reading, ...]:
        """All readings of a word form, the likeliest first."""
        known = self._analyzer.word_is_known(word)
        try:
            parses = self._analyzer.parse(word)
        except ValueError:  # pymorphy3 asks Unicode for every letter's name, and not every letter has one
            low = word.lower()
            return (Reading(low, low, "", None, None, None, frozenset(), 1.0),)
        return tuple(_reading(parse, known) for parse in parses)

    def _inflect(self, reading: Reading, *grammemes: str) -> str | None:
        """The reading's word in another form, in lower case, or None where it has none."""
        if reading._source is None:
            return None
        form = reading._source.inflect(frozenset(grammemes))
        return None if form is None else str(form.word)


def _reading(parse: Parse, known: bool) -> Reading:
    pos, case, number, gender, tags = _grammemes(parse.tag)
    return Reading(parse.word, parse.normal_form, pos, case, number, gender, tags, parse.score, known, parse)


@cache  # the dictionary has some five thousand tags
def _grammemes(tag: OpencorporaTag) -> tuple[str, str | None, str | None, str | None, frozenset[str]]:
    return _plain(tag.POS) or "", _plain(tag.case), _plain(tag.number), _plain(tag.gender), tag.grammemes


def _plain(grammeme: str | None) -> str | None:
    """A grammeme as a plain string: pymorphy3's own kind raises when compared with what is none of its category."""
    return None if grammeme is None else str(grammeme)
