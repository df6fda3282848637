import csv
import gzip
import io
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers import names

from newsfacts import __version__, plugins
from newsfacts.cli import main

TEXT = "Завод продали за 2 млн рублей."
ENGLISH = "The plant was sold to its workers."
MAIN = "from newsfacts.cli import main; main(prog_name='newsfacts')"
SEED = Path(__file__).parent.parent / "seeds" / "000_b1121ad0624d0098.txt"


def run(*arguments, stdin=None):
    return CliRunner().invoke(main, arguments, input=stdin)


def command(*arguments, **options):
    """The command in a process of its own, where streams, signals and the locale are the system's."""
    options = {"stdin": subprocess.DEVNULL, "capture_output": True} | options
    return subprocess.run([sys.executable, "-c", MAIN, *arguments], check=False, **options)


def article(path, text=TEXT):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def records(path, *records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return str(path)


def install(folder, name, code):
    """A plugin as an installed distribution has it; the environment in which it is found."""
    info = folder / f"{name}-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[newsfacts]\n{name} = {name}_plugin\n", encoding="utf-8")
    (folder / f"{name}_plugin.py").write_text(code, encoding="utf-8")
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])}


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
    monkeypatch.delitem(sys.modules, "newsfacts.exporters.columnar", raising=False)
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
    (tmp_path / "hard.jsonl").hardlink_to(path)
    for output in ("articles.jsonl", "link.jsonl", "hard.jsonl", "../" + tmp_path.name + "/articles.jsonl"):
        result = run("extract", "gone.txt", str(path), "-o", f"{tmp_path}/{output}")
        assert result.exit_code == 2
        assert "is an input too" in result.stderr
        assert "gone.txt" not in result.stderr  # nothing has been read
        assert path.read_text(encoding="utf-8") == '{"text": "Снег."}\n'


@pytest.mark.slow
def test_standard_input_or_output_that_is_the_other_one_s_file_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    article(path)
    with path.open("rb") as stdin, path.open("ab") as stdout:
        for arguments in (["-o", str(path)], ["-o", "/dev/stdout"], []):
            result = command(
                "extract", "-", *arguments, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, capture_output=False
            )
            assert result.returncode == 2
            assert b"is an input too" in result.stderr
        result = command("extract", str(path), stdout=stdout, stderr=subprocess.PIPE, capture_output=False)
        assert result.returncode == 2
    assert path.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(("format_", "name", "other"), [("html", "p.html", "p-2.html"), ("table", "a.txt", "a-2.txt")])
