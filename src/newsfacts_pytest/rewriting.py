"""The facts of a case written anew in its table; every other line stays as it is."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newsfacts import LexiconError, Pipeline
from newsfacts.testing import Case, found_facts, read_cases

__all__ = ["rewrite"]

_CASE = re.compile(r"^\[\[case\]\][^\n]*\n", re.MULTILINE)
_FACTS = re.compile(r"^facts\s*=", re.MULTILINE)
# What a fact is told by where the case had none to show which fields matter.
_NEVER = frozenset(("id", "kind", "start", "end", "confidence", "extractors"))
_WIDTH = 120


def rewrite(path: Path, number: int, case: Case, pipeline: Pipeline) -> str:
    """Write the facts that a pipeline finds in a case as what is expected.

    Args:
        path: The table.
        number: The place of the case in it.
        case: The case.
        pipeline: The pipeline.

    Returns:
        What was done, in words: a table or a case of another shape than this can change is left as it is.
    """
    if case.facts is None:
        return "only facts are written anew; mend it by hand"
    try:
        found = found_facts(case, pipeline)
    except AssertionError as error:
        return f"it cannot be written anew: {error}"
    before = path.read_text(encoding="utf-8")
    after = _replaced(before, number, f"facts = {_list(_told(fact, case.facts) for fact in found)}\n")
    if after is None or not _differs_in_one(before, after, number):
        return "its place in the table is not found, so it is left as it is; mend it by hand"
    path.write_text(after, encoding="utf-8")
    return f"{path} is written anew; read what changed, then run without --update-golden"


def _replaced(text: str, number: int, facts: str) -> str | None:
    """The table with other facts in one case, or None where that is not to be found."""
    places = [0]  # where the head and each case begin; what is within a string of several lines ends no table
    for match in _CASE.finditer(text):
        if _is_whole(text[places[-1] : match.start()]):
            places.append(match.start())
    start, end = [*places, len(text)][number + 1 : number + 3]
    found = _FACTS.search(text, start, end)
    if found is None:
        return None
    lines = text[found.start() : end].splitlines(keepends=True)
    for count in range(1, len(lines) + 1):
        value = "".join(lines[:count])
        if _is_whole(value):
            return text[: found.start()] + facts + text[found.start() + len(value) :]
    return None


def _is_whole(value: str) -> bool:
    try:
        tomllib.loads(value)
    except tomllib.TOMLDecodeError:
        return False
    return True


def _differs_in_one(before: str, after: str, number: int) -> bool:
    """Whether the table is one still, and all cases but one are what they were: no line was taken for what it is not."""
    try:
        cases, others = (read_cases(text, "") for text in (before, after))
    except LexiconError:
        return False
    return [*cases[:number], *cases[number + 1 :]] == [*others[:number], *others[number + 1 :]]


def _told(fact: Mapping[str, Any], expected: list[dict[str, Any]]) -> dict[str, Any]:
    """Of a fact the fields that matter: those that the case names of any, else all of its kind that have a value."""
    names = list(dict.fromkeys(name for one in expected for name in one if name in fact))
    if not names:
        names = ["text", *(name for name in fact if name not in {*_NEVER, "text"} and fact[name] not in (None, []))]
    return {name: _short(fact[name]) for name in names}


def _short(value: Any) -> Any:
    return (value.get("name") or value.get("text")) if isinstance(value, dict) else value


def _list(facts: Iterable[dict[str, Any]]) -> str:
    """Facts as an array of TOML, on one line where that has room."""
    tables = [f"{{ {', '.join(f'{name} = {_toml(value)}' for name, value in fact.items())} }}" for fact in facts]
    line = f"[{', '.join(tables)}]"
    return line if len(line) <= _WIDTH else "\n".join(_lines(tables))


def _lines(tables: list[str]) -> Iterator[str]:
    yield "["
    yield from (f"  {table}," for table in tables)
    yield "]"


def _toml(value: Any) -> str:
    """A plain value as TOML, whose strings, numbers and truths are those of JSON."""
    if value is None:
        return '"null"'
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_toml(inner)}' for name, inner in value.items())} }}"
    return json.dumps(value, ensure_ascii=False)
