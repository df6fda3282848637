"""What the tables of cases cannot show of datelines: the cheap test before them, dates, and another language's."""

import sys
from datetime import date

import pytest
from attrs import evolve

from newsfacts.languages.en import ENGLISH
from newsfacts.languages.ru import RUSSIAN
from newsfacts_dateline.evidence import ENOUGH, evidence_of
from newsfacts_dateline.extractor import read_parts
from newsfacts_dateline.filing_dates import iso_date
from newsfacts_dateline.lexicon import DatelineData, DatelineLexicon, lexicon_of
from newsfacts_dateline.starts import find_starts, runs_on


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Борис Орлов сообщил, что мост открыт.", True),
        ("Отметим, что мост открыт.", True),
        ("Нур-Султан Абаев сказал, что мост открыт.", True),
        ("А- сказал, что мост открыт.", False),
        ("Ёлкин-\xa0б\xa0открыт.", False),
        ("МИНСК, 5 мая - РИА Новости.", False),
        ("Тасс из Минска сообщил, 5 мая.", False),
        ("Корреспондент наш сообщил, 5 мая.", False),
        ("Минск тасс сообщил, 5 мая.", False),
        ("Борт самолета над Минском, 5 мая.", False),
    ],
)
def test_a_sentence_that_runs_on_is_no_dateline(text, runs):
    assert runs_on(text, 0, lexicon_of(RUSSIAN)) is runs


def test_dates_in_words_need_no_library(monkeypatch):
    monkeypatch.setitem(sys.modules, "dateparser", None)
    assert iso_date("17 нояб", "1987", None, RUSSIAN) == "1987-11-17"


@pytest.mark.parametrize(("language", "expected"), [(RUSSIAN, "2021-12-10"), (ENGLISH, "2021-10-12")])
def test_digits_are_in_the_order_of_the_language(language, expected):
    assert iso_date("10.12", "2021", None, language) == expected


@pytest.mark.parametrize(
    ("text", "places", "day", "agency"),
    [
        ("WASHINGTON, Sept. 29 (Reuters) - The Senate met.", ("WASHINGTON",), "2025-09-29", "Reuters"),
        ("LONDON, Jan 2, 2024 - AP. The House met.", ("LONDON",), "2024-01-02", "AP"),
        ("LONDON, 1/2/2024 - AP. The House met.", ("LONDON",), "2024-01-02", "AP"),
        ("LONDON, Jan 1-2, 2024 - AP. The House met.", ("LONDON",), "2024-01-02", "AP"),
        ("LONDON, Dec. 31 - Jan. 1 (AP) - The House met.", ("LONDON",), "2025-01-01", "AP"),
    ],
)
def test_another_language_needs_data_only(text, places, day, agency):
    lexicon = DatelineLexicon(DatelineData(agencies={"Reuters": [], "AP": ["Associated Press"]}), ENGLISH)
    parts = read_parts(text, 0, lexicon)
    assert (parts.places, parts.agencies) == (places, (agency,))
    assert iso_date(parts.day_month, parts.year, date(2025, 9, 30), ENGLISH) == day
    assert evidence_of(text, parts, lexicon, ENGLISH) >= ENOUGH


def test_a_year_may_come_first_in_digits():
    language = evolve(ENGLISH, date_order="YMD")
    parts = read_parts(
        "LONDON, 2024-01-02 - AP. The House met.", 0, DatelineLexicon(DatelineData(agencies={"AP": []}), language)
    )
    assert iso_date(parts.day_month, parts.year, None, language) == "2024-01-02"


@pytest.mark.parametrize(
    ("text", "order", "begins"),
    [
        ("The House met. LONDON, Jan. 2 (AP) - It did.", "MDY", "LONDON"),
        ("The House met. Jan 2, London - It did.", "MDY", "Jan"),
        ("The House met. LONDON, 2 January (AP) - It did.", "DMY", "LONDON"),
        ("The House met. LONDON, 2 January (AP) - It did.", "MDY", None),
    ],
)
def test_a_date_within_a_line_is_looked_for_in_the_order_of_the_language(text, order, begins):
    inner = {text[start:].split(",")[0].split(" ")[0] for start, is_inner in find_starts(text, order) if is_inner}
    assert begins in inner if begins else not inner
