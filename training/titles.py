#!/usr/bin/env python3
"""Train the weights of the titles plugin: logistic regressions on a corpus with marked professions and their holders.

    python training/titles.py nerel-train.jsonl plugins/newsfacts_titles/data/ru.weights.tsv.gz
    python training/titles.py --language en polnear-train.jsonl plugins/newsfacts_titles/data/en.weights.tsv.gz

The ``gold`` of each record has ``professions``, ``works_as``, ``persons`` and ``organizations`` (docs/corpora.md describes the
format). Where the annotations beside this script have the first two for documents of the corpus, these alone are used, and the
names are those that the plugin finds. The same corpus and names plugin give the same file, byte for byte. Before that, the
figures of a cross-validation are printed: what is found in documents that the models, those for names too, were not trained on.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from operator import itemgetter
from pathlib import Path
from typing import Any

import click
import names
from annotations import read_annotations
from calibration import Judged, calibration, reliability
from documents import Document, figures, find_language, folds, read_documents
from logistic import Example, fit

from newsfacts import Analysis, Article, Language
from newsfacts.language import fold
from newsfacts.linear import LinearModel, written_models
from newsfacts_names.extractor import NameFinder, find_names
from newsfacts_names.labelling import LABELS
from newsfacts_names.lexicon import name_lexicon
from newsfacts_titles.borders import find_titles, left_steps, right_steps
from newsfacts_titles.extractor import pair_up, vocabulary
from newsfacts_titles.heads import find_heads
from newsfacts_titles.holder_candidates import HolderCandidates, TitleView
from newsfacts_titles.holders import Holder, find_holders
from newsfacts_titles.pair_features import PairFeatures
from newsfacts_titles.text_units import TextUnits

Span = tuple[int, int]
Weights = dict[str, int]
Marked = tuple[Document, TextUnits]
Reading = tuple[Document, HolderCandidates]
Weighed = tuple[TitleView, list[Example]]

# How many parts the corpus has when each part's names, or rates, are taken from the others.
_PARTS = 5
# Of the models that find the names of one part.
_SEEDS = range(2)
# How many titles of a role noun weigh as much as the rate of its group.
_PRIOR = 8
_TAG = re.compile(r"<(/?)([pt]\d*)>")
_CONSTRUCTIONS = Path(__file__).parent / "constructions"
_ANNOTATIONS = Path(__file__).parent / "annotations"
# Weights in log odds that decide nothing are left out.
_LEAST = 0.1
# Two spans are of one title from this part of what they cover together.
_TITLE_BAR = 0.5


def compact(weights: Mapping[str, float]) -> Weights:
    """Weights in hundredths, without those that decide nothing."""
    return {feature: round(weight * 100) for feature, weight in weights.items() if abs(weight) >= _LEAST}


def read(path: Path, language: Language) -> list[Marked]:
    """The documents of a corpus, analysed; those alone that were marked beside it, where there are any."""
    annotations = _ANNOTATIONS / f"{language.code}.titles.jsonl.gz"
    return read_annotated(path, language, annotations) if annotations.exists() else read_marked(path, language)


def read_constructions(language: Language) -> list[Marked]:
    """Invented sentences of constructions that a corpus has too seldom, a document each.

    Raises:
        ValueError: A mark is not closed, or a title is nobody's.
    """
    path = _CONSTRUCTIONS / f"{language.code}.titles.toml"
    texts = tomllib.loads(path.read_text(encoding="utf-8"))["texts"] if path.exists() else []
    return [prepared(language, *construction(text)) for text in texts]


def construction(marked: str) -> tuple[str, dict[str, Any]]:
    """A sentence without its marks, and what they mark."""
    pieces = _TAG.split(marked)
    text = "".join(pieces[::3])
    spans: dict[str, list[Span]] = defaultdict(list)
    opened: list[int] = []
    at = 0
    for piece, end, name in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=False):
        at += len(piece)
        if end:
            spans[name].append((opened.pop(), at))
        else:
            opened.append(at)
    if opened:
        raise ValueError(f"{marked!r}: a mark is not closed")
    titles = {name: own for name, own in spans.items() if name[0] == "t"}
    held = [(spans["p" + name[1:]], title) for name, own in titles.items() for title in own]
    if not all(persons for persons, _ in held):
        raise ValueError(f"{marked!r}: a title is nobody's")
    return text, {
        "professions": [title for own in titles.values() for title in own],
        "works_as": [(person, title) for persons, title in held for person in persons],
    }


def prepared(language: Language, text: str, gold: dict[str, Any]) -> Marked:
    """A document in which no names were marked: they are those that the plugin finds."""
    analysis = Analysis(Article(text=text, language=language.code), language, [("names", find_names)])
    return Document(text, gold), TextUnits(analysis, vocabulary(language))


def read_annotated(path: Path, language: Language, annotations: Path) -> list[Marked]:
    """The documents of a corpus that were marked beside it, with the names that the plugin finds: none were marked."""
    marked = read_annotations(annotations)
    with path.open(encoding="utf-8") as lines:
        records = [record for record in map(json.loads, lines) if record["id"] in marked]
    return [prepared(language, record["text"], marked[record["id"]]) for record in records]


def read_marked(path: Path, language: Language) -> list[Marked]:
    """The documents of a corpus that has everything marked.

    The names in a document are found by models that were trained on the other ones. The shipped model knows all of them, and
    in text that it has not seen, where titles are looked for later, it makes more mistakes.
    """
    documents = read_documents(path, "professions", "works_as", *names.MARKED)
    lexicon, words = name_lexicon(language.code), vocabulary(language)
    found: list[tuple[int, Marked]] = []
    for others, held_out in folds(list(enumerate(names.Examples(language).of(documents))), _PARTS):
        weights = names.train((examples for _, examples in others), names.Settings(), _SEEDS)
        finder = NameFinder(language, lexicon, LinearModel(weights, len(LABELS)))
        for at, _ in held_out:
            article = Article(text=documents[at].text, language=language.code)
            analysis = Analysis(article, language, [("names", finder.find)])
            found.append((at, (documents[at], TextUnits(analysis, words))))
    return [marked for _, marked in sorted(found, key=itemgetter(0))]


def gold_phrases(units: TextUnits, heads: Sequence[int], professions: Iterable[Span]) -> dict[int, Span]:
    """The gold span of each head: the longest that has no other head before it."""
    tokens = units.tokens
    spans = {}
    # «ведущий инженер» is one phrase, of the engineer, though «ведущий» may be a role noun too
    if not units.vocabulary.grammar.nouns_modify:
        heads = [head for head in heads if head + 1 not in heads or not units.role_at(head).adjectival]
    for head in heads:
        at = tokens[head].start
        fitting = [
            (start, end)
            for start, end in professions
            if start < tokens[head].end and at < end and not any(start <= tokens[h].start < at for h in heads)
        ]
        if fitting:
            spans[head] = max(fitting, key=lambda span: span[1] - span[0])
    return spans


def border_examples(units: TextUnits, head: int, span: Span) -> tuple[list[Example], list[Example]]:
    """Right and left steps of one phrase with whether each was taken."""
    right: list[Example] = []
    left: list[Example] = []
    index = units.after_role(head)
    for end, features in right_steps(units, head):
        taken = units.tokens[index].start < span[1]
        right.append((features, int(taken)))
        index = end
        if not taken:
            break
    for start, features in left_steps(units, head):
        taken = units.tokens[start].end > span[0]
        left.append((features, int(taken)))
        if not taken:
            break
    return right, left


def step_examples(documents: Iterable[Marked]) -> tuple[list[Example], list[Example]]:
    """Right and left steps of all phrases with whether each was taken."""
    right: list[Example] = []
    left: list[Example] = []
    for document, units in documents:
        for head, span in gold_phrases(units, list(find_heads(units)), document.gold["professions"]).items():
            steps = border_examples(units, head, span)
            right += steps[0]
            left += steps[1]
    return right, left


def same_name(one: str, other: str) -> bool:
    """Whether the last word of one name begins as a word of the other."""
    words, others = ([w for w in re.findall(r"[^\W\d_]+", fold(name)) if len(w) > 1] for name in (one, other))
    return any(x[:stem] == y[:stem] for x in words[-1:] for y in others for stem in [max(3, min(len(x), len(y)) - 2)])


def shared_part(one: Span, other: Span) -> float:
    """How much of what two spans cover together is in both."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def holder_examples(candidates: HolderCandidates, rates: Weights, document: Document) -> Iterator[Weighed]:
    """Each title with its pairs with the persons that may hold it, and whether the corpus says so."""
    features = PairFeatures(candidates, rates)
    mentions = candidates.mentions
    for number, title in enumerate(candidates.index.titles if mentions.mentions else ()):
        gold = [
            person
            for person, profession in document.gold["works_as"]
            if shared_part(profession, (title.start, title.end)) >= _TITLE_BAR
        ]
        view = candidates.view(number)
        examples = []
        for candidate in candidates.of(view):
            person = mentions.persons[candidate]
            held = any(
                any(m.start < end and start < m.end for m in person.mentions)
                or same_name(document.text[start:end], person.name)
                for start, end in gold
            )
            pair = features.pair(view, candidate)
            shared = features.role_features(view, pair.standing) + features.context_features(view, pair.standing)
            examples.append((shared + pair.features, int(held)))
        yield view, examples


