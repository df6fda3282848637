"""Texts: whatever is written, facts are values with true spans, every format takes them, and the same text gives the same."""

from __future__ import annotations

import io
import json
import random as randomness
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache, cached_property
from importlib.metadata import entry_points
from typing import Any

import attrs

import newsfacts
from fuzz import words
from fuzz.core import ROOT, Fault, Fuzzer, bounded, smallest
from fuzz.elsewhere import Elsewhere
from newsfacts import Article, Fact, Mention, MissingExtraError, Pipeline, Result, Span
from newsfacts.exporters import newsfacts_exporters

__all__ = ["Texts", "broken_values", "broken_writers", "failed", "shown"]

# Generous: twenty times what it takes on a usual machine. Only what is five times as slow again is shown.
_PATIENCE = 5 * 2.0
_PATIENCE_FOR_CHARACTER = 5 * 0.001
_PATIENCE_ELSEWHERE = 60.0  # by the clock, for a machine may be busy
_THREADS = 8
_MOMENTS = [None, "2025-09-29", "2025-12-31T23:59:59+03:00", "2025-01-01T00:00:00Z", "0001-01-01", "9999-12-31", "2024-02-29"]
_ADDRESS = "https://example.org/2025/09/29/"


class Texts(Fuzzer):
    """An input is what an `Article` is made with, and whether it is to be looked at from all sides, which takes long."""

    name = "texts"

    def make(self, random: randomness.Random) -> dict[str, Any]:
        article: dict[str, Any] = {
            "text": words.text(random),
            "published": random.choice(_MOMENTS),
            "language": random.choice(["ru", "ru", "ru", "ru", "en", "en", "en", "x-none", None, None, None]),
        }
        if random.random() < 0.2:
            article["url"] = random.choice(["", _ADDRESS]) + words.odd_text(random)
            article |= {name: words.odd_text(random) for name in ("id", "headline", "source")}
            article["authors"] = [words.odd_text(random) for _ in range(random.randint(0, 2))]
        return {"article": article, "hash_seed": random.choice([None] * 19 + [1])}

    def shrink(self, case: dict[str, Any], fails: Callable[[Any], bool]) -> dict[str, Any]:
        if fails(case | {"hash_seed": None}):
            case = case | {"hash_seed": None}
        for name in ("authors", "source", "headline", "id", "url", "language", "published"):
            without = case | {"article": {key: value for key, value in case["article"].items() if key != name}}
            if fails(without):
                case = without
        with_text = lambda text: case | {"article": case["article"] | {"text": text}}  # noqa: E731
        return with_text(smallest(case["article"]["text"], lambda text: fails(with_text(text))))

    def check(self, case: dict[str, Any]) -> Iterator[Fault]:
        text = case["article"]["text"]
        patience = _PATIENCE + _PATIENCE_FOR_CHARACTER * len(text)
        try:
            article = Article(**case["article"])
        except ValueError:
            if _is_unicode(case["article"]):
                raise
            return  # half a surrogate pair is no character, and may be refused
        elsewhere = threads = None
        if case["hash_seed"] is not None:  # first of all, while caches are cold
            elsewhere = _elsewhere(case["hash_seed"]).extract(case["article"], patience + _PATIENCE_ELSEWHERE)
            with bounded(patience * _THREADS):
                threads = _in_threads(self._pipeline, article)
        with bounded(patience):
            result = self._pipeline.extract(article)
        yield from failed(result)
        yield from broken_values(result)
        written = result.to_json()
        if json.loads(written) != result.to_dict():
            yield Fault("JSON holds what the dictionary holds")
        loaded = newsfacts.from_json(written)
        if loaded != result or loaded.to_dict() != result.to_dict():
            yield Fault("what is read back from JSON is equal")
        with bounded(patience * 5):
            yield from broken_writers(result, binary=elsewhere is not None)
        if self._pipeline.extract(article).to_json() != written:
            yield Fault("a second run gives the same")
        if elsewhere is None:
            return
        if elsewhere != written:
            yield Fault("another process, with another hash seed, gives the same", detail=f"{elsewhere}\n{written}")
        for other in threads:
            if other.to_json() != written:
                yield Fault("eight threads at once give the same", detail=f"{other.to_json()}\n{written}")
        if _reversed_pipeline().extract(article).to_json() != written:
            yield Fault("the order in which plugins are registered changes nothing")
        for error in _schema().iter_errors(json.loads(written)):
            yield Fault("the JSON is as the schema says", cause=error.json_path.rstrip("0123456789[]"), detail=error.message)

    @cached_property
    def _pipeline(self) -> Pipeline:
        return Pipeline()


@cache
def _elsewhere(hash_seed: int) -> Elsewhere:
    return Elsewhere(hash_seed)


