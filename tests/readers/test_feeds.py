"""RSS, Atom and the export of WordPress."""

from datetime import UTC, date, datetime
from html import escape
from pathlib import Path

import pytest
from timing import assert_linear

import newsfacts
from newsfacts import Article, ReadError, Source
from newsfacts.readers.feeds import read_feed

FEEDS = Path(__file__).parent.parent / "fixtures" / "feeds"


def feed(items, attributes=""):
    data = f'<rss version="2.0" {attributes}><channel><title>T</title>{items}</channel></rss>'
    return list(read_feed(Source(name="feed", data=data.encode())))


def only(items, attributes=""):
    [article] = feed(items, attributes)
    assert isinstance(article, Article), article
    return article


def test_rss():
    bridge, bus, error, market = newsfacts.read(FEEDS / "rss.xml")
    assert bridge == Article(
        id="vestnik-4711",
        url="https://vestnik.example/2025/09/29/most/",
        headline='Мост через Каменку откроют "до снега"',
        published="2025-09-29T10:05:00+03:00",
        language="ru",
        source="Вестник Приозёрья",
        authors=["Мария Лугова"],
        hints=newsfacts.Hints(language="ru-RU"),
        text="ПРИОЗЁРЬЕ, 29 сен – Вестник. Мост через Каменку откроют до снега.\n\n"
        "«Осталось уложить асфальт»,\u00a0— сказал прораб Пётр Сомов.\n\nдлина 120 м\n\nцена 40\u00a0млн рублей",
    )
    assert (bus.url, bus.source, bus.authors) == (bus.id, "Районная газета", ("Олег Синицын",))
    assert bus.published.isoformat() == "2025-09-28T18:40:00+03:00"
    assert bus.text == "Школа получила автобус.\n\nОн вмещает 22 ученика."
    assert isinstance(error, ReadError)
    assert error.source.endswith("rss.xml#3")
    assert "no text" in error.problem
    assert (market.headline, market.text) == ("Рынок & ярмарка", "Рынок закрыт на ремонт.\nЯрмарка работает.")
    assert market.published == datetime(2025, 9, 26, 8, tzinfo=UTC)


def test_atom():
    ferry, russian, tides = newsfacts.read(FEEDS / "atom.xml")
    assert (ferry.id, ferry.url) == ("tag:gazette.example,2025:1", "https://gazette.example/news/ferry")
    assert (ferry.headline, ferry.text) == ("Ferry returns to service", "The ferry is back.\n\nIt sails\ntwice a day.")
    assert (ferry.authors, ferry.source, ferry.language) == (("Tom Okafor",), "Harbour Gazette", "en")
    assert ferry.modified == datetime(2025, 3, 1, 9, tzinfo=UTC)
    assert (russian.language, russian.text, russian.modified) == ("ru", "Паром вернулся на линию.", None)
    assert russian.authors == ("Nora Field",)
    assert tides.text == "High water at noon, says R&D."


def test_rss_1_in_windows_1251():
    [article] = newsfacts.read(FEEDS / "rdf.xml")
    assert (article.headline, article.source, article.language) == ("Пекарня переехала", "Листок", "ru")
    assert article.authors == ("Анна Пирогова",)
    assert article.published.isoformat() == "2025-05-06T12:00:00+03:00"


def test_wordpress():
    [article] = newsfacts.read(FEEDS / "wordpress.xml")
    assert article.text == "Каток залили за ночь.\n\nВход свободный.\nКоньки выдают с 10:00."
    assert article.authors == ()
    assert article.published == datetime(2024, 12, 3, 5, tzinfo=UTC)


def test_an_atom_entry_may_stand_alone():
    data = '<entry xmlns="http://www.w3.org/2005/Atom"><title>Паром</title><content>Паром вернулся.</content></entry>'
    [article] = read_feed(Source(name="e", data=data.encode()))
    assert (article.id, article.headline, article.text) == ("e#1", "Паром", "Паром вернулся.")


@pytest.mark.parametrize("end", ["", "</item", "</item></wrong></channel></rss>"])
def test_a_broken_feed_gives_what_stands_before_the_break(end):
    data = "<rss><channel><title>T</title><item><description>Раз.</description></item><item><description>Два." + end
    first, error = read_feed(Source(name="feed", data=data.encode()))
    assert first.text == "Раз."
    assert isinstance(error, ReadError)
    assert error.source == "feed"
    assert "after 1 whole" in error.problem


def test_a_feed_that_is_cut_within_a_character():
    data = "<rss><channel><item><description>Раз.</description></item><item><title>Два".encode()[:-1]
    first, error = read_feed(Source(name="feed", data=data))
    assert (first.text, type(error)) == ("Раз.", ReadError)


def test_a_feed_without_entries():
    with pytest.raises(ReadError, match="without entries"):
        feed("")


def test_a_summary_of_wordpress_is_not_the_whole_text():
    item = "<item><e:encoded>Коротко</e:encoded><c:encoded>&lt;p&gt;Целиком&lt;/p&gt;</c:encoded></item>"
    spaces = 'xmlns:e="http://wordpress.org/export/1.2/excerpt/" xmlns:c="http://purl.org/rss/1.0/modules/content/"'
    assert only(item, spaces).text == "Целиком"


