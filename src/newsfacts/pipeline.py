"""The table of contents: read → analyse → extract → consolidate → export.

A `Pipeline` is the three stages between; the two ends, where files are, are served by the same plugins.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from types import NoneType
from typing import Any, Literal

from attrs import evolve

from newsfacts.analysis import Analysis
from newsfacts.article import Article
from newsfacts.article_language import ArticleLanguage
from newsfacts.checks import check_is, check_several
from newsfacts.consolidation import consolidate
from newsfacts.decisions import Reasons
from newsfacts.errors import ArgumentError, ExtractionError, Failure, NoExtractorsError, PluginError, ReadError
from newsfacts.explanation import Explanation
from newsfacts.exporting import Exporter
from newsfacts.extraction import Extractor, run_extractor
from newsfacts.facts import SHARED_KINDS
from newsfacts.given import article_of, item_of
from newsfacts.language import Language
from newsfacts.plain_text import plain_text
from newsfacts.plugins import Plugins, installed_plugins
from newsfacts.reading import File, open_source, read_all, read_single
from newsfacts.result import Result, unread
from newsfacts.source import Source
from newsfacts.suggestions import suggestion
from newsfacts.terminal import visible

__all__ = ["Pipeline", "default_pipeline", "explain", "extract"]

_LOG = logging.getLogger(__name__)


class Pipeline:
    """Extractors, languages and relations of all plugins, ready to run on articles.

    Build it once and use it for many articles; it keeps no state between them.

    Args:
        block: Names of plugins to leave out, beside those in the environment variable ``NEWSFACTS_BLOCK``.
        register: Further plugins by name: objects or modules with ``@newsfacts.hookimpl`` functions.
        minimum_confidence: The least confidence, 0 to 1, of the facts that are kept: one for all kinds, or by kind. A fact with
            less is left out before facts are merged, so that it decides nothing about others either.
        on_error: ``collect`` puts plugins' errors into ``result.failures``; ``raise`` raises them all as one group.
        discover: Whether to load the installed plugins; a test may turn it off.

    Attributes:
        plugins: The plugins that it has loaded.
        languages: The languages that it can analyse, by code.
        recognizers: The plugins that find names, in the order of their names.
        relaters: The plugins that say whom a fact's mention means, likewise.

    Raises:
        NoExtractorsError: No plugin offers an extractor.
        PluginError: One of ``register`` is no valid plugin, or there is none of a name in ``block`` or ``NEWSFACTS_BLOCK``.
        TypeError: ``block`` has no names, or ``register`` is no dict.
        ArgumentError: A confidence is no number from 0 to 1, or its kind is none that the plugins yield.
        ValueError: ``on_error`` is neither.
        ExtractionError: A plugin cannot be loaded, and ``on_error`` is ``raise``.

    >>> pipeline = Pipeline(block=["titles"])
    >>> [money.amount for money in pipeline.extract("Завод продали за 2 млн рублей.").money]
    [Decimal('2000000')]
    """

    def __init__(
        self,
        *,
        block: Iterable[str] = (),
        register: dict[str, object] | None = None,
        minimum_confidence: float | Mapping[str, float] = 0.0,
        on_error: Literal["collect", "raise"] = "collect",
        discover: bool = True,
    ) -> None:
        if on_error not in ("collect", "raise"):
            raise ValueError(f"on_error is {on_error!r}; it is 'collect' or 'raise'")
        check_several(block, "block", "it has names of plugins, such as ['titles']")
        block = (block,) if isinstance(block, str) else tuple(block)
        for name in block:
            check_is(name, str, "a name in block")
        check_is(register, (dict, NoneType), "register", "it has plugins by name, such as {'mine': plugin}")
        self._arguments: dict[str, Any] = {
            "block": block,
            "register": register,
            "minimum_confidence": minimum_confidence,
            "on_error": on_error,
            "discover": discover,
        }
        self._on_error = on_error
        is_default = discover and not block and not register
        self.plugins = plugins = installed_plugins() if is_default else Plugins(block, register, discover)
        self.languages: Mapping[str, Language] = plugins.languages
        self._extractors = plugins.extractors
        self.recognizers = plugins.implementations("newsfacts_recognize")
        self.relaters = plugins.implementations("newsfacts_relate")
        self._spoken = ArticleLanguage(plugins.languages, plugins.implementations("newsfacts_detect_language"))
        self._load_failures = (
            *plugins.failures,
            *plugins.languages.failures,
            *plugins.language_packs.failures,
            *plugins.words.failures,
            *plugins.extractors.failures,
        )
        self._raise(self._load_failures)
        for failure in self._load_failures:
            _log("plugins", failure)
        if not self._extractors:
            broken = "".join(f"; {f.plugin}: {f.message}" for f in self._load_failures)
            raise NoExtractorsError(
                "no extractor is installed, or all are blocked. In a checkout run 'pip install -e .': entry points are "
                f"found only through an installed distribution. 'newsfacts plugins' lists what is there{broken}"
            )
        self._least = _least_confidences(minimum_confidence, {**SHARED_KINDS, **plugins.kinds})

    def read(self, file: File) -> Iterator[Article | ReadError]:
        """Read the articles of a file, as `newsfacts.read` does, by the readers of this pipeline's plugins.

        Args:
            file: A path, or an open file; the content decides which format it is in.

        Yields:
            The articles in order, and in the place of each that cannot be read the error that says why.

        Raises:
            ReadError: There is no such file, or it cannot be opened or read.
        """
        yield from read_all(open_source(file), self.plugins)

    @property
    def exporters(self) -> Mapping[str, Exporter]:
        """The output formats of this pipeline's plugins, by name."""
        return self.plugins.exporters

    def extract(
        self, article: Article | str | Path | bytes, *, published: date | str | None = None, language: str | None = None
    ) -> Result:
        """Extract the facts of one article.

        Args:
            article: The article, or its text; or a path or the bytes of a file that holds one, in any format that a reader of
                this pipeline's plugins knows. A string is always a text; that of a file's name or an address is one with a
                `newsfacts.ReadWarning`.
            published: For a text: the day or moment of publication, a string in ISO 8601.
            language: For a text: its ISO 639-1 code; detected when None. A text that is surely in another one is analysed as is
                said, with a `newsfacts.ReadWarning`.

        Raises:
            TypeError: It is none of these, or no text with a ``published`` or ``language`` beside it.
            ValueError: ``published`` is no ISO 8601 date, or ``language`` no language.
            ReadError: The file cannot be read, or does not hold exactly one article.
            ExtractionError: Plugins raised, and the pipeline was built with ``on_error="raise"``.
        """
        return self._extracted(self._article(article, published, language))

    def explain(
        self, article: Article | str | Path | bytes, *, published: date | str | None = None, language: str | None = None
    ) -> Explanation:
        """Extract the facts of one article, and tell why each was found: the rules, the features and the scores behind it.

        The facts are those that `extract` gives for the same arguments, and it raises the same.

        >>> explanation = Pipeline().explain("Завод купили за 2 млн евро.")
        >>> [decision.question for decision in explanation.of("f1")][:1]
        ['what the sum is']
        """
        reasons = Reasons()
        result = self._extracted(self._article(article, published, language), reasons)
        return Explanation(result=result, decisions=reasons.by_id())

    def _article(self, article: Article | str | Path | bytes, published: date | str | None, language: str | None) -> Article:
        """The article that is meant; what is raised is described at `extract`."""
        if isinstance(article, str):
            return self._spoken.doubted(article_of(article, published, language))
        if not isinstance(article, Article | Path | bytes):
            kind = type(article).__name__
            raise TypeError(f"an article is an Article, a text, a Path or bytes, not {kind}; newsfacts.read reads open files")
        if published is not None or language is not None:
            raise TypeError("published and language are for a text; an Article has its own: attrs.evolve makes a changed copy")
        if isinstance(article, Article):
            return self._spoken.doubted(article)
        source = open_source(article) if isinstance(article, Path) else Source(name="bytes", data=article)
        return self._spoken.doubted(read_single(source, self.plugins))

    def _extracted(self, article: Article, reasons: Reasons | None = None) -> Result:
        failures = list(self._load_failures)
        article = self._spoken.stated(article, failures)
        spoken = self.languages.get(article.language or "")
        extractors = [e for e in self._extractors.values() if spoken and spoken.code in e.languages]
        skipped = self._skipped(extractors)
        if spoken is None or not extractors:
            self._raise(failures)
            return Result(article=article, failures=tuple(dict.fromkeys(failures)), skipped=skipped)
        plain = plain_text(article.text, spoken)
        packs = self.plugins.packs_for(spoken.code)
        analysis = Analysis(evolve(article, text=plain.text) if plain else article, spoken, self.recognizers, packs, reasons)
        facts = []
        for extractor in extractors:
            found, problems = run_extractor(extractor, analysis)
            facts += [fact for fact in found if fact.confidence >= self._least.get(fact.kind, 0.0)] if self._least else found
            failures += problems
        consolidated = consolidate(analysis, facts, self.relaters)
        if plain:
            consolidated = plain.as_read(consolidated)
        failures += chain.from_iterable(pack.failures for pack in packs.values())
        failures += (*analysis.failures, *consolidated.failures, *(reasons.failures if reasons else ()))
        self._raise(failures)
        failures = list(dict.fromkeys(failures))  # what goes wrong a hundred times in one article is said once
        for failure in failures:
            if failure not in self._load_failures:
                _log(article.id or "an article without id", failure)
        return Result(
            article=article,
            facts=consolidated.facts,
            entities=consolidated.entities,
            conflicts=consolidated.conflicts,
            failures=tuple(failures),
            skipped=skipped,
        )

    def extract_many(self, articles: Iterable[Article | ReadError | str], *, jobs: int = 1) -> Iterator[Result]:
        """Extract the facts of many articles: lazily, in order, in constant memory.

        Args:
            articles: Articles or texts, or what `newsfacts.read` gives; taken as results are asked for, with several
                processes a few dozen ahead. An error in the place of an article gets a result without text that has it
                among its failures.
            jobs: Number of worker processes; 1 works in this process. An article that a worker process dies on, or does
                not come to an end with, gets a result that says so among its failures; nothing hangs, and the others are
                done.

        Raises:
            TypeError: One of them is something else; the results of those before it are given first. Or ``jobs`` is no number.
            ValueError: ``jobs`` is less than 1.
            ExtractionError: Plugins raised, a worker died or an article could not be read, and the pipeline was built with
                ``on_error="raise"``.
        """
        if isinstance(articles, str | Article):
            raise TypeError("extract_many takes several articles; give a list, or call extract")
        check_several(articles, "articles", "it has several, or is what newsfacts.read gives")
        check_is(jobs, int, "jobs")
        if jobs < 1:
            raise ValueError(f"jobs is {jobs}; it is 1 for this process, or a number of worker processes")
        return self._extracted_many(map(self._spoken.doubted, map(item_of, articles)), jobs)

    def _extracted_many(self, items: Iterator[Article | ReadError], jobs: int) -> Iterator[Result]:
        if jobs == 1:
            yield from map(self.extract_item, items)
            return
        from newsfacts.workers import extract_in_workers

        for result in extract_in_workers(items, jobs, partial(_extract_item_with, self._arguments | {"on_error": "collect"})):
            self._raise(result.failures)
            yield result

    def extract_item(self, item: Article | ReadError) -> Result:
        """Extract the facts of what `newsfacts.read` gives: of an article, or none with the error that is in its place.

        Raises:
            ExtractionError: Plugins raised or it is an error, and the pipeline was built with ``on_error="raise"``.
        """
        if isinstance(item, Article):
            return self._extracted(item)
        result = unread(item)
        self._raise(result.failures)
        return result

    @property
    def extractors(self) -> tuple[Extractor, ...]:
        """The extractors, in the order of their names."""
        return tuple(self._extractors.values())

    def _skipped(self, extractors: list[Extractor]) -> tuple[str, ...]:
        """The names of those that do not serve a language which others serve, or nobody does.

        An extractor of another language takes nothing from an article whose kinds of facts others find, and a stranger's
        kind is no promise for every language: neither is named.
        """
        if not extractors:
            return tuple(self._extractors)
        found = {cls.kind for extractor in extractors for cls in extractor.yields}
        missed = SHARED_KINDS.keys() - found
        return tuple(
            name
            for name, extractor in self._extractors.items()
            if extractor not in extractors and any(cls.kind in missed for cls in extractor.yields)
        )

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what it is made with: the plugins are loaded anew where it arrives."""
        return _rebuilt, (self._arguments,)

    def _raise(self, failures: Iterable[Failure]) -> None:
        errors = [f.error if isinstance(f.error, Exception) else PluginError(f.plugin, f.message) for f in failures]
        if errors and self._on_error == "raise":
            raise ExtractionError("plugins raised", errors)


def _least_confidences(least: float | Mapping[str, float], kinds: Collection[str]) -> dict[str, float]:
    """The least confidence by kind; nothing where all facts are kept.

    Raises:
        ArgumentError: There is no such kind, or a value is no number from 0 to 1.
    """
    by_kind = least if isinstance(least, Mapping) else dict.fromkeys(kinds, least)
    for kind, value in by_kind.items():
        if kind not in kinds:
            problem = f"no plugin yields facts of the kind {kind!r}{suggestion(kind, kinds)}"
            raise ArgumentError("minimum_confidence", problem)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            of = f"that of {kind!r}" if by_kind is least else "it"
            raise ArgumentError("minimum_confidence", f"{of} is {value!r}; give a number from 0 to 1")
    return {kind: by_kind.get(kind, 0.0) for kind in kinds} if any(by_kind.values()) else {}


def _rebuilt(arguments: dict[str, Any]) -> Pipeline:
    return Pipeline(**arguments)


def _extract_item_with(arguments: dict[str, Any]) -> Callable[[Article | ReadError], Result]:
    return Pipeline(**arguments).extract_item


def _log(where: str, failure: Failure) -> None:
    """Log a failure and where it was raised; its traceback as text, since not every handler can write a stranger's error."""
    message = visible(failure.message)
    _LOG.warning("%s: plugin %r failed at %s: %s", where, failure.plugin, failure.stage, message)
    if _LOG.isEnabledFor(logging.DEBUG):
        _LOG.debug("%s", failure.traceback)


