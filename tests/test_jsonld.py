"""Schema.org JSON-LD: read by a processor without the network, and lost nothing."""

import io
import json
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from pyld import jsonld
from samples import ARTICLE, CHISTOV, FACTS, KIM, MENTIONS, STORM, TEXT, Fine, Storm, result, sample, span
from test_properties import PIPELINE, wire

from newsfacts import Article, MoneyAmount, OfficialTitle, Result
from newsfacts.exporters.jsonld import CONTEXT, describe, write_jsonld

SCHEMA_ORG = "https://schema.org/"
# For each type the properties that are written, with what they may hold, as schema.org defines them.
THING = {"name": {"Text"}, "identifier": {"Text"}, "url": {"Text"}}
WORK = {
    "headline": {"Text"},
    "datePublished": {"Text"},
    "dateModified": {"Text"},
    "author": {"Person", "Organization"},
    "publisher": {"Person", "Organization"},
    "sourceOrganization": {"Organization"},
    "inLanguage": {"Text"},
    "locationCreated": {"Place"},
    "hasPart": {"Quotation"},
    "isPartOf": {"NewsArticle"},
    "mentions": {"Thing"},
    "text": {"Text"},
}
# A role stands between a thing and the value of one of its properties, and repeats the property.
ROLE = {"roleName": {"Text"}, "hasOccupation": {"Occupation"}, "worksFor": {"Organization"}}
PROPERTIES = {
    "NewsArticle": {**WORK, "articleBody": {"Text"}, "dateline": {"Text"}},
    "Quotation": {**WORK, "spokenByCharacter": {"Person", "Organization"}},
    "MonetaryAmount": {"currency": {"Text"}, "value": {"Text"}, "minValue": {"Text"}, "maxValue": {"Text"}},
    "Person": {
        "gender": {"GenderType"},
        "jobTitle": {"Text"},
        "worksFor": {"Organization"},
        "hasOccupation": {"Occupation", "Role", "OrganizationRole"},
    },
    "Role": ROLE,
    "OrganizationRole": ROLE,
    "Occupation": {"occupationLocation": {"AdministrativeArea"}},
    "Organization": {},
    "Place": {},
    "AdministrativeArea": {},
    "CreativeWork": WORK,
}


def no_network(url, options):
    raise AssertionError(f"asked for {url}")


def expand(document):
    return jsonld.expand(document, {"documentLoader": no_network})


def there_and_back(document):
    """What a processor makes of a document, and gives back under the same context."""
    back = jsonld.compact(expand(document), CONTEXT, {"documentLoader": no_network})
    return {"@context": document["@context"], **{key: value for key, value in back.items() if key != "@context"}}


def objects(value):
    """All JSON objects in a document but its context and those that are values."""
    if isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key not in ("@context", "@value"):
                yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


def nodes(document, type_):
    return [node for node in objects(document) if node.get("@type") == type_]


def entity(document, name):
    [node] = [node for node in document["mentions"] if node.get("name") == name]
    return node


def check(document):
    assert there_and_back(document) == document
    for node in objects(expand(document)):
        types = node.get("@type", [])
        names = [*(key for key in node if key[0] != "@"), *(types if isinstance(types, list) else [])]
        assert all(iri.startswith(("http://", "https://", "urn:", "tag:")) for iri in [*names, node.get("@id", "urn:")])


def test_a_processor_drops_nothing_and_asks_nobody():
    document = sample().to_jsonld()
    assert list(document)[:3] == ["@context", "@type", "@id"]
    check(document)
    check(result([*FACTS[:9], STORM], MENTIONS).to_jsonld())


@given(wire)
@settings(max_examples=60)
@pytest.mark.slow
def test_of_no_text_anything_is_dropped(text):
    check(PIPELINE.extract(text, language="ru").to_jsonld())


def test_every_property_belongs_to_its_type():
    document = sample().to_jsonld()
    types = {node["@id"]: node["@type"] for node in objects(document) if node.keys() >= {"@id", "@type"}}
    checked = set()
    for node in objects(document):
        if "@type" not in node or str(node["@type"]) not in PROPERTIES:
            continue
        for name, values in node.items():
            if name.startswith(("@", "newsfacts:")):
                continue
            allowed = {**THING, **PROPERTIES[node["@type"]]}[name]
            for value in values if isinstance(values, list) else [values]:
                if isinstance(value, str):
                    assert allowed <= {"Text", "GenderType"}, (name, value)
                else:
                    held = value.get("@type") or types[value["@id"]]
                    assert held in allowed or allowed == {"Thing"}, (name, value)
            checked.add((node["@type"], name))
    assert len(checked) > 30


