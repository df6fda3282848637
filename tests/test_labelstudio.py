"""Tasks of Label Studio: what they are made of. Its own library reads them in test_read_back.py."""

import io
import json

import pytest
from lxml import etree
from samples import FACTS, KIM, MENTIONS, STORM, TEXT, Storm, result, sample

from newsfacts import Article, MoneyAmount, Pipeline, Quote, Result
from newsfacts.exporters.labelstudio import labeling_config, to_task, write_tasks


def prediction(found):
    [prediction] = to_task(found)["predictions"]
    return prediction


def regions(found):
    return {r["id"]: r for r in prediction(found)["result"] if r["type"] == "labels"}


def relations(found):
    return [(r["from_id"], r["labels"], r["to_id"]) for r in prediction(found)["result"] if r["type"] == "relation"]


def labelled(found):
    return [(r["value"]["text"], *r["value"]["labels"]) for r in regions(found).values()]


def test_the_task_has_the_article_s_text_and_what_is_known_of_it():
    assert to_task(sample())["data"] == {
        "text": TEXT,
        "article_id": "n-1",
        "url": "https://example.org/20250929/snow.html",
        "headline": "Снег и деньги",
        "published": "2025-09-29T10:30:00+00:00",
        "language": "ru",
        "source": "ТАСС",
    }
    assert to_task(Result(article=Article(text="Снег.")))["data"] == {"text": "Снег."}


def test_a_fact_is_a_region_with_what_it_says():
    found = sample()
    [money] = [fact for fact in found.money if fact.currency == "EUR"]
    assert regions(found)[money.id] == {
        "id": money.id,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": money.start, "end": money.end, "text": "0,5 евро", "labels": ["money"]},
        "score": 1.0,
        "meta": {"text": ["amount: 0.50, currency: EUR, qualifier: about"]},
    }


def test_every_region_is_the_text_s():
    for region in regions(sample()).values():
        value = region["value"]
        assert TEXT[value["start"] : value["end"]] == value["text"]


def test_relations_lead_from_quotes_and_titles_to_persons_and_cues():
    found = sample()
    words = {id_: (r["value"]["text"], r["value"]["labels"][0]) for id_, r in regions(found).items()}
    led = {(words[one], *label, words[other]) for one, label, other in relations(found)}
    assert (("Решение принято", "quote"), "speaker", ("Ким", "person")) in led
    assert (("Решение принято", "quote"), "cue", ("сказала", "cue")) in led
    assert (("глава концерна «Ромашка»", "title"), "person", ("Анна Ким", "person")) in led
    assert (("Ждём", "quote"), "speaker", ("докладе", "document")) in led
    assert len(led) == 8


def test_words_that_several_facts_point_at_are_one_region():
    quotes = [Quote(start=0, end=n, text=TEXT[:n], style="direct", speaker=KIM, id=f"f{n}") for n in (5, 6)]
    found = Result(article=Article(text=TEXT), facts=quotes)
    assert [words for words in labelled(found) if words[1] == "person"] == [("Анна Ким", "person")]
    assert len({to for _, _, to in relations(found)}) == 1


def test_a_stranger_s_fact_points_at_all_it_holds():
    found = result([*FACTS[:9], STORM], MENTIONS)
    [storm] = found.of(Storm)
    led = [(label, regions(found)[to]["value"]["text"]) for one, [label], to in relations(found) if one == storm.id]
    assert led == [("reporter", "Пётр Чистов"), ("eye", "завод"), ("witnesses", "Анна Ким"), ("witnesses", "Пётр Чистов")]


def test_the_least_certain_fact_is_the_task_s_score():
    facts = [MoneyAmount(start=0, end=1, text="М", confidence=confidence) for confidence in (0.9, 0.5, 1)]
    assert prediction(Result(article=Article(text="М"), facts=facts))["score"] == 0.5
    assert "score" not in prediction(Result(article=Article(text="М")))


def test_facts_without_ids_have_regions_of_their_own():
    facts = [MoneyAmount(start=n, end=n + 1, text="М") for n in (0, 1)]
    assert list(regions(Result(article=Article(text="ММ"), facts=facts))) == ["fact-1", "fact-2"]


@pytest.mark.parametrize("kinds", [Pipeline().plugins.kinds.values(), [*Pipeline().plugins.kinds.values(), Storm]])
def test_the_labelling_interface_has_all_labels_and_relations(kinds):
    interface = etree.fromstring(labeling_config(kinds))
    labels = {tag.get("value") for tag in interface.iter("Label")}
    pointers = {tag.get("value") for tag in interface.iter("Relation")}
    found = result([*FACTS[:9], STORM] if Storm in kinds else FACTS[:9], MENTIONS)
    assert {label for _, label in labelled(found)} <= labels
    assert {label for _, [label], _ in relations(found)} == pointers
    assert labeling_config(reversed(list(kinds))) == labeling_config(kinds)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_tasks_are_an_array_and_are_written_as_they_come(number):
    stream = io.StringIO()

    def results():
        for n in range(number):
            assert stream.getvalue().count('"text"') == n
            yield Result(article=Article(text=f"Снег {n}."))

    write_tasks(results(), stream)
    assert [task["data"]["text"] for task in json.loads(stream.getvalue())] == [f"Снег {n}." for n in range(number)]
