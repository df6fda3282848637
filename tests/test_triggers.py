import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfacts.language import fold
from newsfacts.triggers import Triggers


@pytest.mark.parametrize(
    ("word", "lets", "why"),
    [
        ("президента", True, "another form of the word"),
        ("Президент", True, "a capital"),
        ("ПРЕЗИДЕНТ", True, "capitals"),
        ("преграда", True, "other words that begin so pass too"),
        ("парламент", False, "another beginning"),
        ("пр", False, "shorter than the beginning"),
        ("ЁЛКА", True, "ё in the text, е in the stem"),
        ("елки", True, "е in both"),
        ("юный", True, "a stem shorter than the beginning"),
        ("Ю", False, "shorter than the short stem"),
        ("", False, "no word"),
    ],
)
def test_words_are_tested_by_their_beginning(word, lets, why):
    triggers = Triggers(["президент", "елк", "юн"])
    assert (word in triggers) == lets, why
    assert triggers.among(["и", word]) == [1] * lets, why


def test_a_word_without_other_forms_lets_no_longer_word_through():
    triggers = Triggers(["президент"], forms=["по", "однако"])
    assert triggers.among(["по", "По", "пора", "п", "Однако", "президенту"]) == [0, 1, 4, 5]


@given(st.lists(st.text("абвеёжЁА", min_size=1, max_size=6), max_size=8), st.data())
def test_no_form_of_a_stem_is_lost(stems, data):
    triggers = Triggers(map(fold, stems))
    for stem in stems:
        form = stem + data.draw(st.text("абвё", max_size=3))
        for written in (form.lower(), form.lower().capitalize(), form.upper()):
            assert written in triggers
