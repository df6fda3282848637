"""A news page's metadata: of JSON-LD, microdata, OpenGraph, meta names, links and headings the best that there is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from attrs import frozen
from lxml import etree

from newsfacts.readers.bylines import person_names
from newsfacts.readers.datelines import dateline_words, has_dateline_class
from newsfacts.readers.dates import day_of, read_moment
from newsfacts.readers.markup.elements import LANG
from newsfacts.readers.markup.rendering import html_text, plain_line, text_of
from newsfacts.readers.page.headlines import comparable, page_title, shown_headline, without_publisher
from newsfacts.readers.page.schema_org import Node, json_ld, listed, microdata, texts, types
from newsfacts.readers.page.shown_dates import shown_dates, times
from newsfacts.readers.page.surroundings import is_beside

__all__ = ["Metadata", "read_metadata"]

# Types of schema.org that are an article; the more specific first.
_ARTICLES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
    "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting", "Article", "Report", "BlogPosting", "SocialMediaPosting",
)  # fmt: skip
_NAME_PARTS = ("givenName", "additionalName", "familyName")
_ORGANISATIONS = frozenset(("Organization", "NewsMediaOrganization", "Corporation", "WebSite", "WebPage", "Brand", "Thing"))
# Names of meta elements in small letters, the most reliable first; Dublin Core's have a dot («DC:date» is an older form).
_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "mediator_published_time", "cxenseparse:recs:publishtime", "dcterms.issued",
    "dc.date.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "article.published", "citation_publication_date", "article_date_original", "pub_date",
    "og:pubdate", "published_time", "bt:pubdate", "rnews:datepublished", "datecreated", "date", "ptime",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "article:modified", "og:article:modified_time", "og:updated_time", "datemodified",
    "mediator_modified_time", "dcterms.modified", "dc.date.modified", "article.updated", "lastmod", "last-modified",
)  # fmt: skip
_HEADLINES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline", "title")
_AUTHORS = (
    "author", "article:author", "article:author_name", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl", "citation_author", "mediator_author", "authors",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
_LANGUAGES = ("og:locale", "content-language", "dc.language", "dcterms.language", "language")
_DUBLIN_CORE = re.compile(r"^(dc|dcterms):")

_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|li|a|span)\b[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|@", re.IGNORECASE)
_BYLINE = re.compile(r"(?:^|[\s_-])(?:by-?line|authors?)(?:$|[\s_-])", re.IGNORECASE)
_BYLINE_LENGTH = 200  # characters; a longer element holds more than a byline


@frozen(kw_only=True)
class Metadata:
    """The metadata of a page's article.

    Attributes:
        headline: The headline that the page shows.
        other_headline: The headline of its structured data, where it is a different one.
        published: When it was published.
        is_dated: Whether the metadata say so, not only what the page shows.
        modified: When it was last changed.
        authors: Names of persons.
        languages: The language tags that are declared, the page's own first.
        source: The publisher's name.
        dateline: The dateline's words, where they are in an element of their own.
        located: Names of the places where it was made, the city first.
        url: Its canonical address.
        body: Its text, where the structured data hold that too.
    """

    headline: str | None
    other_headline: str | None
    published: date | None
    is_dated: bool
    modified: date | None
    authors: tuple[str, ...]
    languages: tuple[str, ...]
    source: str | None
    dateline: str | None
    located: tuple[str, ...]
    url: str | None
    body: str | None


def read_metadata(tree: etree._Element, url: str | None = None) -> Metadata:
    """The metadata of a page's article.

    Args:
        tree: The parsed page.
        url: Where it was fetched from; relative addresses are resolved against it.
    """
    metas = _metas(tree)
    canonical = _canonical(tree, metas, url)
    article = _article([*json_ld(tree), *microdata(tree)], canonical)
    source = _first(_publishers(article, metas))
    stated = [without_publisher(text, source) for text in (*texts(article.get("headline")), *_values(metas, _HEADLINES))]
    headline = shown_headline(tree, stated, source) or _first([*stated, *filter(None, [page_title(tree, source)])])
    dates = [*texts(article.get("datePublished")), *_values(metas, _PUBLISHED)]
    published = _moment([*dates, *times(tree)]) or next(filter(None, map(read_moment, shown_dates(tree, headline))), None)
    modified = _moment([*texts(article.get("dateModified")), *_values(metas, _MODIFIED)])
    return Metadata(
        headline=headline,
        other_headline=_first(other for other in stated if headline and comparable(other) != comparable(headline)),
        published=published,
        is_dated=any(map(read_moment, dates)),
        modified=None if published and modified and day_of(modified) < day_of(published) else modified,
        authors=_authors(tree, article, metas, source),
        languages=tuple(dict.fromkeys(_declared_languages(tree, article, metas))),
        source=source,
        dateline=_first(filter(None, map(dateline_words, _datelines(tree, article, metas)))),
        located=tuple(dict.fromkeys(_places(article.get("locationCreated")))),
        url=canonical,
        body=_first(_bodies(article)),
    )


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)


def _metas(tree: etree._Element) -> dict[str, list[str]]:
    """The contents of the page's meta elements by their names."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = plain_line(element.get("content") or "")
        for name in filter(None, (element.get("property"), element.get("name"), element.get("http-equiv"))):
            if content:
                found.setdefault(_DUBLIN_CORE.sub(r"\1.", name.strip().lower()), []).append(content)
    return found


