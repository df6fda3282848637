"""Russian."""

from newsfacts.language import Language
from newsfacts.languages.data import language_data
from newsfacts.languages.ru.morphology import RussianMorphology
from newsfacts.languages.ru.phrases import nominative

__all__ = ["RUSSIAN"]

_data = language_data("ru")

RUSSIAN = Language(
    code="ru",
    name="Russian",
    abbreviations=frozenset(_data.abbreviations),
    months=_data.month_numbers(),
    numbers=_data.number_values(),
    scales=_data.scale_exponents(),
    morphology=RussianMorphology(),
    to_nominative=nominative,
)
