"""The facts of an article with the decisions behind each, to be read by an engineer or by a program."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from attrs import asdict, field, frozen

from newsfacts.decisions import Answer, Decision
from newsfacts.exporters.summary import fields_of, shortened
from newsfacts.facts import Fact
from newsfacts.result import Result
from newsfacts.suggestions import suggestion
from newsfacts.terminal import visible

__all__ = ["Explanation"]

_FORM = "newsfacts-explanation/1"
# The most characters of a fact's words, and of an answer's.
_WORDS, _ANSWER = 80, 48


@frozen(kw_only=True)
class Explanation:
    """What `Pipeline.extract` gives for an article, and why each fact was found.

    ``str`` gives it in lines to read: each fact with its decisions, of each the answer, the rule or the features behind it, and
    what was next to it.

    Attributes:
        result: The result, as without an explanation.
        decisions: By a fact's id the decisions behind it, in the order in which its extractor told them; none for one whose
            extractor tells nothing.

    >>> import newsfacts
    >>> explanation = newsfacts.explain("Завод купили за 2 млн евро.")
    >>> print(explanation)
    f1 money «2 млн евро» · amount: 2 000 000, currency: EUR · confidence 0.98, by money
      what the sum is: 2 000 000
        by rule: a number with a currency at it
        number: 2
        scale: млн (10^6)
      which currency: EUR
        by rule: the name at the number
        word: евро (EUR)
    """

    result: Result
    decisions: Mapping[str, tuple[Decision, ...]] = field(factory=dict)

    def of(self, fact: Fact | str) -> tuple[Decision, ...]:
        """The decisions behind a fact of the result, which may be given by its id.

        Raises:
            LookupError: The result has no such fact.
        """
        name = fact if isinstance(fact, str) else fact.id
        ids = [each.id for each in self.result.facts]
        if name not in ids:
            raise LookupError(f"the article has no fact {name!r}{suggestion(name, ids)}")
        return self.decisions.get(name, ())

    def to_text(self, kinds: Collection[str] = ()) -> str:
        """It in lines to read.

        Args:
            kinds: The kinds of the facts that are shown; empty for all.
        """
        lines = [line for fact in self._of(kinds) for line in self._lines(fact)]
        return "\n".join(map(visible, lines)) or "no facts"

    def to_dict(self, kinds: Collection[str] = ()) -> dict[str, Any]:
        """It as plain values: each fact in the form of the contract, with its decisions and what lost against it.

        Args:
            kinds: The kinds of the facts that are given; empty for all.
        """
        from newsfacts.contract import fact_to_dict

        article = self.result.article
        return {
            "schema": _FORM,
            "article": {"id": article.id, "language": article.language},
            "facts": [
                fact_to_dict(fact)
                | {
                    "decisions": [_decision_to_dict(decision) for decision in self.decisions.get(fact.id, ())],
                    "won_over": [{"fact": fact_to_dict(lost), "reason": reason} for lost, reason in self._lost_to(fact)],
                }
                for fact in self._of(kinds)
            ],
        }

    def to_json(self, kinds: Collection[str] = (), indent: int | None = None) -> str:
        """It as a JSON object, of what `to_dict` gives."""
        return json.dumps(self.to_dict(kinds), ensure_ascii=False, indent=indent)

    def __str__(self) -> str:
        """It in lines to read."""
        return self.to_text()

    def _of(self, kinds: Collection[str]) -> list[Fact]:
        return [fact for fact in self.result.facts if not kinds or fact.kind in kinds]

    def _lost_to(self, fact: Fact) -> list[tuple[Fact, str]]:
        return [(conflict.fact, conflict.reason) for conflict in self.result.conflicts if conflict.winner == fact.id]

    def _lines(self, fact: Fact) -> Iterator[str]:
        told = self.decisions.get(fact.id, ())
        finders = ", ".join(fact.extractors)
        sure = f"confidence {fact.confidence:g}, by {finders}"
        yield " · ".join(filter(None, (f"{fact.id} {fact.kind} «{shortened(fact.text, _WORDS)}»", fields_of(fact), sure)))
        for decision in told:
            source = f" ({decision.by})" if (decision.by,) != fact.extractors else ""
            yield f"  {decision.question}{source}: {shortened(decision.answer.text, _WORDS)}"
            if decision.rule:
                yield f"    by rule: {decision.rule}"
            yield from (f"    {name}: {value}" for name, value in decision.evidence)
            likely = [decision.answer] if decision.answer.probability is not None else []
            for answer in (*likely, *decision.rivals):
                yield from (f"    {line}" for line in _answer_lines(answer))
        if not told:
            yield f"  {finders} tells nothing; a plugin tells by analysis.explain(fact, …)"
        for lost, reason in self._lost_to(fact):
            yield f"  won over «{shortened(lost.text, _WORDS)}» of {', '.join(lost.extractors)}: {reason}"


def _answer_lines(answer: Answer) -> Iterator[str]:
    sure = "     " if answer.probability is None else f"{answer.probability:.3f}"
    score = "" if answer.score is None else f" · score {answer.score:+d}"
    yield f"{sure} {shortened(answer.text, _ANSWER)}{score}"
    for side, sign in (("for", 1), ("against", -1)):
        reasons = [f"{words} {weight:+d}" for words, weight in answer.reasons if weight * sign > 0]
        if reasons:
            yield f"      {side}: {'; '.join(reasons)}"


def _decision_to_dict(decision: Decision) -> dict[str, Any]:
    return {
        "by": decision.by,
        "question": decision.question,
        "answer": _answer_to_dict(decision.answer),
        "rivals": [_answer_to_dict(answer) for answer in decision.rivals],
        "rule": decision.rule,
        "evidence": [{"name": name, "value": value} for name, value in decision.evidence],
    }


def _answer_to_dict(answer: Answer) -> dict[str, Any]:
    return asdict(answer) | {
        "reasons": [{"words": words, "weight": weight} for words, weight in answer.reasons],
        "weights": [{"feature": name, "weight": weight} for name, weight in answer.weights],
    }