def test_in_a_folder_an_article_gets_another_name_than_an_input_has(format_, name, other, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    first, second = Path("one", name), Path("two", name)
    page = f"<html><body><article><p>{SEED.read_text(encoding='utf-8')}</p></article></body></html>"
    for path in (first, second):
        article(path, page if format_ == "html" else TEXT)
    kept = first.read_bytes()
    Path("link").symlink_to("two")
    for _ in range(2):
        result = run("extract", str(first), str(Path("two", name).absolute()), "-f", format_, "-o", "link/")
        assert (result.exit_code, result.stderr) == (0, "")
        assert first.read_bytes() == second.read_bytes() == kept
        assert names(Path("one")) == [name]
        index = ["index.html"] if format_ == "html" else []
        assert names(Path("two")) == sorted([name, other, other.replace("2", "3"), *index])


def test_a_folder_s_own_results_are_replaced(tmp_path):
    for text in ("Снег.", TEXT):
        run("extract", article(tmp_path / "a.txt", text), "-f", "json", "-o", f"{tmp_path}/out/")
    assert names(tmp_path / "out") == ["a.json"]
    assert json.loads((tmp_path / "out" / "a.json").read_text(encoding="utf-8"))["article"]["text"] == TEXT


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("facts.jsonl", '{"schema": "newsfacts/1"'),
        ("facts.JSON", '{\n "schema"'),
        ("facts.jsonld", '{\n "@context"'),
        ("facts.html", "<!DOCTYPE html>"),
        ("facts.csv", "article_id,"),
        ("facts.anno.jsonld", '{\n "@context": "http://www.w3.org/ns/anno.jsonld"'),
        ("facts.ftm.json", '{"id": "newsfacts-'),
        ("facts.labelstudio.json", '[\n{"data": {"text": '),
        ("facts.txt", "a.txt\n"),
        ("facts", "a.txt\n"),
    ],
)
def test_the_suffix_says_the_format(name, begins, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    article(tmp_path / "a.txt")
    assert run("extract", "a.txt", "-o", name).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize("name", ["facts.xlsx", "facts.json.bz2", "facts.arrow"])
def test_a_suffix_that_no_format_has_is_refused_before_anything_is_written(name, tmp_path):
    result = run("extract", str(article(tmp_path / "a.txt")), "-o", str(tmp_path / name))
    assert result.exit_code == 2
    known = "only .anno.jsonld, .arrows, .csv, .ftm.json, .html, .json,"
    assert f"no format has the suffix '{Path(name).suffix}', {known}" in result.stderr
    assert names(tmp_path) == ["a.txt"]
    assert run("extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / name), "-f", "jsonl").exit_code == 0


@pytest.mark.parametrize("name", ["reports.2025/", "there.d"])
def test_a_folder_has_no_suffix(name, tmp_path):
    (tmp_path / "there.d").mkdir()
    assert run("extract", str(article(tmp_path / "a.txt")), "-o", f"{tmp_path}/{name}").exit_code == 0
    assert names(tmp_path / name) == ["a.txt"]


@pytest.mark.slow
def test_of_several_formats_with_a_suffix_a_plugin_s_does_not_come_first(tmp_path):
    code = (
        "import newsfacts\n@newsfacts.hookimpl\ndef newsfacts_exporters():\n"
        "    write = lambda results, stream: stream.write('mine' * len(list(results)))\n"
        "    return [newsfacts.Exporter(name='a' + s, suffix=s, write=write) for s in ('.txt', '.json', '.facts.json')]\n"
    )
    environment = install(tmp_path / "site", "formats", code)
    for name, mine in (("x.txt", False), ("x.json", False), ("x.facts.json", True)):
        command("extract", article(tmp_path / "in"), "-o", tmp_path / name, env=environment)
        assert ((tmp_path / name).read_text(encoding="utf-8") == "mine") is mine


def test_when_nothing_can_be_read_the_old_file_stays(tmp_path):
    out = tmp_path / "facts.json"
    out.write_text("yesterday's", encoding="utf-8")
    result = run("extract", "gone.txt", str(tmp_path), "-o", str(out))
    assert result.exit_code == 1
    assert "facts.json is left as it was" in result.stderr
    assert out.read_text(encoding="utf-8") == "yesterday's"


def heed_signals():
    """As in the foreground, wherever the tests run: nohup and the background have them ignored, which is inherited."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.slow
def test_an_interrupted_run_leaves_the_old_file_and_nothing_else(number, jobs, tmp_path):
    given, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    records(given, *[{"text": TEXT}] * 50_000)
    out.write_text("yesterday's", encoding="utf-8")
    arguments = [sys.executable, "-c", MAIN, "extract", given, "-o", out, "--jobs", jobs]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=heed_signals) as process:
        while len(names(tmp_path)) < 3:  # until it writes
            assert process.poll() is None
            time.sleep(0.02)
        os.killpg(process.pid, number)  # as a terminal does
        assert process.communicate(timeout=60)[1] == b""
    assert process.returncode == -number
    assert names(tmp_path) == ["in.jsonl", "out.jsonl"]
    assert out.read_text(encoding="utf-8") == "yesterday's"


LOSES_A_SIGNAL = """
import os, signal, time, weakref
from newsfacts import Extractor, MoneyAmount, hookimpl

class Kept:
    pass

def run(analysis):
    kept = Kept()
    called = weakref.ref(kept, lambda _: os.kill(os.getpid(), signal.SIGTERM))
    del kept  # what the callback raises can go nowhere
    time.sleep(100)
    return []

@hookimpl
def newsfacts_extractors():
    return [Extractor(name="loses", languages={"ru"}, yields=[MoneyAmount], run=run)]
"""
REPEATS_A_SIGNAL_AS_AN_ERROR = """
import os, signal
from newsfacts import Exporter, hookimpl

def write(results, stream):
    try:
        os.kill(os.getpid(), signal.SIGTERM)
    except KeyboardInterrupt as error:  # as Python 3.11 does where a class is made
        raise RuntimeError from error

@hookimpl
def newsfacts_exporters():
    return [Exporter(name="repeats", suffix=".repeats", write=write)]
"""


@pytest.mark.parametrize(
    ("code", "suffix"), [(LOSES_A_SIGNAL, ".jsonl"), (REPEATS_A_SIGNAL_AS_AN_ERROR, ".repeats")], ids=["lost", "another error"]
)
@pytest.mark.slow
def test_a_signal_ends_the_run_wherever_it_comes(code, suffix, tmp_path):
    given, out, plugin = records(tmp_path / "in.jsonl", {"text": TEXT}), tmp_path / f"out{suffix}", tmp_path / "signals.py"
    plugin.write_text(code, encoding="utf-8")
    out.write_text("yesterday's", encoding="utf-8")
    done = command("extract", given, "-o", out, "--plugin", plugin, preexec_fn=heed_signals, timeout=60)
    assert (done.returncode, done.stderr) == (-signal.SIGTERM, b"")
    assert out.read_text(encoding="utf-8") == "yesterday's"


def limit_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))


@pytest.mark.slow
def test_a_full_disk_costs_what_does_not_fit(tmp_path):
    given = records(tmp_path / "in.jsonl", {"id": "a", "text": TEXT}, {"id": "b", "text": TEXT * 50}, {"id": "c", "text": TEXT})
    out = tmp_path / "out.jsonl"
    out.write_text("yesterday's", encoding="utf-8")
    one = command("extract", given, "-o", out, preexec_fn=limit_files)
    assert (one.returncode, one.stderr.decode()) == (1, f"Error: {out}: File too large\n")
    assert out.read_text(encoding="utf-8") == "yesterday's"
    each = command("extract", given, "-f", "jsonl", "-o", f"{tmp_path}/each/", preexec_fn=limit_files)
    assert each.returncode == 1
    assert each.stderr.decode() == f"newsfacts: b: not written: {tmp_path}/each/b.jsonl: File too large\n"
    assert names(tmp_path / "each") == ["a.jsonl", "c.jsonl"]
    assert names(tmp_path) == ["each", "in.jsonl", "out.jsonl"]


@pytest.mark.parametrize("arguments", [["extract", SEED], ["plugins"], ["--version"]])
@pytest.mark.slow
def test_a_full_disk_behind_standard_output(arguments):
    with Path("/dev/full").open("wb") as full:
        result = command(*arguments, stdout=full, stderr=subprocess.PIPE, capture_output=False)
    assert (result.returncode, result.stderr) == (1, b"Error: standard output: No space left on device\n")


@pytest.mark.parametrize("format_", ["jsonl", "table"])
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.slow
def test_a_reader_who_has_had_enough_ends_the_run_without_a_word(format_, jobs, tmp_path):
    given = records(tmp_path / "in.jsonl", *[{"text": TEXT}] * 2000)
    arguments = [sys.executable, "-c", MAIN, "extract", given, "-f", format_, "--jobs", jobs]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.slow
def test_an_exporter_that_raises_replaces_nothing(tmp_path):
    code = (
        "import newsfacts\n@newsfacts.hookimpl\ndef newsfacts_exporters():\n"
        "    def write(results, stream):\n        stream.write('begun')\n"
        "        for result in results:\n            int(result.article.text)\n"
        "    return [newsfacts.Exporter(name='counts', suffix='.n', write=write)]\n"
    )
    environment = install(tmp_path / "site", "counts", code)
    out = tmp_path / "out.n"
    out.write_text("yesterday's", encoding="utf-8")
    given = article(tmp_path / "a"), article(tmp_path / "b", "12")
    one = command("extract", *given, "-o", out, env=environment)
    assert one.returncode == 1
    assert one.stderr.decode().startswith("Error: format 'counts' failed: ValueError: ")
    assert out.read_text(encoding="utf-8") == "yesterday's"
    each = command("extract", *given, "-f", "counts", "-o", f"{tmp_path}/each/", env=environment)
    assert each.returncode == 1
    assert f"newsfacts: {given[0]}: not written: ValueError: " in each.stderr.decode()
    assert names(tmp_path / "each") == ["b.n"]


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


@pytest.mark.slow
def test_each_bad_input_is_a_line_and_the_rest_is_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    writer = subprocess.Popen(["/bin/sh", "-c", f"echo '{TEXT}' > '{tmp_path}/pipe'"])
    given = ["gone", tmp_path, "x" * 300, b"\xff", "\x1b[31m", tmp_path / "pipe", SEED / "x"]
    result = command("extract", *given, "-f", "jsonl", cwd=tmp_path)
    writer.wait()
    assert result.returncode == 1
    assert result.stderr.decode().splitlines() == [
        "newsfacts: gone: No such file or directory",
        f"newsfacts: {tmp_path}: is a folder without files to read",
        f"newsfacts: {'x' * 300}: File name too long",
        r"newsfacts: �: No such file or directory",
        r"newsfacts: \x1b[31m: No such file or directory",
        f"newsfacts: {SEED}/x: Not a directory",
    ]
    [record] = map(json.loads, result.stdout.splitlines())
    assert record["article"]["text"] == TEXT + "\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_a_line(tmp_path):
    secret = tmp_path / "secret"
    article(secret / "a.txt")
    article(tmp_path / "b.txt")
    (tmp_path / "b.txt").chmod(0)
    secret.chmod(0)
    result = run("extract", str(secret / "a.txt"), str(tmp_path / "b.txt"), str(SEED), "-f", "jsonl")
    secret.chmod(0o700)
    assert result.exit_code == 1
    assert [line.rpartition(": ")[2] for line in result.stderr.splitlines()] == ["Permission denied"] * 2
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.slow
def test_names_that_are_no_utf_8_are_read_and_written(tmp_path):
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text(TEXT, encoding="utf-8")
    for arguments in (["-o", b"\xfe.json"], ["-f", "json", "-o", b"\xfd/"]):
        result = command("extract", b"\xff.txt", *arguments, cwd=tmp_path)
        assert (result.returncode, result.stderr) == (0, b"")
    for name in (b"\xfe.json", b"\xfd/article.json"):
        assert json.loads((tmp_path / os.fsdecode(name)).read_bytes())["article"]["text"] == TEXT


def test_standard_input_is_read_once():
    result = run("extract", "-", "-", "-f", "jsonl", stdin=TEXT)
    assert result.exit_code == 1
    assert result.stderr == "newsfacts: -: standard input was read already; name it once\n"
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("closed", "words"),
    [("<&-", "newsfacts: -: standard input is closed\n"), (">&-", "Error: standard output is closed\n"), ("2>&- <&-", "")],
)
@pytest.mark.slow
def test_closed_streams(closed, words):
    line = f'exec "$0" -c "$1" extract {closed}'
    result = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable, MAIN], input=TEXT.encode(), capture_output=True, check=False
    )
    assert (result.returncode, result.stderr.decode()) == (1, words)


@pytest.mark.slow
def test_a_file_is_written_whatever_streams_are_closed(tmp_path):
    line = f'exec "$0" -c "$1" extract {SEED} -o {tmp_path}/out.json <&- >&- 2>&-'
    assert subprocess.run(["/bin/sh", "-c", line, sys.executable, MAIN], check=False).returncode == 0
    assert json.loads((tmp_path / "out.json").read_bytes())["facts"]


@pytest.mark.parametrize(
    "locale", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1251"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}], ids=str
)
@pytest.mark.slow
def test_everything_is_utf_8_whatever_the_locale(locale, tmp_path):
    environment = os.environ | locale
    given = records(tmp_path / "in.jsonl", {"id": "Снег", "text": TEXT}, {"id": "b", "text": "12"})
    for format_, words in (("table", "2 млн рублей"), ("csv", "2 млн рублей")):
        result = command("extract", given, "-f", format_, env=environment)
        assert words in result.stdout.decode("utf-8")
        assert "state it in the record, the page or" in result.stderr.decode("utf-8")
    assert command("extract", given, "-o", tmp_path / "t.txt", env=environment).returncode == 0
    assert "2 млн рублей" in (tmp_path / "t.txt").read_text(encoding="utf-8")
    assert "[INPUT …]" in command("extract", "--help", env=environment).stdout.decode("utf-8")


@pytest.mark.slow
def test_csv_has_its_own_line_ends():
    output = command("extract", SEED, "-f", "csv").stdout.decode("utf-8")
    assert len(list(csv.reader(io.StringIO(output, newline="")))) == output.count("\r\n") == output.count("\n") > 2


def test_long_ids_and_odd_ones_get_files_of_their_own(tmp_path):
    ids = ["龍" * 120, "龍" * 121, "..", ".", "con", "---", ".rc", "a\0\n/", "\x1b[2J"]
    given = records(tmp_path / "in.jsonl", *[{"id": id_, "text": TEXT} for id_ in ids])
    result = run("extract", given, "-f", "json", "-o", f"{tmp_path}/out/")
    assert (result.exit_code, result.stderr) == (0, "")
    written = [json.loads(path.read_bytes())["article"]["id"] for path in (tmp_path / "out").iterdir()]
    assert sorted(written) == sorted(ids)


FAILS = """
import newsfacts

@newsfacts.hookimpl
def newsfacts_extractors():
    def run(analysis):
        if "снег" in analysis.text:
            raise ValueError("\\x1b[31mwhy\\n")
        return []
    return [newsfacts.Extractor(name="weather", languages={"ru"}, yields=(newsfacts.MoneyAmount,), run=run)]
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.slow
def test_what_a_plugin_fails_with_is_said_once(jobs, tmp_path):
    environment = install(tmp_path / "site", "weather", FAILS)
    given = records(tmp_path / "in.jsonl", *[{"id": str(i), "text": TEXT + (" Идёт снег." if i else "")} for i in range(40)])
    result = command("extract", given, "-f", "jsonl", "--jobs", jobs, env=environment)
    assert result.returncode == 3
    where = "(weather_plugin.py, line 8; --traceback shows the way there)"
    assert result.stderr.decode().splitlines() == [
        rf"newsfacts: 1: plugin 'weather' failed at extract: ValueError: \x1b[31mwhy\n {where}",
        r"newsfacts: on 39 articles: plugin 'weather' failed at extract: ValueError: \x1b[31mwhy\n",
    ]
    assert [len(json.loads(line)["facts"]) for line in result.stdout.splitlines()] == [1] * 40


@pytest.mark.slow
def test_a_plugin_that_fails_counts_less_than_an_input_and_can_be_blocked(tmp_path):
    environment = install(tmp_path / "site", "weather", FAILS)
    given = article(tmp_path / "a.txt", "Идёт снег.")
    assert command("extract", given, "gone", env=environment).returncode == 1
    assert command("extract", given, "--block", "weather", env=environment).returncode == 0


@pytest.mark.slow
def test_a_plugin_that_cannot_be_loaded_is_said_once_and_listed(tmp_path):
    environment = install(tmp_path / "site", "torn", "import nowhere_to_be_found")
    result = command("extract", SEED, SEED, "-f", "jsonl", env=environment)
    words = "ModuleNotFoundError: No module named 'nowhere_to_be_found'"
    words += " (torn_plugin.py, line 1; --traceback shows the way there)"
    assert result.returncode == 3
    assert result.stderr.decode().splitlines() == [f"newsfacts: plugin 'torn' could not be loaded: {words}"]
    assert len(result.stdout.splitlines()) == 2
    listed = command("plugins", env=environment)
    assert listed.returncode == 0
    assert "broken: ModuleNotFoundError" in listed.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["-f", "xlsx"], 2, "'xlsx' is none of annotations, arrow, csv, ftm, html, json, jsonl, jsonld, labelstudio, "),
        (["-f", "xlsx"], 2, "labelstudio, parquet, table; plugin 'torn'"),
        (["-o", "facts.xlsx"], 2, "no format has the suffix '.xlsx', only"),
        (["article.docx"], 1, "article.docx: is a binary file, not text; extract its text first; plugin 'torn'"),
        (["article.xml"], 1, "is XML of no known news format"),
    ],
)
@pytest.mark.slow
def test_a_broken_plugin_is_named_where_what_it_may_have_offered_is_missed(tmp_path, arguments, status, words):
    environment = install(tmp_path / "site", "torn", "import nowhere_to_be_found")
    (tmp_path / "article.docx").write_bytes(b"PK\x03\x04\0\0\0\0")
    (tmp_path / "article.xml").write_text("<?xml version='1.0'?><ours><p>Мост открыт.</p></ours>", encoding="utf-8")
    result = command("extract", *arguments, cwd=tmp_path, env=environment)
    [line] = [line for line in result.stderr.decode().splitlines() if words in line]
    assert line.endswith("; plugin 'torn' could not be loaded: ModuleNotFoundError: No module named 'nowhere_to_be_found'")
    assert result.returncode == status


