import pytest
from helpers import Finds

from newsfacts import (
    Article,
    Exporter,
    ExtractionError,
    NoExtractorsError,
    Pipeline,
    PluginError,
    Source,
    hookimpl,
    list_plugins,
)
from newsfacts.plugins import BLOCK_VARIABLE, Plugins
from newsfacts.reading import read_all


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


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (["mony"], r"'mony': there is no plugin of this name to block; did you mean 'money'\?"),
        ("mony", "did you mean 'money'"),
        (["xyzzy"], "there are dateline, money, names, quotes, titles, weather"),
    ],
)
def test_a_name_to_block_that_no_plugin_has_is_refused_with_what_was_meant(block, words):
    with pytest.raises(PluginError, match=words):
        Pipeline(block=block, register={"weather": Finds("снег")})
    with pytest.raises(PluginError, match=words.replace(", weather", "")):
        list_plugins([block] if isinstance(block, str) else block)


def test_a_name_in_the_environment_that_no_plugin_has_is_warned_of(monkeypatch):
    monkeypatch.setenv(BLOCK_VARIABLE, "tittles,money")
    with pytest.warns(RuntimeWarning, match="no plugin 'tittles' to block; did you mean 'titles'"):
        assert {extractor.name for extractor in Pipeline().extractors} == {"dateline", "quotes", "titles"}


def test_one_blocked_plugin_may_be_given_as_a_string():
    assert "money" not in {extractor.name for extractor in Pipeline(block="money").extractors}


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


class Answers:
    """A plugin that answers all hooks of which the first or the earlier one counts, with its name."""

    def __init__(self, name):
        self.name = name

    @hookimpl
    def newsfacts_read(self, source):
        return Article(text=self.name)

    @hookimpl
    def newsfacts_detect_language(self, article):
        return {"a": "ru", "b": "en"}[self.name]

    @hookimpl
    def newsfacts_exporters(self):
        return [Exporter(name="mine", suffix=f".{self.name}", write=print)]


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_the_order_of_registration_changes_no_answer(order):
    plugins = Plugins(discover=False, register={name: Answers(name) for name in order})
    assert [article.text for article in read_all(Source(name="x", data=b"text"), plugins)] == ["a"]
    assert plugins.exporters["mine"].suffix == ".a"
    answers = {name: Answers(name) for name in order} | {"finds": Finds("снег")}
    assert Pipeline(discover=False, register=answers).extract("12").article.language == "ru"
