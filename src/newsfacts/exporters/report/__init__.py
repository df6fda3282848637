"""The HTML report: an article as a page with its facts highlighted and listed."""

__all__: list[str] = []
