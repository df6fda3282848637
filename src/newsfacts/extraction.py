"""Stage 3: run each extractor alone, check what it found, and keep its failure from the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import field, frozen

from newsfacts.analysis import Analysis
from newsfacts.errors import Failure
from newsfacts.facts import Fact, replaced

__all__ = ["Extractor", "run_extractor"]


# Functions of ours, since type checkers cannot see through ``frozenset`` and ``tuple`` as converters.
def _codes(values: Iterable[str]) -> frozenset[str]:
    return frozenset(values)


def _classes(values: Iterable[type[Fact]]) -> tuple[type[Fact], ...]:
    return tuple(values)


@frozen(kw_only=True)
class Extractor:
    """Finds facts of declared kinds in articles of declared languages.

    Attributes:
        name: Stands in every fact that it finds.
        languages: ISO 639-1 codes; articles of other languages are not given to it.
        yields: The Fact classes that it may yield.
        run: The search itself; it may be a generator.
    """

    name: str
    languages: frozenset[str] = field(converter=_codes)
    yields: tuple[type[Fact], ...] = field(converter=_classes)
    run: Callable[[Analysis], Iterable[Fact]]


def run_extractor(extractor: Extractor, analysis: Analysis) -> tuple[list[Fact], list[Failure]]:
    """Run one extractor on one article.

    Returns:
        The facts that stand, stamped with the extractor's name, and what went wrong: the exception that ended the
        search (what it had found before stands), and each fact whose type or span is not what it must be.
    """
    facts: list[Fact] = []
    failures: list[Failure] = []
    try:
        for fact in extractor.run(analysis):
            try:
                _check(fact, extractor, analysis.text)
            except (TypeError, ValueError) as error:
                failures.append(Failure.of("extract", extractor.name, error))
            else:
                facts.append(replaced(fact, extractors=(extractor.name,)))
    except Exception as error:
        failures.append(Failure.of("extract", extractor.name, error))
    return facts, failures


def _check(fact: Fact, extractor: Extractor, text: str) -> None:
    if not isinstance(fact, extractor.yields):
        declared = ", ".join(t.__name__ for t in extractor.yields)
        raise TypeError(f"it yielded a {type(fact).__name__} but declares only {declared}; add the class to yields")
    for span in (fact, *(mention for _, mention in fact.mentions())):
        if not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.text:
            raise ValueError(
                f"{fact.kind}: the text at {span.start}:{span.end} is not {span.text!r}; take spans from analysis.span"
            )
