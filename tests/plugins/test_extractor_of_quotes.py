"""What becomes of the words that a sentence attributes: whose they are, and which are reported."""

import pytest

from newsfacts import Analysis, Article, Mention
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.attributions import Attributed
from newsfacts_quotes.contents import Content, Contents
from newsfacts_quotes.cues import Cue, find_cues
from newsfacts_quotes.dialogue import Verbatim
from newsfacts_quotes.extractor import Spoken, _is_within, _outer, _tells_who, word_lookup
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.verbatim import find_segments

WORDS = word_lookup(RUSSIAN)
SAID, ADDED, TOLD = (Cue(at, at, at, None, "report") for at in (2, 6, 12))

SO = "«Цех готов», — так, по словам соседа, ответил мэр."
MAYOR = "«Цех готов», — сказал Орлов, по словам соседа, мэр Пскова."
WAITS = "«Цех готов», — сказал Орлов, по словам соседа, гости ждут."
FIRST = "По словам соседа, мэр сказал: «Цех готов»."

# text, the cue of its quoted words, another cue and what it attributes, whether that only tells who said them, why
TELLING = [
    (SO, "ответил", "По", "ответил мэр", True, "the cue and who speaks"),
    (SO, "ответил", "По", "так, по словам соседа, ответил мэр", True, "more than that"),
    (SO, "ответил", "ответил", "ответил мэр", False, "not what the same cue attributes"),
    (SO, "ответил", "По", "«Цех готов», — так, по словам соседа, ответил мэр", False, "nor the quoted words with it"),
    (SO, "ответил", "По", "так", False, "nor what ends before the cue"),
    (SO, "ответил", "По", "", False, "nor the sentence before"),
    (MAYOR, "сказал", "По", "мэр Пскова", True, "behind the cue, without a verb"),
    (WAITS, "сказал", "По", "гости ждут", False, "… with one"),
    (FIRST, "сказал", "По", "мэр сказал", False, "words behind their cue"),
]


@pytest.mark.parametrize(("text", "cue", "other", "said", "found", "why"), TELLING, ids=[row[-1] for row in TELLING])
def test_what_only_tells_who_said_quoted_words(text, cue, other, said, found, why):
    analysis = Analysis(Article(text=text, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])
    [segment] = find_segments(analysis, WORDS)
    sentence = SentenceUnits(analysis, WORDS, segment.bounds, segment.verbatims)
    cues = find_cues(sentence, WORDS)
    heads = {sentence.text(c.head).capitalize(): c for c in cues}
    start = text.index(said)
    inside = [i for i, u in enumerate(sentence.units) if start <= u.start < start + len(said)] if said else [-1]
    content = Content(heads[other.capitalize()], inside[0], inside[-1] + 1 if said else -1, 1.0)
    index = sentence.codes.index("Q")
    quoted = Attributed(index, index + 1, heads[cue.capitalize()], sentence.units[index].quotation, 1.0)
    assert _tells_who(Contents(sentence, cues, WORDS, False), content, quoted) == found, why


BELL = Spoken(None, Mention(start=0, end=4, text="Белл", type="person", name="Белл"), 1.0)

# a cue, what others attribute, whose speakers are known, whether somebody says what it is part of, why
OUTER = [
    (ADDED, [(SAID, 3, 10)], [SAID], True, "in what another attributes"),
    (ADDED, [(SAID, 6, 10)], [SAID], True, "as the first of it"),
    (ADDED, [(SAID, 3, 6)], [SAID], False, "behind it"),
    (ADDED, [(SAID, 7, 10)], [SAID], False, "before it"),
    (ADDED, [(ADDED, 0, 10)], [ADDED], False, "in what it attributes itself"),
    (ADDED, [(SAID, 3, 10)], [TOLD], False, "in what nobody known says"),
    (ADDED, [(TOLD, 0, 10), (SAID, 3, 10)], [SAID], True, "… and somebody known, too"),
]


@pytest.mark.parametrize(("cue", "said", "known", "found", "why"), OUTER, ids=[row[-1] for row in OUTER])
def test_who_says_what_a_cue_is_part_of(cue, said, known, found, why):
    assert _outer(cue, [Content(*content, 1.0) for content in said], dict.fromkeys(known, BELL)) == (BELL if found else None), (
        why
    )


QUOTED = Verbatim(0, 9, 1, 8, "marks")

# words in marks or not, whether they are part of what a cue attributes, why
WITHIN = [
    (QUOTED, 5, True, "within it"),
    (QUOTED, 3, True, "its first"),
    (QUOTED, 2, False, "before it"),
    (QUOTED, 10, False, "behind it"),
    (None, 5, False, "no words in marks"),
]


@pytest.mark.parametrize(("verbatim", "at", "found", "why"), WITHIN, ids=[row[-1] for row in WITHIN])
def test_quoted_words_in_what_a_cue_attributes(verbatim, at, found, why):
    assert _is_within(Attributed(at, at + 1, SAID, verbatim, 1.0), [Content(SAID, 3, 10, 1.0)]) == found, why
