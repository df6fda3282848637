"""The quotes plugin: what the article attributes to somebody, and who that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsfacts import Extractor, Quote, hookimpl

if TYPE_CHECKING:
    from newsfacts import Analysis


def _find(analysis: Analysis) -> Iterator[Quote]:
    from newsfacts_quotes.extract import find_quotes

    return find_quotes(analysis)


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """Offer the extractor of quotes."""
    return [Extractor(name="quotes", languages=frozenset({"ru"}), yields=(Quote,), run=_find)]
