"""What the training scripts have in common: marked documents, the language they are in, and folds of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import frozen

from newsfacts import Language
from newsfacts.languages import newsfacts_languages

__all__ = ["Document", "figures", "find_language", "folds", "read_documents"]

T = TypeVar("T")


@frozen(eq=False)
class Document:
    """An article with what was marked in it.

    Attributes:
        text: The article's text.
        gold: What was marked, as docs/corpora.md describes it.
    """

    text: str
    gold: dict[str, Any]


def find_language(code: str) -> Language:
    """The language of a code.

    Raises:
        click.BadParameter: There is none.
    """
    languages = {language.code: language for language in newsfacts_languages()}
    if code not in languages:
        raise click.BadParameter(f"there is no language {code!r}; there are {', '.join(sorted(languages))}")
    return languages[code]


def read_documents(path: Path, *needed: str) -> list[Document]:
    """The documents of a corpus in JSON Lines.

    Args:
        path: The corpus.
        needed: The keys that the ``gold`` of each document must have.

    Raises:
        click.ClickException: A line is no record, or lacks a key.
    """
    documents = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                documents.append(Document(record["text"], {key: record["gold"][key] for key in needed}))
            except KeyError as error:
                raise click.ClickException(
                    f"{path}:{number}: no key {error}; docs/corpora.md says what a record has"
                ) from error
            except (ValueError, TypeError) as error:
                raise click.ClickException(f"{path}:{number}: no record of a corpus: {error}") from error
    return documents


def folds(items: Sequence[T], number: int) -> Iterator[tuple[list[T], list[T]]]:
    """Each of some parts of the items after the others: those to train on, and those to judge by.

    Args:
        items: What is divided; documents, so that no article is on both sides.
        number: How many parts.
    """
    for part in range(number):
        yield [item for at, item in enumerate(items) if at % number != part], list(items[part::number])


def figures(correct: int, found: int, gold: int) -> str:
    """Precision, recall and F1, as they are printed."""
    precision = correct / found if found else 0.0
    recall = correct / gold if gold else 0.0
    f1 = 2 * correct / (found + gold) if found + gold else 0.0
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} of {gold}"
