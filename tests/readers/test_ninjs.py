"""ninjs, and records in JSON."""

import json
import tracemalloc
from collections import deque
from datetime import datetime
from pathlib import Path

import pytest

import newsfacts
from newsfacts import Article, ReadError, Source
from newsfacts.plugins import Plugins
from newsfacts.reading import read_all

ITEMS = Path(__file__).parent.parent / "fixtures" / "ninjs" / "items.json"


def read(value, name="a.json"):
    data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return list(read_all(Source(name=name, data=data), Plugins(discover=False)))


def only(value, name="a.json"):
    [found] = read(value, name)
    assert isinstance(found, Article), found
    return found


def problem(value, name="a.json"):
    [found] = read(value, name)
    assert isinstance(found, ReadError), found
    return str(found)


def test_items_of_all_versions_and_records_in_one_array():
    first, third, record, error = newsfacts.read(ITEMS)
    assert first == Article(
        id="urn:n:1",
        headline="Сад открыли",
        published=datetime.fromisoformat("2022-06-01T10:00:00+00:00"),
        modified=datetime.fromisoformat("2022-06-01T12:00:00+00:00"),
        language="ru",
        source="Сад-информ",
        authors=["Юлия Грушина"],
        hints=newsfacts.Hints(language="ru", located=["Тула", "Россия"]),
        text="Сад открыли.\n\nВход бесплатный.",
    )
    assert (third.headline, third.text) == ("Garden & park open", "The garden is open.\n\nEntry is free.")
    assert (third.authors, third.source, third.language) == (("Lena Marsh", "Joe Tarn"), "Moor Wire", "en")
    assert third.hints.located == ("Leeds", "England")
    assert record == Article(id="r", text="Запись рядом.")
    assert error.source.endswith("items.json#5")
    assert "expected a ninjs item" in error.problem


@pytest.mark.parametrize(
    "wrap", [lambda i: {"item": [i]}, lambda i: {"data": {"item": i}}, lambda i: {"data": {"items": [{"item": i}]}}]
)
def test_items_in_the_answers_of_services(wrap):
    assert only(wrap({"type": "text", "headline": "Мост", "body_text": "Мост открыт."})).text == "Мост открыт."


def test_an_item_whose_text_is_elsewhere_says_where():
    item = {"type": "text", "headline": "Мост", "renditions": {"nitf": {"href": "https://api.example/1?key=secret"}}}
    assert "nitf" in problem(item)
    assert "secret" not in problem(item)


@pytest.mark.parametrize("body", [{}, {"body_html": ""}, {"body_html": "<p> </p>"}, {"body_text": None}, {"bodies": []}])
@pytest.mark.parametrize(
    "description",
    [
        {"description_text": "Мост открыли."},
        {"description_html": "<p>Мост открыли.</p>"},
        {"descriptions": [{"role": "summary", "contentType": "text/plain", "value": "Мост открыли."}]},
    ],
)
def test_an_item_with_an_empty_body_is_its_description(body, description):
    assert only({"type": "text", "headline": "Мост", **body, **description}).text == "Мост открыли."


def test_a_body_goes_before_a_description():
    assert only({"headline": "Мост", "body_text": "Мост открыли.", "description_text": "О мосте."}).text == "Мост открыли."
    assert "holds no text" in problem({"headline": "Мост", "body_text": "", "description_text": " ", "descriptions": 5})


def test_pictures_say_what_they_are():
    assert "picture" in problem({"type": "picture", "body_text": "Мост"})


@pytest.mark.parametrize("value", [{"a": 1}, [{}], [[[[[[[1]]]]]]], {"item": None}, []])
def test_json_of_another_kind_says_what_was_expected(value):
    assert "a.json" in problem(value)


@pytest.mark.parametrize("data", [b'{"text": "a"', b'[{"text": ]', b'{"a":' * 100_000, b"[" * 100_000 + b"]"])
def test_broken_json_says_so(data):
    assert "JSON" in problem(data)


def test_fields_of_odd_types_do_no_harm():
    item = {"headline": 5, "body_text": "Мост открыт.", "byline": {"x": 1}, "located": [None, {"name": None}], "bodies": 7,
            "headlines": {"a": 1}, "versioncreated": 3, "language": ["ru"],
            "authors": "x", "renditions": 1, "source": []}  # fmt: skip
    assert only(item).text == "Мост открыт."


def test_a_composite_item_with_a_body_is_an_article():
    assert only({"type": "composite", "body_xhtml": "Мост открыт."}).text == "Мост открыт."


