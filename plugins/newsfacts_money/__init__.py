"""The money plugin: sums with their currency, and what the words around them say of their precision."""

from newsfacts import Extractor, MoneyAmount, hookimpl
from newsfacts_money.relations import find_money


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the money extractor."""
    return [Extractor(name="money", languages={"ru"}, yields=[MoneyAmount], run=find_money)]
