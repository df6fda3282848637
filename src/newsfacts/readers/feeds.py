"""RSS 2.0, RSS 1.0 and Atom, and the export of WordPress, which is RSS: an article an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from attrs import field, frozen
from lxml import etree

from newsfacts.article import Article
from newsfacts.errors import ReadError
from newsfacts.readers.item import Item, attempted, first_moment
from newsfacts.readers.markup.elements import LANG, every, language_tag, local
from newsfacts.readers.markup.rendering import html_text, one_line, text_of, with_tags, words_of
from newsfacts.readers.markup.xml_documents import parse_elements
from newsfacts.source import Source

__all__ = ["read_feed"]

_WORDPRESS = "wordpress.org/export"
# Elements with the whole text, and elements with a summary: names, each with a part of the namespace that it must have.
_WHOLE = (("encoded", "content"), ("content", ""), ("full-text", ""), ("fulltext", ""))
_SUMMARY = (("description", ""), ("summary", ""), ("encoded", "excerpt"))
_PUBLISHED = ("pubDate", "published", "issued", "date", "created")
_MODIFIED = ("updated", "modified")
# The identifier of RSS 1.0, and its name where the prefix is not declared.
_ABOUT = ("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "{rdf}about")
_OF_MEDIA = re.compile(r"\{[^{}]*(?:mrss|itunes|podcast|georss|media)[^{}]*\}", re.IGNORECASE)
_ATTACHMENTS = frozenset(("attachment", "nav_menu_item", "revision"))
_BLOCK = re.compile(r"<(?:p|br|div|ul|ol|li|h[1-6]|table|tr|blockquote|section|article|pre)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;][»”\"')\]]*$")
# Codes of WordPress; a caption is left out together with its picture.
_SHORTCODE = re.compile(
    r"\[caption\b[^\[\]]*\](?:(?!\[caption\b).)*?\[/caption\]"
    r"|\[/?(?:caption|gallery|embed|video|audio|playlist)\b[^\[\]]*\]",
    re.DOTALL,
)
# RSS: «desk@example.org (Ann Reed)».
_MAILBOX = re.compile(r"\S+@\S+\s*\(([^()]*)\)")


@frozen(kw_only=True)
class _Channel:
    """The properties of a feed, which its entries have when they state no others."""

    url: str | None = None
    title: str = ""
    language: str | None = None
    bylines: list[str] = field(factory=list)


def read_feed(source: Source) -> Iterator[Article | ReadError]:
    """Read the entries of a feed; of one that is cut or broken those before the break.

    Yields:
        An article for each entry, or in its place the error that says why it is none; last, what is wrong with the feed.

    Raises:
        ReadError: It is no XML, or has no entries.
    """
    entries, problem = parse_elements(source, "item", "entry")
    channels: dict[etree._Element | None, _Channel] = {}
    entries = [entry for entry in entries if _words_at(entry, "post_type") not in _ATTACHMENTS]
    for number, entry in enumerate(entries, 1):
        parent = entry.getparent()
        if parent not in channels:
            channels[parent] = _channel(parent, source.url)
        name = f"{source.name}#{number}"
        yield attempted(name, _article, entry, channels[parent], name)
    if problem is not None:
        yield ReadError(source.name, f"is broken after {len(entries)} whole entries, which are read: {problem.problem}")
    elif not entries:
        raise ReadError(source.name, "is a feed without entries; there is nothing to read")


def _article(entry: etree._Element, channel: _Channel, name: str) -> Article:
    url = _address(entry, channel.url)
    greenwich = _words_at(entry, "post_date_gmt")
    return Item(
        name=name,
        id=_words_at(entry, "guid") or _words_at(entry, "id") or _about(entry) or url,
        url=url,
        text=_text(entry),
        headline=_title(entry),
        published=first_moment(*(_words_at(entry, name) for name in (*_PUBLISHED, *_MODIFIED)), greenwich and f"{greenwich}Z"),
        modified=first_moment(*(_words_at(entry, name) for name in _MODIFIED)),
        language=_language(entry, channel),
        source=next(filter(None, map(_title, every(entry, "source"))), "") or _words_at(entry, "source") or channel.title,
        bylines=_bylines(entry) or channel.bylines,
    ).article()


def _named(element: etree._Element, name: str) -> list[etree._Element]:
    """The children of a name that describe the element itself, not a picture, a film or a place in it."""
    return [child for child in every(element, name) if not _OF_MEDIA.search(str(child.tag))]


def _words_at(element: etree._Element, name: str) -> str:
    return next((text for child in _named(element, name) if (text := words_of(child))), "")


def _channel(parent: etree._Element | None, url: str | None) -> _Channel:
    """The properties of a feed; in RSS 1.0 the channel is an element beside the entries, and an entry may have no feed."""
    if parent is None:
        return _Channel(url=url)
    channel = next(iter(every(parent, "channel")), parent)
    return _Channel(
        url=_address(channel, url),
        title=_title(channel),
        language=_words_at(channel, "language") or language_tag(channel),
        bylines=_bylines(channel),
    )


def _about(entry: etree._Element) -> str | None:
    return next(filter(None, map(entry.get, _ABOUT)), None)


def _title(element: etree._Element) -> str:
    """The title in one line, whatever it is written in."""
    for title in _named(element, "title"):
        if words := one_line(text_of(title)):
            return words
    return ""


def _text(entry: etree._Element) -> str:
    """The whole text, or else the summary."""
    for names in (_WHOLE, _SUMMARY):
        for name, namespace in names:
            texts = (_content(element, entry) for element in _named(entry, name) if namespace in str(element.tag))
            if text := next(filter(None, texts), ""):
                return text
    return ""


def _content(element: etree._Element, entry: etree._Element) -> str:
    """The text of an element's XHTML, or of its characters, which are HTML or plain text."""
    if len(element):
        return text_of(element)
    text = with_tags(element.text or "")
    if any(_WORDPRESS in (space or "") for space in entry.nsmap.values()):
        text = _SHORTCODE.sub("", text).strip().replace("\n", "<br>")
    elif not _BLOCK.search(text):
        text = _paragraphs(text.strip())
    return html_text(text)


