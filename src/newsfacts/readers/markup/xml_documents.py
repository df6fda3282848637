"""XML that may be hostile.

A document type never reaches the parser: entities of plain text that it declares, and those of HTML, are put in as text before.
So there is no entity left to fetch or to expand, whatever the parser makes of them.
"""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import Any

from lxml import etree

from newsfacts.errors import ReadError
from newsfacts.readers.encoding import decode
from newsfacts.readers.sniffing import DOCTYPE, MISCELLANY, QUOTED
from newsfacts.source import Source

__all__ = ["FORBIDDEN", "parse_elements", "parse_xml"]

_SAFE: dict[str, Any] = {
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,  # no more than 256 levels, no text or attribute beyond ten million characters
    "remove_comments": True,
    "remove_pis": True,
}
_CHUNK = 1 << 16  # bytes that the parser gets at once; a broken document is read up to the chunk that breaks it
_HEAD = 1024  # bytes in which a declaration is looked for
_DECLARATION = re.compile(r"\s*<\?xml\b([^?]*)\?>")
_ENCODING = re.compile(r"""encoding\s*=\s*["']\s*([\w.:-]+)""")
_DOCTYPE = re.compile(rf"(?P<before>{MISCELLANY}){DOCTYPE}")
_ENTITY = re.compile(rf"<!ENTITY\s+(?P<name>[^\s%\"'<>&;]+)\s+(?:(?P<value>{QUOTED})|(?P<external>SYSTEM|PUBLIC)\b)")
# A document's own entity is replaced by a character or a name; a longer one, or one made of others, only fills the memory.
_LONGEST_ENTITY = 100
# References outside CDATA sections, comments and instructions, where an ampersand is only an ampersand.
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    r"|&(?:#(?P<code>[xX][0-9a-fA-F]{1,6}|[0-9]{1,7});|(?P<name>[^\s&;<>#]{1,64});)?",
    re.DOTALL,
)
_PREFIX = re.compile(r"<([A-Za-z][\w.-]*):|\s([A-Za-z][\w.-]*):[A-Za-z][\w.-]*\s*=\s*[\"']")
_DECLARED = re.compile(r"\sxmlns:([\w.-]+)")
_MOST_PREFIXES = 50  # that are declared for a document; one that uses more is no news and stays broken
_ROOT = re.compile(r"<[A-Za-z][\w:.-]*")
_PREDEFINED = frozenset(("lt", "gt", "amp", "quot", "apos"))
# What XML 1.0 allows in no document, and half of a pair.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


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
        # What follows the end of the document does no harm.
        problem = None if error.msg.startswith("Extra content at the end") else _unreadable(source, error)
    return [element for _, element in parser.read_events() if isinstance(element, etree._Element)], problem


def _unreadable(source: Source, error: etree.XMLSyntaxError) -> ReadError:
    return ReadError(source.name, f"is no XML that can be read: {error.msg}; mend the file")


def _document(source: Source) -> bytes:
    """The document as the parser gets it: in UTF-8, without declaration, document type and entities."""
    return _plain(_decode_xml(source), source.name).encode()


def _decode_xml(source: Source) -> str:
    """The document's characters."""
    data = source.data
    try:
        data.decode()
    except UnicodeDecodeError as error:
        if source.encoding is None and error.reason == "unexpected end of data":  # cut within a character
            source = Source(name=source.name, data=data[: error.start], url=source.url)
    declaration = _DECLARATION.match(data[:_HEAD].decode("latin-1"))
    declared = _ENCODING.search(declaration[1]) if declaration else None
    return decode(source, declared[1] if declared else None)


def _plain(text: str, name: str) -> str:
    """The document without declaration, document type and entities."""
    text = FORBIDDEN.sub("", text).lstrip()
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :] if declaration else text
    entities: dict[str, str | None] = {}
    doctype = _DOCTYPE.match(text)
    if doctype:
        text = doctype["before"] + text[doctype.end() :]
        entities = _entities(doctype["own"] or "")

    def put_in(reference: re.Match[str]) -> str:
        if reference[0].startswith("<?xml "):
            return ""  # a declaration that comes too late
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
    """The entities that a document type declares: their text, or None for those that are not to be expanded."""
    found: dict[str, str | None] = {}
    for declared in _ENTITY.finditer(declarations):
        value = html.unescape((declared["value"] or "")[1:-1])
        refused = declared["external"] or len(value) > _LONGEST_ENTITY or re.search(r"[&%<]\w", value)
        found.setdefault(declared["name"], None if refused else value)
    return found


def _escaped(text: str) -> str:
    return html.escape(FORBIDDEN.sub("", text))
