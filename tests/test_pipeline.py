import pickle
import subprocess
import sys
from itertools import count, islice
from pathlib import Path

import pytest
from helpers import Finds, Weather, extractor, mention

import newsfacts
from newsfacts import Article, ExtractionError, Extractor, Language, MoneyAmount, Pipeline, Quote, ReadWarning, hookimpl, read


class Raises:
    @hookimpl
    def newsfacts_extractors(self):
        return [extractor("raises", lambda analysis: 1 / 0)]

    @hookimpl
    def newsfacts_recognize(self, analysis):
        raise LookupError("names")

    @hookimpl
    def newsfacts_relate(self, analysis, facts):
        raise LookupError("relations")

    @hookimpl
    def newsfacts_detect_language(self, article):
        raise LookupError("language")


def pipeline(**plugins):
    return Pipeline(discover=False, register=plugins)


def test_every_hook_that_raises_on_an_article_is_named_and_hides_nothing():
    result = pipeline(finds=Finds("снег"), raises=Raises()).extract("Идёт снег.")
    assert [f.text for f in result.facts] == ["снег"]
    assert {f.stage for f in result.failures} == {"detect", "extract", "recognize", "relate"}


def test_on_error_raise_raises_all_failures_as_one_group():
    with pytest.raises(ExtractionError) as caught:
        Pipeline(discover=False, register={"raises": Raises()}, on_error="raise").extract("Идёт снег.")
    assert {type(e) for e in caught.value.exceptions} == {ZeroDivisionError, LookupError}


def test_mentions_are_recognised_only_when_somebody_asks():
    asked = []

    class Names:
        @hookimpl
        def newsfacts_recognize(self, analysis):
            asked.append(analysis.text)
            return [mention(analysis.text, "Ким")]

    result = pipeline(names=Names(), finds=Finds("снег")).extract("Ким и снег.")
    assert [p.name for p in result.people] == ["Ким"]
    assert asked == ["Ким и снег."]


def test_an_article_in_another_language_is_skipped_and_says_so():
    result = pipeline(finds=Finds("snow")).extract("It is snow that fell on Minsk today.")
    assert (result.article.language, result.facts, result.skipped) == ("en", (), ("weather",))
    ukrainian = pipeline(finds=Finds("сніг")).extract("У Києві йде сніг, її засипало.")
    assert (ukrainian.article.language, ukrainian.skipped) == (None, ("weather",))


def serves(name, language, cls):
    """A plugin whose extractor serves one language and one class of facts."""

    class Serves:
        @hookimpl
        def newsfacts_extractors(self):
            return [extractor(name, lambda analysis: [], yields=(cls,), languages=(language,))]

    return Serves()


@pytest.mark.parametrize(
    ("language", "cls", "skipped"),
    [
        ("ru", MoneyAmount, ()),  # all that serve the language are asked
        ("fr", MoneyAmount, ()),  # others find its kind in Russian
        ("fr", Weather, ()),  # a stranger's kind is no promise for every language
        ("fr", Quote, ("other",)),  # a kind that everybody expects, which nobody finds in Russian
    ],
)
def test_an_extractor_of_another_language_is_named_only_where_its_kind_is_missed(language, cls, skipped):
    ours = serves("ours", "ru", MoneyAmount)
    result = pipeline(ours=ours, other=serves("other", language, cls)).extract("Идёт снег.")
    assert result.skipped == skipped


def test_a_plugin_of_another_language_adds_nothing_to_what_all_installed_ones_say():
    plugins = {"fr": serves("argent", "fr", MoneyAmount), "de": serves("wetter", "de", Weather)}
    result = Pipeline(register=plugins).extract("Завод продали за 2 млн рублей.")
    assert (result.skipped, len(result.money)) == ((), 1)


def test_the_article_s_own_language_wins():
    result = pipeline(finds=Finds("snow")).extract(Article(text="It is snow.", language="ru"))
    assert len(result.facts) == 1


def test_a_third_language_is_a_plugin():
    class Czech:
        @hookimpl
        def newsfacts_languages(self):
            return [Language(code="cs-CZ", name="Czech")]

        @hookimpl
        def newsfacts_extractors(self):
            return [Extractor(name="snih", languages={"CZE"}, yields=(), run=lambda analysis: ())]

    assert pipeline(czech=Czech()).extract("Padá sníh.", language="cs").skipped == ()


