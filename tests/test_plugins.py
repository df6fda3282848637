import pytest
from helpers import Finds

from newsfacts import ExtractionError, NoExtractorsError, Pipeline, PluginError, hookimpl, list_plugins
from newsfacts.plugins import BLOCK_VARIABLE


def pipeline(**options):
    return Pipeline(discover=False, **options)


def test_the_built_in_plugins_are_listed_with_what_they_find():
    listed = {p.name: p for p in list_plugins()}
    assert {"dateline", "money", "names", "quotes", "titles"} <= listed.keys()
    assert (listed["money"].distribution, listed["money"].kinds, listed["money"].error) == ("newsfacts", ("money",), None)
    assert "ru" in listed["money"].languages


def test_a_blocked_plugin_is_listed_as_blocked_and_finds_nothing(monkeypatch):
    assert {p.name for p in list_plugins(["money"]) if p.blocked} == {"money"}
    text = "Завод продали за 2 млн рублей."
    assert Pipeline().extract(text).money
    assert not Pipeline(block=["money"]).extract(text).money
    monkeypatch.setenv(BLOCK_VARIABLE, "money, titles")
    assert not Pipeline().extract(text).money


def test_no_extractor_is_an_error_that_says_how_to_mend_it():
    with pytest.raises(NoExtractorsError, match="pip install"):
        pipeline()


def test_a_misspelt_hook_is_refused_with_the_plugin_s_name():
    class Misspelt:
        @hookimpl
        def newsfacts_extractor(self):
            return []

    with pytest.raises(PluginError, match=r"'bad'.*newsfacts_extractor"):
        pipeline(register={"good": Finds("снег"), "bad": Misspelt()})


def test_a_name_of_two_extractors_is_a_failure_of_the_second_plugin():
    result = pipeline(register={"a": Finds("снег"), "b": Finds("дождь")}).extract("снег, дождь")
    assert len(result.facts) == 1
    [failure] = result.failures
    assert (failure.stage, "block one of them" in failure.message) == ("load", True)


def test_a_plugin_that_raises_while_it_offers_leaves_the_others_alone():
    class Raises:
        @hookimpl
        def newsfacts_extractors(self):
            raise OSError("no model")

    result = pipeline(register={"good": Finds("снег"), "bad": Raises()}).extract("снег")
    assert len(result.facts) == 1
    assert [(f.stage, f.plugin, f.message) for f in result.failures] == [("load", "bad", "OSError: no model")]
    with pytest.raises(ExtractionError):
        pipeline(register={"good": Finds("снег"), "bad": Raises()}, on_error="raise")
