import pytest

from newsfacts import Article
from newsfacts.analysis import Analysis
from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN


def sentences(text, language=RUSSIAN):
    analysis = Analysis(Article(text=text), language)
    return [text[s.start : s.end] for s in analysis.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Раз. Два! Три? Четыре…", ["Раз.", "Два!", "Три?", "Четыре…"]),
        ("Это сказал В. В. Иванов. Он ушёл.", ["Это сказал В. В. Иванов.", "Он ушёл."]),
        ("Это сказал В.В. Гость. Он ушёл.", ["Это сказал В.В. Гость.", "Он ушёл."]),
        ("Выросли бумаги K.L. Baxter. Рынок закрыт.", ["Выросли бумаги K.L. Baxter.", "Рынок закрыт."]),
        ("Сотрудник Гость В.В. Он ушёл.", ["Сотрудник Гость В.В.", "Он ушёл."]),
        ("Он поселился в St. Ives надолго.", ["Он поселился в St. Ives надолго."]),
        ("Завод стоит 5 тыс. руб. Он закрыт.", ["Завод стоит 5 тыс. руб.", "Он закрыт."]),
        ("Цена — 5 млн руб. Об этом сообщил завод.", ["Цена — 5 млн руб.", "Об этом сообщил завод."]),
        ("Цена — 5 тыс. 300 руб. за тонну.", ["Цена — 5 тыс. 300 руб. за тонну."]),
        ("Закон принят в 2010 г. Он действует.", ["Закон принят в 2010 г.", "Он действует."]),
        ("Завод им. Ленина стоит на ул. Мира.", ["Завод им. Ленина стоит на ул. Мира."]),
        ('"Мы едем. Мы уже близко", - сказал он. Все ждали.', ['"Мы едем. Мы уже близко", - сказал он.', "Все ждали."]),
        ("Заголовок\nТекст.", ["Заголовок", "Текст."]),
        ("Строка, что\n   продолжается. Конец.", ["Строка, что\n   продолжается.", "Конец."]),
        ("Версия 2.0 вышла.", ["Версия 2.0 вышла."]),
        ("Ветер до 15 м/с. Снега нет.", ["Ветер до 15 м/с.", "Снега нет."]),
        ("Дома в с. Новом сгорели.", ["Дома в с. Новом сгорели."]),
        ('Завод купили."Это успех", — сказал он.', ["Завод купили.", '"Это успех", — сказал он.']),
        ("    Глава завода\n    Иван Орлов ушёл.", ["Глава завода\n    Иван Орлов ушёл."]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Sens. Amy Poole and Lee met Gov. Hay.", 1, "titles before names"),
        ("Lt. Gov. Dana Hill and Maj. Gen. Roy Cole spoke.", 1, "two titles in a row"),
        ("GOV. HILL WINS", 1, "a title in a headline"),
        ("J. K. Moss met George H.W. Lane and C.D. Roe.", 1, "initials with and without space between"),
        ("The U.S. Senate and the U.N. Security Council agreed.", 1, "an abbreviation before a name"),
        ("They left the U.S. The talks went on.", 2, "the same before a word that begins a sentence"),
        ("She works for Alder Inc. She likes it.", 2, "a company's abbreviation at the end of a sentence"),
        ("It ends at 9 p.m. Eastern time.", 1, "a time of day within a sentence"),
        ("It ended at 9 p.m. They went home.", 2, "a time of day at its end"),
        ("The No. 4 train stopped on Feb. 12 in Salem, Ore. (AP) — again.", 1, "numbers, months and states"),
        ("He fell ill. Mary said no. Paul left.", 3, "words that are abbreviations with a capital only"),
        ("The case is Ashby v. Cole.", 1, "a lawsuit"),
        ("The choir sang in C. The crowd rose.", 2, "a letter that is no initial"),
        ("George A. Ray and A. J. Moss left.", 1, "an initial that is an article's letter"),
        ("He left the U.S. “It was time,” he said.", 2, "a mark before the word that begins a sentence"),
        ('"We will win. We always do," Mr. Hay said. All rose.', 2, "stops within marks"),
        ("“It is over.” The crowd left.", 2, "a stop before the closing mark"),
        ("``It is over. Go home.'' The crowd left.", 2, "doubled marks"),
        ("Donors gave $4.5 million. Voters did not.", 2, "a number with a point"),
    ],
)
def test_english_sentences(text, expected, why):
    assert len(sentences(text, ENGLISH)) == expected, (why, sentences(text, ENGLISH))


WRAPPED = """Ferry service to resume after the storm, operator says
By Ada Quill, Harbour News =
Lerwick (HN) - The ferry between the two islands will sail again on
Monday after a week in port, the head of the line, Captain Robert
Sinclair, told reporters at the pier of the old town on Wednesday, and
the mayor agreed. Twelve boats had been damaged by the wind and by the
waves that the storm brought.
"We shall sail as soon as the sea allows, and not a minute later,"
Sinclair said. "It is our job."
The storm was the worst in nineteen years, according to the office
in Bergen, which measures the wind.
Photo - harbour.example/pictures/2024/11/the-ferry-in-the-old-port.jpg
Chart - harbour.example/pictures/2024/11/the-way-of-the-storm-2024.png
"""


def test_lines_of_a_hard_wrapped_text_are_joined():
    analysis = Analysis(Article(text=WRAPPED), ENGLISH)
    paragraphs = [" ".join(WRAPPED[p.start : p.end].split()) for p in analysis.paragraphs]
    assert [(words[:12], words[-9:]) for words in paragraphs] == [
        ("Ferry servic", "ator says"),
        ("By Ada Quill", "ur News ="),
        ("Lerwick (HN)", " brought."),
        ('"We shall sa', 'our job."'),
        ("The storm wa", "the wind."),
        ("Photo - harb", "-port.jpg"),
        ("Chart - harb", "-2024.png"),
    ]


def test_lines_of_a_text_that_is_not_wrapped_stand_alone():
    lines = [
        "Rovers beat the champions of the north by two goals",
        "United drew with the team from the capital at last",
        "Town lost",
    ]
    analysis = Analysis(Article(text="\n".join(lines)), ENGLISH)
    assert len(analysis.paragraphs) == 3


def test_tokens_keep_hyphens_decimals_and_signs():
    analysis = Analysis(Article(text="Вице-премьер: 11-го, 2,5 млн ($3)."), RUSSIAN)
    assert [t.text for t in analysis.tokens] == ["Вице-премьер", ":", "11-го", ",", "2,5", "млн", "(", "$", "3", ")", "."]


def test_sentence_at_an_offset():
    analysis = Analysis(Article(text="Раз. Два."), RUSSIAN)
    assert [analysis.sentence_at(offset).start for offset in (0, 3, 5, 8)] == [0, 0, 5, 5]
