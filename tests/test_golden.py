"""Whole articles: every field of every fact, and every entity with its mentions, titles and quotes.

``pytest tests/test_golden.py --update-golden`` writes the files of expected facts anew from what is found; of an article with
known faults it writes those anew, and what is expected stays.
"""

import json
import re
import shutil
import subprocess
import sys

import pytest
from attrs import evolve
from goldens import TESTS, check_golden, described, goldens

GOLDENS = {golden.name: golden for golden in goldens()}


@pytest.mark.parametrize("name", GOLDENS)
def test_every_fact_and_no_other(name, pipeline, request):
    golden = GOLDENS[name]
    if not (request.config.getoption("--update-golden") and golden.whole):
        check_golden(golden, pipeline)
    elif file := golden.update(pipeline.extract(golden.read())):
        pytest.fail(f"{file} is written anew; read what changed, then run without --update-golden", pytrace=False)
    else:
        pytest.skip("the expected facts stay; run without --update-golden")


@pytest.mark.parametrize("name", GOLDENS)
def test_who_has_a_title_or_a_quote_is_an_entity_that_has_it(name, pipeline):
    result = pipeline.extract(GOLDENS[name].read()).to_dict()
    entities = {entity["id"]: entity for entity in result["entities"]}
    for fact in result["facts"]:
        who = fact.get("person") or fact.get("speaker")
        if who and who["entity"]:  # a source without a name is none
            entity = entities[who["entity"]]
            assert who["name"] == entity["name"]
            assert fact["id"] in entity["titles"] + entity["quotes"]


def test_titles_and_quotes_of_the_founding_article(pipeline):
    entities = pipeline.extract(GOLDENS["founding"].read()).entities
    titles_and_quotes = {e.name: (len(e.titles), len(e.quotes)) for e in entities}
    assert titles_and_quotes == {
        "Виктор Каранкевич": (1, 3),
        "Олег Коробченко": (2, 1),
        "Илья Икан": (1, 0),
        "РИА Новости": (0, 0),
        'концерн "Белнефтехим"': (0, 2),
    }


@pytest.mark.parametrize("golden", [golden for golden in GOLDENS.values() if golden.whole], ids=lambda golden: golden.name)
def test_a_golden_article_says_why_it_is_there(golden):
    assert (golden.article.parent / "why.md").read_text(encoding="utf-8").strip()
    files = {path.name for path in golden.article.parent.iterdir()}
    assert files - {"faults.txt"} == {golden.article.name, "expected.json", "why.md"}


def test_a_known_fault_is_no_failure_until_it_is_mended(pipeline, tmp_path):
    golden = GOLDENS["ferry-talks"]
    folder = shutil.copytree(golden.article.parent, tmp_path / golden.name)
    copied = evolve(golden, article=folder / golden.article.name, expected=folder / "expected.json")
    found = copied.differences(pipeline.extract(golden.read()))
    faults = folder / "faults.txt"

    faults.write_text("\n".join([*found, "title 1–5 «King» is missed"]), encoding="utf-8")
    with pytest.raises(AssertionError, match=r"no fault any more.*: title 1–5 «King» is missed$"):
        check_golden(copied, pipeline)

    assert copied.update(pipeline.extract(golden.read())) == faults
    check_golden(copied, pipeline)
    assert copied.update(pipeline.extract(golden.read())) is None

    wrong = json.loads(copied.expected.read_text(encoding="utf-8"))
    lost = wrong["facts"].pop(0)
    copied.expected.write_text(json.dumps(wrong), encoding="utf-8")
    with pytest.raises(AssertionError, match=re.escape(f"«{lost['text']}» is found and not expected")):
        check_golden(copied, pipeline)

    copied.expected.write_text(json.dumps(described(pipeline.extract(golden.read()))), encoding="utf-8")
    assert copied.update(pipeline.extract(golden.read())) == faults
    assert not faults.exists(), "the last fault is mended"


@pytest.fixture
def copy(tmp_path):
    """A checkout with these tests and one golden article, and pytest there."""
    root, name = TESTS.parent, "bakery-fire"
    for file in ("conftest.py", "tests/conftest.py", "tests/goldens.py", "tests/test_golden.py"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        shutil.copy(root / file, tmp_path / file)
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    shutil.copytree(TESTS / "golden" / name, tmp_path / "tests/golden" / name)
    settings = "[pytest]\naddopts = -p newsfacts_pytest\nnewsfacts_cases = tests/golden\n"
    (tmp_path / "pytest.ini").write_text(settings, encoding="utf-8")
    test = f"tests/test_golden.py::test_every_fact_and_no_other[{name}]"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-ra", "--import-mode=importlib", test]

    def run(*options):
        done = subprocess.run([*command, *options], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        return done.returncode, done.stdout

    return run, tmp_path / "tests/golden" / name / "expected.json"


@pytest.mark.slow
@pytest.mark.once
def test_update_golden_writes_what_is_found_and_is_no_pass(copy):
    run, path = copy
    right = path.read_text(encoding="utf-8")
    wrong = json.loads(right)
    fact = wrong["facts"].pop()
    path.write_text(json.dumps(wrong), encoding="utf-8")

    status, output = run()
    assert (status, fact["text"] in output, "is found and not expected" in output) == (1, True, True)
    assert json.loads(path.read_text(encoding="utf-8")) == wrong, "nothing is written without the flag"

    status, output = run("--update-golden")
    assert (status, "1 failed" in output, "is written anew" in output) == (1, True, True)
    assert path.read_text(encoding="utf-8") == right

    status, output = run("--update-golden")
    assert ("1 skipped" in output, "the expected facts stay" in output, "passed" in output) == (True, True, False)
    assert path.read_text(encoding="utf-8") == right
    assert run()[0] == 0
