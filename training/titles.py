#!/usr/bin/env python3
"""Train the weights of the titles plugin: logistic regressions on a corpus with marked professions and their holders.

    python training/titles.py nerel-train.jsonl plugins/newsfacts_titles/data/ru.weights.json

The ``gold`` of each record has ``professions`` and ``works_as`` (docs/corpora.md describes the format). The same corpus, seed
and names plugin give the same file, byte for byte. Before that, the figures of a cross-validation are printed: what models
decide in documents that they were not trained on.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log, sqrt
from pathlib import Path

import click
from documents import Document, figures, find_language, folds, read_documents

from newsfacts import Analysis, Article, Language
from newsfacts.language import fold
from newsfacts_names import newsfacts_recognize
from newsfacts_titles.features import Features
from newsfacts_titles.linear import score
from newsfacts_titles.phrases import Text, Title, expand, find_heads, left_steps, right_steps
from newsfacts_titles.scene import Scene, View
from newsfacts_titles.vocabulary import Vocabulary, vocabulary

Span = tuple[int, int]
Example = tuple[list[str], int]
Record = tuple[Document, Analysis]
Reading = tuple[Document, Text, list[Title]]
Judged = tuple[View, list[Example]]

# How many parts the corpus has when each part's rates are taken from the others.
_PARTS = 5
# How many titles of a role noun weigh as much as the rate of its group.
_PRIOR = 8


def fit(
    examples: Iterable[Example], *, epochs: int, rate: float, decay: float, rarest: int, inertia: float, seed: int
) -> dict[str, float]:
    """Weights of (features, label) examples by AdaGrad, with an L2 penalty on the features that occur.

    Args:
        examples: Features and label of each decision.
        epochs: How often all are seen.
        rate: The step.
        decay: The penalty.
        rarest: How often a feature must occur to get a weight.
        inertia: What the squared gradients begin at; the higher, the smaller the first steps.
        seed: Of the order.
    """
    examples = list(examples)
    counts = Counter(f for features, _ in examples for f in features)
    index = {f: n for n, f in enumerate(f for f, count in counts.items() if count >= rarest)}
    rows = [([index[f] for f in features if f in index], label) for features, label in examples]
    weights, squares = [0.0] * len(index), [inertia] * len(index)
    order = random.Random(seed)
    for _ in range(epochs):
        order.shuffle(rows)
        for features, label in rows:
            score = sum([weights[f] for f in features])
            error = label - (1 / (1 + exp(-score)) if score > -30 else 0.0)
            if abs(error) < 0.02:
                continue
            for f in features:
                gradient = error - decay * weights[f]
                squares[f] += gradient * gradient
                weights[f] += rate * gradient / sqrt(squares[f])
    return {f: weights[n] for f, n in index.items()}


def compact(weights: dict[str, float]) -> dict[str, int]:
    """Weights in hundredths, without those that decide nothing."""
    return {f: round(w * 100) for f, w in sorted(weights.items()) if abs(w) >= 0.1}


def gold_phrases(text: Text, heads: Sequence[int], professions: Iterable[Span]) -> dict[int, Span]:
    """The gold span of each head: the longest that has no other head before it."""
    tokens = text.tokens
    spans = {}
    for head in heads:
        at = tokens[head].start
        fitting = [
            (start, end)
            for start, end in professions
            if start < tokens[head].end and at < end and not any(start <= tokens[h].start < at for h in heads)
        ]
        if fitting:
            spans[head] = max(fitting, key=lambda x: x[1] - x[0])
    return spans


def border_examples(text: Text, head: int, span: Span) -> tuple[list[Example], list[Example]]:
    """Right and left steps of one phrase with whether each was taken."""
    right: list[Example] = []
    left: list[Example] = []
    index = head + 1
    for end, features in right_steps(text, head):
        taken = text.tokens[index].start < span[1]
        right.append((features, int(taken)))
        index = end
        if not taken:
            break
    for start, features in left_steps(text, head):
        taken = text.tokens[start].end > span[0]
        left.append((features, int(taken)))
        if not taken:
            break
    return right, left


def same_name(a: str, b: str) -> bool:
    """Whether the last word of one name begins as a word of the other."""
    words, others = ([w for w in re.findall(r"[^\W\d_]+", fold(name)) if len(w) > 1] for name in (a, b))
    return any(x[:stem] == y[:stem] for x in words[-1:] for y in others for stem in [max(3, min(len(x), len(y)) - 2)])


def close(a: Span, b: Span) -> bool:
    """Whether two spans share at least half of what they cover."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and 2 * shared >= max(a[1], b[1]) - min(a[0], b[0])


def holder_examples(scene: Scene, rates: dict[str, int], pairs: Sequence[tuple[Span, Span]], text: str) -> Iterator[Judged]:
    """Each title with its pairs with the persons that may hold it, and whether the corpus says so."""
    features = Features(scene, rates)
    for number, title in enumerate(scene.titles if scene.mentions else ()):
        gold = [person for person, profession in pairs if close(profession, (title.start, title.end))]
        view = scene.look(number)
        examples = []
        for candidate in scene.candidates(view):
            person = scene.persons[candidate]
            held = any(
                any(m.start < end and start < m.end for m in person.mentions) or same_name(text[start:end], person.name)
                for start, end in gold
            )
            standing, others, _ = features.pair_features(view, candidate)
            examples.append(
                (features.role_features(view, standing) + features.context_features(view, standing) + others, int(held))
            )
        yield view, examples


