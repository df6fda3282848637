"""English morphology: a table of words, loaded when the first word is asked for, and endings and capitals for what it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from math import fsum
from operator import attrgetter

from attrs import field, frozen

from newsfacts.language import PLACE, Reading, fold, shared
from newsfacts.languages.en.word_table import CODES, Entry, WordTable, load_table
from newsfacts.lexicon import load

__all__ = ["EnglishMorphology"]

_CACHED_WORDS = 7_000
# Nobody writes a longer one.
_LONGEST_WORD = 80
_SCORE = attrgetter("score")
_APOSTROPHES = re.compile("[’ʼ‘`]")
_CONTRACTION = re.compile(r"(.+?)(?:(n't)|'(s|re|ve|ll|d|m))\Z", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+(?:[-‑'][^\W_]+)*\d*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'0-9‑-]+")
# How likely a word with a capital is a proper noun: one that the table lacks, a compound whose end is a word («Qaeda-linked»).
_UNKNOWN, _COMPOUND = 0.95, 0.1
# Likewise, at least: a name of the list of places, and such a name all in capitals («US»).
_LISTED_PLACE, _IN_CAPITALS = 0.5, 0.9
# How often «'s» after a noun is the genitive, and not «is» or «has».
_GENITIVE = 0.9
# After what, and how likely that must be: «that's» is no genitive though «that» has been a noun.
_OWNERS, _LEAST_OWNER = frozenset(("NOUN", "PROPN", "ADJ", "NUM")), 0.1
# Letters that an abbreviation without stops has at most («UNICEF»); longer words in capitals are shouted.
_LONGEST_ABBREVIATION = 6
_CLITIC, _GEN, _ABBREVIATION = "Clitic=Yes", "Case=Gen", "Abbr=Yes"
# Pronouns of these types stand before «is» and «has»; others have a genitive («everybody's»).
_BEFORE_VERB = re.compile("PronType=(?:Prs|Dem|Int)")


@frozen(kw_only=True)
class _ClosedWords:
    """The shape of ``closed.toml``: lemma and features by form.

    Attributes:
        pronouns: Of pronouns.
        determiners: Of determiners.
        auxiliaries: Of auxiliaries.
        contractions: The auxiliary by what stands before «n't» where that is no word.
    """

    pronouns: dict[str, str] = field(factory=dict)
    determiners: dict[str, str] = field(factory=dict)
    auxiliaries: dict[str, str] = field(factory=dict)
    contractions: dict[str, str] = field(factory=dict)


@cache
def _closed() -> _ClosedWords:
    words: _ClosedWords = load(__package__, "closed.toml", _ClosedWords)
    return words


class EnglishMorphology:
    """Readings of English words; the same word with a capital, all in capitals and without has different ones.

    A token with an apostrophe is read as the word before it: in the genitive («Clinton's») with ``Case=Gen``, before a verb
    («he's», «they'll») with ``Clitic=Yes``, a denied auxiliary («don't») with ``Polarity=Neg``.

    Args:
        places: Names of places, folded: they are marked as such.
    """

    def __init__(self, places: Iterable[str] = ()) -> None:
        self._places = frozenset(places)
        self.readings = lru_cache(maxsize=_CACHED_WORDS)(self._readings)

    def __reduce__(self) -> tuple[type[EnglishMorphology], tuple[frozenset[str]]]:
        """Pickle without the table and the cache: a worker process loads its own."""
        return EnglishMorphology, (self._places,)

    @cached_property
    def _table(self) -> WordTable:
        return load_table()

    def _readings(self, word: str) -> tuple[Reading, ...]:
        """All readings of a word form, the likeliest first."""
        low = word.lower()
        plain = _APOSTROPHES.sub("'", word)
        if len(word) > _LONGEST_WORD or not _WORD.fullmatch(plain):
            return (_no_word(low),)
        if not _LATIN.fullmatch(plain):
            return (Reading(low, low, "X", None, None, None, shared(["Foreign=Yes"]), 1.0),)
        contraction = _CONTRACTION.fullmatch(plain)
        if contraction is None or self._table.entries(plain.lower()):
            return tuple([reading._replace(word=low) for reading in self._word(plain)])
        host, negation, _ = contraction.groups()
        if negation:
            return self._denied(host.lower(), low)
        return self._before_apostrophe(low, self._word(host), is_s=contraction[3] == "s")

    def _word(self, word: str) -> tuple[Reading, ...]:
        """The readings of a word without clitics."""
        low = word.lower()
        entries, known, prefix = self._entries(word, low)
        found = []
        proper = self._proper_share(word, low, entries, _COMPOUND if prefix else None if known else _UNKNOWN)
        common = [entry for entry in entries if entry.code not in "PQ"]
        total = sum(entry.share for entry in common)
        for entry in common:
            score = (1 - proper) * entry.share / total
            if score:
                pos, own, features = _grammar(entry.code, low)
                base = own or prefix + self._table.lemma(low[len(prefix) :], entry)
                found.append(_reading(low, base, pos, features, score, known=known))
        if proper:
            found.append(self._proper_noun(word, low, entries, proper, known=known))
        found.sort(key=_SCORE, reverse=True)
        return tuple(found)

    def _entries(self, word: str, low: str) -> tuple[tuple[Entry, ...], bool, str]:
        """What the table has of a word, whether it has it, and the part of a compound that stays as it is."""
        if entries := self._table.entries(low):
            return entries, True, ""
        start, hyphen, last = low.rpartition("-")
        if hyphen and last and not word[len(start) + 1].isupper() and (entries := self._table.entries(last)):
            return self._table.entries(hyphen + last) or entries, False, start + hyphen
        return self._table.guesses(low), False, ""

    def _proper_share(self, word: str, low: str, entries: tuple[Entry, ...], guessed: float | None) -> float:
        """How likely a word as it is written is a proper noun; what is guessed of one with a capital that the table lacks."""
        if all(entry.code in "PQ" for entry in entries):
            return 1.0
        if not word[0].isupper():
            return 0.0
        share = next((entry.share / 100 for entry in entries if entry.code in "PQ"), 0.0) if guessed is None else guessed
        if fold(low) in self._places:
            share = max(share, _IN_CAPITALS if len(word) > 1 and word.isupper() else _LISTED_PLACE)
        return share

    def _proper_noun(self, word: str, low: str, entries: tuple[Entry, ...], share: float, *, known: bool) -> Reading:
        entry = next((entry for entry in entries if entry.code in "PQ"), Entry("P", 0))
        pos, _, features = _grammar(entry.code, low)
        if fold(low) in self._places:
            features = shared([*features, PLACE])
        if word.isupper() and len(word) <= _LONGEST_ABBREVIATION:
            features = shared([*features, _ABBREVIATION])
        return _reading(low, self._table.lemma(low, entry), pos, features, share, known=known)

    def _denied(self, host: str, low: str) -> tuple[Reading, ...]:
        host = _closed().contractions.get(host, host)
        pos, lemma, features = _grammar("x", host)
        return (_reading(low, lemma or host, pos, shared([*features, "Polarity=Neg"]), 1.0, known=lemma is not None),)

    def _before_apostrophe(self, low: str, hosts: tuple[Reading, ...], *, is_s: bool) -> tuple[Reading, ...]:
        """The readings of a word with what follows an apostrophe."""
        owners = [host for host in hosts if _may_have_genitive(host)] if is_s else []
        if not owners:
            return tuple([_before_verb(host, low, 1) for host in hosts])
        scale = 1 / fsum(host.score for host in owners)
        found = [_genitive(host, low, _GENITIVE * scale) for host in owners]
        found += [_before_verb(host, low, (1 - _GENITIVE) * scale) for host in owners]
        found.sort(key=_SCORE, reverse=True)
        return tuple(found)

    def inflect(self, reading: Reading, *features: str) -> str | None:
        """A noun without the genitive's ending, its singular, the dictionary form of a verb; None for other forms."""
        if reading.features.issuperset(features):
            return reading.word
        if reading.is_noun and set(features) <= {"Case=Nom", "Number=Sing"}:
            if "Number=Sing" in features and reading.number == "Plur":
                return reading.lemma
            return _CONTRACTION.sub(r"\1", _APOSTROPHES.sub("'", reading.word))
        return reading.lemma if reading.pos == "VERB" and features == ("VerbForm=Inf",) else None


def _may_have_genitive(host: Reading) -> bool:
    """Whether «'s» after a word can be the genitive: after nouns, numbers, adjectives («the 15-year-old's») and «everybody»."""
    if host.pos == "PRON":
        return not any(map(_BEFORE_VERB.match, host.features))
    return host.score >= _LEAST_OWNER and host.pos in _OWNERS


def _genitive(host: Reading, low: str, scale: float) -> Reading:
    features = shared([_GEN, *(feature for feature in host.features if not feature.startswith("Case="))])
    return host._replace(word=low, case="Gen", features=features, score=host.score * scale)


def _before_verb(host: Reading, low: str, scale: float) -> Reading:
    return host._replace(word=low, features=shared([*host.features, _CLITIC]), score=host.score * scale)


def _grammar(code: str, low: str) -> tuple[str, str | None, frozenset[str]]:
    """The part of speech, the lemma of a word of a closed class, and the features."""
    pos, features = _of_class(code)
    closed = {"PRON": _closed().pronouns, "DET": _closed().determiners, "AUX": _closed().auxiliaries}.get(pos, {}).get(low)
    if closed is None:
        return pos, None, features
    lemma, *own = closed.split()
    return pos, lemma, shared(own)


@cache
def _of_class(code: str) -> tuple[str, frozenset[str]]:
    """The part of speech and the features of all words with a code."""
    pos, *features = CODES[code].split()
    return pos, shared(features)


def _reading(word: str, lemma: str, pos: str, features: frozenset[str], score: float, *, known: bool) -> Reading:
    values = dict(feature.split("=") for feature in features)
    return Reading(word, lemma, pos, values.get("Case"), values.get("Number"), values.get("Gender"), features, score, known)


def _no_word(low: str) -> Reading:
    """The reading of a number, a mark or what is nothing known."""
    if low[:1].isdigit():
        pos = "ADJ" if any(map(str.isalpha, low)) else "NUM"  # «15-year»
        return Reading(low, low, pos, None, None, None, shared(["NumForm=Digit"]), 1.0)
    is_mark = len(low) == 1 and not low.isalnum() and not low.isspace()
    return Reading(low, low, "PUNCT" if is_mark else "X", None, None, None, frozenset(), 1.0)
