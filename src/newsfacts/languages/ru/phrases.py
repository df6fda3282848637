"""Russian noun phrases: the nominative of a phrase that stands in another case."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from newsfacts.language import Morphology, Reading, agree, fold

__all__ = ["nominative"]

_WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W_]+)*|[^\s\w]|\d\S*")
# What may stand before a head without being its adjective: «очень», «не», «два», numbers and abbreviations.
_BEFORE_HEAD = frozenset(("CCONJ", "SCONJ", "ADV", "PART", "NUM", "PUNCT", "X"))
# Numerals after which a noun is in the genitive singular, and those that show its gender.
_FEW, _GENDERED = frozenset(("два", "три", "четыре", "оба")), frozenset(("два", "оба"))
# How nouns end that are declined like adjectives.
_LIKE_ADJECTIVES = ("ый", "ий", "ой", "ая", "яя")
# Readings that were guessed of a word with a hyphen are in no order.
_SCORE = attrgetter("score")


def nominative(phrase: str, morphology: Morphology) -> str:
    """The phrase in the nominative.

    The head is the first noun, and the adjectives before it change with it; where no noun agrees with them, the last
    adjective is itself the head («управляющий делами»). What depends on the head stays as it is.

    >>> from newsfacts.languages.ru import RUSSIAN
    >>> RUSSIAN.nominative('белорусского концерна "Белнефтехим"')
    'белорусский концерн "Белнефтехим"'
    >>> RUSSIAN.nominative("министром промышленности и торговли")
    'министр промышленности и торговли'
    """
    return _nominative(phrase, morphology)


@lru_cache(maxsize=3_000)  # the same bodies, places and positions come again and again
def _nominative(phrase: str, morphology: Morphology) -> str:
    words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(phrase)]
    forms = _forms([word for _, _, word in words], morphology)
    out, last = [], 0
    for form, (start, end, word) in zip(forms, words, strict=False):
        out += [phrase[last:start], _cased(form, word)]
        last = end
    return "".join(out) + phrase[last:]


def _forms(words: Sequence[str], morphology: Morphology) -> list[str]:
    """The forms, in the nominative, of a phrase's words up to its head; none where they stay as they are."""
    if counted := _counted(words, morphology):
        return counted
    head = _find_head(words, morphology)
    if head is None:
        return []
    index, reading = head
    return [_agreeing(word, reading, morphology) for word in words[:index]] + [
        _inflected(words[index], reading, reading, morphology)
    ]


def _counted(words: Sequence[str], morphology: Morphology) -> list[str]:
    """The forms of a numeral in another case than the nominative and of what it counts: «двух других сетях»."""
    numerals = morphology.readings(words[0]) if words else ()
    if not numerals or numerals[0].pos != "NUM" or any(r.case == "Nom" for r in numerals):
        return []
    cases = {r.case for r in numerals}
    adjectives: list[Reading] = []
    for at, word in enumerate(words[1:], 2):
        readings = [r for r in morphology.readings(word) if r.number == "Plur" and r.case in cases]
        noun = next((r for r in readings if r.is_noun), None)
        adjective = next((r for r in readings if r.is_attributive), None)
        goes_on = adjective is not None and at < len(words) and _modifies([adjective], morphology.readings(words[at]))
        if noun is not None and not goes_on:
            few, fem = numerals[0].lemma in _FEW, noun.gender == "Fem"
            gendered = ("Gender=Fem",) if fem and numerals[0].lemma in _GENDERED else ()
            forms = [morphology.inflect(numerals[0], "Case=Nom", *gendered)]
            case = "Case=Nom" if few and fem else "Case=Gen"
            forms += [morphology.inflect(r, case, "Number=Plur") for r in adjectives]
            single = few and not noun.lemma.endswith(_LIKE_ADJECTIVES)  # «два рабочих»: two workers
            forms.append(morphology.inflect(noun, "Case=Gen", "Number=Sing" if single else "Number=Plur"))
            return [form or before for form, before in zip(forms, words, strict=False)]
        if adjective is None:
            return []
        adjectives.append(adjective)
    return []


def _find_head(words: Sequence[str], morphology: Morphology) -> tuple[int, Reading] | None:
    """The place of the phrase's head and the reading that its adjectives agree with; None when it begins otherwise."""
    modifiers: list[tuple[int, list[Reading]]] = []
    for position, word in enumerate(words):
        readings = morphology.readings(word)
        adjectives = [r for r in readings if r.is_attributive]
        nouns = [r for r in readings if r.is_noun]
        following = morphology.readings(words[position + 1]) if position + 1 < len(words) else ()
        if adjectives and (not nouns or readings[0].is_attributive or _modifies(adjectives, following)):
            modifiers.append((position, adjectives))
        elif readings[0].pos == "NUM" and _counts(following):
            return None  # «трое рабочих»: what is counted depends on the numeral
        elif nouns and readings[0].pos not in ("ADP", "CCONJ", "SCONJ"):
            fitting = [n for n in nouns if all(any(agree(a, n) for a in group) for _, group in modifiers)]
            if fitting:
                return position, max(fitting, key=_SCORE)
            break
        elif word[0].isalpha() and not _may_precede_head(readings[0]):
            break
    if not modifiers:
        return None
    position, group = modifiers[-1]
    return position, next((r for r in group if r.gender != "Neut"), group[0])


def _modifies(adjectives: Sequence[Reading], following: Sequence[Reading]) -> bool:
    """Whether a word that may be a noun too is an adjective of what follows: «главного редактора», but «главное в речи»."""
    return any(agree(a, f) for a in adjectives for f in following if f.is_noun or f.is_attributive)


def _counts(following: Sequence[Reading]) -> bool:
    """Whether what follows a numeral may be in the genitive plural."""
    return any(r.case == "Gen" and r.number == "Plur" for r in following)


def _may_precede_head(reading: Reading) -> bool:
    return reading.pos in _BEFORE_HEAD or "Degree=Cmp" in reading.features


def _agreeing(word: str, head: Reading, morphology: Morphology) -> str:
    """An adjective of the head in the nominative of the head's number and gender; any other word as it is."""
    for reading in morphology.readings(word):
        if reading.is_attributive and agree(reading, head):
            return _inflected(word, reading, head, morphology)
    return word


def _inflected(word: str, reading: Reading, head: Reading, morphology: Morphology) -> str:
    if reading.case == "Nom":
        return word
    number_and_gender: tuple[str, ...] = ()
    if not reading.is_noun:
        number_and_gender = ("Number=Plur",) if head.number == "Plur" else ("Number=Sing", f"Gender={head.gender or 'Masc'}")
    form = morphology.inflect(reading, "Case=Nom", *number_and_gender) or word
    # What is written without «ё» stays so: «молодежной сборной», «молодежная сборная».
    is_plain = fold(reading.word) != reading.word and fold(word) == word.lower()
    return fold(form) if is_plain else form


def _cased(form: str, original: str) -> str:
    """The form in the capitals of the original: СБУ, Минздрав, пресс-служба, IT-компания."""
    if original.casefold().startswith(form.casefold()):
        return original[: len(form)]
    if original.isupper() and len(original) > 1:
        return form.upper()
    parts = original.split("-")
    if len(parts) > 1 and len(parts) == len(form.split("-")):
        return "-".join(_cased(f, o) for o, f in zip(parts, form.split("-"), strict=True))
    return form[:1].upper() + form[1:] if original[:1].isupper() else form
