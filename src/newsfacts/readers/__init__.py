"""The readers of the formats that newsfacts knows by itself; a plugin's own reader uses the same hook."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from newsfacts.article import Article
from newsfacts.errors import ReadError
from newsfacts.hooks import hookimpl
from newsfacts.source import Source

__all__ = ["newsfacts_read"]

# The module and the function that read each format; imported for the first source of that format.
_READERS = {
    "text": ("text", "read_text"),
    "jsonlines": ("jsons.json_lines", "read_json_lines"),
    "json": ("jsons.documents", "read_json"),
    "html": ("page.html_page", "read_html"),
    "feed": ("feeds", "read_feed"),
    "newsml-g2": ("newsml.newsml_g2", "read_newsml_g2"),
    "newsml-1": ("newsml.newsml_1", "read_newsml_1"),
    "nitf": ("newsml.nitf", "read_nitf"),
}


@hookimpl(trylast=True)
def newsfacts_read(source: Source) -> Article | Iterable[Article | ReadError]:
    """Read a source in the format that its content shows."""
    from newsfacts.readers.sniffing import sniff

    module, function = _READERS[sniff(source)]
    answer: Article | Iterable[Article | ReadError] = getattr(import_module(f"newsfacts.readers.{module}"), function)(source)
    return answer
