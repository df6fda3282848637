"""The money plugin: sums with their currency, and what the words around them say of their precision."""

from newsfacts import Extractor, hookimpl
from newsfacts_money.extractor import EXTRACTOR


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the money extractor."""
    return [EXTRACTOR]
