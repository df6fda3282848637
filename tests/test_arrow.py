"""Arrow and Parquet: typed columns, read back equal."""

import io
import json
import subprocess
import sys
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from helpers import weather
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import FACTS, MENTIONS, STORM, Fine, result, sample, span
from test_csv import Raises
from test_exporting import exporters
from test_properties import PIPELINE, wire

from newsfacts import Article, MissingExtraError, MoneyAmount, ReadError, Result
from newsfacts.exporters import columnar
from newsfacts.exporters.rows import COLUMNS

FORMATS = {"parquet": pq.read_table, "arrow": lambda stream: pa.ipc.open_stream(stream).read_all()}


def table(results, name="parquet"):
    stream = io.BytesIO()
    exporters()[name].write(results, stream)
    stream.seek(0)
    return FORMATS[name](stream)


def money(amount):
    return result([MoneyAmount(**span("0,5 евро"), amount=Decimal(amount), currency="EUR")])


def test_the_schema():
    assert columnar.SCHEMA.names == list(COLUMNS)
    types = {str(columnar.SCHEMA.field(name).type) for name in COLUMNS}
    # All of them have a counterpart in Spark; dictionaries and large strings have none.
    assert types == {"string", "int32", "double", "list<item: string>", "decimal128(38, 9)"}
    assert all(field.nullable for field in columnar.SCHEMA)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_written_is_read_back(name):
    read = table([sample(), sample()], name)
    assert read.schema == columnar.SCHEMA
    rows = read.to_pylist()
    assert rows[:10] == rows[10:]
    for row, fact in zip(rows, sample().facts, strict=False):
        assert (row["fact_id"], row["kind"], row["start"], row["end"], row["text"], row["confidence"], row["extractors"]) == (
            fact.id, fact.kind, fact.start, fact.end, fact.text, fact.confidence, ["gives"],
        )  # fmt: skip
    dateline, former, quote, between, _, current, about, weather, *_ = (
        {name: value for name, value in row.items() if value is not None and name in COLUMNS[11:]} for row in rows
    )
    assert dateline == {"places": ["Минск", "Париж"], "date": "2025-09-29", "agency": "ТАСС", "agencies": ["ТАСС", "AFP"]}
    assert former == {"position": "глава", "organization": "концерн «Ромашка»", "status": "former", "person": "Анна Ким"}
    assert (current["place"], current["status"]) == ("Самарская область", "current")
    assert quote == {"style": "indirect", "speaker": "Анна Ким", "speaker_type": "person", "cue": "заявила"}
    assert between == {"minimum": Decimal(3_000_000), "maximum": Decimal(5_500_000), "currency": "RUB"}
    assert about == {"amount": Decimal("0.5"), "currency": "EUR", "qualifier": "about"}
    assert weather == {"fields": '{"degrees": -3}'}
    assert rows[0]["published"] == "2025-09-29T10:30:00+00:00"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("results", [[], [Result(article=Article(text="Сухо."))]], ids=["no article", "no fact"])
def test_an_empty_file_has_the_columns(name, results):
    read = table(results, name)
    assert (read.schema, read.num_rows) == (columnar.SCHEMA, 0)


@pytest.mark.parametrize("amount", ["2E+9", "0.10", "1E-9", "9" * 29 + "." + "9" * 9, "-5.5", "0", "1.0000000000000"])
def test_a_number_that_fits_is_equal(amount):
    [row] = table([money(amount)]).to_pylist()
    assert (row["amount"], row["fields"]) == (Decimal(amount), None)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("1E-10", "0.0000000001"),
        ("1E+29", "1" + "0" * 29),
        ("1.0000000001", "1.0000000001"),
    ],
)
def test_a_number_that_does_not_fit_is_not_rounded(amount, text):
    [row] = table([money(amount)]).to_pylist()
    assert row["amount"] is None
    assert json.loads(row["fields"]) == {"amount": text}


def test_a_third_party_s_fields_are_json():
    read = table([result([STORM], MENTIONS)]).to_pylist()
    plain = result([STORM], MENTIONS).to_dict()["facts"][0]
    fields = json.loads(read[0]["fields"])
    assert fields == {name: plain[name] for name in fields}
    assert (fields["amount"], read[0]["amount"]) == ("сильный; =1+1", None)


def test_a_third_party_s_number_that_does_not_fit_stands_beside_its_fields():
    fine = Fine(**span("0,5 евро"), amount=Decimal("1E-12"), currency="ETH", article="12.9")
    [row] = table([result([fine])]).to_pylist()
    assert json.loads(row["fields"]) == {"article": "12.9", "amount": "0.000000000001"}


def test_an_article_that_could_not_be_read_has_a_row():
    batch = columnar.to_record_batch([ReadError("a.txt", "is empty"), sample()])
    assert isinstance(batch, pa.RecordBatch)
    error, *facts = batch.to_pylist()
    assert {name: value for name, value in error.items() if value is not None} == {"article_id": "a.txt", "error": "is empty"}
    assert len(facts) == 10
    assert not any(fact["error"] for fact in facts)


