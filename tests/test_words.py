"""Words that a plugin adds to those of the built-in ones."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsfacts import Pipeline, Words, hookimpl
from newsfacts.plugin_check import check_plugin


class Adds:
    """A plugin that adds words."""

    def __init__(self, *words):
        self.words = words

    @hookimpl
    def newsfacts_words(self):
        return self.words


def words(plugin, language, toml):
    return Words(plugin=plugin, language=language, toml=toml)


def with_words(*added, **plugins):
    return Pipeline(register={"mine": Adds(*added), **plugins})


ADDED = [
    ("money", "ru", '[[units]]\nforms = ["толар|m"]\ncode = "SIT"\n', "Мост обошёлся в 5 млн толаров.", "5 млн толаров"),
    ("money", "en", '[[units]]\nforms = ["tolar|s"]\ncode = "SIT"\n', "The bridge cost 5 million tolars.", "5 million tolars"),
    ("dateline", "ru", '[agencies]\n"Волна" = ["ВЛН-Инфо"]\n', "МИНСК, 5 мая (ВЛН-Инфо). Мост открыт.", "Волна"),
    ("dateline", "en", '[agencies]\n"Tide" = ["Tide News"]\n', "LEEDS, May 5 (Tide News) - The bridge is open.", "Tide"),
    ("quotes", "ru", 'report = "протрубить"\n', "Мэр Пётр Белов протрубил, что мост откроют в мае.", "мост откроют в мае"),
    ("quotes", "en", 'report = "blurt"\n', "Mayor Ellen Marsh blurted that the bridge is open.", "the bridge is open"),
    ("titles", "ru", 'offices = "бургграф"\n', "Мост открыл бургграф Вены Иван Орлов.", "бургграф Вены"),
    ("titles", "en", 'offices = "burgrave"\n', "It was opened by Ellen Marsh, the burgrave of Leeds.", "burgrave of Leeds"),
    ("names", "ru", 'named_bodies = ["вотчина"]\n', "Мост открыт, рассказали в вотчине «Север».", "вотчина «Север»"),
    ("names", "en", 'offices = ["burgrave"]\n', "The bridge was opened by Burgrave Marsh.", "Marsh"),
]  # fmt: skip


def found_by(pipeline, plugin, text, language):
    result = pipeline.extract(text, language=language)
    assert result.failures == ()
    if plugin == "dateline":
        return [result.dateline.agency]
    if plugin == "names":
        return [entity.name for entity in result.entities]
    return [fact.text for fact in result.facts if plugin in fact.extractors]


@pytest.mark.parametrize(("plugin", "language", "toml", "text", "found"), ADDED)
def test_a_word_that_is_added_is_found_as_those_that_are_there(plugin, language, toml, text, found):
    assert found not in found_by(Pipeline(), plugin, text, language)
    assert found in found_by(with_words(words(plugin, language, toml)), plugin, text, language)


def test_what_is_there_already_stays(pipeline):
    text = "МИНСК, 29 сен – РИА Новости. Завод купили за 2 млн евро, заявил министр Пётр Чистов."
    added = with_words(*(words(plugin, language, toml) for plugin, language, toml, _, _ in ADDED))
    assert added.extract(text).to_json() == pipeline.extract(text).to_json()


def test_several_plugins_add_to_one_list_whatever_their_order():
    tolar, guilder = (
        f'[[units]]\nforms = ["{name}|m"]\ncode = "{code}"\n' for name, code in (("толар", "SIT"), ("грошен", "AUR"))
    )
    plugins = {"a": Adds(words("money", "ru", tolar)), "b": Adds(words("money", "ru", guilder))}
    for order in (plugins, dict(reversed(plugins.items()))):
        found = Pipeline(register=order).extract("Мост обошёлся в 5 толаров, дом в 7 грошенов.", language="ru").money
        assert [money.currency for money in found] == ["SIT", "AUR"]


TEXT = "МИНСК, 29 сен – РИА Новости. Завод купили за 2 млн евро, заявил министр Пётр Чистов."


@pytest.mark.parametrize(
    ("plugin", "toml", "problem"),
    [
        ("money", '[[unitz]]\nforms = ["толар|m"]', "extra fields found (unitz) @ $.unitz, line 1; did you mean 'units'?"),
        ("money", '\n[[units]]\nforms = "тол."\ncode = "SIT"', "a list is expected @ $.units[0].forms, line 3"),
        ("money", '[[units]]\nforms = ["толар|m"]\n\n[[units]]\nforms = ["крон|м"]\ncode = "ß"', "@ $.units[0], line 1"),
        ("money", '[[units]]\nforms = ["евро"]\ncode = "XEU"', "'евро' stands for two currencies, EUR"),
        ("money", '[[units]]\nforms = ["толар|z"]\ncode = "SIT"', "[endings] has no class 'z'"),
        ("money", "[[units]\n", "at line 1"),
        ("money", f"units = {'[' * 9999}{']' * 9999}", "RecursionError"),
        ("money", '[signs]\n"€" = "XEU"', "is one value, not a list of words; leave it out"),
        ("dateline", '[agencies]\n"ТАСС" = ["TASS"]', "'TASS' is in the list already; leave it out @ $.agencies.ТАСС, line 2"),
        ("dateline", '[agencies]\n"Волна" = ["–"]', "'–' is no name of an agency: it has no letter @ $.agencies.Волна, line 2"),
        ("quotes", 'report = "заявить протрубить"', "'заявить' is in the list already; leave it out @ $.report, line 1"),
        ("quotes", '[words]\nrelative = "какой"', "is one value, not a list of words; leave it out"),
        ("titles", 'office = "бургграф"', "extra fields found (office) @ $.office, line 1; did you mean 'offices'?"),
        ("names", 'streets = "улица"', 'is a string ("улица"); a list is expected @ $.streets, line 1; put it in brackets'),
    ],
)  # fmt: skip
def test_words_that_cannot_be_taken_are_named_and_cost_nothing_else(plugin, toml, problem, pipeline):
    good = Adds(words("money", "ru", '[[units]]\nforms = ["толар|m"]\ncode = "SIT"\n'))
    with_wrong = with_words(words(plugin, "ru", toml), zzz=good)
    for _ in range(2):  # what is made of the words is kept, and so is what was wrong with them
        result = with_wrong.extract(f"{TEXT} Мост обошёлся в 5 толаров.", published="2025-09-30")
        [failure] = result.failures
        assert (failure.stage, failure.plugin) == ("load", "mine")
        assert failure.message.startswith(f"LexiconError: words for {plugin}/ru: ")
        assert problem in failure.message
        assert [money.currency for money in result.money] == ["EUR", "SIT"]
        assert result.facts[:4] == pipeline.extract(TEXT, published="2025-09-30").facts
    [again] = with_words(words(plugin, "ru", toml), zzz=good).extract(TEXT).failures
    assert again == failure


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (words("mony", "ru", ""), "mony/ru: no plugin has words that these could be added to; did you mean 'money/ru'?"),
        (words("money", "cs", ""), "money/cs: no plugin has words that these could be added to"),
        ("report = 'протрубить'", "it gave a str, not a Words"),
    ],
)
def test_words_for_nobody_are_a_failure_of_every_result(wrong, problem):
    [failure] = with_words(wrong).extract("The mill was sold.", language="en").failures
    assert (failure.stage, failure.plugin) == ("load", "mine")
    assert problem in failure.message


def test_words_are_added_once_to_one_plugin_in_one_language():
    [failure] = with_words(words("money", "ru", ""), words("money", "ru", "")).extract("Идёт снег.").failures
    assert "it adds words to money/ru twice; put them into one" in failure.message


def test_words_for_a_blocked_plugin_wait(pipeline):
    blocked = Pipeline(block=["money"], register={"mine": Adds(words("money", "ru", "[[unitz]]"))})
    result = blocked.extract(TEXT)
    assert (result.failures, result.money) == ((), ())


@pytest.mark.parametrize(
    ("fields", "error", "problem"),
    [
        ({"plugin": ""}, ValueError, "plugin"),
        ({"language": "und"}, ValueError, "'und' is no code of a language"),
        ({"toml": b"a = 1"}, TypeError, "'toml' must be a string or a Path"),
        ({"toml": "words.toml"}, ValueError, r"which is a file's name, and a string is TOML itself; give Path\('words.toml'\)"),
    ],
)
def test_a_wrong_field_is_refused_at_once(fields, error, problem):
    with pytest.raises(error, match=problem):
        Words(**{"plugin": "money", "language": "ru", "toml": ""} | fields)


def test_words_of_a_file_are_named_by_it(tmp_path):
    file = tmp_path / "money.toml"
    [missing] = with_words(words("money", "ru", file)).extract(TEXT).failures
    assert missing.message == f"LexiconError: {file}: No such file or directory"
    file.write_text("[[unitz]]\n", encoding="utf-8")
    [wrong] = with_words(words("money", "ru", Path(f"{tmp_path}/./money.toml")), another=Adds()).extract(TEXT).failures
    assert str(file) in wrong.message


def test_nothing_is_read_before_an_article_in_the_language(tmp_path):
    assert with_words(words("money", "ru", tmp_path / "none.toml")).extract("The mill was sold for $5.").failures == ()


FILE = """
from newsfacts import Words, hookimpl

