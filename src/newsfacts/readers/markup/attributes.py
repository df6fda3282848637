"""HTML whose elements have no more attributes than a parser can bear."""

from __future__ import annotations

import re

__all__ = ["few_attributes"]

# A tag of HTML, an attribute of one, and elements that hold no tags.
_START_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<([A-Za-z][^\s/>]*)", re.DOTALL)
_ATTRIBUTE = re.compile(r"""[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]*))?""")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
# The parser compares each attribute of an element with all others: no page has so many, and a page of fewer characters than
# the second number has too few to take time.
_MOST_ATTRIBUTES, _ATTRIBUTES_MATTER = 500, 1 << 16


def few_attributes(page: str) -> str:
    """HTML in which no element has more attributes than the parser reads in linear time; the first ones are kept."""
    if len(page) < _ATTRIBUTES_MATTER:
        return page
    pieces, done, end = [], 0, 0
    while tag := _START_TAG.search(page, end):
        end, kept, number = tag.end(), 0, 0
        while tag[1] and (attribute := _ATTRIBUTE.match(page, end)):
            end, number = attribute.end(), number + 1
            kept = end if number <= _MOST_ATTRIBUTES else kept
        if number > _MOST_ATTRIBUTES:
            pieces.append(page[done:kept])
            done = end
        if (name := (tag[1] or "").lower()) in _RAW:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(page, end)
            end = closing.end() if closing else len(page)
    return "".join([*pieces, page[done:]])
