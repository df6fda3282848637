"""Persons: the spans of their names, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from newsfacts import Analysis, Language, Mention, Token, fold
from newsfacts.scripts import CAPITAL, SCRIPTS, SMALL
from newsfacts_names.candidates import Candidate
from newsfacts_names.foreign_names import IN_LANGUAGE
from newsfacts_names.grammar import NameGrammar, PersonName
from newsfacts_names.nominatives import PERSONAL

__all__ = ["find_person_spans", "name_persons"]

# In characters; no name of a person goes on with another nickname after so many.
_LONGEST_NAME = 200
# In characters; after a stop so many are looked at for the next word.
_NEXT_WORD = 4
# In letters; what a name in capitals may begin with that has small ones («McCAIN», «DeSANTIS»).
_SMALL_WITHIN = 3
# The labels of a person's name: of its first word, and of those behind it.
_PERSON = ("P", "p")
_ROMAN = re.compile(r"[IVX]+\Z")
# Between a name and its other spelling: a bracket, perhaps with the language that it is in («тур.», «по-немецки»), or a dash.
_BEFORE_SPELLING = re.compile(rf"{IN_LANGUAGE}|\s?\(|\s[-–—]\s")
# After a name in brackets; its years or the like may follow.
_AFTER_SPELLING = frozenset("),;")
# What may stand within a name: «Иван „Молот“ Громов».
_NICKNAME = re.compile(rf" [«„“\"][{CAPITAL}][\w-]{{1,20}}[»“”\"] ")


def find_person_spans(
    analysis: Analysis,
    candidates: Sequence[Candidate],
    labels: Sequence[str],
    families: Collection[str] = (),
    given_names: Collection[str] = (),
    particles: Collection[str] = (),
) -> list[tuple[int, int]]:
    """Where the words that are labelled as persons' names make names, in order.

    Args:
        analysis: The article.
        candidates: Its capitalised words.
        labels: Their labels.
        families: Families whose names stand before given names that may be one letter («Ван И»).
        given_names: Given names that the dictionary does not mark as such, folded.
        particles: Words in small letters within a name, which may begin what is left of it: «сказал фон Беккер».
    """
    spans = [_with_particles(analysis, *span, particles) for span in _labelled(analysis, candidates, labels, families)]
    return [_in_one_style(analysis, *span) for span in spans if not _is_abbreviation(analysis, *span, given_names)]


def name_persons(analysis: Analysis, spans: Sequence[tuple[int, int]], grammar: NameGrammar) -> Iterator[Mention]:
    """The mentions of persons, also by their names in another script that follow in brackets («Ма Лин (马凌)»)."""
    named = grammar.name_persons(analysis, spans)
    of_spelling = _other_spellings(analysis, spans, named)
    for (start, end), person in zip(spans, named, strict=True):
        text = analysis.text[start:end]
        name, gender = of_spelling.get(text, person)
        yield Mention(start=start, end=end, text=text, type="person", name=name, gender=gender)
        if own := _own_script(analysis.language).match(analysis.text, end):
            yield Mention(start=own.start(1), end=own.end(1), text=own[1], type="person", name=name, gender=gender)


def _other_spellings(
    analysis: Analysis, spans: Sequence[tuple[int, int]], named: Sequence[PersonName]
) -> dict[str, PersonName]:
    """What persons are called whose names in foreign letters follow their own in brackets or behind a dash, by those names.

    Behind a dash both have as many words.
    """
    found = {}
    text, is_native = analysis.text, analysis.language.is_native
    for (start, end), (other, last), person in zip(spans, spans[1:], named, strict=False):
        between, spelling = text[end:other], text[other:last]
        if not is_native(text[start:end]) or is_native(spelling) or not _BEFORE_SPELLING.fullmatch(between):
            continue
        if "(" in between:
            is_whole = text[last : last + 1] in _AFTER_SPELLING
        else:
            is_whole = len(spelling.split()) == len(text[start:end].split()) > 1
        if is_whole:
            found[spelling] = person
    return found


def _labelled(
    analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], families: Collection[str]
) -> list[tuple[int, int]]:
    text, generations = analysis.text, analysis.language.generations
    spans: list[tuple[int, int]] = []
    for at, (candidate, label) in enumerate(zip(candidates, labels, strict=True)):
        start, end, word = candidate.token
        if len(word) == 1 and text[end : end + 1] == "." and not _ROMAN.match(word):
            after_family = label == "p" and _is_of_syllables(candidates, labels, at, families)
            goes_on = text[end + 1 :][:_NEXT_WORD].lstrip()[:1].islower()
            end += goes_on or not after_family
        elif label == "p" and fold(word) in generations:
            end += text[end : end + 1] == "."
        may_go_on = label == "P" and spans and start - spans[-1][0] < _LONGEST_NAME
        follows = label == "p" and at > 0 and labels[at - 1] in _PERSON
        if follows or (may_go_on and _NICKNAME.fullmatch(text, spans[-1][1], start)):
            spans[-1] = spans[-1][0], end
        elif label in _PERSON:  # also where a body's name is before the rest of what was taken for a person's
            spans.append((start, end))
    return spans


def _with_particles(analysis: Analysis, start: int, end: int, particles: Collection[str]) -> tuple[int, int]:
    """A name from the particle on that is right before it, unless that is another word too: «да» (and)."""
    at = analysis.token_index(start) - 1
    if at < 0 or analysis.tokens[at].text not in particles or analysis.text[analysis.tokens[at].end : start] != " ":
        return start, end
    is_word = any(reading.known and reading.category == "CCONJ" for reading in analysis.readings(analysis.tokens[at].text))
    return (start if is_word else analysis.tokens[at].start), end


def _is_of_syllables(candidates: Sequence[Candidate], labels: Sequence[str], at: int, families: Collection[str]) -> bool:
    """Whether a letter follows a family whose names stand first, or is a syllable behind that and another one («Ким Сон У»)."""
    family = at - 1
    if labels[family] == "p" and candidates[at].token.text in families and len(candidates[family].token.text) > 1:
        family -= 1
    return labels[family] == "P" and candidates[family].token.text in families


def _is_abbreviation(analysis: Analysis, start: int, end: int, given_names: Collection[str]) -> bool:
    """Whether words are no name: an abbreviation before a stop, or words in capitals that are like no name known.

    «Акад. | Орлов», «УГАИ ГУВД»; but not «АННА ИВАНОВА».
    """
    text = analysis.text[start:end]
    if analysis.text.startswith(".", end) and analysis.language.is_abbreviation(text):
        return True
    if not text.isupper() or not analysis.language.is_native(text):
        return False
    words = [token.text for token in analysis.tokens_in(start, end)]
    if any(fold(word) in given_names for word in words):
        return False
    return not any(r.features & PERSONAL for word in words for r in analysis.readings(word))


def _in_one_style(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    """The part of a name that is written in one way: «Прохор Лин | CNN», «Марк Лин | НАТО».

    Words of two scripts, and abbreviations among words, are not of one name; marks, initials, small words and the numbers of
    sovereigns go with any.
    """
    parts: list[tuple[str, list[Token]]] = []
    for token in analysis.tokens_in(start, end):
        style = _style(token.text, analysis.language)
        if parts and (not style or not parts[-1][0] or style == parts[-1][0]):
            parts[-1] = parts[-1][0] or style, [*parts[-1][1], token]
        else:
            parts.append((style, [token]))
    tokens = max((tokens for _, tokens in parts), key=len)
    return tokens[0].start, min(tokens[-1].end, end)


def _style(word: str, language: Language) -> str:
    """How a word is written; empty for what goes with any."""
    if not word[0].isupper() or len(word) == 1 or _ROMAN.match(word):
        return ""
    if word.isupper() or word[_SMALL_WITHIN:].isupper():
        return "capitals"
    return "native" if language.is_native(word) else "foreign"


@cache
def _own_script(language: Language) -> re.Pattern[str]:
    """Finds a name in brackets after a person's, perhaps after its language: «Юитиро Миура (яп. 三浦雄一郎)».

    It is in a script that is neither the language's own nor Latin, in which anything may be written.
    """
    word = rf"[^\W\d_{SCRIPTS[language.script].letters}{SCRIPTS['Latn'].letters}]+"
    return re.compile(rf"\s?\((?:[{SMALL}]{{2,6}}\.:?\s?)?({word}(?: {word})*)")
