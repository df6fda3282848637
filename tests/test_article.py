from datetime import date, datetime

import pytest

from newsfacts import Article


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"published": "2025-09-29"}, date(2025, 9, 29)),
        ({"published": "2025-09-29T23:30:00+03:00"}, date(2025, 9, 29)),
        ({"published": date(2025, 9, 29), "url": "https://example.org/2024/01/02/a"}, date(2025, 9, 29)),
        ({"url": "https://example.org/20250929/a-2045075742.html"}, date(2025, 9, 29)),
        ({"url": "https://example.org/2025/09/29/a"}, date(2025, 9, 29)),
        ({"url": "https://example.org/news/2045075742"}, None),
        ({"url": "https://example.org/20250231/a"}, None),
        ({}, None),
    ],
)
def test_day_of_publication_from_the_field_or_else_the_address(fields, day):
    assert Article(text="…", **fields).dated == day


def test_published_keeps_the_moment():
    assert Article(text="…", published="2025-09-29T10:00:00+03:00").published == datetime.fromisoformat(
        "2025-09-29T10:00:00+03:00"
    )


def test_published_that_is_no_date_is_refused():
    with pytest.raises(ValueError, match="29"):
        Article(text="…", published="29 сентября")