def rates(titles: Iterable[Weighed]) -> Weights:
    """How often titles are held, by how they stand and their role noun or its group: log odds in hundredths."""
    held: Counter[str] = Counter()
    count: Counter[str] = Counter()
    groups: dict[str, str] = {}
    for view, examples in titles:
        standings = [(view.length, int(any(label for _, label in examples)))]
        standings += [(next(f for f in features if f[0] == "O"), label) for features, label in examples]
        for standing, label in standings:
            own, group = standing + view.role.lemma, standing + view.role.group
            groups[own] = group
            count.update((own, group))
            held.update({own: label, group: label})
    priors = {group: (held[group] + 1) / (count[group] + 2) for group in groups.values()}
    shares = {own: (held[own] + _PRIOR * priors[group]) / (count[own] + _PRIOR) for own, group in groups.items()}
    return {standing: log_odds(share) for standing, share in {**priors, **shares}.items()}


def log_odds(share: float) -> int:
    """The log odds of a share in hundredths."""
    return round(100 * log(share / (1 - share)))


def models_of(weights: Mapping[str, Weights]) -> dict[str, LinearModel]:
    """The models that some weights make."""
    return {decision: LinearModel(own) for decision, own in weights.items()}


def expanded(documents: Iterable[Marked], weights: Mapping[str, Weights]) -> list[Reading]:
    """The documents with the titles that the borders' weights give, beside the persons that may hold them."""
    models = models_of(weights)
    return [(document, pair_up(units, find_titles(units, models))) for document, units in documents]


