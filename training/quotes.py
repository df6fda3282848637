#!/usr/bin/env python3
"""Train the weights of the quotes plugin: log-linear choices on corpora with marked quotes.

    python training/quotes.py nerel-train.jsonl factrueval-dev.jsonl slavicner-dev.jsonl wire-ru-dev.jsonl OUTPUT

The ``gold`` of a document has ``quotes`` (docs/corpora.md describes the format), or the annotations beside this script have
them; documents without are left out. The same corpora and names plugin give the same file, byte for byte. Before that, the
figures of a cross-validation are printed: what is found in documents that the models were not trained on, how often it is
right, and how true its confidence is.
"""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from attrs import field, frozen
from calibration import Judged, calibration, reliability
from documents import figures, find_language, folds
from logistic import Choice, fit_choices

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

from annotations import read_annotations
from attributions import read_as_quotes
from constructions import read_constructions
from scoring import Document, read_documents
from scoring.marked import Quote as Gold
from scoring.names import same_name, same_phrase
from scoring.spans import overlap, shared_part

from newsfacts import Analysis, Article, Language, Mention, Quote, fold
from newsfacts.linear import LinearModel, written_models
from newsfacts_names import newsfacts_recognize
from newsfacts_quotes.content_features import NONE, ContentFeatures
from newsfacts_quotes.contents import Content, Contents, Place, content_around
from newsfacts_quotes.cues import Cue, find_cues
from newsfacts_quotes.extractor import QuoteFinder, word_lookup
from newsfacts_quotes.lookup import WordLookup
from newsfacts_quotes.naming_words import Candidate
from newsfacts_quotes.quotations import Before, Quotations, anchor_of, introducing, without_cue
from newsfacts_quotes.referents import Words
from newsfacts_quotes.sentence_units import SentenceUnits
from newsfacts_quotes.speaker_candidates import SpeakerCandidates
from newsfacts_quotes.speakers import Speakers, dropped, resolved, spans_of
from newsfacts_quotes.verbatim import find_segments, is_credit

Span = tuple[int, int]
Weights = dict[str, int]

DECISIONS = ("start", "end", "quoted", "speaker", "referent")
# From these parts of what two spans cover together they are one quote.
_REPORTED_BAR, _QUOTED_BAR = 0.6, 0.7
# Weights in log odds that decide nothing are left out.
_LEAST = 0.02
_CONSTRUCTIONS = Path(__file__).parent / "constructions"
_ANNOTATIONS = Path(__file__).parent / "annotations"
_POWER = 0.25
# How far from its cue what was said may lie, in characters.
_FAR = 600


@frozen(eq=False)
class Scene:
    """A sentence with what may be decided in it."""

    sentence: SentenceUnits
    cues: list[Cue]
    contents: Contents
    previous: Contents | None


@frozen(eq=False)
class Marked:
    """A document, taken apart, with its marked quotes.

    Attributes:
        analysis: The document.
        gold: The quotes.
        scenes: Its sentences.
        attitudes: Whether they are marked as quotes, too, where a language counts them.
        choices: The decisions that the marks show, by name.
    """

    analysis: Analysis
    gold: list[Gold]
    scenes: list[Scene]
    attitudes: bool
    choices: dict[str, list[Choice]] = field(factory=lambda: {decision: [] for decision in DECISIONS})


def read(
    paths: Iterable[Path],
    language: Language,
    annotations: Mapping[str, Mapping[str, Any]],
    referents: Mapping[str, LinearModel] | None = None,
) -> list[Marked]:
    """The documents of some corpora that have marked quotes.

    Args:
        paths: The corpora.
        language: Their language.
        annotations: What was marked in them beside, by the document's id.
        referents: The model of the decision ``referent``, where the marks do not show it.
    """
    words = word_lookup(language)
    documents = (document for path in paths for document in read_documents(path, annotations))
    return [prepared(document, language, words, referents) for document in documents if _is_marked(document)]


