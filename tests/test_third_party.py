"""Plugins and libraries of strangers, installed beside newsfacts' own wheel in a fresh environment; broken plugins too."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from environments import Environment

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "docs/examples/newsfacts-casualties"
UKRAINIAN = ROOT / "docs/examples/newsfacts-uk"
NOTEBOOK = ROOT / "docs/examples/first-look.ipynb"
TEXT = "МИНСК, 29 сен – РИА Новости. При взрыве погибли 12 человек, 30 пострадали, ущерб составил 2 млн рублей.\n"

# Pages of the docs that show newsfacts beside libraries which the other tests do without (conftest.py leaves them out).
PAGES = {
    page: needs[1].split(", ")
    for page in sorted((ROOT / "docs/howto").glob("*.md"))
    if (needs := re.match(r"<!-- needs: (.+) -->", page.read_text(encoding="utf-8")))
}

# The code of broken plugins, by name; the last is broken in its data.
BROKEN = {
    "raises-on-import": "raise RuntimeError('no such luck')",
    "raises-when-run": """
from newsfacts import Extractor, Quote, hookimpl


def run(analysis):
    raise RuntimeError("out of luck")


@hookimpl
def newsfacts_extractors():
    return [Extractor(name="raises-when-run", languages={"ru"}, yields=[Quote], run=run)]
""",
    "wrong-words": """
from newsfacts import Language, LanguagePack, hookimpl


@hookimpl
def newsfacts_languages():
    return [Language(code="cs", name="Czech")]


@hookimpl
def newsfacts_language_packs():
    return [LanguagePack(plugin="money", language="cs", package=__name__, path="money.toml")]
""",
}
# A plugin that adds a currency to those of money, in a file beside it.
ADDS_WORDS = """
from pathlib import Path
from newsfacts import Words, hookimpl


@hookimpl
def newsfacts_words():
    return [Words(plugin="money", language="ru", toml=Path(__file__).with_name("money.toml"))]
"""
PYPROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "newsfacts-{name}"
version = "0.1.0"
dependencies = ["newsfacts"]

[project.entry-points.newsfacts]
{name} = "{module}"
"""


def extract(environment, block=(), status=0):
    (environment.directory / "article.txt").write_text(TEXT, encoding="utf-8")
    return json.loads(environment.run("newsfacts", "extract", "article.txt", "-f", "json", block=block, status=status))


def listed(environment, plugin, block=()):
    """The words in the row of a plugin in `newsfacts plugins`, whose cells may have several lines."""
    rows = re.split(r"\n(?= \S)", environment.run("newsfacts", "plugins", block=block))
    [words] = [re.split(r"[\s,]+", row.strip()) for row in rows if row.split()[:1] == [plugin]]
    return set(words)


def _distribution(directory, name, code):
    module = f"newsfacts_{name.replace('-', '_')}"
    (directory / module).mkdir(parents=True)
    (directory / "pyproject.toml").write_text(PYPROJECT.format(name=name, module=module), encoding="utf-8")
    (directory / module / "__init__.py").write_text(code, encoding="utf-8")
    return directory


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    directory = tmp_path_factory.mktemp("third_party")
    environment = Environment(directory)
    environment.pip("install", "hatchling")
    environment.pip("wheel", "--no-deps", "--no-build-isolation", "-w", directory, ROOT)
    [wheel] = directory.glob("newsfacts-*.whl")
    broken = [_distribution(directory / name, name, code) for name, code in BROKEN.items()]
    (directory / "wrong-words" / "newsfacts_wrong_words" / "money.toml").write_text("[numberz]\n", encoding="utf-8")
    adds = _distribution(directory / "adds-words", "adds-words", ADDS_WORDS)
    (adds / "newsfacts_adds_words" / "money.toml").write_text(
        '[[units]]\nforms = ["толар|m"]\ncode = "SIT"\n', encoding="utf-8"
    )
    environment.pip("install", "--no-build-isolation", wheel, EXAMPLE, UKRAINIAN, *broken, adds, "click-man", "pytest")
    return environment


def test_the_wheel_is_what_runs_not_the_checkout(environment):
    for module in ("newsfacts", "newsfacts_dateline"):
        file = environment.run("python", "-c", f"import {module}; print({module}.__file__)")
        assert Path(file.strip()).is_relative_to(environment.directory / "env")


def test_a_stranger_s_facts_stand_beside_our_own(environment):
    result = extract(environment, block=BROKEN)
    assert result["failures"] == []
    [fact] = [fact for fact in result["facts"] if fact["kind"] == "casualties"]
    assert fact["text"] == "погибли 12 человек, 30 пострадали"
    assert (fact["killed"], fact["injured"], fact["missing"]) == (12, 30, None)
    assert fact["extractors"] == ["casualties"]
    assert {"dateline", "money"} <= {fact["kind"] for fact in result["facts"]}


def test_a_stranger_s_facts_are_loaded_back_by_the_installed_plugin(environment):
    extract(environment, block=BROKEN)
    code = "import newsfacts as n; r = n.extract(n.read_one('article.txt')); print(n.from_json(r.to_json()) == r)"
    assert environment.run("python", "-c", code, block=BROKEN).strip() == "True"
    assert '"Casualties"' in environment.run("newsfacts", "schema", block=BROKEN)


def test_a_stranger_s_plugin_is_listed_with_its_distribution(environment):
    assert listed(environment, "casualties") == {"newsfacts-casualties", "0.1.0", "extractors", "casualties", "ru", "ok"}


