"""Plugins: whatever one does, our facts and entities stay as they are without it, and a failure names it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cached_property
from random import Random
from typing import Any

from fuzz import words
from fuzz.core import Fault, Fuzzer, bounded
from fuzz.hostile import EITHER, OTHER_LANGUAGE, OTHER_NAMES, PARTS, SHARED, Interrupt, plugin
from fuzz.texts import broken_values, broken_writers, shown
from newsfacts import Article, Entity, ExtractionError, Fact, Pipeline, PluginError, Result
from newsfacts.facts import Mention, names_of, replaced

__all__ = ["Plugins"]

Part = tuple[str, str, str]
"""A plugin's name, the place in it, and what stands there."""

_PATIENCE = 30.0
_TEXT = (
    "МОСКВА, 29 сен – РИА Новости. Министр финансов Анна Ким заявила, что завод «Ромашка» получит 3 млн рублей. "
    "«Решение принято», — сказала она. Глава Самарской области Пётр Чистов назвал цену: около 5 евро. "
    "Компания «Север» сообщила, что снег идёт."
)


class Plugins(Fuzzer):
    """An input is a text and the wrong things that are done, each by a plugin of its own.

    A wrong thing is a place in a plugin and what stands there, as `fuzz.hostile` names them.
    """

    name = "plugins"

    def make(self, random: Random) -> dict[str, Any]:
        places = [random.choice(list(PARTS)) for _ in range(random.choice([1, 1, 1, 2, 3]))]
        return {
            "text": random.choice([_TEXT, _TEXT, *words.articles()]),
            "language": random.choice(["ru", None]),
            # Before ours in the order of names, or after.
            "parts": [[random.choice("az") + str(n), place, random.choice(PARTS[place])] for n, place in enumerate(places)],
        }

    def shrink(self, case: dict[str, Any], fails: Callable[[Any], bool]) -> dict[str, Any]:
        for part in case["parts"]:
            if fails(case | {"parts": [part]}):
                case = case | {"parts": [part]}
                break
        for simpler in ({"text": _TEXT}, {"language": "ru"}):
            if fails(case | simpler):
                case |= simpler
        return case

    def check(self, case: dict[str, Any]) -> Iterator[Fault]:
        article = Article(text=case["text"], language=case["language"])
        parts = [(name, place, does) for name, place, does in case["parts"]]
        with bounded(_PATIENCE):
            found = list(self._broken(article, parts))
        if len(parts) == 1:
            [(_, place, does)] = parts
            yield from (fault if fault.cause else fault._replace(cause=f"{place}: {does}") for fault in found)
        elif found:  # told by the one that does it, if one does it alone
            alone = [fault for part in case["parts"] for fault in self.check(case | {"parts": [part]})]
            yield from alone or (fault if fault.cause else fault._replace(cause="together") for fault in found)

    def _broken(self, article: Article, parts: list[Part]) -> Iterator[Fault]:
        foreign = not article.language and any((place, does) in OTHER_LANGUAGE for _, place, does in parts)
        asked = [part for part in parts if part[1] != "detect" or not article.language]
        interrupts = any(does.endswith("Interrupt") for _, _, does in asked)
        try:
            pipeline = Pipeline(register={name: plugin(place, does, name) for name, place, does in parts})
            result = pipeline.extract(article)
        except Interrupt as error:
            if not interrupts:
                yield Fault.of("nothing escapes a pipeline", error)
            return
        except PluginError as error:
            if all(place != "object" for _, place, _ in parts):
                yield Fault.of("only what is no plugin is refused at once", error)
            return
        except (Exception, SystemExit) as error:
            yield Fault.of("nothing escapes a pipeline", error)
            return
        if not foreign and not result.skipped:  # else most of the parts were never asked
            if interrupts:
                yield Fault("an interrupt passes through")
            yield from _broken_failures(result, asked)
            if not any((place, does) in OTHER_NAMES for _, place, does in parts):
                yield from self._broken_facts(result, parts)
        yield from broken_values(result)
        try:
            json.loads(result.to_json(), parse_constant=_refuse)
        except (Exception, SystemExit) as error:
            yield Fault.of("every result is JSON", error)
        yield from broken_writers(result)
        yield from _broken_raising(article, parts, result)

    def _broken_facts(self, result: Result, parts: list[Part]) -> Iterator[Fault]:
        alone = self._pipeline.extract(result.article)
        if any((place, does) in SHARED for _, place, does in parts):
            there = [(fact.kind, fact.start, fact.end) for fact in _facts(result)]
            if lost := [fact for fact in alone.facts if (fact.kind, fact.start, fact.end) not in there]:
                yield Fault("our facts stay, if only as conflicts", detail=repr(lost))
            return
        ours = {extractor.name for extractor in self._pipeline.extractors}
        own = [(_said(f), f.confidence, f.extractors) for f in result.facts if ours.issuperset(_finders(f))]
        if own != [(_said(f), f.confidence, f.extractors) for f in alone.facts]:
            yield Fault("our facts are what they are without the plugin", detail=f"{own}\n{alone.facts}")
        expected = [_named(entity) for entity in alone.entities]
        entities = [_named(entity) for entity in result.entities]
        if any(place == "fact" and "mention" in does for _, place, does in parts):  # a fact may name somebody else
            entities = [entity for entity in entities if entity in expected]
        if entities != expected:
            yield Fault("our entities are what they are without the plugin", detail=f"{entities}\n{expected}")

    @cached_property
    def _pipeline(self) -> Pipeline:
        return Pipeline()


def _broken_failures(result: Result, parts: list[Part]) -> Iterator[Fault]:
    """A wrong thing leaves a failure that names the plugin, or else the fact is there all the same; nobody else is named."""
    named = [failure.plugin for failure in result.failures]
    there = [name for fact in _facts(result) for name in _finders(fact)]
    for name, place, does in parts:
        if name not in named and name not in there and (place, does) not in EITHER:
            yield Fault("a failure names the plugin", detail=str(result.failures))
    for failure in result.failures:
        if failure.plugin not in [name for name, _, _ in parts]:
            yield Fault("no other plugin is blamed", detail=shown(failure))


def _broken_raising(article: Article, parts: list[Part], result: Result) -> Iterator[Fault]:
    """With ``on_error="raise"`` there is an `ExtractionError` if, and only if, there are failures otherwise."""
    try:
        register = {name: plugin(place, does, name) for name, place, does in parts}
        Pipeline(register=register, on_error="raise").extract(article)
    except ExtractionError:
        raised = True
    except (Exception, SystemExit) as error:
        yield Fault.of("failures are raised as one group", error)
        return
    else:
        raised = False
    if raised != bool(result.failures):
        yield Fault("failures are raised when that is asked for", detail=str(result.failures))


def _facts(result: Result) -> Iterator[Fact]:
    yield from result.facts
    yield from (conflict.fact for conflict in result.conflicts)


def _finders(fact: Fact) -> tuple[str, ...]:
    """The extractors that found a fact, unless a plugin put something else there."""
    return fact.extractors if isinstance(fact.extractors, tuple) else ()


def _said(fact: Fact) -> str:
    """What a fact says, as a text, for a plugin's values need not compare; without what consolidation gives it."""
    plain = {name: getattr(fact, name) for name in names_of(type(fact)) if name not in ("id", "confidence", "extractors")}
    for name, value in plain.items():
        if isinstance(value, Mention):
            plain[name] = replaced(value, entity=None)
    return shown((fact.kind, plain))


def _named(entity: Entity) -> tuple[Any, ...]:
    return entity.type, entity.name, entity.gender, [(mention.start, mention.end, mention.name) for mention in entity.mentions]


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")
