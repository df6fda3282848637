"""The extractor of quotes: sentence by sentence, what is attributed, where it lies, who speaks, and whom that means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsfacts import Analysis, Fact, Language, LanguagePack, Link, Mention, Quote, Span
from newsfacts.linear import LinearModel, calibrated
from newsfacts_quotes.attributions import Attributed, Attributions
from newsfacts_quotes.contents import Content, Contents, content_around
from newsfacts_quotes.cues import Cue, find_cues
from newsfacts_quotes.en.grammar import EnglishQuotesGrammar
from newsfacts_quotes.grammar import QuotesGrammar
from newsfacts_quotes.interviews import interviewed
from newsfacts_quotes.lexicon import CueLexicon
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import named
from newsfacts_quotes.quotations import Before, Quotations, anchor_of, introducing
from newsfacts_quotes.quote_facts import QuoteFacts
from newsfacts_quotes.roles import resolve_roles
from newsfacts_quotes.ru.grammar import RussianQuotesGrammar
from newsfacts_quotes.screening import Screen
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.shown_speakers import find_introduced, find_label_speaker, find_shown, find_signature, find_turn_speaker
from newsfacts_quotes.speaker_candidates import SpeakerCandidates
from newsfacts_quotes.speakers import Speakers, spans_of
from newsfacts_quotes.trail import Trail
from newsfacts_quotes.verbatim import Segment, find_segments, is_credit

__all__ = ["GRAMMARS", "find_quotes", "own_pack", "relate_quotes", "word_lookup"]

GRAMMARS: Mapping[str, Callable[[], QuotesGrammar]] = {"ru": RussianQuotesGrammar, "en": EnglishQuotesGrammar}
"""The grammar of each language that quotes are found in."""

# Quotes that are less likely are not given.
_BAR = 0.1
# The author's words within somebody's speech have no more characters.
_LONGEST_BREAK = 150


def find_quotes(analysis: Analysis) -> Iterator[Quote]:
    """Find what the article attributes to somebody.

    Args:
        analysis: The article.
    """
    pack = analysis.pack("quotes") or own_pack(analysis.language.code)
    yield from QuoteFinder(analysis, word_lookup(analysis.language, pack), pack.models()).quotes()


def relate_quotes(analysis: Analysis, facts: Sequence[Fact]) -> Iterator[Link]:
    """Link speakers who are called by a title alone to whoever holds it.

    Args:
        analysis: The article.
        facts: Its facts.
    """
    pack = analysis.pack("quotes")
    if pack or analysis.language.code in GRAMMARS:
        yield from resolve_roles(analysis, facts, word_lookup(analysis.language, pack))


def own_pack(code: str) -> LanguagePack:
    """The pack of a language that this package has the grammar, the words and the weights of."""
    return LanguagePack(plugin="quotes", language=code, package="newsfacts_quotes", grammar=GRAMMARS[code])


@cache
def word_lookup(language: Language, pack: LanguagePack | None = None) -> WordLookup:
    """The look-up of a language's words, made once.

    Args:
        language: The language.
        pack: Its grammar and where its words are; without one, those in this package.
    """
    given = pack or own_pack(language.code)
    return given.lexicon(CueLexicon, lambda lexicon: WordLookup(language, lexicon, given.made_grammar()))


class Spoken(NamedTuple):
    """Who speaks by a cue.

    Attributes:
        cue: Where the cue is; None where words are quoted without one.
        speaker: Who speaks; None where that is nobody known.
        chance: How likely that is.
    """

    cue: Span | None
    speaker: Mention | None
    chance: float


_UNKNOWN = Spoken(None, None, 0.5)


class QuoteFinder:
    """Finds the quotes of one article.

    Args:
        analysis: The article.
        words: Look-up of its language's words.
        models: The model of each decision.
        attitudes: Whether what somebody wants or feels is reported too, as some corpora mark it.
    """

    def __init__(
        self, analysis: Analysis, words: WordLookup, models: Mapping[str, LinearModel], attitudes: bool = False
    ) -> None:
        self.analysis = analysis
        self.text = analysis.text
        self.words = words
        self._models = models
        self._attitudes = attitudes
        self._trail = Trail(analysis) if analysis.reasons is not None else None
        self._screen = Screen(analysis, words, attitudes)
        self._attributions = Attributions(analysis, words, models, attitudes, self._trail)
        self._speakers = Speakers(analysis, words, models, self._trail)
        self._facts = QuoteFacts(analysis, words)
        self._before = Before()
        self._previous: Segment | None = None
        self._introduced = _UNKNOWN  # whoever a colon at the end of the sentence before introduces
        self._interviewed: Mention | None = None

    def quotes(self) -> list[Quote]:
        """The quotes."""
        done = 0
        for segment in find_segments(self.analysis, self.words):
            if segment.bounds.start < done:
                continue
            if _is_asked(segment) and not _is_asked(self._previous):
                self._interviewed = self._answering()
            if self._before.colon or self._may_go_on(segment) or self._screen.passes(segment):
                done = max(done, self._search(segment))
            else:
                self._before.pass_over(segment, self.text)
                self._introduced = _UNKNOWN
            if not segment.block:
                head = interviewed(self.analysis, segment.bounds)
                self._interviewed = named(self.analysis, head) if head else self._interviewed
                if not is_credit(self.text, segment.bounds, self.words):
                    self._previous = segment
        return self._facts.all

    def _answering(self) -> Mention | None:
        """Who answers the questions that begin here: whoever spoke or answered before, or whom the text introduces."""
        before, last = self._previous, self._last
        if before is None or interviewed(self.analysis, before.bounds):
            return self._interviewed
        if last and any(v.form == "dash" and v.start <= last.start < v.end for v in before.verbatims):
            return last.speaker
        return find_introduced(self.analysis, before.bounds) or self._interviewed

    @property
    def _last(self) -> Quote | None:
        """The quote that was found last."""
        return self._facts.all[-1] if self._facts.all else None

    def _may_go_on(self, segment: Segment) -> bool:
        """Whether words in marks may be of whoever the sentence before cites."""
        last, before = self._last, self._previous
        return bool(segment.verbatims and last and before and last.end > before.bounds.start)

    def _search(self, segment: Segment) -> int:
        """Report the quotes of a segment; where the text goes on behind it, if it has to be passed over as a whole."""
        sentence = SentenceUnits(self.analysis, self.words, segment.bounds, segment.verbatims)
        if not sentence.units:
            return 0
        cues = [cue for cue in find_cues(sentence, self.words) if self._attitudes or cue.kind != "silent"]
        contents = Contents(sentence, cues, self.words, self._previous is None)
        said = self._attributions.reported(contents, self._speakers)
        quoted = self._attributions.quoted(Quotations(sentence, cues, self.words, self.text, self._before, said))
        if segment.block and not quoted:
            return 0
        said = [content for content in said if not any(_tells_who(contents, content, words) for words in quoted)]
        self._report(contents, cues, said, quoted)
        self._before.note(sentence, cues, self.text, [a.verbatim for a in quoted if a.verbatim])
        return segment.bounds.end if segment.block else 0

    def _report(self, contents: Contents, cues: Sequence[Cue], said: Sequence[Content], quoted: Sequence[Attributed]) -> None:
        """Find the speakers and report the quotes, cue by cue."""
        sentence = contents.sentence
        attributed = [Attributed(c.start, c.end, c.cue, None, c.chance) for c in said if c.chance >= _BAR]
        attributed = [a for a in attributed if a.start < 0 or not sentence.is_quoted(a.start, a.end)]
        by_cue: dict[tuple[int, str], list[Attributed]] = {}
        for entry in (*attributed, *quoted):
            by_cue.setdefault((entry.cue.first, entry.cue.kind), []).append(entry)
        candidates = self._speakers.candidates(sentence, cues)
        spoken_by: dict[Cue, Spoken] = {}
        for key in sorted(by_cue):
            entries = by_cue[key]
            cue = entries[0].cue
            if cue.kind == "before":
                spoken = self._introduced
                introduced = spoken.speaker is not None and spoken.speaker.type == "person"
                if signature := find_signature(self.analysis, self.words, sentence.end, dashed=introduced):
                    spoken = spoken._replace(speaker=signature)
            else:
                spoken = self._spoken(contents, candidates, entries, said)
                if spoken.speaker is None and (outer := _outer(cue, said, spoken_by)):
                    spoken = spoken._replace(speaker=outer.speaker, chance=outer.chance)
                spoken_by[cue] = spoken
                self._speakers.referents.remember(spoken.speaker)
            for entry in entries:
                if spoken.speaker or not _is_within(entry, said):  # in what nobody is named to have said, marks hold set words
                    self._add(sentence, entry, spoken)
        self._introduced = self._introducing(candidates, cues, spoken_by) if self.text[sentence.end - 1] == ":" else _UNKNOWN

    def _spoken(
        self, contents: Contents, candidates: SpeakerCandidates, entries: Sequence[Attributed], said: Sequence[Content]
    ) -> Spoken:
        """Who speaks by the cue of some words: whom the form of the text shows, or one of the candidates of the sentence."""
        sentence, first = contents.sentence, entries[0]
        cue = first.cue
        anchor = anchor_of(sentence, first.start, first.verbatim is not None, cue)
        inner = [(entry.start, entry.end) for entry in entries if entry.start >= 0]
        known = self._known(sentence, first, anchor)
        # Of a turn, an answer and the voices of a list nobody can be the speaker whom the form of the text does not show.
        closed = first.form in ("turn", "answer") or (first.voice and cue.kind == "zero")
        if known or closed:
            speaker, sure = known, 1.0
        elif cue.kind == "label" and (label := find_label_speaker(contents, candidates.naming.all, cue)):
            speaker, sure = self._speakers.named(candidates, label, cue, spans_of(sentence, inner))
        else:
            speaker, sure = self._speakers.of(candidates, cue, anchor, inner, content_around(cue, said))
        return Spoken(self._span(sentence, first), speaker, sure)

    def _introducing(self, candidates: SpeakerCandidates, cues: Sequence[Cue], spoken_by: Mapping[Cue, Spoken]) -> Spoken:
        """Who speaks in the sentence behind a colon."""
        sentence = candidates.sentence
        cue = introducing(sentence, cues)
        spoken = spoken_by.get(cue)
        if spoken is None:
            speaker, sure = self._speakers.of(candidates, cue, "q" if cues else "intro", ())
            self._speakers.referents.remember(speaker)
            words = sentence.units[cue.first : cue.last + 1]
            spoken = Spoken(self.analysis.span(words[0].start, words[-1].end) if words else None, speaker, sure)
        if self._trail:
            self._trail.introduces(sentence, cue)
        return spoken

    def _span(self, sentence: SentenceUnits, entry: Attributed) -> Span | None:
        """Where the cue of some words is; for words without one the noun that introduces them («с криками „…“»: shouts)."""
        cue = entry.cue
        if cue.kind == "label":
            return None
        first, last = cue.first, cue.last
        if cue.kind == "zero":
            first = last = entry.start - 1
            if first < 0 or not self._is_label(sentence, first):
                return None
        return self.analysis.span(sentence.units[first].start, sentence.units[last].end)

    def _is_label(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether a unit is a noun for what people say."""
        unit = sentence.units[index]
        return self.words.look(unit.low).lemma in self.words.lexicon.words.labels

    def _known(self, sentence: SentenceUnits, entry: Attributed, anchor: str) -> Mention | None:
        """The speaker whom the form of the text shows: a signature, the label of a turn, the head of an interview."""
        if entry.form == "turn":
            return find_turn_speaker(self.analysis, self.words, sentence.start)
        if entry.form == "answer":
            return self._interviewed
        if shown := find_shown(self.analysis, sentence, entry.start, self.words):
            return shown
        if anchor != "alone":
            return None
        return find_signature(self.analysis, self.words, sentence.end) or self._resumed(sentence)

    def _resumed(self, sentence: SentenceUnits) -> Mention | None:
        """The speaker of the speech before that a sentence goes on with; None where it cannot."""
        before = self._last
        if before is None or not self.words.grammar.reopens_quotations:
            return None
        between = self.text[before.end : sentence.start]
        return before.speaker if len(between) <= _LONGEST_BREAK and "\n" not in between else None

    def _add(self, sentence: SentenceUnits, entry: Attributed, spoken: Spoken) -> None:
        """Report what is attributed; the sentence before, where words refer to it."""
        kind = "reported" if entry.verbatim is None else "quoted"
        confidence = calibrated(self._models.get("confidence"), kind, entry.chance * spoken.chance)
        if entry.start >= 0:
            self._facts.add(sentence, entry, spoken.cue, spoken.speaker, confidence)
        elif self._previous is not None:
            self._facts.add_whole(self._previous, spoken.cue, spoken.speaker, confidence)
        if self._trail:
            self._trail.lead_to(self._facts.all, sentence, entry.cue, entry.verbatim, (entry.chance, spoken.chance))


