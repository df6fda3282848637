"""Stage 4: merge equal facts, settle conflicts, apply what plugins relate, join facts to entities, order and number.

Nothing here depends on the order in which plugins answered: facts are sorted by their own values first.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import Any, NamedTuple

import attrs
from attrs import evolve, frozen

from newsfacts.analysis import Analysis
from newsfacts.answers import check_mention, check_type, collect, contained, declared_types
from newsfacts.decisions import Decision
from newsfacts.entities import Entity
from newsfacts.errors import Failure
from newsfacts.facts import Fact, Link, Mention, names_of, replaced
from newsfacts.record import Conflict

__all__ = ["Consolidated", "Relater", "consolidate"]


@frozen(kw_only=True)
class Consolidated:
    """What consolidation gives: the parts of a result."""

    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]
    conflicts: tuple[Conflict, ...]
    failures: tuple[Failure, ...]


class _Found(NamedTuple):
    """A fact among those of its article, with its place in the order of the text."""

    fact: Fact
    order: tuple[Any, ...]


_ORDER = attrgetter("order")
# No kind of fact has so many in one place, and a plugin that gives more is not compared to the end.
_MOST_OVERLAPPING = 200
Relater = tuple[str, Callable[..., Iterable[Link]]]


def consolidate(analysis: Analysis, facts: Iterable[Fact], relaters: Sequence[Relater] = ()) -> Consolidated:
    """Make one record of what the extractors found in one article.

    Args:
        analysis: The article.
        facts: What was found, in any order.
        relaters: Plugins' names and `newsfacts_relate` functions.
    """
    failures: list[Failure] = []
    winners, lost = _settle(_ordered(_merge(facts, failures), failures), failures)
    numbered = tuple([replaced(winner, id=f"f{n}") for n, winner in enumerate(winners, 1)])
    if analysis.reasons is not None:
        analysis.reasons.number(numbered)
    related = _relate(analysis, numbered, relaters, failures)
    joined, entities = _join(analysis, related)
    ids = {id(winner): fact.id for winner, fact in zip(winners, numbered, strict=True)}
    conflicts = tuple([Conflict(fact=loser, winner=ids[id(winner)], reason=reason) for loser, winner, reason in lost])
    return Consolidated(facts=joined, entities=entities, conflicts=conflicts, failures=tuple(failures))


def _merge(facts: Iterable[Fact], failures: list[Failure]) -> list[Fact]:
    """One fact for each identity, with everybody who found it and the highest confidence."""
    groups: dict[tuple[type[Fact], Hashable], list[Fact]] = defaultdict(list)
    for fact in facts:
        with contained("consolidate", _finders(fact), failures):
            groups[type(fact), fact.identity()].append(fact)
    return [group[0] if len(group) == 1 else _united(group) for group in groups.values()]


def _finders(fact: Fact) -> str:
    """Whose code a fact runs."""
    return ", ".join(fact.extractors)


def _united(group: Sequence[Fact]) -> Fact:
    return replaced(
        group[0],
        confidence=max(f.confidence for f in group),
        extractors=tuple(sorted({name for f in group for name in f.extractors})),
    )


def _ordered(facts: Sequence[Fact], failures: list[Failure]) -> list[_Found]:
    """The facts in the order of the text; those of one kind and span in the order of their values."""
    places = [(fact.start, fact.end, fact.kind) for fact in facts]
    shared = {place for place, count in Counter(places).items() if count > 1}
    found = []
    for fact, place in zip(facts, places, strict=True):
        if place not in shared:
            found.append(_Found(fact, (*place, "")))
            continue
        with contained("consolidate", _finders(fact), failures):
            found.append(_Found(fact, (*place, _spelled(fact.identity()))))
    return sorted(found, key=_ORDER)


def _spelled(value: Any) -> str:
    """A value in words that are the same in every run, which the `repr` of a stranger's class need not be."""
    if isinstance(value, tuple):
        return f"({', '.join(map(_spelled, value))})"
    if attrs.has(type(value)):
        return f"{type(value).__qualname__}{_spelled(tuple(getattr(value, name) for name in names_of(type(value))))}"
    return repr(value)


def _rank(found: _Found) -> tuple[Any, ...]:
    fact = found.fact
    return (-fact.confidence, -len(fact.extractors), fact.start - fact.end, *found.order)


