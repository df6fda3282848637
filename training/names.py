#!/usr/bin/env python3
"""Train the weights of the names plugin's labeller: an averaged perceptron on a corpus with marked persons.

    python training/names.py nerel-train.jsonl plugins/newsfacts_names/data/ru.weights.tsv.gz

The ``gold`` of each record has ``persons`` and ``organizations`` (docs/corpora.md describes the format). The same corpus and
seed give the same file, byte for byte. Before that, the figures of a cross-validation are printed: what models find in
documents that they were not trained on.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import fsum
from pathlib import Path

import click
from attrs import evolve, frozen
from documents import Document, figures, find_language, folds, read_documents

from newsfacts import Analysis, Article, Language
from newsfacts.linear import LinearModel, packed, written_models
from newsfacts.segmentation import find_paragraphs
from newsfacts_names.candidates import Candidate, find_candidates
from newsfacts_names.labelling import DECISION, LABELS, best_label
from newsfacts_names.lexicon import name_lexicon
from newsfacts_names.sequence_features import Group, SequenceFeatures, expand
from newsfacts_names.word_forms import WordForms

Weights = dict[str, list[float]]

# One paragraph in so many that name somebody is an example once more by itself.
_PARAGRAPHS = 10
# What weights are multiplied by before they become whole numbers.
_SCALE = 20
_CACHED_GROUPS = 200_000
# What must be marked in a corpus.
MARKED = ("persons", "organizations")
# While a model is trained, its weights are packed as `newsfacts.linear` packs them; each goes up or down by one.
_CHANGES = {
    (right, wrong): packed((i == right) - (i == wrong) for i in range(len(LABELS)))
    for right in range(len(LABELS))
    for wrong in range(len(LABELS))
}


@frozen(eq=False)
class Example:
    """A text whose capitalised words have gold labels.

    Attributes:
        candidates: The words.
        rows: For each word the features that do not depend on the labels of others.
        history: Gives those that do, for a word's place and the labels before it.
        gold: The labels.
    """

    candidates: list[Candidate]
    rows: list[list[str]]
    history: Callable[[int, Sequence[str]], list[str]]
    gold: list[str]


def outermost(spans: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    """The spans that lie in no other."""
    found = {(start, end) for start, end in spans}
    return [s for s in found if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in found)]


def gold_labels(candidates: Sequence[Candidate], gold: dict[str, list[list[int]]]) -> list[str]:
    """The labels that the marked spans give to the capitalised words; a person's win over an organisation's."""
    labels = ["O"] * len(candidates)
    for first, further, spans in (("R", "r", gold["organizations"]), ("P", "p", gold["persons"])):
        for start, end in sorted(outermost(spans)):
            inside = [i for i, c in enumerate(candidates) if start <= c.token.start and c.token.end <= end]
            for n, i in enumerate(inside):
                labels[i] = first if n == 0 else further
    for i, label in enumerate(labels):
        if label == "r" and (i == 0 or labels[i - 1] not in ("R", "r")):
            labels[i] = "R"
        if label == "p" and (i == 0 or labels[i - 1] not in ("P", "p") or not candidates[i].adjacent):
            labels[i] = "P"
    return labels


class Examples:
    """Makes examples of the documents of one language.

    Args:
        language: The language.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._lexicon = name_lexicon(language.code)
        self._forms = WordForms(language, self._lexicon)
        self._expand = lru_cache(maxsize=_CACHED_GROUPS)(lambda group: tuple(expand(group, self._forms)))

    def of(self, documents: Iterable[Document]) -> list[list[Example]]:
        """For each document its text, and those of its paragraphs that are examples by themselves, as short news are."""
        number = 0
        found: list[list[Example]] = []
        for document in documents:
            own = [self._example(document.text, document.gold)]
            for start, end in find_paragraphs(document.text):
                inside = {
                    kind: [[s - start, e - start] for s, e in document.gold[kind] if start <= s and e <= end] for kind in MARKED
                }
                number += bool(inside["persons"])
                if inside["persons"] and number % _PARAGRAPHS == 0:
                    own.append(self._example(document.text[start:end], inside))
            found.append(own)
        return found

    def _example(self, text: str, gold: dict[str, list[list[int]]]) -> Example:
        analysis = Analysis(Article(text=text, language=self._language.code), self._language)
        candidates = find_candidates(analysis, self._lexicon)
        features = SequenceFeatures(analysis, candidates, self._forms, self._lexicon)

        def expanded(groups: Iterable[Group]) -> list[str]:
            return [feature for group in groups for feature in self._expand(group)]

        return Example(
            candidates,
            [[*features.surroundings(at), *expanded(features.groups(at))] for at in range(len(candidates))],
            lambda at, labels: expanded(features.history(at, labels)),
            gold_labels(candidates, gold),
        )


@frozen
class Settings:
    """How a model is trained.

    Attributes:
        epochs: How often it sees each document.
        cutoff: Documents that a feature must occur in.
        margin: By how much the right label's score must lead, so that the words that are almost right go on teaching.
        least: The smallest weight that is kept.
    """

    epochs: int = 9
    cutoff: int = 2
    margin: int = 70
    least: float = 0.4


