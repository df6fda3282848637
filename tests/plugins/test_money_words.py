"""The cheap test for money lets no currency and no scale pass by."""

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
