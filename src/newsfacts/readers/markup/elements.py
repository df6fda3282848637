"""Elements of XML and HTML, found by their names whatever namespaces these are in."""

from __future__ import annotations

from lxml import etree

__all__ = ["LANG", "every", "language_tag", "local", "without_furniture"]

# XML's attribute for the language of an element.
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FURNITURE = ("{*}header", "{*}footer", "{*}nav")


def local(element: etree._Element) -> str:
    """An element's name without its namespace; an empty string for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def without_furniture(root: etree._Element) -> etree._Element:
    """The root of a piece of markup without header, footer and navigation, whose content feeds repeat in other elements."""
    etree.strip_elements(root, *_FURNITURE, with_tail=False)
    return root


def every(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements at a path of names, whatever their namespaces: «contentMeta/headline»."""
    return element.findall("/".join(f"{{*}}{name}" for name in path.split("/")))


def language_tag(element: etree._Element | None) -> str | None:
    """The language tag of an element or of the nearest element around it that has one."""
    while element is not None:
        tag = element.get(LANG) or element.get("lang")
        if tag:
            return tag
        element = element.getparent()
    return None
