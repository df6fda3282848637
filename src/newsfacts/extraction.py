"""Stage 3: run each extractor alone, check what it found, and keep its failure from the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from attrs import field, frozen
from attrs.validators import and_, is_callable, min_len

from newsfacts.analysis import Analysis
from newsfacts.answers import check_fact, collect
from newsfacts.checks import check_several, instance_of
from newsfacts.display import Display
from newsfacts.errors import Failure
from newsfacts.facts import Fact, names_of, replaced
from newsfacts.language_tags import language_code

__all__ = ["Extractor", "run_extractor"]

# Where a class's name begins a new word: «RoadAccident».
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def _codes(values: Iterable[str]) -> frozenset[str]:
    if isinstance(values, str):
        raise TypeError(f"languages is the string {values!r}; did you mean {{{values!r}}}?")
    check_several(values, "languages", "it has several codes, such as {'ru'}")
    codes = frozenset(values)
    for code in codes:
        if not isinstance(code, str):
            raise TypeError(f"languages holds {code!r}, which is no string; give codes such as {{'ru'}}")
    return frozenset(filter(None, map(language_code, codes)))


def _classes(values: Iterable[type[Fact]]) -> tuple[type[Fact], ...]:
    if isinstance(values, type):
        raise TypeError(f"yields is the class {values.__name__}; did you mean ({values.__name__},)?")
    check_several(values, "yields", "it has several classes of facts, such as (MoneyAmount,)")
    classes = tuple(values)
    for cls in classes:
        if not (isinstance(cls, type) and issubclass(cls, Fact)):
            raise TypeError(f"yields holds {cls!r}, which is no subclass of newsfacts.Fact")
        if not (isinstance(cls.kind, str) and cls.kind.isprintable() and cls.kind):
            kind = _WORD.sub("_", cls.__name__).lower()
            raise ValueError(f"{cls.__name__} has no kind; did you mean `kind: ClassVar[str] = {kind!r}` in its body?")
        if "display" not in names_of(cls) and not isinstance(cls.display, Display):
            raise TypeError(f"{cls.__name__}.display is {cls.display!r}; it must be a newsfacts.Display")
    return classes


@frozen(kw_only=True)
class Extractor:
    """Finds facts of declared kinds in articles of declared languages.

    Attributes:
        name: Stands in every fact that it finds.
        languages: Codes or tags of languages («ru», «ru-RU»); articles of other languages are not given to it.
        yields: The Fact classes that it may yield.
        run: The search itself; it may be a generator.

    Raises:
        TypeError: A value has another type, a string in the place of ``languages`` included.
        ValueError: The name is empty, a class has no kind, or ISO 639 knows no such language.
    """

    name: str = field(validator=and_(instance_of(str), min_len(1)))
    languages: frozenset[str] = field(converter=_codes)
    yields: tuple[type[Fact], ...] = field(converter=_classes)
    run: Callable[[Analysis], Iterable[Fact]] = field(validator=is_callable())


def run_extractor(extractor: Extractor, analysis: Analysis) -> tuple[list[Fact], list[Failure]]:
    """Run one extractor on one article.

    Returns:
        The facts that stand, stamped with the extractor's name, and what went wrong: the exception that ended the
        search (what it had found before stands), and each fact that is not what it must be.
    """

    def checked(item: Any) -> Fact:
        if type(item) not in extractor.yields:  # a subclass is a kind of its own
            declared = ", ".join(t.__name__ for t in extractor.yields)
            raise TypeError(f"it yielded a {type(item).__name__} but declares only {declared}; add the class to yields")
        return replaced(check_fact(item, analysis.text), extractors=(extractor.name,))

    failures: list[Failure] = []
    if analysis.reasons is not None:
        analysis.reasons.by = extractor.name
    facts = collect("extract", extractor.name, lambda: extractor.run(analysis), checked, failures)
    return facts, failures