@pytest.mark.parametrize("example", [EXAMPLE, UKRAINIAN], ids=lambda path: path.name)
def test_an_example_s_own_tests_pass(environment, example):
    tests = ("-c", example / "pyproject.toml", "--rootdir", example, example / "tests")
    printed = environment.run("python", "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, block=BROKEN)
    assert "passed" in printed


def test_broken_plugins_cost_no_fact_of_the_others(environment):
    result = extract(environment, status=3)
    assert result["facts"] == extract(environment, block=BROKEN)["facts"]
    failures = {failure["plugin"]: (failure["stage"], failure["message"]) for failure in result["failures"]}
    assert failures == {
        "raises-on-import": ("load", "RuntimeError: no such luck"),
        "raises-when-run": ("extract", "RuntimeError: out of luck"),
    }


def test_a_broken_plugin_is_listed_with_its_error(environment):
    assert "raises-on-import is broken: RuntimeError: no such luck" in environment.run("newsfacts", "plugins")


@pytest.mark.parametrize("name", ["casualties", "uk"])
def test_an_example_is_without_fault(environment, name):
    assert environment.run("newsfacts", "plugins", "--check", name).endswith(f"{name}: no fault\n")


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("raises-on-import", "FAULT  loading: RuntimeError: no such luck"),
        ("raises-when-run", "FAULT  language ru: fails at extract: RuntimeError: out of luck"),
        ("wrong-words", "FAULT  language cs: fails at extract: LexiconError: newsfacts-wrong-words: "),
    ],
)
def test_a_broken_plugin_s_fault_is_named(environment, name, fault):
    assert fault in environment.run("newsfacts", "plugins", "--check", name, status=1)


def test_a_language_pack_serves_built_in_extractors(environment):
    code = (
        "import newsfacts as n; r = n.extract('КИЇВ, 14 травня — Укрінформ. Уряд виділив 2,5 млрд грн на школи.'); "
        "print(r.article.language, r.dateline.agency, r.money[0].amount, r.money[0].currency, len(r.failures))"
    )
    assert environment.run("python", "-c", code, block=BROKEN).split() == ["uk", "Укрінформ", "2500000000", "UAH", "0"]
    assert {"newsfacts-uk", "language_packs", "uk", "ok"} <= listed(environment, "uk", block=BROKEN)


def test_an_installed_plugin_adds_words_to_a_built_in_one(environment):
    code = "import newsfacts as n; r = n.extract('Мост обошёлся в 5 млн толаров.'); print(r.money[0].currency, len(r.failures))"
    assert environment.run("python", "-c", code, block=BROKEN).split() == ["SIT", "0"]
    assert {"newsfacts-adds-words", "words", "ru", "ok"} <= listed(environment, "adds-words", block=BROKEN)


def test_wrong_data_of_a_language_pack_names_its_distribution_file_and_key(environment):
    code = "import newsfacts as n; print(n.extract('Cena je 5 mil. korun.', language='cs').failures[-1])"
    failure = environment.run("python", "-c", code, block=["raises-on-import", "raises-when-run"])
    assert "LexiconError: newsfacts-wrong-words: " in failure
    assert "money.toml: " in failure
    assert "numberz" in failure


def test_a_new_plugin_is_written_whole_by_what_is_installed(environment):
    environment.run("newsfacts", "new-plugin", "ratings", block=BROKEN)
    written = [path for path in (environment.directory / "newsfacts-ratings").rglob("*") if path.is_file()]
    assert len(written) == len(list((ROOT / "src/newsfacts/data/plugin").rglob("*.in")))


def test_each_command_has_a_manual_page(environment):
    environment.run("click-man", "--target", "man", "newsfacts")
    pages = {page.name: page.read_text(encoding="utf-8") for page in (environment.directory / "man").iterdir()}
    commands = ("explain", "extract", "new-plugin", "plugins", "schema")
    assert pages.keys() == {"newsfacts.1", *(f"newsfacts-{command}.1" for command in commands)}
    assert "\\-\\-minimum\\-confidence" in pages["newsfacts-extract.1"]
    assert "Exit status: 0 all well;" in pages["newsfacts-extract.1"]


@pytest.mark.once
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_about_other_libraries_runs_beside_them(environment, page):
    environment.pip("install", "sybil", *PAGES[page])
    options = ("-q", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", ROOT, "-W", "error")
    assert "passed" in environment.run("python", "-B", "-m", "pytest", *options, page, block=BROKEN)


@pytest.mark.once
def test_the_notebook_runs_and_each_cell_shows_something_to_look_at(environment):
    environment.pip("install", "nbclient", "ipykernel", "pandas")
    copy = shutil.copy(NOTEBOOK, environment.directory)
    environment.run("jupyter-execute", copy, "--inplace", block=BROKEN)
    cells = [cell for cell in json.loads(Path(copy).read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert all("text/html" in cell["outputs"][-1]["data"] for cell in cells)
    blocks = re.findall(r"```python\n(.+?)\n```", (ROOT / "docs/howto/notebook.md").read_text(encoding="utf-8"), re.DOTALL)
    assert ["".join(cell["source"]) for cell in cells] == blocks


CELL = """
import nbformat, nbclient
cell = nbformat.v4.new_code_cell("!newsfacts extract article.txt -o facts.jsonl")
nbclient.NotebookClient(nbformat.v4.new_notebook(cells=[cell])).execute()
print("".join(output["text"] for output in cell.outputs))
"""


@pytest.mark.once
def test_the_command_shows_its_progress_below_a_notebook_s_cell(environment):
    environment.pip("install", "nbclient", "ipykernel")
    (environment.directory / "article.txt").write_text(TEXT, encoding="utf-8")
    assert "1 articles, " in environment.run("python", "-c", CELL, block=BROKEN)
