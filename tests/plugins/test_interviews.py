"""Which paragraphs of an interview ask and answer, where no label shows it, and whose answers a line announces."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.extractor import word_lookup
from newsfacts_quotes.interviews import find_exchanged, interview_form, interviewed

WORDS = word_lookup(RUSSIAN)
MARKS = {"question": "?", "answer": "!", None: "."}


def analysis_of(text):
    return Analysis(Article(text=text, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])


LONG = "Вы рады и " + "очень " * 70 + "рады?"

# text, of each paragraph «?» where it asks, «!» where it answers without a mark, «.» for others, why
EXCHANGED = [
    ("Иван Орлов рад.\nВы рады?\n— Да.\nПора?\n— Нет.", ".?.?.", "questions before answers with a dash"),
    ("Цех готов.\nВы рады?\n— Да.\nПора?\n— Нет.", ".....", "… of nobody"),
    ("Иван Орлов рад.\nВы рады?\n— Да.\nЦех стоит.", "....", "one alone"),
    ("Рад ли Иван Орлов?\nВы рады?\n— Да.\nПора?\n— Нет.", ".?.?.", "the headline asks nobody"),
    ("Иван Орлов рад.\n— Вы рады?\n— Да.\n— Пора?\n— Нет.", ".....", "questions with a dash show themselves"),
    ("Иван Орлов рад.\nвы рады?\n— Да.\nпора?\n— Нет.", ".....", "in small letters they go on"),
    (f"Иван Орлов рад.\n{LONG}\n— Да.\n{LONG}\n— Нет.", ".....", "nobody asks for so long"),
    ("Иван Орлов рад.\nВы рады?\n— Да, — сказал он.\nПора?\n— Нет, — сказал он.", ".....", "the author tells of it"),
    ("Иван Орлов рад.\nВы рады?\n— А вы?\nПора?\n— А вам?", ".....", "questions answer nothing"),
    ("Иван Орлов рад.\nВы рады?\n— Да;\nПора?\n— Нет;", ".....", "nor do the points of a list"),
    ("Иван Орлов рад.\nВы рады?\n— да.\nПора?\n— нет.", ".....", "… in small letters"),
    ("Мы побеседовали с Иваном Орловым.\nВы рады?\nЯ рад.\nПора?\nДа.", ".?!?!", "an interview that is announced"),
    ("Мы побеседовали с Иваном Орловым.\nВы рады?\nСмотрите.\nПора?\nДа.", ".?!?!", "… where others are addressed"),
    ("Мы побеседовали с Иваном Орловым.\nВы рады?\nНаш цех готов.\nПора?\nДа.", ".?!?!", "… where something is theirs"),
    ("Мы побеседовали с Иваном Орловым из Минздрава.\nВы рады?\nЯ рад.\nПора?\nДа.", ".?!?!", "… with somebody of a body"),
    (
        "Мы побеседовали с Иваном Орловым.\nВы рады?\nЯ рад.\nМы ждём.\nПора?\nДа.",
        ".?!!?!",
        "… with an answer of two paragraphs",
    ),
    ("Мы побеседовали с Иваном Орловым.\nВы рады?\nЯ рад.\nПора?\nДа.\nЦех стоит.", ".?!?!.", "… the last has one"),
    ("Мы побеседовали с Иваном Орловым и Анной Беловой.\nВы рады?\nЯ рад.\nПора?\nДа.", ".....", "… not with two"),
    ("Мы виделись с Иваном Орловым.\nВы рады?\nЯ рад.\nПора?\nДа.", ".....", "… not another event"),
    (
        "Мы побеседовали с Иваном Орловым.\nВы рады?\nЦех стоит.\nПора?\nЗавод ждёт.",
        ".....",
        "… where nobody speaks of himself",
    ),
    ("Мы побеседовали с Иваном Орловым.\nВы рады?\nЯ рад.\nПора?\nИвана Орлова ждут.", ".....", "… nor names himself"),
    ("Мы побеседовали с Иваном Орловым.\nВы рады?\nЯ рад.\nПора?\n— Да.", ".....", "… nor has a dash once"),
]


@pytest.mark.parametrize(("text", "forms", "why"), EXCHANGED, ids=[row[-1] for row in EXCHANGED])
def test_questions_and_answers_without_a_label(text, forms, why):
    analysis = analysis_of(text)
    found = find_exchanged(analysis, (), WORDS)
    assert "".join(MARKS[found.get(paragraph.start)] for paragraph in analysis.paragraphs) == forms, why


def test_a_turn_of_a_transcript_is_no_question_of_an_interview():
    text = "Иван Орлов рад.\nВы рады?\n— Да.\nПора?\n— Нет."
    assert find_exchanged(analysis_of(text), [text.index("Пора")], WORDS) == {}


# text whose last paragraph but one has a dash, whether an interview goes on, whether it is asked before, the form, why
FORMS = [
    ("Цех стоит.\n— Пора?\n— Да.", False, False, "question", "a question that is answered"),
    ("— Пора?\n— Да.", False, False, "question", "… at the beginning of the text"),
    ("Цех стоит.\n— Пора?\n— Да, — сказал он.", False, False, None, "not one of which the author tells"),
    ("Цех стоит.\n— Пора?\nЦех стоит.", False, False, None, "nor one that is not answered"),
    ("Цех стоит.\n— Пора?\nЦех стоит.", True, False, "question", "but any in an interview"),
    ("Пётр Орлов, тренер:\n— Пора?\nЦех стоит.", False, False, "question", "… or behind a line that announces it"),
    ("Цех стоит.\n— Пора.\nЦех стоит.", False, True, "answer", "an answer"),
    ("Цех стоит.\n— Пора.\nЦех стоит.", False, False, None, "… to nothing"),
    ("Цех стоит.\n— Пора.\nЦех стоит.", True, False, None, "… in an interview"),
    ("Пётр Орлов, тренер:\n— Пора.\nЦех стоит.", False, False, "answer", "… behind a line that announces it"),
    ("Цех стоит.\n— пора.\nЦех стоит.", False, True, None, "no answer begins with a small letter"),
    ("Цех стоит.\n— Пора;\nЦех стоит.", False, True, None, "nor does one end as the point of a list"),
    ("— Пора.\nПётр Орлов, тренер:", False, False, None, "nor is one announced behind it"),
]


@pytest.mark.parametrize(("text", "interview", "asked", "form", "why"), FORMS, ids=[row[-1] for row in FORMS])
def test_what_a_paragraph_with_a_dash_is(text, interview, asked, form, why):
    analysis = analysis_of(text)
    assert interview_form(analysis, len(analysis.paragraphs) - 2, interview, asked, (), WORDS) == form, why


def test_a_question_at_the_end_of_the_text_is_answered_by_nobody_and_one_before_a_turn_by_that():
    analysis = analysis_of("Цех стоит.\n— Пора?")
    assert interview_form(analysis, 1, False, False, (), WORDS) is None

    text = "— Пора?\nИван Орлов: Да."
    assert interview_form(analysis_of(text), 0, False, False, [text.index("Иван")], WORDS) == "question"


# line, whose answers follow it, why
ANNOUNCED = [
    ("Пётр Орлов, тренер:", "Пётр Орлов", "a name"),
    ("Орлов, тренер:", "Орлов", "… of one word"),
    ("Пётр Орлов:", "Пётр Орлов", "… alone"),
    ("Уорик Бонн, тренер:", "Уорик Бонн", "one that nobody knows"),
    ("Пётр Орлов, тренер.", None, "not without a colon"),
    ("Важно знать, граждане:", None, "nor words that are no name"),
    ("Тренер Пётр Орлов:", None, "nor a role before it"),
    ("Завод «Рось»:", None, "nor a body"),
]


@pytest.mark.parametrize(("line", "name", "why"), ANNOUNCED, ids=[row[-1] for row in ANNOUNCED])
def test_whose_answers_a_line_announces(line, name, why):
    analysis = analysis_of(f"{line}\n— Пора.")
    mention = interviewed(analysis, analysis.paragraphs[0])
    assert (mention and mention.name) == name, why
