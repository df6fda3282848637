"""The tables of mentions find out what is wrong, in the manner of newsfacts.testing for facts."""

import cattrs
import pytest
from mentions import MentionCase, check_mention_case, load_mention_cases

from newsfacts import Pipeline

TEXT = "Министр Олег Серов уехал. За Серова ответил заместитель."
RIGHT = [{"text": "Олег Серов", "name": "Олег Серов", "gender": "masculine"}, {"text": "Серова", "name": "Серов"}]


def check(**fields):
    check_mention_case(MentionCase(why="why", text=TEXT, language="ru", types=("person",), **fields), Pipeline())


def test_what_is_right_passes():
    check(mentions=RIGHT, entities={"Олег Серов": 2})


@pytest.mark.parametrize(
    "wrong",
    [
        {"mentions": RIGHT[:1]},
        {"mentions": [*RIGHT, RIGHT[0]]},
        {"mentions": [RIGHT[0], {"text": "Серова", "name": "Серова"}]},
        {"mentions": [RIGHT[0] | {"gender": "feminine"}, RIGHT[1]]},
        {"entities": {"Олег Серов": 1}},
        {"entities": {}},
    ],
)
def test_what_is_wrong_fails(wrong):
    with pytest.raises(AssertionError, match="why"):
        check(**wrong)


def test_a_misspelled_key_is_refused(tmp_path):
    path = tmp_path / "ru.toml"
    path.write_text('language = "ru"\n[[case]]\nwhy = "a"\ntext = "b"\nmention = []\n', encoding="utf-8")
    with pytest.raises(cattrs.errors.ClassValidationError):
        load_mention_cases(path)
