"""Speakers whom the form of the text shows: a signature, a headline, the label of a turn, an interview's first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsfacts import Analysis, Mention, Sentence, fold
from newsfacts_quotes.contents import Content, Contents
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import is_nominative, named
from newsfacts_quotes.naming_words import Candidate
from newsfacts_quotes.sentence_units import FINITE, SentenceUnits, Unit
from newsfacts_quotes.turns import has_verb, label_span, labelled

__all__ = [
    "find_headline",
    "find_headlined",
    "find_introduced",
    "find_label_speaker",
    "find_labeller",
    "find_shown",
    "find_signature",
    "find_turn_speaker",
    "is_shown",
]

_DASH = re.compile(r"[—–-][^\S\n]+")
_LINE_END = re.compile(r"[^\S\n]*(?:\n|\Z)")
# What stands between quoted words and a headline's subject: whoever said them, a dash, and the subject's preposition.
_TOPIC = re.compile(r":?[^\S\n]?(?P<head>[^\n,;:.!?…—–]{2,80}?)[^\S\n]+[—–-][^\S\n]+(?P<preposition>\w+)")
# How likely it is that somebody said what a headline puts after a speaker and a colon.
_HEADLINE = 0.9
# Who may be a headline's speaker: persons, bodies, roles, sources and parts of groups.
_HEADLINED = frozenset("POABSM")
# Who may be whoever a turn's label calls by no known name: persons and sources by what they are, or words that nobody knows.
_LABELLED = frozenset("ASxo")
# What a time before a label is made of, so many units of a label before quoted words, and what makes a sentence of it.
_STAMP = frozenset("#:.")
_LONGEST_LABEL = 10
_NEVER_LABELS = FINITE | {",", ":", ";", "Q", "as", "that", "sub", "ger"}
_SURNAME = "NameType=Sur"


def find_introduced(analysis: Analysis, before: Sentence) -> Mention | None:
    """Whom an interview is with: whose words the headline gives («Анна Белова: „…“»); or whom the sentence before it names.

    Of several whom that sentence names, it is the one whom the headline names alone. A sentence without a name («Мы поговорили
    с ней»: we talked with her) goes on with its paragraph.
    """
    paragraph = next(p for p in analysis.paragraphs if before.start < p.end)
    found = _people(analysis, *before) or _people(analysis, *paragraph)
    headline = _people(analysis, *analysis.paragraphs[0])
    if len(headline) == 1:
        name, mention = next(iter(headline.items()))
        if name in found or analysis.text[mention.end] == ":":
            return mention
    return next(iter(found.values())) if len(found) == 1 else None


def _people(analysis: Analysis, start: int, end: int) -> dict[str, Mention]:
    """The persons whom a stretch names, by their full names."""
    return {mention.name: mention for m in analysis.mentions_in(start, end) if (mention := named(analysis, m)).type == "person"}


def find_turn_speaker(analysis: Analysis, words: WordLookup, start: int) -> Mention | None:
    """Whose turn begins at an offset: the person or the role that labels it, before a note in brackets."""
    text = analysis.text
    start, end = label_span(text, start)
    if name := labelled(analysis, start, end):
        return named(analysis, name)
    label = text[start:end]
    if fold(label) in words.lexicon.words.turns or words.sort(fold(label)) not in _LABELLED:
        return None
    is_name = " " in label or _SURNAME in analysis.readings(label)[0].features
    usual = label.title() if label.isupper() else label
    return Mention(start=start, end=end, text=label, type="person", name=usual if is_name else label.lower())


def find_signature(analysis: Analysis, words: WordLookup, end: int, *, dashed: bool = False) -> Mention | None:
    """The person who signs: the next paragraph is their name, or begins with it after a dash.

    «— Анна Белова, врач» (a doctor).

    Args:
        analysis: The article.
        words: Look-up of its language's words.
        end: Where what is signed ends.
        dashed: Whether the dash is needed: a name alone may tell whom a picture shows.
    """
    text, start = analysis.text, end
    while text[start : start + 1].isspace():
        start += 1
    if "\n" not in text[end:start]:
        return find_headlined(analysis, words, start)
    dash = _DASH.match(text, start)
    if dashed and dash is None:
        return None
    start = dash.end() if dash else start
    name = next(iter(analysis.mentions_in(start, start + 1)), None)
    if name is None or name.type != "person":
        return None
    ends = _LINE_END.match(text, name.end) is not None or (dash is not None and text[name.end] == ",")
    return named(analysis, name) if ends else None


def find_headlined(analysis: Analysis, words: WordLookup, start: int) -> Mention | None:
    """The person whom a headline names between their words and what these are about.

    «„Мы победили!“ Тренер Анна Белова — о матче» (We have won! … on the match).
    """
    topic = _TOPIC.match(analysis.text, start)
    if topic is None or topic["preposition"] not in words.lexicon.words.topics:
        return None
    name = next((m for m in analysis.mentions_in(*topic.span("head")) if m.end == topic.end("head")), None)
    return named(analysis, name) if name is not None and name.type == "person" else None


def find_shown(analysis: Analysis, sentence: SentenceUnits, index: int, words: WordLookup) -> Mention | None:
    """Whoever a label before quoted words or a headline's end behind them shows to be their speaker."""
    verbatim = sentence.units[index].quotation
    if verbatim is None or verbatim.form not in ("marks", "open"):
        return None
    if verbatim.start == sentence.start and (head := find_headlined(analysis, words, verbatim.end)):
        return head
    name = find_labeller(analysis, sentence, index, words)
    return named(analysis, name) if name else None