def _is_marked(document: Document) -> bool:
    return document.gold.quotes is not None or document.gold.attributions is not None


def prepared(
    document: Document, language: Language, words: WordLookup, referents: Mapping[str, LinearModel] | None = None
) -> Marked:
    """A document with the choices that its marks make.

    Args:
        document: The document.
        language: Its language.
        words: Look-up of words.
        referents: The model of the decision ``referent``, where the marks do not show it.
    """
    article = Article(text=document.article.text, language=language.code)
    analysis = Analysis(article, language, [("names", newsfacts_recognize)])
    scenes: list[Scene] = []
    previous: Contents | None = None
    for segment in find_segments(analysis, words):
        sentence = SentenceUnits(analysis, words, segment.bounds, segment.verbatims)
        if not sentence.units:
            continue
        cues = find_cues(sentence, words)
        contents = Contents(sentence, cues, words, previous is None)
        scenes.append(Scene(sentence, cues, contents, previous))
        if not is_credit(analysis.text, segment.bounds, words):
            previous = contents
    quotes = document.gold.quotes
    gold = list(quotes) if quotes is not None else read_as_quotes(analysis, document.gold.attributions or ())
    marked = Marked(analysis, gold, scenes, attitudes=quotes is None)
    Teacher(marked, words, referents).teach()
    return marked


