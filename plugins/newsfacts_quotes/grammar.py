"""What a language must answer so that quotes can be found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from newsfacts import Reading
from newsfacts_quotes.lexicon import CueLexicon

__all__ = ["CueVerb", "Mood", "QuotesGrammar"]

Mood = Literal["finite", "infinitive", "gerund", "participle", "passive", "predicative"]


class CueVerb(NamedTuple):
    """A form of a verb that attributes.

    Attributes:
        lemma: The verb, folded.
        mood: What the form is; a passive one has no subject that speaks («сообщается»: it is reported), a predicative one is
            an adjective of thought («уверен»: is sure).
        gender: Gender of the subject, where the form shows it.
        number: Sing, Plur or None.
        clause: Whether what was said may follow or precede as a clause.
    """

    lemma: str
    mood: Mood
    gender: str | None
    number: str | None
    clause: bool


class QuotesGrammar(Protocol):
    """The grammar of attribution in one language. It holds rules alone; words are in the lexicon."""

    @property
    def declines(self) -> bool:
        """Whether the forms of nouns show their cases and whether they live.

        Where they do not, a noun phrase is what stands together, any noun may speak, a relative pronoun is a pronoun as any
        other, and what was said begins and ends without a mark.
        """
        ...

    @property
    def encloses_commas(self) -> bool:
        """Whether a comma of the sentence stands within the quotation marks before it («“It is safe,” she said»)."""
        ...

    @property
    def reopens_quotations(self) -> bool:
        """Whether speech that the author's words interrupted goes on in marks of its own («“Yes,” she said. “I will.”»)."""
        ...

    @property
    def reports_nested(self) -> bool:
        """Whether what somebody is reported to have reported («they said the speech showed …») is a quote by itself."""
        ...

    def cue_verb(self, reading: Reading, lexicon: CueLexicon) -> CueVerb | None:
        """What a reading of a word form is as a cue; None where it attributes nothing."""
        ...

    def other_verb(self, reading: Reading, /) -> CueVerb | None:
        """What a verb that the lexicon does not list is as the cue of words in quotation marks; None where it is none."""
        ...

    def after_auxiliary(self, verb: CueVerb, auxiliary: str, /) -> CueVerb | None:
        """What a verb is after an auxiliary, whose class the lexicon gives; None where it is no cue there."""
        ...

    def clitic(self, form: str, reading: Reading, /) -> int:
        """How many last characters of a word are a verb of its own, with what joins it («she's»); 0 where none is.

        Args:
            form: The folded word.
            reading: Its likeliest reading.
        """
        ...

    def is_name(self, readings: Sequence[Reading], alone: bool, /) -> bool:
        """Whether a speaker's word that begins a sentence with a capital would have it anywhere.

        Args:
            readings: Of the word with its capital.
            alone: Whether the speaker has no other word.
        """
        ...

    def is_owner(self, text: str, end: int, /) -> bool:
        """Whether a name that ends at an offset owns what follows it, where its own form does not show that."""
        ...

    def agrees(self, verb: CueVerb, gender: str | None, plural: bool | None, /) -> bool:
        """Whether a noun can be a verb's subject.

        Args:
            verb: The verb.
            gender: The noun's gender; None where it is not known.
            plural: Whether the noun is plural; None where it is not known.
        """
        ...

    def may_stand_in(self, case: str, cases: frozenset[str]) -> bool:
        """Whether a noun with a form of some cases can be where one case is asked for."""
        ...
