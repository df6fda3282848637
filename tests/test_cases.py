"""The tables of cases in ``tests/cases/<plugin>/<language>.toml``: those of names are of mentions, the others of facts."""

from pathlib import Path

import pytest
from mentions import MentionCase, check_mention_case, load_mention_cases

from newsfacts import Pipeline
from newsfacts.testing import Case, check_case, load_cases

PATHS = sorted(Path(__file__).parent.glob("cases/*/*.toml"))


def params(load, paths):
    return [pytest.param(case, id=f"{path.parent.name}/{path.stem}: {case.why}") for path in paths for case in load(path)]


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline()


@pytest.mark.parametrize("case", params(load_cases, [path for path in PATHS if path.parent.name != "names"]))
def test_case(case: Case, pipeline):
    check_case(case, pipeline)


@pytest.mark.parametrize("case", params(load_mention_cases, [path for path in PATHS if path.parent.name == "names"]))
def test_mention_case(case: MentionCase, pipeline):
    check_mention_case(case, pipeline)
