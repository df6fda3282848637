"""What several commands are told: the articles that are read, and by which plugins."""

from __future__ import annotations

import click

from newsfacts.cli.completion import files, languages, plugins

__all__ = [
    "block_option",
    "given_once",
    "inputs_argument",
    "language_option",
    "plugin_option",
    "published_option",
    "separated",
    "traceback_option",
]


def separated(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The values of an option that is given several times, or once with commas between them."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def given_once(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> str | None:
    """The value of an option that has one.

    Raises:
        click.BadParameter: It is given several times.
    """
    if len(values) > 1:
        raise click.BadParameter(f"it is given {len(values)} times ({', '.join(values)}); give one", context, option)
    return values[0] if values else None


inputs_argument = click.argument("inputs", nargs=-1, metavar="[INPUT …]", shell_complete=files)
published_option = click.option(
    "--published", metavar="DATE", help="The day of articles that do not say it (2025-09-29): a dateline's year."
)
language_option = click.option(
    "--language",
    metavar="CODE",
    shell_complete=languages,
    help="The language of articles that do not say it; by default detected.",
)
block_option = click.option(
    "--block",
    multiple=True,
    metavar="NAME",
    callback=separated,
    shell_complete=plugins,
    help="Leave out this plugin; may be given several times, or with commas.",
)
plugin_option = click.option(
    "--plugin",
    "files",
    multiple=True,
    metavar="FILE.py",
    shell_complete=files,
    help="Use this file as a plugin, too; it is run.",
)
traceback_option = click.option("--traceback", is_flag=True, help="Show where an error of a plugin was raised.")
