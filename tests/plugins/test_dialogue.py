"""What the author's words leave of a line of dialogue, and of a speech that no mark shows."""

import pytest

from newsfacts import Analysis, Article
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.dialogue import DIALOGUE, Verbatim, bare_pieces, is_told, line_pieces, pieces_of
from newsfacts_quotes.extractor import word_lookup

WORDS = word_lookup(RUSSIAN)
FAR = "вышла из зала, в котором было очень много людей, ждавших с самого утра новостей о матче."


def analysis_of(text):
    return Analysis(Article(text=text, language="ru"), RUSSIAN, [("names", newsfacts_recognize)])


# line of dialogue, with a bar on both sides of what the author says in it, why
LINES = [
    ("Пора.", "nothing"),
    ("Пора|, — сказал он.|", "a verb of speech"),
    ("|, — сказал он.|", "… alone"),
    ("Пора|, — сказал он. — |Уже поздно.", "… before more of what is said"),
    ("Пора!| — сказал он. — |Уже поздно.", "… behind an exclamation, which stays"),
    ("Пора|, — сказал он: — |Уже поздно.", "… before a colon"),
    ("Пора|, — сказал он, — |уже поздно.", "… between two commas"),
    ("Пора|, — сказал он, — |«Роси» нет.", "… before a name in marks"),
    ("Пора, — Сказал он.", "not with a capital"),
    ("Он кричал: «Ну, — сказал я. — Пора»|, — вспоминает Орлов.|", "not within what somebody else is cited with"),
    ("Он кричал: «„Рось“ ждёт, — сказал я»|, — вспоминает Орлов.|", "… who cites others"),
    ("Мы ждали «Рось|, — сказал он.|", "but within marks that are not closed"),
    ("Пора|, — Иван Орлов показывает на часы.|", "what somebody does"),
    ("Пора|, — Иван Орлов показывает на часы. Рано.|", "… with all behind it"),
    ("Пора|, — Иван Орлов встал|", "… without an end"),
    ("Ну...| — Иван Орлов показал на часы. — |Пора.", "… behind three dots"),
    ("Ну. — Иван Орлов показал на часы. — Пора.", "not behind a full stop, where it may be said"),
    ("Пора, — Иван Орлов не тренер.", "nor without a verb"),
    ("Пора, — Ивану Орлову показали часы.", "nor what is done to somebody"),
    ("Пора, — Иван Орлов встал — и вышел.", "nor before a dash without a mark"),
    ("Пора|, — он показывает на часы. — |Рано.", "what somebody does who is called by a pronoun"),
    ("Пора, — он показывает на часы. Рано.", "… only if speech goes on behind it"),
    ("Пора, — он показывает на часы.", "… also at the end"),
    (f"Пора, — она {FAR}", "… and near"),
    (f"Пора|, — Анна Белова {FAR}|", "but a name may do much"),
    ("Пора|, — смеётся он.|", "a verb before its subject"),
    ("Пора|, — смеётся тренер.|", "… before a noun for a person"),
    ("Пора|, — смеётся Иван Орлов.|", "… before a name"),
    ("Пора|, — смеётся Орлов.|", "… that means eagles, too"),
    ("Пора, — гремит поезд.", "not before a thing"),
    ("Пора, — гремит завод «Рось».", "… or a body"),
    ("Пора, — гремит поезд, и он рад.", "… though somebody comes in the next clause"),
    ("Пора, — ждут тренера.", "nor before an object"),
    ("Пора, — везут Анну Белову.", "… that is a name"),
    ("Пора, — смеёмся мы с тренером и он.", "nor a verb in the first person"),
    ("Пора, — Смеётся он.", "nor a verb with a capital"),
    ("Пора, — наш тренер рад.", "nor another word"),
]


@pytest.mark.parametrize(("line", "why"), LINES, ids=[row[-1] for row in LINES])
def test_what_the_author_says_in_a_line_of_dialogue(line, why):
    text = "— " + line.replace("|", "")
    analysis = analysis_of(text)
    pieces = line_pieces(analysis, analysis.paragraphs[0], DIALOGUE.match(text), WORDS)
    assert [text[piece.inner_start : piece.inner_end] for piece in pieces] == [said for said in line.split("|")[::2] if said], (
        why
    )
    assert is_told(pieces, len(text)) is ("|" in line), why


# text, what of it is said, why
BARE = [
    ("Я рад. Это победа, — сказал он.", ["Я рад. Это победа"], "two sentences"),
    ("Я рад. Это победа! — сказал он.", ["Я рад. Это победа!"], "an exclamation, which stays"),
    ("Я рад. Это победа — сказал он.", ["Я рад. Это победа"], "no comma"),
    ("Я рад. Это победа, — сказал он. — Мы ждали.", ["Я рад. Это победа", "Мы ждали."], "more of it behind"),
    ("Это победа, — сказал он.", [], "not one sentence"),
    ("Я рад. Это победа.", [], "nor what nobody says"),
    ("Я рад. Это победа — и он сказал.", [], "nor a dash before another word"),
    ("Я рад. Это победа — смеётся он.", [], "nor before another verb"),
]


@pytest.mark.parametrize(("text", "said", "why"), BARE, ids=[row[-1] for row in BARE])
def test_what_is_said_where_no_mark_shows_it(text, said, why):
    analysis = analysis_of(text)
    pieces = bare_pieces(analysis, analysis.paragraphs[0], WORDS)
    assert [text[piece.inner_start : piece.inner_end] for piece in pieces] == said, why


@pytest.mark.parametrize(
    ("text", "said"), [("Пора, — сказал Иван Орлов.", "Пора"), ("Пора, — Иван Орлов показал на часы.", None)]
)
def test_in_marks_the_author_tells_nothing_but_who_speaks(text, said):
    analysis = analysis_of(text)
    (piece,) = pieces_of(analysis, Verbatim(0, len(text), 0, len(text), "marks"), WORDS)
    assert text[piece.inner_start : piece.inner_end] == (said or text)
