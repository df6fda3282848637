"""CSV: a fact a row, exact."""

import csv
import io
import json

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import ARTICLE, CHISTOV, FACTS, KIM, MENTIONS, STORM, TEXT, Fine, result, sample, span
from test_properties import PIPELINE, wire

from newsfacts import Article, OfficialTitle, Result, hookimpl
from newsfacts.exporters.csv import write_csv
from newsfacts.exporters.rows import COLUMNS


def written(results):
    stream = io.StringIO(newline="")
    write_csv(results, stream)
    return stream.getvalue()


def read(text):
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def rows(*results):
    return read(written(results))


def filled(row, *without):
    return {name: value for name, value in row.items() if value and name not in without}


ARTICLE_CELLS = {
    "article_id": "n-1",
    "url": "https://example.org/20250929/snow.html",
    "published": "2025-09-29T10:30:00+00:00",
    "language": "ru",
}


def test_the_columns_stay_in_their_order():
    assert written([]) == (
        "article_id,url,published,language,fact_id,kind,start,end,text,confidence,extractors,"
        "amount,minimum,maximum,currency,qualifier,position,organization,place,status,person,"
        "style,speaker,speaker_type,cue,places,date,agency,fields,error,agencies\r\n"
    )


def test_every_field_of_a_shared_kind_has_a_column():
    common = {"id", "start", "end", "text", "confidence", "extractors"}
    assert {a.name for fact in FACTS[:9] for a in attrs.fields(type(fact))} - common <= set(COLUMNS)


def test_the_rows_of_each_kind():
    common = ("article_id", "url", "published", "language", "fact_id", "start", "end", "extractors")
    assert [filled(row, *common) for row in rows(sample())] == [
        {"kind": "dateline", "text": "МИНСК/ПАРИЖ, 29 сен – ТАСС", "confidence": "0.99", "places": "Минск; Париж",
         "date": "2025-09-29", "agency": "ТАСС", "agencies": "ТАСС; AFP"},
        {"kind": "title", "text": "глава концерна «Ромашка»", "confidence": "1.0", "position": "глава",
         "organization": "концерн «Ромашка»", "status": "former", "person": "Анна Ким"},
        {"kind": "quote", "text": "завод получит от 3 до 5,5 млн рублей", "confidence": "1.0", "style": "indirect",
         "speaker": "Анна Ким", "speaker_type": "person", "cue": "заявила"},
        {"kind": "money", "text": "от 3 до 5,5 млн рублей", "confidence": "1.0", "minimum": "3000000",
         "maximum": "5500000.00", "currency": "RUB"},
        {"kind": "quote", "text": "Решение принято", "confidence": "1.0", "style": "direct", "speaker": "Анна Ким",
         "speaker_type": "person", "cue": "сказала"},
        {"kind": "title", "text": "Министр энергетики Самарской области", "confidence": "1.0",
         "position": "министр энергетики", "organization": "правительство", "place": "Самарская область",
         "status": "current", "person": "Пётр Чистов"},
        {"kind": "money", "text": "0,5 евро", "confidence": "1.0", "amount": "0.50", "currency": "EUR",
         "qualifier": "about"},
        {"kind": "weather", "text": "снег", "confidence": "1.0", "fields": '{"degrees": -3}'},
        {"kind": "quote", "text": "снег идёт", "confidence": "1.0", "style": "indirect", "speaker": "концерн «Ромашка»",
         "speaker_type": "organization"},
        {"kind": "quote", "text": "Ждём", "confidence": "1.0", "style": "direct", "speaker": "доклад",
         "speaker_type": "document"},
    ]  # fmt: skip


def test_every_row_names_its_article_and_its_words():
    found = rows(sample())
    assert [row["fact_id"] for row in found] == [f"f{n}" for n in range(1, 11)]
    assert all(row.items() >= ARTICLE_CELLS.items() and row["extractors"] == "gives" for row in found)
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["text"] for row in found)


def test_several_articles_have_one_header_and_one_without_facts_no_row():
    empty = Result(article=Article(text="Сухо.", id="dry"))
    second = result(FACTS, MENTIONS, attrs.evolve(ARTICLE, id="n-2"))
    assert [row["article_id"] for row in rows(sample(), empty, second)] == ["n-1"] * 10 + ["n-2"] * 10


@pytest.mark.parametrize(
    "text", ['а, «б» "в"', "два\nряда", "два\r\nряда", "один\rряд", " с краю ", "=1+1", "-5", "@а", "+7", "\t"]
)
def test_a_cell_is_exact(text):
    [row] = rows(
        result([OfficialTitle(start=0, end=len(text), text=text, position=text)], article=Article(text=text, language="ru"))
    )
    assert (row["text"], row["position"]) == (text, text)


def test_rows_end_as_the_standard_says():
    assert written([sample()]).count("\r\n") == 11


def test_a_third_party_s_fields_are_json_and_take_nobody_s_column():
    [row] = rows(result([STORM], MENTIONS))
    assert row["amount"] == ""
    assert list(json.loads(row["fields"]))[:4] == ["force", "speed", "named", "height"]
    plain = result([STORM], MENTIONS).to_dict()["facts"][0]
    assert json.loads(row["fields"]) == {name: plain[name] for name in json.loads(row["fields"])}
    assert {KIM.name, CHISTOV.name} == {witness["name"] for witness in json.loads(row["fields"])["witnesses"]}


def test_a_third_party_s_kind_of_money_has_its_amount_in_the_column():
    fine = Fine(**span("0,5 евро"), amount=FACTS[8].amount, currency="EUR", article="12.9")
    [row] = rows(result([fine]))
    assert (row["kind"], row["amount"], row["currency"], row["fields"]) == ("fine", "0.50", "EUR", '{"article": "12.9"}')


class Raises:
    @hookimpl
    def newsfacts_relate(self, analysis, facts):
        raise RuntimeError("no luck")


def test_an_article_on_which_a_plugin_failed_has_a_row_that_says_so():
    *found, error = rows(result(FACTS, MENTIONS, raises=Raises()))
    assert len(found) == 10
    assert not any(row["error"] for row in found)
    assert filled(error) == {**ARTICLE_CELLS, "error": "raises failed at relate: RuntimeError: no luck"}


def test_rows_are_written_as_results_come():
    stream = io.StringIO(newline="")

    def results():
        for number in range(3):
            assert len(read(stream.getvalue())) == number * 10
            yield sample()

    write_csv(results(), stream)


@given(st.lists(wire, max_size=3))
@settings(max_examples=50)
def test_of_no_text_anything_is_lost(texts):
    results = [PIPELINE.extract(Article(text=text, id=str(n), language="ru")) for n, text in enumerate(texts)]
    expected = [(r.article.id, f.id, f.kind, str(f.start), str(f.end), f.text) for r in results for f in r.facts]
    names = ("article_id", "fact_id", "kind", "start", "end", "text")
    assert [tuple(row[name] for name in names) for row in rows(*results)] == expected
