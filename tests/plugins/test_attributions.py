"""What is attributed in a sentence, whatever the weights say: the models here have the few weights that a case is about.

A weight is in hundredths of the log odds, so that those of thousands decide.
"""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts.linear import LinearModel
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.attributions import Attributions
from newsfacts_quotes.content_features import NONE
from newsfacts_quotes.contents import Contents
from newsfacts_quotes.cues import find_cues
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.quotations import Before, Quotations
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.speakers import Speakers
from newsfacts_quotes.verbatim import find_segments


class Scene:
    """The last sentence of a text, and what decides about it."""

    def __init__(self, text, language=RUSSIAN, attitudes=False, **weights):
        self.analysis = Analysis(Article(text=text, language=language.code), language, [("names", newsfacts_recognize)])
        self.lookup = word_lookup(language)
        segments = list(find_segments(self.analysis, self.lookup))
        self.sentence = SentenceUnits(self.analysis, self.lookup, segments[-1].bounds, segments[-1].verbatims)
        self.cues = find_cues(self.sentence, self.lookup)
        self.contents = Contents(self.sentence, self.cues, self.lookup, len(segments) == 1)
        self.models = {decision: LinearModel(given) for decision, given in weights.items()}
        self.attributions = Attributions(self.analysis, self.lookup, self.models, attitudes, None)

    def words(self, start, end):
        units = self.sentence.units
        return self.analysis.text[units[start].start : units[end - 1].end]

    def reported(self):
        speakers = Speakers(self.analysis, self.lookup, self.models)
        found = self.attributions.reported(self.contents, speakers)
        return [(self.sentence.text(c.cue.head), "←" if c.start == c.end == -1 else self.words(c.start, c.end)) for c in found]

    def quoted(self):
        quotations = Quotations(self.sentence, self.cues, self.lookup, self.analysis.text, Before(), ())
        return [(self.words(a.start, a.end), a.cue.kind) for a in self.attributions.quoted(quotations)]


ALWAYS = {NONE: -5_000}
TO_THE_END = {"eLF": 500}

# text, weights for beginnings and ends, what each cue attributes, why
REPORTED = [
    ("Орлов сказал что.", {}, {}, [], "nothing where nothing ends"),
    (
        "Цех готов. Об этом сообщил Орлов, передаёт ТАСС.",
        {"sP": 500, "sL-": 1_000},
        {},
        [("сообщил", "←"), ("передаёт", "Об этом сообщил Орлов")],
        "the sentence before is not handed on with its cue",
    ),
]


@pytest.mark.parametrize(("text", "starts", "ends", "found", "why"), REPORTED, ids=[row[-1] for row in REPORTED])
def test_what_is_reported(text, starts, ends, found, why):
    assert Scene(text, start=ALWAYS | starts, end=ends).reported() == found, why


# Where what is said within what is said is left out.
REPORTED_ONCE = [
    (
        "The bridge is safe, Anna Bell said, Reuters reported.",
        {},
        TO_THE_END,
        [("said", "The bridge is safe, Anna Bell said, Reuters reported")],
        "not what is only handed on",
    ),
    (
        "The road is closed, and Anna Bell said that the bridge is safe, and Peter Hall added that the road is open.",
        {"sR-t": 500},
        {"eRi": 500},
        [("said", "the bridge is safe"), ("added", "the road is open")],
        "one beside the other",
    ),
    (
        "Anna Bell said that Peter Hall thinks that the bridge is safe.",
        {"sR-t": 500},
        {},
        [("said", "Peter Hall thinks that the bridge is safe")],
        "not what somebody is said to say",
    ),
    (
        "The bridge, Anna Bell said, is safe, adding that the road is closed.",
        {"sL-": 500, "sR-t": 1_000},
        TO_THE_END,
        [
            ("said", "The bridge, Anna Bell said, is safe, adding that the road is closed"),
            ("adding", "the road is closed"),
        ],
        "but what is beside a cue that is itself within what it attributes",
    ),
    ("Anna Bell announced the plan.", {"sR-0": 500}, {}, [], "what is no clause is nobody's words"),
]


@pytest.mark.parametrize(("text", "starts", "ends", "found", "why"), REPORTED_ONCE, ids=[row[-1] for row in REPORTED_ONCE])
def test_what_is_reported_once(text, starts, ends, found, why):
    assert Scene(text, ENGLISH, start=ALWAYS | starts, end=ends).reported() == found, why


