"""Which paragraphs are turns of a transcript, and whose name a label is."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.turns import find_turns, has_verb, labelled

WORDS = word_lookup(RUSSIAN)


def analysis_of(text):
    return Analysis(Article(text=text, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])


def turns_of(text):
    """Of each line «!» where it is a turn of somebody who is known, «?» where it is a questioner's, «.» where it is none."""
    turns = find_turns(analysis_of(text), WORDS)
    starts = [sum(len(line) + 1 for line in text.split("\n")[:number]) for number in range(text.count("\n") + 1)]
    return "".join("." if start not in turns else "!" if turns[start].known else "?" for start in starts)


def label_of(text):
    """Whose name the label is that a text ends with, in square brackets."""
    before, label = text.rstrip("]").split("[")
    mention = labelled(analysis_of(before + label + ": Да."), len(before), len(before + label))
    return mention and mention.text


# text, what its lines are, why
TURNS = [
    ("Анна Белова: Да.\nИван Орлов: Нет.", "!!", "names side by side"),
    ("Цех стоит.\nАнна Белова: Да.", "..", "one alone"),
    ("Анна Белова: Да.\nИван Орлов: Нет.\nЦех стоит.\nВрач: Пора.\nПовар: Рано.", "!!...", "nouns for people away from names"),
    ("Анна Белова: Да.\nВрач: Нет.", "!!", "… beside one"),
    ("Врач: Да.\nПовар: Нет.", "..", "… that come once"),
    ("Врач: Да.\nВрач: Нет.", "!!", "… that come twice"),
    ("Важно: цех готов.\nВажно: завод стоит.", "..", "other words that come twice"),
    ("Вы рады?\nВрач: Да.\nЦех стоит.\nВрач: Нет.", "....", "a noun behind a question, alone"),
    ("Вы рады?\nАнна Белова: Да.", ".!", "a name behind a question"),
    ("Завод «Север»: Цех готов.\nЗавод «Юг»: Цех ждёт.", "..", "bodies"),
    ("Говорит Анна Белова: Да.\nСпросил Иван Орлов: Нет.", "..", "names in sentences"),
    ("Выступила Анна Белова.\nАнна Белова: Да. Мы рады.", ".!", "sentences of whom the line before introduces"),
    ("В Минске выступила Анна Белова.\nАнна Белова: Да. Мы рады.", ".!", "… with a place"),
    ("Выступила Анна Белова.\nАнна Белова: Мы рады.\nЦех стоит.", "...", "… one sentence"),
    ("Выступила Анна Белова.\nАнна Белова: мы рады. Да.", "..", "… in small letters"),
    ("Анна Белова и Иван Орлов выступили.\nАнна Белова: Да. Мы рады.", "..", "… with somebody else"),
    ("Выступил Иван Орлов.\nАнна Белова: Да. Мы рады.", "..", "… who is somebody else"),
    ("Цех стоит.\nАнна Белова: Да. Мы рады.", "..", "… who is nobody"),
    ("14:20. Анна Белова: Цех готов.", "!", "a live report"),
    ("14:20. Анна Белова: цех готов.", ".", "… in small letters"),
    ("14:20. Анна Белова: Ноктюрн и вальс.", ".", "the programme of a concert"),
    ("Корреспондент: Вы рады?\nГрадова: Да.", "!!", "an exchange with a name that nobody knows"),
    ("Корреспондент: Пора.\nГрадова: Да.", "..", "… without a question"),
    ("Корреспондент: Вы рады?\nЦех стоит.", "..", "… without an answer"),
    ("Корреспондент: Вы рады?\nГрадова: А вы?", "..", "… with another question"),
    ("Корреспондент: Вы рады?\nГрадова из Минска: Да.", "..", "… with more than a name"),
    ("Корреспондент: Вы рады?\nВсё Ещё Не Всё: Да.", "..", "… with more words than a name has"),
    ("Корреспондент: Вы рады?\nНу вот: Да.", "..", "… with words that are no name"),
    ("Корреспондент: Вы рады?\nДокумент: Да.", "..", "… with a noun for a thing"),
    ("Важно: Вы рады?\nГрадова: Да.", "..", "… that nobody asks"),
    ("Ведущий: Вы рады?\nГрадова: Да.", "!!", "… that an adjective's form asks"),
    ("Корр.: Вы рады?\nАнна Белова: Да.", "?!", "a short label before a turn"),
    ("Корр.: Вы рады?\nЦех стоит.", "..", "… before none"),
    ("Вот что все спросили: вы рады?\nАнна Белова: Да.\nИван Орлов: Нет.", ".!!", "a long label before a turn"),
    ("«Вестник нового города Минска»: Вы рады?\nАнна Белова: Да.", "?!", "… in marks"),
]


@pytest.mark.parametrize(("text", "turns", "why"), TURNS, ids=[row[-1] for row in TURNS])
def test_which_paragraphs_are_turns(text, turns, why):
    assert turns_of(text) == turns, why


# text with a label in square brackets, the name, why
LABELS = [
    ("[Иван Орлов]", "Иван Орлов", "a name"),
    ("[Мэр Иван Орлов]", "Иван Орлов", "behind a role"),
    ("[Иван Орлов, мэр]", "Иван Орлов", "before one"),
    ("[Ивана Орлова, врач]", None, "… in the nominative alone"),
    ("[Иван Орлов — мэр]", None, "… behind a comma alone"),
    ("[Мэр Иван Орлов, врач]", None, "not between two roles"),
    ("[Иван Орлов и мэр]", None, "nor with somebody else"),
    ("[Завод «Север»]", "Завод «Север»", "a body"),
    ("[Глава завода «Север»]", None, "not somebody of a body"),
    ("[Минск]", None, "no place"),
    ("[Мэр Минска]", None, "nor somebody of a place"),
    ("[Минск, мэр]", None, "… before a role"),
    ("Анна Белова ушла.\n[А. Б.]", "Анна Белова", "initials"),
    ("Анна Петровна Белова ушла.\n[А. П. Б.]", "Анна Петровна Белова", "three initials"),
    ("Анна Белова ушла.\n[А. П. Б.]", "Анна Белова", "… of whose second name the article is silent"),
    ("Анна Петровна Белова ушла.\n[П. Б.]", None, "not the last of them alone"),
    ("Анна Белова и Алла Бурова ушли.\n[А. Б.]", None, "not the initials of two"),
    ("Анна Зуева ушла в Адмиралтейский завод.\n[А. З.]", "Анна Зуева", "those of a body count for nothing"),
    ("Анна Орлова в Алтайской области.\n[А. О.]", "Анна Орлова", "those of a place count for nothing"),
]


@pytest.mark.parametrize(("text", "name", "why"), LABELS, ids=[row[-1] for row in LABELS])
def test_whose_name_a_label_is(text, name, why):
    assert label_of(text) == name, why


def test_what_somebody_says_has_a_verb():
    text = "Цех готов к работе. Ноктюрн, вальс."
    assert not has_verb(analysis_of(text), text.index("Ноктюрн"), len(text), WORDS)
    assert has_verb(analysis_of("Цех ждёт."), 0, 9, WORDS)
