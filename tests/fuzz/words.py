"""Random texts: fragments of the wire in disorder, characters of all planes, and articles that something has happened to."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from random import Random

from fuzz.core import ROOT

__all__ = ["TOKENS", "articles", "odd_text", "text"]

_FRAGMENTS = tomllib.loads(Path(__file__).with_name("fragments.toml").read_text(encoding="utf-8"))
WIRE: list[str] = _FRAGMENTS["wire"]
ODD: list[str] = [*_FRAGMENTS["odd"], "\ud800", "\udfff", "\udbff\udc00"]
TOKENS = [*(token.encode("latin-1") for token in _FRAGMENTS["bytes"]), b"9" * 5000]
SPACES = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2003\u2009\u2028\u2029\u202f\u205f\u3000"
_USUAL = 600


@cache
def articles() -> tuple[str, ...]:
    """Our own articles: the seed's, and the texts of the cases."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for path in sorted((ROOT / "tests" / "cases").glob("*/*.toml")):
        texts += [case["text"] for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
    for path in sorted((ROOT / "tests" / "articles").glob("*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").split("\n") if line]
    return tuple(texts)


def text(random: Random) -> str:
    """A text of some hundred characters, now and then a long one."""
    [make] = random.choices([_of_wire, _of_planes, _of_articles, _of_repeats], weights=[40, 15, 60, 3])
    return make(random)


def odd_text(random: Random) -> str:
    """A few words as no headline, name or address should be."""
    return "".join(random.choice(ODD if random.random() < 0.5 else WIRE) for _ in range(random.randint(0, 5)))


def _of_wire(random: Random) -> str:
    pieces = random.sample(WIRE, random.randint(3, len(WIRE)))  # few different ones, so that they meet
    return "".join(_piece(random, pieces) for _ in range(random.randint(1, 80)))


def _piece(random: Random, pieces: list[str]) -> str:
    if random.random() < 0.97:
        return random.choice(pieces)
    return random.choice(ODD)


def _of_planes(random: Random) -> str:
    length = random.randint(1, 100)
    return "".join(random.choice([*WIRE, *ODD, *(chr(random.randrange(0x110000)) for _ in range(100))]) for _ in range(length))


def _of_articles(random: Random) -> str:
    made = random.choice(articles())
    while len(made) < random.randint(0, _USUAL):
        made += random.choice(["\n", " ", "\n\n", ""]) + random.choice(articles())
    for _ in range(random.randint(1, 6)):
        made = random.choice(_CHANGES)(random, made)
    return made


def _of_repeats(random: Random) -> str:
    """What is short and comes many times shows what takes more time than its length is worth."""
    piece = "".join(_piece(random, WIRE) for _ in range(random.randint(1, 4)))
    return _of_wire(random) + piece * random.randint(100, 2000) + _of_wire(random)


def _cut(random: Random, made: str) -> str:
    start, end = _places(random, made)
    return made[:start] + made[end:]


def _doubled(random: Random, made: str) -> str:
    start, end = _places(random, made)
    return made[:end] + made[start:end] * random.choice([1, 1, 1, 2, 10]) + made[end:]


def _moved(random: Random, made: str) -> str:
    start, end = _places(random, made)
    rest = made[:start] + made[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + made[start:end] + rest[at:]


def _put_in(random: Random, made: str) -> str:
    for _ in range(random.randint(1, 5)):
        at = random.randint(0, len(made))
        made = made[:at] + random.choice(random.choice([WIRE, ODD])) + made[at:]
    return made


def _other_case(random: Random, made: str) -> str:
    start, end = _places(random, made)
    return made[:start] + random.choice([str.upper, str.lower, str.title, str.swapcase])(made[start:end]) + made[end:]


def _other_spaces(random: Random, made: str) -> str:
    return "".join(random.choice([*SPACES, "", "  "]) if c.isspace() and random.random() < 0.3 else c for c in made)


def _other_marks(random: Random, made: str) -> str:
    marks = "«»\"“”„‟‘’‚‛‹›'`"
    return "".join(random.choice(marks) if c in marks and random.random() < 0.5 else c for c in made)


def _other_form(random: Random, made: str) -> str:
    return unicodedata.normalize(random.choice(["NFC", "NFD", "NFKC", "NFKD"]), made)


def _places(random: Random, made: str) -> tuple[int, int]:
    start = random.randint(0, len(made))
    return start, min(len(made), start + random.choice([1, 5, 40, 300]))


_CHANGES = (_cut, _doubled, _moved, _put_in, _other_case, _other_spaces, _other_marks, _other_form)