@pytest.mark.slow
def test_a_broken_format_is_named_where_it_is_missed(tmp_path):
    environment = install(
        tmp_path / "site",
        "sheets",
        "import newsfacts\n@newsfacts.hookimpl\ndef newsfacts_exporters():\n    raise OSError('no sheets')",
    )
    result = command("extract", str(SEED), "-f", "xlsx", env=environment)
    assert "plugin 'sheets' could not be loaded: OSError: no sheets" in result.stderr.decode()
    assert "broken: OSError: no sheets" in command("plugins", env=environment | {"COLUMNS": "200"}).stdout.decode()


@pytest.mark.parametrize("options", [[], ["--block", "money"]])
def test_a_command_loads_the_plugins_once(monkeypatch, options):
    made = []

    class Counted(plugins.Plugins):
        def __init__(self, *arguments, **more):
            made.append(arguments)
            super().__init__(*arguments, **more)

    plugins._installed_plugins.cache_clear()
    for module in ("plugins", "pipeline"):
        monkeypatch.setattr(f"newsfacts.{module}.Plugins", Counted)
    assert run("extract", str(SEED), str(SEED), "-f", "json", *options).exit_code == 0
    assert len(made) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.slow
def test_what_a_plugin_prints_is_not_among_the_results(jobs, tmp_path):
    code = "print('loaded')\n" + FAILS.replace("raise ValueError(", "print('found');(")
    environment = install(tmp_path / "site", "weather", code)
    given = article(tmp_path / "a.txt", "Идёт снег.")
    result = command("extract", given, "-f", "json", "--jobs", jobs, env=environment | {"PYTHONUNBUFFERED": "1"})
    assert json.loads(result.stdout)["article"]["text"] == "Идёт снег."
    assert {b"loaded", b"found"} <= set(result.stderr.split())


