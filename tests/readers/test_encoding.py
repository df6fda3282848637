"""What bytes are is told by their letters, not by what is said of them."""

import contextlib
import random

import pytest

from newsfacts import ReadError, Source
from newsfacts.readers.encoding import decode

RUSSIAN = (
    "Министерство транспорта сообщило в среду, что движение по новому мосту через Томь откроют в июле. «Осталось уложить "
    "асфальт», — пояснил заместитель министра Олег Крутов. Ранее в ведомстве оценивали стоимость объекта в 4,2 млрд рублей."
)
ENGLISH = (
    "The minister said on Wednesday that the bridge wouldn’t open before July. “We have to lay the asphalt,” he said — again."
)
FRENCH = (
    "Le préfet a déclaré mercredi que le pont ne serait pas ouvert avant l'été : « Nous n'avons pas terminé », a-t-il précisé."
)
UKRAINIAN = "Міністерство повідомило, що рух новим мостом відкриють у липні. Його вартість оцінили у чотири мільярди гривень."
CYRILLIC = ("cp1251", "koi8-r", "cp866")


def decoded(data, declared=None, **fields):
    return decode(Source(name="a", data=data, **fields), declared)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", *CYRILLIC])
@pytest.mark.parametrize("text", [RUSSIAN, RUSSIAN[:60], RUSSIAN.upper()])
def test_russian_is_told_by_its_letters(text, encoding):
    data = text.encode(encoding, "ignore")
    assert decoded(data) == data.decode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding"), [(ENGLISH, "cp1252"), (FRENCH, "cp1252"), (UKRAINIAN, "cp1251"), (UKRAINIAN, "koi8-u")]
)
def test_other_languages_are_told_from_russian(text, encoding):
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "declared", ["utf-8", "windows-1251", "koi8-r", "windows-1252", "ISO-8859-1", "ibm866", "rot13", "no\0ne", ""]
)
@pytest.mark.parametrize("encoding", ["utf-8", *CYRILLIC])
def test_a_wrong_declaration_does_not_mislead(encoding, declared):
    data = RUSSIAN.encode(encoding, "ignore")
    assert decoded(data, declared) == data.decode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Největší český deník přinesl zprávu.", "windows-1250"),
        ("首相は水曜日に述べた。", "shift_jis"),
        ("Ο υπουργός δήλωσε.", "iso-8859-7"),
    ],
)
def test_a_declaration_that_fits_is_followed(text, encoding):
    assert decoded(text.encode(encoding), encoding) == text


def test_latin_1_means_windows_1252():
    assert decoded(b"\x93Yes\x94 \x97 he said.", "iso-8859-1") == "“Yes” — he said."


def test_what_is_known_of_the_source_wins():
    assert decoded("До".encode("koi8-r"), encoding="koi8-r") == "До"
    with pytest.raises(ReadError, match="klingon"):
        decoded(b"text", encoding="klingon")


def test_a_broken_character_in_utf_8_is_only_that():
    data = RUSSIAN.encode() + "и".encode()[:1]
    assert decoded(data, "windows-1251") == RUSSIAN + "\ufffd"


def test_ascii_that_holds_japanese_is_declared():
    assert decoded("首相は述べた。".encode("iso2022_jp"), "iso-2022-jp") == "首相は述べた。"


@pytest.mark.parametrize(
    ("data", "problem"), [(bytes(range(256)) * 4, "binary"), ("首相は水曜日に述べた".encode("euc_jp"), "cannot be told")]
)
def test_what_is_no_text_or_cannot_be_told_is_refused(data, problem):
    with pytest.raises(ReadError, match=problem):
        decoded(data)


@pytest.mark.parametrize(
    "data", [b"a" * 3_000_000, b"\xe6" * 3_000_000, b"\xe6a" * 1_500_000, random.Random(7).randbytes(3_000_000)]
)
def test_megabytes_of_anything_are_decoded_or_refused(data):
    with contextlib.suppress(ReadError):
        assert decoded(data)