def default_pipeline() -> Pipeline:
    """The pipeline of the installed plugins; built when first asked for, and anew when they have been loaded anew.

    Raises:
        NoExtractorsError: No plugin offers an extractor.
        PluginError: ``NEWSFACTS_BLOCK`` has a name that no plugin has.
    """
    return _pipeline_of(installed_plugins())


@lru_cache(maxsize=1)
def _pipeline_of(_plugins: Plugins) -> Pipeline:
    return Pipeline()


def extract(
    article: Article | str | Path | bytes, *, published: date | str | None = None, language: str | None = None
) -> Result:
    """Extract the facts of one article with all installed plugins.

    Args:
        article: The article, or its text; or a path or the bytes of a file that holds one. A string is always a text.
        published: For a text: the day or moment of publication, a string in ISO 8601; a dateline's year comes from it.
        language: For a text: its ISO 639-1 code; detected when None.

    Raises:
        NoExtractorsError: No plugin offers an extractor.
        PluginError: The environment variable ``NEWSFACTS_BLOCK`` has a name that no plugin has.
        ReadError: The file cannot be read, or does not hold exactly one article.

    >>> result = extract("МИНСК, 29 сен – РИА Новости. Завод купили за два миллиарда рублей.", published="2025-09-30")
    >>> result.dateline.date, [(money.amount, money.currency) for money in result.money]
    ('2025-09-29', [(Decimal('2000000000'), 'RUB')])
    """
    return default_pipeline().extract(article, published=published, language=language)


def explain(
    article: Article | str | Path | bytes, *, published: date | str | None = None, language: str | None = None
) -> Explanation:
    """Extract the facts of one article with all installed plugins, and tell why each was found.

    Args and errors are those of `extract`.

    >>> explanation = explain("Завод купили за 2 млн евро.")
    >>> [decision.rule for decision in explanation.of(explanation.result.money[0])][:1]
    ['a number with a currency at it']
    """
    return default_pipeline().explain(article, published=published, language=language)