@pytest.mark.slow
def test_a_plugin_does_not_end_the_run_unseen(tmp_path):
    environment = install(tmp_path / "site", "weather", FAILS.replace("raise ValueError(", "raise SystemExit(0 and "))
    out = tmp_path / "out.jsonl"
    result = command("extract", article(tmp_path / "a.txt", "Идёт снег."), "-o", out, env=environment)
    assert result.returncode in (1, 3)
    assert "SystemExit" in result.stderr.decode()


@pytest.mark.slow
def test_a_worker_that_dies_is_an_article_that_was_not_read(tmp_path):
    deadly = FAILS.replace("raise ValueError", "import os; os.kill(os.getpid(), 9); raise ValueError")
    environment = install(tmp_path / "site", "weather", deadly)
    given = records(tmp_path / "in.jsonl", {"id": "a", "text": TEXT}, {"id": "b", "text": "Идёт снег."})
    result = command("extract", given, "-f", "jsonl", "--jobs", "2", env=environment)
    assert result.returncode == 1
    [line] = result.stderr.decode().splitlines()
    assert line.startswith("newsfacts: b: the worker process ended on it")
    assert [len(json.loads(line)["facts"]) for line in result.stdout.splitlines()] == [1, 0]


def test_with_all_plugins_blocked_there_is_nothing_to_do():
    blocked = [part for name in ("dateline", "money", "names", "quotes", "titles") for part in ("--block", name)]
    result = run("extract", str(SEED), *blocked)
    assert result.exit_code == 2
    assert "all are blocked" in result.stderr


