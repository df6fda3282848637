"""The dateline plugin: where, when and by which agency an article was filed."""

from newsfacts import Extractor, hookimpl
from newsfacts_dateline.extractor import EXTRACTOR


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the dateline extractor."""
    return [EXTRACTOR]
