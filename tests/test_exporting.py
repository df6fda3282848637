import io
import json
from decimal import Decimal

import pytest
from helpers import Finds

from newsfacts import Article, Exporter, MoneyAmount, Pipeline, Result, hookimpl
from newsfacts.exporting import write_each
from newsfacts.plugins import Plugins


class Counts:
    @hookimpl
    def newsfacts_exporters(self):
        def write(results, stream):
            stream.writelines(f"{len(result.facts)}\n" for result in results)

        return [Exporter(name="counts", suffix=".txt", write=write)]


def exporters(**plugins):
    return Plugins(discover=False, register=plugins).gather("newsfacts_exporters", lambda exporter: exporter.name)


def written(name, results, **plugins):
    stream = io.StringIO()
    exporters(**plugins)[name].write(results, stream)
    return stream.getvalue()


def result(text="Идёт снег."):
    return Pipeline(discover=False, register={"finds": Finds("снег", degrees=-3)}).extract(Article(text=text, id="a"))


def test_a_plugin_adds_a_format():
    assert exporters(counts=Counts()).keys() - exporters().keys() == {"counts"}
    assert written("counts", [result(), result("Сухо.")], counts=Counts()) == "1\n0\n"


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
    table = written("table", [broken.extract("Идёт снег."), broken.extract("It is snow.", language="en")])
    for words in (
        "weather",
        "degrees: -3",
        "raises failed at relate: RuntimeError: [bold]no",
        "not for language 'en': weather",
    ):
        assert words in table


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
    ],
)
def test_a_file_of_its_own_is_named_after_its_article(id_, name, tmp_path):
    write_each([Result(article=Article(text="a", id=id_))] * 2, exporters()["json"], tmp_path / "new")
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == sorted([f"{name}.json", f"{name}-2.json"])
