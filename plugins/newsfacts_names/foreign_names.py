"""Names in other letters, and persons right after them: «турнир Grand Open | Роман Орлов», «юрист Marks & Sons»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsfacts import Language
from newsfacts_names.candidates import Candidate
from newsfacts_names.grammar import NameGrammar

__all__ = ["without_foreign_names"]

# Of a sovereign: «Карл XVI | Густав».
_ROMAN = re.compile(r"[IVX]+")


def without_foreign_names(
    candidates: Sequence[Candidate], labels: Sequence[str], grammar: NameGrammar, language: Language
) -> list[str]:
    """The labels, with a person that begins where a name in other letters ends; that name is no person's.

    Two words in other letters with «&» between are one body's name.

    Args:
        candidates: The capitalised words.
        labels: Their labels.
        grammar: Tells given names and surnames.
        language: Tells its own letters.
    """
    mended = list(labels)
    for i in range(1, len(labels)):
        before, here = candidates[i - 1].token.text, candidates[i].token.text
        if language.is_native(before) or _ROMAN.fullmatch(before):
            continue
        if candidates[i].gap == "&" and not language.is_native(here):
            mended[i - 1 : i + 1] = mended[i - 1] if mended[i - 1] in "Rr" else "R", "r"
        if not candidates[i].adjacent or not language.is_native(here):
            continue
        if mended[i] in "Pp":
            mended[i] = "P"
            at = i - 1
            while mended[at] == "p":
                mended[at] = "O"
                at -= 1
            if mended[at] == "P":
                mended[at] = "O"
        elif mended[i] == "r" and (grammar.is_given_name(here) or grammar.is_surname_apart(here, before)):
            mended[i] = "P"
            if labels[i + 1 : i + 2] == ["r"] and candidates[i + 1].adjacent:
                mended[i + 1] = "p" if language.is_native(candidates[i + 1].token.text) else "R"
    return mended
