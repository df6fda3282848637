"""What a shell offers for a word that is begun: names of formats, kinds, plugins and files."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

__all__ = ["files", "formats", "kinds", "languages", "plugins"]


def formats(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The formats of the installed plugins."""
    from newsfacts.plugins import installed_plugins

    return _beginning(begun, installed_plugins().exporters)


def kinds(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The kinds of facts that the installed plugins yield."""
    from newsfacts.plugins import installed_plugins

    return _beginning(begun, sorted(installed_plugins().kinds))


def languages(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The languages that the installed plugins offer."""
    from newsfacts.plugins import installed_plugins

    return _beginning(begun, installed_plugins().languages)


def plugins(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """The installed plugins, or a file that is one."""
    from newsfacts.plugins import installed_plugins

    return _beginning(begun, installed_plugins().names) or [CompletionItem(begun, type="file")]


def files(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files and folders, which the shell looks up itself."""
    return [CompletionItem(begun, type="file")]


def _beginning(begun: str, names: Iterable[str]) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(begun)]
