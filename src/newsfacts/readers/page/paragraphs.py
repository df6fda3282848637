"""A page's text as paragraphs, without its headline, labels of boxes and buttons, and a byline before the first of them."""

from __future__ import annotations

import re
from functools import cache

from newsfacts.readers.bylines import person_names
from newsfacts.readers.datelines import dateline_words
from newsfacts.readers.words import alternatives, words
from newsfacts.scripts import CAPITAL

__all__ = ["ends_sentence", "is_label", "sentences", "split_paragraphs"]

_SENTENCE_END = re.compile(r"[.!?…][»”\"'’)\]]*$|[»”\"]$")
_BYLINE_WORDS = 8  # the most that a paragraph has that is a byline
_NO_DATELINE = re.compile(r"[^\d()—–/«»\"]+")  # a byline has no figure, dash or bracket, as datelines have
# How many characters may follow the words by which a label or a notice of rights is recognised, and come before the latter.
_AFTER_OPENING, _AFTER_RIGHTS, _BEFORE_RIGHTS = 250, 200, 80
# A time of day, with a few words around it.
_TIME = re.compile(r"^[^\t]{0,40}\b\d{1,2}[.:/]\d\d\b[^\t]{0,40}$")
# An entry of a live page: «11:40 Мост открыли.»
_TIMED = re.compile(rf"\d{{1,2}}[:.]\d\d[\s.,—–-]+[«„“\"]?[{CAPITAL}].*\s.*[.!?…][»”\"]?\Z")
_SENTENCE_WORDS = 5  # the fewest of a sentence; what is shorter may be a label


def split_paragraphs(text: str, headline: str | None) -> list[str]:
    """The paragraphs of a text.

    Args:
        text: The text, with empty lines between paragraphs.
        headline: The headline, which is left out wherever it is a line.
    """
    paragraphs = []
    for paragraph in re.split(r"\n{2,}", text):
        lines = [line.strip() for line in paragraph.split("\n")]
        kept = [line for line in lines if line != headline and not is_label(line)]
        if kept:
            paragraphs.append("\n".join(kept))
    return paragraphs[_byline_length(paragraphs) :]


def _byline_length(paragraphs: list[str]) -> int:
    """The number of paragraphs at the beginning that only name the author: a name, and the roles after it."""
    length = 0
    for paragraph in paragraphs:
        named = not ends_sentence(paragraph) and len(paragraph.split()) <= _BYLINE_WORDS and _NO_DATELINE.fullmatch(paragraph)
        if not named or not (length or person_names(paragraph)):
            break
        length += 1
    return length if length < len(paragraphs) else 0


@cache
def _label() -> re.Pattern[str]:
    """A line that is nothing but the label of a box or of a button, or a notice of rights."""
    page = words().page
    forms = (
        rf"{alternatives(page.labels)}[.:…]?",
        rf"{alternatives(page.openings)}\b.{{0,{_AFTER_OPENING}}}",
        rf"(?:©|\(c\)).{{0,{_AFTER_RIGHTS}}}",
        rf".{{0,{_BEFORE_RIGHTS}}}\b{alternatives(page.rights)}\b.{{0,{_AFTER_RIGHTS}}}",
        *page.imprints,
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def is_label(line: str) -> bool:
    """Whether a line is the label of a box or of a button, a notice of rights, or a stamp of the time."""
    if not any(map(str.isalnum, line)):
        return True
    if _label().fullmatch(line):
        return True
    return _TIME.search(line) is not None and _TIMED.match(line) is None and dateline_words(line) is None


def sentences(lines: list[str]) -> list[str]:
    """The lines that are running text: several words, or fewer behind a time of day, with a sentence's end."""
    return [line for line in lines if ends_sentence(line) and (len(line.split()) >= _SENTENCE_WORDS or _TIMED.match(line))]


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, be it with a closing quotation mark or a bracket after the stop."""
    return _SENTENCE_END.search(text) is not None
