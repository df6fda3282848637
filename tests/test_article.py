from datetime import date, datetime

import pytest

from newsfacts import Article, Hints, extract


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"published": "2025-09-29"}, date(2025, 9, 29)),
        ({"published": "2025-09-29T23:30:00+03:00"}, date(2025, 9, 29)),
        ({"published": date(2025, 9, 29), "url": "https://example.org/2024/01/02/a"}, date(2025, 9, 29)),
        ({"url": "https://example.org/20250929/a-2045075742.html"}, date(2025, 9, 29)),
        ({"url": "https://example.org/2025/09/29/a"}, date(2025, 9, 29)),
        ({"url": "https://example.org/news/2045075742"}, None),
        ({"url": "https://example.org/20250231/a"}, None),
        ({}, None),
    ],
)
def test_day_of_publication_from_the_field_or_else_the_address(fields, day):
    assert Article(text="…", **fields).dated == day


def test_published_keeps_the_moment():
    assert Article(text="…", published="2025-09-29T10:00:00+03:00").published == datetime.fromisoformat(
        "2025-09-29T10:00:00+03:00"
    )


def test_published_that_is_no_date_is_refused():
    with pytest.raises(ValueError, match="29"):
        Article(text="…", published="29 сентября")


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("ru", "ru"),
        ("RU", "ru"),
        ("ru-RU", "ru"),
        ("ru_RU.UTF-8", "ru"),
        ("rus", "ru"),
        ("ger", "de"),
        ("Russian", "ru"),
        ("RUSSIAN", "ru"),
        ("русский", "ru"),
        (" Русский язык ", "ru"),
        ("Russian (Russia)", "ru"),
        ("Russian_Russia.1251", "ru"),
        ("ru-Cyrl-RU", "ru"),
        ("English", "en"),
        ("Deutsch", "de"),
        ("Church Slavic", "cu"),
        ("", None),
        ("und", None),
    ],
)
def test_a_language_tag_becomes_its_code(tag, code):
    assert Article(text="…", language=tag).language == code


@pytest.mark.parametrize("tag", ["klingon", "xx", "r", "по-русски", "ru, en", "en/ru", "Russian and English"])
def test_a_language_that_nobody_knows_is_refused(tag):
    with pytest.raises(ValueError, match=f"{tag}.*'ru-RU'"):
        extract("Мост открыт.", language=tag)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": None}, "'text' must be"),
        ({"id": 5}, "'id' must be"),
        ({"url": b"x"}, "'url' must be"),
        ({"headline": 5}, "'headline' must be"),
        ({"source": 5}, "'source' must be"),
        ({"published": 5}, "'published' must be"),
        ({"modified": 5}, "'modified' must be"),
        ({"language": 5}, "'language' must be"),
        ({"hints": None}, "'hints' must be"),
        ({"authors": "Анна Ким"}, r"did you mean \('Анна Ким',\)"),
        ({"authors": ["Анна Ким", 5]}, "'authors' must be"),
    ],
)
def test_a_value_of_another_type_is_refused_with_the_field_s_name(fields, words):
    with pytest.raises(TypeError, match=words):
        Article(**{"text": "…"} | fields)


def test_halves_of_characters_are_replaced_one_by_one():
    half = "a\ud83db\udcff"
    hints = Hints(headline=half, language=half, dateline=half, located=[half])
    article = Article(text=half, id=half, url=half, headline=half, source=half, authors=[half], hints=hints)
    strings = [article.text, article.id, article.url, article.headline, article.source, *article.authors]
    strings += [hints.headline, hints.language, hints.dateline, *hints.located]
    assert strings == ["a\ufffdb\ufffd"] * 10
    assert Article(text="", url=half).id == "a\ufffdb\ufffd"


@pytest.mark.parametrize("published", ["9999-12-31", "9999-12-31T23:59:59-12:00", "0001-01-01", "0001-01-01T00:00:00+14:00"])
def test_the_first_and_the_last_day_are_days_like_others(published):
    for day in ("31 дек", "1 янв", "29 фев"):
        result = extract(f"МИНСК, {day} – РИА Новости. Завод купили за два миллиарда рублей.", published=published)
        assert result.failures == ()
        assert result.dateline.date
        assert result.to_json()
