"""NewsML-G2: a single news item, or a message with several."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from itertools import chain

from lxml import etree

from newsfacts.article import Article
from newsfacts.errors import ReadError
from newsfacts.readers.item import Item, NoText, attempted, first_moment, only_texts, place_names
from newsfacts.readers.markup.elements import LANG, every, language_tag, local
from newsfacts.readers.markup.rendering import mixed_text, words_at, words_of
from newsfacts.readers.markup.xml_documents import parse_xml
from newsfacts.readers.newsml.content import content_language, content_text, content_title
from newsfacts.source import Source

__all__ = ["read_newsml_g2"]

# Classes of items that are no texts, by the end of their code: ninat:picture, icls:video.
_OTHERS = frozenset(("picture", "graphic", "video", "audio", "animation", "photo", "component"))
_CODE_NAMES = frozenset(("mnemonic", "short", "code"))


def read_newsml_g2(source: Source) -> Iterator[Article | ReadError]:
    """Read the text items of a NewsML-G2 document, in order; pictures and the like beside them are passed over.

    Yields:
        An article for each, or in its place the error that says why it is none.

    Raises:
        ReadError: It is no XML.
    """
    yield from only_texts(source.name, _items(parse_xml(source), source.name))


def _items(root: etree._Element, name: str) -> Iterator[Article | ReadError | NoText]:
    """The article of each text item, or what another item is."""
    for package in root.iter("{*}packageItem"):
        yield NoText(f"{local(package)} (references to items)")
    items = [root] if local(root) == "newsItem" else list(root.iter("{*}newsItem"))
    sent = words_at(root, "header/sent")
    for number, item in enumerate(items, 1):
        kind = _kind(item)
        if kind in _OTHERS:
            yield NoText(f"{kind} (itemClass)")
            continue
        called = name if len(items) == 1 else f"{name}#{number}"
        yield attempted(called, _article, item, called, sent)


def _kind(item: etree._Element) -> str:
    """What an item is: text, picture, video; an empty string when it does not say."""
    classes = (_code(element) for element in every(item, "itemMeta/itemClass"))
    return next(filter(None, classes), "").casefold()


def _article(item: etree._Element, name: str, sent: str) -> Article:
    content = _content(item)
    language = _language(item, content)
    text = "" if content is None else _text(content)
    located, dateline = _located(item), words_at(item, "contentMeta/dateline")
    return Item(
        name=name,
        id=item.get("guid"),
        text=text,
        headline=_headline(item, language)
        or words_at(item, "itemMeta/title")
        or ("" if content is None else content_title(content)),
        published=first_moment(
            words_at(item, "itemMeta/firstCreated"),
            words_at(item, "contentMeta/contentCreated"),
            words_at(item, "itemMeta/versionCreated"),
            sent,
        ),
        modified=first_moment(words_at(item, "itemMeta/versionCreated"), words_at(item, "contentMeta/contentModified")),
        language=language,
        source=_source(item),
        bylines=_bylines(item),
        dateline=dateline,
        located=located,
    ).article()


def _content(item: etree._Element) -> etree._Element | None:
    """The first rendition of the content that has words in it."""
    renditions = chain(every(item, "contentSet/inlineXML"), every(item, "contentSet/inlineData"))
    return next((rendition for rendition in renditions if _text(rendition)), None)


def _text(rendition: etree._Element) -> str:
    kind = rendition.get("contenttype", "text/plain")
    if local(rendition) == "inlineXML":
        return content_text(rendition)
    if not kind.startswith("text/") and "html" not in kind:
        return ""
    if rendition.get("encoding", "").casefold() == "base64":
        try:
            return mixed_text(base64.b64decode(rendition.text or "").decode())
        except ValueError:
            return ""
    return content_text(rendition)


def _language(item: etree._Element, content: etree._Element | None) -> str | None:
    """The language of the content, which the item's own xml:lang only gives for its metadata."""
    stated = (element.get("tag") for element in every(item, "contentMeta/language"))
    if content is not None:
        own = content.get(LANG) or content_language(content)
        return next(filter(None, stated), None) or own or language_tag(item)
    return next(filter(None, stated), None) or language_tag(item)


def _headline(item: etree._Element, language: str | None) -> str:
    """The main headline, in the language of the content where there are several."""
    headlines = [headline for headline in every(item, "contentMeta/headline") if words_of(headline)]

    def rank(headline: etree._Element) -> tuple[bool, bool]:
        role = headline.get("role", "").rpartition(":")[2].casefold()
        tag = language_tag(headline)
        foreign = bool(tag and language) and str(tag)[:2].casefold() != str(language)[:2].casefold()
        return role not in ("", "main", "headline", "hl1"), foreign

    return words_of(min(headlines, key=rank)) if headlines else ""


def _located(item: etree._Element) -> list[str]:
    """The places where the content was made: the city, and what it lies in."""
    located = sorted(every(item, "contentMeta/located"), key=lambda place: "city" not in place.get("type", "").casefold())
    return place_names(_name(place) for found in located for place in (found, *every(found, "broader")))


def _name(element: etree._Element) -> str:
    """The name of what an element refers to, or else its literal."""
    names = [name for name in every(element, "name") if words_of(name)]
    names.sort(key=lambda name: name.get("role", "").rpartition(":")[2] in _CODE_NAMES)
    return words_of(names[0]) if names else " ".join(element.get("literal", "").split())


def _code(element: etree._Element) -> str:
    """The code of a reference without its scheme: «text» of «ninat:text»."""
    return (element.get("qcode") or element.get("literal") or element.get("uri") or "").rpartition(":")[2].rpartition("/")[2]


def _source(item: etree._Element) -> str:
    """The provider, or else whose information it is."""
    providers = every(item, "itemMeta/provider")
    named = chain(map(_name, providers), map(_code, providers), map(_name, every(item, "contentMeta/infoSource")))
    return next(filter(None, named), "") or words_at(item, "contentMeta/creditline")


def _bylines(item: etree._Element) -> list[str]:
    """The byline, or else the creators; not those that are the sources of the information too."""
    byline = [words_of(by) for by in every(item, "contentMeta/by") if words_of(by)]
    sources = {_name(source) for source in every(item, "contentMeta/infoSource")} | {words_at(item, "contentMeta/creditline")}
    creators = [_name(creator) for creator in every(item, "contentMeta/creator")]
    return byline or [creator for creator in creators if creator not in sources]
