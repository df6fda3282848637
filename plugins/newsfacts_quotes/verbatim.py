"""Words that may be somebody's own: in quotation marks, in a line of dialogue, or in a paragraph after a colon."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from operator import attrgetter
from typing import Literal, NamedTuple

from newsfacts import Analysis, Mention, Quotation, Sentence, fold
from newsfacts_quotes.lookup import WordLookup

__all__ = ["Segment", "Verbatim", "find_segments", "interviewed", "is_credit", "labelled"]

_WORD = re.compile(r"[^\W\d_][\w-]*")
# The author's words within speech: «…, — сказал он. — …» (…, he said, …).
_INTERRUPTION = re.compile(r"([,.!?…]|\.{3})[^\S\n]*[—–-][^\S\n]+(?=[^\W\d_])")
# Where no marks show speech, the one before the dash is often left out.
_BARE_INTERRUPTION = re.compile(r"([,.!?…]|(?<!\s))[^\S\n]+[—–-][^\S\n]+(?=[^\W\d_])")
_RESUMPTION = re.compile(r"[,.:!?…][^\S\n]*[—–-][^\S\n]*(?=[^\W\d_]|[«„“\"])")
_OPENING = "«„“\"‹'—–-"
_CLOSING = '»”“"›'
# No more than an empty line is between a colon and the paragraph that it introduces.
_LONGEST_GAP = 2
_MARK = re.compile('[«»„“”"‹›]')
# What follows a mark that closes.
_CLOSED = re.compile(r"[\s.,;:!?…)]|\Z")
_DIALOGUE = re.compile(r"[—–-][^\S\n]+(?=\S)")

# In a transcript, who speaks stands before a colon.
_TURN = re.compile(r"(?P<label>[^\n:!?«»„“\"()]{0,59}[^\s:!?«»„“\"()])(?:[^\S\n]*\([^\n()]{1,60}\))?:[^\S\n]+(?=\S)")
# A quotation goes over no more paragraphs.
_MOST_PARAGRAPHS = 4

Form = Literal["marks", "open", "piece", "dash", "block", "turn", "question", "answer"]


# «Фото: пресс-служба мэрии» (photo: the mayor's press office), «© Иван Орлов».
_CREDIT = re.compile(r"[^\W\d_]+(?:[^\S\n][^\W\d_]+)?:[^\S\n]")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
# What ends quoted words that a speaker's name follows as if it were another sentence, what a name has beside words with
# capitals, and how many tokens of such a sentence are looked at.
_ASKING = "?!…"
_WITHIN_NAMES = frozenset((".", "-", "’", "'"))
_LONGEST_ATTRIBUTION = 20
_STOPS = '.!?…»”"'
# Two or three words before a comma, which may be a name.
_HEAD = re.compile(r"([^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){1,2}),")


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


def is_credit(text: str, bounds: Sentence, words: WordLookup) -> bool:
    """Whether a line gives the source of a picture or of the text, to which «об этом» (about this) does not refer."""
    start, end = bounds
    first = _FIRST_WORD.match(text, start, end)
    pictured = first is not None and fold(first.group()) in words.lexicon.words.pictures
    if text[start] == "©" or pictured:
        return text[end - 1] not in ".!?…"
    return text[end - 1] not in _STOPS and _CREDIT.match(text, start, end) is not None


def interviewed(analysis: Analysis, bounds: Sentence) -> Mention | None:
    """Whose answers follow a line («Пётр Орлов, тренер:»: a coach), also where nobody recognised the name; or None."""
    start, end = bounds
    if analysis.text[end - 1] != ":":
        return None
    named = next((m for m in analysis.mentions_in(start, start + 1) if m.type == "person" and m.start == start), None)
    match = _HEAD.match(analysis.text, start, end)
    if named is None and match and match.group(1).istitle():
        return Mention(start=start, end=match.end(1), text=match.group(1), type="person", name=match.group(1))
    return named


def find_segments(analysis: Analysis, words: WordLookup) -> Iterator[Segment]:
    """The sentences of an article, each paragraph that is one speech as one.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
    """
    text = analysis.text
    marked = [v for q in analysis.quotations if q.depth == 0 for v in _marked(text, q, words)]
    speeches = iter([*_speeches(analysis, marked, words), Segment(Sentence(len(text) + 1, len(text) + 1), ())])
    speech = next(speeches)
    reached = at = 0
    sentences = analysis.sentences
    for number, sentence in enumerate(sentences):
        while speech.bounds.end <= sentence.start:
            speech = next(speeches)
        if sentence.start < reached:
            continue
        segment = speech if speech.bounds.start <= sentence.start else None
        start, reached_before = segment.bounds.start if segment else sentence.start, reached
        if block := _block(analysis, reached_before, start):
            yield Segment(block, (Verbatim(block.start, block.end, block.start, block.end, "block"),), True)
        if segment is None:
            while at < len(marked) and marked[at].start < sentence.start:
                at += 1
            first = at
            while at < len(marked) and marked[at].start < sentence.end:
                at += 1
            after = sentences[number + 1] if number + 1 < len(sentences) else None
            if after and first < at and _goes_on(analysis, sentence, after, marked[at - 1], words):
                sentence = Sentence(sentence.start, after.end)
                while at < len(marked) and marked[at].start < sentence.end:
                    at += 1
            segment = Segment(sentence, marked[first:at])
        reached = segment.bounds.end
        yield segment


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
        if count and verb is not None and verb.clause and verb.mood in ("finite", "participle"):
            break
        if not word[0].isupper() and word not in _WITHIN_NAMES:
            return False
    else:
        return False
    following = list(takewhile(lambda word: word not in (",", ":"), [fold(token.text) for token in tokens]))
    auxiliaries = words.lexicon.words.auxiliaries
    return not any(word in auxiliaries or words.look(word).finite for word in following)


def _speeches(analysis: Analysis, marked: Sequence[Verbatim], words: WordLookup) -> Iterator[Segment]:
    """The paragraphs that are one speech: a turn of a transcript, a line of dialogue, a quotation over two of them."""
    text, paragraphs = analysis.text, analysis.paragraphs
    turns = _turns(analysis, words)
    starts = [v.start for v in marked]
    interview = asked = False
    done = 0
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph
        first = bisect_left(starts, start)
        if start < done or (first and marked[first - 1].end > start):  # somebody's words go on in it
            continue
        inside = marked[first : bisect_left(starts, end)]
        dash = _DIALOGUE.match(text, start)
        if dash and not words.grammar.declines and text[dash.end()].islower():
            dash = None  # an entry of a list
        told = dash is not None and _is_told(text, start, end, words)
        if start in turns:
            interview = False
            yield Segment(paragraph, (_within_marks(text, turns[start], end),))
        elif dash and not told and (form := _interview_form(analysis, number, interview, asked, words)):
            interview, asked = True, form == "question"
            yield Segment(paragraph, (Verbatim(start, end, dash.end(), end, form),))
        elif dash and not inside and (told or not interview):
            yield Segment(paragraph, tuple(_pieces(text, Verbatim(start, end, dash.end(), end, "dash"), words)))
        elif inside and inside[-1].form == "open" and (closing := _closing(text, paragraphs, number, words)):
            last = bisect_right(paragraphs, closing, key=attrgetter("start")) - 1
            between = [
                Verbatim(p.start, p.end, _after_mark(text, p.start), p.end, "piece") for p in paragraphs[number + 1 : last]
            ]
            after = paragraphs[last]
            rest = Verbatim(after.start, closing + 1, _after_mark(text, after.start), closing, "piece")
            done = after.end
            later = marked[bisect_left(starts, closing + 1) : bisect_left(starts, after.end)]
            yield Segment(Sentence(start, after.end), (*inside, *between, rest, *later))
        elif not dash:
            interview = asked = False
            if not inside and (pieces := _bare(analysis, paragraph, words)):
                yield Segment(paragraph, pieces)


def _within_marks(text: str, start: int, end: int) -> Verbatim:
    """A turn, without the quotation marks around it."""
    last = len(text[start:end].rstrip(".")) + start
    if text[start] in _OPENING and text[last - 1] in _CLOSING:
        return Verbatim(start, end, start + 1, last - 1, "turn")
    return Verbatim(start, end, start, end, "turn")


def _interview_form(
    analysis: Analysis, number: int, interview: bool, asked: bool, words: WordLookup
) -> Literal["question", "answer"] | None:
    """What a paragraph that begins with a dash is in an interview; None for another line.

    Args:
        analysis: The article.
        number: The number of the paragraph.
        interview: Whether an interview goes on before it.
        asked: Whether the paragraph before is a question.
        words: Look-up of words.
    """
    text, paragraphs = analysis.text, analysis.paragraphs
    start, end = paragraphs[number]
    dash = _DIALOGUE.match(text, start)
    assert dash is not None
    asks = text[end - 1] == "?"
    announced = number > 0 and interviewed(analysis, paragraphs[number - 1]) is not None
    if asks:
        return "question" if interview or announced or _is_answered(analysis, number, words) else None
    whole = text[dash.end()].isupper() and text[end - 1] != ";"
    return "answer" if whole and (announced or asked) else None


def _is_answered(analysis: Analysis, number: int, words: WordLookup) -> bool:
    """Whether the paragraph after a question is an answer in which the author says nothing."""
    text, paragraphs = analysis.text, analysis.paragraphs
    if number + 1 == len(paragraphs):
        return False
    start, end = paragraphs[number + 1]
    dash = _DIALOGUE.match(text, start)
    if dash is None or not text[dash.end()].isupper() or text[end - 1] in "?;":
        return False
    return not _is_told(text, start, end, words)


def _is_told(text: str, start: int, end: int, words: WordLookup) -> bool:
    """Whether the author's words interrupt a line of dialogue or close it («— Да, — ответил он»: yes, he answered)."""
    dash = _DIALOGUE.match(text, start)
    inner = dash.end() if dash else start
    return [v.inner_end for v in _pieces(text, Verbatim(start, end, inner, end, "dash"), words)] != [end]


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


