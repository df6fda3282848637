"""The kind of fact that this plugin finds."""

from typing import ClassVar

from attrs import frozen

from newsfacts import Display, Fact
from newsfacts.lexicon import load

__all__ = ["Casualties"]


@frozen(kw_only=True)
class Casualties(Fact):
    """How many people came to harm, as one sentence of the article says.

    Attributes:
        killed: How many died, None when the sentence gives no number.
        injured: How many were hurt, None when it gives no number.
        missing: How many are missing, None when it gives no number.
    """

    kind: ClassVar[str] = "casualties"
    display: ClassVar[Display] = load("newsfacts_casualties", "display.toml", Display)

    killed: int | None = None
    injured: int | None = None
    missing: int | None = None
