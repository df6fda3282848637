import io
import json
import re
from decimal import Decimal

import attrs
import pytest
from attrs import evolve
from helpers import Finds, weather

import newsfacts
from newsfacts import Article, Exporter, Failure, MoneyAmount, Pipeline, Record, Result, hookimpl
from newsfacts.exporting import write_each
from newsfacts.plugins import Plugins


class Counts:
    @hookimpl
    def newsfacts_exporters(self):
        def write(results, stream):
            stream.writelines(f"{len(result.facts)}\n" for result in results)

        return [Exporter(name="counts", suffix=".txt", write=write)]


def exporters(**plugins):
    return Plugins(discover=False, register=plugins).exporters


def written(name, results, **plugins):
    stream = io.StringIO()
    exporters(**plugins)[name].write(results, stream)
    return stream.getvalue()


def result(text="Идёт снег."):
    return Pipeline(discover=False, register={"finds": Finds("снег", degrees=-3)}).extract(Article(text=text, id="a"))


@pytest.mark.parametrize("name", [name for name, exporter in exporters().items() if not exporter.binary])
def test_a_format_needs_the_values_alone(name):
    found = result()
    record = Record(**{field.name: getattr(found, field.name) for field in attrs.fields(Record)})
    assert written(name, [record]) == written(name, [found])


def test_a_plugin_adds_a_format():
    assert exporters(counts=Counts()).keys() - exporters().keys() == {"counts"}
    assert written("counts", [result(), result("Сухо.")], counts=Counts()) == "1\n0\n"


@pytest.mark.parametrize(
    ("name", "suffix", "error"),
    [
        ("x", "", ValueError),
        ("x", "txt", ValueError),
        ("x", "./../x", ValueError),
        ("", ".x", ValueError),
        ("x", None, TypeError),
    ],
)
def test_a_format_needs_a_name_and_a_suffix(name, suffix, error):
    with pytest.raises(error):
        Exporter(name=name, suffix=suffix, write=print)


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_json_is_an_object_for_one_and_an_array_otherwise(number):
    plain = json.loads(written("json", (result() for _ in range(number))))
    assert plain == (result().to_dict() if number == 1 else [result().to_dict()] * number)


def test_json_lines_are_lines():
    lines = written("jsonl", [result("Снег.\n\nИдёт снег."), result()]).splitlines()
    assert [json.loads(line)["article"]["text"] for line in lines] == ["Снег.\n\nИдёт снег.", "Идёт снег."]


def test_the_contract_s_keys():
    plain = result().to_dict()
    assert list(plain) == ["schema", "article", "facts", "entities", "conflicts", "failures", "skipped"]
    contract = {"id", "url", "headline", "published", "language", "source", "authors", "text"}
    assert plain["article"].keys() == contract | {"modified", "hints"}
    [fact] = plain["facts"]
    assert fact == {
        "id": "f1", "kind": "weather", "start": 5, "end": 9, "text": "снег", "confidence": 1.0,
        "extractors": ["weather"], "degrees": -3,
    }  # fmt: skip


@pytest.mark.parametrize(("amount", "text"), [("2E+9", "2000000000"), ("0.10", "0.10"), ("1E-8", "0.00000001")])
def test_decimals_have_no_exponent(amount, text):
    fact = MoneyAmount(start=0, end=1, text="2", amount=Decimal(amount))
    assert Result(article=Article(text="2"), facts=(fact,)).to_dict()["facts"][0]["amount"] == text


def test_the_table_shows_facts_failures_and_what_was_skipped():
    class Raises:
        @hookimpl
        def newsfacts_relate(self, analysis, facts):
            raise RuntimeError("[bold]no")

    broken = Pipeline(discover=False, register={"finds": Finds("снег", degrees=-3), "raises": Raises()})
    found = broken.extract("Идёт снег.")
    table = written("table", [found, evolve(found, skipped=("tides",))])
    for words in (
        "weather",
        "degrees: -3",
        "raises failed at relate: RuntimeError: [bold]no",
        "not for language 'ru': tides",
    ):
        assert words in table


