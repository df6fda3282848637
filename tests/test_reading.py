import datetime
import gzip
import io
import json
from itertools import count, islice

import pytest

import newsfacts
from newsfacts import Article, ReadError, ReadWarning, Source, hookimpl, read_one
from newsfacts.plugins import Plugins
from newsfacts.reading import open_source, read_all


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


def test_a_header_line_whose_date_does_not_exist_is_one_all_the_same():
    with pytest.warns(ReadWarning, match=r"a\.txt: the header line's date is '2025-02-31', which is no ISO 8601 date"):
        [article] = read(b" date 2025-02-31 https://example.org/a\n\nText.")
    assert (article.text, article.url, article.published) == ("Text.", "https://example.org/a", None)


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
        json.dumps({"text": "Два.", "language": "klingon"}),
        json.dumps({"text": "Два.", "headline": 5}),
        json.dumps({"text": "Три."}),
    ]
    first, *errors, last = read("\n".join(lines).encode(), name="b.jsonl")
    assert first == Article(id="x", text="Раз.", url="u", headline="h", published="2025-01-02", language="ru")
    assert [e.source for e in errors] == ["b.jsonl:3", "b.jsonl:4", "b.jsonl:5", "b.jsonl:6", "b.jsonl:7"]
    assert last == Article(id="b.jsonl:8", text="Три.")


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", ["b.jsonl", "b.json"])
def test_what_no_reader_foresees_costs_its_record_only(name):
    records = [{"text": "Раз."}, {"text": "Два.", "published": "вчера"}, {"text": "Три."}]
    data = json.dumps(records) if name == "b.json" else "\n".join(map(json.dumps, records))
    first, error, last = read(data.encode(), name=name)
    assert (first.text, last.text) == ("Раз.", "Три.")
    assert "2: cannot be read: ReadWarning: " in str(error)


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\x0b", b"\xef\xbb\xbf", b"\xff\xfe", b"\n" * 100_000])
def test_json_lines_without_a_record_are_an_error(data):
    [error] = read(data, name="b.jsonl")
    assert "b.jsonl: is empty" in str(error)


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


class Reads:
    """A plugin that reads everything as what it is given."""

    def __init__(self, answer):
        self.answer = answer

    @hookimpl
    def newsfacts_read(self, source):
        return self.answer()


def one_and(error):
    yield Article(text="Раз.")
    raise error


