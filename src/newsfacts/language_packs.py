"""What one plugin needs of one language: its data, its weights and its grammar, wherever they lie."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import field, frozen
from attrs.validators import and_, is_callable, min_len, optional

from newsfacts.checks import instance_of
from newsfacts.errors import Failure, LexiconError, error_text
from newsfacts.language_tags import known_code
from newsfacts.words import Words

if TYPE_CHECKING:
    from newsfacts.linear import LinearModel

__all__ = ["LanguagePack", "packs_in"]

T = TypeVar("T")
Made = TypeVar("Made")

_DATA = ".toml"
_WEIGHTS = ".weights.tsv.gz"


# Plugins keep what they have made for a pack, and use it for every equal one: what was left out then is kept in the same way.
_LEFT_OUT: dict[LanguagePack, tuple[Failure, ...]] = {}


def _is_data_file(_instance: object, _attribute: object, path: str) -> None:
    if not path.endswith(_DATA):
        raise ValueError(f"path is {path!r}; a pack's data is a TOML file, such as 'data/money.toml'")


@frozen(kw_only=True)
class LanguagePack:
    """A language for a plugin that serves any language that it has the words of.

    Nothing is read before the first article in the language.

    Attributes:
        plugin: The name of the plugin that it is for («money»).
        language: The code of the language, which a plugin must offer (`newsfacts_languages`).
        package: The import name of the package that the data lies in.
        path: The data file in the package, in the shape of the plugin's own; by default ``data/<language>.toml``. Weights,
            where the plugin's decisions are learnt, lie beside it: ``data/<language>.weights.tsv.gz``.
        grammar: What the plugin asks of a grammar, for a plugin that asks: a class, made as docs/languages.md says.
        words: What other plugins add to its data (`newsfacts_words`); filled in when the plugins are loaded.
        distribution: The distribution that brings it, as errors name it; filled in likewise.

    Raises:
        TypeError: A value has another type.
        ValueError: A name is empty, ISO 639 knows no such language, or the path is of no TOML file.
    """

    plugin: str = field(validator=and_(instance_of(str), min_len(1)))
    language: str = field(converter=known_code)
    package: str = field(validator=and_(instance_of(str), min_len(1)))
    path: str = field(validator=and_(instance_of(str), _is_data_file))
    grammar: Callable[..., Any] | None = field(default=None, validator=optional(is_callable()))
    words: tuple[Words, ...] = ()
    distribution: str | None = field(default=None, eq=False)

    @path.default
    def _beside(self) -> str:
        return f"data/{self.language}{_DATA}"

    @property
    def key(self) -> str:
        """The plugin and the language: of two packs with one key only one can be."""
        return f"{self.plugin}/{self.language}"

    def lexicon(self, shape: type[T], make: Callable[[T], Made]) -> Made:
        """Read the data, and make of it what the plugin works with.

        Words that others add and that cannot be taken are left out: see `failures`.

        Args:
            shape: An attrs class whose fields are the file's keys.
            make: Takes a value of it; raises `ValueError` for one that makes no sense.

        Raises:
            LexiconError: The file is missing, does not have the shape or makes no sense.
        """
        from newsfacts.lexicon import load  # what reads files is not loaded before there is something to read

        try:
            made = make(load(self.package, self.path, cast(Hashable, shape)))
        except LexiconError as error:
            raise LexiconError(error.path, error.problems, self.distribution) from error
        except ValueError as error:
            raise LexiconError(f"{self.package}/{self.path}", [str(error)], self.distribution) from error
        return self._with_words(made, shape, make) if self.words else made

    def _with_words(self, made: Made, shape: type[T], make: Callable[[T], Made]) -> Made:
        """What is made with the words of all that add some; each is taken or left out by itself."""
        from newsfacts.lexicon import load_with

        taken: list[tuple[str, str]] = []
        failures = []
        for words in self.words:
            try:
                more = [*taken, (words.source, words.text())]
                made, taken = make(load_with(self.package, self.path, shape, more)), more
            except LexiconError as error:
                failures.append(Failure.of("load", words.offered_by, error))
            except Exception as error:  # a plugin makes what it will of a stranger's words
                problem = str(error) if isinstance(error, ValueError) else error_text(error)
                failures.append(Failure.of("load", words.offered_by, LexiconError(words.source, [problem])))
        _LEFT_OUT[self] = tuple(failures)
        return made

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What was left out of the words that are added; empty until the data is first read."""
        return _LEFT_OUT.get(self, ()) if self.words else ()

    def made_grammar(self, *given: Any) -> Any:
        """The grammar, made of what the plugin gives it.

        Raises:
            LexiconError: The pack has none.
        """
        if self.grammar is None:
            problem = f"{self.plugin} asks for a grammar; give the pack one, as the plugin's module grammar describes it"
            raise LexiconError(f"{self.package}/{self.path}", [problem], self.distribution)
        return self.grammar(*given)

    def models(self, answers: int = 1) -> dict[str, LinearModel]:
        """Read the weights of the plugin's decisions, by decision.

        Args:
            answers: Between how many answers a decision decides.

        Raises:
            LexiconError: The file is missing or is no table of weights.
        """
        from newsfacts.linear import load_models

        try:
            return load_models(self.package, self.path.removesuffix(_DATA) + _WEIGHTS, answers)
        except LexiconError as error:
            raise LexiconError(error.path, error.problems, self.distribution) from error


def packs_in(package: str, plugin: str) -> list[LanguagePack]:
    """A pack for each data file of a plugin's own package, ``data/<code>.toml``.

    Args:
        package: The package's import name.
        plugin: The plugin's name.
    """
    from newsfacts.lexicon import languages

    return [LanguagePack(plugin=plugin, language=code, package=package) for code in sorted(languages(package))]