class Teacher:
    """Finds the candidates that agree with a document's marks.

    Args:
        marked: The document.
        words: Look-up of words.
        referents: The model of the decision ``referent``, where the marks do not show it.
    """

    def __init__(self, marked: Marked, words: WordLookup, referents: Mapping[str, LinearModel] | None = None) -> None:
        self.marked = marked
        self.words = words
        self.text = marked.analysis.text
        self.referents = referents
        self.speakers = Speakers(marked.analysis, words, referents or {})
        self.before = Before()
        # What introduces the next sentence, if nothing was learnt of its speaker yet.
        self._introduced: tuple[SpeakerCandidates, Cue] | None = None

    def teach(self) -> None:
        """Add the choices of the document."""
        reported = self._reported()
        quoted = [gold for gold in self.marked.gold if gold.kind != "indirect"]
        used: set[int] = set()
        for number, scene in enumerate(self.marked.scenes):
            attributed = self._contents(scene, reported.get(number, {}))
            said = [content for content, _ in attributed]
            entries = [(c.cue, c.start, c.end, False, gold) for c, gold in attributed]
            found = self._quoted(scene, said, quoted, used)
            entries += [(cue, index, index + 1, True, gold) for cue, index, gold in found]
            self._speakers(scene, entries, said)
            self._introduced = None
            if self.text[scene.sentence.end - 1] == ":":
                cue = introducing(scene.sentence, scene.cues)
                if all(entry[0] != cue for entry in entries):
                    self._introduced = self.speakers.candidates(scene.sentence, scene.cues), cue
            verbatims = [v for _, index, _ in found if (v := scene.sentence.units[index].quotation)]
            self.before.note(scene.sentence, scene.cues, self.text, verbatims)

    def _span(self, scene: Scene, start: int, end: int) -> Span:
        if start >= 0:
            units = scene.sentence.units[start:end]
            return units[0].start, units[-1].end
        before = scene.previous
        if before is None or before.sentence.last() <= before.opening:
            return 0, 1
        return before.sentence.units[before.opening].start, before.sentence.units[before.sentence.last() - 1].end

    def _reported(self) -> dict[int, dict[Cue, tuple[Gold, Place, Place | None]]]:
        """By the scene and the cue: the reported speech, with where it begins and ends."""
        found: dict[int, dict[Cue, tuple[Gold, Place, Place | None]]] = {}
        for gold in self.marked.gold:
            if gold.kind != "indirect":
                continue
            options = [
                option for number, scene in enumerate(self.marked.scenes) for option in self._options(number, scene, gold)
            ]
            best = max(options, key=lambda option: option[0], default=None)
            if best is None or best[0] < _REPORTED_BAR:
                continue
            _, number, cue, start, end = best
            found.setdefault(number, {}).setdefault(cue, (gold, start, end))
        return found

    def _options(self, number: int, scene: Scene, gold: Gold) -> Iterator[tuple[float, int, Cue, Place, Place | None]]:
        """The candidates of a scene for a marked reported speech, with how well they agree."""
        sentence = scene.sentence
        if sentence.start > gold.end + _FAR or sentence.end < gold.start - _FAR:
            return
        for cue in scene.contents.cues:
            span = sentence.units[cue.first].start, sentence.units[cue.last].end
            if gold.cue is not None and not overlap(span, gold.cue.span):
                continue
            # Where no cue was marked, the nearest one that is no gerund is meant.
            cost = 0.0
            if gold.cue is None:
                cost = abs(span[0] + span[1] - gold.start - gold.end) / 1e6
                cost += 0.05 * (cue.verb is not None and cue.verb.mood in ("gerund", "participle"))
            for start in scene.contents.starts(cue):
                ends: Sequence[Place | None] = [None] if start.at < 0 else scene.contents.ends(cue, start.at)
                for end in ends:
                    shared = shared_part(self._span(scene, start.at, end.at if end else 0), gold.span)
                    yield shared - cost, number, cue, start, end

    def _contents(self, scene: Scene, reported: Mapping[Cue, tuple[Gold, Place, Place | None]]) -> list[tuple[Content, Gold]]:
        found: list[tuple[Content, Gold]] = []
        contents = scene.contents
        features = ContentFeatures(contents, self.words)
        for cue in contents.cues:
            places = contents.starts(cue)
            if not places or cue.kind == "label" or (cue.kind == "attitude" and not self.marked.attitudes):
                continue
            rows = [features.of_none(cue)]
            rows += [features.of_start(cue, place) for place in places]
            gold, start, end = reported.get(cue, (None, None, None))
            self.marked.choices["start"].append((rows, places.index(start) + 1 if start else 0))
            if gold is None or start is None:
                continue
            if end is not None:
                ends = contents.ends(cue, start.at)
                rows = [features.of_end(cue, start, place) for place in ends]
                self.marked.choices["end"].append((rows, ends.index(end)))
            found.append((Content(cue, start.at, end.at if end else -1, 1.0), gold))
        return found

    def _quoted(
        self, scene: Scene, said: Sequence[Content], gold: Sequence[Gold], used: set[int]
    ) -> list[tuple[Cue, int, Gold]]:
        sentence, cues = scene.sentence, scene.cues
        quotations = Quotations(sentence, cues, self.words, self.text, self.before, said)
        found: list[tuple[Cue, int, Gold]] = []
        for index, unit in enumerate(sentence.units):
            verbatim = unit.quotation
            if verbatim is None:
                continue
            span = verbatim.inner_start, verbatim.inner_end
            fitting = [(shared_part(span, g.span), n) for n, g in enumerate(gold) if n not in used]
            share, number = max(fitting, default=(0.0, 0))
            answer = 0
            chosen = found[-1][0] if found else None
            if share >= _QUOTED_BAR:
                used.add(number)
                answer = self._cue_of(sentence, cues, index, gold[number])
                cue = without_cue(sentence, index) if answer == 1 else BEFORE if answer == 2 else cues[answer - 3]
                found.append((cue, index, gold[number]))
            self.marked.choices["quoted"].append((quotations.features(index, chosen), answer))
        return found

    def _cue_of(self, sentence: SentenceUnits, cues: Sequence[Cue], index: int, gold: Gold) -> int:
        """Which cue attributes marked words: 1 none, 2 that of the sentence before, from 3 on those of the sentence."""
        if self.before.cue is not None and index == 0 and (gold.cue is None or gold.cue.end <= sentence.start):
            return 2
        if gold.cue is None:
            named = gold.speaker is not None or not cues
            return 1 if named else 3 + min(range(len(cues)), key=lambda n: abs(cues[n].first - index))
        for number, cue in enumerate(cues):
            if overlap((sentence.units[cue.first].start, sentence.units[cue.last].end), gold.cue.span):
                return 3 + number
        return 2 if self.before.cue is not None and gold.cue.end <= sentence.start else 1

    def _speakers(self, scene: Scene, entries: Sequence[tuple[Cue, int, int, bool, Gold]], said: Sequence[Content]) -> None:
        sentence = scene.sentence
        by_cue: dict[tuple[int, str], list[tuple[Cue, int, int, bool, Gold]]] = {}
        for entry in entries:
            by_cue.setdefault((entry[0].first, entry[0].kind), []).append(entry)
        candidates = self.speakers.candidates(sentence, scene.cues)
        for key in sorted(by_cue):
            cue, start, _, quoted, gold = by_cue[key][0]
            if cue.kind == "before":
                if self._introduced:
                    candidates_before, introduction = self._introduced
                    anchor = "intro" if introduction.kind == "zero" else "q"
                    self._speaker(candidates_before, introduction, anchor, (), gold)
                continue
            inner = [(s, e) for _, s, e, _, _ in by_cue[key] if s >= 0]
            anchor = anchor_of(sentence, start, quoted, cue)
            self._speaker(candidates, cue, anchor, inner, gold, content_around(cue, said))

    def _speaker(
        self,
        candidates: SpeakerCandidates,
        cue: Cue,
        anchor: str,
        inner: Sequence[Span],
        gold: Gold,
        around: Span | None = None,
    ) -> None:
        found, rows = candidates.features(cue, anchor, inner, around)
        self.speakers.note_citer(candidates, cue, found)
        sentence = candidates.sentence
        answer = self._words(candidates, found, gold, inner)
        if answer is None and gold.speaker is None and gold.speaker_name is not None:
            expected = candidates.expected(cue, anchor, found)
            if expected >= 0 and self.speakers.is_unnamed(found[expected]):
                answer = expected + 2
        if answer is None and (gold.cue is not None or gold.speaker is not None or cue.kind == "zero"):
            answer = 0 if gold.speaker_name is None else 1
        mention: Mention | None = None
        said = spans_of(sentence, inner)
        if answer is not None:
            self.marked.choices["speaker"].append((rows, answer))
            if answer > 1:
                candidate = resolved(sentence, found, answer - 2, inner)
                mention = self.speakers.own(candidates, candidate, cue)
                if self.speakers.is_unnamed(candidate):
                    mention = self._referent(self.speakers.words_of(sentence, candidate, cue, said), mention, gold)
            elif answer == 1:
                mention = self._referent(dropped(sentence, cue, anchor, said), None, gold)
        self.speakers.referents.remember(mention)

    def _words(
        self, candidates: SpeakerCandidates, found: Sequence[Candidate], gold: Gold, inner: Sequence[Span]
    ) -> int | None:
        """Which candidate the marked speaker's words are; None where they are none of them."""
        units = candidates.sentence.units
        spans = [(units[c.phrase.first].start, units[c.phrase.last].end) for c in found]
        heads = [units[c.phrase.head] for c in found]
        if gold.speaker is not None:
            hits = [n for n, span in enumerate(spans) if overlap(span, gold.speaker.span)]
            exact = [n for n in hits if overlap((heads[n].start, heads[n].end), gold.speaker.span)]
            # «его адвокат» (his lawyer): the lawyer speaks, not he
            whole = [n for n in exact if found[n].sort != "pro"]
            if not self.words.grammar.declines:  # «Norway's minister»: the owner does not speak
                whole = [n for n in whole if found[n].nominative != "n"] or whole
            return 2 + (whole or exact or hits)[0] if hits else None
        if gold.speaker_name is None:
            return None
        for n, c in enumerate(found):
            name = self.text[spans[n][0] : spans[n][1]]
            if any(s <= c.phrase.head < e for s, e in inner) or c.sort in ("pro", "rel"):
                continue
            if same_name(name, gold.speaker_name):
                return 2 + n
        return None

    def _referent(self, words: Words, own: Mention | None, gold: Gold) -> Mention | None:
        if self.referents is not None:
            return self.speakers.meant(words, own)[0]
        if words.sort == "D" and gold.source_type == "unknown":
            return own  # whose a document is the invented texts leave open
        found, rows = self.speakers.referents.features(words)
        if gold.speaker_name is None:
            answer = 0
        else:
            alike = same_name if gold.source_type == "person" else same_phrase
            role = is_role(gold.speaker_name)
            fitting = [n for n, m in enumerate(found) if alike(m.name, gold.speaker_name) and is_role(m.name) == role]
            right = sorted(fitting, key=lambda n: fold(found[n].name) != fold(gold.speaker_name or ""))
            stays = own is not None and alike(own.name, gold.speaker_name)
            if not right and not stays and own is not None:
                return own
            answer = 0 if stays and not (right and own is not None and len(own.name) < 3) else (right or [-1])[0] + 1
        self.marked.choices["referent"].append((rows, answer))
        return found[answer - 1] if answer else own


