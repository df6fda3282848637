"""Headlines that quote: a speaker, a colon and what they say, in a line without a stop."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts_quotes.collector import LIKELY, POSSIBLE, Attributed, Finder, Style
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.sentence_units import SentenceUnits

__all__ = ["Headlines"]

# In units: a speaker before the colon is no longer, and what they say no shorter.
_LONGEST_SPEAKER = 8
_SHORTEST_CONTENT = 2


class Headlines(Finder):
    """Finds headlines that quote («Песков: решение не принято»: Peskov says that nothing is decided)."""

    def find(self, sentence: SentenceUnits, cues: Sequence[Cue]) -> list[Attributed]:
        """Report what the speaker of a headline says.

        Returns:
            What was reported; nothing where the sentence is no such headline.
        """
        if self.text[sentence.end - 1] in ".;:":
            return []
        colon = next((i for i in range(1, min(_LONGEST_SPEAKER + 1, len(sentence))) if sentence.low(i) == ":"), 0)
        if not colon or len(sentence) <= colon + _SHORTEST_CONTENT or any(c.first < colon for c in cues):
            return []
        if not self._is_whole_line(sentence):
            return []
        speaker = self.speakers.headline(sentence, colon)
        content = sentence.units[colon + 1 :]
        if speaker is None or not any(u.quotation or (u.is_word and not self.phrases.is_capital(u)) for u in content):
            return []  # «На снимке: Иван Орлов, Анна Белова» (in the picture: …) names people and says nothing
        self.speakers.antecedents.remember(speaker)
        if content[0].quotation:
            self.collector.emit_quotation(content[0].quotation, "direct", None, speaker, LIKELY)
        else:
            first_person = any(u.is_word and self.words.look(u.low).first_person for u in content)
            style: Style = "direct" if first_person else "indirect"
            self.collector.emit(content[0].start, content[-1].end, style, None, speaker, POSSIBLE)
        return [Attributed(colon + 1, len(sentence), Cue(0, 0, 0, None, "phrase"), speaker)]

    def _is_whole_line(self, sentence: SentenceUnits) -> bool:
        """Whether nothing else is in the line or lines of a sentence."""
        tokens = self.analysis.tokens
        before, after = self.analysis.token_index(sentence.start) - 1, self.analysis.token_index(sentence.end)
        opens = before < 0 or "\n" in self.text[tokens[before].end : sentence.start]
        return opens and (after == len(tokens) or "\n" in self.text[sentence.end : tokens[after].start])