def _paragraphs(text: str) -> str:
    """Text without tags of blocks, with paragraphs where empty lines are, or at the line ends if each ends a sentence."""
    lines = [line.rstrip() for line in text.split("\n")]
    whole = all(lines) and all(_SENTENCE_END.search(line) for line in lines)
    return "<p>".join(lines) if whole else re.sub(r"\n[ \t\r]*(?=\n)", "<p>", text)


def _language(entry: etree._Element, channel: _Channel) -> str | None:
    contents = (content.get(LANG) for content in (*_named(entry, "content"), *_named(entry, "title")))
    return next(filter(None, (_words_at(entry, "language"), entry.get(LANG), channel.language, *contents)), None)


def _address(element: etree._Element, base: str | None) -> str | None:
    """The address of the page: a link, or a permanent identifier that is one."""
    atom = [link for link in _named(element, "link") if link.get("href")]
    pages = [str(link.get("href")) for link in atom if link.get("rel", "alternate") == "alternate"]
    links = [
        _words_at(element, "origLink"),
        *(pages if local(element) in ("entry", "feed") else ()),
        _words_at(element, "link"),
        *pages,
    ]
    guids = [(guid.text or "") for guid in _named(element, "guid") if guid.get("isPermaLink", "true") != "false"]
    links += [guid for guid in guids if guid.strip().startswith("http")]
    link = next(filter(None, map(str.strip, links)), None)
    try:
        return urljoin(base, link) if base and link else link
    except ValueError:  # a broken address
        return link


def _bylines(element: etree._Element) -> list[str]:
    named = [_words_at(author, "name") for author in _named(element, "author") if len(author)]
    plain = [
        one_line(author.text or "") for name in ("creator", "author") for author in _named(element, name) if not len(author)
    ]
    return [_MAILBOX.sub(r"\1", byline) for byline in (*named, *plain) if byline]
