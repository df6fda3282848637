"""Dates of feeds and declared languages."""

import pytest

from newsfacts.readers.dates import read_moment
from newsfacts.readers.declared_language import language_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-09-29", "2025-09-29"),
        ("20250929", "2025-09-29"),
        ("2025-09-29Z", "2025-09-29"),
        ("20250929+0300", "2025-09-29"),
        ("2025-09-29T10:05:00Z", "2025-09-29T10:05:00+00:00"),
        ("2025-09-29t10:05:00.250z", "2025-09-29T10:05:00.250000+00:00"),
        ("2025-09-29T10:05:00.123456789+03:00", "2025-09-29T10:05:00.123456+03:00"),
        ("2025-09-29 10:05 +0300", "2025-09-29T10:05:00+03:00"),
        ("2025-09-29T10:05-05", "2025-09-29T10:05:00-05:00"),
        ("2025-09-29 10:05:00 GMT+00:00", "2025-09-29T10:05:00+00:00"),
        ("\n 20140829T134951+0000 \n", "2014-08-29T13:49:51+00:00"),
        ("2014-08-29T13:49Z", "2014-08-29T13:49:00+00:00"),
        ("20140829T134951Z", "2014-08-29T13:49:51+00:00"),
        ("20140829T134951", "2014-08-29"),
        ("2014-08-29T13:49:51", "2014-08-29"),
        ("Mon, 29 Sep 2025 10:05:00 +0300", "2025-09-29T10:05:00+03:00"),
        ("Mon, 29 Sep 2025 10:05:00 +03:00", "2025-09-29T10:05:00+03:00"),
        ("Mon, 29 Sep 2025 10:05:00 GMT", "2025-09-29T10:05:00+00:00"),
        ("Mon, 29 Sep 2025 10:05:00 EST", "2025-09-29T10:05:00-05:00"),
        ("29 Sep 25 10:05 MSK", "2025-09-29T10:05:00+03:00"),
        ("Monday, 29-Sep-99 10:05:00 UTC", "1999-09-29T10:05:00+00:00"),
        ("Mon, 9 September 2025 9:05:00 +0000 (UTC)", "2025-09-09T09:05:00+00:00"),
        ("Mon, 29 Sep 2025", "2025-09-29"),
        ("Mon, 29 Sep 2025 10:05:00 XYZ", "2025-09-29"),
    ],
)
def test_moments(text, expected):
    assert read_moment(text).isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [None, "", "вчера", "2025", "2025-09", "2025-02-30", "31 Feb 2025", "29 Foo 2025", "2025-09-29T25:00Z", "29/09/2025",
     "1759140300", "2025-0929", "Oslo", "Mon, 29 Sep 2025 10:05:00 +9900", "２０２５-09-29 x"],
)  # fmt: skip
def test_what_is_no_date_is_none(text):
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("ru", "Мост открыли", "ru"),
        ("ru_RU", "Мост открыли", "ru"),
        ("RUS", "Мост открыли", "ru"),
        (" en-GB ", "The bridge opened", "en"),
        ("en", "Мост открыли", None),
        ("ru", "The bridge opened", None),
        ("ru", "Міст відкрили, її чекали", None),
        ("uk", "Мост открыли, объявил мэр", None),
        ("uk", "Міст відкрили", "uk"),
        ("kk", "Көпір ашылды", "kk"),
        ("sr", "Most je otvoren", "sr"),
        ("de", "Die Brücke", "de"),
        ("zh-Hans", "大桥开通", "zh"),
        ("en", "大桥开通", None),
        ("en", "12 : 0", "en"),
        ("x-default", "The bridge", None),
        ("English", "The bridge", None),
        ("", "The bridge", None),
        (None, "The bridge", None),
    ],
)
def test_a_declared_language_holds_unless_the_letters_say_otherwise(tag, text, expected):
    assert language_of(tag, text) == expected
