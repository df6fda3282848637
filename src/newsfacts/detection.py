"""Which language an article is in, by the letters of the languages that are built in."""

from __future__ import annotations

from newsfacts.article import Article
from newsfacts.hooks import hookimpl
from newsfacts.languages import CODES
from newsfacts.scripts import is_written_in

__all__ = ["newsfacts_detect_language"]

# Enough text to tell whether there are letters at all.
_SAMPLE = 4_000


@hookimpl(trylast=True)
def newsfacts_detect_language(article: Article) -> str | None:
    """Russian or English by the alphabet; None for Cyrillic text with foreign letters and for other scripts."""
    text = article.text[:_SAMPLE]
    if not any(map(str.isalpha, text)):
        return None
    return next((code for code in CODES if is_written_in(code, text)), None)
