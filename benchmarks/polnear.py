"""Score English quotes on attributions as PolNeAR marks them, in both conventions.

    python benchmarks/polnear.py --corpora FOLDER polnear-dev

PolNeAR marks what people want, feel and do as attributions too, takes in the quotation marks, the conjunction and the whole
words for the source, and makes one attribution of what stands in several pieces around its cue. The first rows of the table are
of the quotes as newsfacts gives them; the second ones are of what the same models find where attitudes count, put as PolNeAR
marks them (`conventions.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
from conventions import as_attributions
from corpus import corpora_option
from scoring import Document, Tally, read_documents, score

from newsfacts import Analysis, Extractor, Pipeline, Quote, Result, hookimpl
from newsfacts_quotes import newsfacts_relate
from newsfacts_quotes.extractor import QuoteFinder, own_pack, word_lookup

_TASKS = ("attributions", "attributions-content", "content-exact", "source-exact", "cue-exact")


def find_attitudes(analysis: Analysis) -> Iterator[Quote]:
    """Find what the article attributes to somebody, attitudes too."""
    pack = own_pack(analysis.language.code)
    yield from QuoteFinder(analysis, word_lookup(analysis.language, pack), pack.models(), attitudes=True).quotes()


class AttitudesPlugin:
    """The quotes plugin of English, where attitudes count."""

    newsfacts_relate = staticmethod(newsfacts_relate)

    @hookimpl
    def newsfacts_extractors(self) -> list[Extractor]:
        """Offer the extractor."""
        return [Extractor(name="attitudes", languages={"en"}, yields=[Quote], run=find_attitudes)]


@click.command()
@corpora_option
@click.argument("names", nargs=-1, required=True)
def main(folder: Path, names: tuple[str, ...]) -> None:
    """Score quotes on the attributions of the corpora of these NAMES, in both conventions."""
    plain = Pipeline(on_error="raise")
    wide = Pipeline(block=["quotes"], register={"attitudes": AttitudesPlugin()}, on_error="raise")
    ways: dict[str, Callable[[Document], Result]] = {
        "as given": lambda document: plain.extract(document.article),
        "as PolNeAR marks": lambda document: as_attributions(wide.extract(document.article)),
    }
    click.echo("| corpus | quotes | task | precision | recall | F1 | gold |\n|---|---|---|---|---|---|---|")
    for name in names:
        documents = list(read_documents(folder / f"{name}.jsonl"))
        for way, extract in ways.items():
            for task, tally in _tallies(documents, extract).items():
                figures = " | ".join(f"{figure:.3f}" for figure in (tally.precision, tally.recall, tally.f1))
                click.echo(f"| {name} | {way} | {task} | {figures} | {tally.gold} |")


def _tallies(documents: Iterable[Document], extract: Callable[[Document], Result]) -> dict[str, Tally]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for document in documents:
        if document.gold.attributions is None:
            continue
        scores = score(document, extract(document))
        for task in _TASKS:
            tallies[task] += scores[task].of(document.article.id)
    return tallies


if __name__ == "__main__":
    main()
