"""The tables of cases in ``tests/cases/<plugin>/<language>.toml``."""

from pathlib import Path

import pytest

from newsfacts import Pipeline
from newsfacts.testing import Case, check_case, load_cases

CASES = [
    pytest.param(case, id=f"{path.parent.name}/{path.stem}: {case.why}")
    for path in sorted(Path(__file__).parent.glob("cases/*/*.toml"))
    for case in load_cases(path)
]


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline()


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case, pipeline):
    check_case(case, pipeline)
