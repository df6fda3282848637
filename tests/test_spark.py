"""The Spark job on an archive, with two workers: the facts of one process, killed and run again, no row twice."""

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import newsfacts
from newsfacts.arrow import SCHEMA
from newsfacts.exporters.columnar import to_record_batch

JOB = Path(__file__).parent.parent / "examples" / "spark_archive.py"
SUBMIT = Path(sys.executable).with_name("spark-submit")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="pyspark is not installed: newsfacts[spark]"),
    pytest.mark.skipif(shutil.which("java") is None and "JAVA_HOME" not in os.environ, reason="Spark needs Java 17 or newer"),
]

# What lets Spark start in seconds where the work is small.
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
CONFIGURATION = {
    "spark.ui.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.driver.extraJavaOptions": JAVA,
}
ENVIRONMENT = os.environ | {
    "PYSPARK_PYTHON": sys.executable,
    "PYSPARK_DRIVER_PYTHON": sys.executable,
    "SPARK_LOCAL_IP": "127.0.0.1",
    "SPARK_LOCAL_HOSTNAME": "localhost",
}

TEXTS = [
    "МИНСК, 29 сен – РИА Новости. Завод купили за {} млн рублей, сообщил министр промышленности Пётр Чистов.",
    "МОСКВА, 3 окт – ТАСС. «Ждём {} гостей», - сказала губернатор Самарской области Анна Ким.",
    "Мост длиной {} метров открыли утром. Снега не было.",
]
FILES, ARTICLES = 4, 12  # articles a file, beside the bad ones


def records(file):
    """The articles of a file of the archive: good ones, and one of each sort of bad ones."""
    good = [
        {"id": f"{file}-{n}", "text": TEXTS[n % 3].format(file * 100 + n), "published": "2025-10-04"} for n in range(ARTICLES)
    ]
    return [
        *good,
        {"id": f"{file}-null", "text": None, "published": "2025-10-04"},
        {"id": f"{file}-date", "text": TEXTS[0].format(1), "published": "позавчера"},
        {"url": f"https://example.org/2025/10/04/{file}", "text": TEXTS[1].format(2)},
    ]


def write_json_lines(folder, file):
    # One process names an article without id by file and line.
    lines = [json.dumps({"id": record.get("url")} | record, ensure_ascii=False) for record in records(file)]
    lines.insert(3, f'{{"id": "{file}-broken", "text": "Ут')
    (folder / f"{file}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_parquet(folder, file):
    columns = {key: [record.get(key) for record in records(file)] for key in ("id", "url", "text")}
    columns["published"] = pa.array([datetime(2025, 10, 4, 9, 30, file, tzinfo=UTC)] * len(columns["id"]))
    columns["comments"] = [[{"by": "кто-то"}]] * len(columns["id"])  # what an archive has beside
    pq.write_table(pa.table(columns), folder / f"{file}.parquet")


def in_order(rows):
    return sorted(rows, key=lambda row: (row["article_id"], row["fact_id"] or "", row["error"] or ""))


def spark_s(out):
    """All rows of the job, as any reader of Parquet finds them."""
    table = pq.read_table(out)
    columns = [table.column(name).cast(SCHEMA.field(name).type) for name in SCHEMA.names]
    return in_order(pa.table(columns, schema=SCHEMA).to_pylist())


def one_process_s(articles):
    """All rows of the articles, extracted in this process one by one."""
    pipeline = newsfacts.Pipeline()
    items = [item if isinstance(item, newsfacts.ReadError) else pipeline.extract(item) for item in articles]
    return in_order(to_record_batch(items).to_pylist())


def submit(*arguments):
    configuration = [f"--conf={name}={value}" for name, value in CONFIGURATION.items()]
    command = [SUBMIT, "--master", "local[2]", *configuration, JOB, *arguments]
    return subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True, start_new_session=True)


def finish(process):
    _, log = process.communicate(timeout=180)
    assert process.returncode == 0, log[-5000:]


def killed(process, until):
    """Kill a job with all that it has started as soon as a file is there."""
    try:
        end = time.monotonic() + 120
        while not until.exists():
            assert process.poll() is None, process.stderr.read()[-5000:]
            assert time.monotonic() < end, f"{until} did not come"
            time.sleep(0.02)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.mark.filterwarnings("ignore::newsfacts.ReadWarning")  # of the odd dates
