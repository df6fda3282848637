"""What is written as JSON is loaded back equal, whatever the facts are, and fits the published schema."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import ClassVar, Literal

import attrs
import jsonschema
import pytest
from attrs import evolve, frozen
from click.testing import CliRunner
from helpers import Finds, Weather
from hypothesis import given, settings
from hypothesis import strategies as st
from test_properties import PIPELINE, wire

import newsfacts
from newsfacts import (
    Article,
    Conflict,
    Dateline,
    Fact,
    Failure,
    Hints,
    Mention,
    MoneyAmount,
    OfficialTitle,
    Quote,
    ReadError,
    Result,
    read_one,
)
from newsfacts.cli import main
from newsfacts.contract_schema import json_schema

ROOT = Path(__file__).parent.parent
SCHEMA = jsonschema.Draft202012Validator(json_schema([Weather]))
TEXT = "Снег идёт, сказала министр Анна Ким."

words = st.text(min_size=1, max_size=8)
perhaps = st.none() | words
days = st.dates(min_value=date(1, 1, 1)) | st.datetimes(timezones=st.none() | st.just(UTC))
# What a pipeline lets pass: numbers that can be written in a line, mentions that have a name.
sums = st.none() | st.decimals(allow_nan=False, allow_infinity=False).filter(lambda amount: abs(amount.adjusted()) < 1000)
names = words.filter(str.strip)


def spans(**more):
    return {"start": st.just(0), "end": st.just(4), "text": st.just("Снег"), **more}


genders = st.sampled_from(("masculine", "feminine", None))
types = st.sampled_from(("person", "organization", "place", "document", "unknown"))
mentions = st.builds(Mention, **spans(type=types, name=names, gender=genders))
evidence = spans(confidence=st.floats(0, 1), extractors=st.lists(words, max_size=2).map(tuple))
cues = st.none() | st.builds(newsfacts.Span, **spans())
facts = st.one_of(
    st.builds(
        Dateline,
        **evidence,
        places=st.lists(words, max_size=2).map(tuple),
        date=perhaps,
        agency=perhaps,
        agencies=st.lists(words, max_size=2).map(tuple),
    ),
    st.builds(MoneyAmount, **evidence, amount=sums, minimum=sums, maximum=sums, currency=perhaps),
    st.builds(OfficialTitle, **evidence, position=words, organization=perhaps, place=perhaps, person=st.none() | mentions),
    st.builds(
        Quote, **evidence, style=st.sampled_from(("direct", "partial", "indirect")), speaker=st.none() | mentions, cue=cues
    ),
    st.builds(Weather, **evidence, degrees=st.integers()),
)
articles = st.builds(
    Article,
    text=st.just(TEXT),
    url=perhaps,
    id=perhaps,
    headline=perhaps,
    published=st.none() | days,
    modified=st.none() | days,
    language=st.sampled_from(("ru", "en", None)),
    source=perhaps,
    authors=st.lists(words, max_size=2).map(tuple),
    hints=st.builds(
        Hints, headline=perhaps, language=perhaps, dateline=perhaps, located=st.lists(words, max_size=2).map(tuple)
    ),
)
results = st.builds(
    Result,
    article=articles,
    facts=st.lists(facts, max_size=4).map(tuple),
    conflicts=st.lists(st.builds(Conflict, fact=facts, winner=words, reason=words), max_size=2).map(tuple),
    failures=st.lists(st.builds(Failure, stage=words, plugin=words, message=words), max_size=2).map(tuple),
    skipped=st.lists(words, max_size=2).map(tuple),
)


@given(results)
def test_any_result_comes_back_equal(result):
    loaded = newsfacts.from_json(result.to_json(), kinds=[Weather])
    assert loaded == result
    assert loaded.to_dict() == result.to_dict()


@given(results)
@settings(max_examples=30)
def test_any_result_fits_the_schema(result):
    SCHEMA.validate(result.to_dict())


@pytest.mark.filterwarnings("ignore::newsfacts.ReadWarning")  # such words may look like another language's
@given(wire, st.none() | days)
@settings(max_examples=50)
def test_what_the_pipeline_finds_comes_back_equal_and_linked(text, published):
    result = PIPELINE.extract(Article(text=text, language="ru", published=published))
    loaded = newsfacts.from_json(result.to_json())
    assert loaded == result
    assert loaded.to_dict() == result.to_dict()
    assert [(e.name, e.facts, e.mentions) for e in loaded.entities] == [(e.name, e.facts, e.mentions) for e in result.entities]
    SCHEMA.validate(result.to_dict())


def test_the_article_of_the_founding_day_comes_back_equal():
    result = newsfacts.extract(read_one(ROOT / "seeds/000_b1121ad0624d0098.txt"))
    loaded = newsfacts.from_json(result.to_json(indent=1).encode())
    assert loaded == result
    assert [person.quotes for person in loaded.people] == [person.quotes for person in result.people]


def result():
    return newsfacts.Pipeline(discover=False, register={"finds": Finds("Снег", degrees=-3)}).extract(TEXT)


def test_a_kind_that_nobody_knows_is_named_with_the_way_out():
    with pytest.raises(ReadError, match=r"'weather'; install the plugin .* or give its class in kinds"):
        newsfacts.from_json(result().to_json())
    assert newsfacts.from_json(result().to_json(), kinds=[Weather]) == result()


WRONG = {"id": "f1", "kind": "weather", "start": 0, "end": 2, "text": "дождь", "degrees": 1}
PERSON = {"id": "e1", "type": "person", "name": "Анна Ким", "mentions": [[0, 4]]}


def broken(**changes):
    return json.dumps(result().to_dict() | changes)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "is no JSON"),
        ("[{}, {}]", "an array of 2 results, as -f json writes several; load each"),
        ('"newsfacts/1"', "newsfacts/1"),
        (broken(schema="newsfacts/9"), "newsfacts/1"),
        (broken(article={"published": "2025-02-31", "text": "a"}), "published"),
        (broken(facts=[{"kind": "money"}]), "facts"),
        (broken(facts=[{"kind": "money", "start": 0, "end": 1, "text": "5", "amount": "five"}]), "amount"),
        (broken(facts=None), "facts"),
        (broken(entities=[{"id": "e1"}]), "entities"),
        (broken(facts=[WRONG]), "facts: ValueError: the text at 0:2 is not 'дождь'"),
        (broken(facts=[WRONG | {"start": -4, "end": -2, "text": "Сн"}]), "facts: .*the text at -4:-2 is not"),
        (broken(conflicts=[{"fact": WRONG, "winner": "f1", "reason": "shorter"}]), "conflicts: .*the text at 0:2"),
        (broken(entities=[PERSON | {"mentions": [[0, 900]]}]), "entities: .*the text at 0:900"),
        (broken(entities=[PERSON | {"mentions": [[-3, -1]]}]), "entities: .*the text at -3:-1"),
        (broken(entities=[PERSON | {"name": " "}]), "entities: .*without a name"),
    ],
)
def test_broken_json_says_what_is_wrong(text, problem):
    with pytest.raises(ReadError, match=problem):
        newsfacts.from_json(text, kinds=[Weather])


def test_the_published_schema_is_made_from_the_types():
    published = (ROOT / "docs/schema/newsfacts-1.json").read_text(encoding="utf-8")
    assert json.loads(published) == json_schema(), "run: newsfacts schema > docs/schema/newsfacts-1.json"
    assert CliRunner().invoke(main, ["schema"]).output == published


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "newsfacts/2"},
        {"facts": [{"id": "f1", "kind": "weather", "start": 0, "end": 4, "text": "Снег", "confidence": 1, "extractors": []}]},
        {"facts": [{"id": "f1", "kind": "other", "start": "0", "end": 4, "text": "Снег", "confidence": 1, "extractors": []}]},
        {"entities": [{"id": "e1", "type": "river"}]},
        {"skipped": "money"},
    ],
)
def test_the_schema_refuses_what_is_not_of_the_contract(change):
    with pytest.raises(jsonschema.ValidationError):
        SCHEMA.validate(result().to_dict() | change)


def test_a_decimal_is_written_without_exponent_for_the_schema():
    fact = MoneyAmount(start=0, end=1, text="2", amount=Decimal("2E+9"))
    SCHEMA.validate(Result(article=Article(text="2"), facts=(evolve(fact, id="f1"),)).to_dict())


def test_every_field_is_described():
    defs = json_schema()["$defs"]
    for cls in (Article, Hints, Mention, Dateline, MoneyAmount, OfficialTitle, Quote):
        for attribute in attrs.fields(cls):
            assert defs[cls.__name__]["properties"][attribute.name]["description"], (cls, attribute.name)


class Pale(Enum):
    """A value that JSON has no form for."""

    GREY = b"grey"


@pytest.mark.parametrize(("type_", "named"), [(set[str], r"set\[str\]"), (Pale, "Pale")])
def test_a_type_without_a_form_is_refused(type_, named):
    @frozen(kw_only=True)
    class Odd(Fact):
        kind = "odd"
        things: type_

    with pytest.raises(TypeError, match=named):
        json_schema([Odd])


def test_moments_keep_their_zone():
    article = Article(text="a", published=datetime(2025, 1, 2, 3, 4, tzinfo=UTC), modified="2025-01-03")
    assert newsfacts.from_json(Result(article=article).to_json()).article == article


class Depth(Enum):
    """How deep snow lies."""

    THIN = "thin"
    DEEP = "deep"


@frozen(kw_only=True)
class Snow(Fact):
    """Snow that lies."""

    kind: ClassVar[str] = "snow"
    depth: Depth
    falls: Literal["softly", "hard"]


def test_a_field_of_few_values_lists_them_in_the_schema():
    schema = json_schema([Snow])
    properties = schema["$defs"]["Snow"]["properties"]
    assert (properties["depth"], properties["falls"]) == ({"enum": ["thin", "deep"]}, {"enum": ["softly", "hard"]})
    snow = Snow(start=0, end=1, text=TEXT[:1], depth=Depth.DEEP, falls="hard")
    result = Result(article=Article(text=TEXT), facts=(snow,))
    jsonschema.Draft202012Validator(schema).validate(result.to_dict())
    assert newsfacts.from_json(result.to_json(), kinds=[Snow]) == result