@hookimpl
def newsfacts_words():
    return [Words(plugin="money", language="ru", toml='''
[[units]]
forms = ["толар|m"]
code = "{code}"
''')]
"""


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_adds_words_on_the_command_line(jobs, tmp_path):
    (tmp_path / "mine.py").write_text(FILE.format(code="SIT"), encoding="utf-8")
    (tmp_path / "a.txt").write_text("Мост обошёлся в 5 млн толаров.", encoding="utf-8")
    command = (sys.executable, "-m", "newsfacts", "extract", "a.txt", "--plugin", "mine.py", "-f", "json", "--jobs", jobs)
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [fact["currency"] for fact in json.loads(done.stdout)["facts"]] == ["SIT"]


@pytest.mark.slow
def test_wrong_words_of_a_file_are_named_with_status_three(tmp_path):
    (tmp_path / "mine.py").write_text(FILE.format(code="Tolar"), encoding="utf-8")
    (tmp_path / "a.txt").write_text("Мост обошёлся в 5 млн рублей.", encoding="utf-8")
    command = (sys.executable, "-m", "newsfacts", "extract", "a.txt", "--plugin", "mine.py", "-f", "json")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, len(json.loads(done.stdout)["facts"])) == (3, 1)
    [line] = done.stderr.decode().splitlines()
    assert "plugin 'mine'" in line
    assert "'Tolar' is no code: three capital letters of ISO 4217" in line
    assert "@ $.units[0].code, line 4" in line


def test_the_check_of_a_plugin_looks_at_its_words():
    good = list(check_plugin("mine", register={"mine": Adds(words("titles", "ru", 'offices = "бургграф"'))}))
    assert [finding.what for finding in good if finding.level == "ok"] == ["hooks", "language ru"]
    [fault] = [
        f for f in check_plugin("mine", register={"mine": Adds(words("titles", "ru", 'office = "x"'))}) if f.level == "fault"
    ]
    assert "did you mean 'offices'?" in fault.said
