"""The commands of benchmarks/ and training/, run as they are run."""

import json
import subprocess
import sys
from pathlib import Path

import accuracy
import detection
import pytest
from click.testing import CliRunner

pytestmark = pytest.mark.once

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "benchmarks" / "example"
SCRIPTS = [
    path
    for folder in ("benchmarks", "training")
    for path in sorted((ROOT / folder).glob("*.py"))
    if 'if __name__ == "__main__"' in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_script_starts(script):
    done = subprocess.run([sys.executable, script, "--help"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Usage: ")


def test_the_example_corpus_is_scored():
    done = CliRunner().invoke(accuracy.main, ["--corpora", str(EXAMPLE)])
    assert done.exit_code == 0, done.output
    rows = [line.strip("| ").split(" | ") for line in done.output.splitlines() if line.startswith("| example")]
    gold = {task: int(count) for _, task, *_, count in rows}
    assert gold == {
        **dict.fromkeys(("money", "money-span"), 3),
        **dict.fromkeys(("persons", "persons-overlap"), 4),
        "nominative": 2,
        "nominative-inflected": 1,
        "titles": 2,
        **dict.fromkeys(("quotes", "quotes-span"), 2),
        **dict.fromkeys(("indirect", "indirect-span"), 4),
        **dict.fromkeys(("occupations", "occupations-where"), 2),
        **dict.fromkeys(("attributions", "attributions-content", "content-exact", "source-exact", "cue-exact"), 1),
        "dateline": 2,
    }


def test_errors_are_shown_for_a_task(tmp_path):
    record = {"id": "wire", "text": "Мост стоит 5 млн рублей.", "language": "ru"}
    record["gold"] = {"money": [{"start": 11, "end": 23, "amount": "7000000", "currency": "RUB"}], "dateline": None}
    (tmp_path / "wire.jsonl").write_text(json.dumps(record), encoding="utf-8")
    done = CliRunner().invoke(accuracy.main, ["--corpora", str(tmp_path), "wire", "--task", "money", "--errors", "3"])
    assert "wire, money: missed\nwire: '5 млн рублей' = ['7000000', 'None', 'None', 'RUB']" in done.output
    assert "wire, money: found wrongly\nwire: '5 млн рублей' = ['5000000', 'None', 'None', 'RUB']" in done.output
    assert "dateline" not in done.output


def test_figures_as_json():
    done = CliRunner().invoke(accuracy.main, ["--corpora", str(EXAMPLE), "--json", "--task", "dateline"])
    [tasks] = [corpus["tasks"] for corpus in json.loads(done.output).values()]
    assert tasks["dateline"]["gold"] == 2


@pytest.mark.parametrize(
    ("names", "problem"), [(["wires"], "has no wires; it has example"), (["example.jsonl"], "has no example.jsonl")]
)
def test_a_corpus_that_is_not_there(names, problem):
    done = CliRunner().invoke(accuracy.main, ["--corpora", str(EXAMPLE), *names])
    assert done.exit_code == 1
    assert problem in done.output


@pytest.mark.parametrize(
    ("script", "keys", "options"),
    [
        ("names", ("persons", "organizations"), ["--models", "2"]),
        ("titles", ("professions", "works_as", "persons", "organizations"), []),
        ("quotes", ("quotes",), []),
    ],
)
def test_training_gives_the_same_weights_again_and_judges_by_other_documents(tmp_path, script, keys, options):
    first, *_ = (EXAMPLE / "example.jsonl").read_text(encoding="utf-8").splitlines()
    record = json.loads(first)
    record["gold"] = {key: record["gold"][key] for key in keys}
    (tmp_path / "corpus.jsonl").write_text((json.dumps(record) + "\n") * 4, encoding="utf-8")
    command = [sys.executable, ROOT / "training" / f"{script}.py", tmp_path / "corpus.jsonl"]
    once, again = (
        subprocess.run([*command, tmp_path / name, *options, "--folds", "2"], capture_output=True, text=True)
        for name in ("once", "again")
    )
    assert (once.returncode, again.returncode) == (0, 0), once.stderr + again.stderr
    assert "F1 " in once.stdout
    assert (tmp_path / "once").read_bytes() == (tmp_path / "again").read_bytes() != b""


@pytest.mark.parametrize("script", ["names", "titles"])
def test_training_names_what_a_corpus_lacks(tmp_path, script):
    (tmp_path / "corpus.jsonl").write_text('{"id": "a", "text": "Да.", "gold": {}}\n', encoding="utf-8")
    command = [sys.executable, ROOT / "training" / f"{script}.py", tmp_path / "corpus.jsonl", tmp_path / "weights"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert "corpus.jsonl:1: no key" in done.stderr


def test_languages_are_measured_by_pieces(tmp_path):
    texts = {"ru": "Завод построят у реки, заявил мэр. ", "de": "Die Brücke wird im Juli eröffnet. ", "en": "Most. "}
    lines = [json.dumps({"language": code, "text": text * 20}) for code, text in texts.items()]
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    done = CliRunner().invoke(detection.main, [str(path), "--length", "100"])
    assert done.exit_code == 0, done.output
    rows = [line.strip("| ").split(" | ") for line in done.output.splitlines()[2:]]
    assert [(code, right) for code, _, right in rows] == [("de", "100.0 %"), ("en", "100.0 %"), ("ru", "100.0 %")]
