import json

import pytest

from newsfacts import Article, ReadError, Source, hookimpl
from newsfacts.plugins import Plugins
from newsfacts.reading import read_all


def read(data, name="a.txt", **plugins):
    return list(read_all(Source(name=name, data=data), Plugins(discover=False, register=plugins)))


def test_text_is_kept_exactly():
    text = "Первая\u00a0строка\r\n\r\nвторая\n"
    [article] = read(text.encode())
    assert article.text == text
    assert article.id == "a.txt"


def test_header_line_gives_date_and_address():
    [article] = read(" date 2025-09-29 https://example.org/a\n\nТекст.\n".encode())
    assert (article.text, article.url, article.published.isoformat()) == ("Текст.\n", "https://example.org/a", "2025-09-29")


def test_byte_order_mark_is_no_text():
    [article] = read("\ufeffТекст.".encode())
    assert article.text == "Текст."


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "utf-16"])
def test_text_in_an_old_encoding_is_decoded(encoding):
    text = "Министр сообщил, что переговоры продолжатся в четверг."
    [article] = read(text.encode(encoding))
    assert article.text == text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"PK\x03\x04\0\0\0", "binary"),
        ("新聞記事の本文".encode("shift_jis"), "encoding"),
        (b" date 2025-02-31 https://example.org/a\n\nText.", "2025-02-31"),
    ],
)
def test_what_is_no_text_says_why(data, problem):
    [error] = read(data)
    assert isinstance(error, ReadError)
    assert error.source == "a.txt"
    assert problem in error.problem


def test_json_lines_keep_order_and_put_errors_in_place():
    lines = [
        json.dumps(
            {"id": "x", "text": "Раз.", "url": "u", "headline": "h", "published": "2025-01-02", "language": "ru", "more": 1}
        ),
        "",
        "{not json}",
        json.dumps({"text": ""}),
        json.dumps(["text"]),
        json.dumps({"text": "Два.", "published": "вчера"}),
        json.dumps({"text": "Два.", "headline": 5}),
        json.dumps({"text": "Три."}),
    ]
    first, *errors, last = read("\n".join(lines).encode(), name="b.jsonl")
    assert first == Article(id="x", text="Раз.", url="u", headline="h", published="2025-01-02", language="ru")
    assert [e.source for e in errors] == ["b.jsonl:3", "b.jsonl:4", "b.jsonl:5", "b.jsonl:6", "b.jsonl:7"]
    assert last == Article(id="b.jsonl:8", text="Три.")


def test_json_lines_are_known_by_content_too():
    [article] = read(json.dumps({"id": "x", "text": "Раз."}).encode() + b"\n", name="-")
    assert article.id == "x"


def test_text_that_begins_with_a_brace_is_text():
    [article] = read("{Прим. ред.} Текст.".encode())
    assert article.text.startswith("{Прим")


def test_a_plugin_reads_before_the_built_in_readers():
    class Reads:
        @hookimpl
        def newsfacts_read(self, source):
            return Article(text="моё") if source.data.startswith(b"MINE") else None

    assert read(b"MINE", reads=Reads()) == [Article(text="моё")]
    assert read("Текст.".encode(), reads=Reads())[0].text == "Текст."


def test_article_read_names_the_file_it_cannot_find(tmp_path):
    with pytest.raises(ReadError, match=r"gone\.txt"):
        Article.read(tmp_path / "gone.txt")


def test_article_read_refuses_a_file_with_several_articles(tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "a"}\n{"text": "b"}\n', encoding="utf-8")
    with pytest.raises(ReadError, match="2 articles"):
        Article.read(path)
