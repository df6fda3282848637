"""Russian readings are pymorphy3's, though most are made from its tables and not by its analyzer."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymorphy3 import MorphAnalyzer

from newsfacts.languages.ru import RUSSIAN
from newsfacts.languages.ru.universal import grammar_of, grammemes_for

MORPHOLOGY = RUSSIAN.morphology
# Beginnings and endings of Russian words: put together they are words of the dictionary, words with prefixes, and none.
PIECES = ["не", "по", "наи", "евро", "видео", "вице", "до", "за", "сто", "бес", "мини", "гра", "ков", "ска", "тро", "ель"]
PIECES += ["ский", "ова", "ому", "ович", "ить", "лся", "ство", "ции", "ее", "ёз", "я", "ь", "град", "центр", "вед", "щик"]


@cache
def library():
    return MorphAnalyzer()


def as_the_library_reads(word):
    # It adds scores with sum(), whose last digit is not the same on every Python.
    return [(p.word, p.normal_form, grammar_of(p.tag), pytest.approx(p.score, rel=1e-14)) for p in library().parse(word)]


def as_read(word):
    return [(r.word, r.lemma, r[2:7], r.score) for r in MORPHOLOGY.readings(word)]


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("сообщила", "a word of the dictionary"),
        ("пилот", "one with readings of several parts of speech"),
        ("еще", "ё written as е"),
        ("Карабельщикова", "a surname that is read by its ending"),
        ("евродепутаты", "a prefix of the list"),
        ("видеоевродепутат", "two prefixes"),
        ("допкредит", "first letters before a word of the dictionary"),
        ("наикрутейший", "a prefix of a paradigm"),
        ("понезаметнее", "a prefix of a paradigm and one of the list"),
        ("Алёхина", "no word of the dictionary, but the corpus knows how likely its readings are"),
        ("нейросеть", "what follows the prefix has a reading twice"),
        ("допвк", "what follows the prefix is like no word"),
        ("неовая", "what follows one of two prefixes is like no word"),
        ("премьер-министру", "a hyphen"),
        ("Reuters", "Latin letters"),
        ("XIX", "a Roman number"),
        ("mix", "a Latin word of the letters of Roman numbers"),
        ("И", "an initial"),
        ("2019", "a number"),
        ("й", "one letter"),
    ],
)
def test_words_are_read_as_by_the_library(word, reason):
    assert as_read(word) == as_the_library_reads(word), reason


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
@pytest.mark.slow
def test_any_word_is_read_as_by_the_library(word):
    assert as_read(word) == as_the_library_reads(word)


@settings(max_examples=500)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join),
    st.sampled_from([("Case=Nom",), ("Case=Gen", "Number=Sing"), ("Case=Nom", "Number=Plur"), ("Case=Ins",)]),
)
@pytest.mark.slow
def test_any_word_is_inflected_as_by_the_library(word, features):
    for reading, parse in zip(MORPHOLOGY.readings(word), library().parse(word), strict=True):
        if not reading.features.issuperset(features):
            inflected = parse.inflect(set(grammemes_for(features)))
            found = MORPHOLOGY.inflect(reading, *features)
            if found is not None and inflected is not None and found != inflected.word:  # another spelling of the same word
                assert any(p.word == found and p.tag.POS == inflected.tag.POS for p in parse.lexeme)
                assert not word.startswith(inflected.word[: len(inflected.word) - 1])
            else:
                assert found == (inflected and inflected.word)


@pytest.mark.parametrize(
    ("form", "nominative", "reason"),
    [
        ("блогеров", "блогеры", "the paradigm's first spelling"),
        ("блоггеров", "блоггеры", "its second spelling"),
        ("риэлторами", "риэлторы", "«риелтор» comes first"),
        ("высшего чиновника", "высший чиновник", "a superlative of the same paradigm, «высочайший», comes first"),
        ("PR-агентства", "PR-агентство", "an abbreviation before a hyphen keeps its capitals"),
        ("Омега-Капитала", "Омега-Капитал", "the likeliest reading of a word with a hyphen, not the first one"),
    ],
)
def test_a_word_keeps_its_spelling(form, nominative, reason):
    assert RUSSIAN.nominative(form) == nominative, reason


@pytest.mark.parametrize(
    ("form", "nominative", "reason"),
    [
        ("двух других сетях", "две другие сети", "a feminine noun after «два»"),
        ("трёх крупных банках", "три крупных банка", "a masculine one"),
        ("обеими новыми школами города", "обе новые школы города", "«новыми» may be a noun"),
        ("двадцати районах", "двадцать районов", "more than four"),
        ("двух рабочих", "два рабочих", "a noun that is declined like an adjective"),
        ("двое рабочих", "двое рабочих", "a nominative already"),
        ("двух", "двух", "a numeral alone"),
        ("двух, как всегда", "двух, как всегда", "what follows is not counted"),
    ],
)
def test_a_numeral_and_what_it_counts(form, nominative, reason):
    assert RUSSIAN.nominative(form) == nominative, reason


@pytest.mark.parametrize(
    ("form", "nominative", "reason"),
    [
        ("«Тексома»", "«Тексом»", "unknown, like most firms"),
        ("«Тексомом»", "«Тексом»", "likewise in the instrumental"),
        ("Росшелководства", "Росшелководство", "unknown, but no man's name ends so"),
        ("«Верды»", "«Верда»", "a woman's ending"),
        ("«Бета-Тексома»", "«Бета-Тексом»", "with a hyphen"),
        ("«Волны»", "«Волна»", "a word of the dictionary"),
        ("«Волна»", "«Волна»", "one that has no other case"),
        ("ранама", "ранама", "no name, guessed to be a nominative"),
        ("«Ранама»", "«Ранам»", "a name that is guessed so"),
    ],
)
def test_a_name_that_is_known_to_be_in_another_case(form, nominative, reason):
    assert RUSSIAN.nominative(form, oblique=True) == nominative, reason


@pytest.mark.parametrize(
    ("form", "nominative", "reason"),
    [
        ("«Тексома»", "«Тексом»", "unknown, like most firms"),
        ("«Тексому»", "«Тексому»", "in no such case, and so not declined"),
        ("«Волне»", "«Волне»", "likewise a word of the dictionary"),
        ("«Новой волны»", "«Новая волна»", "with an adjective"),
    ],
)
def test_a_name_that_is_known_to_be_in_the_genitive(form, nominative, reason):
    assert RUSSIAN.nominative(form, genitive=True) == nominative, reason


def test_a_form_that_is_asked_for_what_it_is_stays_as_it_is():
    reading = next(r for r in MORPHOLOGY.readings("высшего") if r.case == "Gen")
    assert MORPHOLOGY.inflect(reading, "Case=Gen") == "высшего"


@pytest.mark.parametrize("piece", ["недо", "анти-", "авиа", "А"])
@pytest.mark.parametrize("times", [15, 20, 50_000])
def test_words_within_words_come_to_an_end(piece, times):
    readings = MORPHOLOGY.readings(piece * times + "порт")
    assert readings
    assert [MORPHOLOGY.inflect(reading, "Case=Gen") for reading in readings]
