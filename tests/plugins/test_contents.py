"""What a cue attributes without marks: whether it is a clause, and what it is part of; texts in ASCII are English."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.content_features import _size
from newsfacts_quotes.contents import Content, Contents, content_around
from newsfacts_quotes.cues import Cue, find_cues
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.verbatim import find_segments


class Scene:
    """The last sentence of a text, and where its words are."""

    def __init__(self, text):
        language = ENGLISH if text.isascii() else RUSSIAN
        self.analysis = Analysis(Article(text=text, language=language.code), language, [("names", newsfacts_recognize)])
        lookup = word_lookup(language)
        segments = list(find_segments(self.analysis, lookup))
        self.sentence = SentenceUnits(self.analysis, lookup, segments[-1].bounds, segments[-1].verbatims)
        self.contents = Contents(self.sentence, find_cues(self.sentence, lookup), lookup, len(segments) == 1)

    def units(self, words):
        """The indices of the first unit of some words and after the last."""
        start = self.analysis.text.index(words)
        inside = [i for i, unit in enumerate(self.sentence.units) if start <= unit.start < start + len(words)]
        return inside[0], inside[-1] + 1

    def cue(self, words):
        first = self.units(words)[0]
        return next(cue for cue in self.contents.cues if cue.first <= first <= cue.last)


# text, cue, what it attributes, whether that is a clause, why
CLAUSES = [
    ("Anna Bell announced the plan.", "announced", "the plan", False, "a thing"),
    ("Anna Bell announced the plan failed.", "announced", "the plan failed", True, "a thing that does something"),
    ("Anna Bell announced the plan that failed.", "announced", "the plan that failed", False, "whose verb is another clause's"),
    (
        "Anna Bell announced the plan that never failed.",
        "announced",
        "the plan that never failed",
        False,
        "an adverb before it",
    ),
    (
        "Anna Bell announced the plan that has now been debated.",
        "announced",
        "the plan that has now been debated",
        False,
        "a verb with its auxiliaries is one",
    ),
    (
        "Anna Bell said the plan that failed in May was old.",
        "said",
        "the plan that failed in May was old",
        True,
        "a verb beside the other clause's",
    ),
    ("Anna Bell said he liked the plan that failed.", "said", "he liked the plan that failed", True, "a verb before it"),
    (
        "Anna Bell asked whether the plan failed.",
        "asked",
        "whether the plan failed",
        True,
        "it begins with what depends on a cue",
    ),
    ("Anna Bell vowed to leave.", "vowed", "to leave", False, "what somebody means to do"),
    ("Anna Bell vowed not to leave.", "vowed", "not to leave", False, "… or not to do"),
    ("Anna Bell vowed never to say it was safe.", "vowed", "never to say it was safe", False, "… or never to do"),
    ("Anna Bell says bridge to open in June", "says", "bridge to open in June", True, "an infinitive in a heading"),
    ("Anna Bell says bridge to open in June.", "says", "bridge to open in June", False, "… which has no full stop"),
    ("Anna Bell says bridge in Oslo", "says", "bridge in Oslo", False, "nor is all in a heading a clause"),
    ("A bad plan, Anna Bell said.", "said", "A bad plan", True, "a whole sentence before a cue"),
    ("Today a bad plan, a worse idea, Anna Bell said.", "said", "a worse idea", False, "… not a part of it"),
    ("A bad plan - Anna Bell said.", "said", "A bad plan", False, "… nor before another mark"),
    ("According to Anna Bell, a bad plan.", "According to", "a bad plan", True, "all that is so according to somebody"),
]


@pytest.mark.parametrize(("text", "cue", "said", "found", "why"), CLAUSES, ids=[row[-1] for row in CLAUSES])
def test_what_is_a_clause(text, cue, said, found, why):
    scene = Scene(text)
    assert scene.contents.is_clause(Content(scene.cue(cue), *scene.units(said), 1.0)) == found, why


SAID, ADDED, TOLD = (Cue(at, at, at, None, "report") for at in (2, 6, 12))

# a cue, what others attribute, the units around it, why
AROUND = [
    (ADDED, [(SAID, 3, 10)], (3, 10), "what another attributes"),
    (ADDED, [(ADDED, 0, 10)], None, "not what it attributes itself"),
    (ADDED, [(SAID, 6, 10)], (6, 10), "as the first"),
    (ADDED, [(SAID, 3, 6)], None, "not behind it"),
    (ADDED, [(SAID, 7, 10)], None, "not before it"),
    (ADDED, [(SAID, 3, 11), (TOLD, 4, 9), (TOLD, 0, 12)], (4, 9), "of several the least"),
]


@pytest.mark.parametrize(("cue", "said", "units", "why"), AROUND, ids=[row[-1] for row in AROUND])
def test_what_is_around_a_cue(cue, said, units, why):
    assert content_around(cue, [Content(*content, 1.0) for content in said]) == units, why


# text, the first word of what a sentence says, why
OPENINGS = [
    ("Цех готов, сказал Орлов.", "Цех", "the first word"),
    ("Кроме того, цех готов, сказал Орлов.", "цех", "behind a connective and its comma"),
    ("Кроме того цех готов, сказал Орлов.", "цех", "behind a connective without a comma"),
    ("Кроме Орлова, цех ждут все.", "Кроме", "not behind a part of one"),
    ("ПСКОВ, 5 мая — Волга. Цех готов, сказал Орлов.", "Цех", "behind a dateline"),
]


@pytest.mark.parametrize(("text", "word", "why"), OPENINGS, ids=[row[-1] for row in OPENINGS])
def test_where_a_sentence_begins(text, word, why):
    scene = Scene(text)
    assert scene.sentence.text(scene.contents.opening) == word, why


# text, cue, the conjunction that joins it to what is before, why
JOINTS = [
    ("Цех готов и сказал Орлов.", "сказал", "и", "right before it"),
    ("Цех готов, сказал Орлов.", "сказал", None, "a comma before it"),
    ("Цех готов и, сказал Орлов, полон.", "сказал", None, "a comma between"),
    ("Цех готов и Орлов так сказал.", "сказал", "и", "two words between"),
    ("Цех готов и Орлов так им сказал.", "сказал", None, "too far"),
]


@pytest.mark.parametrize(("text", "cue", "word", "why"), JOINTS, ids=[row[-1] for row in JOINTS])
def test_what_joins_a_cue(text, cue, word, why):
    scene = Scene(text)
    at = scene.contents.joint(scene.cue(cue))
    assert (scene.sentence.text(at) if at >= 0 else None) == word, why


# text, cue, whether words mean the sentence before, why
ANAPHORA = [
    ("Цех готов. Об этом сообщил Орлов.", "сообщил", True, "before the cue"),
    ("Цех готов. Орлов сообщил об этом.", "сообщил", True, "behind it"),
    ("Цех готов. Орлов сообщил им, что знает об этом.", "сообщил", False, "in another clause"),
    ("Цех готов. Орлов сообщил о складе.", "сообщил", False, "other words"),
    ("Цех готов. Орлов сообщил в тот же день всем нашим читателям газеты об этом.", "сообщил", False, "too far behind"),
]


@pytest.mark.parametrize(("text", "cue", "found", "why"), ANAPHORA, ids=[row[-1] for row in ANAPHORA])
def test_what_means_the_sentence_before(text, cue, found, why):
    scene = Scene(text)
    assert scene.contents.anaphora(scene.cue(cue)) == found, why


def test_sizes_grow_in_steps():
    assert [_size(units) for units in (0, 3, 4, 5, 6, 9, 10, 15, 16, 40)] == [0, 3, 4, 4, 6, 6, 10, 10, 16, 16]
