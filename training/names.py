#!/usr/bin/env python3
"""Train the weights of the names plugin's labeller: an averaged perceptron on a corpus with marked persons.

    python training/names.py nerel-train.jsonl plugins/newsfacts_names/data/ru.weights.tsv.gz

A record of the corpus has ``text`` and ``gold`` with ``persons`` and ``organizations``, lists of [start, end]. The same
corpus and seed give the same file, byte for byte. Training takes under three minutes on one core.
"""

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsfacts import Analysis, Article
from newsfacts.languages.ru import RUSSIAN
from newsfacts.segmentation import find_paragraphs
from newsfacts_names.capitals import Capital, find_capitals
from newsfacts_names.features import Features, expand
from newsfacts_names.labelling import LABELS, best_label, packed
from newsfacts_names.lexicon import names_data
from newsfacts_names.words import Words

# An article's capitalised words, what gives their features, the features that do not depend on labels, the gold labels.
Example = tuple[list[Capital], Features, list[list[str]], list[str]]
Weights = dict[str, list[float]]
WORDS = Words(RUSSIAN.morphology.readings)


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


def records(path: str) -> Iterator[tuple[str, dict[str, list[list[int]]]]]:
    """Each article of a corpus, and every tenth paragraph that names somebody once more by itself, as short news are."""
    number = 0
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text, gold = record["text"], record["gold"]
        yield text, gold
        for start, end in find_paragraphs(text):
            inside = {
                kind: [[s - start, e - start] for s, e in gold[kind] if start <= s and e <= end]
                for kind in ("persons", "organizations")
            }
            number += bool(inside["persons"])
            if inside["persons"] and number % 10 == 0:
                yield text[start:end], inside


def examples(path: str) -> Iterator[Example]:
    """For each article its capitalised words, features and gold labels."""
    for text, gold in records(path):
        analysis = Analysis(Article(text=text, language="ru"), RUSSIAN)
        words = names_data("ru")
        capitals = find_capitals(analysis, words.particles, words.openers)
        features = Features(analysis, capitals, WORDS)
        rows = [[f for group in features.groups(at) for f in expand(group, WORDS)] for at in range(len(capitals))]
        yield capitals, features, rows, gold_labels(capitals, gold)


def row_of(example: Example, at: int, labels: Sequence[str]) -> list[str]:
    """All features of a word, with those of the labels given before."""
    _, features, rows, _ = example
    return [*rows[at], *(f for group in features.history(at, labels) for f in expand(group, WORDS))]


def scores(weights: Weights, row: Iterable[str]) -> list[float]:
    """The sum of the weights for each label."""
    found = [0.0] * len(LABELS)
    for feature in row:
        if feature in weights:
            for i, weight in enumerate(weights[feature]):
                found[i] += weight
    return found


def train(data: list[Example], epochs: int, cutoff: int, seed: int, margin: float) -> Weights:
    """Averaged weights by feature.

    A label is learned until its score leads by the margin, so that the words that are almost right go on teaching.
    """
    documents_with = Counter(f for _, _, rows, _ in data for f in {f for row in rows for f in row})
    kept = {f for f, n in documents_with.items() if n >= cutoff}
    data = [
        (capitals, features, [[f for f in row if f in kept] for row in rows], gold) for capitals, features, rows, gold in data
    ]
    weights: Weights = defaultdict(lambda: [0.0] * len(LABELS))
    totals = defaultdict(lambda: [0.0] * len(LABELS))
    stamps = defaultdict(lambda: [0] * len(LABELS))
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
            capitals, _, _, gold = example
            labels: list[str] = []
            for at, capital in enumerate(capitals):
                step += 1
                row = row_of(example, at, labels)
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
        print(f"epoch {epoch + 1}: {wrong} of {sum(len(d[3]) for d in data)} wrong", flush=True)
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


def write(weights: Weights, path: str, scale: float, least: float) -> None:
    """The weights as whole numbers, small ones left out."""
    lines = []
    for feature in sorted(weights):
        row = weights[feature]
        if max(map(abs, row)) >= least:
            lines.append(f"{feature}\t{packed(round(w * scale) for w in row)}")
    body = gzip.compress("\n".join(lines).encode(), 9, mtime=0)
    Path(path).write_bytes(body)
    print(f"{len(lines)} features, {len(body)} bytes")


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("output")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--cutoff", type=int, default=3, help="documents that a feature must occur in")
    parser.add_argument("--margin", type=float, default=70.0)
    parser.add_argument("--seeds", type=int, default=8, help="models to take the mean of")
    parser.add_argument("--least", type=float, default=0.05)
    args = parser.parse_args()
    data = list(examples(args.corpus))
    models = [train(data, args.epochs, args.cutoff, seed, args.margin) for seed in range(args.seeds)]
    write(mean(models), args.output, 20, args.least)


if __name__ == "__main__":
    main()
