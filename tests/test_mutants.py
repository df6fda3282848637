"""The search for conditions that no test needs, on a package with one that is needed and one that is not."""

import importlib
import sys
import tomllib
from pathlib import Path

import mutants
import pytest
from mutants import Trial, alternatives, mutants_of, trial_of

pytestmark = [pytest.mark.slow, pytest.mark.once]

RULES = """\
import re
SUM = re.compile("[0-9]+|dozens|scores")

def sums(text):
    found = []
    while len(text) > 0:
        match = SUM.match(text)
        if match and text:
            found.append(match.group() if found is not None else "")
        text = text[match.end() if match else 1:]
    return found

def is_sum(text) -> bool:
    if not text:
        return False
    return text.isdigit()
"""


@pytest.fixture
def trial(tmp_path, monkeypatch):
    """A package with rules in a folder within it, and what its tests say."""
    folder = tmp_path / "rulebook"
    (folder / "inner").mkdir(parents=True)
    for path in (folder, folder / "inner"):
        (path / "__init__.py").touch()
    (folder / "inner/rules.py").write_text(RULES, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield Trial("rulebook", folder, checks)
    for name in ("rulebook", "rulebook.inner", "rulebook.inner.rules"):
        sys.modules.pop(name, None)


def checks():
    rules = importlib.import_module("rulebook.inner.rules")
    return {
        "sums": lambda: equal(rules.sums("12 and dozens"), ["12", "dozens"]),
        "yes": lambda: equal(rules.is_sum("5"), True),
        "no": lambda: equal((rules.is_sum("a"), rules.is_sum("")), (False, False)),
    }


def equal(found, expected):
    assert found == expected


def judged(trial, **options):
    return {(m.line, m.condition, m.replacement): outcome.killer for m, outcome in trial.run(trial.mutants(), **options)}


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_condition_that_is_needed_is_killed_and_one_that_is_not_survives(trial, jobs):
    assert judged(trial, jobs=jobs) == {
        (2, "'[0-9]+|dozens|scores'", "without [0-9]+|"): "sums",
        (2, "'[0-9]+|dozens|scores'", "without |dozens"): "sums",
        (2, "'[0-9]+|dozens|scores'", "without |scores"): None,
        (6, "len(text) > 0", "False"): "sums",
        (6, "len(text) > 0", "True"): "sums",  # without end
        (8, "match and text", "False"): "sums",
        (8, "match and text", "True"): "sums",
        (8, "match", "left out"): "sums",
        (8, "text", "left out"): None,
        (9, "found is not None", "False"): "sums",
        (9, "found is not None", "True"): None,
        (10, "match", "False"): "sums",
        (10, "match", "True"): "sums",
        (14, "not text", "False"): None,
        (14, "not text", "True"): "yes",
        (16, "text.isdigit()", "False"): "yes",
        (16, "text.isdigit()", "True"): "no",
    }


def test_tests_that_fail_as_they_are_kill_nothing(trial):
    broken = Trial(trial.package, trial.folder, lambda: checks() | {"all is well": lambda: equal(1, 2)})
    assert broken.failing() == ["all is well"]
    assert "all is well" not in judged(broken).values()


def test_tests_that_run_another_copy_are_found_out(trial):
    rules = importlib.import_module("rulebook.inner.rules")  # as a pipeline that is kept holds its plugins
    kept = Trial(trial.package, trial.folder, lambda: {"sums": lambda: equal(rules.sums("1"), ["1"])})
    with pytest.raises(RuntimeError, match="they run another copy of it"):
        judged(kept)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("if TYPE_CHECKING:\n    import attrs", []),
        ("[x for x in y if x if z]", ["x: False", "x: True", "z: False", "z: True"]),
        ("a or b and c", ["a: left out", "b and c: left out", "b: left out", "c: left out"]),
        ("def f() -> bool:\n    return True", []),
        ("def f() -> bool:\n    def g():\n        return h\n    return g", ["g: False", "g: True"]),
        ("match x:\n    case 1 if y:\n        pass", ["y: False", "y: True"]),
        ("re.compile(name)", []),
    ],
)
def test_conditions(source, expected, tmp_path):
    path = tmp_path / "module.py"
    path.write_text(source, encoding="utf-8")
    assert [f"{mutant.condition}: {mutant.replacement}" for mutant in mutants_of(path)] == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a", []),
        ("a|b", ["a|", "|b"]),
        (r"a\||[|\]|]|[]|]", [r"a\||", r"|[|\]|]", "|[]|]"]),
        (r"(?P<x>a|b)|(?=c|d)", ["a|", "|b", "c|", "|d", "(?P<x>a|b)|", "|(?=c|d)"]),
    ],
)
def test_alternatives_of_a_regular_expression(pattern, expected):
    assert [pattern[start:end] for start, end in alternatives(pattern)] == expected


def test_the_tests_of_a_plugin_run_the_copy_that_is_changed():
    assert list(trial_of("dateline").run([])) == []  # it raises where they do not


def test_every_plugin_has_a_floor():
    root = Path(mutants.__file__).parent.parent
    floors = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutants"]
    assert sorted(floors) == sorted(path.name.removeprefix("newsfacts_") for path in (root / "plugins").glob("newsfacts_*"))