def test_the_article():
    document = sample().to_jsonld()
    assert {key: value for key, value in document.items() if key not in ("@context", "hasPart", "mentions")} == {
        "@type": "NewsArticle",
        "@id": "https://example.org/20250929/snow.html",
        "identifier": "n-1",
        "url": "https://example.org/20250929/snow.html",
        "headline": "Снег и деньги",
        "datePublished": "2025-09-29T10:30:00+00:00",
        "dateModified": "2025-09-30",
        "author": [{"@type": "Person", "name": "Олег Крайний"}, {"@type": "Person", "name": "Инна Долгая"}],
        "publisher": {"@type": "Organization", "name": "ТАСС"},
        "sourceOrganization": [{"@type": "Organization", "name": "ТАСС"}, {"@type": "Organization", "name": "AFP"}],
        "inLanguage": "ru",
        "dateline": "МИНСК/ПАРИЖ, 29 сен – ТАСС",
        "locationCreated": [{"@type": "Place", "name": "Минск"}, {"@type": "Place", "name": "Париж"}],
        "articleBody": TEXT,
    }


def test_a_bare_text_has_no_empty_properties():
    document = Result(article=Article(text="Идёт снег.")).to_jsonld()
    assert list(document) == ["@context", "@type", "@id", "articleBody"]
    check(document)


@pytest.mark.parametrize(
    ("url", "id_", "iri"),
    [
        ("https://example.org/a", "x", "https://example.org/a"),
        ("https://example.org/а б|в", "x", "https://example.org/а%20б%7Cв"),
        (None, "urn:newsml:example.org:20250929:1", "urn:newsml:example.org:20250929:1"),
        (None, "tag:example.org,2025:1", "tag:example.org,2025:1"),
        (None, "news/снег.txt", "urn:newsfacts:article:news%2F%D1%81%D0%BD%D0%B5%D0%B3.txt"),
        (None, "oa:start", "urn:newsfacts:article:oa:start"),
        (None, "C:\\news\\a.txt", "urn:newsfacts:article:C:%5Cnews%5Ca.txt"),
        ("example.org/a", None, "urn:newsfacts:article:example.org%2Fa"),
    ],
)
def test_an_article_has_an_absolute_iri(url, id_, iri):
    article = Article(text="Снег.", url=url, id=id_) if id_ else Article(text="Снег.", url=url)
    document = Result(article=article).to_jsonld()
    assert document["@id"] == iri
    check(document)


def test_articles_without_a_name_are_told_apart_by_their_texts():
    one, same, other = (Result(article=Article(text=text)).to_jsonld()["@id"] for text in ("Снег.", "Снег.", "Дождь."))
    assert one == same != other


def test_an_address_with_a_fragment_makes_ids_all_the_same():
    document = result(FACTS, MENTIONS, attrs.evolve(ARTICLE, url="https://example.org/#!/5")).to_jsonld()
    assert document["hasPart"][0]["@id"].startswith("https://example.org/#!/5/f")
    check(document)


def test_who_speaks():
    document = sample().to_jsonld()
    spoken = {quote["text"]: quote.get("spokenByCharacter") for quote in document["hasPart"]}
    kim, firm = ({"@id": entity(document, name)["@id"]} for name in ("Анна Ким", "концерн «Ромашка»"))
    assert spoken == {
        "завод получит от 3 до 5,5 млн рублей": kim,
        "Решение принято": kim,
        "снег идёт": firm,
        "Ждём": None,  # a document is nobody
    }
    [unsaid] = [quote for quote in document["hasPart"] if quote["text"] == "Ждём"]
    assert (unsaid["newsfacts:speaker"]["name"], unsaid["newsfacts:speaker"]["newsfacts:type"]) == ("доклад", "document")
    assert all(quote["isPartOf"] == {"@id": document["@id"]} for quote in document["hasPart"])
    assert document["hasPart"][1]["newsfacts:style"] == "direct"


