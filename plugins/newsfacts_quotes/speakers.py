"""Who speaks: the noun phrase that belongs to a cue, and whom it means."""

from __future__ import annotations

from typing import NamedTuple

from attrs import evolve

from newsfacts import Analysis, Mention, fold
from newsfacts_quotes.antecedents import Antecedents
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.grammar import CueVerb
from newsfacts_quotes.lookup import WordForm, WordLookup
from newsfacts_quotes.mentions import full_name, is_nominative, named
from newsfacts_quotes.sentence_units import SentenceUnits, Unit, is_boundary
from newsfacts_quotes.speaker_phrases import NounPhrase, NounPhrases

__all__ = ["Speaker", "Speakers"]

# How many units beside a cue a speaker is looked for.
_WINDOW = 60
# A longer quotation names nobody; as a name it would be copied into every quote of the speaker.
_LONGEST_NAME = 300
# How many units after a relaying verb its source may be named («со ссылкой на»: with reference to), and how many before a
# relative pronoun or a participle the noun that it belongs to.
_SOURCE_WITHIN, _ANTECEDENT_WITHIN = 12, 12
# A pronoun is the object of a citing verb that follows within so many units («его цитирует агентство»: the agency cites him).
_OBJECT_WITHIN = 3
# A phrase of place between a role and its name has no more units.
_LONGEST_PLACE = 3


class Speaker(NamedTuple):
    """Whom a cue names.

    Attributes:
        mention: The speaker; None when nobody is named.
        last: Index of the last unit of the words that name the speaker, or of the cue when they stand before it.
    """

    mention: Mention | None
    last: int