def _outer(cue: Cue, said: Sequence[Content], spoken_by: Mapping[Cue, Spoken]) -> Spoken | None:
    """Who says what a cue is part of («он вспомнил, что дом назвали в шутку: „…“»: it was named in jest, he recalled)."""
    around = (content.cue for content in said if content.start <= cue.first < content.end and content.cue is not cue)
    return next((spoken_by[other] for other in around if other in spoken_by and spoken_by[other].speaker), None)


def _is_within(entry: Attributed, said: Sequence[Content]) -> bool:
    """Whether quoted words are part of what their cue attributes without marks."""
    return entry.verbatim is not None and any(c.cue is entry.cue and c.start <= entry.start < c.end for c in said)


def _tells_who(contents: Contents, content: Content, quoted: Attributed) -> bool:
    """Whether a content is only who said the quoted words before it («„…“, — так, по словам соседа, ответил мэр»).

    It has their cue, or follows it and has no verb.
    """
    cue = quoted.cue
    if not quoted.start < cue.first or quoted.start >= content.start >= 0 or cue is content.cue:
        return False
    return cue.first < content.end and (content.start <= cue.first or not contents.has_verb(content.start, content.end))


def _is_asked(segment: Segment | None) -> bool:
    """Whether a segment is a question or an answer of an interview."""
    return segment is not None and any(v.form in ("question", "answer") for v in segment.verbatims)
