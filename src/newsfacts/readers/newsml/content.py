"""The body of an agency's item, which may be NITF, XHTML, HTML in text, or plain text."""

from __future__ import annotations

from lxml import etree

from newsfacts.readers.markup.elements import LANG, local, without_furniture
from newsfacts.readers.markup.rendering import mixed_text, text_of
from newsfacts.readers.newsml.nitf import body_text

__all__ = ["content_language", "content_text", "content_title"]

_ROOTS = ("nitf", "html")


def content_text(holder: etree._Element) -> str:
    """The text of what an element holds: a document or a piece of one, or text that may be HTML itself."""
    root = _document(holder)
    if root is not None and local(root) == "nitf":
        return body_text(root)
    if root is not None:
        return text_of(without_furniture(root), typeset=True)
    return text_of(holder, typeset=True) if len(holder) else mixed_text(holder.text or "")


def content_title(holder: etree._Element) -> str:
    """The title of the document that an element holds; an empty string when it has none."""
    root = _document(holder)
    titles = [] if root is None else [" ".join(map(str, title.itertext())) for title in root.iter("{*}title", "{*}hl1")]
    return next((" ".join(title.split()) for title in titles if title.strip()), "")


def content_language(holder: etree._Element) -> str | None:
    """The language that the document in an element declares for itself."""
    root = _document(holder)
    return None if root is None else root.get(LANG) or root.get("lang") or root.get("baselang")


def _document(holder: etree._Element) -> etree._Element | None:
    return next((child for child in holder if local(child).lower() in _ROOTS), None)
