"""XML and HTML: parsed safely, searched for elements, rendered as the text that a reader sees."""

__all__: list[str] = []
