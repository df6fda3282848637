"""NewsML 1.x: news items of components within components."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from lxml import etree

from newsfacts.article import Article
from newsfacts.errors import ReadError
from newsfacts.readers.item import Item, NoText, attempted, first_moment, only_texts, place_names
from newsfacts.readers.markup.elements import every, language_tag, local
from newsfacts.readers.markup.rendering import words_at, words_of
from newsfacts.readers.markup.xml_documents import parse_xml
from newsfacts.readers.newsml.content import content_text, content_title
from newsfacts.source import Source

__all__ = ["read_newsml_1"]

_COMPONENT, _CONTENT = "{*}NewsComponent", "{*}ContentItem"
# Roles of components that are no part of an article's body, and media that are no text.
_BESIDE = frozenset((
    "title", "headline", "caption", "legend", "photo", "picture", "image", "graphic", "video", "audio", "thumbnail",
    "quicklook", "preview", "credit", "keyword", "keywords", "slug", "slugline", "copyright", "byline", "dateline",
))  # fmt: skip
_MEDIA = frozenset(("photo", "picture", "image", "graphic", "video", "audio", "animation"))
_PLACES = ("City", "CountryArea", "Country")
# Elements that describe an article, in its component or in one around it.
_DESCRIBING = (
    "HeadLine", "DateLine", "DateLineDate", "ByLine", "CreditLine", "Language", "Provider", "Source", "Creator", "Location",
    "DescriptiveMetadata",
)  # fmt: skip
_Within = Callable[[str], Iterator[etree._Element]]
_Own = dict[etree._Element | None, dict[str, list[etree._Element]]]


def read_newsml_1(source: Source) -> Iterator[Article | ReadError]:
    """Read the articles of a NewsML 1.x document, in order; pictures and the like beside them are passed over.

    Yields:
        An article for each, or in its place the error that says why it is none.

    Raises:
        ReadError: It is no XML.
    """
    yield from only_texts(source.name, _items(parse_xml(source), source.name))


def _items(root: etree._Element, source: str) -> Iterator[Article | ReadError | NoText]:
    """The articles of each item, or what an item without text is."""
    items, sent = list(root.iter("{*}NewsItem")), words_at(root, "NewsEnvelope/DateAndTime")
    for number, item in enumerate(items, 1):
        name = source if len(items) == 1 else f"{source}#{number}"
        stories = [story for component in every(item, "NewsComponent") for story in _stories(component)]
        own = _own(item)
        for position, story in enumerate(stories, 1):
            around = partial(_within, story, own)
            yield attempted(name, _article, item, story, around, name, position if len(stories) > 1 else 0, sent)
        if not stories:
            yield from map(NoText, _kinds(item))


def _stories(component: etree._Element) -> list[etree._Element]:
    """The components that are each an article: those with headlines of their own, or else the one around them all."""
    if _role(component) in _BESIDE or not _texts(component):
        return []
    inner = [story for child in every(component, "NewsComponent") if _has_headline(child) for story in _stories(child)]
    return inner or [component]


def _has_headline(component: etree._Element) -> bool:
    return any(words_of(headline) for lines in component.iter("{*}NewsLines") for headline in every(lines, "HeadLine"))


def _role(component: etree._Element) -> str:
    return next((role.get("FormalName", "").casefold() for role in every(component, "Role")), "")


def _texts(component: etree._Element) -> list[str]:
    """The pieces of text in a component: one of several forms of the same, all of what are its parts."""
    if _role(component) in _BESIDE:
        return []
    own = [text for item in every(component, "ContentItem") if (text := _text(item))][:1]
    inner = [texts for child in every(component, "NewsComponent") if (texts := _texts(child))]
    if component.get("EquivalentsList") == "yes":
        inner = inner[:1]
    return own + [text for texts in inner for text in texts]


def _text(item: etree._Element) -> str:
    media = {element.get("FormalName", "").casefold() for element in every(item, "MediaType")}
    if media & _MEDIA:
        return ""
    texts = [text for data in every(item, "DataContent") if (text := content_text(data))]
    return texts[0] if texts else ""


def _kinds(item: etree._Element) -> list[str]:
    """What an item without text is: its media types, or the roles of its components."""
    media = [element.get("FormalName", "") for element in item.iter("{*}MediaType")]
    return [kind.casefold() for kind in media if kind] or [role for part in item.iter(_COMPONENT) if (role := _role(part))]


def _article(item: etree._Element, story: etree._Element, around: _Within, name: str, number: int, sent: str) -> Article:
    """The article of a story, which is described in its own component, in the components within, and in those around it.

    Args:
        item: The news item.
        story: The component that is an article.
        around: Gives the elements of a name in it and around it.
        name: What errors call the news item.
        number: The story's place among several in the news item; 0 when it is the only one.
        sent: When the document was sent.
    """
    identifier = words_at(item, "Identification/NewsIdentifier/PublicIdentifier")
    management = "NewsManagement"
    return Item(
        name=f"{name}.{number}" if number else name,
        id=f"{identifier}#{number}" if identifier and number else identifier or None,
        text="\n\n".join(_texts(story)),
        headline=_first(around, "HeadLine") or next(filter(None, map(content_title, story.iter("{*}DataContent"))), ""),
        published=first_moment(
            words_at(item, f"{management}/FirstCreated"),
            _first(around, "DateLineDate"),
            words_at(item, f"{management}/ThisRevisionCreated"),
            words_at(item, "Identification/NewsIdentifier/DateId"),
            sent,
        ),
        modified=first_moment(words_at(item, f"{management}/ThisRevisionCreated")),
        language=_first_name(around, "Language") or _marked_language(story),
        source=_first_party(around, "Provider") or _first_party(around, "Source") or _first(around, "CreditLine")
        or words_at(item, "Identification/NewsIdentifier/ProviderId"),
        bylines=[_first(around, "ByLine") or _first_party(around, "Creator")],
        dateline=_first(around, "DateLine"),
        located=_located(around),
    ).article()  # fmt: skip


def _own(item: etree._Element) -> _Own:
    """The describing elements that each component of an item has itself, not in the components within it, by name."""
    own: _Own = {}
    for element in item.iter(*(f"{{*}}{name}" for name in _DESCRIBING)):
        component = next(element.iterancestors(_COMPONENT), None)
        own.setdefault(component, {}).setdefault(local(element), []).append(element)
    return own


def _within(story: etree._Element, own: _Own, name: str) -> Iterator[etree._Element]:
    """The elements of a name in a story, then in the components around it, but not in other stories there."""
    yield from story.iter(f"{{*}}{name}")
    for component in story.iterancestors(_COMPONENT):
        yield from own.get(component, {}).get(name, ())


def _first(around: _Within, name: str) -> str:
    return next((text for element in around(name) if (text := words_of(element))), "")


def _first_name(around: _Within, name: str) -> str:
    return next((formal for element in around(name) if (formal := element.get("FormalName", "").strip())), "")


def _first_party(around: _Within, name: str) -> str:
    parties = (party for element in around(name) for party in every(element, "Party"))
    return next((formal for party in parties if (formal := party.get("FormalName", "").strip())), "")


def _marked_language(story: etree._Element) -> str | None:
    """The language that the text is marked with, or else the story."""
    holders = (data for data in story.iter("{*}DataContent") if content_text(data))
    return language_tag(next(holders, story))


def _located(around: _Within) -> list[str]:
    """The places of origin, from the city to the country."""
    for location in around("Location"):
        if location.get("HowPresent", "Origin").casefold() == "origin" and (places := _properties(location)):
            return places
    for metadata in around("DescriptiveMetadata"):
        if places := _properties(metadata):
            return places
    return []


def _properties(element: etree._Element) -> list[str]:
    values = {prop.get("FormalName", ""): prop.get("Value") for prop in every(element, "Property")}
    return place_names(values.get(name) for name in _PLACES)
