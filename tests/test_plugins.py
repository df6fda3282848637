import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import Finds

from newsfacts import (
    Article,
    Exporter,
    ExtractionError,
    Language,
    NoExtractorsError,
    Pipeline,
    PluginError,
    ReadError,
    ReadWarning,
    Source,
    extract,
    from_json,
    hookimpl,
    list_plugins,
    read,
    read_one,
)
from newsfacts.pipeline import default_pipeline
from newsfacts.plugins import BLOCK_VARIABLE, Plugins, installed_plugins
from newsfacts.reading import read_all


def pipeline(**options):
    return Pipeline(discover=False, **options)


def test_the_built_in_plugins_are_listed_with_what_they_find():
    listed = {p.name: p for p in list_plugins()}
    assert {"dateline", "money", "names", "quotes", "titles"} <= listed.keys()
    assert (listed["money"].distribution, listed["money"].kinds, listed["money"].error) == ("newsfacts", ("money",), None)
    assert "ru" in listed["money"].languages
    assert {"extractors", "relate"} <= set(listed["quotes"].hooks)
    assert listed["newsfacts.languages"].languages == ("en", "ru")
    assert {"csv", "html"} <= set(listed["newsfacts.exporters"].formats)


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


@pytest.mark.parametrize(
    "call", [Pipeline, list_plugins, installed_plugins, lambda: extract("Идёт снег."), lambda: list(read(io.BytesIO(b"a")))]
)
def test_a_name_in_the_environment_that_no_plugin_has_is_refused_wherever_plugins_are_loaded(call, monkeypatch):
    monkeypatch.setenv(BLOCK_VARIABLE, "tittles,money")
    words = "'tittles': there is no plugin of this name to block, as NEWSFACTS_BLOCK says; did you mean 'titles'"
    with pytest.raises(PluginError, match=words):
        call()
    monkeypatch.setenv(BLOCK_VARIABLE, "titles,money")
    call()


def test_newsfacts_is_imported_whatever_the_environment_says():
    environment = os.environ | {BLOCK_VARIABLE: "tittles"}
    code = "import newsfacts, newsfacts_pytest, newsfacts.cli; print(newsfacts.Article(text='a').text)"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "a\n", "")


def test_one_blocked_plugin_may_be_given_as_a_string():
    assert "money" not in {extractor.name for extractor in Pipeline(block="money").extractors}
    assert [plugin.name for plugin in list_plugins("money") if plugin.blocked] == ["money"]


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


def test_reading_extracting_and_loading_share_one_set_that_is_loaded_once(monkeypatch, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Завод продали за 2 млн рублей.", encoding="utf-8")
    assert default_pipeline().plugins is installed_plugins() is Pipeline().plugins
    monkeypatch.setattr(Plugins, "__init__", lambda *_, **__: pytest.fail("plugins are loaded again"))
    [article] = read(path)
    assert read_one(path) == article
    assert len(extract(article).money) == len(extract(path).money) == 1
    with pytest.raises(ReadError, match="kind 'snow'"):  # which no installed plugin has
        from_json('{"schema": "newsfacts/1", "article": {"text": "a"}, "facts": [{"kind": "snow"}]}')


def test_the_shared_set_follows_the_environment(monkeypatch):
    text = "Завод продали за 2 млн рублей."
    assert extract(text).money
    monkeypatch.setenv(BLOCK_VARIABLE, "money")
    assert not extract(text).money
    monkeypatch.delenv(BLOCK_VARIABLE)
    assert extract(text).money


class Shouts:
    """A plugin that reads and writes a format of its own."""

    @hookimpl
    def newsfacts_read(self, source):
        if source.head.startswith(b"SHOUT "):
            return [Article(text=line.lower(), id=source.name) for line in source.data.decode()[6:].splitlines()]
        return None

    @hookimpl
    def newsfacts_exporters(self):
        def write(results, stream):
            stream.writelines(f"{result.article.text.upper()}\n" for result in results)

        return [Exporter(name="shout", suffix=".shout", write=write)]


@pytest.fixture
def shouting():
    return pipeline(register={"finds": Finds("снег"), "shouts": Shouts()})


def test_a_registered_reader_and_exporter_serve_their_pipeline_and_no_other(shouting, tmp_path):
    path = tmp_path / "a.shout"
    path.write_text("SHOUT СНЕГ\nДОЖДЬ", encoding="utf-8")
    results = list(shouting.extract_many(shouting.read(path)))
    assert [(result.article.text, len(result.facts)) for result in results] == [("снег", 1), ("дождь", 0)]
    stream = io.StringIO()
    shouting.exporters["shout"].write(results, stream)
    assert stream.getvalue() == "СНЕГ\nДОЖДЬ\n"
    assert [article.text for article in read(path)] == ["SHOUT СНЕГ\nДОЖДЬ"]
    assert "shout" not in Pipeline().exporters


def test_the_facts_of_a_file_and_of_bytes_are_those_of_the_article_in_them(shouting, tmp_path):
    path = tmp_path / "a.shout"
    path.write_text("SHOUT СНЕГ", encoding="utf-8")
    read_here = shouting.extract(path), shouting.extract(path.read_bytes())
    assert [(result.article.text, result.article.id, len(result.facts)) for result in read_here] == [
        ("снег", str(path), 1),
        ("снег", "bytes", 1),
    ]
    with pytest.warns(ReadWarning):
        assert shouting.extract(str(path)).article.text == str(path)  # a string is a text, whatever stands in it


@pytest.mark.parametrize(
    ("given", "options", "error", "words"),
    [
        (b"SHOUT A\nB", {}, ReadError, "bytes: holds 2 articles or more, not one"),
        (b"", {}, ReadError, "bytes: is empty"),
        (Path("gone.shout"), {}, ReadError, "gone.shout: No such file"),
        (b"SHOUT A", {"published": "2025-09-29"}, TypeError, "published and language are for a text"),
        (io.BytesIO(b"SHOUT A"), {}, TypeError, "not BytesIO; newsfacts.read reads open files"),
    ],
)
def test_what_holds_no_single_article_is_refused_with_its_name(shouting, given, options, error, words):
    with pytest.raises(error, match=words):
        shouting.extract(given, **options)


def test_a_broken_language_is_named_in_the_result_of_its_article():
    class Czech:
        @hookimpl
        def newsfacts_languages(self):
            yield Language(code="x-other", name="Other")
            raise OSError("no words of Czech")

    result = pipeline(register={"finds": Finds("sníh"), "czech": Czech()}).extract("Padá sníh.", language="cs")
    assert [(f.stage, f.plugin, f.message) for f in result.failures] == [("load", "czech", "OSError: no words of Czech")]
    assert result.skipped == ("weather",)


def test_what_a_plugin_offers_is_asked_for_once():
    asked = []

    class Asked:
        @hookimpl
        def newsfacts_exporters(self):
            asked.append("exporters")
            raise OSError("no sheets")

    plugins = Plugins(discover=False, register={"asked": Asked()})
    assert plugins.exporters is plugins.exporters
    assert asked == ["exporters"]
    assert [failure.message for failure in plugins.exporters.failures] == ["OSError: no sheets"]
    assert plugins.failures == ()