class Speakers:
    """Finds speakers in an article's sentences, which are to be asked about in text order.

    Args:
        analysis: The article.
        words: Look-up of its language's words.

    Attributes:
        antecedents: Who spoke and was named so far.
        citer: Who cited somebody last.
    """

    def __init__(self, analysis: Analysis, words: WordLookup) -> None:
        self.analysis = analysis
        self.words = words
        self.classes = words.lexicon.words
        self.phrases = NounPhrases(analysis, words)
        self.antecedents = Antecedents(analysis, words)
        self.citer: Mention | None = None
        self._said_from: int | None = None

    def of(self, sentence: SentenceUnits, cue: Cue) -> Speaker:
        """The speaker that a cue names."""
        edge = sentence.left_edge(cue.first)
        inverted = cue.verb is not None and self._is_inverted(sentence, cue, edge)
        # «Лукин приедет, сказал он» (Lukin will come, he said): somebody else said it
        self._said_from = sentence.start if inverted and edge > 0 else None
        if cue.verb is None:
            return self._of_phrase(sentence, cue)
        if cue.kind == "citing":
            return self._of_citing(sentence, cue)
        if cue.verb.mood == "passive":
            return self._of_place(sentence, cue) or Speaker(None, cue.last)
        if cue.verb.mood == "participle":
            several = cue.verb.number == "Plur"
            return Speaker(self._antecedent(sentence, sentence.left_edge(cue.head) - 1, several), cue.last)
        return self._of_verb(sentence, cue, cue.verb, inverted)

    def subject_of(self, sentence: SentenceUnits, end: int) -> Mention | None:
        """The nominative phrase before a unit, for quotations that no cue introduces («Надпись: „…“»: the inscription)."""
        phrase = self.phrases.subject(sentence, range(end - 1, max(end - _WINDOW, 0) - 1, -1), None)
        return self._mention(sentence, phrase) if phrase else None

    def main_subject(self, sentence: SentenceUnits) -> Mention | None:
        """The first nominative phrase of a sentence."""
        phrase = self.phrases.subject(sentence, range(len(sentence)), None)
        return self._mention(sentence, phrase) if phrase else None

    def headline(self, sentence: SentenceUnits, colon: int) -> Mention | None:
        """The speaker who is all that comes before a headline's colon."""
        phrase = self.phrases.at(sentence, 0, "Nom")
        if phrase is None or phrase.last != colon - 1:
            return None
        unit = sentence.units[phrase.head]
        word = self.words.look(unit.low)
        if unit.mention or phrase.name or word.lemma in self.classes.bodies or (word.animate and not unit.quotation):
            return self._mention(sentence, phrase)
        return None

    def signature(self, sentence: SentenceUnits, start: int, end: int) -> Mention | None:
        """The person whose name follows a quotation, with or without a verb."""
        phrase = self.phrases.subject(sentence, range(start, end), None)
        if phrase is None:
            return None
        mention = self._mention(sentence, phrase)
        return mention if mention and mention.type == "person" else None

    def precedes(self, sentence: SentenceUnits, start: int, cue: Cue) -> bool:
        """Whether the speaker of a cue is between an index and the cue."""
        return self.phrases.subject(sentence, range(cue.first - 1, start - 1, -1), cue.verb) is not None

    def follows(self, sentence: SentenceUnits, cue: Cue) -> bool:
        """Whether the speaker of a cue follows it."""
        phrase = self.phrases.subject(sentence, _until_boundary(sentence, cue.last + 1), cue.verb)
        if phrase is None:
            return self._of_place(sentence, cue) is not None
        mention = sentence.units[phrase.head].mention
        return mention is None or mention.type != "place"

    def origin(self, sentence: SentenceUnits, cue: Cue) -> Mention | None:
        """The source that a relaying verb names: «передаёт агентство со ссылкой на источник» (with reference to a source)."""
        relays = cue.verb is not None and cue.verb.lemma in self.words.lexicon.relaying
        for index in range(cue.last + 1, min(cue.last + _SOURCE_WITHIN, len(sentence) - 1)):
            if (sentence.low(index), sentence.low(index + 1)) in self.words.lexicon.references:
                phrase = self.phrases.at(sentence, index + 2, "Acc")
                if phrase is None:
                    return None
                mention = self._mention(sentence, phrase)
                if mention and mention.type == "person":
                    self.antecedents.heard.append(mention)
                head = sentence.units[phrase.head]
                named = not head.is_word or self.words.look(head.low).lemma not in self.classes.sources
                return mention if relays and named else None
        return None

    def _of_verb(self, sentence: SentenceUnits, cue: Cue, verb: CueVerb, inverted: bool) -> Speaker:
        if verb.lemma in self.words.lexicon.rumoured:
            return self._of_place(sentence, cue) or Speaker(None, cue.last)
        edge = sentence.left_edge(cue.first)
        after = list(_until_boundary(sentence, cue.last + 1))
        if verb.mood == "gerund":
            phrase = self._main_subject(sentence, edge)
            return Speaker(self._mention(sentence, phrase) if phrase else self.antecedents.last, cue.last)
        plural = verb.number == "Plur"
        if inverted and edge > 0 and self.phrases.is_subordinate(sentence, sentence.left_edge(edge - 1), edge - 1):
            goes_on = self.phrases.subject(sentence, after, verb, names=False) is None
            if goes_on and (phrase := self._left_subject(sentence, cue, verb, names=False)):
                return Speaker(self._mention(sentence, phrase), cue.last)
        if inverted and (phrase := self.phrases.subject(sentence, self._past_dates(sentence, after), verb, names=not plural)):
            return self._with_name(sentence, phrase)
        if inverted and plural and (place := self._of_place(sentence, cue)):
            return place
        if phrase := self._left_subject(sentence, cue, verb, names=False):
            return Speaker(self._mention(sentence, phrase), cue.last)
        beside = sentence.units[cue.first - 1].mention if cue.first else None
        if beside and beside.type == "person" and (phrase := self.phrases.subject(sentence, (cue.first - 1,), verb)):
            return Speaker(self._mention(sentence, phrase), cue.last)
        if not inverted and (phrase := self.phrases.subject(sentence, after, verb, names=False)):
            return self._with_name(sentence, phrase)
        if plural and (place := self._of_place(sentence, cue)):
            return place
        if plural and not beside and verb.lemma in self.words.lexicon.naming:
            return Speaker(None, cue.last)  # «так его называют» (so they call him)
        if phrase := self._left_subject(sentence, cue, verb) or self.phrases.subject(sentence, after, verb):
            return Speaker(self._mention(sentence, phrase), max(cue.last, phrase.last))
        return Speaker(self._dropped(verb, sentence.units[cue.head].start), cue.last)

    def _is_inverted(self, sentence: SentenceUnits, cue: Cue, edge: int) -> bool:
        """Whether nothing that can be a subject is before a verb."""
        return all(self.phrases.is_filler(sentence.units[i]) for i in range(edge, cue.first))

    def _of_place(self, sentence: SentenceUnits, cue: Cue) -> Speaker | None:
        """The body or the document in which something is said: «сообщили в МИД» (said at the foreign ministry)."""
        inserted = sentence.low(cue.last + 1) == "," and sentence.low(cue.last + 2) in self.classes.locative
        right = _until_boundary(sentence, cue.last + 2 if inserted else cue.last + 1)
        left = range(cue.first - 1, max(cue.first - _WINDOW, -1), -1)
        for index in (*right, *left):
            unit = sentence.units[index]
            impersonal = cue.verb is not None and cue.verb.lemma in self.words.lexicon.impersonal
            if unit.low == self.classes.partition if impersonal else unit.low in self.classes.locative:
                if self.phrases.pronoun(sentence.low(index + 1)) and self.antecedents.publisher:
                    return Speaker(self.antecedents.publisher, max(cue.last, index + 1))  # «в нём говорится» (it says)
                phrase = self.phrases.at(sentence, index + 1, "Gen" if impersonal else "Loc")
                if phrase and self.phrases.can_speak(sentence, phrase):
                    return Speaker(self._mention(sentence, phrase), max(cue.last, phrase.last))
        return None

    def _of_phrase(self, sentence: SentenceUnits, cue: Cue) -> Speaker:
        alone = cue.head == cue.last
        if self.words.look(sentence.low(cue.last + 1)).lemma == self.classes.relative:
            return Speaker(None, cue.last + 1)
        for index in range(cue.head + 1, cue.last + 2):
            following = self.phrases.at(sentence, index + 1, "Dat" if alone else "Gen") if index >= cue.last else None
            if following and following.head == index + 1:
                break  # «согласно его письму» (according to his letter): the letter, not he
            if gender := self.phrases.pronoun(sentence.low(index)):
                data = self.words.look(sentence.low(cue.last)).lemma in self.classes.documents
                return Speaker(self._pronominal(sentence.units[index], gender, data), max(cue.last, index))
        first = cue.last + 2 if sentence.low(cue.last + 1) in self.classes.givers else cue.last + 1
        phrase = self.phrases.at(sentence, first, "Dat" if alone else "Gen")
        if phrase is None or (not alone and self._begins_clause(sentence, phrase)):
            return Speaker(None, cue.last)
        return self._with_apposition(sentence, phrase)

    def _begins_clause(self, sentence: SentenceUnits, phrase: NounPhrase) -> bool:
        """Whether a phrase that may be nominative begins what was said («по … данным цены выросли»: by … data prices rose)."""
        head = sentence.units[phrase.head]
        if phrase.name or not head.is_word or self.phrases.can_speak(sentence, phrase):
            return False
        word = self.words.look(head.low)
        return not word.animate and "Nom" in word.cases and not is_boundary(sentence.low(phrase.last + 1))

    def _of_citing(self, sentence: SentenceUnits, cue: Cue) -> Speaker:
        """The object («приводит слова Иванова ТАСС»: TASS cites Ivanov's words); the subject is kept as the one who cites."""
        source = self.phrases.subject(sentence, _until_boundary(sentence, cue.last + 1), cue.verb)
        if source is None and cue.verb:
            source = self._left_subject(sentence, cue, cue.verb)
        spoken = None
        for index in _until_boundary(sentence, cue.last + 1):
            if source is None or not source.first <= index <= source.last:
                label = sentence.units[index].is_word and self.words.look(sentence.low(index)).lemma in self.classes.labels
                spoken = self.phrases.at(sentence, index + 1 if label else index)
                if spoken:
                    break
        if source and spoken and sentence.units[spoken.head].is_word:
            cases = self.words.look(sentence.low(spoken.head)).cases
            if "Nom" in cases and cases.isdisjoint(("Acc", "Gen")):
                source, spoken = spoken, source  # «процитировал Кузнецова собеседник» (the source cited Kuznetsov)
        citing = self._mention(sentence, source) if source else None
        cited = self._mention(sentence, spoken) if spoken else None
        if citing and cited and citing.type == "person" and cited.type == "organization":
            citing, cited = cited, citing  # a surname that may be nominative: «цитирует Кузнецова агентство»
        self.citer = citing
        if citing and citing.type in ("organization", "document"):
            self.antecedents.publisher = citing
        last = max([cue.last, *(p.last for p in (source, spoken) if p)])
        for index in range(cue.first - 1, max(cue.first - _OBJECT_WITHIN - 1, -1), -1):
            if gender := self.phrases.pronoun(sentence.low(index)):
                return Speaker(self._pronominal(sentence.units[index], gender), last)
        return Speaker(cited, last)

    def _left_subject(self, sentence: SentenceUnits, cue: Cue, verb: CueVerb, names: bool = True) -> NounPhrase | None:
        """The subject before a verb, past insertions («Глава МИД, выступая в Минске, заявил»: speaking in Minsk)."""
        edge = sentence.left_edge(cue.first)
        phrase = self.phrases.subject(sentence, range(cue.first - 1, edge - 1, -1), verb, names)
        stop = max(0, cue.first - _WINDOW)
        while phrase is None and edge > stop:
            end = edge - 1
            edge = sentence.left_edge(end)
            if not self.phrases.is_subordinate(sentence, edge, end):
                phrase = self.phrases.subject(sentence, range(end - 1, edge - 1, -1), verb, names)
        return self._apposed(sentence, phrase, edge) if phrase else None

    def _apposed(self, sentence: SentenceUnits, phrase: NounPhrase, edge: int) -> NounPhrase:
        """The person whose role a phrase after a comma gives: «Анна Белова, врач и блогер, сказала» (a doctor and blogger)."""
        head = sentence.units[phrase.head]
        role = head.is_word and not phrase.name and self.words.look(head.low).animate and not self.phrases.pronoun(head.low)
        if not role or phrase.first != edge or sentence.low(edge - 1) != ",":
            return phrase
        index = edge - 2
        while index > 0 and sentence.units[index].is_word and self.phrases.stands_between(sentence, index):
            index = sentence.left_edge(index) - 2
        mention = sentence.units[index].mention if index >= 0 else None
        if mention and mention.type == "person" and is_nominative(mention):
            return NounPhrase(index, index, index, mention, phrase.gender)
        return phrase

    def _main_subject(self, sentence: SentenceUnits, edge: int) -> NounPhrase | None:
        """The subject of the main clause that a gerund belongs to."""
        while edge > 0:
            end = edge - 1
            edge = sentence.left_edge(end)
            if not self.phrases.is_subordinate(sentence, edge, end) and (
                phrase := self.phrases.subject(sentence, range(edge, end), None)
            ):
                return self._apposed(sentence, phrase, edge)
        return None

    def _past_dates(self, sentence: SentenceUnits, indices: list[int]) -> list[int]:
        """The units after a verb, past a date between commas («сообщила в среду, 4 марта, партия»: on Wednesday, 4 March)."""
        end = indices[-1] + 1 if indices else 0
        while sentence.low(end) == "," and sentence.low(end + 1)[:1].isdigit():
            end = sentence.next_comma(end + 1)
            if sentence.low(end) == "," and (stretch := _until_boundary(sentence, end + 1)):
                indices = [*indices, *stretch]
                end = stretch[-1] + 1
        return indices

    def _with_name(self, sentence: SentenceUnits, phrase: NounPhrase) -> Speaker:
        """The speaker after a verb; a name may follow the role after a comma."""
        end = phrase.last + 1
        if end < len(sentence) and sentence.units[end].is_word and self.words.look(sentence.low(end)).preposition:
            comma = sentence.next_comma(end)
            if comma - end <= _LONGEST_PLACE and not self.phrases.has_verb(sentence, end, comma):
                end = comma
        if phrase.name is None and sentence.units[phrase.head].mention is None and sentence.low(end) == ",":
            stop = sentence.next_comma(end + 1)
            for index in range(end + 1, stop):
                unit = sentence.units[index]
                if unit.mention and unit.mention.type == "person" and is_nominative(unit.mention) and index == stop - 1:
                    return Speaker(named(self.analysis, unit.mention), phrase.last)
                if unit.is_word and (self.words.look(unit.low).finite or self.words.look(unit.low).preposition):
                    break
        return Speaker(self._mention(sentence, phrase), phrase.last)

    def _with_apposition(self, sentence: SentenceUnits, phrase: NounPhrase) -> Speaker:
        """The speaker of a prepositional cue; a name may follow the role after a comma («врача, Иова Белова»)."""
        mention, last = self._mention(sentence, phrase), phrase.last
        while sentence.low(last + 1) == ",":
            following = self.phrases.at(sentence, last + 2, "Gen")
            if following is None or not is_boundary(sentence.low(following.last + 1)):
                break
            word = self.words.look(sentence.low(following.head))
            opening = self.words.look(sentence.low(last + 2))
            genitive = opening.modifier and "Gen" in opening.cases and "Nom" not in opening.cases
            nominative = is_nominative(following.name) if following.name else not word.animate or "Nom" in word.cases
            nominative = nominative and not genitive
            if nominative and not (following.name and following.head < following.last):
                break
            if mention and mention.type == "person" and following.name and not phrase.name:
                mention = self._mention(sentence, following)
            last = following.last
        return Speaker(mention, last)

    def _mention(self, sentence: SentenceUnits, phrase: NounPhrase) -> Mention | None:
        """The mention that a noun phrase makes, its name resolved."""
        if phrase.name:
            return named(self.analysis, phrase.name)
        unit = sentence.units[phrase.head]
        if unit.mention:
            return named(self.analysis, unit.mention)
        if gender := self.phrases.pronoun(unit.low):
            return self._pronominal(unit, gender)
        start, end = sentence.units[phrase.first].start, sentence.units[phrase.last].end
        text = self.analysis.text[start:end]
        if unit.quotation:
            quotation = unit.quotation
            inner = self.analysis.text[quotation.inner_start : quotation.inner_end]
            if len(inner) > _LONGEST_NAME:
                return None
            name = inner if phrase.nominative else self.analysis.language.nominative(inner)
            return Mention(start=quotation.inner_start, end=quotation.inner_end, text=inner, type="organization", name=name)
        word = self.words.look(unit.low)
        if word.lemma == self.classes.relative:
            meant = self._antecedent(sentence, phrase.head - 1 if sentence.low(phrase.head - 1) == "," else phrase.head - 2)
            if meant:
                return evolve(meant, start=unit.start, end=unit.end, text=self.analysis.text[unit.start : unit.end])
        if word.lemma in self.classes.documents and not word.animate:
            issuer: Mention | str | None = self._dependent_name(sentence, phrase) or self._owner(sentence, phrase)
            if issuer is None and word.lemma == self.classes.evidence:
                return None
            issuer = issuer or self.antecedents.publisher or self.antecedents.last
            return Mention(
                start=unit.start,
                end=unit.end,
                text=self.analysis.text[unit.start : unit.end],
                type="document",
                name=issuer.name if isinstance(issuer, Mention) else issuer or self.analysis.language.nominative(text),
            )
        if word.lemma in self.classes.channels:
            issuer = self._dependent_name(sentence, phrase)
            return Mention(
                start=start, end=end, text=text, type="organization", name=issuer or self.analysis.language.nominative(text)
            )
        own = sentence.units[phrase.last].mention
        if word.lemma in self.classes.media and phrase.last == phrase.head + 1 and own and own.type == "organization":
            return named(self.analysis, own)  # «издание Rusline» is Rusline
        living = word.lemma in self.classes.partitive or word.lemma in self.classes.sources
        animate = living or (word.animate and word.lemma not in self.classes.bodies)
        first = sentence.units[phrase.first]
        name = text if phrase.nominative else self.analysis.language.nominative(text)
        native = first.is_word and not self.words.is_foreign(first.low)
        if phrase.first == 0 and native and not self.phrases.is_abbreviation(first):
            name = name[0].lower() + name[1:]  # a capital of the sentence, not of a name
        mention = Mention(start=start, end=end, text=text, type="person" if animate else "organization", name=name)
        if word.plural if phrase.nominative else word.several:
            self.antecedents.plural.add(start)
            return mention
        return self._resolved(sentence, phrase, word, mention)

    def _resolved(self, sentence: SentenceUnits, phrase: NounPhrase, word: WordForm, mention: Mention) -> Mention:
        """A mention under the name of whom its role or bare noun means («чиновник»: the official, «издание»: the paper)."""
        meant: Mention | None = None
        bare = self._is_bare(sentence, phrase)
        if mention.type == "organization":
            known = word.lemma in self.classes.bodies or word.lemma in self.classes.places
            if bare and known and phrase.first == phrase.last and not self._is_name(sentence, phrase):
                own = word.lemma if word.lemma in self.classes.institutions else None
                meant = self._medium(word.lemma) or self.antecedents.body(mention.start, own)
        elif word.lemma in self.classes.interlocutors:
            meant = next((m for m in self.antecedents.recent() if m.type == "person"), None) if bare else None
        elif word.lemma in self.classes.sources:
            alike = (m for m in self.antecedents.recent() if fold(m.name).startswith(word.lemma))
            meant = next(alike, None) if phrase.first == phrase.last else None
            meant = meant or self.antecedents.titled(sentence, phrase, word, mention.start)
        elif word.lemma not in self.classes.partitive:
            meant = self.antecedents.titled(sentence, phrase, word, mention.start)
            plain = all(sentence.low(i)[0].isdigit() for i in range(phrase.first, phrase.head))  # «40-летний певец» (aged 40)
            if meant is None and bare and (plain or word.lemma in self.classes.offices):
                meant = self.antecedents.person(mention.start, phrase.gender, self._said_from)
        return evolve(mention, name=meant.name, gender=meant.gender) if meant else mention

    def _medium(self, noun: str) -> Mention | None:
        """The last publisher, where a bare word for a medium can mean it."""
        publisher = self.antecedents.publisher
        if noun not in self.classes.media or publisher is None:
            return None
        return None if self._opening(publisher).lemma in self.classes.bodies - self.classes.media else publisher

    def _opening(self, mention: Mention) -> WordForm:
        """The first word of a name."""
        return self.words.look(fold(mention.name.split()[0]))

    def _is_bare(self, sentence: SentenceUnits, phrase: NounPhrase) -> bool:
        """Whether what depends on a noun makes it no more definite."""
        return all(
            u.is_word and self.words.look(u.low).lemma in self.classes.places
            for u in sentence.units[phrase.head + 1 : phrase.last + 1]
        )

    def _is_name(self, sentence: SentenceUnits, phrase: NounPhrase) -> bool:
        """Whether a bare noun has a capital though it is not the first word of its sentence («Рада», a parliament)."""
        return phrase.head > 0 and self.phrases.is_capital(sentence.units[phrase.head])

    def _dependent_name(self, sentence: SentenceUnits, phrase: NounPhrase) -> str | None:
        """The name of whoever issued a document or keeps a channel («сообщение пресс-службы»: of the press office)."""
        people = (
            u.mention for u in sentence.units[phrase.head + 1 : phrase.last + 1] if u.mention and u.mention.type == "person"
        )
        if person := next(people, None):
            return full_name(self.analysis, person)  # «согласно указу президента Орлова» (by President Orlov's decree)
        for at in range(phrase.head + 1, phrase.last + 1):
            unit = sentence.units[at]
            if unit.mention:
                return full_name(self.analysis, unit.mention)
            if unit.quotation:
                return self.analysis.text[unit.quotation.inner_start : unit.quotation.inner_end]
            word = self.words.look(unit.low)
            bare = word.noun and at == phrase.last
            if bare and (word.lemma in self.classes.places or word.lemma in self.classes.bodies):
                body = self.antecedents.body(unit.start)
                if body:
                    return body.name
            if word.noun:
                start = sentence.units[phrase.head + 1].start
                return self.analysis.language.nominative(self.analysis.text[start : sentence.units[phrase.last].end])
        return None

    def _owner(self, sentence: SentenceUnits, phrase: NounPhrase) -> Mention | None:
        """The one whom a possessive pronoun before a document means («в его письме»: in their letter)."""
        for index in range(phrase.first, phrase.head):
            if gender := self.phrases.pronoun(sentence.low(index)):
                return self._pronominal(sentence.units[index], gender)
        return None

    def _antecedent(self, sentence: SentenceUnits, comma: int, several: bool = False) -> Mention | None:
        """The person or body, or the people, before a comma that a relative pronoun or a participle belongs to."""
        for index in range(comma - 1, max(comma - _ANTECEDENT_WITHIN, -1), -1):
            unit = sentence.units[index]
            if unit.mention and unit.mention.type in ("person", "organization") and not several:
                return named(self.analysis, unit.mention)
            if unit.is_word:
                word = self.words.look(unit.low)
                if (word.animate or (word.noun and word.lemma in self.classes.bodies)) and not (
                    several and word.plural is False
                ):
                    return self._mention(sentence, self.phrases.around(sentence, index, "Nom"))
        return None

    def _pronominal(self, unit: Unit, gender: str, data: bool = False) -> Mention | None:
        """The one whom a pronoun means; of data («по его данным»: by its data) it may be a body."""
        body = data and self.antecedents.last is not None and self.antecedents.last.type == "organization"
        meant = self.antecedents.last if body else self.antecedents.person(unit.start, gender, self._said_from)
        publisher = self.antecedents.publisher
        if meant is None and publisher and self._opening(publisher).noun and self._opening(publisher).gender == gender:
            meant = publisher
        if meant is None:
            return None
        return evolve(meant, start=unit.start, end=unit.end, text=self.analysis.text[unit.start : unit.end])

    def _dropped(self, verb: CueVerb, at: int) -> Mention | None:
        """The person whom a verb without a subject means."""
        if verb.number == "Plur" or verb.gender == "Neut":
            return None
        return self.antecedents.person(at, verb.gender)


def _until_boundary(sentence: SentenceUnits, index: int) -> range:
    return range(index, min(sentence.next_comma(index), index + _WINDOW))
