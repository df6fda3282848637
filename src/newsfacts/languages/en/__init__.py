"""English."""

from newsfacts.language import Language
from newsfacts.languages.data import language_data

__all__ = ["ENGLISH"]

ENGLISH = Language(code="en", name="English", date_order="MDY", **language_data("en").knowledge())
