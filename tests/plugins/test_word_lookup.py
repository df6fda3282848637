"""What single word forms are taken for."""

import pytest

from newsfacts import fold
from newsfacts.languages.ru import RUSSIAN
from newsfacts_quotes.extractor import word_lookup


@pytest.mark.parametrize(
    ("word", "foreign", "why"),
    [
        ("агентство", False, "the language's own letters"),
        ("Reuters", True, "another script"),
        ("Škoda", True, "accents too"),
        ("it-рынок", False, "one part in the language's letters"),
        ("40-летний", False, "a figure before the hyphen"),
        ("F-16", True, "no part in the language's letters"),
    ],
)
def test_a_word_is_foreign_when_no_part_of_it_is_written_as_the_language_is(word, foreign, why):
    forms = word_lookup(RUSSIAN)
    assert forms.is_foreign(fold(word)) == forms.look(fold(word)).foreign == foreign, why


@pytest.mark.parametrize(
    ("form", "mood", "lemma"),
    [
        ("заявил", "finite", "заявить"),
        ("сообщается", "passive", "сообщать"),
        ("сообщаются", None, None),
        ("сообщено", "passive", "сообщить"),
        ("сообщена", None, None),
        ("уверены", "predicative", "уверить"),
        ("следует", "passive", "следовать"),
        ("следуют", None, None),
        ("добавив", "gerund", "добавить"),
        ("надеясь", "gerund", "надеяться"),
        ("заявивший", "participle", "заявить"),
        ("заявленный", None, None),
        ("заявить", "infinitive", "заявить"),
        ("назвать", "infinitive", "назвать"),
        ("заявляю", None, None),
        ("заявите", None, None),
        ("построил", None, None),
    ],
)
def test_what_a_form_is_as_a_cue(form, mood, lemma):
    verb = word_lookup(RUSSIAN).verb(form)
    assert (verb and verb.mood, verb and verb.lemma) == (mood, lemma)
