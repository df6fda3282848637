"""Files: whatever the bytes, reading gives articles and errors, in bounded time and memory, and opens nothing else."""

from __future__ import annotations

import json
import os
import re
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import newsfacts
from fuzz import words
from fuzz.core import ROOT, Fault, Fuzzer, bounded, smallest
from fuzz.texts import broken_values, broken_writers, failed
from newsfacts import Article, Pipeline, ReadError

__all__ = ["CANARY", "Case", "Files", "changed", "sample_files", "watched"]

_PATIENCE = 5 * 2.0
_PATIENCE_FOR_BYTE = 5 * 0.001
_MEMORY = 300_000_000
_MEMORY_FOR_BYTE = 2_000
_SHOWN = 300

CANARY = Path(__file__).parent / "canary.txt"
# A place for the canary's address, which is another one in every checkout.
_CANARY_HERE = b"@CANARY@"

_DOCTYPE = b'<!DOCTYPE %s [<!ENTITY canary SYSTEM "@CANARY@"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "%s"><!ENTITY c "%s">]>'
_MANY_ENTITIES = _DOCTYPE % (b"x", b"&a;" * 50, b"&b;" * 50)
_ENCODINGS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
    "cp1251",
    "koi8-r",
    "cp866",
    "utf-8-sig",
    "utf-7",
    "latin-1",
)
_VALUES: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    1.5,
    1e308,
    10**400,
    "",
    "x",
    "\x00",
    "\ud800",
    [],
    {},
    [None],
    [[]],
    {"a": {}},
    ["x", 1],
    {"text": {}},
    "9999-12-31",
    "0001-01-01T00:00:00+14:00",
]
_NAME = re.compile(rb"[A-Za-z][\w:.-]+")
_TAG = re.compile(rb"<[A-Za-z][^<>]*>")


class Case(NamedTuple):
    """A file: its suffix and its bytes."""

    suffix: str
    data: bytes


class Files(Fuzzer):
    """An input is a file as it is."""

    name = "files"

    def make(self, random: Random) -> Case:
        suffix, data = random.choice(sample_files())
        if random.random() < 0.1:
            suffix = random.choice([".txt", ".html", ".xml", ".json", ".jsonl", "", ".XML", ".bin"])
        return Case(suffix, changed(random, data))

    def dump(self, case: Case) -> tuple[str, bytes]:
        return case

    def load(self, path: Path) -> Case:
        return Case(path.suffix, path.read_bytes())

    def shrink(self, case: Case, fails: Callable[[Case], bool]) -> Case:
        return case._replace(data=smallest(case.data, lambda data: fails(case._replace(data=data))))

    def check(self, case: Case) -> Iterator[Fault]:
        patience = _PATIENCE + _PATIENCE_FOR_BYTE * len(case.data)
        memory = _peak()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"article{case.suffix}"
            path.write_bytes(case.data.replace(_CANARY_HERE, CANARY.as_uri().encode()))
            with bounded(patience), watched(path) as opened:
                found = list(newsfacts.read(path))
        for event, name in opened:
            yield Fault("nothing but the input is opened", event, name)
        grown = _peak() - memory
        if grown > _MEMORY + _MEMORY_FOR_BYTE * len(case.data):
            yield Fault("memory is bounded", detail=f"{grown:,} bytes more for {len(case.data):,} bytes")
        for item in found:
            if isinstance(item, Article):
                yield from self._broken_article(item)
            elif not isinstance(item, ReadError):
                yield Fault("reading gives articles and errors", type(item).__name__, repr(item)[:_SHOWN])

    def _broken_article(self, article: Article) -> Iterator[Fault]:
        if CANARY.read_text(encoding="utf-8").strip() in repr(article):
            yield Fault("no file is read through another", detail=repr(article)[:_SHOWN])
        texts = [
            article.text,
            *(getattr(article, name) or "" for name in ("id", "url", "headline", "language", "source")),
            *article.authors,
        ]
        for text in texts:
            if not isinstance(text, str):
                yield Fault("what an article says is text", type(text).__name__, repr(article)[:_SHOWN])
        with bounded(_PATIENCE + _PATIENCE_FOR_BYTE * len(article.text)):
            result = self._pipeline.extract(article)
        yield from failed(result)
        yield from broken_values(result)
        yield from broken_writers(result, binary=False, errors="strict")
        if newsfacts.from_json(result.to_json()) != result:
            yield Fault("what is read back from JSON is equal")

    @cached_property
    def _pipeline(self) -> Pipeline:
        return Pipeline()


