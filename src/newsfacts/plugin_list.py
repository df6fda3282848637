"""What is installed, in words for people: `newsfacts plugins`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from attrs import frozen

from newsfacts.plugins import BUILT_IN, DISTRIBUTION, Plugins, entry_points_by_name

if TYPE_CHECKING:
    from importlib.metadata import Distribution

__all__ = ["PluginInfo", "list_plugins"]


@frozen(kw_only=True)
class PluginInfo:
    """What is known of an installed plugin.

    Attributes:
        name: Its entry point's name, which also blocks it.
        distribution: The distribution that brings it, or None.
        version: That distribution's version, or None.
        blocked: Whether it is left out.
        hooks: The hooks that it implements, without the ``newsfacts_`` before them.
        kinds: The kinds of facts that its extractors yield.
        languages: The languages that they serve, and those that the plugin brings.
        formats: The output formats that it offers.
        error: Why it cannot be used, or None.
    """

    name: str
    distribution: str | None
    version: str | None
    blocked: bool
    hooks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    error: str | None = None


def list_plugins(block: Iterable[str] = ()) -> tuple[PluginInfo, ...]:
    """What is installed, the blocked and the broken ones too, then what is built in; never raises for a plugin's sake.

    Raises:
        PluginError: There is no plugin of a name in ``block`` or in ``NEWSFACTS_BLOCK``.
    """
    from importlib.metadata import distribution

    plugins = Plugins(block)
    installed = [(e.name, e.dist) for e, _ in entry_points_by_name()]
    return tuple(
        _described(*named, plugins) for named in [*installed, *((name, distribution(DISTRIBUTION)) for name in BUILT_IN)]
    )


def _described(name: str, distribution: Distribution | None, plugins: Plugins) -> PluginInfo:
    own = plugins.extractors.of(name)
    served = {pack.language for pack in plugins.language_packs.of(name)}
    served.update(language.code for language in plugins.languages.of(name))
    served.update(words.language for words in plugins.words.of(name))
    failures = [*plugins.failures, *chain.from_iterable(offers.failures for offers in plugins.offers)]
    problems = dict.fromkeys(failure.message for failure in failures if failure.plugin == name)
    return PluginInfo(
        name=name,
        distribution=distribution.name if distribution else None,
        version=distribution.version if distribution else None,
        blocked=name in plugins.blocked,
        hooks=plugins.hooks_of(name),
        kinds=tuple(sorted({fact.kind for extractor in own for fact in extractor.yields})),
        languages=tuple(sorted(served.union(*(extractor.languages for extractor in own)))),
        formats=tuple(exporter.name for exporter in plugins.exporters.of(name)),
        error="; ".join(problems) or None,
    )
