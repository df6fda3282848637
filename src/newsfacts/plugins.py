"""Plugins: found by their entry points, loaded one by one, so that a broken one never hides the rest.

One set of loaded plugins serves reading, extracting and exporting.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy
from attrs import evolve

import newsfacts.hookspecs as hookspecs
from newsfacts.answers import check_type, collect, contained
from newsfacts.errors import Failure, PluginError, error_text
from newsfacts.exporting import Exporter
from newsfacts.extraction import Extractor
from newsfacts.facts import SHARED_KINDS, Fact
from newsfacts.language import Language
from newsfacts.language_packs import LanguagePack
from newsfacts.suggestions import suggestion
from newsfacts.words import Words

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = [
    "BLOCK_VARIABLE",
    "BUILT_IN",
    "DISTRIBUTION",
    "GROUP",
    "Offers",
    "Plugins",
    "entry_points_by_name",
    "installed_plugins",
    "why_missing",
]

T = TypeVar("T")

GROUP = "newsfacts"
BLOCK_VARIABLE = "NEWSFACTS_BLOCK"
"""Environment variable: names of plugins to leave out, with commas between."""

DISTRIBUTION = "newsfacts"
BUILT_IN = ("newsfacts.languages", "newsfacts.detection", "newsfacts.readers", "newsfacts.exporters")
"""The modules with the core's own answers to its hooks, which are plugins by these names."""
_PREFIX = "newsfacts_"
_HOOKS = frozenset(name for name in hookspecs.__all__ if name.startswith(_PREFIX))


def _blocked(block: Iterable[str], installed: Collection[str]) -> frozenset[str]:
    """The names of the plugins to leave out.

    Raises:
        PluginError: ``block`` or the environment has a name that no plugin has.
    """
    named = frozenset((block,) if isinstance(block, str) else block)
    from_environment = frozenset(filter(None, (name.strip() for name in os.environ.get(BLOCK_VARIABLE, "").split(","))))
    for names, where in ((named, ""), (from_environment, f", as {BLOCK_VARIABLE} says")):
        for name in sorted(names.difference(installed)):
            raise PluginError(name, f"there is no plugin of this name to block{where}{suggestion(name, installed)}")
    return named | from_environment


def entry_points_by_name() -> list[tuple[EntryPoint, str | None]]:
    """The installed plugins by name, ours first, each with the name of its distribution.

    An editable and a plain install of one distribution show up once.
    """
    from importlib.metadata import entry_points

    found = {(e.name, e.value): e for e in entry_points(group=GROUP)}.values()
    distributions = {id(e.dist): e.dist for e in found if e.dist is not None}  # to ask one its name takes a millisecond
    names = {key: distribution.name for key, distribution in distributions.items()}
    named = [(e, names.get(id(e.dist))) for e in found]
    return sorted(named, key=lambda entry: (entry[1] != DISTRIBUTION, entry[0].name, entry[0].value))


