"""Articles in, facts out, as Arrow record batches: what engines of many machines run."""

import datetime
import json
import pickle
import subprocess
import sys
from decimal import Decimal
from typing import ClassVar

import pyarrow as pa
import pytest
from attrs import frozen
from helpers import Finds, Weather, extractor

from newsfacts import Article, MoneyAmount, NoExtractorsError, OfficialTitle, Pipeline, ReadWarning, extract, hookimpl
from newsfacts import read as read_articles
from newsfacts.arrow import KEYS, SCHEMA, default_pipeline, extract_batches, extract_table, spark_schema
from newsfacts.exporters.columnar import to_record_batch

TEXT = "МИНСК, 29 сен – РИА Новости. Завод купили за два миллиарда рублей, сообщил министр Пётр Чистов."


def rows(*records, columns=None, **arrays):
    """The rows of records, or of whole columns, that are given as one batch."""
    batch = pa.RecordBatch.from_pylist(list(records)) if records else pa.RecordBatch.from_pydict(arrays)
    batches = list(extract_batches(iter([batch])))
    assert all(batch.schema == SCHEMA for batch in batches)
    return [row for batch in batches for row in batch.to_pylist()]


@frozen(kw_only=True)
class Rank(OfficialTitle):
    """A third party's kind of title that takes a number where the column holds words."""

    kind: ClassVar[str] = "rank"
    position: int


@pytest.fixture
def pipeline(monkeypatch):
    """Replaces the process's pipeline for a test."""

    def replace(run):
        monkeypatch.setattr(
            "newsfacts.arrow.default_pipeline", lambda: run if isinstance(run, Pipeline | Stumbles) else plugin(run)
        )

    return replace


def plugin(run):
    class Plugin:
        @hookimpl
        def newsfacts_extractors(self):
            return [extractor("odd", run, yields=(Weather, MoneyAmount, Rank))]

    return Pipeline(discover=False, register={"odd": Plugin(), "fine": Finds("снег")})


class Stumbles:
    """A pipeline that stumbles by itself, which a broken plugin does not make it do."""

    def extract(self, article):
        if "бур" in article.text:
            raise RecursionError("too deep")
        return plugin(lambda analysis: []).extract(article)


def test_a_fact_is_a_row():
    found = rows({"id": "n-1", "url": "https://example.org/1", "text": TEXT, "published": "2025-09-30", "language": "ru"})
    assert [row["kind"] for row in found] == ["dateline", "quote", "money", "title"]
    assert {(row["article_id"], row["url"], row["published"], row["language"], row["error"]) for row in found} == {
        ("n-1", "https://example.org/1", "2025-09-30", "ru", None)
    }
    assert all(row["text"] == TEXT[row["start"] : row["end"]] for row in found)
    assert (found[0]["date"], found[1]["speaker"], found[2]["currency"]) == ("2025-09-29", "Пётр Чистов", "RUB")


def test_what_comes_out_is_what_the_files_of_records_give(tmp_path):
    texts = [TEXT, TEXT.replace("два", "три"), "Сухо.", None, "  ", TEXT.replace("Пётр", "Иван")]
    records = [
        {"id": str(n), "text": text, "html": None, "published": "2025-09-30", "language": "ru"} for n, text in enumerate(texts)
    ]
    records[1]["language"] = "klingon"
    records[5] |= {"text": None, "html": f"<html><body><article><p>{texts[5]}</p><p>{TEXT}</p></article></body></html>"}
    file = tmp_path / "archive.jsonl"
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    items = [extract(item) if isinstance(item, Article) else item for item in read_articles(file)]
    expected = to_record_batch(items).to_pylist()
    for row in expected:  # a file's errors are named by line
        row["article_id"] = {f"{file}:{n + 1}": str(n) for n in range(6)}.get(row["article_id"], row["article_id"])
    assert rows(*records) == expected
    assert [row["article_id"] for row in expected if row["error"]] == ["1", "3", "4"]