def test_an_article_on_which_a_plugin_failed_has_a_row_that_says_so():
    *facts, error = columnar.to_record_batch([result(FACTS, MENTIONS, raises=Raises())]).to_pylist()
    assert len(facts) == 10
    assert (error["article_id"], error["kind"], error["error"]) == (
        "n-1",
        None,
        "raises failed at relate: RuntimeError: no luck",
    )


def test_a_batch_of_nothing_has_the_columns():
    assert columnar.to_record_batch([]).schema == columnar.SCHEMA


def test_row_groups_are_written_as_results_come(monkeypatch):
    monkeypatch.setattr(columnar, "_BATCH", 10)
    monkeypatch.setattr(columnar, "_ROW_GROUP", 20)
    stream = io.BytesIO()
    sizes = []

    def results():
        for _ in range(7):
            sizes.append(len(stream.getvalue()))
            yield sample()

    columnar.write_parquet(results(), stream)
    file = pq.ParquetFile(stream)
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [20, 20, 20, 10]
    assert len(set(sizes)) == 4  # what was there at first, and after each full row group


def test_batches_are_streamed_as_results_come(monkeypatch):
    monkeypatch.setattr(columnar, "_BATCH", 10)
    stream = io.BytesIO()
    sizes = []

    def results():
        for _ in range(4):
            sizes.append(len(stream.getvalue()))
            yield sample()

    columnar.write_arrow(results(), stream)
    assert sizes == sorted(set(sizes))
    assert [batch.num_rows for batch in pa.ipc.open_stream(stream.getvalue())] == [10] * 4


@given(st.lists(wire, max_size=3))
@settings(max_examples=50)
@pytest.mark.slow
def test_of_no_text_anything_is_lost(texts):
    results = [PIPELINE.extract(Article(text=text, id=str(n), language="ru")) for n, text in enumerate(texts)]
    rows = table(results).to_pylist()
    facts = [(r.article.id, f) for r in results for f in r.facts]
    assert [(row["article_id"], row["fact_id"], row["text"]) for row in rows] == [(id_, f.id, f.text) for id_, f in facts]
    amounts = [getattr(f, name, None) for _, f in facts for name in ("amount", "minimum", "maximum")]
    assert [row[name] for row in rows for name in ("amount", "minimum", "maximum")] == amounts


@pytest.mark.slow
def test_nothing_loads_pyarrow_before_it_is_used():
    code = (
        "import sys; from newsfacts.plugins import Plugins;"
        "names = list(Plugins(discover=False).exporters);"
        "assert {'arrow', 'parquet'} <= set(names);"
        "assert not {'pyarrow', 'rich.table'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", FORMATS)
def test_without_pyarrow_the_error_says_what_to_install(name, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "newsfacts.exporters.columnar")
    with pytest.raises(MissingExtraError, match=r"pip install 'newsfacts\[arrow\]'") as caught:
        exporters()[name].write([sample()], io.BytesIO())
    assert (caught.value.extra, caught.value.package) == ("arrow", "pyarrow")


@pytest.mark.parametrize("name", FORMATS)
def test_half_a_surrogate_pair_does_not_end_a_file(name):
    fact = weather("Снег", "Снег", extractors=("\udcff",))
    found = table([Result(article=Article(text="Снег"), facts=(fact, fact))], name)
    assert found.column("extractors").to_pylist() == [[r"\udcff"]] * 2


MAIN = "from newsfacts.cli import main; main()"
TEXT = "МИНСК, 29 сен – РИА Новости. Завод купили за два миллиарда рублей.\n"


def command(*arguments, code=MAIN, **options):
    return subprocess.run(
        [sys.executable, "-c", code, "extract", *arguments], input=TEXT.encode(), capture_output=True, **options
    )


@pytest.mark.slow
def test_the_command_line_writes_parquet_to_a_pipe_to_a_file_and_to_a_folder(tmp_path):
    piped = command("-f", "parquet", check=True).stdout
    command("-f", "parquet", "-o", tmp_path / "facts.parquet", check=True)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    command("-f", "parquet", "-o", f"{tmp_path}/out/", tmp_path / "a.txt", check=True)
    files = [io.BytesIO(piped), tmp_path / "facts.parquet", *(tmp_path / "out").glob("*.parquet")]
    assert [pq.read_table(file).column("kind").to_pylist() for file in files] == [["dateline", "money"]] * 3


def test_the_command_line_says_what_to_install():
    failed = command("-f", "arrow", code=f"import sys; sys.modules['pyarrow'] = None; {MAIN}", check=False)
    assert failed.returncode == 1
    assert failed.stderr.decode().splitlines()[-1] == "Error: pyarrow is not installed; run: pip install 'newsfacts[arrow]'"
