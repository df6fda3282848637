"""Real items of agencies and of standards' documentation, where they stand beside the repository; their text is not here."""

import hashlib
from datetime import datetime
from pathlib import Path

import pytest

import newsfacts
from newsfacts import Article, read_one

ITEMS = Path(__file__).parents[3] / "shared" / "fixtures"

pytestmark = pytest.mark.skipif(not ITEMS.is_dir(), reason="the feed items are not beside the repository")


def digest(words):
    """What tells that words are the right ones without giving them."""
    return words and hashlib.sha256(words.encode()).hexdigest()[:12]


def opening(text):
    return digest(" ".join(text.split()[:12]))


def ending(text):
    return digest(" ".join(text.split()[-8:]))


# File; headline; first and last words of the body; paragraphs; length; published; language; source; dateline; places; authors.
TABLE = [
    (
        "afp.xml",
        "0dbfa91d8a90",
        "06bd59477c37",
        "2b8b3c9b240a",
        10,
        1424,
        "2014-08-29T13:49:51+00:00",
        "en",
        "3d5b25960d5e",
        "a1a822d79c95",
        1,
        0,
    ),
    (
        "ana1.xml",
        "db4cc8003419",
        "93cf82b5093b",
        "3e1c20d2cd48",
        4,
        794,
        "2018-04-04T17:58:59+03:00",
        "en",
        "63f873c50fbf",
        None,
        1,
        0,
    ),
    (
        "ansa-newsmlg2-text.xml",
        "56ab7573917e",
        "0cd862aed82f",
        "e30b69e48aa4",
        4,
        481,
        "2017-10-11T10:41:00+01:00",
        "it",
        "21fff7bc21b7",
        None,
        1,
        0,
    ),
    (
        "ap-nitf.xml",
        "2ae4a3c28d21",
        "98641f9949bf",
        "0cf23ea7d9af",
        28,
        6390,
        "2015-12-10T19:10:44+00:00",
        None,
        "11f415dcfd56",
        "3e90846aacec",
        1,
        1,
    ),
    ("bbc-ninjs-text-test.json", "644c4a77ffa6", "230d8358dc8e", "230d8358dc8e", 1, 4, "2018-05-28", "en", None, None, 0, 1),
    (
        "dpa.xml",
        "bcab797ed69b",
        "9749f9b86582",
        "76e818a68e2f",
        3,
        1524,
        "2022-10-11T11:14:42+02:00",
        "de",
        "4dd80ae6a7fe",
        "3faef37a9a2f",
        1,
        0,
    ),
    (
        "efe_nitf.xml",
        "143b8ea0c303",
        "2b021aa6fa34",
        "2b021aa6fa34",
        1,
        37,
        "2017-01-02T22:28:00+00:00",
        "en",
        "d98ffc5ee16f",
        None,
        0,
        0,
    ),
    (
        "iptc-ninjs22-simple.json",
        "de56c1c1ceab",
        "c8298c82dc1b",
        "c48141fc5c25",
        4,
        956,
        "2013-07-09T10:37:00+00:00",
        None,
        None,
        None,
        0,
        2,
    ),
    (
        "iptc-ninjs31-complex.json",
        "de56c1c1ceab",
        "c8298c82dc1b",
        "c48141fc5c25",
        4,
        956,
        "2013-07-09T10:37:00+00:00",
        "en",
        None,
        None,
        2,
        2,
    ),
    (
        "ninjs1.json",
        "25b1ed9615a0",
        "f82d4cf4face",
        "f82d4cf4face",
        1,
        17,
        "2017-08-24T04:37:19+00:00",
        "fr",
        "3308b1a5c97f",
        None,
        1,
        0,
    ),
    (
        "ninjs2.json",
        "759601767c8e",
        "2fceb30cb6a6",
        "a76dfa241446",
        9,
        1759,
        "2017-07-03T01:38:13+00:00",
        None,
        "57703519391c",
        None,
        1,
        1,
    ),
    (
        "ninjs4.json",
        "e3e1fb3d095f",
        "07972e7f48f6",
        "d266a31922af",
        8,
        2496,
        "2019-03-25T08:54:09+00:00",
        "de",
        None,
        None,
        0,
        0,
    ),
    (
        "ninjsExMediumText1.json",
        "de56c1c1ceab",
        "c8298c82dc1b",
        "c48141fc5c25",
        4,
        957,
        "2013-07-09T10:37:00+00:00",
        "en",
        None,
        None,
        2,
        2,
    ),
    (
        "nitf-fishing.xml",
        "a364aa343c46",
        "8f97d2d916bb",
        "35ff373842bd",
        11,
        1222,
        "2002-02-25T14:30:00-05:00",
        "en",
        "1ce232bc6201",
        "01b7a28ce9f2",
        1,
        1,
    ),
    (
        "nitf-ntb.xml",
        "a24c024dc3b5",
        "2264bcf2173a",
        "8094fe1fdc77",
        57,
        7791,
        "2020-09-07",
        "nb",
        "f40b06ecea2f",
        "43152cc97f45",
        0,
        1,
    ),
    (
        "pa1.xml",
        "78f6c5c97c90",
        "dbad24f5b714",
        "4c12dd1722ee",
        43,
        4128,
        "2015-10-14T04:30:01+01:00",
        None,
        "a9c2988b074f",
        None,
        0,
        0,
    ),
    (
        "reuters-newsmlg2.xml",
        "c1fbc6fa1973",
        "64b802219aaa",
        "684992dd8d14",
        1,
        621,
        "2018-01-03T20:13:08+00:00",
        "en",
        "f2f452a655ec",
        None,
        0,
        0,
    ),
    (
        "stt_newsml_test.xml",
        "a17f033f0850",
        "93075cab789a",
        "8851221df613",
        40,
        7767,
        "2017-12-19T10:33:04+02:00",
        "fi",
        "6c78e0e17576",
        "0cf4e8a7a9a0",
        1,
        0,
    ),
]
# Of an export of WordPress: three entries with text, two without.
EXPORT = "wordpress_wxr.xml"
# What holds no text, and a word of the reason.
EMPTY = {"iptc-listing1-newsmlg2.xml": "no text", "ap_media_text_item.json": "nitf"}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_an_item_is_read(row):
    name, headline, first, last, paragraphs, length, published, language, source, dateline, places, authors = row
    article = read_one(ITEMS / name)
    assert digest(article.headline) == headline
    assert (opening(article.text), ending(article.text)) == (first, last)
    assert (len(article.text.split("\n\n")), len(article.text)) == (paragraphs, length)
    assert article.published.isoformat() == published
    assert article.language == language
    assert (digest(article.source), digest(article.hints.dateline)) == (source, dateline)
    assert (len(article.hints.located), len(article.authors)) == (places, authors)


def test_an_export_is_read():
    found = list(newsfacts.read(ITEMS / EXPORT))
    assert [isinstance(item, Article) for item in found] == [True, True, True, False, False]
    articles = found[:3]
    assert [article.published for article in articles][:2] == [
        datetime.fromisoformat("2013-07-29T16:03:54+00:00"),
        datetime.fromisoformat("2013-07-07T15:06:01+00:00"),
    ]
    assert {article.language for article in articles} == {"en"}
    assert [len(article.text.split("\n\n")) for article in articles] == [1, 2, 2]
    assert {opening(article.text) for article in articles} == {"1ef742ac5201"}


@pytest.mark.parametrize("name", EMPTY)
def test_an_item_without_text_says_so(name):
    [error] = newsfacts.read(ITEMS / name)
    assert EMPTY[name] in error.problem


def test_every_item_is_in_the_table():
    known = {row[0] for row in TABLE} | {EXPORT} | EMPTY.keys()
    assert {path.name for path in ITEMS.iterdir() if path.suffix in (".xml", ".json")} <= known