def test_a_blocked_plugin_is_left_out():
    record = json.loads(run("extract", str(SEED), "--block", "money", "--block", "titles", "-f", "jsonl").stdout)
    assert {fact["kind"] for fact in record["facts"]} == {"dateline", "quote"}


def test_facts_with_less_confidence_are_left_out():
    every = json.loads(run("extract", str(SEED), "-f", "jsonl").stdout)["facts"]
    options = ("--minimum-confidence", "quote=1", "--minimum-confidence", "title=0")
    kept = json.loads(run("extract", str(SEED), *options, "-f", "jsonl").stdout)["facts"]
    assert [fact["text"] for fact in kept] == [f["text"] for f in every if f["kind"] != "quote" or f["confidence"] == 1]
    assert len(kept) < len(every)


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        (["much"], "'much' is no number; write 0.7 or title=0.7"),
        (["title=much"], "'much' is no number"),
        (["0.5", "title=0.7"], "give one number for all kinds, or one for each kind"),
        (["title=0.5", "quote=0.6", "title=0.7"], "title=0.7: title has a number already, 0.5; give one"),
        (["0.5", "0.7"], "0.7: all kinds has a number already, 0.5; give one"),
        (["tilte=0.5"], "did you mean 'title'?"),
    ],
)
def test_a_confidence_that_cannot_be_meant_is_wrong_usage(values, problem):
    result = run("extract", str(SEED), *[part for value in values for part in ("--minimum-confidence", value)])
    assert result.exit_code == 2
    assert problem in result.stderr


@pytest.mark.parametrize("arguments", [["extract", SEED], ["plugins"]])
@pytest.mark.slow
def test_a_plugin_that_there_is_not_cannot_be_blocked(arguments):
    result = command(*arguments, "--block", "mony")
    assert result.returncode == 2
    assert "did you mean 'money'?" in result.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [["extract", SEED], ["explain", SEED], ["plugins"], ["plugins", "--check", "money"], ["schema"], ["new-plugin", "ratings"]],
)
@pytest.mark.slow
def test_a_plugin_that_there_is_not_in_the_environment_is_wrong_usage_of_every_command(arguments, tmp_path):
    result = command(*arguments, env=os.environ | {"NEWSFACTS_BLOCK": "mony\x1b"}, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, b"")
    line = result.stderr.decode().splitlines()[-1]
    assert "there is no plugin of this name to block, as NEWSFACTS_BLOCK says; did you mean 'money'?" in line
    assert "\x1b" not in line
    assert names(tmp_path) == []


WARNS = """
import warnings
import newsfacts

@newsfacts.hookimpl
def newsfacts_read(source):
    def read():
        for number in range(2):
            warnings.warn("odd 'published' \\x07", newsfacts.ReadWarning)
            yield newsfacts.Article(text="Идёт снег.", id=str(number))
    return read()
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.slow
def test_each_warning_of_a_reader_is_a_line(jobs, tmp_path):
    environment = install(tmp_path / "site", "warns", WARNS) | {"PYTHONWARNINGS": "error"}
    result = command("extract", SEED, SEED, "-f", "jsonl", "--jobs", jobs, env=environment)
    assert result.returncode == 0
    assert result.stderr.decode().splitlines() == [r"newsfacts: odd 'published' \x07"] * 4
    assert len(result.stdout.splitlines()) == 4


@pytest.mark.slow
def test_a_reader_that_raises_in_the_middle_costs_its_input(tmp_path):
    code = WARNS.replace("warnings.warn(", "number and int(").replace(", newsfacts.ReadWarning)", ")")
    environment = install(tmp_path / "site", "raises", code)
    result = command("extract", "-f", "jsonl", SEED, SEED, env=environment)
    assert result.returncode == 1
    assert [line.partition(" for int()")[0] for line in result.stderr.decode().splitlines()] == [
        f"newsfacts: {SEED}: plugin 'raises': newsfacts_read raised ValueError: invalid literal"
    ] * 2
    assert len(result.stdout.splitlines()) == 2


def test_articles_of_a_language_that_nobody_serves_are_counted(tmp_path):
    languages = ["fi", "fi", "nl", "ru", ""]
    texts = [ENGLISH, ENGLISH, ENGLISH, TEXT, "12"]
    given = [{"text": text, "language": language} for text, language in zip(texts, languages, strict=True)]
    result = run("extract", records(tmp_path / "in.jsonl", *given), "-o", str(tmp_path / "out.txt"))
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "newsfacts: no extractor serves fi yet: 2 articles have no facts",
        "newsfacts: no extractor serves nl yet: 1 article has no facts",
        "newsfacts: the language is not known, by letters and words it is neither Russian nor English; state it in the record, "
        "the page or with language=: 1 article has no facts",
    ]
    table = (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert table.count("no extractor serves fi yet") == 2
    assert "2 000 000" in table


ODD_FORMAT = """
import sys, newsfacts
def write(results, stream):
    for result in results:
        {does}
@newsfacts.hookimpl
def newsfacts_exporters():
    return [newsfacts.Exporter(name="odd", suffix=".odd", write=write)]
