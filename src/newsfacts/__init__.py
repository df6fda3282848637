"""newsfacts: facts of a news article, from pluggy extractors, merged into one record of people, words and sums."""

from newsfacts.analysis import Analysis
from newsfacts.article import Article, Hints
from newsfacts.entities import Entity
from newsfacts.errors import (
    ExtractionError,
    Failure,
    LexiconError,
    MissingExtraError,
    NewsfactsError,
    NoExtractorsError,
    PluginError,
    ReadError,
    ReadWarning,
    WorkerError,
)
from newsfacts.exporting import Exporter
from newsfacts.extraction import Extractor
from newsfacts.facts import Dateline, Fact, Link, Mention, MoneyAmount, OfficialTitle, Quote, Span
from newsfacts.hooks import hookimpl
from newsfacts.language import Language, Morphology, Reading, agree, fold, shared
from newsfacts.language_packs import LanguagePack
from newsfacts.pipeline import Pipeline, extract
from newsfacts.plugins import PluginInfo, list_plugins
from newsfacts.quotation import Quotation
from newsfacts.reading import read, read_html, read_one
from newsfacts.record import Conflict, Record
from newsfacts.result import Result, from_json
from newsfacts.segmentation import Sentence, Token
from newsfacts.source import Source

__all__ = [
    "Analysis",
    "Article",
    "Conflict",
    "Dateline",
    "Entity",
    "Exporter",
    "ExtractionError",
    "Extractor",
    "Fact",
    "Failure",
    "Hints",
    "Language",
    "LanguagePack",
    "LexiconError",
    "Link",
    "Mention",
    "MissingExtraError",
    "MoneyAmount",
    "Morphology",
    "NewsfactsError",
    "NoExtractorsError",
    "OfficialTitle",
    "Pipeline",
    "PluginError",
    "PluginInfo",
    "Quotation",
    "Quote",
    "ReadError",
    "ReadWarning",
    "Reading",
    "Record",
    "Result",
    "Sentence",
    "Source",
    "Span",
    "Token",
    "WorkerError",
    "agree",
    "extract",
    "fold",
    "from_json",
    "hookimpl",
    "list_plugins",
    "read",
    "read_html",
    "read_one",
    "shared",
]


def __getattr__(name: str) -> str:
    """The version, read from the installed distribution when it is asked for."""
    if name == "__version__":
        from importlib.metadata import version

        return version("newsfacts")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
