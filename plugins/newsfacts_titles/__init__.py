"""The titles plugin: which positions the persons of an article hold."""

from __future__ import annotations

from newsfacts import Extractor, OfficialTitle, hookimpl


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the extractor of officials' titles."""
    from newsfacts_titles.extraction import find_official_titles

    return [Extractor(name="titles", languages={"ru"}, yields=[OfficialTitle], run=find_official_titles)]
