"""FollowTheMoney entities: what they are made of. Its own library reads them in test_read_back.py."""

import io
import json
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone

import attrs
import pytest
from attrs import frozen
from samples import ARTICLE, CHISTOV, FACTS, MENTIONS, STORM, result, sample, span

from newsfacts import Article, Entity, Fact, Mention, OfficialTitle, Result
from newsfacts.exporters.followthemoney import describe, to_entities, write_entities


def of(entities, schema):
    return [entity["properties"] for entity in entities if entity["schema"] == schema]


def ids(entities, schema):
    return {entity["properties"]["name"][0]: entity["id"] for entity in entities if entity["schema"] == schema}


def title(**fields):
    return OfficialTitle(**span("Министр"), id="f1", **{"position": "министр", **fields})


def entities_of(*facts, entities=(), article=ARTICLE):
    return to_entities(Result(article=article, facts=facts, entities=entities))


def test_the_article_comes_first():
    found = to_entities(sample())[0]
    assert found["schema"] == "Article"
    assert found["properties"] == {
        "title": ["Снег и деньги"],
        "fileName": ["n-1"],
        "author": ["Олег Крайний", "Инна Долгая"],
        "publisher": ["ТАСС"],
        "publishedAt": ["2025-09-29T10:30:00"],
        "modifiedAt": ["2025-09-30"],
        "language": ["rus"],
        "sourceUrl": ["https://example.org/20250929/snow.html"],
        "processingAgent": found["properties"]["processingAgent"],
        "bodyText": [ARTICLE.text],
    }


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2025, 9, 29, 10, 30, 15, 999, tzinfo=timezone(timedelta(hours=3))), "2025-09-29T07:30:15"),
        (datetime(2025, 9, 29, 10, 30, tzinfo=UTC), "2025-09-29T10:30:00"),
        (datetime(2025, 9, 29, 10, 30), "2025-09-29T10:30:00"),
        ("2025-09-29", "2025-09-29"),
    ],
)
def test_a_moment_is_in_utc_and_a_day_stays_a_day(moment, written):
    [article] = entities_of(article=Article(text="Снег.", published=moment))
    assert article["properties"]["publishedAt"] == [written]


def test_persons_and_organisations_with_the_words_that_name_them():
    entities = to_entities(sample())
    persons, article = ids(entities, "Person"), entities[0]["id"]
    assert of(entities, "Person") == [
        {"name": ["Анна Ким"], "gender": ["female"], "proof": [article]},
        {"name": ["Пётр Чистов"], "gender": ["male"], "proof": [article]},
    ]
    [kim] = [mention for mention in of(entities, "Mention") if mention["resolved"] == [persons["Анна Ким"]]]
    assert kim == {
        "document": [article],
        "name": ["Анна Ким", "Ким"],
        "resolved": [persons["Анна Ким"]],
        "detectedSchema": ["Person"],
    }


def test_a_title_is_a_position_and_its_occupancy():
    entities = to_entities(sample())
    persons, posts, bodies = ids(entities, "Person"), ids(entities, "Position"), ids(entities, "Organization")
    assert of(entities, "Position") == [
        {"name": ["глава"], "organization": [bodies["концерн «Ромашка»"]], "proof": [entities[0]["id"]]},
        {
            "name": ["министр энергетики"],
            "organization": [bodies["правительство"]],
            "subnationalArea": ["Самарская область"],
            "proof": [entities[0]["id"]],
        },
    ]
    held = [(held["holder"], held["post"], held["status"]) for held in of(entities, "Occupancy")]
    assert held == [
        ([persons["Анна Ким"]], [posts["глава"]], ["ended"]),
        ([persons["Пётр Чистов"]], [posts["министр энергетики"]], ["current"]),
    ]


@pytest.mark.parametrize(
    ("place", "country"),
    [("Белоруссия", "by"), ("США", "us"), ("Соединенные Штаты", "us"), ("UK", "gb"), ("FRANCE", "fr"), ("Татарстан", None)],
)
def test_a_country_is_its_code_and_another_place_an_area(place, country):
    [post] = of(entities_of(title(place=place)), "Position")
    assert (post.get("country"), post.get("subnationalArea")) == (([country], None) if country else (None, [place]))


@pytest.mark.parametrize("place", ["Georgia", "Конго", "Congo"])
def test_a_name_of_several_places_says_no_country(place):
    assert "country" not in of(entities_of(title(place=place)), "Position")[0]


