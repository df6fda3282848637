"""News pages, and pieces of HTML that are an article's body."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree, html

from newsfacts.article import Article, Hints
from newsfacts.errors import ReadError
from newsfacts.readers.declared_language import language_of
from newsfacts.readers.encoding import decode
from newsfacts.readers.markup.attributes import few_attributes
from newsfacts.readers.markup.rendering import text_of, with_tags
from newsfacts.readers.markup.xml_documents import FORBIDDEN
from newsfacts.readers.page.body import paragraphs_of
from newsfacts.readers.page.metadata import Metadata, read_metadata
from newsfacts.readers.page.notices import refuse_without_article
from newsfacts.readers.page.other_articles import drop_other_articles
from newsfacts.readers.page.paragraphs import split_paragraphs
from newsfacts.readers.page.schema_org import with_whole_scripts
from newsfacts.readers.sniffing import first_element
from newsfacts.source import Source

__all__ = ["read_html"]

_LARGEST = 20_000_000  # bytes; trafilatura's own limit
_LONGEST_TEXT = (
    10_000_000  # bytes of a page that may be one piece of text; by default the parser drops what follows a longer one
)
# Ten times as many as the page of a long article has; trafilatura's time grows faster than their number.
_MOST_ELEMENTS = 50_000
_TAG_NAME = re.compile(r"[\w:.-]+")
_EMPTY_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""", re.I
)
_HEAD = 16_384  # bytes or characters in which a page's head is looked for; encoding and title come early in it
# What only a whole page has; anything else is a piece of one, and all of it is the article's.
_WHOLE = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE)


def read_html(source: Source) -> Article:
    """Read a news page, or a piece of HTML that is an article's body.

    Raises:
        ReadError: It is no text, or it holds no article: a list of links, an error page, an empty or a locked page.
    """
    if len(source.data) > _LARGEST:
        raise ReadError(source.name, f"is larger than {_LARGEST // 1_000_000} MB; give the page of one article")
    text = FORBIDDEN.sub("", decode(source, _declared(source.data)))
    whole = _WHOLE.search(text, 0, _head_end(text)) is not None
    tree = _parse(few_attributes(with_whole_scripts(text if whole else with_tags(text))), source)
    teasers = drop_other_articles(tree, source.url) if whole else []
    metadata = read_metadata(tree, source.url)
    paragraphs = paragraphs_of(tree, metadata) if whole else split_paragraphs(text_of(tree), metadata.headline)
    refuse_without_article(paragraphs, source, whole=whole, teasers=teasers, dated=metadata.is_dated)
    return _article("\n\n".join(paragraphs), metadata, source)


def _article(text: str, metadata: Metadata, source: Source) -> Article:
    languages = [(language_of(tag, text), tag) for tag in metadata.languages]
    language, tag = next((pair for pair in languages if pair[0]), (None, metadata.languages[0] if metadata.languages else None))
    return Article(
        text=text,
        id=source.name,
        url=source.url or metadata.url,
        headline=metadata.headline,
        published=metadata.published,
        modified=metadata.modified,
        language=language,
        source=metadata.source,
        authors=metadata.authors,
        hints=Hints(headline=metadata.other_headline, language=tag, dateline=metadata.dateline, located=metadata.located),
    )


def _head_end(text: str) -> int:
    """The position up to which a page's head is looked for; a long prologue may come before it."""
    root = first_element(text)
    return (root.start("name") if root else 0) + _HEAD


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares, in its head or, if it is XHTML, before it."""
    found = _DECLARED.search(data, 0, _HEAD)
    if found is None:
        found = _DECLARED.search(data, 0, _head_end(data.decode("latin-1")))
    return (found[1] or found[2]).decode("ascii", "ignore") if found else None


def _parse(text: str, source: Source) -> html.HtmlElement:
    """The tree of a page.

    Raises:
        ReadError: It has no elements with text, or more elements than any page of an article.
    """
    data = text.encode()
    huge = len(data) > _LONGEST_TEXT
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=huge)
    try:
        tree = html.document_fromstring(data, parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ReadError(source.name, "holds no element with text; it is no page of an article") from error
    plain = sum(len(_EMPTY_LINE.findall(pre.text or "")) for pre in tree.iter("pre"))  # each of them will be an element
    if next(islice(tree.iter(), max(_MOST_ELEMENTS - plain, 0), None), None) is not None:
        raise ReadError(source.name, f"has more than {_MOST_ELEMENTS:,} elements; give the page of one article")
    for element in tree.iter():
        if not _TAG_NAME.fullmatch(str(element.tag)):  # the parser takes names that no element can be given
            element.tag = "span"
    return tree
