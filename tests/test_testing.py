"""The kit for plugin authors: what a table of cases gets wrong is said, and in what a result differs."""

import pytest

from newsfacts import LexiconError
from newsfacts.testing import Case, check_case, load_cases

TEXT = "Завод купили за 2 млн евро, склад — за 3 млн рублей, сказал Иван Петров."
EUROS, ROUBLES = {"text": "2 млн евро", "currency": "EUR"}, {"text": "3 млн рублей", "currency": "RUB"}


def case(facts, kinds=("money",)):
    return Case(why="a sum", text=TEXT, kinds=kinds, facts=facts, language="ru")


def mentions(**fields):
    text = "Министр Олег Серов уехал. За Серова ответил заместитель."
    return Case(why="a name", text=text, language="ru", types=("person",), **fields)


SEROV = [{"text": "Олег Серов", "name": "Олег Серов", "gender": "masculine"}, {"text": "Серова", "name": "Серов"}]


@pytest.mark.parametrize("right", [case([EUROS, ROUBLES]), mentions(mentions=SEROV, entities={"Олег Серов": 2})])
def test_a_case_that_is_right_passes(right, pipeline):
    check_case(right, pipeline)


def differences(wrong, pipeline):
    with pytest.raises(AssertionError) as raised:
        check_case(wrong, pipeline)
    why, text, *lines = str(raised.value).split("\n  ")
    assert (why, text) == (wrong.why, f"text: {wrong.text}")
    return lines


@pytest.mark.parametrize(
    ("facts", "lines"),
    [
        ([EUROS], ["too much: '3 млн рублей', currency = 'RUB'"]),
        ([ROUBLES], ["too much: '2 млн евро', currency = 'EUR'"]),
        ([], ["too much: '2 млн евро'", "too much: '3 млн рублей'"]),
        ([EUROS, {"text": "4 млн", "amount": "4000000"}, ROUBLES], ["missing:  '4 млн', amount = '4000000'"]),
        ([EUROS, ROUBLES | {"currency": "BYN"}], ["money '3 млн рублей': currency is 'RUB', not 'BYN'"]),
        ([EUROS, {"amount": "5"}], ["money '3 млн рублей': amount is '3000000', not '5'"]),
        ([EUROS, ROUBLES | {"qualifier": "about"}], ["money '3 млн рублей': qualifier is None, not 'about'"]),
        ([EUROS | {"currency": "null"}, ROUBLES], ["money '2 млн евро': currency is 'EUR', not None"]),
        ([ROUBLES, EUROS], ["the order is another: '2 млн евро', '3 млн рублей'"]),
    ],
)
def test_each_difference_has_a_line(facts, lines, pipeline):
    assert differences(case(facts), pipeline) == lines


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"mentions": SEROV[:1]}, "too much: 'Серова', name = 'Серов', gender = 'masculine'"),
        ({"mentions": [*SEROV, SEROV[0]]}, "missing:  'Олег Серов', name = 'Олег Серов', gender = 'masculine'"),
        ({"mentions": [SEROV[0], {"text": "Серова", "name": "Серова"}]}, "person 'Серова': name is 'Серов', not 'Серова'"),
        (
            {"mentions": [SEROV[0] | {"gender": "feminine"}, SEROV[1]]},
            "person 'Олег Серов': gender is 'masculine', not 'feminine'",
        ),
        ({"mentions": [{"nmae": "Олег Серов"}, SEROV[1]]}, "person 'Олег Серов' has no field 'nmae'; did you mean 'name'?"),
        ({"entities": {"Олег Серов": 1}}, "the persons are {'Олег Серов': 2}, not {'Олег Серов': 1}"),
        ({"entities": {}}, "the persons are {'Олег Серов': 2}, not {}"),
    ],
)
def test_each_difference_of_mentions_has_a_line(wrong, words, pipeline):
    assert differences(mentions(**wrong), pipeline) == [words]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (case([{"curency": "null"}, ROUBLES]), "money '2 млн евро' has no field 'curency'; did you mean 'currency'"),
        (case([{"speaker": {"nmae": "Иван Петров"}}], ("quote",)), "speaker has no 'nmae'; did you mean 'name'"),
        (case([], ("mony",)), "a sum: no plugin yields facts of the kind 'mony'; did you mean 'money'"),
        (case([], ()), "a sum: the case names no kinds, so it compares nothing"),
        (case(None), "a sum: the case expects nothing, so it compares nothing"),
        (
            Case(why="a name", text="Орлов.", language="rus", entities={}),
            "no plugin offers the language 'rus'; did you mean 'ru'",
        ),
    ],
)
def test_a_typo_in_a_case_fails_with_what_may_be_meant(wrong, words, pipeline):
    with pytest.raises(AssertionError, match=words):
        check_case(wrong, pipeline)


HEAD = 'kinds = ["money"]\n[[case]]\nwhy = "a sum"\ntext = "2 евро"\n'


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        (f"kind = []\n{HEAD}facts = []", ["the table: there is no key 'kind'; did you mean 'kinds'?"]),
        (HEAD.replace("[[case]]", "[[cases]]"), ["the table: there is no key 'cases'; did you mean 'case'?"]),
        (
            HEAD.replace("why", "wyh") + "facts = []",
            ["case 1: there is no key 'wyh'; did you mean 'why'?", "case 1 has no 'why'"],
        ),
        (
            HEAD + "fact = []",
            [
                "case 1 (a sum): there is no key 'fact'; did you mean 'facts'?",
                "case 1 (a sum) has no facts; write facts = [] where none must be found",
            ],
        ),
        (HEAD.partition("\n")[2] + "facts = []", ["case 1 (a sum) has facts and no 'kinds', nor has the table"]),
        (HEAD + "mentions = []", ["case 1 (a sum) has mentions and no 'types'"]),
        (HEAD.replace("[[case]]", "[case]"), ["'case' is no list of tables; begin each case with [[case]]"]),
        (HEAD + "facts = 1", ["$.case[0].facts"]),
        ("kinds = [", ["Invalid value"]),
    ],
)
def test_a_typo_in_a_table_names_file_case_and_key(table, problems, tmp_path):
    path = tmp_path / "ru.toml"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"ru\.toml: ") as raised:
        load_cases(path)
    assert len(raised.value.problems) == len(problems)
    assert all(words in problem for words, problem in zip(problems, raised.value.problems, strict=True))


def test_a_table_that_is_not_there_is_named(tmp_path):
    with pytest.raises(LexiconError, match=r"gone\.toml"):
        load_cases(tmp_path / "gone.toml")
