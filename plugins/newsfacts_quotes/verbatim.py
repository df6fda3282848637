"""Words that may be somebody's own: in quotation marks, in a line of dialogue, or in a paragraph after a colon."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from operator import attrgetter
from typing import Literal, NamedTuple

from newsfacts import Analysis, Mention, Quotation, Sentence, fold
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import full_name, is_nominative
from newsfacts_quotes.turns import Turn, find_turns

__all__ = ["Segment", "Verbatim", "find_segments", "interviewed", "is_credit"]

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

# An interview that no mark shows has so many questions, of no more characters.
_LEAST_QUESTIONS = 2
_LONGEST_QUESTION = 400
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
# What ends the author's words within speech, and a clause of them; and how many characters of them are looked at.
_DASHES = frozenset("—–")
_ACT_ENDS = frozenset(".:;!?…") | _DASHES
_CLAUSE_ENDS = _ACT_ENDS | {","}
_LONGEST_ACT = 80
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
    marked = [v for q in analysis.quotations if q.depth == 0 for v in _marked(analysis, q, words)]
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
    turns = find_turns(analysis, words)
    exchanged = _exchanged(analysis, turns, words)
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
        pieces = _line(analysis, paragraph, dash, words) if dash else ()
        told = dash is not None and _is_told(pieces, end)
        if start in turns:
            interview = asked = False
            yield Segment(paragraph, (_turn(text, turns[start], end),))
        elif start in exchanged:
            interview, asked = True, exchanged[start] == "question"
            yield Segment(paragraph, (Verbatim(start, end, start, end, exchanged[start]),))
        elif dash and not told and (form := _interview_form(analysis, number, interview, asked, turns, words)):
            interview, asked = True, form == "question"
            yield Segment(paragraph, (Verbatim(start, end, dash.end(), end, form),))
        elif dash and (told or not (interview or inside)):
            beside = [v for v in inside if not any(piece.start <= v.start < piece.end for piece in pieces)]
            yield Segment(paragraph, sorted([*pieces, *beside]))
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


def _exchanged(analysis: Analysis, turns: Container[int], words: WordLookup) -> Mapping[int, Literal["question", "answer"]]:
    """The questions of an interview that no mark shows, and such answers to them, by where they begin.

    There are two at least, behind somebody's name and each before an answer with a dash; or the line before the first
    introduces an interview, no answer has a dash, and in one somebody addresses others or speaks of themselves.
    """
    text, paragraphs = analysis.text, analysis.paragraphs
    asking = [n for n, p in enumerate(paragraphs) if n and p.start not in turns and _asks(text, p)]  # a headline asks nobody
    if len(asking) < _LEAST_QUESTIONS or all(m.type != "person" for m in analysis.mentions_in(0, paragraphs[asking[0]].start)):
        return {}
    bare = [n for n in asking if not _DIALOGUE.match(text, paragraphs[n].start) and _is_answered(analysis, n, (), words)]
    if len(bare) >= _LEAST_QUESTIONS:
        return {paragraphs[n].start: "question" for n in bare}
    ends = [*asking[1:], min(asking[-1] + 2, len(paragraphs))]
    answers = [paragraphs[n] for number, after in zip(asking, ends, strict=True) for n in range(number + 1, after)]
    if not _introduces(analysis, asking[0] - 1, answers, words) or not any(_is_spoken(analysis, p, words) for p in answers):
        return {}
    forms: dict[int, Literal["question", "answer"]] = {answer.start: "answer" for answer in answers}
    return forms | {paragraphs[number].start: "question" for number in asking}


def _asks(text: str, paragraph: Sentence) -> bool:
    """Whether a paragraph may be a question of an interview, with a dash or without any mark."""
    start, end = paragraph
    dash = _DIALOGUE.match(text, start)
    return text[end - 1] == "?" and text[dash.end() if dash else start].isupper() and end - start <= _LONGEST_QUESTION


def _introduces(analysis: Analysis, number: int, answers: Sequence[Sentence], words: WordLookup) -> bool:
    """Whether a paragraph introduces an interview with somebody («Мы побеседовали с тренером Орловым»: talked with the coach).

    They name themselves in none of the answers, none of which has a dash.
    """
    lows = (fold(token.text) for token in analysis.tokens_in(*analysis.paragraphs[number]))
    if not any(words.look(low).lemma in words.lexicon.words.interviews for low in lows if low.isalpha()):
        return False
    people = _people(analysis, analysis.paragraphs[number])
    if len(people) != 1 or any(_DIALOGUE.match(analysis.text, answer.start) for answer in answers):
        return False
    return not any(people & _people(analysis, answer) for answer in answers)


def _people(analysis: Analysis, paragraph: Sentence) -> set[str]:
    """The full names of the persons whom a paragraph names."""
    return {full_name(analysis, mention) for mention in analysis.mentions_in(*paragraph) if mention.type == "person"}


def _is_spoken(analysis: Analysis, paragraph: Sentence, words: WordLookup) -> bool:
    """Whether whoever speaks in a paragraph addresses others or speaks of themselves."""
    lows = (fold(token.text) for token in analysis.tokens_in(*paragraph))
    return any(low in words.lexicon.words.first_person or words.look(low).first_person for low in lows if low.isalpha())


def _turn(text: str, turn: Turn, end: int) -> Verbatim:
    """What is said in a turn, without the quotation marks around it."""
    start = turn.said
    form: Form = "turn" if turn.known else "question"
    last = len(text[start:end].rstrip(".")) + start
    if text[start] in _OPENING and text[last - 1] in _CLOSING:
        return Verbatim(start, end, start + 1, last - 1, form)
    return Verbatim(start, end, start, end, form)


def _interview_form(
    analysis: Analysis, number: int, interview: bool, asked: bool, turns: Container[int], words: WordLookup
) -> Literal["question", "answer"] | None:
    """What a paragraph that begins with a dash is in an interview; None for another line.

    Args:
        analysis: The article.
        number: The number of the paragraph.
        interview: Whether an interview goes on before it.
        asked: Whether the paragraph before is a question.
        turns: Where turns of a transcript begin.
        words: Look-up of words.
    """
    text, paragraphs = analysis.text, analysis.paragraphs
    start, end = paragraphs[number]
    dash = _DIALOGUE.match(text, start)
    assert dash is not None
    asks = text[end - 1] == "?"
    announced = number > 0 and interviewed(analysis, paragraphs[number - 1]) is not None
    if asks:
        return "question" if interview or announced or _is_answered(analysis, number, turns, words) else None
    whole = text[dash.end()].isupper() and text[end - 1] != ";"
    return "answer" if whole and (announced or asked) else None


def _is_answered(analysis: Analysis, number: int, turns: Container[int], words: WordLookup) -> bool:
    """Whether the paragraph after a question is a turn, or an answer in which the author says nothing."""
    text, paragraphs = analysis.text, analysis.paragraphs
    if number + 1 == len(paragraphs):
        return False
    start, end = paragraphs[number + 1]
    if start in turns:
        return True
    dash = _DIALOGUE.match(text, start)
    if dash is None or not text[dash.end()].isupper() or text[end - 1] in "?;":
        return False
    return not _is_told(_line(analysis, paragraphs[number + 1], dash, words), end)


def _line(analysis: Analysis, paragraph: Sentence, dash: re.Match[str], words: WordLookup) -> tuple[Verbatim, ...]:
    """What is said in a paragraph that begins with a dash, whoever the speaker cites in it."""
    start, end = paragraph
    first = bisect_left(analysis.quotations, start, key=attrgetter("start"))
    within = takewhile(lambda quotation: quotation.start < end, islice(analysis.quotations, first, None))
    cited = [(quotation.start, quotation.end) for quotation in within if quotation.depth == 0 and quotation.closed]
    return tuple(_pieces(analysis, Verbatim(start, end, dash.end(), end, "dash"), words, cited))


def _is_told(pieces: Sequence[Verbatim], end: int) -> bool:
    """Whether the author's words interrupt a line of dialogue or close it («— Да, — ответил он»: yes, he answered)."""
    return [piece.inner_end for piece in pieces] != [end]


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
    pieces = tuple(_pieces(analysis, Verbatim(start, end, start, end, "dash"), words, interruption=_BARE_INTERRUPTION))
    if not pieces or pieces[0].inner_end >= end - 1:
        return ()
    several = analysis.sentence_at(start).end < pieces[0].inner_end
    return pieces if several else ()


def _block(analysis: Analysis, before: int, start: int) -> Sentence | None:
    """The paragraph that begins at an offset, if what comes before it ends in a colon and no mark shows that it is speech."""
    text = analysis.text
    if text[before - 1 : before] != ":" or not 0 < text.count("\n", before, start) <= _LONGEST_GAP or text[start] in _OPENING:
        return None
    index = bisect_right(analysis.paragraphs, start, key=attrgetter("start")) - 1
    paragraph = analysis.paragraphs[index]
    return Sentence(start, paragraph.end)


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
    return list(_pieces(analysis, whole, words))


def _pieces(
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
    if first is None:
        return False
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
    if not tokens:
        return False
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
