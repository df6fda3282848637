"""English."""

from newsfacts.language import Language
from newsfacts.languages.data import language_data

__all__ = ["ENGLISH"]

_data = language_data("en")

ENGLISH = Language(
    code="en",
    name="English",
    abbreviations=frozenset(_data.abbreviations),
    months=_data.month_numbers(),
    numbers=_data.number_values(),
    scales=_data.scale_exponents(),
)
