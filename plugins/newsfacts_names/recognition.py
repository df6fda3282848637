"""Names in a text: capitalised words are labelled, and the labels joined to mentions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from newsfacts import Analysis, Mention, Reading, Token
from newsfacts_names.capitals import Capital, find_capitals
from newsfacts_names.context import context_of
from newsfacts_names.declension import decliner
from newsfacts_names.labelling import labeller
from newsfacts_names.lexicon import names_data
from newsfacts_names.organizations import find_organizations, find_places

__all__ = ["find_names"]

# No name of a person goes on with another nickname after so many characters.
_LONGEST_NAME = 200
_NAME_TAGS = frozenset(("NameType=Giv", "NameType=Sur", "NameType=Pat"))
_ROMAN = re.compile(r"[IVX]+\Z")
# What may stand within a name: «Иван „Молот“ Громов».
_NICKNAME = re.compile(r" [«„“\"][A-ZА-ЯЁ][\w-]{1,20}[»“”\"] ")
# A name in its own script after it: «Ма Лин (马凌)», «Юитиро Миура (яп. 三浦雄一郎)».
_FOREIGN = r"[^\W\d_A-Za-z\u00c0-\u024fА-Яа-яЁё]+"
_OWN_SCRIPT = re.compile(rf"\s?\((?:[а-яё]{{2,6}}\.:?\s?)?({_FOREIGN}(?: {_FOREIGN})*)")


def find_names(analysis: Analysis) -> Iterator[Mention]:
    """The mentions of persons, organisations and places."""
    data = names_data(analysis.language.code)
    if data is None:
        return
    capitals = find_capitals(analysis, data.particles, data.openers)
    labels = _by_dictionary(capitals, labeller(analysis.language).label(analysis, capitals), analysis.readings)
    persons = [
        _in_one_script(analysis, *span)
        for span in _person_spans(analysis.text, capitals, labels)
        if not _is_abbreviation(analysis, *span)
    ]
    yield from _persons(analysis, persons)
    yield from find_organizations(analysis, data, capitals, labels, persons)
    yield from find_places(analysis, capitals, labels)


def _by_dictionary(
    capitals: Sequence[Capital], labels: Sequence[str], readings: Callable[[str], tuple[Reading, ...]]
) -> list[str]:
    """The labels, mended where a text is too short to tell what the dictionary knows.

    A surname in another case than the body before it is no part of that body's name («пресс-секретарь Кремля | Песков»);
    what looks like a given name begins the name whose next word is labelled or can be a surname.
    """
    mended = list(labels)
    for i in range(1, len(labels)):
        before, here = capitals[i - 1].token.text, capitals[i].token.text
        if not capitals[i].adjacent:
            continue
        if labels[i] == "r" and not here.isupper():
            surname = {r.case for r in readings(here) if "NameType=Sur" in r.features and r.known and r.number == "Sing"}
            if surname and not surname & {r.case for r in readings(before)}:
                mended[i] = "P"
        elif (
            labels[i - 1] == "O"
            and "NameType=Giv" in readings(before)[0].features
            and (labels[i] == "P" or (labels[i] == "O" and _may_be_surname(readings(here), readings(before))))
        ):
            mended[i - 1 : i + 1] = "P", "p"
    return mended


def _may_be_surname(word: Sequence[Reading], given: Sequence[Reading]) -> bool:
    """Whether a word can be the surname beside a given name: no place, and a noun or what agrees with the name."""
    if "NameType=Geo" in word[0].features:
        return False
    cases = {r.case for r in given if "NameType=Giv" in r.features and r.number == "Sing"}
    return word[0].category in ("NOUN", "ADJ") or any(r.case in cases and r.number == "Sing" for r in word)


def _person_spans(text: str, capitals: Sequence[Capital], labels: Sequence[str]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for capital, label in zip(capitals, labels, strict=True):
        start, end, word = capital.token
        if len(word) == 1 and text[end : end + 1] == "." and not _ROMAN.match(word):
            end += 1
        nicknamed = label == "P" and spans and start - spans[-1][0] < _LONGEST_NAME
        goes_on = label == "p" or (nicknamed and _NICKNAME.fullmatch(text, spans[-1][1], start))
        if goes_on:
            spans[-1] = spans[-1][0], end
        elif label == "P":
            spans.append((start, end))
    return spans


def _is_abbreviation(analysis: Analysis, start: int, end: int) -> bool:
    """Whether capitals alone are no name that the dictionary knows the like of («УГАИ ГУВД», not «АННА ИВАНОВА»)."""
    text = analysis.text[start:end]
    if not text.isupper() or text.isascii():
        return False
    tokens = [token for token in analysis.tokens_in(start, end) if len(token.text) > 1]
    return bool(tokens) and not any(_NAME_TAGS & r.features for token in tokens for r in analysis.readings(token.text))


def _in_one_script(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    """The part of a name that is written in one way: «Прохор Лин | CNN», «Марк Лин | НАТО».

    Latin and Cyrillic words, and abbreviations among words, are not of one name; marks, initials, small words and the
    numbers of sovereigns go with any.
    """
    parts: list[tuple[str, list[Token]]] = []
    for token in analysis.tokens_in(start, end):
        style = _style(token.text)
        if parts and (not style or not parts[-1][0] or style == parts[-1][0]):
            parts[-1] = parts[-1][0] or style, [*parts[-1][1], token]
        else:
            parts.append((style, [token]))
    if len(parts) == 1:
        return start, end
    tokens = max((tokens for _, tokens in parts), key=len)
    return tokens[0].start, tokens[-1].end


def _style(word: str) -> str:
    """How a word is written; empty for what goes with any."""
    if not word[0].isupper() or len(word) == 1 or _ROMAN.match(word):
        return ""
    if word.isupper():
        return "capitals"
    return "Latin" if word[0].isascii() else "other"


def _persons(analysis: Analysis, spans: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    names = [analysis.text[start:end] for start, end in spans]
    declined = decliner(analysis.language).decline(names, lambda index: context_of(analysis, *spans[index]))
    for (start, end), text, (name, gender) in zip(spans, names, declined, strict=True):
        yield Mention(start=start, end=end, text=text, type="person", name=name, gender=gender)
        if own := _OWN_SCRIPT.match(analysis.text, end):
            yield Mention(start=own.start(1), end=own.end(1), text=own[1], type="person", name=name, gender=gender)
