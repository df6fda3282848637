"""The words and numbers of money: no currency and no scale passes by, and none costs more time than its length."""

from decimal import Decimal

import cattrs
import pytest
from timing import assert_linear_in

from newsfacts import Analysis, Article
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_money.amounts import find_amounts
from newsfacts_money.digits import value_of
from newsfacts_money.lexicon import MoneyData
from newsfacts_money.money_words import Kind
from newsfacts_money.pieces import find_pieces, fold_in_place
from newsfacts_money.surroundings import Surroundings
from newsfacts_money.word_patterns import word_finder
from newsfacts_money.word_tables import lexicon_of, make_lexicon


def test_every_word_and_sign_of_money_is_an_anchor():
    lexicon = lexicon_of(RUSSIAN)
    missed = []
    for form in (*lexicon.entries, *lexicon.signs):
        text = f"Цена 5 {form} или 7-{form}."
        folded = fold_in_place(text)
        kinds = {piece.entry.kind for piece in find_pieces(text, folded, lexicon)}
        if not lexicon.may_have_money(folded) and not kinds.isdisjoint((Kind.UNIT, Kind.COMPOUND, Kind.SCALE)):
            missed.append(form)
    assert missed == []
    assert not lexicon.may_have_money("в 2019 году он должен был приехать на пять российских дней")


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["1 000 0000 ", "1.1.", "1", " 000", "1:1:", "$", "u.", "а", "а ", "а-", "_", "млн"])
def test_hostile_numbers_cost_time_in_proportion(piece):
    lexicon = lexicon_of(RUSSIAN)
    assert_linear_in(piece * (50_000 // len(piece)), lambda text: find_pieces(text, fold_in_place(text), lexicon))


@pytest.mark.parametrize(
    ("digits", "scaled", "signed", "mark", "value"),
    [
        ("5-ти", False, False, ",", "5"),
        ("12’500", False, False, ",", "12500"),
        ("1\u00a0025\u202f300,50", False, False, ",", "1025300.50"),
        ("1.844.036.360,12", False, False, ",", "1844036360.12"),
        ("1.234.567", False, False, ",", "1234567"),
        ("12.5", False, False, ",", "12.5"),
        ("1,234", True, False, ",", "1.234"),
        ("12.345", True, False, ",", "12.345"),
        ("0.120", False, False, ",", "0.120"),
        ("25,000", False, False, ",", "25000"),  # English that was left as it was
        ("25,300", False, False, ",", "25.300"),
        ("25,300", False, True, ",", "25300"),
        ("2,130", False, True, ",", "2130"),
        ("2,134", False, True, ",", "2134"),  # English behind a sign
        ("2,134", True, True, ",", "2.134"),
        ("0,134", False, True, ",", "0.134"),
        ("1.234", False, False, ",", "1.234"),  # an exchange rate
        ("1.230", False, False, ",", "1230"),
        ("12.345", False, False, ",", "12345"),
        ("12,450.50", False, True, ",", "12450.50"),
        ("1,234", False, False, ".", "1234"),
        ("1,234", True, False, ".", "1234"),
        ("1.234", True, False, ".", "1.234"),
    ],
)
def test_digits_are_read_as_their_language_writes_them(digits, scaled, signed, mark, value):
    assert value_of(digits, scaled, signed, mark) == Decimal(value)


def test_a_word_is_found_by_its_beginning_or_by_its_forms():
    find = word_finder(["пад", "рост|m"], {"m": ("", "а")}).search
    assert [find(text) is not None for text in ("упадок", "падение", "рост", "роста", "ростом")] == [
        False,
        True,
        True,
        True,
        False,
    ]


def no_words(**lists):
    """The data of a language in which nothing is said of money beside what is given."""
    nothing = {
        "adjectives": ("national", "other"),
        "codes": ("after", "before", "aliases"),
        "numbers": ("single", "single_if_qualified", "half", "plus_fraction", "plus_more", "case_endings", "not_after"),
        "links": ("dash", "range", "change", "list", "versus", "before_bare", "price"),
        "qualifiers": (
            "about",
            "more_than",
            "less_than",
            "at_least",
            "at_most",
            "negations",
            "possibility",
            "between",
            "change",
        ),
        "context": ("money", "sale", "counted", "weight"),
    }
    tables = {table: {key: {} if key == "aliases" else [] for key in keys} for table, keys in nothing.items()}
    tables["adjectives"]["national"] = ""
    return cattrs.structure({"endings": {}, "units": [], "subunits": [], "signs": {}, **tables, **lists}, MoneyData)


def test_a_language_without_words_of_money_has_none():
    lexicon = make_lexicon(no_words(), ENGLISH)
    assert not lexicon.may_have_money("they paid 5 $ and 5 roubles")
    assert not lexicon.money.search("they paid")
    analysis = Analysis(Article(text="It was sold for 5 million."), ENGLISH)
    [amount] = find_amounts(analysis.text, find_pieces(analysis.text, analysis.text.casefold(), lexicon), lexicon)
    assert not Surroundings(analysis, analysis.text.casefold(), lexicon).speaks_of_money(0, amount)


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("It costs $1,234.", "1234", "USD"),
        ("It costs $2.5 million.", "2500000", "USD"),
        ("It costs 1,234 pounds.", "1234", "GBP"),
        ("It costs three million pounds.", "3000000", "GBP"),
        ("It costs twenty five pounds.", "25", "GBP"),
    ],
)
def test_another_language_needs_data_only(text, value, code):
    lexicon = make_lexicon(no_words(signs={"$": "USD"}, units=[{"forms": ["pounds"], "code": "GBP"}]), ENGLISH)
    folded = fold_in_place(text)
    assert lexicon.may_have_money(folded)
    [amount] = find_amounts(text, find_pieces(text, folded, lexicon), lexicon)
    assert (amount.value, amount.code) == (Decimal(value), code)
