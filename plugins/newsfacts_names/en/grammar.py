"""English names: they have one form, and what belongs to a body follows it with a preposition."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from typing import cast

from newsfacts import Analysis, Language, Token, fold
from newsfacts_names.candidates import Candidate
from newsfacts_names.en.usage import Usage
from newsfacts_names.grammar import Gender, PersonName
from newsfacts_names.lexicon import NameLexicon

__all__ = ["EnglishNameGrammar"]

# What stays as it is of a name in capitals: numbers of sovereigns and initials («GEORGE II», «DONALD J.»).
_KEPT = re.compile(r"[IVX]+|.", re.DOTALL)
_ARTICLE = re.compile(r"[Aa]l-|[Ee]l-")
_LETTERS = re.compile(r"[^\W\d_]+")
# What may be small in a name in capitals («McCAIN», «DeSANTIS»), and what is small in it elsewhere («MCCAIN»).
_PREFIX = re.compile(r"\b(?:Mc|Mac|De|Di|La|Le|Van|Fitz)(?=[A-Z]{2})")
_SCOTTISH = re.compile(r"M[Cc](?=[A-Z]{3})")
# Words with capitals, among them words that have none within a name («Department of Justice»); and one of them.
_NAME = re.compile(r"\b[A-Z][\w’'-]*(?:[ ](?:(?:of|the|and|for|on|in|&)[ ]){0,2}[A-Z][\w’'-]*)+")
_CAPITAL = re.compile(r"\b(?<![’'-])[A-Z][\w’'-]*")
# An abbreviation has so many letters.
_ABBREVIATED = range(3, 7)


class EnglishNameGrammar:
    """English's answers to what `NameGrammar` asks.

    Args:
        language: Its morphology reads the forms.
        lexicon: The plugin's words.
    """

    def __init__(self, language: Language, lexicon: NameLexicon) -> None:
        self._language = language
        self._readings = language.morphology.readings
        self._lexicon = lexicon

    def is_surname_apart(self, _word: str, _before: str, /) -> bool:
        """Never: no form tells a surname from a word of a body's name."""
        return False

    def begins_another_person(self, _words: Sequence[str], _word: str, _following: str, /) -> bool:
        """Never: two names have a comma or a word between."""
        return False

    def is_given_name(self, word: str, /) -> bool:
        """Whether it is in the list, and likeliest no word of another sort («Will»)."""
        return fold(word) in self._lexicon.genders and self._readings(word)[0].pos == "PROPN"

    def mended(self, analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], /) -> list[str]:
        """The labels, mended by `Usage`."""
        return Usage(analysis, candidates, labels, self._lexicon).mended()

    def begins_person(self, _given: str, word: str, /) -> bool:
        """Whether the second word is no place and no known word."""
        readings = self._readings(word)
        return not self._language.is_place(word) and not any(r.known and r.pos != "PROPN" for r in readings)

    def name_persons(self, analysis: Analysis, spans: Sequence[tuple[int, int]], /) -> Sequence[PersonName]:
        """The names as they are, without capitals throughout; the gender by a word of address, or by the given name.

        A surname alone means whom the article names with it most often, of a gender that fits («Mrs. Lee»), with or without
        the Arabic article («Assad», beside «Bashar al-Assad»).
        """
        named = [self._name(analysis, start, end) for start, end in spans]
        # By surname, and by surname and gender.
        full: dict[tuple[str, Gender | None], Counter[PersonName]] = defaultdict(Counter)
        for person in named:
            words = [word for word in person.name.split() if fold(word).rstrip(".") not in self._language.generations]
            if len(words) > 1:
                for gender in {person.gender, None}:
                    full[_surname(words[-1]), gender][person] += 1
        usual = {key: people.most_common(1)[0][0] for key, people in full.items()}
        return [p if " " in p.name else usual.get((_surname(p.name), p.gender), p) for p in named]

    def _name(self, analysis: Analysis, start: int, end: int) -> PersonName:
        words = analysis.text[start:end].split()
        genders = self._lexicon.addressed.get(_word_before(analysis, start), ())
        if not genders and len(words) > 1:
            genders = self._lexicon.genders.get(fold(words[0]), ())
        name = " ".join(words).replace(",", "")
        if _PREFIX.sub("", name).isupper():
            name = _LETTERS.sub(lambda found: _capitalized(found[0]), name)
        return PersonName(name, cast(Gender, genders[0]) if len(genders) == 1 else None)

    def spelled_out(self, text: str, /) -> Mapping[str, str]:
        """Words with capitals whose initials make an abbreviation: «Food and Drug Administration» is the FDA."""
        found: dict[str, str] = {}
        for name in _NAME.finditer(text):
            words = list(_CAPITAL.finditer(text, name.start(), name.end()))
            for first, count in product(range(len(words)), _ABBREVIATED):
                part = words[first : first + count]
                if len(part) == count:
                    initials = "".join(word.group()[0] for word in part)
                    found.setdefault(initials, text[part[0].start() : part[-1].end()])
        return found

    def end_of_dependents(self, tokens: Sequence[Token], persons: Mapping[int, int], /) -> int | None:
        """The end of the capitalised words behind «of», «for» and the like («the Committee on Foreign Relations»)."""
        end = None
        expects = True  # a particle comes first
        for token in tokens:
            if token.start in persons:
                break
            if token.text[0].isupper():
                if expects and end is None:
                    break
                end, expects = token.end - len(self._lexicon.enclitic_of(token.text)), False
                if end < token.end:
                    break
            elif token.text in self._lexicon.body_particles:
                expects = False
            else:
                break
        return end


def _surname(word: str) -> str:
    """A surname folded, without the Arabic article."""
    return fold(_ARTICLE.sub("", word))


def _word_before(analysis: Analysis, start: int) -> str:
    """The folded word before a name, its stop left out."""
    index = analysis.token_index(start) - 1
    if index > 0 and analysis.tokens[index].text == ".":
        index -= 1
    return fold(analysis.tokens[index].text) if index >= 0 else ""


def _capitalized(word: str) -> str:
    """A word in capitals as names are written: «SMITH» → «Smith», «MCCAIN» → «McCain»."""
    if _KEPT.fullmatch(word):
        return word
    if prefix := _PREFIX.match(word) or _SCOTTISH.match(word):
        return prefix[0].capitalize() + word[prefix.end() :].capitalize()
    return word.capitalize()