def is_shown(analysis: Analysis, sentence: SentenceUnits, index: int, words: WordLookup) -> bool:
    """Whether the form of the text shows whose quoted words are; those at the beginning of a headline may name a film."""
    unit = sentence.units[index]
    if unit.start == sentence.start and not has_verb(analysis, unit.start, unit.end, words):
        return False
    return find_shown(analysis, sentence, index, words) is not None


def find_labeller(analysis: Analysis, sentence: SentenceUnits, index: int, words: WordLookup) -> Mention | None:
    """The person whose name with a colon is all that is before quoted words in a sentence that these end.

    «Тренер Анна Белова: „Рано“» (the coach: it is early), «09:15. Белова — о матче: „…“» (on the match).
    """
    codes, low = sentence.codes, sentence.low
    first = next((i for i, code in enumerate(codes) if code not in _STAMP), index)
    if index - first > _LONGEST_LABEL or sentence.code(index - 1) != ":" or index < sentence.last() - 1:
        return None
    at = next((i for i in range(first, index) if codes[i] == "P"), first)
    mention = sentence.units[at].mention or _surname(analysis, sentence.units[at])
    if (
        mention is None
        or not is_nominative(mention)
        or not _NEVER_LABELS.isdisjoint(codes[first:at] + codes[at + 1 : index - 1])
    ):
        return None
    topic = at + 1 + (sentence.code(at + 1) == "—")
    return mention if at + 1 == index - 1 or low(topic) in words.lexicon.words.topics else None


def _surname(analysis: Analysis, unit: Unit) -> Mention | None:
    """Whose name a capitalized word is that the article names nobody by, where the dictionary has it as a surname."""
    text = analysis.text[unit.start : unit.end]
    if not unit.is_word or not text.istitle() or not any(_SURNAME in r.features for r in analysis.readings(text)):
        return None
    return Mention(start=unit.start, end=unit.end, text=text, type="person", name=text)


def find_label_speaker(contents: Contents, candidates: Sequence[Candidate], label: Cue) -> Candidate | None:
    """The speaker who is all that stands on one side of a headline's label."""
    sentence = contents.sentence
    stretches = ((0, label.head - 1), (label.head + 1, contents.last - 1))
    for candidate in candidates:
        if candidate.nominative != "n" and candidate.sort in _HEADLINED:
            phrase = candidate.phrase
            if (phrase.first, phrase.last) in stretches[sentence.low(label.head) == "—" :]:
                return candidate if phrase.first == 0 or _signs(contents, candidate) else None
    return None


def _signs(contents: Contents, candidate: Candidate) -> bool:
    """Whether words at the end of a headline are its source; «житель Тулы» (a resident of Tula) is an apposition."""
    sentence, head = contents.sentence, candidate.phrase.head
    if candidate.sort == "A":
        return contents.words.is_title(sentence.low(head))
    return candidate.sort != "P" or candidate.phrase.first < head or " " not in sentence.text(head)


def find_headline(contents: Contents, candidates: Sequence[Candidate], label: Cue) -> Content | None:
    """What a headline quotes on one side of its label, if there is nothing but a speaker on the other; or None."""
    sentence, at = contents.sentence, label.head
    speaker = find_label_speaker(contents, candidates, label)
    if speaker is None:
        return None
    if speaker.phrase.head > at:
        content = Content(label, contents.opening, at, _HEADLINE)
        return content if contents.is_clause(content) else None
    # «На снимке: Иван Орлов, Анна Белова» (in the picture: …) names people and says nothing
    says = any(sentence.units[i].is_word and not sentence.text(i)[0].isupper() for i in range(at + 1, len(sentence)))
    return Content(label, at + 1, contents.last, _HEADLINE) if says else None
