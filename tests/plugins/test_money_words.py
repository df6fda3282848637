"""The words and numbers of money: no currency and no scale passes by, and none costs more time than its length."""

import pytest
from timing import assert_linear_in

from newsfacts.languages.ru import RUSSIAN
from newsfacts_money.amounts import find_pieces, fold_in_place
from newsfacts_money.lexicon import Kind, lexicon_of


def test_every_word_and_sign_of_money_is_an_anchor():
    lexicon = lexicon_of(RUSSIAN)
    missed = []
    for form in (*lexicon.words, *lexicon.signs):
        text = f"Цена 5 {form} или 7-{form}."
        folded = fold_in_place(text)
        kinds = {piece.word.kind for piece in find_pieces(text, folded, lexicon)}
        if not lexicon.may_have_money(folded) and not kinds.isdisjoint((Kind.UNIT, Kind.COMPOUND, Kind.SCALE)):
            missed.append(form)
    assert missed == []
    assert not lexicon.may_have_money("в 2019 году он должен был приехать")


@pytest.mark.parametrize("piece", ["1 000 0000 ", "1.1.", "1", " 000", "1:1:", "$", "u.", "а", "а ", "а-", "_", "млн"])
def test_hostile_numbers_cost_time_in_proportion(piece):
    lexicon = lexicon_of(RUSSIAN)
    assert_linear_in(piece * (50_000 // len(piece)), lambda text: find_pieces(text, fold_in_place(text), lexicon))
