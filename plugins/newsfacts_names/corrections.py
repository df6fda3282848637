"""The labels, mended by grammar where a text is too short to show who is a person."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts import Analysis
from newsfacts_names.candidates import Candidate
from newsfacts_names.grammar import NameGrammar

__all__ = ["corrected"]


def corrected(analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], grammar: NameGrammar) -> list[str]:
    """The labels, with persons whom the labeller overlooked.

    A surname that is no part of the body's name before it is a person («пресс-секретарь Кремля | Песков»), and so is one that
    goes with the office before that («глава ЦРУ | Хант»). A given name begins the name of the person whose next word is
    labelled as theirs, or may be their surname. Two names side by side are of two persons, if they cannot be of one («сказала
    Иванова | Петрову»).

    Args:
        analysis: The article.
        candidates: Its capitalised words.
        labels: Their labels.
        grammar: The grammar of its language.
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
            if _is_another_person(candidates, labels, mended, i, grammar):
                mended[i] = "P"
            continue
        may_be_surname = labels[i] in "rO" and not here.isupper()
        if may_be_surname and (
            (labels[i] == "r" and grammar.is_surname_apart(here, before))
            or _is_of_office(analysis, candidates, mended, i, grammar)
        ):
            mended[i] = "P"
            if labels[i + 1 : i + 2] == ["P"] and candidates[i + 1].adjacent:
                labels[i + 1] = mended[i + 1] = "p"  # the surname of the given name that was overlooked
        elif (
            labels[i - 1] == "O"
            and grammar.is_given_name(before, _is_inside_sentence(analysis, candidates[i - 1]))
            and (labels[i] == "P" or (labels[i] == "O" and grammar.begins_person(before, here)))
        ):
            mended[i - 1 : i + 1] = "P", "p"
    return mended


def _is_another_person(
    candidates: Sequence[Candidate], labels: Sequence[str], mended: Sequence[str], at: int, grammar: NameGrammar
) -> bool:
    """Whether a word within a name begins another person's, by the words of the name before it and the one after it."""
    first = at - 1
    while mended[first] != "P":
        first -= 1
    words = [candidate.token.text for candidate in candidates[first:at]]
    following = candidates[at + 1].token.text if labels[at + 1 : at + 2] == ["p"] else ""
    return grammar.begins_another_person(words, candidates[at].token.text, following)


def _is_of_office(
    analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], at: int, grammar: NameGrammar
) -> bool:
    """Whether a word is the surname that goes with the office before it, or before the body's name before it."""
    word, before = candidates[at].token.text, candidates[at - 1].token.text
    first = at - 1
    while labels[first] == "r":
        first -= 1
    if labels[first] == "O":
        return grammar.is_of_office(word, "", before)
    position = candidates[first].position
    return labels[first] == "R" and position > 0 and grammar.is_of_office(word, before, analysis.tokens[position - 1].text)


def _is_inside_sentence(analysis: Analysis, candidate: Candidate) -> bool:
    """Whether a word is before it in its sentence, so that its capital shows a name."""
    return candidate.position > 0 and analysis.tokens[candidate.position - 1].text.isalpha()
