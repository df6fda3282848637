import pytest

from newsfacts import Article
from newsfacts.analysis import Analysis
from newsfacts.languages.ru import RUSSIAN


def sentences(text):
    analysis = Analysis(Article(text=text), RUSSIAN)
    return [text[s.start : s.end] for s in analysis.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Раз. Два! Три? Четыре…", ["Раз.", "Два!", "Три?", "Четыре…"]),
        ("Это сказал В. В. Иванов. Он ушёл.", ["Это сказал В. В. Иванов.", "Он ушёл."]),
        ("Цена — 5 млн руб. Об этом сообщил завод.", ["Цена — 5 млн руб.", "Об этом сообщил завод."]),
        ("Цена — 5 тыс. 300 руб. за тонну.", ["Цена — 5 тыс. 300 руб. за тонну."]),
        ("Закон принят в 2010 г. Он действует.", ["Закон принят в 2010 г.", "Он действует."]),
        ("Завод им. Ленина стоит на ул. Мира.", ["Завод им. Ленина стоит на ул. Мира."]),
        ('"Мы едем. Мы уже близко", - сказал он. Все ждали.', ['"Мы едем. Мы уже близко", - сказал он.', "Все ждали."]),
        ("Заголовок\nТекст.", ["Заголовок", "Текст."]),
        ("Строка, что\n   продолжается. Конец.", ["Строка, что\n   продолжается.", "Конец."]),
        ("Версия 2.0 вышла.", ["Версия 2.0 вышла."]),
        ('Завод купили."Это успех", — сказал он.', ["Завод купили.", '"Это успех", — сказал он.']),
        ("    Глава завода\n    Иван Орлов ушёл.", ["Глава завода\n    Иван Орлов ушёл."]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


def test_tokens_keep_hyphens_decimals_and_signs():
    analysis = Analysis(Article(text="Вице-премьер: 11-го, 2,5 млн ($3)."), RUSSIAN)
    assert [t.text for t in analysis.tokens] == ["Вице-премьер", ":", "11-го", ",", "2,5", "млн", "(", "$", "3", ")", "."]


def test_sentence_at_an_offset():
    analysis = Analysis(Article(text="Раз. Два."), RUSSIAN)
    assert [analysis.sentence_at(offset).start for offset in (0, 3, 5, 8)] == [0, 0, 5, 5]
