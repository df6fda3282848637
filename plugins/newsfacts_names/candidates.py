"""The capitalised words of a text, and what is between each and the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsfacts import Analysis, Token
from newsfacts.scripts import CAPITAL, SMALL
from newsfacts_names.lexicon import NameLexicon

__all__ = ["LONGEST_NAME", "Candidate", "find_candidates", "is_inside_sentence"]

# In words; longer chains of capitalised words are lists or headlines.
LONGEST_NAME = 10
# In characters; more is no word but a chain («Дума-Сенат-Рада-…»), which would cost time.
_LONGEST_WORD = 100
# In characters; across more than this two names have nothing to do with each other.
_LONGEST_GAP = 60
# Of small words between two candidates, more are counted as so many.
_MOST_SMALL_WORDS = 3
# A capital, perhaps after a particle: «аль-Асад», al-Assad.
_CANDIDATE = re.compile(rf"(?:[{SMALL}]{{1,4}}[-‑'’])?[{CAPITAL}]")
_SMALL_WORDS = re.compile(rf"[{SMALL}\s]+")
# Of hard-wrapped lines, in characters; what ends other lines; so many show that a text is hard-wrapped.
_WIDTHS = (40, 100)
_LINE_ENDS = frozenset(".!?:;…»”\"'")
_LEAST_WRAPPED = 3
# After the first letter of an abbreviation that begins a sentence: «И. о. мэра» (acting mayor).
_ABBREVIATION = re.compile(rf"\. ?[{SMALL}]\.")
_SENTENCE_END = re.compile(r"[.!?]")
_MARKS_BETWEEN = frozenset("-–—,(\"«':»&/.") | {"»,", "' "}


class Candidate(NamedTuple):
    """A capitalised word, which may be one of a name. A tuple, not attrs: a document has hundreds.

    Attributes:
        position: Its index among the tokens.
        token: The word.
        gap: The kind of text between it and the candidate before.
        adjacent: Whether the two may be one name: only white space, an initial's stop or a particle is between.
    """

    position: int
    token: Token
    gap: str
    adjacent: bool


def find_candidates(analysis: Analysis, lexicon: NameLexicon) -> list[Candidate]:
    """The capitalised words of an article, without the words that only begin sentences.

    Args:
        analysis: The article.
        lexicon: The words of its language. One of its openers is a candidate only as an initial or beside another candidate.
    """
    found: list[Candidate] = []
    text = analysis.text
    end, is_short = -1, False
    is_wrapped = _is_hard_wrapped(text)
    has_addresses = bool(analysis.addresses)
    for position, token in enumerate(analysis.tokens):
        word = token.text
        if word.islower() or not _CANDIDATE.match(word) or len(word) > _LONGEST_WORD:
            continue
        if has_addresses and analysis.is_in_address(token.start):
            continue
        token = _without_enclitic(token, lexicon)
        word = token.text
        gap, adjacent = "far", False
        if end >= 0 and token.start - end <= _LONGEST_GAP:
            between = text[end : token.start]
            gap, adjacent = _gap(between.replace("\n", " ", 1) if is_wrapped else between, is_short, lexicon)
        if adjacent and gap == "." and _ends_name(found, word, analysis, lexicon):
            gap, adjacent = "stop", False
        may_open = not adjacent and word in lexicon.openers and text[token.end : token.end + 1] != "."
        if may_open and not (word in lexicon.syllabic_families and is_inside_sentence(analysis, position)):
            continue
        if len(word) == 1 and (_ABBREVIATION.match(text, token.end) or text[token.start - 1 : token.start].isdecimal()):
            continue  # «И. о. мэра», «1,5М рублей»
        found.append(Candidate(position, token, gap, adjacent))
        end, is_short = token.end, lexicon.may_be_initial(word)
    return found


def is_inside_sentence(analysis: Analysis, position: int) -> bool:
    """Whether a word in small letters is right before a token, so that a capital shows a name: «заявил | У Бо»."""
    if not position:
        return False
    before, token = analysis.tokens[position - 1 : position + 1]
    return before.text.islower() and analysis.text[before.end : token.start] == " "


def _is_hard_wrapped(text: str) -> bool:
    """Whether most lines are of one width and end within a sentence: a name may go on with the next one."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    unfinished = sum(_WIDTHS[0] <= len(line) <= _WIDTHS[1] and line[-1] not in _LINE_ENDS for line in lines)
    return unfinished >= _LEAST_WRAPPED and unfinished * 2 > len(lines)


def _without_enclitic(token: Token, lexicon: NameLexicon) -> Token:
    """A word without what is written together with it: «Clinton's» → «Clinton»."""
    length = len(lexicon.enclitic_of(token.text))
    return Token(token.start, token.end - length, token.text[:-length]) if length else token


def _ends_name(found: Sequence[Candidate], word: str, analysis: Analysis, lexicon: NameLexicon) -> bool:
    """Whether a name ends with the initial before a word, which begins a sentence («сказал Ван И. | Встреча прошла»)."""
    at = len(found) - 1
    farthest = at - LONGEST_NAME
    while at > farthest and found[at].adjacent and lexicon.may_be_initial(found[at].token.text):
        at -= 1
    first = found[at].token.text
    if lexicon.may_be_initial(first):
        return False
    if first in lexicon.syllabic_families and word in lexicon.syllabic_families:
        return True
    if found[at].adjacent and found[at - 1].token.text in lexicon.syllabic_families and lexicon.is_syllabic(first):
        return True  # «Ким Сон У. | Дорама»: it has its two syllables
    readings = analysis.readings(word)
    likeliest = readings[0]
    # Without cases a noun is its own nominative, and as good a surname as any.
    may_be_name = likeliest.pos == "PROPN" or (likeliest.is_noun and likeliest.case is None)
    return (
        likeliest.known
        and not may_be_name
        and not any(f.startswith("NameType=") for reading in readings for f in reading.features)
    )


def _gap(between: str, after_initial: bool, lexicon: NameLexicon) -> tuple[str, bool]:
    """The kind of a gap, and whether it may be within a name."""
    if "\n" in between:
        return "line", False
    words = between.strip()
    if not words:
        return " ", True
    if words == "." and after_initial:
        return ".", True
    if lexicon.particles.issuperset(words.split()):
        return "particle", True
    if words in _MARKS_BETWEEN:
        return words, False
    if words in lexicon.conjunctions:
        return "and", False
    if words in lexicon.body_particles:
        return words, False
    if words in lexicon.enclitics:
        return "clitic", False
    if _SMALL_WORDS.fullmatch(between):
        kind = "small" if lexicon.body_particles else "low"
        return f"{kind}{min(_MOST_SMALL_WORDS, len(between.split()))}", False
    return ("stop" if _SENTENCE_END.search(between) else "far"), False
