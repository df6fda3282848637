"""The extractor of quotes: sentence by sentence, what is attributed, where it lies, who speaks, and whom that means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Literal, NamedTuple

from newsfacts import Analysis, Fact, Language, LanguagePack, Link, Mention, Quote, Span
from newsfacts.linear import LinearModel, calibrated, choose
from newsfacts_quotes.content_features import ContentFeatures
from newsfacts_quotes.contents import Content, Contents, content_around
from newsfacts_quotes.cues import Cue, find_cues, is_disputed
from newsfacts_quotes.en.grammar import EnglishQuotesGrammar
from newsfacts_quotes.grammar import QuotesGrammar
from newsfacts_quotes.lexicon import CueLexicon
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.mentions import named
from newsfacts_quotes.quotations import Before, Quotations, anchor_of, find_voices, introducing, without_cue
from newsfacts_quotes.roles import resolve_roles
from newsfacts_quotes.ru.grammar import RussianQuotesGrammar
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.shown_speakers import (
    find_headline,
    find_headlined,
    find_introduced,
    find_label_speaker,
    find_labeller,
    find_signature,
    find_turn_speaker,
)
from newsfacts_quotes.speakers import Speakers, spans_of
from newsfacts_quotes.trail import Trail
from newsfacts_quotes.turns import has_verb
from newsfacts_quotes.verbatim import Segment, Verbatim, find_segments, interviewed, is_credit

__all__ = ["GRAMMARS", "find_quotes", "own_pack", "relate_quotes", "word_lookup"]

GRAMMARS: Mapping[str, Callable[[], QuotesGrammar]] = {"ru": RussianQuotesGrammar, "en": EnglishQuotesGrammar}
"""The grammar of each language that quotes are found in."""

Style = Literal["direct", "partial", "indirect"]

_DASH_AFTER = re.compile(r"[,.!?…]?[^\S\n]?[—–-]")
_TEXT = attrgetter("text")
_TAIL = re.compile(r"[^\S\n][—–-][^\S\n]|:[^\S\n]")
# A colon within so many first characters of a sentence, or a dash within so many last ones, may be a headline's.
_LABEL_WITHIN = 80
# What is cut off the ends of reported speech and of quoted words.
_EDGES, _QUOTED_EDGES = " \t\r\n\xa0,;:.—–-", " \t\r\n\xa0,—–-"
# Marks that are cut off too where the same words are in two pairs of marks («„…“»).
_OPENING, _CLOSING = '«„“"', '»“”"'
# How likely a turn of a transcript is somebody's words; the labels of its paragraphs show that.
_TURN = 0.95
# How likely the quotations of a list are what different people say; and the cues after which they are one's.
_VOICE = 0.7
_SAYING = frozenset(("report", "quoted", "citing"))
# Quotes that are less likely are not given.
_BAR = 0.1
# The author's words within somebody's speech have no more characters.
_LONGEST_BREAK = 150
# A cue attributes nothing without marks, and words in marks are nobody's, where that is likelier than this.
_NOTHING = 0.5
_NOT_QUOTED = 0.5


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


class Attributed(NamedTuple):
    """Words that are attributed, and by what.

    Attributes:
        start: Index of the first unit; -1 for the sentence before.
        end: Index after the last one.
        cue: The cue; one without units where there is none.
        verbatim: What is verbatim; None for reported speech.
        chance: How likely it is.
    """

    start: int
    end: int
    cue: Cue
    verbatim: Verbatim | None
    chance: float


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
        self.speakers = Speakers(analysis, words, models, self._trail)
        self._before = Before()
        self._previous: Segment | None = None
        self._pending: tuple[Span | None, Mention | None, float] | None = None
        self._facts: list[Quote] = []
        self._interviewed: Mention | None = None
        self._spans: set[tuple[int, int]] = set()
        tokens = analysis.tokens
        self._triggers = [tokens[i] for i in words.cues.among(list(map(_TEXT, tokens)))]
        self._starts = [token.start for token in self._triggers]

    def quotes(self) -> list[Quote]:
        """The quotes."""
        done = 0
        for segment in find_segments(self.analysis, self.words):
            if segment.bounds.start < done:
                continue
            if _is_asked(segment) and not _is_asked(self._previous):
                self._interviewed = self._introduced()
            if self._may_quote(segment):
                done = max(done, self._search(segment))
            elif not segment.block:
                self._before.pass_over(segment, self.text)
                self._pending = None
            if not segment.block:
                head = interviewed(self.analysis, segment.bounds)
                self._interviewed = named(self.analysis, head) if head else self._interviewed
                if not is_credit(self.text, segment.bounds, self.words):
                    self._previous = segment
        return self._facts

    def _introduced(self) -> Mention | None:
        """Who answers the questions that begin here: whoever spoke or answered before, or whom the text introduces."""
        before = self._previous
        if before is None or interviewed(self.analysis, before.bounds):
            return self._interviewed
        if self._facts and any(v.form == "dash" and v.start <= self._facts[-1].start < v.end for v in before.verbatims):
            return self._facts[-1].speaker
        return find_introduced(self.analysis, before.bounds) or self._interviewed

    def _may_quote(self, segment: Segment) -> bool:
        """Whether a segment has a cue, a colon or marks that make it worth looking at."""
        start, end = segment.bounds
        if self._before.colon or any(self._stands_out(v, segment) for v in segment.verbatims):
            return True
        if segment.verbatims and self._facts and self._previous and self._facts[-1].end > self._previous.bounds.start:
            return True  # words of whoever the sentence before cites
        last = self.text[end - 1]
        if last == ":" or (last not in ".;" and self._may_be_headline(start, end)):
            return True
        for at in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            if self.words.opens(self._triggers[at].text, self._attitudes or bool(segment.verbatims)):
                return True
        return False

    def _may_be_headline(self, start: int, end: int) -> bool:
        """Whether a colon near the beginning, or a mark near the end, may part a speaker from what they said."""
        if self.text.find(":", start, min(end, start + _LABEL_WITHIN)) > 0:
            return True
        return _TAIL.search(self.text, max(start, end - _LABEL_WITHIN), end) is not None

    def _stands_out(self, verbatim: Verbatim, segment: Segment) -> bool:
        """Whether words begin a sentence, follow a colon or a label, or precede a dash: without a cue only such ones quote."""
        if verbatim.form != "marks" or verbatim.start == segment.bounds.start:
            return True
        index = self.analysis.token_index(verbatim.start)
        if index and self.analysis.tokens[index - 1].text in self.words.labels:
            return True
        before = self.text[max(0, verbatim.start - 2) : verbatim.start]
        return ":" in before or _DASH_AFTER.match(self.text, verbatim.end) is not None

    def _search(self, segment: Segment) -> int:
        sentence = SentenceUnits(self.analysis, self.words, segment.bounds, segment.verbatims)
        if not sentence.units:
            return 0
        cues = [cue for cue in find_cues(sentence, self.words) if self._attitudes or cue.kind != "silent"]
        contents = Contents(sentence, cues, self.words, self._previous is None)
        said = self._contents(contents)
        quoted = self._quoted(sentence, cues, said)
        said = [content for content in said if not any(_tells_who(contents, content, words) for words in quoted)]
        if segment.block and not quoted:
            return 0
        self._report(contents, cues, said, quoted)
        self._before.note(sentence, cues, self.text, [a.verbatim for a in quoted if a.verbatim])
        return segment.bounds.end if segment.block else 0

    def _contents(self, contents: Contents) -> list[Content]:
        """What the cues of a sentence attribute without marks."""
        found: list[Content] = []
        start_model, end_model = self._models["start"], self._models["end"]
        features = ContentFeatures(contents, self.words)
        for cue in contents.cues:
            if cue.kind == "attitude" and not self._attitudes:
                continue
            if cue.kind == "label":
                candidates = self.speakers.candidates(contents.sentence, contents.cues).all
                found += [headline] if (headline := find_headline(contents, candidates, cue)) else []
            places = contents.starts(cue)
            if not places:
                continue
            scores = [start_model.total(features.of_none(cue))]
            scores += [start_model.total(features.of_start(cue, place)) for place in places]
            number, chance = choose(scores, _NOTHING)
            if self._trail:
                self._trail.begins(features, cue, places, start_model, number)
            if number == 0:
                continue
            start = places[number - 1]
            if start.at < 0:
                found.append(Content(cue, -1, -1, chance))
                continue
            ends = contents.ends(cue, start.at)
            if not ends:
                continue
            number, sure = choose([end_model.total(features.of_end(cue, start, end)) for end in ends])
            if self._trail:
                self._trail.ends(features, cue, start, ends, end_model, number)
            found.append(Content(cue, start.at, ends[number].at, chance * sure))
        if not self._attitudes and self.words.lexicon.attitudes:
            found = [content for content in found if content.start < 0 or contents.is_clause(content)]
        if self.words.grammar.reports_nested:
            return found
        found = [content for content in found if not any(_relays(content, other) for other in found)]
        return [content for content in found if not any(_is_nested(content, other) for other in found)]

    def _quoted(self, sentence: SentenceUnits, cues: Sequence[Cue], said: Sequence[Content]) -> list[Attributed]:
        """What is quoted in a sentence, and by which cue."""
        model = self._models["quoted"]
        found: list[Attributed] = []
        quotations: Quotations | None = None
        voices = find_voices(sentence, self.text)
        for index, unit in enumerate(sentence.units):
            if unit.quotation is None:
                continue
            quotations = quotations or Quotations(sentence, cues, self.words, self.text, self._before, said)
            if quotations.is_set_expression(unit.quotation):
                continue
            if unit.quotation.form == "question":
                continue
            if found and (_is_next_paragraph(found[-1], unit.quotation, index) or index in voices):
                found.append(Attributed(index, index + 1, found[-1].cue, unit.quotation, found[-1].chance))
                continue
            if index in voices and not any(cue.kind in _SAYING for cue in cues):
                number, chance = 1, _VOICE
            elif unit.quotation.form in ("turn", "answer") or self._is_shown(sentence, unit.quotation, index):
                number, chance = 1, _TURN
            else:
                rows = quotations.features(index, found[-1].cue if found else None)
                number, chance = choose([model.total(row) for row in rows], _NOT_QUOTED)
                if number == 0 and found and _is_same_speech(found[-1], unit.quotation):
                    found.append(Attributed(index, index + 1, found[-1].cue, unit.quotation, found[-1].chance))
                    continue
                if self._trail:
                    self._trail.quotes(quotations, index, rows, model, number)
            if number == 0:
                continue
            if number == 1:
                if is_disputed(sentence, index, self.words):
                    continue
                cue = without_cue(sentence, index)
            elif number == 2:
                cue = Cue(-1, -1, -1, None, "before")
            else:
                cue = cues[number - 3]
                if cue.kind == "other" and is_disputed(sentence, index, self.words):
                    continue
            found.append(Attributed(index, index + 1, cue, unit.quotation, chance))
        return found

    def _report(self, contents: Contents, cues: Sequence[Cue], said: Sequence[Content], quoted: Sequence[Attributed]) -> None:
        """Find the speakers and report the quotes."""
        sentence = contents.sentence
        attributed = [Attributed(c.start, c.end, c.cue, None, c.chance) for c in said if c.chance >= _BAR]
        attributed = [a for a in attributed if a.start < 0 or not sentence.is_quoted(a.start, a.end)]
        attributed += quoted
        by_cue: dict[tuple[int, str], list[Attributed]] = {}
        for entry in attributed:
            by_cue.setdefault((entry.cue.first, entry.cue.kind), []).append(entry)
        candidates = self.speakers.candidates(sentence, cues)
        known_by: dict[Cue, tuple[Span | None, Mention | None, float]] = {}
        for key in sorted(by_cue):
            entries = by_cue[key]
            cue = entries[0].cue
            if cue.kind == "before":
                span, speaker, sure = self._pending or (None, None, 0.5)
                speaker = find_signature(self.analysis, self.words, sentence.end) or speaker
            else:
                anchor = anchor_of(sentence, entries[0].start, entries[0].verbatim is not None, cue)
                inner = [(a.start, a.end) for a in entries if a.start >= 0]
                known = self._known(sentence, entries[0], anchor)
                labels = find_label_speaker(contents, candidates.all, cue) if cue.kind == "label" else None
                voices = cue.kind == "zero" and entries[0].start in find_voices(sentence, self.text)
                if known or voices or _is_closed(entries[0].verbatim):
                    speaker, sure = known, 1.0
                elif labels:
                    speaker, sure = self.speakers.named(candidates, labels, cue, spans_of(sentence, inner))
                else:
                    speaker, sure = self.speakers.of(candidates, cue, anchor, inner, content_around(cue, said))
                span = None
                if cue.kind == "zero" and entries[0].start > 0 and self._is_label(sentence, entries[0].start - 1):
                    label = sentence.units[entries[0].start - 1]
                    span = self.analysis.span(label.start, label.end)
                if cue.kind not in ("zero", "label"):
                    span = self.analysis.span(sentence.units[cue.first].start, sentence.units[cue.last].end)
                known_by[cue] = span, speaker, sure
                self.speakers.referents.remember(speaker)
            for entry in entries:
                if speaker is None and entry.verbatim and any(c.cue is cue and c.start <= entry.start < c.end for c in said):
                    continue  # in what nobody is named to have said, marks hold set words
                self._emit(sentence, entry, span, speaker, self._confidence(entry, sure))
                if self._trail:
                    self._trail.lead_to(self._facts, sentence, entry.cue, entry.verbatim, (entry.chance, sure))
        self._pending = None
        if self.text[sentence.end - 1] == ":":
            cue = introducing(sentence, cues)
            if cue not in known_by:
                speaker, sure = self.speakers.of(candidates, cue, "q" if cues else "intro", ())
                self.speakers.referents.remember(speaker)
                words = sentence.units[cue.first : cue.last + 1]
                known_by[cue] = self.analysis.span(words[0].start, words[-1].end) if words else None, speaker, sure
            self._pending = known_by[cue]
            if self._trail:
                self._trail.introduces(sentence, cue)

    def _confidence(self, entry: Attributed, sure: float) -> float:
        kind = "reported" if entry.verbatim is None else "quoted"
        return calibrated(self._models.get("confidence"), kind, entry.chance * sure)

    def _known(self, sentence: SentenceUnits, entry: Attributed, anchor: str) -> Mention | None:
        """The speaker whom the form of the text shows: a signature, the label of a turn, the head of an interview."""
        verbatim = entry.verbatim
        if verbatim is not None and verbatim.form == "turn":
            return find_turn_speaker(self.analysis, self.words, sentence.start)
        if verbatim is not None and verbatim.form == "answer":
            return self._interviewed
        if shown := self._shown(sentence, entry.start):
            return shown
        if anchor != "alone":
            return None
        return find_signature(self.analysis, self.words, sentence.end) or self._resumed(sentence)

    def _shown(self, sentence: SentenceUnits, index: int) -> Mention | None:
        """Whoever a label before quoted words or a headline's end behind them shows to be their speaker."""
        verbatim = sentence.units[index].quotation if index >= 0 else None
        if verbatim is None or verbatim.form not in ("marks", "open"):
            return None
        if verbatim.start == sentence.start and (head := find_headlined(self.analysis, self.words, verbatim.end)):
            return head
        name = find_labeller(self.analysis, sentence, index, self.words)
        return named(self.analysis, name) if name else None

    def _is_shown(self, sentence: SentenceUnits, verbatim: Verbatim, index: int) -> bool:
        """Whether the form of the text shows that words are somebody's; a headline may begin with the name of a film."""
        if verbatim.start == sentence.start and not has_verb(self.analysis, verbatim.start, verbatim.end, self.words):
            return False
        return self._shown(sentence, index) is not None

    def _resumed(self, sentence: SentenceUnits) -> Mention | None:
        """The speaker of the speech before that a sentence goes on with; None where it cannot."""
        if not self._facts or not self.words.grammar.reopens_quotations:
            return None
        before = self._facts[-1]
        between = self.text[before.end : sentence.start]
        return before.speaker if len(between) <= _LONGEST_BREAK and "\n" not in between else None

    def _is_label(self, sentence: SentenceUnits, index: int) -> bool:
        """Whether a unit is a noun that introduces quoted words: «с криками „…“» (with shouts of …)."""
        unit = sentence.units[index]
        return unit.is_word and self.words.look(unit.low).lemma in self.words.lexicon.words.labels

    def _emit(
        self, sentence: SentenceUnits, entry: Attributed, cue: Span | None, speaker: Mention | None, confidence: float
    ) -> None:
        verbatim = entry.verbatim
        if verbatim is not None:
            if speaker is not None and speaker.name == self.text[verbatim.inner_start : verbatim.inner_end]:
                speaker = None  # nobody's words are who said them
            style = _style(sentence, entry.start, self.text)
            self._add(verbatim.inner_start, verbatim.inner_end, style, cue, speaker, confidence)
        elif entry.start >= 0:
            units = sentence.units[entry.start : entry.end]
            own = entry.cue.kind == "label" and any(u.is_word and self.words.look(u.low).first_person for u in units)
            self._add(units[0].start, units[-1].end, "direct" if own else "indirect", cue, speaker, confidence)
        elif self._previous is not None:
            before = Contents(
                SentenceUnits(self.analysis, self.words, self._previous.bounds, self._previous.verbatims), (), self.words, True
            )
            last = before.sentence.last()
            if last <= before.opening:
                return
            start, end = before.sentence.units[before.opening].start, before.sentence.units[last - 1].end
            if not any(f.style != "partial" and f.start < end and start < f.end for f in self._facts[-12:]):
                self._add(start, end, "indirect", cue, speaker, confidence)

    def _add(self, start: int, end: int, style: Style, cue: Span | None, speaker: Mention | None, confidence: float) -> None:
        """Report a stretch of the text without the marks at its ends, once."""
        edges = _EDGES if style == "indirect" else _QUOTED_EDGES
        said = self.text[start:end]
        start += len(said) - len(said.lstrip(edges))
        end -= len(said) - len(said.rstrip(edges))
        if style != "indirect":
            while end - start > 2 and self.text[start] in _OPENING and self.text[end - 1] in _CLOSING:
                start, end = start + 1, end - 1
        if end <= start or (start, end) in self._spans:
            return
        self._spans.add((start, end))
        self._facts.append(
            Quote(
                start=start,
                end=end,
                text=self.text[start:end],
                style=style,
                speaker=speaker,
                cue=cue,
                confidence=round(confidence, 3),
            )
        )


