"""Labels for capitalised words: a greedy averaged perceptron over sparse features."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newsfacts import Analysis, Language
from newsfacts.linear import LinearModel
from newsfacts_names.candidates import LONGEST_NAME, Candidate
from newsfacts_names.lexicon import NameLexicon
from newsfacts_names.sequence_features import Group, SequenceFeatures, expand
from newsfacts_names.word_forms import WordForms

__all__ = ["DECISION", "LABELS", "Labeller", "best_label"]

# Nothing; a person's first and further words; an organisation's first and further words.
LABELS = ("O", "P", "p", "R", "r")
# Its name in the weights file.
DECISION = "label"
# The labels that a word may have, by their places: after nothing, and after a word of a person's or an organisation's name.
_BEGINNING: tuple[int, ...] = (0, 1, 3)
_IN_PERSON = (0, 1, 2, 3)
_IN_ORGANIZATION = (0, 1, 3, 4)
# Small words are "small" where the language says which of them stand within a body's name, and these are not; else "low".
_GAPS_BETWEEN_NAMES = frozenset(("line", "stop", "far", "clitic", "small1", "small2", "small3"))
# The groups of a hundred articles.
_KEPT_GROUPS = 18_000


class Labeller:
    """Labels the capitalised words of an article from left to right.

    Args:
        language: The language of the articles.
        lexicon: Its words.
        model: The model of the decision `DECISION`; its answers are `LABELS`.
    """

    def __init__(self, language: Language, lexicon: NameLexicon, model: LinearModel) -> None:
        self._model = model
        self._lexicon = lexicon
        self._forms = WordForms(language, lexicon)
        self._total = lru_cache(maxsize=_KEPT_GROUPS)(self._total_of)

    def label(self, analysis: Analysis, candidates: Sequence[Candidate]) -> list[str]:
        """A label for each word."""
        features = SequenceFeatures(analysis, candidates, self._forms, self._lexicon)
        model, kept_total = self._model, self._total
        labels: list[str] = []
        for at, candidate in enumerate(candidates):
            groups = features.groups(at) + features.history(at, labels)
            total = model.total(features.surroundings(at)) + sum(map(kept_total, groups))
            labels.append(best_label(model.scores(total), labels, candidate))
        return labels

    def _total_of(self, group: Group) -> int:
        return self._model.total(expand(group, self._forms))


def best_label(scores: Sequence[float], labels: Sequence[str], candidate: Candidate) -> str:
    """The label of the highest score among those that may follow the labels before."""
    permitted = _BEGINNING
    if candidate.gap not in _GAPS_BETWEEN_NAMES:
        if labels[-1] in "Rr":
            permitted = _IN_ORGANIZATION
        elif candidate.adjacent and labels[-1] in "Pp" and labels[1 - LONGEST_NAME :].count("p") < LONGEST_NAME - 1:
            permitted = _IN_PERSON
    return LABELS[max(permitted, key=scores.__getitem__)]
