"""Words that a plugin adds to those of another one: a currency, an agency, a verb of speech."""

from __future__ import annotations

from pathlib import Path

from attrs import field, frozen
from attrs.validators import and_, min_len

from newsfacts.checks import instance_of
from newsfacts.errors import LexiconError
from newsfacts.language_tags import known_code

__all__ = ["Words"]

_SUFFIX = ".toml"


def _is_no_name(_instance: object, _attribute: object, toml: str | Path) -> None:
    if isinstance(toml, str) and toml.endswith(_SUFFIX):
        raise ValueError(f"toml is {toml!r}, which is a file's name, and a string is TOML itself; give Path({toml!r})")


@frozen(kw_only=True)
class Words:
    """Words for a plugin that has the language already, beside those in its data file.

    Attributes:
        plugin: The name of the plugin that they are for («money»).
        language: The code of the language, which that plugin must serve.
        toml: TOML with some keys of the plugin's data file, or the path of a file of it. What stands in a list, or in a string
            of words, is added to that list, and a new key to a table.
        offered_by: The plugin that offers them, as errors name it; filled in when it is loaded.

    Raises:
        TypeError: A value has another type.
        ValueError: A name is empty, ISO 639 knows no such language, or the TOML is the name of a file.
    """

    plugin: str = field(validator=and_(instance_of(str), min_len(1)))
    language: str = field(converter=known_code)
    toml: str | Path = field(validator=and_(instance_of((str, Path)), _is_no_name))
    offered_by: str = ""

    @property
    def key(self) -> str:
        """The plugin and the language."""
        return f"{self.plugin}/{self.language}"

    @property
    def source(self) -> str:
        """What errors call them: their file, or what they are for."""
        return str(self.toml) if isinstance(self.toml, Path) else f"words for {self.key}"

    def text(self) -> str:
        """The TOML.

        Raises:
            LexiconError: Its file cannot be read.
        """
        if isinstance(self.toml, str):
            return self.toml
        try:
            return self.toml.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise LexiconError(self.source, [getattr(error, "strerror", None) or str(error)]) from error