def _settle(facts: Sequence[_Found], failures: list[Failure]) -> tuple[list[Fact], list[tuple[Fact, Fact, str]]]:
    """Of conflicting facts of one kind the more confident wins, then the one more extractors found, then the longer one.

    Facts can conflict only where they overlap, so each group of overlapping facts is settled by itself.

    Returns:
        The winners, and each loser with its winner and the reason; all in the order of the text.
    """
    winners: list[_Found] = []
    lost: list[tuple[_Found, Fact, str]] = []
    by_kind: dict[str, list[_Found]] = defaultdict(list)
    for found in facts:
        by_kind[found.fact.kind].append(found)
    for group in by_kind.values():
        for overlapping in _overlapping(group):
            accepted = _Accepted(failures)
            for found in sorted(overlapping, key=_rank):
                lost_to = accepted.admit(found)
                if lost_to is not None:
                    lost.append((found, *lost_to))
            winners += accepted.all
    lost.sort(key=lambda entry: entry[0].order)
    return [w.fact for w in sorted(winners, key=_ORDER)], [(loser.fact, winner, why) for loser, winner, why in lost]


class _Accepted:
    """The facts of a group that have won so far.

    They are kept by their places, facts of about one length together: so the few that a further fact overlaps are found
    among any number.

    Attributes:
        all: The facts in the order in which they won.
    """

    def __init__(self, failures: list[Failure]) -> None:
        self.all: list[_Found] = []
        self._failures = failures
        self._by_length: dict[int, list[tuple[int, int]]] = defaultdict(list)  # start and number, by bits of the length

    def admit(self, found: _Found) -> tuple[Fact, str] | None:
        """Accept a fact; or give the accepted one that it loses to, and why."""
        start, end = found.fact.start, found.fact.end
        near: list[int] = []
        for bits, places in self._by_length.items():
            longest = (1 << bits) - 1
            first, last = bisect_left(places, (start - longest,)), bisect_left(places, (end,))
            if len(near) + last - first > _MOST_OVERLAPPING:
                return self.all[places[first][1]].fact, f"more than {_MOST_OVERLAPPING} overlap"
            near += [number for _, number in places[first:last]]
        for number in sorted(near):
            winner = self.all[number].fact
            if winner.end > start and self._conflict(winner, found.fact):
                return winner, _reason(winner, found.fact)
        insort(self._by_length[(end - start).bit_length()], (start, len(self.all)))
        self.all.append(found)
        return None

    def _conflict(self, winner: Fact, loser: Fact) -> bool:
        """Whether two overlapping facts exclude each other; where their class raises instead of answering, they do."""
        with contained("consolidate", _finders(winner), self._failures):
            return bool(winner.conflicts(loser))
        return True


def _overlapping(facts: Iterable[_Found]) -> Iterator[list[_Found]]:
    """Groups of facts, of some in the order of the text, that overlap."""
    group: list[_Found] = []
    end = 0
    for found in facts:
        if group and found.fact.start >= end:
            yield group
            group = []
        group.append(found)
        end = max(end, found.fact.end)
    if group:
        yield group


def _reason(winner: Fact, loser: Fact) -> str:
    if winner.confidence != loser.confidence:
        return "lower confidence"
    if len(winner.extractors) != len(loser.extractors):
        return "found by fewer extractors"
    if winner.end - winner.start != loser.end - loser.start:
        return "shorter"
    return "later in the order of values"


def _relate(
    analysis: Analysis, facts: tuple[Fact, ...], relaters: Sequence[Relater], failures: list[Failure]
) -> tuple[Fact, ...]:
    links: list[tuple[Link, str]] = []
    by_id = {fact.id: fact for fact in facts}
    for plugin, relate in relaters:
        links += [(link, plugin) for link in _links(plugin, relate, analysis, by_id, failures)]
    for link, plugin in sorted(links, key=lambda entry: (entry[0].fact, entry[0].field, repr(entry[0].mention), entry[1])):
        with contained("relate", plugin, failures):  # two links of one fact may not go together
            by_id[link.fact] = _with_link(by_id[link.fact], link)
    if analysis.reasons is not None:
        found = {fact.id: fact for fact in facts}
        for link, plugin in links:
            analysis.reasons.by = plugin
            analysis.explain(found[link.fact], partial(_linking, link))
    return tuple(by_id.values())


def _linking(link: Link) -> Decision:
    return Decision(
        question=f"whom the {link.field} means", answer=link.mention.name, rule="a link between facts (newsfacts_relate)"
    )


def _links(
    plugin: str, relate: Callable[..., Iterable[Link]], analysis: Analysis, facts: Mapping[str, Fact], failures: list[Failure]
) -> list[Link]:
    if analysis.reasons is not None:
        analysis.reasons.by = plugin

    def checked(item: Any) -> Link:
        link = check_type(item, Link)
        fact = facts.get(link.fact)
        if fact is None or not _holds_mention(fact, link.field):
            raise ValueError(f"there is no fact {link.fact!r} with a field {link.field!r} for a mention")
        check_mention(link.mention, analysis.text)
        _with_link(fact, link)
        return link

    return collect("relate", plugin, lambda: relate(analysis=analysis, facts=tuple(facts.values())) or (), checked, failures)


