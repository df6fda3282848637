"""Russian."""

from newsfacts.language import Language
from newsfacts.languages.data import language_data
from newsfacts.languages.ru.morphology import RussianMorphology
from newsfacts.languages.ru.phrases import nominative

__all__ = ["RUSSIAN"]

_knowledge = language_data("ru").knowledge()

RUSSIAN = Language(
    code="ru",
    name="Russian",
    script="Cyrl",
    decimal_mark=",",
    grouping_marks=" \xa0\u202f.",
    date_order="DMY",
    morphology=RussianMorphology(_knowledge["function_words"]),
    to_nominative=nominative,
    **_knowledge,
)