def is_role(name: str) -> bool:
    """Whether a speaker is called by a common noun: «адвокат Ивана Орлова» (Orlov's lawyer) is not Orlov."""
    return name[:1].islower()


BEFORE = Cue(-1, -1, -1, None, "before")


@frozen(eq=False)
class Learner:
    """What the weights are learnt from beside articles, and how.

    Attributes:
        invented: What nobody published: sentences of rare constructions, and whole articles; each as often as it counts.
        given: The weights of decisions that the articles do not mark.
        rarest: In how many candidates a feature must occur to get a weight.
        penalty: How much the squares of weights cost.
        missed: The log odds by which a cue attributes something sooner than the corpora say.
    """

    invented: list[Marked]
    given: Mapping[str, Weights]
    rarest: int
    penalty: float
    missed: float

    def learn(self, documents: Iterable[Marked]) -> dict[str, Weights]:
        """The weights of all decisions."""
        everything = [*documents, *self.invented]
        found = dict(self.given)
        for decision in DECISIONS:
            if decision not in found:
                choices = [choice for document in everything for choice in document.choices[decision]]
                found[decision] = compact(fit_choices(choices, penalty=self.penalty, power=_POWER, rarest=self.rarest))
        found["start"][NONE] -= round(100 * self.missed)
        return found