"""


@pytest.mark.parametrize(
    ("does", "words"),
    [
        ("yield", "format 'odd' failed: TypeError: its write gave a generator"),
        ("break", "format 'odd' failed: ValueError: its write did not take all results"),
        ("raise BrokenPipeError(32, 'peer gone')", "peer gone"),
        ("sys.exit(0)", "format 'odd' failed: SystemExit: 0"),
    ],
)
@pytest.mark.slow
def test_a_format_that_fails_leaves_the_old_file_and_says_so(does, words, tmp_path):
    environment = install(tmp_path / "site", "odd", ODD_FORMAT.format(does=does))
    out = tmp_path / "facts.odd"
    out.write_text("yesterday's", encoding="utf-8")
    given = records(tmp_path / "in.jsonl", {"text": TEXT}, {"text": TEXT})
    result = command("extract", given, "-o", out, env=environment)
    assert result.returncode == 1
    assert words in result.stderr.decode("utf-8")
    assert out.read_text(encoding="utf-8") == "yesterday's"


@pytest.mark.slow
def test_a_format_that_ends_the_program_costs_one_article_of_a_folder(tmp_path):
    code = ODD_FORMAT.format(does="sys.exit(3) if result.article.id == 'b' else stream.write('x')")
    given = records(tmp_path / "in.jsonl", *[{"id": name, "text": TEXT} for name in "abc"])
    result = command("extract", given, "-f", "odd", "-o", f"{tmp_path}/out/", env=install(tmp_path / "site", "odd", code))
    assert (result.returncode, names(tmp_path / "out")) == (1, ["a.odd", "c.odd"])
    assert result.stderr.decode("utf-8") == "newsfacts: b: not written: SystemExit: 3\n"


@pytest.mark.parametrize("name", ["/dev/stdout", "//dev/stdout", "/dev/../dev/stdout", "link"])
@pytest.mark.slow
def test_standard_output_by_any_name_is_not_emptied(name, tmp_path):
    (tmp_path / "link").symlink_to("/dev/stdout")
    (tmp_path / "log").write_text("yesterday's\n", encoding="utf-8")
    with (tmp_path / "log").open("ab") as log:
        command("extract", SEED, "-f", "jsonl", "-o", name, cwd=tmp_path, stdout=log, capture_output=False)
    assert [line[:11] for line in (tmp_path / "log").read_text(encoding="utf-8").splitlines()] == ["yesterday's", '{"schema": ']


def test_a_plugin_that_closes_standard_error_does_not_end_the_run(tmp_path):
    code = """
import sys, newsfacts
def run(analysis):
    sys.stdout.close()
    return []
@newsfacts.hookimpl
def newsfacts_extractors():
    return [newsfacts.Extractor(name="closes", languages=["ru"], yields=[], run=run)]
"""
    result = command("extract", SEED, "missing", SEED, "-f", "jsonl", env=install(tmp_path / "site", "closes", code))
    assert (result.returncode, len(result.stdout.splitlines())) == (1, 2)


def test_wrong_usage_does_nothing_to_the_terminal():
    result = run("extract", "--\x1b]0;title\x07")
    assert result.exit_code == 2
    assert r"\x1b]0;title\x07" in result.stderr


def test_progress_goes_to_standard_error(tmp_path):
    result = run("extract", str(SEED), "-f", "jsonl", "--progress")
    assert "1 articles" in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_plugins_are_listed_with_all_that_they_offer():
    output = run("plugins", "--block", "money").output
    lines = {line.split()[0]: line.split() for line in output.splitlines() if line.strip()}
    assert lines["money"][-1] == "blocked"
    assert lines["quotes"][-1] == "ok"
    assert {"extractors,", "quote", "ru"} <= set(lines["quotes"])
    assert {"exporters", "annotations,", "arrow,"} <= set(lines["newsfacts.exporters"])
    assert {"csv,", "html,", "table"} <= set(output.split())  # some of them in a second line


def ids(output):
    return [json.loads(line)["article"]["id"] for line in output.splitlines()]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with articles on two levels, hidden files and an empty folder; the working directory is above it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news" / "may" / ".git").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    for name in ("news/b.txt", "news/a.md", "news/.hidden", "news/may/c.txt", "news/may/.git/d.txt", "news/[1].txt"):
        article(tmp_path / name)
    return Path("news")


def test_a_folder_is_read_with_its_folders_in_order_and_without_hidden_files(folder):
    result = run("extract", "news", "-f", "jsonl")
    assert ids(result.stdout) == ["news/[1].txt", "news/a.md", "news/b.txt", "news/may/c.txt"]
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("news/*.txt", ["news/[1].txt", "news/b.txt"]),
        ("news/**/*.txt", ["news/[1].txt", "news/b.txt", "news/may/c.txt"]),
        ("news/m*", ["news/may/c.txt"]),
        ("news/**", ["news/[1].txt", "news/a.md", "news/b.txt", "news/may/c.txt"]),
        ("news/[1].txt", ["news/[1].txt"]),
        ("**/c.*", ["news/may/c.txt"]),
        ("news/**.txt", ["news/[1].txt", "news/b.txt"]),
    ],
)
def test_a_pattern_that_no_shell_has_filled_in_names_the_files_that_fit_it(pattern, found, folder):
    assert sorted(ids(run("extract", pattern, "-f", "jsonl").stdout)) == found


@pytest.mark.parametrize("pattern", ["news/**", "news/**/*", "**/*.txt"])
def test_a_pattern_does_not_go_round_in_links(pattern, folder):
    """Two links that lead back would give as many paths as there are ways round: more than can be counted."""
    for name in ("may/back", "may/home"):
        (folder / name).symlink_to(folder.absolute(), target_is_directory=True)
    found = ids(run("extract", pattern, "-f", "jsonl").stdout)
    assert len(found) == len(set(found)) < 15


@pytest.mark.slow
def test_a_pattern_leaves_out_what_is_no_regular_file(folder):
    os.mkfifo(folder / "pipe.txt")
    result = command("extract", "news/*.txt", "-f", "jsonl", cwd=folder.parent.absolute(), timeout=60)
    assert (result.returncode, sorted(ids(result.stdout))) == (0, ["news/[1].txt", "news/b.txt"])


@pytest.mark.parametrize("name", ["news/*.pdf", "empty"])
def test_a_pattern_or_a_folder_without_files_is_named(name, folder):
    result = run("extract", name, "news/b.txt", "-f", "jsonl")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"newsfacts: {name}: ")
    assert ids(result.stdout) == ["news/b.txt"]


def test_pages_of_several_articles_have_an_index(folder):
    assert run("extract", "news", "-f", "html", "-o", "out/").exit_code == 0
    index = Path("out/index.html").read_text(encoding="utf-8")
    pages = [name for name in names(Path("out")) if name != "index.html"]
    assert len(pages) == 4
    for page in pages:
        assert f'href="{page}"' in index


@pytest.mark.parametrize(("output", "written"), [("news/all.jsonl", "all.jsonl"), ("news/out/", "out/a.md.jsonl")])
def test_what_a_run_writes_into_the_folder_that_it_reads_is_not_read_by_the_next_one(output, written, folder):
    for _ in range(2):
        assert run("extract", "news", "-f", "jsonl", "-o", output).exit_code == 0
    assert len((folder / written).read_text(encoding="utf-8").splitlines()) == (4 if output.endswith("l") else 1)
    assert len(ids(run("extract", "news/*", "-f", "jsonl", "-o", "-").stdout)) >= 4


def test_packed_files_are_read_and_written(tmp_path):
    packed = tmp_path / "in.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps({"id": "a", "text": TEXT}).encode() + b"\n"))
    for name in ("out.jsonl.gz", "again.jsonl.gz"):
        assert run("extract", str(packed), "-o", str(tmp_path / name)).exit_code == 0
    written = (tmp_path / "out.jsonl.gz").read_bytes()
    assert len(json.loads(gzip.decompress(written))["facts"]) == 1
    assert written == (tmp_path / "again.jsonl.gz").read_bytes()
    result = run("extract", "-f", "jsonl", stdin=packed.read_bytes())
    assert ids(result.stdout) == ["a"]


def test_a_packed_file_that_is_cut_off_is_named(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(TEXT.encode())[:-9])
    result = run("extract", str(path), str(SEED), "-f", "jsonl")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"newsfacts: {path}: Compressed file ended")
    assert len(result.stdout.splitlines()) == 1


def test_day_and_language_are_those_of_articles_that_do_not_say_them(tmp_path):
    dated = "МИНСК, 29 сен – РИА Новости. Снег."
    given = [{"id": "a", "text": dated}, {"id": "b", "text": "Hiljaisuus.", "published": "2019-09-29", "language": "fi"}]
    path = records(tmp_path / "in.jsonl", *given, {"id": "c", "text": dated, "url": "https://example.org/20200930/c"})
    output = run("extract", path, "--published", "2025-09-30", "--language", "ru-RU", "-f", "jsonl").stdout
    found = [json.loads(line) for line in output.splitlines()]
    assert [record["article"]["language"] for record in found] == ["ru", "fi", "ru"]
    assert [record["article"]["published"] for record in found] == ["2025-09-30", "2019-09-29", None]
    assert [fact["date"] for record in found for fact in record["facts"]] == ["2025-09-29", "2020-09-29"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--published", "29.09.2025"], "no ISO 8601 date"),
        (["--language", "russain"], "did you mean 'russian'?"),
        (["--only", "mony"], "--only: no plugin yields facts of the kind 'mony'; did you mean 'money'?"),
        (["-f", "jsnol"], "did you mean 'jsonl'?"),
        (["-f", "JSON"], "did you mean 'json'?"),
    ],
)
def test_a_value_that_cannot_be_meant_is_wrong_usage(arguments, words):
    result = run("extract", str(SEED), *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())


def test_only_some_kinds_are_written_and_speakers_stay_known():
    every = json.loads(run("extract", str(SEED), "-f", "jsonl").stdout)
    kept = json.loads(run("extract", str(SEED), "--only", "quote", "--only", "money", "-f", "jsonl").stdout)
    assert kept["facts"] == [fact for fact in every["facts"] if fact["kind"] in ("quote", "money")]
    assert {e["id"] for e in kept["entities"]} < {e["id"] for e in every["entities"]}  # an agency's is gone
    assert [e["name"] for e in kept["entities"] if e["type"] == "person"] == [
        e["name"] for e in every["entities"] if e["type"] == "person"
    ]
    assert not any(entity["titles"] for entity in kept["entities"])


SNOW = """
from typing import ClassVar
from attrs import frozen
from newsfacts import Extractor, Fact, hookimpl

