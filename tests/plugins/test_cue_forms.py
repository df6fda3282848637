"""The cheap test for cues lets no form of a verb that attributes pass by."""

import gzip
from importlib.resources import files

import pytest
from pymorphy3 import MorphAnalyzer

from newsfacts import fold
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_quotes.extractor import word_lookup

pytestmark = pytest.mark.once


@pytest.mark.slow
def test_every_form_of_a_cue_verb_is_looked_up():
    words = word_lookup(RUSSIAN)
    lexicon = words.lexicon
    lemmas = lexicon.report | lexicon.think | lexicon.predicatives | lexicon.quoted | lexicon.citing | lexicon.impersonal
    analyzer = MorphAnalyzer()
    forms = {
        form.word
        for lemma in lemmas
        for infinitive in (lemma, f"{lemma}ся")
        for parse in analyzer.parse(infinitive)
        if fold(parse.normal_form) == infinitive
        for form in parse.lexeme
    }
    attributing = {form for form in forms if words._attributing(fold(form))}
    assert len(attributing) > 9_000
    assert {form for form in attributing if not words.opens(form, True) or form not in words.cues} == set()


@pytest.mark.slow
def test_every_form_of_an_english_cue_verb_is_looked_up():
    words = word_lookup(ENGLISH)
    table = gzip.decompress((files("newsfacts.languages.en") / "words.txt.gz").read_bytes()).decode()
    attributing = {form for line in table.splitlines() if words._attributing(form := line.split("\t")[0])}
    assert len(attributing) > 1_500
    assert {form for form in attributing if not words.opens(form, True) or form not in words.cues} == set()
