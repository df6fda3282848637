"""The money plugin: sums with their currency, and what the words around them say of their precision."""

from newsfacts import Extractor, LanguagePack, hookimpl
from newsfacts.language_packs import packs_in
from newsfacts_money.extractor import EXTRACTOR


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the money extractor."""
    return [EXTRACTOR]


@hookimpl
def newsfacts_language_packs() -> list[LanguagePack]:
    """Offer the languages of the data files."""
    return packs_in(__name__, "money")
