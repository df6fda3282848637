"""Reading published files so that their offsets stay true."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["FormatError", "read_text"]


class FormatError(click.ClickException):
    """A published file that does not have the form in which its corpus was published, with its path and what is wrong."""


def read_text(path: Path) -> str:
    """The text of a file with its line ends as they are, for offsets count them.

    Raises:
        FormatError: There is none, or it is not in UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(f"{path}: {error}") from error