def test_a_detector_that_names_no_language_is_a_failure():
    class Guesses:
        @hookimpl
        def newsfacts_detect_language(self, article):
            return "klingon"

    result = pipeline(guesses=Guesses(), finds=Finds("снег")).extract("На дорогах снег.")
    assert [(failure.stage, failure.plugin) for failure in result.failures] == [("detect", "guesses")]
    assert "'klingon' is no language" in result.failures[0].message
    assert (result.article.language, len(result.facts)) == ("ru", 1)


def test_many_articles_come_lazily_and_in_order():
    results = pipeline(finds=Finds("снег")).extract_many(f"снег {n}" for n in count())
    assert [r.article.text for r in islice(results, 3)] == ["снег 0", "снег 1", "снег 2"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_that_cannot_be_read_has_a_result_that_says_so(tmp_path, jobs):
    path = tmp_path / "archive.jsonl"
    path.write_text('{"id": "a", "text": "Идёт снег."}\n{"id": "b"}\n{"id": "c", "text": "Снег, снег."}\n', encoding="utf-8")
    found = pipeline(finds=Finds("снег")).extract_many(read(path), jobs=jobs)
    results = [(r.article.id, len(r.facts), [(f.stage, f.plugin) for f in r.failures]) for r in found]
    assert results == [("a", 1, []), (f"{path}:2", 0, [("read", "newsfacts")]), ("c", 1, [])]
    strict = Pipeline(discover=False, register={"finds": Finds("снег")}, on_error="raise")
    with pytest.raises(ExtractionError) as raised:
        list(strict.extract_many(read(path), jobs=jobs))
    assert "has no words in 'text'" in str(raised.value.exceptions[0])


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_no_article_is_an_error_after_the_results_of_those_before_it(jobs):
    results = pipeline(finds=Finds("снег")).extract_many(["снег", None], jobs=jobs)
    assert len(next(results).facts) == 1
    with pytest.raises(TypeError, match=r"not NoneType; newsfacts\.read reads files"):
        next(results)
    with pytest.raises(TypeError, match="not PosixPath"):
        next(pipeline(finds=Finds("снег")).extract_many([Path("article.txt")], jobs=jobs))


def test_what_would_be_lost_or_misread_is_refused():
    made = pipeline(finds=Finds("снег"))
    with pytest.raises(TypeError, match="published and language are for a text"):
        made.extract(Article(text="снег"), published="2025-09-29")
    for one in ("снег", Article(text="снег")):
        with pytest.raises(TypeError, match="several articles; give a list, or call extract"):
            next(made.extract_many(one))
    with pytest.raises(ValueError, match="on_error is 'rasie'"):
        Pipeline(on_error="rasie")


@pytest.mark.parametrize(
    ("least", "kept"),
    [
        (0.0, [0.4, 0.7]),  # all by default
        (0.5, [0.7]),
        (0.7, [0.7]),  # just so much is enough
        ({"weather": 0.71}, []),
        ({"money": 1, "weather": 0}, [0.4, 0.7]),  # another kind's does not count
    ],
)
def test_facts_with_less_confidence_are_left_out(least, kept):
    plugins = {"sure": Finds("снег", confidence=0.7), "unsure": Finds("идёт", "rumour", confidence=0.4)}
    made = Pipeline(discover=False, register=plugins, minimum_confidence=least)
    assert [fact.confidence for fact in made.extract(Article(text="идёт снег", language="ru")).facts] == kept


@pytest.mark.parametrize(
    ("least", "problem"),
    [
        ({"tilte": 0.5}, "no plugin yields facts of the kind 'tilte'; did you mean 'title'"),
        ({"title": 70}, "minimum_confidence: that of 'title' is 70; give a number from 0 to 1"),
        ({"title": True}, "is True"),
        ("0.7", "minimum_confidence: it is '0.7'"),
    ],
)
def test_a_confidence_that_cannot_be_meant_is_refused(least, problem):
    with pytest.raises(ValueError, match=problem):
        Pipeline(minimum_confidence=least)


def test_a_pipeline_can_be_pickled():
    made = pickle.loads(pickle.dumps(Pipeline(block=["titles", "quotes"], on_error="raise")))
    assert [extractor.name for extractor in made.extractors] == ["dateline", "money"]
    assert made.extract("Завод продали за 2 млн рублей.") == Pipeline(block=["titles", "quotes"]).extract(
        "Завод продали за 2 млн рублей."
    )


def test_worker_processes_give_the_same_results_in_order():
    texts = [f"Завод {n} продали за {n} млн рублей." for n in range(1, 30)]
    alone = [r.to_dict() for r in Pipeline().extract_many(texts)]
    assert [r.to_dict() for r in Pipeline().extract_many(texts, jobs=2)] == alone


def test_import_is_light():
    code = "import sys, newsfacts; print(*{'dateparser', 'pymorphy3', 'lxml', 'trafilatura', 'rich'} & sys.modules.keys())"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""


def test_marks_in_disorder_cost_no_quotes():
    text = (
        "Мост открыли. 5 мая (ТАСС) движение запустили утром. «Цех почти готов», — сказал Иван Орлов. — «Осталось«в», — сказал "
        "Иван Орлов. — «Осталось« провести свет». «Мы победили!» — крикнул Иван Орлов."
    )
    result = Pipeline(on_error="raise").extract(text)
    assert "Цех почти готов" in [quote.text for quote in result.quotes]


class Falls:
    """A plugin that fails on every article."""

    @hookimpl
    def newsfacts_relate(self, analysis, facts):
        raise RuntimeError("no model \x1b")


def test_failures_of_plugins_are_logged_with_their_tracebacks(caplog):
    caplog.set_level("DEBUG", logger="newsfacts")
    [failure] = Pipeline(register={"falls": Falls()}).extract(Article(text="Завод продали.", id="a")).failures
    [logged, trace] = [record for record in caplog.records if record.name.startswith("newsfacts")]
    assert logged.getMessage() == r"a: plugin 'falls' failed at relate: RuntimeError: no model \x1b"
    assert "in newsfacts_relate" in trace.getMessage()
    assert "in newsfacts_relate" in failure.traceback


def test_without_a_program_that_asks_nothing_is_printed():
    code = (
        "import newsfacts\nclass P:\n    @newsfacts.hookimpl\n    def newsfacts_relate(self, analysis, facts): 1 / 0\n"
        "assert newsfacts.Pipeline(register={'p': P()}).extract('Завод продали.').failures"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stderr == b""


@pytest.mark.parametrize("language", ["ru", "ru-RU"])
@pytest.mark.parametrize(
    "given", [lambda p, a: p.extract(a), lambda p, a: p.explain(a), lambda p, a: list(p.extract_many([a]))]
)
def test_a_text_in_another_language_than_is_said_is_warned_of_once(given, language):
    article = Article(id="mill.txt", text="The mill was sold for 2 million dollars, the minister said.", language=language)
    with pytest.warns(ReadWarning) as warned:
        given(Pipeline(), article)
    words = "mill.txt: the text looks English, but its language is said to be Russian ('ru'); leave it out, or say 'en'"
    assert [str(warning.message) for warning in warned] == [words]


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        ("Завод продали за 2 млн долларов, сказал министр.", "ru", "it is"),
        ("Mill Sold", "ru", "too little to be sure"),
        ("$5 — BMW", "ru", "a name is of no language"),
        ("Завод продали за 2 млн долларов, сказал министр.", "bg", "a neighbour, whose letters these are"),
        ("", "ru", "no text"),
    ],
)
def test_what_may_be_in_the_language_that_is_said_is_not_warned_of(text, language, why):
    Pipeline().extract(text, language=language)  # a warning is an error here


def test_the_name_of_a_file_is_a_text_and_the_warning_says_how_to_read_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("Завод продали за 2 млн рублей.", encoding="utf-8")
    words = r"'article\.txt' is a file here, and a string is a text; give Path\('article\.txt'\)"
    with pytest.warns(ReadWarning, match=words) as warned:
        assert newsfacts.extract("article.txt").article.text == "article.txt"
    assert warned[0].filename == __file__
    with pytest.warns(ReadWarning, match=words):
        list(Pipeline().extract_many(["article.txt"]))
    Pipeline().extract("articles.txt")  # no such file: a text without a warning


def test_an_address_is_a_text_and_the_warning_says_how_to_read_a_page():
    with pytest.warns(ReadWarning, match=r"is an address, and a string is a text; fetch the page, .*read_html\(page, url=…\)"):
        newsfacts.extract("https://example.org/20250929/mill.html")
    Pipeline().extract("See https://example.org/20250929/mill.html")
