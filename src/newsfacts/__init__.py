"""newsfacts: facts of a news article, from pluggy extractors, merged into one record of people, words and sums."""

import logging
from typing import TYPE_CHECKING

from newsfacts.analysis import Analysis
from newsfacts.article import Article, Hints
from newsfacts.decisions import Answer, Decision
from newsfacts.display import Display, Wording
from newsfacts.entities import Entity
from newsfacts.errors import (
    ArgumentError,
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
from newsfacts.explanation import Explanation
from newsfacts.exporting import Exporter
from newsfacts.extraction import Extractor
from newsfacts.facts import (
    Dateline,
    Fact,
    Gender,
    Link,
    Mention,
    MentionType,
    MoneyAmount,
    OfficialTitle,
    Qualifier,
    Quote,
    QuoteStyle,
    Span,
    TitleStatus,
)
from newsfacts.hooks import hookimpl
from newsfacts.language import Language, Morphology, Reading, agree, fold, shared
from newsfacts.language_packs import LanguagePack
from newsfacts.pipeline import Pipeline, explain, extract
from newsfacts.quotation import Quotation
from newsfacts.reading import read, read_html, read_one
from newsfacts.record import Conflict, Record
from newsfacts.result import Result, from_json
from newsfacts.segmentation import Sentence, Token
from newsfacts.source import Source
from newsfacts.suggestions import closest
from newsfacts.words import Words

__all__ = [
    "Analysis",
    "Answer",
    "ArgumentError",
    "Article",
    "Conflict",
    "Dateline",
    "Decision",
    "Display",
    "Entity",
    "Explanation",
    "Exporter",
    "ExtractionError",
    "Extractor",
    "Fact",
    "Failure",
    "Gender",
    "Hints",
    "Language",
    "LanguagePack",
    "LexiconError",
    "Link",
    "Mention",
    "MentionType",
    "MissingExtraError",
    "MoneyAmount",
    "Morphology",
    "NewsfactsError",
    "NoExtractorsError",
    "OfficialTitle",
    "Pipeline",
    "PluginError",
    "PluginInfo",
    "Qualifier",
    "Quotation",
    "Quote",
    "QuoteStyle",
    "ReadError",
    "ReadWarning",
    "Reading",
    "Record",
    "Result",
    "Sentence",
    "Source",
    "Span",
    "TitleStatus",
    "Token",
    "Wording",
    "Words",
    "WorkerError",
    "agree",
    "explain",
    "extract",
    "fold",
    "from_json",
    "hookimpl",
    "list_plugins",
    "read",
    "read_html",
    "read_one",
    "shared",
    "to_dataframe",
]


# What is logged is also in results: without a program that asks for it, it is not printed.
logging.getLogger("newsfacts").addHandler(logging.NullHandler())

if TYPE_CHECKING:
    from newsfacts.dataframes import to_dataframe
    from newsfacts.plugin_list import PluginInfo, list_plugins

    __version__: str
else:  # a type checker that saw this would take every misspelt name for one of ours

    def __getattr__(name: str) -> object:
        """What is had when it is asked for: the version, of the installed distribution, and what few programs need."""
        if name == "__version__":
            from importlib.metadata import version

            return version("newsfacts")
        if name == "to_dataframe":
            from newsfacts.dataframes import to_dataframe

            return to_dataframe
        if name in ("PluginInfo", "list_plugins"):
            from newsfacts import plugin_list

            return getattr(plugin_list, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}{closest(name, __all__)}")