def _bare(analysis: Analysis, paragraph: Sentence, words: WordLookup) -> tuple[Verbatim, ...]:
    """The pieces of a speech of several sentences without any mark («Я рад. Это победа, — сказал он»: I am glad, …)."""
    start, end = paragraph
    text = analysis.text
    pieces = tuple(_pieces(text, Verbatim(start, end, start, end, "dash"), words, _BARE_INTERRUPTION))
    if not pieces or pieces[0].inner_end >= end - 1:
        return ()
    several = analysis.sentence_at(start).end < pieces[0].inner_end
    return pieces if several else ()


def _turns(analysis: Analysis, words: WordLookup) -> dict[int, int]:
    """The paragraphs that are turns of a transcript, by where they begin: where what is said begins.

    A transcript has two side by side. Their labels are persons' names, or nouns for people that come more than once or beside
    such a turn («Корреспондент: …»), or «вопрос» (question) and the like.
    """
    text = analysis.text
    found = [
        (n, match)
        for n, p in enumerate(analysis.paragraphs)
        if (match := _TURN.match(text, p.start, p.end)) and text[p.start].isupper() and text[p.end - 1] in _STOPS
    ]
    often = Counter(match["label"] for _, match in found)
    turns: dict[int, re.Match[str]] = {}
    for number, match in found:
        label = fold(match["label"])
        repeated = often[match["label"]] > 1 and _is_person(label, words)
        name = labelled(analysis, match.start(), match.end("label"))
        if repeated or label in words.lexicon.words.turns or (name and name.type == "person"):
            turns[number] = match
    beside = _neighbours(turns)
    turns |= {n: m for n, m in found if n in beside and (often[m["label"]] > 1 or _is_person(fold(m["label"]), words))}
    beside = _neighbours(turns)
    return {match.start(): match.end() for n, match in turns.items() if n in beside}


