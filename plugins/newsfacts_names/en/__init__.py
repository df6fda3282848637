"""English."""

from newsfacts_names.en.grammar import EnglishNameGrammar

__all__ = ["EnglishNameGrammar"]
