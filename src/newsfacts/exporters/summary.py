"""Results in a few lines, as ``print(result)`` shows them, and what a fact or an entity says in few words."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from newsfacts.entities import Entity
from newsfacts.facts import Fact, Mention, Span, own_fields
from newsfacts.record import Record
from newsfacts.terminal import is_unserved, unserved, visible

__all__ = ["described", "fields_of", "shortened", "summary", "titles_of"]

# So many facts have a line, so that ten are enough for all; the most characters of a line and of a fact's words in it.
_FACTS = 6
_LINE = 120
_WORDS = 48


def summary(result: Record) -> str:
    """A result in ten lines at most: the article, its first facts, its people, and what went wrong."""
    article, facts = result.article, result.facts
    parts = (_name(result, _WORDS), str(article.published or ""), article.language or "")
    lines = [" · ".join(filter(None, parts))]
    width = max((len(fact.kind) for fact in facts[:_FACTS]), default=0)
    lines += [f"  {fact.kind:{width}}  {shortened(fact.text, _WORDS)} · {fields_of(fact)}" for fact in facts[:_FACTS]]
    if len(facts) > _FACTS:
        lines.append(f"  … and {len(facts) - _FACTS} more; in all {_counted(result)}")
    if not facts:
        lines.append(f"  {unserved(article.language) if is_unserved(result) else 'no facts'}")
    if result.people:
        lines.append("  people: " + "; ".join(map(_person, result.people)))
    if result.failures:
        lines.append("  failures: " + "; ".join(f"{f.plugin} at {f.stage}: {f.message}" for f in result.failures))
    return "\n".join(visible(line if len(line) <= _LINE else line[: _LINE - 1] + "…") for line in lines)


def described(result: Record) -> str:
    """A result in one line."""
    return f"<{type(result).__name__} {_name(result, _WORDS)!r}: {_counted(result) or 'no facts'}>"


def _name(result: Record, width: int) -> str:
    article = result.article
    return shortened(article.headline or article.id or article.url or article.text, width)


def _counted(result: Record) -> str:
    counts = Counter(fact.kind for fact in result.facts) + Counter(people=len(result.people), failures=len(result.failures))
    return ", ".join(f"{kind} {number}" for kind, number in counts.items())


def _person(person: Entity) -> str:
    known = [*titles_of(person)[:1], *([f"quotes {len(person.quotes)}"] if person.quotes else [])]
    return f"{person.name} ({', '.join(known)})" if known else person.name


def titles_of(entity: Entity) -> list[str]:
    """A person's titles, each once, with organisation and place."""
    return list(dict.fromkeys(" ".join(filter(None, (t.position, t.organization, t.place))) for t in entity.titles))


def fields_of(fact: Fact) -> str:
    """What a fact says beside its words."""
    return ", ".join(f"{name}: {_plain(value)}" for name, value in own_fields(fact))


def shortened(text: str, width: int) -> str:
    """A text in one line; of a long one the beginning and the end."""
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width * 2 // 3].rstrip() + " … " + text[-width // 4 :].lstrip()


def _plain(value: Any) -> str:
    if isinstance(value, Mention):
        return value.name
    if isinstance(value, Span):
        return value.text
    if isinstance(value, Decimal):
        return f"{value:,f}".replace(",", " ")
    if isinstance(value, tuple):
        return ", ".join(map(_plain, value))
    return str(value)
