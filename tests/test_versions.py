"""What pyproject.toml promises of Pythons and of dependencies is what the checks run."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = (ROOT / "tests/oldest.txt").read_text(encoding="utf-8").split()


def test_the_oldest_dependencies_are_the_lower_bounds():
    declared = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["arrow"]]
    bounds = [re.match(r"([\w-]+)(?:\[\w+\])?>=([\d.]+)", dependency) for dependency in declared]
    assert sorted(f"{bound[1]}=={bound[2]}" for bound in bounds) == PINS


def test_the_classifiers_begin_with_the_oldest_python_and_leave_none_out():
    versions = [c.removeprefix("Programming Language :: Python :: 3.") for c in PROJECT["classifiers"] if ":: 3." in c]
    oldest = int(PROJECT["requires-python"].removeprefix(">=3."))
    assert [int(version) for version in versions] == list(range(oldest, oldest + len(versions)))
