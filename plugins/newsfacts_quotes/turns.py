"""The turns of a transcript: paragraphs that begin with a label of who speaks, a colon, and what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from newsfacts import Analysis, Mention, Sentence, fold
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import is_nominative

__all__ = ["Turn", "find_turns", "has_verb", "label_span", "labelled"]

# A label, which may have a quoted name, with a time before it or a note in brackets after it.
# «Белова, врач „Скорой“ (смеётся): …» (laughs), «14:20. Белова: …».
_TURN = re.compile(
    r"(?P<time>\d{1,2}[:.]\d{2}\.?[^\S\n]+)?(?P<label>(?:[^\n:!?«»„“\"()]|[«„“\"][^\n:«»„“”\"()]{1,40}[»“”\"]){1,80})"
    r"(?<!\s)(?:[^\S\n]*\([^\n()]{1,60}\))?:[^\S\n]+(?=\S)"
)
_STOPS = '.!?…»”"'
_OPENING = '«„“"'
# The initials of somebody named before: «А. Б.». A label that nobody knows has no more words than the second says.
_INITIALS = re.compile(r"[^\W\d_]\.(?:[^\S\n]?[^\W\d_]\.){1,2}")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_WORDS = 3
# No transcript has more persons; of an endless list of names the rest is not compared with initials.
_MOST_PERSONS = 200
# A word of a name that has no more letters is an initial itself.
_SHORTEST = 2
# What a word is that is no name: a noun for no living being.
_COMMON = frozenset("NBCDMS")


class Turn(NamedTuple):
    """A paragraph that is a turn of a transcript.

    Attributes:
        said: Index of the first character of what is said.
        known: Whether the label tells who speaks; a question whose label does not is a questioner's («Корр.: …»).
    """

    said: int
    known: bool


def find_turns(analysis: Analysis, words: WordLookup) -> Mapping[int, Turn]:
    """The paragraphs that are turns of a transcript, by where they begin.

    A transcript has two side by side, or one after a question; a live report has single ones after the time. Their labels are
    persons' names or initials, nouns for people that come more than once or beside such a turn («Корреспондент: …»), or
    «вопрос» (question) and the like; before such a turn any short label asks.
    """
    text, paragraphs = analysis.text, analysis.paragraphs
    found = {n: match for n, p in enumerate(paragraphs) if (match := _labels(text, p))}
    asking = {n for number in found for n in (number - 1, number, number + 1) if _asks(text, paragraphs, n)}
    often = Counter(match["label"] for match in found.values())
    sure: set[int] = set()
    named: dict[int, Mention] = {}
    timed: set[int] = set()
    for number, match in found.items():
        label = fold(match["label"])
        if name := _name(analysis, match, words):
            if match["time"]:
                timed.add(number)
            else:
                named[number] = name
        elif (often[match["label"]] > 1 and _is_person(label, words)) or label in words.lexicon.words.turns:
            sure.add(number)
    sure |= named.keys()
    beside = _neighbours(sure)
    sure |= {n for n in found if n in beside and (often[found[n]["label"]] > 1 or _is_person(fold(found[n]["label"]), words))}
    beside = _neighbours(sure)
    turns = {n for n in sure if n in beside or (n in named and n - 1 in asking)}
    turns |= {n for n, name in named.items() if n and _is_introduced(analysis, name, found[n].end(), paragraphs[n - 1])}
    turns |= {n for n in timed if _is_reported(analysis, found[n].end(), paragraphs[n].end, words)}
    turns |= {n + step for n in found if _is_exchange(found, n, asking, words) for step in (0, 1)}
    questions = {n for n in found if n in asking and n + 1 in turns and _is_short(found[n]["label"])}
    return {paragraphs[n].start: Turn(found[n].end(), n in turns) for n in turns | questions}


def label_span(text: str, start: int) -> tuple[int, int]:
    """Where the label of a turn is, without the time before it and a note in brackets after it."""
    match = _TURN.match(text, start)
    assert match is not None
    return match.span("label")


def has_verb(analysis: Analysis, start: int, end: int, words: WordLookup) -> bool:
    """Whether a stretch has a finite verb, as what somebody says has; the names of films seldom have one."""
    lows = (fold(token.text) for token in analysis.tokens_in(start, end))
    return any(words.look(low).finite for low in lows)


def labelled(analysis: Analysis, start: int, end: int) -> Mention | None:
    """Whose name a label is: a body's, or a person's, which may follow a role or have one after it.

    «Мэр Орлов» (Mayor Orlov), «Орлов, мэр»; «А. О.» are the initials of the only one named in the article who has them.
    """
    if _INITIALS.fullmatch(analysis.text, start, end):
        return _initialled(analysis, start, end)
    inside = analysis.mentions_in(start, end)
    for mention in inside:
        if mention.end == end and (mention.type == "person" or (mention.type == "organization" and mention.start == start)):
            return mention
    first = inside[0] if inside else None
    if first is not None and first.type == "person" and first.start == start and analysis.text[first.end] == ",":
        return first if is_nominative(first) else None
    return None


def _initialled(analysis: Analysis, start: int, end: int) -> Mention | None:
    """The only person named in the article with the initials that a label is."""
    initials = [letter.lower() for letter in _LETTER.findall(analysis.text[start:end])]
    persons = islice((entity for entity in analysis.entities if entity.type == "person"), _MOST_PERSONS)
    people = [person for person in persons if _has_initials(person.name, initials)]
    return people[0].mentions[0] if len(people) == 1 else None


def _has_initials(name: str, initials: list[str]) -> bool:
    """Whether the first letters of a name are some initials; one for the name between, which is often left out, may be more."""
    own = [word[0].lower() for word in name.split() if len(word) > _SHORTEST]
    return own in (initials, [initials[0], initials[-1]])


def _labels(text: str, paragraph: Sentence) -> re.Match[str] | None:
    """The label at the beginning of a paragraph, which goes on as a sentence, or as a line of a live report after its time."""
    start, end = paragraph
    match = _TURN.match(text, start, end)
    if match is None or not (match["label"][0].isupper() or match["label"][0] in _OPENING):
        return None
    return match if match["time"] or text[end - 1] in _STOPS else None


def _asks(text: str, paragraphs: Sequence[Sentence], number: int) -> bool:
    """Whether a paragraph, if there is such a one, is a question."""
    return 0 <= number < len(paragraphs) and text[paragraphs[number].end - 1] == "?"


def _name(analysis: Analysis, match: re.Match[str], words: WordLookup) -> Mention | None:
    """The person whose name a label is, with nothing that makes a sentence of it."""
    name = labelled(analysis, *match.span("label"))
    if name is None or name.type != "person":
        return None
    before = analysis.tokens_in(match.start("label"), name.start)
    return name if not any(words.look(fold(token.text)).finite for token in before) else None


def _is_reported(analysis: Analysis, start: int, end: int, words: WordLookup) -> bool:
    """Whether what a live report has behind a label is a sentence; the programme of a concert is none."""
    return analysis.text[start].isupper() and has_verb(analysis, start, end, words)


def _is_introduced(analysis: Analysis, name: Mention, said: int, before: Sentence) -> bool:
    """Whether the paragraph before a turn names whom its label names and nobody else, and the turn is sentences."""
    people = {analysis.entity_of(mention) for mention in analysis.mentions_in(*before) if mention.type == "person"}
    several = analysis.text[said].isupper() and "\n" not in analysis.text[said : analysis.sentence_at(said).end + 2]
    return several and people == {analysis.entity_of(name)}


def _is_exchange(found: Mapping[int, re.Match[str]], number: int, asking: set[int], words: WordLookup) -> bool:
    """Whether a turn with a noun for a person asks, and the next one, with a name that nobody knows, answers."""
    after = found.get(number + 1)
    if number not in asking or after is None or number + 1 in asking or not _is_person(fold(found[number]["label"]), words):
        return False
    label = after["label"]
    return label.istitle() and _is_short(label) and words.sort(fold(label)) not in _COMMON


def _is_short(label: str) -> bool:
    """Whether a label is short, or is in marks («„Вестник“: …»)."""
    return label[0] in _OPENING or len(label.split()) <= _MOST_WORDS


def _neighbours(numbers: Iterable[int]) -> set[int]:
    return {number + step for number in numbers for step in (-1, 1)}


def _is_person(word: str, words: WordLookup) -> bool:
    """Whether a word may say what somebody is: «корреспондент» (reporter), «ведущий» (host, by its forms an adjective)."""
    return words.sort(word) in ("A", "S") or words.look(word).modifier
