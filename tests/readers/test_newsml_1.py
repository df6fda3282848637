"""NewsML 1.x."""

from datetime import date
from pathlib import Path

import pytest
from timing import assert_linear

import newsfacts
from newsfacts import ReadError, Source
from newsfacts.readers.newsml.newsml_1 import read_newsml_1

NESTED = Path(__file__).parent.parent / "fixtures" / "newsml-1" / "nested.xml"


def items(components, before=""):
    data = f"<NewsML><NewsItem>{before}<NewsComponent>{components}</NewsComponent></NewsItem></NewsML>"
    return list(read_newsml_1(Source(name="a.xml", data=data.encode())))


def test_components_within_components():
    lighthouse, russian, english = newsfacts.read(NESTED)
    assert lighthouse.text == "Маяк 1890 года передали музею.\n\n«Мы ждали этого», — сказал директор Фёдор Поморцев."
    assert (lighthouse.headline, lighthouse.source, lighthouse.language) == ("Маяк передали музею", "Север", "ru")
    assert lighthouse.id == "urn:newsml:sever.example:20240705:1:1"
    assert lighthouse.authors == ("Игорь Бакланов",)
    assert lighthouse.hints.dateline == "АРХАНГЕЛЬСК, 5 июл (Север)"
    assert lighthouse.hints.located == ("Архангельск",)
    assert lighthouse.published.isoformat() == "2024-07-05T10:00:00+03:00"
    assert lighthouse.modified.isoformat() == "2024-07-05T10:10:00+03:00"
    assert russian.text == "Паром отменён из-за шторма.\n\nРейсы возобновят утром.\n\nБилеты обменяют."
    assert (russian.headline, russian.language, russian.published) == ("Паром отменён", "ru", date(2024, 7, 5))
    assert russian.hints.dateline is None
    assert (english.headline, english.language) == ("Ferry cancelled", "en")
    assert english.text == "The ferry is cancelled.\nIt returns in the morning."
    assert russian.id != english.id


def test_pictures_alone_say_what_they_are():
    [error] = items('<ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>')
    assert isinstance(error, ReadError)
    assert "photo" in error.problem


def test_a_story_without_words_is_an_error():
    [error] = items("<NewsLines><HeadLine>Мост</HeadLine></NewsLines><ContentItem><DataContent/></ContentItem>")
    assert isinstance(error, ReadError)


def test_forms_of_the_same_text_are_one_text():
    content = "<ContentItem><DataContent>%s</DataContent></ContentItem>"
    [article] = items(content % "<p>Мост открыт.</p>" + content % "Мост открыт.")
    assert article.text == "Мост открыт."


def test_equivalents_are_one_text():
    part = "<NewsComponent><ContentItem><DataContent>Мост открыт.</DataContent></ContentItem></NewsComponent>"
    [article] = items(f'<NewsComponent EquivalentsList="yes">{part * 2}</NewsComponent>')
    assert article.text == "Мост открыт."


def test_the_headline_may_stand_in_the_content():
    head = "<body.head><hedline><hl1>Мост</hl1></hedline></body.head>"
    nitf = f"<nitf><body>{head}<body.content><p>Открыт.</p></body.content></body></nitf>"
    [article] = items(f"<ContentItem><DataContent>{nitf}</DataContent></ContentItem>")
    assert article.headline == "Мост"


@pytest.mark.once
def test_an_item_of_thousands_of_stories_takes_time_in_proportion():
    content = "<ContentItem><DataContent>Мост открыт.</DataContent></ContentItem>"
    story = f"<NewsComponent><NewsLines><HeadLine>Мост</HeadLine></NewsLines>{content}</NewsComponent>"
    metadata = "<AdministrativeMetadata><Provider><Party FormalName='Север'/></Provider></AdministrativeMetadata>"
    found = items(story * 20 + metadata)
    assert (len(found), {article.source for article in found}) == (20, {"Север"})
    assert_linear(items, lambda number: story * number + metadata, 150)


@pytest.mark.once
def test_a_document_of_thousands_of_items_takes_time_in_proportion():
    content = "<ContentItem><DataContent>Мост открыт.</DataContent></ContentItem>"
    item = f"<NewsItem><NewsComponent>{content}</NewsComponent></NewsItem>"
    sent = "<NewsEnvelope><DateAndTime>20240705T100000Z</DateAndTime></NewsEnvelope>"

    def found(number):
        return list(read_newsml_1(Source(name="a.xml", data=f"<NewsML>{sent}{item * number}</NewsML>".encode())))

    assert [article.id for article in found(20)] == [f"a.xml#{number}" for number in range(1, 21)]
    assert found(20)[-1].published.isoformat() == "2024-07-05T10:00:00+00:00"
    assert_linear(found, int, 150)
