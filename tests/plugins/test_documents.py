"""Which document a text named last, and by what name: its issuer's, or its own."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.documents import Documents
from newsfacts_quotes.extractor import word_lookup


def name_after(text, gender=None, plural=None):
    analysis = Analysis(Article(text=text, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])
    return Documents(analysis, word_lookup(RUSSIAN)).name_before(len(text), gender, plural)


# text, gender and number that the document must have, name, why
NAMED = [
    ("Цех стоит.", None, None, None, "none"),
    ("Жалоба готова.", None, None, "Жалоба", "the first word of a text"),
    ("Вышел отчёт. Вышел приказ.", None, None, "приказ", "the last of two"),
    ("Вышел отчёт, потом документ.", None, None, "отчёт", "not a noun that any document is called by"),
    ("Вышел отчёт. Цех стоит. Пора.", None, None, "отчёт", "two sentences before"),
    ("Вышел отчёт. Цех стоит. Пора. Рано.", None, None, None, "not three"),
    ("Вышла жалоба, за ней отчёт.", "Fem", False, "жалоба", "one of the gender that is meant"),
    ("Вышли жалобы, за ними отчёт.", None, True, "жалоба", "one of the number that is meant"),
    ("Вышла жалоба, за ней отчёты.", None, False, "жалоба", "… where that is one"),
    ("Вышел новый отчёт.", None, None, "новый отчёт", "with its adjective"),
    ("Вышел первый новый отчёт.", None, None, "первый новый отчёт", "with two"),
    ("Сторонники нового отчёт хвалят.", None, None, "отчёт", "not with another's"),
    ("Все хвалят отчёт.", None, None, "отчёт", "nor with a verb"),
    ("Вышел отчёт Ивана Орлова.", None, None, "Иван Орлов", "by the name of who wrote it"),
    ("Отчёт Иван Орлов читал.", None, None, "Отчёт", "not of who does something with it"),
    ("Вышел отчёт Google.", None, None, "Google", "by the name of a body, which may have no cases"),
    ("Вышла жалоба садоводов.", None, None, "садоводы", "by a noun for people"),
    ("Вышла жалоба старых садоводов.", None, None, "старые садоводы", "… with its adjective"),
    ("Вышла жалоба очень старых новых северных садоводов.", None, None, "жалоба", "… not far away"),
    ("Жалобу садовод писал день.", None, None, "Жалоба", "… that stands in the genitive"),
    ("Вышел отчёт года.", None, None, "отчёт", "not by a noun for a time"),
    ("Вышел отчёт новых.", None, None, "отчёт", "nor by an adjective without a noun"),
    ("Вышел отчёт", None, None, "отчёт", "at the end of the text"),
]


@pytest.mark.parametrize(("text", "gender", "plural", "name", "why"), NAMED, ids=[row[-1] for row in NAMED])
def test_the_document_that_was_named_last(text, gender, plural, name, why):
    assert name_after(text, gender, plural) == name, why
