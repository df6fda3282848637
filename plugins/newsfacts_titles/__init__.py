"""The titles plugin: which positions the persons of an article hold."""

from newsfacts import Extractor, LanguagePack, OfficialTitle, hookimpl
from newsfacts_titles.extractor import GRAMMARS, find_official_titles, own_pack


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the extractor of officials' titles."""
    return [Extractor(name="titles", languages=(), yields=[OfficialTitle], run=find_official_titles)]


@hookimpl
def newsfacts_language_packs() -> list[LanguagePack]:
    """Offer the languages that there is a grammar of."""
    return [own_pack(code) for code in GRAMMARS]