@pytest.mark.parametrize(
    ("given", "type_", "published"),
    [
        ("2025-09-30T08:00:00+03:00", pa.string(), "2025-09-30T08:00:00+03:00"),
        ("2025-09-30", pa.large_string(), "2025-09-30"),
        ("2025-09-30", pa.dictionary(pa.int8(), pa.string()), "2025-09-30"),
        (datetime.date(2025, 9, 30), pa.date32(), "2025-09-30"),
        (datetime.datetime(2025, 9, 30, 8), pa.timestamp("us"), "2025-09-30T08:00:00"),
        (datetime.datetime(2025, 9, 30, 8), pa.timestamp("s", tz="UTC"), "2025-09-30T08:00:00+00:00"),
        (datetime.datetime(2025, 9, 30, 5), pa.timestamp("us", tz="Europe/Minsk"), "2025-09-30T08:00:00+03:00"),
        (1759219200_123456789, pa.timestamp("ns"), "2025-09-30T08:00:00.123456"),
        (None, pa.timestamp("us"), None),
    ],
)
def test_published_is_a_string_a_date_or_a_timestamp(given, type_, published):
    found = rows(text=[TEXT], published=pa.array([given], type_))
    assert (found[0]["published"], found[0]["error"]) == (published, None)
    assert found[0]["date"] == ("2025-09-29" if published else "--09-29")


@pytest.mark.parametrize(
    ("record", "id_", "problem"),
    [
        ({"id": "n-1", "text": None}, "n-1", "has no words in 'text'"),
        ({"id": 17, "text": "\n"}, "17", "has no words in 'text'"),
        ({"url": "https://example.org/1", "text": ""}, "https://example.org/1", "has no words in 'text'"),
        ({"id": "n-1", "text": TEXT, "language": "klingon"}, "n-1", "no language that ISO 639 knows"),
        ({"id": "n-1", "text": TEXT, "url": 17}, "n-1", "not a string"),
        ({"id": "n-1", "text": [TEXT]}, "n-1", "not a string"),
        ({"id": "n-1", "html": "<html></html>"}, "n-1", "article"),
        ({"id": "n-1"}, "n-1", "has no words in 'text'"),
    ],
)
def test_a_bad_article_is_a_row_with_the_reason(record, id_, problem):
    [row] = rows(record)
    assert (row["article_id"], row["kind"]) == (id_, None)
    assert problem in row["error"]


@pytest.mark.parametrize("published", ["29 сентября", "", 20250929])
def test_a_date_that_is_none_costs_no_row(published):
    with pytest.warns(ReadWarning, match="n-1: 'published' is .* which is no ISO 8601 date"):
        found = rows({"id": "n-1", "text": TEXT, "published": published})
    assert [row["kind"] for row in found] == ["dateline", "quote", "money", "title"]
    assert {(row["published"], row["error"]) for row in found} == {(None, None)}


def test_a_string_that_is_no_utf_8_costs_its_article_only():
    offsets = pa.array([0, 2, 2 + len(TEXT.encode())], pa.int32()).buffers()[1]
    texts = pa.Array.from_buffers(pa.string(), 2, [None, offsets, pa.py_buffer(b"\xff\xfe" + TEXT.encode())])
    bad, *fine = rows(id=["a", "b"], text=texts)
    assert (bad["article_id"], bad["kind"]) == ("a", None)
    assert "can't decode byte 0xff" in bad["error"]
    assert [(row["article_id"], row["error"]) for row in fine] == [("b", None)] * 4


def test_an_article_without_a_name_is_named_by_its_text():
    one, same, other = ({row["article_id"] for row in rows({"text": text})} for text in (TEXT, TEXT, f"{TEXT} "))
    assert one == same != other
    assert one.pop().startswith("sha256:")


def raises(analysis):
    if "бур" in analysis.text:
        raise RuntimeError("no luck")
    return []