@pytest.mark.parametrize(("confidence", "marked"), [(0.49, True), (0.5, False), (0.9, False)])
def test_the_table_marks_a_fact_that_is_hardly_sure(confidence, marked):
    money = newsfacts.MoneyAmount(start=0, end=1, text="9", id="f1", confidence=confidence)
    table = written("table", [newsfacts.Result(article=Article(text="9"), facts=[money])])
    assert ("f1 ?" in table, "? its confidence is below 0.5" in table) == (marked, marked)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "no extractor serves English yet"),
        ("fi", "no extractor serves fi yet"),
        (
            None,
            "the language is not known, by letters and words it is neither Russian nor English; state it in the record, the "
            "page or with language=",
        ),
    ],
)
def test_the_table_says_why_an_article_has_no_facts(language, words):
    table = written("table", [Result(article=Article(text="Snow.", id="a", language=language), skipped=("weather",))])
    assert table.splitlines() == ["a", words]


def test_a_text_does_nothing_to_the_terminal():
    text = "\x1b[2J\x07\x9b1m\rснег\u202e\u2066"
    failure = Failure(stage="extract", plugin="\x1b]0;", message="\x08\n")
    table = written(
        "table", [Result(article=Article(text=text, headline=text), facts=(weather(text, text),), failures=(failure,))]
    )
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066]", table)
    assert r"\x1b[2J\x07\x9b1m\rснег\u202e\u2066" in table.splitlines()[0]


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("news/page.html", "page"),
        ("https://example.org/a/story.htm?x=1#top", "story"),
        ("https://example.org/", "https---example.org"),
        ("urn:newsml:example.org:2025:1", "urn-newsml-example.org-2025-1"),
        ("../../etc/passwd", "passwd"),
        ("Снег идёт!", "Снег-идёт"),
        ("...", "article"),
        (None, "article"),
        ("x" * 300, "x" * 100),
        ("龍" * 120, "龍" * 66),
        ("con", "article-con"),
        ("a/NUL.v2.txt", "article-NUL.v2"),
        ("console", "console"),
        (".", "article"),
        ("..", "article"),
        ("-/--", "article"),
        (".hidden", "hidden"),
        ("a\0b\nc", "a-b-c"),
        ("\udcff", "article"),
    ],
)
def test_a_file_of_its_own_is_named_after_its_article(id_, name, tmp_path):
    write_each([Result(article=Article(text="a", id=id_))] * 2, exporters()["json"], tmp_path / "new")
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == sorted([f"{name}.json", f"{name}-2.json"])


def test_two_articles_never_share_a_file(tmp_path):
    ids = ["a", "A", "a-2", "a", "龍" * 120, "龍" * 119, "é", "e\u0301"]
    write_each([Result(article=Article(text="a", id=id_)) for id_ in ids], exporters()["json"], tmp_path)
    assert sorted(json.loads(path.read_text(encoding="utf-8"))["article"]["id"] for path in tmp_path.iterdir()) == sorted(ids)
    assert len({path.name.casefold() for path in tmp_path.iterdir()}) == len(ids)


def test_names_of_many_articles_with_one_id_take_linear_time(tmp_path):
    asked = []

    def is_taken(path):
        asked.append(path)
        return len(asked) <= 40

    write_each([Result(article=Article(text="a", id="a"))] * 60, exporters()["jsonl"], tmp_path, is_taken=is_taken)
    assert len(asked) == 40 + 60


def test_an_article_that_cannot_be_written_costs_only_its_file(tmp_path):
    def write(results, stream):
        for result in results:
            stream.write("begun")
            if result.article.id == "bad":
                raise RuntimeError("no")

    lost = []
    results = [Result(article=Article(text="a", id=id_)) for id_ in ("one", "bad", "two")]
    exporter = Exporter(name="x", suffix=".x", write=write)
    write_each(results, exporter, tmp_path, on_error=lambda result, error: lost.append((result.article.id, str(error))))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.x", "two.x"]
    assert lost == [("bad", "no")]
    with pytest.raises(RuntimeError, match="no"):
        write_each(results, exporter, tmp_path)


def listing(write=None, **fields):
    """A format whose list of a folder's files is their names and their articles' ids."""

    def write_index(files, stream):
        stream.writelines(f"{name} {result.article.id}\n" for name, result in files)

    return Exporter(name="x", suffix=".x", write=write or (lambda results, _: [*results]), write_index=write_index, **fields)


