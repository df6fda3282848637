"""Why a fact was found: the decisions behind it, which plugins tell when somebody asks (`Pipeline.explain`)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from math import exp
from typing import Any

from attrs import evolve, field, frozen
from attrs.validators import and_, ge, le, optional

from newsfacts.answers import check_type, contained
from newsfacts.checks import instance_of
from newsfacts.errors import Failure
from newsfacts.facts import Fact
from newsfacts.legends import Legend
from newsfacts.linear import LinearModel

__all__ = ["Answer", "Decision", "Reasons", "chosen", "weighed"]

# What is shown of a decision between many candidates: the likeliest, with the features that weigh most.
_MOST_RIVALS = 2
_MOST_WEIGHTS = 8
_MOST_REASONS = 6
_NO_LEGEND = Legend({})


_IS_TEXT: Any = instance_of(str)
_IS_CHANCE: Any = optional(and_(instance_of((int, float)), ge(0), le(1)))


def _weights(values: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple((str(name), int(weight)) for name, weight in values)


@frozen(kw_only=True)
class Answer:
    """One of the answers that a decision had.

    Attributes:
        text: The answer: words of the article, a value, or what it is in words.
        probability: How likely it is, where the decision knows that.
        score: The sum of all its weights; None where nothing is weighed.
        reasons: What speaks for it or against it, in words, with the sum of its weights, the heaviest first.
        weights: The features of a model that weigh most, with their weights, the heaviest first; of a decision between several
            answers those that not all of them have.
    """

    text: str = field(validator=_IS_TEXT)
    probability: float | None = field(default=None, validator=_IS_CHANCE)
    score: int | None = field(default=None, validator=optional(instance_of(int)))
    reasons: tuple[tuple[str, int], ...] = field(default=(), converter=_weights)
    weights: tuple[tuple[str, int], ...] = field(default=(), converter=_weights)


def _answer(value: Answer | str) -> Answer:
    return value if isinstance(value, Answer) else Answer(text=value)


def _answers(values: Iterable[Answer]) -> tuple[Answer, ...]:
    return tuple(check_type(value, Answer) for value in values)


def _pairs(values: Mapping[str, object] | Iterable[tuple[str, object]]) -> tuple[tuple[str, str], ...]:
    pairs = values.items() if isinstance(values, Mapping) else values
    return tuple((str(name), str(value)) for name, value in pairs)


@frozen(kw_only=True)
class Decision:
    """Something that was decided on the way to a fact.

    Attributes:
        question: What was decided, in words: "who speaks".
        answer: What was decided; a string is an answer without a probability.
        rivals: The likeliest of the other answers.
        rule: What decided it where no model did: a pattern, or a rule in words.
        evidence: What the rule found, each thing with its name: of a currency the word and the entry of the lexicon. Values
            of other types are kept as text.
        by: Who decided: the name of an extractor or of a plugin; the core fills it in.

    Raises:
        TypeError: A value has another type.
        ValueError: A probability is none.
    """

    question: str = field(validator=_IS_TEXT)
    answer: Answer = field(converter=_answer)
    rivals: tuple[Answer, ...] = field(default=(), converter=_answers)
    rule: str = field(default="", validator=_IS_TEXT)
    evidence: tuple[tuple[str, str], ...] = field(default=(), converter=_pairs)
    by: str = ""


def chosen(
    question: str,
    model: LinearModel,
    rows: Sequence[Iterable[str]],
    texts: Sequence[str],
    number: int,
    legend: Legend = _NO_LEGEND,
) -> Decision:
    """What a linear model chose among candidates of which one is right (`newsfacts.linear.choose`).

    Args:
        question: What was decided, in words.
        model: The model, of one answer.
        rows: Each candidate's features.
        texts: What each candidate is.
        number: Which one was chosen.
        legend: What the features look at, in words (`newsfacts.legends.load_legend`).
    """
    rows = [tuple(row) for row in rows]
    scores = [model.total(row) for row in rows]
    highest = max(scores)
    odds = [exp((score - highest) / 100) for score in scores]
    shared = frozenset(rows[0]).intersection(*rows) if len(rows) > 1 else frozenset()
    answers = [
        _weighed(model, [name for name in row if name not in shared], text, odd / sum(odds), score, legend)
        for row, text, odd, score in zip(rows, texts, odds, scores, strict=True)
    ]
    rivals = sorted(answers[:number] + answers[number + 1 :], key=lambda answer: -(answer.score or 0))
    return Decision(question=question, answer=answers[number], rivals=rivals[:_MOST_RIVALS])


def weighed(model: LinearModel, features: Iterable[str], text: str, probability: float, legend: Legend = _NO_LEGEND) -> Answer:
    """An answer with the features of a model that weigh most for it or against it.

    Args:
        model: The model, of one answer.
        features: The answer's features.
        text: What it is.
        probability: How likely it is.
        legend: What the features look at, in words.
    """
    features = tuple(features)
    return _weighed(model, features, text, probability, model.total(features), legend)


def _weighed(model: LinearModel, features: Iterable[str], text: str, probability: float, score: int, legend: Legend) -> Answer:
    weights = [(name, model.weights[name]) for name in dict.fromkeys(features) if model.weights.get(name)]
    weights.sort(key=lambda entry: (-abs(entry[1]), entry[0]))
    reasons = legend.summed(weights)[:_MOST_REASONS]
    return Answer(text=text, probability=round(probability, 4), score=score, reasons=reasons, weights=weights[:_MOST_WEIGHTS])


class Reasons:
    """Keeps the decisions behind the facts of one article.

    Attributes:
        by: Whose decisions come now.
        failures: What plugins raised instead of telling.
    """

    def __init__(self) -> None:
        self.by = ""
        self.failures: list[Failure] = []
        self._told: dict[tuple[type[Fact], Hashable], dict[Decision, None]] = {}
        self._facts: Sequence[Fact] = ()

    def tell(self, fact: Fact, why: Callable[[], Decision | Iterable[Decision]]) -> None:
        """Keep why a fact was found; equal facts have the decisions of all that found them."""
        with contained("explain", self.by, self.failures):
            told = why()
            for decision in (told,) if isinstance(told, Decision) else told:
                signed = evolve(check_type(decision, Decision), by=self.by)
                self._told.setdefault((type(fact), fact.identity()), {})[signed] = None

    def number(self, facts: Sequence[Fact]) -> None:
        """Take the ids of facts that are otherwise as their extractors gave them."""
        self._facts = facts

    def by_id(self) -> dict[str, tuple[Decision, ...]]:
        """The decisions behind each fact that has an id, by that."""
        return {fact.id: tuple(self._told.get((type(fact), fact.identity()), ())) for fact in self._facts}