def _neighbours(numbers: Iterable[int]) -> set[int]:
    return {number + step for number in numbers for step in (-1, 1)}


def labelled(analysis: Analysis, start: int, end: int) -> Mention | None:
    """Whose name a label is: a body's, or a person's, which may follow a role («Мэр Орлов:»: Mayor Orlov)."""
    whole = (m for m in analysis.mentions_in(start, end) if m.end == end)
    return next((m for m in whole if m.type == "person" or (m.type == "organization" and m.start == start)), None)


def _is_person(word: str, words: WordLookup) -> bool:
    """Whether a word may say what somebody is: «корреспондент» (reporter), «ведущий» (host, by its forms an adjective)."""
    return words.sort(word) in ("A", "S") or words.look(word).modifier


def _block(analysis: Analysis, before: int, start: int) -> Sentence | None:
    """The paragraph that begins at an offset, if what comes before it ends in a colon and no mark shows that it is speech."""
    text = analysis.text
    if text[before - 1 : before] != ":" or not 0 < text.count("\n", before, start) <= _LONGEST_GAP or text[start] in _OPENING:
        return None
    index = bisect_right(analysis.paragraphs, start, key=attrgetter("start")) - 1
    paragraph = analysis.paragraphs[index]
    return Sentence(start, paragraph.end)


def _marked(text: str, quotation: Quotation, words: WordLookup) -> list[Verbatim]:
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
    return list(_pieces(text, whole, words))


def _pieces(text: str, whole: Verbatim, words: WordLookup, interruption: re.Pattern[str] = _INTERRUPTION) -> Iterator[Verbatim]:
    """What the author's words leave of a stretch; all of it where there are none."""
    at, inner = whole.start, whole.inner_start
    search = inner
    form = whole.form
    while match := interruption.search(text, search, whole.inner_end):
        first = _WORD.match(text, match.end())
        search = match.end()
        if not first or not first.group()[0].islower() or not words.verb(fold(first.group())):
            continue
        stop = match.end(1) if match.group(1) not in (",", "") else match.start()
        if stop > inner:
            yield Verbatim(at, stop, inner, stop, "piece" if form != "dash" else "dash")
        resumed = _RESUMPTION.search(text, match.end(), whole.inner_end)
        at = inner = search = resumed.end() if resumed else whole.inner_end
    if inner < whole.inner_end:
        yield Verbatim(at, whole.end, inner, whole.inner_end, form if at == whole.start or form == "dash" else "piece")
