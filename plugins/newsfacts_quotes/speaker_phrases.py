"""Noun phrases: where they begin and end, and which of them can be the subject of a verb of speech."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newsfacts import Analysis, Mention, fold
from newsfacts_quotes.grammar import CueVerb
from newsfacts_quotes.lookup import WordForm, WordLookup
from newsfacts_quotes.mentions import full_name, gender_of, is_nominative
from newsfacts_quotes.sentence_units import SentenceUnits, Unit

__all__ = ["NounPhrase", "NounPhrases"]

# A quotation longer than this is no name.
_LONGEST_NAME = 60
# Nobody nests deeper; what lies below is not looked at.
_DEEPEST = 30
# Among how many units from its first one the head of a phrase is looked for, how many after a word of quantity the noun of
# the group («один из участников»: one of the participants), and how many after a role the name that it belongs to.
_HEAD_WITHIN, _GROUP_WITHIN, _NAME_WITHIN = 8, 4, 12


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

    def subject(
        self, sentence: SentenceUnits, indices: Iterable[int], verb: CueVerb | None, names: bool = True
    ) -> NounPhrase | None:
        """The first nominative phrase that agrees with the verb.

        Args:
            sentence: The sentence.
            indices: The units to look at, the nearest first.
            verb: The verb.
            names: Whether a name whose agreement is not known may serve where no noun does.
        """
        name: NounPhrase | None = None
        for index in indices:
            agreement = self._agreement(sentence, index, verb)
            if agreement is False or (agreement is None and name) or self._is_governed(sentence, index):
                continue
            if agreement:
                return self._subject_at(sentence, index, verb)
            name = self._name_at(sentence, index)
        return name if names else None

    def _agreement(self, sentence: SentenceUnits, index: int, verb: CueVerb | None) -> bool | None:
        """Whether a unit is a verb's subject by its own form; None where it is a name whose form does not show it."""
        unit = sentence.units[index]
        if unit.mention:
            return self._agreement_of_name(sentence, index, unit.mention, verb)
        if unit.quotation:
            start = unit.quotation.inner_start
            title = unit.end - unit.start < _LONGEST_NAME and self.analysis.text[start : start + 1].isupper()
            return None if title else False
        if not unit.is_word:
            return False
        word = self.words.look(unit.low)
        if unit.low in self.classes.partitive or word.lemma in self.classes.partitive:
            found = (not word.cases or "Nom" in word.cases) and self._is_group(sentence, index)
        else:
            found = (word.noun or word.lemma == self.classes.relative) and self._may_head(unit, word, verb)
        if found:
            return True
        capital = "Nom" in word.cases and (word.noun or word.gender != "Neut") and self.is_capital(unit)
        return None if capital or word.foreign else False

    def _agreement_of_name(self, sentence: SentenceUnits, index: int, mention: Mention, verb: CueVerb | None) -> bool | None:
        if mention.type != "person":
            return self._agreement_of_body(mention, verb)
        if not is_nominative(mention) or self._is_oblique(sentence, index):
            return False
        if self._pair(sentence, index, verb):
            return True
        if self._agrees(gender_of(self.analysis, mention), False, verb) and not self._may_be_dependent(sentence, index):
            return True
        return False if verb and verb.number == "Plur" else None

    def _subject_at(self, sentence: SentenceUnits, index: int, verb: CueVerb | None) -> NounPhrase:
        """The phrase of a unit that is a verb's subject."""
        if sentence.units[index].mention:
            return self._pair(sentence, index, verb) or self._name_at(sentence, index)
        gender = verb.gender if verb else None
        phrase = self.around(sentence, index, "Nom")._replace(gender=gender, nominative=True)
        return self._without_stranger(phrase, verb)

    def _name_at(self, sentence: SentenceUnits, index: int) -> NounPhrase:
        """The phrase of a unit that is a name or looks like one."""
        unit = sentence.units[index]
        return self.around(sentence, index, "Nom") if unit.is_word else NounPhrase(index, index, index, unit.mention)

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
            if word.preposition or (unit.low not in self.classes.fillers and (word.finite or not word.modifier)):
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
        first = head
        while first > 0 and sentence.units[first - 1].is_word:
            low = sentence.low(first - 1)
            word = self.words.look(low)
            determiner = low in self.classes.possessives or low in self.classes.crowds
            if low in self.classes.fillers:
                break
            if not determiner and (not word.modifier or word.finite or word.noun or word.lemma == self.classes.relative):
                break
            first -= 1
        unit = sentence.units[head]
        if unit.mention and unit.mention.type == "person":
            return NounPhrase(first, head, head, unit.mention)
        lemma = self.words.look(unit.low).lemma if unit.is_word else ""
        if self.pronoun(unit.low) or lemma == self.classes.relative:
            return NounPhrase(head, head, head)
        body = lemma in self.classes.bodies or lemma in self.classes.documents or lemma in self.classes.channels
        last, name = head, None
        at = head + 1
        while at < len(sentence):
            unit = sentence.units[at]
            if unit.mention:
                if unit.mention.type == "person":
                    fits = self.fits(unit.mention, case)
                    if fits and case == "Nom" and at > head + 1 and self._may_be_dependent(sentence, at):
                        fits = False  # «куратор музея По» (the curator of the Poe museum) is not Poe
                    if fits and not body:
                        name = unit.mention
                    elif not fits and case != "Nom":
                        break  # «по словам врачей Иван Орлов поправляется» (doctors say that Orlov is recovering)
                else:
                    opening = self.words.look(fold(unit.mention.text.split()[0]))
                    if name or (opening.noun and opening.cases.isdisjoint(("Gen", "Nom"))):
                        break
                last = at
            elif unit.quotation:
                if at != last + 1 or unit.end - unit.start > _LONGEST_NAME:
                    break
                last = at
            elif unit.is_word:
                step = self._dependent(sentence, at, lemma)
                if step < 0 or name:
                    break
                at = last = step
            else:
                if lemma in self.classes.sources and unit.low == "," and self._is_acquainted(sentence, at + 1):
                    last = sentence.next_comma(at + 1) - 1
                break
            at += 1
        if name is None and not body and (not lemma or self.words.look(sentence.low(head)).animate):
            name_at = self._name_after(sentence, last + 1, case)
            if name_at:
                last, name = name_at, sentence.units[name_at].mention
        return NounPhrase(first, head, min(last, sentence.last() - 1) if last > head else head, name)

    def can_speak(self, sentence: SentenceUnits, phrase: NounPhrase) -> bool:
        """Whether a phrase names a body, a document or a channel in which something is said."""
        unit = sentence.units[phrase.head]
        if unit.mention:
            return unit.mention.type == "organization"
        if unit.quotation:
            return True
        word = self.words.look(unit.low)
        classes = self.classes
        if word.lemma in classes.bodies or word.lemma in classes.documents or word.lemma in classes.channels:
            return True
        return (word.foreign or self.is_capital(unit)) and word.lemma not in classes.circumstances

    def is_subordinate(self, sentence: SentenceUnits, start: int, end: int) -> bool:
        """Whether a stretch between commas is a gerund's, a participle's or a relative clause."""
        for index in range(start, min(start + 2, end)):
            unit = sentence.units[index]
            if not unit.is_word:
                return False
            word = self.words.look(unit.low)
            if word.gerund or (word.participle and start > 0) or word.lemma == self.classes.relative:
                return True
            if unit.low in self.classes.complementizers and start > 0:
                return False
            if not word.preposition:
                return False
        return False

    def stands_between(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether a unit is in an apposition: between two commas, with a noun and no verb."""
        start, end = sentence.left_edge(index), sentence.next_comma(index)
        words = [self.words.look(u.low) for u in sentence.units[start:end] if u.is_word]
        between = sentence.low(start - 1) == sentence.low(end) == ","
        return between and any(w.noun and "Nom" in w.cases for w in words) and not any(w.finite or w.preposition for w in words)

    def has_verb(self, sentence: SentenceUnits, start: int, end: int) -> bool:
        """Whether a stretch has a finite verb or a predicative."""
        return any(unit.is_word and self.words.look(unit.low).finite for unit in sentence.units[start:end])

    def is_filler(self, unit: Unit) -> bool:
        """Whether a unit may be between a comma and a verb that precedes its subject."""
        return unit.low in self.classes.fillers or unit.low == self.classes.manner

    def pronoun(self, low: str) -> str | None:
        """The gender of a personal pronoun, or Plur; None for other words."""
        return self.classes.pronouns.get(low)

    def is_capital(self, unit: Unit) -> bool:
        """Whether a word begins with a capital."""
        return self.analysis.text[unit.start].isupper()

    def is_abbreviation(self, unit: Unit) -> bool:
        """Whether a word is written in capitals, as an abbreviated name is."""
        return unit.end - unit.start > 1 and self.analysis.text[unit.start : unit.end].isupper()

    def _may_head(self, unit: Unit, word: WordForm, verb: CueVerb | None) -> bool:
        """Whether a noun can be the subject of a verb of speech."""
        if self.pronoun(unit.low):
            return (
                "Nom" in word.cases
                and unit.low not in self.classes.possessives
                and self._agrees(word.gender, word.plural, verb)
            )
        if "Nom" not in word.cases or word.finite:
            return False
        if word.lemma == self.classes.relative:
            return self._agrees(None, word.plural, verb)
        if word.animate:
            return self._agrees(None, word.plural, verb) and not (word.gender == "Fem" and verb and verb.gender == "Masc")
        if word.lemma in self.classes.bodies or word.lemma in self.classes.documents or word.lemma in self.classes.channels:
            return self._agrees(word.gender, word.plural, verb)
        return False

    def _agreement_of_body(self, mention: Mention, verb: CueVerb | None) -> bool | None:
        """Whether a body's name is a verb's subject; None where its form does not show it («РИА Новости»)."""
        word = self.words.look(fold(mention.text.split()[0]))
        if word.lemma in self.classes.bodies and word.noun:
            return "Nom" in word.cases and self._agrees(word.gender, word.plural, verb)
        if is_nominative(mention) or (" " not in mention.text and "Nom" in word.cases):
            return None
        return False

    def _is_group(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether a part of a group of people or bodies is meant: not «несколько минут» (some minutes)."""
        if sentence.low(index) in self.classes.crowds:
            return True
        for at in range(index + 1, min(index + 1 + _GROUP_WITHIN, len(sentence))):
            unit = sentence.units[at]
            if unit.mention:
                return True
            if not unit.is_word:
                return False
            word = self.words.look(unit.low)
            if word.noun and "Gen" in word.cases:
                return word.animate or word.lemma in self.classes.bodies or word.lemma in self.classes.sources
            if word.finite:
                return False
        return False

    def _pair(self, sentence: SentenceUnits, index: int, verb: CueVerb | None) -> NounPhrase | None:
        """Two names joined by a conjunction before a plural verb."""
        if verb is None or verb.number != "Plur":
            return None
        for first, last in ((index - 2, index), (index, index + 2)):
            if first < 0 or last >= len(sentence) or sentence.low(first + 1) != self.classes.conjunction:
                continue
            one, two = sentence.units[first].mention, sentence.units[last].mention
            if one and two and one.type == two.type == "person":
                text = self.analysis.text[one.start : two.end]
                both = Mention(
                    start=one.start,
                    end=two.end,
                    text=text,
                    type="person",
                    name=f" {self.classes.conjunction} ".join(full_name(self.analysis, m) for m in (one, two)),
                )
                return NounPhrase(first, first, last, both)
        return None

    def _may_depend(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether a form that may be a genitive follows a noun («дети журналистки заявили»: the journalist's children said)."""
        unit = sentence.units[index]
        if (unit.mention is not None and unit.mention.type == "person") or not unit.low[0].isalpha():
            return False
        if "Gen" not in self.words.look(unit.low.split()[0]).cases:
            return False
        at = index - 1
        while at > 0 and sentence.units[at].is_word:
            word = self.words.look(sentence.low(at))
            own = sentence.low(at) in self.classes.possessives
            if not own and (word.noun or not word.modifier or "Gen" not in word.cases):
                break
            at -= 1
        if at < 0 or not sentence.units[at].is_word:
            return False
        head = self.words.look(sentence.low(at))
        plain = head.lemma not in self.classes.circumstances and sentence.low(at) not in self.classes.crowds
        return head.noun and plain

    def _is_governed(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether a preposition is before a word or, where its form is ambiguous, a noun that it may depend on."""
        if self._may_depend(sentence, index):
            return True
        at = index - 1
        while at >= 0 and sentence.units[at].is_word:
            word = self.words.look(sentence.low(at))
            if word.preposition:
                return True
            if not word.modifier or word.noun:
                return False
            at -= 1
        return False

    def _is_oblique(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether an undeclined name follows a noun in another case: «квартира дочери Челси» (daughter Chelsea's flat)."""
        before = sentence.units[index - 1] if index else None
        if before is None or not before.is_word:
            return False
        word = self.words.look(before.low)
        return word.noun and word.animate and ("Nom" not in word.cases or word.plural is True)

    def _may_be_dependent(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether an undeclined name may belong to the noun before it: «до заявления Монти» (before Monti's statement)."""
        before, mention = sentence.units[index - 1] if index else None, sentence.units[index].mention
        if before is None or mention is None or not before.is_word:
            return False
        word = self.words.look(before.low)
        if not word.noun or word.animate or word.finite or word.lemma in self.classes.bodies:
            return False
        if word.lemma in self.classes.circumstances and sentence.low(index - 2) in self.classes.locative:
            return False  # «в среду Монти сообщил» (on Wednesday Monti said)
        return "Gen" in self._cases(mention)

    def _without_stranger(self, phrase: NounPhrase, verb: CueVerb | None) -> NounPhrase:
        """A phrase without an undeclined surname that is another's: «представитель Лопес сообщил» (her spokesman said)."""
        name = phrase.name
        if name is None or " " in name.text or self._agrees(gender_of(self.analysis, name), False, verb):
            return phrase
        return phrase._replace(name=None) if "Gen" in self._cases(name) else phrase

    def _cases(self, mention: Mention) -> frozenset[str]:
        """The cases that every word of a name may be in."""
        return frozenset.intersection(*(self.words.look(word).cases for word in fold(mention.text).split()))

    def fits(self, mention: Mention, case: str) -> bool:
        """Whether a person's name may be in a case; a form of two cases may be in either."""
        if case == "Nom":
            return is_nominative(mention)
        return not is_nominative(mention) or "Gen" in self.words.look(fold(mention.text.split()[0])).cases

    def _is_acquainted(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether a part of a sentence says whom a source is close to («источник, близкий к мэрии»: close to the mayor)."""
        return (
            index < len(sentence) and sentence.units[index].is_word and self._lemma(sentence, index) in self.classes.acquainted
        )

    def _lemma(self, sentence: SentenceUnits, index: int) -> str:
        return self.words.look(sentence.low(index)).lemma

    def _name_after(self, sentence: SentenceUnits, index: int, case: str) -> int:
        """The index of the name of a role with a prepositional phrase («директор по связям Анна Ильина»), or 0."""
        if index >= len(sentence) or not sentence.units[index].is_word or not self.words.look(sentence.low(index)).preposition:
            return 0
        governed: frozenset[str] = frozenset()
        for at in range(index, min(sentence.next_comma(index), index + _NAME_WITHIN)):
            unit = sentence.units[at]
            if unit.mention and unit.mention.type == "person":
                if case == "Nom":
                    return at if is_nominative(unit.mention) else 0
                first = self.words.look(fold(unit.mention.text.split()[0]))
                return at if governed and governed.isdisjoint(first.cases) and not is_nominative(unit.mention) else 0
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
        if word.preposition:
            source = head in self.classes.sources and low in self.classes.origin
            part = head in self.classes.partitive and low == self.classes.partition
            if not source and not part and low not in self.classes.aliases:
                return -1
            phrase = self._inner(sentence, at + 1)
            if phrase is None or self.words.look(sentence.low(phrase.head)).lemma in self.classes.circumstances:
                return -1
            named = phrase.last + 1 < len(sentence) and self.is_capital(sentence.units[phrase.last + 1])
            return phrase.last + (low in self.classes.aliases and named)
        if (word.noun or word.modifier) and "Gen" in word.cases and not word.finite and not self.pronoun(low):
            return at
        return -1

    def _agrees(self, gender: str | None, plural: bool | None, verb: CueVerb | None) -> bool:
        """Whether a noun of a gender and a number can be the subject of a verb, if there is one."""
        return verb is None or self.words.grammar.agrees(verb, gender, plural)
