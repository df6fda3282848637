"""News pages: the article's body without what surrounds it, and the page's metadata."""

__all__: list[str] = []
