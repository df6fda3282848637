"""The pytest plugin: tables of cases are tests where a project asks for it."""

import subprocess
import sys

import pytest

pytest_plugins = ["pytester"]

TABLE = """\
# Sums of money.
kinds = ["money"]
language = "ru"

[[case]]
why = "a sum"
text = "Завод купили за 2 млн евро."
facts = [{ text = "2 млн евро", currency = "EUR" }]

[[case]] # the wrong one
why = "two sums"
text = '''
Завод купили за 5 млн рублей, склад — за 3 млн рублей.
[[case]]
'''
facts = [ # a list
  { text = "5 млн рублей", amount = "5000000" },
  { text = "3 млн рублей", amount = "30" },
  { text = "7 млн", amount = "7000000" },
]
published = "2025-09-30"

[[case]]
why = "no sum"
text = "Завод купили."
facts = []
"""


@pytest.fixture
def project(pytester):
    """A project with a table of cases, and pytest in it."""
    pytester.makefile(".ini", pytest="[pytest]\nnewsfacts_cases = tests/cases\n")
    path = pytester.path / "tests/cases/money/ru.toml"
    path.parent.mkdir(parents=True)
    path.write_text(TABLE, encoding="utf-8")

    def run(*options):
        return pytester.runpytest_inprocess("-p", "newsfacts_pytest", "-p", "no:cacheprovider", "-rA", *options)

    return run, path


def test_each_case_is_a_test_and_differences_are_lines(project):
    run, _ = project
    done = run()
    done.assert_outcomes(passed=2, failed=1)
    done.stdout.fnmatch_lines(
        [
            "  missing:  '7 млн', amount = '7000000'",
            "PASSED tests/cases/money/ru.toml::a sum",
            "FAILED tests/cases/money/ru.toml::two sums*",
        ]
    )
    assert "  money '3 млн рублей': amount is '3000000', not '30'" in done.stdout.lines
    assert "Traceback" not in done.stdout.str()


def test_cases_are_chosen_as_other_tests_are(project):
    run, path = project
    run(str(path), "-k", "no and sum").assert_outcomes(passed=1, deselected=2)


def test_tables_elsewhere_are_left_alone(project, pytester):
    run, path = project
    path.rename(pytester.path / "tests/ru.toml")
    assert run().ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_nothing_is_collected_where_no_project_asks(project, pytester):
    (pytester.path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    assert project[0]().ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_project_without_tables_may_have_a_flag_of_that_name(project, pytester):
    (pytester.path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    pytester.makeconftest("def pytest_addoption(parser):\n    parser.addoption('--update-golden')\n")
    pytester.makepyfile("def test_flag(pytestconfig):\n    assert pytestconfig.getoption('--update-golden') == 'x'\n")
    project[0]("--update-golden", "x").assert_outcomes(passed=1)


def test_the_plugin_may_be_named_beside_its_entry_point(project, pytester, monkeypatch):
    metadata = pytester.path / "beside/newsfacts_pytest-1.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: newsfacts-pytest\nVersion: 1\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[pytest11]\nnewsfacts_pytest = newsfacts_pytest\n", encoding="utf-8")
    monkeypatch.syspath_prepend(metadata.parent)
    project[0]().assert_outcomes(passed=2, failed=1)


def test_what_is_no_table_is_an_error_that_names_case_and_key(project):
    run, path = project
    path.write_text(TABLE.replace("facts = []", "fact = []"), encoding="utf-8")
    done = run()
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(
        ["*ru.toml is no table of cases:", "case 3 (no sum): there is no key 'fact'; did you mean 'facts'?"]
    )
    assert "Traceback" not in done.stdout.str()


@pytest.mark.parametrize(
    ("content", "why"), [("", "nothing"), ('kinds = ["money"]\n', "kinds alone"), ("# a comment\n", "a comment")]
)
def test_a_table_without_cases_is_an_error(content, why, project):
    run, path = project
    path.write_text(content, encoding="utf-8")
    done = run()
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*ru.toml has no case, so it tests nothing; begin one with*"])


@pytest.mark.parametrize("name", ["ru.tml", "ru.TOML", "ru.tolm"])
def test_a_table_whose_name_has_a_slip_is_an_error(name, project):
    run, path = project
    path.rename(path.with_name(name))
    done = run()
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines([f"*{name} is passed over, as a table's name ends in .toml; rename it"])


def test_other_files_beside_tables_are_left_alone(project):
    run, path = project
    path.with_name("README.md").write_text("Words\n", encoding="utf-8")
    run("-k", "no and sum").assert_outcomes(passed=1, deselected=2)


def test_a_folder_that_is_not_there_is_a_usage_error(project, pytester):
    (pytester.path / "pytest.ini").write_text("[pytest]\nnewsfacts_cases = tests/casess\n", encoding="utf-8")
    done = project[0]()
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*newsfacts_cases: there is no folder *casess; mend its name in *pytest.ini"])


def test_update_golden_writes_the_facts_anew_and_nothing_else(project):
    run, path = project
    done = run("--update-golden")
    done.assert_outcomes(passed=2, failed=1)
    done.stdout.fnmatch_lines(["*ru.toml is written anew; read what changed, then run without --update-golden"])
    begin, end = TABLE.index("facts = [ #"), TABLE.index("published")
    facts = 'facts = [{ text = "5 млн рублей", amount = "5000000" }, { text = "3 млн рублей", amount = "3000000" }]\n'
    assert path.read_text(encoding="utf-8") == TABLE[:begin] + facts + TABLE[end:]
    run().assert_outcomes(passed=3)


def test_facts_of_a_case_that_had_none_are_written_with_the_fields_that_have_a_value(project):
    run, path = project
    path.write_text(TABLE[TABLE.index("kinds") :].replace("купили.", "купили за 2 млн евро."), encoding="utf-8")
    run("-k", "no and sum", "--update-golden").assert_outcomes(failed=1, deselected=2)
    assert path.read_text(encoding="utf-8").endswith(
        'facts = [{ text = "2 млн евро", amount = "2000000", currency = "EUR" }]\n'
    )
    run("-k", "no and sum").assert_outcomes(passed=1, deselected=2)


UNTOUCHED = {
    "only facts are written anew": 'why = "a name"\ntext = "Приехал Иван Орлов."\ntypes = ["person"]\nmentions = []\n',
    "no plugin yields facts of the kind 'mony'": 'why = "a"\ntext = "b"\nkinds = ["mony"]\nfacts = []\n',
    "its place in the table is not found": 'why = "a"\ntext = "2 евро"\nkinds = ["money"]\n"facts" = []\n',
}


@pytest.mark.parametrize("words", UNTOUCHED)
def test_what_cannot_be_written_anew_stays_and_is_said(words, project):
    run, path = project
    table = f'language = "ru"\n[[case]]\n{UNTOUCHED[words]}'
    path.write_text(table, encoding="utf-8")
    done = run("--update-golden")
    done.assert_outcomes(failed=1)
    assert words in done.stdout.str()
    assert path.read_text(encoding="utf-8") == table


def test_several_processes_do_not_rewrite_one_table(project):
    done = project[0]("--update-golden", "-p", "xdist", "-n", "2")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*--update-golden rewrites files, so it goes without -n"])


def test_a_run_of_pytest_without_tables_does_not_import_newsfacts():
    code = "import sys, newsfacts_pytest; sys.exit('newsfacts' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