def _is_unicode(article: dict[str, Any]) -> bool:
    try:
        json.dumps(article, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def failed(result: Result) -> Iterator[Fault]:
    """The plugins that failed on an article, which none may."""
    for failure in result.failures:
        seen = Fault.of("", failure.error or Exception(failure.message))
        yield Fault("no plugin fails", f"{failure.stage} {failure.plugin}: {seen.cause}", seen.detail)


def broken_values(result: Result) -> Iterator[Fault]:
    """What is wrong with a result as such."""
    text = result.article.text
    facts = (*result.facts, *(conflict.fact for conflict in result.conflicts))
    spans = [(f"{fact.kind} {name}", span) for fact in facts for name, span in (("fact", fact), *_spans(fact))]
    spans += [(f"{entity.type} entity", mention) for entity in result.entities for mention in entity.mentions]
    if wrong := [(name, span) for name, span in spans if not _slices(span, text)]:
        yield from (Fault("every span slices to its text", name, shown(span)) for name, span in wrong)
        return
    for fact in facts:
        if not 0 <= fact.confidence <= 1:
            yield Fault("a confidence is between 0 and 1", str(fact.kind), shown(fact))
        if not (fact.extractors and isinstance(fact.extractors, tuple)):
            yield Fault("a fact names its extractors", str(fact.kind), shown(fact))
    yield from _broken_ids(result)


def _slices(span: Span, text: str) -> bool:
    if (type(span.start), type(span.end), type(span.text)) != (int, int, str):
        return False
    return 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text


def shown(value: object) -> str:
    """What a value looks like; a plugin's may not be able to show itself."""
    try:
        return repr(value)
    except Exception:
        return f"a {type(value).__name__} that cannot be shown"


def _spans(fact: Fact, *, own: bool = False) -> Iterator[tuple[str, Span]]:
    """The spans in a fact's fields; its own only, or those in tuples too."""
    for attribute in attrs.fields(type(fact)):
        value = getattr(fact, attribute.name)
        for item in value if isinstance(value, tuple) and not own else (value,):
            if isinstance(item, Span):
                yield attribute.name, item


def _broken_ids(result: Result) -> Iterator[Fault]:
    ids = [fact.id for fact in result.facts]
    if ids != [f"f{n}" for n in range(1, len(ids) + 1)]:
        yield Fault("facts are numbered in order", detail=str(ids))
    if [fact.start for fact in result.facts] != sorted(fact.start for fact in result.facts):
        yield Fault("facts are in the order of the text")
    entities = {entity.id: entity for entity in result.entities}
    if list(entities) != [f"e{n}" for n in range(1, len(result.entities) + 1)]:
        yield Fault("entities are numbered in order", detail=str(list(entities)))
    for conflict in result.conflicts:
        if conflict.winner not in ids:
            yield Fault("a conflict names a fact that won", detail=repr(conflict))
    mentions = [(fact, span) for fact in result.facts for _, span in _spans(fact, own=True) if isinstance(span, Mention)]
    named = {(mention.entity, fact.id) for fact, mention in mentions if mention.entity is not None}
    held = {(entity.id, fact.id) for entity in result.entities for fact in entity.facts}
    if named != held:
        yield Fault("a fact names an entity if, and only if, the entity holds it", detail=f"{named}\n{held}")


def broken_writers(result: Result, *, binary: bool = True, errors: str = "backslashreplace") -> Iterator[Fault]:
    """The formats that a result cannot be written in.

    Args:
        result: The result.
        binary: Whether to try binary formats too.
        errors: What a text stream does with half a surrogate pair, which is no character but may stand in a Python string.
    """
    for exporter in newsfacts_exporters():
        if exporter.binary and not binary:
            continue
        stream = io.BytesIO() if exporter.binary else io.TextIOWrapper(io.BytesIO(), "utf-8", errors, newline="")
        try:
            exporter.write([result], stream)
            stream.flush()
        except MissingExtraError:
            pass
        except Exception as error:
            yield Fault.of(f"every result can be written as {exporter.name}", error)


def _in_threads(pipeline: Pipeline, article: Article) -> list[Result]:
    """The results of threads that change places as often as they can."""
    with _interval(1e-5), ThreadPoolExecutor(_THREADS) as threads:
        return list(threads.map(pipeline.extract, [article] * _THREADS))


@contextmanager
def _interval(seconds: float) -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(seconds)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


@cache
def _reversed_pipeline() -> Pipeline:
    """Our plugins, registered by hand in the wrong order."""
    ours = [entry for entry in entry_points(group="newsfacts") if entry.value.startswith("newsfacts_")]
    names = sorted({(entry.name, entry.value) for entry in ours}, reverse=True)
    loaded = {entry.name: entry.load() for entry in ours}
    return Pipeline(discover=False, register={name: loaded[name] for name, _ in names})


@cache
def _schema() -> Any:
    import jsonschema

    return jsonschema.Draft202012Validator(
        json.loads((ROOT / "docs" / "schema" / "newsfacts-1.json").read_text(encoding="utf-8"))
    )