@pytest.mark.once
def test_a_job_that_was_killed_goes_on_and_doubles_nothing(tmp_path):
    archive, out = tmp_path / "archive", tmp_path / "facts"
    archive.mkdir()
    for file in range(FILES):
        write_json_lines(archive, file)
    arguments = [f"{archive}/*.jsonl", out, "--batch-bytes", "1"]  # each file is a batch

    killed(submit(*arguments), until=out / "_checkpoint/commits/0")
    done = sum(1 for file in (out / "_checkpoint/commits").iterdir() if file.name.isdecimal())
    assert 1 <= done < FILES
    finished = {path: path.stat().st_mtime_ns for path in out.glob("batch=0/**/*.parquet")}
    assert finished
    # What a killed job may leave: rows of the batch at which it was.
    left = out / f"batch={done}" / "kind=money" / "left.parquet"
    left.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(next(out.glob("batch=0/kind=money/*.parquet")), left)

    finish(submit(*arguments))
    assert {path: path.stat().st_mtime_ns for path in out.glob("batch=0/**/*.parquet")} == finished
    assert {path.name for path in out.glob("batch=*")} == {f"batch={n}" for n in range(FILES)}

    rows = spark_s(out)
    expected = one_process_s(item for file in sorted(archive.iterdir()) for item in newsfacts.read(file))
    facts = [row for row in rows if row["kind"]]
    assert len(facts) > 100
    assert facts == [row for row in expected if row["kind"]]

    errors = [row for row in rows if not row["kind"]]
    assert len(errors) == 2 * FILES == len([row for row in expected if not row["kind"]])
    problems = {row["article_id"].rsplit("/", 1)[-1]: row["error"] for row in errors}
    for file in range(FILES):
        assert next(row["date"] for row in facts if row["article_id"] == f"{file}-date") == "--09-29"  # no year without it
        assert "has no words in 'text'" in problems[f"{file}-null"]
        assert "has no words in 'text'" in problems[f'{file}.jsonl: {{"id": "{file}-broken", "text": "Ут']


# Several runs on one Java machine, as in a notebook: an archive, the same again, then with one file more.
SESSION = """
import json, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType
from newsfacts.arrow import SCHEMA, spark_schema
from spark_archive import extract_archive

archive, later, out, configuration = Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], json.loads(sys.argv[5])
builder = SparkSession.builder.master("local[2]")
for name, value in configuration.items():
    builder = builder.config(name, value)
spark = builder.getOrCreate()
assert StructType.fromDDL(spark_schema()) == from_arrow_schema(SCHEMA)
extract_archive(spark, str(archive), out, 2, 1 << 30)
extract_archive(spark, str(archive), out, 2, 1 << 30)
assert len(list(Path(out).glob("batch=*"))) == 1
later.rename(archive / later.name)
extract_archive(spark, str(archive), out, 3, 1 << 30)
assert len(list(Path(out).glob("batch=*"))) == 2
print(spark.read.parquet(out).where("kind = 'money'").count())
spark.stop()
"""


def test_an_archive_of_parquet_that_grows(tmp_path):
    archive, later, out = tmp_path / "archive", tmp_path / "later", tmp_path / "facts"
    for folder in (archive, later):
        folder.mkdir()
    write_parquet(archive, 0)
    write_parquet(archive, 1)
    write_parquet(later, 2)
    os.utime(later / "2.parquet", (1, 1))  # older than what has been done, and yet new
    arguments = [JOB.parent, archive, later / "2.parquet", out, json.dumps(CONFIGURATION)]
    done = subprocess.run(
        [sys.executable, "-c", SESSION, *arguments], env=ENVIRONMENT, capture_output=True, text=True, timeout=180
    )
    assert done.returncode == 0, done.stderr[-5000:]

    articles = [
        newsfacts.Article(**record | {"published": datetime(2025, 10, 4, 9, 30, file, tzinfo=UTC)})
        for file in range(3)
        for record in records(file)
        if record["text"]
    ]
    rows = spark_s(out)
    facts = [row for row in rows if row["kind"]]
    assert facts == one_process_s(articles)
    assert [row["article_id"] for row in rows if not row["kind"]] == ["0-null", "1-null", "2-null"]
    assert int(done.stdout) == sum(row["kind"] == "money" for row in facts) > 0
