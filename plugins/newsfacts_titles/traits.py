"""What is known of a single word form, wherever it stands: the values that the other modules pass on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from attrs import evolve, frozen

__all__ = [
    "ADJECTIVES",
    "CAPITALISED",
    "DIGITS",
    "FOREIGN",
    "PERSON",
    "PUNCTUATION",
    "QUOTED",
    "SMALL",
    "UPPER",
    "Cases",
    "Kind",
    "RoleNoun",
    "Traits",
    "initials_of",
]

Cases = frozenset[tuple[str | None, str | None]]
"""Cases that a form can have, each with its number."""

Kind = Literal["place", "territory", "part", "body", ""]

ADJECTIVES = frozenset(("ADJ", "VERB:Part"))
"""The categories of words that modify a noun before it."""

# The shapes of words: what their letters are.
SMALL, CAPITALISED, UPPER, DIGITS, PUNCTUATION = "l", "C", "U", "d", "p"
FOREIGN = "L"
"""What is added to the first three for a word in another script."""
QUOTED, PERSON = "«»", "@"
"""The shapes of units that are a quoted name and a person's name."""


@frozen(kw_only=True)
class RoleNoun:
    """What is known of a form of a role noun.

    Attributes:
        lemma: Its dictionary form, folded.
        group: Its group in the lexicon.
        cases: The cases that it can have as this noun.
        initials: The initials of those cases.
        plural: Whether it can only be a plural.
        gender: Masc, Fem, Neut or None.
        doubt: How likely the form is another word: 0 not, 3 very.
        adjectival: Whether it is an adjective that names a person («военный», a military man).
    """

    lemma: str
    group: str
    cases: Cases
    initials: str
    plural: bool
    gender: str | None
    doubt: int
    adjectival: bool

    @property
    def stands_apart(self) -> bool:
        """Whether it can be part of no other's title: it is in the instrumental («приказом ректора | деканом стал»)."""
        return all(case == "Ins" for case, _ in self.cases)

    def in_cases(self, cases: Cases) -> RoleNoun:
        """The same in other cases."""
        return evolve(self, cases=cases, initials=initials_of(case for case, _ in cases))


def initials_of(cases: Iterable[str | None]) -> str:
    """The initials of some cases."""
    return "".join(sorted({case[0] for case in cases if case}))


class Traits(NamedTuple):
    """What is known of a word form. A tuple, not attrs: a document has dozens that are new.

    Attributes:
        form: The form itself; empty where there is no word.
        key: Its folded lemma; «#» for a number.
        category: Its category, as of a reading; of what is no word the character, «#» for a number.
        tag: The category and the initials of the cases that it can have.
        shape: One of the shapes above.
        role: The role noun that it is a form of, or None.
        cases: The cases that it can have.
        kind: What kind of name it is or begins: a place, a territory («область»), a body, a body's part; empty for others.
    """

    form: str
    key: str
    category: str
    tag: str
    shape: str
    role: RoleNoun | None = None
    cases: Cases = frozenset()
    kind: Kind = ""

    @property
    def place(self) -> bool:
        """Whether it is the name of a place."""
        return self.kind == "place"
