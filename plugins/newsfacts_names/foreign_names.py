"""Names in other letters, and persons right after them: «турнир Grand Open | Роман Орлов», «юрист Marks & Sons»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsfacts import Analysis
from newsfacts.scripts import SMALL
from newsfacts_names.candidates import Candidate
from newsfacts_names.grammar import NameGrammar

__all__ = ["IN_LANGUAGE", "without_foreign_names"]

IN_LANGUAGE = rf"\s?\([{SMALL}]{{2,12}}(?:[.:]{{1,2}}|-[{SMALL}]{{2,12}})\s?"
"""A bracket with the language in which the name before it follows: «(тур. Ahmet Kaya)», «(по-немецки Mark Stolz)»."""

_IN_LANGUAGE = re.compile(IN_LANGUAGE)
# Of a sovereign: «Карл XVI | Густав».
_ROMAN = re.compile(r"[IVX]+")


def without_foreign_names(
    analysis: Analysis, candidates: Sequence[Candidate], labels: Sequence[str], grammar: NameGrammar
) -> list[str]:
    """The labels, with a person that begins where a name in other letters ends; that name is no person's.

    Two words in other letters with «&» between are one body's name. In brackets after its language a person's name goes on.

    Args:
        analysis: The article.
        candidates: Its capitalised words.
        labels: Their labels.
        grammar: Tells given names and surnames.
    """
    language = analysis.language
    mended = list(labels)
    for i in range(1, len(labels)):
        before, here = candidates[i - 1].token.text, candidates[i].token.text
        if labels[i - 1] in "Pp" and not language.is_native(here) and _follows_language(analysis, *candidates[i - 1 : i + 1]):
            end = i + 1
            while end < len(labels) and candidates[end].adjacent and not language.is_native(candidates[end].token.text):
                end += 1
            mended[i:end] = "P" + "p" * (end - i - 1)
        if language.is_native(before) or _ROMAN.fullmatch(before):
            continue
        if candidates[i].gap == "&" and not language.is_native(here):
            mended[i - 1 : i + 1] = mended[i - 1] if mended[i - 1] in "Rr" else "R", "r"
        elif candidates[i].adjacent and language.is_native(here):
            if mended[i] in "Pp":
                _begin_person(mended, i)
            elif mended[i] == "r" and (grammar.is_given_name(here) or grammar.is_surname_apart(here, before)):
                mended[i] = "P"
                if labels[i + 1 : i + 2] == ["r"] and candidates[i + 1].adjacent:
                    mended[i + 1] = "p" if language.is_native(candidates[i + 1].token.text) else "R"
    return mended


def _begin_person(labels: list[str], at: int) -> None:
    """Have a person's name begin at a word, which was within it; what goes before is no person's."""
    labels[at] = "P"
    while labels[at - 1] == "p":
        at -= 1
        labels[at] = "O"
    if labels[at - 1] == "P":
        labels[at - 1] = "O"


def _follows_language(analysis: Analysis, before: Candidate, here: Candidate) -> bool:
    """Whether only a bracket and a language are between two words."""
    return _IN_LANGUAGE.fullmatch(analysis.text, before.token.end, here.token.start) is not None
