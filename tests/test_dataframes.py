"""Results as data frames: both libraries hold the same."""

import sys
from decimal import Decimal

import pandas as pd
import polars as pl
import pytest

import newsfacts
from newsfacts import MissingExtraError, Pipeline, ReadError

TEXT = (
    "МИНСК, 29 сен – РИА Новости. Завод купили за 2,5 млрд рублей, сообщила министр финансов Анна Ким. "
    "По словам Ким, сделка была честной."
)


@pytest.fixture(scope="module")
def results():
    articles = [newsfacts.Article(text=TEXT, id="a", published="2025-09-29"), ReadError("b.xml", "is no XML")]
    return list(Pipeline().extract_many(articles))


def rows(frame):
    """The rows of a frame of either library, what is missing as None."""
    if isinstance(frame, pl.DataFrame):
        return frame.to_dicts()
    found = frame.astype(object).to_dict("records")
    return [{key: None if value is pd.NA or value != value else value for key, value in row.items()} for row in found]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_fact_is_a_row_and_what_failed_is_one_too(library, results):
    *facts, lost = rows(newsfacts.to_dataframe(results, library=library))
    assert [row["kind"] for row in facts] == [fact.kind for fact in results[0].facts]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in facts)
    [money] = [row for row in facts if row["kind"] == "money"]
    assert (money["amount"], money["currency"], money["published"]) == (Decimal(2_500_000_000), "RUB", "2025-09-29")
    assert facts[0]["places"] is not None
    assert list(facts[0]["places"]) == ["Минск"]
    assert (lost["article_id"], lost["kind"]) == ("b.xml", None)
    assert "is no XML" in lost["error"]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_person_is_a_row(library, results):
    [person] = rows(newsfacts.to_dataframe(results, of="people", library=library))
    assert (person["article_id"], person["name"], person["gender"]) == ("a", "Анна Ким", "feminine")
    assert (person["mentions"], list(person["titles"]), person["quotes"]) == (2, ["министр финансов"], 2)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_number_that_no_column_holds_is_exact_in_the_fields(library):
    money = newsfacts.MoneyAmount(start=0, end=1, text="9", amount=Decimal("9" * 40), currency="RUB")
    result = newsfacts.Result(article=newsfacts.Article(text="9"), facts=[money])
    [row] = rows(newsfacts.to_dataframe(result, library=library))
    assert row["amount"] is None
    assert "9" * 40 in row["fields"]


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("of", ["facts", "people"])
def test_no_results_are_a_frame_with_the_same_columns(library, of, results):
    empty, full = (newsfacts.to_dataframe(given, of, library=library) for given in ([], results))
    assert (list(empty.columns), list(empty.dtypes)) == (list(full.columns), list(full.dtypes))


def test_the_library_is_the_one_that_the_program_has_imported(monkeypatch, results):
    assert isinstance(newsfacts.to_dataframe(results), pd.DataFrame)
    monkeypatch.delitem(sys.modules, "pandas")
    assert isinstance(newsfacts.to_dataframe(results), pl.DataFrame)


def test_without_either_it_says_what_to_install(monkeypatch, results):
    for name in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(MissingExtraError, match=rf"pip install 'newsfacts\[{name}\]'"):
            newsfacts.to_dataframe(results, library=name)


@pytest.mark.parametrize(
    ("options", "words"), [({"of": "person"}, "of is 'person'"), ({"library": "pandsa"}, "did you mean 'pandas'")]
)
def test_what_cannot_be_asked_for_is_refused(options, words, results):
    with pytest.raises(ValueError, match=words):
        newsfacts.to_dataframe(results, **options)
