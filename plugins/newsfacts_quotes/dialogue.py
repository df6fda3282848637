"""Somebody's own words, and what the author's words leave of them («— Да, — сказал он. — Пора»: yes, he said, it is time)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from operator import attrgetter
from typing import Literal, NamedTuple

from newsfacts import Analysis, Sentence, fold
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import is_nominative

__all__ = ["DIALOGUE", "Form", "Verbatim", "bare_pieces", "is_told", "line_pieces", "pieces_of"]

DIALOGUE = re.compile(r"[—–-][^\S\n]+(?=\S)")
"""What a line of dialogue begins with."""

_WORD = re.compile(r"[^\W\d_][\w-]*")
# The author's words within speech: «…, — сказал он. — …» (…, he said, …).
_INTERRUPTION = re.compile(r"([,.!?…]|\.{3})[^\S\n]*[—–-][^\S\n]+(?=[^\W\d_])")
# Where no marks show speech, the one before the dash is often left out.
_BARE_INTERRUPTION = re.compile(r"([,.!?…]|(?<!\s))[^\S\n]+[—–-][^\S\n]+(?=[^\W\d_])")
_RESUMPTION = re.compile(r"[,.:!?…][^\S\n]*[—–-][^\S\n]*(?=[^\W\d_]|[«„“\"])")
# What ends the author's words within speech, and a clause of them; and how many characters of them are looked at.
_DASHES = frozenset("—–")
_ACT_ENDS = frozenset(".:;!?…") | _DASHES
_CLAUSE_ENDS = _ACT_ENDS | {","}
_LONGEST_ACT = 80

Form = Literal["marks", "open", "piece", "dash", "block", "turn", "question", "answer"]


class Verbatim(NamedTuple):
    """A stretch of the text that may be somebody's own words.

    Attributes:
        start: Index of its first character, a quotation mark or a dash if it has one.
        end: Index after its last character.
        inner_start: Index of the first character within the marks.
        inner_end: Index after the last one.
        form: What shows it: ``marks``, ``open`` marks that are not closed, a ``piece`` of what the author's words interrupt,
            a ``dash`` at the beginning of the paragraph, or nothing, in a ``block`` that follows a colon.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    form: Form


def line_pieces(analysis: Analysis, paragraph: Sentence, dash: re.Match[str], words: WordLookup) -> tuple[Verbatim, ...]:
    """What is said in a paragraph that begins with a dash, whoever the speaker cites in it."""
    start, end = paragraph
    first = bisect_left(analysis.quotations, start, key=attrgetter("start"))
    within = takewhile(lambda quotation: quotation.start < end, islice(analysis.quotations, first, None))
    cited = [(quotation.start, quotation.end) for quotation in within if quotation.depth == 0 and quotation.closed]
    return tuple(pieces_of(analysis, Verbatim(start, end, dash.end(), end, "dash"), words, cited))


def is_told(pieces: Sequence[Verbatim], end: int) -> bool:
    """Whether the author's words interrupt a line of dialogue or close it («— Да, — ответил он»: yes, he answered)."""
    return [piece.inner_end for piece in pieces] != [end]


def bare_pieces(analysis: Analysis, paragraph: Sentence, words: WordLookup) -> tuple[Verbatim, ...]:
    """The pieces of a speech of several sentences without any mark («Я рад. Это победа, — сказал он»: I am glad, …)."""
    start, end = paragraph
    pieces = tuple(pieces_of(analysis, Verbatim(start, end, start, end, "dash"), words, interruption=_BARE_INTERRUPTION))
    if not pieces or pieces[0].inner_end >= end - 1:
        return ()
    several = analysis.sentence_at(start).end < pieces[0].inner_end
    return pieces if several else ()


def pieces_of(
    analysis: Analysis,
    whole: Verbatim,
    words: WordLookup,
    cited: Sequence[tuple[int, int]] = (),
    interruption: re.Pattern[str] = _INTERRUPTION,
) -> Iterator[Verbatim]:
    """What the author's words leave of a stretch; all of it where there are none.

    Args:
        analysis: The article.
        whole: The stretch.
        words: Look-up of words.
        cited: What is in marks in it, where whoever speaks cites others.
        interruption: What comes before the author's words.
    """
    text = analysis.text
    at, inner = whole.start, whole.inner_start
    search = inner
    form = whole.form
    while match := interruption.search(text, search, whole.inner_end):
        search = match.end()
        within = bisect_right(cited, (match.start(),)) - 1
        if within >= 0 and match.start() < cited[within][1] - 1:
            continue
        if not _is_authors(analysis, match, form, words):
            continue
        stop = match.end(1) if match.group(1) not in (",", "") else match.start()
        if stop > inner:
            yield Verbatim(at, stop, inner, stop, "piece" if form != "dash" else "dash")
        resumed = _RESUMPTION.search(text, match.end(), whole.inner_end)
        at = inner = search = resumed.end() if resumed else whole.inner_end
    if inner < whole.inner_end:
        yield Verbatim(at, whole.end, inner, whole.inner_end, form if at == whole.start or form == "dash" else "piece")


def _is_authors(analysis: Analysis, break_: re.Match[str], form: Form, words: WordLookup) -> bool:
    """Whether the author's words follow a break of speech: a verb of speech, and after a dash whatever somebody does.

    «— Пора, — Иван показывает на часы» (It is time, — Ivan points at the clock), «— Пора, — смеётся он» (he laughs).
    """
    start = break_.end()
    first = _WORD.match(analysis.text, start)
    assert first is not None  # a letter follows every break
    low = fold(first.group())
    if first.group()[0].islower() and words.verb(low):
        return True
    if form != "dash" or break_.group(1) in (".", ""):
        return False
    named = next((m for m in analysis.mentions_in(start, start + 1) if m.type == "person" and is_nominative(m)), None)
    if named is not None or low in words.lexicon.words.pronouns:
        return _acts(analysis, named.end if named else first.end(), named is None, words)
    verb = words.look(low)
    if not verb.finite or verb.first_person or first.group()[0].isupper():
        return False
    tokens = list(takewhile(lambda token: token.text not in _CLAUSE_ENDS, analysis.tokens_in(start, start + _LONGEST_ACT)))
    people = [m for m in analysis.mentions_in(start, tokens[-1].end) if m.type == "person" and is_nominative(m)]
    return bool(people) or any(_is_actor(fold(token.text), words) for token in tokens[1:])


def _acts(analysis: Analysis, start: int, resumed: bool, words: WordLookup) -> bool:
    """Whether a sentence of the author's tells what somebody does, from behind their name.

    After a pronoun, which whoever speaks may say of others, speech has to go on behind it.
    """
    tokens = analysis.tokens_in(start, start + _LONGEST_ACT)
    act = list(takewhile(lambda token: token.text not in _ACT_ENDS, tokens))
    if not any(words.look(fold(token.text)).finite for token in act):
        return False
    if len(act) == len(tokens):
        return not resumed
    goes_on = _RESUMPTION.match(analysis.text, tokens[len(act)].start) is not None
    return goes_on or not (resumed or tokens[len(act)].text in _DASHES)


def _is_actor(low: str, words: WordLookup) -> bool:
    """Whether a word may be the subject of what somebody does: a pronoun of the third person, or a noun for a person."""
    return low in words.lexicon.words.pronouns or (words.sort(low) == "A" and "Nom" in words.look(low).cases)
