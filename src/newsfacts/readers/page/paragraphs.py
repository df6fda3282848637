"""The paragraphs of a page's text, without the headline, labels, and a byline before them."""

from __future__ import annotations

import re
from functools import cache

from newsfacts.readers.bylines import person_names
from newsfacts.readers.datelines import dateline_words
from newsfacts.readers.words import alternatives, words

__all__ = ["ends_sentence", "sentences", "split_paragraphs"]

_SENTENCE_END = re.compile(r"[.!?…][»”\"'’)\]]*$|[»”\"]$")
# A byline that stands as a paragraph has no figure, dash or bracket, as datelines have.
_BYLINE_WORDS = 8
_PLAIN = re.compile(r"[^\d()—–/«»\"]+")
_TIME = re.compile(r"^[^\t]{0,40}\b\d{1,2}[.:/]\d\d\b[^\t]{0,40}$")
# An article has at least one sentence; so many words are one.
_SENTENCE_WORDS = 5


def split_paragraphs(text: str, headline: str | None) -> list[str]:
    """The text's paragraphs, without the headline, which stands apart, without labels, and without the byline before them."""
    paragraphs = []
    for paragraph in re.split(r"\n{2,}", text):
        lines = [line.strip() for line in paragraph.split("\n")]
        kept = [line for line in lines if line != headline and not _is_label(line)]
        if kept:
            paragraphs.append("\n".join(kept))
    return paragraphs[_byline_length(paragraphs) :]


def _byline_length(paragraphs: list[str]) -> int:
    """How many paragraphs at the beginning only name who wrote it: a name, and the roles after it."""
    length = 0
    for paragraph in paragraphs:
        named = not ends_sentence(paragraph) and len(paragraph.split()) <= _BYLINE_WORDS and _PLAIN.fullmatch(paragraph)
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
        rf"{alternatives(page.openings)}\b.{{0,250}}",
        r"(?:©|\(c\)).{0,200}",
        rf".{{0,80}}\b{alternatives(page.rights)}\b.{{0,200}}",
        *page.imprints,
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def _is_label(line: str) -> bool:
    """A line that is a box's label, a button, or a stamp of the time."""
    if not any(map(str.isalnum, line)):
        return True
    return _label().fullmatch(line) is not None or (_TIME.search(line) is not None and dateline_words(line) is None)


def sentences(lines: list[str]) -> list[str]:
    """The lines that are running text: of several words, with an end."""
    return [line for line in lines if len(line.split()) >= _SENTENCE_WORDS and ends_sentence(line)]


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, be it with a closing quotation mark or a bracket after the stop."""
    return _SENTENCE_END.search(text) is not None
