"""NITF 3.x, the News Industry Text Format, by itself or inside another format."""

from __future__ import annotations

from lxml import etree

from newsfacts.article import Article
from newsfacts.readers.dates import read_moment
from newsfacts.readers.item import Item, first_moment, place_names
from newsfacts.readers.markup.elements import every, language_tag, local
from newsfacts.readers.markup.rendering import one_line, text_of, words_at, words_of
from newsfacts.readers.markup.xml_documents import parse_xml
from newsfacts.source import Source

__all__ = ["body_text", "read_nitf"]

_PLACES = ("city", "region", "state", "country")


def read_nitf(source: Source) -> Article:
    """Read a NITF document.

    Raises:
        ReadError: It is no XML, or its body has no text.
    """
    root = parse_xml(source)
    meta = {element.get("name", "").casefold(): element.get("content", "") for element in every(root, "head/meta")}
    docdata = "head/docdata"
    identifier = _attribute(root, f"{docdata}/doc-id", "id-string")
    dateline = "body/body.head/dateline"
    return Item(
        name=source.name,
        id=identifier,
        url=next((url for url in (source.url, _attribute(root, "head/pubdata", "ex-ref")) if _is_address(url)), None),
        text=body_text(root),
        headline=_headline(root),
        title=words_at(root, "head/title"),
        published=first_moment(
            _attribute(root, f"{docdata}/date.issue", "norm"),
            _attribute(root, f"{docdata}/date.release", "norm"),
            _attribute(root, "head/pubdata", "date.publication"),
            _attribute(root, f"{dateline}/story.date", "norm"),
        ),
        language=_language(root) or meta.get("language") or meta.get("lang"),
        source=_publisher(root),
        bylines=[byline for element in every(root, "body/body.head/byline") for byline in _bylines(element)],
        dateline=" ".join(map(_dateline, every(root, dateline))),
        located=_located(root, dateline),
    ).article()


def body_text(root: etree._Element) -> str:
    """The text of a NITF document's content, or else its abstract; an empty string when it has neither."""
    for path in ("body/body.content", "body/body.head/abstract"):
        text = "\n\n".join(filter(None, map(text_of, every(root, path))))
        if text:
            return text
    return ""


def _headline(root: etree._Element) -> str:
    return (
        words_at(root, "body/body.head/hedline/hl1")
        or words_at(root, "body/body.head/hedline")
        or words_at(root, "body/body.head/hl1")
    )


def _attribute(root: etree._Element, path: str, name: str) -> str | None:
    return next((value for element in every(root, path) if (value := element.get(name, "").strip())), None)


def _is_address(url: str | None) -> bool:
    return url is not None and url.startswith(("http://", "https://"))


def _language(root: etree._Element) -> str | None:
    """The language of the content: its own, the document's, or the one that its first paragraph is marked with."""
    for content in every(root, "body/body.content"):
        marked = (language_tag(element) for element in content.iter("{*}p"))
        return language_tag(content) or root.get("baselang") or next(filter(None, marked), None)
    return language_tag(root) or root.get("baselang")


def _publisher(root: etree._Element) -> str:
    """Who distributes the document, or else who owns it."""
    attributes = (
        ("head/pubdata", "name"),
        ("head/docdata/doc.copyright", "holder"),
        ("head/docdata/doc-id", "regsrc"),
        ("head/docdata/del-list/from-src", "src-name"),
    )
    stated = [words_at(root, "body/body.head/distributor"), words_at(root, "body/body.head/rights/rights.owner")]
    stated += [_attribute(root, path, name) or "" for path, name in attributes]
    return next(filter(None, stated), "")


def _bylines(byline: etree._Element) -> list[str]:
    """The persons that a byline marks, or else its own words without the titles that it marks."""
    persons = [words_of(person) for person in byline.iter("{*}person")]
    return persons or [one_line(_words_without(byline, "byttl"))]


def _dateline(dateline: etree._Element) -> str:
    """The words of a dateline; a date that is a timestamp is none of them."""
    stamps = [date for date in every(dateline, "story.date") if read_moment(words_of(date)) is not None]
    return one_line(_words_without(dateline, "story.date" if stamps else ""))


def _words_without(element: etree._Element, name: str) -> str:
    pieces = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in walk:
        if event == "end":
            pieces.append((part.tail or "") if part is not element else "")
        elif local(part) == name and part is not element:
            pieces.append(" ")
            walk.skip_subtree()
        else:
            pieces.append(part.text or "")
    return "".join(pieces)


def _located(root: etree._Element, dateline: str) -> list[str]:
    """The places of the dateline, from the city to the country: those that are marked, or else the words of its location."""
    places: list[str] = []
    for location in every(root, f"{dateline}/location"):
        marked = [words_of(place) for name in _PLACES for place in every(location, name)]
        places += marked or words_of(location).split(", ")
    return place_names(places)
