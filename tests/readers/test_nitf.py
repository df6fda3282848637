"""NITF 3.x."""

from datetime import date
from pathlib import Path

import pytest

from newsfacts import ReadError, Source, read_one
from newsfacts.readers.newsml.nitf import read_nitf

ARTICLE = Path(__file__).parent.parent / "fixtures" / "nitf" / "article.xml"


def nitf(body_head="", content="<p>Мост открыт.</p>", head="", attributes=""):
    data = (
        f"<nitf {attributes}><head>{head}</head><body><body.head>{body_head}</body.head>"
        f"<body.content>{content}</body.content><body.end><tagline>Конец</tagline></body.end></body></nitf>"
    )
    return read_nitf(Source(name="a.xml", data=data.encode()))


def test_an_article():
    article = read_one(ARTICLE)
    assert article.text == (
        "НАРЬЯН-МАР, 4\u00a0дек. Лёд на Печоре встал на 10 дней раньше — так сказал Иван Хатанзейский.\n\nПереправа\n\n"
        "Её стоимость 3 млн рублей.\n\nЛёд крепкий.\n\nСлужба переправ\n\nМесто\tЛёд\n\nУстье\t20 см\n\n"
        "“Ждём морозов”, добавил он.\nВетер слабый."
    )
    assert (article.headline, article.hints.headline) == ("Лёд на Печоре встал раньше срока", "Лёд на реке")
    assert (article.id, article.url) == ("polus-77", "https://polus.example/77")
    assert article.source == 'Агентство "Полюс"'
    assert article.authors == ("Степан Ледков",)
    assert article.published.isoformat() == "2023-12-04T09:15:00+03:00"
    assert (article.language, article.hints.language) == ("ru", "ru-RU")
    assert article.hints.dateline == "Нарьян-Мар, Россия"
    assert article.hints.located == ("Нарьян-Мар", "Россия")


def test_the_date_of_the_document_type_is_not_the_article_s():
    assert nitf(attributes='change.date="October 18, 2006" change.time="19:30"').published is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<docdata><date.release norm="20250102"/></docdata>', date(2025, 1, 2)),
        ('<docdata><date.issue norm="20250101"/><date.release norm="20250102"/></docdata>', date(2025, 1, 1)),
        ('<docdata><date.issue norm=""/></docdata><pubdata date.publication="20250103T101500"/>', date(2025, 1, 3)),
    ],
)
def test_dates(head, expected):
    assert nitf(head=head).published == expected


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<byline>By ANN REED<byttl>Harbour Wire Writer</byttl></byline>", ("Ann Reed",)),
        ("<byline>gr/bp</byline>", ()),
        ("<byline><person>Ann Reed</person> and <person>Bob Stone</person></byline>", ("Ann Reed", "Bob Stone")),
        ("<byline>Анна Рид</byline><byline>Олег Камень</byline>", ("Анна Рид", "Олег Камень")),
    ],
)
def test_bylines(byline, authors):
    assert nitf(byline).authors == authors


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        ("<dateline/>", None),
        ('<dateline><story.date norm="20250101T000000Z">20250101T000000Z</story.date></dateline>', None),
        ("<dateline><location>BERGEN</location> <story.date>Jan 1</story.date></dateline>", "BERGEN Jan 1"),
        ("<dateline>Oslo</dateline>", "Oslo"),
    ],
)
def test_datelines(dateline, expected):
    assert nitf(dateline).hints.dateline == expected


def test_the_place_of_the_event_is_not_where_the_article_was_made():
    assert nitf(head='<docdata><evloc city="Rome"/></docdata>').hints.located == ()


def test_the_abstract_is_the_text_only_where_there_is_no_other():
    abstract = "<abstract><p>Коротко.</p></abstract>"
    assert nitf(abstract).text == "Мост открыт."
    assert nitf(abstract, content="").text == "Коротко."


def test_no_text_is_an_error():
    with pytest.raises(ReadError, match=r"a\.xml: holds no text"):
        nitf(content="<media><media-caption>Мост</media-caption></media>")


def test_the_words_around_a_title_in_a_byline_stay():
    byline = "<byline>By Anna <b>Reed <byttl>Staff <i>writer</i></byttl></b> and Tom Oak</byline>"
    document = f"<nitf><body><body.head>{byline}</body.head><body.content><p>Text.</p></body.content></body></nitf>"
    assert read_nitf(Source(name="a.xml", data=document.encode())).authors == ("Anna Reed", "Tom Oak")
