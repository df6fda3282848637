"""Russian."""

from newsfacts_titles.ru.grammar import RussianTitleGrammar

__all__ = ["RussianTitleGrammar"]
