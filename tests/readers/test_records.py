"""Records: what they say of an article is read as everywhere else, and what is odd in it does not cost the article."""

import json

import pytest

from newsfacts import Article, ReadError, ReadWarning, Source
from newsfacts.plugins import Plugins
from newsfacts.reading import read_all

PAGE = (
    '<html lang="uk"><head><title>Мост</title></head><body><article><p>Мост через реку Каменку открыли в понедельник, сообщила '
    "администрация района.</p><p>«Мы ждали этого семь лет», — сказал глава района Пётр Сомов.</p></article></body></html>"
)


def read(record, name="a.jsonl"):
    data = record if isinstance(record, bytes) else json.dumps(record).encode()
    [found] = read_all(Source(name=name, data=data), Plugins(discover=False))
    return found


@pytest.mark.parametrize(
    ("tag", "text", "language", "hint"),
    [
        ("ru", "Мост открыт.", "ru", None),
        ("RU", "Мост открыт.", "ru", "RU"),
        ("ru_RU", "Мост открыт.", "ru", "ru_RU"),
        ("rus", "Мост открыт.", "ru", "rus"),
        ("Russian", "Мост открыт.", "ru", "Russian"),
        ("русский", "Мост открыт.", "ru", "русский"),
        ("en", "Мост открыт.", None, "en"),  # the letters contradict
        ("sah", "Күргэ арылынна.", "sah", None),
        ("x-elvish", "Мост открыт.", "x-elvish", None),
        ("und", "Мост открыт.", None, "und"),
        ("", "Мост открыт.", None, None),
        (None, "Мост открыт.", None, None),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_the_language_is_read_as_everywhere_else(tag, text, language, hint, name):
    article = read({"text": text, "language": tag}, name)
    assert (article.language, article.hints.language) == (language, hint)


@pytest.mark.parametrize("tag", ["klingon", "xx", "по-русски", "ru,en"])
@pytest.mark.parametrize("body", [{"text": "Мост открыт."}, {"html": PAGE}])
def test_an_unknown_language_is_an_error_that_says_what_to_give(tag, body):
    error = read({**body, "language": tag})
    assert isinstance(error, ReadError)
    assert f"its 'language' '{tag}' is no language" in str(error)
    assert "'ru-RU'" in str(error)


def test_the_language_of_a_record_goes_before_the_page_s():
    article = read({"html": PAGE, "language": "rus"})
    assert (article.language, article.hints.language) == ("ru", "rus")


@pytest.mark.parametrize(
    ("published", "read_as"),
    [
        ("2024-05-12", "2024-05-12"),
        ("2024-05-12T10:00", "2024-05-12T10:00:00"),  # a moment without a zone stays one
        ("2024-05-12T10:00:00+03:00", "2024-05-12T10:00:00+03:00"),
        ("Sun, 12 May 2024 10:00:00 +0300", "2024-05-12T10:00:00+03:00"),
        ("20240512T100000Z", "2024-05-12T10:00:00+00:00"),
        ("12.05.2024", "2024-05-12"),
        ("12.05.2024 10:00", "2024-05-12"),
        ("12 мая 2024", "2024-05-12"),
        ("May 12, 2024", "2024-05-12"),
        (1715497200, "2024-05-12T07:00:00+00:00"),
        (1715497200.25, "2024-05-12T07:00:00+00:00"),
        (1715497200000, "2024-05-12T07:00:00+00:00"),
        ("1715497200", "2024-05-12T07:00:00+00:00"),
        ("1012010212345", "2002-01-26T01:56:52+00:00"),  # milliseconds, though ISO 8601 could have such digits
    ],
)
def test_a_date_is_read_as_in_feeds(published, read_as):
    assert read({"text": "Мост.", "published": published}).published.isoformat() == read_as


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("", "''"),
        ("  ", "'  '"),
        ("0", "'0'"),
        ("12.13.2024", "'12.13.2024'"),
        ("вчера", "'вчера'"),
        ("2024-02-31", "'2024-02-31'"),
        ("\ud83d", r"'\\ud83d'"),
        (0, "0"),
        (20240512, "20240512"),
        (float("inf"), "inf"),
        (10**50, r"100000000000000000\.\.\.0000000000000000000"),
        (True, "True"),
        ({}, "{}"),
    ],
)
@pytest.mark.parametrize("body", [{"text": "Мост открыт."}, {"html": PAGE}])
def test_a_date_that_is_none_costs_a_warning_and_not_the_article(published, shown, body):
    with pytest.warns(
        ReadWarning, match=rf"^a\.jsonl:1: 'published' is {shown}, which is no ISO 8601 date; the article is read"
    ):
        article = read({**body, "published": published})
    assert isinstance(article, Article)
    assert article.published is None


def test_a_date_that_is_not_given_is_no_matter():
    assert read({"text": "Мост.", "published": None}).published is None


DEEP = ["[" * 900 + "]" * 900, '{"name":' * 900 + '"x"' + "}" * 900]


@pytest.mark.parametrize("value", DEEP, ids=["arrays", "objects"])
@pytest.mark.parametrize("key", ["id", "url", "headline", "language", "text", "html"])
def test_what_is_nested_deeply_is_an_article_or_an_error(key, value):
    found = read(f'{{"text": "Мост открыт.", "{key}": {value}}}'.encode())
    assert isinstance(found, ReadError) == (key != "id")
    assert len(str(found)) < 500


@pytest.mark.parametrize("value", DEEP, ids=["arrays", "objects"])
@pytest.mark.parametrize(
    "key", ["byline", "authors", "source", "infosources", "located", "headlines", "bodies", "renditions", "type", "uri"]
)
def test_what_is_nested_deeply_in_an_item_is_passed_over(key, value):
    item = f'{{"headline": "Мост", "body_text": "Мост открыт.", "{key}": {value}}}'
    assert read(item.encode(), "a.json").text == "Мост открыт."