def _with_link(fact: Fact, link: Link) -> Fact:
    """The fact with the mention in its field; the validators of its class run."""
    change: dict[str, Any] = {link.field: link.mention}
    return evolve(fact, **change)


def _holds_mention(fact: Fact, name: str) -> bool:
    """Whether a field has a mention, or is declared to have one or none."""
    if isinstance(getattr(fact, name, None), Mention):
        return True
    return Mention in dict(declared_types(type(fact))).get(name, ())


def _join(analysis: Analysis, facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Entity, ...]]:
    """Join the facts' mentions to the entities.

    Persons are kept all; of the others those that a fact refers to, by a mention or by name. Only by a
    mention does a fact become one of an entity's facts.
    """
    entities, targets = _targets(analysis, facts)
    by_name = {entity.name: i for i, entity in enumerate(entities) if entity.type == "organization"}
    referring: dict[int, list[int]] = defaultdict(list)  # for each entity its facts
    for number, fields in enumerate(targets):
        for index in dict.fromkeys(fields.values()):
            referring[index].append(number)
    named = {by_name[value] for fact in facts for value in _words_in(fact) if value in by_name} if by_name else set()
    order = sorted(
        {i for i, e in enumerate(entities) if e.type == "person"} | referring.keys() | named,
        key=lambda i: (entities[i].mentions[0].start, entities[i].mentions[0].end, entities[i].type),
    )
    ids = {index: f"e{n}" for n, index in enumerate(order, 1)}
    joined = tuple(
        _linked(fact, {field: (entities[i], ids[i]) for field, i in targets[n].items()}) for n, fact in enumerate(facts)
    )
    return joined, tuple(
        replaced(
            entities[index],
            id=ids[index],
            mentions=tuple(_named(m, entities[index], ids[index]) for m in entities[index].mentions),
            facts=tuple(joined[n] for n in referring.get(index, ())),
        )
        for index in order
    )


def _targets(analysis: Analysis, facts: Iterable[Fact]) -> tuple[list[Entity], list[dict[str, int]]]:
    """The entities, and for each fact the index of the entity that each of its mention fields means.

    A mention joins the entity on whose words it stands, or else the one whose name it gives; an organisation that nobody
    recognised becomes an entity of its own.
    """
    entities = list(analysis.entities)
    place_of = {id(e): i for i, e in enumerate(entities)}
    by_name = {(e.type, e.name): i for i, e in reversed(list(enumerate(entities)))}
    named: dict[tuple[int, str], Mention] = {(m.end, m.type): m for m in analysis.mentions}  # of one type no two overlap
    targets: list[dict[str, int]] = []
    for fact in facts:
        fields: dict[str, int] = {}
        for name, mention in Fact.mentions(fact):  # a class's own way would run a stranger's code
            entity = _entity_on(analysis, mention, named)
            type_ = "organization" if mention.type == "document" else mention.type
            index = by_name.get((type_, mention.name)) if entity is None else place_of[id(entity)]
            if index is None and mention.type == "organization":
                entities.append(Entity(type=type_, name=mention.name, mentions=(mention,)))
                index = by_name[type_, mention.name] = len(entities) - 1
            if index is not None:
                fields[name] = index
        targets.append(fields)
    return entities, targets


def _entity_on(analysis: Analysis, mention: Mention, named: Mapping[tuple[int, str], Mention]) -> Entity | None:
    """The entity that is named by the very words of a mention, or by the last of them."""
    candidate = named.get((mention.end, mention.type))
    if candidate is None or candidate.start < mention.start:
        return None
    entity = analysis.entity_of(candidate)
    # Longer words that end in a name may mean somebody else: «адвокат Иванова».
    meant = entity and (candidate.start == mention.start or mention.name in (candidate.name, entity.name))
    return entity if meant else None


def _linked(fact: Fact, entities: dict[str, tuple[Entity, str]]) -> Fact:
    """The fact with entity and name filled into its mention fields."""
    changes: dict[str, Any] = {field: _named(getattr(fact, field), *entity) for field, entity in entities.items()}
    return replaced(fact, **changes) if changes else fact


def _named(mention: Mention, entity: Entity, id_: str) -> Mention:
    """A mention of an entity, with what is known of the entity."""
    return replaced(mention, name=entity.name, gender=entity.gender, entity=id_)


def _words_in(fact: Fact) -> Iterator[str]:
    for name in names_of(type(fact)):
        value = getattr(fact, name)
        if isinstance(value, str) and name not in ("text", "id"):
            yield value
