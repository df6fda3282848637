"""``newsfacts new-plugin``: the distribution of a new plugin, whole and passing its tests, to change from there."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

import click

__all__ = ["new_plugin"]

_PREFIX = "newsfacts-"
# A template's name ends so, lest anything take it for code; PACKAGE in its path stands for the package's name.
_SUFFIX = ".in"
_PACKAGE = "PACKAGE"


@click.command()
@click.argument("name")
def new_plugin(name: str) -> None:
    """Write a plugin of your own, to change from there: newsfacts-NAME/, a distribution that passes its own tests.

    NAME is the plugin's name: small Latin letters and digits, hyphens between words («road-accidents»).
    """
    name = name.removeprefix(_PREFIX)
    if not _is_name(name):
        raise click.BadParameter(
            f"{name!r} is no name for a plugin; take small Latin letters and digits, with hyphens between words",
            param_hint="NAME",
        )
    kind = name.replace("-", "_")
    _refuse_taken(name, kind)
    folder = Path(_PREFIX + name)
    package = f"newsfacts_{kind}"
    values = {
        "name": name,
        "kind": kind,
        "cls": "".join(word.capitalize() for word in name.split("-")),
        "package": package,
        "distribution": folder.name,
        "version": version("newsfacts"),
    }
    try:
        folder.mkdir()
    except FileExistsError:
        raise click.ClickException(f"{folder} is there already; move it away, or give the plugin another name") from None
    for template, path in _templates(files("newsfacts") / "data" / "plugin", folder):
        target = Path(str(path).replace(_PACKAGE, package).removesuffix(_SUFFIX))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(Template(template.read_text(encoding="utf-8")).substitute(values), encoding="utf-8")
        click.echo(target)
    click.echo(f"\nNow:\n  cd {folder}\n  pip install -e '.[dev]'\n  pytest && ruff check . && mypy")


def _is_name(name: str) -> bool:
    words = name.split("-")
    return all(word.isascii() and word.isalnum() for word in words) and name.islower() and not name[0].isdigit()


def _refuse_taken(name: str, kind: str) -> None:
    """See to it that no installed plugin is in the way.

    Raises:
        click.BadParameter: A plugin has this name, or an extractor yields this kind of fact.
    """
    from newsfacts.plugin_list import list_plugins
    from newsfacts.plugins import installed_plugins

    if name in {plugin.name for plugin in list_plugins()}:
        raise click.BadParameter(f"there is a plugin {name!r} already; take another name", param_hint="NAME")
    if kind in installed_plugins().kinds:
        raise click.BadParameter(f"there is a kind of facts {kind!r} already; take another name", param_hint="NAME")


def _templates(source: Traversable, target: Path) -> Iterator[tuple[Traversable, Path]]:
    """Every file below a folder, with its place below another."""
    for item in sorted(source.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _templates(item, target / item.name)
        else:
            yield item, target / item.name
