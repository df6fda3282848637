"""A check of one plugin: what it offers and whether that holds, on articles of each language that it serves."""

from __future__ import annotations

import inspect
import pickle
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from itertools import chain
from types import ModuleType
from typing import Any, Literal

import attrs
from attrs import frozen

from newsfacts.answers import contained
from newsfacts.article import Article
from newsfacts.contract_schema import json_schema
from newsfacts.errors import Failure, LexiconError, PluginError, ReadError, error_text
from newsfacts.extraction import Extractor
from newsfacts.facts import Fact
from newsfacts.language import Language
from newsfacts.linear import load_models
from newsfacts.pipeline import Pipeline
from newsfacts.result import Result, from_json
from newsfacts.suggestions import suggestion

__all__ = ["Finding", "check_plugin"]

# A text in any language beside the samples: nothing, blanks, marks and signs alone, an odd character.
_ODD = ("", " \n\n ", "1 – «…» (2 € 3) — ", "\U0001f4a5\u00ad\u0301 …\n\n„")
_WEIGHTS = ".weights.tsv.gz"
# So many words of each list of a language make a sample where there is none.
_WORDS = 12


@frozen(kw_only=True)
class Finding:
    """What was looked at, and what came out.

    Attributes:
        level: ``ok``, ``note`` for what is worth knowing and no fault, ``fault``.
        what: What was looked at.
        said: What came out.
    """

    level: Literal["ok", "note", "fault"]
    what: str
    said: str


def check_plugin(
    name: str, *, register: Mapping[str, object] | None = None, articles: Iterable[Article] = ()
) -> Iterator[Finding]:
    """Check a plugin beside all that are installed.

    Args:
        name: Its name.
        register: Further plugins by name, it among them perhaps.
        articles: Articles that it is run on beside our samples: such as have what it finds.

    Raises:
        PluginError: There is no plugin of this name, or it is blocked.
    """
    try:
        pipeline = Pipeline(register=dict(register or {}))
    except PluginError as error:
        if error.plugin != name:
            raise
        yield Finding(level="fault", what="loading", said=error.problem)
        return
    plugins = pipeline.plugins
    if name in plugins.blocked:
        raise PluginError(name, "it is blocked; take it out of NEWSFACTS_BLOCK")
    loading = [failure for failure in plugins.failures if failure.plugin == name]
    yield from (Finding(level="fault", what="loading", said=failure.message) for failure in loading)
    plugin = plugins.get(name)
    if plugin is None:
        if not loading:
            raise PluginError(name, f"there is no plugin of this name{suggestion(name, plugins.names)}")
        return
    yield Finding(level="ok", what="hooks", said=", ".join(plugins.signatures_of(name)))
    yield from _Checked(name, plugin, pipeline, tuple(articles)).findings()


