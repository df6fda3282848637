"""The dictionary forms of English words that are inflected by rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

__all__ = ["lemma"]

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)es\Z")
_DOUBLED = re.compile(r"([bdfgklmnprtvz])\1\Z")


def lemma(form: str, ending: str, is_known: Callable[[str], bool]) -> str:
    """The dictionary form of an inflected one.

    Args:
        form: The form, in lower case.
        ending: What the rule adds: ``s``, ``ed``, ``ing``, ``er`` or ``est``.
        is_known: Whether there is such a dictionary form; of several that there are the first one is meant, and where there is
            none the form that spelling alone would give.

    >>> [lemma(form, ending, {"plan", "hope", "carry", "box"}.__contains__) for form, ending in
    ...  (("planned", "ed"), ("hoping", "ing"), ("carries", "s"), ("boxes", "s"), ("tweeted", "ed"))]
    ['plan', 'hope', 'carry', 'box', 'tweet']
    """
    if not form.endswith(ending):
        return form
    candidates = list(_plurals(form) if ending == "s" else _stems(form, ending))
    return next(filter(is_known, candidates), candidates[-1])


def _plurals(form: str) -> Iterator[str]:
    """What a plural or a third person with ``s`` may be made from, the one by spelling alone at last."""
    by_spelling = form[:-2] if _SIBILANT.search(form) else form[:-1]
    if form.endswith("ies") and len(form) > 4:
        yield form[:-1]
        by_spelling = form[:-3] + "y"
    elif form.endswith("es"):
        yield form[:-1]
        yield form[:-2]
    yield by_spelling


def _stems(form: str, ending: str) -> Iterator[str]:
    """What a form with another ending may be made from, likewise."""
    stem = form[: -len(ending)]
    yield stem + "e"
    yield stem
    if _DOUBLED.search(stem):
        yield stem[:-1]
    elif stem.endswith("i"):
        yield stem[:-1] + "y"
    elif ending == "ing" and stem.endswith("y"):
        yield stem[:-1] + "ie"
    yield stem[:-1] + "y" if stem.endswith("i") else stem
