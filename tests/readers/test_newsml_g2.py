"""NewsML-G2."""

from datetime import datetime
from pathlib import Path

import pytest
from timing import assert_linear

import newsfacts
from newsfacts import Article, ReadError, Source
from newsfacts.readers.newsml.newsml_g2 import read_newsml_g2

MESSAGE = Path(__file__).parent.parent / "fixtures" / "newsml-g2" / "message.xml"


def items(content, meta="", wrapper="%s", kind="ninat:text"):
    item = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g" xml:lang="en"><itemMeta>'
        f'<itemClass qcode="{kind}"/></itemMeta><contentMeta>{meta}</contentMeta><contentSet>{content}</contentSet></newsItem>'
    )
    return list(read_newsml_g2(Source(name="a.xml", data=(wrapper % item).encode())))


def only(content, meta=""):
    [article] = items(content, meta)
    assert isinstance(article, Article), article
    return article


PLAIN = "<inlineData>The ferry is back.</inlineData>"


def test_a_message_with_several_items():
    museum, second, error, nitf = newsfacts.read(MESSAGE)
    assert museum == Article(
        id="urn:agentstvo:1",
        headline="Музей кружева обновили",
        published=datetime.fromisoformat("2025-02-11T10:00:00+03:00"),
        modified=datetime.fromisoformat("2025-02-11T11:30:00+03:00"),
        language="ru",
        source="Северное агентство",
        authors=["Вера Кружилина", "Олег Петлин"],
        hints=newsfacts.Hints(
            language="ru-RU", dateline="ВОЛОГДА, 11 фев /СА/", located=["Вологда", "Вологодская область", "Россия"]
        ),
        text="ВОЛОГДА, 11 фев /СА/ - Музей кружева открылся после ремонта.\n\nЧто нового\n\nЗалы\t7\n\nОкна\t12\n\n"
        "Билет стоит 300\u00a0рублей.",
    )
    assert (second.text, second.headline, second.source) == ("Первая строка.\n\nВторая & последняя.", "Второй текст", "СА")
    assert second.hints.dateline is None
    assert second.published.isoformat() == "2025-02-11T12:00:00+03:00"
    assert isinstance(error, ReadError)
    assert "message.xml#4" in error.source
    assert (nitf.text, nitf.headline, nitf.language, nitf.source) == ("Lace is back.", "Lace again", "en", "XYZ")


def test_an_item_may_stand_alone():
    assert only(PLAIN).text == "The ferry is back."


@pytest.mark.parametrize("kind", ["ninat:picture", "icls:video", "http://cv.iptc.org/newscodes/ninature/graphic"])
def test_a_package_of_pictures_says_what_it_is(kind):
    [error] = items("<inlineXML><p>Caption</p></inlineXML>", kind=kind)
    assert isinstance(error, ReadError)
    assert kind.rpartition(":")[2].rpartition("/")[2] in error.problem


def test_a_package_of_references_says_so():
    groups = '<groupSet><group><itemRef residref="x"/></group></groupSet>'
    data = f'<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/">{groups}</packageItem>'
    [error] = read_newsml_g2(Source(name="p.xml", data=data.encode()))
    assert "references" in error.problem


def test_what_is_no_headline_is_none():
    meta = '<headline role="hld:subHeadline">Sub</headline><headline>Main</headline><headline xml:lang="de">Haupt</headline>'
    assert only(PLAIN, meta).headline == "Main"
    assert only(PLAIN, '<language tag="de"/>' + meta).headline == "Haupt"


@pytest.mark.parametrize("stamp", ["", "2018-01-03 20:13:08\n GMT+00:00", "20180103", "4/4/2018", "January 21"])
def test_a_dateline_that_only_says_when_is_no_hint(stamp):
    assert only(PLAIN, f"<dateline>{stamp}</dateline>").hints.dateline is None


def test_sources_are_no_authors():
    meta = '<creator literal="Sports Data"/><infoSource literal="Sports Data"/>'
    assert only(PLAIN, meta).authors == ()
    assert only(PLAIN, "<by>By ANN REED</by><creator><name>Bob Stone</name></creator>").authors == ("Ann Reed",)
    assert only(PLAIN, "<creator><name>Bob Stone</name></creator>").authors == ("Bob Stone",)


def test_html_in_text_is_html_whatever_is_declared():
    content = '<inlineData contenttype="text/plain">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</inlineData>'
    assert only(content).text == "One.\n\nTwo."


def test_the_first_rendition_with_words_is_the_body():
    content = '<inlineXML><!-- nothing --></inlineXML><inlineData contenttype="image/png" encoding="base64">eHh4</inlineData>'
    text = '<inlineData contenttype="text/plain" encoding="base64">0JzQvtGB0YIg0L7RgtC60YDRi9GCLg==</inlineData>'
    assert only(content + text).text == "Мост открыт."
    [error] = items(content)
    assert isinstance(error, ReadError)


def test_places_are_named_by_name_or_literal_not_by_code():
    meta = '<located type="cptype:city" literal="Rome"/><located qcode="iso:IT"><name role="nrol:mnemonic">ITA</name></located>'
    assert only(PLAIN, meta).hints.located == ("Rome",)


@pytest.mark.once
def test_a_message_of_thousands_of_items_takes_time_in_proportion():
    item = '<newsItem guid="g"><contentSet><inlineData>Мост открыт.</inlineData></contentSet></newsItem>'

    def found(number):
        data = f"<newsMessage><header><sent>2024-07-05T10:00:00Z</sent></header>{item * number}</newsMessage>"
        return list(read_newsml_g2(Source(name="a.xml", data=data.encode())))

    assert [article.published.isoformat() for article in found(20)] == ["2024-07-05T10:00:00+00:00"] * 20
    assert_linear(found, int, 150)
