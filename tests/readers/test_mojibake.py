"""Text that was decoded wrongly before it came: put right and named, whatever it comes in."""

import json
import warnings
from html import escape

import pytest
from helpers import read_bytes

from newsfacts import ReadWarning
from newsfacts.readers.mojibake import put_right

RUSSIAN = (
    "ОМСК, 2 июня — Прима. Порт на Иртыше расширят, заявил в среду министр транспорта Игорь Эйсмонт. «Работы начнём осенью», — "
    "уточнил он… Подъём цен его не пугает. В порту №3 трудятся тысячи человек."
)
FRENCH = "Le préfet a déclaré mercredi que « le pont » ne serait pas ouvert avant l’été ; les élus protestent."
ENGLISH = "The mayor said the bridge wouldn’t open. “We have to lay the asphalt,” she said — again."
UKRAINIAN = "Міністр заявив, що новий міст відкриють у липні. «Роботи почнемо восени», — сказав він."


def misread(text, right, wrong):
    """The text as one gets it who reads its bytes in a wrong encoding; what that does not have is lost."""
    return text.encode(right, "ignore").decode(wrong, "replace")


@pytest.mark.parametrize("wrong", ["cp1251", "latin-1", "koi8-r", "cp866", "mac-cyrillic"])
@pytest.mark.parametrize("text", [RUSSIAN, FRENCH, ENGLISH, UKRAINIAN, RUSSIAN.upper()])
def test_utf_8_that_was_read_in_another_encoding(text, wrong):
    with pytest.warns(ReadWarning, match=r"^a\.txt: its text was decoded wrongly before .*UTF-8 read as .*it is put right"):
        assert put_right(misread(text, "utf-8", wrong), "a.txt") == text


@pytest.mark.parametrize("right", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("wrong", ["cp1251", "koi8-r", "cp866", "cp1252", "latin-1"])
def test_a_text_in_an_old_encoding_that_was_read_in_another_one(right, wrong):
    if right == wrong or (right, wrong) == ("cp866", "cp1252"):  # which does not have five of its letters
        return
    expected = RUSSIAN.encode(right, "ignore").decode(right)
    with pytest.warns(ReadWarning, match="decoded wrongly"):
        assert put_right(misread(RUSSIAN, right, wrong), "a.txt") == expected


def test_what_was_decoded_wrongly_twice_is_put_right_twice():
    text = misread(misread(ENGLISH + FRENCH, "utf-8", "latin-1"), "utf-8", "cp1251")
    with pytest.warns(ReadWarning, match="UTF-8 read as cp1251, then UTF-8 read as cp1252"):
        assert put_right(text, "a.txt") == ENGLISH + FRENCH


@pytest.mark.parametrize(("lost", "became"), [("\u00a0", " "), ("\ufffd", "?"), ("\ufffd", "\ufffd")])
def test_a_byte_that_was_lost_and_can_only_be_one_is_found(lost, became):
    text = misread("Игорь и Роза Эйсмонт прибыли из России в Рим", "utf-8", "cp1251")
    assert lost in text
    with pytest.warns(ReadWarning):
        assert put_right(text.replace(lost, became), "a.txt") == "Игорь и Роза Эйсмонт прибыли из России в Рим"


def test_what_is_lost_is_said():
    with pytest.warns(ReadWarning, match=r"UTF-8 read as cp1252\); \d+ of its characters are lost"):
        text = put_right(misread(RUSSIAN, "utf-8", "cp1252"), "a.txt")
    assert "Порт на Иртыше" in text
    with pytest.warns(ReadWarning, match=r"characters were lost\); 25 of its characters are lost"):
        assert put_right("П\ufffdрт рас\ufffdирят. " * 5 + "П\ufffdрт. " * 15, "a.txt").startswith("П\ufffdрт рас")


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN,
        RUSSIAN.upper(),
        FRENCH,
        ENGLISH,
        UKRAINIAN,
        "ТАСС», «СССР», ПРИЁМ В РСФСР",
        "Порт\ufffd на Иртыше расширят до осени, как и хотели в Омске.",
        "Ðorđe Ñandú, NIÑO, SÃO, Ângela, «Ã»",
        "Μιλώντας στη Βουλή, ο υπουργός δήλωσε ότι η γέφυρα θα ανοίξει τον Ιούλιο.",
        "首相は水曜日に、橋は七月に開通すると述べた。" * 3,
        "Қазақстан үкіметі Есіл өзені арқылы жаңа көпір салады, деп хабарлады министр.",
        "Премиерът обяви, че мостът ще бъде открит през юли, съобщи БТА.",
        "Наставник «Зенита» – о матче",
        "Без споров: тАко споров не обошлось, споров",  # words whose bytes are UTF-8 of Tamil, and what dashes become
        "Отдел №5 – Цех №3 — " * 3,
        "Prices rose.\n" + "─" * 60 + "\nThe end.",  # in KOI8-R the byte of a Cyrillic letter, as all rulings are
        "┌────┬──────┐\n│ oil │ 65 │\n└────┴──────┘\n" * 6,
        "Oil ████████████ 65\nGas ▒▒▒▒▒▒▒▒▒▒▒▒ 48\nTin ████████████████████ 99\n",
    ],
)
def test_a_text_that_was_decoded_rightly_stays(text):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert put_right(text, "a.txt") == text


@pytest.mark.parametrize("right", ["cp1251", "koi8-r"])
def test_a_part_of_a_text(right):
    part = RUSSIAN.encode(right, "ignore").decode(right)
    frame = "Прима: новости Омска и области. Власть, общество, спорт, погода и происшествия. " * 3
    text = f"{frame}{misread(part, right, 'cp1252')} {frame}Café São Paulo."
    with pytest.warns(ReadWarning, match="in parts"):
        assert put_right(text, "a.txt") == f"{frame}{part} {frame}Café São Paulo."


BROKEN = misread(RUSSIAN, "utf-8", "cp1251")
PAGE = f"<html><head><title>Порт</title></head><body><nav>Главная</nav><article><p>{BROKEN}</p></article></body></html>"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", BROKEN),
        ("a.html", PAGE),
        ("a.xml", f"<rss><channel><item><title>Порт</title><description>{escape(BROKEN)}</description></item></channel></rss>"),
        ("a.json", json.dumps({"headline": "Порт", "body_text": BROKEN})),
        ("a.json", json.dumps({"headline": "Порт", "body_html": f"<p>{BROKEN}</p>"}, ensure_ascii=False)),
        ("a.jsonl", json.dumps({"text": BROKEN})),
        ("a.jsonl", json.dumps({"html": PAGE}, ensure_ascii=False)),
    ],
)
def test_whatever_it_comes_in(name, data):
    with pytest.warns(ReadWarning, match=r"^a\.\w+(:1)?: its text was decoded wrongly"):
        [article] = read_bytes(data.encode(), name)
    assert article.text == RUSSIAN


def test_the_headline_of_a_record_is_put_right():
    with pytest.warns(ReadWarning):
        [article] = read_bytes(json.dumps({"text": "Порт.", "headline": BROKEN}).encode(), "a.jsonl")
    assert article.headline == RUSSIAN
