"""Who speaks: the noun phrase beside a cue, and whom a pronoun or a role stands for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrs import evolve, frozen

from newsfacts import Analysis, Mention
from newsfacts_quotes.clauses import Clause, Unit, is_boundary
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.words import Verb, Word, Words

__all__ = ["Speaker", "Speakers"]

# How many units beside a cue a speaker is looked for.
_WINDOW = 60
# How far back a body may have been named for its bare noun to mean it, in characters, and a person, in sentences.
_MEMORY = 1500
_SENTENCES = 6


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
    """A noun phrase: the indices of its first, head and last units, the name within it, the gender its verb tells."""

    first: int
    head: int
    last: int
    name: Mention | None = None
    gender: str | None = None


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
        """A mention under the fullest name of its entity."""
        return evolve(mention, name=self._full(mention))

    # Where the speaker stands

    def _of_verb(self, clause: Clause, cue: Cue, verb: Verb) -> Speaker:
        edge = clause.left_edge(cue.first)
        inverted = all(self._is_filler(clause.units[i]) for i in range(edge, cue.first))
        if inverted and verb.mood != "gerund":
            phrase = self._subject(clause, _until_boundary(clause, cue.last + 1), verb)
            if phrase:
                return Speaker(self._mention(clause, phrase), phrase.last)
            if verb.number == "plur" and (place := self._of_place(clause, cue)):
                return place
        phrase = self._left_subject(clause, cue, verb)
        if phrase is None and not inverted:
            phrase = self._subject(clause, _until_boundary(clause, cue.last + 1), verb)
            if phrase:
                return Speaker(self._mention(clause, phrase), phrase.last)
        if phrase:
            return Speaker(self._mention(clause, phrase), cue.last)
        if verb.number == "plur" and verb.mood == "finite":
            return self._of_place(clause, cue) or Speaker(None, cue.last)
        return Speaker(self._dropped(verb), cue.last)

    def _of_place(self, clause: Clause, cue: Cue) -> Speaker | None:
        """The body or the document in which something is said: «сообщили в МИД», «в сообщении говорится»."""
        right = range(cue.last + 1, min(clause.next_comma(cue.last + 1), cue.last + _WINDOW))
        left = range(cue.first - 1, max(cue.first - _WINDOW, -1), -1)
        for index in (*right, *left):
            unit = clause.units[index]
            if unit.low in self.classes.locative or (unit.low == "из" and cue.verb and cue.verb.mood == "finite"):
                phrase = self._phrase(clause, index + 1, "loct")
                if phrase and self._can_speak(clause, phrase):
                    return Speaker(self._mention(clause, phrase), max(cue.last, phrase.last))
        return None

    def _of_phrase(self, clause: Clause, cue: Cue) -> Speaker:
        for index in range(cue.head + 1, cue.last):
            if gender := self._pronoun(clause.low(index)):
                return Speaker(self._pronominal(clause.units[index], gender), cue.last)
        if gender := self._pronoun(clause.low(cue.last + 1)):
            return Speaker(self._pronominal(clause.units[cue.last + 1], gender), cue.last + 1)
        phrase = self._phrase(clause, cue.last + 1, "datv" if cue.head == cue.last else "gent")
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
                spoken = self._phrase(clause, index, "accs")
                break
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
            if following.name is None and (not word.animate or "nomn" in word.cases):
                break
            if mention and mention.type == "person" and following.name and not phrase.name:
                mention = self._mention(clause, following)
            last = following.last
        return Speaker(mention, last)

    def _left_subject(self, clause: Clause, cue: Cue, verb: Verb) -> _Phrase | None:
        """The subject before a verb, past inserted stretches («Глава МИД, с которым он говорил, заявил»)."""
        edge = clause.left_edge(cue.first)
        phrase = self._subject(clause, range(cue.first - 1, edge - 1, -1), verb)
        stop = max(0, cue.first - _WINDOW)
        while phrase is None and edge > stop:
            end = edge - 1
            edge = clause.left_edge(end)
            if not self._is_subordinate(clause, edge, end):
                phrase = self._subject(clause, range(end - 1, edge - 1, -1), verb)
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

    def _subject(self, clause: Clause, indices: Iterable[int], verb: Verb | None) -> _Phrase | None:
        """The first nominative phrase that agrees with the verb; a body's bare name only where no noun does."""
        name: _Phrase | None = None
        for index in indices:
            unit = clause.units[index]
            if self._is_governed(clause, index):
                continue
            if unit.mention:
                if not _is_nominative(unit.mention) or self._is_oblique(clause, index):
                    continue
                if unit.mention.type == "person":
                    if (pair := self._pair(clause, index, verb)) or _agrees(unit.mention.gender, False, verb):
                        return pair or _Phrase(index, index, index, unit.mention)
                else:
                    name = name or _Phrase(index, index, index, unit.mention)
            elif unit.quotation:
                if unit.end - unit.start < 60:
                    name = name or _Phrase(index, index, index)
            elif unit.is_word:
                word = self.words.look(unit.low)
                if (word.noun or unit.low in self.classes.partitive or word.lemma == self.classes.relative) and self._may_head(
                    unit, word, verb
                ):
                    return evolve(self._around(clause, index, "nomn"), gender=verb.gender if verb else None)
                if name is None and (unit.low.isascii() or (self._is_capital(unit) and "nomn" in word.cases)):
                    name = self._around(clause, index, "nomn")
        return name

    def _may_head(self, unit: Unit, word: Word, verb: Verb | None) -> bool:
        """Whether a noun can be the subject of a verb of speech."""
        if self._pronoun(unit.low):
            return "nomn" in word.cases and unit.low not in ("его", "ее", "их") and _agrees(word.gender, word.plural, verb)
        if "nomn" not in word.cases or word.finite:
            return False
        if word.lemma == self.classes.relative or word.lemma in self.classes.partitive:
            return True
        if word.animate:
            return _agrees(None, word.plural, verb) and not (word.gender == "femn" and verb and verb.gender == "masc" and unit.low != "глава")
        if word.lemma in self.classes.bodies or word.lemma in self.classes.documents or word.lemma in self.classes.channels:
            return _agrees(word.gender, word.plural, verb)
        return False

    def _is_capital(self, unit: Unit) -> bool:
        return self.analysis.text[unit.start].isupper()

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
                both = Mention(start=one.start, end=two.end, text=text, type="person", name=f"{self._full(one)} и {self._full(two)}")
                return _Phrase(first, first, last, both)
        return None

    def _is_governed(self, clause: Clause, index: int) -> bool:
        """Whether a preposition stands before a word and its modifiers."""
        at = index - 1
        while at >= 0 and clause.units[at].is_word:
            word = self.words.look(clause.low(at))
            if word.preposition:
                return True
            if not word.modifier or word.noun:
                return False
            at -= 1
        return False

    def _is_oblique(self, clause: Clause, index: int) -> bool:
        """Whether an undeclined name stands after a noun in another case: «из квартиры дочери Челси»."""
        before = clause.units[index - 1] if index else None
        if before is None or not before.is_word:
            return False
        word = self.words.look(before.low)
        return word.noun and word.animate and "nomn" not in word.cases

    def _phrase(self, clause: Clause, index: int, case: str) -> _Phrase | None:
        """The noun phrase that begins at an index, whose head may stand in a case."""
        for at in range(index, min(index + 6, len(clause))):
            unit = clause.units[at]
            if unit.mention or unit.quotation:
                return self._around(clause, at, case)
            if not unit.is_word:
                return None
            word = self.words.look(unit.low)
            if word.noun or unit.low.isascii() or (word.lemma in self.classes.partitive and clause.low(at + 1) == "из"):
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
                elif unit.mention.type == "organization" and name:
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
        if name is None and case == "nomn" and not body:
            name_at = self._name_after(clause, last + 1)
            if name_at:
                last, name = name_at, clause.units[name_at].mention
        return _Phrase(first, head, min(last, clause.last() - 1) if last > head else head, name)

    def _name_after(self, clause: Clause, index: int) -> int:
        """The index of the name of a role with a prepositional phrase («директор по связям Анна Ильина»), or 0."""
        if index >= len(clause) or not clause.units[index].is_word or not self.words.look(clause.low(index)).preposition:
            return 0
        for at in range(index, min(clause.next_comma(index), index + 12)):
            unit = clause.units[at]
            if unit.mention and unit.mention.type == "person" and _is_nominative(unit.mention):
                return at
            if unit.is_word and self.words.look(unit.low).finite:
                return 0
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
        if low.isascii() or self.analysis.text[clause.units[at].start : clause.units[at].end].isupper():
            return at
        if word.preposition:
            if low not in self.classes.origin or (head not in self.classes.sources and not (low == "из" and head in self.classes.partitive)):
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
            return unit.mention.type != "place" or unit.low == "кремле"
        if unit.quotation:
            return True
        word = self.words.look(unit.low)
        classes = self.classes
        return word.lemma in classes.bodies | classes.documents | classes.channels or (unit.low.isascii() and word.lemma not in classes.circumstances)

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
            issuer = self._dependent_name(clause, phrase) or (self._publisher or self.last)
            return Mention(
                start=unit.start,
                end=unit.end,
                text=self.analysis.text[unit.start : unit.end],
                type="document",
                name=issuer.name if isinstance(issuer, Mention) else issuer or self.analysis.language.nominative(text),
            )
        if word.lemma in self.classes.channels:
            issuer = self._dependent_name(clause, phrase)
            return Mention(start=start, end=end, text=text, type="organization", name=issuer or self.analysis.language.nominative(text))
        animate = (word.animate and word.lemma not in self.classes.bodies) or word.lemma in self.classes.partitive
        mention = Mention(
            start=start, end=end, text=text, type="person" if animate else "organization", name=self.analysis.language.nominative(text)
        )
        return self._resolved(clause, phrase, word, mention)

    def _resolved(self, clause: Clause, phrase: _Phrase, word: Word, mention: Mention) -> Mention:
        """A bare role or body («чиновник», «глава региона», «издание») stands for one named before."""
        if word.plural or not self._is_bare(clause, phrase):
            return mention
        meant: Mention | None = None
        if mention.type == "organization":
            meant = self._recent_body(mention.start) if phrase.first == phrase.last else None
        elif word.lemma in self.classes.sources:
            meant = next((m for m in reversed(self._heard) if m.type == "person"), None)
        elif word.lemma in self.classes.anaphoric and (phrase.first == phrase.head or word.lemma in self.classes.offices):
            meant = self._recent(mention.start, phrase.gender)
        return evolve(mention, name=meant.name, gender=meant.gender) if meant else mention

    def _is_bare(self, clause: Clause, phrase: _Phrase) -> bool:
        """Whether what depends on a noun makes it no more definite."""
        return all(
            u.is_word and self.words.look(u.low).lemma in self.classes.places
            for u in clause.units[phrase.head + 1 : phrase.last + 1]
        )

    def _recent_body(self, at: int) -> Mention | None:
        """The body that spoke or was named last."""
        if self._publisher and self._publisher.type == "organization":
            return self._publisher
        bodies = [m for m in self.analysis.mentions_in(max(0, at - _MEMORY), at) if m.type == "organization"]
        return self.named(bodies[-1]) if bodies else None

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

    def _pronominal(self, unit: Unit, gender: str) -> Mention | None:
        meant = self._recent(unit.start, gender)
        if meant is None:
            return None
        return evolve(meant, start=unit.start, end=unit.end, text=self.analysis.text[unit.start : unit.end])

    def _dropped(self, verb: Verb) -> Mention | None:
        """Whom a verb without a subject means: who spoke last, if the verb agrees with them."""
        if self.last is None or verb.number == "plur" or not _agrees(self.last.gender, False, verb):
            return None
        return self.last

    def _recent(self, at: int, gender: str | None) -> Mention | None:
        """Whom a pronoun or a role means: going back sentence by sentence, who spoke in it or was its first subject."""
        sentences = self.analysis.sentences
        index = max(0, bisect_right(sentences, (at, at)) - 1)
        fallback: Mention | None = None
        for number in range(index, max(index - _SENTENCES, -1), -1):
            start, end = sentences[number]
            heard = [m for m in self._heard[-8:] if start <= m.start < min(end, at) and _fits(m, gender)]
            if heard and number < index:
                return heard[-1]
            people = [m for m in self.analysis.mentions_in(start, min(end, at)) if m.type == "person" and _fits(m, gender)]
            subject = next((m for m in people if _is_nominative(m)), None)
            if subject:
                return self.named(subject)
            if heard:
                return heard[-1]
            if people and fallback is None:
                fallback = self.named(people[-1])
        if self.last and _fits(self.last, gender):
            return self.last
        return fallback

    def _full(self, mention: Mention) -> str:
        entity = self.analysis.entity_of(mention)
        return entity.name if entity else mention.name


def _until_boundary(clause: Clause, index: int) -> Iterator[int]:
    end = min(clause.next_comma(index), index + _WINDOW)
    return iter(range(index, end))


def _is_nominative(mention: Mention) -> bool:
    return mention.text.casefold() == mention.name.casefold()


def _fits(mention: Mention, gender: str | None) -> bool:
    if gender is None:
        return mention.type == "person"
    if gender == "plur":
        return mention.type == "organization" or " и " in mention.name
    if mention.type != "person":
        return gender == "masc"
    return mention.gender is None or mention.gender.startswith(gender[:3])


def _agrees(gender: str | None, plural: bool | None, verb: Verb | None) -> bool:
    if verb is None:
        return True
    if verb.number == "plur":
        return plural is not False
    if plural and verb.number == "sing":
        return False
    return not (gender and verb.gender and gender[:3] != verb.gender[:3])
