"""Why a quote was found: the decisions on the way to it, kept only while an article is explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from newsfacts import Analysis, Decision, Mention, Quote
from newsfacts.decisions import chosen
from newsfacts.legends import load_legend
from newsfacts.linear import LinearModel
from newsfacts_quotes.content_features import ContentFeatures
from newsfacts_quotes.contents import Place
from newsfacts_quotes.cues import Cue
from newsfacts_quotes.dialogue import Verbatim
from newsfacts_quotes.naming_words import Candidate
from newsfacts_quotes.quotations import Quotations
from newsfacts_quotes.sentence_units import SentenceUnits, Unit

__all__ = ["Trail"]

# So many units show a place of the sentence.
_SHOWN = 4
_legend = partial(load_legend, "newsfacts_quotes")
_FORMS = {"turn": "a turn of a transcript, after the speaker's name", "answer": "an answer of an interview"}
_SHOWN_BY = "the form of the text: a name with a colon before the words, a headline's end behind them, or speech that goes on"


class Trail:
    """Keeps the decisions about each sentence until they have led to quotes.

    Args:
        analysis: The article.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._contents: dict[tuple[int, int], list[Decision]] = {}  # by the sentence and the cue
        self._quoted: dict[int, Decision] = {}  # by the offset of the words
        self._speakers: dict[tuple[int, int, str], list[Decision]] = {}  # by the sentence and the cue
        self._asked: list[Decision] = []  # those of the speaker that is being looked for
        self._introduced: Sequence[Decision] = ()  # those of whoever a colon at the sentence before introduces
        self._explained = 0

    def begins(self, features: ContentFeatures, cue: Cue, places: Sequence[Place], model: LinearModel, number: int) -> None:
        """Note where what a cue attributes begins; 0 is nowhere, others count the places."""
        rows = [features.of_none(cue), *(features.of_start(cue, place) for place in places)]
        sentence = features.sentence
        texts = ["nothing is attributed", *(_from(sentence, place.at, self._analysis.text) for place in places)]
        question = f"where what «{_cue(sentence, cue, self._analysis.text)}» attributes begins"
        self._contents[sentence.start, cue.first] = [chosen(question, model, rows, texts, number, _legend("start"))]

    def ends(
        self, features: ContentFeatures, cue: Cue, start: Place, ends: Sequence[Place], model: LinearModel, number: int
    ) -> None:
        """Note where what a cue attributes ends."""
        rows = [features.of_end(cue, start, end) for end in ends]
        texts = [_up_to(features.sentence, end.at, self._analysis.text) for end in ends]
        decisions = self._contents[features.sentence.start, cue.first]
        decisions.append(chosen("where it ends", model, rows, texts, number, _legend("end")))

    def quotes(
        self, quotations: Quotations, index: int, rows: Sequence[Sequence[str]], model: LinearModel, number: int
    ) -> None:
        """Note whether the words at a unit are somebody's, and by which cue: none, the one before, or one of the sentence."""
        sentence = quotations.sentence
        cues = [f"somebody's, by «{_cue(sentence, cue, self._analysis.text)}»" for cue in quotations.cues]
        texts = ["nobody's words", "somebody's, without a cue", "somebody's, by the cue of the sentence before", *cues]
        question = "whether the words in marks are quoted"
        self._quoted[sentence.units[index].start] = chosen(question, model, rows, texts, number, _legend("quoted"))

    def speaks(
        self,
        sentence: SentenceUnits,
        cue: Cue,
        found: Sequence[Candidate],
        rows: Sequence[Sequence[str]],
        model: LinearModel,
        number: int,
    ) -> None:
        """Note who speaks: nobody, somebody whom the sentence leaves out, or one of its candidates."""
        names = [self._analysis.text[sentence.units[c.phrase.first].start : sentence.units[c.phrase.last].end] for c in found]
        texts = ["nobody", "somebody whom the sentence leaves out", *names]
        if cue.verb and cue.verb.mood == "participle":
            decision = Decision(question="who speaks", answer=texts[number], rule="a participle belongs to the noun before it")
        else:
            decision = chosen("who speaks", model, rows, texts, number, _legend("speaker"))
        self._asked = self._speakers[_key(sentence, cue)] = [decision]

    def means(self, found: Sequence[Mention], rows: Sequence[Sequence[str]], model: LinearModel, number: int) -> None:
        """Note whom words mean that name nobody: nobody else, or one of those whom the article names."""
        texts = ["nobody whom the article names", *(mention.name for mention in found)]
        self._asked.append(chosen("whom these words mean", model, rows, texts, number, _legend("referent")))

    def introduces(self, sentence: SentenceUnits, cue: Cue) -> None:
        """Note that whoever speaks by a cue speaks in the next sentence, too."""
        self._introduced = self._speakers.get(_key(sentence, cue), ())

    def lead_to(
        self, facts: Sequence[Quote], sentence: SentenceUnits, cue: Cue, verbatim: Verbatim | None, chances: tuple[float, float]
    ) -> None:
        """Explain the quotes that have been found since this was last said.

        Args:
            facts: All quotes so far.
            sentence: The sentence of the cue.
            cue: The cue.
            verbatim: What is verbatim; None for reported speech.
            chances: How likely the attribution and the speaker are.
        """
        for fact in facts[self._explained :]:
            self._analysis.explain(fact, partial(self._decisions, fact, sentence, cue, verbatim, chances))
        self._explained = len(facts)

    def _decisions(
        self, fact: Quote, sentence: SentenceUnits, cue: Cue, verbatim: Verbatim | None, chances: tuple[float, float]
    ) -> Iterator[Decision]:
        yield from self._attributed(sentence, cue, verbatim)
        yield from self._spoken(fact, sentence, cue)
        yield Decision(
            question="how often such quotes are right",
            answer=f"{fact.confidence:g}",
            rule="what the decisions say, calibrated on judged quotes",
            evidence={"attribution": f"{chances[0]:.3f}", "speaker": f"{chances[1]:.3f}"},
        )

    def _attributed(self, sentence: SentenceUnits, cue: Cue, verbatim: Verbatim | None) -> Iterator[Decision]:
        if verbatim is None:
            headline = Decision(
                question="what is attributed", answer="all after the colon", rule="a headline: a speaker, a colon"
            )
            yield from self._contents.get((sentence.start, cue.first), [headline])
        elif verbatim.form in _FORMS:
            yield Decision(question="whether the words are quoted", answer="yes", rule=_FORMS[verbatim.form])
        else:
            shown = Decision(question="whether the words are quoted", answer="yes", rule=_SHOWN_BY)
            yield self._quoted.get(verbatim.start, shown)

    def _spoken(self, fact: Quote, sentence: SentenceUnits, cue: Cue) -> Iterator[Decision]:
        decisions = self._introduced if cue.kind == "before" else self._speakers.get(_key(sentence, cue))
        if decisions is not None:
            yield from decisions
        elif fact.speaker:
            rule = "the form of the text: a signature, the label of a turn, the head of an interview"
            yield Decision(question="who speaks", answer=fact.speaker.name, rule=rule)


def _key(sentence: SentenceUnits, cue: Cue) -> tuple[int, int, str]:
    return sentence.start, cue.first, cue.kind


def _cue(sentence: SentenceUnits, cue: Cue, text: str) -> str:
    return text[sentence.units[cue.first].start : sentence.units[cue.last].end]


def _from(sentence: SentenceUnits, at: int, text: str) -> str:
    return f"«{_words(sentence.units[at : at + _SHOWN], text)} …»" if at >= 0 else "the sentence before"


def _up_to(sentence: SentenceUnits, at: int, text: str) -> str:
    return f"«… {_words(sentence.units[max(0, at - _SHOWN) : at], text)}»"


def _words(units: Sequence[Unit], text: str) -> str:
    return text[min((unit.start for unit in units), default=0) : max((unit.end for unit in units), default=0)]
