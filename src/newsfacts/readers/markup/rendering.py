"""XML that may be hostile, and the text of a piece of markup.

A document type never reaches the parser: entities of plain text that it declares, and those of HTML, are put in as text before.
So there is no entity left to fetch or to expand, whatever the parser makes of them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from lxml import etree

from newsfacts.errors import ReadError
from newsfacts.readers.encoding import decode
from newsfacts.readers.sniffing import DOCTYPE, MISCELLANY, QUOTED
from newsfacts.source import Source

__all__ = [
    "LANG", "every", "few_attributes", "html_text", "language_tag", "local", "mixed_text", "one_line", "parse_elements",
    "parse_xml", "plain_line", "said", "text_of", "without_furniture", "words_of",
]  # fmt: skip

_SAFE: dict[str, Any] = {
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,  # no more than 256 levels, no text or attribute beyond ten million characters
    "remove_comments": True,
    "remove_pis": True,
}
_CHUNK = 1 << 16
# The attribute by which XML says what language an element is in.
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_DECLARATION = re.compile(r"\s*<\?xml\b([^?]*)\?>")
_ENCODING = re.compile(r"""encoding\s*=\s*["']\s*([\w.:-]+)""")
_DOCTYPE = re.compile(rf"(?P<before>{MISCELLANY}){DOCTYPE}")
_ENTITY = re.compile(rf"<!ENTITY\s+(?P<name>[^\s%\"'<>&;]+)\s+(?:(?P<value>{QUOTED})|(?P<external>SYSTEM|PUBLIC)\b)")
# An own entity stands for a character or for a name; a longer one, or one made of others, only serves to fill the memory.
_LONGEST_ENTITY = 100
# References outside CDATA sections, comments and instructions, where an ampersand is only an ampersand.
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    r"|&(?:#(?P<code>[xX][0-9a-fA-F]{1,6}|[0-9]{1,7});|(?P<name>[^\s&;<>#]{1,64});)?",
    re.DOTALL,
)
_PREFIX = re.compile(r"<([A-Za-z][\w.-]*):|\s([A-Za-z][\w.-]*):[A-Za-z][\w.-]*\s*=\s*[\"']")
_DECLARED = re.compile(r"\sxmlns:([\w.-]+)")
_MOST_PREFIXES = 50
_ROOT = re.compile(r"<[A-Za-z][\w:.-]*")
_PREDEFINED = frozenset(("lt", "gt", "amp", "quot", "apos"))
_TAG = re.compile(r"</?(?:p|br|div|span|b|i|em|strong|a|u|ul|ol|li|h[1-6]|table|blockquote|img|hr)\b[^<>]*>", re.IGNORECASE)
_TWICE = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}\d?);")
# What XML 1.0 allows in no document, and half of a pair.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# A tag of HTML, an attribute of one, and elements that hold no tags. The parser compares each attribute of an element with
# all others; no page has so many, and a shorter piece of one has too few to matter.
_START_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<([A-Za-z][^\s/>]*)", re.DOTALL)
_ATTRIBUTE = re.compile(r"""[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]*))?""")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
_MOST_ATTRIBUTES = 500
_ATTRIBUTES_MATTER = 1 << 16
_PARAGRAPHS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main",
    "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "block",
    "body.content", "body.head", "bq", "credit", "fn", "hedline", "hl1", "hl2", "lead", "nitf-table", "note",
))  # fmt: skip
_FURNITURE = ("{*}header", "{*}footer", "{*}nav")
_CELLS = frozenset(("td", "th"))
# What is no text of the article: code, controls, pictures with their captions (NITF: media).
_LEFT_OUT = frozenset((
    "applet", "audio", "button", "canvas", "embed", "figcaption", "frameset", "head", "iframe", "input", "link", "map",
    "math", "media", "meta", "nitf-table-metadata", "noembed", "noscript", "object", "option", "script", "select", "style",
    "svg", "template", "textarea",
    "title", "video",
))  # fmt: skip
# A figure with one of the first is a picture, unless it holds one of the second too.
_PICTURES, _FIGURED = ("{*}img", "{*}picture", "{*}video", "{*}iframe"), ("{*}table", "{*}blockquote", "{*}pre")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION = re.compile(r"(?:^|\s)(?:wp-caption-text|wp-element-caption|gallery-caption)(?:\s|$)")
_OPENING_MARKS = "«„“‚‘\"'‹»"
# White space that a browser joins into one space; no-break and thin spaces are the writer's own.
_SPACES = re.compile(r"[ \t\n\r\f]+")
_AT_MARGIN = re.compile(r"\n[^\s]")
_INDENT = re.compile(r"\n(?=[ \t]{2,}\S)|\n(?=[ \t\r]*\n)")
# Where a word may be broken, and byte order marks in mid-text: nothing that anybody reads.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
# The marks between pieces of text while they are gathered: of a paragraph, a line and a table's cell.
_PARAGRAPH, _LINE, _CELL = "\x1d", "\x1e", "\x1f"
_MARKS = re.compile(rf" ?([{_PARAGRAPH}{_LINE}{_CELL}](?:[ {_PARAGRAPH}{_LINE}{_CELL}]*[{_PARAGRAPH}{_LINE}{_CELL}])?) ?")


