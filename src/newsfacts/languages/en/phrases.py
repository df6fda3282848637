"""English noun phrases: without the ending of the genitive, which stands after the whole phrase."""

from __future__ import annotations

import re

from newsfacts.language import Morphology

__all__ = ["nominative"]

_GENITIVE = re.compile(r"(?:['’]s|(?<=s)['’])\Z")


def nominative(phrase: str, _morphology: Morphology) -> str:
    """The phrase as it stands when it is no genitive.

    >>> from newsfacts.languages.en import ENGLISH
    >>> [ENGLISH.nominative(phrase) for phrase in ("the United States'", "Angela Merkel’s", "chief of staff")]
    ['the United States', 'Angela Merkel', 'chief of staff']
    """
    return _GENITIVE.sub("", phrase)
