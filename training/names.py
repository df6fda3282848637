#!/usr/bin/env python3
"""Train the weights of the names plugin's labeller: an averaged perceptron on a corpus with marked persons.

    python training/names.py nerel-train.jsonl plugins/newsfacts_names/data/ru.weights.tsv.gz

The ``gold`` of each record has ``persons`` and ``organizations`` (docs/corpora.md describes the format). The same corpus and
seed give the same file, byte for byte. Before that, the figures of a cross-validation are printed: what models find in
documents that they were not trained on.
"""

from __future__ import annotations

import gzip
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click
from attrs import evolve, frozen
from documents import Document, figures, find_language, folds, read_documents

from newsfacts import Analysis, Article, Language
from newsfacts.segmentation import find_paragraphs
from newsfacts_names.capitals import Capital, find_capitals
from newsfacts_names.features import Features, expand
from newsfacts_names.labelling import LABELS, best_label, packed
from newsfacts_names.lexicon import names_data
from newsfacts_names.words import Words

Weights = dict[str, list[float]]

# One paragraph in so many that name somebody is an example once more by itself.
_PARAGRAPHS = 10


@frozen(eq=False)
class Example:
    """A text whose capitalised words have gold labels.

    Attributes:
        capitals: The words.
        rows: For each word the features that do not depend on the labels of others.
        history: Gives those that do, for a word's place and the labels before it.
        gold: The labels.
    """

    capitals: list[Capital]
    rows: list[list[str]]
    history: Callable[[int, Sequence[str]], list[str]]
    gold: list[str]


def outermost(spans: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    """The spans that lie in no other."""
    found = {(start, end) for start, end in spans}
    return [s for s in found if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in found)]


def gold_labels(capitals: Sequence[Capital], gold: dict[str, list[list[int]]]) -> list[str]:
    """The labels that the marked spans give to the capitalised words; a person's win over an organisation's."""
    labels = ["O"] * len(capitals)
    for first, further, spans in (("R", "r", gold["organizations"]), ("P", "p", gold["persons"])):
        for start, end in sorted(outermost(spans)):
            inside = [i for i, c in enumerate(capitals) if start <= c.token.start and c.token.end <= end]
            for n, i in enumerate(inside):
                labels[i] = first if n == 0 else further
    for i, label in enumerate(labels):
        if label == "r" and (i == 0 or labels[i - 1] not in ("R", "r")):
            labels[i] = "R"
        if label == "p" and (i == 0 or labels[i - 1] not in ("P", "p") or not capitals[i].adjacent):
            labels[i] = "P"
    return labels


def examples(documents: Iterable[Document], language: Language) -> list[list[Example]]:
    """For each document its text, and those of its paragraphs that are examples by themselves, as short news are."""
    words = Words(language.morphology.readings)
    number = 0
    found: list[list[Example]] = []
    for document in documents:
        own = [example(document.text, document.gold, language, words)]
        for start, end in find_paragraphs(document.text):
            inside = {
                kind: [[s - start, e - start] for s, e in spans if start <= s and e <= end]
                for kind, spans in document.gold.items()
            }
            number += bool(inside["persons"])
            if inside["persons"] and number % _PARAGRAPHS == 0:
                own.append(example(document.text[start:end], inside, language, words))
        found.append(own)
    return found


def example(text: str, gold: dict[str, list[list[int]]], language: Language, words: Words) -> Example:
    """A text with its capitalised words, their features and gold labels."""
    data = names_data(language.code)
    if data is None:
        raise click.ClickException(f"the names plugin has no data for the language {language.code!r}")
    analysis = Analysis(Article(text=text, language=language.code), language)
    capitals = find_capitals(analysis, data.particles, data.openers)
    features = Features(analysis, capitals, words)

    def history(at: int, labels: Sequence[str]) -> list[str]:
        return [f for group in features.history(at, labels) for f in expand(group, words)]

    rows = [[f for group in features.groups(at) for f in expand(group, words)] for at in range(len(capitals))]
    return Example(capitals, rows, history, gold_labels(capitals, gold))


def scores(weights: Weights, row: Iterable[str]) -> list[float]:
    """The sum of the weights for each label."""
    found = [0.0] * len(LABELS)
    for feature in row:
        if feature in weights:
            for i, weight in enumerate(weights[feature]):
                found[i] += weight
    return found


