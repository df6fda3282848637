"""What several commands are told: the articles that are read, and by which plugins."""

from __future__ import annotations

import click

from newsfacts.cli.completion import files

__all__ = ["block_option", "inputs_argument", "language_option", "plugin_option", "published_option", "traceback_option"]

inputs_argument = click.argument("inputs", nargs=-1, metavar="[INPUT …]", shell_complete=files)
published_option = click.option(
    "--published", metavar="DATE", help="The day of articles that do not say it (2025-09-29): a dateline's year."
)
language_option = click.option(
    "--language", metavar="CODE", help="The language of articles that do not say it; by default detected."
)
block_option = click.option("--block", multiple=True, metavar="NAME", help="Leave out this plugin; may be given several times.")
plugin_option = click.option(
    "--plugin",
    "files",
    multiple=True,
    metavar="FILE.py",
    shell_complete=files,
    help="Use this file as a plugin, too; it is run.",
)
traceback_option = click.option("--traceback", is_flag=True, help="Show where an error of a plugin was raised.")
