"""A language pack for newsfacts: Ukrainian, and the words that its extractors of money and datelines ask for."""

import re

from newsfacts import Article, Language, LanguagePack, hookimpl
from newsfacts.frequent_words import is_in
from newsfacts_uk.language import CODE, ukrainian

_OWN = re.compile("[їєґЇЄҐ]")
_SAMPLE = 4_000


@hookimpl
def newsfacts_languages() -> list[Language]:
    """Offer Ukrainian."""
    return [ukrainian()]


@hookimpl
def newsfacts_language_packs() -> list[LanguagePack]:
    """Offer the words of money and of datelines; their engines are newsfacts' own."""
    return [
        LanguagePack(plugin=plugin, language=CODE, package=__name__, path=f"data/{plugin}.toml")
        for plugin in ("dateline", "money")
    ]


@hookimpl
def newsfacts_detect_language(article: Article) -> str | None:
    """Tell Ukrainian from its neighbours by a letter that they have not and by frequent words; leave all else to the others."""
    return CODE if _OWN.search(article.text, 0, _SAMPLE) and is_in(CODE, article.text) else None
