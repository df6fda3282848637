"""What is written for others is read by their own programs, installed in a fresh environment: FollowTheMoney, Label Studio."""

import json
import shutil
import subprocess
import tomllib
from pathlib import Path

import attrs
import pytest
from environments import Environment
from samples import ARTICLE, FACTS, MENTIONS, STORM, Storm, result, sample

from newsfacts import Article, Pipeline
from newsfacts.exporters.followthemoney import to_entities
from newsfacts.exporters.labelstudio import labeling_config, to_task
from newsfacts.plugins import installed_plugins

pytestmark = [pytest.mark.slow, pytest.mark.once]

ROOT = Path(__file__).parent.parent
COUNTRIES = ROOT / "src/newsfacts/exporters/data/countries.toml"
READERS = ROOT / ".venv-readers"
HAS_ICU = shutil.which("pkg-config") and subprocess.run(["pkg-config", "--exists", "icu-i18n"], check=False).returncode == 0
REQUIREMENTS = [*(["followthemoney>=4"] if HAS_ICU else []), "label-studio-sdk>=2"]

needs_icu = pytest.mark.skipif(not HAS_ICU, reason="there are no headers of ICU, with which FollowTheMoney's library is built")

ARTICLES = (
    Article(
        id="ru",
        published="2025-09-29",
        text="МИНСК, 29 сен – РИА Новости. Бывший министр энергетики Белоруссии Пётр Чистов заявил, что завод получит "
        "от 3 до 5,5 млн рублей. «Решение принято», - сказал Чистов.\r\nМэр Перми Анна Ким \U0001f600 и глава Татарстана "
        "с ним согласны.",
    ),
    Article(
        id="en",
        url="https://example.org/20250929/plant.html",
        text="PARIS, Sept 29 (Reuters) - French Finance Minister Anna Lebel said the plant would get $3 million. "
        '"It is done," Lebel said.',
    ),
    Article(text="Ми\u00adнистр\u200b Ким\u0301 сказал: «Да».\n\n\tНет\u00a0слов.", headline="\ufeffСнег\n идёт\u2028"),
    Article(text="Идёт снег."),
)

# Of each entity: its id, what FollowTheMoney would write otherwise, what its schema demands and is not there, and to whom it
# refers that it has not seen before.
READ_ENTITIES = """
import json
from followthemoney.proxy import EntityProxy

seen = {}
for line in open("facts.ftm.json", encoding="utf-8"):
    data = json.loads(line)
    entity = EntityProxy.from_dict(data)
    entity.schema.validate(data)
    for prop, value in entity.itervalues():
        if prop.name != "bodyText":
            assert prop.type.clean(value, proxy=entity) == value, (entity.schema.name, prop.name, value)
        if prop.type.name == "entity":
            assert seen[value].is_a(prop.range), (entity.schema.name, prop.name, seen[value])
    assert all(entity.has(name) for name in entity.schema.required), data
    assert sum(map(len, data["properties"].values())) == len(list(entity.itervalues())), data
    assert entity.id not in seen
    seen[entity.id] = entity.schema
    print(json.dumps([entity.id, entity.schema.name, entity.caption]))
"""

# Of each task what is wrong with it, then what its regions are once they are accepted and exported.
READ_TASKS = """
import json
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface
from label_studio_sdk.label_interface.objects import TaskValue

config = open("config.xml", encoding="utf-8").read()
interface = LabelInterface(config)
interface.validate()
tasks = json.load(open("facts.labelstudio.json", encoding="utf-8"))
for number, task in enumerate(tasks, 1):
    assert interface.validate_task({"data": task["data"]})
    [prediction] = TaskValue(**task).predictions
    assert interface.validate_prediction(prediction.model_dump(), return_errors=True) == []
    task |= {"id": number, "annotations": [{"id": number, "completed_by": 1, "result": prediction.result}]}
json.dump(tasks, open("accepted.json", "w"))
Converter(config, project_dir=None).convert("accepted.json", "exported", "JSON_MIN", is_dir=False)
print(open("exported/result.json", encoding="utf-8").read())
"""


@pytest.fixture(scope="module")
def results():
    other = attrs.evolve(ARTICLE, url="https://example.org/storm.html")
    return [sample(), result([*FACTS[:9], STORM], MENTIONS, other), *map(Pipeline().extract, ARTICLES)]


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """The readers, which are large: they are installed once in a checkout, and serve the tests on every Python."""
    installed = READERS / "installed"
    is_made = installed.exists() and installed.read_text(encoding="utf-8").split() == REQUIREMENTS
    environment = Environment(tmp_path_factory.mktemp("read_back"), READERS, is_made)
    if not is_made:
        environment.pip("install", *REQUIREMENTS)
        installed.write_text("\n".join(REQUIREMENTS), encoding="utf-8")
    return environment


def write(environment, name, results):
    exporter = installed_plugins().exporters[name]
    with (environment.directory / f"facts{exporter.suffix}").open("wb") as stream:
        exporter.write_bytes(results, stream)


@needs_icu
def test_follow_the_money_reads_its_entities(environment, results):
    write(environment, "ftm", results)
    read = [json.loads(line) for line in environment.run("python", "-c", READ_ENTITIES).splitlines()]
    made = [entity for found in results for entity in to_entities(found)]
    assert [[id_, schema] for id_, schema, _ in read] == [[entity["id"], entity["schema"]] for entity in made]
    captions = {(schema, caption) for _, schema, caption in read}
    assert {
        ("Person", "Пётр Чистов"),
        ("Person", "Anna Lebel"),
        ("Position", "министр энергетики"),
        ("Note", "Решение принято"),
        ("Article", "Снег и деньги"),
        ("Article", "en"),
        ("Mention", "Пётр Чистов"),
    } <= captions


def values_of(entity):
    return {name: sorted(values) for name, values in entity["properties"].items() if name != "bodyText"}


@needs_icu
def test_follow_the_money_s_own_command_changes_nothing(environment, results):
    write(environment, "ftm", results)
    environment.run("ftm", "validate", "-i", "facts.ftm.json", "-o", "validated.json")
    lines = (environment.directory / "validated.json").read_text(encoding="utf-8").splitlines()
    made = [entity for found in results for entity in to_entities(found)]
    assert [values_of(json.loads(line)) for line in lines] == [values_of(entity) for entity in made]


@needs_icu
def test_the_codes_of_countries_are_follow_the_money_s(environment):
    code = """
from followthemoney import registry
from sys import argv
print([code for code in argv[1:] if not registry.country.validate(code)])
"""
    codes = tomllib.loads(COUNTRIES.read_text(encoding="utf-8"))["names"]
    assert len(codes) > 200
    assert environment.run("python", "-c", code, *codes).strip() == "[]"


def test_label_studio_takes_its_tasks_and_exports_what_was_found(environment, results):
    write(environment, "labelstudio", results)
    kinds = [*Pipeline().plugins.kinds.values(), Storm, *{type(fact) for fact in FACTS}]
    (environment.directory / "config.xml").write_text(labeling_config(kinds), encoding="utf-8")
    exported = json.loads(environment.run("python", "-c", READ_TASKS))
    assert len(exported) == len(results)
    for task, found in zip(exported, results, strict=True):
        assert task["text"] == found.article.text
        values = [r["value"] for r in to_task(found)["predictions"][0]["result"] if r["type"] == "labels"]
        assert task.get("label", []) == values
        for value in values:
            assert task["text"][value["start"] : value["end"]] == value["text"]
