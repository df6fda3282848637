"""The words and numbers of money: no currency and no scale passes by, and none costs more time than its length."""

from decimal import Decimal

import cattrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from timing import assert_linear_in

from newsfacts import Analysis, Article
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_money.amounts import find_amounts
from newsfacts_money.digits import value_of
from newsfacts_money.extractor import EXTRACTOR
from newsfacts_money.lexicon import MoneyData
from newsfacts_money.money_words import Kind
from newsfacts_money.pieces import find_pieces, fold_in_place
from newsfacts_money.surroundings import Surroundings
from newsfacts_money.word_patterns import word_finder
from newsfacts_money.word_tables import lexicon_of, make_lexicon

# Pieces of English sums, which random texts put together in every order.
WIRE = [
    *(
        "$",
        "US$",
        "£",
        "€",
        "C$",
        "EUR ",
        "5",
        "1.2",
        "300,000",
        "20",
        "0.5",
        "a ",
        "half ",
        "quarter ",
        "two ",
        "twenty",
        "hundred ",
    ),
    *(
        "thousand ",
        " million ",
        " billion",
        "m",
        "bn",
        "k",
        "-",
        "–",
        " to ",
        " and ",
        " and a half ",
        "of a ",
        "between ",
        "from ",
    ),
    *(
        " dollars",
        "-dollar ",
        " euros",
        " pounds ",
        " cents",
        "p",
        " Canadian",
        " Hong Kong",
        " U.S.",
        " won",
        " CFA francs",
        " pesos ",
    ),
    *("about ", "more than ", "up to ", " or more", "-plus", " percent", ", ", ". ", "\n", "(", ")", " a year", "rose ", "s"),
]


@pytest.mark.parametrize(
    ("language", "without"),
    [
        (RUSSIAN, "в 2019 году он должен был приехать на пять российских дней"),
        (ENGLISH, "in 2019 he was to come for five Canadian days, half of them in the first quarter"),
    ],
    ids=["ru", "en"],
)
def test_every_word_and_sign_of_money_is_an_anchor(language, without):
    lexicon = lexicon_of(language)
    missed = []
    for form in (*lexicon.entries, *lexicon.signs):
        text = f"5 {form}, 7-{form}."
        folded = fold_in_place(text)
        kinds = {piece.entry.kind for piece in find_pieces(text, folded, lexicon)}
        if not lexicon.may_have_money(folded) and not kinds.isdisjoint((Kind.UNIT, Kind.COMPOUND, Kind.SCALE)):
            missed.append(form)
    assert missed == []
    assert not lexicon.may_have_money(fold_in_place(without))


@pytest.mark.slow
@pytest.mark.parametrize("language", [RUSSIAN, ENGLISH], ids=["ru", "en"])
@pytest.mark.parametrize(
    "piece", ["1 000 0000 ", "1.1.", "1", " 000", "1:1:", "$", "u.", "а", "а ", "а-", "_", "млн", "a ", "half a ", "$1 to "]
)
@pytest.mark.once
def test_hostile_numbers_cost_time_in_proportion(piece, language):
    lexicon = lexicon_of(language)
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


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["half a million and a half ", "hundred and ", "a couple of ", "Hong Kong ", "from a the ", "$5 to ", "US "]
)
@pytest.mark.once
def test_hostile_amounts_cost_time_in_proportion(piece):
    def read(text):
        analysis = Analysis(Article(text=text), ENGLISH)
        return list(EXTRACTOR.run(analysis=analysis))

    assert_linear_in("It cost $5. " + piece * (20_000 // len(piece)), read)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://www.news.example.au/mine", "AUD"),
        ("https://news.example.ca:8080", "CAD"),
        ("https://news.example.nz", "NZD"),
        ("https://news.example/a.au", "USD"),
        ("http://[bad", "USD"),
        (None, "USD"),
    ],
)
def test_the_bare_sign_is_of_the_country_of_the_source(url, code):
    article = Article(text="It paid $5 million, 20 dollars, US$3m and 4 euros.", url=url)
    amounts = list(EXTRACTOR.run(analysis=Analysis(article, ENGLISH)))
    assert [amount.currency for amount in amounts] == [code, code, "USD", "EUR"]
    assert (amounts[0].confidence < amounts[2].confidence) == (code != "USD")


@given(st.lists(st.sampled_from(WIRE) | st.text(max_size=3), max_size=25).map("".join))
@settings(max_examples=200)
def test_any_english_text_gives_sums_that_are_in_it(text):
    last = 0
    for amount in EXTRACTOR.run(analysis=Analysis(Article(text=text), ENGLISH)):
        assert last <= amount.start < amount.end
        assert text[amount.start : amount.end] == amount.text == amount.text.strip()
        assert amount.amount is not None or amount.minimum <= amount.maximum
        last = amount.end
