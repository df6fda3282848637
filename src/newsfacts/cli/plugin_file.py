"""A plugin that is one file, without a distribution."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from newsfacts.errors import PluginError, error_text

__all__ = ["PluginFile", "plugins_in"]


class PluginFile:
    """The names of a Python file, as a plugin.

    Worker processes get the path and run the file themselves; its classes of facts are found there by the module's name.

    Raises:
        PluginError: The file cannot be run.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        name = f"newsfacts_file_{Path(path).stem}"
        spec = spec_from_file_location(name, path)
        if spec is None or spec.loader is None:
            raise PluginError(Path(path).stem, f"{path} is no Python file; its name must end in .py")
        module = module_from_spec(spec)
        sys.modules[name] = module
        try:
            spec.loader.exec_module(module)
        except (Exception, SystemExit) as error:
            del sys.modules[name]
            raise PluginError(Path(path).stem, f"{path}: {error_text(error)}") from error
        vars(self).update({key: value for key, value in vars(module).items() if not key.startswith("_")})

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the path: a module cannot be pickled."""
        return PluginFile, (self._path,)


def plugins_in(paths: tuple[str, ...]) -> dict[str, object]:
    """The plugins in some files, each by the file's name without its suffix.

    Raises:
        PluginError: A file cannot be run, or two have one name.
    """
    plugins: dict[str, object] = {}
    for path in paths:
        name = Path(path).stem
        if name in plugins:
            raise PluginError(name, "two files have this name; give each a name of its own")
        plugins[name] = PluginFile(path)
    return plugins