@frozen(kw_only=True)
class Snow(Fact):
    kind: ClassVar[str] = "snow"
    deep: int

def find(analysis):
    at = analysis.text.index("снег")
    yield Snow(start=at, end=at + 4, text="снег", deep=1)

@hookimpl
def newsfacts_extractors():
    return [Extractor(name="snow", languages={"ru"}, yields=(Snow,), run=find)]
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.slow
def test_a_file_is_a_plugin(jobs, tmp_path):
    (tmp_path / "snow.py").write_text(SNOW, encoding="utf-8")
    given = records(tmp_path / "in.jsonl", *[{"id": str(n), "text": "Выпал снег."} for n in range(20)])
    result = command("extract", given, "--plugin", tmp_path / "snow.py", "--only", "snow", "-f", "jsonl", "--jobs", jobs)
    assert (result.returncode, result.stderr) == (0, b"")
    assert [[fact["deep"] for fact in json.loads(line)["facts"]] for line in result.stdout.splitlines()] == [[1]] * 20


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("gone.py", None, "No such file"),
        ("snow.txt", SNOW, "its name must end in .py"),
        ("snow.py", "def", "SyntaxError"),
        ("snow.py", "raise SystemExit(0)", "SystemExit"),
        ("snow.py", "x = 1", "it has no hooks"),
        ("snow.py", SNOW.replace("@hookimpl", ""), "did you mean to write @newsfacts.hookimpl before it?"),
        ("money.py", SNOW, "another plugin has this name"),
    ],
)
def test_a_file_that_is_no_plugin_is_wrong_usage(name, code, words, tmp_path):
    if code:
        (tmp_path / name).write_text(code, encoding="utf-8")
    result = run("extract", str(SEED), "--plugin", str(tmp_path / name))
    assert result.exit_code == 2
    assert f"plugin '{Path(name).stem}': " in result.stderr
    assert words in " ".join(result.stderr.split())


@pytest.mark.parametrize("name", ["extract", "explain"])
def test_where_a_plugin_that_cannot_be_run_fails_is_shown_on_demand(name, tmp_path):
    (tmp_path / "snow.py").write_text("def melt():\n    return 1 / 0\n\nmelt()\n", encoding="utf-8")
    arguments = [name, str(SEED), "--plugin", str(tmp_path / "snow.py")]
    assert "line 2, in melt" not in run(*arguments).stderr
    shown = run(*arguments, "--traceback")
    assert shown.exit_code == 2
    assert f'File "{tmp_path}/snow.py", line 2, in melt' in shown.stderr


