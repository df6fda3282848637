"""The quotes plugin: what the article attributes to somebody, and who that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newsfacts import Extractor, Quote, hookimpl

if TYPE_CHECKING:
    from newsfacts import Analysis, Fact, Link


def _find(analysis: Analysis) -> Iterator[Quote]:
    from newsfacts_quotes.extract import find_quotes

    return find_quotes(analysis)


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """Offer the extractor of quotes."""
    return [Extractor(name="quotes", languages=frozenset({"ru"}), yields=(Quote,), run=_find)]


@hookimpl
def newsfacts_relate(analysis: Analysis, facts: tuple[Fact, ...]) -> Iterable[Link]:
    """Say who speaks where the text gives a title alone."""
    from newsfacts_quotes.roles import resolve_roles

    return resolve_roles(analysis, facts)
