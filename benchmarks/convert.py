"""Convert corpora that others have published into the format that accuracy.py scores.

    python benchmarks/convert.py DOWNLOADS CORPORA --documents benchmarks/documents.txt

DOWNLOADS holds a clone of the repository of each corpus that is wanted; nothing is fetched, and what is not there is named with
its address. CORPORA gets a JSON Lines file for each of their parts. documents.txt names the documents on which docs/accuracy.md
measures.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from public import CORPORA, PublicCorpus


@click.command()
@click.argument("downloads", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("corpora", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--documents",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with ids, one a line: of the parts that it names, only those documents; the other parts are left out.",
)
def main(downloads: Path, corpora: Path, documents: Path | None) -> None:
    """Convert the corpora that are in DOWNLOADS and write them to CORPORA."""
    chosen = frozenset(documents.read_text(encoding="utf-8").split()) if documents else None
    corpora.mkdir(parents=True, exist_ok=True)
    for corpus in CORPORA:
        if not (downloads / corpus.folder).is_dir():
            click.echo(f"{corpus.name}: not there; git clone {corpus.repository} {downloads / corpus.folder}")
            continue
        for part, folder in corpus.parts.items():
            _convert(corpus, part, downloads / corpus.folder / folder, corpora / f"{corpus.name}-{part}.jsonl", chosen)


def _convert(corpus: PublicCorpus, part: str, folder: Path, output: Path, chosen: frozenset[str] | None) -> None:
    """Write a part, and say what became of it."""
    records = [record for record in corpus.read(folder, part) if chosen is None or record["id"] in chosen]
    found = {record["id"] for record in records}
    missing = sorted(name for name in chosen or () if name.startswith(f"{corpus.name}/{part}/") and name not in found)
    if records:
        _write(records, output)
        click.echo(f"{output}: {len(records)} documents")
    elif not missing:
        click.echo(f"{corpus.name}-{part}: none of its documents is {'chosen' if chosen else f'in {folder}'}")
    if missing:
        click.echo(f"{corpus.name}-{part}: {len(missing)} of the chosen documents are not there: {', '.join(missing[:3])} …")


def _write(records: Iterable[dict[str, Any]], output: Path) -> None:
    with output.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


if __name__ == "__main__":
    main()
