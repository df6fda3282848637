"""``newsfacts plugins --check``: what one plugin offers, and whether that holds."""

from __future__ import annotations

from pathlib import Path

import click

from newsfacts.cli.process import opened, own_output
from newsfacts.errors import NewsfactsError
from newsfacts.terminal import visible

__all__ = ["check"]


def check(context: click.Context, name: str, articles: tuple[str, ...]) -> bool:
    """Check a plugin and print what comes out, line by line.

    Args:
        context: Of the command; what plugins print meanwhile goes to standard error.
        name: The plugin's name, or a Python file that is one.
        articles: Files with articles that it is run on.

    Returns:
        Whether it has no fault.

    Raises:
        click.UsageError: There is no such plugin, or a file cannot be read.
    """
    from newsfacts.article import Article
    from newsfacts.cli.plugin_file import plugins_in
    from newsfacts.plugin_check import check_plugin
    from newsfacts.reading import read

    stream = opened(context.with_resource(own_output()))
    faults = 0
    try:
        register = plugins_in((name,)) if name.endswith(".py") else {}
        name = next(iter(register), name)
        given = [item for path in articles for item in read(Path(path))]
        for item in given:
            if not isinstance(item, Article):
                raise item
        found = check_plugin(name, register=register, articles=[item for item in given if isinstance(item, Article)])
        for finding in found:
            faults += finding.level == "fault"
            stream.write(
                visible(
                    f"{finding.level.upper() if finding.level == 'fault' else finding.level:5}  {finding.what}: {finding.said}"
                )
                + "\n"
            )
    except NewsfactsError as error:
        raise click.UsageError(str(error)) from error
    stream.write(f"{visible(name)}: {f'{faults} faults' if faults > 1 else '1 fault' if faults else 'no fault'}\n")
    stream.flush()
    return not faults
