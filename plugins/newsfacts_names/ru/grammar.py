"""Russian names: agreement, cases, and what depends on a noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsfacts import Analysis, Language, Reading, Token, agree
from newsfacts.linear import load_models
from newsfacts_names.candidates import Candidate
from newsfacts_names.declension import Decliner
from newsfacts_names.grammar import PersonName
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.noun_phrases import is_modifier
from newsfacts_names.ru.context import CONTEXT, CaseContexts
from newsfacts_names.ru.shared_surnames import shared_surnames

__all__ = ["RussianNameGrammar"]

_GIVEN, _SURNAME, _PLACE = "NameType=Giv", "NameType=Sur", "NameType=Geo"
# Of a word's readings; the others are unlikely, and nearly every noun has a rare one in the genitive.
_LIKELY_READINGS = 4


class RussianNameGrammar:
    """Russian's answers to what `NameGrammar` asks.

    Args:
        language: Its morphology reads the forms.
        lexicon: The plugin's words.
    """

    def __init__(self, language: Language, lexicon: NameLexicon) -> None:
        self._language = language
        self._readings = language.morphology.readings
        self._lexicon = lexicon
        self._decliner = Decliner(language, lexicon)
        self._contexts = load_models("newsfacts_names", "data/ru.cases.tsv.gz", len(self._decliner.priors))[CONTEXT]

    def is_surname_apart(self, word: str, before: str, /) -> bool:
        """Whether the word is a surname and never in the case of the word before it, or stands after an abbreviation."""
        readings = self._readings(word)
        cases = {r.case for r in readings if _SURNAME in r.features and r.known}
        if before.isupper():
            is_unknown = not any(r.known for r in readings) and word.endswith(self._lexicon.surname_endings)
            return is_unknown or (bool(cases) and not any(_PLACE in r.features for r in readings))
        return bool(cases) and cases.isdisjoint([r.case for r in self._readings(before)])

    def begins_another_person(self, words: Sequence[str], word: str, following: str, /) -> bool:
        """Whether a surname follows one that it does not agree with, or a given name with its surname a whole name."""
        before = self._surnames(words[-1])
        if len(words) == 1:
            here = self._surnames(word) if before else []
            return bool(here) and not any(agree(h, b) for h in here for b in before)
        return bool(before and following) and any(_GIVEN in r.features for r in self._readings(word))

    def _surnames(self, word: str) -> list[Reading]:
        """The readings of a word as a surname; none if it may be a given name too."""
        readings = self._readings(word)
        if any(_GIVEN in r.features and r.known for r in readings):
            return []
        return [r for r in readings if _SURNAME in r.features]

    def mended(self, _analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], /) -> list[str]:
        """The labels, with a given name that is overlooked as a word of its own: «Надежда и Вера Орловы» (Nadezhda: hope)."""
        mended = list(labels)
        for at in range(1, len(labels) - 1):
            if labels[at - 1 : at + 2] == ["O", "P", "p"] and candidates[at].gap == "and":
                first, second, surname = [candidate.token.text for candidate in candidates[at - 1 : at + 2]]
                mended[at - 1] = "P" if self._share_surname(first, second, surname) else "O"
        return mended

    def _share_surname(self, first: str, second: str, surname: str) -> bool:
        """Whether two words are given names in the case of a surname in the plural."""
        cases = {case for case, _, _ in self._lexicon.singular_surnames(surname)}
        for word in (first, second):
            cases &= {reading.case for reading in self._readings(word) if _GIVEN in reading.features}
        return bool(cases)

    def is_given_name(self, word: str, /) -> bool:
        """Whether its likeliest reading is a given name."""
        return _GIVEN in self._readings(word)[0].features

    def begins_person(self, given: str, word: str, /) -> bool:
        """Whether the word is no place, and a noun or what agrees with the given name."""
        readings = self._readings(word)
        if _PLACE in readings[0].features:
            return False
        return readings[0].category in ("NOUN", "ADJ") or any(agree(g, r) for g in self._readings(given) for r in readings)

    def name_persons(self, analysis: Analysis, spans: Sequence[tuple[int, int]], /) -> Sequence[PersonName]:
        """The names in the nominative."""
        contexts = CaseContexts(analysis, self._contexts, self._decliner.priors)
        shared = shared_surnames(analysis, spans, self._language, self._lexicon)
        names = [shared[at].name if at in shared else analysis.text[start:end] for at, (start, end) in enumerate(spans)]
        declined = self._decliner.decline(names, lambda at: contexts.fits(*spans[at]))
        return [shared.get(at, person) for at, person in enumerate(declined)]

    def spelled_out(self, _text: str, /) -> Mapping[str, str]:
        """None: an abbreviation stays one."""
        return {}

    def end_of_dependents(self, tokens: Sequence[Token], persons: Mapping[int, int], /) -> int | None:
        """The end of the nouns in the genitive, or in the dative after «по» (for, on), that follow a noun.

        A person ends it, if they hold an office in it («пресс-служба губернатора Бабушкина», the governor's press service) or
        it is theirs («Фонд Горбачёва», Gorbachev's foundation).
        """
        end = None
        cases, has_office, awaits_noun = {"Gen"}, False, False
        for token in tokens:
            readings = self._readings(token.text)
            if token.start in persons:
                is_part = (has_office or end is None) and any(r.case == "Gen" for r in readings)
                return persons[token.start] if is_part else end
            if token.text == "по" and not awaits_noun:
                cases = {"Dat"}
            elif token.text != "и" or awaits_noun or end is None:
                fitting = [r for r in readings[:_LIKELY_READINGS] if r.case in cases]
                is_nominal = readings[0].is_noun or readings[0].is_attributive
                if not fitting or not is_nominal or any(r.category == "VERB" for r in readings):
                    break
                awaits_noun = is_modifier(readings)
                if not awaits_noun:
                    end, has_office = token.end, has_office or "Animacy=Anim" in fitting[0].features
                    cases = {"Gen"} if cases == {"Gen"} else {"Gen", "Dat"}
        return end
