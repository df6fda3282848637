"""Words that may be somebody's own: in quotation marks, in a line of dialogue, or in a paragraph after a colon."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from newsfacts import Analysis, Quotation, Sentence, fold
from newsfacts_quotes.dialogue import DIALOGUE, Verbatim, bare_pieces, is_told, line_pieces, pieces_of
from newsfacts_quotes.interviews import find_exchanged, interview_form
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.turns import Turn, find_turns

__all__ = ["Segment", "find_segments", "is_credit"]

_OPENING = "«„“\"‹'—–-"
_CLOSING = '»”“"›'
_MARK = re.compile('[«»„“”"‹›]')
# What follows a mark that closes.
_CLOSED = re.compile(r"[\s.,;:!?…)]|\Z")
# No more than an empty line is between a colon and the paragraph that it introduces.
_LONGEST_GAP = 2
# A quotation goes over no more paragraphs.
_MOST_PARAGRAPHS = 4
# «Фото: пресс-служба мэрии» (photo: the mayor's press office), «© Иван Орлов».
_CREDIT = re.compile(r"[^\W\d_]+(?:[^\S\n][^\W\d_]+)?:[^\S\n]")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_STOPS = '.!?…»”"'
# What ends quoted words that a speaker's name follows as if it were another sentence, what a name has beside words with
# capitals, and how many tokens of such a sentence are looked at.
_ASKING = "?!…"
_WITHIN_NAMES = frozenset((".", "-", "’", "'"))
_LONGEST_ATTRIBUTION = 20
_START = attrgetter("start")


class Segment(NamedTuple):
    """A sentence, or a paragraph that is one line of dialogue, with the words that may be verbatim.

    Attributes:
        bounds: Where it begins and ends.
        verbatims: What may be verbatim, in order.
        block: Whether it is a paragraph after a colon, whose sentences follow by themselves.
    """

    bounds: Sentence
    verbatims: Sequence[Verbatim]
    block: bool = False


def is_credit(text: str, bounds: Sentence, words: WordLookup) -> bool:
    """Whether a line gives the source of a picture or of the text, to which «об этом» (about this) does not refer."""
    start, end = bounds
    first = _FIRST_WORD.match(text, start, end)
    pictured = first is not None and fold(first.group()) in words.lexicon.words.pictures
    if text[start] == "©" or pictured:
        return text[end - 1] not in ".!?…"
    return text[end - 1] not in _STOPS and _CREDIT.match(text, start, end) is not None


def find_segments(analysis: Analysis, words: WordLookup) -> Iterator[Segment]:
    """The sentences of an article, each paragraph that is one speech as one.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
    """
    marked = [v for q in analysis.quotations if q.depth == 0 for v in _marked(analysis, q, words)]
    starts = [v.start for v in marked]
    beyond = len(analysis.text) + 1
    speeches = iter([*_speeches(analysis, marked, starts, words), Segment(Sentence(beyond, beyond), ())])
    speech = next(speeches)
    reached = 0
    for number, sentence in enumerate(analysis.sentences):
        while speech.bounds.end <= sentence.start:
            speech = next(speeches)
        if sentence.start < reached:
            continue
        spoken = speech.bounds.start <= sentence.start
        segment = speech if spoken else _sentence(analysis, number, marked, starts, words)
        if block := _block(analysis, reached, segment.bounds.start):
            yield Segment(block, (Verbatim(block.start, block.end, block.start, block.end, "block"),), True)
        reached = segment.bounds.end
        yield segment


def _sentence(analysis: Analysis, number: int, marked: Sequence[Verbatim], starts: Sequence[int], words: WordLookup) -> Segment:
    """A sentence with what is in marks in it, and with the next one where that only names who asks or exclaims it."""
    sentences = analysis.sentences
    sentence = sentences[number]
    first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
    after = sentences[number + 1] if first < last and number + 1 < len(sentences) else None
    if after and _goes_on(analysis, sentence, after, marked[last - 1], words):
        sentence, last = Sentence(sentence.start, after.end), bisect_left(starts, after.end)
    return Segment(sentence, marked[first:last])


def _goes_on(analysis: Analysis, sentence: Sentence, after: Sentence, last: Verbatim, words: WordLookup) -> bool:
    """Whether the next sentence only names who asks or exclaims the words before it (“Is it safe?” Anna Bell asked).

    That is a name and a verb of speech, and up to the next comma no other verb. It is one sentence where the comma before a
    speaker would stand within the marks, as the question mark does.
    """
    text = analysis.text
    if not words.grammar.encloses_commas or last.end != sentence.end or text[last.inner_end - 1] not in _ASKING:
        return False
    if "\n" in text[sentence.end : after.start]:
        return False
    tokens = iter(analysis.tokens_in(after.start, after.end)[:_LONGEST_ATTRIBUTION])
    for count, (_, _, word) in enumerate(tokens):
        verb = words.verb(fold(word))
        if count and verb is not None and verb.mood in ("finite", "participle"):
            break
        if not word[0].isupper() and word not in _WITHIN_NAMES:
            return False
    else:
        return False
    following = list(takewhile(lambda word: word not in (",", ":"), [fold(token.text) for token in tokens]))
    auxiliaries = words.lexicon.words.auxiliaries
    return not any(word in auxiliaries or words.look(word).finite for word in following)


def _speeches(analysis: Analysis, marked: Sequence[Verbatim], starts: Sequence[int], words: WordLookup) -> Iterator[Segment]:
    """The paragraphs that are one speech: a turn of a transcript, a line of dialogue, a quotation over two of them."""
    text, paragraphs = analysis.text, analysis.paragraphs
    turns = find_turns(analysis, words)
    exchanged = find_exchanged(analysis, turns, words)
    interview = asked = False
    done = 0
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph
        first = bisect_left(starts, start)
        if start < done or (first and marked[first - 1].end > start):  # somebody's words go on in it
            continue
        inside = marked[first : bisect_left(starts, end)]
        dash = DIALOGUE.match(text, start)
        if dash and not words.grammar.declines and text[dash.end()].islower():
            dash = None  # an entry of a list
        pieces = line_pieces(analysis, paragraph, dash, words) if dash else ()
        told = dash is not None and is_told(pieces, end)
        if start in turns:
            interview = asked = False
            yield Segment(paragraph, (_turn(text, turns[start], end),))
        elif start in exchanged:
            interview, asked = True, exchanged[start] == "question"
            yield Segment(paragraph, (Verbatim(start, end, start, end, exchanged[start]),))
        elif dash and (form := interview_form(analysis, number, interview, asked, turns, words)):
            interview, asked = True, form == "question"
            yield Segment(paragraph, (Verbatim(start, end, dash.end(), end, form),))
        elif dash and (told or not (interview or inside)):
            beside = [v for v in inside if not any(piece.start <= v.start < piece.end for piece in pieces)]
            yield Segment(paragraph, sorted([*pieces, *beside]))
        elif inside and inside[-1].form == "open" and (whole := _continued(analysis, number, marked, starts, words)):
            done = whole.bounds.end
            yield whole
        elif not dash:
            interview = asked = False
            if not inside and (pieces := bare_pieces(analysis, paragraph, words)):
                yield Segment(paragraph, pieces)


def _turn(text: str, turn: Turn, end: int) -> Verbatim:
    """What is said in a turn, without the quotation marks around it."""
    start = turn.said
    last = len(text[start:end].rstrip(".")) + start
    inner = (start + 1, last - 1) if text[start] in _OPENING and text[last - 1] in _CLOSING else (start, end)
    return Verbatim(start, end, *inner, "turn" if turn.known else "question")


def _continued(
    analysis: Analysis, number: int, marked: Sequence[Verbatim], starts: Sequence[int], words: WordLookup
) -> Segment | None:
    """A paragraph with the next ones, where a quotation that opens in it closes in one of them."""
    text, paragraphs = analysis.text, analysis.paragraphs
    closing = _closing(text, paragraphs, number, words)
    if not closing:
        return None
    last = bisect_right(paragraphs, closing, key=_START) - 1
    start, end = paragraphs[number].start, paragraphs[last].end
    inside = marked[bisect_left(starts, start) : bisect_left(starts, paragraphs[number].end)]
    between = [Verbatim(p.start, p.end, _after_mark(text, p.start), p.end, "piece") for p in paragraphs[number + 1 : last]]
    begins = paragraphs[last].start
    rest = Verbatim(begins, closing + 1, _after_mark(text, begins), closing, "piece")
    later = marked[bisect_left(starts, closing + 1) : bisect_left(starts, end)]
    return Segment(Sentence(start, end), (*inside, *between, rest, *later))


def _closing(text: str, paragraphs: Sequence[Sentence], number: int, words: WordLookup) -> int:
    """The closing mark of a quotation that the next paragraphs go on with, the first mark in them; 0 without one.

    Each of them may open it anew.
    """
    for start, end in paragraphs[number + 1 : number + _MOST_PARAGRAPHS]:
        reopened = _after_mark(text, start) > start
        if reopened and words.grammar.reopens_quotations:
            return 0
        mark = _MARK.search(text, start + reopened, end)
        if mark is None:
            continue
        closes = mark.group() in _CLOSING and (mark.group() not in _OPENING or _CLOSED.match(text, mark.end()) is not None)
        return mark.start() if closes else 0
    return 0


def _after_mark(text: str, start: int) -> int:
    """The offset after an opening mark, if a paragraph begins with one."""
    return start + (text[start] in '«„“"')


def _block(analysis: Analysis, before: int, start: int) -> Sentence | None:
    """The paragraph that begins at an offset, if what comes before it ends in a colon and no mark shows that it is speech."""
    text = analysis.text
    if text[before - 1 : before] != ":" or not 0 < text.count("\n", before, start) <= _LONGEST_GAP or text[start] in _OPENING:
        return None
    paragraph = bisect_right(analysis.paragraphs, start, key=_START) - 1
    return Sentence(start, analysis.paragraphs[paragraph].end)


def _marked(analysis: Analysis, quotation: Quotation, words: WordLookup) -> list[Verbatim]:
    text = analysis.text
    end = quotation.inner_end
    if not quotation.closed:
        line = text.find("\n", quotation.start, end)
        end = end if line < 0 else line
    inner = text[quotation.inner_start : end]
    whole = Verbatim(
        quotation.start,
        quotation.end if quotation.closed else end,
        end - len(inner.lstrip()),
        quotation.inner_start + len(inner.rstrip()),
        "marks" if quotation.closed else "open",
    )
    return list(pieces_of(analysis, whole, words))
