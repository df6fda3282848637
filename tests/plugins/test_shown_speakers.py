"""Speakers whom the form of a text shows: its headline, a label, a signature, an interview's first lines."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.contents import Contents
from newsfacts_quotes.cues import find_cues
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.shown_speakers import (
    find_headline,
    find_introduced,
    find_shown,
    find_signature,
    find_turn_speaker,
    is_shown,
)
from newsfacts_quotes.speakers import Speakers
from newsfacts_quotes.verbatim import find_segments

WORDS = word_lookup(RUSSIAN)


def analysis_of(text):
    return Analysis(Article(text=text, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])


def sentences_of(analysis):
    for segment in find_segments(analysis, WORDS):
        yield SentenceUnits(analysis, WORDS, segment.bounds, segment.verbatims)


def name_of(mention):
    return mention and mention.name


# text, who speaks the first words in marks, why
SHOWN = [
    ("«Лёд подвёл нас!» Инна Рогова — о гонке", "Инна Рогова", "a headline"),
    ("«Лёд подвёл нас!» Инна Рогова — в Туле", None, "… that tells where somebody is"),
    ("«Лёд подвёл нас!» Завод «Рось» — о гонке", None, "… of a body"),
    ("«Лёд подвёл нас!» Инна Рогова и врач — о гонке", None, "… of two"),
    ("«Ледяной дом» Инна Рогова — о войне", None, "… that begins with a name, as of a film"),
    ("Роман «Лёд подвёл нас» Инны Роговой — о войне", None, "nobody speaks a novel"),
    ("Инна Рогова: «Рано».", "Инна Рогова", "a label"),
    ("Тренер Инна Рогова: «Рано».", "Инна Рогова", "… with what she is"),
    ("09:15 Инна Рогова: «Рано».", "Инна Рогова", "… behind a time"),
    ("Рогова — о гонке: «Рано».", "Рогова", "… with what she speaks of"),
    ("Рогова о гонке: «Рано».", "Рогова", "… without a dash"),
    ("Градова: «Рано».", "Градова", "… with a surname that the article has not named"),
    ("Градова — о матче: «Рано».", "Градова", "… which might be a verb"),
    ("Бондарь: «Рано».", "Бондарь", "… with a surname that is a noun, too"),
    ("Важно: «Рано».", None, "… that is no surname"),
    ("градова: «Рано».", None, "… or a verb, by its small letter"),
    ("Инны Роговой: «Рано».", None, "… in another case"),
    ("Инна Рогова сказала: «Рано».", None, "… with a verb"),
    ("Придя, Инна Рогова: «Рано».", None, "… before it"),
    ("Инна Рогова, тренер: «Рано».", None, "… with a comma"),
    ("Инна Рогова — в Туле: «Рано».", None, "… with where she is"),
    ("Инна Рогова в Туле: «Рано».", None, "… without a dash"),
    ("Инна Рогова — «Рано».", None, "… with another mark than a colon"),
    ("Инна Рогова: «Рано» и «Пора».", None, "… before more than one has said"),
    ("На старой новой большой красной зелёной синей малой большой улице Инна Рогова: «Рано».", None, "… that is long"),
]


@pytest.mark.parametrize(("text", "name", "why"), SHOWN, ids=[row[-1] for row in SHOWN])
def test_whose_words_the_form_shows(text, name, why):
    analysis = analysis_of(text)
    places = [(s, i) for s in sentences_of(analysis) for i, unit in enumerate(s.units) if unit.quotation]
    sentence, index = places[0]
    assert is_shown(analysis, sentence, index, WORDS) is (name is not None), why
    if name:
        assert find_shown(analysis, sentence, index, WORDS).name == name, why


# text, what its label attributes, why
HEADLINES = [
    ("Инна Рогова: мост открыли", "мост открыли", "a name before a colon"),
    ("Мэр: мост открыли", "мост открыли", "a role"),
    ("Минздрав: мост открыли", "мост открыли", "a body"),
    ("Он: мост открыли", None, "no pronoun"),
    ("Мэра: мост открыли", None, "nor another case"),
    ("Новости мэра Тулы: мост открыли", None, "nor more than a name"),
    ("Рогова: Орлов, Белова", None, "names alone are no words of anybody"),
    ("Мост открыли — Рогова", "Мост открыли", "a surname at the end"),
    ("Мост открыли — мэр", "Мост открыли", "a title"),
    ("Мост открыли: мэр", "Мост открыли", "… behind a colon"),
    ("Мост открыли — источник", "Мост открыли", "a source"),
    ("Мост открыли — Минздрав", "Мост открыли", "a body at the end"),
    ("Мост открыли — Инна Рогова", None, "a whole name at the end is what it is about"),
    ("Мост открыли — мэр Инна Рогова", "Мост открыли", "… without what she is"),
    ("Мост открыли — житель", None, "nor does anybody sign who has no title"),
    ("Мост открыли — мэра", None, "nor in another case"),
    ("Новый тренер — Рогова", None, "what somebody is, is not what they say"),
]


@pytest.mark.parametrize(("text", "said", "why"), HEADLINES, ids=[row[-1] for row in HEADLINES])
def test_what_a_headline_quotes(text, said, why):
    analysis = analysis_of(text)
    (sentence,) = sentences_of(analysis)
    cues = find_cues(sentence, WORDS)
    label = next(cue for cue in cues if cue.kind == "label")
    candidates = Speakers(analysis, WORDS, {}).candidates(sentence, cues).naming.all
    content = find_headline(Contents(sentence, cues, WORDS, True), candidates, label)
    units = sentence.units
    assert (content and text[units[content.start].start : units[content.end - 1].end]) == said, why


# text whose last paragraph is a turn, who speaks in it, why
TURNS = [
    ("Инна Рогова: Да.", "Инна Рогова", "a name"),
    ("Врач: Да.", "врач", "what somebody is"),
    ("СЕМЕНИХИН: Да.", "Семенихин", "a surname in capitals"),
    ("Уорик Бонн: Да.", "Уорик Бонн", "words that nobody knows"),
    ("Баба Яга: Да.", "Баба Яга", "words that only their capitals make a name"),
    ("Вопрос: Вы рады?", None, "what the turn is"),
    ("Документ: Да.", None, "a thing"),
]


@pytest.mark.parametrize(("text", "name", "why"), TURNS, ids=[row[-1] for row in TURNS])
def test_whose_turn_it_is(text, name, why):
    assert name_of(find_turn_speaker(analysis_of(text), WORDS, 0)) == name, why


# text with a mark where what is signed ends, whether the dash is needed, who signs it, why
SIGNED = [
    ("Мы рады!|\nИнна Рогова", False, "Инна Рогова", "a name alone"),
    ("Мы рады!|\nИнна Рогова\nЦех стоит.", False, "Инна Рогова", "… in its line"),
    ("Мы рады!|\n— Инна Рогова", False, "Инна Рогова", "… behind a dash"),
    ("Мы рады!|\n— Инна Рогова, врач", False, "Инна Рогова", "… with what she is"),
    ("Мы рады!|\nИнна Рогова, врач", False, None, "… not without a dash"),
    ("Мы рады!|\n— Инна Рогова ушла.", False, None, "not a sentence"),
    ("Мы рады!|\nИнна Рогова", True, None, "no name alone where a picture may follow"),
    ("Мы рады!|\n— Инна Рогова", True, "Инна Рогова", "but one behind a dash"),
    ("Мы рады!|\nЗавод «Рось»", False, None, "no body"),
    ("Мы рады!|\nВрач Инна Рогова", False, None, "nor what somebody is before the name"),
    ("Мы рады!|\nПора", False, None, "nor another word"),
    ("Мы рады!| Инна Рогова — о гонке", False, "Инна Рогова", "the rest of a headline"),
    ("Мы рады!| Инна Рогова", False, None, "not the same line"),
    ("Мы рады!|", False, None, "nor the end of the text"),
]


@pytest.mark.parametrize(("text", "dashed", "name", "why"), SIGNED, ids=[row[-1] for row in SIGNED])
def test_who_signs(text, dashed, name, why):
    analysis = analysis_of(text.replace("|", ""))
    assert name_of(find_signature(analysis, WORDS, text.index("|"), dashed=dashed)) == name, why


# headline, the paragraph before an interview, whom it is with, why
INTRODUCED = [
    ("Цех стоит.", "Выступила Инна Рогова.", "Инна Рогова", "the only one who is named there"),
    ("Цех стоит.", "Выступили Инна Рогова и Иван Орлов.", None, "not one of two"),
    ("Инна Рогова рада.", "Выступили Инна Рогова и Иван Орлов.", "Инна Рогова", "… whom the headline names alone"),
    ("Инна Рогова и Иван Орлов рады.", "Выступили Инна Рогова и Иван Орлов.", None, "… not both"),
    ("Пётр Белов рад.", "Выступили Инна Рогова и Иван Орлов.", None, "… nor a third"),
    ("Пётр Белов: «Рано»", "Выступила Инна Рогова.", "Пётр Белов", "whose words the headline gives"),
    ("Пётр Белов рад.", "Выступила Инна Рогова.", "Инна Рогова", "not whom it only names"),
    ("Цех стоит.", "Выступила Инна Рогова. Мы говорили с ней.", "Инна Рогова", "who is named in the paragraph"),
    ("Цех стоит.", "Ушёл Иван Орлов. Выступила Инна Рогова.", "Инна Рогова", "… in its last sentence"),
    ("Цех стоит.", "Открыли завод «Рось».", None, "no body"),
]


@pytest.mark.parametrize(("headline", "before", "name", "why"), INTRODUCED, ids=[row[-1] for row in INTRODUCED])
def test_whom_an_interview_is_with(headline, before, name, why):
    analysis = analysis_of(f"{headline}\n{before}\n— Да?")
    sentence = next(s for s in reversed(analysis.sentences) if s.start < len(headline) + 1 + len(before))
    assert name_of(find_introduced(analysis, sentence)) == name, why