def train(documents: Iterable[list[Example]], settings: Settings, seeds: Iterable[int]) -> dict[str, int]:
    """The mean weights of several models, as packed whole numbers, small ones left out."""
    data = [example for own in documents for example in own]
    return whole(mean([train_one(data, settings, seed) for seed in seeds]), settings.least)


def train_one(data: Sequence[Example], settings: Settings, seed: int) -> Weights:
    """Averaged weights by feature."""
    documents_with = Counter(f for example in data for f in {f for row in example.rows for f in row})
    kept = {f for f, n in documents_with.items() if n >= settings.cutoff}
    data = [evolve(example, rows=[[f for f in row if f in kept] for row in example.rows]) for example in data]
    weights: dict[str, int] = {}
    model = LinearModel(weights, len(LABELS))
    # Of each feature and change the steps at which it was made, summed: the mean of the weights over all steps needs no more.
    made: Counter[tuple[str, int, int]] = Counter()
    number = {label: i for i, label in enumerate(LABELS)}
    step = 0
    order = random.Random(seed)
    for epoch in range(settings.epochs):
        order.shuffle(data)
        wrong = 0
        for example in data:
            labels: list[str] = []
            for at, candidate in enumerate(example.candidates):
                step += 1
                row = [*example.rows[at], *example.history(at, labels)]
                scores = model.scores(model.total(row))
                label = best_label(scores, labels, candidate)
                right = number[example.gold[at]]
                wrong += number[label] != right
                scores[right] -= settings.margin
                rival = number[best_label(scores, labels, candidate)]
                if rival != right:
                    change = _CHANGES[right, rival]
                    for feature in row:
                        weights[feature] = weights.get(feature, 0) + change
                        made[feature, right, rival] += step
                labels.append(label)
        print(f"epoch {epoch + 1}: {wrong} of {sum(len(example.gold) for example in data)} wrong", flush=True)
    late = {feature: [0] * len(LABELS) for feature in weights}
    for (feature, right, rival), steps in made.items():
        late[feature][right] += steps
        late[feature][rival] -= steps
    return {
        feature: [own - steps / step for own, steps in zip(model.scores(weights[feature]), late[feature], strict=True)]
        for feature in weights
    }


def mean(models: Sequence[Weights]) -> Weights:
    """The mean of several models' weights; less of it is chance than of one's."""
    features = sorted({feature for model in models for feature in model})
    nothing = [0.0] * len(LABELS)
    return {
        f: [fsum(column) / len(models) for column in zip(*(m.get(f, nothing) for m in models), strict=True)] for f in features
    }


def whole(weights: Weights, least: float) -> dict[str, int]:
    """The weights as packed whole numbers, small ones left out."""
    return {f: packed(round(w * _SCALE) for w in row) for f, row in weights.items() if max(map(abs, row)) >= least}


def spans(labels: Sequence[str], first: str, further: str) -> set[tuple[int, int]]:
    """The names of one sort that labels make, by the places of their first and last words."""
    found: list[tuple[int, int]] = []
    for at, label in enumerate(labels):
        if label == first:
            found.append((at, at))
        elif label == further and found:
            found[-1] = (found[-1][0], at)
    return set(found)


def label(model: LinearModel, example: Example) -> list[str]:
    """The labels that a model gives."""
    labels: list[str] = []
    for at, candidate in enumerate(example.candidates):
        total = model.total([*example.rows[at], *example.history(at, labels)])
        labels.append(best_label(model.scores(total), labels, candidate))
    return labels


def judge(parts: Iterable[tuple[dict[str, int], list[list[Example]]]]) -> None:
    """Print what models find in whole documents that they were not trained on."""
    correct, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for weights, documents in parts:
        model = LinearModel(weights, len(LABELS))
        for document, *_ in documents:
            labels = label(model, document)
            for sort, first, further in (("persons", "P", "p"), ("organisations", "R", "r")):
                ours, theirs = spans(labels, first, further), spans(document.gold, first, further)
                correct[sort] += len(ours & theirs)
                found[sort] += len(ours)
                gold[sort] += len(theirs)
    for sort in gold:
        print(f"{sort}: {figures(correct[sort], found[sort], gold[sort])}")


@click.command()
@click.argument("corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("output", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--language", "code", default="ru", show_default=True, help="The language of the corpus.")
@click.option("--seed", default=0, show_default=True, help="Of the first model; the others have those after it.")
@click.option("--models", default=16, show_default=True, help="How many to take the mean of.")
@click.option("--cutoff", default=2, show_default=True, help="Documents that a feature must occur in.")
@click.option("--least", default=0.4, show_default=True, help="The smallest weight that is kept.")
@click.option("--folds", "parts", default=5, show_default=True, help="Of the cross-validation; 0 leaves it out.")
def main(corpus: Path, output: Path, code: str, seed: int, models: int, cutoff: int, least: float, parts: int) -> None:
    """Train the names plugin's labeller on a CORPUS and write its weights to OUTPUT."""
    data = Examples(find_language(code)).of(read_documents(corpus, *MARKED))
    settings = Settings(cutoff=cutoff, least=least)
    if parts:
        judge((train(others, settings, [seed]), held_out) for others, held_out in folds(data, parts))
    weights = train(data, settings, range(seed, seed + models))
    body = written_models({DECISION: weights})
    output.write_bytes(body)
    print(f"{len(weights)} features, {len(body)} bytes")


if __name__ == "__main__":
    main()
