"""Which facts of a result are written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from attrs import evolve

from newsfacts.facts import SHARED_KINDS, Fact
from newsfacts.plugins import Plugins, why_missing
from newsfacts.record import Record
from newsfacts.suggestions import suggestion

__all__ = ["check_kinds", "selected"]


def check_kinds(kinds: Iterable[str], plugins: Plugins) -> None:
    """Refuse a kind that no plugin yields; the error names the plugins that are broken.

    Raises:
        ValueError: There is one.
    """
    known = {**SHARED_KINDS, **plugins.kinds}
    for kind in kinds:
        if kind not in known:
            missing = why_missing((*plugins.failures, *plugins.extractors.failures))
            raise ValueError(f"--only: no plugin yields facts of the kind {kind!r}{suggestion(kind, known)}{missing}")


def selected(kinds: Collection[str], results: Iterator[Record]) -> Iterator[Record]:
    """The results with facts of some kinds alone; persons stay, and of the organisations those that a fact refers to.

    The other facts are found all the same: they say who a speaker is.
    """
    for result in results:
        facts = tuple(fact for fact in result.facts if fact.kind in kinds)
        referred = {mention.entity for fact in facts for _, mention in Fact.mentions(fact)}
        yield evolve(
            result,
            facts=facts,
            entities=tuple(
                evolve(entity, facts=tuple(fact for fact in entity.facts if fact.kind in kinds))
                for entity in result.entities
                if entity.type == "person" or entity.id in referred
            ),
            conflicts=tuple(conflict for conflict in result.conflicts if conflict.fact.kind in kinds),
        )
