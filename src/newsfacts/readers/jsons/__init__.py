"""JSON: news items in ninjs, and records of one article each, alone, in an array, or a line each."""

__all__: list[str] = []