def a_number_for_words(analysis):
    if "бур" in analysis.text:
        span = analysis.span(0, 3)
        yield Rank(start=span.start, end=span.end, text=span.text, position=5)


def half_a_character(analysis):
    if "бур" in analysis.text:
        span = analysis.span(0, 3)
        yield MoneyAmount(start=span.start, end=span.end, text=span.text, amount=Decimal(3), currency="\ud83d")


@pytest.mark.parametrize(
    ("run", "facts", "problem"),
    [
        (raises, 1, "RuntimeError"),
        (half_a_character, 1, "currency holds half a character"),
        (a_number_for_words, 0, "its facts do not fit the columns"),
        (Stumbles(), 0, "RecursionError: too deep"),
    ],
    ids=["raises", "half a character", "a number for words", "stumbles"],
)
def test_what_a_plugin_breaks_is_one_article(pipeline, run, facts, problem):
    pipeline(run)
    found = rows(
        *({"id": str(n), "text": text, "language": "ru"} for n, text in enumerate(["снег", "буря, снег", "снег, снег"]))
    )
    errors = [row for row in found if row["error"]]
    assert [(row["article_id"], row["kind"]) for row in errors] == [("1", None)]
    assert problem in errors[0]["error"]
    assert [row["article_id"] for row in found if row["kind"]] == ["0", *["1"] * facts, "2", "2"]


def test_without_extractors_nothing_passes_for_an_answer(monkeypatch):
    monkeypatch.setattr("newsfacts.arrow.default_pipeline", lambda: Pipeline(discover=False))
    with pytest.raises(NoExtractorsError):
        rows({"text": TEXT})


def test_batches_are_taken_as_they_are_asked_for_and_large_ones_are_cut(pipeline):
    pipeline(plugin(lambda analysis: []))
    taken = []

    def batches():
        for n in range(3):
            taken.append(n)
            yield pa.RecordBatch.from_pydict({"text": ["снег"] * 300, "language": ["ru"] * 300})

    given = extract_batches(batches())
    assert taken == []
    assert [next(given).num_rows, next(given).num_rows] == [256, 44]
    assert taken == [0]
    assert [batch.num_rows for batch in given] == [256, 44] * 2


def test_empty_batches_and_tables():
    empty = pa.table({"text": pa.array([], pa.string())})
    assert list(extract_batches(empty.to_batches())) == []
    assert extract_table(empty).schema == SCHEMA
    assert extract_table(pa.table({"text": [TEXT]})).column("kind").to_pylist() == ["dateline", "quote", "money", "title"]


def test_columns_of_others_are_ignored():
    assert rows({"text": TEXT, "label": {"deep": [1]}, "confidence": 3}) == rows({"text": TEXT})
    assert set(KEYS) == {"id", "url", "headline", "published", "language", "text", "html"}


def test_the_function_travels_to_other_processes_and_builds_its_pipeline_there_once():
    assert pickle.loads(pickle.dumps(extract_batches)) is extract_batches
    assert default_pipeline() is default_pipeline()


def test_spark_s_words_for_the_schema():
    words = dict(column.split(" ") for column in spark_schema().split(", "))
    assert [name.strip("`") for name in words] == SCHEMA.names
    assert (words["`end`"], words["`amount`"], words["`places`"]) == ("int", "decimal(38,9)", "array<string>")


def test_the_engines_are_loaded_by_who_uses_them():
    code = "import sys, newsfacts; assert not {'pyarrow', 'pyspark', 'pandas'} & sys.modules.keys(); import newsfacts.arrow; "
    subprocess.run([sys.executable, "-c", f"{code} assert not {{'pyspark', 'pandas'}} & sys.modules.keys()"], check=True)
    code = "import sys; sys.modules['pyarrow'] = None; import newsfacts.arrow"
    failed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert failed.stderr.splitlines()[-1].endswith("pyarrow is not installed; run: pip install 'newsfacts[arrow]'")
