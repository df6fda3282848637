"""English."""

from newsfacts_titles.en.grammar import EnglishTitleGrammar

__all__ = ["EnglishTitleGrammar"]
