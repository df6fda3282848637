"""A kit for plugin authors: tables of cases in TOML, and a check that compares them with what a pipeline finds.

A case file holds the kinds that it speaks of and a list of cases::

    kinds = ["money"]

    [[case]]
    why = "the scale is carried over the dash"
    text = "Сначала один миллиард долларов, потом - два."
    facts = [
      { text = "один миллиард долларов", amount = "1000000000", currency = "USD" },
      { text = "два", amount = "2000000000", currency = "USD" },
    ]

A case names all facts of those kinds in its text, in text order; of each fact only the fields that matter. A field that
holds a mention or a span may be given as its name or text alone. ``published`` and ``url`` are the article's.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import cattrs
from attrs import field, frozen
from cattrs import transform_error

from newsfacts.article import Article
from newsfacts.errors import LexiconError
from newsfacts.facts import SHARED_KINDS
from newsfacts.pipeline import Pipeline
from newsfacts.suggestions import suggestion

__all__ = ["Case", "check_case", "load_cases"]


@frozen(kw_only=True)
class Case:
    """One row of a table of cases.

    Attributes:
        text: The article's text.
        why: What the case shows.
        facts: The expected facts, each as some of its fields in the form of the JSON output; empty for none at all.
        kinds: The kinds that are compared.
        language: The article's language.
        published: The article's day of publication, ISO 8601.
        url: The article's address.
    """

    text: str
    why: str
    facts: list[dict[str, Any]]
    kinds: tuple[str, ...] = ()
    language: str | None = None
    published: str | None = None
    url: str | None = None


@frozen(kw_only=True)
class _Table:
    kinds: tuple[str, ...]
    case: list[Case] = field(factory=list)
    language: str | None = None


def load_cases(path: Path) -> list[Case]:
    """Read a table of cases.

    Raises:
        LexiconError: The file does not have a table's form.
    """
    converter = cattrs.Converter(forbid_extra_keys=True)
    try:
        table = converter.structure(tomllib.loads(path.read_text(encoding="utf-8")), _Table)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(path), [str(error)]) from error
    except Exception as error:
        raise LexiconError(str(path), transform_error(error)) from error
    return [
        Case(
            text=c.text,
            why=c.why,
            facts=c.facts,
            kinds=table.kinds,
            language=c.language or table.language,
            published=c.published,
            url=c.url,
        )
        for c in table.case
    ]


def check_case(case: Case, pipeline: Pipeline) -> None:
    """Compare what a pipeline finds with what a case expects.

    Raises:
        AssertionError: They differ, or the case names a kind or a field that there is not; the message has the case's reason
            and both sides.
    """
    known = {**SHARED_KINDS, **pipeline.plugins.kinds}
    assert case.kinds, f"{case.why}: the case names no kinds, so it compares nothing"
    for kind in case.kinds:
        assert kind in known, f"{case.why}: no plugin yields facts of the kind {kind!r}{suggestion(kind, known)}"
    article = Article(text=case.text, published=case.published, url=case.url, language=case.language)
    result = pipeline.extract(article).to_dict()
    assert not result["failures"], f"{case.why}: plugins failed: {result['failures']}"
    found = [fact for fact in result["facts"] if fact["kind"] in case.kinds]
    shown = [{key: _short(fact.get(key)) for key in (case.facts or [{"kind": 0, "text": 0}])[0]} for fact in found]
    assert len(found) == len(case.facts), f"{case.why}\n  text:     {case.text}\n  expected: {case.facts}\n  found:    {shown}"
    for expected, fact in zip(case.facts, found, strict=True):
        for key, value in expected.items():
            assert key in fact, f"{case.why}: a fact of the kind {fact['kind']!r} has no {key!r}{suggestion(key, fact)}"
            got = fact[key] if isinstance(value, dict) else _short(fact[key])
            if isinstance(value, dict) and isinstance(got, dict):
                for inner in value:
                    assert inner in got, f"{case.why}: {key!r} has no {inner!r}{suggestion(inner, got)}"
                got = {inner: got[inner] for inner in value}
            wanted = None if value == "null" else value
            assert got == wanted, f"{case.why}\n  text: {case.text}\n  {fact['text']!r}: {key} is {got!r}, not {wanted!r}"


def _short(value: Any) -> Any:
    """A mention as its name, a span as its text, anything else as it is."""
    return (value.get("name") or value.get("text")) if isinstance(value, dict) else value
