"""Who speaks: the noun phrase beside a cue, and whom a pronoun or a role stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from attrs import evolve, frozen

from newsfacts import Analysis, Mention, fold
from newsfacts_quotes.clauses import Clause, Unit, is_boundary
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.words import Verb, Word, Words

__all__ = ["Speaker", "Speakers"]

# How many units beside a cue a speaker is looked for.
_WINDOW = 60
# How many sentences back somebody may have been named for a pronoun or a bare noun to mean them.
_SENTENCES = 6
# A sentence shorter than this that ends in a body's name is a dateline.
_DATELINE = 60
# So many persons of a title, to either side, are considered for its bare use.
_NEAREST = 5


class Speaker(NamedTuple):
    """Whom a cue names.

    Attributes:
        mention: The speaker; None when nobody is named.
        last: Index of the last unit of the words that name the speaker, or of the cue when they stand before it.
    """

    mention: Mention | None
    last: int


@frozen
class _Phrase:
    """A noun phrase.

    Attributes:
        first: Index of its first unit.
        head: Index of its head.
        last: Index of its last unit.
        name: The name within it that says who is meant.
        gender: The gender that its verb tells.
        nominative: Whether it is a subject, hence in the nominative as it stands.
    """

    first: int
    head: int
    last: int
    name: Mention | None = None
    gender: str | None = None
    nominative: bool = False


class Speakers:
    """Finds speakers in an article's sentences, which are to be asked about in text order.

    Args:
        analysis: The article.
        words: Look-up of its language's words.

    Attributes:
        last: Who spoke last.
        citer: Who cited somebody last.
    """

    def __init__(self, analysis: Analysis, words: Words) -> None:
        self.analysis = analysis
        self.words = words
        self.classes = words.lexicon.words
        self.last: Mention | None = None
        self.citer: Mention | None = None
        self._heard: list[Mention] = []
        self._plural: set[int] = set()  # where the mentions of several people start
        self._publisher: Mention | None = None

    def remember(self, speaker: Mention | None) -> None:
        """Take note of who spoke."""
        if speaker is None:
            return
        self.last = speaker
        self._heard.append(speaker)
        if speaker.type in ("organization", "document"):
            self._publisher = speaker

    def of(self, clause: Clause, cue: Cue) -> Speaker:
        """The speaker that a cue names."""
        if cue.verb is None:
            return self._of_phrase(clause, cue)
        if cue.kind == "citing":
            return self._of_citing(clause, cue)
        if cue.verb.mood == "passive":
            return self._of_place(clause, cue) or Speaker(None, cue.last)
        if cue.verb.mood == "participle":
            return Speaker(self._antecedent(clause, clause.left_edge(cue.head) - 1), cue.last)
        return self._of_verb(clause, cue, cue.verb)

    def subject_of(self, clause: Clause, end: int) -> Mention | None:
        """The nominative phrase before a unit, for quotations that no cue introduces («Надпись на нём: „…“»)."""
        phrase = self._subject(clause, range(end - 1, max(end - _WINDOW, 0) - 1, -1), None)
        return self._mention(clause, phrase) if phrase else None

    def main_subject(self, clause: Clause) -> Mention | None:
        """The first nominative phrase of a sentence."""
        phrase = self._subject(clause, range(len(clause)), None)
        return self._mention(clause, phrase) if phrase else None

    def headline(self, clause: Clause, colon: int) -> Mention | None:
        """Who stands alone before a headline's colon."""
        phrase = self._phrase(clause, 0, "nomn")
        if phrase is None or phrase.last != colon - 1:
            return None
        unit = clause.units[phrase.head]
        word = self.words.look(unit.low)
        if unit.mention or phrase.name or word.lemma in self.classes.bodies or (word.animate and not unit.quotation):
            return self._mention(clause, phrase)
        return None

    def signature(self, clause: Clause, start: int, end: int) -> Mention | None:
        """The person whose name follows a quotation, with or without a verb."""
        phrase = self._subject(clause, range(start, end), None)
        if phrase is None:
            return None
        mention = self._mention(clause, phrase)
        return mention if mention and mention.type == "person" else None

    def named(self, mention: Mention) -> Mention:
        """A mention under the fullest name of its entity; a place that speaks is its government."""
        return evolve(mention, name=self._full(mention), type="person" if mention.type == "person" else "organization")

    # Where the speaker stands

    def _of_verb(self, clause: Clause, cue: Cue, verb: Verb) -> Speaker:
        edge = clause.left_edge(cue.first)
        inverted = all(self._is_filler(clause.units[i]) for i in range(edge, cue.first))
        after = list(_until_boundary(clause, cue.last + 1))
        if verb.mood == "gerund":
            phrase = self._main_subject(clause, edge)
            return Speaker(self._mention(clause, phrase) if phrase else self.last, cue.last)
        plural = verb.number == "plur"
        if inverted and (phrase := self._subject(clause, self._past_dates(clause, after), verb, names=not plural)):
            return self._with_name(clause, phrase)
        if inverted and plural and (place := self._of_place(clause, cue)):
            return place
        if phrase := self._left_subject(clause, cue, verb, names=False):
            return Speaker(self._mention(clause, phrase), cue.last)
        if not inverted and (phrase := self._subject(clause, after, verb, names=False)):
            return self._with_name(clause, phrase)
        if plural and (place := self._of_place(clause, cue)):
            return place
        if phrase := self._left_subject(clause, cue, verb) or self._subject(clause, after, verb):
            return Speaker(self._mention(clause, phrase), max(cue.last, phrase.last))
        return Speaker(self._dropped(verb, clause.units[cue.head].start), cue.last)

    def _past_dates(self, clause: Clause, indices: list[int]) -> list[int]:
        """The stretch after a verb, with the next one where a date parts them («…, сообщила в среду, 4 марта, партия»)."""
        end = indices[-1] + 1 if indices else 0
        while clause.low(end) == "," and clause.low(end + 1)[:1].isdigit():
            end = clause.next_comma(end + 1)
            if clause.low(end) == ",":
                indices = [*indices, *_until_boundary(clause, end + 1)]
                end = indices[-1] + 1
        return indices

    def _with_name(self, clause: Clause, phrase: _Phrase) -> Speaker:
        """The speaker after a verb; a name may follow the role after a comma."""
        end = phrase.last + 1
        if end < len(clause) and clause.units[end].is_word and self.words.look(clause.low(end)).preposition:
            comma = clause.next_comma(end)
            if comma - end < 4 and not any(u.is_word and self.words.look(u.low).finite for u in clause.units[end:comma]):
                end = comma
        if phrase.name is None and clause.units[phrase.head].mention is None and clause.low(end) == ",":
            stop = clause.next_comma(end + 1)
            for index in range(end + 1, stop):
                unit = clause.units[index]
                if unit.mention and unit.mention.type == "person" and _is_nominative(unit.mention) and index == stop - 1:
                    return Speaker(self.named(unit.mention), phrase.last)
                if unit.is_word and (self.words.look(unit.low).finite or self.words.look(unit.low).preposition):
                    break
        return Speaker(self._mention(clause, phrase), phrase.last)

    def _main_subject(self, clause: Clause, edge: int) -> _Phrase | None:
        """The subject of the main clause that a gerund belongs to: the first of the stretch before it."""
        while edge > 0:
            end = edge - 1
            edge = clause.left_edge(end)
            if not self._is_subordinate(clause, edge, end) and (phrase := self._subject(clause, range(edge, end), None)):
                return phrase
        return None

    def _of_place(self, clause: Clause, cue: Cue) -> Speaker | None:
        """The body or the document in which something is said: «сообщили в МИД», «в сообщении говорится»."""
        inserted = clause.low(cue.last + 1) == "," and clause.low(cue.last + 2) in self.classes.locative
        right = _until_boundary(clause, cue.last + 2 if inserted else cue.last + 1)
        left = range(cue.first - 1, max(cue.first - _WINDOW, -1), -1)
        for index in (*right, *left):
            unit = clause.units[index]
            impersonal = cue.verb is not None and cue.verb.lemma in self.words.lexicon.impersonal
            if unit.low == "из" if impersonal else unit.low in self.classes.locative:
                phrase = self._phrase(clause, index + 1, "loct")
                if phrase and self._can_speak(clause, phrase):
                    return Speaker(self._mention(clause, phrase), max(cue.last, phrase.last))
        return None

    def _of_phrase(self, clause: Clause, cue: Cue) -> Speaker:
        alone = cue.head == cue.last
        if self.words.look(clause.low(cue.last + 1)).lemma == self.classes.relative:
            return Speaker(None, cue.last + 1)
        for index in range(cue.head + 1, cue.last + 2):
            following = self._phrase(clause, index + 1, "datv") if alone else None
            if following and following.head == following.first:
                break  # «согласно его письму»
            if gender := self._pronoun(clause.low(index)):
                data = self.words.look(clause.low(cue.last)).lemma in self.classes.documents
                return Speaker(self._pronominal(clause.units[index], gender, data), max(cue.last, index))
        first = cue.last + 2 if clause.low(cue.last + 1) == "от" else cue.last + 1
        phrase = self._phrase(clause, first, "datv" if alone else "gent")
        if phrase is None:
            return Speaker(None, cue.last)
        return self._with_apposition(clause, phrase)

    def _of_citing(self, clause: Clause, cue: Cue) -> Speaker:
        """The object: «приводит слова Иванова ТАСС»; the subject is remembered as the one who cites."""
        source = self._subject(clause, _until_boundary(clause, cue.last + 1), cue.verb)
        if source is None and cue.verb:
            source = self._left_subject(clause, cue, cue.verb)
        spoken = None
        for index in _until_boundary(clause, cue.last + 1):
            if source is None or not source.first <= index <= source.last:
                label = clause.units[index].is_word and self.words.look(clause.low(index)).lemma in self.classes.labels
                spoken = self._phrase(clause, index + 1 if label else index, "accs")
                if spoken:
                    break
        if source and spoken and clause.units[spoken.head].is_word:
            cases = self.words.look(clause.low(spoken.head)).cases
            if "nomn" in cases and cases.isdisjoint(("accs", "gent")):
                source, spoken = spoken, source  # «процитировал Кузнецова собеседник агентства»
        citing = self._mention(clause, source) if source else None
        cited = self._mention(clause, spoken) if spoken else None
        if citing and cited and citing.type == "person" and cited.type == "organization":
            citing, cited = cited, citing  # a surname that may be nominative: «цитирует Кузнецова агентство»
        self.citer = citing
        if citing and citing.type in ("organization", "document"):
            self._publisher = citing
        last = max([cue.last, *(p.last for p in (source, spoken) if p)])
        for index in range(cue.first - 1, max(cue.first - 4, -1), -1):
            if gender := self._pronoun(clause.low(index)):
                return Speaker(self._pronominal(clause.units[index], gender), last)
        return Speaker(cited, last)

    def precedes(self, clause: Clause, start: int, cue: Cue) -> bool:
        """Whether the speaker of a cue stands between an index and the cue."""
        return self._subject(clause, range(cue.first - 1, start - 1, -1), cue.verb) is not None

    def follows(self, clause: Clause, cue: Cue) -> bool:
        """Whether the speaker of a cue stands after it."""
        phrase = self._subject(clause, _until_boundary(clause, cue.last + 1), cue.verb)
        if phrase is None:
            return self._of_place(clause, cue) is not None
        mention = clause.units[phrase.head].mention
        return mention is None or mention.type != "place"

    def origin(self, clause: Clause, cue: Cue) -> Mention | None:
        """Whom a relaying verb names as its source: «передаёт агентство со ссылкой на пресс-службу»."""
        relays = cue.verb is not None and cue.verb.lemma in self.words.lexicon.relaying
        for index in range(cue.last + 1, min(cue.last + 12, len(clause) - 1)):
            if clause.low(index).startswith("ссылк") and clause.low(index + 1) == "на":
                phrase = self._phrase(clause, index + 2, "accs")
                if phrase is None:
                    return None
                mention = self._mention(clause, phrase)
                if mention and mention.type == "person":
                    self._heard.append(mention)
                head = clause.units[phrase.head]
                named = not head.is_word or self.words.look(head.low).lemma not in self.classes.sources
                return mention if relays and named else None
        return None

    def _with_apposition(self, clause: Clause, phrase: _Phrase) -> Speaker:
        """A name may follow its role after a comma: «по словам одного из участников, епископа Иова, …»."""
        mention, last = self._mention(clause, phrase), phrase.last
        while clause.low(last + 1) == ",":
            following = self._phrase(clause, last + 2, "gent")
            if following is None or not is_boundary(clause.low(following.last + 1)):
                break
            word = self.words.look(clause.low(following.head))
            opening = self.words.look(clause.low(last + 2))
            genitive = opening.modifier and "gent" in opening.cases and "nomn" not in opening.cases
            nominative = _is_nominative(following.name) if following.name else not word.animate or "nomn" in word.cases
            nominative = nominative and not genitive
            if nominative and not (following.name and following.head < following.last):
                break
            if mention and mention.type == "person" and following.name and not phrase.name:
                mention = self._mention(clause, following)
            last = following.last
        return Speaker(mention, last)

    def _left_subject(self, clause: Clause, cue: Cue, verb: Verb, names: bool = True) -> _Phrase | None:
        """The subject before a verb, past inserted stretches («Глава МИД, с которым он говорил, заявил»)."""
        edge = clause.left_edge(cue.first)
        phrase = self._subject(clause, range(cue.first - 1, edge - 1, -1), verb, names)
        stop = max(0, cue.first - _WINDOW)
        while phrase is None and edge > stop:
            end = edge - 1
            edge = clause.left_edge(end)
            if not self._is_subordinate(clause, edge, end):
                phrase = self._subject(clause, range(end - 1, edge - 1, -1), verb, names)
        return phrase

    def _is_subordinate(self, clause: Clause, start: int, end: int) -> bool:
        """Whether a stretch between commas is a gerund's, a participle's or a relative clause."""
        for index in range(start, min(start + 2, end)):
            unit = clause.units[index]
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

    def _is_filler(self, unit: Unit) -> bool:
        return unit.low in self.classes.fillers or unit.low == "как"

    # Noun phrases

    def _subject(self, clause: Clause, indices: Iterable[int], verb: Verb | None, names: bool = True) -> _Phrase | None:
        """The first nominative phrase that agrees with the verb.

        Args:
            clause: The sentence.
            indices: The units to look at, the nearest first.
            verb: The verb.
            names: Whether a name whose agreement is not known may serve where no noun does.
        """
        name: _Phrase | None = None
        for index in indices:
            unit = clause.units[index]
            if self._is_governed(clause, index):
                continue
            if unit.mention:
                if unit.mention.type != "person":
                    agreement = self._agreement_of_body(unit.mention, verb)
                    if agreement:
                        return _Phrase(index, index, index, unit.mention)
                    if agreement is None:
                        name = name or _Phrase(index, index, index, unit.mention)
                elif _is_nominative(unit.mention) and not self._is_oblique(clause, index):
                    if (pair := self._pair(clause, index, verb)) or _agrees(unit.mention.gender, False, verb):
                        return pair or _Phrase(index, index, index, unit.mention)
                    if verb is None or verb.number != "plur":
                        name = name or _Phrase(index, index, index, unit.mention)
            elif unit.quotation:
                if unit.end - unit.start < 60 and self.analysis.text[unit.quotation.inner_start].isupper():
                    name = name or _Phrase(index, index, index)
            elif unit.is_word:
                word = self.words.look(unit.low)
                if unit.low in self.classes.partitive or word.lemma in self.classes.partitive:
                    found = self._is_group(clause, index)
                else:
                    found = (word.noun or word.lemma == self.classes.relative) and self._may_head(unit, word, verb)
                if found:
                    return evolve(self._around(clause, index, "nomn"), gender=verb.gender if verb else None, nominative=True)
                if name is None and (unit.low.isascii() or (self._is_capital(unit) and "nomn" in word.cases)):
                    name = self._around(clause, index, "nomn")
        return name if names else None

    def _may_head(self, unit: Unit, word: Word, verb: Verb | None) -> bool:
        """Whether a noun can be the subject of a verb of speech."""
        if self._pronoun(unit.low):
            return "nomn" in word.cases and unit.low not in ("его", "ее", "их") and _agrees(word.gender, word.plural, verb)
        if "nomn" not in word.cases or word.finite:
            return False
        if word.lemma == self.classes.relative:
            return True
        if word.animate:
            return _agrees(None, word.plural, verb) and not (word.gender == "femn" and verb and verb.gender == "masc")
        if word.lemma in self.classes.bodies or word.lemma in self.classes.documents or word.lemma in self.classes.channels:
            return _agrees(word.gender, word.plural, verb)
        return False

    def _is_capital(self, unit: Unit) -> bool:
        return self.analysis.text[unit.start].isupper()

    def _is_group(self, clause: Clause, index: int) -> bool:
        """Whether a part of a group of people or bodies is meant: not «несколько минут»."""
        if clause.low(index) in self.classes.crowds:
            return True
        for at in range(index + 1, min(index + 5, len(clause))):
            unit = clause.units[at]
            if unit.mention:
                return True
            if not unit.is_word:
                return False
            word = self.words.look(unit.low)
            if word.noun and "gent" in word.cases:
                return word.animate or word.lemma in self.classes.bodies or word.lemma in self.classes.sources
            if word.finite:
                return False
        return False

    def _is_name_like(self, unit: Unit) -> bool:
        """Whether a word is written in capitals, as an abbreviated name is."""
        return unit.end - unit.start > 1 and self.analysis.text[unit.start : unit.end].isupper()

    def _pair(self, clause: Clause, index: int, verb: Verb | None) -> _Phrase | None:
        """Two names joined by a conjunction before a plural verb."""
        if verb is None or verb.number != "plur":
            return None
        for first, last in ((index - 2, index), (index, index + 2)):
            if first < 0 or last >= len(clause) or clause.low(first + 1) != "и":
                continue
            one, two = clause.units[first].mention, clause.units[last].mention
            if one and two and one.type == two.type == "person":
                text = self.analysis.text[one.start : two.end]
                both = Mention(
                    start=one.start, end=two.end, text=text, type="person", name=f"{self._full(one)} и {self._full(two)}"
                )
                return _Phrase(first, first, last, both)
        return None

    def _is_governed(self, clause: Clause, index: int) -> bool:
        """Whether a preposition or, for an ambiguous form, a noun that it may depend on stands before a word."""
        unit, at = clause.units[index], index - 1
        person = unit.mention is not None and unit.mention.type == "person"
        if not person and unit.low[0].isalpha() and at >= 0 and clause.units[at].is_word:
            word, before = self.words.look(unit.low.split()[0]), self.words.look(clause.low(at))
            dependent = before.modifier and not before.noun and at > 0 and clause.units[at - 1].is_word
            head = self.words.look(clause.low(at - 1)) if dependent else before
            if (
                "gent" in word.cases
                and not word.animate
                and head.noun
                and head.lemma not in self.classes.circumstances
                and (not dependent or "gent" in before.cases)
            ):
                return True
        while at >= 0 and clause.units[at].is_word:
            word = self.words.look(clause.low(at))
            if word.preposition:
                return True
            if not word.modifier or word.noun:
                return False
            at -= 1
        return False

    def _agreement_of_body(self, mention: Mention, verb: Verb | None) -> bool | None:
        """Whether a body's name is a verb's subject; None where its words do not tell («РИА Новости»)."""
        word = self.words.look(fold(mention.text.split()[0]))
        if word.lemma in self.classes.bodies and word.noun:
            return "nomn" in word.cases and _agrees(word.gender, word.plural, verb)
        if _is_nominative(mention) or (" " not in mention.text and "nomn" in word.cases):
            return None
        return False

    def _is_oblique(self, clause: Clause, index: int) -> bool:
        """Whether an undeclined name stands after a noun in another case: «из квартиры дочери Челси»."""
        before = clause.units[index - 1] if index else None
        if before is None or not before.is_word:
            return False
        word = self.words.look(before.low)
        return word.noun and word.animate and ("nomn" not in word.cases or word.plural is True)

    def _phrase(self, clause: Clause, index: int, case: str) -> _Phrase | None:
        """The noun phrase that begins at an index, whose head may stand in a case."""
        for at in range(index, min(index + 6, len(clause))):
            unit = clause.units[at]
            if unit.mention or unit.quotation:
                return self._around(clause, at, case)
            if not unit.is_word:
                return None
            word = self.words.look(unit.low)
            if (
                word.noun
                or unit.low.isascii()
                or self._is_name_like(unit)
                or (word.lemma in self.classes.partitive and clause.low(at + 1) == "из")
            ):
                return self._around(clause, at, case)
            if unit.low not in self.classes.fillers and (word.finite or word.preposition or not word.modifier):
                return None
        return None

    def _around(self, clause: Clause, head: int, case: str) -> _Phrase:
        """The phrase of a head: its modifiers before it, what depends on it after it, and its name."""
        first = head
        while first > 0 and clause.units[first - 1].is_word:
            low = clause.low(first - 1)
            word = self.words.look(low)
            possessive = low in ("его", "ее", "их")
            if low in self.classes.fillers:
                break
            if not possessive and (not word.modifier or word.finite or word.noun or word.lemma == self.classes.relative):
                break
            first -= 1
        unit = clause.units[head]
        if unit.mention and unit.mention.type == "person":
            return _Phrase(first, head, head, unit.mention)
        lemma = self.words.look(unit.low).lemma if unit.is_word else ""
        if self._pronoun(unit.low) or lemma == self.classes.relative:
            return _Phrase(head, head, head)
        body = lemma in self.classes.bodies or lemma in self.classes.documents or lemma in self.classes.channels
        last, name = head, None
        at = head + 1
        while at < len(clause):
            unit = clause.units[at]
            if unit.mention:
                if unit.mention.type == "person":
                    if not body and _is_nominative(unit.mention) == (case == "nomn"):
                        name = unit.mention
                else:
                    opening = self.words.look(fold(unit.mention.text.split()[0]))
                    if name or (opening.noun and opening.cases.isdisjoint(("gent", "nomn"))):
                        break
                last = at
            elif unit.quotation:
                if at != last + 1 or unit.end - unit.start > 60:
                    break
                last = at
            elif unit.is_word:
                step = self._dependent(clause, at, lemma)
                if step < 0 or name:
                    break
                at = last = step
            else:
                if lemma in self.classes.sources and unit.low == "," and clause.low(at + 1).startswith(("близк", "знаком")):
                    last = clause.next_comma(at + 1) - 1
                break
            at += 1
        if name is None and not body and (not lemma or self.words.look(clause.low(head)).animate):
            name_at = self._name_after(clause, last + 1, case)
            if name_at:
                last, name = name_at, clause.units[name_at].mention
        return _Phrase(first, head, min(last, clause.last() - 1) if last > head else head, name)

    def _name_after(self, clause: Clause, index: int, case: str) -> int:
        """The index of the name of a role with a prepositional phrase («директор по связям Анна Ильина»), or 0."""
        if index >= len(clause) or not clause.units[index].is_word or not self.words.look(clause.low(index)).preposition:
            return 0
        governed: frozenset[str] = frozenset()
        for at in range(index, min(clause.next_comma(index), index + 12)):
            unit = clause.units[at]
            if unit.mention and unit.mention.type == "person":
                if case == "nomn":
                    return at if _is_nominative(unit.mention) else 0
                first = self.words.look(fold(unit.mention.text.split()[0]))
                return at if governed and governed.isdisjoint(first.cases) and not _is_nominative(unit.mention) else 0
            if unit.is_word:
                word = self.words.look(unit.low)
                if word.finite:
                    return 0
                if word.noun:
                    governed = word.cases
        return 0

    def _dependent(self, clause: Clause, at: int, head: str) -> int:
        """The index where a dependent of a noun ends that begins at an index, or -1."""
        low = clause.low(at)
        word = self.words.look(low)
        if low == "и":
            following = clause.units[at + 1] if at + 1 < len(clause) else None
            if following and following.is_word:
                next_word = self.words.look(following.low)
                if "gent" in next_word.cases and "nomn" not in next_word.cases and not next_word.finite:
                    return at + 1
            return -1
        if low.isascii() or self._is_name_like(clause.units[at]):
            return at
        if word.preposition:
            if low not in self.classes.origin or (
                head not in self.classes.sources and not (low == "из" and head in self.classes.partitive)
            ):
                return -1
            phrase = self._phrase(clause, at + 1, "loct")
            if phrase is None or self.words.look(clause.low(phrase.head)).lemma in self.classes.circumstances:
                return -1
            return phrase.last
        if (word.noun or word.modifier) and "gent" in word.cases and not word.finite and not self._pronoun(low):
            return at
        return -1

    def _can_speak(self, clause: Clause, phrase: _Phrase) -> bool:
        unit = clause.units[phrase.head]
        if unit.mention:
            return unit.mention.type == "organization"
        if unit.quotation:
            return True
        word = self.words.look(unit.low)
        classes = self.classes
        if word.lemma in classes.bodies or word.lemma in classes.documents or word.lemma in classes.channels:
            return True
        return (unit.low.isascii() or self._is_capital(unit)) and word.lemma not in classes.circumstances

    # Whom they mean

    def _mention(self, clause: Clause, phrase: _Phrase) -> Mention | None:
        """The mention that a noun phrase makes, its name resolved."""
        if phrase.name:
            return self.named(phrase.name)
        unit = clause.units[phrase.head]
        if unit.mention:
            return self.named(unit.mention)
        if gender := self._pronoun(unit.low):
            return self._pronominal(unit, gender)
        start, end = clause.units[phrase.first].start, clause.units[phrase.last].end
        text = self.analysis.text[start:end]
        if unit.quotation:
            quotation = unit.quotation
            inner = self.analysis.text[quotation.inner_start : quotation.inner_end]
            return Mention(start=quotation.inner_start, end=quotation.inner_end, text=inner, type="organization", name=inner)
        word = self.words.look(unit.low)
        if word.lemma == self.classes.relative:
            meant = self._antecedent(clause, phrase.head - 1 if clause.low(phrase.head - 1) == "," else phrase.head - 2)
            if meant:
                return evolve(meant, start=unit.start, end=unit.end, text=self.analysis.text[unit.start : unit.end])
        if word.lemma in self.classes.documents and not word.animate:
            issuer: Mention | str | None = self._dependent_name(clause, phrase) or self._owner(clause, phrase)
            if issuer is None and word.lemma == self.classes.evidence:
                return None
            issuer = issuer or self._publisher or self.last
            return Mention(
                start=unit.start,
                end=unit.end,
                text=self.analysis.text[unit.start : unit.end],
                type="document",
                name=issuer.name if isinstance(issuer, Mention) else issuer or self.analysis.language.nominative(text),
            )
        if word.lemma in self.classes.channels:
            issuer = self._dependent_name(clause, phrase)
            return Mention(
                start=start, end=end, text=text, type="organization", name=issuer or self.analysis.language.nominative(text)
            )
        animate = (word.animate and word.lemma not in self.classes.bodies) or word.lemma in (
            self.classes.partitive | self.classes.sources
        )
        first = clause.units[phrase.first]
        name = text if phrase.nominative else self.analysis.language.nominative(text)
        if phrase.first == 0 and first.is_word and not first.low.isascii() and not self._is_name_like(first):
            name = name[0].lower() + name[1:]  # a capital of the sentence, not of a name
        mention = Mention(start=start, end=end, text=text, type="person" if animate else "organization", name=name)
        if word.plural:
            self._plural.add(start)
        return self._resolved(clause, phrase, word, mention)

    def _resolved(self, clause: Clause, phrase: _Phrase, word: Word, mention: Mention) -> Mention:
        """A role or a bare body («чиновник», «глава региона», «издание») stands for one named before."""
        if word.plural:
            return mention
        meant: Mention | None = None
        bare = self._is_bare(clause, phrase)
        if mention.type == "organization":
            known = word.lemma in self.classes.bodies | self.classes.places
            if bare and known and phrase.first == phrase.last and not self._is_name(clause, phrase):
                meant = self._recent_body(mention.start)
        elif word.lemma in self.classes.interlocutors:
            meant = next((m for m in reversed(self._heard) if m.type == "person"), None) if bare else None
        elif word.lemma in self.classes.sources:
            alike = (m for m in reversed(self._heard) if fold(m.name).startswith(word.lemma))
            meant = next(alike, None) if phrase.first == phrase.last else None
            meant = meant or self._titled(clause, phrase, word, mention.start)
        elif word.lemma not in self.classes.partitive:
            meant = self._titled(clause, phrase, word, mention.start)
            if meant is None and bare and (phrase.first == phrase.head or word.lemma in self.classes.offices):
                meant = self._recent(mention.start, phrase.gender)
        return evolve(mention, name=meant.name, gender=meant.gender) if meant else mention

    def _is_name(self, clause: Clause, phrase: _Phrase) -> bool:
        """Whether a bare noun is written as a name in the midst of a sentence («Рада»)."""
        return phrase.head > 0 and self._is_capital(clause.units[phrase.head])

    def _titled(self, clause: Clause, phrase: _Phrase, word: Word, at: int) -> Mention | None:
        """Whom the article calls by the title: the last one named with it before, or else the first one after.

        Words that depend on the title must be among those that stand by it there, unless they say nothing.
        """
        beside = [clause.units[i] for i in range(phrase.first, phrase.last + 1) if i != phrase.head]
        lemmas = [self.words.look(u.low).lemma if u.is_word else u.low for u in beside]
        synonyms = frozenset[str]().union(*(self.words.lexicon.titles.get(lemma, ()) for lemma in (word.lemma, *lemmas)))
        dependents = [m[:4] for m in lemmas if m not in self.classes.places and m not in self.words.lexicon.titles]
        found: Mention | None = None
        for mention, words in self._candidates(at, word.lemma, synonyms):
            if mention.gender and phrase.gender and mention.gender[:3] != phrase.gender[:3]:
                continue
            if dependents and not any(w.startswith(d) for d in dependents for w in words):
                continue
            if mention.start > at and found:
                break
            found = mention
        return self.named(found) if found else None

    def _candidates(self, at: int, title: str, synonyms: Iterable[str]) -> list[tuple[Mention, frozenset[str]]]:
        """The persons nearest to an offset who are called by a title or by one that means the same, in text order."""
        found: dict[int, tuple[Mention, frozenset[str]]] = {}
        for lemma in (title, *synonyms):
            entries = self._titles.get(lemma, [])
            index = bisect_left(entries, at, key=lambda entry: entry[0].start)
            for entry in entries[max(0, index - _NEAREST) : index + _NEAREST]:
                found[entry[0].start] = entry
        return [found[start] for start in sorted(found)]

    @cached_property
    def _titles(self) -> dict[str, list[tuple[Mention, frozenset[str]]]]:
        """By the lemmas of the words directly before a person's name: the person with all those lemmas, in text order."""
        found: dict[str, list[tuple[Mention, frozenset[str]]]] = {}
        for mention in self.analysis.mentions:
            if mention.type != "person":
                continue
            index = self.analysis.token_index(mention.start)
            lemmas: set[str] = set()
            for token in reversed(self.analysis.tokens[max(0, index - 8) : index]):
                if not token.text[0].isalpha():
                    break
                word = self.words.look(fold(token.text))
                if word.preposition or word.finite:
                    break
                lemmas.add(word.lemma)
            entry = mention, frozenset(lemmas)
            for lemma in lemmas:
                found.setdefault(lemma, []).append(entry)
        return found

    def _is_bare(self, clause: Clause, phrase: _Phrase) -> bool:
        """Whether what depends on a noun makes it no more definite."""
        return all(
            u.is_word and self.words.look(u.low).lemma in self.classes.places
            for u in clause.units[phrase.head + 1 : phrase.last + 1]
        )

    def _recent_body(self, at: int) -> Mention | None:
        """The body that spoke last, or was the first subject of the nearest sentence that names one."""
        fallback: Mention | None = None
        for start, end in self._sentences_before(at):
            heard = [m for m in self._heard[-8:] if start <= m.start < min(end, at) and m.type == "organization"]
            if heard:
                return heard[-1]
            bodies = [m for m in self.analysis.mentions_in(start, min(end, at)) if m.type == "organization"]
            if end - start < _DATELINE and bodies and bodies[-1].end >= end - 1:
                continue  # «МОСКВА, 5 мая — ТАСС.»
            subject = next((m for m in bodies if _is_nominative(m)), None)
            if subject:
                return self.named(subject)
            if bodies and fallback is None:
                fallback = self.named(bodies[-1])
        if self._publisher and self._publisher.type == "organization":
            return self._publisher
        return fallback

    def _sentences_before(self, at: int) -> Iterator[tuple[int, int]]:
        """The sentence that an offset lies in and some before it, the nearest first."""
        sentences = self.analysis.sentences
        index = max(0, bisect_right(sentences, (at, at)) - 1)
        for number in range(index, max(index - _SENTENCES, -1), -1):
            yield sentences[number]

    def _dependent_name(self, clause: Clause, phrase: _Phrase) -> str | None:
        """The name of who issued a document or keeps a channel: «в сообщении пресс-службы ведомства»."""
        for at in range(phrase.head + 1, phrase.last + 1):
            unit = clause.units[at]
            if unit.mention:
                return self._full(unit.mention)
            if unit.quotation:
                return self.analysis.text[unit.quotation.inner_start : unit.quotation.inner_end]
            word = self.words.look(unit.low)
            if word.noun and at == phrase.last and word.lemma in self.classes.places | self.classes.bodies:
                body = self._recent_body(unit.start)
                if body:
                    return body.name
            if word.noun:
                start = clause.units[phrase.head + 1].start
                return self.analysis.language.nominative(self.analysis.text[start : clause.units[phrase.last].end])
        return None

    def _owner(self, clause: Clause, phrase: _Phrase) -> Mention | None:
        """Whom a possessive pronoun before a document means («в его письме»)."""
        for index in range(phrase.first, phrase.head):
            if gender := self._pronoun(clause.low(index)):
                return self._pronominal(clause.units[index], gender)
        return None

    def _antecedent(self, clause: Clause, comma: int) -> Mention | None:
        """The person or body before a comma that a relative pronoun or a participle belongs to."""
        for index in range(comma - 1, max(comma - 12, -1), -1):
            unit = clause.units[index]
            if unit.mention and unit.mention.type in ("person", "organization"):
                return self.named(unit.mention)
            if unit.is_word:
                word = self.words.look(unit.low)
                if word.animate or (word.noun and word.lemma in self.classes.bodies):
                    return self._mention(clause, self._around(clause, index, "nomn"))
        return None

    def _pronoun(self, low: str) -> str | None:
        return next((key for key, forms in self.classes.pronouns.items() if low in forms), None)

    def _pronominal(self, unit: Unit, gender: str, data: bool = False) -> Mention | None:
        """Whom a pronoun means; what has data («по его данным») may be a body."""
        body = data and self.last is not None and self.last.type == "organization"
        meant = self.last if body else self._recent(unit.start, gender)
        if meant is None:
            return None
        return evolve(meant, start=unit.start, end=unit.end, text=self.analysis.text[unit.start : unit.end])

    def _dropped(self, verb: Verb, at: int) -> Mention | None:
        """Whom a verb without a subject means."""
        if verb.number == "plur" or verb.gender == "neut":
            return None
        return self._recent(at, verb.gender)

    def _recent(self, at: int, gender: str | None) -> Mention | None:
        """Whom a pronoun or a role means: going back sentence by sentence, who spoke in it or was its first subject."""
        paragraph = self.analysis.text.rfind("\n", 0, at)
        fallback: Mention | None = None
        for number, (start, end) in enumerate(self._sentences_before(at)):
            if fallback and end < paragraph:
                return fallback
            heard = [m for m in self._heard[-8:] if start <= m.start < min(end, at) and self._fits(m, gender)]
            if heard and number > 0:
                return heard[-1]
            people = [m for m in self.analysis.mentions_in(start, min(end, at)) if m.type == "person" and self._fits(m, gender)]
            subjects = [m for m in people if _is_nominative(m)]
            subject = next((m for m in subjects if m.gender), subjects[0] if subjects else None)
            if subject:
                return self.named(subject)
            if heard:
                return heard[-1]
            if people and fallback is None:
                fallback = self.named(people[-1])
        if self.last and self._fits(self.last, gender):
            return self.last
        return fallback

    def _fits(self, mention: Mention, gender: str | None) -> bool:
        """Whether a pronoun of a gender, or of the plural, can mean somebody."""
        several = mention.start in self._plural or " и " in mention.name
        if gender == "plur" or several:
            return gender == "plur" and several
        return mention.type == "person" and (not gender or not mention.gender or mention.gender[:3] == gender[:3])

    def _full(self, mention: Mention) -> str:
        entity = self.analysis.entity_of(mention)
        return entity.name if entity else mention.name


def _until_boundary(clause: Clause, index: int) -> range:
    return range(index, min(clause.next_comma(index), index + _WINDOW))


def _is_nominative(mention: Mention) -> bool:
    return fold(mention.text) == fold(mention.name)


def _agrees(gender: str | None, plural: bool | None, verb: Verb | None) -> bool:
    if verb is None:
        return True
    if verb.number == "plur":
        return plural is not False
    if plural and verb.number == "sing":
        return False
    return not (gender and verb.gender and gender[:3] != verb.gender[:3])