@pytest.mark.parametrize(
    ("text", "attributed"),
    [
        ("Anna Bell announced the plan.", ("announced", "the plan")),
        ("Anna Bell fears that the bridge is safe.", ("fears", "the bridge is safe")),
    ],
    ids=["what is no clause", "what somebody feels"],
)
def test_attitudes_are_reported_where_they_are_asked_for(text, attributed):
    for attitudes, found in ((True, [attributed]), (False, [])):
        assert Scene(text, ENGLISH, attitudes, start=ALWAYS | {"sR-": 500}, end={}).reported() == found


def test_what_is_handed_on_is_somebodys_too_where_attitudes_count():
    text, starts = "The bridge is safe, Anna Bell said, Reuters reported.", ALWAYS | {"sL-": 500}
    found = {
        attitudes: [cue for cue, _ in Scene(text, ENGLISH, attitudes, start=starts, end=TO_THE_END).reported()]
        for attitudes in (False, True)
    }
    assert found == {False: ["said"], True: ["said", "reported"]}


def test_cues_attribute_sooner_where_attitudes_count():
    text = "Anna Bell said that the bridge is safe."
    for nothing, attitudes, found in ((20, False, 0), (20, True, 1), (60, True, 0)):
        assert len(Scene(text, ENGLISH, attitudes, start={NONE: nothing}, end={}).reported()) == found


VOICES = "«Пора!», «Рано!», «А где деньги?»"

# text, weights for quoted words, what is quoted and by what sort of cue, why
QUOTED = [
    (
        "«Цех готов. Завод стоит.\n«Склад полон», — сказал Орлов.",
        {"Q": 500, "NQ_,2U01": 5_000},
        [("«Цех готов. Завод стоит.", "report"), ("«Склад полон»", "report")],
        "the next paragraph of a quotation is quoted as the one before",
    ),
    (
        "«Цех готов, — сказал Орлов. — Завод стоит».",
        {"Q": 500, "N—_.2U01": 5_000},
        [("«Цех готов", "report")],
        "what comes after the author's words is not",
    ),
    (
        "«Пора» «Цех готов, — сказал Орлов. — Завод стоит».",
        {"Q": 500, "NQ_,2U01": 5_000, "N—_.2U01": 5_000},
        [("«Пора»", "report")],
        "nor what comes after another quotation",
    ),
    (
        "— Цех готов, — сказал Орлов. — Завод стоит.",
        {"Q": 500, "N—_$2U11": 5_000},
        [("— Цех готов", "report"), ("Завод стоит.", "report")],
        "but in dialogue",
    ),
    (
        "— Цех готов, — сказал Орлов «Новой газете». — Завод стоит.",
        {"Q": 500, "N—_$2U11": 5_000},
        [("— Цех готов", "report"), ("«Новой газете»", "report")],
        "… which goes on with a line alone, not with what is in marks",
    ),
    (
        "«Цех готов, — сказал Орлов. — Завод стоит» «Склад полон».",
        {"Q": 500, "NQ_.2U01": 5_000},
        [("«Цех готов", "report"), ("Завод стоит»", "report")],
        "nor are other marks right behind it",
    ),
    (
        f"Горожане не молчат: {VOICES}.",
        {"N": 5_000},
        [("«Пора!»", "zero"), ("«Рано!»", "zero"), ("«А где деньги?»", "zero")],
        "a list is what different people say",
    ),
    (f"Горожане сказали: {VOICES}.", {"N": 5_000}, [], "unless a verb of speech is before it"),
    (
        f"Горожане сказали: {VOICES}.",
        {"Q": 500, "N,_,1U10": 5_000},
        [("«Пора!»", "report"), ("«Рано!»", "report"), ("«А где деньги?»", "report")],
        "… which attributes all of it",
    ),
    (
        "Белов сказал, что Орлов прокомментировал статью «Новый цех».",
        {"Z": 500},
        [],
        "the object of a verb that judges what others said, by no cue",
    ),
    (
        "Белов сказал, что Орлов прокомментировал статью «Новый цех».",
        {"Q": 500},
        [("«Новый цех»", "report")],
        "… by a verb of speech before it",
    ),
]


@pytest.mark.parametrize(("text", "weights", "found", "why"), QUOTED, ids=[row[-1] for row in QUOTED])
def test_what_is_quoted(text, weights, found, why):
    assert Scene(text, quoted=weights).quoted() == found, why
