"""Which case and gender a person's name has, by the words around it."""

from __future__ import annotations

from collections.abc import Iterable

from newsfacts import Analysis
from newsfacts_names.declension import CaseContext
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.nominatives import GENDERS, Key

__all__ = ["CaseContexts"]

# After a sentence's end and after a dash a name is most likely a subject.
_BEFORE_SUBJECT = {".": 6.0, "!": 6.0, "?": 6.0, "—": 4.0, "–": 4.0}
# After a thing a name is most likely in the genitive («речь Обамы», Obama's speech).
_AFTER_THING = {"Nom": 0.4, "Gen": 3.5}
# How well a case fits that the word before does not ask for.
_MISFIT = 0.08


class CaseContexts:
    """The contexts of the names of one article.

    Args:
        analysis: The article.
        lexicon: The prepositions with their cases, the endings of verbs.
    """

    def __init__(self, analysis: Analysis, lexicon: NameLexicon) -> None:
        self._analysis = analysis
        self._lexicon = lexicon

    def of(self, start: int, end: int) -> CaseContext:
        """The context of the name between two offsets."""
        tokens = self._analysis.tokens
        first, following = self._analysis.token_index(start), self._analysis.token_index(end)
        before = tokens[first - 1].text if first else "."
        after = tokens[following].text if following < len(tokens) else ""
        fits = self._fits(before)
        may_be_subject = any(fits.get(("Nom", gender), 1.0) >= 1.0 for gender in GENDERS)
        return CaseContext(fits, self._verb(after, before) if may_be_subject else None)

    def _fits(self, word: str) -> dict[Key, float]:
        """How well each case and gender fits after a word: a preposition governs it, an office noun agrees with it."""
        low = word.lower()
        if low in self._lexicon.cases_after_preposition:
            return self._only([(case, gender) for case in self._lexicon.cases_after_preposition[low] for gender in GENDERS])
        if word in _BEFORE_SUBJECT:
            return {("Nom", gender): _BEFORE_SUBJECT[word] for gender in GENDERS}
        readings = self._analysis.readings(word)
        first = readings[0]
        if any(feature.startswith("NameType=") for feature in first.features):
            return {}
        if first.is_noun and "Animacy=Anim" not in first.features:
            return {(case, gender): weight for case, weight in _AFTER_THING.items() for gender in GENDERS}
        if first.number == "Sing" and (first.is_noun or first.is_attributive):
            # «певица» (singer) is a woman, «министр» (minister) anybody; «десятилетняя» (of ten years) agrees.
            return self._only(
                [
                    (str(r.case), str(gender))
                    for r in readings
                    if r.number == "Sing" and r.category == first.category
                    for gender in (GENDERS if first.is_noun and r.gender != "Fem" else (r.gender,))
                ]
            )
        return {}

    def _only(self, fitting: Iterable[Key]) -> dict[Key, float]:
        misfits = {(case, gender): _MISFIT for case in self._lexicon.case_priors for gender in GENDERS}
        return {**misfits, **dict.fromkeys(fitting, 1.0)}

    def _verb(self, after: str, before: str) -> str | None:
        """The gender of a finite verb beside a name, empty for one that has none («заявляет», states)."""
        for word in (after, before):
            if word.islower() and word.endswith(self._lexicon.verb_endings):
                reading = self._analysis.readings(word)[0]
                if reading.category == "VERB" and reading.number == "Sing" and reading.gender != "Neut":
                    return reading.gender or ""
        return None