@cache
def sample_files() -> tuple[tuple[str, bytes], ...]:
    """Files of every format: those of the tests, and some that are made here."""
    fixtures = [path for path in sorted((ROOT / "tests" / "fixtures").rglob("*")) if path.is_file()]
    texts = words.articles()[:20]
    records = [{"id": str(n), "text": text, "published": "2025-09-29", "headline": None} for n, text in enumerate(texts)]
    page = {
        "html": "<html><body><article><h1>Мост</h1><p>" + texts[0] + "</p></article></body></html>",
        "url": "https://example.org/a",
    }
    made = [
        (".json", json.dumps(records[0], ensure_ascii=False, indent=1).encode()),
        (".json", json.dumps(records[:3]).encode()),
        (".json", newsfacts.extract(texts[0]).to_json().encode()),
        (".jsonl", "\n".join(json.dumps(record, ensure_ascii=False) for record in [*records[:5], page]).encode()),
        (".txt", texts[0].encode()),
        (".txt", texts[1].encode("cp1251", "replace")),
        (".txt", texts[2].encode("koi8-r", "replace")),
    ]
    return *((path.suffix, path.read_bytes()) for path in fixtures), *made


def changed(random: Random, data: bytes) -> bytes:
    """The bytes of a file after something has happened to them."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(_CHANGES)(random, data)
    return data


def _cut(random: Random, data: bytes) -> bytes:
    start, end = _places(random, data)
    return data[:start] + data[end:]


def _cut_off(random: Random, data: bytes) -> bytes:
    return data[: random.randint(0, len(data))]


def _doubled(random: Random, data: bytes) -> bytes:
    start, end = _places(random, data)
    return data[:end] + data[start:end] * random.choice([1, 1, 2, 50]) + data[end:]


def _spliced(random: Random, data: bytes) -> bytes:
    other = random.choice(sample_files())[1]
    start, end = _places(random, other)
    at = random.randint(0, len(data))
    return data[:at] + other[start:end] + data[at:]


def _flipped(random: Random, data: bytes) -> bytes:
    flipped = bytearray(data)
    for _ in range(random.randint(1, 10) if data else 0):
        flipped[random.randrange(len(data))] = random.randrange(256)
    return bytes(flipped)


def _with_tokens(random: Random, data: bytes) -> bytes:
    for _ in range(random.randint(1, 4)):
        at = random.randint(0, len(data))
        data = data[:at] + random.choice(words.TOKENS) + data[at:]
    return data


def _encoded(random: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    encoding = random.choice(_ENCODINGS)
    if random.random() < 0.3:
        text = re.sub(r"(?i)utf-?8|windows-1251|koi8-r", random.choice([encoding, "utf-8", "ascii", "no-such", ""]), text)
    return text.encode(encoding, "replace")


def _nested(random: Random, data: bytes) -> bytes:
    """Elements or lists within each other, up to thousands deep."""
    deep = random.choice([10, 300, 5_000, 50_000])
    tags = _TAG.findall(data)
    if tags and random.random() < 0.7:
        tag = random.choice(tags)
        opening, closing = tag * deep, (b"</" + (_NAME.findall(tag) or [b"p"])[0] + b">") * random.choice([0, deep])
    else:
        opening, closing = random.choice(
            [(b"[", b"]"), (b'{"text":', b"}"), (b"<p>", b""), (b"<b><i>", b"</i></b>"), (b"(", b")")]
        )
        opening, closing = opening * deep, closing * deep
    start, end = _places(random, data)
    return data[:start] + opening + data[start:end] + closing + data[end:]


def _with_attributes(random: Random, data: bytes) -> bytes:
    tags = list(_TAG.finditer(data))
    if not tags:
        return data
    at = random.choice(tags).end() - 1
    attribute = random.choice(
        [b' id="x"', b" class", b' a="&canary;"', b" x" * 500, b' lang="ru"', b' content=""', b' property="og:title"']
    )
    return data[:at] + attribute * random.choice([1, 2, 100]) + data[at:]


def _with_entities(random: Random, data: bytes) -> bytes:
    root = _NAME.search(data, data.rfind(b"?>") + 1)
    doctype = _MANY_ENTITIES.replace(b"DOCTYPE x", b"DOCTYPE " + (root[0] if root else b"html"))
    at = data.find(b"?>") + 2 if b"?>" in data else 0
    data = data[:at] + doctype + data[at:]
    for _ in range(random.randint(1, 5)):
        at = data.find(b">", random.randint(0, len(data))) + 1
        data = data[:at] + random.choice([b"&canary;", b"&c;", b"&a;"]) + data[at:]
    return data


def _renamed(random: Random, data: bytes) -> bytes:
    names = sorted(set(_NAME.findall(data)))
    if not names:
        return data
    old, new = random.choice(names), random.choice([*names, b"x", b"html", b"rss", b"item", b"newsItem", b"text"])
    return data.replace(old, new) if random.random() < 0.5 else data.replace(old, new, 1)


def _other_values(random: Random, data: bytes) -> bytes:
    """JSON with another value somewhere; what is no JSON stays as it is."""
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError):
        lines = data.split(b"\n")
        at = random.randrange(len(lines))
        return b"\n".join([*lines[:at], _other_value(random, lines[at]), *lines[at + 1 :]])
    return _other_value(random, data) if isinstance(plain, dict | list) else data


def _other_value(random: Random, data: bytes) -> bytes:
    try:
        plain = json.loads(data)
        places = list(_holders(plain))
        if not places:
            return data
        holder, key = random.choice(places)
        holder[key] = random.choice(_VALUES)
        return json.dumps(plain, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return data


def _holders(plain: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in plain values that holds one."""
    waiting = [plain]
    while waiting:
        holder = waiting.pop()
        items = holder.items() if isinstance(holder, dict) else enumerate(holder) if isinstance(holder, list) else ()
        for key, value in items:
            yield holder, key
            waiting.append(value)