def of_ids(*ids):
    return [Result(article=Article(text="a", id=id_)) for id_ in ids]


def test_several_files_of_a_folder_have_a_list_where_the_format_has_one(tmp_path):
    write_each(of_ids("b", "a", "b", "index"), listing(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.x", "b-2.x", "b.x", "index-2.x", "index.x"]
    assert (tmp_path / "index.x").read_text(encoding="utf-8") == "b.x b\na.x a\nb-2.x b\nindex-2.x index\n"


@pytest.mark.parametrize("ids", [(), ("a",)])
def test_one_file_needs_no_list(ids, tmp_path):
    write_each(of_ids(*ids), listing(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [f"{id_}.x" for id_ in ids]


def test_the_list_takes_no_input_s_place(tmp_path):
    write_each(of_ids("a", "b"), listing(), tmp_path, is_taken=lambda path: path.name == "index.x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.x", "b.x", "index-2.x"]


def test_what_is_not_written_is_not_listed(tmp_path):
    def write(results, _stream):
        for result in results:
            if result.article.id == "bad":
                raise RuntimeError("no")

    write_each(of_ids("a", "bad", "b"), listing(write), tmp_path, on_error=lambda _result, _error: None)
    assert (tmp_path / "index.x").read_text(encoding="utf-8") == "a.x a\nb.x b\n"


def test_articles_are_listed_as_they_are_written(tmp_path):
    asked = []

    def results():
        for result in of_ids("a", "b", "c"):
            asked.append(sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".x"))
            yield result

    write_each(results(), listing(), tmp_path)
    assert asked == [[], ["a.x"], ["a.x", "b.x"]]


def fails(_files, _stream):
    raise RuntimeError("no list")


def forgets(files, _stream):
    next(iter(files))


@pytest.mark.parametrize(("write_index", "problem"), [(fails, "no list"), (forgets, "did not take all")])
def test_a_list_that_cannot_be_written_costs_no_article(write_index, problem, tmp_path):
    with pytest.raises((RuntimeError, ValueError), match=problem):
        write_each(of_ids("a", "b", "c", "d"), evolve(listing(), write_index=write_index), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.x", "b.x", "c.x", "d.x"]


def test_a_binary_format_has_a_binary_list(tmp_path):
    def write_index(files, stream):
        stream.write(b"".join(name.encode() for name, _ in files))

    write_each(of_ids("a", "b"), evolve(listing(binary=True), write_index=write_index), tmp_path)
    assert (tmp_path / "index.x").read_bytes() == b"a.xb.x"


@pytest.mark.parametrize("name", ["annotations", "csv", "ftm", "html", "json", "jsonl", "jsonld", "labelstudio", "table"])
def test_text_is_utf_8_and_half_a_surrogate_pair_does_not_end_it(name):
    stream = io.BytesIO()
    result = Result(
        article=Article(text="Снег", id="a", authors=["\ud800"]), facts=(weather("Снег", "Снег", extractors=("\udcff",)),)
    )
    exporters()[name].write_bytes([result], stream)
    text = stream.getvalue().decode("utf-8")
    assert "Снег" in text
    if name == "json":
        assert json.loads(text)["facts"][0]["extractors"] == ["\udcff"]


def test_line_ends_of_csv_are_written_once():
    stream = io.BytesIO()
    exporters()["csv"].write_bytes([result()], stream)
    assert stream.getvalue().count(b"\r\n") == stream.getvalue().count(b"\n") == 2


def writes_later(results, stream):
    for _ in results:
        yield stream.write("x")


def writes_the_first(results, stream):
    stream.write(str(next(iter(results))))


@pytest.mark.parametrize(
    ("write", "binary", "error", "words"),
    [
        (writes_later, False, TypeError, "its write gave a generator; it must write before it returns"),
        (writes_the_first, False, ValueError, "did not take all results"),
        (lambda results, stream: None, True, ValueError, "did not take all results"),
    ],
)
def test_a_format_that_leaves_results_out_is_no_format(write, binary, error, words):
    exporter = Exporter(name="odd", suffix=".odd", write=write, binary=binary)
    results = [Result(article=Article(text=text)) for text in ("снег", "дождь")]
    with pytest.raises(error, match=words):
        exporter.write_bytes(results, io.BytesIO())
