"""Stage 2: an article split into sentences and words, with its names; each part is computed once, when first asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from newsfacts.answers import check_mention, collect
from newsfacts.article import Article
from newsfacts.decisions import Decision, Reasons
from newsfacts.entities import Entity, join_mentions
from newsfacts.errors import Failure
from newsfacts.facts import Fact, Mention, Span
from newsfacts.language import Language, Reading
from newsfacts.language_packs import LanguagePack
from newsfacts.quotation import Quotation, find_quotations
from newsfacts.segmentation import Sentence, Token, find_addresses, find_paragraphs, find_sentences, find_tokens

__all__ = ["Analysis", "Recognizer"]

Recognizer = tuple[str, Callable[..., Iterable[Mention]]]
_NO_PACKS: Mapping[str, LanguagePack] = MappingProxyType({})


class Analysis:
    """An article, and on request its tokens, sentences, quotations, mentions and entities.

    Args:
        article: The article.
        language: Its language.
        recognizers: Names and functions that find mentions.
        packs: What plugins are offered of the language, by their names.
        reasons: Where it is kept why facts are found; None where nobody asks.

    All plugins share it, so none may change it: setting an attribute raises `AttributeError`.

    Attributes:
        article: The article.
        text: Its text, in which all offsets count: without stress marks, soft hyphens and the like, which the pipeline has
            taken out (`newsfacts.plain_text`); it moves what is found back to the text as read.
        language: Its language.
        reasons: Likewise.
    """

    article: Article
    text: str
    language: Language
    reasons: Reasons | None
    _recognizers: Sequence[Recognizer]
    _packs: Mapping[str, LanguagePack]
    _failures: list[Failure]

    def __init__(
        self,
        article: Article,
        language: Language,
        recognizers: Sequence[Recognizer] = (),
        packs: Mapping[str, LanguagePack] = _NO_PACKS,
        reasons: Reasons | None = None,
    ) -> None:
        vars(self).update(article=article, text=article.text, language=language, reasons=reasons)
        vars(self).update(_recognizers=recognizers, _packs=packs, _failures=[])

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: what one plugin changed, all that come after it would see."""
        raise AttributeError(f"an analysis cannot be changed; keep {name!r} in the plugin")

    def __delattr__(self, name: str) -> None:
        """Refuse, likewise."""
        raise AttributeError(f"an analysis cannot be changed; leave {name!r} as it is")

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What recognizers raised or gave wrongly; empty until mentions are first asked for."""
        return tuple(self._failures)

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets."""
        return Span(start=start, end=end, text=self.text[start:end])

    def pack(self, plugin: str) -> LanguagePack | None:
        """What a plugin is offered of the language of the article (`newsfacts_language_packs`); None where that is nothing."""
        return self._packs.get(plugin)

    def explain(self, fact: Fact, why: Callable[[], Decision | Iterable[Decision]]) -> None:
        """Tell why a fact was found; call it before the fact is yielded, or of a fact that `newsfacts_relate` has been given.

        Args:
            fact: The fact.
            why: Gives the decisions behind it. It is only called where somebody asks (`Pipeline.explain`); what it raises is a
                failure, and the fact stands.
        """
        if self.reasons is not None:
            self.reasons.tell(fact, why)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """All morphological readings of a word form, the likeliest first; cached across articles."""
        return self.language.morphology.readings(word)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and single other characters, in order."""
        return find_tokens(self.text)

    @cached_property
    def addresses(self) -> tuple[Sentence, ...]:
        """Spans of addresses on the web and of mail, in order; what is within one is no word of the article."""
        return find_addresses(self.text)

    @cached_property
    def paragraphs(self) -> tuple[Sentence, ...]:
        """Spans of paragraphs, in order."""
        return find_paragraphs(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Spans of sentences, in order; a closed quotation is never cut in two."""
        return find_sentences(self.text, self.paragraphs, self.quotations, self.language)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands in quotation marks, in the order of the opening marks."""
        return find_quotations(self.text)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Names of persons, organisations and places, in order; of overlapping ones of one type the longest."""
        found: set[Mention] = set()
        for plugin, recognize in self._recognizers:
            found.update(self._recognized(plugin, recognize))
        return _longest(found)

    def _recognized(self, plugin: str, recognize: Callable[..., Iterable[Mention]]) -> list[Mention]:
        return collect(
            "recognize",
            plugin,
            lambda: recognize(analysis=self) or (),
            lambda item: check_mention(item, self.text),
            self._failures,
        )

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The mentions joined: every person, organisation and place that is named."""
        return join_mentions(self.mentions, self.language.generations)

    def entity_of(self, mention: Mention) -> Entity | None:
        """The entity that a mention of this article was joined to."""
        return self._entity_by_mention.get(mention)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that an offset lies in, or the last one that begins before it."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin between two offsets."""
        return self.tokens[bisect_left(self._token_starts, start) : bisect_left(self._token_starts, end)]

    def is_in_address(self, offset: int) -> bool:
        """Whether an offset lies in an address on the web or of mail."""
        at = bisect_right(self.addresses, (offset, len(self.text))) - 1
        return at >= 0 and offset < self.addresses[at].end

    def token_index(self, offset: int) -> int:
        """The index of the first token that begins at an offset or after it."""
        return bisect_left(self._token_starts, offset)

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin between two offsets."""
        return self.mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]

    @cached_property
    def _entity_by_mention(self) -> dict[Mention, Entity]:
        return {mention: entity for entity in self.entities for mention in entity.mentions}

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [m.start for m in self.mentions]


def _longest(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    kept: dict[int, Mention] = {}  # by their numbers in the order of the text
    last: dict[str, int] = {}
    for number, mention in enumerate(sorted(mentions, key=lambda m: (m.start, -m.end, m.type, m.name))):
        before = last.get(mention.type)
        if before is not None and kept[before].overlaps(mention):
            if kept[before].end - kept[before].start >= mention.end - mention.start:
                continue
            del kept[before]
        kept[number] = mention
        last[mention.type] = number
    return tuple(kept.values())