@pytest.mark.parametrize(
    ("status", "written"), [("current", "current"), ("former", "ended"), ("acting", "acting"), ("future", "future")]
)
def test_a_former_holder_s_time_has_ended(status, written):
    person = Entity(id="e1", type="person", name="Пётр Чистов")
    held = title(status=status, person=attrs.evolve(CHISTOV, entity="e1"))
    [occupancy] = of(entities_of(held, entities=[person]), "Occupancy")
    assert occupancy["status"] == [written]


def test_a_title_that_names_nobody_is_a_position_alone():
    assert [e["schema"] for e in entities_of(title())] == ["Article", "Position"]


def test_what_has_no_schema_is_a_note_on_those_whom_it_names():
    entities = to_entities(sample())
    notes = {note["description"][0]: note for note in of(entities, "Note")}
    assert notes["Решение принято"] == {
        "name": ["quote"],
        "description": ["Решение принято"],
        "summary": ["style: direct, speaker: Анна Ким, cue: сказала"],
        "entity": [ids(entities, "Person")["Анна Ким"]],
        "proof": [entities[0]["id"]],
    }
    assert notes["0,5 евро"]["entity"] == [entities[0]["id"]]
    assert Counter(note["name"][0] for note in notes.values()) == {"quote": 4, "money": 2, "dateline": 1, "weather": 1}


def test_a_stranger_s_kind_is_a_note_until_it_is_described():
    found = result([*FACTS[:9], STORM], MENTIONS)
    [note] = [note for note in of(to_entities(found), "Note") if note["name"] == ["storm/ветер"]]
    assert (note["description"], note["entity"]) == (["снег"], [ids(to_entities(found), "Person")["Пётр Чистов"]])

    @frozen(kw_only=True)
    class Purchase(Fact):
        kind = "purchase"
        buyer: Mention

    @describe.register
    def _(fact: Purchase, graph):
        graph.add("Payment", fact.text, payer=graph.meant(fact.buyer), purpose=fact.text)

    person = Entity(id="e1", type="person", name="Пётр Чистов")
    entities = entities_of(Purchase(**span("завод"), buyer=attrs.evolve(CHISTOV, entity="e1")), entities=[person])
    assert of(entities, "Payment") == [{"payer": [ids(entities, "Person")["Пётр Чистов"]], "purpose": ["завод"]}]


def test_ids_are_the_same_whenever_the_article_is_read_and_others_in_another():
    one, again = to_entities(sample()), to_entities(sample())
    other = to_entities(result(FACTS, MENTIONS, attrs.evolve(ARTICLE, url="https://example.org/other.html")))
    assert one == again
    assert len({e["id"] for e in one}) == len(one) == len({e["id"] for e in other})
    assert {e["id"] for e in one}.isdisjoint(e["id"] for e in other)


def test_ids_do_not_hang_on_what_else_is_in_the_article():
    found = sample()
    later = attrs.evolve(found, facts=found.facts[1:], entities=found.entities[1:])
    assert {e["id"] for e in to_entities(later)} < {e["id"] for e in to_entities(found)}


def test_two_of_one_name_stay_two_and_one_post_stays_one():
    persons = [Entity(id=f"e{n}", type="person", name="Ким", gender=g) for n, g in ((1, "feminine"), (2, "masculine"))]
    held = [title(person=Mention(**span("Ким"), type="person", name="Ким", entity=person.id)) for person in persons]
    entities = entities_of(*held, entities=persons)
    assert Counter(e["schema"] for e in entities) == {"Article": 1, "Person": 2, "Mention": 2, "Position": 1, "Occupancy": 2}


def test_what_is_not_seen_is_in_no_value_but_the_text():
    text = "Ми\u00adнистр\u200b и\u0306\n\u00a0Ким\u0007"
    fact = OfficialTitle(start=0, end=len(text), text=text, position=text)
    entities = entities_of(fact, article=Article(text=text, headline=text))
    assert entities[0]["properties"]["bodyText"] == [text]
    assert entities[0]["properties"]["title"] == of(entities, "Position")[0]["name"] == ["Министр й Ким"]


def test_an_address_that_is_none_is_left_out():
    [article] = entities_of(article=Article(text="Снег.", url="news/snow"))
    assert "sourceUrl" not in article["properties"]
    assert article["properties"]["fileName"] == ["news/snow"]


def test_entities_are_lines_and_are_written_as_articles_come():
    stream = io.StringIO()

    def results():
        for number in range(3):
            assert len(stream.getvalue().splitlines()) == number
            yield Result(article=Article(text=f"Снег {number}."))

    write_entities(results(), stream)
    assert [json.loads(line)["schema"] for line in stream.getvalue().splitlines()] == ["Article"] * 3
