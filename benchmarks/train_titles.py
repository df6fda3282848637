#!/usr/bin/env python3
"""Train the weights of the titles plugin: logistic regressions on a corpus with marked professions and their holders.

    python benchmarks/train_titles.py nerel-train.jsonl plugins/newsfacts_titles/data/ru.weights.json

A record of the corpus has ``text`` and ``gold`` with ``professions``, a list of [start, end], and ``works_as``, a list of
[[start, end] of a person, [start, end] of a profession]. The same corpus and seed give the same file, byte for byte.
"""

import argparse
import json
import random
import re
from collections import Counter
from math import exp, sqrt
from pathlib import Path

from newsfacts import Analysis, Article
from newsfacts.language import fold
from newsfacts.languages.ru import RUSSIAN
from newsfacts_names import newsfacts_recognize
from newsfacts_titles import holders, phrases
from newsfacts_titles.vocabulary import vocabulary


def fit(examples, epochs, rate, decay, rarest, inertia, seed=1):
    """Weights of (features, label) examples by AdaGrad, with an L2 penalty on the features that occur."""
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


def compact(weights):
    """Weights in hundredths, without those that decide nothing."""
    return {f: round(w * 100) for f, w in sorted(weights.items()) if abs(w) >= 0.1}


def outermost(spans):
    spans = {tuple(s) for s in spans}
    return [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]


def gold_phrases(text, heads, professions):
    """The gold span of each head: the longest that has no other head before it."""
    tokens = text.tokens
    spans = {}
    for head in heads:
        at = tokens[head].start
        fitting = [
            (s, e) for s, e in professions
            if s < tokens[head].end and at < e and not any(s <= tokens[h].start < at for h in heads)
        ]
        if fitting:
            spans[head] = max(fitting, key=lambda x: x[1] - x[0])
    return spans


def border_examples(text, head, span):
    """Right and left steps of one phrase with whether each was taken."""
    right, left = [], []
    index = head + 1
    for end, features in phrases.right_steps(text, head):
        taken = text.tokens[index].start < span[1]
        right.append((features, int(taken)))
        index = end
        if not taken:
            break
    for start, features in phrases.left_steps(text, head):
        taken = text.tokens[start].end > span[0]
        left.append((features, int(taken)))
        if not taken:
            break
    return right, left


def stems(name):
    return [w for w in re.findall(r"[^\W\d_]+", fold(name)) if len(w) > 1]


def same_name(a, b):
    """Whether two names share the surname's stem."""
    a, b = stems(a), stems(b)
    return bool(a and b) and any(x[: max(3, len(x) - 2)] == y[: max(3, len(x) - 2)] for x in a[-1:] for y in b)


def close(a, b):
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and 2 * shared >= max(a[1], b[1]) - min(a[0], b[0])


def holder_examples(scene, pairs, text):
    """Each pair of a title and a person that may hold it, with whether the corpus says so."""
    names = [e for e in scene.analysis.entities if e.type == "person"]
    for number, title in enumerate(scene.titles):
        gold = [p for p, t in pairs if close(t, (title.start, title.end))]
        view = scene.look(number)
        for person in scene.candidates(view):
            mentions = names[person].mentions
            held = any(
                any(m.start < end and start < m.end for m in mentions) or same_name(text[start:end], names[person].name)
                for start, end in gold
            )
            yield scene.features(view, person)[0], int(held)


def read(path):
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        analysis = Analysis(Article(text=record["text"], language="ru"), RUSSIAN, [("names", newsfacts_recognize)])
        yield record, analysis


def train(records, words):
    """The weights of all decisions; each is trained on what the ones before it give."""
    right, left = [], []
    for record, analysis in records:
        text = phrases.Text(analysis, words)
        heads = list(phrases.find_heads(text))
        for head, span in gold_phrases(text, heads, record["gold"]["professions"]).items():
            steps = border_examples(text, head, span)
            right += steps[0]
            left += steps[1]
    borders = {"epochs": 16, "rate": 0.1, "decay": 1e-2, "rarest": 2, "inertia": 1.0}
    weights = {"right": compact(fit(right, **borders)), "left": compact(fit(left, **borders))}
    tables = {decision: real(table) for decision, table in weights.items()}
    pairs = []
    for record, analysis in records:
        titles = [phrases.expand(text, head, tables) for text in [phrases.Text(analysis, words)] for head in phrases.find_heads(text)]
        scene = holders.Scene(analysis, titles, words)
        if scene.mentions:
            pairs += holder_examples(scene, record["gold"]["works_as"], record["text"])
    weights["holder"] = compact(fit(pairs, epochs=16, rate=0.05, decay=1e-2, rarest=4, inertia=4.0))
    return weights


def real(table):
    """Compact weights as the plugin reads them."""
    return {name: value / 100 for name, value in table.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("weights")
    args = parser.parse_args()
    weights = train(list(read(args.corpus)), vocabulary(RUSSIAN))
    Path(args.weights).write_text(json.dumps(weights, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
