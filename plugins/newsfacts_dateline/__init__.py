"""The dateline plugin: where, when and by which agency an article was filed."""

from newsfacts import Extractor, LanguagePack, hookimpl
from newsfacts.language_packs import packs_in
from newsfacts_dateline.extractor import EXTRACTOR


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the dateline extractor."""
    return [EXTRACTOR]


@hookimpl
def newsfacts_language_packs() -> list[LanguagePack]:
    """Offer the languages of the data files."""
    return packs_in(__name__, "dateline")