def test_words_are_found_where_the_selectors_say():
    document = sample().to_jsonld()
    selectors = [node for node in objects(document) if "oa:start" in node]
    assert len(selectors) > 20
    assert all(document["articleBody"][s["oa:start"] : s["oa:end"]] == s["oa:exact"] for s in selectors)
    speaker = document["hasPart"][1]["newsfacts:speaker"]
    assert (speaker["name"], speaker["newsfacts:text"]["oa:exact"]) == ("Анна Ким", "Ким")


def test_there_is_one_node_for_each_person():
    flat = jsonld.flatten(sample().to_jsonld(), None, {"documentLoader": no_network})
    people = [node for node in flat if f"{SCHEMA_ORG}Person" in node.get("@type", []) and not node["@id"].startswith("_:")]
    assert [node[f"{SCHEMA_ORG}name"] for node in people] == [[{"@value": "Анна Ким"}], [{"@value": "Пётр Чистов"}]]


def test_a_current_title_is_the_person_s_job():
    person = entity(sample().to_jsonld(), "Пётр Чистов")
    assert (person["gender"], person["jobTitle"]) == ("Male", ["министр энергетики"])
    assert person["worksFor"] == [{"@type": "Organization", "name": "правительство"}]
    [role] = person["hasOccupation"]
    assert role["@type"] == "OrganizationRole"
    assert role["hasOccupation"] == [
        {
            "@type": "Occupation",
            "name": "министр энергетики",
            "occupationLocation": {"@type": "AdministrativeArea", "name": "Самарская область"},
        }
    ]


@pytest.mark.parametrize("status", ["former", "acting", "future"])
def test_another_title_is_a_role_only(status):
    title = attrs.evolve(FACTS[1], status=status)
    document = result([title], MENTIONS).to_jsonld()
    person = entity(document, "Анна Ким")
    assert not {"jobTitle", "worksFor"} & person.keys()
    [role] = person["hasOccupation"]
    assert (role["roleName"], role["newsfacts:status"]) == ("глава", status)
    assert role["worksFor"] == [{"@id": entity(document, "концерн «Ромашка»")["@id"]}]


def test_a_title_of_nobody_is_kept():
    document = result([OfficialTitle(**span("Министр энергетики"), position="министр энергетики")]).to_jsonld()
    assert [(node["@type"], node["roleName"]) for node in document["mentions"]] == [("Role", "министр энергетики")]


def test_money_is_exact():
    amount = "12345678901234567890123456789012345678.000000000000000001"
    document = result([MoneyAmount(**span("0,5 евро"), amount=Decimal(amount), currency="ETH")]).to_jsonld()
    [money] = nodes(document, "MonetaryAmount")
    assert (money["value"], money["currency"]) == (amount, "ETH")
    rdf = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": no_network})
    assert f'<https://schema.org/value> "{amount}"^^<http://www.w3.org/2001/XMLSchema#decimal>' in rdf


def test_a_whole_confidence_is_no_integer():
    quads = jsonld.to_rdf(sample().to_jsonld(), {"format": "application/n-quads", "documentLoader": no_network}).splitlines()
    confidences = [quad for quad in quads if "urn:newsfacts:1:confidence" in quad]
    assert len(confidences) == len(FACTS)
    assert all(quad.endswith("^^<http://www.w3.org/2001/XMLSchema#double> .") for quad in confidences)


def test_a_range_and_a_qualifier():
    document = sample().to_jsonld()
    between, about = nodes(document, "MonetaryAmount")
    assert (between["minValue"], between["maxValue"], "value" in between) == ("3000000", "5500000.00", False)
    assert (about["value"], about["newsfacts:qualifier"]) == ("0.50", "about")