def test_a_body_may_be_nitf():
    content = "<body.content><p>Раз.</p><p>Два.</p></body.content>"
    nitf = f"<?xml version='1.0'?><nitf><head><title>Т</title></head><body>{content}</body></nitf>"
    other = {"contenttype": "application/xml", "value": "<X><P>Три.</P></X>"}
    plain = {"contenttype": "text/plain", "value": "Раз. Два."}
    assert only({"bodies": [other, plain, {"contenttype": "text/vnd.IPTC.NITF", "value": nitf}]}).text == "Раз.\n\nДва."
    assert only({"bodies": [other, plain, {"contenttype": "application/nitf+xml", "value": "<nitf"}]}).text == "Раз. Два."


def test_a_body_may_be_a_whole_page():
    page = "<html><head><title>Мост</title></head><body><article><h1>Мост</h1><p>Открыт.</p></article></body></html>"
    assert only({"headlines": [{"value": "Мост"}], "bodies": [{"contentType": "text/html", "value": page}]}).text == "Открыт."


def test_a_name_may_begin_with_an_elided_particle():
    assert only({"body_text": "Мост.", "by": "Anna Reed and Marco d'Este"}).authors == ("Anna Reed", "Marco d'Este")


def test_only_writers_are_authors():
    authors = [{"name": "Анна Рид", "role": "writer"}, {"name": "Олег Камень", "role": "photographer"}]
    assert only({"headline": "Мост", "body_html": "<p>Открыт.</p>", "authors": authors}).authors == ("Анна Рид",)


def test_json_in_other_encodings():
    item = json.dumps({"headline": "Мост", "body_text": "Мост открыт для движения."}, ensure_ascii=False)
    for encoding in ("utf-8-sig", "utf-16"):
        assert only(item.encode(encoding)).headline == "Мост"


PAGE = (
    "<html><head><title>Мост</title></head><body><article><h1>Мост открыли</h1>"
    + "<p>Мост через реку Каменку открыли в понедельник, сообщила администрация района.</p>" * 1
    + "<p>«Мы ждали этого семь лет», — сказал глава района Пётр Сомов жителям на открытии.</p></article></body></html>"
)


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "-"])
def test_a_record_may_hold_a_page(name):
    article = only({"id": "p", "html": PAGE, "headline": "Свой заголовок", "published": "2025-01-02", "other": 1}, name)
    assert "Мы ждали этого" in article.text
    assert "<p>" not in article.text
    assert (article.id, article.headline, article.published.isoformat()) == ("p", "Свой заголовок", "2025-01-02")


def test_the_text_of_a_record_goes_before_its_page():
    assert only({"text": "Текст.", "html": PAGE}).text == "Текст."


def test_one_bad_line_never_hides_the_rest():
    bad = [b"\xff\xfe\x00", "\u041c\u043e\u0441\u0442".encode("cp1251"), b"\0", b"[" * 100_000, b'{"text": "\x01"}', b"{",
           b"null", b'{"html": "<p></p>"}', b'{"text": 1}', b'{"id": 1' + b"0" * 5000 + b', "text": "a"}']  # fmt: skip
    good = json.dumps({"text": "Текст."}).encode()
    lines = [b"\xef\xbb\xbf" + good, *[line for one in bad for line in (one, good)]]
    found = read(b"\r\n".join(lines), "a.jsonl")
    assert [type(item) for item in found] == [Article, *[ReadError, Article] * len(bad)]
    assert [item.source for item in found if isinstance(item, ReadError)] == [
        f"a.jsonl:{2 * n}" for n in range(1, len(bad) + 1)
    ]


def test_half_a_character_in_a_record_does_no_harm():
    article = only(rb'{"id": "\ud83d", "text": "a\ud83d b \ud83d\ude00"}', "a.jsonl")
    assert (article.id, article.text) == ("\ufffd", "a\ufffd b \U0001f600")
    article = only(rb'{"uri": "\ud83d", "headline": "\udc00", "body_text": "a\ud83d", "source": "\ud83d"}')
    assert (article.id, article.headline, article.text, article.source) == ("\ufffd", "\ufffd", "a\ufffd", "\ufffd")


def test_json_lines_in_utf_16():
    data = '{"text": "Раз."}\n{"text": "Два."}\n'.encode("utf-16")
    assert [article.text for article in read(data, "a.jsonl")] == ["Раз.", "Два."]


def test_an_array_is_read_as_it_is_asked_for():
    """Errors are not kept: of millions of elements that are no articles each would cost memory."""
    data = b"[" + b"{}," * 50_000 + b'{"text": "a"}]'
    found = read_all(Source(name="a.json", data=data), Plugins(discover=False))
    first = next(found)
    tracemalloc.start()
    last = deque(found, maxlen=1).pop()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (str(first)[:9], last) == ("a.json#1:", Article(id="a.json#50001", text="a"))
    assert peak < 5_000_000


def test_pictures_in_a_long_array_are_passed_over():
    pictures = [{"type": "picture", "headline": "Мост"}] * 1000
    assert only([*pictures, {"headline": "Мост", "body_text": "Мост открыт."}]).id == "a.json#1001"
    assert "only picture;" in problem(pictures)
