"""The colour of each kind of facts: its own where its class names one, else one of those that are left."""

from __future__ import annotations

from newsfacts.display import COLOURS, Display
from newsfacts.facts import Dateline, Fact, MoneyAmount, OfficialTitle, Quote

__all__ = ["Hues"]

# The classes of the core have a colour each, in the order of the palette.
_SHARED: tuple[type[Fact], ...] = (Dateline, Quote, MoneyAmount, OfficialTitle)


class Hues:
    """Gives every kind its hue, the same one in all articles of a page."""

    def __init__(self) -> None:
        self._others: dict[str, int] = {}

    def of(self, cls: type[Fact]) -> str:
        """The class of elements that the style sheet colours."""
        if cls in _SHARED:
            return f"k{_SHARED.index(cls)}"
        if isinstance(cls.display, Display) and cls.display.colour:
            return f"k{COLOURS.index(cls.display.colour)}"
        number = self._others.setdefault(cls.kind, len(self._others))
        return f"k{len(_SHARED) + number % (len(COLOURS) - len(_SHARED))}"