def test_the_whole_text_of_yandex_without_its_header():
    content = escape("<header><h1>Мост</h1></header><p>Мост открыт.</p>")
    assert (
        only(f"<item><turbo:content>{content}</turbo:content></item>", 'xmlns:turbo="http://turbo.yandex.ru"').text
        == "Мост открыт."
    )
    assert only("<item><title>М</title><yandex:full-text>Целиком.</yandex:full-text></item>").text == "Целиком."


@pytest.mark.parametrize("times", [1, 2, 3, 4])
@pytest.mark.parametrize("name", ["description", "content:encoded", "content"])
@pytest.mark.parametrize(
    "html",
    [
        "<p>Мост &laquo;Белый&raquo; открыт.</p><p>Паром отменён.</p>",
        "Мост «Белый» открыт.<br /><br />Паром отменён.",
        '<img src="a.jpg" alt="Мост"> Мост «Белый» открыт.<br><br>Паром отменён.',
        '<div class="text">\n<p>Мост «Белый» открыт.</p>\n<p>Паром отменён.</p></div>',
    ],
)
def test_html_that_was_escaped_too_often_is_html(html, name, times):
    for _ in range(times):
        html = escape(html)
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    assert only(f"<item><{name}>{html}</{name}></item>", spaces).text == "Мост «Белый» открыт.\n\nПаром отменён."


def test_html_that_was_escaped_within_html_is_html():
    html = escape(f"<div>{escape('<p>Мост открыт.</p><p>Паром отменён.</p>')}</div>")
    assert only(f"<item><description>{html}</description></item>").text == "Мост открыт.\n\nПаром отменён."


@pytest.mark.parametrize("text", ["Тег <p> начинает абзац.", "В <body> стоит текст, 2 < 3."])
def test_a_tag_in_words_about_it_is_text(text):
    html = escape(f"<p>{escape(text)}</p>")
    assert only(f"<item><description>{html}</description></item>").text == text


@pytest.mark.parametrize(
    "space", ["", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "https://www.w3.org/2005/atom/", "urn:own"]
)
def test_atom_in_whatever_namespace(space):
    content = "<content type='html'>&lt;p&gt;Мост открыт.&lt;/p&gt;</content>"
    entry = f"<entry><title>Мост</title><summary>Коротко.</summary>{content}</entry>"
    [article] = read_feed(Source(name="a.xml", data=f"<feed xmlns='{space}'><title>Т</title>{entry}</feed>".encode()))
    assert (article.text, article.headline, article.source) == ("Мост открыт.", "Мост", "Т")


def test_lines_that_were_only_wrapped_are_joined():
    assert only("<item><description>Мост открыт\n    для машин.\n\n  Паром отменён.</description></item>").text == (
        "Мост открыт для машин.\n\nПаром отменён."
    )


def test_a_body_does_not_repeat_the_headline():
    content = escape("<h1>Мост  открыт</h1><p>Утром.</p>")
    assert only(f"<item><title>Мост открыт</title><description>{content}</description></item>").text == "Утром."


def test_a_declared_language_that_the_letters_contradict_is_only_a_hint():
    article = only("<language>en-us</language><item><description>Мост открыт для машин.</description></item>")
    assert (article.language, article.hints.language) == (None, "en-us")


def test_a_day_without_a_zone_is_a_day():
    article = only("<item><pubDate>2025-09-29 10:00:00</pubDate><description>Мост открыт.</description></item>")
    assert article.published == date(2025, 9, 29)


def test_a_desk_is_no_author():
    article = only(
        "<item><author>news@example.org</author><dc:creator>Редакция</dc:creator><description>Мост.</description></item>"
    )
    assert article.authors == ()


def test_the_title_of_a_picture_is_not_the_entry_s():
    spaces = 'xmlns:media="http://search.yahoo.com/mrss/"'
    item = "<item><media:title>Снимок</media:title><title>Мост</title><description>Открыт.</description></item>"
    assert only(item, spaces).headline == "Мост"


def test_a_broken_address_does_no_harm():
    item = "<item><link>http://[x/1</link><description>Мост.</description></item>"
    assert only(f"<link>https://site.example/</link>{item}").url == "http://[x/1"


@pytest.mark.once
def test_a_long_feed_takes_time_in_proportion():
    item = "<item><description>Мост открыт.</description></item>"
    assert len(feed(item * 20)) == 20
    assert_linear(feed, lambda number: item * number, 150)


@pytest.mark.slow
@pytest.mark.once
def test_the_authors_of_a_feed_are_not_read_for_each_entry():
    entry = "<entry><title>T</title><summary>The bridge is open.</summary></entry>"

    def found(number):
        authors = "".join(f"<author><name>Anna Reed</name><uri>{n}</uri></author>" for n in range(number))
        return list(read_feed(Source(name="a.xml", data=f"<feed>{authors}{entry * number}</feed>".encode())))

    assert [article.authors for article in found(20)] == [("Anna Reed",)] * 20
    assert_linear(found, int, 150)


@pytest.mark.once
def test_an_entry_with_thousands_of_attributes():
    def found(number):
        attributes = " ".join(f"a{n}='x'" for n in range(number))
        return only(f"<item {attributes}><description>Мост открыт.</description></item>")

    assert found(50_000).text == "Мост открыт."
    assert_linear(found, int, 2_000)
