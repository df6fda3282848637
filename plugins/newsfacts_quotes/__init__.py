"""The quotes plugin: what the article attributes to somebody, and who that is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsfacts import Extractor, LanguagePack, Quote, hookimpl
from newsfacts_quotes.extractor import GRAMMARS, find_quotes, own_pack, relate_quotes

if TYPE_CHECKING:
    from newsfacts import Analysis, Fact, Link


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the extractor of quotes."""
    return [Extractor(name="quotes", languages=(), yields=[Quote], run=find_quotes)]


@hookimpl
def newsfacts_language_packs() -> list[LanguagePack]:
    """Offer the languages that there is a grammar of."""
    return [own_pack(code) for code in GRAMMARS]


@hookimpl
def newsfacts_relate(analysis: Analysis, facts: tuple[Fact, ...]) -> Iterable[Link]:
    """Link speakers who are called by a title alone to whoever holds it."""
    return relate_quotes(analysis, facts)
