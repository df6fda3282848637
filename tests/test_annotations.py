"""Web Annotation: a JSON-LD processor drops nothing, the model's musts hold, and the selectors find the words."""

import io
import json

import attrs
import pytest
from hypothesis import given, settings
from pyld import jsonld
from samples import ARTICLE, FACTS, KIM, MENTIONS, STORM, TEXT, result, sample
from test_properties import PIPELINE, wire

from newsfacts import Article, Entity, Result
from newsfacts.exporters.annotations import CONTEXT, to_annotations, write_annotations

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
# What the terms that are written mean: the part of http://www.w3.org/ns/anno.jsonld that is used here. A term that is not in it
# is dropped by a processor, and so a document that comes back whole has no others.
REFERENCE = {"@type": "@id"}
TERMS = {
    "id": "@id",
    "type": "@type",
    **{name: f"{OA}{name}" for name in ("Annotation", "TextualBody", "SpecificResource")},
    **{name: f"{OA}{name}" for name in ("TextQuoteSelector", "TextPositionSelector")},
    **{name: f"{OA}{name}" for name in ("describing", "identifying", "linking", "tagging")},
    **{name: f"{OA}{name}" for name in ("start", "end", "exact", "prefix", "suffix")},
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Software": f"{AS}Application",
    "body": {"@id": f"{OA}hasBody", **REFERENCE},
    "target": {"@id": f"{OA}hasTarget", **REFERENCE},
    "source": {"@id": f"{OA}hasSource", **REFERENCE},
    "selector": {"@id": f"{OA}hasSelector", **REFERENCE},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "generator": {"@id": f"{AS}generator", **REFERENCE},
    "items": {"@id": f"{AS}items", "@container": "@list", **REFERENCE},
    "partOf": {"@id": f"{AS}partOf", **REFERENCE},
    "first": {"@id": f"{AS}first", **REFERENCE},
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
}


def loader(url, options):
    assert url == CONTEXT, f"asked for {url}"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}


def there_and_back(document):
    """What a processor makes of a document, and gives back under the same context."""
    expanded = jsonld.expand(document, {"documentLoader": loader})
    return jsonld.compact(expanded, CONTEXT, {"documentLoader": loader})


def many(value):
    return value if isinstance(value, list) else [value]


def singles(value):
    """A document with an array of one in the place of each value that compaction may have taken out of its array."""
    if isinstance(value, dict):
        return {
            key: [singles(one) for one in many(inner)] if key in ("body", "target", "selector", "items") else singles(inner)
            for key, inner in value.items()
        }
    return value


def annotations(found):
    return to_annotations(found).get("first", {"items": []})["items"]


def check(found):
    """What the model asks of each annotation, and of the collection that has them."""
    document = to_annotations(found)
    assert singles(there_and_back(document)) == document
    items = annotations(found)
    assert document["total"] == len(items) == len({item["id"] for item in items})
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"] in ("describing", "identifying")
        for body in item["body"]:
            assert body["purpose"] in ("tagging", "describing", "identifying", "linking")
            assert ("value" in body) == (body["type"] == "TextualBody")
            assert ("source" in body) == (body["type"] == "SpecificResource")
        for target in item["target"]:
            words, place = target["selector"]
            text = found.article.text
            assert text[place["start"] : place["end"]] == words["exact"]
            assert text[: place["start"]].endswith(words["prefix"])
            assert text[place["end"] :].startswith(words["suffix"])


def test_a_processor_drops_nothing_and_the_selectors_find_the_words():
    check(sample())
    check(result([*FACTS[:9], STORM], MENTIONS))
    check(Result(article=Article(text="Идёт снег.")))


@given(wire)
@settings(max_examples=40)
@pytest.mark.slow
def test_of_no_text_anything_is_dropped(text):
    check(PIPELINE.extract(text, language="ru"))


def test_the_collection_is_the_article_s():
    document = to_annotations(sample())
    name = "https://example.org/20250929/snow.html#annotations"
    assert list(document) == ["@context", "id", "type", "generator", "label", "total", "first"]
    assert (document["@context"], document["id"], document["label"]) == (CONTEXT, name, "Снег и деньги")
    page = document["first"]
    assert (page["id"], page["type"], page["partOf"], page["startIndex"]) == (f"{name}-1", "AnnotationPage", name, 0)


def test_a_fact_says_its_kind_its_fields_and_whom_it_refers_to():
    found = sample()
    [quote] = [fact for fact in found.quotes if fact.text == "Решение принято"]
    article = ARTICLE.url
    [annotation] = [item for item in annotations(found) if item["id"] == f"{article}#annotation-{quote.id}"]
    assert annotation["body"] == [
        {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": "quote"},
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "value": "style: direct, speaker: Анна Ким, cue: сказала",
        },
        {"type": "SpecificResource", "purpose": "identifying", "source": f"{article}#{quote.id}"},
        {"type": "SpecificResource", "purpose": "linking", "source": f"{article}#{quote.speaker.entity}"},
    ]
    [target] = annotation["target"]
    assert target["source"] == article
    assert target["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "Решение принято",
            "prefix": TEXT[quote.start - 32 : quote.start],
            "suffix": TEXT[quote.end : quote.end + 32],
        },
        {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
    ]


def test_an_entity_is_annotated_wherever_it_is_named():
    [kim] = [item for item in annotations(sample()) if "Анна Ким" in [body.get("value") for body in item["body"]]]
    assert [target["selector"][0]["exact"] for target in kim["target"]] == ["Анна Ким", "Ким"]
    assert kim["motivation"] == "identifying"
    assert [body for body in kim["body"] if body["purpose"] != "identifying"] == [
        {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": "person"},
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": "Анна Ким", "language": "ru"},
    ]


def test_what_annotations_refer_to_is_in_schema_org_json_ld():
    found = sample()
    linked = found.to_jsonld()
    known = {node["@id"] for key in ("mentions", "hasPart") for node in linked[key] if "@id" in node}
    known |= {title["@id"] for node in linked["mentions"] for title in node.get("hasOccupation", []) if "@id" in title}
    referred = {body["source"] for item in annotations(found) for body in item["body"] if "source" in body}
    assert referred == known


def test_offsets_count_code_points_and_the_text_s_ends_cut_what_stands_around():
    text = "\U0001f600 Ким"
    mention = attrs.evolve(KIM, start=2, end=5, text="Ким")
    found = Result(article=Article(text=text), entities=[Entity(id="e1", type="person", name="Ким", mentions=(mention,))])
    [[words, place]] = [target["selector"] for item in annotations(found) for target in item["target"]]
    assert words == {"type": "TextQuoteSelector", "exact": "Ким", "prefix": "\U0001f600 ", "suffix": ""}
    assert (place["start"], place["end"]) == (2, 5)


def test_one_result_is_a_collection_and_several_are_a_graph_with_one_a_line():
    def written(*found):
        stream = io.StringIO()
        write_annotations(iter(found), stream)
        return stream.getvalue()

    other = Result(article=Article(text="Снег.", id="s"))
    assert json.loads(written(sample())) == to_annotations(sample())
    document = json.loads(written(sample(), other))
    assert [{"@context": CONTEXT, **node} for node in document["@graph"]] == [to_annotations(r) for r in (sample(), other)]
    assert len(written(sample(), other).splitlines()) == 5
