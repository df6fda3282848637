"""Which language an article is in, told by the alphabets of the languages that are installed."""

from __future__ import annotations

import re

from newsfacts.article import Article
from newsfacts.hooks import hookimpl

__all__ = ["newsfacts_detect_language"]

# Enough text to tell; the rest of a long article would only cost time.
_SAMPLE = 2000
_CYRILLIC = re.compile(r"[а-яё]+")
_LATIN = re.compile(r"[a-z]+")
# Letters that Russian does not have: their share tells Ukrainian, Belarusian, Kazakh, Serbian and the like from it.
_NOT_RUSSIAN = re.compile(r"[іїєґўәғқңөұүһѓѕјљњќћџђ]+")


@hookimpl(trylast=True)
def newsfacts_detect_language(article: Article) -> str | None:
    """Russian or English by the alphabet; None for Cyrillic text with foreign letters and for other scripts."""
    sample = article.text[:_SAMPLE].lower()
    cyrillic, latin, foreign = [len("".join(letters.findall(sample))) for letters in (_CYRILLIC, _LATIN, _NOT_RUSSIAN)]
    if cyrillic + latin == 0 or foreign * 50 > cyrillic + latin:
        return None
    return "ru" if cyrillic >= latin else "en"
