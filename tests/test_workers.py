"""Several processes: the same results in the same order, whatever happens to a worker."""

import os
import resource
import signal
import subprocess
import sys
import time
from itertools import count, islice
from multiprocessing import active_children, get_all_start_methods
from pathlib import Path
from typing import ClassVar

import pytest
from attrs import frozen
from helpers import Weather, extractor

from newsfacts import Article, ExtractionError, Fact, Pipeline, hookimpl

pytestmark = pytest.mark.slow


class Deadly:
    """A plugin whose extractor kills its process on «яд», sleeps on «вечно», raises what cannot be pickled on «бах»."""

    @hookimpl
    def newsfacts_extractors(self):
        return [extractor("deadly", run, yields=(Weather, Lambda))]


class Metres(int):
    def __reduce__(self):
        raise TypeError("metres stay here")


@frozen(kw_only=True)
class Lambda(Fact):
    """A fact with a value that can be written but not pickled."""

    kind: ClassVar[str] = "lambda"
    value: int


class UnpicklableError(Exception):
    def __init__(self, one, two):
        super().__init__(f"{one} {two}")


def run(analysis):
    if "яд" in analysis.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "вечно" in analysis.text:
        time.sleep(1000)
    if "бах" in analysis.text:
        raise UnpicklableError(1, 2)
    if "лямбда" in analysis.text:
        yield Lambda(start=0, end=6, text="лямбда", value=Metres(3))
    if "снег" in analysis.text:
        start = analysis.text.index("снег")
        yield Weather(start=start, end=start + 4, text="снег", degrees=0)


def pipeline(**more):
    return Pipeline(discover=False, register={"deadly": Deadly()}, **more)


def texts(number, **changes):
    return [changes.get(f"at{i}", f"Идёт снег {i}.") for i in range(number)]


def articles(*args, **changes):
    return [Article(text=text, id=str(i)) for i, text in enumerate(texts(*args, **changes))]


def test_order_and_results_are_those_of_one_process():
    given = articles(50, at7="бах", at30="")
    assert list(pipeline().extract_many(given, jobs=2)) == list(pipeline().extract_many(given))


def test_articles_are_taken_as_results_are_asked_for():
    taken = count()

    def endless():
        while True:
            yield f"Идёт снег {next(taken)}."

    results = pipeline().extract_many(endless(), jobs=2)
    assert [r.article.text for r in islice(results, 3)] == texts(3)
    results.close()
    assert next(taken) < 100


def test_a_worker_that_dies_costs_only_its_article_and_names_it():
    results = list(pipeline().extract_many(articles(40, at5="яд", at20="яд"), jobs=2))
    assert [r.article.id for r in results] == [str(i) for i in range(40)]
    dead = {r.article.id: r.failures for r in results if r.failures}
    assert sorted(dead) == ["20", "5"]
    [failure] = dead["5"]
    assert (failure.stage, failure.plugin) == ("work", "newsfacts")
    assert "5: the worker process ended on it" in failure.message
    assert [len(r.facts) for r in results if not r.failures] == [1] * 38


def test_a_worker_that_does_not_come_to_an_end_costs_only_its_article(monkeypatch):
    monkeypatch.setattr("newsfacts.workers._PATIENCE", 2.0)
    results = list(pipeline().extract_many(articles(12, at5="вечно"), jobs=2))
    assert ["found no end of it in 2 s" in f.message for r in results if r.article.id == "5" for f in r.failures] == [True]
    assert [len(r.facts) for r in results if r.article.id != "5"] == [1] * 11


def test_workers_that_are_killed_cost_no_article_and_no_order():
    results = []
    for number, result in enumerate(pipeline().extract_many(articles(300), jobs=2)):
        results.append(result)
        if number in (20, 100, 101):
            for worker in active_children():
                worker.kill()
    assert [r.article.id for r in results] == [str(i) for i in range(300)]
    assert [r.article.id for r in results if r.failures] == []


def test_facts_that_cannot_be_sent_cost_only_their_article():
    results = list(pipeline().extract_many(articles(12, at5="лямбда"), jobs=2))
    [failure] = results[5].failures
    assert "the worker process failed on it (TypeError: metres stay here)" in failure.message
    assert [len(r.facts) for r in results] == [1] * 5 + [0] + [1] * 6


