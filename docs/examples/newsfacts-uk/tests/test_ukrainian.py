"""What newsfacts makes of the pack, beside the tables of cases, which newsfacts' pytest plugin runs."""

import pytest

import newsfacts
from newsfacts import Article
from newsfacts_uk import newsfacts_detect_language

TEXT = "КИЇВ, 14 травня — Укрінформ. Уряд виділив 2,5 млрд грн на школи, повідомили в міністерстві."


def test_newsfacts_finds_the_pack_by_its_entry_point_and_detects_the_language():
    result = newsfacts.extract(TEXT, published="2025-05-15")
    assert (result.article.language, result.failures) == ("uk", ())
    assert (result.dateline.places, result.dateline.date, result.dateline.agency) == (("Київ",), "2025-05-14", "Укрінформ")
    [money] = result.money
    assert (money.amount, money.currency, money.extractors) == (2_500_000_000, "UAH", ("money",))
    assert {"names", "quotes", "titles"}.isdisjoint(fact.kind for fact in result.facts)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TEXT, "uk"),
        ("Правительство выделило 2,5 млрд гривен на школы, сообщили в министерстве.", None),
        ("Урад выдзеліў сродкі на школы, паведамілі ў міністэрстве.", None),
        ("The government allotted money for schools.", None),
        ("2 500 000", None),
    ],
)
def test_neighbours_are_left_to_others(text, code):
    assert newsfacts_detect_language(Article(text=text)) == code
