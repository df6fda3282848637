"""Names that only say what a street, a work, a ship or a town is called, or which family is meant: nobody is named there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsfacts import Analysis, agree
from newsfacts_names.candidates import Candidate
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.nominatives import PERSONAL

__all__ = ["without_namesakes"]

_PLACE, _GIVEN, _SURNAME = "NameType=Geo", "NameType=Giv", "NameType=Sur"
_ANIMATE = "Animacy=Anim"
_LISTED = frozenset(("and", ","))
# In words; so far before «до Кирова» (to Kirov) what goes there may stand.
_FARTHEST_TRANSPORT = 4
_LONGEST_LIST = 5
# In words; a longer quotation is no name.
_LONGEST_QUOTED_NAME = 5


def without_namesakes(
    analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], lexicon: NameLexicon
) -> list[str]:
    """The labels, without the persons that are none: «на улице Гагарина», «завод имени Кирова», «крейсер „Адмирал Нахимов“».

    A whole name after «имени» (named after) stays a person: the text says who it was. So does what may be a town, or whom a
    works is called after, if somebody is called so elsewhere in the article.
    """
    usage = _Usage(analysis, candidates, lexicon)
    mended = list(labels)
    towns: list[int] = []
    for at, end in _spans(labels):
        is_single = end == at + 1
        if further := usage.end_of_landmark(at, end):
            mended[at:further] = ["O"] * (further - at)
            mended[further:end] = ["P", *mended[further + 1 : end]] if further < end else []
            towns.append(at)
        elif usage.is_called_after(at, end):
            mended[at:end] = ["O"] * (end - at)
        elif is_single and (usage.is_town(at) or usage.is_of_works(at)):
            mended[at] = "O"
            towns.append(at)
        elif is_single and labels[at - 1 : at] in (["R"], ["r"]) and usage.is_firm_beside(at):
            mended[at] = "R"
    people = {usage.stem(at) for at, label in enumerate(mended) if label in "Pp"}
    for at in towns:
        if usage.stem(at) in people and not (mended[at + 1 : at + 2] == ["P"] and candidates[at + 1].adjacent):
            mended[at] = "P"
    return mended


def _spans(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first word of each person's name, and the end."""
    for at, label in enumerate(labels):
        if label == "P":
            end = at + 1
            while end < len(labels) and labels[end] == "p":
                end += 1
            yield at, end