def test_a_worker_that_cannot_begin_names_every_article(monkeypatch):
    given = pipeline()
    monkeypatch.setattr("newsfacts.pipeline.Pipeline.__init__", lambda self, **options: 1 / 0)
    results = list(given.extract_many(articles(10), jobs=2))
    assert ["ZeroDivisionError" in r.failures[0].message for r in results] == [True] * 10


STARTED = """
import multiprocessing, sys
import newsfacts
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    texts = [f"Завод {n} продали за {n} млн рублей, сообщил министр Пётр Чистов." for n in range(1, 20)]
    pipeline = newsfacts.Pipeline()
    alone = [pipeline.extract(text) for text in texts]
    print(list(pipeline.extract_many(texts, jobs=2)) == alone, len(alone[0].facts))
"""


@pytest.mark.parametrize("method", get_all_start_methods())
def test_however_processes_are_started_the_results_are_the_same(method, tmp_path):
    script = tmp_path / "started.py"
    script.write_text(STARTED, encoding="utf-8")
    done = subprocess.run([sys.executable, script, method], capture_output=True, text=True, timeout=100, check=True)
    assert done.stdout == "True 3\n"


NO_GUARD = """
import multiprocessing
import newsfacts
multiprocessing.set_start_method("spawn", force=True)
print(len(list(newsfacts.Pipeline().extract_many(["Завод продали за 2 млн рублей."] * 1000, jobs=2))))
"""


def test_a_script_that_no_worker_can_begin_in_is_told_why(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(NO_GUARD, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=100, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "WorkerError: jobs: 10 worker processes ended before they could begin (exit code 1)" in done.stderr
    assert "needs `if __name__ == '__main__':`" in done.stderr


def test_when_no_process_can_be_started_none_is_left():
    before, files = len(active_children()), resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (len(list(Path("/proc/self/fd").iterdir())) + 8, files[1]))
    try:
        with pytest.raises(OSError, match="Too many open files"):
            list(pipeline().extract_many(articles(3), jobs=30))
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, files)
    assert len(active_children()) == before


def test_no_worker_outlives_the_process_that_gives_the_tasks(tmp_path):
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, encoding="utf-8")
    process = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True)
    assert [process.stdout.readline() for _ in range(2)] == ["begun\n", "one\n"]
    process.kill()
    process.communicate(timeout=20)  # it waits until nobody holds the pipe any more


def test_a_worker_s_death_is_raised_where_errors_are():
    with pytest.raises(ExtractionError) as raised:
        list(pipeline(on_error="raise").extract_many(articles(3, at1="яд"), jobs=2))
    assert "1: the worker process ended" in str(raised.value.exceptions[0])


def test_a_plugin_s_error_is_raised_where_errors_are():
    with pytest.raises(ExtractionError) as raised:
        list(pipeline(on_error="raise").extract_many(articles(3, at1="бах"), jobs=2))
    assert "UnpicklableError: 1 2" in str(raised.value.exceptions[0])


def test_an_error_of_the_articles_comes_after_the_results_of_those_before_it():
    def broken():
        yield from articles(11)
        raise OSError("the archive ends here")

    results = pipeline().extract_many(broken(), jobs=2)
    assert len(list(islice(results, 11))) == 11
    with pytest.raises(OSError, match="ends here"):
        next(results)


ENDLESS = """
import signal
from itertools import repeat
import newsfacts
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores it, and so would this one
if __name__ == "__main__":
    print("begun", flush=True)
    for result in newsfacts.Pipeline().extract_many(repeat("Завод продали за 2 млн рублей. " * 200), jobs=2):
        print("one", flush=True)
"""


def test_an_interrupt_stops_all_processes_at_once(tmp_path):
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True
    )
    try:
        assert [process.stdout.readline() for _ in range(2)] == ["begun\n", "one\n"]
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the whole group
        _, errors = process.communicate(timeout=20)  # it waits until nobody holds the pipes any more
        assert errors.count("Traceback") == 1
        assert "KeyboardInterrupt" in errors
    finally:
        process.kill()
