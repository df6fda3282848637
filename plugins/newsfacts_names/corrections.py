"""The labels, mended by grammar where a text is too short to show who is a person."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts_names.candidates import Candidate
from newsfacts_names.grammar import NameGrammar

__all__ = ["corrected"]


def corrected(candidates: Sequence[Candidate], labels: Sequence[str], grammar: NameGrammar) -> list[str]:
    """The labels, with persons whom the labeller overlooked.

    A surname that is no part of the body's name before it is a person («пресс-секретарь Кремля | Песков»). A given name begins
    the name of the person whose next word is labelled as theirs, or may be their surname. Two names side by side are of two
    persons, if they cannot be of one («сказала Иванова | Петрову»).
    """
    labels = list(labels)
    mended = labels.copy()
    for i in range(1, len(labels)):
        before, here = candidates[i - 1].token.text, candidates[i].token.text
        if labels[i] == "r" and mended[i - 1] == "P":
            mended[i] = "R"  # what follows the person is another body
            continue
        if not candidates[i].adjacent:
            continue
        if labels[i] == "p":
            first = i - 1
            while mended[first] != "P":
                first -= 1
            words = [candidate.token.text for candidate in candidates[first:i]]
            following = candidates[i + 1].token.text if labels[i + 1 : i + 2] == ["p"] else ""
            if grammar.begins_another_person(words, here, following):
                mended[i] = "P"
            continue
        if labels[i] == "r" and not here.isupper() and grammar.is_surname_apart(here, before):
            mended[i] = "P"
        elif (
            labels[i - 1] == "O"
            and grammar.is_given_name(before)
            and (labels[i] == "P" or (labels[i] == "O" and grammar.begins_person(before, here)))
        ):
            mended[i - 1 : i + 1] = "P", "p"
    return mended
