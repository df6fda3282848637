"""The document that a text named last, which «в ней говорится» (in it, it is said) and «в документе» (in the document) mean."""

from __future__ import annotations

from itertools import takewhile

from newsfacts import Analysis, fold
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import full_name, is_nominative
from newsfacts_quotes.sightings import Sightings

__all__ = ["Documents"]

# A document is meant that was named at most so many sentences before, and its issuer is so many words behind it.
_DOCUMENT_WITHIN, _ISSUER_WITHIN = 2, 3
# Whoever may issue one: somebody, a body, a source.
_ISSUERS = frozenset("ABS")


class Documents:
    """Finds the documents of an article by their nouns.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
    """

    def __init__(self, analysis: Analysis, words: WordLookup) -> None:
        self._analysis = analysis
        self._words = words
        self._sightings = Sightings(analysis)

    def name_before(self, at: int, gender: str | None, plural: bool | None) -> str | None:
        """The name of the document that was named last in the sentences before an offset: its issuer's, or its own phrase.

        Args:
            at: The offset.
            gender: The gender that the document must have, if any.
            plural: Whether it must be plural, if that is known.
        """
        start, _ = self._sightings.sentence(max(0, self._sightings.number(at) - _DOCUMENT_WITHIN))
        analysis, look = self._analysis, self._words.look
        first = analysis.token_index(start)
        for index in range(analysis.token_index(at) - 1, first - 1, -1):
            low = fold(analysis.tokens[index].text)
            noun = look(low)
            if self._words.sort(low) != "D" or noun.lemma in self._words.lexicon.words.papers:
                continue
            if (not gender or noun.gender == gender) and (plural is None or noun.oblique_plural in (plural, None)):
                return self._issuer_after(index) or self._phrase(first, index)
        return None

    def _phrase(self, first: int, index: int) -> str:
        """The nominative of a noun with its modifiers, which begin at a token or behind it."""
        tokens = self._analysis.tokens
        noun = tokens[index]
        modifiers = takewhile(lambda token: self._modifies(fold(token.text), fold(noun.text)), reversed(tokens[first:index]))
        opening = min((token.start for token in modifiers), default=noun.start)
        return self._analysis.language.nominative(self._analysis.text[opening : noun.end])

    def _modifies(self, low: str, noun: str) -> bool:
        return self._words.look(low).modifier and self._words.may_belong(low, noun)

    def _issuer_after(self, index: int) -> str | None:
        """The name of whoever a document belongs to by the words after it: «жалоба садоводов» (the gardeners' complaint)."""
        tokens, text = self._analysis.tokens, self._analysis.text
        for at in range(index + 1, min(index + 1 + _ISSUER_WITHIN, len(tokens))):
            token = tokens[at]
            if mention := next(iter(self._analysis.mentions_in(token.start, token.end)), None):
                return None if is_nominative(mention) and mention.type == "person" else full_name(self._analysis, mention)
            low = fold(token.text)
            word = self._words.look(low)
            if "Gen" not in word.cases:
                return None
            if word.noun:
                whole = text[tokens[index + 1].start : token.end]
                return self._analysis.language.nominative(whole, genitive=True) if self._words.sort(low) in _ISSUERS else None
        return None
