"""The output formats that newsfacts knows out of the box, offered through the same hook as anybody's."""

from newsfacts.exporting import Exporter
from newsfacts.hookspecs import hookimpl

__all__ = ["newsfacts_exporters"]


@hookimpl
def newsfacts_exporters() -> list[Exporter]:
    """JSON, JSON Lines, and a table for people."""
    from newsfacts.exporters.json import write_json, write_jsonl
    from newsfacts.exporters.table import write_table

    return [
        Exporter(name="json", suffix=".json", write=write_json),
        Exporter(name="jsonl", suffix=".jsonl", write=write_jsonl),
        Exporter(name="table", suffix=".txt", write=write_table),
    ]
