"""What a language must answer so that the plugin serves it, beside its word lists and its trained weights.

Which capitalised words are names is learnt, and what the engine knows of a word comes from its letters, from the readings of
`newsfacts.Morphology` and from `NameLexicon`. The questions here are those that need the grammar of a language.

A language without cases answers little (`en/`): a name is its own nominative, what belongs to a body follows it with a
preposition. But where no annotated corpus is, what the model has learnt is mended by what news in the language do (`mended`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from newsfacts import Analysis, Token
from newsfacts_names.candidates import Candidate

__all__ = ["Gender", "NameGrammar", "PersonName"]

Gender = Literal["masculine", "feminine"]
"""A person's, as `newsfacts.Mention` has it."""


class PersonName(NamedTuple):
    """What a person is called.

    Attributes:
        name: The nominative.
        gender: The grammatical gender, where the name or the words around it show it.
    """

    name: str
    gender: Gender | None


class NameGrammar(Protocol):
    """A language's answers about names."""

    def is_surname_apart(self, word: str, before: str, /) -> bool:
        """Whether a word is a surname by itself, and no part of the body's name before it («Кремля | Песков», «РФ | Орлов»).

        Args:
            word: A word after which a body's name would end.
            before: The last word of that name before it.
        """
        ...

    def begins_another_person(self, words: Sequence[str], word: str, following: str, /) -> bool:
        """Whether a word begins another person's name than the words before it («сказала Иванова | Петрову»).

        Args:
            words: The words of the name so far.
            word: The next word.
            following: The word after it, if that is of the same name; else empty.
        """
        ...

    def mended(self, analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], /) -> list[str]:
        """The labels, mended by what news in the language do with names.

        Args:
            analysis: The article.
            candidates: Its capitalised words.
            labels: Their labels.
        """
        ...

    def begins_person(self, given: str, word: str, /) -> bool:
        """Whether two neighbouring words may be a person's given name and surname."""
        ...

    def is_given_name(self, word: str, /) -> bool:
        """Whether a word looks like a given name."""
        ...

    def name_persons(self, analysis: Analysis, spans: Sequence[tuple[int, int]], /) -> Sequence[PersonName]:
        """What the persons of an article are called.

        Args:
            analysis: The article.
            spans: Where their names are in its text.

        Returns:
            A name for each span.
        """
        ...

    def spelled_out(self, text: str, /) -> Mapping[str, str]:
        """The names in an article's text that stand for bodies, by the abbreviations that their initials make."""
        ...

    def end_of_dependents(self, tokens: Sequence[Token], persons: Mapping[int, int], /) -> int | None:
        """Where the words end that belong to a body's name and follow its noun («комитет | Госдумы по экологии»).

        Args:
            tokens: The tokens after the noun, in one line.
            persons: The ends of persons' names by their starts.

        Returns:
            The end of the last word that belongs to it, or None where none does.
        """
        ...
