"""The dateline plugin: where, when and by which agency an article was filed."""

from newsfacts import Dateline, Extractor, hookimpl
from newsfacts_dateline.finding import find_dateline


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Offer the dateline extractor."""
    return [Extractor(name="dateline", languages={"ru"}, yields=[Dateline], run=find_dateline)]
