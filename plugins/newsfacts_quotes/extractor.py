"""The extractor of quotes: sentence by sentence, what the article attributes to somebody, and who a bare title means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter

from newsfacts import Analysis, Fact, Language, Link, Quotation, Quote, Sentence
from newsfacts_quotes.blocks import Blocks
from newsfacts_quotes.collector import Collector, Finder
from newsfacts_quotes.cues import find_cues
from newsfacts_quotes.grammar import QuotesGrammar
from newsfacts_quotes.headlines import Headlines
from newsfacts_quotes.lexicon import cue_lexicon
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.quoted import QuotedSpeech
from newsfacts_quotes.reported import ReportedSpeech
from newsfacts_quotes.roles import resolve_roles
from newsfacts_quotes.ru.grammar import RussianQuotesGrammar
from newsfacts_quotes.sentence_units import SentenceUnits

__all__ = ["GRAMMARS", "find_quotes", "relate_quotes", "word_lookup"]

GRAMMARS: Mapping[str, QuotesGrammar] = {"ru": RussianQuotesGrammar()}
"""The grammar of each language that quotes are found in."""

_TEXT = attrgetter("text")
# A colon within so many first characters of a sentence may be a headline's.
_COLON_WITHIN = 80


def find_quotes(analysis: Analysis) -> Iterator[Quote]:
    """Find what the article attributes to somebody.

    Args:
        analysis: The article.
    """
    yield from _Extraction(Collector(analysis, word_lookup(analysis.language))).quotes()


def relate_quotes(analysis: Analysis, facts: Sequence[Fact]) -> Iterator[Link]:
    """Link speakers who are called by a title alone to whoever holds it.

    Args:
        analysis: The article.
        facts: Its facts.
    """
    if analysis.language.code in GRAMMARS:
        yield from resolve_roles(analysis, facts, word_lookup(analysis.language))


@cache
def word_lookup(language: Language) -> WordLookup:
    """The look-up of a language's words, made once."""
    return WordLookup(language, cue_lexicon(language.code), GRAMMARS[language.code])


class _Extraction(Finder):
    def __init__(self, collector: Collector) -> None:
        super().__init__(collector)
        self._headlines = Headlines(collector)
        self._reported = ReportedSpeech(collector)
        self._quoted = QuotedSpeech(collector)
        self._blocks = Blocks(self._quoted)
        tokens = self.analysis.tokens
        self._candidates = [tokens[i] for i in self.words.cues.among(list(map(_TEXT, tokens)))]
        self._starts = [start for start, _, _ in self._candidates]

    def quotes(self) -> list[Quote]:
        for bounds in self.analysis.sentences:
            if bounds.start < self.collector.done:
                continue
            quotations = self.collector.quotations_in(bounds)
            if self._may_quote(bounds, quotations):
                self._search(SentenceUnits(self.analysis, bounds, quotations), quotations)
            else:
                self.collector.pending = None
            self.collector.previous = bounds
        return self.collector.facts

    def _may_quote(self, bounds: Sentence, quotations: Sequence[Quotation]) -> bool:
        """Whether a sentence has a cue, a colon or marks that make it worth looking at."""
        start, end = bounds
        last = self.text[end - 1]
        if last == ":" or (last not in ".;" and self.text.find(":", start, min(end, start + _COLON_WITHIN)) > 0):
            return True
        for at in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            if self.words.opens(self._candidates[at].text, bool(quotations)):
                return True
        return any(self._quoted.stands_out(q, bounds) for q in quotations)

    def _search(self, sentence: SentenceUnits, quotations: Sequence[Quotation]) -> None:
        """Look for each kind of quote; what one has found, the next ones know."""
        if not sentence.units:
            return
        self.collector.known = {}
        cues = find_cues(sentence, self.words)
        said = self._headlines.find(sentence, cues) or self._reported.find(sentence, cues)
        if quotations:
            self._quoted.find(sentence, cues, said)
        self._blocks.find(sentence, cues, said)
