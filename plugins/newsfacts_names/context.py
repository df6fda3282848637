"""What the words around a person's name say of its case and gender."""

from __future__ import annotations

import re

from newsfacts import Analysis
from newsfacts_names.declension import CASES, Context
from newsfacts_names.lexicon import names_data

__all__ = ["context_of"]

_VERB = re.compile(r"(?:л|ла|лся|лась|ет|ит|ют|ят|тся)\Z")
# After a sentence's end and after a dash a name is most likely a subject.
_BEFORE_SUBJECT = {".": 6.0, "!": 6.0, "?": 6.0, "—": 4.0, "–": 4.0}
_PROPER = frozenset(("NameType=Giv", "NameType=Sur", "NameType=Pat", "NameType=Geo", "NameType=Com"))
_GENDERS = ("Masc", "Fem")
# How well a case fits that the word before does not ask for.
_MISFIT = 0.08


def context_of(analysis: Analysis, start: int, end: int) -> Context:
    """The context of the name between two offsets."""
    index = analysis.token_index(start)
    before = analysis.tokens[index - 1] if index else None
    word = before.text if before else "."
    fits = _fits(analysis, word)
    subject = any(fits.get(("Nom", gender), 1.0) >= 1.0 for gender in _GENDERS)
    return Context(fits, _verb(analysis, word, end) if subject else None)


def _fits(analysis: Analysis, word: str) -> dict[tuple[str, str], float]:
    """How well each case and gender fits after a word: a preposition governs it, an office noun agrees with it."""
    data = names_data(analysis.language.code)
    low = word.lower()
    if data is not None and low in data.cases_after_preposition:
        return _only({(case, gender) for case in data.cases_after_preposition[low] for gender in _GENDERS})
    if word in _BEFORE_SUBJECT:
        return {("Nom", gender): _BEFORE_SUBJECT[word] for gender in _GENDERS}
    if not low[0].isalpha() or word.isupper():
        return {}
    readings = analysis.readings(word)
    first = readings[0]
    if first.features & _PROPER:
        return {}
    if first.is_noun and "Animacy=Anim" not in first.features:
        return {(case, gender): weight for case, weight in (("Nom", 0.4), ("Gen", 3.5)) for gender in _GENDERS}
    if first.number == "Sing" and (first.is_noun or first.is_attributive):
        # «певица» names a woman, «министр» anybody; «десятилетняя» agrees.
        return _only(
            {
                (r.case, gender)
                for r in readings
                if r.case and r.number == "Sing" and r.category == first.category
                for gender in (_GENDERS if first.is_noun and r.gender != "Fem" else (r.gender,))
            }
        )
    return {}


def _only(fitting: set[tuple[str, str | None]] | set[tuple[str, str]]) -> dict[tuple[str, str], float]:
    return {(case, gender): 1.0 if (case, gender) in fitting else _MISFIT for case in CASES for gender in _GENDERS}


def _verb(analysis: Analysis, before: str, end: int) -> str | None:
    """The gender of a verb beside the name: masc or femn of one in the past tense, an empty string for another finite verb."""
    index = analysis.token_index(end)
    after = analysis.tokens[index].text if index < len(analysis.tokens) else ""
    for word in (after, before):
        if word.islower() and _VERB.search(word):
            reading = analysis.readings(word)[0]
            if reading.category == "VERB" and reading.number == "Sing" and reading.gender in (*_GENDERS, None):
                return reading.gender or ""
    return None
