"""Quoted words: what they are part of, which of them different people say, and which are nobody's; ASCII texts are English."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.contents import Content
from newsfacts_quotes.cues import find_cues
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.quotations import Before, Quotations, anchor_of, find_voices, introducing, without_cue
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.verbatim import find_segments


class Scene:
    """The last sentence of a text, after the others."""

    def __init__(self, text, said=None):
        language = ENGLISH if text.isascii() else RUSSIAN
        self.analysis = Analysis(Article(text=text, language=language.code), language, [("names", newsfacts_recognize)])
        lookup = word_lookup(language)
        self.before = Before()
        *earlier, last = find_segments(self.analysis, lookup)
        for segment in earlier:
            sentence = SentenceUnits(self.analysis, lookup, segment.bounds, segment.verbatims)
            self.before.note(sentence, find_cues(sentence, lookup), text, segment.verbatims)
        self.sentence = SentenceUnits(self.analysis, lookup, last.bounds, last.verbatims)
        self.cues = find_cues(self.sentence, lookup)
        contents = [Content(self.cue(said[0]), *self.units(said[1]), 1.0)] if said else []
        self.quotations = Quotations(self.sentence, self.cues, lookup, text, self.before, contents)
        self.quoted = [i for i, code in enumerate(self.sentence.codes) if code == "Q"]

    def units(self, words):
        """The indices of the first unit of some words and after the last."""
        start = self.analysis.text.index(words)
        inside = [i for i, u in enumerate(self.sentence.units) if u.end > start and u.start < start + len(words)]
        return inside[0], inside[-1] + 1

    def cue(self, words):
        return next(cue for cue in self.cues if self.sentence.text(cue.head) == words)

    def features(self, row, chosen=None):
        """What speaks for the last quoted words: against them, without a cue, with the cue before, or with a cue."""
        rows = self.quotations.features(self.quoted[-1], chosen)
        number = {"nobody's": 0, "no cue": 1, "before": 2}.get(row)
        return rows[3 + self.cues.index(self.cue(row)) if number is None else number]


# text, a cue and what it attributes without marks, what speaks for which cue, features of it, why
WITHIN = [
    (
        "Орлов сказал, что „цех готов“, и добавил, что рад.",
        ("сказал", "„цех готов“"),
        "сказал",
        ["rcFalseinrfi", "rcFalseTruerfi", "roTrueinrfi"],
        "quoted words in what their cue attributes",
    ),
    (
        "Орлов сказал, что „цех готов“, и добавил, что рад.",
        ("сказал", "„цех готов“"),
        "добавил",
        ["rcFalseinrfi", "rcFalseFalserfi", "roFalseinrfi"],
        "… in what another one attributes",
    ),
    (
        "Орлов сказал, что „цех готов“, и добавил, что рад.",
        ("сказал", "„цех готов“, и добавил, что рад"),
        "добавил",
        ["rcTrueinrfi", "rcTrueFalserfi", "roFalseinrfi"],
        "… with that one's cue",
    ),
    (
        "Орлов сказал, что рад, и добавил: „Цех готов“.",
        ("сказал", "рад"),
        "добавил",
        ["rcFalseout", "rcFalseFalserfi", "roFalseout"],
        "… outside of it",
    ),
]


@pytest.mark.parametrize(("text", "said", "cue", "features", "why"), WITHIN, ids=[row[-1] for row in WITHIN])
def test_what_quoted_words_are_part_of(text, said, cue, features, why):
    found = Scene(text, said).features(cue)
    assert [feature for feature in found if feature[:2] in ("rc", "ro")] == features, why


# text, the form, whether they are alone, whether a colon is before, words alone, words near, whether they go on, why
CONTEXTS = [
    ("«Цех готов», — сказал Орлов.", "marks00010", "the first words of a text"),
    ("«Цех готов».", "marks10010", "alone"),
    ("Орлов сказал:\n«Цех готов».", "marks11010", "alone behind a colon"),
    ("«Склад пуст».\n«Цех готов», — сказал Орлов.", "marks00110", "behind words that were alone"),
    ("«Склад пуст», — сказал Орлов.\n«Цех готов», — добавил он.", "marks00010", "behind words that were not"),
    ("Орлов ушёл.\n«Цех готов», — сказал он.", "marks00010", "behind a sentence without words"),
    ("«Склад пуст», — сказал Орлов. " + "Он ушёл. " * 50 + "«Цех готов», — добавил он.", "marks00000", "far behind others"),
    ("«Склад пуст», — сказал Орлов, — «цех готов».", "marks00011", "behind a dash and other words"),
    ("«Склад пуст», сказал Орлов: «Цех готов».", "marks00010", "behind a colon and other words"),
    ("Орлов сказал — «цех готов».", "marks00010", "behind a dash alone"),
]


@pytest.mark.parametrize(("text", "context", "why"), CONTEXTS, ids=[row[-1] for row in CONTEXTS])
def test_where_quoted_words_stand(text, context, why):
    assert f"Zc{context}" in Scene(text).features("no cue") or f"Bc{context}" in Scene(text).features("before"), why


def test_no_words_without_a_cue_behind_a_colon():
    assert Scene("Орлов сказал:\n«Цех готов».").features("no cue") == ["never"]
    assert "Z" in Scene("Орлов сказал:\nСосед «готов».").features("no cue")


# quoted words, their feature, why
OWN = [
    ("«Цех»", "os1", "a word"),
    ("«Цех готов и пуст»", "os4", "four words"),
    ("«Цех готов и пуст весь»", "os4", "five words"),
    ("«Цех готов и пуст весь год»", "os6", "six words"),
    ("«Цех готов и пуст весь год и день»", "os6", "eight words"),
    ("«Цех готов и пуст весь год и день тоже»", "os9", "nine words"),
    ("«" + "Цех готов " * 6 + "весь»", "os9", "13 words"),
    ("«" + "Цех готов " * 7 + "весь»", "os14", "15 words"),
    ("«12»", "o0", "no word"),
    ("«цех готов»", "ool-", "a small letter"),
    ("«Цех готов!»", "ooU!", "a capital, and an exclamation"),
    ("«12 цехов»", "oo.-", "a number"),
    ("«Старый цех»", "ov0U", "no verb"),
    ("«Цех построили»", "ov1U", "a verb"),
    ("«Цех готов»", "op0", "nobody who speaks"),
    ("«Мы готовы»", "op1", "we"),
    ("«Едем домой»", "op1", "a verb of the first person"),
    ("«Новый Цех»", "of01", "a title"),
    ("«Новый цех»", "of00", "no title"),
    ("«Цех»", "of00", "nor is a word"),
    ("«New цех»", "of10", "another script"),
    ('"State of the Union"', "of01", "an English title, with small words in it"),
    ('"State of his union"', "of00", "no English title"),
]


@pytest.mark.parametrize(("words", "feature", "why"), OWN, ids=[row[-1] for row in OWN])
def test_what_quoted_words_show_themselves(words, feature, why):
    text = f"{words}, — сказал Орлов." if not words.isascii() else f"{words} Bell said."
    assert f"N{feature}" in Scene(text).features("nobody's"), why


# text, the label before the last quoted words, why
LABELS = [
    ("Вышел фильм «Цех».", "named", "what has a name"),
    ("Несли плакат «Цех».", "says", "what says something"),
    ("Несли цветы «Цех».", "-", "another noun"),
    ("«Цех».", "-", "nothing"),
    ("Анна Белова «Цех».", "-", "a name"),
    ('She spoke on CNN\'s "Today".', "owned", "whose it is"),
]


@pytest.mark.parametrize(("text", "label", "why"), LABELS, ids=[row[-1] for row in LABELS])
def test_what_a_noun_makes_of_quoted_words(text, label, why):
    scene = Scene(text)
    assert scene.quotations.label(scene.quoted[-1] - 1) == label, why


# text, how many quotations different people say, why
VOICES = [
    ("Горожане не молчат: «Пора!», «Рано!», «А где деньги?»", 3, "a list"),
    ("Горожане не молчат: «Пора!», «Рано!» и «А где деньги?»", 3, "with a conjunction"),
    ("Горожане не молчат: «Пора!», «Рано!», и «А где деньги?»", 3, "with a comma and a conjunction"),
    ("Горожане не молчат: «Пора!», «Рано!» — «А где деньги?»", 0, "no dash"),
    ("Горожане не молчат: «Пора!», «Рано!» и ждут: «А где деньги?»", 0, "no words between"),
    ("Горожане не молчат: «Пора!», «Рано!»", 0, "two are one's"),
    ("Горожане не молчат: «Пора», «Рано», «А где деньги?»", 0, "one asks"),
    ("Показали «Пора!», «Рано!», «А где деньги?»", 0, "no colon"),
    ("Горожане не молчат: «Пора!», «Рано!», «А где деньги?» — и ждут.", 0, "the sentence goes on"),
]


@pytest.mark.parametrize(("text", "count", "why"), VOICES, ids=[row[-1] for row in VOICES])
def test_what_different_people_say(text, count, why):
    assert len(find_voices(Scene(text).sentence, text)) == count, why


# text, what it introduces the next sentence with, why
INTRODUCING = [
    ("Орлов сказал:", "сказал", "a cue"),
    ("Орлов сказал, что встал:", "сказал", "a verb of speech rather than another one"),
    ("Орлов ушёл и сел:", "сел", "else the last verb"),
    ("Орлов сказал, а Белов добавил:", "добавил", "the last verb of speech"),
    ("Цех:", None, "no verb"),
]


@pytest.mark.parametrize(("text", "verb", "why"), INTRODUCING, ids=[row[-1] for row in INTRODUCING])
def test_what_introduces_the_next_sentence(text, verb, why):
    scene = Scene(text)
    cue = introducing(scene.sentence, scene.cues)
    assert (scene.sentence.text(cue.head) if cue.kind != "zero" else None) == verb, why


# text, how words stand that no cue attributes, the unit at which their speaker is looked for, why
ANCHORS = [
    ("«Цех готов» — Орлов.", "dash", 1, "a dash"),
    ("«Цех готов», — Орлов.", "dash", 1, "a comma and a dash"),
    ("«Цех готов», Орлов.", "frag", 0, "a comma alone"),
    ("Орлов: «Цех готов».", "colon", 2, "a colon"),
    ("«Цех готов».", "alone", 0, "nothing else"),
    ("Орлов и «Цех готов».", "frag", 2, "words"),
]


@pytest.mark.parametrize(("text", "anchor", "at", "why"), ANCHORS, ids=[row[-1] for row in ANCHORS])
def test_how_words_stand_that_no_cue_attributes(text, anchor, at, why):
    scene = Scene(text)
    index = scene.quoted[-1]
    cue = without_cue(scene.sentence, index)
    assert (anchor_of(scene.sentence, index, True, cue), cue.first) == (anchor, at), why


# quoted words, whether they are a set expression, why
SET = [
    ("«Скорой помощи»", True, "in any form"),
    ("«скорая»", False, "not the first word alone"),
    ("«скорая помощь едет»", False, "nor more words"),
    ("«цех»", False, "other words"),
    ("«»", False, "no words"),
]


@pytest.mark.parametrize(("words", "found", "why"), SET, ids=[row[-1] for row in SET])
def test_set_expressions(words, found, why):
    scene = Scene(f"Врачи {words} ждут.")
    verbatim = next((u.quotation for u in scene.sentence.units if u.quotation), None)
    assert (verbatim is not None and scene.quotations.is_set_expression(verbatim)) == found, why