def _relays(content: Content, other: Content) -> bool:
    """Whether a content is another one with its cue, handed on («X said that …, the agency reported»)."""
    return content.start <= other.cue.first < content.end and content.cue.first > other.cue.first and other.start >= 0


def _tells_who(contents: Contents, content: Content, quoted: Attributed) -> bool:
    """Whether a content is only who said the quoted words before it («„…“, — так, по словам соседа, ответил мэр»).

    It has their cue, or follows it and has no verb.
    """
    cue = quoted.cue
    if not quoted.start < cue.first or quoted.start >= content.start >= 0 or cue is content.cue:
        return False
    return cue.first < content.end and (content.start <= cue.first or not contents.has_verb(content.start, content.end))


def _is_nested(content: Content, other: Content) -> bool:
    """Whether a cue and what it attributes are somebody's words themselves («they said the speech showed …»)."""
    first, last = min(content.start, content.cue.first), max(content.end - 1, content.cue.last)
    return other.start <= first and last < other.end and not other.start <= other.cue.first < other.end


def _style(sentence: SentenceUnits, index: int, text: str) -> Style:
    """Whether quoted words are full clauses or a fragment of the author's sentence."""
    verbatim = sentence.units[index].quotation
    assert verbatim is not None
    if index in find_voices(sentence, text):
        return "direct"
    if sentence.code(index - 1) == "that" and sentence.code(index + 1) in (".", "$"):
        return "direct"  # a clause that is a quotation and nothing else
    if verbatim.form != "marks" or sentence.code(index - 1) in (":", "^", "—") or sentence.code(index + 1) in ("—", "$"):
        return (
            "direct"
            if text[verbatim.inner_start].isupper() or sentence.code(index - 1) == ":" or verbatim.form != "marks"
            else "partial"
        )
    return "direct" if sentence.code(index + 1) == "," and sentence.code(index + 2) == "—" else "partial"


def _is_next_paragraph(before: Attributed, verbatim: Verbatim, index: int) -> bool:
    """Whether a piece is another paragraph of the quotation before it."""
    adjoins = before.start == index - 1 and before.verbatim is not None and before.verbatim.form in ("open", "piece")
    return adjoins and verbatim.form == "piece"


def _is_same_speech(before: Attributed, verbatim: Verbatim) -> bool:
    """Whether a piece is what a line of dialogue goes on with after the author's words."""
    return verbatim.form == "dash" and before.verbatim is not None and before.verbatim.form == "dash"


def _is_closed(verbatim: Verbatim | None) -> bool:
    """Whether words are a turn or an answer, which nobody can have said whom its form does not show."""
    return verbatim is not None and verbatim.form in ("turn", "answer")


def _is_asked(segment: Segment | None) -> bool:
    """Whether a segment is a question or an answer of an interview."""
    return segment is not None and any(v.form in ("question", "answer") for v in segment.verbatims)
