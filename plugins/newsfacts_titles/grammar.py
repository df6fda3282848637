"""What a language must answer so that the plugin serves it, beside its word lists and its trained weights.

What another language has to answer is seen best by two that differ: Russian's nouns have cases and stand after the noun that
they modify, English's have none and stand before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from newsfacts_titles.traits import RoleNoun, Traits

__all__ = ["Status", "TitleGrammar"]

Status = Literal["current", "former", "acting", "future"]
"""Whether a title is held, as `newsfacts.OfficialTitle` has it."""


class TitleGrammar(Protocol):
    """A language's answers about title phrases.

    Attributes:
        nouns_modify: Whether not adjectives alone, but nouns and names stand before the noun that they modify («News anchor»).
        series_share: Whether the titles of an enumeration have the body or place that one of them names («head and CEO of X»).
        reach: How many words before its role noun may belong to a title.
    """

    nouns_modify: bool
    series_share: bool
    reach: int

    def stem(self, noun: str, /) -> str:
        """What all forms of a role noun begin with.

        Args:
            noun: The dictionary form, folded.
        """
        ...

    def is_doubtful(self, role: RoleNoun, /) -> bool:
        """Whether a form that may be a role noun may be another word, so that its neighbours have to be looked at."""
        ...

    def is_another_word(
        self, role: RoleNoun, here: Traits, before: Traits | None, after: Traits | None, opens_sentence: bool, /
    ) -> bool:
        """Whether a form that may be a role noun is another word where it stands.

        Args:
            role: The role noun that it may be.
            here: The form.
            before: The word before it, or None where no phrase goes on from it.
            after: The word after it, likewise.
            opens_sentence: Whether a line or sentence begins with it.
        """
        ...

    def agrees(self, modifier: Traits, role: RoleNoun, /) -> bool:
        """Whether a word that may modify a noun can modify a role noun after it."""
        ...

    def place_before(self, word: Traits, /) -> str | None:
        """The place that a word before a noun gives it («белорусский» of «белорусский вице-премьер»), in the nominative."""
        ...

    def place_after(self, text: str, /) -> tuple[str, int] | None:
        """The place that follows a holder's name and belongs to the title before it («Sen. Jane Cole (R-Ohio)», «of Ohio»).

        Args:
            text: What follows the name.

        Returns:
            The place, and how much of the text it takes with what belongs to it, or None.
        """
        ...

    def ends_body_name(self, word: Traits, /) -> bool:
        """Whether a body's name ends before a word of the phrase («комитета Госдумы | по экологии»)."""
        ...

    def is_name(self, word: Traits, /) -> bool:
        """Whether a word with a capital before a role noun names what it is an office of («Rosneft CEO», «FBI director»)."""
        ...

    def without_capitals(self, position: str, /) -> str:
        """A position as it is written within a sentence («Foreign Minister»: foreign minister)."""
        ...

    def of_one_holder(self, words: Sequence[str], role: RoleNoun, /) -> Sequence[str]:
        """What one of several holders is called.

        Args:
            words: A phrase in the plural, from its first word to its role noun.
            role: The role noun.

        Returns:
            As many words, in the singular and the nominative.
        """
        ...

    def status_beside(self, before: Sequence[Traits], after: Sequence[Traits], role: RoleNoun, /) -> Status:
        """Whether a title is held, by what is beside it («был министром», was minister; «ушёл с поста министра», left it).

        Args:
            before: The words before the title up to a punctuation mark, the nearest first.
            after: The words and marks after the title, as many.
            role: Its role noun.
        """
        ...
