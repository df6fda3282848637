#!/usr/bin/env python3
"""Train the model of the case and gender that a person's name has by the words around it.

    python training/cases.py nerel-train.jsonl plugins/newsfacts_names/data/ru.cases.tsv.gz

The ``gold`` of each record has ``persons`` (docs/corpora.md describes the format). Nobody marked their cases; but most names
show by their form which cases they may have, and the model is the one that makes these forms likeliest: a logistic regression
whose answers are known in part. Before it is written, a cross-validation prints how likely forms in other documents are, by
the model and without it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click
import numpy as np
from attrs import frozen
from documents import Document, find_language, folds, read_documents
from logistic import Floats, minimum
from names import outermost

from newsfacts import Analysis, Article, Language
from newsfacts.linear import packed, written_models
from newsfacts_names.declension import Decliner
from newsfacts_names.lexicon import name_lexicon
from newsfacts_names.nominatives import GENDERS, Key
from newsfacts_names.ru.context import CONTEXT, SCALE, ContextFeatures


@frozen(eq=False)
class Example:
    """A name in its article.

    Attributes:
        features: Of its context.
        shares: How well its form fits each case and gender.
    """

    features: list[str]
    shares: Floats


@frozen
class Settings:
    """How the model is trained.

    Attributes:
        penalty: How much the squares of weights cost.
        rarest: How often a feature must occur to get a weight.
    """

    penalty: float = 1.0
    rarest: int = 5


class Examples:
    """Makes examples of the documents of one language.

    Args:
        language: The language.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._decliner = Decliner(language, name_lexicon(language.code))
        self.priors = self._decliner.priors

    def of(self, document: Document) -> list[Example]:
        """The names of a document."""
        text = document.text
        analysis = Analysis(Article(text=text, language=self._language.code), self._language)
        features = ContextFeatures(analysis)
        spans = sorted(outermost(document.gold["persons"]))
        weights = self._decliner.case_weights([text[start:end] for start, end in spans])
        return [Example(features.of(*span), self._shares(own)) for span, own in zip(spans, weights, strict=True)]

    def _shares(self, weights: Mapping[Key, float]) -> Floats:
        found = np.array([weights.get(key, 0.0) / prior for key, prior in self.priors.items()])
        shares: Floats = found / found.max()
        return shares


def train(examples: Sequence[Example], priors: Mapping[Key, float], settings: Settings) -> dict[str, Floats]:
    """The weights of the features for each case and gender."""
    counts = Counter(feature for example in examples for feature in example.features)
    number = {feature: n for n, feature in enumerate(f for f, count in sorted(counts.items()) if count >= settings.rarest)}
    table = rows(examples, number)
    shares = np.array([example.shares for example in examples])
    # How usual cases and genders are in this corpus is no part of any context.
    cases = list(dict.fromkeys(case for case, _ in priors))
    parts = np.array([[part in (case, (case, gender)) for case, gender in priors] for part in (*cases, *priors)], float)
    # Which parts a feature has: what has no gender says nothing of one.
    masks = np.array([[part in cases or any(g in f for g in GENDERS) for part in (*cases, *priors)] for f in number], float)
    usual = np.log(list(priors.values()))
    offset = usual + fitted(np.ones((len(examples), 1)), shares, usual, parts, np.ones((1, len(parts))), settings.penalty)
    square = fitted(table, shares, offset, parts, masks, settings.penalty)
    return {feature: square[n] for feature, n in number.items()}


def fitted(table: Floats, shares: Floats, offset: Floats, parts: Floats, masks: Floats, penalty: float) -> Floats:
    """The weights by feature and answer that make the forms of names likeliest.

    Args:
        table: Which features each name has.
        shares: How well each case and gender fits its form.
        offset: The logarithms of how likely these are by themselves.
        parts: Which answers each part of a weight adds to: those of a case, or one alone.
        masks: Which parts each feature's weight has.
        penalty: How much the squares of weights cost.
    """
    size = table.shape[1], len(parts)

    def objective(weights: Floats) -> tuple[float, Floats]:
        square = weights.reshape(size) * masks
        odds = np.exp(offset + table @ square @ parts)
        model = odds / odds.sum(1, keepdims=True)
        seen = model * shares
        known = seen.sum(1, keepdims=True)
        loss = -np.log(known).sum() + penalty * (square * square).sum() / 2
        return float(loss), ((table.T @ (model - seen / known) @ parts.T + penalty * square) * masks).ravel()

    return minimum(objective, np.zeros(size[0] * size[1])).reshape(size) @ parts


def rows(examples: Sequence[Example], number: dict[str, int]) -> Floats:
    """Which features each example has."""
    table = np.zeros((len(examples), len(number)))
    for at, example in enumerate(examples):
        for feature in example.features:
            if feature in number:
                table[at, number[feature]] = 1.0
    return table


def surprise(examples: Sequence[Example], weights: dict[str, Floats], priors: Mapping[Key, float]) -> float:
    """How unlikely the forms of some names are: the mean negative logarithm, by a model."""
    table = rows(examples, {feature: n for n, feature in enumerate(weights)})
    square = np.array(list(weights.values())) if weights else np.zeros((0, len(priors)))
    odds = np.array(list(priors.values())) * np.exp(table @ square)
    shares = np.array([example.shares for example in examples])
    return float(-np.log((odds * shares).sum(1) / odds.sum(1)).mean())


def judge(documents: Sequence[list[Example]], priors: Mapping[Key, float], settings: Settings, parts: int) -> None:
    """Print how unlikely forms are in documents that a model was not trained on."""
    for others, held_out in folds(documents, parts):
        weights = train(flat(others), priors, settings)
        test = flat(held_out)
        print(f"{len(test)} names: {surprise(test, weights, priors):.3f}, without context {surprise(test, {}, priors):.3f}")


def flat(documents: Iterable[list[Example]]) -> list[Example]:
    """The examples of some documents."""
    return [example for document in documents for example in document]


@click.command()
@click.argument("corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("output", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--folds", "parts", default=5, show_default=True, help="Of the cross-validation; 0 leaves it out.")
def main(corpus: Path, output: Path, parts: int) -> None:
    """Train the model of names' cases on a CORPUS in Russian, whose grammar asks it, and write its weights to OUTPUT."""
    examples = Examples(find_language("ru"))
    documents = [examples.of(document) for document in read_documents(corpus, "persons")]
    settings = Settings()
    if parts:
        judge(documents, examples.priors, settings, parts)
    weights = train(flat(documents), examples.priors, settings)
    body = written_models({CONTEXT: {f: packed(round(SCALE * float(w)) for w in row) for f, row in weights.items()}})
    output.write_bytes(body)
    print(f"{len(weights)} features, {len(body)} bytes")


if __name__ == "__main__":
    main()