def parse_xml(source: Source) -> etree._Element:
    """The root element of an XML document, without comments and instructions.

    Nothing is fetched and nothing expands: see above. The encoding is what the bytes are, whatever the declaration says.
    Ampersands that begin no reference and characters that XML forbids do no harm.

    Raises:
        ReadError: It is no well-formed XML, is nested too deeply, or refers to an entity that is external or built of others.
    """
    try:
        root: etree._Element = etree.fromstring(_document(source), etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError as error:
        raise _unreadable(source, error) from error
    return root


def parse_elements(source: Source, *names: str) -> tuple[list[etree._Element], ReadError | None]:
    """The elements of some names that stand whole in an XML document, be it cut or broken after them.

    Args:
        source: The document, which is read as `parse_xml` does it.
        names: Names without their namespace.

    Returns:
        The elements in order, and what is wrong with the document after the last of them.

    Raises:
        ReadError: It refers to an entity that is external or built of others.
    """
    document = _document(source)
    parser = etree.XMLPullParser(events=("end",), tag=[f"{{*}}{name}" for name in names], **_SAFE)
    problem = None
    try:
        for start in range(0, len(document), _CHUNK):
            parser.feed(document[start : start + _CHUNK])
        parser.close()
    except etree.XMLSyntaxError as error:
        # What stands after the end of the document takes nothing from it.
        problem = None if error.msg.startswith("Extra content at the end") else _unreadable(source, error)
    return [element for _, element in parser.read_events() if isinstance(element, etree._Element)], problem


def local(element: etree._Element) -> str:
    """An element's name without its namespace; an empty string for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: etree._Element, *, typeset: bool = False) -> str:
    """The text of a piece of HTML, XHTML or NITF, as a browser shows it.

    Paragraphs, headings, list items and rows of tables are paragraphs, with an empty line between them; a line break is one,
    cells have a tab between them. White space within is single spaces; no-break and thin spaces stay. Scripts, hidden parts
    and pictures with their captions are left out.

    Args:
        element: The element that holds the text.
        typeset: Where lines stand both at the margin and indented, as on a wire, an indent and an empty line begin a paragraph.
    """
    return _joined("".join(_pieces(element, typeset)))


def html_text(fragment: str, *, typeset: bool = False) -> str:
    r"""The text of a piece of HTML, as `text_of` gives it.

    >>> html_text("<p>Раз &amp; два<br>три</p><ul><li>четыре</ul>")
    'Раз & два\nтри\n\nчетыре'
    """
    cleaned = _NO_XML.sub("", fragment)
    if not cleaned.strip():
        return ""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<div>{few_attributes(cleaned)}</div>".encode(), parser)
    return "" if root is None else text_of(without_furniture(root), typeset=typeset)


def few_attributes(page: str) -> str:
    """HTML in which no element has more attributes than a parser can bear; the first are kept."""
    if len(page) < _ATTRIBUTES_MATTER:
        return page
    pieces, done, end = [], 0, 0
    while tag := _START_TAG.search(page, end):
        end, kept, number = tag.end(), 0, 0
        while tag[1] and (attribute := _ATTRIBUTE.match(page, end)):
            end, number = attribute.end(), number + 1
            kept = end if number <= _MOST_ATTRIBUTES else kept
        if number > _MOST_ATTRIBUTES:
            pieces.append(page[done:kept])
            done = end
        if (name := (tag[1] or "").lower()) in _RAW:
            closing = re.compile(f"</{name}", re.IGNORECASE).search(page, end)
            end = closing.end() if closing else len(page)
    return "".join([*pieces, page[done:]])


def without_furniture(root: etree._Element) -> etree._Element:
    """The root of a piece without what stands around an article's body: in feeds, headlines and keywords have other places."""
    etree.strip_elements(root, *_FURNITURE, with_tail=False)
    return root


def every(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements at a path of names, whatever their namespaces: «contentMeta/headline»."""
    return element.findall("/".join(f"{{*}}{name}" for name in path.split("/")))


def said(element: etree._Element, path: str) -> str:
    """The words of the first element at a path that holds any, in one line; an empty string when there is none."""
    return next((text for found in every(element, path) if (text := words_of(found))), "")


def words_of(element: etree._Element) -> str:
    """All the words in an element, in one line."""
    return one_line("".join(map(str, element.itertext())))


def one_line(text: str) -> str:
    """A headline or a name as it reads, though it may be HTML: in one line, without tags."""
    plain = html_text(text) if _TAG.search(text) else _unescaped(_INVISIBLE.sub("", text))
    return _SPACES.sub(" ", plain).strip()


def plain_line(text: str) -> str:
    """Text of an attribute or of JSON as it reads: entities (often written twice) resolved, tags dropped, spaces joined."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = re.sub(r"</?[A-Za-z][^<>]*>", " ", text)
    return " ".join(text.split())


def language_tag(element: etree._Element | None) -> str | None:
    """The language that an element is said to be in, by itself or by one that it stands in."""
    while element is not None:
        tag = element.get(LANG) or element.get("lang")
        if tag:
            return tag
        element = element.getparent()
    return None


def mixed_text(text: str) -> str:
    """The text of a piece that is HTML or plain, which nothing tells but the piece itself.

    In plain text an empty line ends a paragraph, and lines keep their ends without their indents.
    """
    if _TAG.search(text):
        return html_text(text, typeset=True)
    lines = (_SPACES.sub(" ", line).strip() for line in _unescaped(_INVISIBLE.sub("", text)).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _unreadable(source: Source, error: etree.XMLSyntaxError) -> ReadError:
    return ReadError(source.name, f"is no XML that can be read: {error.msg}; mend the file")


def _document(source: Source) -> bytes:
    """The document as the parser gets it: in UTF-8, without declaration, document type and entities."""
    return _plain(_decode_xml(source), source.name).encode()


def _unescaped(text: str) -> str:
    """Put right what was escaped twice: «o&#39;clock» that stands in the text itself."""
    return _TWICE.sub(lambda escaped: html.unescape(escaped[0]), text) if "&" in text else text


def _decode_xml(source: Source) -> str:
    """The document's characters."""
    data = source.data
    try:
        data.decode()
    except UnicodeDecodeError as error:
        if source.encoding is None and error.reason == "unexpected end of data":  # cut within a character
            source = Source(name=source.name, data=data[: error.start], url=source.url)
    declaration = _DECLARATION.match(data[:1024].decode("latin-1"))
    declared = _ENCODING.search(declaration[1]) if declaration else None
    return decode(source, declared[1] if declared else None)


def _plain(text: str, name: str) -> str:
    """The document without declaration, document type and entities."""
    text = _NO_XML.sub("", text).lstrip()
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :] if declaration else text
    entities: dict[str, str | None] = {}
    doctype = _DOCTYPE.match(text)
    if doctype:
        text = doctype["before"] + text[doctype.end() :]
        entities = _entities(doctype["own"] or "")

    def put_in(reference: re.Match[str]) -> str:
        if reference[0].startswith("<?xml "):
            return ""  # a declaration that stands too late
        if not reference[0].startswith("&"):
            return reference[0]
        entity = reference["name"]
        if reference["code"]:
            return _escaped(html.unescape(reference[0]))
        if entity is None:
            return "&amp;"
        if entity in _PREDEFINED:
            return reference[0]
        value = entities.get(entity, html5.get(f"{entity};", reference[0]))
        if value is None:
            raise ReadError(name, f"refers to the entity &{entity};, which is external or made of others; put its text in")
        return _escaped(value)

    return _with_prefixes(_REFERENCE.sub(put_in, text))


def _with_prefixes(text: str) -> str:
    """The document with the prefixes declared, each as itself, that it only uses."""
    used = {element or attribute for element, attribute in _PREFIX.findall(text)}
    missing = sorted(used.difference(_DECLARED.findall(text), ("xml", "xmlns")))
    if not 0 < len(missing) <= _MOST_PREFIXES:
        return text
    declarations = "".join(f' xmlns:{prefix}="{prefix}"' for prefix in missing)
    return _ROOT.sub(lambda root: root[0] + declarations, text, count=1)


def _entities(declarations: str) -> dict[str, str | None]:
    """The entities that a document type declares: their text, or None for those that nobody should expand."""
    found: dict[str, str | None] = {}
    for declared in _ENTITY.finditer(declarations):
        value = html.unescape((declared["value"] or "")[1:-1])
        refused = declared["external"] or len(value) > _LONGEST_ENTITY or re.search(r"[&%<]\w", value)
        found.setdefault(declared["name"], None if refused else value)
    return found


def _escaped(text: str) -> str:
    return html.escape(_NO_XML.sub("", text))


def _pieces(root: etree._Element, typeset: bool) -> Iterator[str]:
    """Texts and marks in document order."""
    left_out: etree._Element | None = None
    preformatted = 0
    quotes: list[bool] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = local(element).lower()
        if event == "start":
            if left_out is None and _is_left_out(element, name) and element is not root:
                left_out = element
            if left_out is not None:
                continue
            preformatted += name == "pre"
            yield _mark(name)
            if name == "q":
                quotes.append(not _is_marked(element))
                yield "“" if quotes[-1] else ""
            yield _piece(element.text, preformatted, typeset)
        else:
            if event == "end" and left_out is None:
                preformatted -= name == "pre"
                if name == "q" and quotes.pop():
                    yield "”"
                yield "" if name == "br" else _mark(name)
            if left_out is element:
                left_out = None
            if left_out is None and element is not root:
                yield _piece(element.tail, preformatted, typeset)


def _is_marked(quote: etree._Element) -> bool:
    """Whether the writer has put quotation marks into a quotation that browsers give marks to, or nothing at all."""
    first = next((text for text in map(str, quote.itertext()) if not text.isspace()), "").lstrip()
    return first[:1] in _OPENING_MARKS


def _is_left_out(element: etree._Element, name: str) -> bool:
    if name in _LEFT_OUT or element.get("hidden") is not None:
        return True
    if name == "figure" and next(element.iter(*_PICTURES), None) is not None:
        return next(element.iter(*_FIGURED), None) is None
    if _HIDDEN.search(element.get("style") or "") is not None:
        return True
    return _CAPTION.search(element.get("class") or "") is not None


def _mark(name: str) -> str:
    if name in _PARAGRAPHS:
        return _PARAGRAPH
    if name in _CELLS:
        return _CELL
    return _LINE if name == "br" else ""


def _piece(text: str | None, preformatted: int, typeset: bool) -> str:
    if not text:
        return ""
    text = _unescaped(_INVISIBLE.sub("", text))
    if preformatted:
        text = text.replace("\n", _LINE)
    elif typeset and _AT_MARGIN.search(text):
        text = _INDENT.sub(_PARAGRAPH, text)
    return _SPACES.sub(" ", text)


def _joined(text: str) -> str:
    """Put white space in place of the marks, the strongest of each group; two line breaks begin a paragraph."""

    def space(marks: re.Match[str]) -> str:
        group = marks[1]
        if _PARAGRAPH in group or group.count(_LINE) > 1:
            return "\n\n"
        return "\n" if _LINE in group else "\t"

    joined = _MARKS.sub(space, _SPACES.sub(" ", text))
    return "\n\n".join(paragraph.strip(" \t\n") for paragraph in joined.split("\n\n") if not paragraph.isspace()).strip()
