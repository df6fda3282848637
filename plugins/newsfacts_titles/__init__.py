"""The titles plugin: which positions the persons of an article hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsfacts import Analysis, Extractor, OfficialTitle, hookimpl


@hookimpl
def newsfacts_extractors() -> Iterable[Extractor]:
    """Offer the extractor of officials' titles."""
    return [Extractor(name="titles", languages={"ru"}, yields=(OfficialTitle,), run=_run)]


def _run(analysis: Analysis) -> Iterator[OfficialTitle]:
    from newsfacts_titles.extraction import find_official_titles

    return find_official_titles(analysis)