class Plugins:
    """A set of loaded plugins, and what they offer, which each is asked for once.

    Args:
        block: Names of plugins to leave out, beside those that the environment variable ``NEWSFACTS_BLOCK`` names.
        register: Further plugins: objects or modules with ``@newsfacts.hookimpl`` functions, by name.
        discover: Whether to load the installed plugins.

    Attributes:
        failures: The plugins that could not be loaded.
        blocked: The names of the plugins that are left out.

    Raises:
        PluginError: A registered plugin is none, implements an unknown hook or has a name that is taken; or there is no
            plugin of a name in ``block`` or in ``NEWSFACTS_BLOCK``.
    """

    def __init__(self, block: Iterable[str] = (), register: dict[str, object] | None = None, discover: bool = True) -> None:
        failures: list[Failure] = []
        self._manager = pluggy.PluginManager(GROUP)
        self._manager.add_hookspecs(hookspecs)
        for module in BUILT_IN:
            self._register(import_module(module), module)
        installed = entry_points_by_name()
        self._known = {e.name for e, _ in installed} | (register or {}).keys()
        self.blocked = _blocked(block, self._known)
        self._ours = set(BUILT_IN)
        self._distributions: dict[str, str | None] = {}
        for entry_point, distribution in installed if discover else ():
            if entry_point.name not in self.blocked:
                with contained("load", entry_point.name, failures):
                    self._register(entry_point.load(), entry_point.name)
                    self._distributions[entry_point.name] = distribution
                    if distribution == DISTRIBUTION:
                        self._ours.add(entry_point.name)
        for name, plugin in (register or {}).items():
            if name not in self.blocked:
                self._register(plugin, name)
        self.failures = tuple(failures)

    def _register(self, plugin: object, name: str) -> None:
        if self._manager.has_plugin(name):
            raise PluginError(name, "another plugin has this name; uninstall one of them, or give it another name")
        if plugin is None:
            raise PluginError(name, "is None; give an object or a module with @newsfacts.hookimpl functions")
        try:
            if isinstance(plugin, type):
                raise TypeError(f"it is the class {plugin.__name__}; did you mean an object of it, {plugin.__name__}()?")
            self._manager.register(plugin, name)
            self._check_hooks(plugin)
        except Exception as error:  # looking at a stranger's object runs its code
            if self._manager.has_plugin(name):
                self._manager.unregister(name=name)
            raise PluginError(name, f"{error_text(error)}; see newsfacts.hookspecs for the hooks") from error

    def _check_hooks(self, plugin: object) -> None:
        """Refuse what would never be called.

        Raises:
            ValueError: The plugin implements a hook that there is not, or none at all.
        """
        implemented = self._manager.get_hookcallers(plugin) or []
        for hook in implemented:
            if not hook.has_spec():
                raise ValueError(f"there is no hook {hook.name!r}{suggestion(hook.name, _HOOKS)}")
        for name in sorted(_HOOKS.intersection(dir(plugin)).difference(hook.name for hook in implemented)):
            raise ValueError(f"{name} is no hook without its mark; did you mean to write @newsfacts.hookimpl before it?")
        if not implemented:
            raise ValueError("it has no hooks; mark its functions with @newsfacts.hookimpl")

    def implementations(self, hook: str) -> list[tuple[str, Callable[..., Any]]]:
        """Each plugin's function for a hook, by the names of the plugins, so that one plugin's error is its own.

        Args:
            hook: The hook's name.

        Returns:
            The plugins' names, and functions that take the hook's arguments by name. Those marked ``tryfirst`` come before
            the others, those marked ``trylast`` after them. Hook wrappers are not offered: a hook that is called plugin by
            plugin has nothing to wrap.
        """
        called = [i for i in getattr(self._manager.hook, hook).get_hookimpls() if not (i.hookwrapper or i.wrapper)]
        called.sort(key=lambda i: (not i.tryfirst, i.trylast, i.plugin_name))
        return [(implementation.plugin_name, _pruned(implementation)) for implementation in called]

    def hooks_of(self, name: str) -> tuple[str, ...]:
        """The hooks that a plugin implements, without the ``newsfacts_`` before them; none of one that is not loaded."""
        plugin = self.get(name)
        callers = self._manager.get_hookcallers(plugin) if plugin is not None else None
        return tuple(sorted(caller.name.removeprefix(_PREFIX) for caller in callers or ()))

    def signatures_of(self, name: str) -> tuple[str, ...]:
        """The hooks that a loaded plugin implements, each with the arguments it takes: ``newsfacts_recognize(analysis)``."""
        return tuple(
            f"{caller.name}({', '.join(implementation.argnames)})"
            for caller in sorted(self._manager.get_hookcallers(self.get(name)) or (), key=lambda caller: caller.name)
            for implementation in caller.get_hookimpls()
            if implementation.plugin_name == name
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all plugins that are loaded."""
        return tuple(sorted(name for name, plugin in self._manager.list_name_plugin() if plugin is not None))

    def get(self, name: str) -> object | None:
        """The plugin of a name; None where none is loaded."""
        plugin: object | None = self._manager.get_plugin(name)
        return plugin

    @cached_property
    def languages(self) -> Offers[Language]:
        """The languages that can be analysed, by their codes."""
        return self._gather("newsfacts_languages", Language, "code")

    @cached_property
    def language_packs(self) -> Offers[LanguagePack]:
        """What is offered to plugins of languages, by plugin and language; for one that is not there nothing can be."""

        def check(pack: LanguagePack) -> None:
            if pack.plugin not in self._known:
                there = suggestion(pack.plugin, self._known)
                raise ValueError(f"{pack.key}: there is no plugin {pack.plugin!r} to serve{there}")
            if pack.language not in self.languages:
                there = suggestion(pack.language, self.languages)
                raise ValueError(f"{pack.key}: no plugin offers the language {pack.language!r}{there}")

        return self._gather("newsfacts_language_packs", LanguagePack, "key", check)

    @cached_property
    def words(self) -> Offers[Words]:
        """What plugins add to the words of others, by plugin, language and who adds it."""
        offers: dict[str, Words] = {}
        owners: dict[str, str] = {}
        failures: list[Failure] = []
        for plugin, call in self.implementations("newsfacts_words"):
            for words in collect("load", plugin, call, self._check_words, failures):
                key = f"{words.key}, by {plugin}"
                with contained("load", plugin, failures):
                    if key in offers:
                        raise PluginError(plugin, f"it adds words to {words.key} twice; put them into one")
                    offers[key], owners[key] = evolve(words, offered_by=plugin), plugin
        return Offers(offers, owners, failures)

    def _check_words(self, item: Any) -> Words:
        words = check_type(item, Words)
        if words.plugin not in self.blocked and words.key not in self.language_packs:
            there = suggestion(words.key, self.language_packs)
            raise ValueError(f"{words.key}: no plugin has words that these could be added to{there}")
        return words

    def packs_for(self, language: str) -> Mapping[str, LanguagePack]:
        """What plugins are offered of a language, by their names."""
        return self._packs_by_language.get(language, {})

    @cached_property
    def _packs_by_language(self) -> dict[str, dict[str, LanguagePack]]:
        found: dict[str, dict[str, LanguagePack]] = {}
        for key, pack in self.language_packs.items():
            owner = self.language_packs.owners[key]
            distribution = self._distributions.get(owner) or f"plugin {owner!r}"
            words = tuple(words for words in self.words.values() if words.key == key)
            found.setdefault(pack.language, {})[pack.plugin] = evolve(pack, words=words, distribution=distribution)
        return found

    @cached_property
    def extractors(self) -> Offers[Extractor]:
        """The extractors by their names; one that yields a kind which is another class's is left out.

        Each serves the languages that it names, and those that its plugin has packs of.
        """
        classes = dict(SHARED_KINDS)

        def check(extractor: Extractor) -> None:
            for cls in extractor.yields:
                owner = classes.setdefault(cls.kind, cls)
                if owner is not cls:
                    raise ValueError(
                        f"{cls.__qualname__} has the kind {cls.kind!r}, which is that of {owner.__qualname__}; did you mean to "
                        "yield that class? Otherwise give yours a kind of its own"
                    )

        offers = self._gather("newsfacts_extractors", Extractor, check=check)
        served: dict[str, set[str]] = {}
        for pack in self.language_packs.values():
            served.setdefault(pack.plugin, set()).add(pack.language)
        owners = offers.owners
        extended = {
            name: evolve(extractor, languages=extractor.languages | served[owners[name]])
            for name, extractor in offers.items()
            if owners[name] in served
        }
        return Offers({**offers, **extended}, owners, offers.failures)

    @cached_property
    def exporters(self) -> Offers[Exporter]:
        """The output formats, by their names."""
        return self._gather("newsfacts_exporters", Exporter)

    @property
    def offers(self) -> tuple[Offers[Any], ...]:
        """All that plugins offer, hook by hook."""
        return self.languages, self.language_packs, self.words, self.extractors, self.exporters

    @property
    def kinds(self) -> dict[str, type[Fact]]:
        """The classes of facts that the extractors yield, by kind."""
        return {cls.kind: cls for extractor in self.extractors.values() for cls in extractor.yields}

    def _gather(self, hook: str, type_: type[T], name: str = "name", check: Callable[[T], None] = lambda _: None) -> Offers[T]:
        """All that the plugins offer through a hook without arguments.

        An offer that is not what it must be, or whose name is taken, is left out and named in `Offers.failures`: ours stay,
        then those of the plugin that comes first by name; of two of one name in one plugin none.

        Args:
            hook: The hook's name.
            type_: What is offered.
            name: The attribute that has an offer's name.
            check: Raises for an offer that cannot be taken.
        """
        offers: dict[str, T] = {}
        owners: dict[str, str] = {}
        failures: list[Failure] = []
        for plugin, call in sorted(self.implementations(hook), key=lambda entry: (entry[0] not in self._ours, entry[0])):
            own = collect("load", plugin, call, lambda item: check_type(item, type_), failures)
            keys = Counter(getattr(offer, name) for offer in own)
            for offer in own:
                key = getattr(offer, name)
                what = f"{type_.__name__.lower()} {key!r}"
                with contained("load", plugin, failures):
                    if keys[key] > 1:
                        raise PluginError(plugin, f"it offers {what} twice; give each a name of its own")
                    if key in owners:
                        raise PluginError(plugin, f"its {what} is left out: {_ways_out(owners[key])}")
                    check(offer)
                    offers[key], owners[key] = offer, plugin
        return Offers(offers, owners, failures)


class Offers(Mapping[str, T]):
    """What plugins offer through one hook, by name, in the order of names. Pipelines share it, so it cannot be changed.

    Attributes:
        owners: The plugin that offers each.
        failures: The offers that could not be taken.
    """

    def __init__(self, offers: Mapping[str, T], owners: Mapping[str, str], failures: Iterable[Failure]) -> None:
        self._offers = dict(sorted(offers.items()))
        self.owners = owners
        self.failures = tuple(failures)

    def of(self, plugin: str) -> list[T]:
        """What one plugin offers."""
        return [offer for name, offer in self._offers.items() if self.owners[name] == plugin]

    def __getitem__(self, name: str) -> T:
        return self._offers[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._offers)

    def __len__(self) -> int:
        return len(self._offers)


def why_missing(failures: Iterable[Failure]) -> str:
    """The end of an error that says that something is not there: the broken plugins, each of which may be why."""
    return "".join(f"; plugin {failure.plugin!r} could not be loaded: {failure.message}" for failure in failures)


def _ways_out(owner: str) -> str:
    if owner in BUILT_IN:
        return "newsfacts has one of that name; give it another"
    return f"plugin {owner!r} offers one of that name; give it another, or block the other plugin with block=[{owner!r}]"


def _pruned(implementation: pluggy.HookImpl) -> Callable[..., Any]:
    names = implementation.argnames

    def call(**arguments: Any) -> Any:
        return implementation.function(*(arguments[name] for name in names))

    return call


def installed_plugins() -> Plugins:
    """The installed plugins without those that the environment variable ``NEWSFACTS_BLOCK`` names.

    They are loaded when first asked for, and anew only when that variable has changed: what is installed later in the life
    of the process is not seen.

    Raises:
        PluginError: That variable has a name that no plugin has.
    """
    return _installed_plugins(os.environ.get(BLOCK_VARIABLE, ""))


@lru_cache(maxsize=1)
def _installed_plugins(_blocked: str) -> Plugins:
    return Plugins()
