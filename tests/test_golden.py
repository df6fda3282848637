"""Whole articles: the founding one, every field of every fact and entity."""

import json
from pathlib import Path

import pytest

from newsfacts import Pipeline, read_one

SEEDS = Path(__file__).parent.parent / "seeds"
NAME = "000_b1121ad0624d0098"

# The expected facts give, for the quote at 1253, an earlier mention of the same person as the speaker's words. The
# sentence names him itself: «Каранкевич назвал … и подчеркнул, что …» (see seeds/README.md).
ERRATA = {(1253, "speaker"): {"start": 1115, "end": 1125}}


def expected():
    return json.loads((SEEDS / f"{NAME}.gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def result():
    return Pipeline().extract(read_one(SEEDS / f"{NAME}.txt")).to_dict()


def by_span(facts):
    return {(f["kind"], f["start"], f["end"]): f for f in facts}


def test_the_article_itself(result):
    article = expected()["article"]
    assert {key: result["article"][key] for key in article} == article


def test_every_expected_fact_and_no_other(result):
    assert sorted(by_span(result["facts"])) == sorted(by_span(expected()["facts"]))
    assert (result["failures"], result["skipped"]) == ([], [])


@pytest.mark.parametrize("fact", expected()["facts"], ids=lambda f: f"{f['kind']}-{f['start']}")
def test_every_field_of_a_fact(fact, result):
    found = by_span(result["facts"])[fact["kind"], fact["start"], fact["end"]]
    for key, value in fact.items():
        if isinstance(value, dict):
            value = value | ERRATA.get((fact["start"], key), {})
            assert {inner: found[key][inner] for inner in value} == value
        else:
            assert found[key] == value, key


def test_persons_and_their_mentions(result):
    persons = [{key: e[key] for key in ("type", "name", "mentions")} for e in result["entities"] if e["type"] == "person"]
    assert persons == expected()["entities"]


def test_titles_and_quotes_hang_on_the_persons(result):
    for entity in result["entities"]:
        for fact in result["facts"]:
            who = fact.get("person") or fact.get("speaker")
            if who and who["entity"] == entity["id"]:
                assert who["name"] == entity["name"]
                assert fact["id"] in entity["titles"] + entity["quotes"]
    assert {e["name"]: (len(e["titles"]), len(e["quotes"])) for e in result["entities"]} == {
        "Виктор Каранкевич": (1, 3),
        "Олег Коробченко": (2, 1),
        "Илья Икан": (1, 0),
        "РИА Новости": (0, 0),
        'концерн "Белнефтехим"': (0, 2),
    }
