"""The names plugin: persons, organisations and places in the text, each with its nominative name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsfacts import LanguagePack, hookimpl
from newsfacts_names.extractor import find_names, own_packs

if TYPE_CHECKING:
    from newsfacts import Analysis, Mention


@hookimpl
def newsfacts_recognize(analysis: Analysis) -> Iterator[Mention]:
    """Find names."""
    return find_names(analysis)


@hookimpl
def newsfacts_language_packs() -> list[LanguagePack]:
    """Offer the languages that there is a grammar of."""
    return list(own_packs().values())
