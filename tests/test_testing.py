"""The kit for plugin authors: what a table of cases gets wrong is said."""

import pytest

from newsfacts import LexiconError, Pipeline
from newsfacts.testing import Case, check_case, load_cases

TEXT = "Завод купили за 2 млн евро, сказал Иван Петров."


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline()


def case(facts, kinds=("money",)):
    return Case(why="a sum", text=TEXT, kinds=kinds, facts=facts, language="ru")


def test_a_case_that_is_right_passes(pipeline):
    check_case(case([{"text": "2 млн евро", "currency": "EUR"}]), pipeline)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (case([{"curency": "null"}]), "a sum: a fact of the kind 'money' has no 'curency'; did you mean 'currency'"),
        (case([{"speaker": {"nmae": "Иван Петров"}}], ("quote",)), "'speaker' has no 'nmae'; did you mean 'name'"),
        (case([], ("mony",)), "a sum: no plugin yields facts of the kind 'mony'; did you mean 'money'"),
        (case([], ()), "a sum: the case names no kinds, so it compares nothing"),
    ],
)
def test_a_typo_in_a_case_fails_with_what_may_be_meant(wrong, words, pipeline):
    with pytest.raises(AssertionError, match=words):
        check_case(wrong, pipeline)


@pytest.mark.parametrize(
    "typo", ['kind = ["money"]', 'kinds = ["money"]\n[[cases]]\nwhy = ""', 'kinds = ["money"]\n[[case]]\nwyh = ""']
)
def test_a_typo_in_a_table_s_keys_names_file_and_key(typo, tmp_path):
    path = tmp_path / "ru.toml"
    path.write_text(typo, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"ru\.toml: .*(?:kind|cases|wyh)"):
        load_cases(path)