def _values(metas: Mapping[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from metas.get(name, ())


def _article(things: Iterable[Node], canonical: str | None) -> Node:
    """The thing that is the page's article, with the properties of other descriptions of it; an empty one when there is none.

    Pages describe other articles too: what has the page's address comes first, then the more telling type, then the order.
    """
    articles = [thing for thing in things if not types(thing).isdisjoint(_ARTICLES)]

    def rank(article: Node) -> tuple[bool, int]:
        return canonical not in _addresses(article), min(_ARTICLES.index(name) for name in types(article) if name in _ARTICLES)

    best: dict[str, Any] = {}
    for article in sorted(articles, key=rank):
        if not best or _headline_of(article) in ("", _headline_of(best)):
            best = {**{name: value for name, value in article.items() if value}, **best}
    return best


def _headline_of(article: Node) -> str:
    return comparable(_first(texts(article.get("headline"))) or "")


def _addresses(article: Node) -> set[str]:
    things = (value for name in ("url", "@id", "mainEntityOfPage") for value in listed(article.get(name)))
    found = (thing.get("@id") or thing.get("url") if isinstance(thing, dict) else thing for thing in things)
    return {address.partition("#")[0] for address in found if isinstance(address, str)}


def _publishers(article: Node, metas: Mapping[str, list[str]]) -> Iterator[str]:
    names = (*texts(article.get("publisher")), *_values(metas, _PUBLISHERS))
    return (name for name in names if not _ADDRESS.match(name))


def _canonical(tree: etree._Element, metas: Mapping[str, list[str]], base: str | None) -> str | None:
    links = [link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    for address in (*links, *metas.get("og:url", ())):
        try:
            whole = urljoin(base or "", address.strip())
            parts = urlsplit(whole)
        except ValueError:
            continue
        # An address without a path is the site's own: a template that was not filled in.
        if parts.scheme in ("http", "https") and parts.netloc and (parts.path.strip("/") or parts.query):
            return str(whole)
    return base


def _moment(stated: Iterable[str]) -> date | None:
    """The first of the moments that are stated; where it is a day only, the first later one with a time on that day."""
    moments = [moment for moment in map(read_moment, stated) if moment is not None]
    if not moments:
        return None
    same_day = (moment for moment in moments if isinstance(moment, datetime) and moment.date() == day_of(moments[0]))
    return moments[0] if isinstance(moments[0], datetime) else next(same_day, moments[0])


def _authors(tree: etree._Element, article: Node, metas: Mapping[str, list[str]], source: str | None) -> tuple[str, ...]:
    """The persons of the first source that names any: structured data, meta elements, elements marked as a byline."""
    for bylines in (_stated_authors(article), _values(metas, _AUTHORS), _bylines(tree)):
        names = [name for byline in bylines for name in person_names(byline, source)]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _stated_authors(article: Node) -> Iterator[str]:
    """The authors of structured data that are not organisations."""
    for author in listed(article.get("author")) + listed(article.get("creator")):
        if isinstance(author, dict) and not types(author).isdisjoint(_ORGANISATIONS):
            continue
        named = list(texts(author))
        if not named and isinstance(author, dict):
            named = [" ".join(text for part in _NAME_PARTS for text in texts(author.get(part)))]
        yield from named


def _bylines(tree: etree._Element) -> Iterator[str]:
    """The texts of elements that are marked as the article's byline, the most exact marks first."""
    marked: tuple[list[str], list[str]] = ([], [])
    for element in tree.iter("a", "span", "div", "p", "address", "b", "strong", "em", "i", "cite", "li"):
        exact = "author" in (element.get("rel") or "").lower().split() or element.get("itemprop") == "author"
        if (exact or _BYLINE.search(element.get("class") or "")) and not is_beside(element):
            text = text_of(element)
            if len(text) <= _BYLINE_LENGTH:
                marked[not exact].append(text)
    yield from marked[0] or marked[1][:1]


def _declared_languages(tree: etree._Element, article: Node, metas: Mapping[str, list[str]]) -> Iterator[str]:
    roots = (tree.get("lang"), tree.get(LANG), tree.get("xml:lang"))
    yield from (tag.strip() for tag in roots if tag and tag.strip())
    yield from texts(article.get("inLanguage"))
    yield from _values(metas, _LANGUAGES)


def _datelines(tree: etree._Element, article: Node, metas: Mapping[str, list[str]]) -> Iterator[str]:
    yield from texts(article.get("dateline"))
    yield from _values(metas, ("dateline",))
    for element in tree.iter():
        if has_dateline_class(element) and not is_beside(element):
            yield text_of(element)


def _bodies(article: Node) -> Iterator[str]:
    """The article's text as structured data give it: plain with line breaks, or in HTML."""
    for body in listed(article.get("articleBody")):
        text = html.unescape(body) if isinstance(body, str) else ""
        if text.strip():
            yield html_text(text) if _TAG.search(text) else text


def _places(value: Any) -> Iterator[str]:
    """The names of places, each followed by the city, the region and the country of its address."""
    for place in listed(value):
        yield from texts(place)
        for address in listed(place.get("address")) if isinstance(place, dict) else ():
            if isinstance(address, dict):
                for part in ("addressLocality", "addressRegion", "addressCountry"):
                    yield from texts(address.get(part))
