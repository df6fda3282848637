"""Noun phrases: where they begin and end, and which of them can be the subject of a verb of speech."""

from __future__ import annotations

from typing import NamedTuple

from newsfacts import Analysis, Mention, fold
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import is_nominative
from newsfacts_quotes.sentence_units import SentenceUnits, Unit

__all__ = ["NounPhrase", "NounPhrases"]

# A quotation longer than this is no name.
_LONGEST_NAME = 60
# Nobody nests deeper; what lies below is not looked at.
_DEEPEST = 30
# Among how many units from its first one the head of a phrase is looked for, and after a role the name that it belongs to.
_HEAD_WITHIN, _NAME_WITHIN = 8, 12

# A word of all these cases has one form.
_UNDECLINED = frozenset(("Gen", "Dat", "Ins"))


class NounPhrase(NamedTuple):
    """A noun phrase.

    Attributes:
        first: Index of its first unit.
        head: Index of its head.
        last: Index of its last unit.
        name: The name within it of the one it means.
        gender: The gender that its verb shows.
        nominative: Whether it is a subject, and so in the nominative as it is.
    """

    first: int
    head: int
    last: int
    name: Mention | None = None
    gender: str | None = None
    nominative: bool = False


class NounPhrases:
    """Finds noun phrases in an article's sentences.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
    """

    def __init__(self, analysis: Analysis, words: WordLookup) -> None:
        self.analysis = analysis
        self.words = words
        self.classes = words.lexicon.words
        # The phrases within phrases of the clause at hand, by where they begin.
        self._clause: SentenceUnits | None = None
        self._inners: dict[int, NounPhrase | None] = {}
        self._depth = 0

    def at(self, sentence: SentenceUnits, index: int, case: str = "") -> NounPhrase | None:
        """The noun phrase that begins at an index; its head must be one that may stand in a case, if one is given."""
        after = index
        for at in range(index, min(index + _HEAD_WITHIN, len(sentence))):
            unit = sentence.units[at]
            if at < after:
                continue
            if unit.mention or unit.quotation:
                return self._from(index, self.around(sentence, at, case), after)
            if not unit.is_word:
                return None
            word = self.words.look(unit.low)
            if word.preposition and at > index and self.words.look(sentence.low(at - 1)).modifier:
                inner = self._inner(sentence, at + 1)  # «согласно оглашённому в среду решению»
                after = inner.head + 1 if inner else at
                continue
            if case and word.noun and not self.words.grammar.may_stand_in(case, word.cases):
                return None
            group = word.lemma in self.classes.partitive and sentence.low(at + 1) == self.classes.partition
            if word.noun or group or word.foreign or self.is_abbreviation(unit):
                return self._from(index, self.around(sentence, at, case), after)
            if not word.modifier:
                return None
        return None

    def _inner(self, sentence: SentenceUnits, index: int) -> NounPhrase | None:
        """The phrase that begins at an index, found once: each is part of several others, and so are those within it."""
        if sentence is not self._clause:
            self._clause, self._inners = sentence, {}
        if index not in self._inners and self._depth < _DEEPEST:
            self._depth += 1
            self._inners[index] = self.at(sentence, index)
            self._depth -= 1
        return self._inners.get(index)

    def _from(self, index: int, phrase: NounPhrase, after: int) -> NounPhrase:
        """A phrase with the modifier before it that has words of its own: «знакомый с ним делец» (a dealer who knows him)."""
        return phrase._replace(first=index) if after > index else phrase

    def around(self, sentence: SentenceUnits, head: int, case: str) -> NounPhrase:
        """The phrase of a head: its modifiers before it, what depends on it after it, and its name."""
        first = self.first(sentence, head)
        unit = sentence.units[head]
        if unit.mention and unit.mention.type == "person":
            return NounPhrase(first, head, head, unit.mention)
        if medium := self._medium(sentence, head):
            return NounPhrase(first, head, *medium)
        word = self.words.look(unit.low)
        lemma = word.lemma if unit.is_word else ""
        body = self._is_body(sentence, head, lemma)
        last, name = self._dependents(sentence, head, case, lemma, body)
        if name is None and (not lemma or word.animate):
            name_at = self._name_after(sentence, last + 1, case)
            if name_at:
                last, name = name_at, sentence.units[name_at].mention
        last = min(last, sentence.last() - 1)
        while last > head and sentence.units[last].is_word and not self._ends_phrase(sentence.low(last)):
            last -= 1  # a modifier whose noun is not here: «владелец сгоревшего в мае киоска» (of the kiosk that burnt in May)
        return NounPhrase(first, head, max(last, head), name)

    def first(self, sentence: SentenceUnits, head: int) -> int:
        """The index of the first of the modifiers and determiners before a head."""
        first = head
        noun = self.first_word(sentence.units[head])
        while first > 0 and sentence.units[first - 1].is_word:
            low = sentence.low(first - 1)
            word = self.words.look(low)
            if low in self.classes.another and self._lemma(sentence, first) in self.classes.partitive:
                return first - 1  # «ещё один врач» (one more doctor)
            determiner = low in self.classes.possessives or low in self.classes.crowds
            if low in self.classes.fillers:
                break
            adjective = self.agree(sentence, first - 1, head) if word.adjectival else word.modifier and not word.noun
            if not determiner and (not adjective or word.lemma == self.classes.relative):
                break
            if self.words.grammar.declines and not determiner and not self.words.may_belong(low, noun):
                break  # «знакомый чиновника» (whom the official knows)
            first -= 1
        return first

    def agree(self, sentence: SentenceUnits, adjective: int, noun: int) -> bool:
        """Whether a word that may be a noun is an adjective of another one («приёмная комиссия»: the admissions board).

        They share a gender and a case, after a preposition of a place its own («в столовой школы»: in the school's canteen).
        """
        mine, other = self.words.look(sentence.low(adjective)), self.words.look(sentence.low(noun))
        cases = mine.cases & other.cases
        if sentence.low(adjective - 1) in self.classes.locative:
            cases &= {"Loc", "Acc"}
        return mine.gender == other.gender and bool(cases)

    def _medium(self, sentence: SentenceUnits, head: int) -> tuple[int, Mention] | None:
        """The medium whose name stands right behind a noun for one, and the index where it ends.

        «Издание Rusline», «портал Север.ру», «новостное агентство Reuters», «газета Bild am Sonntag».
        """
        noun, first = sentence.low(head).rpartition(" ")[2], head + 1
        if first == len(sentence) or self.words.look(noun).lemma not in self.classes.media:
            return None
        unit, last = sentence.units[first], first
        while self._is_foreign(sentence, last) and self._is_foreign(sentence, last + 1):
            last += 1
        text = self.analysis.text[unit.start : sentence.units[last].end]
        if not text[0].isupper():
            return None
        if unit.mention and last == first:
            return (last, unit.mention) if unit.mention.type == "organization" else None
        if not (self._is_foreign(sentence, first) or (unit.is_word and "." in text)):
            return None
        return last, Mention(start=unit.start, end=sentence.units[last].end, text=text, type="organization", name=text)

    def _is_foreign(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether a unit is a word or a body's name in other letters than the language's."""
        if index >= len(sentence):
            return False
        unit = sentence.units[index]
        body = unit.mention is not None and unit.mention.type == "organization"
        return (unit.is_word or body) and self.words.is_foreign(unit.low)

    def _is_body(self, sentence: SentenceUnits, head: int, lemma: str) -> bool:
        """Whether a head is a body, a document or a channel, which no person is; «оператор Юрий Орлов» is no company."""
        classes = self.classes
        if lemma not in classes.bodies and lemma not in classes.documents and lemma not in classes.channels:
            return False
        return sentence.code(head + 1)[0] != "P" or not self.words.look(sentence.low(head)).animate

    def _dependents(self, sentence: SentenceUnits, head: int, case: str, lemma: str, body: bool) -> tuple[int, Mention | None]:
        """The index of the last unit that depends on a head, and the person whom it is apposed to."""
        last, name = head, None
        at = head + 1
        while at < len(sentence):
            unit = sentence.units[at]
            if unit.mention and unit.mention.type == "person":
                fits = self._may_be_apposed(sentence, head, at, unit.mention, case)
                if fits and not body:
                    name = unit.mention
                elif not fits and (case != "Nom" or self.is_addressee(unit.mention)):
                    break  # «по словам врачей Иван Орлов поправляется» (doctors say that Orlov is recovering)
                last = at
            elif unit.mention:
                first = unit.mention.text.split()[0]
                opening = self.words.look(fold(first))
                # a proper name need not decline; «слова мэра пресс-служба» (the mayor's words – the press service) are two
                cases = ("Gen",) if first.islower() else ("Gen", "Nom")
                if name or (opening.noun and opening.cases.isdisjoint(cases)):
                    break
                last = at
            elif unit.quotation:
                if unit.end - unit.start > _LONGEST_NAME or self._is_told(unit):
                    break
                last = at
            elif name or not unit.is_word or (step := self._dependent(sentence, at, lemma)) < 0:
                break
            else:
                at = last = step
            at += 1
        acquainted = sentence.low(at) == "," and self._lemma(sentence, at + 1) in self.classes.acquainted
        if acquainted and lemma in self.classes.sources:
            last = sentence.next_comma(at + 1) - 1  # «источник, близкий к мэрии» (a source close to the mayor)
        return last, name

    def is_addressee(self, mention: Mention) -> bool:
        """Whether a name is in a case of no dependent, nor of a subject: «сказал дежурный Орлову» (said somebody to Orlov)."""
        cases = self._cases(mention)
        return bool(cases) and cases.isdisjoint(("Gen", "Nom"))

    def _may_be_apposed(self, sentence: SentenceUnits, head: int, index: int, mention: Mention, case: str) -> bool:
        """Whether a person's name is a head's by its case: «куратор музея По» (the curator of the Poe museum) is not Poe."""
        if not self.fits(mention, case):
            return False
        return case != "Nom" or index == head + 1 or not self._may_be_dependent(sentence, index, mention)

    def _ends_phrase(self, low: str) -> bool:
        """Whether a word is a noun, or stands for one («семья погибшего»: of the one who died)."""
        return self.words.look(low).noun or self.words.sort(low) == "A"

    def _is_told(self, unit: Unit) -> bool:
        """Whether a quoted name is in another case than a dependent: «сказал врач „Вечерней Москве“» (to the paper)."""
        words = map(self.words.look, fold(self.analysis.text[unit.start + 1 : unit.end - 1]).split())
        noun = next((word for word in words if word.noun), None)
        return noun is not None and noun.cases.isdisjoint(("Gen", "Nom"))

    def first_word(self, unit: Unit) -> str:
        """The first word of a unit, which shows its case: that of a name, or within quotation marks."""
        if unit.quotation:
            return fold((self.analysis.text[unit.quotation.inner_start : unit.quotation.inner_end].split() or ["-"])[0])
        return fold(unit.mention.text.split()[0]) if unit.mention else unit.low

    def pronoun(self, low: str) -> str | None:
        """The gender of a personal pronoun, or Plur; None for other words."""
        return self.classes.pronouns.get(low)

    def is_capital(self, unit: Unit) -> bool:
        """Whether a word begins with a capital."""
        return self.analysis.text[unit.start].isupper()

    def is_abbreviation(self, unit: Unit) -> bool:
        """Whether a word is written in capitals, as an abbreviated name is."""
        return unit.end - unit.start > 1 and self.analysis.text[unit.start : unit.end].isupper()

    def _may_be_dependent(self, sentence: SentenceUnits, index: int, mention: Mention) -> bool:
        """Whether an undeclined name may belong to the noun before it: «до заявления Монти» (before Monti's statement)."""
        before = self.words.look(sentence.low(index - 1))
        if not sentence.units[index - 1].is_word or not before.noun or before.animate or before.lemma in self.classes.bodies:
            return False
        if before.lemma in self.classes.circumstances and sentence.low(index - 2) in self.classes.locative:
            return False  # «в среду Монти сообщил» (on Wednesday Monti said)
        return self._cases(mention) >= _UNDECLINED

    def _cases(self, mention: Mention) -> frozenset[str]:
        """The cases that every word of a name may be in."""
        return frozenset.intersection(*(self.words.look(word).cases for word in fold(mention.text).split()))

    def fits(self, mention: Mention, case: str) -> bool:
        """Whether a person's name may be in a case; a form of two cases may be in either."""
        if case == "Nom":
            return is_nominative(mention)
        return not is_nominative(mention) or "Gen" in self.words.look(fold(mention.text.split()[0])).cases

    def _lemma(self, sentence: SentenceUnits, index: int) -> str:
        return self.words.look(sentence.low(index)).lemma

    def _name_after(self, sentence: SentenceUnits, index: int, case: str) -> int:
        """The index of the name of a role with a prepositional phrase («директор по связям Анна Ильина»), or 0."""
        if sentence.code(index) != "prep":
            return 0
        governed: frozenset[str] = frozenset()
        for at in range(index, min(sentence.next_comma(index), index + _NAME_WITHIN)):
            unit = sentence.units[at]
            if unit.mention and unit.mention.type == "person":
                if case == "Nom":
                    return at if is_nominative(unit.mention) else 0
                words = fold(unit.mention.text).split()
                apart = governed and (len(words) > 1 or governed.isdisjoint(self.words.look(words[0]).cases))
                return at if apart and not is_nominative(unit.mention) else 0
            if unit.is_word:
                word = self.words.look(unit.low)
                if word.finite:
                    return 0
                if word.noun:
                    governed = word.cases
        return 0

    def _dependent(self, sentence: SentenceUnits, at: int, head: str) -> int:
        """The index where a dependent of a noun ends that begins at an index, or -1."""
        low = sentence.low(at)
        word = self.words.look(low)
        if low == self.classes.conjunction:
            following = sentence.units[at + 1] if at + 1 < len(sentence) else None
            if following and following.is_word:
                next_word = self.words.look(following.low)
                if "Gen" in next_word.cases and "Nom" not in next_word.cases and not next_word.finite:
                    return at + 1
            return -1
        if word.foreign or self.is_abbreviation(sentence.units[at]):
            return at
        if self.words.is_foreign(head) and word.animate and "Nom" in word.cases:
            return -1  # «сказал Bloomberg аналитик» (the analyst told Bloomberg), not of analytics
        if word.preposition:
            source = head in self.classes.sources and low in self.classes.origin
            parts = (
                head,
                self._lemma(sentence, at - 1),
                self._lemma(sentence, at + 1) if self.words.look(head).animate else "",
            )
            part = low == self.classes.partition and not self.classes.partitive.isdisjoint(parts)
            if not source and not part and low not in self.classes.aliases:
                return -1
            phrase = self._inner(sentence, at + 1)
            if phrase is None or self.words.look(sentence.low(phrase.head)).lemma in self.classes.circumstances:
                return -1
            named = phrase.last + 1 < len(sentence) and self.is_capital(sentence.units[phrase.last + 1])
            return phrase.last + (low in self.classes.aliases and named)
        governed = "Ins" if head in self.classes.heading else "Gen"
        if (word.noun or word.modifier) and governed in word.cases and not word.finite and not self.pronoun(low):
            return at
        return -1
