"""Russian names: agreement, cases, and what depends on a noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from newsfacts import Analysis, Language, Reading, Token, agree, fold
from newsfacts.linear import load_models
from newsfacts_names.candidates import Candidate
from newsfacts_names.declension import Decliner
from newsfacts_names.grammar import PersonName
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.noun_phrases import is_modifier
from newsfacts_names.ru.context import CONTEXT, CaseContexts
from newsfacts_names.ru.lists import InLists
from newsfacts_names.ru.mending import UNDECLINED, Mender
from newsfacts_names.ru.neighbours import Neighbours
from newsfacts_names.ru.shared_surnames import shared_surnames

__all__ = ["RussianNameGrammar"]

_GIVEN, _SURNAME, _PLACE = "NameType=Giv", "NameType=Sur", "NameType=Geo"
_ANIMATE = "Animacy=Anim"
# The cases of an office and its holder that hardly another word behind them has.
_AGREEING = frozenset(("Dat", "Ins", "Loc"))
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
        self._mender = Mender(language, lexicon)
        self._decliner = Decliner(language, lexicon)
        self._contexts = load_models("newsfacts_names", "data/ru.cases.tsv.gz", len(self._decliner.priors))[CONTEXT]

    def is_surname_apart(self, word: str, before: str, /) -> bool:
        """Whether the word is a surname and never in the case of the word before it, or stands after an abbreviation."""
        readings = self._readings(word)
        cases = {r.case for r in readings if _SURNAME in r.features and r.known}
        if before.isupper():
            # The dictionary lacks it, or has it as a form that no body's name has behind an abbreviation («Свинцов»: of leads).
            is_no_other = not any(r.known and (r.number == "Sing" or "Animacy=Anim" in r.features) and r.case for r in readings)
            return (is_no_other and word.endswith(self._lexicon.surname_endings)) or (
                bool(cases) and not any(_PLACE in r.features for r in readings)
            )
        return bool(cases) and cases.isdisjoint([r.case for r in self._readings(before)])

    def is_of_office(self, word: str, before: str, office: str, /) -> bool:
        """Whether the office is one person's, a body's abbreviation or its place follows it, and the word may be in its case.

        A word of the dictionary must not be in the genitive, in which it may belong to the body («глава МВД Чехии»); in the
        nominative it may be a woman's, which is not declined («главы ЕЦБ Морель»: morel). Right
        after the office only what looks like a surname is one, and is no adjective or place («Папа Римский», the Pope).
        """
        looks_like_surname = word.endswith(self._lexicon.surname_endings)
        is_other = self._language.is_place(word) or self._readings(word)[0].is_attributive
        may_follow = self._is_body(before) if before else looks_like_surname and not is_other
        if not may_follow or not self._language.is_native(word) or word in self._lexicon.syllabic_families:
            return False
        offices = {r.case for r in self._readings(office) if r.number == "Sing" and r.is_noun and _ANIMATE in r.features}
        readings = [r for r in self._readings(word) if r.number == "Sing" and r.case]
        cases = {r.case for r in readings}
        if any(r.known for r in readings):
            is_noun = any(r.lemma in self._lexicon.body_nouns for r in readings)
            is_city = fold(before) in self._lexicon.clubs and self._language.is_place(word)
            is_surname = "Nom" in cases or bool(cases & offices & _AGREEING)
            return bool(offices) and is_surname and "Gen" not in cases and not (is_noun or is_city)
        may_be_nominative = "Nom" in cases or looks_like_surname or word.endswith(UNDECLINED)
        return ("Nom" in offices and may_be_nominative) or bool(self._decliner.cases(word) & (offices - {"Nom"}))

    def _is_body(self, word: str) -> bool:
        """Whether a body's abbreviation, or a place that belongs to it, ends its name («МИД», «МИД Турции»)."""
        if word.isupper() and fold(word) not in self._lexicon.legal_forms:
            return True
        return any(_PLACE in r.features and r.case == "Gen" for r in self._readings(word))

    def begins_another_person(self, words: Sequence[str], word: str, following: str, /) -> bool:
        """Whether a name in another case than the nominative follows one in that («сказал Игорь Ольге»).

        Or a surname follows one that it does not agree with, or a given name with its surname a whole name, or a given name in
        the nominative one in another case («вдова Ивана Зимина | Вера»).
        """
        before = self._surnames(words[-1])
        if len(words) == 1:
            here = self._surnames(word) if before else []
            return self._is_told(words[0], word, following) or (
                bool(here) and not any(agree(h, b) for h in here for b in before)
            )
        if before and following and any(_GIVEN in r.features for r in self._readings(word)):
            return True
        first, here = self._given(words[0]), self._given(word)
        return bool(first) and any(r.case == "Nom" for r in here) and all(r.case != "Nom" for r in first)

    def _given(self, word: str) -> list[Reading]:
        """The readings of a word as a usual given name."""
        return [
            r for r in self._readings(word) if r.known and r.number == "Sing" and _GIVEN in r.features and self._is_usual(r)
        ]

    def _is_told(self, subject: str, word: str, following: str) -> bool:
        """Whether a word is a name in the nominative, and the next another's whom something is told, which does not agree.

        Of many surnames the dictionary has a man's forms only: «Анна Ракова». A noun that is a name too is a body's before a
        whole name: «Блок Юлии Роговой» (bloc).
        """
        one, other = self._names(subject), self._names(word)
        cases = {r.case for r in other}
        if following and "Animacy=Inan" in self._readings(subject)[0].features:
            return False
        return (
            any(r.case == "Nom" for r in one)
            and "Nom" not in cases
            and ("Dat" in cases or cases == {"Acc"})
            and not any(agree(a, b) for a in one for b in other)
            and not (self._lexicon.counterpart(fold(word), "Fem") and any(r.gender == "Fem" for r in one))
        )

    def _names(self, word: str) -> list[Reading]:
        """The readings of a word as a usual given name, or else as a surname."""
        known = [r for r in self._readings(word) if r.known and r.number == "Sing"]
        return self._given(word) or [r for r in known if _SURNAME in r.features]

    def _is_usual(self, given: Reading) -> bool:
        return fold(given.lemma) in self._lexicon.usual_given_names

    def _surnames(self, word: str) -> list[Reading]:
        """The readings of a word as a surname; none if it may be a given name too."""
        readings = self._readings(word)
        if any(_GIVEN in r.features and r.known for r in readings):
            return []
        return [r for r in readings if _SURNAME in r.features]

    def mended(self, analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], /) -> list[str]:
        """The labels, mended where the grammar knows better."""
        mended = self._mender.mended(analysis, candidates, labels)
        return Neighbours(analysis, self._decliner, self._lexicon).parted(candidates, mended)

    def is_given_name(self, word: str, is_inside: bool = False, /) -> bool:
        """Whether its likeliest reading is a given name, or a usual one where a capital shows it («с Верой»: faith)."""
        readings = self._readings(word)
        return _GIVEN in readings[0].features or (
            is_inside and any(_GIVEN in r.features and self._is_usual(r) for r in readings)
        )

    def begins_person(self, given: str, word: str, /) -> bool:
        """Whether the word is no place, and a noun or what agrees with the given name."""
        readings = self._readings(word)
        if _PLACE in readings[0].features:
            return False
        return readings[0].category in ("NOUN", "ADJ") or any(
            agree(g, r) for g in self._readings(given) if _GIVEN in g.features for r in readings
        )

    def name_persons(self, analysis: Analysis, spans: Sequence[tuple[int, int]], /) -> Sequence[PersonName]:
        """The names in the nominative."""
        lexicon = self._lexicon
        contexts = CaseContexts(analysis, self._contexts, self._decliner.priors, lexicon.to_whom, lexicon.relatives)
        shared = shared_surnames(analysis, spans, self._decliner, self._lexicon)
        names = [shared[at].name if at in shared else analysis.text[start:end] for at, (start, end) in enumerate(spans)]
        cases = Neighbours(analysis, self._decliner, self._lexicon).cases(spans)
        fits = cache(lambda at: contexts.fits(*spans[at], cases.get(at, ())))
        listed = InLists(analysis.text, spans, lambda at: self._decliner.cases_in(names[at], fits(at)))
        declined = self._decliner.decline(
            names, lambda at: listed.fits(at, fits(at)), lambda at: contexts.gender_of_verb(*spans[at])
        )
        return [shared.get(at, person) for at, person in enumerate(declined)]

    def spelled_out(self, _text: str, /) -> Mapping[str, str]:
        """None: an abbreviation stays one."""
        return {}

    def end_of_dependents(self, tokens: Sequence[Token], persons: Mapping[int, int], /) -> int | None:
        """The end of the nouns in the genitive, or in the dative after «по» (for, on), that follow a noun.

        A person ends it, if they hold an office in it («пресс-служба губернатора Бабушкина», the governor's press service), or
        it is theirs («Фонд Горбачёва», Gorbachev's foundation) or called after them («институт имени Бехтерева»). Another
        body's abbreviation does not go on with it («Управление ФСБ по Крыму и | УМВД»).
        """
        end = None
        cases, has_office, awaits_noun, before = {"Gen"}, False, False, ""
        for token in tokens:
            readings = self._readings(token.text)
            is_called_after = before in self._lexicon.namesakes
            if token.text in self._lexicon.namesakes or (token.text == "." and is_called_after):
                before = before if token.text == "." else token.text
                continue
            if (token.text.isupper() and before == "и" and len(token.text) > 1) or (
                is_called_after and token.start not in persons
            ):
                break
            if token.start in persons:
                is_part = is_called_after or ((has_office or end is None) and any(r.case == "Gen" for r in readings))
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
                    end, has_office = token.end, has_office or _ANIMATE in fitting[0].features
                    cases = {"Gen"} if cases == {"Gen"} else {"Gen", "Dat"}
            before = token.text
        return end
