#!/usr/bin/env python3
"""Train the weights of the titles plugin: logistic regressions on a corpus with marked professions and their holders.

    python benchmarks/train_titles.py nerel-train.jsonl plugins/newsfacts_titles/data/ru.weights.json

A record of the corpus has ``text`` and ``gold`` with ``professions``, a list of [start, end], and ``works_as``, a list of
[[start, end] of a person, [start, end] of a profession]. The same corpus, seed and names plugin give the same file, byte
for byte. Training takes half a minute on one core.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import Any

from newsfacts import Analysis, Article
from newsfacts.language import fold
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_titles.holders import Scene
from newsfacts_titles.phrases import Text, expand, find_heads, left_steps, right_steps
from newsfacts_titles.vocabulary import Vocabulary, vocabulary

Span = tuple[int, int]
Example = tuple[list[str], int]
Record = tuple[dict[str, Any], Analysis]


def fit(
    examples: Iterable[Example], *, epochs: int, rate: float, decay: float, rarest: int, inertia: float, seed: int = 1
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


def real(table: dict[str, int]) -> dict[str, float]:
    """Compact weights as the plugin reads them."""
    return {name: value / 100 for name, value in table.items()}


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


def holder_examples(scene: Scene, pairs: Sequence[tuple[Span, Span]], text: str) -> Iterator[Example]:
    """Each pair of a title and a person that may hold it, with whether the corpus says so."""
    for number, title in enumerate(scene.titles):
        gold = [person for person, profession in pairs if close(profession, (title.start, title.end))]
        view = scene.look(number)
        for candidate in scene.candidates(view):
            person = scene.persons[candidate]
            held = any(
                any(m.start < end and start < m.end for m in person.mentions) or same_name(text[start:end], person.name)
                for start, end in gold
            )
            yield scene.features(view, candidate)[0], int(held)


def read(path: str) -> Iterator[Record]:
    """The records of a corpus with their analyses."""
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield record, Analysis(Article(text=record["text"], language="ru"), RUSSIAN, [("names", newsfacts_recognize)])


def train(records: Iterable[Record], words: Vocabulary) -> dict[str, dict[str, int]]:
    """The weights of all decisions; the last is trained on what the ones before it give."""
    right: list[Example] = []
    left: list[Example] = []
    for record, analysis in records:
        text = Text(analysis, words)
        heads = list(find_heads(text))
        for head, span in gold_phrases(text, heads, record["gold"]["professions"]).items():
            steps = border_examples(text, head, span)
            right += steps[0]
            left += steps[1]
    borders = {
        name: compact(fit(examples, epochs=16, rate=0.1, decay=1e-2, rarest=2, inertia=1.0))
        for name, examples in (("right", right), ("left", left))
    }
    tables = {name: real(table) for name, table in borders.items()}
    pairs: list[Example] = []
    for record, analysis in records:
        text = Text(analysis, words)
        titles = [expand(text, head, tables) for head in find_heads(text)]
        scene = Scene(analysis, titles, words, frozenset(text.namesakes.values()))
        if scene.mentions:
            pairs += holder_examples(scene, record["gold"]["works_as"], record["text"])
    return {**borders, "holder": compact(fit(pairs, epochs=32, rate=0.05, decay=1e-2, rarest=3, inertia=2.0))}


def main() -> None:
    """Read the corpus, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("weights")
    args = parser.parse_args()
    weights = train(list(read(args.corpus)), vocabulary(RUSSIAN))
    Path(args.weights).write_text(json.dumps(weights, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
