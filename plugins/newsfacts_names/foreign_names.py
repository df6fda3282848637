"""Persons right after names in other letters: «турнир Grand Open | Роман Орлов»."""

from __future__ import annotations

from collections.abc import Sequence

from newsfacts import Language
from newsfacts_names.candidates import Candidate
from newsfacts_names.grammar import NameGrammar

__all__ = ["without_foreign_names"]


def without_foreign_names(
    candidates: Sequence[Candidate], labels: Sequence[str], grammar: NameGrammar, language: Language
) -> list[str]:
    """The labels, with a person that begins where a name in other letters ends; that name is no person's.

    Args:
        candidates: The capitalised words.
        labels: Their labels.
        grammar: Tells given names and surnames.
        language: Tells its own letters.
    """
    mended = list(labels)
    for i in range(1, len(labels)):
        before, here = candidates[i - 1].token.text, candidates[i].token.text
        if not candidates[i].adjacent or language.is_native(before) or not language.is_native(here):
            continue
        if mended[i] == "P" and mended[i - 1] == "P":
            mended[i - 1] = "O"
        elif mended[i] == "r" and (grammar.is_given_name(here) or grammar.is_surname_apart(here, before)):
            mended[i] = "P"
            if labels[i + 1 : i + 2] == ["r"] and candidates[i + 1].adjacent:
                mended[i + 1] = "p" if language.is_native(candidates[i + 1].token.text) else "R"
    return mended
