"""Every hook that newsfacts calls. A plugin implements the ones it needs, by name, with `newsfacts.hookimpl`.

Answers are returned, never passed to a callback, and the order of plugins never changes a result: they are asked in the order
of their names, ours first where names can be taken and last where the first answer wins. Whatever a plugin raises or gives
wrongly becomes a `Failure` in the result of the article for which it was asked, or in every result where it was asked while the
`Pipeline` was built (with ``on_error="raise"`` an `ExtractionError`). The rest of its answer stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsfacts.hooks import hookspec

if TYPE_CHECKING:
    from newsfacts.analysis import Analysis
    from newsfacts.article import Article
    from newsfacts.errors import ReadError
    from newsfacts.exporting import Exporter
    from newsfacts.extraction import Extractor
    from newsfacts.facts import Fact, Link, Mention
    from newsfacts.language import Language
    from newsfacts.language_packs import LanguagePack
    from newsfacts.source import Source
    from newsfacts.words import Words

__all__ = [
    "newsfacts_detect_language",
    "newsfacts_exporters",
    "newsfacts_extractors",
    "newsfacts_language_packs",
    "newsfacts_languages",
    "newsfacts_read",
    "newsfacts_recognize",
    "newsfacts_relate",
    "newsfacts_words",
]


@hookspec(firstresult=True)
def newsfacts_read(source: Source) -> Article | Iterable[Article | ReadError] | None:
    """Read a source: called once for each input, before anything else.

    Args:
        source: The bytes and what is known of them.

    Returns:
        The article; or, for a container, its articles in order, with a `ReadError` in the place of each that cannot be
        read; or None when the format is not this plugin's. The first plugin that does not say None wins; the built-in
        readers are asked last, plain text at the very end.

    Raises:
        ReadError: The format is this plugin's but the content is broken. Any other error is reported as one.
    """


@hookspec
def newsfacts_languages() -> Iterable[Language]:
    """Offer languages: called on every plugin, once for each set of loaded plugins.

    Returns:
        Languages; one with a code that is taken already is a failure.
    """


@hookspec
def newsfacts_language_packs() -> Iterable[LanguagePack]:
    """Offer languages to plugins: called on every plugin, once for each set of loaded plugins.

    Returns:
        Packs; the extractors of the plugin that one is for serve its language. One for a plugin or a language that there is
        not, or for a plugin that has a pack of the language already, is a failure. What is wrong with its files shows with the
        first article in the language, as a `LexiconError` that names the distribution, the file and the place.
    """


@hookspec
def newsfacts_words() -> Iterable[Words]:
    """Add words to those of other plugins: called on every plugin, once for each set of loaded plugins.

    Returns:
        Words, at most once for one plugin in one language. Those for a plugin that does not serve the language are a failure.
        What is wrong with them shows with the first article in the language; they are left out then, and those of others stand.
    """


@hookspec(firstresult=True)
def newsfacts_detect_language(article: Article) -> str | None:
    """Detect an article's language: called once for each article that does not state it.

    Args:
        article: The article.

    Returns:
        A code of ISO 639, or None to leave it to the next plugin. The built-in detector, asked last, counts letters.
    """


@hookspec
def newsfacts_recognize(analysis: Analysis) -> Iterable[Mention]:
    """Find the names of persons, organisations and places: called on every plugin, when mentions are first asked for.

    Args:
        analysis: The article with its tokens and sentences; its mentions must not be asked for here.

    Returns:
        Mentions with nominative names, each checked by itself. Of mentions of one type that overlap, the longest stays.
    """


@hookspec
def newsfacts_extractors() -> Iterable[Extractor]:
    """Offer extractors: called on every plugin, once for each set of loaded plugins.

    Returns:
        Extractors; the core runs each by itself on every article of its languages. A name that is taken already, or a kind
        of facts that is another class's, is a failure.
    """


@hookspec
def newsfacts_relate(analysis: Analysis, facts: tuple[Fact, ...]) -> Iterable[Link]:
    """Resolve what one extractor alone cannot: called on every plugin, once for each article, after merging.

    Args:
        analysis: The article.
        facts: All facts of the article, of all extractors, merged and in order, each with its id.

    Returns:
        Links, each with the person that a mention field of a fact means («собеседник агентства», "the agency's source" → who
        it is).
    """


@hookspec
def newsfacts_exporters() -> Iterable[Exporter]:
    """Offer output formats: called on every plugin, once for each set of loaded plugins, when a format is first asked for.

    Returns:
        Exporters; one with a name that is taken already is a failure.
    """
