"""What is attributed in a sentence, and by which cue: reported speech, and words in marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsfacts import Analysis
from newsfacts.linear import LinearModel, choose
from newsfacts_quotes.content_features import ContentFeatures
from newsfacts_quotes.contents import Content, Contents, Place
from newsfacts_quotes.cues import Cue, is_disputed
from newsfacts_quotes.dialogue import Form, Verbatim
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.quotations import Quotations, find_voices, without_cue
from newsfacts_quotes.shown_speakers import find_headline, is_shown
from newsfacts_quotes.speakers import Speakers
from newsfacts_quotes.trail import Trail

__all__ = ["Attributed", "Attributions"]

# How likely a turn of a transcript is somebody's words; the labels of its paragraphs show that.
_TURN = 0.95
# How likely the quotations of a list are what different people say; and the cues after which they are one's.
_VOICE = 0.7
_SAYING = frozenset(("report", "quoted", "citing"))
# A cue attributes nothing without marks, and words in marks are nobody's, where that is likelier than this.
_NOTHING = 0.5
_NOT_QUOTED = 0.5
# Where attitudes count, cues attribute sooner: they are marked less evenly than speech is, so that none of several is sure.
_NO_ATTITUDE = 0.6
_BEFORE = Cue(-1, -1, -1, None, "before")
# Words that no verb of speech attributes may be an object of a verb that judges what others said.
_UNCERTAIN = frozenset(("zero", "other"))


class Attributed(NamedTuple):
    """Words that are attributed, and by what.

    Attributes:
        start: Index of the first unit; -1 for the sentence before.
        end: Index after the last one.
        cue: The cue; one without units where there is none.
        verbatim: What is verbatim; None for reported speech.
        chance: How likely it is.
        voice: Whether they are one of a list of quotations that different people say.
    """

    start: int
    end: int
    cue: Cue
    verbatim: Verbatim | None
    chance: float
    voice: bool = False

    @property
    def form(self) -> Form | None:
        """What shows that it is verbatim; None for reported speech."""
        return self.verbatim.form if self.verbatim else None


class Attributions:
    """Decides what is attributed in the sentences of an article.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
        models: The models of the decisions ``start``, ``end`` and ``quoted``.
        attitudes: Whether what somebody wants or feels is attributed, too.
        trail: Where the decisions are kept while the article is explained.
    """

    def __init__(
        self, analysis: Analysis, words: WordLookup, models: Mapping[str, LinearModel], attitudes: bool, trail: Trail | None
    ) -> None:
        self._analysis = analysis
        self._words = words
        self._models = models
        self._attitudes = attitudes
        self._nothing = _NO_ATTITUDE if attitudes else _NOTHING
        self._trail = trail

    def reported(self, contents: Contents, speakers: Speakers) -> list[Content]:
        """What the cues of a sentence attribute without marks."""
        features = ContentFeatures(contents, self._words)
        found: list[Content | None] = []
        for cue in contents.cues:
            if cue.kind == "label":
                candidates = speakers.candidates(contents.sentence, contents.cues).naming.all
                found.append(find_headline(contents, candidates, cue))
            elif cue.kind != "attitude" or self._attitudes:
                found.append(self._content(contents, features, cue))
        return self._independent(contents, [content for content in found if content])

    def _content(self, contents: Contents, features: ContentFeatures, cue: Cue) -> Content | None:
        """What a cue attributes without marks: where it begins, then where it ends."""
        places = contents.starts(cue)
        if not places:
            return None
        model = self._models["start"]
        scores = [model.total(features.of_none(cue)), *(model.total(features.of_start(cue, place)) for place in places)]
        number, chance = choose(scores, self._nothing)
        if self._trail:
            self._trail.begins(features, cue, places, model, number)
        if number == 0:
            return None
        start = places[number - 1]
        if start.at < 0:
            return Content(cue, -1, -1, chance)
        return self._ended(contents, features, cue, start, chance)

    def _ended(self, contents: Contents, features: ContentFeatures, cue: Cue, start: Place, chance: float) -> Content | None:
        """What a cue attributes, from where it begins, which is as likely as a chance says."""
        ends = contents.ends(cue, start.at)
        if not ends:
            return None
        model = self._models["end"]
        number, sure = choose([model.total(features.of_end(cue, start, end)) for end in ends])
        if self._trail:
            self._trail.ends(features, cue, start, ends, model, number)
        return Content(cue, start.at, ends[number].at, chance * sure)

    def _independent(self, contents: Contents, found: Sequence[Content]) -> list[Content]:
        """Of what cues attribute that which is no other's: clauses, and nothing that is said within what is said.

        Where attitudes count, what is handed on is somebody's, too.
        """
        if not self._attitudes and self._words.lexicon.attitudes:
            found = [content for content in found if content.start < 0 or contents.is_clause(content)]
        if not self._words.grammar.reports_nested:
            if not self._attitudes:
                found = [content for content in found if not any(_relays(content, other) for other in found)]
            found = [content for content in found if not any(_is_nested(content, other) for other in found)]
        return list(found)

    def quoted(self, quotations: Quotations) -> list[Attributed]:
        """What is quoted in a sentence, and by which cue."""
        sentence = quotations.sentence
        voices = find_voices(sentence, self._analysis.text)
        found: list[Attributed] = []
        for index, unit in enumerate(sentence.units):
            verbatim = unit.quotation
            if verbatim is None or verbatim.form == "question" or quotations.is_set_expression(verbatim):
                continue
            before, voice = found[-1] if found else None, index in voices
            if before and (voice or _is_next_paragraph(before, verbatim, index)):
                chosen: tuple[Cue, float] | None = before.cue, before.chance
            else:
                chosen = self._cue(quotations, index, verbatim, voice, before)
            if chosen:
                found.append(Attributed(index, index + 1, chosen[0], verbatim, chosen[1], voice))
        return found

    def _cue(
        self, quotations: Quotations, index: int, verbatim: Verbatim, voice: bool, before: Attributed | None
    ) -> tuple[Cue, float] | None:
        """The cue of quoted words and how likely it is; None where they are nobody's.

        Args:
            quotations: What may be verbatim in the sentence.
            index: The unit of the words.
            verbatim: The words.
            voice: Whether they are the first of a list that different people say.
            before: What is quoted before them in the sentence.
        """
        sentence = quotations.sentence
        if voice and all(cue.kind not in _SAYING for cue in quotations.cues):
            cue, chance = without_cue(sentence, index), _VOICE
        elif verbatim.form in ("turn", "answer") or is_shown(self._analysis, sentence, index, self._words):
            cue, chance = without_cue(sentence, index), _TURN
        else:
            rows = quotations.features(index, before.cue if before else None)
            model = self._models["quoted"]
            number, chance = choose([model.total(row) for row in rows], _NOT_QUOTED)
            if number == 0 and before and _is_same_speech(before, verbatim):
                return before.cue, before.chance
            if self._trail:
                self._trail.quotes(quotations, index, rows, model, number)
            if number == 0:
                return None
            cue = (without_cue(sentence, index), _BEFORE, *quotations.cues)[number - 1]
        if cue.kind in _UNCERTAIN and is_disputed(sentence, index, self._words):
            return None
        return cue, chance


def _relays(content: Content, other: Content) -> bool:
    """Whether a content is another one with its cue, handed on («X said that …, the agency reported»)."""
    return content.start <= other.cue.first < content.end and content.cue.first > other.cue.first


def _is_nested(content: Content, other: Content) -> bool:
    """Whether a cue and what it attributes are somebody's words themselves («they said the speech showed …»)."""
    first, last = min(content.start, content.cue.first), max(content.end - 1, content.cue.last)
    return other.start <= first and last < other.end and not other.start <= other.cue.first < other.end


def _is_next_paragraph(before: Attributed, verbatim: Verbatim, index: int) -> bool:
    """Whether a piece is another paragraph of the quotation before it."""
    return before.start == index - 1 and before.form in ("open", "piece") and verbatim.form == "piece"


def _is_same_speech(before: Attributed, verbatim: Verbatim) -> bool:
    """Whether a piece is what a line of dialogue goes on with after the author's words."""
    return verbatim.form == before.form == "dash"
