"""Verbatim blocks: the paragraph after a sentence that ends in a colon and says who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsfacts import Sentence, fold
from newsfacts_quotes.collector import LIKELY, Attributed, Finder
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.quoted import QuotedSpeech
from newsfacts_quotes.sentence_units import SentenceUnits

__all__ = ["Blocks"]

_GAP = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)?(?=\S)")
_MARKS = "«„“\"‹'"
# A shorter paragraph is no speech, in characters.
_SHORTEST = 20
# Whether somebody speaks of themselves shows in so many first characters of a paragraph.
_OPENING = 200


class Blocks(Finder):
    """Finds paragraphs that are somebody's own words though no marks are around them.

    Args:
        quoted: Finds the speaker of a cue whose words are quoted.
    """

    def __init__(self, quoted: QuotedSpeech) -> None:
        super().__init__(quoted.collector)
        self.quoted = quoted

    def find(self, sentence: SentenceUnits, cues: Sequence[Cue], said: Sequence[Attributed]) -> None:
        """Report the paragraph after a sentence, or leave cue and speaker for the quotation that it begins with.

        Args:
            sentence: The sentence before it.
            cues: Its cues.
            said: What they attribute within it.
        """
        self.collector.pending = None
        gap = _GAP.match(self.text, sentence.end) if sentence.low(len(sentence) - 1) == ":" else None
        paragraph = self.collector.paragraph_after(gap.end()) if gap else None
        if gap is None or paragraph is None:
            return
        outside = [c for c in cues if not any(s.start <= c.first < s.end for s in said)]
        if outside:
            cue = outside[-1]
            span, speaker = self.collector.cue_span(sentence, cue), self.quoted.speaker(sentence, cue, cues, said)
        elif self._is_first_person(paragraph):
            span, speaker = None, self.speakers.main_subject(sentence)
        else:
            return
        if self.text[gap.end()] in _MARKS:
            self.collector.pending = span, speaker
        elif paragraph.end - paragraph.start >= _SHORTEST:
            self.collector.emit(paragraph.start, paragraph.end, "direct", span, speaker, LIKELY)
            self.collector.done = paragraph.end

    def _is_first_person(self, paragraph: Sentence) -> bool:
        words = self.words.lexicon.words.first_person
        tokens = self.analysis.tokens_in(paragraph.start, min(paragraph.end, paragraph.start + _OPENING))
        return any(fold(t.text) in words for t in tokens)
