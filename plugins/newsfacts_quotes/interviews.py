"""Interviews: which paragraphs are questions and answers, and who answers."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from typing import Literal

from newsfacts import Analysis, Mention, Sentence, fold
from newsfacts_quotes.dialogue import DIALOGUE, is_told, line_pieces
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import full_name

__all__ = ["find_exchanged", "interview_form", "interviewed"]

# An interview that no mark shows has so many questions, of no more characters.
_LEAST_QUESTIONS = 2
_LONGEST_QUESTION = 400
# Two or three words before a comma, which may be a name.
_HEAD = re.compile(r"([^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){1,2}),")

Exchange = Literal["question", "answer"]


def interviewed(analysis: Analysis, bounds: Sentence) -> Mention | None:
    """Whose answers follow a line («Пётр Орлов, тренер:»: a coach), also where nobody recognised the name; or None."""
    start, end = bounds
    if analysis.text[end - 1] != ":":
        return None
    named = next((m for m in analysis.mentions_in(start, start + 1) if m.type == "person"), None)
    match = _HEAD.match(analysis.text, start, end)
    if named is None and match and match.group(1).istitle():
        return Mention(start=start, end=match.end(1), text=match.group(1), type="person", name=match.group(1))
    return named


def find_exchanged(analysis: Analysis, turns: Container[int], words: WordLookup) -> Mapping[int, Exchange]:
    """The questions of an interview that no mark shows, and such answers to them, by where they begin.

    There are two at least, behind somebody's name and each before an answer with a dash; or the line before the first
    introduces an interview, no answer has a dash, and in one somebody addresses others or speaks of themselves.
    """
    text, paragraphs = analysis.text, analysis.paragraphs
    asking = [n for n, p in enumerate(paragraphs) if n and p.start not in turns and _asks(text, p)]  # a headline asks nobody
    if len(asking) < _LEAST_QUESTIONS or all(m.type != "person" for m in analysis.mentions_in(0, paragraphs[asking[0]].start)):
        return {}
    bare = [n for n in asking if not DIALOGUE.match(text, paragraphs[n].start) and _is_answered(analysis, n, (), words)]
    if len(bare) >= _LEAST_QUESTIONS:
        return {paragraphs[n].start: "question" for n in bare}
    ends = [*asking[1:], min(asking[-1] + 2, len(paragraphs))]
    answers = [paragraphs[n] for number, after in zip(asking, ends, strict=True) for n in range(number + 1, after)]
    if not _introduces(analysis, asking[0] - 1, answers, words) or not any(_is_spoken(analysis, p, words) for p in answers):
        return {}
    forms: dict[int, Exchange] = {answer.start: "answer" for answer in answers}
    return forms | {paragraphs[number].start: "question" for number in asking}


def _asks(text: str, paragraph: Sentence) -> bool:
    """Whether a paragraph may be a question of an interview, with a dash or without any mark."""
    start, end = paragraph
    dash = DIALOGUE.match(text, start)
    return text[end - 1] == "?" and text[dash.end() if dash else start].isupper() and end - start <= _LONGEST_QUESTION


def _introduces(analysis: Analysis, number: int, answers: Sequence[Sentence], words: WordLookup) -> bool:
    """Whether a paragraph introduces an interview with somebody («Мы побеседовали с тренером Орловым»: talked with the coach).

    They name themselves in none of the answers, none of which has a dash.
    """
    lows = (fold(token.text) for token in analysis.tokens_in(*analysis.paragraphs[number]))
    if not any(words.look(low).lemma in words.lexicon.words.interviews for low in lows):
        return False
    people = _people(analysis, analysis.paragraphs[number])
    if len(people) != 1 or any(DIALOGUE.match(analysis.text, answer.start) for answer in answers):
        return False
    return not any(people & _people(analysis, answer) for answer in answers)


def _people(analysis: Analysis, paragraph: Sentence) -> set[str]:
    """The full names of the persons whom a paragraph names."""
    return {full_name(analysis, mention) for mention in analysis.mentions_in(*paragraph) if mention.type == "person"}


def _is_spoken(analysis: Analysis, paragraph: Sentence, words: WordLookup) -> bool:
    """Whether whoever speaks in a paragraph addresses others or speaks of themselves."""
    lows = (fold(token.text) for token in analysis.tokens_in(*paragraph))
    return any(low in words.lexicon.words.first_person or words.look(low).first_person for low in lows)


def interview_form(
    analysis: Analysis, number: int, interview: bool, asked: bool, turns: Container[int], words: WordLookup
) -> Exchange | None:
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
    dash = DIALOGUE.match(text, start)
    assert dash is not None
    asks = text[end - 1] == "?"
    announced = any(interviewed(analysis, before) for before in paragraphs[number - 1 : number])
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
    dash = DIALOGUE.match(text, start)
    if dash is None or not text[dash.end()].isupper() or text[end - 1] in "?;":
        return False
    return not is_told(line_pieces(analysis, paragraphs[number + 1], dash, words), end)
