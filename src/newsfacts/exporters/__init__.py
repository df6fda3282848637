"""The output formats that newsfacts knows out of the box, offered through the same hook as anybody's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import IO, Any

from newsfacts.exporting import Exporter
from newsfacts.hooks import hookimpl

__all__ = ["newsfacts_exporters"]


@hookimpl
def newsfacts_exporters() -> list[Exporter]:
    """What people and programs take; a format's module is loaded when the first file of that format is written."""
    return [
        Exporter(name="annotations", suffix=".anno.jsonld", write=_writer("annotations", "write_annotations")),
        Exporter(name="arrow", suffix=".arrows", write=_writer("columnar", "write_arrow"), binary=True),
        Exporter(name="csv", suffix=".csv", write=_writer("csv", "write_csv")),
        Exporter(name="ftm", suffix=".ftm.json", write=_writer("followthemoney", "write_entities")),
        Exporter(
            name="html",
            suffix=".html",
            write=_writer("report.page", "write_html"),
            write_index=_writer("report.page", "write_index"),
        ),
        Exporter(name="json", suffix=".json", write=_writer("json", "write_json")),
        Exporter(name="jsonl", suffix=".jsonl", write=_writer("json", "write_jsonl")),
        Exporter(name="jsonld", suffix=".jsonld", write=_writer("jsonld", "write_jsonld")),
        Exporter(name="labelstudio", suffix=".labelstudio.json", write=_writer("labelstudio", "write_tasks")),
        Exporter(name="parquet", suffix=".parquet", write=_writer("columnar", "write_parquet"), binary=True),
        Exporter(name="table", suffix=".txt", write=_writer("table", "write_table")),
    ]


def _writer(module: str, function: str) -> Callable[[Iterable[Any], IO[Any]], None]:
    def write(results: Iterable[Any], stream: IO[Any]) -> None:
        getattr(import_module(f"newsfacts.exporters.{module}"), function)(results, stream)

    return write
