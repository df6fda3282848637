"""The names plugin: persons, organisations and places in the text, each with its nominative name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsfacts import hookimpl
from newsfacts_names.extractor import find_names

if TYPE_CHECKING:
    from newsfacts import Analysis, Mention


@hookimpl
def newsfacts_recognize(analysis: Analysis) -> Iterator[Mention]:
    """Find names."""
    return find_names(analysis)