def test_a_third_party_s_kind_keeps_all_its_fields():
    document = result([STORM], MENTIONS).to_jsonld()
    [storm] = nodes(document, "newsfacts:storm%2F%D0%B2%D0%B5%D1%82%D0%B5%D1%80")
    people = {name: {"@id": entity(document, name)["@id"]} for name in ("Анна Ким", "Пётр Чистов")}
    fields = {a.name for a in attrs.fields(Storm)} - {"id", "start", "end", "name"}
    assert {f"newsfacts:{name}" for name in fields} == {key for key in storm if key.startswith("newsfacts:")}
    assert storm["newsfacts:force"] == 7
    assert storm["newsfacts:named"] is False
    assert storm["newsfacts:speed"] == {"@type": "xsd:double", "@value": 20.0}
    assert storm["newsfacts:height"] == {"@type": "xsd:decimal", "@value": "0.10"}
    assert storm["newsfacts:day"] == {"@type": "xsd:date", "@value": "2025-09-29"}
    assert storm["newsfacts:seen"] == {"@type": "xsd:dateTime", "@value": "2025-09-29T10:30:00+00:00"}
    assert storm["newsfacts:towns"] == {"@list": ["Минск", "Минск", "Брест"]}
    assert storm["newsfacts:size"] == {"@type": "@json", "@value": {"metres": "0.00000000000000000001", "note": None}}
    assert storm["newsfacts:gusts"] == {"@type": "@json", "@value": [1.5, None]}
    assert storm["newsfacts:reporter"]["newsfacts:entity"] == people["Пётр Чистов"]
    assert storm["newsfacts:eye"]["oa:exact"] == "завод"
    assert [w["name"] for w in storm["newsfacts:witnesses"]["@list"]] == [KIM.name, CHISTOV.name]
    check(document)


def test_a_third_party_s_kind_of_money_is_money():
    fine = Fine(**span("0,5 евро"), amount=Decimal("0.5"), currency="EUR", article="12.9")
    [money] = nodes(result([fine]).to_jsonld(), "MonetaryAmount")
    assert (money["value"], money["newsfacts:article"]) == ("0.5", "12.9")


def test_a_third_party_describes_its_kind():
    class Breeze(Storm):
        pass

    @describe.register
    def _(fact: Breeze, fields, nodes):
        return {"@type": "Event", "name": fields.pop("name"), "location": {"@type": "Place", "name": "; ".join(fact.towns)}}

    breeze = Breeze(**{a.name: getattr(STORM, a.name) for a in attrs.fields(Storm)} | {"name": "Анна"})
    document = result([breeze]).to_jsonld()
    [event] = nodes(document, "Event")
    assert (event["name"], event["newsfacts:force"]) == ("Анна", 7)
    assert "newsfacts:name" not in event
    check(document)


@pytest.mark.parametrize("number", [0, 2, 3])
def test_several_results_are_one_document_and_an_article_a_line(number):
    texts = [f"Снег {n}." for n in range(number)]
    stream = io.StringIO()
    write_jsonld((Result(article=Article(text=text, id=text)) for text in texts), stream)
    document = json.loads(stream.getvalue())
    assert list(document) == ["@context", "@graph"]
    assert [node["articleBody"] for node in document["@graph"]] == texts
    assert len(stream.getvalue().splitlines()) == number + 3
    expanded = expand(document)
    assert [node[f"{SCHEMA_ORG}articleBody"] for node in expanded] == [[{"@value": text}] for text in texts]


def test_one_result_is_an_article():
    stream = io.StringIO()
    write_jsonld([sample()], stream)
    assert json.loads(stream.getvalue()) == sample().to_jsonld()


def test_results_are_written_as_they_come():
    stream = io.StringIO()

    def results():
        for number in range(5):
            if number > 2:  # two are looked at to tell one from several
                assert f"Снег {number - 1}." in stream.getvalue()
            yield Result(article=Article(text=f"Снег {number}."))

    write_jsonld(results(), stream)


def test_a_document_may_be_changed():
    sample().to_jsonld()["@context"]["value"].clear()
    assert CONTEXT["value"] == {"@type": "xsd:decimal"}


@pytest.mark.parametrize("number", [1, 2])
def test_no_text_ends_the_script_that_a_document_is_put_into(number):
    found = [Result(article=Article(text="Код </script><!--<b> вставили.", headline="</SCRIPT>", id="<a>"))] * number
    stream = io.StringIO()
    write_jsonld(found, stream)
    assert "<" not in stream.getvalue()
    written = json.loads(stream.getvalue())
    assert [{"@context": CONTEXT, **node} for node in written.get("@graph", [written])] == [one.to_jsonld() for one in found]