def compact(weights: Mapping[str, float]) -> Weights:
    """Weights in hundredths, without those that decide nothing."""
    return {feature: round(weight * 100) for feature, weight in weights.items() if abs(weight) >= _LEAST}


def read_weights(path: Path) -> dict[str, Weights]:
    """The weights of a file that this script has written.

    Raises:
        click.ClickException: It is none.
    """
    found: dict[str, Weights] = {}
    try:
        for line in gzip.decompress(path.read_bytes()).decode().splitlines():
            decision, feature, weight = line.split("\t")
            found.setdefault(decision, {})[feature] = int(weight)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise click.ClickException(f"{path}: no table of weights: {error}") from error
    return found


def without_words(weights: Mapping[str, int]) -> Weights:
    """Weights without those of one language's words."""
    return {feature: weight for feature, weight in weights.items() if feature.isascii()}


def right(gold: Gold, found: Quote) -> bool:
    """Whether a quote and its speaker are right."""
    bar = _REPORTED_BAR if gold.kind == "indirect" else _QUOTED_BAR
    if (gold.kind == "indirect") != (found.style == "indirect") or shared_part(gold.span, (found.start, found.end)) < bar:
        return False
    speaker = found.speaker
    if gold.speaker_name is None:
        return True
    if speaker is None:
        return False
    if gold.source_type == "person":
        return same_name(speaker.name, gold.speaker_name)
    placed = gold.speaker is not None and overlap((speaker.start, speaker.end), gold.speaker.span) > 0
    return placed or same_phrase(speaker.name, gold.speaker_name)


