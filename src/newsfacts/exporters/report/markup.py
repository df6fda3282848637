"""Markup that is safe by construction: whatever is not markup is escaped on its way in, here and nowhere else."""

from __future__ import annotations

import re

__all__ = ["Markup", "element", "end_tag", "escape", "start_tag"]

# A carriage return survives the parser only as a reference; a null character and lone surrogates not at all.
_SPECIAL = re.compile("[&<>\"'\r\0\ud800-\udfff]")
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}


class Markup(str):
    """A piece of HTML."""

    __slots__ = ()


def escape(text: str) -> Markup:
    """The markup of a text or of an attribute's value; the parser makes the same characters of it.

    >>> escape("<b> & co")
    '&lt;b&gt; &amp; co'
    """
    return Markup(_SPECIAL.sub(lambda match: _REFERENCES.get(match.group(), "\ufffd"), text))


def start_tag(name: str, /, **attributes: str | bool | None) -> Markup:
    """An element's start tag.

    Args:
        name: The element's name.
        attributes: Its attributes, ``class_`` for class, ``data_kind`` for data-kind; None and False leave one out.
    """
    written = [name]
    for key, value in attributes.items():
        attribute = key.rstrip("_").replace("_", "-")
        if value is True:
            written.append(attribute)
        elif isinstance(value, str):
            written.append(f'{attribute}="{escape(value)}"')
    return Markup(f"<{' '.join(written)}>")


def end_tag(name: str) -> Markup:
    """An element's end tag."""
    return Markup(f"</{name}>")


def element(name: str, /, *content: str | None, **attributes: str | bool | None) -> Markup:
    """An element with its content: markup stands as it is, text is escaped, None is nothing.

    >>> element("a", "A < B", element("b", None), class_="x", hidden=False)
    '<a class="x">A &lt; B<b></b></a>'
    """
    inner = "".join(part if isinstance(part, Markup) else escape(part) for part in content if part is not None)
    return Markup(start_tag(name, **attributes) + inner + end_tag(name))
