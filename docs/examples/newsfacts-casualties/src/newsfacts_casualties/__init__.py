"""A newsfacts plugin: how many people an article reports as killed, injured and missing."""

from newsfacts import Extractor, hookimpl
from newsfacts_casualties.facts import Casualties
from newsfacts_casualties.finding import find_casualties

__all__ = ["Casualties"]


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the extractor: newsfacts runs it on every article in Russian."""
    return [Extractor(name="casualties", languages={"ru"}, yields=[Casualties], run=find_casualties)]
