"""A kit for plugin authors: tables of cases in TOML, and a check that compares them with what a pipeline finds.

A table holds the kinds that it speaks of and a list of cases::

    kinds = ["money"]

    [[case]]
    why = "the scale is carried over the dash"
    text = "Сначала один миллиард долларов, потом - два."
    facts = [
      { text = "один миллиард долларов", amount = "1000000000", currency = "USD" },
      { text = "два", amount = "2000000000", currency = "USD" },
    ]

A case names all facts of those kinds in its text, in text order; of each fact only the fields that matter. A field that
holds a mention or a span may be given as its name or text alone, and ``"null"`` stands for none. ``language``, which may stand
above all cases, ``published`` and ``url`` are the article's.

A case of a recogniser names the mentions of some types likewise, or the persons among the entities, each with the number of its
mentions, or both::

    [[case]]
    why = "genitive"
    text = "Об этом со ссылкой на слова Виктора Ветрова пишет газета."
    types = ["person"]
    mentions = [{ text = "Виктора Ветрова", name = "Виктор Ветров", gender = "masculine" }]
    entities = { "Виктор Ветров" = 1 }

pytest runs the tables in the folders that the option ``newsfacts_cases`` names (docs/howto/cases.md).
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import cattrs
from attrs import field, frozen
from cattrs import transform_error

from newsfacts.analysis import Analysis
from newsfacts.article import Article
from newsfacts.errors import LexiconError
from newsfacts.facts import SHARED_KINDS, Mention
from newsfacts.pipeline import Pipeline
from newsfacts.suggestions import suggestion

__all__ = ["Case", "check_case", "found_facts", "load_cases", "read_cases"]

_NULL = "null"


@frozen(kw_only=True)
class Case:
    """One row of a table of cases.

    Attributes:
        text: The article's text.
        why: What the case shows.
        facts: The expected facts, each as some of its fields in the form of the JSON output; empty for none at all, None where
            they are not compared.
        kinds: The kinds of facts that are compared.
        mentions: The expected mentions, likewise; a gender that nothing gives is "null".
        types: The types of mentions that are compared.
        entities: How often each person of the article is mentioned, by name; None where that is not compared.
        language: The article's language.
        published: The article's day of publication, ISO 8601.
        url: The article's address.
    """

    text: str
    why: str
    facts: list[dict[str, Any]] | None = None
    kinds: tuple[str, ...] = ()
    mentions: list[dict[str, Any]] | None = None
    types: tuple[str, ...] = ()
    entities: dict[str, int] | None = None
    language: str | None = None
    published: str | None = None
    url: str | None = None


@frozen(kw_only=True)
class _Table:
    case: list[Case] = field(factory=list)
    kinds: tuple[str, ...] = ()
    language: str | None = None


def load_cases(path: Path) -> list[Case]:
    """Read a table of cases.

    Raises:
        LexiconError: The file does not have a table's form; each problem names the case and the key.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(str(path), [str(error)]) from error
    return read_cases(text, str(path))


def read_cases(text: str, source: str) -> list[Case]:
    """The cases of a table that is given as text.

    Args:
        text: The table.
        source: What it is called in errors.

    Raises:
        LexiconError: It does not have a table's form.
    """
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(source, [str(error)]) from error
    if problems := list(_problems(plain)):
        raise LexiconError(source, problems)
    try:
        table = cattrs.Converter(forbid_extra_keys=True).structure(plain, _Table)
    except Exception as error:
        raise LexiconError(source, transform_error(error)) from error
    return [attrs.evolve(c, kinds=c.kinds or table.kinds, language=c.language or table.language) for c in table.case]


def _problems(plain: Mapping[str, Any]) -> Iterator[str]:
    """The keys of a table that there are not, or that lack."""
    yield from _unknown(plain, _Table, "the table")
    cases = plain.get("case", [])
    if not (isinstance(cases, list) and all(isinstance(case, dict) for case in cases)):
        yield "'case' is no list of tables; begin each case with [[case]]"
        return
    for number, case in enumerate(cases, 1):
        place = f"case {number}" + (f" ({case['why']})" if "why" in case else "")
        yield from _unknown(case, Case, place)
        for name in ("why", "text"):
            if name not in case:
                yield f"{place} has no {name!r}"
        if "facts" in case and not (case.get("kinds") or plain.get("kinds")):
            yield f"{place} has facts and no 'kinds', nor has the table, so that it compares nothing"
        if "mentions" in case and not case.get("types"):
            yield f"{place} has mentions and no 'types', so that it compares nothing"
        if case.keys().isdisjoint(("facts", "mentions", "entities")):
            yield f"{place} has no facts; write facts = [] where none must be found"


def _unknown(plain: Mapping[str, Any], shape: type[attrs.AttrsInstance], place: str) -> Iterator[str]:
    known = [attribute.name for attribute in attrs.fields(shape)]
    for name in plain:
        if name not in known:
            yield f"{place}: there is no key {name!r}{suggestion(name, known)}"


