"""Who is called what beside a name, as a role that stands alone is compared with."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.holders import Holders


def holders_of(text, language=RUSSIAN):
    analysis = Analysis(Article(text=text, language=language.code), language, [("names", newsfacts_recognize)])
    return Holders(analysis, word_lookup(language))


def titles_of(text, name):
    """The heads and the other words of what somebody is called."""
    return [(" ".join(sorted(t.heads)), " ".join(sorted(t.rest))) for t in holders_of(text).of(name)]


# text, name, titles as heads and the rest, why
TITLES = [
    ("Мэр Минска Иван Орлов ушёл.", "Иван Орлов", [("мэр", "минск")], "a noun before the name, with whose it is"),
    ("Новый мэр Минска Иван Орлов ушёл.", "Иван Орлов", [("мэр", "минск новый")], "… and of what sort"),
    ("Мэра Минска Ивана Орлова ждали.", "Иван Орлов", [("мэр", "минск")], "in the name's case"),
    ("Адвокат певицы Иван Орлов ушёл.", "Иван Орлов", [("адвокат", "певица")], "not a noun in another case"),
    ("Мать Орлова ушла.", "Орлов", [], "nor one in the nominative before a name that is not"),
    ("Актёр и режиссёр Иван Орлов ушёл.", "Иван Орлов", [("актер режиссер", "")], "two nouns with a conjunction"),
    ("Вчера врач тренер Иван Орлов ушёл.", "Иван Орлов", [("тренер", "")], "only one without"),
    ("Директор завода «Старый Север» Иван Орлов ушёл.", "Иван Орлов", [("директор", "завод")], "a quoted name between"),
    ("Директор «Общества охраны новых старых малых больших рек края» Иван Орлов ушёл.", "Иван Орлов", [], "not a long one"),
    (
        'Директор завода "Старый Север" Иван Орлов ушёл.',
        "Иван Орлов",
        [("директор", "завод")],
        "… in marks that open and close alike",
    ),
    ("Директор школы № 5 Иван Орлов ушёл.", "Иван Орлов", [("директор", "школа")], "a number between"),
    ("Представитель МВД Иван Орлов ушёл.", "Иван Орлов", [("представитель", "мвд")], "a body is no noun for a person"),
    ("Директор по связям Иван Орлов ушёл.", "Иван Орлов", [("директор", "по связь")], "a preposition between"),
    ("Директор, Иван Орлов и врач ушли.", "Иван Орлов", [], "no comma"),
    ("Вчера мэр Иван Орлов ушёл.", "Иван Орлов", [("мэр", "")], "nor an adverb before the noun"),
    ("Врач принял Элен Моро.", "Элен Моро", [], "nor a verb whose object is a name that does not decline"),
    (
        "Директор школы старого нового малого большого северного южного района города Иван Орлов ушёл.",
        "Иван Орлов",
        [],
        "nor more words than a title has",
    ),
    ("Директор уехал, а Иван Орлов остался.", "Иван Орлов", [], "nor a verb"),
    ("Решил директор. Орлов ушёл.", "Орлов", [], "nor the end of a sentence"),
    ("Мэр Пётр Белов и врач Иван Орлов ушли.", "Иван Орлов", [("врач", "")], "nor another name"),
    ("Врач Ивана Орлова ушёл.", "Иван Орлов", [], "whose doctor somebody is"),
    ("Врачу Ивана Орлова помогли.", "Иван Орлов", [], "… in two other cases"),
    ("Врачей Ивана Орлова ждали.", "Иван Орлов", [], "… who are several"),
    ("Мэра А. Орлова ждали.", "А. Орлов", [("мэр", "")], "an initial, which has no case"),
    ("Врачи Иван Орлов и Пётр Белов ушли.", "Иван Орлов", [], "nobody is several"),
    ("Заведующий отделением Иван Орлов ушёл.", "Иван Орлов", [("заведовать", "отделение")], "a participle for a noun"),
    ("Иван Орлов, мэр Минска, ушёл.", "Иван Орлов", [("мэр", "минск")], "an apposition"),
    ("Иван Орлов, новый мэр Минска, ушёл.", "Иван Орлов", [("мэр", "минск новый")], "… that begins with an adjective"),
    ("Иван Орлов — мэр Минска.", "Иван Орлов", [("мэр", "минск")], "… behind a dash"),
    ("Иван Орлов (мэр) ушёл.", "Иван Орлов", [("мэр", "")], "… in brackets"),
    ("В списке Иван Орлов; мэр и врач.", "Иван Орлов", [], "… behind no other mark"),
    ("Ушёл Иван Орлов", "Иван Орлов", [], "… nor at the end of the text"),
    ("Иван Орлов, мэр и врач, ушёл.", "Иван Орлов", [("мэр", "врач и")], "the first noun of an apposition"),
    ("Пришли Иван Орлов, директор музея Пётр Белов и врач.", "Иван Орлов", [], "the title of whoever is named next"),
    ("Иван Орлов, мэр ушёл.", "Иван Орлов", [], "not the subject of another clause"),
    ("Иван Орлов, мэра ждали.", "Иван Орлов", [], "not in another case"),
    ("Иван Орлов, вчера мэр, ушёл.", "Иван Орлов", [], "not behind an adverb"),
    ("Бывший мэр Иван Орлов ушёл.", "Иван Орлов", [], "not what somebody was"),
]


@pytest.mark.parametrize(("text", "name", "titles", "why"), TITLES, ids=[row[-1] for row in TITLES])
def test_what_somebody_is_called(text, name, titles, why):
    assert titles_of(text, name) == titles, why


def test_former_titles_are_known_as_such():
    holders = holders_of("Бывший мэр Иван Орлов ушёл. Врач Анна Белова осталась.")

    assert holders.is_former("Иван Орлов", "мэр")
    assert not holders.is_former("Анна Белова", "врач")
    assert holders.called(["мэр"], 0) == []


def test_places_hold_no_titles():
    assert holders_of("Ждали мэра Минска.").called(["мэр"], 0) == []


def test_the_nearest_on_both_sides_are_found_in_the_order_of_the_text():
    names = [
        "Анна Белова",
        "Вера Котова",
        "Инна Лосева",
        "Нина Орлова",
        "Ольга Рыкова",
        "Римма Сомова",
        "Юлия Чуева",
        "Яна Юдина",
    ]
    text = " ".join(f"Врач {name} ушла." for name in names)
    found = holders_of(text).called(["врач", "мэр"], text.index("Врач Ольга"))

    assert [title.holder.name for title in found] == names[1:7]


def test_somebody_beside_an_offset_is_called_so():
    text = "Врач Иван Орлов ушёл. " + "Завод стоит и ждёт. " * 5
    holders = holders_of(text)

    assert holders.is_beside("врач", 0)
    assert not holders.is_beside("мэр", 0)
    assert not holders.is_beside("врач", len(text))


def test_where_nothing_declines_every_word_before_a_name_is_what_somebody_is_called():
    (title,) = holders_of("Foreign Minister Anna Bell left.", ENGLISH).of("Anna Bell")

    assert {"foreign", "minister"} <= title.heads
