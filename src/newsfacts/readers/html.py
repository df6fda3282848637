"""News pages: the article's text, without what stands around and within it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile

from lxml import etree, html

from newsfacts.article import Article, Hints, Source
from newsfacts.errors import ReadError
from newsfacts.readers.encoding import decode
from newsfacts.readers.languages import language_of
from newsfacts.readers.markup import text_of
from newsfacts.readers.metadata import Metadata, dateline_words, is_dateline, read_metadata

__all__ = ["read_html"]

_LARGEST = 20_000_000  # bytes; trafilatura's own limit
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""", re.I
)
_HEAD = 16_384
# What only a whole page has; anything else is a piece of one, and all of it the article's.
_WHOLE = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Elements that show no text of the article.
_APART = (
    "nav", "aside", "footer", "button", "amp-ad", "amp-sticky-ad", "amp-embed", "amp-sidebar", "amp-social-share",
    "amp-consent", "amp-list", "amp-next-page", "amp-user-notification", "amp-timeago", "amp-iframe", "template", "noindex",
)  # fmt: skip
# Names of boxes within an article that are none of it, and how long such a box may be at most.
_BOX = re.compile(
    r"subscri|newsletter|sign-?up|paywall|promo|advert|banner|read-?(?:also|more|next|too)|see-?also|also-?read|related|recommend"
    r"|share|social|(?:^|[\s_-])(?:typo|orphus|error|ads?|tags?|cookies?|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BOX_LENGTH = 500
_BLOCKS = frozenset(("p", "div", "li", "section", "aside", "ul", "ol", "td", "figure", "h2", "h3", "h4", "h5", "h6", "span"))
_LINK_SHARE = 0.6
_LINK_LENGTH = 12
# The text of a table cell from which on a table is not one of data but a layout.
_CELL_LENGTH = 300
_INDENT = re.compile(r"\s*\u00a0[\s\u00a0]*\u00a0\s*\S")
_SENTENCE_END = re.compile(r"[.!?…][»”\"'’)\]]*$|[»”\"]$")
# A line that is nothing but the label of a box or a button, or a notice of rights.
_LABEL = re.compile(
    r"(?:advertisements?|реклама|subscribe(?: now)?|подписаться|sign up|share(?: this)?|поделиться|print|распечатать|"
    r"(?:читайте|смотрите|см\.?) также|по теме|read (?:more|also)|related(?: (?:stories|articles|news))?|most read)[.:…]?"
    r"|(?:©|\(c\)).{0,200}",
    re.IGNORECASE,
)
_TIME = re.compile(r"^[^\t]{0,40}\b\d{1,2}[.:/]\d\d\b[^\t]{0,40}$")

# An article has at least one sentence; so many words are one.
_SENTENCE_WORDS = 5
# What a locked or a missing page says of itself; a page that says no more than this is no article.
_NOTICE_LENGTH = 600
_NOTICE = re.compile(
    r"(?:log|sign)(?:ed)? ?in\b|subscri(?:be|ption|bers?)\b|register(?:ed)? (?:to|for)|create an? (?:free )?account"
    r"|enable javascript|verify (?:that )?you are|are you a robot|checking your browser|access denied|forbidden|captcha"
    r"|not found|no longer (?:available|exists)|does not exist|something went wrong|service unavailable|accept (?:all )?cookies"
    r"|войдите|авторизуйтесь|зарегистрируйтесь|по подписке|оформите подписку|подпишитесь|только для подписчиков"
    r"|доступ (?:ограничен|запрещ)|включите javascript|вы не робот|проверка браузера|не найдена?\b|не существует|была удалена"
    r"|произошла ошибка|сервис недоступен",
    re.IGNORECASE,
)


def read_html(source: Source) -> Article:
    """Read a news page, or a piece of HTML that is an article's body.

    Raises:
        ReadError: It is no text, or it holds no article: a list of links, an error page, an empty or a locked page.
    """
    if len(source.data) > _LARGEST:
        raise ReadError(source.name, f"is larger than {_LARGEST // 1_000_000} MB; give the page of one article")
    text = _CONTROL.sub("", decode(source, _declared(source.data[:_HEAD])))
    tree = _parse(text, source)
    metadata = read_metadata(tree, source.url)
    whole = _WHOLE.search(text[:_HEAD]) is not None
    paragraphs = _paragraphs(tree, metadata) if whole else _split(text_of(tree), metadata)
    _check(paragraphs, metadata, source, whole=whole)
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


def _declared(head: bytes) -> str | None:
    found = _DECLARED.search(head)
    return (found[1] or found[2]).decode("ascii", "ignore") if found else None


def _parse(text: str, source: Source) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode(), parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ReadError(source.name, "holds no element with text; it is no page of an article") from error


# The page's body


def _paragraphs(tree: html.HtmlElement, metadata: Metadata) -> list[str]:
    """The article's paragraphs, or what the metadata give as its text where the page shows none (a script does)."""
    _prepare(tree)
    shown = _ordered(_split(_extract(tree, metadata.headline), metadata), tree)
    if metadata.body is None:
        return shown
    told = _split(re.sub(r"\s*\n\s*", "\n\n", metadata.body), metadata)
    more = sum(map(len, told)) > 2 * sum(map(len, shown))
    return told if more or " ".join(told).split() == " ".join(shown).split() else shown


def _ordered(paragraphs: list[str], tree: html.HtmlElement) -> list[str]:
    """The paragraphs in the order of the page; text that stands between elements can have been moved (trafilatura#476)."""
    page = "".join(tree.text_content().split())
    places, end = [], 0
    for squeezed in ("".join(paragraph.split()) for paragraph in paragraphs):
        place = page.find(squeezed, end)
        places.append(place if place >= 0 else page.find(squeezed))
        end = place + len(squeezed) if place >= 0 else end
    if -1 in places or places == sorted(places):
        return paragraphs
    return [paragraph for _, paragraph in sorted(zip(places, paragraphs, strict=True), key=lambda placed: placed[0])]


def _extract(tree: html.HtmlElement, headline: str | None) -> str:
    """The text that trafilatura takes for the article's: its fast way first, its fallbacks where that finds nothing."""
    from trafilatura import bare_extraction

    for fast in (True, False):
        document = bare_extraction(tree, fast=fast, include_comments=False, include_tables=True, include_formatting=False)
        if document is None or isinstance(document, dict) or document.body is None:
            continue
        if any(
            "\n" in (element.text or "").strip() for element in document.body.iter("p")
        ):  # all lines of the page, as a last resort
            return _after(headline, text_of(tree))
        text = _text(document.body)
        if _sentences(text.split("\n")):
            return text
    return ""


# trafilatura's elements are those of TEI; these are the same of HTML.
_HTML_NAMES = {"head": "h2", "list": "ul", "item": "li", "row": "tr", "cell": "td", "lb": "br", "hi": "span", "ref": "span"}


def _text(body: etree._Element) -> str:
    for element in body.iter():
        if element.tag == "quote":  # set apart, or within a paragraph
            parent = element.getparent()
            element.tag = "span" if parent is not None and parent.tag in ("p", "item", "cell") else "blockquote"
        else:
            element.tag = _HTML_NAMES.get(str(element.tag), element.tag)
    return text_of(body)


def _after(headline: str | None, text: str) -> str:
    """The sentences that follow the headline, up to the next label: how a page shows a flash of one paragraph."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    following = lines[lines.index(headline) + 1 :] if headline in lines else lines
    from_first = dropwhile(lambda line: not _sentences([line]), following)
    return "\n\n".join(takewhile(lambda line: _sentences([line]), from_first))


def _prepare(tree: html.HtmlElement) -> None:
    """Take out what trafilatura would leave in, and mend what it would lose."""
    for element in [*tree.iter(*_APART)]:
        element.drop_tree()
    for element in [*tree.iter("q")]:
        element.text = f"“{element.text or ''}"
        element.tail = f"”{element.tail or ''}"
        element.drop_tag()
    for element in [*tree.iter("table")]:
        if any(len(cell.text_content()) > _CELL_LENGTH for cell in element.iter("td", "th")):
            _lay_out(element)
    _break_paragraphs(tree)
    for element in [*_boxes(tree)]:
        if element.getparent() is not None:
            element.drop_tree()
    # A class such as «meta» or «byline» would lose a dateline that stands in an element of its own (python-goose#218).
    for element in tree.iter("span", "b", "strong", "em", "i", "p", "div"):
        if is_dateline(element):
            for inside in element.iter():
                inside.attrib.clear()


def _break_paragraphs(tree: html.HtmlElement) -> None:
    """Show trafilatura the paragraphs that are made of line breaks: two in a row, one and an indent, or those of plain text."""
    for element in [*tree.iter("br")]:
        if _INDENT.match(element.tail or ""):
            another = etree.Element("br")
            another.tail, element.tail = element.tail, None
            element.addnext(another)
    for element in [*tree.iter("pre")]:
        element.tag = "div"
        if len(element) == 0:
            element.text, *lines = (element.text or "").split("\n")
            for line in lines:
                etree.SubElement(element, "br").tail = line
    for paragraph in tree.iter("p"):
        breaks = paragraph.iter("br")
        if any(not (one.tail or "").strip() and (after := one.getnext()) is not None and after.tag == "br" for one in breaks):
            paragraph.tag = "div"


def _lay_out(table: html.HtmlElement) -> None:
    """Make a table that lays a page out what it shows: one block beside the other."""
    for element in table.iter("table", "tbody", "thead", "tfoot", "tr", "td", "th"):
        element.tag = "div"


def _boxes(tree: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Short blocks that are named as boxes, and blocks that are links to other articles."""
    blocks: dict[html.HtmlElement, int] = {}
    for element in tree.iter():
        if element.tag == "a":
            block = next((above for above in element.iterancestors() if above.tag in _BLOCKS), None)
            if block is not None:
                blocks[block] = blocks.get(block, 0) + len(element.text_content().strip())
        elif element.tag in _BLOCKS and _is_box(element):
            yield element
    for block, linked in blocks.items():
        text = block.text_content().strip()
        if linked >= max(_LINK_SHARE * len(text), _LINK_LENGTH) and not _SENTENCE_END.search(text):
            yield block


def _is_box(element: html.HtmlElement) -> bool:
    if not _BOX.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        return False
    if len(element.text_content()) > _BOX_LENGTH or element.find(".//h1") is not None:
        return False
    return not any(inside.get("itemprop") == "articleBody" for inside in element.iter())


# What is left must be an article


def _split(text: str, metadata: Metadata) -> list[str]:
    """The text's paragraphs, without the headline, which stands apart, and without labels."""
    paragraphs = []
    for paragraph in re.split(r"\n{2,}", text):
        lines = [line.strip() for line in paragraph.split("\n")]
        kept = [line for line in lines if line and line != metadata.headline and not _is_label(line)]
        if kept:
            paragraphs.append("\n".join(kept))
    return paragraphs


def _is_label(line: str) -> bool:
    """A line that is a box's label, a button, or a stamp of the time."""
    return _LABEL.fullmatch(line) is not None or (_TIME.search(line) is not None and dateline_words(line) is None)


def _sentences(lines: list[str]) -> list[str]:
    return [line for line in lines if len(line.split()) >= _SENTENCE_WORDS and _SENTENCE_END.search(line)]


def _check(paragraphs: list[str], metadata: Metadata, source: Source, *, whole: bool) -> None:
    """Refuse what is no article.

    Raises:
        ReadError: There is no text, no sentence, or only the notice of a locked or a missing page.
    """
    if not paragraphs:
        raise ReadError(source.name, "holds no text of an article; give the page as a browser shows it, after its scripts ran")
    if not whole:
        return
    sentences = _sentences([line for paragraph in paragraphs for line in paragraph.split("\n")])
    if not sentences:
        raise ReadError(source.name, "holds no article, only links and labels; give the page of one article")
    told = " ".join([metadata.headline or "", *sentences])
    if len(told) < _NOTICE_LENGTH and _NOTICE.search(told):
        raise ReadError(source.name, "holds no article, only a notice (login, subscription or error); give the article's page")
