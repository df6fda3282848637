"""The table of cases, and what newsfacts makes of the facts."""

from pathlib import Path

import pytest

import newsfacts
from newsfacts import Pipeline
from newsfacts.testing import check_case, load_cases
from newsfacts_casualties import Casualties

CASES = load_cases(Path(__file__).parent / "cases" / "ru.toml")


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_case(case, pipeline):
    check_case(case, pipeline)


def test_newsfacts_finds_the_plugin_by_its_entry_point():
    text = "При взрыве погибли 12 человек, 30 пострадали."
    [fact] = newsfacts.extract(text, language="ru").of(Casualties)
    assert (fact.killed, fact.injured, fact.missing) == (12, 30, None)
    assert text[fact.start : fact.end] == fact.text
    assert fact.extractors == ("casualties",)


def test_it_tells_why(pipeline):
    explanation = pipeline.explain("При взрыве погибли 12 человек, 30 пострадали.", language="ru")
    killed, injured = explanation.of("f1")
    assert (killed.question, killed.answer.text, killed.by) == ("how many are killed", "12", "casualties")
    assert killed.evidence == (("word", "погибли"), ("number", "12 человек"))
    assert injured.answer.text == "30"
