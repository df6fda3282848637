"""The money plugin: sums with their currency, and what the words around them say of their precision."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts import Analysis, Extractor, MoneyAmount, hookimpl


def _run(analysis: Analysis) -> Iterator[MoneyAmount]:
    from newsfacts_money.relations import find_money

    return find_money(analysis)


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the money extractor."""
    return [Extractor(name="money", languages={"ru"}, yields=[MoneyAmount], run=_run)]