def weighed(readings: Iterable[Reading], known: Weights) -> list[Weighed]:
    """Each title with its pairs with persons, for known rates."""
    return [entry for document, candidates in readings for entry in holder_examples(candidates, known, document)]


def train(documents: Sequence[Marked]) -> dict[str, Weights]:
    """The weights of all decisions; the last is trained on what the ones before it give."""
    borders = {
        name: compact(fit(examples, penalty=0.3, power=0.5, rarest=2))
        for name, examples in zip(("right", "left"), step_examples(documents), strict=True)
    }
    readings = expanded(documents, borders)
    parts = [weighed(readings[part::_PARTS], {}) for part in range(_PARTS)]
    pairs: list[Example] = []
    for part in range(_PARTS):
        # A rate that counted the title it is asked about would give the answer away.
        known = rates(entry for n, others in enumerate(parts) if n != part for entry in others)
        pairs += [example for _, examples in weighed(readings[part::_PARTS], known) for example in examples]
    holder = compact(fit(pairs, penalty=0.5, power=0.5, rarest=3))
    return {**borders, "rate": rates(entry for part in parts for entry in part), "holder": holder}


def outermost(pairs: Iterable[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """The pairs of a person and a title whose title lies in no longer one of the same person."""
    different = {((person[0], person[1]), (title[0], title[1])) for person, title in pairs}
    return [
        (person, title)
        for person, title in sorted(different)
        if not any(who == person and t != title and t[0] <= title[0] and title[1] <= t[1] for who, t in different)
    ]


def right_ones(document: Document, analysis: Analysis, found: Sequence[Holder]) -> set[int]:
    """The numbers of the titles that are right, person and span, each of the gold counted once."""
    fitting = []
    for number, (person, profession) in enumerate(outermost(document.gold["works_as"])):
        for place, holder in enumerate(found):
            shared = shared_part(profession, (holder.title.start, holder.title.end))
            entity, mention = analysis.entity_of(holder.mention), holder.mention
            overlaps = mention.start < person[1] and person[0] < mention.end
            if shared >= _TITLE_BAR and (overlaps or (entity and same_name(document.text[slice(*person)], entity.name))):
                fitting.append((-shared, number, place))
    gold: set[int] = set()
    used: set[int] = set()
    for _, number, place in sorted(fitting):
        if number not in gold and place not in used:
            gold.add(number)
            used.add(place)
    return used


def cross_validate(documents: Sequence[Marked], constructions: Sequence[Marked], parts: int) -> list[Judged]:
    """Judge the titles that models find in documents that they were not trained on; print how often they decide rightly.

    Returns:
        The titles.
    """
    titles: list[Judged] = []
    correct, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for others, held_out in folds(documents, parts):
        weights = train([*others, *constructions])
        models = models_of(weights)
        for decision, examples in zip(("right", "left"), step_examples(held_out), strict=True):
            for features, label in examples:
                yes = models[decision].total(features) >= 0
                correct[decision] += yes and label == 1
                found[decision] += yes
                gold[decision] += label
        for document, candidates in expanded(held_out, weights):
            holders = find_holders(candidates, models)
            right = right_ones(document, candidates.mentions.analysis, holders)
            titles += [Judged("title", holder.probability, number in right) for number, holder in enumerate(holders)]
            correct["titles"] += len(right)
            found["titles"] += len(holders)
            gold["titles"] += len(outermost(document.gold["works_as"]))
    for decision in gold:
        click.echo(f"{decision}: {figures(correct[decision], found[decision], gold[decision])}")
    return titles


@click.command()
@click.argument("corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("output", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--language", "code", default="ru", show_default=True, help="The language of the corpus.")
@click.option("--folds", "parts", default=5, show_default=True, help="Of the cross-validation.")
def main(corpus: Path, output: Path, code: str, parts: int) -> None:
    """Train the titles plugin's models on a CORPUS and write their weights to OUTPUT."""
    language = find_language(code)
    documents, constructions = read(corpus, language), read_constructions(language)
    titles = cross_validate(documents, constructions, parts)
    weights = {**train([*documents, *constructions]), "confidence": calibration(titles)}
    click.echo(reliability(titles, weights["confidence"]))
    output.write_bytes(written_models(weights))


if __name__ == "__main__":
    main()
