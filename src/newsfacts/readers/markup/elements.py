"""Elements of XML and HTML, found by their names whatever namespaces these are in."""

from __future__ import annotations

from lxml import etree

__all__ = ["LANG", "every", "language_tag", "local", "without_furniture"]

# The attribute by which XML says what language an element is in.
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FURNITURE = ("{*}header", "{*}footer", "{*}nav")


def local(element: etree._Element) -> str:
    """An element's name without its namespace; an empty string for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def without_furniture(root: etree._Element) -> etree._Element:
    """The root of a piece without what stands around an article's body: in feeds, headlines and keywords have other places."""
    etree.strip_elements(root, *_FURNITURE, with_tail=False)
    return root


def every(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements at a path of names, whatever their namespaces: «contentMeta/headline»."""
    return element.findall("/".join(f"{{*}}{name}" for name in path.split("/")))


def language_tag(element: etree._Element | None) -> str | None:
    """The language that an element is said to be in, by itself or by one that it stands in."""
    while element is not None:
        tag = element.get(LANG) or element.get("lang")
        if tag:
            return tag
        element = element.getparent()
    return None
