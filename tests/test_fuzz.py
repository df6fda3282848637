"""The fuzzers themselves: they run, and they find and shrink a fault that is there. `make fuzz` runs them for longer."""

import time
from contextlib import closing, suppress
from types import SimpleNamespace

import pytest
from fuzz.commands import Commands
from fuzz.core import Fault, Fuzzer, bounded, faults_of, replay, run, smallest
from fuzz.elsewhere import Elsewhere
from fuzz.files import CANARY, Case, Files, watched
from fuzz.plugins import Plugins
from fuzz.texts import Texts, broken_values

import newsfacts

pytestmark = [pytest.mark.slow, pytest.mark.once]


class Planted(Fuzzer):
    """Fails on every text that holds an x before a y, by raising, and on those with a z by a rule."""

    name = "planted"

    def make(self, random):
        return "".join(random.choices("abcxyz", k=40))

    def check(self, case):
        if "z" in case:
            yield Fault("there is no z", detail=case + "\x1b\ud800")
        if "y" in case[case.find("x") + 1 or len(case) :]:
            raise ValueError(case)

    def shrink(self, case, fails):
        return smallest(case, fails)


@pytest.mark.filterwarnings("ignore::newsfacts.ReadWarning")  # a language said at random is seldom the text's
@pytest.mark.parametrize(("fuzzer", "rounds"), [(Texts, 40), (Files, 40), (Plugins, 30), (Commands, 3)])
def test_a_few_inputs_of_each_sort_are_right(fuzzer, rounds, tmp_path):
    said = []
    report = run(fuzzer(), seed=0, rounds=rounds, folder=tmp_path, say=said.append)
    assert report.inputs == rounds
    assert not report.faults, "\n".join(said)


def test_a_planted_fault_is_found_shrunk_and_found_again_in_its_file(tmp_path):
    said = []
    report = run(Planted(), seed=0, rounds=50, folder=tmp_path, say=said.append)
    found = {fault.rule: (fault, path) for fault, path in report.faults}
    assert found.keys() == {"there is no z", "no exception escapes"}, "each is told once"
    fault, path = found["no exception escapes"]
    assert "ValueError" in fault.cause
    assert Planted().load(path) == "xy"
    assert any(str(path) in line and f"-m fuzz planted {path}" in line for line in said)
    assert all(c.isprintable() or c == "\n" for line in said for c in line), "a terminal can show it"
    assert [again.key for again in replay(Planted(), path, said.append)] == [fault.key]
    assert Planted().load(found["there is no z"][1]) == "z"


def test_one_seed_gives_the_same_inputs_another_gives_others(tmp_path):
    def faults(seed):
        return [fault.detail for fault, _ in run(Planted(), seed=seed, rounds=20, folder=tmp_path).faults]

    assert faults(1) == faults(1) != faults(2)


def test_what_kills_the_process_leaves_its_input(tmp_path):
    class Killed(Planted):
        def check(self, case):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(Killed(), seed=0, rounds=1, folder=tmp_path)
    assert len(Planted().load(tmp_path / "planted-at-work.json")) == 40


def test_what_does_not_end_is_a_fault():
    class Endless(Planted):
        def check(self, case):
            with bounded(0.1):
                while True:
                    with suppress(Exception):  # as a handler of plugins' errors would
                        time.process_time()
            yield

    [fault] = faults_of(Endless(), "a")
    assert fault.rule == "it comes to an end in time"


def test_surrogates_and_bytes_come_back_from_a_file_as_they_were(tmp_path):
    for fuzzer, case in ((Texts(), {"text": "\ud800\udc00\x00\n"}), (Files(), Case(".xml", b"\xff\x00"))):
        suffix, content = fuzzer.dump(case)
        path = tmp_path / f"case{suffix}"
        path.write_bytes(content)
        assert fuzzer.load(path) == case


def test_a_wrong_span_is_seen():
    text = "Завод продали за 2 млн рублей."
    result = newsfacts.extract(text)
    assert not list(broken_values(result))
    shifted = SimpleNamespace(**{name: getattr(result, name) for name in ("facts", "entities", "conflicts")})
    shifted.article = newsfacts.Article(text="А " + text)
    assert [fault.rule for fault in broken_values(shifted)] == ["every span slices to its text"]


def test_another_process_gives_results_errors_and_no_wait_without_end():
    text = "Завод продали за 2 млн рублей. "
    with closing(Elsewhere(1)) as elsewhere:
        assert elsewhere.extract({"text": text}, 60) == newsfacts.extract(text).to_json()
        assert "ValueError" in elsewhere.extract({"text": text, "published": "no day"}, 60)
        with pytest.raises(TimeoutError):
            elsewhere.extract({"text": text * 1000}, 0)


def test_a_file_that_is_opened_beside_the_input_is_seen(tmp_path):
    (tmp_path / "input").touch()
    (tmp_path / "other").touch()
    with watched(tmp_path / "input") as opened:
        (tmp_path / "input").read_bytes()
        CANARY.read_bytes()  # the checkout's own files may be read
        assert not opened
        (tmp_path / "other").read_bytes()
        (tmp_path / "new").touch()
    assert [event for event, _ in opened] == ["open", "open"]
