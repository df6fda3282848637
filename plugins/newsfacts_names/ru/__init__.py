"""Russian."""

from newsfacts_names.ru.grammar import RussianNameGrammar

__all__ = ["RussianNameGrammar"]