def _places(random: Random, data: bytes) -> tuple[int, int]:
    start = random.randint(0, len(data))
    return start, min(len(data), start + random.choice([1, 10, 100, 1000]))


_CHANGES = (
    *(
        _cut,
        _cut_off,
        _doubled,
        _spliced,
        _flipped,
        _with_tokens,
        _encoded,
        _nested,
        _with_attributes,
        _with_entities,
        _renamed,
    ),
    *(_other_values, _other_values),
)

# What modules, their data and time zones are loaded from: at the first use, not for the input's sake.
_PATHS = (ROOT, sys.prefix, sys.base_prefix, "/usr/share/zoneinfo", *({*sys.path} - {"", str(Path.cwd())}))
_OURS = tuple({os.path.realpath(path) for path in _PATHS})
_EVENTS = {
    "open",
    "socket.connect",
    "socket.getaddrinfo",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
}
_watching: list[tuple[str, str]] | None = None
_allowed = ""


def _notice(event: str, arguments: tuple[Any, ...]) -> None:
    if _watching is None or event not in _EVENTS:
        return
    name = arguments[0] if arguments else ""
    if event == "open":
        if isinstance(name, int):
            return
        real = os.path.realpath(os.fsdecode(name))
        writes = isinstance(arguments[1], str) and not set(arguments[1]).isdisjoint("wax+")
        if real == _allowed or (not writes and real.startswith(_OURS)):
            return
    _watching.append((event, repr(arguments)[:_SHOWN]))


@cache
def _hook() -> None:
    sys.addaudithook(_notice)  # there is no way to take it away again


@contextmanager
def watched(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Gather what Python code opens, runs or connects to, but for one file and what modules are loaded from."""
    global _watching, _allowed
    _hook()
    opened: list[tuple[str, str]] = []
    _watching, _allowed = opened, os.path.realpath(path)
    try:
        yield opened
    finally:
        _watching = None


def _peak() -> int:
    """The most memory that the process has had so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
