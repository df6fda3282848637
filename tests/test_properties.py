"""What holds for every text."""

import json
import random

import pytest
from helpers import Finds
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfacts import Pipeline
from newsfacts.languages.ru import RUSSIAN
from newsfacts.quotation import find_quotations
from newsfacts.segmentation import find_paragraphs, find_sentences, find_tokens

# Pieces of wire text, so that random texts hold what the extractors look for, in every order and disorder.
PIECES = [
    *("МОСКВА, 5 мая — РИА Новости. ", "Глава МИД Сергей Петров ", "министр финансов Анна Ким", "бывший ", "Иванов", "(ТАСС)"),
    *("заявил, что ", "сказала", "по словам ", "говорится в сообщении", "он ", "она ", "снег", "дождь", "4 марта", "в среду"),
    *("5 ", "от 3 до 5 ", "2,5 ", "млн ", "тыс. ", "рублей", "$", "евро ", "полтора миллиона ", "и "),
    *("«", "»", '"', "„", "“", " - ", "— ", ", ", ". ", ": ", "\n", "\n\n", "\u00a0", "\u2009", "…", "!", "'"),
]
wire = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)

PIPELINE = Pipeline()

pytestmark = pytest.mark.filterwarnings("ignore::newsfacts.ReadWarning")  # such words may look like another language's


@given(wire)
@settings(max_examples=200)
def test_every_span_slices_to_its_text_and_nothing_fails(text):
    result = PIPELINE.extract(text, language="ru").to_dict()
    assert result["failures"] == []
    ids = {f["id"] for f in result["facts"]}
    for fact in result["facts"]:
        assert text[fact["start"] : fact["end"]] == fact["text"] != ""
        for value in fact.values():
            if isinstance(value, dict):
                assert text[value["start"] : value["end"]] == value["text"]
    for entity in result["entities"]:
        assert set(entity["titles"] + entity["quotes"]) <= ids
        assert all(0 <= start < end <= len(text) for start, end in entity["mentions"])


@given(wire)
def test_json_holds_all_that_the_dictionary_holds(text):
    result = PIPELINE.extract(text, language="ru")
    assert json.loads(result.to_json()) == result.to_dict()


@given(wire)
@settings(max_examples=50)
def test_a_second_run_gives_the_same_result(text):
    assert PIPELINE.extract(text, language="ru") == PIPELINE.extract(text, language="ru")


@given(wire, st.randoms())
@settings(max_examples=50)
def test_the_order_of_plugins_never_matters(text, shuffler: random.Random):
    plugins = {
        "a": Finds("снег", name="a", confidence=0.5),
        "b": Finds("снег", name="b", degrees=1, confidence=0.5),
        "c": Finds("снег и", name="c", confidence=0.5),
        "d": Finds("снег", name="d"),
    }
    names = list(plugins)
    shuffler.shuffle(names)
    text += "снег и дождь"
    shuffled = Pipeline(discover=False, register={n: plugins[n] for n in names}).extract(text, language="ru")
    assert shuffled == Pipeline(discover=False, register=plugins).extract(text, language="ru")


@given(wire)
def test_tokens_and_sentences_cover_all_but_white_space(text):
    for spans in (
        find_tokens(text),
        find_sentences(text, find_paragraphs(text), find_quotations(text), RUSSIAN),
    ):
        end = 0
        for span in spans:
            assert end <= span.start < span.end
            assert not text[end : span.start].strip()
            end = span.end
        assert not text[end:].strip()


@given(wire)
def test_quotations_nest(text):
    stack = []
    for quotation in find_quotations(text):
        assert quotation.start < quotation.inner_start <= quotation.inner_end <= quotation.end
        stack = [q for q in stack if q.end > quotation.start]
        assert all(quotation.end <= outer.end for outer in stack)
        stack.append(quotation)
