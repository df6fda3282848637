import pytest
from helpers import Weather, extractor, title, weather

from newsfacts import Article
from newsfacts.analysis import Analysis
from newsfacts.extraction import run_extractor
from newsfacts.languages.ru import RUSSIAN

TEXT = "В Минске снег, в Бресте дождь."


def run(function, **fields):
    return run_extractor(extractor("w", function, **fields), Analysis(Article(text=TEXT), RUSSIAN))


def test_facts_are_stamped_with_the_extractor():
    facts, failures = run(lambda analysis: [weather(TEXT, "снег")])
    assert [f.extractors for f in facts] == [("w",)]
    assert not failures


def test_what_was_found_before_an_error_stands():
    def fails(analysis):
        yield weather(TEXT, "снег")
        raise KeyError("дождь")

    facts, [failure] = run(fails)
    assert [f.text for f in facts] == ["снег"]
    assert (failure.stage, failure.plugin, failure.message) == ("extract", "w", "KeyError: 'дождь'")


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        (Weather(start=0, end=4, text="снег", degrees=0), "is not 'снег'"),
        (Weather(start=5, end=5, text="", degrees=0), "is not ''"),
        (Weather(start=20, end=99, text=TEXT[20:], degrees=0), "is not"),
        (title(TEXT, "снег"), "declares only Weather"),
        ("снег", "declares only Weather"),
    ],
)
def test_a_fact_with_wrong_span_or_type_fails_alone(fact, problem):
    facts, [failure] = run(lambda analysis: [fact, weather(TEXT, "дождь")])
    assert [f.text for f in facts] == ["дождь"]
    assert problem in failure.message


def test_an_extractor_that_returns_nothing_is_a_failure_with_a_name():
    facts, [failure] = run(lambda analysis: None)
    assert (facts, failure.plugin) == ([], "w")
