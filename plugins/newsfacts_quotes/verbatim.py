"""Words that may be somebody's own: in quotation marks, in a line of dialogue, or in a paragraph after a colon."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Literal, NamedTuple

from newsfacts import Analysis, Quotation, Sentence, fold
from newsfacts_quotes.lookup import WordLookup

__all__ = ["Segment", "Verbatim", "find_segments"]

_WORD = re.compile(r"[^\W\d_][\w-]*")
# The author's words within speech: «…, — сказал он. — …» (…, he said, …).
_INTERRUPTION = re.compile(r"([,.!?…]|\.{3})[^\S\n]*[—–-][^\S\n]+(?=[^\W\d_])")
_RESUMPTION = re.compile(r"[,.:!?…][^\S\n]*[—–-][^\S\n]*(?=[^\W\d_]|[«„“\"])")
_OPENING = "«„“\"‹'—–-"
_DIALOGUE = re.compile(r"[—–-][^\S\n]+(?=\S)")

# In a transcript, who speaks stands before a colon.
_TURN = re.compile(r"(?P<label>[^\n:.!?«»„“\"]{2,60}):[^\S\n]+(?=\S)")
# So many paragraphs that begin with labels which come more than once make a transcript.
_LEAST_TURNS = 3

Form = Literal["marks", "open", "piece", "dash", "block", "turn"]


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


def find_segments(analysis: Analysis, words: WordLookup) -> Iterator[Segment]:
    """The sentences of an article, each line of dialogue as one.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
    """
    text = analysis.text
    found = [v for q in analysis.quotations if q.depth == 0 for v in _marked(text, q, words)]
    turns = _turns(analysis)
    dialogue = [p for p in analysis.paragraphs if p.start in turns or _DIALOGUE.match(text, p.start)]
    lines = iter([*dialogue, Sentence(len(text) + 1, len(text) + 1)])
    line = next(lines)
    reached = at = 0
    for sentence in analysis.sentences:
        while line.end <= sentence.start:
            line = next(lines)
        if sentence.start < reached:
            continue
        bounds = line if line.start <= sentence.start else sentence
        if block := _block(analysis, reached, bounds.start):
            yield Segment(block, (Verbatim(block.start, block.end, block.start, block.end, "block"),), True)
        reached = bounds.end
        while at < len(found) and found[at].start < bounds.start:
            at += 1
        first = at
        while at < len(found) and found[at].start < bounds.end:
            at += 1
        inside: Sequence[Verbatim] = found[first:at]
        if bounds is line and bounds.start in turns:
            begins = turns[bounds.start]
            inside = (Verbatim(begins, bounds.end, begins, bounds.end, "turn"),)
        elif bounds is line and not inside:
            inside = _dialogue(text, line, words)
        yield Segment(bounds, inside)


def _turns(analysis: Analysis) -> dict[int, int]:
    """The paragraphs that are turns of a transcript, by where they begin: where what is said begins."""
    found = [(p, match) for p in analysis.paragraphs if (match := _TURN.match(analysis.text, p.start, p.end))]
    often = Counter(match["label"] for _, match in found)
    turns = {p.start: match.end() for p, match in found if often[match["label"]] > 1 and match["label"][0].isupper()}
    return turns if len(turns) >= _LEAST_TURNS else {}


def _block(analysis: Analysis, before: int, start: int) -> Sentence | None:
    """The paragraph that begins at an offset, if what comes before it ends in a colon and no mark shows that it is speech."""
    text = analysis.text
    if text[before - 1 : before] != ":" or "\n" not in text[before:start] or text[start] in _OPENING or before == 0:
        return None
    index = bisect_right(analysis.paragraphs, start, key=attrgetter("start")) - 1
    paragraph = analysis.paragraphs[index]
    return Sentence(start, paragraph.end)


def _marked(text: str, quotation: Quotation, words: WordLookup) -> list[Verbatim]:
    end = quotation.inner_end
    if not quotation.closed:
        line = text.find("\n", quotation.start, end)
        end = end if line < 0 else line
    whole = Verbatim(
        quotation.start,
        quotation.end if quotation.closed else end,
        quotation.inner_start,
        end,
        "marks" if quotation.closed else "open",
    )
    return list(_pieces(text, whole, words))


def _dialogue(text: str, line: Sentence, words: WordLookup) -> list[Verbatim]:
    match = _DIALOGUE.match(text, line.start)
    begins = match.end() if match else line.start
    return list(_pieces(text, Verbatim(line.start, line.end, begins, line.end, "dash"), words))


def _pieces(text: str, whole: Verbatim, words: WordLookup) -> Iterator[Verbatim]:
    """What the author's words leave of a stretch; all of it where there are none."""
    at, inner = whole.start, whole.inner_start
    search = inner
    form = whole.form
    while match := _INTERRUPTION.search(text, search, whole.inner_end):
        first = _WORD.match(text, match.end())
        search = match.end()
        if not first or not first.group()[0].islower() or not words.verb(fold(first.group())):
            continue
        stop = match.start() if match.group(1) == "," else match.end(1)
        if stop > inner:
            yield Verbatim(at, stop, inner, stop, "piece" if form != "dash" else "dash")
        resumed = _RESUMPTION.search(text, match.end(), whole.inner_end)
        at = inner = search = resumed.end() if resumed else whole.inner_end
    if inner < whole.inner_end:
        yield Verbatim(at, whole.end, inner, whole.inner_end, form if at == whole.start or form == "dash" else "piece")