class _Usage:
    """What the words around a name say of it.

    Args:
        analysis: The article.
        candidates: Its capitalised words.
        lexicon: The words of its language.
    """

    def __init__(self, analysis: Analysis, candidates: Sequence[Candidate], lexicon: NameLexicon) -> None:
        self._analysis = analysis
        self._candidates = candidates
        self._lexicon = lexicon
        self._quotations = {q.inner_start: q for q in analysis.quotations if q.closed}

    def stem(self, at: int) -> str:
        return self._lexicon.stem(self._candidates[at].token.text)

    def cases(self, at: int) -> set[str]:
        """The cases that a word may have in the singular; none for what is not declined."""
        return {str(r.case) for r in self._analysis.readings(self._candidates[at].token.text) if r.case and r.number == "Sing"}

    def is_called_after(self, at: int, end: int) -> bool:
        """Whether a name is that of a street, a work, a thing in quotation marks or a make, a family's, or but a letter."""
        lexicon = self._lexicon
        nouns = self._nouns_before(at)
        cases = self.cases(end - 1)
        if nouns & lexicon.streets:
            is_holder = end > at + 1 and self._is_given(at) and self._has_head(at)  # «инженера станции | Глеба Гудкова»
            return not is_holder and ("Gen" in cases or "Nom" not in cases)
        if self._is_quoted(at, end):
            return True
        if end == at + 1 and self._is_adjective(at):
            return True
        if end > at + 1:
            return bool(self._forms(self._candidates[at].token.text) & lexicon.monuments)
        if nouns & lexicon.namesakes:
            return "Gen" in cases
        if nouns & lexicon.monuments:
            return bool(cases & {"Gen", "Dat"})
        if nouns & lexicon.markets:
            return "Gen" in cases and not self._is_known_surname(at)
        return self._is_family(at) or len(self._candidates[at].token.text) == 1

    def end_of_landmark(self, at: int, end: int) -> int | None:
        """Where a village's or a river's name ends that begins a person's, behind the noun for it; None elsewhere.

        In «глава села Дылым | Иван Орлов» the person is behind it, in «глава села | Иван Орлов» there is none, and a surname
        behind the noun («глава села | Орлов») is a place's only in the genitive («хутор Орлова»).

        Args:
            at: The first word of the person's name.
            end: The index after its last word.
        """
        if not self._follows_landmark(at):
            return None
        if self._is_given(at):
            is_its_head = end == at + 1 or self._has_head(at) or "Gen" not in self.cases(at)
            return None if is_its_head else end
        for further in range(at + 1, end):
            if self._is_given(further):
                return further
        if self._looks_like_surname(end - 1) and ("Gen" not in self.cases(end - 1) or self._has_head(at)):
            return None
        return end

    def _follows_landmark(self, at: int) -> bool:
        """Whether the noun for a village or the like is before a word, or its plural before the list that the word is in."""
        first = at
        while self._candidates[first].gap in _LISTED and at - first < _LONGEST_LIST:
            first -= 1
        noun = self._word_before(self._candidates[first].position)
        is_plural = bool(noun) and self._analysis.readings(noun)[0].number == "Plur"
        return bool(self._forms(noun) & self._lexicon.landmarks) and (first == at or is_plural)

    def _has_head(self, at: int) -> bool:
        """Whether a noun for somebody in a name's case stands before the noun before it: «глава села | Орлов»."""
        position = self._candidates[at].position
        heads = self._analysis.readings(self._analysis.tokens[position - 2].text) if position > 1 else ()
        if not heads or not heads[0].is_noun:
            return False
        cases = {r.case for r in heads if _ANIMATE in r.features and r.number == "Sing"}
        return bool(cases & (self.cases(at) or cases))

    def _is_given(self, at: int) -> bool:
        readings = self._analysis.readings(self._candidates[at].token.text)
        return any(r.known and _GIVEN in r.features for r in readings)

    def _looks_like_surname(self, at: int) -> bool:
        return self._is_known_surname(at) or self._candidates[at].token.text.endswith(self._lexicon.surname_endings)

    def is_town(self, at: int) -> bool:
        """Whether a word may be a town's name and stands where one would: «жители Кирова», «в Королёве»."""
        nouns = self._nouns_before(at)
        cases = {case for case, words in self._lexicon.directions.items() if nouns.intersection(words)}
        if nouns & self._lexicon.townspeople or (nouns & self._lexicon.bounds and self._follows_transport(at)):
            cases.add("Gen")
        if nouns & self._lexicon.transport:  # «маршрутка Чехов — Подольск»
            cases.add("Nom")
        return bool(cases & self._cases_of_place(at))

    def is_of_works(self, at: int) -> bool:
        """Whether a word is what a works, a stadium or a hospital is called after: «завод Калашникова»."""
        return bool(self._nouns_before(at) & self._lexicon.works) and "Gen" in self.cases(at)

    def is_firm_beside(self, at: int) -> bool:
        """Whether a word after a firm's name is none of a person and goes on with a list: «клиенты Росбанка и | Сбера»."""
        readings = self._analysis.readings(self._candidates[at].token.text)
        is_genitive = "Gen" in self.cases(at - 1) and ("Gen" in self.cases(at) or not self.cases(at))
        return self._candidates[at].gap == "and" and is_genitive and not any(r.features & PERSONAL for r in readings)

    def _cases_of_place(self, at: int) -> set[str]:
        """The cases that a word has as a town's name, and no given name of a woman («в Анне»)."""
        readings = self._analysis.readings(self._candidates[at].token.text)
        towns = {str(r.case) for r in readings if _PLACE in r.features}
        towns |= {str(r.case) for r in readings if r.lemma in self._lexicon.towns and r.case != "Acc"}
        people = {str(r.case) for r in readings if r.gender == "Fem" and _GIVEN in r.features}
        return towns - people

    def _is_known_surname(self, at: int) -> bool:
        readings = self._analysis.readings(self._candidates[at].token.text)
        return any(r.known and _SURNAME in r.features for r in readings)

    def _is_family(self, at: int) -> bool:
        """Whether a word is a surname in the plural only, and not like a man's («Гусаков»)."""
        word = self._candidates[at].token.text
        own = [r for r in self._analysis.readings(word) if r.features & PERSONAL]
        is_plural = bool(own) and all(r.number == "Plur" and _SURNAME in r.features for r in own)
        return is_plural and not word.endswith(self._lexicon.surname_endings)

    def _is_adjective(self, at: int) -> bool:
        """Whether a word is no surname but an adjective, of the thing behind it that is called so: «Нобелевская премия»."""
        tokens, position = self._analysis.tokens, self._candidates[at].position
        readings = [r for r in self._analysis.readings(tokens[position].text) if r.is_attributive]
        adjectives = [r for r in readings if r.lemma.endswith(self._lexicon.body_adjective_endings)]
        if not adjectives or self._is_known_surname(at) or position + 1 == len(tokens):
            return False
        end, thing = tokens[position].end, tokens[position + 1]
        nouns = [r for r in self._analysis.readings(thing.text) if r.is_noun and r.lemma in self._lexicon.things]
        is_next = self._analysis.text[end : thing.start] == " " and thing.text.islower()
        return is_next and any(agree(adjective, noun) for adjective in adjectives for noun in nouns)

    def _is_quoted(self, at: int, end: int) -> bool:
        """Whether a name ends what a thing is called in quotation marks: «крейсер „Адмирал Нахимов“»."""
        tokens = self._analysis.tokens
        first = self._candidates[at].position
        for begin in range(first, max(-1, first - _LONGEST_QUOTED_NAME), -1):
            if not tokens[begin].text[0].isupper():
                return False
            if quotation := self._quotations.get(tokens[begin].start):
                is_name = quotation.inner_end == self._candidates[end - 1].token.end and begin > 1
                return is_name and bool(self._forms(tokens[begin - 2].text) & self._lexicon.vessels)
        return False

    def _follows_transport(self, at: int) -> bool:
        position = self._candidates[at].position
        words = self._analysis.tokens[max(0, position - 1 - _FARTHEST_TRANSPORT) : position - 1]
        return any(self._forms(token.text) & self._lexicon.transport for token in words)

    def _nouns_before(self, at: int) -> set[str]:
        """The word before a name, or before the list that it is in («улиц Чапаева и | Фрунзе»), and what it is a form of."""
        for _ in range(_LONGEST_LIST):
            if self._candidates[at].gap not in _LISTED or not self.cases(at) & self.cases(at - 1):
                break
            at -= 1
        return self._forms(self._word_before(self._candidates[at].position))

    def _forms(self, word: str) -> set[str]:
        """A word, and what it is a form of."""
        return {word.lower(), *[r.lemma for r in self._analysis.readings(word)]} if word else set()

    def _word_before(self, position: int) -> str:
        """The word before a token in its sentence, without the stop of its abbreviation; empty where there is none."""
        tokens = self._analysis.tokens
        start = tokens[position].start
        before = [token.text for token in tokens[max(0, position - 2) : position]]
        if not before or self._analysis.sentence_at(start).start == start:
            return ""
        return before[0] if before[-1] == "." else before[-1]
