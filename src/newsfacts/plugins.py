"""Plugins: found by their entry points, loaded one by one, so that a broken one never hides the rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pluggy
from attrs import frozen

from newsfacts import hookspecs
from newsfacts.errors import Failure, PluginError
from newsfacts.extraction import Extractor
from newsfacts.facts import Fact

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["BLOCK_VARIABLE", "GROUP", "PluginInfo", "Plugins", "installed_kinds", "list_plugins"]

GROUP = "newsfacts"
BLOCK_VARIABLE = "NEWSFACTS_BLOCK"
"""Environment variable: names of plugins to leave out, with commas between."""

# The core's own answers to its hooks.
_BUILT_IN = ("newsfacts.languages", "newsfacts.detection", "newsfacts.readers", "newsfacts.exporters")


@frozen(kw_only=True)
class PluginInfo:
    """What is known of an installed plugin.

    Attributes:
        name: Its entry point's name, which also blocks it.
        distribution: The distribution that brings it, or None.
        version: That distribution's version, or None.
        blocked: Whether it is left out.
        kinds: The kinds of facts that its extractors yield.
        languages: The languages that they serve.
        error: Why it cannot be used, or None.
    """

    name: str
    distribution: str | None
    version: str | None
    blocked: bool
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    error: str | None = None


def _blocked(block: Iterable[str]) -> frozenset[str]:
    from_environment = (name.strip() for name in os.environ.get(BLOCK_VARIABLE, "").split(","))
    return frozenset(block) | frozenset(filter(None, from_environment))


def _entry_points() -> list[EntryPoint]:
    """The installed plugins by name; an editable and a plain install of one distribution show up once."""
    from importlib.metadata import entry_points

    found = {(e.name, e.value): e for e in entry_points(group=GROUP)}
    return sorted(found.values(), key=lambda e: (e.name, e.value))


class Plugins:
    """The plugins of one pipeline.

    Args:
        block: Names of plugins to leave out, beside those that the environment variable ``NEWSFACTS_BLOCK`` names.
        register: Further plugins: objects or modules with ``@newsfacts.hookimpl`` functions, by name.
        discover: Whether to load the installed plugins.

    Attributes:
        failures: The plugins that could not be loaded.

    Raises:
        PluginError: A registered plugin implements an unknown hook, or two plugins have one name.
    """

    def __init__(self, block: Iterable[str] = (), register: dict[str, object] | None = None, discover: bool = True) -> None:
        self.failures: list[Failure] = []
        self._manager = pluggy.PluginManager(GROUP)
        self._manager.add_hookspecs(hookspecs)
        for module in _BUILT_IN:
            self._register(import_module(module), module)
        blocked = _blocked(block)
        if discover:
            for entry_point in _entry_points():
                if entry_point.name not in blocked:
                    try:
                        self._register(entry_point.load(), entry_point.name)
                    except Exception as error:
                        self.failures.append(Failure.of("load", entry_point.name, error))
        for name, plugin in (register or {}).items():
            if name not in blocked:
                self._register(plugin, name)

    def _register(self, plugin: object, name: str) -> None:
        if self._manager.has_plugin(name):
            raise PluginError(name, "another plugin has this name; block one of them")
        try:
            self._manager.register(plugin, name)
            self._manager.check_pending()
        except pluggy.PluginValidationError as error:
            self._manager.unregister(name=name)
            raise PluginError(name, f"{error}; see newsfacts.hookspecs for the hooks") from error

    def implementations(self, hook: str) -> Iterator[tuple[str, Callable[..., Any]]]:
        """Each plugin's function for a hook, in call order, so that one plugin's error is its own.

        Args:
            hook: The hook's name.

        Yields:
            The plugin's name, and a function that takes the hook's arguments by name. Hook wrappers are not offered:
            a hook that is called plugin by plugin has nothing to wrap.
        """
        for implementation in reversed(getattr(self._manager.hook, hook).get_hookimpls()):
            if not (implementation.hookwrapper or implementation.wrapper):
                yield implementation.plugin_name, _pruned(implementation)

    def gather(self, hook: str, name_of: Callable[[Any], str]) -> dict[str, Any]:
        """All that the plugins offer through a hook without arguments, by name, in the order of names.

        A plugin that raises, or offers a name that is taken, is left out and named in `failures`.
        """
        offered: dict[str, Any] = {}
        for plugin, call in self.implementations(hook):
            try:
                own = {name_of(item): item for item in call() or ()}
                for taken in own.keys() & offered.keys():
                    raise PluginError(plugin, f"{hook} offers {taken!r}, which another plugin offers too; block one of them")
            except Exception as error:
                self.failures.append(Failure.of("load", plugin, error))
            else:
                offered |= own
        return dict(sorted(offered.items()))


def _pruned(implementation: pluggy.HookImpl) -> Callable[..., Any]:
    names = implementation.argnames

    def call(**arguments: Any) -> Any:
        return implementation.function(*(arguments[name] for name in names))

    return call


def installed_kinds(plugins: Plugins) -> dict[str, type[Fact]]:
    """The classes of facts that plugins' extractors yield, by kind."""
    extractors: dict[str, Extractor] = plugins.gather("newsfacts_extractors", lambda extractor: str(extractor.name))
    return {cls.kind: cls for extractor in extractors.values() for cls in extractor.yields}


def list_plugins(block: Iterable[str] = ()) -> tuple[PluginInfo, ...]:
    """What is installed, the blocked and the broken ones too; never raises for a plugin's sake."""
    blocked = _blocked(block)
    return tuple(_describe(e, e.name in blocked) for e in _entry_points())


def _describe(entry_point: EntryPoint, blocked: bool) -> PluginInfo:
    distribution = entry_point.dist
    kinds: set[str] = set()
    languages: set[str] = set()
    problem = None
    if not blocked:
        try:
            for extractor in getattr(entry_point.load(), "newsfacts_extractors", list)():
                kinds.update(fact.kind for fact in extractor.yields)
                languages.update(extractor.languages)
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
    return PluginInfo(
        name=entry_point.name,
        distribution=distribution.name if distribution else None,
        version=distribution.version if distribution else None,
        blocked=blocked,
        kinds=tuple(sorted(kinds)),
        languages=tuple(sorted(languages)),
        error=problem,
    )
