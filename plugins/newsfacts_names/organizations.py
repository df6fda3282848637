"""Organisations and places: what the labels and the dictionary say, with the words before and after that belong to the name."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsfacts import Analysis, Mention, Reading, agree
from newsfacts_names.capitals import Capital
from newsfacts_names.lexicon import NamesData

__all__ = ["find_organizations", "find_places"]

Span = tuple[int, int]

_OPENING = frozenset("«„“\"'")
# How many words may depend on a body's noun («комитет Государственной думы по делам национальностей»).
_MOST_DEPENDENTS = 8
_LONGEST_QUOTED_NAME = 80
# After so many characters what is labelled as one name goes on as another one.
_LONGEST_NAME = 300


def find_organizations(
    analysis: Analysis, data: NamesData, capitals: Sequence[Capital], labels: Sequence[str], persons: Sequence[Span]
) -> Iterator[Mention]:
    """Bodies, firms and media.

    Args:
        analysis: The article.
        data: The knowledge of its language.
        capitals: Its capitalised words.
        labels: Their labels.
        persons: The spans of persons, in order; what lies within one is none.
    """
    names = _labelled(capitals, labels)
    grammar = _Grammar(analysis, data, names, persons)
    found = {span for name in names if (span := grammar.completed(name))}
    stems = data.body_stems
    for index in [i for i, token in enumerate(analysis.tokens) if token.text[:3] in stems]:
        word = analysis.tokens[index].text
        if word.lower().startswith(stems[word[:3]]) and (phrase := grammar.phrase(index)):
            found.add(phrase)
    starts = [start for start, _ in persons]
    for start, end in sorted(found):
        person = bisect_right(starts, start) - 1
        if person >= 0 and end <= persons[person][1]:
            continue
        text = analysis.text[start:end]
        yield Mention(start=start, end=end, text=text, type="organization", name=_name(analysis, text))


def find_places(analysis: Analysis, capitals: Sequence[Capital], labels: Sequence[str]) -> Iterator[Mention]:
    """Countries, regions and cities that the dictionary knows, with the adjective before («Южная Корея»)."""
    for at, capital in enumerate(capitals):
        if labels[at] in "Pp" or not _is_place(analysis, capital.token.text):
            continue
        start = capital.token.start
        if at and capital.gap == " " and labels[at - 1] == "O":
            first = capitals[at - 1].token
            if _agree(analysis.readings(first.text), analysis.readings(capital.token.text)):
                start = first.start
        text = analysis.text[start : capital.token.end]
        yield Mention(start=start, end=capital.token.end, text=text, type="place", name=_name(analysis, text))


def _is_place(analysis: Analysis, word: str) -> bool:
    reading = analysis.readings(word)[0]
    return reading.known and "NameType=Geo" in reading.features


def _agree(adjective: Sequence[Reading], noun: Sequence[Reading]) -> bool:
    return _is_adjective(adjective) and any(agree(a, n) for a in adjective for n in noun if a.is_attributive and n.is_noun)


def _name(analysis: Analysis, text: str) -> str:
    """The nominative; an abbreviation at the head has but one form."""
    phrase = " ".join(text.split())
    first = phrase.split()[0]
    return phrase if first.isupper() and len(first) > 1 else analysis.language.nominative(phrase)


def _labelled(capitals: Sequence[Capital], labels: Sequence[str]) -> list[Span]:
    """The spans of the words that are labelled as one organisation."""
    spans: list[Span] = []
    for capital, label in zip(capitals, labels, strict=True):
        start, end, _ = capital.token
        if label == "r" and capital.gap in ("", " ", "&", "-") and start - spans[-1][0] < _LONGEST_NAME:
            spans[-1] = spans[-1][0], end
        elif label in "Rr":
            spans.append((start, end))
    return spans


class _Grammar:
    """The phrase around a body's noun: adjectives before it, and after it a name or what depends on it."""

    def __init__(self, analysis: Analysis, data: NamesData, names: Sequence[Span], persons: Sequence[Span]) -> None:
        self._analysis = analysis
        self._tokens = analysis.tokens
        self._data = data
        self._names = dict(names)
        self._persons = dict(persons)
        self._quotations = {q.start: q for q in analysis.quotations if q.closed}

    def completed(self, name: Span) -> Span | None:
        """A labelled name with the noun that its adjectives await («Белого дома»); None for adjectives without one."""
        start, end = name
        tokens = self._analysis.tokens_in(start, end)
        if self._analysis.text[start - 1 : start] in _OPENING:
            return name
        if len(tokens) == 1 and _is_place(self._analysis, tokens[0].text):
            return None
        if any(not _is_adjective(self._readings(t.text)) for t in tokens):
            return name
        last = self._readings(tokens[-1].text)
        index = self._analysis.token_index(end)
        for token in self._tokens[index : index + 3]:
            readings = self._readings(token.text)
            if readings[0].is_noun and _agree(last, readings) and readings[0].lemma not in self._data.place_nouns:
                return start, self._dependents(self._analysis.token_index(token.end)) or token.end
            if not _is_adjective(readings):
                break
        return None

    def phrase(self, index: int) -> Span | None:
        """The phrase whose head is the token of an index, or None where that is no body's noun."""
        head = self._tokens[index]
        reading = next((r for r in self._readings(head.text) if r.is_noun), None)
        if reading is None:
            return None
        quoted = self._quoted(index + 1)
        if quoted is not None:
            if reading.lemma in self._data.media:
                return self._tokens[index + 2].start, quoted - 1
            named = reading.lemma in self._data.bodies or reading.lemma in self._data.named_bodies
            return (head.start, quoted) if named else None
        start = self._first_adjective(index)
        capital = self._analysis.text[start].isupper() and (
            start != head.start or start in self._names or self._inside_sentence(index)
        )
        if reading.lemma in self._data.bodies:
            if reading.number != "Sing" and not capital:
                return None
        elif reading.lemma not in self._data.named_bodies or not capital:
            return None
        return start, self._dependents(index + 1) or head.end

    def _readings(self, word: str) -> tuple[Reading, ...]:
        return self._analysis.readings(word)

    def _inside_sentence(self, index: int) -> bool:
        return index > 0 and self._tokens[index - 1].text not in '.!?…:«"' and not self._breaks(index)

    def _breaks(self, index: int) -> bool:
        """Whether a line ends before a token."""
        return index > 0 and "\n" in self._analysis.text[self._tokens[index - 1].end : self._tokens[index].start]

    def _quoted(self, index: int) -> int | None:
        """The end of a proper name in quotation marks that begins at an index."""
        quotation = self._quotations.get(self._tokens[index].start) if index + 1 < len(self._tokens) else None
        if quotation is None or quotation.end - quotation.start > _LONGEST_QUOTED_NAME:
            return None
        first = self._analysis.text[quotation.inner_start]
        return quotation.end if first.isupper() or first.isdigit() else None

    def _first_adjective(self, index: int) -> int:
        """Where the adjectives before a head begin that belong to its name."""
        start = self._tokens[index].start
        noun = self._readings(self._tokens[index].text)
        for before in range(index - 1, max(-1, index - 4), -1):
            word = self._tokens[before].text
            if self._breaks(before + 1) or not word[0].isalpha() or not _agree(self._readings(word), noun):
                break
            lemma = self._readings(word)[0].lemma
            if word.islower() and not lemma.endswith(("ский", "ской", "цкий")) and lemma not in self._data.body_adjectives:
                break
            start = self._tokens[before].start
        return start

    def _dependents(self, index: int) -> int | None:
        """The end of the nouns in the genitive (or the dative after «по») that follow a head; None where none does."""
        end = None
        cases, office, adjective = {"Gen"}, False, False
        for at in range(index, min(index + _MOST_DEPENDENTS, len(self._tokens))):
            token = self._tokens[at]
            if self._breaks(at):
                break
            readings = self._readings(token.text)
            if token.start in self._persons:
                of_person = (office or end is None) and any(r.case == "Gen" for r in readings)
                return self._persons[token.start] if of_person else end
            if token.text == "по" and not adjective:
                cases = {"Dat"}
            elif token.text != "и" or adjective or end is None:
                fitting = [r for r in readings[:4] if r.case in cases]
                if (
                    not fitting
                    or not (readings[0].is_noun or readings[0].is_attributive)
                    or any(r.category == "VERB" for r in readings)
                ):
                    break
                adjective = _is_adjective(readings)
                if not adjective:
                    end, office = token.end, office or "Animacy=Anim" in fitting[0].features
                    cases = {"Gen"} if cases == {"Gen"} else {"Gen", "Dat"}
        return end


def _is_adjective(readings: Sequence[Reading]) -> bool:
    """Whether a word is an adjective more likely than a noun (of «Главное управление» too)."""
    return math.fsum(r.score for r in readings if r.is_attributive) > 0.5
