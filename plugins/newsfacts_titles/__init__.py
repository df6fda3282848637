"""The titles plugin: which positions the persons of an article hold."""

from newsfacts import Extractor, OfficialTitle, hookimpl
from newsfacts_titles.extractor import GRAMMARS, find_official_titles


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the extractor of officials' titles."""
    return [Extractor(name="titles", languages=GRAMMARS, yields=[OfficialTitle], run=find_official_titles)]