def test_a_kind_that_a_broken_plugin_would_yield_is_refused_with_the_plugin(tmp_path):
    code = "import newsfacts\n\n@newsfacts.hookimpl\ndef newsfacts_extractors():\n    return [1 / 0]\n"
    (tmp_path / "snow.py").write_text(code, encoding="utf-8")
    result = run("extract", str(SEED), "--plugin", str(tmp_path / "snow.py"), "--only", "snow")
    assert result.exit_code == 2
    assert "plugin 'snow' could not be loaded: ZeroDivisionError" in " ".join(result.stderr.split())


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.slow
def test_a_plugin_that_fails_is_named_and_its_traceback_shown_on_demand(jobs, tmp_path):
    (tmp_path / "snow.py").write_text(SNOW, encoding="utf-8")
    arguments = ["extract", SEED, SEED, "--plugin", tmp_path / "snow.py", "-f", "jsonl", "--jobs", jobs]
    result = command(*arguments)
    assert result.returncode == 3
    assert len(result.stdout.splitlines()) == 2
    failed = "plugin 'snow' failed at extract: ValueError: substring not found"
    where = "(snow.py, line 12; --traceback shows the way there)"
    assert result.stderr.decode().splitlines() == [
        f"newsfacts: {SEED}: {failed} {where}",
        f"newsfacts: on 2 articles: {failed}",
    ]
    shown = command(*arguments, "--traceback").stderr.decode()
    assert f'File "{tmp_path}/snow.py", line 12, in find' in shown
    assert shown.count("Traceback (most recent call last)") == 1


def test_where_a_plugin_fails_is_shown_on_demand_beside_what_explains_the_others(tmp_path):
    (tmp_path / "snow.py").write_text(SNOW, encoding="utf-8")
    arguments = ["explain", str(SEED), "--plugin", str(tmp_path / "snow.py")]
    unasked, shown = run(*arguments), run(*arguments, "--traceback")
    assert (unasked.exit_code, shown.exit_code, unasked.stdout) == (3, 3, shown.stdout)
    assert "Traceback" not in unasked.stderr
    assert f'File "{tmp_path}/snow.py", line 12, in find' in shown.stderr


@pytest.mark.slow
def test_a_terminal_is_told_that_the_command_waits_for_it():
    ours, theirs = os.openpty()
    os.write(ours, f"{TEXT}\n".encode() + b"\x04")
    result = command("extract", "-f", "jsonl", stdin=theirs, timeout=60)
    assert result.returncode == 0
    assert "reads what you type, up to Ctrl-D" in result.stderr.decode()
    assert len(json.loads(result.stdout)["facts"]) == 1


@pytest.mark.slow
def test_the_package_is_the_command():
    result = subprocess.run([sys.executable, "-m", "newsfacts", "--version"], capture_output=True, text=True, check=False)
    assert result.stdout == f"newsfacts {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--language", "klingon"], "Error: --language: 'klingon' is no language"),
        (["--published", "soon"], "Error: --published: 'soon' is no ISO 8601 date"),
        (["--block", "money,monye"], "Error: --block: plugin 'monye': there is no plugin of this name to block"),
        (["--minimum-confidence", "5"], "Error: --minimum-confidence: it is 5.0; give a number from 0 to 1"),
        (["-f", "csv", "-o", "out.json"], "'out.json' is to be 'csv' by -f, and 'json' by its suffix; name it *.csv"),
        (["-f", "jsonl", "-o", "out.csv.gz"], "'out.csv.gz' is to be 'jsonl' by -f, and 'csv' by its suffix"),
        (["-o", "a.csv", "-o", "b.csv"], "'-o' / '--output': it is given 2 times (a.csv, b.csv); give one"),
    ],
)
def test_wrong_usage_names_the_option_as_it_is_typed(arguments, words, tmp_path):
    result = run("extract", article(tmp_path / "a.txt"), *arguments)
    assert (result.exit_code, words in result.stderr) == (2, True), result.stderr


@pytest.mark.parametrize("name", ["facts.jsonld", "facts.ftm.json", "facts", "facts.dat"])
def test_a_suffix_that_says_nothing_else_goes_with_the_format(name, tmp_path):
    format_ = {"facts.jsonld": "jsonld", "facts.ftm.json": "ftm"}.get(name, "csv")
    assert run("extract", article(tmp_path / "a.txt"), "-f", format_, "-o", str(tmp_path / name)).exit_code == 0


def test_options_that_may_be_given_again_take_commas(tmp_path):
    text = "Глава завода Анна Ким сказала: «Мы купили его за 2 млн евро»."
    given = article(tmp_path / "a.txt", text)

    def kinds(*options):
        return {row["kind"] for row in csv.DictReader(io.StringIO(run("extract", given, "-f", "csv", *options).stdout))}

    assert kinds() == {"money", "quote", "title"}
    assert kinds("--only", "money, quote") == {"money", "quote"}
    assert kinds("--block", "money,titles") == {"quote"}
    assert kinds("--minimum-confidence", "quote=1,title=1") == {"money"}


@pytest.mark.parametrize(("words", "offered"), [("extract --block mo", "plain,money"), ("extract --language r", "plain,ru")])
def test_names_of_plugins_and_languages_are_completed(words, offered):
    asked = {"COMP_WORDS": f"newsfacts {words}", "COMP_CWORD": "3", "_NEWSFACTS_COMPLETE": "bash_complete"}
    assert command(env=os.environ | asked).stdout.decode().split() == [offered]


FAILING = """
from newsfacts import Extractor, MoneyAmount, hookimpl

def search(analysis):
    return len(5)

@hookimpl
def newsfacts_extractors():
    return [Extractor(name="v3", languages={"ru"}, yields=(MoneyAmount,), run=search), 5]
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_error_of_a_plugin_has_its_file_and_line(jobs, tmp_path):
    (tmp_path / "v3.py").write_text(FAILING, encoding="utf-8")
    result = command("extract", article(tmp_path / "a.txt"), "--plugin", str(tmp_path / "v3.py"), "--jobs", jobs)
    assert "no len() (v3.py, line 5; --traceback shows the way there)" in result.stderr.decode()


def test_a_fault_of_an_offer_is_printed_once(tmp_path):
    (tmp_path / "v3.py").write_text(FAILING, encoding="utf-8")
    result = command("plugins", "--check", str(tmp_path / "v3.py"))
    assert result.stdout.decode().count("it gave an int, not an Extractor") == 1
