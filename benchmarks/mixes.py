"""Hostile texts at random: what the extractors look for, mixed and repeated."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from itertools import count, cycle
from pathlib import Path
from random import Random
from typing import NamedTuple

__all__ = ["LANGUAGES", "Mix", "mixes", "repeated"]

# It stands for letters that are new each time they are written.
_NEW = "~"
_DATA = tomllib.loads(Path(__file__).with_name("hostile.toml").read_text(encoding="utf-8"))
LANGUAGES: tuple[str, ...] = tuple(_DATA["letters"])
_JOINTS = ("", " ", " ", " ", "\n", ", ", ". ")


class Mix(NamedTuple):
    """A kind of text.

    Attributes:
        name: How it is made, to be read.
        text: The text of at least a number of characters.
    """

    name: str
    text: Callable[[int], str]


def repeated(language: str) -> dict[str, str]:
    """What costs most when it is repeated without end, by its name."""
    return {**_DATA["repeated"][language], **_DATA["repeated"]["any"]}


def mixes(seed: int, language: str) -> Iterator[Mix]:
    """Mixes without end, the same ones for the same seed; between the first ones every fragment by itself."""
    fragments = [*_DATA["fragments"][language], *_DATA["fragments"]["any"]]
    letters = _DATA["letters"][language]
    alone = [fragment + joint for fragment in fragments for joint in dict.fromkeys(_JOINTS)]
    Random(seed).shuffle(alone)
    for number in count():
        if alone:
            piece = alone.pop()
            yield Mix(f"{piece!r} again and again", _maker("repeated", [piece], number, letters))
        random = Random(f"{seed}:{number}")
        shape = random.choice(("repeated", "repeated", "shuffled", "in blocks"))
        joint = random.choice((*_JOINTS, None))
        pieces = [
            random.choice(fragments) + (random.choice(_JOINTS) if joint is None else joint) for _ in range(random.randint(2, 6))
        ]
        yield Mix(f"{shape}: {pieces!r}", _maker(shape, pieces, number, letters))


def _maker(shape: str, pieces: Sequence[str], number: int, letters: str) -> Callable[[int], str]:
    def text(size: int) -> str:
        random = Random(number)
        if shape == "in blocks":  # of each as much as of the others
            share = size // len(pieces) + 1
            row = iter([piece for piece in pieces for _ in range(share // len(piece) + 1)])
        elif shape == "shuffled":
            row = (random.choice(pieces) for _ in count())
        else:
            row = cycle(pieces)
        made: list[str] = []
        length = 0
        for piece in row:
            if length >= size:
                break
            made.append(_renewed(piece, letters, random))
            length += len(piece)
        return "".join(made)

    return text


def _renewed(piece: str, letters: str, random: Random) -> str:
    return piece.replace(_NEW, "".join(random.choices(letters, k=6))) if _NEW in piece else piece
