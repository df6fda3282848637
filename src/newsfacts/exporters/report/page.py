"""Results as a page for people: the article with its facts highlighted, and beside it who, what, how much.

The page is one file that asks the network for nothing; its policy lets only its own style and script run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import IO
from urllib.parse import quote

from newsfacts.exporters.report.hues import Hues
from newsfacts.exporters.report.index import item_of
from newsfacts.exporters.report.labels import Labels, labels_for, shorten
from newsfacts.exporters.report.markup import Markup, element, end_tag, start_tag
from newsfacts.exporters.report.sheet import sheet_of
from newsfacts.exporters.report.subject import Subject
from newsfacts.record import Record

__all__ = ["to_html", "to_notebook", "write_html", "write_index"]

_END = Markup("</main>\n</body>\n</html>\n")


def write_html(results: Iterable[Record], stream: IO[str]) -> None:
    """Write one page, with the articles one after the other as they come; of several there is a list, too.

    The list is written when all are known, at the end; the script takes it to the top.
    """
    hues = Hues()
    listed: list[Markup] = []
    labels = labels_for(None)
    for number, result in enumerate(results, 1):
        subject = Subject(result, f"a{number}", hues)
        if not listed:
            labels = subject.labels
            stream.write(_head(subject.name, labels))
        stream.write(sheet_of(subject) + "\n")
        listed.append(item_of(subject, f"#{subject.prefix}"))
    if not listed:
        stream.write(_head("newsfacts", labels) + element("p", labels.nothing, class_="report"))
    if len(listed) > 1:
        stream.write(element("nav", element("h1", labels.articles), element("ol", *listed), class_="index") + "\n")
    stream.write(_END)


def write_index(pages: Iterable[tuple[str, Record]], stream: IO[str]) -> None:
    """Write a page that lists other pages, as they come.

    Args:
        pages: Their files' names, beside this one, each with the article on it.
        stream: Where to.
    """
    hues = Hues()
    number = 0
    for number, (name, result) in enumerate(pages, 1):
        subject = Subject(result, f"a{number}", hues)
        if number == 1:
            stream.write(_list_start(subject.labels))
        stream.write(item_of(subject, quote(name)) + "\n")
    if not number:
        stream.write(_list_start(labels_for(None)))
    stream.write(end_tag("ol") + end_tag("nav") + _END)


def to_html(result: Record) -> str:
    """The page of one result."""
    stream = StringIO()
    write_html([result], stream)
    return stream.getvalue()


def to_notebook(result: Record) -> str:
    """The page in a frame, so that neither its styles nor its script reach the notebook; its theme is the notebook's."""
    frame = element(
        "iframe",
        srcdoc=to_html(result),
        sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox",
        title=Subject(result, "a1", Hues()).name,
        class_="newsfacts-report",
        width="100%",
        height="640",
        style="border: 0",
    )
    return element("style", _asset("notebook.css")) + frame


@cache
def _asset(name: str) -> Markup:
    # Universal line ends: what the policy's hash is taken of is what the parser sees.
    return Markup(files("newsfacts.exporters.report").joinpath(name).read_text(encoding="utf-8"))


def _list_start(labels: Labels) -> Markup:
    parts = _head(labels.articles, labels), start_tag("nav", class_="index"), element("h1", labels.articles), start_tag("ol")
    return Markup("".join(parts))


def _head(title: str, labels: Labels) -> Markup:
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = element(
        "head",
        start_tag("meta", charset="utf-8"),
        start_tag("meta", http_equiv="Content-Security-Policy", content=policy),
        start_tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        start_tag("meta", name="color-scheme", content="light dark"),
        start_tag("link", rel="icon", href="data:,"),  # else browsers ask the page's host for one
        element("title", shorten(title)),
        element("style", style),
        element("script", script, type="module"),
    )
    parts = "<!DOCTYPE html>\n", start_tag("html", lang=labels.language), head, "\n<body>\n<main>\n"
    return Markup("".join(parts))


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
