"""Parts of a page around its article: their headings, names and times belong to something else."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from newsfacts.readers.words import alternatives, words

__all__ = ["is_beside"]

# Elements that hold no part of an article.
_BESIDE = frozenset(("aside", "nav", "footer", "form"))


def is_beside(element: etree._Element) -> bool:
    """Whether an element belongs to another part of the page than the article."""
    for part in (element, *element.iterancestors()):
        if part.tag in _BESIDE or (
            part.tag != "body" and _neighbour().search(f"{part.get('class') or ''} {part.get('id') or ''}")
        ):
            return True
    return False


@cache
def _neighbour() -> re.Pattern[str]:
    """The name of a part of the page that is not the article, in its class or its id."""
    return re.compile(alternatives(words().page.neighbours), re.IGNORECASE)
