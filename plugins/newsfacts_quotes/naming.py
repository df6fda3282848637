"""The mention that a speaker's words make: its span, its type and its name."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts import Analysis, Mention, MentionType, fold
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import full_name, named
from newsfacts_quotes.naming_words import Candidate
from newsfacts_quotes.noun_phrases import NounPhrase
from newsfacts_quotes.sentence_units import SentenceUnits, Unit

__all__ = ["Naming"]

# Whoever may issue a document: somebody, a body, a channel.
_ISSUING = frozenset("ASMBC")


class Naming:
    """Makes mentions of noun phrases.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
    """

    def __init__(self, analysis: Analysis, words: WordLookup) -> None:
        self.analysis = analysis
        self.words = words
        self.classes = words.lexicon.words

    def mention(self, sentence: SentenceUnits, candidate: Candidate, nominative: bool | None) -> Mention | None:
        """The mention of a speaker's words, under the name that they give.

        Args:
            sentence: The sentence.
            candidate: The words.
            nominative: Whether they are in the nominative as they are, as a subject is; None where that is not known.
        """
        phrase = candidate.phrase
        if phrase.name:
            return named(self.analysis, phrase.name)
        unit = sentence.units[phrase.head]
        if unit.mention:
            return named(self.analysis, unit.mention)
        start, end = sentence.units[phrase.first].start, sentence.units[phrase.last].end
        text = self.analysis.text[start:end]
        first, _, rest = text.partition(" ")
        article = bool(rest) and fold(first) in self.classes.articles
        if article:
            text = rest
        if unit.quotation:
            start, end = unit.quotation.inner_start, unit.quotation.inner_end
            text = self.analysis.text[start:end]
            return self._of(start, end, "organization", text if nominative else self._nominative(text, nominative))
        name = text if nominative and candidate.sort not in "DC" else self._nominative(text, nominative)
        if phrase.first == 0 and not article and self._has_sentences_capital(sentence, candidate):
            name = name[0].lower() + name[1:]
        if candidate.sort in ("D", "C"):
            issuer = self._issuer(sentence, phrase)
            if candidate.sort == "D":
                return self._of(unit.start, unit.end, "document", issuer or name)
            return self._of(start, end, "organization", issuer or name)
        word = self.words.look(unit.low)
        own = sentence.units[phrase.last].mention
        if word.lemma in self.classes.media and phrase.last == phrase.head + 1 and own and own.type == "organization":
            return named(self.analysis, own)  # «сайт министерства» (the ministry's site) is the ministry
        animate = candidate.sort in ("A", "S", "M", "pro", "rel")
        return self._of(start, end, "person" if animate else "organization", name)

    def _has_sentences_capital(self, sentence: SentenceUnits, candidate: Candidate) -> bool:
        """Whether the first word of a sentence has its capital for that alone, and not because it is a name."""
        unit, word = sentence.units[0], sentence.text(0)
        if not unit.is_word or self.words.is_foreign(unit.low) or word.isupper():
            return False
        if not self.words.grammar.declines and unit.low in self.analysis.language.place_adjectives:
            return False  # «British» has one everywhere
        alone = candidate.phrase.last == 0 and candidate.sort != "B"
        return not self.words.grammar.is_name(self.analysis.language.morphology.readings(word), alone)

    def _of(self, start: int, end: int, kind: MentionType, name: str) -> Mention:
        return Mention(start=start, end=end, text=self.analysis.text[start:end], type=kind, name=name)

    def _nominative(self, text: str, nominative: bool | None) -> str:
        return self.analysis.language.nominative(text, oblique=nominative is False)

    def _issuer(self, sentence: SentenceUnits, phrase: NounPhrase) -> str | None:
        """The name of whoever issued a document or keeps a channel («сообщение пресс-службы»: of the press office).

        None where the words say what it is of: «материалы дела» (the case file), «протокол осмотра» (the record of a search).
        """
        dependents = sentence.units[phrase.head + 1 : phrase.last + 1]
        if not self.words.grammar.declines:
            return self._positional_issuer(dependents)
        noun = next((u for u in dependents if not u.is_word or self._may_issue(u)), None)
        channel = self.words.sort(sentence.low(phrase.head)) == "C"
        if noun is None or (channel and self._is_plural(noun)):
            return None
        named_here = [u.mention for u in dependents if u.mention]
        person = next((m for m in named_here if m.type == "person"), None)
        body = next((m for m in named_here if m.type != "person"), None)
        if noun.is_word and self.words.sort(noun.low) not in _ISSUING:
            return full_name(self.analysis, body) if body else None  # «результаты опроса ВЦИОМ»: of a poll by VCIOM
        if person is not None:
            return full_name(self.analysis, person)
        if noun.mention:
            return full_name(self.analysis, noun.mention)
        if noun.quotation:
            name = self.analysis.text[noun.quotation.inner_start : noun.quotation.inner_end]
            itself = channel and noun is dependents[0]  # «в телеграм-канале „База“», but «в отчёте „Базы“»
            return name if itself else self._nominative(name, False)
        return self._nominative(self.analysis.text[dependents[0].start : dependents[-1].end], False)

    def _is_plural(self, unit: Unit) -> bool:
        """Whether a unit begins with a plural noun: «группа компаний» (a group of companies) is no channel of theirs."""
        return bool(self.words.look(fold(self.analysis.text[unit.start : unit.end].split()[0])).plural)

    def _may_issue(self, unit: Unit) -> bool:
        """Whether a unit is a noun, and not of a document: «текст заявления мэра» (the text of the mayor's statement)."""
        return self.words.look(unit.low).noun and self.words.sort(unit.low) != "D"

    def _positional_issuer(self, dependents: Sequence[Unit]) -> str | None:
        """The same, where nouns have no cases: a name, or a body («a letter from the council»)."""
        inside = sorted((u.mention for u in dependents if u.mention), key=lambda mention: mention.type != "person")
        if inside:
            return full_name(self.analysis, inside[0])
        for unit in dependents:
            if unit.quotation:
                return self._nominative(self.analysis.text[unit.quotation.inner_start : unit.quotation.inner_end], False)
            if unit.is_word and self.words.sort(unit.low) == "B":
                return self.analysis.text[unit.start : unit.end]
        return None