@pytest.mark.parametrize(
    "error",
    [
        SystemExit(0),
        RecursionError("too deep"),
        MemoryError("full"),
        UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"),
        KeyError("k"),
        OSError("gone"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_a_reader_raises_midway_is_an_error_that_names_it(error):
    article, problem = read(b"x", reads=Reads(lambda: one_and(error)))
    assert article.text == "Раз."
    assert str(problem).startswith(f"a.txt: plugin 'reads': newsfacts_read raised {type(error).__name__}: ")


class NoTextError(Exception):
    """An error that cannot be shown."""

    def __str__(self):
        raise ValueError("no text")


def test_an_error_without_a_text_is_told_by_its_type():
    _, problem = read(b"x", reads=Reads(lambda: one_and(NoTextError())))
    assert "newsfacts_read raised NoTextError: " in str(problem)


def test_an_interruption_interrupts():
    with pytest.raises(KeyboardInterrupt):
        read(b"x", reads=Reads(lambda: one_and(KeyboardInterrupt())))


@pytest.mark.parametrize(("answer", "what"), [(["Текст."], "gave str"), ([None, 5], "gave NoneType"), (5, "TypeError")])
def test_what_is_no_article_is_an_error_that_names_its_reader(answer, what):
    found = read(b"x", reads=Reads(lambda: answer))
    assert all(isinstance(item, ReadError) for item in found)
    assert "plugin 'reads'" in str(found[0])
    assert what in str(found[0])


def test_an_error_can_be_printed_whatever_the_file_is_called():
    [error] = read(b"", name="\udcff.txt")
    assert str(error).encode() == "\ufffd.txt: is empty; an article needs text".encode()


def test_article_read_names_the_file_it_cannot_find(tmp_path):
    with pytest.raises(ReadError, match=r"gone\.txt"):
        read_one(tmp_path / "gone.txt")


def test_article_read_refuses_a_file_with_several_articles(tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "a"}\n{"text": "b"}\n', encoding="utf-8")
    with pytest.raises(ReadError, match="2 articles"):
        read_one(path)


class Counted(io.BytesIO):
    """A file that has no end and knows how many of its lines were read."""

    lines = 0

    def readline(self, size=-1):
        self.lines += 1
        return self.line

    def read(self, size=-1):
        return self.line if size > 0 else b""


@pytest.mark.parametrize(("line", "problem"), [(b'{"text": "a"}\n', "2 articles"), (b"{}\n", "no words in 'text'")])
def test_article_read_stops_when_it_knows_enough(line, problem):
    file = Counted()
    file.line, file.name = line, "a.jsonl"
    with pytest.raises(ReadError, match=problem):
        read_one(file)
    assert file.lines < 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-be"])
def test_lines_are_read_as_they_are_asked_for(encoding):
    text = "Њ\u0a0a" * 100  # characters with the byte of a line feed in them

    class File(io.RawIOBase):
        numbers = count()
        rest = b""

        def readable(self):
            return True

        def readinto(self, buffer):
            self.rest = self.rest or (json.dumps({"text": f"{text} {next(self.numbers)}"}, ensure_ascii=False) + "\n").encode(
                encoding
            )
            size = min(len(buffer), len(self.rest))
            buffer[:size], self.rest = self.rest[:size], self.rest[size:]
            return size

    source = Source(name="a.jsonl", data=io.BufferedReader(File()))
    articles = list(islice(read_all(source, Plugins(discover=False)), 1000))
    assert [article.text for article in articles] == [f"{text} {n}" for n in range(1000)]


def test_a_name_that_no_file_can_have_is_an_error_that_names_it():
    with pytest.raises(ReadError, match="embedded null byte"):
        open_source("a\0b")


@pytest.mark.parametrize("text", ["[1, 2, 3]", "{'text': 'Мост открыт.'}", "{text: 1}", "1", '"Мост открыт."', "Мост открыт."])
def test_a_file_that_is_called_json_is_no_text(text):
    for error in (errors := read(text.encode(), name="a.json")):
        assert isinstance(error, ReadError)
        assert "JSON" in error.problem
    assert errors
    if text[0] not in "{[":
        [article] = read(text.encode(), name="a.txt")
        assert article.text == text


def test_what_is_packed_is_read_whatever_its_name(tmp_path):
    packed = gzip.compress("Завод купили за 2 млн евро.".encode())
    assert len(newsfacts.extract(packed).money) == 1
    for name in ("a.txt.gz", "a.txt"):
        (tmp_path / name).write_bytes(packed)
        assert newsfacts.read_one(tmp_path / name).text == "Завод купили за 2 млн евро."


def test_a_small_file_cannot_fill_the_memory(monkeypatch):
    monkeypatch.setattr(newsfacts.Source, "MOST_UNPACKED", 1 << 20)
    with pytest.raises(newsfacts.ReadError, match="unpacks to more than 1 MB at once"):
        newsfacts.extract(gzip.compress(b"a" * (2 << 20)))
    record = b'{"text": "' + b"a" * 1000 + b'"}\n'
    lines = gzip.compress(record * 2000 + b'{"text": "' + b"a" * (2 << 20))
    file = io.BytesIO(lines)
    file.name = "a.jsonl.gz"
    *articles, error = newsfacts.read(file)
    assert len(articles) == 2000  # of any size line by line, but no line
    assert "unpacks to more than 1 MB at once" in str(error)


SUM = "Завод купили за 3 млн рублей."


def lines(*records):
    return io.BytesIO("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode())


@pytest.mark.parametrize(
    ("key", "meant"),
    [("date", "published"), ("pubished", "published"), ("lang", "language"), ("title", "headline"), ("link", "url")],
)
@pytest.mark.parametrize("write", [lines, lambda *records: io.BytesIO(json.dumps(records).encode())])
def test_a_key_that_was_meant_for_another_is_named_once_a_file(key, meant, write):
    with pytest.warns(ReadWarning) as warned:
        found = list(newsfacts.read(write({"text": SUM, "tags": []}, {"text": SUM, key: "x"}, {"text": SUM, key: "x"})))
    assert [article.text for article in found] == [SUM] * 3
    [said] = [str(warning.message) for warning in warned]
    assert f"there is no key {key!r}, so it is passed over; did you mean {meant!r}?" in said


def test_other_keys_are_passed_over_in_silence():
    [article] = newsfacts.read(
        lines({"text": SUM, "published": "2025-09-30", "date": "30 September", "author": "A", "tags": []})
    )
    assert article.dated == datetime.date(2025, 9, 30)


@pytest.mark.parametrize(("key", "meant"), [("body", "text"), ("content", "text"), ("txt", "text"), ("tetx", "text")])
@pytest.mark.parametrize("several", [True, False])
def test_the_error_of_a_record_without_text_names_its_keys_and_what_was_meant(key, meant, several):
    records = [{key: SUM, "id": 5}] * (1 + several)
    found = list(newsfacts.read(lines(*records)))
    assert [error.problem.partition("; its keys")[2] for error in found] == [
        f" are {key!r}, 'id'; did you mean {meant!r} by {key!r}?"
    ] * len(records)


@pytest.mark.parametrize("write", [lines, lambda *records: io.BytesIO(json.dumps(records).encode())])
def test_results_given_as_articles_are_one_mistake(write):
    result = json.loads(newsfacts.extract(SUM).to_json())
    found = list(newsfacts.read(write(result, result, {"text": SUM}, result)))
    assert [type(item).__name__ for item in found] == ["ResultGivenError", "Article"]
    assert "is a result of newsfacts, not an article; newsfacts.from_json loads it" in str(found[0])


def test_a_broken_line_has_its_place_once():
    _, error = newsfacts.read(io.BytesIO(b'{"text": "a"}\n{"text": "b", x}\n'))
    assert str(error).endswith(":2: is no JSON: Expecting property name enclosed in double quotes (character 15)")
