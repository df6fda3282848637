import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsfacts import __version__
from newsfacts.cli import main

SEED = Path(__file__).parent.parent / "seeds" / "000_b1121ad0624d0098.txt"


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, arguments, input=stdin)


def test_version():
    assert run("--version").output.strip() == f"main {__version__}"


def test_one_input_is_one_object_several_are_an_array():
    one = run("extract", str(SEED), "-f", "json")
    assert one.exit_code == 0
    assert json.loads(one.output)["article"]["id"] == str(SEED)
    two = run("extract", str(SEED), str(SEED), "-f", "json")
    assert [r["schema"] for r in json.loads(two.output)] == ["newsfacts/1"] * 2


def test_json_lines_in_and_out_keep_the_order_and_go_on_after_a_bad_record(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "a", "text": "Продали за 2 млн рублей."}\nno\n{"id": "b", "text": "Снег."}\n', encoding="utf-8")
    out = tmp_path / "out.jsonl"
    result = run("extract", str(path), "-f", "jsonl", "-o", str(out))
    assert result.exit_code == 1
    assert f"{path}:2" in result.stderr
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(r["article"]["id"], len(r["facts"])) for r in records] == [("a", 1), ("b", 0)]


def test_a_format_that_lacks_its_library_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "newsfacts.exporters.arrow", raising=False)
    out = tmp_path / "facts.parquet"
    out.write_bytes(b"yesterday's")
    result = run("extract", str(SEED), "-f", "parquet", "-o", str(out))
    assert result.exit_code == 1
    assert "newsfacts[arrow]" in result.stderr
    assert out.read_bytes() == b"yesterday's"


def test_an_input_is_not_written_over(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text('{"text": "Снег."}\n', encoding="utf-8")
    (tmp_path / "link.jsonl").symlink_to(path)
    result = run("extract", str(path), "-f", "jsonl", "-o", str(tmp_path / "link.jsonl"))
    assert result.exit_code == 2
    assert "is an input too" in result.stderr
    assert path.read_text(encoding="utf-8") == '{"text": "Снег."}\n'


def test_standard_input():
    result = run("extract", "-", "-f", "jsonl", stdin="Завод продали за 2 млн рублей.")
    [fact] = json.loads(result.output)["facts"]
    assert (fact["amount"], fact["currency"]) == ("2000000", "RUB")


def test_the_table_shows_every_fact_and_person():
    output = run("extract", str(SEED)).output
    for words in ("РИА Новости", "Виктор Каранкевич", "2 000 000 000", "председатель"):
        assert words in output


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["extract", "gone.txt", "-f", "jsonl"], 1, "gone.txt"),
        (["extract", "-f", "yaml"], 2, "yaml"),
        (["extract", "--jobs", "0"], 2, "jobs"),
        (["explode"], 2, "explode"),
    ],
)
def test_exit_status_and_reason(arguments, status, words):
    result = run(*arguments)
    assert result.exit_code == status
    assert words in result.stderr


def test_an_unreadable_input_does_not_hide_the_readable_one():
    result = run("extract", "gone.txt", str(SEED), "-f", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1


def test_progress_goes_to_standard_error(tmp_path):
    result = run("extract", str(SEED), "-f", "jsonl", "--progress")
    assert "1 articles" in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_plugins_are_listed():
    output = run("plugins", "--block", "money").output
    assert "quotes" in output
    assert "blocked" in output
