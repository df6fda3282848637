"""What a language must answer so that the plugin serves it, beside its word lists and its trained weights.

English would answer so: `stem` cuts nothing («minister», «ministers»); `is_another_word` finds verbs («to head the ministry»);
`place_before` knows «Russian» and «Russia's»; `ends_body_name` lets «of» belong to a name; `of_one_holder` takes the plural's
ending off; `status_beside` reads «served as», «will become», «stepped down as».
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from newsfacts_titles.traits import RoleNoun, Traits

__all__ = ["Status", "TitleGrammar"]

Status = Literal["current", "former", "acting", "future"]
"""Whether a title is held, as `newsfacts.OfficialTitle` has it."""


class TitleGrammar(Protocol):
    """A language's answers about title phrases."""

    def stem(self, noun: str, /) -> str:
        """What all forms of a role noun begin with.

        Args:
            noun: The dictionary form, folded.
        """
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

    def place_before(self, word: Traits, /) -> str | None:
        """The place that a word before a noun gives it («белорусский» of «белорусский вице-премьер»), in the nominative."""
        ...

    def ends_body_name(self, word: Traits, /) -> bool:
        """Whether a body's name ends before a word of the phrase («комитета Госдумы | по экологии»)."""
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

    def status_beside(self, before: Sequence[Traits], after: Traits, role: RoleNoun, /) -> Status:
        """Whether a title is held, by what is beside it («был министром», was minister; «ушёл с поста министра», left it).

        Args:
            before: The words before the title up to a punctuation mark, the nearest first.
            after: The unit after the title.
            role: Its role noun.
        """
        ...
