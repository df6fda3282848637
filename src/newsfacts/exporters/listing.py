"""Facts and entities as tuples that a notebook shows as a table."""

from __future__ import annotations

from typing import Any, SupportsIndex, TypeVar, overload

from newsfacts.entities import Entity
from newsfacts.exporters.report.markup import Markup, element
from newsfacts.exporters.summary import fields_of, shortened, titles_of
from newsfacts.facts import Fact

__all__ = ["Listing"]

T_co = TypeVar("T_co", covariant=True)

# The most characters of a fact's words in its row.
_WORDS = 110


class Listing(tuple[T_co, ...]):
    """Facts or entities, in order."""

    __slots__ = ()

    @overload
    def __getitem__(self, at: SupportsIndex, /) -> T_co: ...
    @overload
    def __getitem__(self, at: slice, /) -> Listing[T_co]: ...
    def __getitem__(self, at: Any, /) -> Any:
        """One of them, or a part that can show itself, too."""
        found = super().__getitem__(at)
        return Listing(found) if isinstance(at, slice) else found

    def _repr_html_(self) -> str:
        rows = [_row(item) for item in self]
        head = dict.fromkeys(name for row in rows for name in row)
        return element(
            "table",
            element("thead", element("tr", *(element("th", name) for name in head))),
            element("tbody", *(element("tr", *(element("td", row.get(name, "")) for name in head)) for row in rows)),
        )


def _row(item: Any) -> dict[str, str | Markup]:
    if isinstance(item, Fact):
        words, says = shortened(item.text, _WORDS), fields_of(item)
        return {"id": item.id, "kind": item.kind, "words": words, "what they say": says, "confidence": f"{item.confidence:.2f}"}
    if isinstance(item, Entity):
        titles = "; ".join(titles_of(item))
        numbers = {"named": str(len(item.mentions)), "titles": titles, "quotes": str(len(item.quotes))}
        return {"id": item.id, "type": item.type, "name": item.name, **numbers}
    return {"value": repr(item)}