def train(data: Sequence[Example], epochs: int, cutoff: int, seed: int, margin: float) -> Weights:
    """Averaged weights by feature.

    A label is learned until its score leads by the margin, so that the words that are almost right go on teaching.
    """
    documents_with = Counter(f for example in data for f in {f for row in example.rows for f in row})
    kept = {f for f, n in documents_with.items() if n >= cutoff}
    data = [evolve(example, rows=[[f for f in row if f in kept] for row in example.rows]) for example in data]
    weights: Weights = defaultdict(lambda: [0.0] * len(LABELS))
    totals: Weights = defaultdict(lambda: [0.0] * len(LABELS))
    stamps: dict[str, list[int]] = defaultdict(lambda: [0] * len(LABELS))
    number = {label: i for i, label in enumerate(LABELS)}
    step = 0

    def update(feature: str, label: str, change: float) -> None:
        i = number[label]
        totals[feature][i] += (step - stamps[feature][i]) * weights[feature][i]
        stamps[feature][i] = step
        weights[feature][i] += change

    order = random.Random(seed)
    for epoch in range(epochs):
        order.shuffle(data)
        wrong = 0
        for example in data:
            gold = example.gold
            labels: list[str] = []
            for at, capital in enumerate(example.capitals):
                step += 1
                row = [*example.rows[at], *example.history(at, labels)]
                score = scores(weights, row)
                label = best_label(score, labels, capital)
                wrong += label != gold[at]
                score[number[gold[at]]] -= margin
                rival = best_label(score, labels, capital)
                if rival != gold[at]:
                    for f in row:
                        update(f, gold[at], 1.0)
                        update(f, rival, -1.0)
                labels.append(label)
        print(f"epoch {epoch + 1}: {wrong} of {sum(len(example.gold) for example in data)} wrong", flush=True)
    return {
        feature: [(totals[feature][i] + (step - stamps[feature][i]) * row[i]) / step for i in range(len(LABELS))]
        for feature, row in weights.items()
    }


def mean(models: Sequence[Weights]) -> Weights:
    """The mean of several models' weights; less of it is chance than of one's."""
    features = sorted({feature for model in models for feature in model})
    nothing = [0.0] * len(LABELS)
    return {
        f: [sum(column) / len(models) for column in zip(*(m.get(f, nothing) for m in models), strict=True)] for f in features
    }


def spans(labels: Sequence[str], first: str, further: str) -> set[tuple[int, int]]:
    """The names of one sort that labels make, by the places of their first and last words."""
    found: list[tuple[int, int]] = []
    for at, label in enumerate(labels):
        if label == first:
            found.append((at, at))
        elif label == further and found:
            found[-1] = (found[-1][0], at)
    return set(found)


def label(weights: Weights, example: Example) -> list[str]:
    """The labels that a model gives."""
    labels: list[str] = []
    for at, capital in enumerate(example.capitals):
        labels.append(best_label(scores(weights, [*example.rows[at], *example.history(at, labels)]), labels, capital))
    return labels


def judge(parts: Iterable[tuple[Weights, list[list[Example]]]]) -> None:
    """Print what models find in whole documents that they were not trained on."""
    correct, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for weights, documents in parts:
        for whole, *_ in documents:
            labels = label(weights, whole)
            for sort, first, further in (("persons", "P", "p"), ("organisations", "R", "r")):
                ours, theirs = spans(labels, first, further), spans(whole.gold, first, further)
                correct[sort] += len(ours & theirs)
                found[sort] += len(ours)
                gold[sort] += len(theirs)
    for sort in gold:
        print(f"{sort}: {figures(correct[sort], found[sort], gold[sort])}")


def write(weights: Weights, path: Path, scale: float, least: float) -> None:
    """The weights as whole numbers, small ones left out."""
    lines = []
    for feature in sorted(weights):
        row = weights[feature]
        if max(map(abs, row)) >= least:
            lines.append(f"{feature}\t{packed(round(w * scale) for w in row)}")
    body = gzip.compress("\n".join(lines).encode(), 9, mtime=0)
    path.write_bytes(body)
    print(f"{len(lines)} features, {len(body)} bytes")


@click.command()
@click.argument("corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("output", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--language", "code", default="ru", show_default=True, help="The language of the corpus.")
@click.option("--seed", default=0, show_default=True, help="Of the first model; the others have those after it.")
@click.option("--models", default=8, show_default=True, help="How many to take the mean of.")
@click.option("--folds", "parts", default=5, show_default=True, help="Of the cross-validation; 0 leaves it out.")
@click.option("--epochs", default=6, show_default=True, help="How often a model sees each document.")
@click.option("--cutoff", default=3, show_default=True, help="Documents that a feature must occur in.")
@click.option("--margin", default=70.0, show_default=True, help="By how much the right label's score must lead.")
@click.option("--least", default=0.05, show_default=True, help="The smallest weight that is kept.")
def main(
    corpus: Path,
    output: Path,
    code: str,
    seed: int,
    models: int,
    parts: int,
    epochs: int,
    cutoff: int,
    margin: float,
    least: float,
) -> None:
    """Train the names plugin's labeller on a CORPUS and write its weights to OUTPUT."""
    data = examples(read_documents(corpus, "persons", "organizations"), find_language(code))

    def model(documents: Iterable[list[Example]], seed: int) -> Weights:
        return train([example for own in documents for example in own], epochs, cutoff, seed, margin)

    if parts:
        judge((model(others, seed), held_out) for others, held_out in folds(data, parts))
    write(mean([model(data, seed + number) for number in range(models)]), output, 20, least)


if __name__ == "__main__":
    main()
