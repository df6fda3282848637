"""The dateline plugin: where, when and by which agency an article was filed."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts import Analysis, Dateline, Extractor, hookimpl


def _run(analysis: Analysis) -> Iterator[Dateline]:
    from newsfacts_dateline.finding import find_dateline

    return find_dateline(analysis)


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the dateline extractor."""
    return [Extractor(name="dateline", languages={"ru"}, yields=[Dateline], run=_run)]