class _Checked:
    """A plugin that is loaded.

    Args:
        name: Its name.
        plugin: It.
        pipeline: A pipeline with it.
        articles: Articles that it is run on beside our samples.
    """

    def __init__(self, name: str, plugin: object, pipeline: Pipeline, articles: Sequence[Article]) -> None:
        self._name = name
        self._plugin = plugin
        self._pipeline = pipeline
        self._plugins = pipeline.plugins
        self._articles = articles
        self._extractors = self._plugins.extractors.of(name)
        self._packs = self._plugins.language_packs.of(name)
        self._names = {name, *(extractor.name for extractor in self._extractors)}
        self._classes = tuple({cls.kind: cls for extractor in self._extractors for cls in extractor.yields}.values())
        self._results: list[Result] = []
        offered = chain.from_iterable(offers.failures for offers in self._plugins.offers)
        self._said_already = {*self._plugins.failures, *offered}

    def findings(self) -> Iterator[Finding]:
        """All that is found, as it is found."""
        plugins = self._plugins
        for offers in plugins.offers:
            for failure in offers.failures:
                if failure.plugin == self._name:
                    yield Finding(level="fault", what="offer", said=failure.message)
        for extractor in self._extractors:
            yield Finding(level="ok", what=f"extractor {extractor.name}", said=_languages(extractor))
        for cls in self._classes:
            yield from _kind(cls)
        yield from self._data()
        for code in self._served():
            yield from self._in_language(code)
        yield from self._given()
        yield from self._reading()
        yield from self._writing()
        if self._classes and not any(self._own(result) for result in self._results):
            yield Finding(
                level="note", what="facts", said="none was found in the samples; give an article that has some (--article)"
            )

    def _served(self) -> list[str]:
        """The languages that it finds something in, or all where it says of none."""
        served = {code for extractor in self._extractors for code in extractor.languages}
        served |= {pack.language for pack in self._packs}
        served |= {language.code for language in self._plugins.languages.of(self._name)}
        served |= {words.language for words in self._plugins.words.of(self._name)}
        return sorted(served or self._pipeline.languages)

    def _data(self) -> Iterator[Finding]:
        """The data files of its package and of its packs can be read."""
        packages = {pack.package for pack in self._packs}
        if isinstance(self._plugin, ModuleType) and hasattr(self._plugin, "__path__"):
            packages.add(self._plugin.__name__)
        for package in sorted(packages):
            try:
                found = list(_files(files(package)))
            except ModuleNotFoundError as error:
                yield Finding(level="fault", what=f"data of {package}", said=f"{error}; a pack names the package of its data")
                continue
            for path, file in found:
                what = f"data {package}/{path}"
                try:
                    if path.endswith(_WEIGHTS):
                        load_models(package, path)
                    else:
                        tomllib.loads(file.read_text(encoding="utf-8"))
                except (LexiconError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                    yield Finding(level="fault", what=what, said=str(error))
                else:
                    yield Finding(level="ok", what=what, said="is read")

    def _in_language(self, code: str) -> Iterator[Finding]:
        language = self._pipeline.languages.get(code)
        if language is None:
            there = suggestion(code, self._pipeline.languages)
            said = f"no plugin offers it{there}; nothing is found in it until one does"
            yield Finding(level="note", what=f"language {code}", said=said)
            return
        texts = (_sample(language), *_ODD)
        yield from self._runs(f"language {code}", [Article(text=text, language=code) for text in texts])

    def _given(self) -> Iterator[Finding]:
        for article in self._articles:
            yield from self._runs(f"article {article.id or article.url or 'given'}", [article])

    def _runs(self, what: str, articles: Sequence[Article]) -> Iterator[Finding]:
        """Extraction does not fail, gives the same facts again, and facts that hold; so does their explanation."""
        faults: dict[str, None] = {}
        facts = 0
        for article in articles:
            explained = self._pipeline.explain(article).result
            result = self._pipeline.extract(article)
            self._results.append(result)
            facts += len(self._own(result))
            faults |= dict.fromkeys(
                self._said(failure)
                for failure in (*result.failures, *explained.failures)
                if self._is_own(failure) and failure not in self._said_already
            )
            faults |= dict.fromkeys(self._wrong(result))
            if explained.facts != result.facts:
                faults["the same article gives other facts when it is read again; nothing may depend on what came before"] = (
                    None
                )
        yield from (Finding(level="fault", what=what, said=said) for said in faults)
        if not faults:
            number = f"{len(articles)} articles" if len(articles) > 1 else "1 article"
            found = f", own facts: {facts}" if self._classes else ""
            yield Finding(level="ok", what=what, said=f"{number}{found}, no failure")

    def _wrong(self, result: Result) -> Iterator[str]:
        """What is wrong with its facts in a result."""
        text = result.article.text
        for fact in self._own(result):
            shown = f"{fact.kind} {fact.text!r}"
            if text[fact.start : fact.end] != fact.text:
                yield f"{shown}: the text at {fact.start}:{fact.end} is {text[fact.start : fact.end]!r}"
            try:
                if pickle.loads(pickle.dumps(fact)) != fact:
                    yield f"{shown} is another fact after pickling, which several processes need"
            except Exception as error:  # whatever a stranger's class raises
                yield f"{shown} cannot be pickled, which several processes need: {error_text(error)}"
        try:
            if from_json(result.to_json(), kinds=self._classes) != result:
                yield "the result is another one after JSON; give fields types that JSON keeps"
        except Exception as error:  # likewise
            yield f"the result cannot be written as JSON and loaded back: {error_text(error)}"

    def _reading(self) -> Iterator[Finding]:
        """A plain text is read, and its language told, with its readers and detectors in between."""
        hooks = {"read", "detect_language"}.intersection(self._plugins.hooks_of(self._name))
        if not hooks:
            return
        for code in ("en", "ru"):
            try:
                result = self._pipeline.extract(_written(code).encode())
            except ReadError as error:
                yield Finding(level="fault", what="a plain text", said=error.problem)
                continue
            own = [failure for failure in result.failures if self._is_own(failure)]
            yield from (Finding(level="fault", what="a plain text", said=self._said(failure)) for failure in own)
            if not own:
                yield Finding(level="ok", what="a plain text", said=f"is read; its language is {result.article.language}")

    def _writing(self) -> Iterator[Finding]:
        """Its formats write the results."""
        for exporter in self._plugins.exporters.of(self._name):
            failures: list[Failure] = []
            with contained("export", self._name, failures):
                exporter.write_bytes(self._results, BytesIO())
            yield from (Finding(level="fault", what=f"format {exporter.name}", said=failure.message) for failure in failures)
            if not failures:
                yield Finding(level="ok", what=f"format {exporter.name}", said=f"{len(self._results)} results are written")

    def _own(self, result: Result) -> list[Fact]:
        return [fact for fact in result.facts if not self._names.isdisjoint(fact.extractors)]

    def _is_own(self, failure: Failure) -> bool:
        return not self._names.isdisjoint(failure.plugin.split(", ")) or any(
            isinstance(failure.error, LexiconError) and pack.package in failure.message for pack in self._packs
        )

    def _said(self, failure: Failure) -> str:
        return f"fails at {failure.stage}: {failure.message}"


def _languages(extractor: Extractor) -> str:
    return f"languages {', '.join(sorted(extractor.languages)) or 'none'}"


def _kind(cls: type[Fact]) -> Iterator[Finding]:
    """A class of facts has fields that can be written, and can itself be found by its name."""
    what = f"kind {cls.kind}"
    faults = []
    names = [attribute.name for attribute in attrs.fields(cls)]
    for name, declared in vars(cls).get("__annotations__", {}).items():
        if name not in names and not str(declared).removeprefix("typing.").startswith("ClassVar"):
            faults.append(f"{name} is no field; decorate {cls.__name__} with @attrs.frozen(kw_only=True)")
    if cls.__hash__ is None:
        faults.append(f"facts cannot be compared by value; decorate {cls.__name__} with @attrs.frozen(kw_only=True)")
    try:
        json_schema([cls])
    except Exception as error:  # a type that only type checkers know is a NameError
        faults.append(f"its fields: {error_text(error)}")
    try:
        pickle.dumps(cls)
    except Exception as error:  # PicklingError, AttributeError or another one, as Pythons differ
        faults.append(
            f"the class is not found by its name, which several processes need; define it in a module: {error_text(error)}"
        )
    yield from (Finding(level="fault", what=what, said=said) for said in faults)
    if not faults:
        common = {attribute.name for attribute in attrs.fields(Fact)}
        own = [f"{a.name} {_declared(a.type)}" for a in attrs.fields(cls) if a.name not in common]
        yield Finding(level="ok", what=what, said=", ".join(own) or "no fields of its own")


def _declared(type_: Any) -> str:
    return type_ if isinstance(type_, str) else inspect.formatannotation(type_)


def _files(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """The data files below a folder, with their paths."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _files(item, f"{path}{item.name}/")
        elif item.name.endswith((".toml", _WEIGHTS)):
            yield path + item.name, item


def _written(code: str) -> str:
    return (files("newsfacts") / "data" / "samples" / f"{code}.txt").read_text(encoding="utf-8")


def _sample(language: Language) -> str:
    """An article in a language: one that was written for this, or the language's own words with numbers and marks between."""
    try:
        return _written(language.code)
    except FileNotFoundError:
        lists = (language.months, language.numbers, language.scales, language.abbreviations, language.places)
        words = [word for each in lists for word in sorted(each)[:_WORDS]]
        return " ".join(f"{word.title()}, {n} {word}. «{word}», – 2,5 {word}." for n, word in enumerate(words, 1))