def check_case(case: Case, pipeline: Pipeline) -> None:
    """Compare what a pipeline finds with what a case expects.

    Raises:
        AssertionError: They differ, or the case names a kind or a field that there is not. The message has the case's reason,
            its text, and a line for each difference: what is missing, what is too much, which field is another.
    """
    if case.facts is None and case.mentions is None and case.entities is None:
        raise AssertionError(f"{case.why}: the case expects nothing, so it compares nothing")
    differences: list[str] = []
    if case.facts is not None:
        differences += _compared(case.facts, found_facts(case, pipeline))
    if case.mentions is not None or case.entities is not None:
        differences += _mentioned(case, pipeline)
    if differences:
        text = case.text.strip().replace("\n", "\n        ")
        raise AssertionError("\n  ".join((case.why, f"text: {text}", *differences)))


def found_facts(case: Case, pipeline: Pipeline) -> list[dict[str, Any]]:
    """The facts of the kinds of a case that a pipeline finds in its text, in the form of the JSON output.

    Raises:
        AssertionError: There is no such kind, the case names none, or a plugin fails.
    """
    known = {**SHARED_KINDS, **pipeline.plugins.kinds}
    if not case.kinds:
        raise AssertionError(f"{case.why}: the case names no kinds, so it compares nothing")
    for kind in case.kinds:
        if kind not in known:
            raise AssertionError(f"{case.why}: no plugin yields facts of the kind {kind!r}{suggestion(kind, known)}")
    result = pipeline.extract(_article(case)).to_dict()
    if result["failures"]:
        raise AssertionError(f"{case.why}: plugins failed: {result['failures']}")
    return [fact for fact in result["facts"] if fact["kind"] in case.kinds]


def _article(case: Case) -> Article:
    return Article(text=case.text, published=case.published, url=case.url, language=case.language)


def _mentioned(case: Case, pipeline: Pipeline) -> Iterator[str]:
    """In what the mentions and the entities that a pipeline's plugins recognise are not the expected ones."""
    language = pipeline.languages.get(case.language or "")
    if language is None:
        yield f"no plugin offers the language {case.language!r}{suggestion(str(case.language), pipeline.languages)}"
        return
    analysis = Analysis(_article(case), language, pipeline.recognizers, pipeline.plugins.packs_for(language.code))
    yield from (f"plugin {failure.plugin!r} failed: {failure.message}" for failure in analysis.failures)
    if case.mentions is not None:
        names = [attribute.name for attribute in attrs.fields(Mention) if attribute.name != "entity"]
        found = [
            {name: getattr(mention, name) for name in names} for mention in analysis.mentions if mention.type in case.types
        ]
        yield from _compared(case.mentions, found)
    persons = {entity.name: len(entity.mentions) for entity in analysis.entities if entity.type == "person"}
    if case.entities is not None and persons != case.entities:
        yield f"the persons are {persons}, not {case.entities}"


def _compared(expected: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The differences of what is expected and what is found, in the order of the text.

    What has the expected words is held against it first, so that one that is missing or too much hides nothing.
    """
    each = [list(_differences(one, other)) for one, other in zip(expected, found, strict=False)]
    if len(expected) == len(found) and not any(each):
        return
    left = list(found)
    fitting: dict[int, Mapping[str, Any]] = {}
    for fits in (lambda one, other: not list(_differences(one, other)), lambda one, other: one.get("text") == other["text"]):
        for number, one in enumerate(expected):
            if number not in fitting and (other := next((f for f in left if fits(one, f)), None)) is not None:
                fitting[number] = other
                left.remove(other)
    for number, one in enumerate(expected):
        if number not in fitting and "text" not in one and left:
            fitting[number] = left.pop(0)
    for number, one in enumerate(expected):
        if number in fitting:
            yield from _differences(one, fitting[number])
        else:
            yield f"missing:  {_line(one, one)}"
    for other in left:
        yield f"too much: {_line(other, expected[0] if expected else ('text',))}"
    if (
        not left
        and len(fitting) == len(expected)
        and all(not list(_differences(o, fitting[n])) for n, o in enumerate(expected))
    ):
        yield f"the order is another: {', '.join(repr(other['text']) for other in found)}"


def _differences(expected: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    """The fields of a fact or a mention that are not the expected ones, or that it does not have."""
    what = f"{found.get('kind') or found.get('type')} {found['text']!r}"
    for name, value in expected.items():
        if name not in found:
            yield f"{what} has no field {name!r}{suggestion(name, found)}"
            continue
        got = found[name] if isinstance(value, dict) else _short(found[name])
        if isinstance(value, dict) and isinstance(got, dict):
            yield from (f"{what}: {name} has no {inner!r}{suggestion(inner, got)}" for inner in value if inner not in got)
            got = {inner: got.get(inner) for inner in value}
        wanted = None if value == _NULL else value
        if got != wanted:
            yield f"{what}: {name} is {got!r}, not {wanted!r}"


def _line(values: Mapping[str, Any], names: Collection[str]) -> str:
    """Some fields of a fact in one line, its words first."""
    others = [f"{name} = {_short(values[name])!r}" for name in names if name != "text" and name in values]
    return ", ".join(filter(None, (repr(values["text"]) if "text" in values else "", *others)))


def _short(value: Any) -> Any:
    """A mention as its name, a span as its text, anything else as it is."""
    return (value.get("name") or value.get("text")) if isinstance(value, dict) else value
