"""Which of the languages that are built in an article is in, by its letters and its most frequent words."""

from __future__ import annotations

import re

from newsfacts.article import Article
from newsfacts.frequent_words import is_in
from newsfacts.hooks import hookimpl
from newsfacts.languages import CODES

__all__ = ["newsfacts_detect_language"]

# Enough text to tell whether there are letters at all.
_SAMPLE = 4_000
_ADDRESS = re.compile(r"https?://\S+")  # is in no language


@hookimpl(trylast=True)
def newsfacts_detect_language(article: Article) -> str | None:
    """Russian or English; None for their neighbours and for other scripts."""
    text = _ADDRESS.sub(" ", article.text[:_SAMPLE])
    if not any(map(str.isalpha, text)):
        return None
    return next((code for code in CODES if is_in(code, text)), None)