def rates(judged: Iterable[Judged]) -> dict[str, int]:
    """How often titles are held, by how they stand and their role noun or its group: log odds in hundredths."""
    held: Counter[str] = Counter()
    count: Counter[str] = Counter()
    groups: dict[str, str] = {}
    for view, examples in judged:
        standings = [(view.length, int(any(label for _, label in examples)))]
        standings += [(next(f for f in features if f[0] == "O"), label) for features, label in examples]
        for standing, label in standings:
            own, group = standing + view.role.lemma, standing + view.role.group
            groups[own] = group
            count.update((own, group))
            held.update({own: label, group: label})
    priors = {group: (held[group] + 1) / (count[group] + 2) for group in groups.values()}
    shares = {own: (held[own] + _PRIOR * priors[group]) / (count[own] + _PRIOR) for own, group in groups.items()}
    return {standing: log_odds(share) for standing, share in sorted({**priors, **shares}.items())}


def log_odds(share: float) -> int:
    """The log odds of a share in hundredths."""
    return round(100 * log(share / (1 - share)))


def read(path: Path, language: Language) -> list[Record]:
    """The documents of a corpus with their analyses."""
    return [
        (document, Analysis(Article(text=document.text, language=language.code), language, [("names", newsfacts_recognize)]))
        for document in read_documents(path, "professions", "works_as")
    ]


def step_examples(records: Iterable[Record], words: Vocabulary) -> tuple[list[Example], list[Example]]:
    """Right and left steps of all phrases with whether each was taken."""
    right: list[Example] = []
    left: list[Example] = []
    for document, analysis in records:
        text = Text(analysis, words)
        heads = list(find_heads(text))
        for head, span in gold_phrases(text, heads, document.gold["professions"]).items():
            steps = border_examples(text, head, span)
            right += steps[0]
            left += steps[1]
    return right, left


def expanded(records: Iterable[Record], words: Vocabulary, borders: dict[str, dict[str, int]]) -> list[Reading]:
    """The documents with the title phrases that the borders' weights give."""
    readings: list[Reading] = []
    for document, analysis in records:
        text = Text(analysis, words)
        readings.append((document, text, [expand(text, head, borders) for head in find_heads(text)]))
    return readings


def judged(readings: Iterable[Reading], words: Vocabulary, known: dict[str, int]) -> list[Judged]:
    """Each title with its pairs with persons, for known rates."""
    found: list[Judged] = []
    for document, text, titles in readings:
        scene = Scene(text.analysis, titles, words, frozenset(text.namesakes.values()))
        found += holder_examples(scene, known, document.gold["works_as"], document.text)
    return found


def train(records: Sequence[Record], words: Vocabulary, seed: int) -> dict[str, dict[str, int]]:
    """The weights of all decisions; the last is trained on what the ones before it give."""
    right, left = step_examples(records, words)
    borders = {
        name: compact(fit(examples, epochs=16, rate=0.1, decay=1e-2, rarest=2, inertia=1.0, seed=seed))
        for name, examples in (("right", right), ("left", left))
    }
    readings = expanded(records, words, borders)
    parts = [judged(readings[part::_PARTS], words, {}) for part in range(_PARTS)]
    pairs: list[Example] = []
    for part in range(_PARTS):
        # A rate that counted the title it is asked about would give the answer away.
        known = rates(entry for n, others in enumerate(parts) if n != part for entry in others)
        pairs += [example for _, examples in judged(readings[part::_PARTS], words, known) for example in examples]
    holder = compact(fit(pairs, epochs=24, rate=0.05, decay=1e-2, rarest=3, inertia=2.0, seed=seed))
    return {**borders, "rate": rates(entry for part in parts for entry in part), "holder": holder}


def cross_validate(records: Sequence[Record], words: Vocabulary, seed: int, parts: int) -> None:
    """Print how often models decide rightly in documents that they were not trained on."""
    correct, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for others, held_out in folds(records, parts):
        weights = train(others, words, seed)
        right, left = step_examples(held_out, words)
        pairs = judged(expanded(held_out, words, weights), words, weights["rate"])
        for decision, examples in (("right", right), ("left", left), ("holder", [pair for _, own in pairs for pair in own])):
            for features, label in examples:
                yes = score(weights[decision], features) > 0
                correct[decision] += yes and label == 1
                found[decision] += yes
                gold[decision] += label
    for decision in gold:
        print(f"{decision}: {figures(correct[decision], found[decision], gold[decision])}")


@click.command()
@click.argument("corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("output", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--language", "code", default="ru", show_default=True, help="The language of the corpus.")
@click.option("--seed", default=1, show_default=True, help="Of the order in which examples are seen.")
@click.option("--folds", "parts", default=5, show_default=True, help="Of the cross-validation; 0 leaves it out.")
def main(corpus: Path, output: Path, code: str, seed: int, parts: int) -> None:
    """Train the titles plugin's models on a CORPUS and write their weights to OUTPUT."""
    language = find_language(code)
    records, words = read(corpus, language), vocabulary(language)
    if parts:
        cross_validate(records, words, seed, parts)
    weights = train(records, words, seed)
    output.write_text(json.dumps(weights, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
