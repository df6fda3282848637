"""How often the language of a short text is told rightly.

    python benchmarks/detection.py texts.jsonl

Each line of TEXTS has a ``text`` and the code of its ``language``; the texts are cut into pieces of 200 characters. Right is
the code where newsfacts knows the language, and no language where it does not.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from newsfacts import Article
from newsfacts.detection import newsfacts_detect_language
from newsfacts.languages import CODES


def pieces(text: str, length: int) -> Iterator[str]:
    """A text cut after words into pieces that are at most so long; the rest of it is left out."""
    text = " ".join(text.split())
    start = 0
    while len(text) - start >= length:
        end = text.rfind(" ", start, start + length)
        end = end if end > start else start + length
        yield text[start:end].strip()
        start = end


@click.command()
@click.argument("texts", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--length", default=200, show_default=True, help="Characters of a piece.")
def main(texts: Path, length: int) -> None:
    """Print for each language how many pieces there are and which share is told rightly."""
    told: Counter[tuple[str, bool]] = Counter()
    for line in texts.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        code = record["language"]
        for piece in pieces(record["text"], length):
            found = newsfacts_detect_language(article=Article(text=piece))
            told[code, found == (code if code in CODES else None)] += 1
    print("| language | pieces | right |\n|---|---|---|")
    for code in sorted({code for code, _ in told}):
        right, wrong = told[code, True], told[code, False]
        print(f"| {code} | {right + wrong} | {100 * right / (right + wrong):.1f} % |")


if __name__ == "__main__":
    main()
