"""What newsfacts returns for an article: a record that can write itself, and the way back from JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from newsfacts.article import Article
from newsfacts.errors import Failure, ReadError
from newsfacts.facts import SHARED_KINDS, Fact
from newsfacts.plugins import installed_plugins
from newsfacts.record import Record

__all__ = ["Result", "from_json", "unread"]


@frozen(kw_only=True)
class Result(Record):
    """The facts of one article, which can be written in several formats; what it holds is described at `Record`."""

    def to_dict(self) -> dict[str, Any]:
        """The result as plain values, in the form of the contract ``newsfacts/1``."""
        from newsfacts.contract import to_dict

        return to_dict(self)

    def to_json(self, indent: int | None = None) -> str:
        """The result as a JSON object, in the form of the contract ``newsfacts/1``."""
        from newsfacts.exporters.json import to_json

        return to_json(self, indent)

    def to_html(self) -> str:
        """The article as a page with its facts highlighted and listed; one file that needs no network."""
        from newsfacts.exporters.report.page import to_html

        return to_html(self)

    def _repr_html_(self) -> str:
        """The page in a frame, which notebooks show."""
        from newsfacts.exporters.report.page import to_notebook

        return to_notebook(self)

    def to_jsonld(self) -> dict[str, Any]:
        """The result as a schema.org JSON-LD document."""
        from newsfacts.exporters.jsonld import to_jsonld

        return to_jsonld(self)


def unread(error: ReadError) -> Result:
    """The result in the place of an article that could not be read."""
    return Result(article=Article(text="", id=error.source), failures=(Failure.of("read", "newsfacts", error),))


def from_json(text: str | bytes, *, kinds: Iterable[type[Fact]] = ()) -> Result:
    """Load a result from the JSON object that `Result.to_json` gives, or from a line of JSON Lines.

    Args:
        text: One object in the form of the contract ``newsfacts/1``; keys that it does not name are ignored.
        kinds: Classes of facts beside the shared ones and those that installed plugins yield.

    Returns:
        A result that is equal to the one that was written. The errors of its failures are gone, their messages stay.

    Raises:
        ReadError: It is no such object, it holds facts of a kind that nobody here knows, or a span is not the text's.

    >>> import newsfacts
    >>> result = newsfacts.extract("Завод купили за два миллиарда рублей.")
    >>> newsfacts.from_json(result.to_json()) == result
    True
    """
    import json

    from newsfacts.contract import from_dict

    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError("result", f"is no JSON: {error}") from error
    known = {**SHARED_KINDS, **{cls.kind: cls for cls in kinds}}

    def class_of(kind: str) -> type[Fact] | None:
        return known.get(kind) or installed_plugins().kinds.get(kind)  # loaded only for a kind that is not known without them

    return from_dict(plain, class_of, Result)