def found_by(document: Marked, words: WordLookup, models: Mapping[str, LinearModel]) -> list[Quote]:
    """What some models find in a document."""
    return QuoteFinder(document.analysis, words, models).quotes()


def models_of(weights: Mapping[str, Weights]) -> dict[str, LinearModel]:
    """The models that some weights make."""
    return {decision: LinearModel(own) for decision, own in weights.items()}


def cross_validate(documents: Sequence[Marked], learner: Learner, words: WordLookup, parts: int) -> list[Judged]:
    """What models find in documents that they were not trained on; prints how much of it is right."""
    judged: list[Judged] = []
    for others, held_out in folds(documents, parts):
        models = models_of(learner.learn(others))
        for document in held_out:
            for reported in (False, True):
                gold = [g for g in document.gold if (g.kind == "indirect") == reported]
                for quote in (q for q in found_by(document, words, models) if (q.style == "indirect") == reported):
                    hit = next((g for g in gold if right(g, quote)), None)
                    if hit is not None:
                        gold.remove(hit)
                    judged.append(Judged("reported" if reported else "quoted", quote.confidence, hit is not None))
    for reported, name in ((False, "in marks"), (True, "reported")):
        own = [j for j in judged if (j.kind == "reported") == reported]
        marked = sum((g.kind == "indirect") == reported for document in documents for g in document.gold)
        click.echo(f"{name}: {figures(sum(j.right for j in own), len(own), marked)}")
    return judged


@click.command()
@click.argument("corpora", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("output", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--language", "code", default="ru", show_default=True, help="The language of the corpora.")
@click.option(
    "--referents",
    "resolving",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A weights file of another language, to take from it whom a pronoun means, which these corpora do not mark.",
)
@click.option("--rarest", default=2, show_default=True, help="In how many candidates a feature must occur to get a weight.")
@click.option("--penalty", default=0.6, show_default=True, help="How much the squares of weights cost.")
@click.option(
    "--missed",
    default=0.0,
    show_default=True,
    help="By how much, in log odds, a cue attributes sooner than the corpora say, whose annotators missed some.",
)
@click.option("--sentences", default=1, show_default=True, help="How often each invented sentence counts.")
@click.option("--articles", default=1, show_default=True, help="How often each invented article counts.")
@click.option("--folds", "parts", default=5, show_default=True, help="Of the cross-validation.")
def main(
    corpora: tuple[Path, ...],
    output: Path,
    code: str,
    resolving: Path | None,
    rarest: int,
    penalty: float,
    missed: float,
    sentences: int,
    articles: int,
    parts: int,
) -> None:
    """Train the quotes plugin's models on some CORPORA and write their weights to OUTPUT."""
    language = find_language(code)
    words = word_lookup(language)
    annotations = _ANNOTATIONS / f"{code}.jsonl.gz"
    given = {"referent": without_words(read_weights(resolving)["referent"])} if resolving else {}
    referents = models_of(given) if given else None
    documents = read(corpora, language, read_annotations(annotations) if annotations.exists() else {}, referents)
    invented: list[Marked] = []
    for name, times in ((f"{code}.toml", sentences), (f"{code}.articles.toml", articles)):
        if (_CONSTRUCTIONS / name).exists():
            invented += [prepared(document, language, words) for document in read_constructions(_CONSTRUCTIONS / name)] * times
    learner = Learner(invented, given, rarest, penalty, missed)
    judged = cross_validate(documents, learner, words, parts)
    weights = learner.learn(documents)
    weights["confidence"] = calibration(judged)
    click.echo(reliability(judged, weights["confidence"]))
    output.write_bytes(written_models(weights))


if __name__ == "__main__":
    main()
