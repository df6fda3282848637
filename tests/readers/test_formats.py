"""What a source is, whatever its encoding and whatever stands before it: the formats are told by their content."""

import io
import json
import random

import pytest
from helpers import read_bytes

from newsfacts import Article, ReadError, Source

RUSSIAN = "Мост через реку Томь откроют в июле, сообщил мэр Пётр Сомов. «Осталось уложить асфальт», — сказал он.\n"
ENGLISH = "The bridge will open in July, the council said.\n"
ITEM = f"<title>Мост</title><description>{RUSSIAN}</description>"
NITF = f"<nitf><body><body.content><p>{RUSSIAN}</p></body.content></body></nitf>"
CONTENT = f"<ContentItem><DataContent>{RUSSIAN}</DataContent></ContentItem>"
NEWSML = f"<NewsML><NewsItem><NewsComponent>{CONTENT}</NewsComponent></NewsItem></NewsML>"
G2 = f'<newsItem guid="g"><contentSet><inlineData contenttype="text/plain">{RUSSIAN}</inlineData></contentSet></newsItem>'
PAGE = f"<html><head><title>Мост</title></head><body><p>{RUSSIAN * 3}</p><p>{RUSSIAN * 2}</p></body></html>"
DOCUMENTS = {
    "text.txt": RUSSIAN,
    "english.txt": ENGLISH,
    "capitals.txt": RUSSIAN.upper(),
    "word.txt": "Да.",
    "record.json": json.dumps({"text": RUSSIAN}, ensure_ascii=False),
    "array.json": json.dumps([{"text": RUSSIAN}, {"headline": "Bridge", "body_text": ENGLISH}], ensure_ascii=False, indent=1),
    "lines.jsonl": "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in (RUSSIAN, ENGLISH)),
    "lines": "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in (RUSSIAN, ENGLISH)),
    "page.html": f'<!DOCTYPE html><meta charset="utf-8">{PAGE}',
    "piece.html": f"<p>{RUSSIAN}</p>",
    "japanese.html": f"<html><head><title>橋</title></head><body><p>{'首相は水曜日に述べた。' * 40}</p></body></html>",
    "feed.xml": f'<?xml version="1.0" encoding="UTF-8"?><rss><channel><item>{ITEM}</item></channel></rss>',
    "nitf.xml": f'<?xml version="1.0" encoding="UTF-16"?>{NITF}',
    "g2": G2,
    "newsml": NEWSML,
}
MARKS = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "utf-32-le": b"\xff\xfe\0\0", "utf-32-be": b"\0\0\xfe\xff"}


def said(data, name):
    return [item.text if isinstance(item, Article) else str(item) for item in read_bytes(data, name)]


@pytest.mark.parametrize("marked", [False, True])
@pytest.mark.parametrize("encoding", MARKS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_utf_16_and_utf_32_are_read_with_and_without_marks(name, encoding, marked):
    expected = said(DOCUMENTS[name].encode(), name)
    data = MARKS[encoding] * marked + DOCUMENTS[name].encode(encoding)
    assert said(data, name) == said(io.BytesIO(data), name) == expected
    assert len(expected) == 1 + (name in ("array.json", "lines.jsonl", "lines"))


@pytest.mark.parametrize(
    "data",
    [
        b"\0",
        bytes(5000),
        bytes(range(256)) * 20,
        b"BM" + bytes(60) + random.Random(5).randbytes(4000),
        bytes(random.Random(6).choices(b"\0\1\2\xc8", k=5000)),
        b"".join(n.to_bytes(2, "little") for n in range(3000)),  # samples, offsets, counts
        "Мост открыт.".encode("utf-16-le")[:-2] + bytes(200),
    ],
)
def test_zeros_in_no_order_make_a_binary_file(data):
    [error] = read_bytes(data, "a.txt")
    assert isinstance(error, ReadError)
    assert "binary" in str(error)


def test_a_wire_s_control_characters_are_text_as_they_were():
    text = f"\x01\x02zczc{RUSSIAN * 4}\x03"
    assert said(text.encode(), "a.txt") == [text]


PROLOGUES = {
    "a comment": "<!-- " + "<rss> " * 30_000 + " -->",
    "comments": "<!-- лицензия -->\n" * 5000,
    "white space": "\n" * 100_000,
    "a document type": "<!DOCTYPE a [" + "<!ENTITY e 'x'>" * 8000 + "]>",
    "instructions": "<?xml-stylesheet href='a.css'?>" * 4000,
}


@pytest.mark.parametrize("prologue", PROLOGUES.values(), ids=PROLOGUES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be"])
@pytest.mark.parametrize(
    "document", [f"<rss><channel><item>{ITEM}</item></channel></rss>", NITF, NEWSML, G2], ids=lambda d: d[:7]
)
def test_a_prologue_may_be_long(document, encoding, prologue):
    assert said(f"<?xml version='1.0'?>{prologue}{document}".encode(encoding), "a.xml") == [RUSSIAN.strip()]


@pytest.mark.parametrize("prologue", PROLOGUES.values(), ids=PROLOGUES)
def test_a_page_is_a_whole_one_after_a_long_prologue(prologue):
    expected = said(PAGE.encode(), "a")
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">')
    assert said(f"<?xml version='1.0'?>{prologue}{page}".encode("cp1251"), "a") == expected


def test_a_prologue_that_is_cut_where_the_first_look_ends():
    for length in range(Source.HEAD - 12, Source.HEAD + 2):
        data = b"<?xml version='1.0'?>".ljust(length) + f"<rss><channel><item>{ITEM}</item></channel></rss>".encode()
        assert said(io.BytesIO(data), "a.xml") == [RUSSIAN.strip()]
